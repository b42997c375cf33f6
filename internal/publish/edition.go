// Package publish makes everything that is published of a site.
//
// # From files to outputs
//
//	content/ villages/                          layouts/ static/
//	   |  site.Load    read and link               |  theme.Load
//	   v                                           v
//	*site.Site         what the files say       *theme.Theme
//	   |                                           |
//	   |-- check.All   what is wrong               |
//	   '------------------.------------------------'
//	                      v
//	             *channel.Source    both, and the words of each language
//	                      |
//	        pages, channel/*        each makes outputs of one sort     channels.go
//	                      v
//	               *channel.Set     every output, by path
//	                      |  channel/offline, channel/sitemap: files of other files
//	                      v
//	                 *Edition       immutable
//	                      |-- Check()      diagnostics, sorted
//	                      |-- Outputs()    everything, one after the other
//	                      |-- EachOutput() everything, several at once   pool.go
//	                      '-- Lookup(path) the one that was asked for
//
// The arrows of imports lead the other way: a channel knows the site, and the site no
// channel. A new sort of output is one package, or one file of pages, and one row of
// channels.
//
// # Keys
//
// Each output has a key ([channel.Output].Key), which stands for all that it depends on:
// a build leaves out those whose key was published before. Those of a village have one of
// their own (key.go); all others have that of the whole site. [Edition.Reload] gives the
// Edition after some files changed and shares the rest; a test holds it equal to what
// Load gives.
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
// Aggregate pages, made from several files: panduan/index.html, langkah/index.html,
// negara/index.html, desa/index.html and, where the villages are many, a page for each
// area, desa/35.09.html, nomor-penting.html, arti-kata.html, cari.html, luring.html,
// kirim-nomor.html, 404.html. Files beside them: desa/cari.js and desa/cari-000.js and so
// on, cari-indeks.js, luring-inti.txt, luring-inti.json and so on, luring.js, versi.json, sw.js, manifest.webmanifest, llms.txt, kirim.js,
// nomor/cari.js, kontak/*.vcf, sitemap.xml and the script of all pages. Package permalink has their
// names. Links are relative, so the same bytes serve a domain, a folder of one, a disk
// and a memory stick; only 404.html, which a server shows for any address, uses the base
// URL where the site has one.
package publish

import (
	"bytes"
	"errors"
	"io/fs"
	"slices"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/channel"
	"suluh/internal/channel/offline"
	"suluh/internal/check"
	"suluh/internal/compress"
	"suluh/internal/limits"
	"suluh/internal/pages"
	"suluh/internal/progress"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/theme"
	"suluh/internal/tree"
)

// Options are what a build depends on beside its files.
type Options struct {
	site.Options
	Theme fs.FS // default layouts/ and static/

	// Without leaves out what a site can do without.
	Without channel.Without

	// NoServiceWorker publishes the kill switch in place of the worker that keeps
	// pages for offline, and offers to save nothing.
	NoServiceWorker bool

	// Preview keeps what saving costs as it was at first: to weigh it takes all pages, and
	// whoever looks at one while writing it waits for each. A build weighs anew.
	Preview bool

	rendered func(path string) // a test counts
}

// Edition is a site with everything that is published of it.
type Edition struct {
	*pages.Maker
	*channel.Set
	saving *offline.Saving
	checks *check.Result

	addressed source.List // what checkAddresses says
	opt       Options
	state     cache.Hash // of everything but the villages
	faults    source.List
}

// Load reads a site and its theme. The error is about the disk; what is wrong with the files
// is told by Check. An Edition with errors can still render what it could read.
func Load(fsys fs.FS, opt Options) (*Edition, error) {
	s, err := site.Load(fsys, opt.Options)
	if err != nil {
		return nil, err
	}
	t, err := theme.Load(fsys, opt.Theme, s.Config.Colour)
	if err != nil {
		return nil, err
	}
	return newEdition(s, t, opt, nil), nil
}

// Reload gives the Edition as it is after some files changed, named by their
// paths below the source folder. What did not change is shared with s. The
// result is what Load would give; the error is about the disk.
func (s *Edition) Reload(changed []string) (*Edition, error) {
	layouts := s.Theme
	rest := slices.DeleteFunc(slices.Clone(changed), theme.IsTheme)
	now, villages, err := s.Site.Reload(rest)
	if err != nil {
		return nil, err
	}
	if len(rest) < len(changed) || !layouts.IsPainted(now.Config.Colour) {
		if layouts, err = theme.Load(s.Files(), s.opt.Theme, now.Config.Colour); err != nil {
			return nil, err
		}
	}
	if villages == nil || layouts != s.Theme {
		return newEdition(now, layouts, s.opt, s), nil
	}
	return s.withVillages(now, villages), nil
}

