package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSourceChangesWhileBuilding writes a page anew again and again while builds
// run, whole and in two steps: what is published is one of the texts, whole or as
// far as it was written, or the site of before; and the build after the last
// change publishes the last text.
func TestSourceChangesWhileBuilding(t *testing.T) {
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Error(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Error(err)
		}
	}
	for name, text := range smallSite {
		put(name, text)
	}
	const head = "---\njudul: Biaya\nringkasan: Siapa membayar.\ndiperiksa: 2026-11-01\n---\n"
	words := []string{"merah", "putih"}
	body := func(word string) string { return head + strings.Repeat(word+" ", 2000) + "selesai.\n" }
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
				put("content/beside~", body(words[i%2]))
				if err := os.Rename(filepath.Join(dir, "content", "beside~"), filepath.Join(dir, "content", "panduan", "biaya.md")); err != nil {
					t.Error(err)
				}
				time.Sleep(time.Millisecond)
				if i%8 == 0 { // in two steps, as some editors do
					put("content/panduan/biaya.md", body(words[i/8%2]))
				}
			}
		}
	}()
	build := func() int {
		var said bytes.Buffer
		return run([]string{"build", "--source", dir, "--date", "2026-11-23", "--no-compress"}, &said, &said)
	}
	published := 0
	for range 30 {
		if build() == good {
			published++
		}
		page, err := os.ReadFile(filepath.Join(dir, "public", "panduan", "biaya.html"))
		if err != nil {
			continue // nothing was published yet
		}
		red, white := bytes.Contains(page, []byte("merah")), bytes.Contains(page, []byte("putih"))
		if red && white || !bytes.HasSuffix(bytes.TrimSpace(page), []byte("</html>")) {
			t.Fatalf("the page is of two texts, or cut off: red %t, white %t", red, white)
		}
	}
	close(stop)
	<-stopped
	put("content/panduan/biaya.md", body("biru"))
	if code := build(); code != good {
		t.Fatalf("the last build ends with %d", code)
	}
	page, err := os.ReadFile(filepath.Join(dir, "public", "panduan", "biaya.html"))
	if err != nil || bytes.Count(page, []byte("biru")) < 2000 || !bytes.Contains(page, []byte("selesai.")) {
		t.Errorf("the last text is not published: %v", err)
	}
	t.Logf("%d of 30 builds published", published)
	if published == 0 {
		t.Error("no build published while its source changed")
	}
}
