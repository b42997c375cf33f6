package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"suluh/internal/village"
)

// TestVillageJourneys looks for villages as readers do, in the portal with its
// one page of villages and in a made-up site with pages for areas and shards;
// over a server and from a disk.
func TestVillageJourneys(t *testing.T) {
	browser := startBrowser(t)
	for _, site := range []struct {
		name, dir string
		walks     map[string]func(v *visitor)
	}{
		{"portal", buildPortal(t), map[string]func(v *visitor){
			"typed": portalVillageJourney, "every name": everyVillageJourney, "in the search of pages": villageInSearchJourney, "without script": portalListJourney,
		}},
		{"country", buildCountry(t), map[string]func(v *visitor){
			"typed": countryVillageJourney, "typed in English": countryEnglishJourney, "without script": countryListJourney,
		}},
	} {
		server := httptest.NewServer(plainFiles(os.DirFS(site.dir)))
		defer server.Close()
		disk := url.URL{Scheme: "file", Path: filepath.ToSlash(site.dir) + "/"}
		for place, address := range map[string]string{"server": server.URL + "/", "disk": disk.String()} {
			for name, walk := range site.walks {
				t.Run(site.name+"/"+place+"/"+name, func(t *testing.T) {
					base, err := url.Parse(address)
					if err != nil {
						t.Fatal(err)
					}
					v := &visitor{t: t, tab: openTab(t, browser, base)}
					walk(v)
					v.missesNoRule("style.css")
				})
			}
		}
	}
}

// buildCountry builds a site of 3,000 made-up villages in two provinces, and 300
// whose code is not known.
func buildCountry(t *testing.T) string {
	t.Helper()
	source, out := t.TempDir(), filepath.Join(t.TempDir(), "site")
	write := func(name, text string) {
		file := filepath.Join(source, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("content/situs.yaml", "nama: Coba\nnama_tab: Buku\nbahasa: [id, en]\nkeluar: https://example.org/\n")
	for _, name := range []string{"beranda.md", "beranda.en.md"} {
		write("content/"+name, "---\njudul: Awal\nringkasan: Awal.\ndiperiksa: 2026-11-01\n---\nHalo.\n")
	}
	areas := "35\tProvinsi Coba\n36\tProvinsi Uji\n"
	first := strings.Fields("Suka Karang Sumber Balung Tegal Wono Kali Gunung Rejo Mulyo")
	second := strings.Fields("sari lor kidul wetan jaya agung asri dadi tengah makmur")
	for i := range 3000 {
		regency := []string{"35.01", "35.02", "36.01"}[i/1000]
		district := fmt.Sprintf("%s.%02d", regency, i/100%10+1)
		if i%1000 == 0 {
			areas += fmt.Sprintf("%s\tKabupaten %s\n", regency, []string{"Melati", "Kenanga", "Mawar"}[i/1000])
		}
		if i%100 == 0 {
			areas += fmt.Sprintf("%s\t%s%s\n", district, []string{"Pinang", "Cempaka", "Teratai"}[i/1000], second[i/100%10])
		}
		code := fmt.Sprintf("%s.%d", district, 2001+i%100)
		name := first[i%10] + " " + second[i/10%10]
		areas += code + "\t" + name + "\n"
		write("villages/"+strings.ReplaceAll(code, ".", "/")+".md", "---\nnama: "+name+"\nkode: \""+code+"\"\nstatus: aktif\n---\n")
	}
	for i := range 300 {
		write(fmt.Sprintf("villages/tanpa/%d.md", i), fmt.Sprintf("---\nnama: Dusun Baru %d\nstatus: calon\n---\n", i))
	}
	write("villages/wilayah.tsv", areas)
	var complaints bytes.Buffer
	args := []string{"build", "--source", source, "--output", out, "--no-compress", "--date", "2026-11-23"}
	if code := run(args, io.Discard, &complaints); code != good {
		t.Fatalf("suluh %s: exit code %d\n%.2000s", strings.Join(args, " "), code, &complaints)
	}
	return out
}

// find types into the box of villages, as a phone does, letter by letter.
func (v *visitor) find(typed string) {
	v.t.Helper()
	v.ask(`(function (box) {
		for (var i = 0; i <= "` + typed + `".length; i++) {
			box.value = "` + typed + `".slice(0, i);
			box.dispatchEvent(new Event("input"));
		}
	})(document.getElementById("saring-kata"))`)
}

// said is what a reader of the screen hears, and firstHit what comes first.
const (
	said     = `document.getElementById("hasil").textContent`
	firstHit = `(document.querySelector(".temuan li") || {textContent: ""}).textContent`
	nothing  = `Tidak ketemu. Coba kata lain yang lebih pendek, atau pilih dari daftar di bawah. Butuh pertolongan? Buka Nomor penting.`
)

// followLink presses a link and waits for the page that it leads to.
func (v *visitor) followLink(selector, title string) {
	v.t.Helper()
	_, _ = v.evaluate(`document.querySelector('` + selector + `').click()`) // leaving may cut the answer off
	v.eventually(`document.readyState == "complete" && document.querySelector("h1").textContent`, title)
}

// withoutScript switches the page's own scripts off.
func (v *visitor) withoutScript() {
	v.t.Helper()
	off := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	})
	if err := chromedp.Do(v.tab.ctx, off); err != nil {
		v.t.Fatal(err)
	}
}

