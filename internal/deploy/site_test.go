package deploy

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"suluh/internal/cache"
	"suluh/internal/compress"
	"suluh/internal/output"
	"suluh/internal/target"
)

// Two versions of a made-up site. Every page names the script it needs; the newer version
// has other pages, another script, some pages more and some fewer.

func siteOf(script string, pages map[string]string) map[string]string {
	all := map[string]string{script: strings.Repeat("// "+script+"\n", 40), "sw.js": "// worker for " + script + "\n"}
	all["kontak.vcf"] = strings.Repeat("BEGIN:VCARD\n", 30)
	for name, text := range pages {
		all[name] = "<!doctype html><script src=" + script + "></script>" + strings.Repeat(text+"\n", 60)
	}
	return all
}

func older() map[string]string { return edition(0) }
func newer() map[string]string { return edition(1) }

// edition makes one of many versions. Odd and even ones have other files.
func edition(n int) map[string]string {
	pages := map[string]string{"index.html": fmt.Sprintf("awal %d", n), "404.html": "tidak ada"}
	if n%2 == 0 {
		pages["lama/satu.html"], pages["lama/dua.html"], pages["nama"] = "lama", "lama dua", "berkas yang menjadi folder"
	} else {
		pages["panduan/baru.html"], pages["nama/kini.html"] = "baru", "folder"
	}
	for i := range 24 {
		pages[fmt.Sprintf("desa/%02d.html", i)] = fmt.Sprintf("desa %d, versi %d", i, n)
	}
	return siteOf(fmt.Sprintf("app.%08x.js", n+1), pages)
}

// built publishes files into a folder as a build does.
func built(t *testing.T, files map[string]string) Version { return publishedBy(t, files, true) }

func publishedBy(t *testing.T, files map[string]string, packed bool) Version {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	d, err := output.Open(dir, output.Options{Compress: packed})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := d.Write(name, cache.Hash{}, compress.Plan{}, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	v, err := Folder(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// reader reads what a host shows.
type reader func(name string) ([]byte, error)

func shownIn(dir string) reader {
	return func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))) }
}

// mustBe sees that a host shows one version and nothing else of the other.
func mustBe(t *testing.T, read reader, v, not Version, has func(string) bool) {
	t.Helper()
	if err := isWhole(read, v, not, has); err != nil {
		t.Error(err)
	}
}

func isWhole(read reader, v, not Version, has func(string) bool) error {
	for name := range v.Names() {
		if !has(name) {
			continue
		}
		data, err := read(name)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if want, _ := v.Has(name); cache.HashOf(data) != want {
			return fmt.Errorf("%s is not of this version", name)
		}
	}
	for name := range not.Names() {
		if _, stays := v.Has(name); stays {
			continue
		}
		if _, err := read(name); err == nil {
			return fmt.Errorf("%s is still there", name)
		}
	}
	return nil
}

var needs = regexp.MustCompile(`src=([a-z0-9.]+)`)

// isReadable sees that each file a host shows is whole, of one version or the other, that
// no page that both have is missing, and that each page finds what it needs.
func isReadable(read reader, a, b Version, has func(string) bool) error {
	names := map[string]bool{}
	for name := range a.Names() {
		names[name] = true
	}
	for name := range b.Names() {
		names[name] = true
	}
	for name := range names {
		if !has(name) {
			continue
		}
		inA, isA := a.Has(name)
		inB, isB := b.Has(name)
		data, err := read(name)
		if err != nil {
			if isA && isB {
				return fmt.Errorf("%s, which both versions have: %w", name, err)
			}
			continue
		}
		if hash := cache.HashOf(data); !(isA && hash == inA) && !(isB && hash == inB) {
			return fmt.Errorf("%s is of neither version", name)
		}
		if path.Ext(name) != ".html" {
			continue
		}
		script := needs.FindSubmatch(data)
		if script == nil {
			return fmt.Errorf("%s names no script", name)
		}
		if _, err := read(string(script[1])); err != nil {
			return fmt.Errorf("%s lacks its script: %w", name, err)
		}
	}
	return nil
}

// all is for hosts that publish every file.
func all(string) bool { return true }

