package edit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suluh/internal/fault"
)

func lay(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// look gives the files of a folder, without hidden ones.
func look(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(dir, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		data, err := os.ReadFile(file)
		rel, _ := filepath.Rel(dir, file)
		found[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

var (
	before  = map[string]string{"content/a.md": "satu", "villages/b.md": "dua", "content/lain.md": "lain"}
	after   = map[string]string{"content/a.md": "SATU", "villages/b.md": "DUA", "content/lain.md": "lain", "content/baru/c.md": "TIGA"}
	changes = []Change{
		{"content/a.md", []byte("satu"), []byte("SATU")}, {"villages/b.md", []byte("dua"), []byte("DUA")}, {"content/baru/c.md", nil, []byte("TIGA")},
	}
)

// TestEveryFault fails, and then kills, the writing of three files at its Nth
// operation, for each N until none is left. Each file is the old or the new one,
// whole. After what failed before the journal all are old; after the next Recover
// all are old or all are new.
func TestEveryFault(t *testing.T) {
	total := 0
	for _, kill := range []bool{false, true} {
		for n := 1; ; n++ {
			dir := lay(t, before)
			nth := fault.Nth{N: n, Kill: kill}
			e := &Editor{Dir: dir, fault: nth.Step}
			var err error
			fault.Survive(func() { err = e.Apply(changes) })
			if !nth.Came {
				if err != nil || fmt.Sprint(look(t, dir)) != fmt.Sprint(after) {
					t.Fatalf("without a fault: %v, %v", err, look(t, dir))
				}
				break
			}
			total++
			for name, text := range look(t, dir) {
				if text != before[name] && text != after[name] {
					t.Fatalf("operation %d (killed %t): %s holds %q", n, kill, name, text)
				}
			}
			_, pending := os.Stat(filepath.Join(dir, journal))
			if err := (&Editor{Dir: dir}).Recover(); err != nil {
				t.Fatalf("operation %d (killed %t): %v", n, kill, err)
			}
			want := before
			if pending == nil || fmt.Sprint(look(t, dir)) == fmt.Sprint(after) {
				want = after
			}
			if got := look(t, dir); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("operation %d (killed %t): %v, want %v", n, kill, got, want)
			}
			if _, err := os.Stat(filepath.Join(dir, journal)); err == nil {
				t.Fatalf("operation %d: the journal stays", n)
			}
			if want["content/a.md"] == "satu" {
				if err := (&Editor{Dir: dir}).Apply(changes); err != nil || fmt.Sprint(look(t, dir)) != fmt.Sprint(after) {
					t.Fatalf("operation %d: another time: %v, %v", n, err, look(t, dir))
				}
			}
		}
	}
	t.Logf("%d operations failed or were the last", total)
	if total < 20 {
		t.Errorf("only %d operations were tried", total)
	}
}

// TestConflict: a file that was changed, deleted or made meanwhile is left alone,
// and so are all others.
func TestConflict(t *testing.T) {
	for name, meanwhile := range map[string]func(dir string) error{
		"changed": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "villages/b.md"), []byte("lain"), 0o644)
		},
		"deleted": func(dir string) error { return os.Remove(filepath.Join(dir, "villages/b.md")) },
		"made": func(dir string) error {
			return errors.Join(os.Mkdir(filepath.Join(dir, "content/baru"), 0o755), os.WriteFile(filepath.Join(dir, "content/baru/c.md"), nil, 0o644))
		},
	} {
		dir := lay(t, before)
		if err := meanwhile(dir); err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprint(look(t, dir))
		var conflict *Conflict
		if err := (&Editor{Dir: dir}).Apply(changes); !errors.As(err, &conflict) {
			t.Errorf("%s: %v", name, err)
		}
		if got := fmt.Sprint(look(t, dir)); got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
		if left, _ := filepath.Glob(filepath.Join(dir, "*", ".*")); len(left) > 0 {
			t.Errorf("%s: %v stays", name, left)
		}
	}
}

// TestKeepsMode: a file keeps its mode, and nothing is written outside.
func TestKeepsMode(t *testing.T) {
	dir := lay(t, before)
	e := &Editor{Dir: dir}
	if err := e.Apply(changes); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dir, "content/a.md")); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	for _, name := range []string{"../x.md", "/x.md", "a/../../x.md", ""} {
		if err := e.Apply([]Change{{name, nil, []byte("x")}}); err == nil {
			t.Errorf("%q is written", name)
		}
	}
}
