package main

import (
	"context"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"suluh/internal/compress"
	"suluh/internal/minify"
)

// The figures that readers feel, under the numbers of the list that the project
// is held to. Each test prints one line for each of its figures:
//
//	go test ./cmd/suluh -run 'Figure|Journeys|Offline' -v | grep figure
//
// Figures of time fail only in ./build.sh figures: a busy machine is no fault.

// figure prints a measured value, and fails where it is beyond its limit. With
// a target below the limit it says whether that is met.
func figure(t *testing.T, number int, what string, got float64, unit string, target, limit float64) {
	t.Helper()
	verdict := "met"
	switch {
	case got > limit && unit == "ms" && os.Getenv("FIGURES") == "":
		verdict = "MISSED, or the machine is busy"
	case got > limit:
		verdict = "MISSED"
		t.Errorf("figure %d: %s is %g %s, more than %g", number, what, got, unit, limit)
	case got > target:
		verdict = "over target"
	}
	t.Logf("figure %2d  %-44s %7.0f %-2s  target %g, fails above %g  %s", number, what, got, unit, target, limit, verdict)
}

// held prints a figure that is not a number: all went well, or the test fails.
func held(t *testing.T, number int, what string) {
	t.Helper()
	verdict := "met"
	if t.Failed() {
		verdict = "MISSED"
	}
	t.Logf("figure %2d  %-44s %s", number, what, verdict)
}

// TestFigureWeights: what scripts and saving cost (7, 19).
func TestFigureWeights(t *testing.T) {
	dir := buildPortal(t)
	packed := func(name string) int {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		small, err := compress.Brotli(data)
		if err != nil {
			t.Fatal(err)
		}
		return len(small)
	}
	scripts, err := filepath.Glob(filepath.Join(dir, "suluh.*.js"))
	if err != nil || len(scripts) != 1 {
		t.Fatalf("want one script for all pages, got %q, %v", scripts, err)
	}
	everywhere := packed(filepath.Base(scripts[0]))
	figure(t, 7, "the script of all pages, brotli", float64(everywhere), "B", 3000, 3300)
	// What answers questions comes with the first one, in front of what it
	// looks through: that is part of the budget of the first search.
	script := func(name string) int {
		data, err := os.ReadFile("../../layouts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if data, err = minify.New().Bytes(minify.JS, data); err != nil {
			t.Fatal(err)
		}
		if data, err = compress.Brotli(data); err != nil {
			t.Fatal(err)
		}
		return len(data)
	}
	figure(t, 7, "with what searches, in pages and villages", float64(everywhere+script("cari.js")+script("desa.js")), "B", 3000, 5600)
	figure(t, 7, "what finds villages, with all names of the regency", float64(packed("desa/cari.js")), "B", 4000, 4000)
	figure(t, 7, "the first search, engine and index, brotli", float64(packed("cari-indeks.js")), "B", 16000, 16000)
	figure(t, 7, "the worker, brotli", float64(packed("sw.js")), "B", 2000, 2000)

	figure(t, 7, "with what saves pages, and reads packs", float64(everywhere+packed("luring.js")), "B", 4500, 4500)
	figure(t, 19, "the important pages, saved in one request", float64(packed("luring-inti.txt")), "B", 26_000, 26_000)
	figure(t, 19, "everything, saved in one request", float64(packed("luring-semua.txt")), "B", 110_000, 125_000)
	figure(t, 19, "what tells a copy what changed", float64(packed("versi.json")), "B", 1000, 1000)
	page, err := os.ReadFile(filepath.Join(dir, "luring.html"))
	if err != nil {
		t.Fatal(err)
	}
	said := sizesSaid(t, page)
	for _, wish := range []string{"inti", "desa", "semua"} {
		if real := packed("luring-" + wish + ".txt"); real > atoi(t, said[wish])*1000 {
			t.Errorf("the pack %s is %d B, but the button says %s KB", wish, real, said[wish])
		}
	}
	if atoi(t, said["satu"]) > 20 {
		t.Errorf("one village and one country are %s KB, want at most 20", said["satu"])
	}
}

// elsewhere is an address that answers late and with nothing, so that a page
// stays in sight though it was left.
const elsewhere = "elsewhere"

// poorHost serves the site packed, as a host does.
func poorHost(dir string) http.Handler {
	plain := plainFiles(os.DirFS(dir))
	types := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript"}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		switch {
		case name == elsewhere:
			time.Sleep(time.Second)
			w.WriteHeader(http.StatusNoContent)
		case err == nil && types[filepath.Ext(name)] != "":
			packed, err := compress.Brotli(data)
			if err != nil {
				panic(err)
			}
			w.Header().Set("Content-Type", types[filepath.Ext(name)])
			w.Header().Set("Content-Encoding", "br")
			_, _ = w.Write(packed) // a reader who leaves wants no more
		default:
			plain.ServeHTTP(w, r)
		}
	})
}

