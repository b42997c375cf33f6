// Package site is the whole site in memory: load, link, check, render.
//
// # From files to outputs
//
//	content/ villages/ layouts/ static/       an fs.FS
//	   |  load    each file alone, in parallel           load.go
//	   v
//	inputs        immutable; the next Site shares those that did not change
//	   |  link    addresses, translations, references    link.go
//	   v
//	*Site         immutable: a set of outputs, each a pure function of the Site
//	   |-- Check()      diagnostics, sorted               check.go
//	   |-- Outputs()    everything, one after the other   outputs.go
//	   |-- EachOutput() everything, several at once       pool.go
//	   '-- Lookup(path) the one that was asked for
//
// # Many villages
//
// Of a village, a village.Entry stays in memory, and what its text mentions,
// each thing once for all villages (villages.go). Everything else that its
// file says is kept in a cache on disk and read when its page is made
// (stored.go), so memory does not grow with what the files hold. Each of its
// outputs has a key ([Output.Key]), which stands for all that the output depends on: a
// build leaves out those whose Key was published before. [Site.Reload] gives
// the Site after some files changed and shares the rest (reload.go); a test
// holds it equal to what Load gives. What is needed by other outputs is rendered once
// and handed to them (shared.go).
//
// # Addresses
//
//	content/beranda.md            index.html
//	content/panduan/biaya.md      panduan/biaya.html      with alamat: p/5, p/5.html
//	content/halaman/tentang.md    tentang.html
//	content/panduan/biaya.en.md   en/panduan/biaya.html
//	content/negara/malaysia.md    negara/malaysia.html, negara/malaysia-kartu.html
//	villages/ambulu.md            desa/ambulu.html, desa/ambulu-poster.html, desa/ambulu.vcf, d/3509122004.html
//
// Made from several files: panduan/index.html, langkah/index.html,
// negara/index.html, desa/index.html with desa/cari.js and, where the villages
// are many, a page for each area, desa/35.09.html, and desa/cari-000.js and so on
// (areas.go), nomor-penting.html, arti-kata.html, cari.html with cari-indeks.js
// (finding.go), luring.html with luring.json and sw.js (worker.go),
// manifest.webmanifest (manifest.go), llms.txt (llms.go), kirim-nomor.html with kirim.js
// (sending.go), kontak/*.vcf (vcard.go), the script of all pages and 404.html. Links are relative, so the same bytes serve a domain, a folder of
// one, a disk and a memory stick; only 404.html, which a server shows for any
// address, uses the base URL where the site has one.
//
// A link in a text names a file: biaya.md, ../negara/malaysia.md#gaji, or from
// the content folder on, /panduan/biaya.md. A page made from several files is
// named by its address: /nomor-penting.html. In a translation a link leads to
// the page's translation where there is one, else to the Indonesian page.
//
// # Front matter
//
// The keys of pages are the fields of [Meta]; those of content/situs.yaml of
// [Config]; those of content/kontak.yaml of [Contact]; those of
// content/istilah.yaml of [Term]; those of content/cari.yaml, how people type
// what pages call otherwise, of [search.Words].
//
// # Layouts
//
// layouts/base.html is the shell of every page. It receives the view that all
// pages have, and calls "main", which the layout of a kind of page defines, with
// the view of that kind; layouts/partials/ holds what several use. The views are
// those of view.go, never maps. Each page carries the rules of
// layouts/style.css that it uses (style.go), and layouts/cover.js; sheets to print are
// whole pages of their own, with layouts/paper.css. Which layouts there are, and what
// their pages may weigh, stands in layouts.go. The files static/js/*.js
// are joined into one script under the name of its content. layouts/cari.js,
// layouts/desa.js and layouts/desa-luas.js, which search, come with the first
// question.
// layouts/bahasa/id.yaml and its like hold the words of the interface ([Words]).
// Other files in static/ are copied to the top of the site.
package site

import (
	"bytes"
	"errors"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"suluh/internal/cache"
	"suluh/internal/compress"
	"suluh/internal/frontmatter"
	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/progress"
	"suluh/internal/search"
	"suluh/internal/source"
	"suluh/internal/tree"
	"suluh/internal/village"
)

