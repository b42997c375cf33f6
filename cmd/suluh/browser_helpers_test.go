package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// pageLimit is how long one page may take. It takes some 50 ms; the rest is for
// a machine that is busy with other tests.
const pageLimit = 20 * time.Second

// startBrowser starts Chromium for the time of the test. A machine without one
// skips the test; CI must have one, or nobody would notice that it never runs.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	if testing.Short() {
		t.Skip("opens a browser")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("CI needs Chromium for this test (Debian: apt-get install chromium): %v", err)
		}
		t.Skipf("no Chromium to test with (Debian: apt-get install chromium): %v", err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium),
		chromedp.NoSandbox, // Chromium refuses to sandbox for root, which CI runs as; the pages are our own
		chromedp.Flag("disable-gpu", true),
		// Nothing leaves the machine: not the browser's own calls home, and not
		// a page's requests, which the test reports by name.
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	ctx, stopAll := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stopAll)
	browser, _ := chromedp.NewContext(ctx)
	t.Cleanup(func() { chromedp.Cancel(browser) }) // asks it to close; a killed browser leaves folders in /tmp
	if err := chromedp.Do(browser); err != nil {
		t.Fatalf("start %s: %v", chromium, err)
	}
	return browser
}

// tab is a browser tab that looks at one copy of the site.
type tab struct {
	ctx  context.Context
	base *url.URL

	mu   sync.Mutex
	said []string
}

// openTab opens a tab the size of a small phone. It looks like a phone to the
// page, too: a desktop's scroll bar would take some of the width.
func openTab(t *testing.T, browser context.Context, base *url.URL) *tab {
	t.Helper()
	ctx, closeTab := chromedp.NewContext(browser)
	t.Cleanup(closeTab)
	view := &tab{ctx: ctx, base: base}
	if err := chromedp.Listen(ctx, view.listen); err != nil {
		t.Fatalf("open a tab: %v", err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(narrow, 640, chromedp.EmulateMobile)); err != nil {
		t.Fatalf("set the size of the tab: %v", err)
	}
	return view
}

// page is what the browser knows of a page after loading it.
type page struct {
	H1, IDs []string
	Links   []struct {
		Href string // as the page writes it
		URL  string // as the browser understands it
	}
	MaxWidth    string // of body
	ViewWidth   int
	ScrollWidth int
	Widest      string // what reaches furthest to the right, for the message
	Complaints  []string
}

// One call reads all of it: each costs a round trip to the browser.
const readPage = `(() => {
	const all = (selector, read) => Array.from(document.querySelectorAll(selector), read);
	const root = document.documentElement;
	const right = e => e.getBoundingClientRect().right;
	const scrolls = e => e !== document.body && getComputedStyle(e).overflowX !== "visible";
	// What a table's own box scrolls does not widen the page.
	const free = e => e === root || !scrolls(e.parentElement) && free(e.parentElement);
	const wide = root.scrollWidth > root.clientWidth ? all("body *", e => e).filter(free) : [root];
	return {
		H1: all("h1", e => e.textContent.trim()),
		IDs: all("[id]", e => e.id),
		Links: all("a[href]", e => ({Href: e.getAttribute("href"), URL: e.href})),
		MaxWidth: getComputedStyle(document.body).maxWidth,
		ViewWidth: root.clientWidth,
		ScrollWidth: root.scrollWidth,
		Widest: wide.reduce((a, b) => right(b) > right(a) ? b : a).outerHTML.replace(/\s+/g, " ").slice(0, 120),
	};
})()`

// open loads a page of the site and reads it. The load event is enough to wait
// for: nothing on a page comes later.
func (v *tab) open(name string) (*page, error) {
	ctx, cancel := context.WithTimeout(v.ctx, pageLimit)
	defer cancel()
	response, err := chromedp.Run(ctx, chromedp.NavigateResponse(v.base.JoinPath(name).String()))
	if err != nil {
		return nil, err
	}
	if v.base.Scheme != "file" { // files have no status; one that is missing is an error above
		if response == nil {
			return nil, errors.New("the server gives no answer")
		}
		if response.Status != http.StatusOK {
			v.complaints() // the browser logs the same fault again
			return nil, fmt.Errorf("the server answers %d %s", response.Status, response.StatusText)
		}
	}
	p, err := chromedp.Run(ctx, chromedp.Evaluate[page](readPage))
	if err != nil {
		return nil, err
	}
	p.Complaints = v.complaints()
	return &p, nil
}

// within gives the path in the site of an address, if it is one of the site.
func (v *tab) within(address *url.URL) (name string, inside bool) {
	if address.Scheme != v.base.Scheme || address.Host != v.base.Host {
		return "", false
	}
	return strings.CutPrefix(address.Path, v.base.Path)
}

// listen notes what a page should not cause: requests that leave the site,
// breaches of its content security policy, errors in the console.
func (v *tab) listen(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, v.base.String()) && !strings.HasPrefix(e.Request.URL, "data:") {
			v.note("%s asks for %s, outside the site", e.DocumentURL, e.Request.URL)
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Source == log.EntrySourceSecurity {
			v.note("the browser logs: %s %s", e.Entry.Text, e.Entry.URL)
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			v.note("a script logs an error: %s", consoleText(e.Args))
		}
	case *runtime.EventExceptionThrown:
		v.note("a script fails: %v", &chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails})
	}
}

func consoleText(args []*runtime.RemoteObject) string {
	var words []string
	for _, a := range args {
		words = append(words, cmp.Or(a.Description, string(a.Value)))
	}
	return strings.Join(words, " ")
}

// note is called from the goroutine that reads the browser's messages.
func (v *tab) note(format string, args ...any) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.said = append(v.said, fmt.Sprintf(format, args...))
}

// complaints returns what was noted since it was last asked.
func (v *tab) complaints() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	said := v.said
	v.said = nil
	return said
}
