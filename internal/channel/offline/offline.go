// Package offline lets readers save pages: the page that offers it and says what it costs,
// the service worker that keeps them, and the switch that takes the worker back.
package offline

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/channel"
	"suluh/internal/channel/webmanifest"
	"suluh/internal/compress"
	"suluh/internal/content"
	"suluh/internal/pages"
	"suluh/internal/permalink"
	"suluh/internal/pool"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/weight"
)

// A phone is no place for the villages of a province, nor a page for a list of
// them: from these numbers on, saving all and choosing a village are left out.
const (
	mostSaved  = site.MostOnPage
	mostChoice = 100
)

// What a worker keeps from the start; the query of its address says which, with
// the language before it.
const (
	keepCore   = "inti"
	keepChosen = "satu" // what the reader chooses is added on the page
)

// Saving is what readers can save, and what it weighs.
//
// What they save is needed three times: as a page, for the version of the service
// worker, which changes when one of the pages does, and to be weighed for the page that
// says what saving costs. Each is rendered once (Set.share). They are few: of a site that
// is too large for a phone, only the core is saved.
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
		if s.Villages.Len() <= mostSaved {
			names = append(names, s.AllFiles(lang)...) // the core among them
		} else {
			names = append(names, s.coreFiles(lang).all()...)
		}
	}
	return names
}

// ServiceWorker makes the service worker, or the switch that takes it back.
func ServiceWorker(s *Saving, add func(channel.Output)) {
	add(channel.Output{Path: permalink.ServiceWorker, From: theme.ServiceWorkerFile, Render: s.renderServiceWorker})
}

func (s *Saving) renderServiceWorker(w *bytes.Buffer) error {
	if s.NoServiceWorker {
		w.Write(s.Theme.ServiceWorker.Off)
		return nil
	}
	lists := map[string]workerList{}
	for _, lang := range s.Locales {
		if lang.Has() {
			p := content.LangPrefix(lang.Code)
			lists[p+keepCore] = s.coreFiles(lang)
			lists[p+keepChosen] = workerList{{p + permalink.Offline, s.Theme.Script.Path}, webmanifest.Files(lang)}
		}
	}
	addresses := map[string]workerList{}
	for wish, list := range lists {
		addresses[wish] = workerList{permalink.Hrefs(list[0]), permalink.Hrefs(list[1])}
	}
	files, err := json.Marshal(addresses)
	if err != nil {
		return fmt.Errorf("list what is saved: %w", err)
	}
	version, mark, err := s.versionAndMark(files, lists)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "var VERSION=%q,MARK=%q,FILES=%s;%s", version, mark, files, s.Theme.ServiceWorker.On)
	return nil
}

// OwnMark stands in every page of a site: in the button that closes it.
const OwnMark = "data-lanjut="

// workerList is what a worker keeps: files that must be there, and those that
// are saved one by one, so that a missing one costs no other.
type workerList [2][]string

func (l workerList) all() []string { return slices.Concat(l[0], l[1]) }

// coreFiles are the pages that help wherever the reader is, but for a directory
// that is too long for a phone.
func (s *Saving) coreFiles(lang *channel.Locale) workerList {
	p := content.LangPrefix(lang.Code)
	rest := append([]string{p + permalink.Topics, permalink.Missing, permalink.Icon}, webmanifest.Files(lang)...)
	for _, page := range s.firstPages(lang) {
		rest = append(rest, page.Path)
	}
	if s.Villages.Len() <= mostSaved {
		rest = append(rest, p+permalink.Directory, permalink.VillageSearch)
	}
	rest = slices.DeleteFunc(rest, func(name string) bool {
		_, there := s.ByPath[name]
		return !there
	})
	return workerList{{p + permalink.Offline, p + "index.html", p + permalink.Numbers, s.Theme.Script.Path}, rest}
}

// firstPages are those that the home page leads to: a search whose hits are not saved helps
// nobody, so its index waits for "save all".
func (s *Saving) firstPages(lang *channel.Locale) []*content.Page {
	home := s.Find(content.HomeKey, lang.Code)
	if home == nil {
		return nil
	}
	var first []*content.Page
	for _, choice := range home.Meta.Situations {
		if p := s.Find(content.KeyOf(choice.To), lang.Code); p != nil && !slices.Contains(first, p) {
			first = append(first, p)
		}
	}
	return first
}

