package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestJourneys does on the real portal what readers do with the script: tick,
// search, leave quickly, come back. Each journey goes once over a
// server and once from a disk.
func TestJourneys(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	server := httptest.NewServer(plainFiles(os.DirFS(dir)))
	defer server.Close()
	disk := url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}
	for _, place := range []struct{ name, base string }{{"server", server.URL + "/"}, {"disk", disk.String()}} {
		for _, journey := range []struct {
			name string
			walk func(v *visitor)
		}{
			{"ticks are kept, counted, and wiped", tickJourney},
			{"two people on one phone", peopleJourney},
			{"a question finds its page", searchJourney},
			{"back shows nothing after leaving quickly", exitJourney},
			{"a translated page is left quickly, too", exitTranslatedJourney},
			{"without a network leaving quickly still covers", exitOfflineJourney},
			{"storage is forbidden", func(v *visitor) { storageJourney(v, forbiddenStorage) }},
			{"storage is full", func(v *visitor) { storageJourney(v, fullStorage) }},
			{"storage is missing", func(v *visitor) { storageJourney(v, missingStorage) }},
			{"a voice of the phone reads aloud", listenJourney},
			{"a voice from elsewhere is silent", func(v *visitor) { silentJourney(v, `[{ lang: "id-ID", localService: false }]`) }},
			{"a voice of another language is silent", func(v *visitor) { silentJourney(v, `[{ lang: "en-US", localService: true }]`) }},
			{"without a voice there is no button", func(v *visitor) { silentJourney(v, `[]`) }},
		} {
			t.Run(place.name+"/"+journey.name, func(t *testing.T) {
				base, err := url.Parse(place.base)
				if err != nil {
					t.Fatal(err)
				}
				v := &visitor{t: t, tab: openTab(t, browser, base)}
				journey.walk(v)
				v.missesNoRule("style.css")
			})
		}
	}
}

// visitor is one reader with one tab.
type visitor struct {
	t        *testing.T
	tab      *tab
	forgives *regexp.Regexp // complaints that are no fault of a page; nil for none
}

func (v *visitor) open(name string) {
	v.t.Helper()
	p, err := v.tab.open(name)
	if err != nil {
		v.t.Fatalf("open %s: %v", name, err)
	}
	for _, complaint := range p.Complaints {
		if v.forgives == nil || !v.forgives.MatchString(complaint) {
			v.t.Errorf("%s: %s", name, complaint)
		}
	}
}

// ask evaluates an expression that gives a text.
func (v *visitor) ask(expression string) string {
	v.t.Helper()
	got, err := v.evaluate(expression)
	if err != nil {
		v.t.Fatalf("%s: %v", expression, err)
	}
	return got
}

func (v *visitor) evaluate(expression string) (string, error) {
	ctx, cancel := context.WithTimeout(v.tab.ctx, pageLimit)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[string]("String("+expression+")"))
}

func (v *visitor) want(expression, want string) {
	v.t.Helper()
	if got := v.ask(expression); got != want {
		v.t.Errorf("%s is %q, want %q", expression, got, want)
	}
}

// eventually waits for what happens after a moment; until then the page may be
// on its way elsewhere and give no answer.
func (v *visitor) eventually(expression, want string) {
	v.t.Helper()
	var got string
	for end := time.Now().Add(pageLimit / 2); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if got, _ = v.evaluate(expression); got == want {
			return
		}
	}
	v.t.Errorf("%s stays %q, want %q", expression, got, want)
}

const (
	list   = "langkah/dokumen-berangkat.html"
	ticked = `document.getElementById("kemajuan").textContent`
)

func tickJourney(v *visitor) {
	v.open(list)
	v.want(ticked, "0 dari "+v.ask(`document.querySelectorAll(".centang input").length`))
	v.ask(`document.getElementById("c-ktp").click()`)
	v.ask(`document.getElementById("c-kartu-keluarga").click()`)
	v.open(list)
	v.want(`document.getElementById("c-ktp").checked`, "true")
	v.want(`/^2 dari /.test(`+ticked+`)`, "true")
	v.open("langkah/pulang.html")
	v.want(`/^0 dari /.test(`+ticked+`)`, "true") // another list has ticks of its own
	v.open(list)
	v.ask(`document.getElementById("kosongkan").click()`)
	v.open(list)
	v.want(`document.querySelectorAll(".centang input:checked").length`, "0")
}