// Options are what a build depends on beside its files.
type Options struct {
	Date  frontmatter.Date // the day by which pages are fresh or stale; zero means that of Now
	Now   time.Time        // gives the day in the site's own zone
	Base  string           // the base URL, in place of the one in situs.yaml
	Theme fs.FS            // default layouts/ and static/
	Jobs  int              // files read at once; 0 means one for each processor
	Cache string           // folder for pictures made light; empty means none

	// Parsed is the file that keeps what was parsed of the villages; empty means
	// none. It may be deleted at any time.
	Parsed string

	// Without leaves out what a site can do without.
	Without Without

	// Meter counts the villages that are read; nil counts nothing.
	Meter *progress.Meter

	// Drafts shows pages that are not published yet, marked as such: for their
	// writer's preview alone.
	Drafts bool

	// NoWorker publishes the kill switch in place of the worker that keeps
	// pages for offline, and offers to save nothing.
	NoWorker bool

	// Preview keeps what saving costs as it was at first: to weigh it takes all pages, and
	// whoever looks at one while writing it waits for each. A build weighs anew.
	Preview bool

	rendered func(path string) // a test counts
}

// Without says what is left out of a site. No page links what is left out.
type Without struct {
	Posters bool
	Cards   bool // vCards of the villages
	Sitemap bool
	Find    bool // search, in guides and villages
	Links   bool // whether links lead somewhere is not checked
}

// zones are the times of Indonesia, in hours before Greenwich.
var zones = map[string]int{"WIB": 7, "WITA": 8, "WIT": 9}

// Today gives the day that it is in a zone of Indonesia: a server in Greenwich is
// a day behind for seven hours of each. Zones that are not known are WIB.
func Today(now time.Time, zone string) frontmatter.Date {
	hours, known := zones[zone]
	if !known {
		hours = zones["WIB"]
	}
	return frontmatter.DateOf(now.In(time.FixedZone(zone, hours*60*60)))
}

// Site is everything that was loaded and how it hangs together. It is never
// changed after Load.
type Site struct {
	Config *Config

	opt           Options
	fsys          fs.FS
	markdown      *markdown.Parser
	min           *minify.Minifier
	parsed        *cache.Cache
	inputs        *inputs
	langs         []*Lang
	pages         []*Page             // published, in the order of the menus
	drafts        []*Page             // not published, in the same order
	hidden        map[string]*Page    // by file: pages that are not published
	unread        map[string]bool     // files that are there and cannot be read, and the folder villages if one of its is
	leading       map[string][]string // what leads to hidden pages, by their files
	told          map[toldKey]*source.Diagnostic
	sharedNumbers map[string][]sharedNumber
	sameNames     map[string]string // of villages without a code: another of the same name
	villages      *village.Set
	villageFaults source.List // what checkVillages says
	directory     directory
	contacts      *contacts
	terms         *terms
	searchWords   search.Words
	styleGuide    *StyleGuide         // nil without one
	anchors       map[string][]string // of the pages made from several files
	theme         *theme
	files         map[string]bool // documents that a text links
	pictures      map[string]*shownPicture
	fixed         []Output       // every output but the villages
	byPath        map[string]int // of fixed
	folded        map[string]int // as byPath, by what disks tell apart
	folders       map[string]int // the folders of fixed: one of the files in each
	faults        source.List
	sizes         func() (map[string]savedSizes, error) // of what readers save, by language
	roots         map[string]bool                       // ways to the top that pages have
	needed        map[string]bool                       // outputs that others are made of
	made          *sync.Map                             // of these: their bytes, once, by path
	weighed       *sync.Map                             // what bytes weigh, by their hash; kept by later Sites
}

// Load reads a site. The error is about the disk; what is wrong with the files
// is told by Check. A Site with errors can still render what it could read.
func Load(fsys fs.FS, opt Options) (*Site, error) {
	l := &loader{fsys: fsys, opt: opt, min: minify.New()}
	l.markdown = markdown.NewParser(l.min)
	if opt.Parsed != "" {
		l.parsed = cache.Open(opt.Parsed, cache.Program())
	}
	in, err := l.load()
	if err != nil {
		l.parsed.Close()
		return nil, err
	}
	// Without room on the disk the next Load takes longer, no more.
	_ = l.parsed.Save()
	return link(l, in, nil), nil
}

// Check returns everything that is wrong, sorted by place.
func (s *Site) Check() source.List { return s.faults }

// Pages gives the published pages, in the order of the menus.
func (s *Site) Pages() []*Page { return slices.Clone(s.pages) }