// newEdition makes everything of a site and a theme. Was is the Edition of before, or nil.
func newEdition(s *site.Site, t *theme.Theme, opt Options, was *Edition) *Edition {
	if was == nil {
		was = &Edition{}
	}
	src := channel.NewSource(s, t, opt.Without, opt.NoServiceWorker)
	n := &Edition{Maker: pages.New(src, was.Maker), opt: opt, state: stateOf(src)}
	n.checks = check.All(s, !opt.Without.Links, was.checks)
	n.linkOutputs(was.saving)
	n.faults.Add(s.Faults...)
	n.faults.Add(t.Faults...)
	n.faults.Add(src.Faults...)
	n.faults.Add(n.Maker.Faults...)
	n.faults.Add(n.Set.Faults...)
	n.faults.Add(n.checks.Faults...)
	checkPrinted(n, &n.faults)
	n.checkAddresses(was)
	n.faults.Add(n.addressed...)
	n.faults.Sort()
	return n
}

// withVillages gives an Edition in which some villages say something else, but
// nothing that other pages show: nothing else has to be linked or checked anew.
func (s *Edition) withVillages(now *site.Site, villages []site.ReadVillage) *Edition {
	n := *s
	src := *s.Source
	src.Site = now
	maker := *s.Maker
	maker.Source = &src
	n.Maker = &maker
	n.checks = s.checks.Again(now, villages)
	n.linkOutputs(s.saving)
	n.faults = site.OfOthers(s.faults, villages)
	n.addressed = site.OfOthers(s.addressed, villages)
	for _, v := range villages {
		n.faults.Add(v.Faults...)
		n.faults.Add(n.checks.Of(v.Name)...)
		var said source.List
		n.checkAddress(v.Entry, &said)
		n.faults.Add(said...)
		n.addressed = append(n.addressed, said...)
	}
	n.faults.Sort()
	return &n
}

// linkOutputs lists every output, and says where two want the same path.
func (s *Edition) linkOutputs(was *offline.Saving) {
	s.Set = channel.NewSet(s.Site, s.villageOutputs, s.opt.rendered)
	s.saving = offline.New(s.Maker, s.Set, was, s.opt.Preview)
	for _, c := range channels {
		c.run(s, s.Add)
	}
	s.Set.Close(sync.OnceValue(s.wholeKey))
	s.Set.Share(s.saving.SavedNames())
}

// Counts says how many pages and villages the site has.
func (s *Edition) Counts() (pages, villages int) { return len(s.Pages), s.Villages.Len() }

// CountOutputs tells how many files the site has.
func (s *Edition) CountOutputs() int {
	n := len(s.Fixed)
	for v := range s.Villages.All() {
		n++
		if !s.Without.Posters {
			n++
			if v.CodeFits() {
				n++
			}
		}
		if s.HasCard(v) {
			n++
		}
	}
	return n
}

// Check returns everything that is wrong, sorted by place.
func (s *Edition) Check() source.List { return s.faults }

// Wording says where a text for readers is not as its editors agreed.
func (s *Edition) Wording() source.List { return s.checks.Wording() }

// WordingOf says the same of one file.
func (s *Edition) WordingOf(file string) source.List { return s.checks.WordingOf(file) }

// CheckRender renders every output and throws it away: a layout that fails and
// a page that is too heavy are known only then. A build finds the same while
// it publishes.
func (s *Edition) CheckRender() source.List {
	s.opt.Meter.Begin(progress.Publishing, s.CountOutputs())
	guesses := sync.Pool{New: func() any { return new(compress.Estimator) }}
	found, _ := s.EachOutput(func(o channel.Output, page *bytes.Buffer) (*source.Diagnostic, error) { // which gives no error
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

func (s *Edition) checkOutput(o channel.Output, page *bytes.Buffer, guess *compress.Estimator) *source.Diagnostic {
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
		d = tree.Unreadable(o.From, err)
	}
	return d
}
