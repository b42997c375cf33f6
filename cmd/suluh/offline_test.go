package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"

	"suluh/internal/permalink"
)

// TestOffline saves the real portal in Chromium as readers do, and takes the
// server away. Each journey has a server, and so storage, of its own.
func TestOffline(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	for _, journey := range []struct {
		name string
		walk func(o *offline)
	}{
		{"the important pages open without a server", coreJourney},
		{"one village and one country, then all wiped", chosenJourney},
		{"everything", everythingJourney},
		{"a host that compresses by itself", packedJourney},
		{"a host that has no pack: page by page, even when one is missing", onebyoneJourney},
		{"this page alone, and of which day it is", pageJourney},
		{"only what changed is fetched", changesJourney},
		{"nothing is saved unasked", unaskedJourney},
		{"a correction arrives while two tabs are open", correctionJourney},
		{"a number that was withdrawn leaves the phone", withdrawnJourney},
		{"a login page of the network replaces nothing", captiveJourney},
		{"a slow network shows what is saved", slowJourney},
		{"a new worker replaces the old caches", newVersionJourney},
		{"the kill switch", killJourney},
		{"storage is forbidden", forbiddenJourney},
		{"who has saved can put it among the apps", installJourney},
	} {
		t.Run(journey.name, func(t *testing.T) {
			t.Parallel()
			server := &shop{dir: dir, changed: map[string][]byte{}}
			web := httptest.NewServer(server)
			defer web.Close()
			base, err := url.Parse(web.URL + "/sub/")
			if err != nil {
				t.Fatal(err)
			}
			reader := visitor{t: t, tab: openTab(t, browser, base), forgives: unseenFetch}
			o := &offline{visitor: reader, browser: browser, server: server}
			journey.walk(o)
			o.missesNoRule("style.css")
		})
	}
}

// unseenFetch is what the browser says when it fetches the manifest or its icon
// for itself, past the worker and whenever it likes: a journey that stops the
// server may come in between.
var unseenFetch = regexp.MustCompile(`net::ERR_\w+ \S*/(manifest\.webmanifest|ikon-192\.png)$`)