// everyVillageJourney asks for all villages and kelurahan of the regency: each gets an answer
// that is about it, and is not another village.
func everyVillageJourney(v *visitor) {
	data, err := os.ReadFile("../../villages/wilayah.tsv")
	if err != nil {
		v.t.Fatal(err)
	}
	var names [][2]string // village, district
	districts := map[string]string{}
	for line := range strings.Lines(string(data)) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		switch len(code) {
		case len("35.09.12"):
			districts[code] = name
		case len("35.09.12.2004"):
			names = append(names, [2]string{name, districts[code[:8]]})
		}
	}
	if len(names) != 248 {
		v.t.Fatalf("%d villages", len(names))
	}
	v.open("desa/index.html")
	v.find("ambulu")
	v.eventually(`(document.querySelector(".temuan a") || {textContent: ""}).textContent`, "Ambulu")
	answers := v.ask(`(function (names) {
		return names.map(function (name) {
			var hits = [];
			suluhSearch(name[0] + " " + name[1], function (found) { hits = found; });
			return hits[0] ? hits[0][1] + "|" + hits[0][2] + "|" + (hits[0][3] || hits[0][0]) : "";
		}).join("\n");
	})(` + jsonOf(v.t, names) + `)`)
	known := 0
	for i, answer := range strings.Split(answers, "\n") {
		parts := append(strings.Split(answer, "|"), "", "")
		if village.Fold(parts[0]) != village.Fold(names[i][0]) {
			v.t.Errorf("%s in %s: %q", names[i][0], names[i][1], answer)
		}
		if !strings.Contains(parts[2], "Tetap datang ke kantor") {
			known++ // it has a page
		} else if !strings.HasSuffix(parts[2], " "+names[i][0]+".") || !strings.Contains(parts[1], names[i][1]) {
			v.t.Errorf("%s in %s: %q", names[i][0], names[i][1], answer)
		}
	}
	if known < 12 || known > 14 {
		v.t.Errorf("%d villages have a page", known)
	}
	for _, other := range []string{"Pace", "Bagon", "Subo", "Serut", "Kemuninglor", "Wonosari", "Tanggulwetan", "Kalisat", "Ajung"} {
		v.find(other)
		v.eventually(`(document.querySelector(".temuan a") || {textContent: ""}).textContent`, other)
	}
}

