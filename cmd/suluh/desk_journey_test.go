package main

import (
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"suluh"
	"suluh/internal/desk"
	"suluh/internal/frontmatter"
	"suluh/internal/publish"
	"suluh/internal/serve"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/tree"
)

// TestDeskJourney: an editor writes in the browser on a small screen. A message leads to
// its line, what was typed survives a closed tab, what another tab has written is not
// written over, and what is saved is on the page.
func TestDeskJourney(t *testing.T) {
	browser := startBrowser(t)
	dir := portalCopy(t)
	web, door := openDesk(t, dir)
	base, err := url.Parse(web)
	if err != nil {
		t.Fatal(err)
	}
	const name = "content/panduan/biaya.md"
	address := web + desk.Path + "tulis?berkas=" + name
	tab := openTab(t, browser, base)
	visit := func(address string) {
		t.Helper()
		if err := chromedp.Do(tab.ctx, chromedp.Navigate(address)); err != nil {
			t.Fatalf("%s: %v", address, err)
		}
	}
	see := func(script string) string {
		t.Helper()
		got, err := chromedp.Run(tab.ctx, chromedp.Evaluate[string]("String("+script+")"))
		if err != nil {
			t.Fatalf("%s: %v", script, err)
		}
		return got
	}
	until := func(script, want string) {
		t.Helper()
		for end := time.Now().Add(pageLimit); see(script) != want; time.Sleep(50 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%s is %q, want %q", script, see(script), want)
			}
		}
	}
	write := func(text string) {
		t.Helper()
		see(`(function () { var t = document.getElementById("isi"); t.value += ` + strconv.Quote(text) + `; t.dispatchEvent(new Event("input", {bubbles: true})); })()`)
	}
	press := func(words string) {
		t.Helper()
		see(`Array.prototype.find.call(document.querySelectorAll("button"), function (b) { return b.textContent.indexOf(` + strconv.Quote(words) + `) >= 0; }).click()`)
	}

	visit(door)
	until(`document.querySelector("h1").textContent`, "Meja kerja")
	for _, path := range []string{"", "tulis?berkas=" + name, "baru", "impor", "riwayat"} {
		visit(web + desk.Path + path)
		if wide := see(`document.documentElement.scrollWidth > document.documentElement.clientWidth`); wide != "false" {
			t.Errorf("%s is wider than the screen", path)
		}
	}

	// A closed tab loses nothing.
	visit(address)
	write("\nBaca [ini](tidak-ada.md).\n")
	see(`document.getElementById("tulisan").dispatchEvent(new Event("submit"))`) // else the browser asks before it closes
	tab = openTab(t, browser, base)
	visit(address)
	until(`document.getElementById("simpanan").hidden`, "false")
	press("Ambil lagi")
	press("Simpan")
	until(`!!document.querySelector("[role=status]")`, "true")

	// The message leads to its line, and mending it is enough.
	until(`document.querySelectorAll(".pesan .salah").length`, "1")
	see(`document.querySelector(".pesan a[data-baris]").click()`)
	if got := see(`(function (t) { return t.value.slice(t.selectionStart, t.selectionEnd); })(document.getElementById("isi"))`); got != "Baca [ini](tidak-ada.md)." {
		t.Errorf("the message leads to %q", got)
	}
	if hidden := see(`document.getElementById("simpanan").hidden`); hidden != "true" {
		t.Error("what was saved is offered again")
	}
	see(`(function () { var t = document.getElementById("isi"); t.value = t.value.replace("tidak-ada.md", "utang.md"); })()`)

	// Another tab writes in between.
	file := filepath.Join(dir, filepath.FromSlash(name))
	now, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(now, "\nDari orang lain.\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	press("Simpan")
	until(`!!document.querySelector("[role=alert]")`, "true")
	if both := see(`document.querySelector("[role=alert] textarea").value.indexOf("Dari orang lain.") > 0 && document.getElementById("isi").value.indexOf("utang.md") > 0`); both != "true" {
		t.Error("the conflict does not show both texts")
	}
	see(`document.getElementById("isi").value += "\nDari orang lain.\n"`)
	press("Simpan tulisan saya")
	until(`document.querySelectorAll(".pesan .salah").length + " " + !!document.querySelector("[role=status]")`, "0 true")
	until(`(function (page) { return !!page && !!page.body && page.body.textContent.indexOf("Dari orang lain.") > 0; })(document.querySelector("iframe").contentDocument)`, "true")
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "Baca [ini](utang.md).") {
		t.Errorf("the file holds %v %q", err, text[max(0, len(text)-200):])
	}
}

// openDesk runs the desk of a folder, and gives its address and that of its door.
func openDesk(t *testing.T, dir string) (address, door string) {
	t.Helper()
	opt := publish.Options{
		Options: site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 26}, Jobs: 2, Drafts: true}, Theme: suluh.Theme, NoServiceWorker: true, Preview: true,
	}
	server, err := serve.New(tree.FS{Dir: dir}, opt, source.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	readers := func() (*publish.Edition, error) {
		published := opt
		published.NoServiceWorker, published.Drafts, published.Preview = false, false, false
		return publish.Load(tree.FS{Dir: dir}, published)
	}
	server.Desk = desk.New(dir, server.Current, readers, server.Changed)
	web := httptest.NewServer(server.Handler("127.0.0.1:0"))
	t.Cleanup(func() {
		web.CloseClientConnections() // pages wait to be told of changes
		web.Close()
	})
	return web.URL, web.URL + server.Desk.Door()
}
