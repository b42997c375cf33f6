package channel

import (
	"maps"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// Without says what is left out of a site. No page links what is left out.
type Without struct {
	Posters bool
	Cards   bool // vCards of the villages
	Sitemap bool
	Find    bool // search, in guides and villages
	Links   bool // whether links lead somewhere is not checked
}

// Source is what outputs are made of: the site, its theme, and the words of each of
// its languages.
type Source struct {
	*site.Site
	Theme           *theme.Theme
	Locales         []*Locale
	Without         Without
	NoServiceWorker bool        // the kill switch is published in place of the service worker, and nothing is offered to be saved
	Faults          source.List // of languages that the theme does not know
}

// NewSource joins a site and its theme. A language that the theme does not know has empty
// words.
func NewSource(s *site.Site, t *theme.Theme, without Without, noWorker bool) *Source {
	n := &Source{Site: s, Theme: t, Without: without, NoServiceWorker: noWorker}
	for _, lang := range s.Langs {
		words := t.Words[lang.Code]
		if words == nil {
			n.Faults.Add(s.AtValue(content.ConfigFile, source.LanguageUnknown, []any{lang.Code, strings.Join(slices.Sorted(maps.Keys(t.Words)), ", ")}, "bahasa", max(0, slices.Index(s.Config.Listed, lang.Code))))
			words = theme.NoWords()
		}
		n.Locales = append(n.Locales, &Locale{Lang: lang, Words: words})
	}
	return n
}

// HasCard tells whether a village has a contact to keep.
func (s *Source) HasCard(v *village.Entry) bool { return !s.Without.Cards && s.ShowsNumber(v) }
