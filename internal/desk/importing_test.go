package desk

import (
	"bytes"
	"html"
	"mime/multipart"
	"regexp"
	"strings"
	"testing"
)

// TestImport: a sheet is shown, a question is answered, and what is certain is written.
func TestImport(t *testing.T) {
	b := newBench(t)
	page, _ := b.get(b.user, Path+"impor")
	key := fields(page, "impor").Get("formulir")
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("formulir", key)
	part, err := form.CreateFormFile("lembar", "desa.csv")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte("Desa,Kecamatan,Telepon\nAmbulu,Ambulu,(0331) 421001\nKarang Anyarr,Ambulu,(0331) 421002\n"))
	_ = form.Close()
	resp, err := b.user.Post(b.url+Path+"impor", form.FormDataContentType(), &body)
	page, code := b.read(resp, err)
	if code != 200 || !strings.Contains(page, "421001") || !strings.Contains(page, "Pertanyaan") {
		t.Fatalf("%d %s", code, page)
	}
	if strings.Contains(b.file("villages/ambulu.md"), "421001") {
		t.Error("written before it was asked for")
	}
	answers := fields(page, "impor")
	field := regexp.MustCompile(`<input name="(jawab-[^"]*)"`).FindStringSubmatch(page)
	if field == nil {
		t.Fatalf("no field to answer in: %s", page)
	}
	answers.Set(html.UnescapeString(field[1]), "ya")
	page, _ = b.post(b.user, "impor", answers)
	if strings.Contains(page, "<h2>Pertanyaan") || !strings.Contains(page, "421002") {
		t.Errorf("answered, and still asked: %s", page)
	}
	page, _ = b.post(b.user, "masukkan", fields(page, "impor")) // as the page that was shown sends it
	if !strings.Contains(page, "Sudah ditulis: 2 desa") || !strings.Contains(b.file("villages/ambulu.md"), "421001") || !strings.Contains(b.file("villages/karang-anyar.md"), "421002") {
		t.Errorf("not written: %s", page)
	}
	answers.Set("kiriman", "")
	answers.Set("tempelan", "halo")
	if page, code := b.post(b.user, "impor", answers); code != 200 || !strings.Contains(page, `role="alert"`) {
		t.Errorf("chatter is taken: %d %s", code, page)
	}
}

// TestVillageForm: the data of an office are typed into a form, which asks what a message
// would be asked; a private number without a consent stays out.
func TestVillageForm(t *testing.T) {
	b := newBench(t)
	page, code := b.get(b.user, Path+"desa?berkas=villages/ambulu.md")
	if code != 200 {
		t.Fatalf("%d %s", code, page)
	}
	form := fields(page, "impor")
	form.Set("telepon", "(0331) 421001")
	form.Set("jam", "Senin-Kamis 08.00-15.00")
	form.Set("petunjuk", "seberang masjid\nWA: 0812-0000-0009")
	form.Set("petugas", "Petugas Desbumi")
	form.Set("nomor", "0812-0000-0001")
	form.Set("pribadi", "ya")
	page, _ = b.post(b.user, "impor", form)
	for _, want := range []string{"421001", "08.00-15.00"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not shown: %s", want, page)
		}
	}
	b.post(b.user, "masukkan", fields(page, "impor"))
	text := b.file("villages/ambulu.md")
	if !strings.Contains(text, "(0331) 421001") || strings.Contains(text, "0812-0000-0001") || strings.Contains(text, "wa:") {
		t.Errorf("without a consent the file holds %s", text)
	}
	form.Set("petunjuk", "seberang masjid")
	form.Set("izin", "2026-11-20")
	form.Set("bentuk", "surat")
	form.Set("lingkup", "halaman, kartu")
	page, _ = b.post(b.user, "impor", form)
	b.post(b.user, "masukkan", fields(page, "impor"))
	if text := b.file("villages/ambulu.md"); !strings.Contains(text, "0812-0000-0001") || !strings.Contains(text, "izin: 2026-11-20") || !strings.Contains(text, "lingkup_izin: [halaman, kartu]") {
		t.Errorf("with a consent the file holds %s", text)
	}
	page, _ = b.get(b.user, Path+"desa?berkas=villages/ambulu.md")
	if !strings.Contains(page, `value="(0331) 421001"`) {
		t.Errorf("the form does not show what is there: %s", page)
	}
	if _, code := b.get(b.user, Path+"desa?berkas=content/beranda.md"); code == 200 {
		t.Error("a page has the form of a village")
	}
}
