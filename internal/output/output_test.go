package output

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"golang.org/x/sys/unix"

	"suluh/internal/cache"
	"suluh/internal/compress"
)

// files are the outputs of one build, by path.
type files map[string]string

var siteA = files{
	"index.html":           "beranda",
	"desa/ambulu.html":     "Ambulu",
	"desa/sabrang.html":    "Sabrang",
	"foto/dua kata.jpg":    "foto",
	"en/panduan/cost.html": "cost",
}

// with gives a copy in which some files differ.
func (f files) with(changes files) files {
	f = maps.Clone(f)
	maps.Copy(f, changes)
	return f
}

func (f files) without(names ...string) files {
	f = maps.Clone(f)
	for _, name := range names {
		delete(f, name)
	}
	return f
}

func open(t *testing.T, dir string, compress bool) *Dir {
	t.Helper()
	d, err := Open(dir, Options{Compress: compress})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return d
}

// write writes every file at once, as the workers of a build do.
func write(t *testing.T, d *Dir, f files) {
	t.Helper()
	var wg sync.WaitGroup
	for name, text := range f {
		wg.Go(func() {
			if err := d.Write(name, cache.Hash{}, compress.Plan{}, []byte(text)); err != nil {
				t.Errorf("Write: %v", err)
			}
		})
	}
	wg.Wait()
}

func publish(t *testing.T, dir string, f files, compress bool) Result {
	t.Helper()
	d := open(t, dir, compress)
	write(t, d, f)
	result, err := d.Commit()
	if err != nil {
		t.Fatalf("Commit: %v", err)
	}
	return result
}

// seen is one file or folder as it was at one time.
type seen struct {
	info os.FileInfo
	text string
}

// same holds for the same inode, untouched. The time of reading and the count
// of links, which no reader of a site sees, may differ.
func (s seen) same(o seen) bool {
	return o.info != nil && os.SameFile(s.info, o.info) && s.info.ModTime().Equal(o.info.ModTime()) &&
		s.info.Mode() == o.info.Mode() && s.text == o.text
}

// look remembers all that lies in a folder, and what "." the folder itself is.
func look(t *testing.T, root string) map[string]seen {
	t.Helper()
	all := map[string]seen{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		var text []byte
		if info.Mode().IsRegular() {
			text, err = os.ReadFile(path)
		}
		name, _ := filepath.Rel(root, path)
		all[filepath.ToSlash(name)] = seen{info, string(text)}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// wantUntouched fails unless a folder is, to the inode, what it was.
func wantUntouched(t *testing.T, root string, before map[string]seen) {
	t.Helper()
	after := look(t, root)
	for name, s := range before {
		if !s.same(after[name]) {
			t.Errorf("%s was touched", name)
		}
	}
	for name := range after {
		if _, ok := before[name]; !ok {
			t.Errorf("%s is new", name)
		}
	}
}

// wantPublished fails unless exactly these files are published, the manifest
// lists them with their hashes, and nothing lies beside.
func wantPublished(t *testing.T, dir string, want files) {
	t.Helper()
	got := files{}
	for name, s := range look(t, dir) {
		if s.info.Mode().IsRegular() {
			got[name] = s.text
		}
	}
	lines := []string{manifestHeader}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		sum := sha256.Sum256([]byte(want[name]))
		lines = append(lines, fmt.Sprintf("%x - %d 0 %s", sum[:16], len(want[name]), name))
	}
	if manifest := got[ManifestName]; !strings.HasSuffix(manifest, "\n"+lastOf(manifest)+"\n") {
		t.Errorf("the manifest does not end with its own sum: %q", manifest)
	}
	got[ManifestName] = withoutTimes(got[ManifestName])
	want = want.with(files{ManifestName: manifestOf(lines...)})
	if !maps.Equal(got, want) {
		t.Errorf("published %q\nwant %q", got, want)
	}
	wantNothingBeside(t, dir)
}

var timeOfLine = regexp.MustCompile(`(?m)^([0-9a-f]{32} \S+ \d+) \d+ `)

// withoutTimes gives a manifest as if each file were written at the beginning of
// time.
func withoutTimes(manifest string) string {
	lines := strings.Split(strings.TrimSuffix(timeOfLine.ReplaceAllString(manifest, "$1 0 "), "\n"), "\n")
	return manifestOf(lines[:len(lines)-1]...)
}

// lastOf gives the last line that a manifest has to have.
func lastOf(manifest string) string {
	lines := strings.Split(strings.TrimSuffix(manifest, "\n"), "\n")
	whole := strings.Split(strings.TrimSuffix(manifestOf(lines[:len(lines)-1]...), "\n"), "\n")
	return whole[len(whole)-1]
}

// manifestOf is a whole manifest of a header and lines.
func manifestOf(lines ...string) string {
	all := strings.Join(lines, "\n") + "\n"
	sum := sha256.Sum256([]byte(all[len(lines[0])+1:]))
	return all + fmt.Sprintf("= %x\n", sum[:16])
}

func wantNothingBeside(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), ".suluh-") {
			t.Errorf("%s is left over", e.Name())
		}
	}
}

