//go:build unix

package output

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"syscall"
	"testing"
	"time"
)

// TestInPlaceKeepsTheFolder: the folder, its folders, their modes and groups and
// the files of others stay; new files can be read by a server whatever the umask.
func TestInPlaceKeepsTheFolder(t *testing.T) {
	for _, inPlace := range []bool{true, false} {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		writeFile(t, filepath.Join(dir, "CNAME"), "contoh.id")
		must(t, os.Chmod(dir, 0o2775|os.ModeSetgid))
		must(t, os.Chmod(filepath.Join(dir, "desa"), 0o750|os.ModeSetgid))
		must(t, os.Chmod(filepath.Join(dir, "index.html"), 0o664))
		if os.Geteuid() == 0 {
			for _, name := range []string{".", "desa", "index.html"} {
				must(t, os.Lchown(filepath.Join(dir, name), 12345, 23456))
			}
		}
		before := look(t, dir)
		was := syscall.Umask(0o077)
		next := siteA.with(files{"index.html": "baru", "desa/ambulu.html": "baru", "baru/x.html": "baru"})
		d, err := Open(dir, Options{InPlace: inPlace})
		must(t, err)
		write(t, d, next)
		_, err = d.Commit()
		syscall.Umask(was)
		must(t, err)
		after := look(t, dir)
		if inPlace && !os.SameFile(before["."].info, after["."].info) {
			t.Error("in place: the folder is another one")
		}
		if after["CNAME"].text != "contoh.id" {
			t.Errorf("in place %t: the file of others is gone", inPlace)
		}
		for _, name := range []string{".", "desa", "index.html"} {
			a, b := before[name].info, after[name].info
			if a.Mode() != b.Mode() {
				t.Errorf("in place %t: %s has mode %v, had %v", inPlace, name, b.Mode(), a.Mode())
			}
			ownerA, ownerB := a.Sys().(*syscall.Stat_t), b.Sys().(*syscall.Stat_t)
			if ownerA.Uid != ownerB.Uid || ownerA.Gid != ownerB.Gid {
				t.Errorf("in place %t: %s belongs to %d:%d, belonged to %d:%d", inPlace, name, ownerB.Uid, ownerB.Gid, ownerA.Uid, ownerA.Gid)
			}
		}
		if mode := after["baru/x.html"].info.Mode().Perm(); mode != 0o644 {
			t.Errorf("in place %t: a new file has mode %v", inPlace, mode)
		}
		if mode := after["baru"].info.Mode().Perm(); mode != 0o755 {
			t.Errorf("in place %t: a new folder has mode %v", inPlace, mode)
		}
	}
}

// TestHeldFolder: who works in the folder, has it open or has mounted it sees the
// new site, not an empty folder.
func TestHeldFolder(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux tells who holds a folder; elsewhere there is --in-place")
	}
	next := siteA.with(files{"index.html": "baru"})
	held := func(t *testing.T, dir, seen string) {
		t.Helper()
		publish(t, dir, next, false)
		data, err := os.ReadFile(filepath.Join(seen, "index.html"))
		if err != nil || string(data) != "baru" {
			t.Errorf("who holds the folder sees %q, %v", data, err)
		}
		wantPublished(t, dir, next)
	}
	t.Run("working directory", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		server := exec.Command("sleep", "60")
		server.Dir = dir
		must(t, server.Start())
		defer func() { _ = server.Process.Kill(); _ = server.Wait() }()
		held(t, dir, filepath.Join("/proc", strconv.Itoa(server.Process.Pid), "cwd"))
	})
	t.Run("working directory below", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		server := exec.Command("sleep", "60")
		server.Dir = filepath.Join(dir, "desa")
		must(t, server.Start())
		defer func() { _ = server.Process.Kill(); _ = server.Wait() }()
		publish(t, dir, siteA.with(files{"desa/ambulu.html": "baru"}), false)
		if data, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(server.Process.Pid), "cwd", "ambulu.html")); err != nil || string(data) != "baru" {
			t.Errorf("%q, %v", data, err)
		}
	})
	t.Run("open folder", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		root, err := os.OpenRoot(dir)
		must(t, err)
		defer root.Close()
		publish(t, dir, next, false)
		if data, err := root.ReadFile("index.html"); err != nil || string(data) != "baru" {
			t.Errorf("%q, %v", data, err)
		}
	})
	t.Run("bind mount", func(t *testing.T) {
		root := t.TempDir()
		dir, served := filepath.Join(root, "public"), filepath.Join(root, "tempat lain")
		publish(t, dir, siteA, false)
		must(t, os.Mkdir(served, 0o755))
		if out, err := exec.Command("mount", "--bind", dir, served).CombinedOutput(); err != nil {
			t.Skipf("mount: %v: %s", err, out)
		}
		t.Cleanup(func() { _ = exec.Command("umount", "-l", served).Run() })
		held(t, dir, served)
	})
	t.Run("mount of another process", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		ready := filepath.Join(t.TempDir(), "siap")
		container := exec.Command("unshare", "-m", "sh", "-c", `mkdir -p "$2" && mount --bind "$1" "$2" && touch "$3" && exec sleep 60`, "sh", dir, ready+"-tempat", ready)
		must(t, container.Start())
		defer func() { _ = container.Process.Kill(); _ = container.Wait() }()
		for range 50 {
			if _, err := os.Stat(ready); err == nil {
				break
			}
			time.Sleep(50 * time.Millisecond)
		}
		if _, err := os.Stat(ready); err != nil {
			t.Skip("no namespace may be made here")
		}
		held(t, dir, filepath.Join("/proc", strconv.Itoa(container.Process.Pid), "root", ready+"-tempat"))
	})
	t.Run("nobody", func(t *testing.T) {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		if isHeld(dir) {
			t.Error("a folder that nobody holds is not exchanged")
		}
	})
}

