package picture

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
)

// entries lists the files of a cache.
func entries(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := filepath.Glob(filepath.Join(dir, ".*"))
	if err != nil {
		t.Fatal(err)
	}
	return append(names, hidden...)
}

func TestCache(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	data := asJPEG(t, photo(700, 500), 90)
	want := fit(t, "a.jpg", data)
	for _, c := range []Cache{{}, {dir}, {dir}, {"/dev/null/no"}} {
		if got, err := c.Fit("a.jpg", data); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v: %d bytes, %v", c, len(got.Data), err)
		}
	}
	if n := len(entries(t, dir)); n != 1 {
		t.Fatalf("%d entries", n)
	}
	if _, err := (Cache{dir}).Fit("a.gif", []byte("GIF89a")); err == nil || len(entries(t, dir)) != 1 {
		t.Errorf("a fault was kept: %v", err)
	}
	other := fit(t, "b.png", asPNG(t, image.NewGray(image.Rect(0, 0, 9, 9))))
	if got, err := (Cache{dir}).Fit("b.png", asPNG(t, image.NewGray(image.Rect(0, 0, 9, 9)))); err != nil || !reflect.DeepEqual(got, other) {
		t.Errorf("another picture gave %v %v", got, err)
	}
}

// TestCacheIsRead: an entry is used, not made again.
func TestCacheIsRead(t *testing.T) {
	c := Cache{t.TempDir()}
	data := []byte("no picture at all")
	want := Picture{Data: []byte("kept\nas it is"), Width: 3, Height: 4, Ext: ".png"}
	if err := want.store(filepath.Join(c.Dir, keyFor(data))); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Fit("a.png", data); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v %v", got, err)
	}
}

// TestCacheDamaged: whatever is wrong with an entry, it is made anew.
func TestCacheDamaged(t *testing.T) {
	c := Cache{t.TempDir()}
	data := asJPEG(t, photo(100, 100), 90)
	want, err := c.Fit("a.jpg", data)
	if err != nil {
		t.Fatal(err)
	}
	entry := entries(t, c.Dir)[0]
	whole, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	for _, damaged := range [][]byte{nil, whole[:10], whole[:len(whole)-1], append(bytes.Clone(whole), 0), flipped, []byte("\n\n"), []byte(sumOf(nil) + "\n")} {
		if err := os.WriteFile(entry, damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		if got, err := c.Fit("a.jpg", data); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%d bytes of an entry gave %d bytes, %v", len(damaged), len(got.Data), err)
		}
		if again, _ := os.ReadFile(entry); !bytes.Equal(again, whole) {
			t.Errorf("the entry of %d bytes was not mended", len(damaged))
		}
	}
}

// TestCacheShared: many at once, some on the same picture.
func TestCacheShared(t *testing.T) {
	c := Cache{t.TempDir()}
	var pictures [][]byte
	var want []Picture
	for i := range 4 {
		pictures = append(pictures, asJPEG(t, photo(60+i, 40), 90))
		want = append(want, fit(t, "a.jpg", pictures[i]))
	}
	var wg sync.WaitGroup
	for i := range 64 {
		wg.Go(func() {
			if got, err := c.Fit("a.jpg", pictures[i%4]); err != nil || !reflect.DeepEqual(got, want[i%4]) {
				t.Errorf("%d bytes, %v", len(got.Data), err)
			}
		})
	}
	wg.Wait()
	if n := len(entries(t, c.Dir)); n != 4 {
		t.Errorf("%d files, want 4", n)
	}
}