// age sets a published folder back by an hour, so that a file that is written
// again shows by its time however coarse the clock of the disk is.
func age(t *testing.T, dir string) {
	t.Helper()
	past := time.Now().Add(-time.Hour)
	for name := range look(t, dir) {
		when := past
		if name == ManifestName {
			when = past.Add(time.Second)
		}
		if err := os.Chtimes(filepath.Join(dir, name), when, when); err != nil {
			t.Fatal(err)
		}
	}
}

func writeFile(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestFirstPublish(t *testing.T) {
	for _, tt := range []struct {
		name    string
		prepare func(dir string) error
	}{
		{"into no folder", func(string) error { return nil }},
		{"into an empty folder", func(dir string) error { return os.MkdirAll(dir, 0o755) }},
		{"over a lock that a killed run left", func(dir string) error {
			return errors.Join(os.MkdirAll(filepath.Dir(dir), 0o755), os.WriteFile(beside(dir, "lock"), nil, 0o644))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "hosting", "public")
			must(t, tt.prepare(dir))
			got := publish(t, dir, siteA, false)
			if want := (Result{Files: 5, Changed: 5, Bytes: 28}); got != want {
				t.Errorf("result %+v, want %+v", got, want)
			}
			wantPublished(t, dir, siteA)
		})
	}
}

func TestUnchangedBuildTouchesNothing(t *testing.T) {
	long := siteA.with(files{"panduan/biaya.html": text(2000), "kosong.txt": ""})
	for _, compress := range []bool{false, true} {
		t.Run(fmt.Sprintf("compress %t", compress), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, long, compress)
			age(t, dir)
			before := look(t, dir)
			if got := publish(t, dir, long, compress); got.Changed != 0 || got.Removed != 0 {
				t.Errorf("result %+v, want nothing changed or removed", got)
			}
			wantUntouched(t, dir, before)
			wantNothingBeside(t, dir)
		})
	}
}

func TestChangedBuild(t *testing.T) {
	for _, tt := range []struct {
		name             string
		next             files
		changed, removed int
	}{
		{"a file of the same size", siteA.with(files{"index.html": "BERANDA"}), 1, 0},
		{"a file of another size", siteA.with(files{"desa/ambulu.html": "Ambulu, Jember"}), 1, 0},
		{"a new file in a new folder", siteA.with(files{"a/b/c.html": "c"}), 1, 0},
		{"a stale file", siteA.without("desa/sabrang.html"), 0, 1},
		{"the last file of a folder", siteA.without("en/panduan/cost.html"), 0, 1},
		{"one changed, one stale", siteA.with(files{"index.html": ""}).without("desa/sabrang.html"), 1, 1},
		{"a folder becomes a file", siteA.without("foto/dua kata.jpg").with(files{"foto": "x"}), 1, 1},
		{"a file becomes a folder", siteA.without("index.html").with(files{"index.html/x": "x"}), 1, 1},
		{"no file is left", files{}, 0, 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, siteA, false)
			age(t, dir)
			before := look(t, dir)
			got := publish(t, dir, tt.next, false)
			if got.Files != len(tt.next) || got.Changed != tt.changed || got.Removed != tt.removed {
				t.Errorf("result %+v, want %d files, %d changed, %d removed", got, len(tt.next), tt.changed, tt.removed)
			}
			wantPublished(t, dir, tt.next)
			after := look(t, dir)
			for name, text := range tt.next {
				if siteA[name] == text && !before[name].same(after[name]) {
					t.Errorf("%s was touched", name)
				}
			}
			if _, ok := after["en"]; ok && tt.next["en/panduan/cost.html"] == "" {
				t.Error("an empty folder stays")
			}
		})
	}
}

