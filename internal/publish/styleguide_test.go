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

// TestPlainRules: each rule of plain Indonesian is told at its place, and what only looks
// like a fault is not.
func TestPlainRules(t *testing.T) {
	const guideText = "paragraf_terpanjang: 3\nbagian_terpanjang: 12\njudul_terpanjang: 4\nhalaman_terpanjang: 60\nsulit: 40\n" +
		"pasif: {paling_banyak: 40, bukan: [dinas]}\ndi: {dipisah: [rumah], disambung: [tulis, kirim]}\ntautan_kabur: [di sini]\n"
	for _, tt := range []struct{ text, want string }{
		{"Satu. Dua. Tiga. Empat.", "6:1 TEXT53 4"},
		{"Satu. Dua. Tiga.", ""},
		{"Rp1.500 itu no. 3. Buka www.a.id. Tiga.", ""}, // points inside of words
		{"- Satu. Dua. Tiga. Empat.", ""},               // an item
		{"## Judul yang panjangnya lima kata\n\nIsi.", "6:4 TEXT55 5"},
		{"## Judul empat kata saja\n\nIsi.", ""},
		{"## Judul\n\n" + strings.Repeat("kata ", 12), "6:4 TEXT54 13"},
		{"## Judul\n\n" + strings.Repeat("kata ", 11), ""},
		{strings.Repeat("Satu dua tiga empat lima.\n\n", 13), "2:8 TEXT56 65"},
		{"Penyelenggaraan pelindungan ketenagakerjaan berkesinambungan memerlukan pertimbangan.", "2:8 TEXT57 106"},
		{strings.Repeat("Surat dikirim.\n\n", 6) + strings.Repeat("Dinas kirim.\n\n", 6), "2:8 TEXT58 50"},
		{strings.Repeat("Surat dikirim.\n\n", 4) + strings.Repeat("Dinas kirim.\n\n", 8), ""},
		{"Pulang dirumah saja.", "6:8 TEXT59 dirumah"},
		{"Pulang di rumah saja. Perumahan dirumahkan.", ""},
		{"Baca [ini](https://dirumah.example/dirumah).", ""},
		{"Nama di tulis. Surat di kirimkan.", "6:6 TEXT60 di tulis, 6:22 TEXT60 di kirimkan"},
		{"Nama ditulis di surat kirim.", ""},
		{":::jangan\n- Bayar calo.\n- Jangan titip KTP.\n:::", "7:3 TEXT61 Bayar calo."},
		{":::boleh\n- Bayar resmi.\n:::\n\n- Bayar lagi.", ""},
		{"Klik [di sini](a.md).", "6:7 TEXT62 di sini"},
		{"[Biaya](a.md), [Biaya](a.md), [biaya](../halaman/b.md).", "6:32 TEXT63 biaya"},
	} {
		files := guide(tt.text + "\n")
		files[content.StyleGuideFile] = guideText
		files["content/halaman/b.md"] = "---\njudul: B\nringkasan: Pendek.\n---\nIsi.\n"
		s, err := Load(smallSite(files), Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range s.Wording() {
			got = append(got, fmt.Sprintf("%d:%d %s %v", d.Line, d.Col, d.Code, d.Args[0]))
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%q: got %s, want %s", tt.text, strings.Join(got, ", "), tt.want)
		}
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
	told := s.Wording()
	for _, d := range told {
		t.Errorf("%s %s %v", d.Place(), d.Code, d.Args)
	}
	var all markdown.Reading
	for _, p := range s.Pages {
		r := p.Doc.Reading()
		all.Words, all.Sentences = all.Words+r.Words, all.Sentences+r.Sentences
		if r.PerSentence() > 12 || r.LIX() > 40 {
			t.Errorf("%s: %.1f words a sentence, LIX %.1f; at most 12 and 40", p.File, r.PerSentence(), r.LIX())
		}
	}
	// Everything that is told of the portal's text is a fault of it or a false alarm: none of
	// so many sentences, where one in twenty may be.
	t.Logf("%d alarms in %d sentences of %d pages", len(told), all.Sentences, len(s.Pages))
	if len(told)*20 > all.Sentences || all.Sentences < 5000 {
		t.Errorf("%d alarms in %d sentences", len(told), all.Sentences)
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
