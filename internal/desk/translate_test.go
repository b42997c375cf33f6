package desk

import (
	"html"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestTranslation: a translation begins as a draft beside its original, with the original's
// text in sight.
func TestTranslation(t *testing.T) {
	b := newBench(t)
	b.put("content/situs.yaml", strings.Replace(setup, "[id]", "[id, en]", 1))
	page, _ := b.get(b.user, Path+"tulis?berkas=content/panduan/biaya.md")
	form := fields(page, "terjemah")
	form.Set("bahasa", "en")
	page, code := b.post(b.user, "terjemah", form)
	if code != 200 || !strings.Contains(page, "Tanya dulu ke desa.") || !strings.Contains(page, "Belum diterjemahkan") || !strings.Contains(b.file("content/panduan/biaya.en.md"), "draf: ya") {
		t.Fatalf("%d %s", code, page)
	}
	for _, lang := range []string{"en", "zz", "../x", ""} {
		form.Set("bahasa", lang)
		if _, code := b.post(b.user, "terjemah", form); code == 200 {
			t.Errorf("a translation into %q is begun", lang)
		}
	}
}

// TestTranslationParts: a translation is written part by part beside its original; what the
// original says otherwise since then is told, and nothing else; a text whose parts are not
// known is paired.
func TestTranslationParts(t *testing.T) {
	b := newBench(t)
	const name, original = "content/panduan/biaya.en.md", "content/panduan/biaya.md"
	b.put("content/situs.yaml", strings.Replace(setup, "[id]", "[id, en]", 1))
	b.put("content/beranda.en.md", home)
	b.put("content/kontak.yaml", "- id: kp2mi\n  nama: KP2MI\n  kelompok: nasional\n  status: kosong\n")
	b.put(original, guide+"\n## Dua\n\nTiga.\n\nEmpat.\n\n:kontak[kp2mi]\n")
	page, _ := b.get(b.user, Path+"isian?berkas="+original)
	form := fields(page, "terjemah")
	form.Set("bahasa", "en")
	b.post(b.user, "terjemah", form)
	parts := func() (string, url.Values) {
		t.Helper()
		page, code := b.get(b.user, Path+"terjemahan?berkas="+name)
		if code != 200 {
			t.Fatalf("%d %s", code, page)
		}
		form := fields(page, "terjemahan")
		for _, m := range regexp.MustCompile(`(?s)<textarea id="bagian[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>`).FindAllStringSubmatch(page, -1) {
			form.Set(m[1], html.UnescapeString(m[2]))
		}
		return page, form
	}
	page, form = parts()
	if !strings.Contains(page, "5 bagian belum sama") || form.Get("bagian.1") != "" || form.Get("bagian.4") != ":kontak[kp2mi]" {
		t.Fatalf("begun: %v %s", form, page)
	}
	for n, text := range []string{"Ask the village first.", "## Two", "Three.", "Four."} {
		form.Set("bagian."+strconv.Itoa(n), text)
	}
	b.post(b.user, "terjemahan", form)
	if text := b.file(name); !strings.HasSuffix(text, "---\nAsk the village first.\n\n## Two\n\nThree.\n\nFour.\n\n:kontak[kp2mi]\n") || !strings.Contains(text, "\nasal: [") {
		t.Fatalf("%q", text)
	}

	// The original changes: one part says something else, one is new, one is gone.
	b.put(original, guide+"\n## Dua\n\nTiga lagi.\n\nLima.\n\nEmpat.\n\n:kontak[kp2mi]\n")
	page, form = parts()
	if !strings.Contains(page, "2 bagian belum sama") || form.Get("bagian.2") != "Three." || form.Get("bagian.3") != "" || form.Get("bagian.4") != "Four." {
		t.Fatalf("changed: %v %s", form, page)
	}
	b.post(b.user, "terjemahan", form) // saved without a change: still behind
	if page, _ = parts(); !strings.Contains(page, "2 bagian belum sama") {
		t.Errorf("saving alone makes a translation right: %s", page)
	}
	state := fields(page, "keadaan")
	state.Set("jadi", "terbit")
	b.post(b.user, "keadaan", state)
	if list, _ := b.get(b.user, Path); !strings.Contains(list, "2 bagian terjemahan tertinggal") {
		t.Errorf("the list does not tell: %s", list)
	}
	page, form = parts()
	if !strings.Contains(page, "SITE22") {
		t.Errorf("the check does not tell: %s", page)
	}
	form.Set("sesuai.2", "ya")
	form.Set("bagian.3", "Five.")
	b.post(b.user, "terjemahan", form)
	if page, _ = parts(); !strings.Contains(page, "Semua bagian sesuai") || !strings.Contains(b.file(name), "Three.\n\nFive.\n\nFour.\n\n:kontak[kp2mi]\n") {
		t.Errorf("mended: %s %s", b.file(name), page)
	}

	// Written elsewhere: the parts are paired when there are as many.
	b.put(name, guide+"\n## Two\n")
	page, _ = parts()
	form = fields(page, "terjemahan")
	if !strings.Contains(page, "belum dipasangkan") {
		t.Fatalf("not known: %s", page)
	}
	form.Set("utuh", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n:kontak[kp2mi]\n")
	b.post(b.user, "terjemahan", form)
	if page, _ = parts(); !strings.Contains(page, "Semua bagian sesuai") {
		t.Errorf("paired: %s", page)
	}

	// Two tabs.
	_, one := parts()
	_, two := parts()
	one.Set("bagian.0", "Tab one.")
	two.Set("bagian.0", "Tab two.")
	b.post(b.user, "terjemahan", one)
	page, _ = b.post(b.user, "terjemahan", two)
	if !strings.Contains(page, "Belum disimpan") || !strings.Contains(page, "Tab one.") || !strings.Contains(page, "Tab two.") || strings.Contains(b.file(name), "Tab two.") {
		t.Errorf("the second tab: %s", page)
	}
}