func TestHandChangeIsPutRight(t *testing.T) {
	// As long as the smallest that is compressed, so that .br files are there.
	site := siteA.with(files{"index.html": text(1000)})
	for _, tt := range []struct {
		name    string
		change  func(dir string) error
		changed int
	}{
		{"other content of the same size", func(dir string) error {
			return os.WriteFile(dir+"/desa/ambulu.html", []byte("umbulA"), 0o644)
		}, 1},
		{"other content in the moment of publishing", func(dir string) error {
			// A coarse clock gives both the same time.
			info, err := os.Stat(dir + "/" + ManifestName)
			return errors.Join(err, os.WriteFile(dir+"/desa/ambulu.html", []byte("umbulA"), 0o644),
				os.Chtimes(dir+"/desa/ambulu.html", time.Time{}, info.ModTime()))
		}, 1},
		{"other content of another size, in the past", func(dir string) error {
			return errors.Join(os.WriteFile(dir+"/desa/ambulu.html", nil, 0o644),
				os.Chtimes(dir+"/desa/ambulu.html", time.Time{}, time.Unix(0, 0)))
		}, 1},
		{"a file deleted", func(dir string) error { return os.Remove(dir + "/desa/ambulu.html") }, 1},
		{"a folder deleted", func(dir string) error { return os.RemoveAll(dir + "/desa") }, 2},
		{"a folder in the place of a file", func(dir string) error {
			return errors.Join(os.Remove(dir+"/desa/ambulu.html"), os.Mkdir(dir+"/desa/ambulu.html", 0o755))
		}, 1},
		{"a link in the place of a file", func(dir string) error {
			return errors.Join(os.Rename(dir+"/desa/ambulu.html", dir+"/../x"), os.Symlink("../../x", dir+"/desa/ambulu.html"))
		}, 1},
		{"a compressed file damaged", func(dir string) error { return os.WriteFile(dir+"/index.html.br", nil, 0o644) }, 1},
		{"a compressed file deleted", func(dir string) error { return os.Remove(dir + "/index.html.gz") }, 1},
		{"the file and its compressed files", func(dir string) error {
			return errors.Join(os.Remove(dir+"/index.html"), os.Remove(dir+"/index.html.br"), os.Remove(dir+"/index.html.gz"))
		}, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, site, true)
			want := published(t, dir)
			age(t, dir)
			must(t, tt.change(dir))
			if got := publish(t, dir, site, true); got.Changed != tt.changed {
				t.Errorf("result %+v, want %d changed", got, tt.changed)
			}
			wantPublished(t, dir, want)
		})
	}
}

func TestTouchedFileStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, siteA, false)
	age(t, dir)
	must(t, os.Chtimes(filepath.Join(dir, "index.html"), time.Time{}, time.Now()))
	before := look(t, dir)
	publish(t, dir, siteA, false)
	wantUntouched(t, dir, before)
}

func TestOpenRefuses(t *testing.T) {
	for _, tt := range []struct {
		name    string
		prepare func(root string) error
		output  string
		sources []string
		want    error // nil for any
	}{
		{"a folder that is not ours", func(root string) error {
			return errors.Join(os.Mkdir(root+"/public", 0o755), os.WriteFile(root+"/public/skripsi.doc", []byte("x"), 0o644))
		}, "public", nil, ErrNotOurs},
		{"a folder that holds only a folder", func(root string) error { return os.MkdirAll(root+"/public/x", 0o755) }, "public", nil, ErrNotOurs},
		{"a file", func(root string) error { return os.WriteFile(root+"/public", []byte("x"), 0o644) }, "public", nil, nil},
		{"a folder under a file", func(root string) error { return os.WriteFile(root+"/x", []byte("x"), 0o644) }, "x/public", nil, nil},
		{"the folder of the sources", nil, "content", []string{"content"}, ErrSources},
		{"a folder that holds them", nil, ".", []string{"villages", "content"}, ErrSources},
		{"a folder far above them", nil, "..", []string{"content"}, ErrSources},
		{"a folder in them", nil, "content/public", []string{"villages", "content"}, ErrSources},
		{"a folder deep in them", nil, "content/a/b/public", []string{"content"}, ErrSources},
		{"a folder in them by a roundabout way", nil, "villages/../content/public", []string{"content"}, ErrSources},
		{"sources that are not there yet", nil, "layouts/public", []string{"layouts"}, ErrSources},
		{"a folder in them through a link", func(root string) error { return os.Symlink("content", root+"/tautan") }, "tautan/public", []string{"content"}, ErrSources},
		{"a folder in linked sources", func(root string) error { return os.Symlink("content", root+"/tautan") }, "content/public", []string{"tautan"}, ErrSources},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			writeFile(t, filepath.Join(root, "content", "situs.yaml"), "nama: Uji")
			writeFile(t, filepath.Join(root, "villages", "ambulu.md"), "Ambulu")
			if tt.prepare != nil {
				must(t, tt.prepare(root))
			}
			before := look(t, root)
			// The folder's own time tells of the lock, which came and went.
			delete(before, ".")
			for i, source := range tt.sources {
				tt.sources[i] = filepath.Join(root, source)
			}
			d, err := Open(filepath.Join(root, tt.output), Options{Sources: tt.sources, Compress: true})
			if err == nil {
				d.Abort()
				t.Fatal("Open took it")
			}
			if tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("Open: %v, want %v", err, tt.want)
			}
			after := look(t, root)
			before["."] = after["."]
			wantUntouched(t, root, before)
		})
	}
}

