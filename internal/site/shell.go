package site

import (
	"bytes"
	"cmp"
	"html/template"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// shellView is what the shell's partials receive.
type shellView struct {
	W            *Words
	Lang         string
	Root         string // the way to the top of the site
	Home         string // the way to the top of the language
	Site         string
	Organisation Organisation
	Exit         string
	Style        template.CSS
	CSP          string
	Cover        template.JS
	CoverCSP     string
	Script       string
	About        []linkView
	Glossary     bool // there is one to link
}

// renderShared renders, once for each language, what many pages hold: the
// shell at each depth, and every contact. Contacts take most of the time of a reload,
// so those of the Site of before are taken where nothing of theirs has changed.
func (s *Site) renderShared(was *Site) {
	roots := map[string]bool{"": true, "../": true}
	for _, p := range s.pages {
		roots[root(p.Path)] = true
	}
	for v := range s.villages.All() {
		roots[root(villagePath(v))] = true
	}
	if base := s.base(); base != "" {
		roots[base] = true
	}
	layout := s.theme.layouts[string(Plain)]
	part := func(name string, view worded) template.HTML {
		var w bytes.Buffer
		if err := layout.execute(&w, name, view); err != nil {
			s.faults.Add(templateFault(overlay{s.fsys, s.opt.Theme}, err))
		}
		return template.HTML(w.String())
	}
	s.roots = roots
	same := was != nil && s.contacts == was.contacts && s.Config == was.Config && s.theme == was.theme && s.opt.Date == was.opt.Date && maps.Equal(roots, was.roots)
	for _, lang := range s.langs {
		for _, r := range slices.Sorted(maps.Keys(roots)) {
			v := s.shellView(lang, r)
			lang.shell[r] = shell{Head: part("head", v), Header: part("header", v), Footer: part("footer", v)}
		}
		if same {
			before := was.lang(lang.Code)
			lang.instead, lang.cards = before.instead, before.cards
			continue
		}
		if instead := s.instead(lang, ""); len(instead) > 0 {
			lang.instead = part("instead", contactView{W: lang.Words, Instead: instead})
		}
		for _, c := range s.contacts.list {
			v := s.contactView(lang, c)
			if len(v.Numbers) == 0 {
				v.Instead = s.instead(lang, c.ID)
			}
			forms := cards{ID: c.ID, line: part("contact-line", v), row: part("contact-row", v), full: map[string]template.HTML{}}
			for _, r := range slices.Sorted(maps.Keys(roots)) {
				if len(v.Numbers) > 0 {
					v.Card = r + cardPath(c)
				}
				forms.full[r] = part("contact", v)
			}
			lang.cards[c.ID] = forms
		}
	}
}

// base gives the site's own address, with a slash at its end, where it is
// known. Nothing that a reader clicks needs it.
func (s *Site) base() string {
	base := cmp.Or(s.opt.Base, string(s.Config.Base))
	if base == "" {
		return ""
	}
	return strings.TrimSuffix(base, "/") + "/"
}

func (s *Site) shellView(lang *Lang, r string) shellView {
	home := r
	if lang.has() {
		home += langPrefix(lang.Code)
	}
	v := shellView{
		W: lang.Words, Lang: lang.Code, Root: r, Home: home, Site: s.Config.Name, Organisation: s.Config.Organisation,
		Exit: string(s.Config.Exit), Style: styleMark, CSP: sourceMark,
		Cover: s.theme.cover.js, CoverCSP: s.theme.cover.csp, Script: r + s.theme.script.path,
		Glossary: len(s.terms.list) > 0,
	}
	for _, p := range s.pages {
		if p.Kind == Plain && p.Lang == sourceLang && p.Meta.Menu != "tidak" {
			shown := s.find(p.Key, lang.Code)
			v.About = append(v.About, linkView{Href: r + shown.Path, Lang: differs(lang.Code, shown.Lang), Text: lang.marked(shown.Meta.Title, shown.Lang)})
		}
	}
	return v
}

// marked gives the words of a link, with a note where they lead to another language.
func (l *Lang) marked(text, to string) string {
	if to == l.Code {
		return text
	}
	return text + " (" + l.Words.InIndonesian + ")"
}

// address gives the whole address of an output; empty where that of the site is not
// known.
func (s *Site) address(path string) string {
	if base := s.base(); base != "" {
		return base + href(path)
	}
	return ""
}

// typedAddress gives an address as it is typed: without its scheme.
func typedAddress(address string) string {
	return strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
