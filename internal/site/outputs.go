package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/village"
)

// Output is one file of the site. Render writes it, and may be called from any
// goroutine; what it writes depends on the Site alone.
type Output struct {
	Path     string
	Layout   *Layout // of a page; nil for other files
	Pictures int     // bytes of the pictures that a page shows
	Render   func(*bytes.Buffer) error
	key      func() cache.Hash
	from     string // the file to blame when two outputs have one path
}

// Key gives what stands for everything that an output is made of: two Sites that give
// an Output of one path the same Key give it the same bytes. The zero Key says nothing.
func (o Output) Key() cache.Hash { return o.key() }

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
	{"contacts to keep", cardOutputs},
	{"topics", topicOutputs},
	{"search index", indexOutputs},
	{"cards for the pocket", pocketOutputs},
	{"not found", missingOutputs},
	{"form of an office", sendOutputs},
	{"saving for offline", offlineOutputs},
	{"worker", workerOutputs},
	{"manifest", manifestOutputs},
	{"pages for machines", llmsOutputs},
	{"pictures", pictureOutputs},
	{"documents", fileOutputs},
	{"static files", staticOutputs},
	{"sitemap", sitemapOutputs}, // of what stands above
}

// linkOutputs lists every output but the villages, and says where two want the
// same path.
func (s *Site) linkOutputs() {
	s.fixed, s.byPath, s.folded, s.folders = nil, map[string]int{}, map[string]int{}, map[string]int{}
	for _, g := range generators {
		g.run(s, s.addOutput)
	}
	slices.SortFunc(s.fixed, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	key := sync.OnceValue(s.wholeKey)
	for i, o := range s.fixed {
		s.byPath[o.Path] = i
		s.fixed[i].key = key
	}
	s.linkShared()
}

// wholeKey stands for the whole site. It is the Key of every output that is not
// a village's own: what such a page needs is no more than that, and asking what
// it is exactly would be a second truth.
func (s *Site) wholeKey() cache.Hash {
	sum := sha256.New()
	sum.Write(s.inputs.state[:])
	for _, e := range s.inputs.villages.list {
		fmt.Fprintln(sum, e.File)
		sum.Write(e.Hash[:])
	}
	return cache.Hash(sum.Sum(nil)[:len(cache.Hash{})])
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
			for _, o := range s.villageOutputs(v) {
				if !yield(o) {
					return
				}
			}
		}
	}
}

// CountOutputs tells how many files the site has.
func (s *Site) CountOutputs() int {
	n := len(s.fixed)
	for v := range s.villages.All() {
		n++
		if !s.opt.Without.Posters {
			n++
			if v.CodeFits() {
				n++
			}
		}
		if s.hasCard(v) {
			n++
		}
	}
	return n
}

// Lookup gives the output with a path.
func (s *Site) Lookup(name string) (Output, bool) {
	if i, ok := s.byPath[name]; ok {
		return s.fixed[i], true
	}
	slug, _ := strings.CutPrefix(strings.TrimSuffix(name, path.Ext(name)), "desa/")
	for _, slug := range []string{slug, strings.TrimSuffix(slug, "-poster"), village.Dotted(strings.TrimPrefix(slug, "d/"))} {
		if v := s.villages.Find(slug); v != nil {
			for _, o := range s.villageOutputs(v) {
				if o.Path == name {
					return o, true
				}
			}
		}
	}
	return Output{}, false
}

// render makes a page of a layout and the view of its text.
func (s *Site) render(from, outPath, layout string, main func() (paged, error)) Output {
	return Output{Path: outPath, Layout: layoutOf(layout), from: from, Render: s.renderer(layout, "page", func() (worded, error) {
		v, err := main()
		if err != nil {
			return nil, err
		}
		return v.around(v), nil
	})}
}

// renderer executes one template of a layout.
func (s *Site) renderer(layout, name string, view func() (worded, error)) func(*bytes.Buffer) error {
	sheet := s.theme.style
	if layoutOf(layout).OnPaper {
		sheet = s.theme.paper
	}
	return func(w *bytes.Buffer) error {
		v, err := view()
		if err != nil {
			return err
		}
		page := undressed.Get().(*bytes.Buffer)
		defer undressed.Put(page)
		page.Reset()
		if err := s.theme.layouts[layout].execute(page, name, v); err != nil {
			return templateFault(overlay{s.fsys, s.opt.Theme}, err)
		}
		dress(w, page.Bytes(), sheet)
		return nil
	}
}

