package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestVerify: a copy of a site is whole, in a folder, in an archive and on a host,
// until one number in it is changed, a page is gone or the list is damaged.
func TestVerify(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	var said bytes.Buffer
	if code := run([]string{"build", "--source", filepath.Join("..", ".."), "--output", dir, "--date", "2026-11-26"}, &said, &said); code != good {
		t.Fatal(said.String())
	}
	archive := filepath.Join(t.TempDir(), "situs.zip")
	pack := func() string {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		if err := w.AddFS(os.DirFS(filepath.Dir(dir))); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(archive, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return archive
	}
	host := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer host.Close()
	verify := func(where string) (int, string) {
		var out bytes.Buffer
		code := run([]string{"verify", where, "--lang", "en"}, &out, &out)
		return code, out.String()
	}
	places := func() []string { return []string{dir, pack(), host.URL + "/"} }
	for _, where := range places() {
		if code, out := verify(where); code != good || !strings.Contains(out, "all as they were published") {
			t.Errorf("%s: exit %d: %s", where, code, out)
		}
	}
	page := filepath.Join(dir, "nomor-penting.html")
	was, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	i := bytes.Index(was, []byte("tel:")) + len("tel:+")
	changed := bytes.Clone(was)
	changed[i] = '0' + (changed[i]-'0'+1)%10
	if err := os.WriteFile(page, changed, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(dir, "luring.html")); err != nil {
		t.Fatal(err)
	}
	for _, where := range places() {
		if code, out := verify(where); code != faulty || !strings.Contains(out, "changed: nomor-penting.html\n") || !strings.Contains(out, "missing: luring.html\n") || !strings.Contains(out, "suluh build") {
			t.Errorf("%s: exit %d: %s", where, code, out)
		}
	}
	manifest := filepath.Join(dir, ".suluh")
	list, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	// Who changes the number may change its line, too; then the last line is wrong.
	if err := os.WriteFile(manifest, bytes.Replace(list, []byte(" nomor-penting.html\n"), []byte(" nomor-lain.html\n"), 1), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, where := range places() {
		if code, out := verify(where); code != failed {
			t.Errorf("%s, damaged list: exit %d: %s", where, code, out)
		}
	}
	if code, _ := verify(filepath.Join(dir, "tidak-ada")); code != failed {
		t.Error("a folder that is not there is verified")
	}
}

// forge does what somebody does who has no key: the list of files fits, but for
// its signature.
func forge(ts *testscript.TestScript, _ bool, args []string) {
	page := []byte("<!doctype html><p>0812-1111-2222")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]+"/index.html"), page, 0o644))
	manifest := ts.MkAbs(args[0] + "/.suluh")
	data, err := os.ReadFile(manifest)
	ts.Check(err)
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	sum := sha256.New()
	for i, line := range lines {
		switch {
		case strings.HasSuffix(line, " index.html"):
			hash := sha256.Sum256(page)
			lines[i] = hex.EncodeToString(hash[:16]) + line[32:]
		case strings.HasPrefix(line, "= "):
			lines[i] = fmt.Sprintf("= %x", sum.Sum(nil)[:16])
		}
		if i > 0 && !strings.HasPrefix(line, "= ") {
			fmt.Fprintln(sum, lines[i])
		}
	}
	ts.Check(os.Remove(manifest))
	ts.Check(os.WriteFile(manifest, []byte(strings.Join(lines, "\n")+"\n"), 0o644))
}
