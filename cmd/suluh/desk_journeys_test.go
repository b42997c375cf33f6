package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"suluh/internal/desk"
)

// TestDeskJourneys does at the desk, in a browser on a small screen, what editors do: each
// journey once with the desk's script and once without it.
func TestDeskJourneys(t *testing.T) {
	browser := startBrowser(t)
	for _, script := range []bool{true, false} {
		for _, journey := range []struct {
			name string
			walk func(e *editor)
		}{
			{"write and publish a guide with a picture from an empty folder", writeJourney},
			{"take back yesterday's change", takeBackJourney},
			{"answer an import", importJourney},
			{"translate a page", translateJourney},
			{"start Banyuwangi and publish one village", regencyJourney},
			{"publish to a memory stick and take it back", stickJourney},
			{"a second person reads a draft", reviewJourney},
			{"the page follows what is typed", func(e *editor) { typedJourney(e, script) }},
		} {
			name := map[bool]string{true: "with script/", false: "without script/"}[script] + journey.name
			t.Run(name, func(t *testing.T) {
				e := &editor{visitor: &visitor{t: t}, dir: t.TempDir()}
				e.start = func() {
					t.Helper()
					web, door := openDesk(t, e.dir)
					base, err := url.Parse(web)
					if err != nil {
						t.Fatal(err)
					}
					e.web, e.tab = web, openTab(t, browser, base)
					if err := chromedp.Do(e.tab.ctx, chromedp.EmulateViewport(360, 720, chromedp.EmulateMobile)); err != nil {
						t.Fatal(err)
					}
					if !script {
						e.withoutScript()
					}
					e.visit(door)
				}
				journey.walk(e)
			})
		}
	}
}

// editor is one who sits at the desk of a folder.
type editor struct {
	*visitor
	dir   string
	web   string
	start func() // opens the desk
}

// visit goes to an address, or to a page of the desk.
func (e *editor) visit(address string) {
	e.t.Helper()
	if !strings.HasPrefix(address, "http") {
		address = e.web + desk.Path + address
	}
	if err := chromedp.Do(e.tab.ctx, chromedp.Navigate(address)); err != nil {
		e.t.Fatalf("%s: %v", address, err)
	}
	e.want(`document.documentElement.scrollWidth <= document.documentElement.clientWidth`, "true")
}

// write fills in the field of a name.
func (e *editor) write(name, value string) {
	e.t.Helper()
	e.want(fmt.Sprintf(`(function (f) { f.value = %s; f.dispatchEvent(new Event("input", {bubbles: true})); return f.value.length > 0; })(document.getElementsByName(%q)[0])`, strconv.Quote(value), name), "true")
}

// pressOn presses the button with some words, and waits for the page with a heading.
func (e *editor) pressOn(words, heading string) {
	e.t.Helper()
	e.want(`Array.prototype.some.call(document.querySelectorAll("button"), function (b) { return b.textContent.indexOf(`+strconv.Quote(words)+`) >= 0; })`, "true")
	_, _ = e.evaluate(`(document.documentElement.className += " lama", Array.prototype.find.call(document.querySelectorAll("button"), function (b) { return b.textContent.indexOf(` + strconv.Quote(words) + `) >= 0; }).click())`)
	e.eventually(`document.readyState == "complete" && document.documentElement.className == "" && document.querySelector("h1").textContent`, heading)
}

func (e *editor) sees(words string) {
	e.t.Helper()
	if text := e.ask(`document.body.textContent`); !strings.Contains(text, words) {
		e.t.Fatalf("%q is not to be seen: %s", words, text)
	}
}

func (e *editor) put(name, text string) {
	e.t.Helper()
	file := filepath.Join(e.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) file(name string) string {
	e.t.Helper()
	data, err := os.ReadFile(filepath.Join(e.dir, filepath.FromSlash(name)))
	if err != nil {
		e.t.Fatal(err)
	}
	return string(data)
}

// published builds the site, and gives a page of it as readers get it.
func (e *editor) published(page string) string {
	e.t.Helper()
	out := filepath.Join(e.t.TempDir(), "site")
	suluhSays(e.t, good, nil, "build", "--source", e.dir, "--output", out, "--no-compress", "--date", "2026-11-26")
	data, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(page)))
	if err != nil {
		e.t.Fatal(err)
	}
	return string(data)
}

