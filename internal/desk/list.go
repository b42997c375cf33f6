package desk

import (
	"cmp"
	"maps"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/content"
	"suluh/internal/due"
	"suluh/internal/permalink"
	"suluh/internal/publish"
	"suluh/internal/source"
	"suluh/internal/village"
)

// listView is the first page: what has to be done, and every file with its state.
type listView struct {
	Asked    string // what was searched
	Waiting  int    // what was sent in and is not written yet
	Errors   int
	Faults   []faultView
	More     int // faults beyond those that are listed
	Due      []dueView
	DueMore  int
	Groups   []fileGroup
	Villages []fileView
	Hidden   int // villages beyond those that are listed
	Site     []fileView
}

type faultView struct {
	File   string
	Line   int
	Error  bool
	Field  string // of the form, where it is one's
	InData bool   // in the data above the text, which a form does not show line by line
	Code   source.Code
	source.Text
	Near string
}

type dueView struct{ Name, File, By string }

type fileGroup struct {
	Title string
	Files []fileView
}

// fileView is one file with its state in words.
type fileView struct {
	File, Title, Note string
	Link              string // of its page on the preview; empty when it has none
	HasForm           bool   // it is written field by field
	States            []stateView
}

// stateView is one thing to know of a file. Sort is how it looks: baik, awas, salah.
type stateView struct{ Sort, Text string }

const (
	soon         = 30 // days ahead of what is due
	mostFaults   = 20
	mostDue      = 10
	mostVillages = 300
)

// list shows the first page.
func (d *Desk) list(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	v := listView{Asked: strings.TrimSpace(r.URL.Query().Get("cari")), Waiting: d.waiting()}
	d.weigher.weigh(s)
	v.addFaults(s)
	if v.Asked == "" { // who searches wants to see what was found
		if err := v.addDue(s); err != nil {
			d.trouble(w, err)
			return
		}
	}
	told := faultsByFile(s)
	v.Groups = d.pageGroups(s, told, v.Asked)
	for e := range s.Villages.All() {
		if !matches(v.Asked, e.Name, e.District, e.Code, e.File) {
			continue
		}
		if len(v.Villages) == mostVillages {
			v.Hidden++
			continue
		}
		v.Villages = append(v.Villages, villageRow(s, e, told[e.File]))
	}
	for _, name := range []string{content.ConfigFile, content.ContactFile, content.GlossaryFile, content.SearchWordsFile, content.QuestionsFile, content.StyleGuideFile} {
		if s.Has(name) && matches(v.Asked, name) {
			v.Site = append(v.Site, fileView{File: name, Title: path.Base(name), States: faultStates(told[name])})
		}
	}
	d.show(w, "list", "Meja kerja", v)
}

// matches tells whether one of some texts holds what was searched.
func matches(asked string, texts ...string) bool {
	asked = strings.ToLower(asked)
	return asked == "" || slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(strings.ToLower(t), asked) })
}

func faultsByFile(s *publish.Edition) map[string]source.List {
	told := map[string]source.List{}
	for _, d := range s.Check() {
		told[d.Name] = append(told[d.Name], d)
	}
	return told
}

func faultOf(d *source.Diagnostic) faultView {
	return faultView{File: d.Name, Line: d.Line, Error: d.Severity() == source.Error, Code: d.Code, Text: d.In(source.Indonesian), Near: d.Near}
}

// addFaults lists what keeps the site from being published.
func (v *listView) addFaults(s *publish.Edition) {
	for _, d := range s.Check() {
		if d.Severity() != source.Error {
			continue
		}
		if v.Errors++; len(v.Faults) < mostFaults {
			v.Faults = append(v.Faults, faultOf(d))
		} else {
			v.More++
		}
	}
}

// addDue lists what has to be checked this month.
func (v *listView) addDue(s *publish.Edition) error {
	items, err := due.List(s.Site, s.Date().Add(soon))
	if err != nil {
		return err
	}
	for _, item := range items {
		if item.By.IsZero() || item.Missing {
			continue // villages without a number are listed as such
		}
		if len(v.Due) == mostDue {
			v.DueMore++
			continue
		}
		v.Due = append(v.Due, dueView{item.Name, item.File, item.By.String()})
	}
	return nil
}

