package deploy

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/minio/minio-go/v7"

	"suluh/internal/output"
	"suluh/internal/testserver"
)

func TestFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "web")
	// A folder with files of others only is not taken for ours, so one is put in later.
	put := putIn(t, dir)
	journey(t, dir, Options{}, shownIn(dir), func(name, text string) {
		if name == "punya-orang.txt" {
			deploy(t, begin(t, dir, Options{}), built(t, map[string]string{"sw.js": "//"}))
		}
		put(name, text)
	}, all)
	other := filepath.Join(t.TempDir(), "lain")
	mustRefuseOthers(t, other, Options{}, putIn(t, other))
}

func TestSFTP(t *testing.T) {
	s := with(t, testserver.SSHD(t))
	// Where nothing stands, the place becomes a link that is turned.
	dir := filepath.Join(filepath.Dir(s.Folder), "tautan")
	t.Run("link", func(t *testing.T) {
		journey(t, s.At(dir), s.opt, shownIn(dir), func(name, text string) {
			if name == "punya-orang.txt" {
				deploy(t, begin(t, s.At(dir), s.opt), built(t, map[string]string{"sw.js": "//"}))
			}
			putIn(t, dir)(name, text)
		}, all)
		if info, err := os.Lstat(dir); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("the place is no link: %v, %v", info, err)
		}
	})
	// A folder keeps its place.
	t.Run("folder", func(t *testing.T) {
		journey(t, s.Address(), s.opt, shownIn(s.Dir), putIn(t, s.Dir), all)
	})
	t.Run("others", func(t *testing.T) {
		other := filepath.Join(filepath.Dir(s.Folder), "lain")
		mustRefuseOthers(t, s.At(other), s.opt, putIn(t, other))
	})
}

func TestFTPS(t *testing.T) {
	s := with(t, testserver.FTPD(t))
	journey(t, s.Address(), s.opt, shownIn(s.Dir), putIn(t, s.Dir), all)
}

// storeHas: a store keeps no compressed forms beside the files.
func storeHas(name string) bool { return !output.IsCompressed(name) }

func TestS3(t *testing.T) {
	s := with(t, testserver.S3(t))
	address := s.Address()
	h, err := begin(t, address, s.opt).openS3()
	if err != nil {
		t.Fatal(err)
	}
	journey(t, address, s.opt, h.read, func(name, text string) {
		if err := h.(*inPlace).write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}, storeHas)
	info, err := h.(*inPlace).files.(*store).client.StatObject(t.Context(), "situs", "jember/index.html", minio.StatObjectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := info.Metadata; got.Get("Content-Encoding") != "gzip" || got.Get("Cache-Control") != "no-cache" || info.ContentType != "text/html; charset=utf-8" {
		t.Errorf("readers get a page as %v", got)
	}
}

// shownOn gives what a branch holds.
func shownOn(dir, branch string) reader {
	return func(name string) ([]byte, error) {
		return exec.Command("git", "-C", dir, "cat-file", "blob", branch+":"+name).Output()
	}
}

// putOn puts a file on a branch.
func putOn(t *testing.T, url, branch string) func(name, text string) {
	return func(name, text string) {
		t.Helper()
		dir := t.TempDir()
		work := func(args ...string) error {
			cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=Orang", "-c", "user.email=orang@localhost"}, args...)...)
			out, err := cmd.CombinedOutput()
			if err != nil {
				return fmt.Errorf("%v: %w: %s", args, err, out)
			}
			return nil
		}
		if work("clone", "-q", "-b", branch, url, ".") != nil {
			for _, args := range [][]string{{"init", "-q", "-b", branch, "."}, {"remote", "add", "origin", url}} {
				if err := work(args...); err != nil {
					t.Fatal(err)
				}
			}
		}
		putIn(t, dir)(name, text)
		for _, args := range [][]string{{"add", "-A", "-f"}, {"commit", "-q", "-m", "x"}, {"push", "-q", "origin", branch}} {
			if err := work(args...); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestGit(t *testing.T) {
	s := with(t, testserver.Git(t))
	url := "http://" + s.Host + ":" + s.Port + "/situs.git"
	journey(t, s.Address(), s.opt, shownOn(s.Dir, "pages"), putOn(t, url, "pages"), all)
	putOn(t, url, "lain")("index.html", "situs orang")
	mustRefuseOthers(t, s.At("/situs.git#lain"), s.opt, func(string, string) {})
}

func TestRsync(t *testing.T) {
	s := with(t, testserver.Rsync(t))
	journey(t, s.Address(), s.opt, shownIn(s.Dir), putIn(t, s.Dir), all)
}