func writeJourney(e *editor) {
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir)
	e.start()
	e.visit("baru")
	e.write("nama", "Kirim uang")
	e.pressOn("Buat", "Kirim uang")
	e.write("f.judul", "Kirim uang ke rumah")
	e.write("f.ringkasan", "Cara aman mengirim uang.")
	e.write("f.sumber.0.nama", "Contoh sumber")
	e.write("badan", "Simpan bukti kirim.\n")
	e.pressOn("Simpan", "Kirim uang ke rumah")
	e.sees("Sudah disimpan")

	photo := image.NewRGBA(image.Rect(0, 0, 800, 600))
	for i := range photo.Pix {
		photo.Set(i%800, i/800%600, color.RGBA{uint8(i / 800), uint8(i % 800 / 4), uint8(i % 7 * 9), 255})
	}
	var data bytes.Buffer
	if err := jpeg.Encode(&data, photo, nil); err != nil {
		e.t.Fatal(err)
	}
	file := filepath.Join(e.t.TempDir(), "Foto kuitansi.jpg")
	if err := os.WriteFile(file, data.Bytes(), 0o644); err != nil {
		e.t.Fatal(err)
	}
	e.visit("gambar")
	if err := chromedp.Do(e.tab.ctx, chromedp.SetUploadFiles(`#gambar`, []string{file})); err != nil {
		e.t.Fatal(err)
	}
	e.write("terlihat", "Kuitansi dengan cap")
	e.pressOn("Simpan gambar", "Tambah gambar")
	line := e.ask(`document.querySelector("section code").textContent`)

	e.visit("isian?berkas=content/panduan/kirim-uang.md")
	e.write("badan", "Simpan bukti kirim.\n\n"+line+"\n")
	e.pressOn("Simpan", "Kirim uang ke rumah")
	e.pressOn("Terbitkan halaman ini", "Kirim uang ke rumah")
	e.sees("Halaman ini terbit.")
	page := e.published("panduan/kirim-uang.html")
	for _, want := range []string{"Kirim uang ke rumah", `alt="Kuitansi dengan cap"`, "foto-kuitansi.webp", "foto-kuitansi.jpg", "Contoh sumber"} {
		if !strings.Contains(page, want) {
			e.t.Errorf("readers do not get %q: %s", want, page)
		}
	}
}

func takeBackJourney(e *editor) {
	if _, err := exec.LookPath("git"); err != nil {
		e.t.Skip("no git")
	}
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir)
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "halaman", "Tentang", "--source", e.dir)
	const name = "content/halaman/tentang.md"
	before := e.file(name)
	e.start()
	e.visit("riwayat")
	e.pressOn("Mulai menyimpan riwayat", "Riwayat")
	e.visit("isian?berkas=" + name)
	e.write("badan", "Ini salah.\n")
	e.pressOn("Simpan", "Tentang")
	if !strings.Contains(e.file(name), "Ini salah.") {
		e.t.Fatal("the change was not saved")
	}
	e.visit("riwayat?berkas=" + name)
	e.followLink("ol.riwayat li:last-child a", "Riwayat")
	e.eventually(`document.querySelectorAll("ol.riwayat pre").length > 0`, "true") // the heading is that of the page before
	e.pressOn("Kembalikan isi berkas", "Tentang")
	if now := e.file(name); now != before {
		e.t.Errorf("taken back: %q, want %q", now, before)
	}
	e.visit("riwayat?berkas=" + name)
	e.want(`document.querySelectorAll("ol.riwayat li").length`, "3") // what was taken back stays to be seen
}

func importJourney(e *editor) {
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir, "--kabupaten", "35.10")
	e.start()
	e.visit("impor")
	e.write("tempelan", "DESA: Sukomaju\nKODE: 35.10.08.2010\nKECAMATAN: Srono\nTELEPON: 333391001\nJAM: Senin-Kamis 08.00-15.00\n")
	e.pressOn("Lihat apa yang akan berubah", "Yang akan berubah")
	e.sees("Pertanyaan")
	e.want(`(function (f) { f.value = "ya"; return f.value; })(document.querySelector(".tanya input"))`, "ya")
	e.pressOn("Lihat lagi dengan jawaban ini", "Yang akan berubah")
	e.pressOn("Tulis 1 desa ini", "Sudah ditulis")
	if text := e.file("villages/sukomaju.md"); !strings.Contains(text, "0333391001") && !strings.Contains(text, "(0333) 391001") && !strings.Contains(text, "0333-391001") {
		e.t.Errorf("the file holds %s", text)
	}
}

func translateJourney(e *editor) {
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir)
	e.put("content/situs.yaml", strings.Replace(e.file("content/situs.yaml"), "[id]", "[id, en]", 1))
	e.put("content/beranda.en.md", "---\njudul: Start\nringkasan: The first page.\ndisusun: 2026-11-01\n---\nHelp is free.\n")
	e.put("content/panduan/biaya.md", "---\njudul: Biaya\nringkasan: Biaya resmi.\ndisusun: 2026-11-01\n---\nTanya dulu ke desa.\n\n## Gratis\n\nBertanya itu gratis.\n")
	e.start()
	e.visit("isian?berkas=content/panduan/biaya.md")
	e.pressOn("Mulai terjemahan English", "Biaya")
	e.sees("3 bagian belum sama")
	for n, text := range []string{"Ask the village first.", "## Free", "Asking is free."} {
		e.write("bagian."+strconv.Itoa(n), text)
	}
	e.pressOn("Simpan", "Biaya")
	e.sees("Semua bagian sesuai")
	e.visit("isian?berkas=content/panduan/biaya.en.md")
	e.write("f.judul", "Costs")
	e.write("f.ringkasan", "Official costs.")
	e.pressOn("Simpan", "Costs")
	e.pressOn("Terbitkan halaman ini", "Costs")
	if page := e.published("en/panduan/biaya.html"); !strings.Contains(page, "Ask the village first.") || !strings.Contains(page, "Costs") {
		e.t.Errorf("readers get %s", page)
	}
	e.put("content/panduan/biaya.md", strings.Replace(e.file("content/panduan/biaya.md"), "Bertanya itu gratis.", "Bertanya di desa gratis.", 1))
	e.start()
	e.sees("1 bagian terjemahan tertinggal")
}

