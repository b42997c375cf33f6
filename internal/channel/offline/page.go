package offline

import (
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/pages"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// offlineView is the page that offers to save. The sizes stand on the buttons before
// anything is fetched.
type offlineView struct {
	pages.View
	savedSizes
	Worker              string // address of sw.js; empty when it is off
	Script              string
	Core                []pages.LinkView
	Dial                []pages.HeartView // numbers for who has no network
	Villages, Countries []pages.LinkView  // hrefs from the top of the site
	Mark                string            // in each page of the site
}

// Outputs makes the page of each language that offers to save, and its script.
func Outputs(s *Saving, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.Offline
		add(s.Render(offlineFile, out, theme.OfflineLayout, func() (pages.Paged, error) {
			sizes, err := s.sizes()
			if err != nil {
				return nil, err
			}
			return s.offlineView(lang, out, sizes[lang.Code])
		}))
	}
	if !s.NoServiceWorker {
		add(channel.File(theme.SaveScriptFile, permalink.SaveScript, s.Theme.SaveScript))
	}
}

func (s *Saving) offlineView(lang *channel.Locale, out string, sizes savedSizes) (offlineView, error) {
	w := lang.Words
	v := offlineView{
		View: s.View(lang, out, w.Save, ""), savedSizes: sizes, Mark: OwnMark,
		Worker: s.WorkerAddress(lang, permalink.Root(out)), Script: permalink.Relative(out, permalink.SaveScript),
	}
	v.Also = s.Others(lang, out, permalink.Offline)
	v.Dial = s.ByHeart(lang)
	v.Core = []pages.LinkView{{Href: "index.html", Text: w.Home}, {Href: permalink.Numbers, Text: w.Numbers}}
	for _, p := range s.firstPages(lang) {
		v.Core = append(v.Core, pages.TitleLink(lang, permalink.Relative(out, p.Path), p.Meta.Title, p))
	}
	v.Countries = s.countryChoices(lang)
	if s.Villages.Len() <= mostChoice {
		v.Villages = s.villageChoices()
	}
	return v, nil
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
