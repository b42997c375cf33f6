package tree

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"suluh/internal/limits"
)

// TestGrowingFile: a file that holds more than its size says is cut off at its
// limit. Those of /proc have no size and yet are long.
func TestGrowingFile(t *testing.T) {
	const long = "/proc/kallsyms"
	data, err := os.ReadFile(long)
	if err != nil || len(data) <= limits.Drawing.Max {
		t.Skipf("%s has %d bytes, %v", long, len(data), err)
	}
	dir := t.TempDir()
	if err := os.Symlink(long, filepath.Join(dir, "a.svg")); err != nil {
		t.Fatal(err)
	}
	got, err := FS{Dir: dir, Links: true}.ReadFile("a.svg")
	if large := (*TooLarge)(nil); !errors.As(err, &large) {
		t.Errorf("%d bytes are read, %v", len(got), err)
	}
}
