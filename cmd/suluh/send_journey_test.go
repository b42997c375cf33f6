package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// made-up numbers of the journey
const (
	officeNumber  = "(0331) 421001"
	officeChat    = "0812-0000-0001"
	privateNumber = "0813-0000-0002"
)

// TestNumberJourney follows a number from the phone of an official to every page
// that shows it, and out again: the form is filled in, its text imported, shown,
// written and built; then the owner takes the consent back, and the number is gone
// from everything that is built.
func TestNumberJourney(t *testing.T) {
	source, out := portalCopy(t), filepath.Join(t.TempDir(), "site")
	day := "2026-11-26"
	build := func() {
		t.Helper()
		said := suluhSays(t, good, nil, "build", "--source", source, "--output", out, "--no-compress", "--date", day, "--base", journeyBase)
		if !strings.Contains(said, "12 desa") {
			t.Fatal(said)
		}
	}
	build()
	text := filledForm(t, out)
	preview := suluhSays(t, good, []byte(text), "import", "-", "--source", source, "--date", day)
	for _, want := range []string{officeNumber, officeChat, privateNumber, "senin-jumat 08.00-15.00", "Belum ada yang ditulis"} {
		if !strings.Contains(preview, want) {
			t.Errorf("the preview does not show %s:\n%s", want, preview)
		}
	}
	build()
	if where := pagesWith(t, out, officeNumber); len(where) > 0 {
		t.Fatalf("a preview was published: %v", where)
	}
	suluhSays(t, good, []byte(text), "import", "-", "--write", "--source", source, "--date", day)
	build()
	for name, holds := range map[string]string{
		"desa/ambulu.html": officeNumber, "desa/ambulu-poster.html": officeNumber, "desa/ambulu.vcf": "+62331421001",
	} {
		data, err := os.ReadFile(filepath.Join(out, name))
		if err != nil || !bytes.Contains(data, []byte(holds)) {
			t.Errorf("%s does not hold %s (%v)", name, holds, err)
		}
	}
	if where := pagesWith(t, out, privateNumber); len(where) < 2 {
		t.Errorf("the private number stands only in %v", where)
	}

	// It was agreed to for pages and contacts to keep, and not for paper and open data.
	for _, name := range pagesWith(t, out, privateNumber) {
		if strings.Contains(name, "poster") {
			t.Errorf("the private number stands on paper: %s", name)
		}
	}
	if open := suluhSays(t, good, nil, "export", "json", "--output", "-", "--source", source, "--date", day); strings.Contains(open, "81300000002") || !strings.Contains(open, "62331421001") {
		t.Errorf("open data hold what they may not, or lack what they may:\n%s", open)
	}
	onTheWall(t, out)

	// The owner of the private number takes the consent back: without it no site is
	// built, and one command takes the number out.
	file := filepath.Join(source, "villages", "ambulu.md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	without := regexp.MustCompile(`\n +izin: .*`).ReplaceAll(data, nil)
	if bytes.Equal(without, data) {
		t.Fatalf("there is no consent to take back:\n%s", data)
	}
	if err := os.WriteFile(file, without, 0o644); err != nil {
		t.Fatal(err)
	}
	said := suluhSays(t, faulty, nil, "build", "--source", source, "--output", out, "--no-compress", "--date", day)
	if !strings.Contains(said, "TEL08") {
		t.Errorf("a private number without consent is not refused:\n%s", said)
	}
	suluhSays(t, good, nil, "withdraw", privateNumber, "--write", "--source", source, "--date", day)
	build()
	if where := pagesWith(t, out, privateNumber); len(where) > 0 {
		t.Errorf("the number that was taken back stands in %v", where)
	}
	if where := pagesWith(t, out, officeNumber); len(where) == 0 {
		t.Error("the office's number went, too")
	}
	// The office's own numbers go by an empty cell.
	suluhSays(t, good, []byte("DESA: Ambulu\nKECAMATAN: Ambulu\nTELEPON: tidak ada\nWA: tidak ada\n"), "import", "-", "--write", "--force", "--source", source, "--date", day)
	build()
	for _, number := range []string{officeNumber, officeChat} {
		if where := pagesWith(t, out, number); len(where) > 0 {
			t.Errorf("%s stands in %v", number, where)
		}
	}
}

// portalCopy gives a folder with the content and the villages of the portal, to change.
func portalCopy(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, folder := range []string{"content", "villages"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS(filepath.Join("../..", folder))); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// filledForm fills in the form as an official does on a phone, over a server and from
// a disk, and gives its text.
func filledForm(t *testing.T, dir string) string {
	t.Helper()
	browser := startBrowser(t)
	server := httptest.NewServer(plainFiles(os.DirFS(dir)))
	defer server.Close()
	disk := url.URL{Scheme: "file", Path: filepath.ToSlash(dir) + "/"}
	texts := map[string]bool{}
	text := ""
	for _, address := range []string{server.URL + "/", disk.String()} {
		base, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		v := &visitor{t: t, tab: openTab(t, browser, base)}
		v.open("desa/ambulu.html")
		v.followLink(`.untuk-kantor a`, "Kirim data kantor desa")
		v.want(`document.getElementById("k-desa").value`, "35.09.12.2004")
		v.want(`document.getElementById("kirim").hidden + " " + document.documentElement.scrollWidth`, fmt.Sprintf("false %d", narrow))
		v.fillIn("telepon", "331421001")
		v.want(`document.getElementById("k-telepon-salah").textContent`, "Nomor dimulai dengan 0 atau +. Contoh bentuk (0331) 123456.")
		v.want(`/TELEPON:$/m.test(document.getElementById("pesan").textContent) + ""`, "true")
		v.fillIn("telepon", officeNumber)
		v.want(`document.getElementById("k-telepon-salah").textContent`, "")
		v.fillIn("wa", "0812 0000 0001")
		v.fillIn("jam", "Senin-Jumat 08.00-15.00")
		v.fillIn("alamat", "Jl. Contoh 1, Krajan")
		v.fillIn("petugas", "Petugas Desbumi")
		v.fillIn("nomor", privateNumber)
		v.fillIn("pribadi", "ya")
		v.want(`(document.getElementById("pesan").textContent.indexOf("0813") < 0) + ""`, "true") // no date of consent yet
		v.want(`document.getElementById("k-izin-salah").textContent`, "Nomor pribadi belum bisa dikirim tanpa tanggal persetujuan tertulis.")
		v.fillIn("izin", "2026-11-10")
		v.fillIn("bentuk", "surat")
		v.fillIn("lingkup", "halaman, kartu")
		text = v.ask(`document.getElementById("pesan").textContent`)
		texts[text] = true
		sent := v.ask(`document.getElementById("kirim-wa").href`)
		if u, err := url.Parse(sent); err != nil || u.Host != "wa.me" || u.Query().Get("text") != text {
			t.Errorf("WhatsApp would get %s", sent)
		}
		if sms := v.ask(`document.getElementById("kirim-sms").href`); !strings.HasPrefix(sms, "sms:?body=Data%20kantor") {
			t.Errorf("the text message would be %s", sms)
		}
	}
	if len(texts) != 1 {
		t.Errorf("the form makes different texts on a server and on a disk: %v", texts)
	}
	return text
}

// journeyBase is where the site of the journey would be.
const journeyBase = "https://contoh.example/"

// onTheWall finds the village by the search, and reads the code of its poster as a
// camera does.
func onTheWall(t *testing.T, dir string) {
	t.Helper()
	browser := startBrowser(t)
	server := httptest.NewServer(plainFiles(os.DirFS(dir)))
	defer server.Close()
	base, err := url.Parse(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, tab: openTab(t, browser, base)}
	v.open("desa/index.html")
	v.find("kantor desa ambulu")
	v.eventually(`(document.querySelector(".temuan a") || {textContent: ""}).textContent`, "Ambulu")
	v.followLink(".temuan a", "Desa Ambulu")
	v.want(`document.body.textContent.indexOf("421001") > 0`, "true")
	v.open("desa/ambulu-poster.html")
	v.want(`document.body.textContent.indexOf("421001") > 0`, "true")
	picture, err := chromedp.Run(v.tab.ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "poster.png")
	if err := os.WriteFile(file, picture, 0o644); err != nil {
		t.Fatal(err)
	}
	read, err := exec.Command("zbarimg", "-q", "--raw", file).Output()
	if want := journeyBase + "d/3509122004.html"; strings.TrimSpace(string(read)) != want {
		t.Errorf("the poster's code is read as %q (%v), want %s", read, err, want)
	}
}

// fillIn types into a field of the form.
func (v *visitor) fillIn(name, value string) {
	v.t.Helper()
	v.ask(fmt.Sprintf(`(function (f) {
		f.value = %q;
		f.dispatchEvent(new Event("input", {bubbles: true}));
		f.dispatchEvent(new Event("change", {bubbles: true}));
		return "";
	})(document.getElementById("k-%s"))`, value, name))
}

// suluhSays runs suluh and gives what it says.
func suluhSays(t *testing.T, want int, stdin []byte, args ...string) string {
	t.Helper()
	var said bytes.Buffer
	if stdin != nil {
		file := filepath.Join(t.TempDir(), "pesan.txt")
		if err := os.WriteFile(file, stdin, 0o644); err != nil {
			t.Fatal(err)
		}
		for i, arg := range args {
			if arg == "-" {
				args[i] = file
			}
		}
	}
	if code := run(args, &said, io.MultiWriter(&said)); code != want {
		t.Fatalf("suluh %s: exit code %d, want %d\n%.3000s", strings.Join(args, " "), code, want, &said)
	}
	return said.String()
}

// pagesWith gives the files of a site in which a number stands, in any of its forms.
func pagesWith(t *testing.T, dir, number string) []string {
	t.Helper()
	digits := strings.TrimPrefix(regexp.MustCompile(`\D`).ReplaceAllString(number, ""), "0")
	var found []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		if bytes.Contains(regexp.MustCompile(`[ ().\x{2011}-]`).ReplaceAll(data, nil), []byte(digits)) {
			found = append(found, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}
