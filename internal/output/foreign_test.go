package output

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// foreign lays into a published folder what hosts and Git keep there.
func foreign(t *testing.T, dir string) (names []string) {
	t.Helper()
	own := files{
		"CNAME":                    "contoh.example",
		".well-known/security.txt": "Contact: mailto:a@contoh.example",
		".git/HEAD":                "ref: refs/heads/main",
		"desa/catatan.html":        "bukan dari sini",
		"en/panduan/x.html.br":     "x",
	}
	for name, text := range own {
		writeFile(t, filepath.Join(dir, name), text)
		names = append(names, name)
	}
	hook := filepath.Join(dir, ".git/hooks/post-commit")
	writeFile(t, hook, "#!/bin/sh")
	must(t, os.Chmod(hook, 0o755))
	must(t, os.MkdirAll(filepath.Join(dir, ".git/refs/tags"), 0o755)) // without refs/ it is no Git folder
	must(t, os.Symlink("CNAME", filepath.Join(dir, "tautan")))
	must(t, os.Symlink("tidak/ada", filepath.Join(dir, "putus")))
	return append(names, ".git/hooks/post-commit", ".git/refs/tags", "tautan", "putus")
}

const foreignFiles = 8 // without the empty folder

func TestForeignFilesStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	site := siteA.with(files{"index.html": text(1000)})
	publish(t, dir, site, true)
	names := foreign(t, dir)
	before := look(t, dir)
	for _, build := range []struct {
		name     string
		site     files
		compress bool
	}{
		{"a file changed", site.with(files{"index.html": text(2000)}), true},
		{"no longer compressed", site, false},
		{"a folder of ours is gone", site.without("en/panduan/cost.html"), false},
		{"nothing of ours is left", files{}, false},
	} {
		got := publish(t, dir, build.site, build.compress)
		if got.Foreign != foreignFiles {
			t.Errorf("%s: %d foreign files are told of, want %d", build.name, got.Foreign, foreignFiles)
		}
		after := look(t, dir)
		for _, name := range names {
			was, is := before[name], after[name]
			switch {
			case is.info == nil:
				t.Errorf("%s: %s is gone", build.name, name)
			case is.text != was.text || is.info.Mode() != was.info.Mode():
				t.Errorf("%s: %s is %v %q, want %v %q", build.name, name, is.info.Mode(), is.text, was.info.Mode(), was.text)
			}
			delete(after, name)
		}
		ours := files{}
		for name, s := range after {
			if s.info.Mode().IsRegular() && name != ManifestName && !build.compress {
				ours[name] = s.text
			}
		}
		if !build.compress && !maps.Equal(ours, build.site) {
			t.Errorf("%s: of ours there is %q, want %q", build.name, ours, build.site)
		}
	}
	if target, _ := os.Readlink(filepath.Join(dir, "putus")); target != "tidak/ada" {
		t.Errorf("the link leads to %q", target)
	}
	wantNothingBeside(t, dir)
}

func TestForeignFilesAreNoChange(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, siteA, false)
	foreign(t, dir)
	before := look(t, dir)
	if got := publish(t, dir, siteA, false); got.Changed != 0 || got.Removed != 0 {
		t.Errorf("result %+v, want nothing changed or removed", got)
	}
	wantUntouched(t, dir, before)
}

func TestSiteGoesBeforeForeignFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, siteA, false)
	writeFile(t, filepath.Join(dir, "robots.txt"), "dengan tangan")
	next := siteA.with(files{"robots.txt": "dari situs"})
	if got := publish(t, dir, next, false); got.Foreign != 0 {
		t.Errorf("result %+v, want no foreign file", got)
	}
	wantPublished(t, dir, next)
}

// Where a manifest is damaged, a page that is gone could be taken for a file of
// others, and be found for ever.
func TestDamagedManifestKeepsNothingForeign(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, siteA, false)
	foreign(t, dir)
	manifest := filepath.Join(dir, ManifestName)
	was, err := os.ReadFile(manifest)
	must(t, err)
	must(t, os.WriteFile(manifest, []byte(strings.Replace(string(was), "desa/ambulu.html", "desa/ambul", 1)), 0o644))
	next := siteA.without("desa/ambulu.html")
	publish(t, dir, next, false)
	wantPublished(t, dir, next)
}

// New tools make compressed files anew; what the old ones made is still ours.
func TestOtherToolsKeepForeignFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, files{"a.html": text(1000), "b.html": text(1000)}, true)
	names := foreign(t, dir)
	manifest := filepath.Join(dir, ManifestName)
	was, err := os.ReadFile(manifest)
	must(t, err)
	must(t, os.WriteFile(manifest, []byte(strings.Replace(string(was), "br"+brotliLevel, "br4", 1)), 0o644))
	if got := publish(t, dir, files{"a.html": text(1000)}, false); got.Foreign != foreignFiles {
		t.Errorf("result %+v, want %d foreign files", got, foreignFiles)
	}
	after := look(t, dir)
	for _, name := range names {
		if after[name].info == nil {
			t.Errorf("%s is gone", name)
		}
	}
	for _, name := range []string{"a.html.br", "a.html.gz", "b.html", "b.html.br"} {
		if after[name].info != nil {
			t.Errorf("%s stays", name)
		}
	}
}

// A file of others where the site has a folder, or the other way round: one of
// both would be lost.
func TestForeignFileInTheWayStopsTheBuild(t *testing.T) {
	for _, tt := range []struct{ foreign, ours string }{{"baru.html/x", "baru.html"}, {"baru", "baru/x.html"}} {
		t.Run(tt.foreign, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, siteA, false)
			writeFile(t, filepath.Join(dir, tt.foreign), "x")
			before := look(t, dir)
			d := open(t, dir, false)
			write(t, d, siteA.with(files{tt.ours: "baru"}))
			if _, err := d.Commit(); err == nil || !strings.Contains(err.Error(), tt.foreign) {
				t.Errorf("error %v, want one that names %s", err, tt.foreign)
			}
			wantUntouched(t, dir, before)
			wantNothingBeside(t, dir)
		})
	}
}
