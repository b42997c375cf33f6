package pages

import (
	"errors"
	"html/template"
	"maps"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/compress"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/source"
	"suluh/internal/theme"
	"suluh/internal/weight"
)

// chromeView is what the shell's partials receive.
type chromeView struct {
	W            *theme.Words
	Lang         string
	Root         string // the way to the top of the site
	Home         string // the way to the top of the language
	Site         string
	Logo         *logoView // beside the name of the site; nil without one
	Organisation content.Organisation
	Exit         string
	Style        template.CSS
	CSP          string
	Cover        template.JS
	CoverCSP     string
	Script       string
	About        []LinkView
	Glossary     bool   // there is one to link
	Worker       string // address of sw.js, to which a script adds what to keep; empty when nothing is saved
	PageKB       int    // the most that saving a page costs
}

// logoView is the picture beside the name of the site. It says nothing that the name
// does not.
type logoView struct {
	Src           string
	Width, Height int // in pixels of CSS; a drawing without a size has no width
}

// logoHeight is that of a line of the header.
const logoHeight = 32

// Maker makes the pages of a site. What many of them hold is rendered when it is made:
// the shell at each depth, and every contact.
type Maker struct {
	*channel.Source
	parts  map[*channel.Locale]*parts
	roots  map[string]bool // ways to the top that pages have
	below  map[string]bool // those that villages have
	pageKB int             // the most that saving a page costs
	Faults source.List     // of the partials
}

// parts are what many pages of one language hold.
type parts struct {
	chrome   map[string]chrome       // by root: "", "../", "../../"
	cards    map[string]contactForms // by contact
	number   string                  // one that can be dialled from everywhere; or empty
	fallback template.HTML           // the contacts that stand in where a number is not known
}

// New renders what pages share. Contacts take most of the time of a reload,
// so those of the Maker of before are taken where nothing of theirs has changed; was is
// that one, or nil.
func New(from *channel.Source, was *Maker) *Maker {
	s := &Maker{Source: from, parts: map[*channel.Locale]*parts{}, roots: map[string]bool{"": true, "../": true}}
	for _, p := range s.Pages {
		s.roots[permalink.Root(p.Path)] = true
	}
	if was != nil && s.Villages.SameFiles(was.Villages) {
		s.below = was.below
	} else {
		s.below = map[string]bool{}
		for v := range s.Villages.All() {
			s.below[permalink.Root(permalink.Village(v))] = true
		}
	}
	maps.Copy(s.roots, s.below)
	if base := s.Base(); base != "" {
		s.roots[base] = true
	}
	s.pageKB = s.mostToSave()
	same := was != nil && s.Contacts == was.Contacts && s.Config == was.Config && s.Theme == was.Theme && s.Date() == was.Date() && maps.Equal(s.roots, was.roots)
	for _, lang := range s.Locales {
		own := &parts{chrome: map[string]chrome{}, cards: map[string]contactForms{}}
		if heart := s.ByHeart(lang); len(heart) > 0 {
			own.number = heart[0].Text
		}
		s.parts[lang] = own
		for _, r := range slices.Sorted(maps.Keys(s.roots)) {
			v := s.shellView(lang, r)
			own.chrome[r] = chrome{Head: s.part("head", v), Header: s.part("header", v), Save: s.part("save", v), Footer: s.part("footer", v)}
		}
		if same {
			before := was.parts[was.Locale(lang.Code)]
			own.fallback, own.cards = before.fallback, before.cards
			continue
		}
		if instead := s.fallbacks(lang, "", false); len(instead) > 0 {
			own.fallback = s.part("fallbacks", contactView{W: lang.Words, Fallbacks: instead})
		}
		for _, c := range s.Contacts.List {
			own.cards[c.ID] = s.contactCards(lang, c)
		}
	}
	return s
}

// part renders a partial by itself.
func (s *Maker) part(name string, view worded) template.HTML {
	html, err := s.Theme.Part(name, view.words(), view)
	if d, ok := errors.AsType[*source.Diagnostic](err); ok {
		s.Faults.Add(d)
	}
	return html
}

