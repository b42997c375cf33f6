package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"suluh/internal/compress"
)

// Saving for offline: a page that offers it and says what it costs, a worker
// that keeps the pages, and a switch that takes the worker back.
const (
	offlinePath    = "luring.html"
	offlineAllPath = "luring.json" // what "save all" saves
	workerPath     = "sw.js"       // never renamed: the old worker would live on
	workerFile     = layoutFolder + "sw.js"
	workerOffFile  = layoutFolder + "sw-off.js"
	iconPath       = "ikon.svg"
)

// A phone is no place for the villages of a province, nor a page for a list of
// them: from these numbers on, saving all and choosing a village are left out.
const (
	mostSaved  = mostOnPage
	mostChoice = 100
)

// What a worker keeps from the start; the query of its address says which, with
// the language before it.
const (
	keepCore   = "inti"
	keepChosen = "satu" // what the reader chooses is added on the page
)

// workers are the texts of sw.js, made small: the one that keeps pages, and the
// one that removes it.
type workers struct {
	on, off []byte
}

func (t *theme) loadWorkers(l *loader, fsys fs.FS) (err error) {
	if t.workers.on, err = t.smallScript(l, fsys, workerFile); err != nil {
		return err
	}
	t.workers.off, err = t.smallScript(l, fsys, workerOffFile)
	return err
}

func workerOutputs(s *Site, add func(Output)) {
	add(Output{Path: workerPath, from: workerFile, Render: s.renderWorker})
}

func (s *Site) renderWorker(w *bytes.Buffer) error {
	if s.opt.NoWorker {
		w.Write(s.theme.workers.off)
		return nil
	}
	lists := map[string]workerList{}
	for _, lang := range s.langs {
		if lang.has() {
			p := langPrefix(lang.Code)
			lists[p+keepCore] = s.coreFiles(lang)
			lists[p+keepChosen] = workerList{{p + offlinePath, s.theme.script.path}, appFiles(lang)}
		}
	}
	addresses := map[string]workerList{}
	for wish, list := range lists {
		addresses[wish] = workerList{hrefsOf(list[0]), hrefsOf(list[1])}
	}
	files, err := json.Marshal(addresses)
	if err != nil {
		return fmt.Errorf("list what is saved: %w", err)
	}
	version, mark, err := s.versionAndMark(files, lists)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "var VERSION=%q,MARK=%q,FILES=%s;%s", version, mark, files, s.theme.workers.on)
	return nil
}

// ownMark stands in every page of a site: in the button that closes it.
const ownMark = "data-lanjut="

// workerList is what a worker keeps: files that must be there, and those that
// are saved one by one, so that a missing one costs no other.
type workerList [2][]string

func (l workerList) all() []string { return slices.Concat(l[0], l[1]) }

// coreFiles are the pages that help wherever the reader is, but for a directory
// that is too long for a phone.
func (s *Site) coreFiles(lang *Lang) workerList {
	p := langPrefix(lang.Code)
	rest := append([]string{p + topicsPath, p + indexPath, missingPath, iconPath}, appFiles(lang)...)
	if s.villages.Len() <= mostSaved {
		rest = append(rest, p+directoryPath, finderPath)
	}
	rest = slices.DeleteFunc(rest, func(name string) bool {
		_, there := s.byPath[name]
		return !there
	})
	return workerList{{p + offlinePath, p + "index.html", p + numbersPath, s.theme.script.path}, rest}
}

// versionAndMark names a state of the saved files: when one of them changes, sw.js
// changes, and browsers fetch them again. Mark is what the worker knows the site's
// own pages by; a theme with a page that lacks it has none, and its worker takes
// what comes.
func (s *Site) versionAndMark(files []byte, lists map[string]workerList) (name, mark string, err error) {
	version, mark := sha256.New(), ownMark
	version.Write(files)
	version.Write(s.theme.workers.on)
	for _, wish := range slices.Sorted(maps.Keys(lists)) {
		for _, saved := range lists[wish].all() {
			data, err := s.file(saved)
			if err != nil {
				return "", "", err
			}
			version.Write(data)
			if path.Ext(saved) == ".html" && !bytes.Contains(data, []byte(ownMark)) {
				mark = ""
			}
		}
	}
	return hex.EncodeToString(version.Sum(nil)[:3]), mark, nil
}

// file renders an output by its path. What the site does not have, such as an
// icon that a theme left out, is empty.
func (s *Site) file(name string) ([]byte, error) {
	o, ok := s.Lookup(name)
	if !ok {
		return nil, nil
	}
	return o.bytes()
}

// worker gives the address of sw.js for a page, to which the script adds what
// to keep, or nothing when it is off.
func (s *Site) worker(lang *Lang, from string) string {
	if s.opt.NoWorker {
		return ""
	}
	return relative(from, workerPath) + "?" + langPrefix(lang.Code)
}

// offlineView is the page that offers to save. Sizes are in kilobytes, rounded
// up; they stand on the buttons before anything is fetched.
type offlineView struct {
	view
	savedSizes
	Worker              string // address of sw.js; empty when it is off
	Here                string // the page's own path from the top of the site
	List                string // address of what "save all" saves
	Core                []linkView
	Villages, Countries []linkView // hrefs from the top of the site
	Months              string
	Mark                string // in each page of the site
}

func offlineOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + offlinePath
		add(s.render(layoutFolder+"offline.html", out, offlineLayout, func() (paged, error) { return s.offlineView(lang, out) }))
		if s.villages.Len() <= mostSaved {
			add(Output{Path: langPrefix(lang.Code) + offlineAllPath, from: layoutFolder + "offline.html", Render: func(w *bytes.Buffer) error {
				names, err := json.Marshal(hrefsOf(s.allFiles(lang)))
				w.Write(names)
				return err
			}})
		}
	}
}

func (s *Site) offlineView(lang *Lang, out string) (offlineView, error) {
	w := lang.Words
	v := offlineView{
		view: s.view(lang, out, w.Save, ""), Here: out, List: offlineAllPath, Months: strings.Join(w.Months, " "), Mark: ownMark,
		Worker: s.worker(lang, out),
	}
	v.Also = s.others(lang, out, offlinePath)
	v.Core = []linkView{{Href: "index.html", Text: w.Home}, {Href: numbersPath, Text: w.Numbers}, {Href: topicsPath, Text: w.Search}}
	if s.villages.Len() <= mostSaved {
		v.Core = append(v.Core, linkView{Href: directoryPath, Text: w.Directory})
	}
	v.Countries = s.countryChoices(lang)
	if s.villages.Len() <= mostChoice {
		v.Villages = s.villageChoices()
	}
	sizes, err := s.sizes()
	v.savedSizes = sizes[lang.Code]
	return v, err
}

func (s *Site) countryChoices(lang *Lang) []linkView {
	i := slices.IndexFunc(sections, func(s section) bool { return s.kind == Country })
	return s.sectionLinks(lang, sections[i], "")
}

// villageChoices are the villages in the order of the alphabet, each with its
// kecamatan, since names repeat.
func (s *Site) villageChoices() []linkView {
	var links []linkView
	for v := range s.villages.All() {
		links = append(links, linkView{Href: href(villagePath(v)), Text: v.Name, Note: v.District})
	}
	slices.SortFunc(links, func(a, b linkView) int { return strings.Compare(a.Text+a.Href, b.Text+b.Href) })
	return links
}

// savedSizes are the sizes on the buttons of one language, in kilobytes.
type savedSizes struct {
	CoreKB, OneKB int
	AllKB         int // 0 when there is too much to save
}

// weighSaved gives the sizes for each language; [Site.sizes] asks it once. One village
// and one country are chosen on the phone, so their size is that of the heaviest, with
// the offline page; the script has come with that page already.
func (s *Site) weighSaved() (map[string]savedSizes, error) {
	scale, err := s.weighNeeded()
	if err != nil {
		return nil, err
	}
	all := map[string]savedSizes{}
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		p := langPrefix(lang.Code)
		sizes := savedSizes{CoreKB: kilobytes(scale.sum(s.coreFiles(lang).all()))}
		if s.villages.Len() <= mostChoice {
			sizes.OneKB = kilobytes(scale[p+offlinePath] + scale.sum(appFiles(lang)) + scale.most(s.villageChoices()) + scale.most(s.countryChoices(lang)))
		}
		if s.villages.Len() <= mostSaved {
			sizes.AllKB = kilobytes(scale.sum(s.allFiles(lang)))
		}
		all[lang.Code] = sizes
	}
	return all, nil
}

func kilobytes(n int) int { return (n + 999) / 1000 }

// weights are what files weigh on their way, by path.
type weights map[string]int

// weighNeeded weighs every file that a reader may save, several at once.
func (s *Site) weighNeeded() (weights, error) {
	names := slices.Sorted(maps.Keys(s.needed))
	sizes, errs := make([]int, len(names)), make([]error, len(names))
	guesses := sync.Pool{New: func() any { return new(compress.Estimator) }}
	each(len(names), s.opt.jobs(), func(i int) {
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
func (s *Site) weightOf(name string, guess *compress.Estimator) (int, error) {
	if path.Base(name) == offlinePath {
		return s.Config.budget(layoutOf(offlineLayout)).Target, nil
	}
	data, err := s.file(name)
	if err != nil || path.Ext(name) == ".webp" {
		return len(data), err
	}
	hash := hashOf(data)
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

func (w weights) most(links []linkView) int {
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

// allFiles are the pages of the site in a language, those that are not
// translated in Indonesian, with their pictures. Posters are for paper, and
// old addresses lead to what is saved anyway.
func (s *Site) allFiles(lang *Lang) []string {
	names := s.coreFiles(lang).all()
	for o := range s.Outputs() {
		if o.Layout != nil && !o.Layout.OnPaper && s.isIn(lang, o.Path) && !slices.Contains(names, o.Path) {
			names = append(names, o.Path)
		}
	}
	if _, there := s.byPath[sendPath]; there { // which is a page of Indonesian alone, with a script of its own
		names = append(names, sendScriptPath)
	}
	for _, name := range slices.Sorted(maps.Keys(s.pictures)) {
		switch p := s.pictures[name]; {
		case p.fault != nil:
		case p.webp != nil:
			names = append(names, p.webpPath())
		default:
			names = append(names, p.path)
		}
	}
	return names
}

// isIn tells whether a reader of a language is led to a page.
func (s *Site) isIn(lang *Lang, name string) bool {
	first, _, _ := strings.Cut(name, "/")
	if own := s.lang(first); own != nil {
		return own == lang
	}
	_, translated := s.byPath[langPrefix(lang.Code)+name]
	return lang.Code == sourceLang || !translated
}
