package publish

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/site"
)

// TestReading: phrases of the style guide are found where they stand, whole words
// only, in texts and in the data, and not in names of sources; so are long sentences
// and pages of many abbreviations, but those of editors.
func TestReading(t *testing.T) {
	files := guide("Kalau buntu, telepon. Kalau Buntu. Kebuntuan biasa.\n\nLihat laman itu, bukan halaman lain.\n")
	files[content.StyleGuideFile] = "kalimat_terpanjang: 7\nsingkatan: {paling_banyak: 2, dikenal: [KTP]}\nganti:\n  - {ditulis: [kalau buntu], pakai: kalau bingung}\n  - {ditulis: [laman], pakai: situs}\n"
	files["content/istilah.yaml"] = "- kata: P3MI\n  arti: Lihat laman ini.\n"
	files["content/panduan/b.md"] = "---\njudul: B\nringkasan: Di laman lain.\nsumber:\n  - nama: Laman resmi\n---\nIsi.\n"
	files["content/panduan/c.md"] = "---\njudul: C\nringkasan: Pendek.\n---\nSatu dua tiga empat lima enam tujuh.\n\nKata **lain** dulu. Satu dua tiga empat lima enam tujuh delapan: selesai. Bawa KTP, E-PMI dan RM1.500. Kalau P3MI.\n"
	files["content/panduan/d.md"] = "---\njudul: D\nringkasan: Pendek.\n---\nP3MI, P4MI, E-PMI, P3MI.\n"
	files["content/panduan/e.md"] = "---\njudul: E\nringkasan: Pendek.\nmenu: tidak\n---\nP3MI, P4MI, E-PMI, P3MI.\n"
	s, err := Load(smallSite(files), Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range s.Wording() {
		got = append(got, fmt.Sprintf("%s%v", d.Place(), d.Args[1]))
	}
	want := "content/istilah.yaml:2:15: situs, content/panduan/a.md:6:1: kalau bingung, content/panduan/a.md:6:23: kalau bingung, content/panduan/a.md:8:7: situs, content/panduan/b.md:3:15: situs, content/panduan/c.md:7:21: 7, content/panduan/d.md:2:8: E-PMI, P3MI, P4MI"
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}

// TestPortalReads: the portal's own texts are easy by the figures of LIX, they hold
// no phrase that its editors agreed to replace, and its list of refused sources refuses: an address that was published
// once is known in each of its forms, and an address of the same paper is not.
func TestPortalReads(t *testing.T) {
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range s.Wording() {
		t.Errorf("%s %v", d.Place(), d.Args)
	}
	var all markdown.Reading
	for _, p := range s.Pages {
		r := p.Doc.Reading()
		all.Words, all.Sentences = all.Words+r.Words, all.Sentences+r.Sentences
		if r.PerSentence() > 12 || r.LIX() > 40 {
			t.Errorf("%s: %.1f words a sentence, LIX %.1f; at most 12 and 40", p.File, r.PerSentence(), r.LIX())
		}
	}
	if mean := all.PerSentence(); mean < 6 || mean > 12 {
		t.Errorf("%.2f words a sentence, want 6 to 12", mean)
	}
	if s.StyleGuide == nil || len(s.StyleGuide.Refused) < 3 {
		t.Fatal("the portal refuses no sources")
	}
	key := content.RefusedKey("jatim.antaranews.com", "254"+"814")
	if !strings.Contains(strings.Join(s.StyleGuide.Refused, " "), key) {
		t.Errorf("%s is not refused", key)
	}
	for address, want := range map[string]bool{
		"https://jatim.antaranews.com/amp/berita/254" + "814":        true,
		"https://www.antaranews.com/berita/254" + "814/judul-berita": true,
		"https://jatim.antaranews.com/amp/berita/861538":             false,
		"https://newsindonesia.co.id/?p=21" + "358":                  true,
		"https://newsindonesia.co.id/?p=21357":                       false,
		"https://newsindonesia.co.id/?utm=1&p=21" + "358&x=2":        true,
		"https://lain.example/berita/254" + "814":                    false,
	} {
		if got := s.StyleGuide.Refuses(address); got != want {
			t.Errorf("%s: refused %t", address, got)
		}
	}
}
