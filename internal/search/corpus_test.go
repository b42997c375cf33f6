package search_test

import (
	"bufio"
	"bytes"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"suluh"
	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/publish"
	"suluh/internal/search"
	"suluh/internal/site"
)

// portal is the real portal's search, in Indonesian.
type portal struct {
	docs  []search.Document
	keys  map[string]string // content key or address by path
	words search.Words

	questions []search.Question
}

// made are the pages that are made from several files.
var made = []string{"nomor-penting.html", "arti-kata.html", "desa/index.html"}

// kinds are what hits are called; the site has these words in layouts/bahasa.
var kinds = map[content.Kind]string{content.Home: "Halaman", content.Guide: "Panduan", content.Checklist: "Daftar periksa", content.Country: "Negara", content.Plain: "Halaman"}

// loadEdition is the real portal as it is published.
func loadEdition(t testing.TB) *publish.Edition {
	t.Helper()
	day := frontmatter.Date{}
	if err := day.UnmarshalText([]byte("2026-11-26")); err != nil {
		t.Fatal(err)
	}
	s, err := publish.Load(os.DirFS("../.."), publish.Options{Options: site.Options{Date: day}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func loadPortal(t testing.TB, lang string) *portal {
	t.Helper()
	p := &portal{keys: map[string]string{}}
	s := loadEdition(t)
	p.words, p.questions = s.SearchWords, s.Questions
	for _, page := range s.Pages {
		if page.Lang != lang || page.Meta.Menu == "tidak" { // as the site leaves them out: they are for editors
			continue
		}
		d := search.Document{Name: page.Key + ".md", Path: page.Path, Title: page.Meta.Title, Summary: page.Meta.Summary, Kind: kinds[page.Kind], Text: page.Doc.Text}
		for _, h := range page.Doc.Headings {
			d.Headings += h.Text + "\n"
		}
		p.docs = append(p.docs, d)
		p.keys[page.Path] = page.Key
	}
	for _, name := range made {
		if o, ok := s.Lookup(name); ok && lang == "id" {
			var w bytes.Buffer
			if err := o.Render(&w); err != nil {
				t.Fatal(err)
			}
			d := document(t, name, w.Bytes())
			d.Name = name
			switch name {
			case "arti-kata.html":
				d.Headings, d.Words, d.Text = "", d.Headings, "" // the words, but not as headings
			case "nomor-penting.html":
				d.Text = ""
			}
			p.docs = append(p.docs, d)
			p.keys[name] = name
		}
	}
	return p
}

// document takes a document out of a page's HTML.
func document(t testing.TB, name string, page []byte) search.Document {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	d := search.Document{Path: name, Kind: "Halaman"}
	var main *html.Node
	for n := range root.Descendants() {
		if n.Data == "main" {
			main = n
		}
	}
	for n := range main.Descendants() {
		switch {
		case n.Type == html.TextNode:
			d.Text += n.Data + "\n"
		case n.Data == "h1":
			d.Title = text(n)
		case len(text(n)) < 2: // a letter of the alphabet
		case n.Data == "h2" || n.Data == "h3" || n.Data == "dt" || isContact(n):
			d.Headings += text(n) + "\n"
		}
	}
	return d
}

// isContact tells the name of a contact, which the site takes as a heading.
func isContact(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
		return a.Key == "class" && slices.Contains(strings.Fields(a.Val), "kontak-nama")
	})
}

func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func (p *portal) index(t testing.TB) []byte {
	t.Helper()
	script, err := search.Index(p.docs, p.words, p.questions, nil)
	if err != nil {
		t.Fatal(err)
	}
	return script
}

// question is a line of a file of questions.
type question struct {
	query string
	pages []string
}

func questions(t testing.TB, file string) []question {
	t.Helper()
	var qs []question
	for _, fields := range table(t, file) {
		qs = append(qs, question{fields[0], strings.Split(fields[1], ",")})
	}
	return qs
}

// table reads the lines of a file of testdata: two fields with a tab between.
func table(t testing.TB, file string) [][2]string {
	t.Helper()
	data, err := os.ReadFile(path.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	var rows [][2]string
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		line := lines.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		first, second, found := strings.Cut(line, "\t")
		if !found {
			t.Fatalf("%s: no tab in %q", file, line)
		}
		rows = append(rows, [2]string{first, second})
	}
	return rows
}
