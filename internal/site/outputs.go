package site

import (
	"bytes"
	"cmp"
	"html/template"
	"io/fs"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"suluh/internal/markdown"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Output is one file of the site. Render writes it, and may be called from any
// goroutine; what it writes depends on the Site alone.
type Output struct {
	Path     string
	Layout   string // of a page; empty for other files
	Pictures int    // bytes of the pictures that a page shows
	Render   func(*bytes.Buffer) error
	from     string // the file to blame when two outputs have one path
}

// bytes renders an output by itself.
func (o Output) bytes() ([]byte, error) {
	var w bytes.Buffer
	err := o.Render(&w)
	return w.Bytes(), err
}

// Addresses of pages that are made from several files, below the language.
const (
	directoryPath = "desa/index.html"
	numbersPath   = "nomor-penting.html"
	glossaryPath  = "arti-kata.html"
	topicsPath    = "cari.html"
	missingPath   = "404.html"
)

// generator makes outputs of one sort. A new sort of output is one row here.
type generator struct {
	name string
	run  func(s *Site, add func(Output))
}

var generators = []generator{
	{"pages", pageOutputs},
	{"old addresses", aliasOutputs},
	{"lists of a section", listOutputs},
	{"village directory", directoryOutputs},
	{"contacts", numbersOutputs},
	{"glossary", glossaryOutputs},
	{"topics", topicOutputs},
	{"not found", missingOutputs},
	{"pictures", pictureOutputs},
	{"documents", fileOutputs},
	{"static files", staticOutputs},
}

// linkOutputs lists every output but the villages, and says where two want the
// same path.
func (s *Site) linkOutputs() {
	for _, g := range generators {
		g.run(s, s.addOutput)
	}
	for v := range s.villages.All() {
		if i, taken := s.byPath[villagePath(v)]; taken {
			s.faults.Add(whole(v.File, source.AddressTwice, villagePath(v), s.fixed[i].from))
		}
	}
	slices.SortFunc(s.fixed, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	for i, o := range s.fixed {
		s.byPath[o.Path] = i
	}
}

func (s *Site) addOutput(o Output) {
	if i, taken := s.byPath[o.Path]; taken {
		s.faults.Add(whole(o.from, source.AddressTwice, o.Path, s.fixed[i].from))
		return
	}
	s.byPath[o.Path] = len(s.fixed)
	s.fixed = append(s.fixed, o)
}

// Outputs gives every file of the site, always in the same order.
func (s *Site) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for _, o := range s.fixed {
			if !yield(o) {
				return
			}
		}
		for v := range s.villages.All() {
			if !yield(s.villageOutput(v)) || !yield(s.posterOutput(v)) {
				return
			}
		}
	}
}

// Lookup gives the output with a path.
func (s *Site) Lookup(name string) (Output, bool) {
	if i, ok := s.byPath[name]; ok {
		return s.fixed[i], true
	}
	slug, ok := strings.CutPrefix(strings.TrimSuffix(name, ".html"), "desa/")
	if v := s.villages.Find(slug); ok && v != nil && villagePath(v) == name {
		return s.villageOutput(v), true
	}
	if v := s.villages.Find(strings.TrimSuffix(slug, "-poster")); ok && v != nil && posterPath(v) == name {
		return s.posterOutput(v), true
	}
	return Output{}, false
}

// render makes an output of a layout and a view.
func (s *Site) render(from, outPath, layout string, view func() (any, error)) Output {
	return Output{Path: outPath, Layout: layout, from: from, Render: s.renderer(layout, "page", view)}
}

// renderer executes one template of a layout.
func (s *Site) renderer(layout, name string, view func() (any, error)) func(*bytes.Buffer) error {
	return func(w *bytes.Buffer) error {
		v, err := view()
		if err != nil {
			return err
		}
		if err := s.theme.layouts[layout].execute(w, name, v); err != nil {
			return templateFault(overlay{s.fsys, s.opt.Theme}, err)
		}
		return nil
	}
}

func pageOutputs(s *Site, add func(Output)) {
	for _, p := range s.pages {
		o := s.render(p.File, p.Path, string(p.Kind), func() (any, error) { return s.pageView(p), nil })
		o.Pictures = s.pictureBytes(pageOrigin(p), p.Doc)
		add(o)
	}
}

// aliasOutputs keep old addresses alive: a page that leads on, without script.
func aliasOutputs(s *Site, add func(Output)) {
	for _, p := range s.pages {
		for _, old := range p.Meta.Alias {
			old = strings.TrimPrefix(path.Clean("/"+old), "/")
			if path.Ext(old) != ".html" {
				old += ".html"
			}
			add(Output{Path: old, from: p.File, Render: s.renderer(string(Plain), "moved", func() (any, error) {
				return movedView{W: s.lang(p.Lang).Words, Lang: p.Lang, Href: relative(old, p.Path), Tab: s.Config.TabName}, nil
			})})
		}
	}
}

type movedView struct {
	W               *Words
	Lang, Href, Tab string
}

// listView is a page that lists the pages of a section.
type listView struct {
	view
	Links []linkView
}

func listOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		for _, section := range sections {
			if !section.listed {
				continue
			}
			title := map[Kind]string{Guide: lang.Words.Guides, Checklist: lang.Words.Checklists, Country: lang.Words.Countries}[section.kind]
			out := langPrefix(lang.Code) + section.path + "index.html"
			add(s.render(contentFolder+section.folder, out, "list", func() (any, error) {
				v := s.view(lang, out, title, "")
				v.Also = s.others(lang, out, section.path+"index.html")
				return listView{view: v, Links: s.sectionLinks(lang, section, out)}, nil
			}))
		}
	}
}

// others links a page that is made from several files in the other languages.
func (s *Site) others(here *Lang, from, name string) []linkView {
	var links []linkView
	for _, lang := range s.langs {
		if lang != here && lang.has() {
			links = append(links, linkView{Href: relative(from, langPrefix(lang.Code)+name), Lang: lang.Code, Text: lang.Words.Name})
		}
	}
	return links
}

// directoryView lists the villages by kecamatan.
type directoryView struct {
	view
	Count   int
	Groups  []groupView
	Instead []contactView
}

func directoryOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + directoryPath
		add(s.render(village.Folder, out, "directory", func() (any, error) {
			v := directoryView{view: s.view(lang, out, lang.Words.Directory, ""), Count: s.villages.Len(), Instead: s.instead(lang, "")}
			v.Also = s.others(lang, out, directoryPath)
			v.Groups = s.districts(lang, out)
			return v, nil
		}))
	}
}

// districts groups the villages by kecamatan, in the order of the alphabet;
// those whose kecamatan is not known come last.
func (s *Site) districts(lang *Lang, from string) []groupView {
	byName := map[string]*groupView{}
	for v := range s.villages.All() {
		g := byName[v.District]
		if g == nil {
			title := lang.Words.PlaceUnknown
			if v.District != "" {
				title = lang.Words.District + " " + v.District
			}
			g = &groupView{Title: title}
			byName[v.District] = g
		}
		g.Links = append(g.Links, linkView{
			Href: relative(from, villagePath(v)), Lang: differs(lang.Code, sourceLang), Text: v.Name, Note: v.District,
		})
	}
	names := sortedKeys(byName)
	if len(names) > 0 && names[0] == "" {
		names = append(names[1:], "")
	}
	var groups []groupView
	for _, name := range names {
		g := byName[name]
		slices.SortFunc(g.Links, func(a, b linkView) int { return strings.Compare(a.Text, b.Text) })
		groups = append(groups, *g)
	}
	return groups
}

// numbersView is every contact, in groups.
type numbersView struct {
	view
	Groups  []groupView
	ByHeart []contactView // the first two of those that stand in for others
}

func numbersOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + numbersPath
		add(s.render(contactFile, out, "contacts", func() (any, error) {
			v := numbersView{view: s.view(lang, out, lang.Words.Numbers, ""), Groups: s.contactGroups(lang)}
			v.ByHeart = s.instead(lang, "")
			v.ByHeart = v.ByHeart[:min(2, len(v.ByHeart))]
			v.Also = s.others(lang, out, numbersPath)
			return v, nil
		}))
	}
}

// contactGroups orders the contacts as they are looked for: the national
// lines, those at home, then country by country.
func (s *Site) contactGroups(lang *Lang) []groupView {
	w := lang.Words
	groups := []groupView{
		{ID: "nasional", Title: w.National}, {ID: "kabupaten", Title: s.regencyName(w)}, {ID: "provinsi", Title: s.provinceName(w)},
	}
	for _, section := range sections {
		if section.kind != Country {
			continue
		}
		for _, p := range s.pages {
			if p.Kind == Country && p.Lang == sourceLang {
				shown := s.find(p.Key, lang.Code)
				groups = append(groups, groupView{ID: strings.TrimPrefix(p.Key, "negara/"), Title: shown.shortTitle()})
			}
		}
	}
	rest := groupView{ID: "luar-negeri", Title: w.Abroad}
	for _, c := range s.contacts.list {
		card := lang.cards[c.ID]
		placed := false
		for i := range groups {
			if groups[i].ID == c.Group || slices.Contains(c.Countries, groups[i].ID) {
				groups[i].Cards = append(groups[i].Cards, card)
				placed = true
				break
			}
		}
		if !placed {
			rest.Cards = append(rest.Cards, card)
		}
	}
	groups = append(groups, rest)
	return slices.DeleteFunc(groups, func(g groupView) bool { return len(g.Cards) == 0 })
}

func (s *Site) regencyName(w *Words) string {
	if s.Config.Regency.Name == "" {
		return w.Local
	}
	return w.Regency + " " + s.Config.Regency.Name
}

// provinceName is the official name of the area above the regency.
func (s *Site) provinceName(w *Words) string {
	province, _, _ := strings.Cut(s.Config.Regency.Code, ".")
	return cmp.Or(s.villages.Areas[province], w.Province)
}

// glossaryView is every word with its meaning.
type glossaryView struct {
	view
	Letters []letterView
}

