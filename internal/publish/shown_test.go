package publish

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"suluh"
	"suluh/internal/frontmatter"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/source"
)

// gated is a site with numbers that may not be shown, each under its own digits,
// and with one that may.
var gated = map[string]string{
	"content/situs.yaml":         "nama: Coba\nnama_tab: Buku\nbahasa: [id, en]\nkeluar: https://example.org/\nalamat: https://example.org/\nutama: [segar, lama]\n",
	"content/beranda.md":         "---\njudul: Awal\nringkasan: Awal.\ndiperiksa: 2026-11-01\n---\n:kontak[segar] :kontak[lama] :kontak[besok] :kontak[ditarik]\n\n:kontak[lama]\n\n:kontak[besok]\n\n:desa[gabung]\n",
	"content/negara/malaysia.md": "---\njudul: Malaysia\nringkasan: M.\ndiperiksa: 2026-11-01\n---\n## Hubungi :kontak[lama] segera\n\n:kontak[ditarik]\n",
	"content/kontak.yaml": `- {id: segar, nama: Segar, kelompok: nasional, status: pasti, diperiksa: 2026-11-01, sumber: [{nama: Uji}], nomor: [{nomor: (0331) 421000, jenis: tetap}]}
- {id: lama, nama: Lama, kelompok: nasional, status: pasti, diperiksa: 2020-11-01, sumber: [{nama: Uji}], nomor: [{nomor: (0331) 421001, jenis: tetap}, {nomor: 0812-0000-1001, jenis: wa}]}
- {id: besok, nama: Besok, kelompok: nasional, status: pasti, diperiksa: 2062-11-01, sumber: [{nama: Uji}], nomor: [{nomor: (0331) 421002, jenis: tetap}]}
- {id: ditarik, nama: Ditarik, kelompok: perwakilan, negara: [malaysia], status: kosong, diperiksa: 2026-11-01, sumber: [{nama: Uji}], nomor: [{nomor: (0331) 421003, jenis: tetap}]}
`,
	"villages/lama.md":   "---\nnama: Lama\nkode: \"35.09.12.2001\"\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Kantor, telepon: (0331) 421011, wa: 0812-0000-1011, pribadi: tidak}\ndiperiksa: 2020-01-01\ntinjau: 30 hari\nsumber: [{nama: Uji}]\n---\n",
	"villages/tanpa.md":  "---\nnama: Tanpa\nkode: \"35.09.12.2002\"\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Kader, wa: 0812-0000-1012, pribadi: ya}\ndiperiksa: 2026-11-01\nsumber: [{nama: Uji}]\n---\n",
	"villages/izin.md":   "---\nnama: Izin\nkode: \"35.09.12.2003\"\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Kader, wa: 0812-0000-1013, pribadi: ya, izin: 2062-09-14}\ndiperiksa: 2026-11-01\nsumber: [{nama: Uji}]\n---\n",
	"villages/besok.md":  "---\nnama: Besok\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Kantor, telepon: (0331) 421014}\ndiperiksa: 2027-11-01\nsumber: [{nama: Uji}]\n---\n",
	"villages/gabung.md": "---\nnama: Gabung\nkode: \"35.09.12.2005\"\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Kader, wa: 0812-0000-1015, pribadi: ya, izin: 2062-09-14}\n  - {peran: Kantor, telepon: (0331) 421025}\ndiperiksa: 2026-11-01\nsumber: [{nama: Uji}]\n---\n",
}

