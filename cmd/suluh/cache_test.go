package main

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suluh/internal/corpus"
)

// cached is a site that is built again and again with its caches.
type cached struct {
	t        *testing.T
	dir      string
	villages []string
}

func (c *cached) must(err error) {
	c.t.Helper()
	if err != nil {
		c.t.Fatal(err)
	}
}

func (c *cached) build(output, cache string) {
	c.t.Helper()
	c.t.Setenv("XDG_CACHE_HOME", cache)
	var stderr bytes.Buffer
	args := []string{"build", "--source", c.dir, "--output", output, "--date", "2026-11-23", "--no-compress"}
	if code := run(args, io.Discard, &stderr); code != good {
		c.t.Fatalf("build ends with %d\n%s", code, &stderr)
	}
}

// replace changes a text in a file without changing its length.
func (c *cached) replace(file, was, now string) {
	c.t.Helper()
	data, err := os.ReadFile(file)
	c.must(err)
	if !bytes.Contains(data, []byte(was)) || len(was) != len(now) {
		c.t.Fatalf("%s: %q cannot become %q", file, was, now)
	}
	c.must(os.WriteFile(file, bytes.Replace(data, []byte(was), []byte(now), 1), 0o644))
}

// TestCachedBuild: what a build keeps from the one before never shows. After
// each change the site is the same, byte for byte, as one that is built from
// nothing; also when the change came within the same tick of the clock, left
// size and time as they were, or befell the caches.
func TestCachedBuild(t *testing.T) {
	c := &cached{t: t, dir: filepath.Join(t.TempDir(), "site")}
	c.must(corpus.Write(c.dir, 40))
	c.must(filepath.WalkDir(filepath.Join(c.dir, "villages"), func(path string, d fs.DirEntry, err error) error {
		if filepath.Ext(path) == ".md" {
			c.villages = append(c.villages, path)
		}
		return err
	}))
	cacheDir := t.TempDir()
	one, two := c.villages[3], c.villages[17]
	steps := []struct {
		name   string
		change func()
	}{
		{"nothing", func() {}},
		{"a number, at once", func() { c.replace(one, "0331 0", "0332 0") }},
		{"the number again, at once", func() { c.replace(one, "0332 0", "0331 0") }},
		{"a body with the old time", func() {
			info, err := os.Stat(two)
			c.must(err)
			c.replace(two, "gratis", "GRATIS")
			c.must(os.Chtimes(two, info.ModTime(), info.ModTime()))
		}},
		{"two files change places", func() {
			c.must(os.Rename(one, one+".x"))
			c.must(os.Rename(two, one))
			c.must(os.Rename(one+".x", two))
		}},
		{"a village goes", func() { c.must(os.Remove(c.villages[5])) }},
		{"a village comes", func() {
			data, err := os.ReadFile(c.villages[6])
			c.must(err)
			data = bytes.Replace(data, []byte("kode:"), []byte("# kode:"), 1)
			c.must(os.WriteFile(c.villages[5], data, 0o644))
		}},
		{"a contact that all pages show", func() { c.replace(filepath.Join(c.dir, "content/kontak.yaml"), "021 0000 0000", "021 0000 0001") }},
		{"an old file, found by its time", func() {
			for _, file := range c.villages {
				c.must(os.Chtimes(file, time.Time{}, time.Now().Add(-time.Hour)))
			}
			time.Sleep(2100 * time.Millisecond) // from now on the entry is old enough, too
		}},
		{"nothing again", func() {}},
		{"a change that sets the time back", func() {
			info, err := os.Stat(one)
			c.must(err)
			c.replace(one, "0331 0", "0332 0")
			c.must(os.Chtimes(one, info.ModTime(), info.ModTime()))
		}},
		{"a cache that was cut off", func() {
			for _, file := range cacheFiles(t, cacheDir) {
				info, err := os.Stat(file)
				c.must(err)
				c.must(os.Truncate(file, info.Size()/2))
			}
		}},
		{"no cache", func() { c.must(os.RemoveAll(cacheDir)) }},
	}
	kept := filepath.Join(t.TempDir(), "public")
	c.build(kept, cacheDir)
	for _, step := range steps {
		step.change()
		c.build(kept, cacheDir)
		clean := filepath.Join(t.TempDir(), "public")
		c.build(clean, t.TempDir())
		if a, b := treeOf(t, kept), treeOf(t, clean); a != b {
			t.Errorf("after %s: with what was kept\n%s\nfrom nothing\n%s", step.name, a, b)
		}
	}
}

func cacheFiles(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "suluh", "desa-*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no cache in %s: %v", dir, err)
	}
	return files
}

// tree lists a folder's files with what they hold, but for the manifest, which
// names the program.
func treeOf(t *testing.T, dir string) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == ".suluh" {
			return err
		}
		data, err := os.ReadFile(path)
		all.WriteString(strings.TrimPrefix(path, dir) + "\n" + string(data) + "\n")
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}
