package publish

import (
	"bytes"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"suluh"
	"suluh/internal/compress"
	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/source"
)

// portalDay is the day on which the portal is tested: no page of it was checked
// later. It moves on with the newest "diperiksa" of content/ and villages/.
var portalDay = frontmatter.Date{Year: 2026, Month: 11, Day: 26}

// TestPortal crawls the real portal as it is built from content/: every link,
// picture, id, language and title of every page.
func TestPortal(t *testing.T) {
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: portalDay, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range s.Check() {
		if d.Severity() == source.Error {
			t.Errorf("%v", d)
		}
	}
	files := render(t, s)
	ids := map[string][]string{}
	pages := map[string]*html.Node{}
	for name, data := range files {
		if path.Ext(name) != ".html" {
			continue
		}
		root, err := html.Parse(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pages[name] = root
		each := elements(root)
		for _, n := range each {
			if id := attr(n, "id"); id != "" {
				if slices.Contains(ids[name], id) {
					t.Errorf("%s: the id %q stands twice", name, id)
				}
				ids[name] = append(ids[name], id)
			}
		}
		checkText(t, name, data)
		checkHead(t, name, each, s)
	}
	for name, root := range pages {
		for _, n := range elements(root) {
			for _, key := range []string{"href", "src"} {
				if target := attr(n, key); hasAttr(n, key) {
					checkTarget(t, name, target, files, ids)
				}
			}
			if n.Data == "img" && (attr(n, "alt") == "" || attr(n, "src") == "") {
				t.Errorf("%s: a picture without words", name)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: %s has %s, which the security policy blocks", name, n.Data, a.Key)
				}
			}
		}
	}
	for _, must := range []string{"index.html", "404.html", "nomor-penting.html", "arti-kata.html", "desa/index.html", "panduan/index.html", "langkah/index.html", "negara/index.html", "en/index.html", "en/nomor-penting.html"} {
		if files[must] == nil {
			t.Errorf("%s is not made", must)
		}
	}
	villages := 0
	for name := range files {
		if strings.HasPrefix(name, "desa/") && name != "desa/index.html" {
			villages++
		}
	}
	if villages < 12 {
		t.Errorf("%d village pages, want the twelve", villages)
	}
	for _, directory := range []string{"desa/index.html", "en/desa/index.html"} {
		for v := range s.Villages.All() {
			if link := `href="` + permalink.Relative(directory, permalink.Village(v)) + `"`; !bytes.Contains(files[directory], []byte(link)) {
				t.Errorf("%s does not list %s", directory, v.Name)
			}
		}
	}
}

// bad is what no page may hold: traces of templates and of escaping gone wrong.
var bad = []string{"ZgotmplZ", "<no value>", "%!", "{{", "}}", "&amp;amp;", "&amp;lt;", "\x02", "\x03", "\x04", ":::", "undefined", "{#"}

var directiveLeft = regexp.MustCompile(`:(kontak|desa|istilah)\[`)

func checkText(t *testing.T, name string, data []byte) {
	t.Helper()
	_, body, _ := bytes.Cut(data, []byte("<body"))
	for _, b := range bad {
		if bytes.Contains(body, []byte(b)) {
			t.Errorf("%s holds %q", name, b)
		}
	}
	if found := directiveLeft.Find(body); found != nil {
		t.Errorf("%s holds %q", name, found)
	}
}

// checkHead: one h1, a language, a neutral title.
func checkHead(t *testing.T, name string, each []*html.Node, s *Edition) {
	t.Helper()
	h1 := 0
	for _, n := range each {
		switch n.Data {
		case "h1":
			h1++
		case "html":
			want := content.SourceLang
			if first, _, nested := strings.Cut(name, "/"); nested && slices.Contains(s.Config.Languages, first) {
				want = first
			}
			if got := attr(n, "lang"); got != want {
				t.Errorf("%s has the language %q, want %q", name, got, want)
			}
		case "title":
			if n.FirstChild == nil || content.Telling(n.FirstChild.Data) != "" {
				t.Errorf("%s has a title that is empty or tells its topic", name)
			}
		}
	}
	if h1 != 1 {
		t.Errorf("%s has %d h1", name, h1)
	}
}

