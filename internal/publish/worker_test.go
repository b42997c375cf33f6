package publish

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/channel/offline"
	"suluh/internal/permalink"
	"suluh/internal/site"
)

// TestOwnMark: each page of the portal holds the mark by which its worker knows
// it, and a theme whose pages do not gets a worker that asks for none.
func TestOwnMark(t *testing.T) {
	s := load(t, os.DirFS("../.."), 2)
	files := render(t, s)
	if !bytes.Contains(files["sw.js"], []byte(`MARK="`+offline.OwnMark+`"`)) {
		t.Error("the worker has no mark")
	}
	for _, lang := range s.Locales {
		for _, name := range s.saving.AllFiles(lang) {
			if strings.HasSuffix(name, ".html") && !bytes.Contains(files[name], []byte(offline.OwnMark)) {
				t.Errorf("%s has no mark", name)
			}
		}
	}
}

// TestKillSwitch: without a worker sw.js removes the one that is out there and
// what it saved, and no page asks for it. TestOffline sees it at work, where
// there is a browser.
func TestKillSwitch(t *testing.T) {
	asks := func(files map[string][]byte) (pages []string) {
		for name, data := range files {
			if strings.HasSuffix(name, ".html") && bytes.Contains(data, []byte(permalink.ServiceWorker+"?")) {
				pages = append(pages, name)
			}
		}
		return pages
	}
	if on := render(t, load(t, os.DirFS("../.."), 2)); len(asks(on)) == 0 || !bytes.Contains(on[permalink.ServiceWorker], []byte("FILES=")) {
		t.Fatal("no page asks for the worker that is on")
	}
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: today}, Theme: suluh.Theme, NoServiceWorker: true})
	if err != nil {
		t.Fatal(err)
	}
	off := render(t, s)
	if pages := asks(off); len(pages) > 0 {
		t.Errorf("%v ask for the worker", pages)
	}
	sw := string(off[permalink.ServiceWorker])
	for _, part := range []string{"skipWaiting()", "caches.delete(", "registration.unregister()"} {
		if !strings.Contains(sw, part) {
			t.Errorf("sw.js does not %s:\n%s", part, sw)
		}
	}
	for _, part := range []string{"FILES", "fetch"} {
		if strings.Contains(sw, part) {
			t.Errorf("sw.js still has %s:\n%s", part, sw)
		}
	}
}

// TestSaveThisPage: each page of the portal that has an address of its own can be saved by
// itself, and no other can.
func TestSaveThisPage(t *testing.T) {
	s := load(t, os.DirFS("../.."), 2)
	pages := 0
	for o := range s.Outputs() {
		if o.Layout == nil {
			continue
		}
		page, err := o.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		pages++
		want := !o.Layout.OnPaper && o.Path != permalink.Missing
		if got := bytes.Contains(page, []byte(`id="simpan-ini"`)); got != want {
			t.Errorf("%s offers to save itself: %t", o.Path, got)
		}
	}
	if pages < 100 {
		t.Errorf("%d pages", pages)
	}
}

// TestNoMark: a theme whose pages have no mark gets a worker that asks for none;
// else it would keep nothing.
func TestNoMark(t *testing.T) {
	const file = "layouts/partials/shell.html"
	shell, err := os.ReadFile("../../" + file)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{file: strings.ReplaceAll(string(shell), offline.OwnMark, "data-lain=")}
	if sw := render(t, load(t, smallSite(files), 1))[permalink.ServiceWorker]; !bytes.Contains(sw, []byte(`MARK="",`)) {
		t.Errorf("sw.js asks for a mark: %.200s", sw)
	}
	if sw := render(t, load(t, smallSite(nil), 1))[permalink.ServiceWorker]; !bytes.Contains(sw, []byte(`MARK="`+offline.OwnMark+`"`)) {
		t.Errorf("sw.js has no mark: %.200s", sw)
	}
}