// poorReader opens a tab on a server of its own, and so with nothing cached.
func poorReader(t *testing.T, browser context.Context, dir string) *visitor {
	t.Helper()
	server := httptest.NewServer(poorHost(dir))
	t.Cleanup(server.Close)
	base, err := url.Parse(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	return &visitor{t: t, tab: openTab(t, browser, base)}
}

// slow makes the phone's processor some times slower.
func (v *visitor) slow(times float64) {
	v.t.Helper()
	call(v, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times})
}

// edge makes the network that of a village behind the hill: 45 kbit/s, and
// three seconds until anything comes.
func (v *visitor) edge() {
	v.t.Helper()
	const bytes = 45_000 / 8
	call(v, slowNetwork, slowNetworkParams{
		Conditions: []*network.Conditions{{Latency: 3000, DownloadThroughput: bytes, UploadThroughput: bytes}},
	})
}

// slowNetwork is network.EmulateNetworkConditionsByRule with the parameter that
// Chromium up to 148 asks for and later ones leave alone.
var slowNetwork = cdp.Command[slowNetworkParams, cdp.Empty]{Method: network.CommandEmulateNetworkConditionsByRule}

type slowNetworkParams struct {
	Offline    bool                  `json:"offline"`
	Conditions []*network.Conditions `json:"matchedNetworkConditions"`
}

func (v *visitor) number(expression string) float64 {
	v.t.Helper()
	n, err := strconv.ParseFloat(v.ask(expression), 64)
	if err != nil {
		v.t.Fatalf("%s: %v", expression, err)
	}
	return n
}

// press presses with a finger what a selector finds, and gives the milliseconds
// from the press to the next paint, as the browser tells them.
func (v *visitor) press(selector string) float64 {
	v.t.Helper()
	v.ask(`(window.painted = 0, new PerformanceObserver(function (list) {
		list.getEntries().forEach(function (e) { window.painted = Math.max(window.painted, e.duration); });
	}).observe({ type: "event", durationThreshold: 16 }))`)
	place := func(side, size string) float64 {
		return v.number(`(function (r) { return r.` + side + ` + r.` + size + ` / 2; })(document.querySelector("` + selector + `").getBoundingClientRect())`)
	}
	v.ask(`document.querySelector("` + selector + `").scrollIntoView({ block: "center" })`)
	if err := chromedp.Do(v.tab.ctx, chromedp.MouseClickXY(place("left", "width"), place("top", "height"))); err != nil {
		v.t.Fatalf("press %s: %v", selector, err)
	}
	v.eventually(`window.painted > 0`, "true")
	return v.number(`window.painted`)
}

// quickest measures until the target is met, so many times at most. A machine
// that is busy with other tests only adds to a time: the least is the truest.
func quickest(most int, target float64, measure func() float64) float64 {
	least := measure()
	for range most - 1 {
		if least <= target {
			break
		}
		least = min(least, measure())
	}
	return least
}

// TestFigureExit: the cover is painted at once on a poor phone (26).
func TestFigureExit(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	const target = 100
	took := quickest(8, target, func() float64 {
		v := poorReader(t, browser, dir)
		v.open("index.html")
		v.open("p/14.html")
		v.slow(6)
		return v.leave()
	})
	figure(t, 26, "exit: press to cover painted, CPU x6", took, "ms", target, 200)
}

// leave presses "Tutup cepat", which must cover the page, and gives the
// milliseconds until it is painted.
func (v *visitor) leave() float64 {
	v.t.Helper()
	v.ask(`(document.querySelector(".tutup").href = "` + v.tab.base.JoinPath(elsewhere).String() + `")`)
	took := v.press(".tutup")
	v.want(shown, "false")
	return took
}

// TestFigureEdge: on the poorest network the text comes before all else, and
// with it the numbers and the way out (10).
func TestFigureEdge(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	poorest := func() *visitor {
		v := poorReader(t, browser, dir)
		v.slow(4)
		v.edge()
		return v
	}
	const target, tries = 100, 3
	readable := math.Inf(1)
	took := quickest(tries, target, func() float64 {
		v := poorest()
		_, _ = v.evaluate(fmt.Sprintf(`location.href = %q`, v.tab.base.JoinPath("p/14.html")))
		v.eventually(`document.querySelector("footer") && `+shown, "true")
		v.want(`document.querySelectorAll("main a[href^='tel:']").length > 0`, "true")
		v.want(`document.querySelector("main").innerText.length > 1000`, "true")
		if v.ask(`document.querySelector("button.lanjut")`) != "null" {
			t.Error("the script came before the exit could be tried without it")
		}
		readable = min(readable, v.number(`performance.getEntriesByName("first-contentful-paint")[0].startTime`))
		return v.leave()
	})
	figure(t, 10, "guide readable, 45 kbit/s, 3 s, CPU x4", readable, "ms", 5000, 8000)
	figure(t, 26, "exit on that network, before the script", took, "ms", target, 200)

	took = quickest(tries, target, func() float64 {
		v := poorest()
		v.open(list)
		v.want(ticked+`.indexOf("0 dari")`, "0")
		took := v.press("#c-ktp")
		v.want(ticked+`.indexOf("1 dari")`, "0")
		return took
	})
	figure(t, 12, "tick to its count painted, CPU x4", took, "ms", target, 300)
}
