package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"suluh"
	"suluh/internal/channel/searchindex"
	"suluh/internal/corpus"
	"suluh/internal/frontmatter"
	"suluh/internal/permalink"
	"suluh/internal/search"
	"suluh/internal/site"
	"suluh/internal/source"
)

// benchVillages is how many villages a benchmark's site has.
const benchVillages = 1000

var benchOptions = Options{Options: site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 23}, Jobs: 1}, Theme: suluh.Theme}

func benchFolder(b *testing.B) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "site")
	if err := corpus.Write(dir, benchVillages); err != nil {
		b.Fatal(err)
	}
	return dir
}

func benchLoad(b *testing.B, fsys fs.FS, opt Options) *Edition {
	b.Helper()
	s, err := Load(fsys, opt)
	if err != nil {
		b.Fatal(err)
	}
	if s.Check().HasErrors() {
		s.Check().Print(os.Stderr, source.Style{Lang: source.English})
		b.Fatal("the corpus has faults")
	}
	return s
}

func perVillage(b *testing.B) {
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/benchVillages, "µs/village")
}

// BenchmarkLoad reads and links a site with nothing kept of it.
func BenchmarkLoad(b *testing.B) {
	fsys := os.DirFS(benchFolder(b))
	b.ReportAllocs()
	for b.Loop() {
		benchLoad(b, fsys, benchOptions)
	}
	perVillage(b)
}

// BenchmarkLoadKept reads and links a site that was read before.
func BenchmarkLoadKept(b *testing.B) {
	fsys := os.DirFS(benchFolder(b))
	opt := benchOptions
	opt.Parsed = filepath.Join(b.TempDir(), "parsed")
	benchLoad(b, fsys, opt)
	b.ReportAllocs()
	for b.Loop() {
		benchLoad(b, fsys, opt)
	}
	perVillage(b)
}

// BenchmarkRenderVillages renders each village's page.
func BenchmarkRenderVillages(b *testing.B) {
	opt := benchOptions
	opt.Parsed = filepath.Join(b.TempDir(), "parsed")
	s := benchLoad(b, os.DirFS(benchFolder(b)), opt)
	var page bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		for v := range s.Villages.All() {
			page.Reset()
			if err := s.VillageOutput(v).Render(&page); err != nil {
				b.Fatal(err)
			}
		}
	}
	perVillage(b)
}

// BenchmarkSearchIndex makes the index of the real portal's guides.
func BenchmarkSearchIndex(b *testing.B) {
	s := benchLoad(b, os.DirFS("../.."), benchOptions)
	docs := searchindex.Documents(s.Source, s.Locales[0], permalink.SearchIndex)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := search.Index(docs, s.SearchWords, s.Questions, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkShards makes the script by which villages are found.
func BenchmarkShards(b *testing.B) {
	s := benchLoad(b, os.DirFS(benchFolder(b)), benchOptions)
	b.ReportAllocs()
	for b.Loop() {
		s.linkOutputs(nil) // else the shards are there already
		if data, err := s.File(permalink.VillageSearch); err != nil || len(data) == 0 {
			b.Fatalf("%d bytes, %v", len(data), err)
		}
	}
	perVillage(b)
}

// BenchmarkReload reads the site anew after one file was saved, and renders a
// village's page.
func BenchmarkReload(b *testing.B) {
	dir := benchFolder(b)
	for _, name := range []string{"village", "content/beranda.md", "layouts/village.html"} {
		b.Run(filepath.Base(name), func(b *testing.B) {
			s := benchLoad(b, os.DirFS(dir), benchOptions)
			v := s.Villages.At(benchVillages / 2)
			if name == "village" {
				name = v.File
			}
			b.ReportAllocs()
			for b.Loop() {
				next, err := s.Reload([]string{name})
				if err != nil {
					b.Fatal(err)
				}
				if data, err := next.File(permalink.Village(v)); err != nil || len(data) == 0 {
					b.Fatalf("%d bytes, %v", len(data), err)
				}
			}
		})
	}
}