// TestOfflineFromDisk holds that a page from a disk offers only what can work
// there, deleting, and complains of nothing.
func TestOfflineFromDisk(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	v := &visitor{t: t, tab: openTab(t, browser, &url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"})}
	for name, buttons := range map[string]string{"luring.html": "1", "en/luring.html": "1", "nomor-penting.html": "0"} {
		v.open(name)
		v.want(buttonsShown, buttons)
	}
	v.open("luring.html")
	v.ask(`(localStorage["suluh.centang.x."] = "ktp", document.querySelector("[value=hapus]").click())`)
	v.want(`Object.keys(localStorage).length`, "0")
	v.want(`getComputedStyle(document.getElementById("tanpa-simpan")).display`, "block")
}

// sizesSaid reads the sizes on the buttons.
func sizesSaid(t *testing.T, page []byte) map[string]string {
	t.Helper()
	said := map[string]string{}
	for _, m := range regexp.MustCompile(`value="?(\w+)"? data-kb="?(\d+)`).FindAllSubmatch(page, -1) {
		said[string(m[1])] = string(m[2])
	}
	for _, wish := range []string{"inti", "satu", "desa", "semua"} {
		if said[wish] == "" {
			t.Errorf("luring.html has no size for %q", wish)
		}
	}
	return said
}

func atoi(t *testing.T, text string) int {
	t.Helper()
	var n int
	if err := json.Unmarshal([]byte(text), &n); err != nil {
		t.Errorf("%q is no number", text)
	}
	return n
}

// shop serves the site below /sub/ until it is closed: then it breaks every
// connection, as a phone without a network does.
type shop struct {
	dir string

	mu      sync.Mutex
	closed  bool
	delay   time.Duration
	captive []byte            // what a network answers that wants a login
	host    string            // "gzip" compresses by itself, "bare" has no file beside a pack
	changed map[string][]byte // files that differ from those on disk; nil is gone
	asked   []string
}

func (s *shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name, ours := strings.CutPrefix(r.URL.Path, "/sub/")
	s.mu.Lock()
	closed := s.closed
	data, differs := s.changed[name]
	if name == permalink.Versions && !differs && len(s.changed) > 0 {
		data, differs = s.versions(), true
	}
	s.asked = append(s.asked, name)
	delay, captive, host := s.delay, s.captive, s.host
	s.mu.Unlock()
	time.Sleep(delay)
	pack, zipped := strings.CutSuffix(name, ".gz")
	switch {
	case closed:
		panic(http.ErrAbortHandler)
	case captive != nil && name != "manifest.webmanifest" && name != "ikon-192.png": // the browser fetches those for itself, and logs
		w.Header().Set("Content-Type", "text/html")
		_, _ = w.Write(captive)
	case !ours || differs && data == nil:
		http.NotFound(w, r)
	case zipped && host != "bare", strings.HasSuffix(name, ".txt") && host == "gzip":
		data, err := os.ReadFile(filepath.Join(s.dir, pack))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/gzip")
		if host == "gzip" {
			w.Header().Set("Content-Type", "text/plain")
			w.Header().Set("Content-Encoding", "gzip")
		}
		z := gzip.NewWriter(w)
		_, _ = z.Write(data) // a reader who leaves wants no more
		_ = z.Close()
	case differs:
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	default:
		http.StripPrefix("/sub", plainFiles(os.DirFS(s.dir))).ServeHTTP(w, r)
	}
}

// versions gives versi.json as it would be if the site were built with what changed.
func (s *shop) versions() []byte {
	text, err := os.ReadFile(filepath.Join(s.dir, permalink.Versions))
	if err != nil {
		panic(err)
	}
	nameOf := func(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data))[:8] }
	for name, data := range s.changed {
		was, err := os.ReadFile(filepath.Join(s.dir, name))
		if err != nil {
			panic(err)
		}
		text = bytes.Replace(text, []byte(nameOf(was)), []byte(nameOf(data)), 1)
	}
	return text
}

func (s *shop) close(closed bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = closed
}

// wait lets every answer take a time.
func (s *shop) wait(delay time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.delay = delay
}

