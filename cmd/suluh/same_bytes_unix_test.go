//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// TestSameBytes builds the portal ten ways: another day of the clock, folder, time
// zone, language, number of jobs, home, umask, user, memory, way of publishing.
// Each gives the same bytes.
func TestSameBytes(t *testing.T) {
	suluh := filepath.Join(t.TempDir(), "suluh")
	if out, err := exec.Command("go", "build", "-o", suluh, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	source, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	moved := filepath.Join(t.TempDir(), "folder lain", "salinan")
	for _, name := range []string{"content", "villages", "layouts", "static"} {
		if err := os.CopyFS(filepath.Join(moved, name), os.DirFS(filepath.Join(source, name))); err != nil {
			t.Fatal(err)
		}
	}
	build := func(from string, env []string, args ...string) string {
		t.Helper()
		to := filepath.Join(t.TempDir(), "public")
		cmd := exec.Command(suluh, append([]string{"build", "--source", from, "--output", to, "--no-compress", "--date", "2026-11-26"}, args...)...)
		cmd.Env = append(append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir()), env...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v %v: %v\n%s", env, args, err, out)
		}
		return treeOf(t, to)
	}
	want := build(source, nil)
	for name, way := range map[string]func() string{
		"again":       func() string { return build(source, nil) },
		"folder":      func() string { return build(moved, nil) },
		"time zone":   func() string { return build(source, []string{"TZ=Pacific/Kiritimati"}) },
		"locale":      func() string { return build(source, []string{"LANG=tr_TR.UTF-8", "LC_ALL=ar_SA.UTF-8"}) },
		"one job":     func() string { return build(source, nil, "--jobs", "1") },
		"seven jobs":  func() string { return build(source, nil, "--jobs", "7") },
		"no home":     func() string { return build(source, []string{"HOME=/dev/null", "XDG_CACHE_HOME="}) },
		"one core":    func() string { return build(source, []string{"GOMAXPROCS=1", "GOMEMLIMIT=60MiB"}) },
		"in place":    func() string { return build(source, nil, "--in-place") },
		"other umask": func() string { defer syscall.Umask(syscall.Umask(0o077)); return build(source, nil) },
	} {
		if way() != want {
			t.Errorf("%s: the bytes differ", name)
		}
	}
}
