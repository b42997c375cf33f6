package publish

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"suluh"
	"suluh/internal/site"
	"suluh/internal/source"
)

// small loads a site of these files. Its theme is read once, for all runs of a
// fuzz target: that takes most of the time of a Load. So is what readers save
// weighed, which takes three quarters of a run and depends on no text.
func small(f *testing.F, files map[string]string) *Edition {
	f.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := Load(fsys, Options{Options: site.Options{Date: today, Jobs: 1}, Theme: suluh.Theme, Preview: true})
	if err != nil {
		f.Fatal(err)
	}
	return s
}

// with gives the site with these files beside its own, or in their place.
func with(t *testing.T, s *Edition, files map[string]string) *Edition {
	t.Helper()
	fsys := maps.Clone(s.Files().(fstest.MapFS))
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	own, err := site.Load(fsys, s.opt.Options)
	if err != nil {
		t.Fatal(err)
	}
	return newEdition(own, s.Theme, s.opt, s)
}

// holds renders what a site makes of its files, and says which promise is
// broken: every output renders, whatever is wrong with the files; two have one
// path only when that is told; and each is [clean].
func holds(t *testing.T, s *Edition) {
	t.Helper()
	paths := map[string]bool{}
	var out bytes.Buffer
	for o := range s.Outputs() {
		if paths[o.Path] && !s.Check().HasErrors() {
			t.Fatalf("%s is made twice, and nothing is said", o.Path)
		}
		paths[o.Path] = true
		out.Reset()
		if o.Layout == nil && path.Ext(o.Path) != ".vcf" && o.Path != "cari-indeks.js" {
			continue // the theme's own, the same in every run
		}
		if err := o.Render(&out); err != nil {
			refused(t, o.Path, err)
			continue
		}
		clean(t, o.Path, out.Bytes())
	}
}

// refused fails unless an output is not made for a fault of a file, which the
// editor is told.
func refused(t *testing.T, name string, err error) {
	t.Helper()
	var d *source.Diagnostic
	if !errors.As(err, &d) || d.Code == source.TemplateBroken {
		t.Fatalf("%s is not made: %v", name, err)
	}
}

// clean fails when something in an output steers the terminal or the direction of
// writing, or a placeholder or value is left unfilled.
func clean(t *testing.T, name string, made []byte) {
	t.Helper()
	if !utf8.Valid(made) {
		t.Fatalf("%s is no text: %q", name, made)
	}
	if path.Ext(name) == ".vcf" {
		made = bytes.ReplaceAll(made, []byte("\r\n"), []byte("\n"))
	}
	if i := bytes.IndexFunc(made, steers); i >= 0 {
		t.Fatalf("%s holds %q", name, around(made, i))
	}
	if i := unfilled(made); i >= 0 && path.Ext(name) == ".html" {
		t.Fatalf("%s is not filled: %q", name, around(made, i))
	}
}

// inTheFile fails when something is told of a line that a text does not have.
func inTheFile(t *testing.T, text string, faults source.List) {
	t.Helper()
	for _, d := range faults {
		if d.Line > strings.Count(text, "\n")+strings.Count(text, "\r")+1 {
			t.Fatalf("%v lies behind the end of %q", d, text)
		}
	}
}

// unfilled finds what templates and formats write in the place of a value; -1 when
// there is none. A single regular expression for it took two thirds of a run.
func unfilled(made []byte) int {
	for _, mark := range []string{"ZgotmplZ", "<no value>", "%!("} {
		if i := bytes.Index(made, []byte(mark)); i >= 0 {
			return i
		}
	}
	for at := 0; ; at++ {
		i := bytes.Index(made[at:], []byte("%!"))
		if i < 0 {
			return -1
		}
		at += i
		if rest := made[at+2:]; len(rest) > 1 && rest[0] < utf8.RuneSelf && (unicode.IsLetter(rune(rest[0])) || rest[0] == '_') && rest[1] == '(' {
			return at
		}
	}
}

// around gives what stands at an offset of an output.
func around(data []byte, i int) []byte { return data[max(0, i-80):min(len(data), i+80)] }

// steers tells whether a sign is none for readers: a mark of a placeholder, a command to
// a terminal, one that turns the direction of writing.
func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

const oddVillage = "---\nnama: \"Uji\\u0001\\u0002\"\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\n" +
	"kantor:\n  alamat: \"Jl. A\\rTEL;TYPE=CELL:+6289999999999\"\n  lintang: NaN\n  bujur: 1e308\n  petunjuk: WA Bu Siti 0899-8888-7777 (pribadi)\n" +
	"kontak:\n  - {peran: K, telepon: 62811000000}\n  - {peran: L, telepon: (0331) 421000 – 34, wa: 852 6123 4567}\n  - {peran: HP pribadi, wa: 0812-0000-0011, pribadi: !!null \"ya\", izin: 0001}\n---\n&#2;0&#3; :::awas\n"