// letterView is the words that begin with one letter.
type letterView struct {
	Letter, ID string
	Terms      []termView
	Links      []linkView
}

type termView struct {
	ID, Word, LongForm, Meaning, Example string
	Also                                 string
}

func glossaryOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() || len(s.terms.list) == 0 {
			continue
		}
		out := langPrefix(lang.Code) + glossaryPath
		add(s.render(termFile, out, "glossary", func() (any, error) {
			v := glossaryView{view: s.view(lang, out, lang.Words.Glossary, "")}
			v.Also = s.others(lang, out, glossaryPath)
			for _, t := range s.terms.list {
				letter := letterOf(&v.Letters, t.Word)
				letter.Terms = append(letter.Terms, termView{
					ID: t.ID(), Word: t.Word, LongForm: t.LongForm, Example: t.Example,
					Meaning: pick(lang.Code != sourceLang, t.MeaningEN, t.Meaning), Also: strings.Join(t.Also, ", "),
				})
			}
			return v, nil
		}))
	}
}

// letterOf gives the group of a word's first letter; words come sorted.
func letterOf(letters *[]letterView, word string) *letterView {
	first, _ := utf8.DecodeRuneInString(word)
	letter := strings.ToUpper(string(first))
	if n := len(*letters); n == 0 || (*letters)[n-1].Letter != letter {
		*letters = append(*letters, letterView{Letter: letter, ID: "huruf-" + cmp.Or(markdown.Slug(letter), "lain")})
	}
	return &(*letters)[len(*letters)-1]
}

// topicsView is every page from A to Z: what a search finds, without a script.
type topicsView struct {
	view
	Letters []letterView
}

func topicOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + topicsPath
		add(s.render(contentFolder, out, "topics", func() (any, error) {
			v := topicsView{view: s.view(lang, out, lang.Words.Search, "")}
			v.Also = s.others(lang, out, topicsPath)
			var links []linkView
			for _, section := range sections {
				links = append(links, s.sectionLinks(lang, section, out)...)
			}
			slices.SortStableFunc(links, func(a, b linkView) int { return strings.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)) })
			for _, link := range links {
				letter := letterOf(&v.Letters, link.Text)
				letter.Links = append(letter.Links, link)
			}
			return v, nil
		}))
	}
}

// missingOutputs make the page for addresses that do not exist. A server shows
// it at any depth, so it links by the base URL where there is one.
func missingOutputs(s *Site, add func(Output)) {
	lang := s.langs[0]
	add(s.render(layoutFolder+"missing.html", missingPath, "missing", func() (any, error) {
		v := s.view(lang, missingPath, lang.Words.Missing, "")
		if base := s.base(); base != "" {
			v.Root, v.Shell = base, lang.shell[base]
		}
		return pageView{view: v}, nil
	}))
}

// fileOutputs copy the documents that texts link.
func fileOutputs(s *Site, add func(Output)) {
	for _, name := range sortedKeys(s.files) {
		add(Output{Path: strings.TrimPrefix(name, contentFolder), from: name, Render: func(w *bytes.Buffer) error {
			data, err := fs.ReadFile(s.fsys, name)
			w.Write(data)
			return err
		}})
	}
}

func staticOutputs(s *Site, add func(Output)) {
	for _, a := range s.theme.static {
		add(fileOutput(a.name, a.path, a.data))
	}
}

func (s *Site) villageOutput(v *village.Village) Output {
	return s.render(v.File, villagePath(v), "village", func() (any, error) { return s.villageView(v) })
}

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
	About        []linkView
	Glossary     bool // there is one to link
}

// renderShared renders, once for each language, what many pages hold: the
// shell at each depth, and every contact.
func (s *Site) renderShared(l *loader) {
	s.markdown = l.markdown
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
	part := func(name string, view any) template.HTML {
		var w bytes.Buffer
		if err := layout.execute(&w, name, view); err != nil {
			s.faults.Add(templateFault(overlay{s.fsys, s.opt.Theme}, err))
		}
		return template.HTML(w.String())
	}
	for _, lang := range s.langs {
		for _, r := range sortedKeys(roots) {
			v := s.shellView(lang, r)
			lang.shell[r] = shell{Head: part("head", v), Header: part("header", v), Footer: part("footer", v)}
		}
		for _, c := range s.contacts.list {
			v := s.contactView(lang, c)
			if len(v.Numbers) == 0 {
				v.Instead = s.instead(lang, c.ID)
			}
			lang.cards[c.ID] = cards{ID: c.ID, full: part("contact", v), line: part("contact-line", v), row: part("contact-row", v)}
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
		Exit: string(s.Config.Exit), Style: s.theme.style.css, CSP: s.theme.style.csp,
		Glossary: len(s.terms.list) > 0,
	}
	for _, p := range s.pages {
		if p.Kind == Plain && p.Lang == sourceLang && p.Meta.Menu != "tidak" {
			shown := s.find(p.Key, lang.Code)
			v.About = append(v.About, linkView{Href: r + shown.Path, Lang: differs(lang.Code, shown.Lang), Text: shown.Meta.Title})
		}
	}
	return v
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
