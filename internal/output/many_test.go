package output

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"suluh/internal/cache"
	"suluh/internal/compress"
)

// TestHundredThousandFiles publishes as many files as a country has villages,
// changes one, takes one away, and finds all others as they were.
func TestHundredThousandFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 100,000 files")
	}
	const many = 100_000
	name := func(i int) string { return fmt.Sprintf("desa/%02d/%d.html", i%100, i) }
	dir := filepath.Join(t.TempDir(), "public")
	publishMany := func(changed, without int) Result {
		t.Helper()
		d, err := Open(dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i := range many {
			text := "desa"
			switch i {
			case without:
				continue
			case changed:
				text = "lain"
			}
			key := cache.Hash{1, byte(i), byte(i >> 8), byte(i >> 16), text[0]}
			if d.Keep(name(i), key, compress.Plan{}) {
				continue
			}
			if err := d.Write(name(i), key, compress.Plan{}, []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		r, err := d.Commit()
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if r := publishMany(-1, -1); r.Files != many || r.Changed != many {
		t.Fatalf("%+v", r)
	}
	if r := publishMany(77, 4711); r.Files != many-1 || r.Removed != 1 || r.Changed < 1 {
		t.Errorf("%+v", r)
	}
	for i, want := range map[int]string{0: "desa", 77: "lain", many - 1: "desa"} {
		if data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name(i)))); err != nil || string(data) != want {
			t.Errorf("%s holds %q, %v", name(i), data, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name(4711)))); err == nil {
		t.Error("what went is still there")
	}
}