// CheckRender renders every output and throws it away: a layout that fails and
// a page that is too heavy are known only then. A build finds the same while
// it publishes.
func (s *Site) CheckRender() source.List {
	s.opt.Meter.Begin(progress.Publishing, s.CountOutputs())
	guesses := sync.Pool{New: func() any { return new(compress.Estimator) }}
	found, _ := s.EachOutput(func(o Output, page *bytes.Buffer) (*source.Diagnostic, error) { // which gives no error
		guess := guesses.Get().(*compress.Estimator)
		defer guesses.Put(guess)
		return s.checkOutput(o, page, guess), nil
	})
	faults := slices.DeleteFunc(found, func(d *source.Diagnostic) bool {
		return slices.ContainsFunc(s.faults, func(said *source.Diagnostic) bool { // a layout that cannot be read
			return said.Code == d.Code && said.Name == d.Name && said.Line == d.Line
		})
	})
	faults.Sort()
	return faults
}

func (s *Site) checkOutput(o Output, page *bytes.Buffer, guess *compress.Estimator) *source.Diagnostic {
	err := o.Render(page)
	if err == nil && o.Layout != nil {
		var size int
		if size, err = guess.Size(page.Bytes()); err == nil && s.IsLight(o, size) && page.Len() <= limits.HTML.Max {
			return nil
		}
		var heavy *source.Diagnostic
		if heavy, err = s.CheckWeight(o, page.Bytes(), 0); err == nil {
			return heavy
		}
	}
	var d *source.Diagnostic
	if err != nil && !errors.As(err, &d) {
		d = unreadable(o.from, err)
	}
	return d
}

// Counts says how many pages and villages the site has.
func (s *Site) Counts() (pages, villages int) { return len(s.pages), s.villages.Len() }

func (o Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// at makes a diagnostic for a place in an input file. Texts are not kept in
// memory, so the file is read again.
func (s *Site) at(name string, off, length int, code source.Code, args ...any) *source.Diagnostic {
	if s.isTold(name, code) {
		return nil
	}
	f, broken := s.reread(name)
	if broken != nil {
		return broken
	}
	return s.remember(f.At(off, length, code, args...))
}

// toldKey is a kind of message in one file.
type toldKey struct {
	file string
	code source.Code
	n    int
}

// isTold tells whether a file has enough messages of a code. One more is
// counted at the last of them.
func (s *Site) isTold(file string, code source.Code) bool {
	last := s.told[toldKey{file, code, source.MostOfOne}]
	if last == nil {
		return false
	}
	last.More++
	return true
}

// remember counts a message and gives it back.
func (s *Site) remember(d *source.Diagnostic) *source.Diagnostic {
	if d == nil {
		return nil
	}
	for n := 1; n <= source.MostOfOne; n++ {
		if key := (toldKey{d.Name, d.Code, n}); s.told[key] == nil {
			s.told[key] = d
			break
		}
	}
	return d
}

// atValue makes a diagnostic for a value of an input file's YAML, named by its
// path of keys and indexes.
func (s *Site) atValue(name string, code source.Code, args []any, path ...any) *source.Diagnostic {
	f, broken := s.reread(name)
	if broken != nil {
		return broken
	}
	matter := frontmatter.All(f)
	if strings.HasSuffix(name, ".md") {
		if matter, broken = frontmatter.Split(f); broken != nil {
			return broken
		}
	}
	tree, broken := frontmatter.Read(f, matter)
	if broken != nil {
		return nil // told when the file was read; what leans on it is not judged
	}
	return tree.At(code, args, path...)
}

func (s *Site) reread(name string) (*source.File, *source.Diagnostic) {
	raw, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return source.New(name, raw)
}

// unreadable says why a file cannot be read.
func unreadable(name string, err error) *source.Diagnostic {
	var large *tree.TooLarge
	switch {
	case errors.As(err, &large):
		fault := source.Passed(large.Limit, int(large.Size))
		return whole(name, fault.Code, fault.Args...)
	case errors.Is(err, tree.ErrNotRegular):
		return whole(name, source.FileIrregular)
	case errors.Is(err, tree.ErrOutside):
		return whole(name, source.FileOutside)
	}
	return whole(name, source.FileUnreadable, err.Error())
}

// whole makes a diagnostic for an input file as a whole.
func whole(name string, code source.Code, args ...any) *source.Diagnostic {
	return &source.Diagnostic{Code: code, Args: args, Name: name}
}

// Villages gives the villages of the site.
func (s *Site) Villages() *village.Set { return s.villages }

// Date gives the day by which the site is judged.
func (s *Site) Date() frontmatter.Date { return s.opt.Date }

// Files gives the files of the site.
func (s *Site) Files() fs.FS { return s.fsys }