func jsonOf(t *testing.T, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// villageInSearchJourney types villages into the search of pages: they come first, and
// lead somewhere; other questions get pages alone.
func villageInSearchJourney(v *visitor) {
	for typed, want := range map[string]string{"pace": "Pace", "desa kalisat": "Kalisat", "tanggul wetan": "Tanggulwetan", "dukuh dempok": "Dukuhdempok"} {
		v.open("cari.html")
		v.ask(`(function (f) { f.elements.q.value = "` + typed + `"; f.dispatchEvent(new Event("submit", {cancelable: true})); })(document.getElementById("cari"))`)
		v.eventually(`(document.querySelector(".temuan a") || {textContent: ""}).textContent`, want)
		v.want(`/^desa\//.test(document.querySelector(".temuan a").getAttribute("href"))`, "true")
	}
	v.open("cari.html")
	v.ask(`(function (f) { f.elements.q.value = "gaji tidak dibayar"; f.dispatchEvent(new Event("submit", {cancelable: true})); })(document.getElementById("cari"))`)
	v.eventually(`!!document.querySelector(".temuan a")`, "true")
	v.want(`/^desa\//.test(document.querySelector(".temuan a").getAttribute("href"))`, "false")
}

func portalVillageJourney(v *visitor) {
	v.open("desa/index.html")
	for _, asked := range [][2]string{
		{"kantor desa ambulu", "Ambulu"}, {"balai desa ambulu", "Ambulu"}, {"jember ambulu", "Ambulu"}, {"ambulu sabrang", "Sabrang"},
		{"desa ambulu kabupaten jember jawa timur", "Ambulu"}, {"sidomulyo silo", "Sidomulyo"}, {"35.09.12.2004", "Ambulu"}, {"3509122002", "Sabrang"},
	} {
		v.find(asked[0])
		v.eventually(`(document.querySelector(".temuan a") || {textContent: ""}).textContent`, asked[1])
	}
	v.open("desa/index.html")
	for typed, want := range map[string]string{
		"balunglor": "Balung LorKecamatan Balung", "BALUNG  LOR": "Balung LorKecamatan Balung",
		"dukuh dempok": "DukuhdempokKecamatan Wuluhan", "poeger koelon": "Puger KulonKecamatan Puger",
		"poeger":     "Kecamatan Puger",
		"dukuhdemok": "DukuhdempokKecamatan Wuluhan", "kecamatan tempurejo": "Kecamatan Tempurejo",
		"tidak ada": "",
	} {
		v.find(typed)
		v.eventually(firstHit, want)
		if want == "" {
			v.eventually(said, nothing) // before the engine is there nothing is shown, either
		} else {
			v.want(`/^Hasil: \d+$/.test(`+said+`)`, "true")
		}
	}
	v.find("")
	v.want(said+" + "+firstHit, "")
	v.find("balunglor")
	v.eventually(firstHit, "Balung LorKecamatan Balung")
	v.followLink(".temuan a", "Desa Balung Lor")
}

func portalListJourney(v *visitor) {
	v.withoutScript()
	v.open("desa/index.html")
	v.followLink(`.kecamatan a[href="balung-lor.html"]`, "Desa Balung Lor")
}

func countryVillageJourney(v *visitor) {
	v.open("desa/index.html")
	for typed, want := range map[string]string{
		"balunglor pinangsari": "Balung lorKecamatan Pinangsari, Kabupaten Melati",
		"baloeng lor teratai":  "Balung lorKecamatan Terataiagung, Kabupaten Mawar",
		"wonoasri cempakalr":   "Wono asriKecamatan Cempakalor, Kabupaten Kenanga",
		"wnoasri cempakalor":   "Wono asriKecamatan Cempakalor, Kabupaten Kenanga",
		"kecamatan tratailor":  "Kecamatan TeratailorKabupaten Mawar",
		"kenanga":              "Kabupaten Kenanga",
		"dusun baru 299":       "Dusun Baru 299",
	} {
		v.find(typed)
		v.eventually(firstHit, want)
	}
	v.find("ba")
	v.eventually(said, "Masih banyak yang cocok. Tulis lebih banyak huruf.")
	v.find("balung")
	v.eventually(`document.querySelectorAll(".temuan li").length`, "20")
	v.find("kecamatan tratailor")
	v.eventually(firstHit, "Kecamatan TeratailorKabupaten Mawar")
	v.followLink(".temuan a", "Kecamatan Teratailor")
	v.find("wonoasri cempakalor") // the box is on every page of the directory
	v.eventually(firstHit, "Wono asriKecamatan Cempakalor, Kabupaten Kenanga")
	v.followLink(".temuan a", "Desa Wono asri")
}

func countryEnglishJourney(v *visitor) {
	v.open("en/desa/35.01.html")
	v.find("district cempakalor")
	v.eventually(firstHit, "District CempakalorKabupaten Kenanga")
	v.followLink(".temuan a", "District Cempakalor")
	v.find("wonoasri cempakalor")
	v.eventually(firstHit, "Wono asriDistrict Cempakalor, Kabupaten Kenanga")
	v.followLink(".temuan a", "Desa Wono asri")
}

func countryListJourney(v *visitor) {
	v.withoutScript()
	v.open("desa/index.html")
	v.followLink(`main a[href="35.html"]`, "Provinsi Coba")
	v.followLink(`main a[href="35.02.html"]`, "Kabupaten Kenanga")
	v.followLink(`main a[href="35.02.02.html"]`, "Kecamatan Cempakalor")
	v.followLink(`main a[href="35/02/02/2004.html"]`, "Desa Balung sari")
	v.followLink(`main nav a`, "Kecamatan Cempakalor") // and up again
	v.followLink(`main nav a`, "Cari kantor desa")
	v.followLink(`main a[href="lainnya.html"]`, "Kecamatan desa ini belum pasti")
	v.followLink(`a[rel=next]`, "Kecamatan desa ini belum pasti (2)")
	v.want(`document.querySelectorAll(".kecamatan li").length`, "100")
	v.followLink(`a[rel=prev]`, "Kecamatan desa ini belum pasti")
	v.want(`document.querySelectorAll(".kecamatan li").length`, "200")
}
