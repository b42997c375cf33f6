package site

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"suluh"
	"suluh/internal/corpus"
	"suluh/internal/frontmatter"
	"suluh/internal/source"
)

// benchVillages is how many villages a benchmark's site has.
const benchVillages = 1000

var benchOptions = Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 23}, Theme: suluh.Theme, Jobs: 1}

func benchFolder(b *testing.B) string {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "site")
	if err := corpus.Write(dir, benchVillages); err != nil {
		b.Fatal(err)
	}
	return dir
}

func benchSite(b *testing.B) *Site {
	b.Helper()
	s, err := Load(os.DirFS(benchFolder(b)), benchOptions)
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

func BenchmarkLoad(b *testing.B) {
	dir := benchFolder(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(os.DirFS(dir), benchOptions); err != nil {
			b.Fatal(err)
		}
	}
	perVillage(b)
}

func BenchmarkRenderVillages(b *testing.B) {
	s := benchSite(b)
	var page bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		for v := range s.villages.All() {
			page.Reset()
			if err := s.villageOutput(v).Render(&page); err != nil {
				b.Fatal(err)
			}
		}
	}
	perVillage(b)
}
