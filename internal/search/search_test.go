package search_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"suluh/internal/search"
	"suluh/internal/source"
)

func open(t testing.TB, docs []search.Document, words search.Words) *search.Reader {
	t.Helper()
	script, err := search.Index(docs, words, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := search.Open(script)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func paths(hits []search.Hit) string {
	var list []string
	for _, h := range hits {
		list = append(list, h.Path)
	}
	return strings.Join(list, " ")
}

func TestSearch(t *testing.T) {
	docs := []search.Document{
		{Path: "biaya", Title: "Biaya kerja", Summary: "Apa yang gratis.", Kind: "Panduan", Text: "Minta kuitansi. Paspor gratis."},
		{Path: "paspor", Title: "Menjaga paspor", Summary: "Simpan sendiri.", Kind: "Panduan", Headings: "Paspor ditahan majikan\nPaspor hilang", Text: "Lapor."},
		{Path: "lapor", Title: "Cara lapor", Summary: "Menelepon itu gratis.", Kind: "Panduan", Headings: "Siapkan paspor", Text: "Majikan marah? Ada cara."},
		{Path: "malaysia", Title: "Bekerja di Malaysia", Summary: "Gaji dan libur.", Kind: "Negara", Text: "Majikan, gaji, kontrak."},
	}
	words := search.Words{
		Stop:  []string{"di", "dan", "apa", "yang", "itu", "tidak"},
		Same:  [][]string{{"majikan", "bos"}, {"tidak resmi", "gelap", "hilang"}},
		Typos: []search.Typo{{Typed: []string{"pasport"}, Meant: "paspor"}},
	}
	r := open(t, docs, words)
	for _, c := range []struct{ name, query, want string }{
		{"title before heading before body", "paspor", "paspor lapor biaya"},
		{"forms of a word", "pelaporan", "lapor paspor"},
		{"all words before some", "paspor majikan", "paspor lapor biaya malaysia"},
		{"di apart", "di tahan", "paspor"},
		{"di joined to a place", "dimalaysia", "malaysia"},
		{"synonym", "bos marah", "lapor paspor malaysia"},
		{"phrase with a stop word", "tidak resmi", "paspor"},
		{"misspelling by data", "pasport hilang", "paspor lapor biaya"},
		{"one letter away", "malasyia", "malaysia"},
		{"beginning of a word", "mala", "malaysia"},
		{"a synonym one letter away", "boss", "paspor lapor malaysia"},
		{"stop words alone", "apa itu", ""},
		{"unknown", "xyzzy", ""},
		{"unknown words beside known ones", "xyzzy malaysia", "malaysia"},
		{"nothing", "", ""},
	} {
		if got := paths(r.Search(c.query)); got != c.want {
			t.Errorf("%s: %q finds %q, want %q", c.name, c.query, got, c.want)
		}
	}
	want := search.Hit{Path: "malaysia", Title: "Bekerja di Malaysia", Summary: "Gaji dan libur.", Kind: "Negara"}
	got := r.Search("malaysia")[0]
	if got.Rank = 0; got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// A heading that each page of a kind has tells nothing about one of them.
func TestUsualHeadings(t *testing.T) {
	docs := []search.Document{{Path: "masalah", Title: "Masalah", Kind: "Panduan", Headings: "Gaji"}}
	for _, country := range strings.Fields("brunei jepang korea malaysia oman qatar taiwan kuwait") {
		docs = append(docs, search.Document{Path: country, Title: country, Kind: "Negara", Headings: "Gaji", Text: "Bayar tepat waktu."})
	}
	r := open(t, docs, search.Words{})
	if got := r.Search("gaji dibayar"); len(got) != len(docs) {
		t.Errorf("found %d of %d documents", len(got), len(docs))
	}
	if got := r.Search("gaji")[0].Path; got != "masalah" {
		t.Errorf("gaji finds %s first, want masalah", got)
	}
}

func TestIndexIsAScriptAndAlwaysTheSame(t *testing.T) {
	docs := []search.Document{{Path: "a", Title: `"Kutip" </script> & ` + "\u2028", Kind: "K"}, {Path: "b", Title: "Dua", Kind: "L", Text: "satu dua tiga empat lima"}}
	words := search.Words{Typos: []search.Typo{{Typed: []string{"stu", "sto"}, Meant: "satu"}, {Typed: []string{"da"}, Meant: "dua"}}}
	first, err := search.Index(docs, words, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		if again, _ := search.Index(docs, words, nil, nil); !bytes.Equal(first, again) {
			t.Fatal("the same documents gave another index")
		}
	}
	if bytes.ContainsRune(first, '\u2028') {
		t.Error("a line separator stands in the script")
	}
	if _, err := search.Open([]byte("var x={};")); err == nil {
		t.Error("a script that is no index was read")
	}
}

func TestNoDocuments(t *testing.T) {
	if hits := open(t, nil, search.Words{}).Search("paspor"); len(hits) > 0 {
		t.Errorf("got %v", hits)
	}
}

func TestParseWords(t *testing.T) {
	f, _ := source.New("content/cari.yaml", []byte(`
padanan:
  - [gaji, upah]
  - [honor, digaji]
ejaan:
  - {ditulis: [pasport, upah], maksud: paspor}
`))
	_, faults := search.ParseWords(f)
	var got []string
	for _, d := range faults {
		got = append(got, strings.Join([]string{string(d.Code), d.Text}, " "))
	}
	want := []string{"DATA20   - [honor, digaji]", "DATA20   - {ditulis: [pasport, upah], maksud: paspor}"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// FuzzSearch compares with a plain scan: each word of a document finds exactly
// the documents that hold the word, or all where half of them do.
func FuzzSearch(f *testing.F) {
	f.Add("Gaji tidak dibayar", "Paspor ditahan majikan", "e-PMI dan G to G\n129", "hilang hilangkan kehilangan", 3)
	f.Add("a", "aa ab", "zz z", "", 7)
	f.Add("tolong saya", "disekap\u2028diculik", "gk dikasih makan </script>", "Ma'rang Regapu’u 110", 1)
	f.Add("kekekeke pepepean nyanyanya", "İ ḍâri", "\ufffd", "mempertanggungjawabkan", 2)
	f.Fuzz(func(t *testing.T, a, b, c, d string, more int) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) || !utf8.ValidString(c) || !utf8.ValidString(d) {
			return // no source file is like that, and the index could not hold it
		}
		docs := []search.Document{{Title: a, Summary: b, Headings: c, Text: d}, {Title: b, Headings: d, Text: a}, {Summary: d, Text: c}}
		for range more % 8 {
			docs = append(docs, search.Document{})
		}
		docs = append(docs, search.Document{Text: a + "\n" + d})
		for i := range docs {
			docs[i].Path = string(rune('A' + i))
		}
		if len(a)+len(b)+len(c)+len(d) > 400 {
			return // the scan is slow, and each root is a question
		}
		holding := map[string][]string{} // of each root the documents
		for _, doc := range docs {
			line := strings.NewReplacer("\n", " ") // titles and summaries are one
			for _, root := range roots(line.Replace(doc.Title), line.Replace(doc.Summary), doc.Headings, doc.Text) {
				if paths := holding[root]; len(paths) == 0 || paths[len(paths)-1] != doc.Path {
					holding[root] = append(paths, doc.Path)
				}
			}
		}
		r := open(t, docs, search.Words{})
		for root, want := range holding {
			if search.Stem(root) != root {
				continue // not a word that could be typed for this root
			}
			if search.IsCommon(len(want), len(docs)) {
				want = nil // which documents hold it is not kept
				for _, doc := range docs {
					want = append(want, doc.Path)
				}
			}
			got := strings.Fields(paths(r.Search(root)))
			if slices.Sort(got); !slices.Equal(got, want) {
				t.Errorf("%q finds %q, want %q", root, got, want)
			}
		}
	})
}

// roots is the plain scan: line by line.
func roots(texts ...string) []string {
	var all []string
	for _, text := range texts {
		for line := range strings.Lines(text) {
			all = append(all, search.Stems(line)...)
		}
	}
	return all
}

func BenchmarkIndex(b *testing.B) {
	p := loadPortal(b, "id")
	for b.Loop() {
		p.index(b)
	}
}

func BenchmarkSearch(b *testing.B) {
	p := loadPortal(b, "id")
	r, err := search.Open(p.index(b))
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r.Search("pasport saya di tahan bos")
	}
}