// TestHelperPublish is no test: it publishes for TestParentNotWritable.
func TestHelperPublish(t *testing.T) {
	dir := os.Getenv("SULUH_TEST_PUBLISH")
	if dir == "" {
		t.Skip("called by TestParentNotWritable")
	}
	publish(t, dir, siteA.with(files{"index.html": "baru"}), false)
}

// TestParentNotWritable: /var/www/html belongs to the user, /var/www does not.
func TestParentNotWritable(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may run a process as another user")
	}
	parent := t.TempDir()
	dir := filepath.Join(parent, "html")
	must(t, os.Mkdir(dir, 0o755))
	const nobody = 65534
	must(t, os.Lchown(dir, nobody, nobody))
	for up := parent; up != "/"; up = filepath.Dir(up) { // test folders may be closed to others
		info, err := os.Stat(up)
		must(t, err)
		if info.Mode().Perm()&0o001 == 0 {
			must(t, os.Chmod(up, info.Mode().Perm()|0o055))
		}
	}
	self, err := os.ReadFile("/proc/self/exe")
	must(t, err)
	program := filepath.Join(parent, "tes")
	must(t, os.WriteFile(program, self, 0o755))
	for range 2 {
		cmd := exec.Command(program, "-test.run=^TestHelperPublish$")
		cmd.Dir = "/"
		cmd.Env = []string{"SULUH_TEST_PUBLISH=" + dir, "TMPDIR=/tmp"}
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if data, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil || string(data) != "baru" {
			t.Errorf("%q, %v", data, err)
		}
		if entries, _ := filepath.Glob(filepath.Join(dir, ".suluh-*")); len(entries) > 0 {
			t.Errorf("left over: %q", entries)
		}
	}
}

// TestTimePutBack: a number that was changed in the published folder is put right,
// though the file has its old size and time, an older time, or one still to come.
func TestTimePutBack(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("here the system tells no more than the time of the content")
	}
	for _, away := range []time.Duration{0, -24 * time.Hour, 70 * 365 * 24 * time.Hour} {
		dir := filepath.Join(t.TempDir(), "public")
		publish(t, dir, siteA, false)
		publish(t, dir, siteA, false)
		file := filepath.Join(dir, "index.html")
		info, err := os.Stat(file)
		must(t, err)
		time.Sleep(20 * time.Millisecond) // the clock of disks goes in steps
		must(t, os.WriteFile(file, []byte("bErAnDa"), 0o644))
		when := info.ModTime().Add(away)
		must(t, os.Chtimes(file, when, when))
		if r := publish(t, dir, siteA, false); r.Changed != 1 {
			t.Errorf("%v away: %d files changed, want 1", away, r.Changed)
		}
		wantPublished(t, dir, siteA)
	}
}
