package publish

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"suluh"
	"suluh/internal/cache"
	"suluh/internal/frontmatter"
	"suluh/internal/site"
)

// TestState: whatever a page may depend on changes the keys of what is published,
// or a build would keep a page that is not right any more.
func TestState(t *testing.T) {
	files := map[string]string{
		"villages/ambulu.md": "---\nnama: Ambulu\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Kantor, telepon: (0331) 421000}\ndiperiksa: 2026-11-01\nsumber: [{nama: Uji}]\n---\nDesa.\n",
		"villages/besuki.md": "---\nnama: Besuki\nkecamatan: Besuki\nstatus: aktif\n---\nDesa.\n",
	}
	usual := Options{Options: site.Options{Date: today, Jobs: 1}, Theme: suluh.Theme}
	keys := func(fsys fstest.MapFS, opt Options) (home, village cache.Hash) {
		t.Helper()
		s, err := Load(fsys, opt)
		if err != nil {
			t.Fatal(err)
		}
		a, ok := s.Lookup("index.html")
		b, found := s.Lookup("desa/ambulu.html")
		if !ok || !found {
			t.Fatal("the pages are not there")
		}
		return a.Key(), b.Key()
	}
	home, village := keys(smallSite(files), usual)
	if again, twice := keys(smallSite(files), usual); again != home || twice != village || home == (cache.Hash{}) || village == (cache.Hash{}) {
		t.Fatal("the same site has no keys, or others")
	}
	for name, change := range map[string]func(files map[string]string, opt *Options){
		"date":    func(_ map[string]string, opt *Options) { opt.Date = frontmatter.Date{Year: 2035, Month: 11, Day: 23} },
		"base":    func(_ map[string]string, opt *Options) { opt.Base = "https://example.org/" },
		"without": func(_ map[string]string, opt *Options) { opt.Without.Find = true },
		"worker":  func(_ map[string]string, opt *Options) { opt.NoServiceWorker = true },
		"drafts":  func(_ map[string]string, opt *Options) { opt.Drafts = true },
		"file": func(files map[string]string, _ *Options) {
			files["content/beranda.md"] = "---\njudul: Uji\nringkasan: Halaman untuk uji.\n---\n\nIsi lain.\n"
		},
		"theme":   func(files map[string]string, _ *Options) { files["layouts/style.css"] = "body{color:#000}" },
		"village": func(files map[string]string, _ *Options) { files["villages/ambulu.md"] += "Lagi.\n" },
	} {
		files, opt := maps.Clone(files), usual
		change(files, &opt)
		if a, b := keys(smallSite(files), opt); a == home || b == village {
			t.Errorf("%s: the keys stay: %t for the first page, %t for a village", name, a == home, b == village)
		}
	}
	anotherProgram(t) // last: all keys are others from here on
	if a, b := keys(smallSite(files), usual); a == home || b == village {
		t.Errorf("program: the keys stay: %t for the first page, %t for a village", a == home, b == village)
	}
	home, village = keys(smallSite(files), usual)
	files["villages/besuki.md"] += "Lagi.\n"
	if a, b := keys(smallSite(files), usual); a == home || b != village {
		t.Errorf("another village: the key of the first page stays: %t, that of a village: %t", a == home, b == village)
	}
}

// anotherProgram makes this one look as if it had been built anew.
func anotherProgram(t *testing.T) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Skip(err)
	}
	if err := os.Chtimes(self, time.Time{}, time.Now().Add(-time.Hour)); err != nil {
		t.Skip(err)
	}
}

// TestSavedPictures: "save all" lists the pictures in one order, however often it
// is asked. Maps have none, and the portal shows too few to tell.
func TestSavedPictures(t *testing.T) {
	var body strings.Builder
	files := map[string]string{}
	var want []string
	for i := range 12 {
		name := fmt.Sprintf("g%02d.svg", i)
		fmt.Fprintf(&body, "![Gambar %d](%s)\n\n", i, name)
		files["content/panduan/"+name] = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>`
		want = append(want, "panduan/"+name)
	}
	maps.Copy(files, guide(body.String()))
	first := render(t, load(t, smallSite(files), 2))
	again := render(t, load(t, smallSite(files), 2))
	if !maps.EqualFunc(first, again, bytes.Equal) {
		t.Error("the same site is made twice, and differs")
	}
	s := load(t, smallSite(files), 2)
	got := slices.DeleteFunc(s.saving.AllFiles(s.Locales[0]), func(name string) bool { return !slices.Contains(want, name) })
	if !slices.Equal(got, want) {
		t.Errorf("saved are %v", got)
	}
}