func TestOpenAllowsNeighbours(t *testing.T) {
	root := t.TempDir()
	writeFile(t, filepath.Join(root, "content", "situs.yaml"), "nama: Uji")
	for _, name := range []string{"public", "content-public", "contents"} {
		d, err := Open(filepath.Join(root, name), Options{Sources: []string{filepath.Join(root, "content")}})
		if err != nil {
			t.Errorf("Open(%s): %v", name, err)
			continue
		}
		d.Abort()
	}
}

// A server often reads the folder to which a link leads; were the link itself
// replaced, that folder would stay old for ever.
func TestLinkedFolderIsPublishedWhereItLies(t *testing.T) {
	root := t.TempDir()
	real, link := filepath.Join(root, "srv", "www"), filepath.Join(root, "public")
	must(t, os.MkdirAll(real, 0o755))
	must(t, os.Symlink(filepath.Join("srv", "www"), link))
	for _, site := range []files{siteA, siteA.without("index.html")} {
		publish(t, link, site, false)
		wantPublished(t, real, site)
		wantNothingBeside(t, link)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode().Type() != fs.ModeSymlink {
		t.Error("the link is gone")
	}
}

func TestAbortLeavesThePublishedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	d := open(t, dir, true)
	write(t, d, siteA)
	d.Abort()
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a first build that was given up leaves a folder")
	}
	wantNothingBeside(t, dir)

	publish(t, dir, siteA, true)
	before := look(t, dir)
	d = open(t, dir, true)
	write(t, d, siteA.with(files{"index.html": text(900), "baru.html": "baru"}))
	d.Abort()
	wantUntouched(t, dir, before)
	wantNothingBeside(t, dir)
}

// text is prose-like and compresses well.
func text(size int) string {
	r := rand.New(rand.NewPCG(1, uint64(size)))
	words := strings.Fields("desa nomor biaya kontrak aman kerja pulang keluarga surat kantor")
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(words[r.IntN(len(words))] + " ")
	}
	return b.String()[:size]
}

// noise does not compress.
func noise(size int) string {
	r := rand.NewChaCha8([32]byte{1})
	data := make([]byte, size)
	_, _ = r.Read(data)
	return string(data)
}

// published reads all published files but the manifest.
func published(t *testing.T, dir string) files {
	t.Helper()
	f := files{}
	for name, s := range look(t, dir) {
		if s.info.Mode().IsRegular() && name != ManifestName {
			f[name] = s.text
		}
	}
	return f
}

func unpack(t *testing.T, f files, name string) string {
	t.Helper()
	var r io.Reader
	switch packed := strings.NewReader(f[name]); filepath.Ext(name) {
	case ".br":
		r = brotli.NewReader(packed)
	case ".gz":
		z, err := gzip.NewReader(packed)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		r = z
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(data)
}

func TestCompressedFiles(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       bool
	}{
		{"panduan/biaya.html", text(5000), true},
		{"gaya.css", text(smallest), true},
		{"peta.svg", text(300), true},
		{"desa/ambulu.vcf", text(300), true},
		{"pendek.html", text(smallest - 1), false},
		{"kosong.html", "", false},
		{"acak.txt", noise(3000), false},
		{"foto.jpg", text(5000), false},
		{"tanpa-akhiran", text(5000), false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, files{tt.name: tt.text}, true)
			got := published(t, dir)
			wantPublished(t, dir, got)
			if got[tt.name] != tt.text {
				t.Error("the file itself differs")
			}
			for _, c := range compressors {
				name := tt.name + c.ending
				packed, ok := got[name]
				if ok != tt.want {
					t.Errorf("%s is there: %t, want %t", name, ok, tt.want)
				}
				if ok && len(packed) >= len(tt.text) {
					t.Errorf("%s is no smaller than the file", name)
				}
				if ok && unpack(t, got, name) != tt.text {
					t.Errorf("%s holds something else", name)
				}
			}
		})
	}
}

func TestCompressedFilesFollowTheirFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	one, two := files{"a.html": text(1000), "b.html": text(2000)}, files{"a.html": text(1000), "b.html": text(2001)}
	publish(t, dir, one, true)
	age(t, dir)
	before := look(t, dir)

	if got, want := publish(t, dir, two, true), 3; got.Changed != want {
		t.Errorf("%d files changed, want %d", got.Changed, want)
	}
	after := look(t, dir)
	for _, ending := range []string{"", ".br", ".gz"} {
		if name := "a.html" + ending; !before[name].same(after[name]) {
			t.Errorf("%s was touched", name)
		}
	}
	for _, name := range []string{"b.html.br", "b.html.gz"} {
		if unpack(t, published(t, dir), name) != two["b.html"] {
			t.Errorf("%s is old", name)
		}
	}

	got := publish(t, dir, two, false)
	if got.Changed != 0 || got.Removed != 4 {
		t.Errorf("without compression: %+v, want 4 removed", got)
	}
	wantPublished(t, dir, two)
	if !after["b.html"].same(look(t, dir)["b.html"]) {
		t.Error("b.html was touched when its compressed files went")
	}

	if got := publish(t, dir, two, true); got.Changed != 4 {
		t.Errorf("with compression again: %+v, want 4 changed", got)
	}
}

func TestOtherToolsCompressAnew(t *testing.T) {
	site := files{"a.html": text(1000)}
	for _, compress := range []bool{true, false} {
		t.Run(fmt.Sprintf("compress %t", compress), func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, site, true)
			want := published(t, dir)
			manifest := filepath.Join(dir, ManifestName)
			lines, err := os.ReadFile(manifest)
			must(t, err)
			must(t, os.WriteFile(manifest, bytes.Replace(lines, []byte("br"+brotliLevel), []byte("br4"), 1), 0o644))
			age(t, dir)
			before := look(t, dir)
			publish(t, dir, site, compress)
			if !compress {
				want = site
			}
			wantPublished(t, dir, want)
			after := look(t, dir)
			if !before["a.html"].same(after["a.html"]) {
				t.Error("a.html was touched")
			}
			if before["a.html.br"].same(after["a.html.br"]) {
				t.Error("a.html.br was kept")
			}
		})
	}
}

func TestWriteRefusesPathsOutsideTheSite(t *testing.T) {
	for _, name := range []string{
		"", ".", "..", "../x.html", "a/../../x.html", "/x.html", "//x.html",
		ManifestName, "./" + ManifestName, "a/../" + ManifestName,
		"a//b.html", "a/./b.html", "a/", // a second name for one file
		"a\nb.html", "a.html\r", // would break a line of the manifest
	} {
		t.Run(fmt.Sprintf("%q", name), func(t *testing.T) {
			root := t.TempDir()
			d := open(t, filepath.Join(root, "hosting", "public"), false)
			if err := d.Write(name, cache.Hash{}, compress.Plan{}, []byte("x")); err == nil {
				t.Error("Write took it")
			}
			write(t, d, siteA)
			if _, err := d.Commit(); err != nil {
				t.Errorf("Commit after the refusal: %v", err)
			}
			wantPublished(t, filepath.Join(root, "hosting", "public"), siteA)
			if entries, _ := os.ReadDir(root); len(entries) != 1 {
				t.Errorf("something was written outside: %v", entries)
			}
		})
	}
}

// beside names what a build keeps next to a folder, as the package doc has it.
func beside(dir, what string) string {
	return filepath.Join(filepath.Dir(dir), "."+filepath.Base(dir)+".suluh-"+what)
}

