package main

import (
	"flag"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"suluh/internal/desk"
	"suluh/internal/translation"
)

var update = flag.Bool("update", false, "take the pictures of PANDUAN.md anew")

// pictureFolder holds the pictures of PANDUAN.md and README.md: of each screen a PNG and
// the words that stand on it.
const pictureFolder = "../../.ci/gambar"

// TestPictures: the pictures of the guide show the screens of today. Of a picture only
// its words are compared, which do not depend on the fonts of a machine; update takes
// all of them anew.
func TestPictures(t *testing.T) {
	source, out := portalCopy(t), filepath.Join(t.TempDir(), "site")
	const day = "2026-11-26"
	suluhSays(t, good, nil, "build", "--source", source, "--output", out, "--no-compress", "--date", day)
	browser := startBrowser(t)
	server := httptest.NewServer(plainFiles(os.DirFS(out)))
	defer server.Close()
	base, err := url.Parse(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, tab: openTab(t, browser, base)}
	if err := chromedp.Do(v.tab.ctx, chromedp.EmulateViewport(360, 720, chromedp.EmulateMobile)); err != nil {
		t.Fatal(err)
	}
	v.open("kirim-nomor.html")
	v.fillIn("desa", "35.09.12.2004")
	v.fillIn("telepon", "331123456")
	v.ask(`scrollTo(0, 0)`)
	v.picture("kirim-salah")
	v.fillIn("telepon", "(0331) 123456")
	v.fillIn("jam", "Senin-Jumat 08.00-15.00")
	v.fillIn("petugas", "Petugas Desbumi")
	v.ask(`document.getElementById("teks").scrollIntoView()`)
	v.picture("kirim-teks")
	message := v.ask(`document.getElementById("pesan").textContent`)
	// The number is the example of the guide, which no import takes.
	preview := suluhSays(t, faulty, []byte(message), "import", "-", "--source", source, "--date", day)
	preview = regexp.MustCompile(`\S*/pesan`).ReplaceAllString(preview, "pesan")
	if guide, err := os.ReadFile("../../PANDUAN.md"); err != nil || !strings.Contains(string(guide), indented(preview)) {
		t.Errorf("PANDUAN.md does not show what suluh import says of the form (%v):\n%s", err, indented(preview))
	}
	suluhSays(t, faulty, []byte(message), "import", "-", "--write", "--source", source, "--date", day)
	suluhSays(t, good, nil, "build", "--source", source, "--output", out, "--no-compress", "--date", day, "--base", journeyBase)
	v.open("desa/ambulu.html")
	v.picture("desa")
	if err := chromedp.Do(v.tab.ctx, chromedp.EmulateViewport(794, 1123)); err != nil {
		t.Fatal(err)
	}
	v.open("desa/ambulu-poster.html")
	v.picture("poster")
	deskPictures(t, v, source)
}