// contactCards renders the forms of a contact, for readers at home and abroad.
func (s *Maker) contactCards(lang *channel.Locale, c *content.Contact) contactForms {
	forms := s.cardsFor(lang, c, false)
	abroad := s.cardsFor(lang, c, true)
	forms.abroad = &abroad
	return forms
}

func (s *Maker) cardsFor(lang *channel.Locale, c *content.Contact, abroad bool) contactForms {
	v := s.contactView(lang, c, abroad)
	forms := contactForms{ID: c.ID, line: s.part("contact-line", v), row: s.part("contact-row", v), full: map[string]template.HTML{}, bare: map[string]template.HTML{}, closed: map[string]template.HTML{}}
	forms.known = len(v.Numbers) > 0
	forms.doubt = forms.known && (v.Doubtful || v.Stale || slices.ContainsFunc(v.Numbers, func(n numberView) bool { return strings.Contains(n.Note, lang.Words.DoubtNote) }))
	for _, r := range slices.Sorted(maps.Keys(s.roots)) {
		if len(v.Numbers) > 0 {
			v.Card = r + permalink.ContactCard(c)
		}
		forms.bare[r] = s.part("contact", v)
		forms.full[r] = forms.bare[r]
		if abroad {
			forms.closed[r] = s.part("contact-closed", v)
		}
		if len(v.Numbers) == 0 {
			instead := v
			instead.Fallbacks = s.fallbacks(lang, c.ID, abroad)
			forms.full[r] = s.part("contact", instead)
		}
	}
	return forms
}

func (s *Maker) shellView(lang *channel.Locale, r string) chromeView {
	home := r
	if lang.Has() {
		home += content.LangPrefix(lang.Code)
	}
	v := chromeView{
		W: lang.Words, Lang: lang.Code, Root: r, Home: home, Site: s.Config.Name, Organisation: s.Config.Organisation,
		Exit: string(s.Config.Exit), Style: theme.StyleMark, CSP: theme.SourceMark,
		Cover: s.Theme.Cover.JS, CoverCSP: s.Theme.Cover.CSP, Script: r + s.Theme.Script.Path,
		Glossary: len(s.Glossary.List) > 0, Worker: s.WorkerAddress(lang, r), PageKB: s.pageKB,
	}
	if p := s.Pictures[s.Config.LogoFile()]; p != nil && p.Fault == nil {
		v.Logo = &logoView{Src: r + p.Path, Width: logoHeight * p.Width / max(1, p.Height), Height: logoHeight}
	}
	for _, p := range s.Pages {
		if p.Kind == content.Plain && p.Lang == content.SourceLang && p.Meta.Menu != "tidak" {
			shown := s.Find(p.Key, lang.Code)
			v.About = append(v.About, TitleLink(lang, r+shown.Path, shown.ShortTitle(shown.Lang), shown))
		}
	}
	return v
}

// WorkerAddress gives the address of sw.js for pages with a way to the top, to which a script
// adds what to keep; empty when nothing is saved.
func (s *Maker) WorkerAddress(lang *channel.Locale, root string) string {
	if s.NoServiceWorker {
		return ""
	}
	return root + permalink.ServiceWorker + "?" + content.LangPrefix(lang.Code)
}

// mostToSave gives the most that it costs a reader to save one page, in kilobytes: the
// heaviest page that is published, the page that shows what is saved, and its script.
func (s *Maker) mostToSave() int {
	script, err := compress.Quick(s.Theme.SaveScript)
	if err != nil {
		script = len(s.Theme.SaveScript)
	}
	return weight.Kilobytes(weight.HardLimit + theme.LayoutOf(theme.OfflineLayout).Budget(s.Config).Target + script)
}

// typedAddress gives an address as it is typed: without its scheme.
func typedAddress(address string) string {
	return strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
}
