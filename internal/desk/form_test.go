package desk

import (
	"html"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	inputForm  = regexp.MustCompile(`(?s)<input ([^>]*)>|<textarea ([^>]*)>\n(.*?)</textarea>|<select ([^>]*)>(.*?)</select>`)
	nameForm   = regexp.MustCompile(`\bname="([^"]*)"`)
	valueForm  = regexp.MustCompile(`\bvalue="([^"]*)"`)
	chosenForm = regexp.MustCompile(`<option value="([^"]*)" selected>`)
)

// sentBy gives what a browser sends for a form that nobody has touched.
func sentBy(page, action string) url.Values {
	values := url.Values{}
	_, rest, _ := strings.Cut(page, `action="`+Path+action+`"`)
	form, _, _ := strings.Cut(rest, "</form>")
	for _, m := range inputForm.FindAllStringSubmatch(form, -1) {
		attributes := m[1] + m[2] + m[4]
		name := nameForm.FindStringSubmatch(attributes)
		if name == nil {
			continue
		}
		value := ""
		switch {
		case m[2] != "":
			value = strings.ReplaceAll(m[3], "\n", "\r\n")
		case m[4] != "":
			if chosen := chosenForm.FindStringSubmatch(m[5]); chosen != nil {
				value = chosen[1]
			}
		case strings.Contains(attributes, `type="checkbox"`) && !strings.Contains(attributes, "checked"):
			continue
		default:
			if v := valueForm.FindStringSubmatch(attributes); v != nil {
				value = v[1]
			}
		}
		values.Add(html.UnescapeString(name[1]), html.UnescapeString(value))
	}
	return values
}

// TestFormTakesNothing: every page of the portal is shown in its form, and saving it as it
// stands there leaves each byte of the file.
func TestFormTakesNothing(t *testing.T) {
	b := newBench(t)
	pages, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(pages) < 60 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	pages = append(pages, "../../content/beranda.md")
	for _, from := range pages {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(filepath.ToSlash(from), "../../")
		b.put(name, string(data))
	}
	b.desk.current = sync.OnceValues(b.desk.current) // no file changes
	for _, from := range pages {
		name := strings.TrimPrefix(filepath.ToSlash(from), "../../")
		was := b.file(name)
		page, code := b.get(b.user, Path+"isian?berkas="+name)
		form := sentBy(page, "isian")
		if code != 200 || form.Get("f.judul") == "" || form.Get("badan") == "" {
			t.Errorf("%s: %d, %v", name, code, form)
			continue
		}
		b.post(b.user, "isian", form)
		if now := b.file(name); now != was {
			t.Errorf("%s is another file: %q", name, now[firstDifference(now, was):])
		}
	}
}