func TestLeftoversOfAKilledRunAreRepaired(t *testing.T) {
	half := func(folder string) error {
		return errors.Join(os.MkdirAll(folder+"/desa", 0o755), os.WriteFile(folder+"/desa/ambulu.html", []byte("setengah"), 0o644))
	}
	for _, tt := range []struct {
		name  string
		leave func(dir string) error
	}{
		{"a half-written new folder", func(dir string) error { return half(beside(dir, "new")) }},
		{"a half-removed old folder", func(dir string) error { return half(beside(dir, "old")) }},
		{"both", func(dir string) error { return errors.Join(half(beside(dir, "new")), half(beside(dir, "old"))) }},
		{"a lock", func(dir string) error { return os.WriteFile(beside(dir, "lock"), nil, 0o644) }},
		{"killed between the two renames", func(dir string) error {
			return errors.Join(os.Rename(dir, beside(dir, "old")), half(beside(dir, "new")))
		}},
		{"killed between, and the new folder is gone", func(dir string) error { return os.Rename(dir, beside(dir, "old")) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, siteA, false)
			before := look(t, dir)
			must(t, tt.leave(dir))
			open(t, dir, false).Abort()
			wantUntouched(t, dir, before)
			wantNothingBeside(t, dir)
			next := siteA.with(files{"index.html": "baru"})
			if got := publish(t, dir, next, false); got.Changed != 1 {
				t.Errorf("next build %+v, want 1 changed", got)
			}
			wantPublished(t, dir, next)
		})
	}
}

func TestSecondBuildIsLockedOut(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "plan9" {
		t.Skip("no lock that dies with the process")
	}
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, siteA, false)
	before := look(t, dir)
	first := open(t, dir, false)
	write(t, first, siteA.with(files{"index.html": "baru"}))
	if d, err := Open(dir, Options{}); !errors.Is(err, ErrLocked) {
		if err == nil {
			d.Abort()
		}
		t.Errorf("second Open: %v, want %v", err, ErrLocked)
	}
	wantUntouched(t, dir, before)
	_, err := first.Commit()
	must(t, err)
	wantPublished(t, dir, siteA.with(files{"index.html": "baru"}))
	open(t, dir, false).Abort()
}

// The lock file goes with each build, so one may take it while it vanishes.
func TestLockIsHeldByOneOnly(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "plan9" {
		t.Skip("no lock that dies with the process")
	}
	dir := filepath.Join(t.TempDir(), "public")
	var holders, held atomic.Int32
	var wg sync.WaitGroup
	until := time.Now().Add(300 * time.Millisecond)
	for range 8 {
		wg.Go(func() {
			for time.Now().Before(until) {
				d, err := Open(dir, Options{})
				if errors.Is(err, ErrLocked) {
					time.Sleep(20 * time.Microsecond)
					continue
				}
				if err != nil {
					t.Errorf("Open: %v", err)
					return
				}
				if n := holders.Add(1); n > 1 {
					t.Errorf("%d builds hold one folder", n)
				}
				held.Add(1)
				time.Sleep(100 * time.Microsecond)
				holders.Add(-1)
				d.Abort()
			}
		})
	}
	wg.Wait()
	t.Logf("held %d times", held.Load())
}

func TestCopyFile(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "dari"), filepath.Join(dir, "ke")
	writeFile(t, from, text(5000))
	when := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	must(t, os.Chtimes(from, time.Time{}, when))
	must(t, copyFile(from, to))
	all := look(t, dir)
	if all["ke"].text != all["dari"].text || !all["ke"].info.ModTime().Equal(when) || os.SameFile(all["ke"].info, all["dari"].info) {
		t.Error("the copy differs, is younger, or is no copy")
	}
}

// Where a link failed because it is there already (two names that the disk
// takes for one), the copy would be made through it.
func TestCopyFileSparesTheFileItCopies(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "dari"), filepath.Join(dir, "ke")
	writeFile(t, from, "isi")
	if err := os.Link(from, to); err != nil {
		t.Skip(err)
	}
	_ = copyFile(from, to)
	if data, _ := os.ReadFile(from); string(data) != "isi" {
		t.Errorf("the published file holds %q", data)
	}
}