func peopleJourney(v *visitor) {
	v.open(list)
	v.ask(`document.getElementById("c-ktp").click()`)
	v.ask(`(window.prompt = function () { return "Ibu"; }, document.getElementById("tambah-orang").click())`)
	v.want(`document.getElementById("c-ktp").checked`, "false")
	v.ask(`document.getElementById("c-kartu-keluarga").click()`)
	v.open(list)
	v.want(`document.getElementById("orang").value`, "Ibu")
	v.want(`document.getElementById("c-kartu-keluarga").checked`, "true")
	v.ask(`(document.getElementById("orang").value = "", document.getElementById("orang").dispatchEvent(new Event("change")))`)
	v.want(`document.getElementById("c-ktp").checked + " " + document.getElementById("c-kartu-keluarga").checked`, "true false")
	v.ask(`localStorage.clear()`)
}

func searchJourney(v *visitor) {
	v.open("cari.html")
	ask := func(question string) {
		v.ask(`(document.getElementById("kata").value = "` + question + `", document.querySelector("#cari button").click())`)
	}
	ask("gaji tidak dibayar majikan")
	v.eventually(`document.querySelector(".temuan a") && /p\/11\.html$/.test(document.querySelector(".temuan a").href)`, "true")
	ask("xyzzy")
	v.eventually(`document.getElementById("hasil").textContent.indexOf("Tidak ketemu")`, "0")
	_, _ = v.evaluate(`(location.href = "?q=hilang+kontak")`)
	v.eventually(`document.querySelector(".temuan a") && /12\.html$|data-hilang-kontak\.html$|l\/10\.html$/.test(document.querySelector(".temuan a").href)`, "true")
}

// shown tells whether anything of ours can be read.
const shown = `getComputedStyle(document.querySelector("main")).display !== "none"`

func exitJourney(v *visitor) {
	v.open("index.html")
	v.open("p/14.html")
	v.want(shown, "true")
	// The target is not to be had here; what counts is what Back shows.
	_, _ = v.evaluate(`(document.querySelector(".tutup").href = "about:blank", document.querySelector(".tutup").click())`)
	v.eventually(`location.href`, "about:blank")
	v.back()
	v.eventually(`document.readyState`, "complete")
	v.want(shown, "false")
	v.want(`document.title`, "Buku Langkah")
	v.want(`document.querySelector("button.lanjut").textContent`, "Lanjut membaca")
	_, _ = v.evaluate(`document.querySelector("button.lanjut").click()`)
	v.eventually(shown, "true")

	// Without a quick exit Back is as it always was.
	v.open("panduan/biaya.html")
	v.back()
	v.eventually(shown, "true")
	held(v.t, 27, "after the exit Back shows nothing of ours")
}

// exitTranslatedJourney presses what a translator makes of the exit: its words
// lie in elements of their own, and the link has a class more.
func exitTranslatedJourney(v *visitor) {
	v.open("index.html")
	v.open("p/14.html")
	_, _ = v.evaluate(`(function (exit) {
		exit.href = "about:blank";
		exit.className += " notranslate";
		exit.innerHTML = "<font><font>" + exit.innerHTML + "</font></font>";
		exit.querySelector("font font").click();
	})(document.querySelector(".tutup"))`)
	v.eventually(`location.href`, "about:blank")
	v.back()
	v.eventually(`document.readyState`, "complete")
	v.want(shown, "false")
	v.want(`document.title`, "Buku Langkah")
}

// back presses the Back button. A page that the browser kept in memory sends
// no load event, so nothing is waited for here.
func (v *visitor) back() {
	v.t.Helper()
	here := v.ask(`location.href`)
	_, _ = v.evaluate(`history.back()`) // leaving may cut the answer off
	for end := time.Now().Add(pageLimit / 2); ; time.Sleep(20 * time.Millisecond) {
		if now, err := v.evaluate(`location.href`); err == nil && now != here {
			return
		}
		if time.Now().After(end) {
			v.t.Fatalf("back stays on %s", here)
		}
	}
}

