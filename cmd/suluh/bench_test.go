package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"suluh/internal/corpus"
)

// villagesOf is the number of villages that benchmarks build: 2000, or what
// SULUH_VILLAGES says.
func villagesOf(b *testing.B) int {
	b.Helper()
	text := os.Getenv("SULUH_VILLAGES")
	if text == "" {
		return 2000
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// benchCorpus lays out a corpus with caches of its own.
func benchCorpus(b *testing.B) string {
	b.Helper()
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	dir := filepath.Join(b.TempDir(), "site")
	if err := corpus.Write(dir, villagesOf(b)); err != nil {
		b.Fatal(err)
	}
	return dir
}

func benchBuild(b *testing.B, dir string, args ...string) {
	b.Helper()
	args = append([]string{"build", "--source", dir, "--date", "2026-11-23", "--no-compress"}, args...)
	if code := run(args, io.Discard, os.Stderr); code != good {
		b.Fatalf("suluh %q ends with %d", args, code)
	}
}

func BenchmarkFirstBuild(b *testing.B) {
	dir := benchCorpus(b)
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		for _, made := range []string{filepath.Join(dir, "public"), os.Getenv("XDG_CACHE_HOME")} {
			if err := os.RemoveAll(made); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		benchBuild(b, dir, "--without", "poster,vcf")
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(villagesOf(b)), "µs/village")
}

func BenchmarkUnchangedBuild(b *testing.B) {
	dir := benchCorpus(b)
	benchBuild(b, dir, "--without", "poster,vcf")
	b.ReportAllocs()
	for b.Loop() {
		benchBuild(b, dir, "--without", "poster,vcf")
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(villagesOf(b)), "µs/village")
}