// A file may have only so many links (65,000 on ext4): one that has them all
// cannot be linked once more.
func TestCopiesWhereLinksFail(t *testing.T) {
	const most = 66_000
	if testing.Short() {
		t.Skip("makes up to 66,000 links")
	}
	root := t.TempDir()
	dir := filepath.Join(root, "public")
	publish(t, dir, siteA, false)
	age(t, dir)
	must(t, os.Mkdir(filepath.Join(root, "tautan"), 0o755))
	full := false
	for i := 0; i < most && !full; i++ {
		full = os.Link(filepath.Join(dir, "index.html"), filepath.Join(root, "tautan", fmt.Sprint(i))) != nil
	}
	if !full {
		t.Skip("this file system takes any number of links")
	}
	before := look(t, dir)
	next := siteA.with(files{"desa/ambulu.html": "baru"})
	if got := publish(t, dir, next, false); got.Changed != 1 {
		t.Errorf("result %+v, want 1 changed", got)
	}
	wantPublished(t, dir, next)
	after := look(t, dir)
	if os.SameFile(before["index.html"].info, after["index.html"].info) {
		t.Error("the file was linked after all")
	}
	if !after["index.html"].info.ModTime().Equal(before["index.html"].info.ModTime()) {
		t.Error("the copy lost the time of the file")
	}
}

func TestDamagedManifest(t *testing.T) {
	line := func(name string) string {
		sum := sha256.Sum256([]byte(siteA[name]))
		return fmt.Sprintf("%x - %d 0 %s", sum[:16], len(siteA[name]), name)
	}
	index := line("index.html")
	for _, tt := range []struct {
		name     string
		old, new string // what is replaced in the manifest; all of it when old is empty
		touched  int    // files made anew
	}{
		{"a line that lacks its end", index, index[:20], 1},
		{"a line without a path", index, index[:34], 1},
		{"an empty line", index, "", 1},
		{"a hash that is none", index, "z" + index[1:], 1},
		{"a hash too long", index, "ab" + index, 1},
		{"a hash too short", index, index[2:], 1},
		{"another hash", index, strings.Repeat("0", 32) + index[32:], 1},
		{"a size that is none", index, strings.Replace(index, " 7 ", " x ", 1), 1},
		{"a line break lost", "\n" + index, index, 2},
		{"a line of 100 kB", index, strings.Repeat("x", 100_000), 1},
		{"another header", manifestHeader, "suluh 0", 0},
		{"nothing in it", "", "", 5},
		{"only zeros, as after a power cut", "", strings.Repeat("\x00", 100_000), 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, next := range []files{siteA, siteA.without("index.html")} {
				dir := filepath.Join(t.TempDir(), "public")
				publish(t, dir, siteA, false)
				manifest := filepath.Join(dir, ManifestName)
				data, err := os.ReadFile(manifest)
				must(t, err)
				was := withoutTimes(string(data))
				damaged := tt.new
				if tt.old != "" {
					damaged = strings.Replace(was, tt.old, tt.new, 1)
				}
				if damaged == was {
					t.Fatal("the manifest was not damaged")
				}
				must(t, os.WriteFile(manifest, []byte(damaged), 0o644))
				age(t, dir)
				before := look(t, dir)
				publish(t, dir, next, false)
				wantPublished(t, dir, next)
				after, touched := look(t, dir), 0
				for name := range siteA {
					if !before[name].same(after[name]) {
						touched++
					}
				}
				if want := max(tt.touched, len(siteA)-len(next)); touched > want {
					t.Errorf("%d files were made anew or went, want %d", touched, want)
				}
			}
		})
	}
}

// What stops a build half way leaves the published folder as it was.
func TestFailedWritingLeavesThePublishedFolder(t *testing.T) {
	next := siteA.with(files{"desa/ambulu.html": "baru"}).without("desa/sabrang.html")
	for _, tt := range []struct {
		name string
		run  func(t *testing.T, d *Dir) error
	}{
		{"a file in the place of a folder", func(t *testing.T, d *Dir) error {
			must(t, d.Write("desa", cache.Hash{}, compress.Plan{}, []byte("file")))
			return d.Write("desa/ambulu.html", cache.Hash{}, compress.Plan{}, []byte("baru"))
		}},
		{"a file in the place of the new folder", func(t *testing.T, d *Dir) error {
			writeFile(t, beside(d.path, "new"), "file")
			return d.Write("desa/ambulu.html", cache.Hash{}, compress.Plan{}, []byte("baru"))
		}},
		{"a file in the place of the new folder, at the end", func(t *testing.T, d *Dir) error {
			write(t, d, siteA.without("desa/sabrang.html"))
			writeFile(t, beside(d.path, "new"), "file")
			_, err := d.Commit()
			return err
		}},
		{"a file that is kept vanishes", func(t *testing.T, d *Dir) error {
			write(t, d, next)
			index := filepath.Join(d.path, "index.html")
			must(t, os.Rename(index, index+".x"))
			_, err := d.Commit()
			must(t, os.Rename(index+".x", index))
			return err
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			publish(t, dir, siteA, false)
			age(t, dir)
			before := look(t, dir)
			d := open(t, dir, false)
			if err := tt.run(t, d); err == nil {
				t.Error("no error")
			}
			d.Abort()
			// A rename shows in the folder's time.
			before["."] = look(t, dir)["."]
			wantUntouched(t, dir, before)
			wantNothingBeside(t, dir)
			publish(t, dir, next, false)
			wantPublished(t, dir, next)
		})
	}
}