// FuzzLoad: whatever is typed into the files, the site loads, says what is wrong,
// and still renders every page: serve shows it all the same. A run makes a whole
// site, some hundreds a second; FuzzPage and FuzzVillage look at the outputs of one file.
func FuzzLoad(f *testing.F) {
	read := func(name string) string {
		data, err := os.ReadFile("testdata/golden/site/" + name)
		if err != nil {
			f.Fatal(err)
		}
		return string(data)
	}
	situs, beranda := base["content/situs.yaml"], base["content/beranda.md"]
	f.Add(situs, beranda, read("content/kontak.yaml"), read("villages/ambulu.md"))
	f.Add("nama_tab: \"Buku\n", "---\n---\n", "- id: a\n- b\n", "---\nkontak: x\n---\n")
	f.Add("bahasa: [en]\nutama: [a]\n", "---\nsituasi: [{ke: x}]\nsumber: [1]\n---\n:kontak[x] [a](#b)\n", "x: y\n", "---\njam: 1\nkemungkinan: x\n---\n")
	f.Add("nama: \"a\\x02\"\nnama_tab: sha256-style\nbahasa: [id]\nkeluar: https://migrantcare.net@evil.example/\n", "---\njudul: sha256-style\nringkasan: \"\\u202eA\"\ndiperiksa: 2062-11-01\n---\nHalo &#2;-1&#3;\n", "- id: a\n  nama: \"\\u0085\"\n  telepon: 8120000000\n", oddVillage)
	site := small(f, base)
	f.Fuzz(func(t *testing.T, situs, beranda, kontak, desa string) {
		holds(t, with(t, site, map[string]string{"content/situs.yaml": situs, "content/beranda.md": beranda, "content/kontak.yaml": kontak, "villages/ambulu.md": desa}))
	})
}

// FuzzPage: whatever stands in a page, what the site makes of it is [clean], and
// what it says is said of a line that the page has. The rest of the site stays as it is.
func FuzzPage(f *testing.F) {
	head := "---\njudul: Biaya\nringkasan: Biaya.\ndiperiksa: 2026-11-01\n---\n"
	for _, text := range []string{
		"Halo &#2;-1&#3;", "[a](https://example.org) &#2;0&#3;", ":::awas Judul\n:::lapor\n- [ ] KTP\n- [ ] KTP\n:::\n:::", "Teks **tebal &#4; y** akhir", "&#2;99999999999999999999&#3; &#27;[31m &#x202e;",
		"```&#2;0&#3;\n[a](<https://x.example/ onmouseover=alert(1) y>)\n```", "## Bagikan\n## Dengar\n## Isi {#kosong}\n## A {#x\"onclick=a()}\n", "[x](com.evil.app://bayar) ![a](tel:1) [y](tel:*21*0899#)",
		"[Lihat :istilah[P3MI] di sini](beranda.md) :kontak[a] ::kontak[a]\n", "| a | b |\n|---|\n| :kontak[a] |\n", "[x](https://contoh.id/?a=1&amp;b=2) [y](http:/x) [z](<apa itu?.md>)", "~~~\n:::awas\n", "- [ ] a {#a}\n  > dari: :kontak[a]\n",
	} {
		f.Add(head + text)
	}
	f.Add("---\njudul: <script>\nringkasan: \"\\x02\"\nalias: [\"\", \"a\\nb\", desa/ambulu-poster]\nalamat: ../../x\nsumber: [&a x, *a]\nberakhir: 2026-01-01\nterbit: 2027-01-01\n---\nA")
	site := small(f, map[string]string{
		"content/situs.yaml":  "nama: Coba\nnama_tab: Buku\nbahasa: [id]\nkeluar: https://example.org/\n",
		"content/beranda.md":  base["content/beranda.md"],
		"content/kontak.yaml": "- id: a\n  nama: Kantor A\n  kelompok: nasional\n  nomor: [{nomor: (0331) 421000, jenis: tetap}]\n  status: pasti\n  diperiksa: 2026-11-01\n  sumber: [{nama: Uji}]\n",
	})
	if site.Check().HasErrors() {
		f.Fatal(site.Check())
	}
	f.Fuzz(func(t *testing.T, text string) {
		fromFile(t, site, "content/panduan/biaya.md", text)
	})
}

// FuzzVillage: the same for the file of a village, with the contact to keep.
func FuzzVillage(f *testing.F) {
	data, err := os.ReadFile("testdata/golden/site/villages/ambulu.md")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(oddVillage)
	f.Add("---\njam: 1\nkemungkinan: x\n---\n")
	site := small(f, map[string]string{"content/situs.yaml": base["content/situs.yaml"], "content/beranda.md": base["content/beranda.md"]})
	f.Fuzz(func(t *testing.T, text string) {
		fromFile(t, site, "villages/ambulu.md", text)
	})
}

// fromFile gives a site a file, and looks at what it makes of it and says of it.
func fromFile(t *testing.T, s *Edition, name, text string) {
	t.Helper()
	now := with(t, s, map[string]string{name: text})
	for o := range now.Outputs() {
		if o.From != name {
			continue
		}
		data, err := o.Bytes()
		if err != nil {
			refused(t, o.Path, err)
			continue
		}
		clean(t, o.Path, data)
	}
	inTheFile(t, text, slices.DeleteFunc(slices.Clone(now.Check()), func(d *source.Diagnostic) bool { return d.Name != name }))
}
