package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestBrowserFollowsEveryLink opens the real portal in Chromium from each kind
// of place that a reader may have it from, and follows its links until nothing
// new turns up. The same files must work in every place.
func TestBrowserFollowsEveryLink(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	site := os.DirFS(dir)

	domain := httptest.NewServer(plainFiles(site))
	defer domain.Close()
	const below = "/sub/path/"
	shared := httptest.NewServer(http.StripPrefix(below, plainFiles(site)))
	defer shared.Close()
	disk := url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}

	for _, place := range []struct{ name, base string }{
		{"root of a domain", domain.URL + "/"},
		{"below a sub-path", shared.URL + below},
		{"files on a disk", disk.String()},
	} {
		t.Run(place.name, func(t *testing.T) {
			base, err := url.Parse(place.base)
			if err != nil {
				t.Fatal(err)
			}
			c := &crawl{t: t, site: site, tab: openTab(t, browser, base), pages: map[string]*page{}}
			c.follow("index.html")
			c.checkFragments()
			c.checkReach()
			t.Logf("%d pages", len(c.pages))
		})
	}
}

// buildPortal builds the repository's own content, as an editor does, and
// returns the folder. Nothing here reads the compressed twins, and to make them
// costs a second.
func buildPortal(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	args := []string{"build", "--source", filepath.Join("..", ".."), "--output", dir, "--no-compress"}
	var complaints bytes.Buffer
	if code := run(args, io.Discard, &complaints); code != good {
		t.Fatalf("suluh %s: exit code %d\n%s", strings.Join(args, " "), code, &complaints)
	}
	return dir
}

// plainFiles serves the files as they lie. http.FileServer would not do: it
// sends a reader of desa/index.html on to desa/, and shows a folder as a list,
// so it forgives links that fail on a disk.
func plainFiles(site fs.FS) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		data, err := fs.ReadFile(site, name)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
	})
}

// crawl is one walk through the site, in one tab.
type crawl struct {
	t     *testing.T
	site  fs.FS
	tab   *tab
	pages map[string]*page // all that loaded, by their path in the site
	links []link           // all that lead from a page to a place in the site
}

// link is an a[href] that stays in the site.
type link struct {
	from     string // path of the page that holds it
	href     string // as the page writes it
	to       string // path that the browser makes of it
	fragment string
}

func (l link) String() string { return fmt.Sprintf("%s, link %q", l.from, l.href) }

// follow goes breadth first, so that a fault is named with the page nearest to
// the start that leads to it.
func (c *crawl) follow(start string) {
	seen := map[string]bool{start: true}
	for queue := []link{{from: "the start", href: start, to: start}}; len(queue) > 0; queue = queue[1:] {
		for _, next := range c.visit(queue[0]) {
			if !seen[next.to] {
				seen[next.to] = true
				queue = append(queue, next)
			}
		}
	}
	// What the last page set off may be reported after its facts were read.
	for _, complaint := range c.tab.complaints() {
		c.t.Errorf("after the last page: %s", complaint)
	}
}

// visit checks where a link leads, and returns the links found there.
func (c *crawl) visit(l link) []link {
	data, err := fs.ReadFile(c.site, l.to)
	switch {
	case !strings.HasSuffix(l.to, ".html"):
		// A picture or a file to keep, which a browser shows no page of. A
		// folder is neither: on a disk the reader would see a list of files.
		if err != nil {
			c.t.Errorf("%s: %q is no file of the site: %v", l, l.to, err)
		}
		return nil
	case err == nil && isAlias(data):
		c.t.Errorf("%s: leads to the old address %s, which costs the reader a second request", l, l.to)
		return nil
	}
	p, err := c.tab.open(l.to)
	if errors.Is(err, context.DeadlineExceeded) {
		c.t.Fatalf("%s: %s did not load within %v", l, l.to, pageLimit)
	}
	if err != nil {
		c.t.Errorf("%s: %s does not load: %v", l, l.to, err)
		return nil
	}
	c.pages[l.to] = p
	c.checkPage(l.to, p)
	links := c.linksOf(l.to, p)
	c.links = append(c.links, links...)
	return links
}

// linksOf keeps the links that stay in the site. A link with a scheme (https,
// tel, mailto) leads elsewhere and is not followed.
func (c *crawl) linksOf(name string, p *page) []link {
	var links []link
	for _, a := range p.Links {
		if written, err := url.Parse(a.Href); err == nil && written.Scheme != "" {
			continue
		}
		l := link{from: name, href: a.Href}
		address, err := url.Parse(a.URL)
		if err != nil {
			c.t.Errorf("%s: not an address: %v", l, err)
			continue
		}
		to, inside := c.tab.within(address)
		if !inside {
			c.t.Errorf("%s: leads out of the site, to %s", l, a.URL)
			continue
		}
		l.to, l.fragment = to, address.Fragment
		links = append(links, l)
	}
	return links
}

// narrow is the width in CSS pixels that a page must fit: the smallest phones,
// and a desktop at 400 % (WCAG 2.2, 1.4.10).
const narrow = 320

func (c *crawl) checkPage(name string, p *page) {
	if len(p.H1) != 1 || p.H1[0] == "" {
		c.t.Errorf("%s: want one h1 with text, got %q", name, p.H1)
	}
	// The style sheet limits the width of body. A browser that refuses the
	// style (its hash differs from the one in the policy) shows no limit.
	if p.MaxWidth == "none" {
		c.t.Errorf("%s: the inline style is not applied", name)
	}
	if p.ViewWidth != narrow {
		c.t.Errorf("%s: laid out for %d px on a screen of %d px; is the viewport meta missing?", name, p.ViewWidth, narrow)
	}
	if p.ScrollWidth > narrow {
		c.t.Errorf("%s: scrolls sideways: %d px wide on a screen of %d px; widest: %s", name, p.ScrollWidth, narrow, p.Widest)
	}
	for _, complaint := range p.Complaints {
		c.t.Errorf("%s: %s", name, complaint)
	}
}

// checkFragments runs after the walk, when the ids of every page are known. A
// fault that many pages share is reported once.
func (c *crawl) checkFragments() {
	reported := map[string]bool{}
	for _, l := range c.links {
		p := c.pages[l.to]
		place := l.to + "#" + l.fragment
		if l.fragment == "" || strings.Contains(l.fragment, "=") || p == nil || reported[place] || slices.Contains(p.IDs, l.fragment) {
			continue
		}
		reported[place] = true
		c.t.Errorf("%s: %s has no element with the id %q", l, l.to, l.fragment)
	}
}

// checkReach finds the pages that no reader can come to. Two kinds are meant to
// be so: the page that a server shows for a wrong address, and old addresses.
func (c *crawl) checkReach() {
	err := fs.WalkDir(c.site, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") || name == "404.html" || c.pages[name] != nil {
			return err
		}
		data, err := fs.ReadFile(c.site, name)
		if err == nil && !isAlias(data) {
			c.t.Errorf("%s: no page leads here", name)
		}
		return err
	})
	if err != nil {
		c.t.Fatal(err)
	}
}

// isAlias tells the pages that only lead on to a new address.
func isAlias(page []byte) bool {
	return bytes.Contains(page, []byte(`http-equiv="refresh"`)) || bytes.Contains(page, []byte(`http-equiv=refresh`))
}