func regencyJourney(e *editor) {
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir, "--kabupaten", "Banyuwangi")
	e.start()
	e.sees("Tidak ada kesalahan")
	e.visit("baru")
	e.ask(`document.querySelector('input[value="desa"]').click()`)
	e.write("nama", "Sukomaju")
	e.pressOn("Buat", "Data kantor Desa Sukomaju")
	e.write("telepon", "(0333) 391001")
	e.write("jam", "Senin-Jumat 08.00-15.00")
	e.pressOn("Lihat apa yang akan berubah", "Yang akan berubah")
	e.pressOn("Tulis 1 desa ini", "Sudah ditulis")
	if page := e.published("desa/sukomaju.html"); !strings.Contains(page, "tel:+62333391001") || strings.Contains(page, "Jember") {
		e.t.Errorf("readers get %s", page)
	}
	if guide := e.published("panduan/mulai-di-desa.html"); !strings.Contains(guide, "lima tugas") || strings.Contains(guide, "Jember</") {
		e.t.Error("the guide is not there, or speaks of another regency")
	}
}

// stickJourney publishes to a folder, changes a page, publishes again, and takes that back.
func stickJourney(e *editor) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "AppData", "LocalAppData"} {
		e.t.Setenv(name, e.t.TempDir())
	}
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir)
	e.start()
	e.visit("terbitkan")
	e.sees("belum punya tujuan terbit")
	e.put("content/situs.yaml", e.file("content/situs.yaml")+"\nterbitkan:\n  - {nama: stik, ke: stik}\n")
	e.start()
	publish := func() {
		e.visit("terbitkan?tujuan=stik")
		e.pressOn("Lihat apa yang akan berubah", "Yang akan berubah di stik")
		e.pressOn("Terbitkan sekarang", "Sudah terbit di stik")
	}
	publish()
	first := e.file("stik/index.html")
	e.put("content/beranda.md", e.file("content/beranda.md")+"\nKalimat yang baru.\n")
	publish()
	if !strings.Contains(e.file("stik/index.html"), "Kalimat yang baru.") {
		e.t.Error("the change is not on the stick")
	}
	e.pressOn("Kembalikan versi sebelumnya", "Yang akan berubah di stik")
	e.pressOn("Kembalikan sekarang", "Sudah dikembalikan di stik")
	if e.file("stik/index.html") != first {
		e.t.Error("the version before is not on the stick")
	}
}

// typedJourney sees beside the text what is typed, while the file stays as it is.
func typedJourney(e *editor, script bool) {
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir)
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "panduan", "Biaya", "--source", e.dir)
	const name = "content/panduan/biaya.md"
	before := e.file(name)
	e.start()
	for _, form := range []struct{ path, field, text string }{
		{"isian", "badan", "Kata dari isian.\n"}, {"tulis", "isi", strings.Replace(before, "Tulis kalimat pendek.", "Kata dari berkas.", 1)},
	} {
		e.visit(form.path + "?berkas=" + name)
		e.write(form.field, form.text)
		if !script {
			e.ask(`document.getElementById("lihat").click()`)
		}
		want := strings.Fields(form.text[strings.Index(form.text, "Kata dari"):])[2]
		e.eventually(`(function (page) { return !!page && !!page.body && page.body.textContent.indexOf("Kata dari `+want+`") >= 0; })(document.querySelector("iframe").contentDocument)`, "true")
		if e.file(name) != before {
			e.t.Error("what was only typed is in the file")
		}
		e.ask(`document.getElementById("tulisan").reset()`) // else the browser asks before it leaves
	}
}

func reviewJourney(e *editor) {
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "situs", e.dir)
	suluhSays(e.t, good, nil, "new", "--date", "2026-11-26", "panduan", "Biaya", "--source", e.dir)
	e.start()
	e.visit("isian?berkas=content/panduan/biaya.md")
	e.pressOn("Minta orang kedua membacanya", "Biaya")
	e.visit("")
	e.sees("menunggu dibaca orang kedua")
	e.visit("isian?berkas=content/panduan/biaya.md")
	e.pressOn("Saya orang kedua", "Biaya")
	e.sees("Orang kedua membacanya pada 2026-11-26.")
}