// checkTarget: a link leads to an output and its anchor, or outside.
func checkTarget(t *testing.T, from, target string, files map[string][]byte, ids map[string][]string) {
	t.Helper()
	for _, scheme := range []string{"https://", "http://", "tel:", "sms:", "mailto:"} {
		if strings.HasPrefix(target, scheme) {
			return
		}
	}
	name, fragment, _ := strings.Cut(target, "#")
	to := path.Join(path.Dir(from), name)
	if name == "" {
		to = from
	}
	switch {
	case target == "" || strings.HasPrefix(target, "/"):
		t.Errorf("%s links to %q", from, target)
	case files[to] == nil:
		t.Errorf("%s links to %s, which is not made", from, target)
	case strings.Contains(fragment, "="): // what a form is filled in with
	case fragment != "" && !slices.Contains(ids[to], fragment):
		t.Errorf("%s links to %s, which has no such anchor", from, target)
	}
}

func elements(root *html.Node) []*html.Node {
	var all []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			all = append(all, n)
		}
	}
	return all
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

// TestScriptIsLight: what every reader loads, in bytes of brotli.
func TestScriptIsLight(t *testing.T) {
	const most = 3000
	packed, err := compress.Brotli(load(t, os.DirFS("../.."), 2).Theme.Script.Data)
	if err != nil || len(packed) > most {
		t.Errorf("the script of all pages is %d bytes in brotli, %v; want %d at most", len(packed), err, most)
	}
}

// TestEnglishMarks: in an English page, a link of a list to a page in Indonesian says
// so, and countries have their English names.
func TestEnglishMarks(t *testing.T) {
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: portalDay, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	files := render(t, s)
	for name, words := range map[string][]string{
		"en/index.html":         {"Countries (in Indonesian)", "South Korea"},
		"en/negara/index.html":  {"Saudi Arabia</a> <span>in Indonesian</span>", "Cambodia and Myanmar"},
		"en/nomor-penting.html": {"Singapore", "Middle East"},
	} {
		for _, w := range words {
			if !bytes.Contains(files[name], []byte(w)) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
	}
	// A reader sees the words, and not the attribute. Names of villages are the same in
	// each language; countries stand below a heading that says it for all.
	link := regexp.MustCompile(`<a href="?([^" >]+)"? hreflang="?id"?[^>]*>(?:<span lang="?id"?>)?([^<]*(?:</span>[^<]*)?)</a>( <span>[^<]*in Indonesian[^<]*</span>)?`)
	titles := map[string]bool{} // that are read out in Indonesian
	for _, p := range s.Locales[0].Pages {
		if p.Meta.NameEN == "" {
			titles[p.ShortTitle(p.Lang)], titles[p.Meta.Title] = true, true
		}
	}
	spoken := 0
	for name, page := range files {
		if !strings.HasPrefix(name, "en/") || path.Ext(name) != ".html" {
			continue
		}
		for _, m := range link.FindAllSubmatch(page, -1) {
			to, text := string(m[1]), string(m[2])+string(m[3])
			if title, _, _ := strings.Cut(html.UnescapeString(string(m[2])), "<"); titles[title] {
				spoken++
				if !strings.Contains(strings.ReplaceAll(string(m[0]), "hreflang", ""), "lang=") {
					t.Errorf("%s: %q is read out as English", name, title)
				}
			}
			if !strings.Contains(text, "ndonesian") && !strings.Contains(to, "desa/") && !(name == "en/index.html" && (strings.Contains(to, "negara/") || strings.Contains(to, "n/"))) {
				t.Errorf("%s: the link %q to %s does not say that the page is in Indonesian", name, text, to)
			}
		}
	}
	if spoken < 20 {
		t.Errorf("%d titles in Indonesian on English pages", spoken)
	}
}

// TestFreeIsFree: no page says of a number of Indonesia as it is dialled from abroad, which
// is charged, that it is free.
func TestFreeIsFree(t *testing.T) {
	blocks, tags := regexp.MustCompile(`</?(p|li|ul|ol|div|dl|dt|dd|h[1-6]|details|summary|td|tr|section)\b[^>]*>`), regexp.MustCompile(`<[^>]*>`)
	charged := regexp.MustCompile(`[Gg]ratis[^.]{0,60}\+62 21 [0-9]+`)
	pages := 0
	for name, data := range render(t, load(t, os.DirFS("../.."), 2)) {
		if path.Ext(name) != ".html" {
			continue
		}
		pages++
		if said := charged.Find(tags.ReplaceAll(blocks.ReplaceAll(data, []byte(". ")), nil)); said != nil {
			t.Errorf("%s says %q", name, said)
		}
	}
	if pages < 100 {
		t.Errorf("%d pages", pages)
	}
}