// versionAndMark names a state of the saved files: when one of them changes, sw.js
// changes, and browsers fetch them again. Mark is what the worker knows the site's
// own pages by; a theme with a page that lacks it has none, and its worker takes
// what comes.
func (s *Saving) versionAndMark(files []byte, lists map[string]workerList) (name, mark string, err error) {
	version, mark := sha256.New(), OwnMark
	version.Write(files)
	version.Write(s.Theme.ServiceWorker.On)
	for _, wish := range slices.Sorted(maps.Keys(lists)) {
		for _, saved := range lists[wish].all() {
			data, err := s.File(saved)
			if err != nil {
				return "", "", err
			}
			version.Write(data)
			if path.Ext(saved) == ".html" && !bytes.Contains(data, []byte(OwnMark)) {
				mark = ""
			}
		}
	}
	return hex.EncodeToString(version.Sum(nil)[:3]), mark, nil
}

// serviceWorkerAddress gives the address of sw.js for a page, to which the script adds what
// to keep, or nothing when it is off.
func (s *Saving) serviceWorkerAddress(lang *channel.Locale, from string) string {
	if s.NoServiceWorker {
		return ""
	}
	return permalink.Relative(from, permalink.ServiceWorker) + "?" + content.LangPrefix(lang.Code)
}

// offlineView is the page that offers to save. Sizes are in kilobytes, rounded
// up; they stand on the buttons before anything is fetched.
type offlineView struct {
	pages.View
	savedSizes
	Worker              string // address of sw.js; empty when it is off
	Here                string // the page's own path from the top of the site
	List                string // address of what "save all" saves
	Core                []pages.LinkView
	Dial                []pages.HeartView // numbers for who has no network
	Villages, Countries []pages.LinkView  // hrefs from the top of the site
	Months              string
	Mark                string // in each page of the site
}

// Outputs makes the page of each language that offers to save, and the list of what "save
// all" saves.
func Outputs(s *Saving, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.Offline
		add(s.Render(theme.LayoutFolder+"offline.html", out, theme.OfflineLayout, func() (pages.Paged, error) { return s.offlineView(lang, out) }))
		if s.Villages.Len() <= mostSaved {
			add(channel.Output{Path: content.LangPrefix(lang.Code) + permalink.OfflineAll, From: theme.LayoutFolder + "offline.html", Render: func(w *bytes.Buffer) error {
				names, err := json.Marshal(permalink.Hrefs(s.AllFiles(lang)))
				w.Write(names)
				return err
			}})
		}
	}
}

func (s *Saving) offlineView(lang *channel.Locale, out string) (offlineView, error) {
	w := lang.Words
	v := offlineView{
		View: s.View(lang, out, w.Save, ""), Here: out, List: permalink.OfflineAll, Months: strings.Join(w.Months, " "), Mark: OwnMark,
		Worker: s.serviceWorkerAddress(lang, out),
	}
	v.Also = s.Others(lang, out, permalink.Offline)
	v.Dial = s.ByHeart(lang)
	v.Core = []pages.LinkView{{Href: "index.html", Text: w.Home}, {Href: permalink.Numbers, Text: w.Numbers}, {Href: permalink.Topics, Text: w.Search}}
	for _, p := range s.firstPages(lang) {
		v.Core = append(v.Core, pages.LinkView{Href: permalink.Relative(out, p.Path), Lang: site.Differs(lang.Code, p.Lang), Text: lang.Marked(p.Meta.Title, p.Lang)})
	}
	if s.Villages.Len() <= mostSaved {
		v.Core = append(v.Core, pages.LinkView{Href: permalink.Directory, Text: w.Directory})
	}
	v.Countries = s.countryChoices(lang)
	if s.Villages.Len() <= mostChoice {
		v.Villages = s.villageChoices()
	}
	sizes, err := s.sizes()
	v.savedSizes = sizes[lang.Code]
	return v, err
}

func (s *Saving) countryChoices(lang *channel.Locale) []pages.LinkView {
	i := slices.IndexFunc(content.Sections, func(s content.Section) bool { return s.Kind == content.Country })
	return s.SectionLinks(lang, content.Sections[i], "")
}

// villageChoices are the villages in the order of the alphabet, each with its
// kecamatan, since names repeat.
func (s *Saving) villageChoices() []pages.LinkView {
	var links []pages.LinkView
	for v := range s.Villages.All() {
		links = append(links, pages.LinkView{Href: permalink.Href(permalink.Village(v)), Text: v.Name, Note: v.District})
	}
	slices.SortFunc(links, func(a, b pages.LinkView) int { return strings.Compare(a.Text+a.Href, b.Text+b.Href) })
	return links
}

