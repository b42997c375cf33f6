package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

const version = "test 1"

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// oldFile writes a file that was last touched an hour ago.
func oldFile(t *testing.T, name, text string) Stamp {
	t.Helper()
	must(t, os.WriteFile(name, []byte(text), 0o644))
	info, err := os.Stat(name)
	must(t, err)
	// The time of an entry cannot be set, so the stamp is made up.
	s := StampOf(info)
	s.Time -= int64(time.Hour)
	s.Change = s.Time
	return s
}

// kept makes a cache with one record for each name and opens it again.
func kept(t *testing.T, path string, infos map[string]Stamp) *Cache {
	t.Helper()
	c := Open(path, version)
	for name, info := range infos {
		place := c.Add(name, info, Hash{1}, []byte("head of "+name), []byte("body of "+name))
		c.Flush()
		if body, ok := c.Read(place); !ok || string(body) != "body of "+name {
			t.Fatalf("a new body reads %q, %v", body, ok)
		}
	}
	must(t, c.Save())
	c.Close()
	again := Open(path, version)
	t.Cleanup(again.Close)
	return again
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	info := oldFile(t, name, "isi")
	c := kept(t, filepath.Join(dir, "cache"), map[string]Stamp{"a.md": info})
	r, ok := c.Find("a.md", info)
	if !ok || r.Hash != (Hash{1}) || string(r.Head) != "head of a.md" {
		t.Fatalf("Find = %+v, %v", r, ok)
	}
	if body, ok := c.Read(r.Body); !ok || string(body) != "body of a.md" {
		t.Errorf("Read = %q, %v", body, ok)
	}
	if _, ok := c.Find("b.md", info); ok {
		t.Error("a file that was never added is found")
	}
	if _, ok := c.FindContent("a.md", Hash{1}); !ok {
		t.Error("the same content is not found")
	}
	if _, ok := c.FindContent("a.md", Hash{2}); ok {
		t.Error("other content is found")
	}
	changed := oldFile(t, name, "isi lain")
	if _, ok := c.Find("a.md", changed); ok {
		t.Error("a file of another size is found")
	}
	sameSize := oldFile(t, name, "lai")
	if _, ok := c.Find("a.md", sameSize); ok {
		t.Error("a file of another time is found")
	}
}

// TestJustWritten: a file that may change again within the tick of the clock
// is found by its content only.
func TestJustWritten(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	must(t, os.WriteFile(name, []byte("isi"), 0o644))
	info, err := os.Stat(name)
	must(t, err)
	c := kept(t, filepath.Join(dir, "cache"), map[string]Stamp{"a.md": StampOf(info)})
	if _, ok := c.Find("a.md", StampOf(info)); ok {
		t.Error("a file that was just written is trusted by its time")
	}
	if _, ok := c.FindContent("a.md", Hash{1}); !ok {
		t.Error("its content is not found")
	}
}

// TestDamage: whatever happens to the file, no wrong record comes out of it.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "cache")
	infos := map[string]Stamp{}
	for i := range 3 {
		name := fmt.Sprintf("%d.md", i)
		infos[name] = oldFile(t, filepath.Join(dir, name), "isi")
	}
	kept(t, path, infos).Close()
	whole, err := os.ReadFile(path)
	must(t, err)
	damages := map[string][]byte{"empty": nil, "another version": append([]byte("x"), whole...)}
	for cut := 0; cut < len(whole); cut += 7 {
		damages[fmt.Sprintf("cut at %d", cut)] = whole[:cut]
		flipped := bytes.Clone(whole)
		flipped[cut] ^= 0x20
		damages[fmt.Sprintf("flipped at %d", cut)] = flipped
	}
	for name, data := range damages {
		must(t, os.WriteFile(path, data, 0o644))
		c := Open(path, version)
		for file, info := range infos {
			r, ok := c.Find(file, info)
			if !ok {
				continue
			}
			if string(r.Head) != "head of "+file {
				t.Errorf("%s: head of %s is %q", name, file, r.Head)
			}
			if body, ok := c.Read(r.Body); ok && string(body) != "body of "+file {
				t.Errorf("%s: body of %s is %q", name, file, body)
			}
		}
		c.Close()
	}
}

// TestOtherProgram: what another program kept is not read, though it is whole.
func TestOtherProgram(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "cache")
	info := oldFile(t, filepath.Join(dir, "a.md"), "isi")
	kept(t, path, map[string]Stamp{"a.md": info}).Close()
	c := Open(path, "test 2")
	defer c.Close()
	if r, ok := c.Find("a.md", info); ok {
		t.Errorf("Find = %+v", r)
	}
}

// TestChangedUnderneath: where a cache that is open is written over in place, no
// file gets the record of another, though that is whole.
func TestChangedUnderneath(t *testing.T) {
	dir := t.TempDir()
	info := oldFile(t, filepath.Join(dir, "a.md"), "isi")
	path, other := filepath.Join(dir, "cache"), filepath.Join(dir, "other")
	c := kept(t, path, map[string]Stamp{"a.md": info})
	kept(t, other, map[string]Stamp{"b.md": info}).Close()
	data, err := os.ReadFile(other)
	must(t, err)
	must(t, os.WriteFile(path, data, 0o644))
	if r, ok := c.Find("a.md", info); ok {
		t.Errorf("Find = %q", r.Head)
	}
}

// TestSave: what was not asked for again is forgotten; a cache that was deleted
// meanwhile comes back whole; nothing lies about afterwards.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "sub", "cache")
	one, two := oldFile(t, filepath.Join(dir, "1"), "satu"), oldFile(t, filepath.Join(dir, "2"), "dua")
	c := kept(t, path, map[string]Stamp{"1": one, "2": two})
	if _, ok := c.Find("1", one); !ok {
		t.Fatal("1 is not found")
	}
	must(t, os.Remove(path))
	must(t, c.Save())
	c.Close()
	c = Open(path, version)
	defer c.Close()
	if _, ok := c.Find("1", one); !ok {
		t.Error("1 was forgotten")
	}
	if _, ok := c.Find("2", two); ok {
		t.Error("2 was not asked for and is there")
	}
	left, err := os.ReadDir(filepath.Dir(path))
	must(t, err)
	if len(left) != 1 {
		t.Errorf("files left behind: %v", left)
	}
}

// TestNoDisk: a cache that cannot be written keeps nothing and harms nobody.
func TestNoDisk(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	info := oldFile(t, file, "isi")
	c := Open(filepath.Join(file, "cache"), version) // a file is no folder
	if place := c.Add("a", info, Hash{}, nil, []byte("body")); !place.IsZero() {
		t.Error("Add found a place on no disk")
	}
	must(t, c.Save())
	c.Close()
	var none *Cache
	if _, ok := none.Find("a", info); ok {
		t.Error("no cache found something")
	}
	must(t, none.Save())
}