// pageGroups lists the written pages by their folders.
func (d *Desk) pageGroups(s *publish.Edition, told map[string]source.List, asked string) []fileGroup {
	by := map[string][]fileView{}
	for _, in := range s.Inputs.List {
		if path.Ext(in.Name) != ".md" {
			continue
		}
		row := fileView{File: in.Name, Title: path.Base(in.Name), States: faultStates(told[in.Name])}
		if p := in.Page; p != nil {
			row.HasForm = true
			row.Title = cmp.Or(p.Meta.Title, row.Title)
			row.Note = p.Meta.Summary
			row.States = append(row.States, pageStates(s, p)...)
			if p.Doc != nil {
				row.Link = "/" + permalink.Href(p.Path)
				row.States = append(row.States, d.readingStates(s, p)...)
			}
		}
		if len(row.States) == 0 {
			row.States = []stateView{{"baik", "terbit"}}
		}
		if matches(asked, row.File, row.Title, row.Note) {
			folder := path.Dir(in.Name)
			by[folder] = append(by[folder], row)
		}
	}
	var groups []fileGroup
	for _, folder := range slices.Sorted(maps.Keys(by)) {
		groups = append(groups, fileGroup{Title: folder, Files: by[folder]})
	}
	return groups
}

// faultStates counts what is wrong with a file.
func faultStates(faults source.List) []stateView {
	errs, warnings := 0, 0
	for _, d := range faults {
		if d.Severity() == source.Error {
			errs++
		} else {
			warnings++
		}
	}
	var states []stateView
	if errs > 0 {
		states = append(states, stateView{"salah", count(errs, "kesalahan")})
	}
	if warnings > 0 {
		states = append(states, stateView{"awas", count(warnings, "peringatan")})
	}
	return states
}

// pageStates says what an editor has to know of a page beside its faults.
func pageStates(s *publish.Edition, p *content.Page) []stateView {
	var states []stateView
	switch {
	case p.Meta.Draft && p.Meta.Ready:
		states = append(states, stateView{"awas", "menunggu dibaca orang kedua"})
	case p.Meta.Draft && !p.Meta.Read.IsZero():
		states = append(states, stateView{"baik", "draf, sudah dibaca orang kedua"})
	case p.Meta.Draft:
		states = append(states, stateView{"awas", "draf"})
	case !p.Meta.Published(s.Date()):
		states = append(states, stateView{"awas", "tidak terbit hari ini"})
	}
	of := p.Meta.AsOf()
	if of.Compiled {
		states = append(states, stateView{"awas", "belum dicocokkan"})
	}
	if by := of.Date.Add(cmp.Or(p.Meta.ValidFor, s.Config.ValidFor)); !of.IsZero() && !s.Date().Add(soon).Before(by) {
		states = append(states, stateView{"awas", "harus dicocokkan sebelum " + by.String()})
	}
	if p.Lang != content.SourceLang {
		return append(states, translationStates(s, p)...)
	}
	for _, lang := range s.Langs[1:] {
		if lang.Pages[p.Key] == nil && p.Meta.Menu != "tidak" {
			states = append(states, stateView{"biasa", "belum ada " + lang.Code})
		}
	}
	return states
}

// readingStates says whether a page is hard to read or heavy to load.
func (d *Desk) readingStates(s *publish.Edition, p *content.Page) []stateView {
	var states []stateView
	if g := s.StyleGuide; g != nil && g.Hardest > 0 && p.Lang == content.SourceLang && p.Doc.Reading().LIX() > float64(g.Hardest) {
		states = append(states, stateView{"awas", "sulit dibaca"})
	}
	if d.weigher.isHeavy(s, p.Path) {
		states = append(states, stateView{"awas", "berat"})
	}
	return states
}

// translationStates says how far a translation is behind: by its parts where they are known,
// else by its date.
func translationStates(s *publish.Edition, p *content.Page) []stateView {
	of := s.Find(p.Key, content.SourceLang)
	switch n := p.Behind(of); {
	case of == nil:
		return nil
	case n > 0:
		return []stateView{{"awas", count(n, "bagian terjemahan tertinggal")}}
	case len(p.Meta.Origin) == 0 && p.Meta.AsOf().Date.Before(of.Meta.AsOf().Date):
		return []stateView{{"awas", "terjemahan tertinggal"}}
	}
	return nil
}

func villageRow(s *publish.Edition, e *village.Entry, faults source.List) fileView {
	row := fileView{File: e.File, Title: e.Name, Note: e.District, Link: "/" + permalink.Href(permalink.Village(e)), States: faultStates(faults)}
	switch {
	case !e.HasNumber():
		row.States = append(row.States, stateView{"awas", "nomor belum ada"})
	case !s.ShowsNumber(e):
		row.States = append(row.States, stateView{"awas", "nomor tidak ditampilkan"})
	default:
		row.States = append(row.States, stateView{"baik", "nomor tampil"})
	}
	return row
}

func count(n int, what string) string { return strconv.Itoa(n) + " " + what }