func pageOutputs(s *Site, add func(Output)) {
	for _, p := range s.pages {
		o := s.render(p.File, p.Path, string(p.Kind), func() (paged, error) { return s.pageView(p), nil })
		o.Pictures = s.pictureBytes(pageOrigin(p), p.Doc)
		add(o)
	}
}

// aliasOutputs keep old addresses alive: a page that leads on, without script.
func aliasOutputs(s *Site, add func(Output)) {
	for _, p := range s.pages {
		for _, old := range p.Meta.Alias {
			add(s.movedOutput(p.File, oldAddress(old), p.Path, s.lang(p.Lang)))
		}
	}
	for v := range s.villages.All() {
		for _, old := range v.Alias {
			add(s.movedOutput(v.File, oldAddress(old), villagePath(v), s.langs[0]))
		}
	}
}

func (s *Site) movedOutput(from, old, to string, lang *Lang) Output {
	return Output{Path: old, from: from, Render: s.renderer(string(Plain), "moved", func() (worded, error) {
		return movedView{W: lang.Words, Lang: lang.Code, Href: relative(old, to), Tab: s.Config.TabName}, nil
	})}
}

type movedView struct {
	W               *Words
	Lang, Href, Tab string
}

// missingOutputs make the page for addresses that do not exist. A server shows
// it at any depth, so it links by the base URL where there is one.
func missingOutputs(s *Site, add func(Output)) {
	lang := s.langs[0]
	add(s.render(layoutFolder+"missing.html", missingPath, missingLayout, func() (paged, error) {
		v := s.view(lang, missingPath, lang.Words.Missing, "")
		if base := s.base(); base != "" {
			v.Root, v.Shell = base, lang.shell[base]
		}
		return pageView{view: v}, nil
	}))
}

// fileOutputs copy the documents that texts link.
func fileOutputs(s *Site, add func(Output)) {
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		add(Output{Path: strings.TrimPrefix(name, contentFolder), from: name, Render: func(w *bytes.Buffer) error {
			data, err := fs.ReadFile(s.fsys, name)
			w.Write(data)
			return err
		}})
	}
}

func staticOutputs(s *Site, add func(Output)) {
	add(fileOutput(s.theme.script.name, s.theme.script.path, s.theme.script.data))
	for _, a := range s.theme.static {
		add(fileOutput(a.name, a.path, a.data))
	}
}

// villageOutputs are the files that one village becomes.
func (s *Site) villageOutputs(v *village.Entry) []Output {
	outputs := []Output{s.villageOutput(v)}
	if !s.opt.Without.Posters {
		outputs = append(outputs, s.posterOutput(v))
		if short := permanentPath(v); short != "" {
			outputs = append(outputs, s.movedOutput(v.File, short, villagePath(v), s.langs[0]))
		}
	}
	if s.hasCard(v) {
		outputs = append(outputs, s.villageCardOutput(v))
	}
	key := sync.OnceValue(func() cache.Hash { return s.villageKey(v) })
	for i := range outputs {
		outputs[i] = s.shared(outputs[i])
		outputs[i].key = key
	}
	return outputs
}

// villageKey stands for what a village's outputs depend on: its file and its name, and
// everything but the other villages. It is zero where the text leads to another
// village or shows a picture.
func (s *Site) villageKey(v *village.Entry) cache.Hash {
	area := v.Area()
	unnamed := s.directory.byArea && area != "" && s.villages.Areas[area] == "" // it is called as one of its villages calls it
	if v.Linked || unnamed || v.Hash == (cache.Hash{}) {
		return cache.Hash{}
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %x %x %v", v.File, s.inputs.state, v.Hash, s.directory))
	return cache.Hash(sum[:len(cache.Hash{})])
}

func (s *Site) villageOutput(v *village.Entry) Output {
	return s.render(v.File, villagePath(v), villageLayout, func() (paged, error) { return s.villageView(v) })
}
