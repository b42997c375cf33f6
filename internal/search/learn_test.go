package search_test

import (
	"fmt"
	"slices"
	"testing"

	"suluh/internal/search"
)

// TestLearn: words of questions lead to the page that answers, though no page has them; what
// several pages share tells less than what one has; a page that nobody asks for is still found
// by its own words.
func TestLearn(t *testing.T) {
	docs := []search.Document{
		{Name: "sakit.md", Path: "sakit.html", Title: "Sakit di luar negeri", Summary: "Siapa yang membayar dokter.", Kind: "Panduan"},
		{Name: "gaji.md", Path: "gaji.html", Title: "Menagih hak", Summary: "Urutan mengadu.", Kind: "Panduan"},
		{Name: "kapal.md", Path: "kapal.html", Title: "Kerja di kapal", Summary: "Cek izin.", Kind: "Panduan", Text: "Pelaut membawa sijil."},
	}
	questions := []search.Question{
		{Pages: []string{"sakit.md"}, Typed: []string{"demam tinggi", "demam di pabrik", "muntah terus di pabrik"}},
		{Pages: []string{"gaji.md", "sakit.md"}, Typed: []string{"bos ngemplang"}},
		{Pages: []string{"gaji.md"}, Typed: []string{"pabrik nunggak"}},
		{Pages: []string{"tidak-ada.md"}, Typed: []string{"sesuatu"}},
	}
	ask := func(query string) (paths []string) {
		script, err := search.Index(docs, search.Words{Stop: []string{"di", "terus"}}, questions, nil)
		if err != nil {
			t.Fatal(err)
		}
		r, err := search.Open(script)
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range r.Search(query) {
			paths = append(paths, hit.Path)
		}
		return paths
	}
	for query, want := range map[string]string{
		"demam": "sakit.html", "demm": "sakit.html", "muntah di pabrik": "sakit.html", "ngemplang": "gaji.html", "nunggak": "gaji.html",
		"pelaut": "kapal.html", "sesuatu": "", "kerja di kapal": "kapal.html",
	} {
		got := ask(query)
		if first := append(got, "")[0]; first != want {
			t.Errorf("%q finds %v, want %q first", query, got, want)
		}
	}
	questions = nil
	if got := ask("ngemplang"); len(got) > 0 {
		t.Errorf("without questions, %v is found", got)
	}
}

// TestLearnInsteadOfTexts: where questions are many, texts are not listed, but the words that a
// page is to be found by are.
func TestLearnInsteadOfTexts(t *testing.T) {
	var docs []search.Document
	var questions []search.Question
	for i := range 40 {
		name := fmt.Sprintf("hal%d", i)
		docs = append(docs, search.Document{Name: name + ".md", Path: name + ".html", Title: "Judul " + name, Summary: "Ringkasan.", Kind: "Panduan", Headings: "Kepala\n", Text: "Kuitansi ada.", Words: "deportasi\n"})
		questions = append(questions, search.Question{Pages: []string{name + ".md"}, Typed: slices.Repeat([]string{fmt.Sprintf("istimewa%d", i)}, 10)})
	}
	for _, few := range []bool{false, true} {
		if few {
			questions = questions[1:]
		}
		script, err := search.Index(docs, search.Words{}, questions, nil)
		if err != nil {
			t.Fatal(err)
		}
		r, err := search.Open(script)
		if err != nil {
			t.Fatal(err)
		}
		for query, want := range map[string]bool{"kepala": few, "kuitansi": few, "deportasi": true, "istimewa7": true} {
			if got := len(r.Search(query)) > 0; got != want {
				t.Errorf("few questions: %t; %q is found: %t", few, query, got)
			}
		}
	}
}

// TestLearnFits: however many questions there are, the index takes no more room, and what
// many ask is still found.
func TestLearnFits(t *testing.T) {
	var docs []search.Document
	var questions []search.Question
	for i := range 40 {
		name := fmt.Sprintf("hal%d", i)
		docs = append(docs, search.Document{Name: name + ".md", Path: name + ".html", Title: "Judul", Summary: "Ringkasan.", Kind: "Panduan"})
		q := search.Question{Pages: []string{name + ".md"}}
		for j := range 300 {
			q.Typed = append(q.Typed, fmt.Sprintf("jarang%dx%d", i, j), fmt.Sprintf("sering%d", i))
		}
		questions = append(questions, q)
	}
	script, err := search.Index(docs, search.Words{}, questions, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(script) > 20_000 {
		t.Errorf("the index of %d questions has %d bytes", 40*300, len(script))
	}
	r, err := search.Open(script)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		if hits := r.Search(fmt.Sprintf("sering%d", i)); len(hits) == 0 || hits[0].Path != fmt.Sprintf("hal%d.html", i) {
			t.Errorf("what is asked of page %d finds %v", i, hits)
		}
	}
}