// deskPictures takes those of the desk: a guide with a dead link, and what a sheet would
// change.
func deskPictures(t *testing.T, v *visitor, source string) {
	t.Helper()
	file := filepath.Join(source, "content", "panduan", "utang.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(text, "\nBaca [cara menagih](menagih.md).\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	web, door := openDesk(t, source)
	if err := chromedp.Do(v.tab.ctx, chromedp.EmulateViewport(1000, 800)); err != nil {
		t.Fatal(err)
	}
	for _, address := range []string{door, web + desk.Path + "tulis?berkas=content/panduan/utang.md"} {
		if err := chromedp.Do(v.tab.ctx, chromedp.Navigate(address)); err != nil {
			t.Fatal(err)
		}
	}
	v.eventually(`!!document.querySelector("iframe")`, "true")
	v.picture("meja-tulis")
	see := func(address, selector string) {
		t.Helper()
		if err := chromedp.Do(v.tab.ctx, chromedp.Navigate(web+desk.Path+address)); err != nil {
			t.Fatal(err)
		}
		v.eventually(`!!document.querySelector("`+selector+`")`, "true")
	}
	see("isian?berkas=content/panduan/kirim-uang.md", "iframe")
	v.picture("meja-isian")
	for name, text := range map[string]string{
		"panduan/contoh.md":    "---\njudul: Contoh\nringkasan: Untuk gambar ini.\ndisusun: 2026-11-01\n---\nTanya dulu ke desa.\n\nBertanya itu gratis, juga lewat telepon.\n\n:kontak[kp2mi]\n",
		"panduan/contoh.en.md": "---\njudul: Example\nringkasan: For this picture.\ndisusun: 2026-11-01\nasal: [" + strings.Join(translation.Keys(translation.Blocks("Tanya dulu ke desa.\n\nBertanya itu gratis.\n\n:kontak[kp2mi]\n")), ", ") + "]\n---\nAsk the village first.\n\nAsking is free.\n\n:kontak[kp2mi]\n",
	} {
		if err := os.WriteFile(filepath.Join(source, "content", filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	web, door = openDesk(t, source) // which knows the new files
	if err := chromedp.Do(v.tab.ctx, chromedp.Navigate(door)); err != nil {
		t.Fatal(err)
	}
	see("terjemahan?berkas=content/panduan/contoh.en.md", ".bagian.changed")
	v.picture("meja-terjemahan")
	if err := chromedp.Do(v.tab.ctx, chromedp.Navigate(web+desk.Path+"impor")); err != nil {
		t.Fatal(err)
	}
	v.ask(`document.getElementById("tempelan").value = "DESA: Ambulu\nKODE: 35.09.12.2004\nKECAMATAN: Ambulu\nTELEPON: 331421001\nJAM: Senin-Kamis 08.00-15.00\n"`)
	v.ask(`document.querySelector("button.utama").click()`)
	v.eventually(`document.querySelector("h1").textContent`, "Yang akan berubah")
	v.picture("meja-impor")
}

// indented gives a text as it stands in an item of a list.
func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString(strings.TrimRight("   "+line, " \n") + "\n")
	}
	return b.String()
}

// counted are what the desk counts of a page, which each edit of the portal changes: the
// picture is not old for that.
var counted = regexp.MustCompile(`\d+ (byte|kata)`)

// picture compares the words that can be seen with those of a picture, or takes it.
func (v *visitor) picture(name string) {
	v.t.Helper()
	words := counted.ReplaceAllString(v.ask(`(document.querySelector("main") || document.body).innerText.replace(/\s+/g, " ")`), "… $1") + "\n"
	file := filepath.Join(pictureFolder, name)
	if *update {
		image, err := chromedp.Run(v.tab.ctx, chromedp.CaptureScreenshot())
		if err != nil {
			v.t.Fatal(err)
		}
		for ext, data := range map[string][]byte{".png": image, ".txt": []byte(words)} {
			if err := os.WriteFile(file+ext, data, 0o644); err != nil {
				v.t.Fatal(err)
			}
		}
	}
	was, err := os.ReadFile(file + ".txt")
	if err != nil {
		v.t.Fatal(err)
	}
	if string(was) != words {
		v.t.Errorf("%s.png shows another screen than that of today:\n%s\n(go test ./cmd/suluh -run TestPictures -update)", file, words)
	}
	if _, err := os.Stat(file + ".png"); err != nil {
		v.t.Error(err)
	}
}

// TestReadme: the mistake that README.md begins with is told today as it says.
func TestReadme(t *testing.T) {
	source := portalCopy(t)
	file := filepath.Join(source, "villages", "ambulu.md")
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text = []byte(strings.Replace(string(text), "kontak: []", "kontak: [{peran: Kantor desa, telepon: 852 6123 4567}]", 1))
	if err := os.WriteFile(file, text, 0o644); err != nil {
		t.Fatal(err)
	}
	said := suluhSays(t, faulty, nil, "check", "--lang", "en", "--source", source, "--date", "2026-11-26")
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, found := strings.Cut(string(readme), "    $ suluh check --lang en\n")
	shown, _, ended := strings.Cut(shown, "\n\n")
	var want strings.Builder
	for line := range strings.Lines(shown + "\n") {
		want.WriteString(strings.TrimPrefix(line, "    "))
	}
	if !found || !ended || !strings.HasPrefix(said, want.String()) {
		t.Errorf("README.md shows\n%s\nand suluh says\n%s", want.String(), said)
	}
}
