// Package offline lets readers keep pages on their phones.
//
// # What there is
//
//	luring.html           the page that offers to save, and says what it costs          page.go
//	luring.js             what its buttons do
//	luring-inti.txt       packs: many files in one request                              pack.go
//	luring-semua.json     what a pack holds, for a phone that has to fetch each by itself
//	versi.json            what is published now; by it a copy knows what it has to ask for again
//	sw.js                 the service worker that shows what is kept, or the switch     worker.go
//	                      that takes it back
//
// # What is kept
//
// The core is what the home page leads to: help first. Everything is every page that a
// reader is led to, with the search; what only editors or officials need, and what is for
// paper, waits for a reader who saves that page by itself. The villages of a regency are a
// pack of their own. One village, one country, and any other page are fetched alone.
//
// # How a copy stays true
//
// A worker asks for versi.json when a page is opened, at most a kilobyte, and then only for
// the pages whose bytes it does not name: a number that was corrected is fetched, a page
// that was withdrawn is deleted. Nothing else is loaded unasked.
package offline

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"suluh/internal/channel"
	"suluh/internal/channel/webmanifest"
	"suluh/internal/content"
	"suluh/internal/pages"
	"suluh/internal/permalink"
	"suluh/internal/site"
)

// A phone is no place for the villages of a province, nor a page for a list of
// them: from these numbers on, saving all and choosing a village are left out.
const (
	mostSaved  = site.MostOnPage
	mostChoice = 100
)

// Wishes are what a reader can save; the values of the buttons of luring.html, and of the
// query of the worker's address.
const (
	wishCore     = "inti"
	wishChosen   = "satu" // pages that the reader chooses
	wishVillages = "desa"
	wishAll      = "semua"
)

// forOfficials is the reader of pages that villagers are not led to (Meta.For).
const forOfficials = "desa"

// Saving is what readers can save, and what it weighs.
//
// What they save is needed as a page, in packs, for the versions, and to be weighed for the
// page that says what saving costs. Each is rendered once ([channel.Set.Share]). They are
// few: of a site that is too large for a phone, only the core is saved.
type Saving struct {
	*pages.Maker
	*channel.Set
	sizes   func() (map[string]savedSizes, error) // of what readers save, by language
	weighed *sync.Map                             // what bytes weigh, by their hash; kept by later ones
}

// New says what can be saved of a set of outputs. Was is that of before, or nil. Keep
// leaves what saving costs as it was then: to weigh it takes all pages.
func New(m *pages.Maker, set *channel.Set, was *Saving, keep bool) *Saving {
	s := &Saving{Maker: m, Set: set, weighed: &sync.Map{}}
	s.sizes = sync.OnceValues(s.weighSaved)
	if was != nil {
		s.weighed = was.weighed
		if keep {
			s.sizes = was.sizes
		}
	}
	return s
}

// SavedNames gives every file that a reader may save, in any language.
func (s *Saving) SavedNames() []string {
	var names []string
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		names = append(names, s.coreFiles(lang)...)
		if s.Villages.Len() <= mostSaved {
			names = append(names, s.AllFiles(lang)...)
			names = append(names, s.villageFiles(lang)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// ownFiles are those without which nothing that is saved can be used.
func (s *Saving) ownFiles(lang *channel.Locale) []string {
	return []string{content.LangPrefix(lang.Code) + permalink.Offline, s.Theme.Script.Path, permalink.SaveScript}
}

// coreFiles are the pages that help wherever the reader is.
func (s *Saving) coreFiles(lang *channel.Locale) []string {
	p := content.LangPrefix(lang.Code)
	names := append(s.ownFiles(lang), p+"index.html", p+permalink.Numbers)
	names = append(names, s.existing(append([]string{permalink.Icon}, webmanifest.Files(lang)...))...) // of a site among the phone's apps
	for _, page := range s.firstPages(lang) {
		names = append(names, page.Path)
	}
	return names
}

// existing gives the files that the site has: a theme may lack an icon, and a build leave out
// what searches.
func (s *Saving) existing(names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool {
		_, there := s.ByPath[name]
		return !there
	})
}

// firstPages are those that the home page leads to first, and those that it names to be
// saved with them. A search whose hits are not saved helps nobody, so it waits for "save all".
func (s *Saving) firstPages(lang *channel.Locale) []*content.Page {
	home := s.Find(content.HomeKey, lang.Code)
	if home == nil {
		return nil
	}
	var wanted []string
	for _, choice := range home.Meta.Situations {
		wanted = append(wanted, choice.To)
	}
	var first []*content.Page
	for _, name := range append(wanted, home.Meta.Saved...) {
		if p := s.Find(content.KeyOf(name), lang.Code); p != nil && !slices.Contains(first, p) {
			first = append(first, p)
		}
	}
	return first
}

// villageFiles are the pages of all villages, with what finds them.
func (s *Saving) villageFiles(lang *channel.Locale) []string {
	names := append(s.ownFiles(lang), content.LangPrefix(lang.Code)+permalink.Directory, permalink.VillageSearch)
	for v := range s.Villages.All() {
		names = append(names, permalink.Village(v))
	}
	return names
}

// AllFiles are the pages of the site in a language that a reader is led to, those that are
// not translated in Indonesian, with their pictures and what searches them. Posters and the
// long list are for paper, and old addresses lead to what is saved anyway.
func (s *Saving) AllFiles(lang *channel.Locale) []string {
	p := content.LangPrefix(lang.Code)
	names := append(s.coreFiles(lang), s.existing([]string{permalink.Missing, p + permalink.SearchIndex, permalink.VillageSearch, permalink.NumberSearch})...)
	official := s.officialPages()
	for o := range s.Outputs() {
		if o.Layout != nil && !o.Layout.OnPaper && !official[o.Path] && s.isIn(lang, o.Path) && !slices.Contains(names, o.Path) {
			names = append(names, o.Path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Pictures)) {
		switch p := s.Pictures[name]; {
		case p.Fault != nil:
		case p.WebP != nil:
			names = append(names, p.WebPPath())
		default:
			names = append(names, p.Path)
		}
	}
	return names
}

// officialPages are those for village officials alone, and those for paper.
func (s *Saving) officialPages() map[string]bool {
	found := map[string]bool{permalink.Send: true}
	for _, lang := range s.Locales {
		found[content.LangPrefix(lang.Code)+permalink.AllNumbers] = true
	}
	for _, p := range s.Pages {
		if len(p.Meta.For) > 0 && !slices.ContainsFunc(p.Meta.For, func(who string) bool { return who != forOfficials }) {
			found[p.Path] = true
		}
	}
	return found
}

// isIn tells whether a reader of a language is led to a page.
func (s *Saving) isIn(lang *channel.Locale, name string) bool {
	first, _, _ := strings.Cut(name, "/")
	if own := s.Locale(first); own != nil {
		return own == lang
	}
	_, translated := s.ByPath[content.LangPrefix(lang.Code)+name]
	return lang.Code == content.SourceLang || !translated
}