// before runs a script in every page before its own.
func (v *visitor) before(script string) {
	v.t.Helper()
	call(v, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// call asks the browser for something that chromedp has no action for.
func call[P, R any](v *visitor, command cdp.Command[P, R], params P) R {
	v.t.Helper()
	var result R
	err := chromedp.Do(v.tab.ctx, chromedp.Func(func(ctx context.Context, target *chromedp.Target) (err error) {
		result, err = cdp.Call(ctx, target, command, params)
		return err
	}))
	if err != nil {
		v.t.Fatalf("%s: %v", command.Method, err)
	}
	return result
}

func exitOfflineJourney(v *visitor) {
	v.open("p/14.html")
	here := v.ask(`location.href`)
	call(v, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true, DownloadThroughput: -1, UploadThroughput: -1})
	v.ask(`document.querySelector(".tutup").click()`)
	v.want(shown, "false")
	v.want(`document.title`, "Buku Langkah")
	v.want(`document.body.innerText.replace(/\n+/g, "|")`, "Tidak ada internet|Lanjut membaca")
	v.want(`document.querySelector("button.lanjut").getBoundingClientRect().bottom < innerHeight`, "true")
	v.want(`location.href`, here)
	_, _ = v.evaluate(`document.querySelector("button.lanjut").click()`)
	v.eventually(shown, "true")
}

// What browsers do to the storage of a page.
const (
	forbiddenStorage = `["localStorage", "sessionStorage"].forEach(function (name) {
		Object.defineProperty(window, name, { get: function () { throw new DOMException("no", "SecurityError"); } });
	})`
	fullStorage    = `Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); }`
	missingStorage = `["localStorage", "sessionStorage"].forEach(function (name) {
		Object.defineProperty(window, name, { value: undefined });
	})`
)

// storageJourney holds that a page whose storage fails is still a page: what
// cannot be kept works until it is left.
func storageJourney(v *visitor, broken string) {
	v.before(broken)
	v.open(list)
	v.ask(`document.getElementById("c-ktp").click()`)
	v.want(`/^1 dari /.test(`+ticked+`)`, "true")
	v.ask(`(window.prompt = function () { return "Ibu"; }, document.getElementById("tambah-orang").click())`)
	v.want(`document.getElementById("orang").value`, "Ibu")
	v.ask(`document.getElementById("kosongkan").click()`)
	v.want(`/^0 dari /.test(`+ticked+`)`, "true")
	v.open("desa/index.html")
	v.open("luring.html")
	v.open("p/14.html")
	v.want(shown, "true")
	v.want(`(document.querySelector(".tutup").href = "about:blank", document.querySelector(".tutup").click(), `+shown+`)`, "false")
	v.eventually(`location.href`, "about:blank")
	for _, complaint := range v.tab.complaints() {
		v.t.Error(complaint)
	}
}

// speech stands in for the voices of a phone, which become known a moment after
// the page; what it is given to say is in said.
func speech(voices string) string {
	return `var said = [], voices = [];
		Object.defineProperty(window, "speechSynthesis", { value: {
			getVoices: function () { return voices; },
			addEventListener: function (_, act) { setTimeout(function () { voices = ` + voices + `; act(); }, 50); },
			speak: function (piece) { said.push(piece.text); this.now = piece; },
			cancel: function () { var cut = this.now; this.now = null; if (cut) setTimeout(cut.onerror, 0); }
		} });
		window.SpeechSynthesisUtterance = function (text) { this.text = text; };`
}

const (
	reader = `document.getElementById("dengar")`
	// finish lets the voice come to the end of all that it is given.
	finish = `(function () { for (var now; now = speechSynthesis.now; now.onend()) speechSynthesis.now = null; })()`
)

func listenJourney(v *visitor) {
	v.before(speech(`[{ lang: "en-US", localService: true }, { lang: "id-ID", localService: false, name: "far" }, { lang: "id-ID", localService: true, name: "near" }]`))
	for _, name := range []string{"panduan/biaya.html", "negara/malaysia.html"} {
		v.open(name)
		v.eventually(reader+`.hidden`, "false")
		v.ask(reader + `.click()`)
		v.want(`said.join() === document.querySelector("h1").textContent && speechSynthesis.now.voice.name`, "near")
		v.want(reader+`.textContent`, "Hentikan suara")
		v.ask(finish)
		v.want(reader+`.textContent`, "Dengarkan halaman ini")
		v.want(`said.filter(function (text) { return text.length > 200; }).length`, "0")
		v.want(`Array.from(document.querySelectorAll(".tulisan h2")).every(function (h) { return said.indexOf(h.textContent) > 0; })`, "true")
		v.want(`/Dengarkan|Cetak halaman|<nav/.test(said.join())`, "false")

		v.ask(`(said = [], ` + reader + `.click(), speechSynthesis.now.onend(), ` + reader + `.click())`)
		v.want(reader+`.textContent`, "Dengarkan halaman ini")
		v.eventually(`said.length + " " + speechSynthesis.now`, "2 null")

		// A voice must not go on under the cover.
		v.ask(`(Object.defineProperty(navigator, "onLine", { value: false }), ` + reader + `.click(), document.querySelector(".tutup").click())`)
		v.want(`speechSynthesis.now`, "null")
		v.ask(`(sessionStorage.clear(), window.name = "")`)
	}
	v.open(list)
	v.want(reader, "null")
}

func silentJourney(v *visitor, voices string) {
	v.before(speech(voices))
	v.open("panduan/biaya.html")
	v.eventually(`voices.length === `+voices+`.length`, "true")
	time.Sleep(100 * time.Millisecond)
	v.want(reader+`.hidden + " " + said.length`, "true 0")
}

// TestTicksAreNotLost: what is ticked before the script arrives stays, a tick of another tab
// is not written over, and a wipe can be undone.
func TestTicksAreNotLost(t *testing.T) {
	browser := startBrowser(t)
	files, late := plainFiles(os.DirFS(buildPortal(t))), make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, ".js") {
			select {
			case <-late:
			case <-r.Context().Done():
				return
			}
		}
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	base, err := url.Parse(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, tab: openTab(t, browser, base)}
	const done = `/^%d dari /.test(document.getElementById("kemajuan").textContent)`
	count := func(n int) {
		t.Helper()
		v.eventually(fmt.Sprintf(done, n), "true")
	}

	// The script is five seconds late, or more: it waits until it is let through.
	going, stop := context.WithTimeout(v.tab.ctx, pageLimit)
	defer stop()
	opened := make(chan error, 1)
	go func() { opened <- chromedp.Do(going, chromedp.Navigate(server.URL+"/"+list)) }()
	v.eventually(`document.getElementById("c-ktp") && document.getElementById("c-ktp").checked`, "false")
	v.ask(`document.getElementById("c-ktp").click()`)
	v.want(`document.getElementById("kemajuan").textContent.indexOf("dari") < 0`, "true") // no script yet
	close(late)
	if err := <-opened; err != nil {
		t.Fatal(err)
	}
	count(1)
	v.open(list)
	count(1)

	// Another tab ticks: both stay, and this one shows it.
	key := v.ask(`Object.keys(localStorage).filter(function (k) { return k.indexOf("centang") >= 0; })[0]`)
	v.ask(`localStorage.setItem("` + key + `", localStorage.getItem("` + key + `") + ",kartu-keluarga")`)
	v.ask(`document.querySelectorAll(".centang input")[5].click()`)
	v.open(list)
	count(3)
	v.ask(`localStorage.setItem("` + key + `", "ktp")`)
	v.ask(`dispatchEvent(new Event("storage"))`)
	count(1)

	// A wipe is undone.
	v.ask(`document.getElementById("kosongkan").click()`)
	count(0)
	v.want(`document.getElementById("kosongkan").textContent`, "Batalkan")
	v.ask(`document.getElementById("kosongkan").click()`)
	count(1)
	v.ask(`document.getElementById("kosongkan").click()`)
	v.open(list)
	count(0)
}
