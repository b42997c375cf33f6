//go:build unix

package tree

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"suluh/internal/limits"
)

// TestFS: files of the folder are read, by links of the folder too; what leads
// out, has no end or is too large is refused, at once.
func TestFS(t *testing.T) {
	outside := t.TempDir()
	dir := t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(dir, name) }
	must(os.WriteFile(filepath.Join(outside, "rahasia.md"), []byte("rahasia"), 0o600))
	must(os.WriteFile(in("a.md"), []byte("isi"), 0o644))
	must(os.Mkdir(in("dalam"), 0o755))
	must(os.Symlink("../a.md", in("dalam/a.md")))
	must(os.Symlink(filepath.Join(outside, "rahasia.md"), in("keluar.md")))
	must(os.Symlink("../../../../../../etc/passwd", in("passwd.pdf")))
	must(os.Symlink(outside, in("folder")))
	must(os.Symlink("/dev/zero", in("nol.md")))
	must(os.Symlink("hilang.md", in("putus.md")))
	must(unix.Mkfifo(in("pipa.md"), 0o644))
	must(os.Symlink("pipa.md", in("pipa2.md")))
	must(os.WriteFile(in("pas.md"), make([]byte, limits.Text.Max), 0o644))
	must(os.WriteFile(in("besar.md"), make([]byte, limits.Text.Max+1), 0o644))
	must(os.WriteFile(in("besar.svg"), make([]byte, limits.Drawing.Max+1), 0o644))
	must(os.WriteFile(in("besar.pdf"), make([]byte, limits.Document.Max+1), 0o644))
	must(os.Truncate(in("besar.pdf"), 200<<20))

	large := func(err error) bool { var l *TooLarge; return errors.As(err, &l) }
	is := func(want error) func(error) bool { return func(err error) bool { return errors.Is(err, want) } }
	whole := func(err error) bool { return err == nil }
	for name, right := range map[string]func(error) bool{
		"a.md": whole, "dalam/a.md": whole, "pas.md": whole,
		"keluar.md": is(ErrOutside), "passwd.pdf": is(ErrOutside), "folder/rahasia.md": is(ErrOutside),
		"nol.md": is(ErrNotRegular), "pipa.md": is(ErrNotRegular), "pipa2.md": is(ErrNotRegular),
		"putus.md": is(fs.ErrNotExist), "tidak.md": is(fs.ErrNotExist), "../x": is(fs.ErrInvalid),
		"besar.md": large, "besar.svg": large, "besar.pdf": large,
	} {
		started := make(chan error, 1)
		go func() { _, err := fs.ReadFile(FS{Dir: dir}, name); started <- err }()
		select {
		case err := <-started:
			if !right(err) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s is read for ever", name)
		}
	}
	for _, name := range []string{"besar.md", "besar.svg", "besar.pdf"} { // before a byte is read
		if file, err := (FS{Dir: dir}).Open(name); !large(err) {
			t.Errorf("%s is opened: %v, %v", name, file, err)
		}
	}
	if data, err := fs.ReadFile(FS{Dir: dir, Links: true}, "keluar.md"); err != nil || string(data) != "rahasia" {
		t.Errorf("with Links: %q, %v", data, err)
	}
	if _, err := fs.ReadDir(FS{Dir: dir}, "folder"); !errors.Is(err, ErrOutside) {
		t.Errorf("a folder outside is listed: %v", err)
	}
	if entries, err := fs.ReadDir(FS{Dir: dir}, "."); err != nil || len(entries) == 0 {
		t.Errorf("the folder is not listed: %v", err)
	}
}

// TestLargest: a file may be as large as its limit says, and no byte larger. The
// files have placeholders, so that they cost no disk.
func TestLargest(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"wilayah.tsv", "a.md", "a.svg", "a.jpg", "a.pdf", "a.opus"} {
		limit := limits.OfFile(name)
		for _, more := range []int{0, 1} {
			file := filepath.Join(dir, name)
			if err := os.WriteFile(file, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(file, int64(limit.Max+more)); err != nil {
				t.Fatal(err)
			}
			data, err := FS{Dir: dir}.ReadFile(name)
			var large *TooLarge
			if more == 0 && (err != nil || len(data) != limit.Max) || more == 1 && !errors.As(err, &large) {
				t.Errorf("%s with %d bytes: %d are read, %v", name, limit.Max+more, len(data), err)
			}
		}
	}
}