// firstDifference gives where two texts part.
func firstDifference(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// TestForm: what is changed in the form is changed in the file, and nothing else: notes,
// order and quotation marks stay.
func TestForm(t *testing.T) {
	b := newBench(t)
	const name = "content/panduan/biaya.md"
	b.put(name, `---
judul: "Biaya: resmi" # catatan
# tentang ringkasan
ringkasan: Biaya resmi.
untuk: [calon, pekerja]
disusun: 2026-11-01
sumber:
  - nama: Kemlu # lama
    alamat: https://kemlu.go.id
  - nama: Antara
peka: ya
---

Tanya dulu ke desa.
`)
	page, _ := b.get(b.user, Path+"isian?berkas="+name)
	form := sentBy(page, "isian")
	if form.Get("f.judul") != "Biaya: resmi" || form.Get("f.sumber.1.nama") != "Antara" || form.Get("f.peka") != "ya" || strings.Join(form["f.untuk"], " ") != "calon pekerja" {
		t.Fatalf("the form holds %v", form)
	}
	form.Set("f.judul", "Biaya: yang resmi")
	form["f.untuk"] = []string{"calon", "keluarga"}
	form.Set("f.urutan", "7")
	form.Set("f.tinjau", "180 hari")
	form.Set("f.sumber.1.tanggal", "2026-02")
	form.Set("f.sumber.2.nama", "KP2MI: daftar biaya")
	form.Set("f.sumber.2.alamat", "https://kp2mi.go.id")
	form.Del("f.peka")
	form.Set("badan", "Tanya ke desa.\r\n\r\nGratis.\r\n")
	page, _ = b.post(b.user, "isian", form)
	want := `---
judul: "Biaya: yang resmi" # catatan
# tentang ringkasan
ringkasan: Biaya resmi.
untuk: [calon, keluarga]
disusun: 2026-11-01
sumber:
  - nama: Kemlu # lama
    alamat: https://kemlu.go.id
  - nama: Antara
    tanggal: 2026-02
  - nama: "KP2MI: daftar biaya"
    alamat: https://kp2mi.go.id
urutan: 7
tinjau: 180 hari
---
Tanya ke desa.

Gratis.
`
	if got := b.file(name); got != want {
		t.Fatalf("the file is\n%s", got)
	}
	if !strings.Contains(page, "Sudah disimpan") || !strings.Contains(page, "isian?") && !strings.Contains(page, `action="`+Path+`isian"`) {
		t.Errorf("saved: %s", page)
	}

	// A row that was emptied goes.
	form = sentBy(page, "isian")
	for _, cell := range []string{"nama", "alamat", "tanggal"} {
		form.Set("f.sumber.0."+cell, "")
	}
	b.post(b.user, "isian", form)
	if got := b.file(name); strings.Contains(got, "Kemlu") || !strings.Contains(got, "- nama: Antara\n    tanggal: 2026-02\n  - nama: \"KP2MI") {
		t.Errorf("a source was taken away:\n%s", got)
	}

	// What is wrong with a field is told beside it, and what is wrong with the text at its line.
	page, _ = b.get(b.user, Path+"isian?berkas="+name)
	form = sentBy(page, "isian")
	form.Set("f.tinjau", "sebentar")
	form.Set("f.judul", "")
	form.Set("badan", "Baca\n\n[ini](tidak-ada.md).\n")
	page, _ = b.post(b.user, "isian", form)
	tinjau, _, _ := strings.Cut(page[strings.Index(page, `id="f.tinjau"`):], "</p>")
	if !strings.Contains(tinjau, "salahnya") || !strings.Contains(tinjau, `value="sebentar"`) || !strings.Contains(page, `href="#f.tinjau"`) || !strings.Contains(page, `data-baris="3"`) || !strings.Contains(page, "<details open>") {
		t.Errorf("faults: %s", page)
	}

	// A file whose front matter cannot be read is written as a whole.
	b.put(name, "---\njudul: [Biaya\n---\n\nIsi.\n")
	if page, _ := b.get(b.user, Path+"isian?berkas="+name); !strings.Contains(page, `action="`+Path+`tulis"`) || !strings.Contains(page, "judul: [Biaya") {
		t.Errorf("broken: %s", page)
	}
}

// TestFormTwoTabs: what another tab has written is not written over, and nothing is lost.
func TestFormTwoTabs(t *testing.T) {
	b := newBench(t)
	const name = "content/panduan/biaya.md"
	page, _ := b.get(b.user, Path+"isian?berkas="+name)
	one, two := sentBy(page, "isian"), sentBy(page, "isian")
	one.Set("badan", "Dari tab satu.\n")
	two.Set("f.judul", "Judul dari tab dua")
	two.Set("badan", "Dari tab dua.\n")
	b.post(b.user, "isian", one)
	page, _ = b.post(b.user, "isian", two)
	mine := fields(page, "tulis").Get("isi")
	if !strings.Contains(page, "Belum disimpan") || !strings.Contains(page, "Dari tab satu.") || !strings.Contains(mine, "Dari tab dua.") || !strings.Contains(mine, "judul: Judul dari tab dua") {
		t.Errorf("the conflict shows %s", page)
	}
	if text := b.file(name); !strings.Contains(text, "satu") || strings.Contains(text, "dua") {
		t.Errorf("the file holds %q", text)
	}
}

// TestReview: a draft is read by a second person before it is published, and the day stays.
func TestReview(t *testing.T) {
	b := newBench(t)
	const name = "content/panduan/biaya.md"
	b.put(name, strings.Replace(guide, "---\n\n", "draf: ya\n---\n\n", 1))
	state := func(to string) string {
		t.Helper()
		page, _ := b.get(b.user, Path+"isian?berkas="+name)
		form := fields(page, "keadaan")
		form.Set("jadi", to)
		page, code := b.post(b.user, "keadaan", form)
		if code != 200 {
			t.Fatalf("%s: %d %s", to, code, page)
		}
		return page
	}
	if page := state("siap"); !strings.Contains(page, "menunggu dibaca orang kedua") || !strings.Contains(b.file(name), "\nsiap: ya\n") {
		t.Errorf("ready: %s", b.file(name))
	}
	if list, _ := b.get(b.user, Path); !strings.Contains(list, "menunggu dibaca orang kedua") {
		t.Errorf("the list does not tell who waits: %s", list)
	}
	if page := state("dibaca"); !strings.Contains(page, "Orang kedua membacanya pada 2026-11-26") || strings.Contains(b.file(name), "siap") || !strings.Contains(b.file(name), "\ndraf: ya\n") {
		t.Errorf("read: %s", b.file(name))
	}
	if page := state("terbit"); !strings.Contains(page, "Halaman ini terbit.") || strings.Contains(b.file(name), "draf") || !strings.Contains(b.file(name), "\ndibaca: 2026-11-26\n") {
		t.Errorf("published: %s", b.file(name))
	}
}

// TestStates: the list tells of each page what has to be known of it: that it is due, hard to
// read, or heavy, and what was sent in and waits.
func TestStates(t *testing.T) {
	b := newBench(t)
	b.put("content/gaya.yaml", "sulit: 40\n")
	b.put("content/panduan/lama.md", strings.Replace(guide, "2026-11-01", "2026-01-01\ntinjau: 330 hari", 1))
	b.put("content/panduan/sulit.md", guide+"\nPenyelenggaraan pelindungan ketenagakerjaan berkesinambungan memerlukan pertimbangan.\n")
	var heavy strings.Builder
	for i := range 4000 {
		heavy.WriteString("\n\nKata" + strconv.Itoa(i*7919%10007) + " dan " + strconv.Itoa(i*104729%99991) + ".")
	}
	b.put("content/panduan/berat.md", guide+heavy.String()+"\n")
	b.desk.current = sync.OnceValues(b.desk.current)
	row := func(page, name string) string {
		rest, _, _ := strings.Cut(page[strings.LastIndex(page, "berkas=content%2fpanduan%2f"+name):], "</li>")
		return rest
	}
	page, _ := b.get(b.user, Path)
	for name, want := range map[string]string{"lama.md": "harus dicocokkan sebelum 2026-11-27", "sulit.md": "sulit dibaca"} {
		if !strings.Contains(row(page, name), want) {
			t.Errorf("%s is not %q: %s", name, want, row(page, name))
		}
	}
	if text := row(page, "biaya.md"); strings.Contains(text, "sulit") || strings.Contains(text, "harus") {
		t.Errorf("biaya.md: %s", text)
	}
	for end := time.Now().Add(20 * time.Second); !strings.Contains(row(page, "berat.md"), "berat</span>"); page, _ = b.get(b.user, Path) {
		if time.Now().After(end) {
			t.Fatalf("berat.md is not heavy: %s", row(page, "berat.md"))
		}
		time.Sleep(20 * time.Millisecond)
	}
	if strings.Contains(row(page, "biaya.md"), "berat") {
		t.Errorf("biaya.md is heavy: %s", row(page, "biaya.md"))
	}
	receive, _ := b.get(b.user, Path+"impor")
	form := fields(receive, "impor")
	form.Set("tempelan", "DESA: Ambulu\nTELEPON: 331421001\n")
	b.post(b.user, "impor", form)
	if page, _ := b.get(b.user, Path); !strings.Contains(page, "1 kiriman desa") {
		t.Error("what was sent in is not told")
	}
}
