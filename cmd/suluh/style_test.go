package main

import (
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestBrowserStyle opens every page: no rule that was left out of it fits an
// element that it has, or that its scripts have made.
func TestBrowserStyle(t *testing.T) {
	browser := startBrowser(t)
	dir := buildPortal(t)
	v := &visitor{t: t, tab: openTab(t, browser, &url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"})}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") || isAlias(readBytes(t, filepath.Join(dir, name))) {
			return err
		}
		v.open(name)
		sheet := "style.css"
		if strings.HasSuffix(name, "-poster.html") || strings.HasSuffix(name, "-kartu.html") {
			sheet = "paper.css"
		}
		v.missesNoRule(sheet)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// missesNoRule holds it for the page as it is now.
func (v *visitor) missesNoRule(sheet string) {
	v.t.Helper()
	if missed := v.ask(missedRules(v.t, sheet)); missed != "" {
		v.t.Errorf("%s misses the rules of %s", v.ask("location.pathname"), missed)
	}
}

// missedRules is an expression for the selectors of a stylesheet that fit an
// element of a page which does not have them. It gives nothing where there is
// no page of ours: after leaving, say.
func missedRules(t *testing.T, sheet string) string {
	t.Helper()
	whole := string(readBytes(t, filepath.Join("..", "..", "layouts", sheet)))
	return `(() => {
	if (!document.styleSheets.length) return "";
	// What an element is like for a moment, or a part of it, does not matter here.
	const lasting = selector => selector.replace(/::?(visited|focus|marker|after|details-content)\b/g, "") || "*";
	const selectors = rules => Array.from(rules).flatMap(rule =>
		rule.selectorText ? rule.selectorText.split(", ") : rule.cssRules ? selectors(rule.cssRules) : []);
	const all = new CSSStyleSheet();
	all.replaceSync(` + strconv.Quote(whole) + `);
	const has = new Set(selectors(document.styleSheets[0].cssRules));
	return selectors(all.cssRules).filter(s => !has.has(s) && document.querySelector(lasting(s))).join("; ");
})()`
}

func readBytes(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
