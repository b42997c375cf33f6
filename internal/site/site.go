// Package site is what a site's files say: its pages, villages, contacts and terms, how
// they hang together, and what of them may be shown. It knows no output.
//
//	content/ villages/            an fs.FS
//	   |  load    each file alone, in parallel           load.go
//	   v
//	inputs        immutable; the next Site shares those that did not change
//	   |  link    addresses, translations, references    link.go
//	   v
//	*Site         immutable
//	   |-- Resolve()       where a reference leads        link.go
//	   |-- ShownContact(), ShownVillage()   THE GATE: what may be shown today   shown.go
//	   '-- Reload(changed) the Site after some files changed   reload.go
//
// # Many villages
//
// Of a village, a village.Entry stays in memory, and what its text mentions,
// each thing once for all villages (villages.go). Everything else that its
// file says is kept in a cache on disk and read when its page is made
// (stored.go), so memory does not grow with what the files hold. [Site.Reload] gives
// the Site after some files changed and shares the rest; what others depend on of a
// village is said in depends.go.
//
// # Links
//
// A link in a text names a file: biaya.md, ../negara/malaysia.md#gaji, or from
// the content folder on, /panduan/biaya.md. A page made from several files is
// named by its address: /nomor-penting.html. In a translation a link leads to
// the page's translation where there is one, else to the Indonesian page.
package site

import (
	"io/fs"
	"runtime"
	"strings"
	"time"

	"suluh/internal/cache"
	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/progress"
	"suluh/internal/search"
	"suluh/internal/source"
	"suluh/internal/tree"
	"suluh/internal/village"
)

// Options are what reading a site depends on beside its files.
type Options struct {
	Date  frontmatter.Date // the day by which pages are fresh or stale; zero means that of Now
	Now   time.Time        // gives the day in the site's own zone
	Base  string           // the base URL, in place of the one in situs.yaml
	Jobs  int              // files read at once; 0 means one for each processor
	Cache string           // folder for pictures made light; empty means none

	// Parsed is the file that keeps what was parsed of the villages; empty means
	// none. It may be deleted at any time.
	Parsed string

	// Meter counts the villages that are read; nil counts nothing.
	Meter *progress.Meter

	// Drafts shows pages that are not published yet, marked as such: for their
	// writer's preview alone.
	Drafts bool
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
// changed after Load: whoever reads its fields may share them.
type Site struct {
	Config *content.Config

	opt         Options
	fsys        fs.FS
	markdown    *markdown.Parser
	min         *minify.Minifier
	parsed      *cache.Cache
	Inputs      *inputs
	Langs       []*Lang
	Pages       []*content.Page          // published, in the order of the menus
	Drafts      []*content.Page          // not published, in the same order
	Hidden      map[string]*content.Page // by file: pages that are not published
	Unread      map[string]bool          // files that are there and cannot be read, and the folder villages if one of its is
	Villages    *village.Set
	Directory   Directory
	Contacts    *content.Contacts
	Glossary    *content.Glossary
	SearchWords search.Words
	Questions   []search.Question
	StyleGuide  *content.StyleGuide // nil without one
	Anchors     map[string][]string // of the pages made from several files
	Documents   map[string]bool     // documents that a text links
	Pictures    map[string]*shownPicture
	Faults      source.List // of reading and linking; what checks find is theirs
}

// Load reads a site. The error is about the disk; what is wrong with the files
// is told in its faults. A Site with faults can still show what it could read.
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

func (o Options) jobs() int {
	if o.Jobs > 0 {
		return o.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

// Jobs tells how many things are done at once.
func (s *Site) Jobs() int { return s.opt.jobs() }

// AtValue makes a diagnostic for a value of an input file's YAML, named by its
// path of keys and indexes.
func (s *Site) AtValue(name string, code source.Code, args []any, path ...any) *source.Diagnostic {
	f, broken := s.Reread(name)
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

// Reread reads a file again: texts are not kept in memory.
func (s *Site) Reread(name string) (*source.File, *source.Diagnostic) {
	raw, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		return nil, tree.Unreadable(name, err)
	}
	return source.New(name, raw)
}

// Date gives the day by which the site is judged.
func (s *Site) Date() frontmatter.Date { return s.opt.Date }

// Files gives the files of the site.
func (s *Site) Files() fs.FS { return s.fsys }
