package main

import (
	"fmt"
	"io/fs"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// The screen of the cheap phone by which lengths are told, in pixels of CSS.
const screenWidth, screenHeight = 360, 640

// TestCounter measures on the real portal how far a reader has to look: for the first number
// of a country, for the numbers of one, past the footer; each contact stands in full once on
// a page; no number is broken over two lines, on small screens and with large letters.
func TestCounter(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	server := httptest.NewServer(plainFiles(os.DirFS(dir)))
	defer server.Close()
	base, err := url.Parse(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, tab: openTab(t, browser, base)}
	names, err := fs.Glob(os.DirFS(dir), "*.html")
	if err != nil {
		t.Fatal(err)
	}
	below, err := fs.Glob(os.DirFS(dir), "*/*.html")
	if err != nil {
		t.Fatal(err)
	}
	countries, numbers := 0, 0
	var long []string // pages of more than twelve screens
	for _, name := range append(names, below...) {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), `http-equiv="refresh"`) || strings.HasSuffix(name, "-poster.html") || strings.HasSuffix(name, "-kartu.html") {
			continue
		}
		v.size(screenWidth)
		v.open(name)
		if footer := v.number(`document.querySelector("footer") ? document.querySelector("footer").offsetHeight : 0`); footer > 600 {
			t.Errorf("%s: the footer is %.0f px high, at most 600", name, footer)
		}
		if v.number(`document.documentElement.scrollHeight`) > 12*screenHeight {
			long = append(long, name)
		}
		if twice := v.ask(`(function (seen, twice) {
			Array.prototype.forEach.call(document.querySelectorAll(".kontak .kontak-nama"), function (n) {
				if (seen[n.textContent]) twice.push(n.textContent);
				seen[n.textContent] = 1;
			});
			return twice.join(", ");
		})({}, [])`); twice != "" {
			t.Errorf("%s: in full more than once: %s", name, twice)
		}
		if (strings.HasPrefix(name, "negara/") || strings.HasPrefix(name, "n/")) && !strings.HasSuffix(name, "index.html") {
			countries++
			if y := v.number(`document.querySelector("main a[href^='tel:'], main a[href^='https://wa.me']").getBoundingClientRect().bottom`); y > screenHeight {
				t.Errorf("%s: the first number ends at %.0f px, at most %d", name, y, screenHeight)
			}
		}
		if strings.HasPrefix(name, "nomor") && name != "nomor-semua.html" {
			numbers++
			most := 4.0 * screenHeight
			switch name {
			case "nomor-penting.html":
				most = 2500
			case "nomor/malaysia.html", "nomor/timur-tengah.html": // nine offices, and those of six countries
				most = 4.5 * screenHeight
			}
			if high := v.number(`document.documentElement.scrollHeight`); high > most {
				t.Errorf("%s is %.0f px high, at most %.0f", name, high, most)
			}
		}
		for _, size := range []struct{ width, letters int64 }{{320, 100}, {360, 100}, {360, 200}} {
			v.size(size.width)
			broken := v.ask(fmt.Sprintf(`(function (broken) {
				document.documentElement.style.fontSize = "%d%%";
				Array.prototype.forEach.call(document.querySelectorAll("main a[href^='tel:'], .nomor b, .hafal b"), function (n) {
					var of = n.querySelector("b") || n, range = document.createRange(), lines = {};
					range.selectNodeContents(of);
					Array.prototype.forEach.call(range.getClientRects(), function (r) { if (r.width > 1) lines[Math.round(r.top)] = 1; });
					if (/^[+0-9 ()-]+$/.test(of.textContent.trim()) && Object.keys(lines).length > 1) broken.push(of.textContent);
				});
				document.documentElement.style.fontSize = "";
				return broken.join(", ");
			})([])`, size.letters*18/16))
			if broken != "" {
				t.Errorf("%s at %d px, letters of %d %%: broken over lines: %s", name, size.width, size.letters, broken)
			}
		}
	}
	// The glossary and the list for paper, in both languages, and the law for villages.
	if want := []string{"arti-kata.html", "nomor-semua.html", "en/arti-kata.html", "en/nomor-semua.html", "panduan/pemerintah-desa.html"}; !slices.Equal(long, want) {
		t.Errorf("longer than twelve screens: %s; want %s", long, want)
	}
	if countries < 10 || numbers < 10 {
		t.Errorf("%d countries, %d pages of numbers", countries, numbers)
	}
}

// size gives the screen a width.
func (v *visitor) size(width int64) {
	v.t.Helper()
	if err := chromedp.Do(v.tab.ctx, chromedp.EmulateViewport(width, screenHeight, chromedp.EmulateMobile)); err != nil {
		v.t.Fatal(err)
	}
}