// mount puts a small file system of its own into a folder.
func mount(t *testing.T, dir, size string) {
	t.Helper()
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("only root may mount")
	}
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size="+size, "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("mount: %v: %s", err, out)
	}
	t.Cleanup(func() {
		if out, err := exec.Command("umount", "-l", dir).CombinedOutput(); err != nil {
			t.Logf("umount: %v: %s", err, out)
		}
	})
}

func TestFullDiskLeavesThePublishedFolder(t *testing.T) {
	for _, tt := range []struct {
		name string
		run  func(t *testing.T, d *Dir) error
	}{
		{"while files are written", func(t *testing.T, d *Dir) error {
			return d.Write("foto.jpg", cache.Hash{}, compress.Plan{}, []byte(noise(1<<20)))
		}},
		{"while small files are written", func(t *testing.T, d *Dir) error {
			for i := range 1000 {
				if err := d.Write(fmt.Sprintf("desa/%d.html", i), cache.Hash{}, compress.Plan{}, []byte("desa")); err != nil {
					return err
				}
			}
			return nil
		}},
		{"when the manifest is written", func(t *testing.T, d *Dir) error {
			write(t, d, siteA.with(files{"index.html": "baru"}))
			fill := filepath.Join(filepath.Dir(d.path), "penuh")
			if err := os.WriteFile(fill, []byte(noise(1<<20)), 0o644); err == nil {
				t.Error("the disk has room left")
			}
			_, err := d.Commit()
			must(t, os.Remove(fill))
			return err
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			root := t.TempDir()
			mount(t, root, "256k")
			dir := filepath.Join(root, "public")
			publish(t, dir, siteA, false)
			age(t, dir)
			before := look(t, dir)
			d := open(t, dir, false)
			if err := tt.run(t, d); err == nil {
				t.Error("no error on a full disk")
			} else {
				t.Log(err)
			}
			d.Abort()
			wantUntouched(t, dir, before)
			wantNothingBeside(t, dir)
			next := siteA.with(files{"index.html": "baru"})
			publish(t, dir, next, false)
			wantPublished(t, dir, next)
		})
	}
}

// TestMountInsideIsKept: a folder inside the published one that is a mount is
// written into, and stays mounted.
func TestMountInsideIsKept(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publish(t, dir, siteA.without("foto/dua kata.jpg"), false)
	foto := filepath.Join(dir, "foto")
	must(t, os.Mkdir(foto, 0o755))
	mount(t, foto, "64k")
	device := func() uint64 {
		var stat unix.Stat_t
		must(t, unix.Stat(foto, &stat))
		return uint64(stat.Dev)
	}
	before := device()
	next := siteA.with(files{"index.html": "baru"})
	publish(t, dir, next, false)
	wantPublished(t, dir, next)
	if device() != before {
		t.Error("the folder is not the mounted one any more")
	}
}

// TestMountPoint: a folder that is a mount point is published in place.
func TestMountPoint(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	must(t, os.Mkdir(dir, 0o755))
	mount(t, dir, "64k")
	publish(t, dir, siteA, false)
	wantPublished(t, dir, siteA)
	next := siteA.with(files{"index.html": "baru"}).without("desa/ambulu.html")
	publish(t, dir, next, false)
	wantPublished(t, dir, next)
}

// TestSwapThatFails: a folder that cannot be put in the place of the published one
// leaves it there. A kill between two steps would show the same, now and then:
// TestKilledBuildLeavesAWholeSite.
func TestSwapThatFails(t *testing.T) {
	root := t.TempDir()
	d := &Dir{path: filepath.Join(root, "public")}
	writeFile(t, filepath.Join(d.path, "index.html"), "lama")
	before := look(t, d.path)
	if err := d.swap(); err == nil { // there is no new folder
		t.Error("nothing is published, and no error is told")
	}
	wantUntouched(t, d.path, before)
}
