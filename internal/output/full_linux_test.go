package output

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"suluh/internal/cache"
	"suluh/internal/compress"
)

// TestFullDisk builds on a disk that has room for nothing, then for a page more,
// and so on until there is enough: by exchange and in place. The site is the old
// one or the new one, whole; in place, each file is, and the build that has room
// puts all right.
func TestFullDisk(t *testing.T) {
	const page = 4 << 10
	old := siteA.with(files{"lama/x.html": noise(3 * page)})
	next := siteA.with(files{"index.html": noise(2 * page), "panduan/y.html": noise(5 * page), "foto.jpg": noise(9 * page)})
	for _, inPlace := range []bool{false, true} {
		t.Run(fmt.Sprintf("in place %t", inPlace), func(t *testing.T) {
			root := t.TempDir()
			mount(t, root, "512k")
			fill := filepath.Join(root, "penuh")
			dir := filepath.Join(root, "public")
			for free := 0; ; free++ {
				if free > 128 {
					t.Fatal("the new site never fits")
				}
				must(t, os.RemoveAll(dir))
				publish(t, dir, old, false)
				takeAllBut(t, fill, free*page)
				err := build(dir, Options{InPlace: inPlace}, next)
				must(t, os.RemoveAll(fill))
				if err == nil {
					if free < 4 {
						t.Errorf("published with room for %d pages", free)
					}
					wantPublished(t, dir, next)
					t.Logf("%d sizes of a full disk", free)
					return
				}
				way := "exchange"
				if inPlace {
					way = "in place"
				}
				wantOldOrNew(t, free, dir, way, old, next)
				must(t, build(dir, Options{InPlace: inPlace}, next))
				wantPublished(t, dir, next)
			}
		})
	}
}

// build publishes files, or gives the error.
func build(dir string, opt Options, of files) error {
	d, err := Open(dir, opt)
	if err != nil {
		return err
	}
	for name, text := range of {
		if err := d.Write(name, cache.Hash{}, compress.Plan{}, []byte(text)); err != nil {
			d.Abort()
			return err
		}
	}
	_, err = d.Commit()
	return err
}

// takeAllBut fills the disk but for some bytes.
func takeAllBut(t *testing.T, file string, free int) {
	t.Helper()
	f, err := os.Create(file)
	must(t, err)
	block := make([]byte, 4<<10)
	size := 0
	for {
		n, err := f.Write(block)
		size += n
		if err != nil {
			break
		}
	}
	must(t, f.Truncate(int64(max(0, size-free))))
	must(t, f.Close())
}