// begin prepares a deploy to an address.
func begin(t *testing.T, address string, opt Options) *Session {
	t.Helper()
	to, err := target.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	if opt.StateDir == "" {
		opt.StateDir = t.TempDir()
	}
	opt.Secrets.To = to
	s, err := Begin(to, opt)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// deploy publishes a version, and gives the plan.
func deploy(t *testing.T, s *Session, v Version) *Plan {
	t.Helper()
	p, err := s.Look(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Publish(context.Background(), p); err != nil {
		t.Fatal(err)
	}
	return p
}

// journey is what every kind of target must stand: a first version, a second, nothing to
// do, undo, undo of the undo, a guard, and a site of others.
func journey(t *testing.T, address string, opt Options, read reader, put func(name, text string), has func(string) bool) {
	opt.StateDir, opt.FirstWait = t.TempDir(), 50*time.Millisecond
	old, new := built(t, older()), built(t, newer())
	ctx := context.Background()

	// What others put there stays, in every version.
	put("punya-orang.txt", "CNAME")
	s := begin(t, address, opt)
	p := deploy(t, s, old)
	if len(p.New) < 30 || len(p.Gone) > 0 {
		t.Errorf("the first plan: %d new, %d gone", len(p.New), len(p.Gone))
	}
	mustBe(t, read, old, new, has)

	s = begin(t, address, opt)
	p = deploy(t, s, new)
	if len(p.New) == 0 || len(p.Changed) < 24 || len(p.Gone) == 0 || p.Same == 0 {
		t.Errorf("the second plan: %d new, %d changed, %d gone, %d the same", len(p.New), len(p.Changed), len(p.Gone), p.Same)
	}
	mustBe(t, read, new, old, has)
	if p, err := begin(t, address, opt).Look(ctx, new); err != nil || !p.IsEmpty() {
		t.Errorf("the same version again: %+v, %v", p, err)
	}

	for _, turn := range []struct{ v, not Version }{{old, new}, {new, old}} {
		s = begin(t, address, opt)
		p, err := s.LookBack(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Publish(ctx, p); err != nil {
			t.Fatal(err)
		}
		mustBe(t, read, turn.v, turn.not, has)
	}
	if data, err := read("punya-orang.txt"); err != nil || string(data) != "CNAME" {
		t.Errorf("the file of others: %q, %v", data, err)
	}

	// From a computer that has never published, undo is refused and a deploy is not.
	elsewhere := opt
	elsewhere.StateDir = t.TempDir()
	if _, err := begin(t, address, elsewhere).LookBack(ctx); !errors.Is(err, ErrNoBefore) {
		t.Errorf("undo from another computer: %v", err)
	}
	deploy(t, begin(t, address, elsewhere), old)
	mustBe(t, read, old, new, has)
	if _, err := begin(t, address, opt).LookBack(ctx); !errors.Is(err, ErrNoBefore) {
		t.Errorf("undo after another computer has published: %v", err)
	}
	p, err := begin(t, address, elsewhere).LookBack(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := begin(t, address, elsewhere).Publish(ctx, p); err != nil {
		t.Fatal(err)
	}
	mustBe(t, read, new, old, has)

	// A site of one page takes no other pages away unasked.
	few := built(t, map[string]string{"index.html": "<script src=app.33333333.js>", "app.33333333.js": "//"})
	p, err = begin(t, address, opt).Look(ctx, few)
	if err != nil {
		t.Fatal(err)
	}
	if err := begin(t, address, opt).Publish(ctx, p); !errors.Is(err, ErrMany) || !p.Many() {
		t.Errorf("a deploy that takes nearly all away: %v", err)
	}
	mustBe(t, read, new, old, has)

	// A file that somebody damaged on the host is mended when all is sent.
	put("desa/03.html", "rusak")
	whole := opt
	whole.Whole = true
	deploy(t, begin(t, address, whole), new)
	mustBe(t, read, new, old, has)
}

// mustRefuseOthers sees that a site that is not ours is not written over.
func mustRefuseOthers(t *testing.T, address string, opt Options, put func(name, text string)) {
	t.Helper()
	put("index.html", "situs orang")
	_, err := begin(t, address, opt).Look(context.Background(), built(t, older()))
	if !errors.Is(err, ErrNotOurs) && !errors.Is(err, output.ErrNotOurs) {
		t.Errorf("a site of others: %v", err)
	}
}

// putIn gives what puts a file into a folder that a host shows.
func putIn(t *testing.T, dir string) func(name, text string) {
	return func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
