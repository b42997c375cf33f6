package output

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suluh/internal/cache"
	"suluh/internal/compress"
	"suluh/internal/fault"
)

// TestEveryFault fails, and then kills, a build at its Nth operation on the disk,
// for each N until none is left: a first build, one that changes, adds and
// removes files, and one that changes nothing; by exchange, by two renames and in
// place. The folder is the old site or the new one, whole; in place, each file is
// the old or the new one, and none is missing that both have. The next build puts
// all right.
func TestEveryFault(t *testing.T) {
	old := siteA.with(files{"lama/x.html": "lama", "berkas": "satu"})
	next := siteA.with(files{"index.html": "baru", "panduan/y.html": "baru", "suluh.12345678.js": "skrip", "sw.js": "pekerja"}).without("foto/dua kata.jpg")
	total := 0
	for _, way := range []string{"exchange", "two renames", "in place"} {
		for _, build := range []struct {
			name      string
			from, now files
		}{{"first", nil, next}, {"changed", old, next}, {"unchanged", next, next}} {
			for _, kill := range []bool{false, true} {
				t.Run(fmt.Sprintf("%s, %s, killed %t", way, build.name, kill), func(t *testing.T) {
					n := 1
					for ; faultAt(t, n, way, kill, build.from, build.now); n++ {
						if n > 500 {
							t.Fatal("the operations have no end")
						}
					}
					total += n - 1
				})
			}
		}
	}
	t.Logf("%d operations failed or were the last", total)
	if total < 100 {
		t.Errorf("only %d operations were tried", total)
	}
}

// faultAt runs one build and tells whether its Nth operation came.
func faultAt(t *testing.T, n int, way string, kill bool, from, now files) (came bool) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "public")
	options := Options{InPlace: way == "in place"}
	if from != nil {
		publish(t, dir, from, false)
		writeFile(t, filepath.Join(dir, "milik-lain.txt"), "milik lain")
	}
	d, err := Open(dir, options)
	if err != nil {
		t.Fatal(err)
	}
	d.twice = way == "two renames"
	nth := fault.Nth{N: n, Kill: kill}
	d.fault = nth.Step
	if fault.Survive(func() {
		for name, text := range now {
			if err = d.Write(name, cache.Hash{}, compress.Plan{}, []byte(text)); err != nil {
				d.Abort()
				return
			}
		}
		_, err = d.Commit()
	}) {
		_ = d.lock.Close() // as the system does
	}
	wantOldOrNew(t, n, dir, way, from, now)

	after, err := Open(dir, options)
	if err != nil {
		t.Fatalf("operation %d: the next build cannot begin: %v", n, err)
	}
	write(t, after, now)
	if _, err := after.Commit(); err != nil {
		t.Fatalf("operation %d: the next build fails: %v", n, err)
	}
	want := now
	if from != nil {
		if data, err := os.ReadFile(filepath.Join(dir, "milik-lain.txt")); err != nil || string(data) != "milik lain" {
			t.Errorf("operation %d: the file of others is gone: %v", n, err)
		}
		_ = os.Remove(filepath.Join(dir, "milik-lain.txt"))
	}
	wantPublished(t, dir, want)
	return nth.Came
}

// wantOldOrNew looks at what readers get after a build that failed.
func wantOldOrNew(t *testing.T, n int, dir, way string, old, next files) {
	t.Helper()
	got := files{}
	if _, err := os.Stat(dir); err == nil {
		for name, s := range look(t, dir) {
			if s.info.Mode().IsRegular() && !strings.HasPrefix(name, ownPrefix) && name != "milik-lain.txt" {
				got[name] = s.text
			}
		}
	} else if way == "two renames" && old != nil {
		return // between the two renames; the next build brings it back
	}
	same := func(a, b files) bool { return fmt.Sprint(a) == fmt.Sprint(b) }
	if old == nil {
		old = files{}
	}
	if way != "in place" {
		if !same(got, old) && !same(got, next) {
			t.Fatalf("operation %d: the site is neither old nor new: %q", n, got)
		}
		return
	}
	for name, text := range got {
		if text != old[name] && text != next[name] {
			t.Errorf("operation %d: %s holds %q", n, name, text)
		}
	}
	for name := range old {
		_, stays := next[name]
		if _, there := got[name]; stays && !there {
			t.Errorf("operation %d: %s is missing, though both sites have it", n, name)
		}
	}
	// A page is new only when all that it may need is.
	if got["index.html"] == "baru" && got["suluh.12345678.js"] != "skrip" {
		t.Errorf("operation %d: the new page is there before its script", n)
	}
	if got["sw.js"] == "pekerja" && got["index.html"] != "baru" {
		t.Errorf("operation %d: the new worker is there before its pages", n)
	}
}