// savedSizes are the sizes on the buttons of one language, in kilobytes.
type savedSizes struct {
	CoreKB, OneKB int
	AllKB         int // 0 when there is too much to save
}

// weighSaved gives the sizes for each language; [Saving.sizes] asks it once. One village
// and one country are chosen on the phone, so their size is that of the heaviest, with
// the offline page; the script has come with that page already.
func (s *Saving) weighSaved() (map[string]savedSizes, error) {
	scale, err := s.weighNeeded()
	if err != nil {
		return nil, err
	}
	all := map[string]savedSizes{}
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		p := content.LangPrefix(lang.Code)
		sizes := savedSizes{CoreKB: weight.Kilobytes(scale.sum(s.coreFiles(lang).all()))}
		if s.Villages.Len() <= mostChoice {
			sizes.OneKB = weight.Kilobytes(scale[p+permalink.Offline] + scale.sum(webmanifest.Files(lang)) + scale.most(s.villageChoices()) + scale.most(s.countryChoices(lang)))
		}
		if s.Villages.Len() <= mostSaved {
			sizes.AllKB = weight.Kilobytes(scale.sum(s.AllFiles(lang)))
		}
		all[lang.Code] = sizes
	}
	return all, nil
}

// weights are what files weigh on their way, by path.
type weights map[string]int

// weighNeeded weighs every file that a reader may save, several at once.
func (s *Saving) weighNeeded() (weights, error) {
	names := slices.Sorted(maps.Keys(s.Needed))
	sizes, errs := make([]int, len(names)), make([]error, len(names))
	guesses := sync.Pool{New: func() any { return new(compress.Estimator) }}
	pool.Each(len(names), s.Jobs(), func(i int) {
		guess := guesses.Get().(*compress.Estimator)
		defer guesses.Put(guess)
		sizes[i], errs[i] = s.weightOf(names[i], guess)
	})
	found := weights{}
	for i, name := range names {
		found[name] = sizes[i]
	}
	return found, cmp.Or(errs...)
}

// weightOf is an upper bound, some 8 % above the truth: the best compression takes
// fifty times as long, and no reader is harmed by paying less than was said. The page
// that says the sizes counts as its budget.
func (s *Saving) weightOf(name string, guess *compress.Estimator) (int, error) {
	if path.Base(name) == permalink.Offline {
		return theme.LayoutOf(theme.OfflineLayout).Budget(s.Config).Target, nil
	}
	data, err := s.File(name)
	if err != nil || path.Ext(name) == ".webp" {
		return len(data), err
	}
	hash := cache.HashOf(data)
	if n, known := s.weighed.Load(hash); known {
		return n.(int), nil
	}
	n, err := guess.Size(data)
	s.weighed.Store(hash, n)
	return n, err
}

func (w weights) sum(names []string) int {
	total := 0
	for _, name := range names {
		total += w[name]
	}
	return total
}

func (w weights) most(links []pages.LinkView) int {
	most := 0
	for _, link := range links {
		name, err := url.PathUnescape(link.Href)
		if err != nil {
			panic("site: href wrote " + link.Href)
		}
		most = max(most, w[name])
	}
	return most
}

// AllFiles are the pages of the site in a language, those that are not
// translated in Indonesian, with their pictures. Posters are for paper, and
// old addresses lead to what is saved anyway.
func (s *Saving) AllFiles(lang *channel.Locale) []string {
	names := s.coreFiles(lang).all()
	index := content.LangPrefix(lang.Code) + permalink.SearchIndex
	if _, there := s.ByPath[index]; there {
		names = append(names, index)
	}
	for o := range s.Outputs() {
		if o.Layout != nil && !o.Layout.OnPaper && s.isIn(lang, o.Path) && !slices.Contains(names, o.Path) {
			names = append(names, o.Path)
		}
	}
	if _, there := s.ByPath[permalink.Send]; there { // which is a page of Indonesian alone, with a script of its own
		names = append(names, permalink.SendScript)
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

// isIn tells whether a reader of a language is led to a page.
func (s *Saving) isIn(lang *channel.Locale, name string) bool {
	first, _, _ := strings.Cut(name, "/")
	if own := s.Locale(first); own != nil {
		return own == lang
	}
	_, translated := s.ByPath[content.LangPrefix(lang.Code)+name]
	return lang.Code == content.SourceLang || !translated
}