// TestGate: no file of the whole output, whatever its kind, holds a number that
// may not be shown on the day.
func TestGate(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range gated {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := Load(fsys, Options{Options: site.Options{Date: today, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range s.Check() {
		if strings.HasPrefix(string(d.Code), "DATA0") || strings.HasPrefix(string(d.Code), "TEL0") && d.Code != "TEL08" {
			t.Errorf("the test's site is broken: %v", d)
		}
	}
	files := render(t, s)
	forms := func(local string) []string { // 331421001: as it is dialled, shown, linked
		return []string{local, "(0" + local[:3] + ") " + local[3:], local[:3] + " " + local[3:], local[:3] + "-" + local[3:7] + "-" + local[7:], local[:3] + "%20" + local[3:]}
	}
	for _, hidden := range []string{
		"331421001", "81200001001", "331421002", "331421003", "331421011", "81200001011", "81200001012", "81200001013", "331421014", "81200001015",
	} {
		for name, data := range files {
			for _, form := range forms(hidden) {
				if strings.Contains(string(data), form) {
					t.Errorf("%s holds %s", name, form)
				}
			}
		}
	}
	for shown, name := range map[string]string{"331421000": "index.html", "331421025": "desa/gabung.vcf"} {
		if !strings.Contains(string(files[name]), shown) {
			t.Errorf("%s does not hold %s, which may be shown", name, shown)
		}
	}
	for _, name := range []string{"desa/lama.vcf", "desa/tanpa.vcf", "desa/izin.vcf", "desa/besok.vcf", "kontak/lama.vcf", "kontak/besok.vcf", "kontak/ditarik.vcf"} {
		if files[name] != nil {
			t.Errorf("there is %s, a card without a number", name)
		}
	}
}

// TestOneGate: only the gate, what reads the files and what checks them look at
// the numbers that files declare.
func TestOneGate(t *testing.T) {
	may := map[string]bool{"../site/shown.go": true, "../content/contact.go": true, "../check/check.go": true, "../check/villages.go": true}
	raw := map[string]bool{"Declared": true, "Consent": true, "Phone": true}
	var files []string
	for _, folder := range []string{"site", "content", "check", "theme", "channel", "channel/*", "pages", "publish", "kit", "due", "serve"} {
		found, err := filepath.Glob("../" + folder + "/*.go")
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d files, %v", folder, len(found), err)
		}
		files = append(files, found...)
	}
	looked := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || may[file] {
			continue
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				looked++
				if raw[sel.Sel.Name] {
					t.Errorf("%v reads %s, which only the gate may", fset.Position(sel.Pos()), sel.Sel.Name)
				}
			}
			return true
		})
	}
	if looked < 1000 {
		t.Errorf("only %d expressions were looked at", looked)
	}
}

// TestToday: the site's day is that of its zone, also where the clock of a
// server is behind.
func TestToday(t *testing.T) {
	night := time.Date(2026, 11, 25, 18, 30, 0, 0, time.UTC) // 01.30 WIB of the next day
	for zone, want := range map[string]string{"": "2026-11-26", "WIB": "2026-11-26", "WIT": "2026-11-26"} {
		if got := site.Today(night, zone).String(); got != want {
			t.Errorf("Today(%q) = %s, want %s", zone, got, want)
		}
	}
	fsys := fstest.MapFS{}
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	fsys["content/beranda.md"] = &fstest.MapFile{Data: []byte("---\njudul: Awal\nringkasan: Awal.\ndiperiksa: 2026-11-26\n---\nHalo.\n")}
	s, err := Load(fsys, Options{Options: site.Options{Now: night, Jobs: 1}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range s.Check() {
		t.Errorf("checked on its own day: %v", d)
	}
}

// TestNumberOfItsOwn: status and check of one number go before those of its
// contact, and no other number of the contact is touched by them.
func TestNumberOfItsOwn(t *testing.T) {
	files := map[string]string{"content/kontak.yaml": `- id: a
  nama: Kantor A
  kelompok: nasional
  status: pasti
  diperiksa: 2026-11-01
  sumber: [{nama: Uji}]
  nomor:
    - {nomor: (0331) 421001, jenis: tetap}
    - {nomor: (0331) 421002, jenis: tetap, status: perlu-dipastikan}
    - {nomor: (0331) 421003, jenis: tetap, diperiksa: 2024-01-01, sumber: [{nama: Koran}]}
    - {nomor: (0331) 421004, jenis: tetap, diperiksa: 2026-04-01}
- id: b
  nama: Kantor B
  kelompok: nasional
  status: perlu-dipastikan
  diperiksa: 2024-01-01
  sumber: [{nama: Uji}]
  nomor:
    - {nomor: (0331) 421005, jenis: tetap}
    - {nomor: (0331) 421006, jenis: tetap, diperiksa: 2026-11-01, status: pasti}
`}
	s, err := Load(smallSite(files), Options{Options: site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 26}}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"a": "(0331) 421001 false, (0331) 421002 true, (0331) 421004 true", "b": "(0331) 421006 false"} {
		var got []string
		for _, n := range s.ShownContact(s.Contacts.ByID[id]).Numbers() {
			got = append(got, fmt.Sprintf("%s %t", n.Display(), n.Doubtful))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s shows %v, want %s", id, got, want)
		}
	}
	out, _ := s.Lookup(permalink.Numbers)
	var page bytes.Buffer
	if err := out.Render(&page); err != nil {
		t.Fatal(err)
	}
	for _, hidden := range []string{"421003", "421005"} {
		if strings.Contains(page.String(), hidden) {
			t.Errorf("the page shows %s", hidden)
		}
	}
	if n := strings.Count(page.String(), s.Locales[0].Words.DoubtNote); n != 2 {
		t.Errorf("%d numbers are to be confirmed, want 2", n)
	}
	due := 0
	for _, d := range s.Check() {
		if d.Code == source.ContactStale {
			due++
		}
	}
	if due != 3 { // two numbers of a, and b
		t.Errorf("%d are due, want 3: %v", due, s.Check())
	}
}