// change serves a file with one text for another, or no more when old is empty.
func (s *shop) change(t *testing.T, name, old, now string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	if old != "" && !bytes.Contains(data, []byte(old)) {
		t.Fatalf("%s does not hold %q", name, old)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changed[name] = nil; old != "" {
		s.changed[name] = bytes.ReplaceAll(data, []byte(old), []byte(now))
	}
}

func (s *shop) wasAsked(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.asked {
		if a == name {
			return true
		}
	}
	return false
}

// offline is a reader whose server can go away.
type offline struct {
	visitor
	browser context.Context
	server  *shop
}

const (
	buttonsShown = `Array.from(document.querySelectorAll("main button, main select")).filter(function (e) { return e.offsetHeight; }).filter(function (e) { return e.closest("#luring"); }).length`
	heading      = `document.querySelector("h1").textContent`
	// Promises are awaited by polling: what they give is put on window.
	cachesSeen = `(caches.keys().then(function (k) { window.seen = k.join(); }), window.seen)`
	workerSeen = `(navigator.serviceWorker.getRegistrations().then(function (r) { window.workers = r.length; }), window.workers)`
	savedLinks = `document.querySelectorAll("#tersimpan a").length`
)

// press presses a button of luring.html and waits for what it says.
func (o *offline) press(wish, want string) {
	o.t.Helper()
	o.ask(`document.querySelector("button[value=` + wish + `]").click()`)
	o.eventually(`new RegExp(`+quote(want)+`).test(`+statusOf(wish)+`) || `+statusOf(wish), "true")
}

func statusOf(wish string) string {
	return `document.querySelector("button[value=` + wish + `] + [role=status]").textContent`
}

func quote(text string) string {
	q, _ := json.Marshal(text)
	return string(q)
}

// opens wants a page with its own heading.
func (o *offline) opens(name, title string) {
	o.t.Helper()
	o.open(name)
	o.want(heading, title)
}

const savedToday = `^(Tersimpan \d+ KB, \d+ [A-Z][a-z]+ 20\d\d|Saved \d+ KB, [A-Z][a-z]+ \d+, 20\d\d)$`

func coreJourney(o *offline) {
	o.open("luring.html")
	o.want(workerSeenSoon(o), "0")
	o.want(`document.getElementById("putus").offsetHeight`, "0") // there is a network
	o.press("inti", savedToday)
	o.eventually(savedLinks, "11")
	o.fetched("luring-inti.txt.gz")
	o.fetchedNot("p/11.html", "index.html") // they came in the pack
	o.server.close(true)
	for _, page := range []struct{ name, title string }{
		{"index.html", ""}, {"./", ""}, {"nomor-penting.html", "Nomor penting"},
		{"p/11.html", "Kalau ada masalah di tempat kerja"}, {"p/12.html", "Hilang kontak dengan keluarga di luar negeri"}, {"panduan/mulai-di-desa.html", ""}, {"luring.html", "Simpan untuk tanpa internet"},
		{"nomor-penting", "Nomor penting"},
	} {
		o.open(page.name)
		if page.title != "" {
			o.want(heading, page.title)
		}
		o.want(`getComputedStyle(document.body).maxWidth !== "none"`, "true")
	}
	o.ask(`(location.href = "p/12.html?x=1")`) // an address with a query is the same page
	o.eventually(heading, "Hilang kontak dengan keluarga di luar negeri")
	for _, name := range []string{"negara/malaysia.html", "desa/ambulu.html", "tidak/ada.html"} {
		o.opens(name, "Simpan untuk tanpa internet")
		o.eventually(savedLinks, "11") // and says what is saved
		o.want(`document.getElementById("putus").offsetHeight > 0 && document.querySelectorAll("#putus a[href^='tel:']").length`, "2")
		o.want(statusOf("inti")+`.indexOf("Tersimpan")`, "0")
	}
	held(o.t, 21, "without a server the important pages open")
}

// workerSeenSoon asks twice, since the first answer comes a moment later.
func workerSeenSoon(o *offline) string {
	o.eventually(workerSeen+` !== undefined`, "true")
	return workerSeen
}

func chosenJourney(o *offline) {
	o.open("en/luring.html")
	o.ask(`document.getElementById("satu-desa").value = "desa/balung-lor.html"`)
	o.ask(`document.getElementById("satu-negara").selectedIndex = 1`)
	country := o.ask(`document.getElementById("satu-negara").value`)
	o.press("satu", savedToday)
	o.eventually(savedLinks, "3")
	o.server.close(true)
	o.opens("desa/balung-lor.html", "Desa Balung Lor")
	o.open(country)
	o.opens("en/nomor-penting.html", "Save for reading offline")
	o.server.close(false)
	o.open("en/luring.html")
	// A worker that is refreshing a page may open a cache while the page deletes.
	o.ask(`(function (workers, original) {
		workers.getRegistration = function (scope) {
			workers.getRegistration = original;
			return caches.open("buku-lain/sub/").then(original.bind(this, scope));
		};
	})(ServiceWorkerContainer.prototype, ServiceWorkerContainer.prototype.getRegistration)`)
	o.press("hapus", "^Deleted")
	o.eventually(cachesSeen, "")
	o.eventually(workerSeen, "0")
	o.want(`Object.keys(localStorage).length + sessionStorage.length`, "0")
	// Saving again at once must truly save.
	o.press("inti", savedToday)
	o.server.close(true)
	o.opens("en/nomor-penting.html", "Important numbers")
}

func everythingJourney(o *offline) {
	o.open("luring.html")
	o.press("semua", savedToday)
	o.fetchedNot("desa/ambulu.html", "langkah/pulang.html")
	o.server.close(true)
	o.opens("desa/ambulu.html", "Desa Ambulu")
	o.open("negara/malaysia.html")
	o.open("langkah/pulang.html")
	o.want(heading+` !== "Simpan untuk tanpa internet"`, "true")
	o.opens("cari.html", "Cari")
	o.ask(`(document.querySelector("input[type=search]").value = "gaji tidak dibayar", document.querySelector("form button").click())`)
	o.eventually(`document.querySelectorAll(".temuan li").length > 0`, "true")
}

func packedJourney(o *offline) {
	o.server.host = "gzip"
	o.open("luring.html")
	o.press("semua", savedToday)
	o.fetched("luring-semua.txt")
	o.fetchedNot("luring-semua.txt.gz", "luring-semua.json", "desa/ambulu.html")
	o.server.close(true)
	o.opens("desa/ambulu.html", "Desa Ambulu")
}

func onebyoneJourney(o *offline) {
	o.server.host = "bare"
	o.server.change(o.t, "langkah/pulang.html", "", "")
	o.open("luring.html")
	o.press("semua", "^Belum semua")
	o.tab.complaints() // the browser logs what is missing
	o.server.close(true)
	o.open("negara/malaysia.html")
	o.opens("desa/ambulu.html", "Desa Ambulu")
	o.server.close(false)
	o.server.mu.Lock()
	o.server.changed, o.server.asked = map[string][]byte{}, nil
	o.server.mu.Unlock()
	o.open("luring.html")
	o.press("semua", savedToday)
	o.fetched("langkah/pulang.html")
	o.fetchedNot("negara/malaysia.html") // what is there is not paid for again
	o.tab.complaints()
	o.server.close(true)
	o.open("langkah/pulang.html")
	o.want(heading+` !== "Simpan untuk tanpa internet"`, "true")
}

const (
	pageStatus = `document.querySelector("#simpan-ini span").textContent`
	pageButton = `document.querySelector("#simpan-ini button").offsetHeight > 0`
)

// pageJourney saves a page by the button at its end.
func pageJourney(o *offline) {
	o.open("p/13.html")
	o.want(pageStatus, "")
	o.ask(`document.querySelector("#simpan-ini button").click()`)
	o.eventually(pageStatus, "Tersimpan di HP ini.")
	o.eventually(`(navigator.serviceWorker.getRegistration().then(function (r) { window.active = !!(r && r.active); }), window.active)`, "true")
	o.want(pageButton, "false")
	o.open("p/13.html") // the worker compares it with the site
	o.eventually(cacheThere("versi.json"), "true")
	o.server.close(true)
	o.open("p/13.html")
	o.eventually(`/^Tersimpan di HP ini. Salinan \d+ [A-Z][a-z]+ 20\d\d\.$/.test(`+pageStatus+`) || `+pageStatus, "true")
	o.server.close(false)
	o.open("kirim-nomor.html")
	o.ask(`document.querySelector("#simpan-ini button").click()`)
	o.eventually(pageStatus+`.indexOf("Tersimpan di HP ini.")`, "0")
	o.want(cacheSoon(o, "kirim.js"), "true") // which the page needs
	o.server.close(true)
	o.opens("p/12.html", "Simpan untuk tanpa internet")
	o.want(`document.querySelectorAll("#simpan-ini").length`, "1")
	o.eventually(savedLinks, "3")
}

// cacheSoon asks twice, since the first answer comes a moment later.
func cacheSoon(o *offline, name string) string {
	o.eventually(cacheThere(name)+` !== undefined`, "true")
	return cacheThere(name)
}

// changesJourney saves everything; then one page is corrected and one is withdrawn.
func changesJourney(o *offline) {
	o.open("luring.html")
	o.press("semua", savedToday)
	o.open("index.html") // looks at all that is kept once
	o.eventually(`(caches.match("versi.json").then(function (r) { return r.text(); }).then(function (t) { window.versions = t.length > 8; }), window.versions)`, "true")
	o.server.mu.Lock()
	o.server.asked = nil
	o.server.mu.Unlock()
	o.server.change(o.t, "p/12.html", "<h1>Hilang kontak", "<h1>Baru: hilang kontak")
	o.server.change(o.t, "desa/balung-lor.html", "", "")
	o.open("index.html")
	o.eventually(cacheHolds("p/12.html", "Baru: hilang kontak"), "true")
	o.eventually(`(caches.match("desa/balung-lor.html").then(function (r) { window.left = !!r; }), window.left)`, "false")
	o.tab.complaints() // the browser logs the missing page
	o.fetched("versi.json", "p/12.html", "desa/balung-lor.html")
	o.fetchedNot("p/11.html", "negara/malaysia.html", "nomor-penting.html", "luring-semua.txt.gz", "luring-inti.txt.gz")
	o.server.close(true)
	o.opens("p/12.html", "Baru: hilang kontak dengan keluarga di luar negeri")
	o.opens("desa/balung-lor.html", "Simpan untuk tanpa internet")
}

func cacheThere(name string) string {
	return `(caches.match(` + quote("/sub/"+name) + `).then(function (r) { window.there = !!r; }), window.there)`
}

// fetched wants files that the server was asked for.
func (o *offline) fetched(names ...string) {
	o.t.Helper()
	for _, name := range names {
		if !o.server.wasAsked(name) {
			o.t.Errorf("%s was not asked for", name)
		}
	}
}

// fetchedNot wants files that nobody asked for.
func (o *offline) fetchedNot(names ...string) {
	o.t.Helper()
	for _, name := range names {
		if o.server.wasAsked(name) {
			o.t.Errorf("%s was asked for", name)
		}
	}
}

func unaskedJourney(o *offline) {
	for _, name := range []string{"nomor-penting.html", "index.html", "luring.html"} {
		o.open(name)
		o.want(workerSeenSoon(o), "0")
	}
	time.Sleep(300 * time.Millisecond)
	o.want(workerSeen, "0")
	if o.server.wasAsked("sw.js") {
		o.t.Error("the worker was fetched though nobody asked")
	}
}

func correctionJourney(o *offline) {
	o.open("luring.html")
	o.press("inti", savedToday)
	second := &visitor{t: o.t, tab: openTab(o.t, o.browser, o.tab.base)}
	second.open("nomor-penting.html")
	// The site is built anew, and both tabs stay open.
	o.server.change(o.t, "nomor-penting.html", "<h1>Nomor penting</h1>", "<h1>Nomor baru</h1>")
	o.server.change(o.t, "p/12.html", "<h1>Hilang kontak", "<h1>Baru: hilang kontak")
	const now = "Baru: hilang kontak dengan keluarga di luar negeri"
	o.opens("nomor-penting.html", "Nomor baru") // numbers are asked for first
	o.eventually(cacheHolds("p/12.html", now), "true")
	o.server.change(o.t, "p/12.html", "<h1>Hilang kontak", "<h1>Dan lagi: hilang kontak")
	o.opens("p/12.html", now) // at once, from the phone
	o.eventually(cacheHolds("p/12.html", "Dan lagi"), "true")
	second.open("nomor-penting.html")
	second.want(heading, "Nomor baru")
	o.server.close(true)
	o.opens("nomor-penting.html", "Nomor baru") // and kept
}

// withdrawnJourney deletes a village's page, and another page, on the server.
func withdrawnJourney(o *offline) {
	o.open("luring.html")
	o.ask(`document.getElementById("satu-desa").value = "desa/balung-lor.html"`)
	o.press("satu", savedToday)
	o.press("inti", savedToday)
	o.server.change(o.t, "desa/balung-lor.html", "", "")
	o.server.change(o.t, "p/12.html", "", "")
	o.ask(`(location.href = "desa/balung-lor.html")`)
	o.eventually(`document.body && document.body.textContent.indexOf("404 page not found") >= 0`, "true") // the server's own answer
	time.Sleep(100 * time.Millisecond)
	o.tab.complaints() // the browser logs the missing page, and asks for its icon
	o.open("luring.html")
	o.ask(`(location.href = "p/12.html")`)
	o.eventually(`(caches.match("p/12.html").then(function (r) { window.left = !!r; }), window.left)`, "false")
	o.tab.complaints() // the browser logs both missing pages
	o.server.close(true)
	o.opens("desa/balung-lor.html", "Simpan untuk tanpa internet")
}

// captiveJourney lets the network answer everything with 200 and a page of its
// own, then with errors, then not at all.
func captiveJourney(o *offline) {
	login := []byte("<!doctype html><html><head><title>LOGIN WIFI</title></head><body><h1>LOGIN WIFI</h1></body></html>")
	o.open("luring.html")
	o.press("inti", savedToday)
	o.server.mu.Lock()
	o.server.captive = login
	o.server.mu.Unlock()
	for range 2 {
		o.opens("nomor-penting.html", "Nomor penting")
		o.open("index.html")
		o.want(`document.querySelector("h1").textContent != "LOGIN WIFI"`, "true")
	}
	o.opens("luring.html", "Simpan untuk tanpa internet")
	o.ask(`document.getElementById("satu-desa").value = "desa/balung-lor.html"`)
	o.press("satu", "^Belum semua") // what the network answers is not saved
	o.server.mu.Lock()
	o.server.captive = nil
	o.server.mu.Unlock()
	o.server.close(true)
	o.opens("nomor-penting.html", "Nomor penting")
	o.open("index.html")
	o.want(`document.querySelector("h1").textContent != "LOGIN WIFI"`, "true")
	o.opens("desa/balung-lor.html", "Simpan untuk tanpa internet") // not saved, and no login page
	// The network is well again: a correction arrives.
	o.server.close(false)
	o.server.change(o.t, "nomor-penting.html", "<h1>Nomor penting</h1>", "<h1>Nomor baru</h1>")
	o.opens("nomor-penting.html", "Nomor baru")
	o.tab.complaints() // scripts that the network answered with its page
}

// slowJourney lets every answer of the server wait longer than a reader does.
func slowJourney(o *offline) {
	o.open("luring.html")
	o.press("inti", savedToday)
	o.server.change(o.t, "nomor-penting.html", "<h1>Nomor penting</h1>", "<h1>Nomor baru</h1>")
	o.server.wait(5 * time.Second)
	begin := time.Now()
	o.ask(`(location.href = "nomor-penting.html")`)
	o.eventually(`document.querySelector("h1") && `+heading, "Nomor penting")
	if waited := time.Since(begin); waited < 2*time.Second {
		o.t.Errorf("the saved page came after %v: nobody asked the server", waited)
	}
	o.server.wait(0)
	o.eventually(cacheHolds("nomor-penting.html", "Nomor baru"), "true")
}

func cacheHolds(name, text string) string {
	return `(caches.match(` + quote("/sub/"+name) + `).then(function (r) { return r ? r.text() : ""; }).then(function (t) { window.holds = t.indexOf(` + quote(text) + `) > 0; }), window.holds)`
}

// newVersionJourney publishes a worker that wants one file more, to a phone that also holds
// what a worker of before has left.
func newVersionJourney(o *offline) {
	o.open("luring.html")
	o.ask(`void caches.open("milik-lain")`)
	o.ask(`void caches.open("buku-a1b2c3/sub/")`)
	o.press("inti", savedToday)
	o.eventually(cachesSeen, "milik-lain,buku-lain/sub/")
	o.want(cachesSeenSoon(o), "milik-lain,buku-lain/sub/")
	o.server.change(o.t, "sw.js", `"inti":[`, `"inti":["luring.html","cari.html",`)
	o.open("index.html") // finds the new worker
	o.eventually(cacheThere("cari.html"), "true")
	o.server.close(true)
	o.opens("cari.html", "Cari")
}

func cachesSeenSoon(o *offline) string {
	o.eventually(cachesSeen+` !== undefined`, "true")
	return cachesSeen
}

func killJourney(o *offline) {
	o.open("luring.html")
	o.press("inti", savedToday)
	off := filepath.Join(o.t.TempDir(), "off")
	var complaints bytes.Buffer
	args := []string{"build", "--source", filepath.Join("..", ".."), "--output", off, "--no-compress", "--sw=off"}
	if code := run(args, io.Discard, &complaints); code != good {
		o.t.Fatalf("suluh %s: exit code %d\n%s", strings.Join(args, " "), code, &complaints)
	}
	o.server.mu.Lock()
	o.server.dir = off
	o.server.mu.Unlock()
	o.open("index.html") // the one visit
	o.eventually(cachesSeen, "")
	o.eventually(workerSeen, "0")
	o.opens("nomor-penting.html", "Nomor penting")
	o.open("luring.html")
	o.want(buttonsShown, "0")
	o.want(workerSeenSoon(o), "0")
	o.want(cachesSeenSoon(o), "")
	o.want(manifestLinks, "0")
	held(o.t, 22, "the kill switch: all gone after one visit")
}

// forbiddenJourney takes away, one after the other, what browsers take away.
func forbiddenJourney(o *offline) {
	for _, forbid := range []string{
		`["localStorage", "sessionStorage", "caches"].forEach(function (n) { Object.defineProperty(window, n, { get: function () { throw new DOMException("no", "SecurityError"); } }); })`,
		`CacheStorage.prototype.keys = CacheStorage.prototype.open = CacheStorage.prototype.match = function () { return Promise.reject(new DOMException("no", "SecurityError")); }`,
		`Object.defineProperty(navigator, "serviceWorker", { value: undefined })`,
		`ServiceWorkerContainer.prototype.register = function () { return Promise.reject(new DOMException("no", "SecurityError")); }`,
	} {
		fresh := &offline{visitor: visitor{t: o.t, tab: openTab(o.t, o.browser, o.tab.base)}, server: o.server}
		fresh.before(forbid)
		fresh.opens("nomor-penting.html", "Nomor penting")
		fresh.opens("luring.html", "Simpan untuk tanpa internet")
		if fresh.ask(`document.querySelector("button[value=inti]").offsetHeight > 0`) == "true" {
			fresh.press("inti", "^(Belum semua|Tersimpan)")
		}
		fresh.open("luring.html")
		for _, complaint := range fresh.tab.complaints() {
			fresh.t.Errorf("%s: %s", forbid, complaint)
		}
	}
}

const manifestLinks = `document.querySelectorAll("link[rel=manifest]").length`

// installJourney asks Chromium what it thinks of the manifest.
func installJourney(o *offline) {
	for _, name := range []string{"luring.html", "en/luring.html"} {
		o.open(name)
		o.want(manifestLinks, "0") // nothing is saved, so nothing is offered
		o.press("inti", savedToday)
		o.eventually(manifestLinks, "1")
		found := call(&o.visitor, cdppage.GetAppManifest, cdppage.GetAppManifestParams{})
		for _, fault := range found.Errors {
			o.t.Errorf("%s: %s", found.URL, fault.Message)
		}
		if m := found.Manifest; m == nil || m.Scope != o.tab.base.String() {
			o.t.Errorf("%s is understood as %+v", found.URL, m)
		}
		faults := call(&o.visitor, cdppage.GetInstallabilityErrors, cdp.Empty{})
		for _, fault := range faults.InstallabilityErrors {
			if fault.ErrorID != "in-incognito" { // what chromedp starts
				o.t.Errorf("%s cannot be installed: %s", name, fault.ErrorID)
			}
		}
		o.press("hapus", "^(Sudah dihapus|Deleted)")
	}
	o.open("nomor-penting.html")
	o.want(manifestLinks, "0")
}
