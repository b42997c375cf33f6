package importer

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// bomb gives a workbook that unpacks to more than any sheet.
func bomb(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range 257 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// mistake is one that people make in a cell, and what the sheet should have said.
type mistake struct {
	column string
	break_ func(row map[string]string)
	answer string // of the marked sheet
}

var mistakes = []mistake{
	{"Telepon", func(r map[string]string) { r["Telepon"] = strings.TrimLeft(phone.Digits(r["Telepon"]), "0") }, "ya"},
	{"WA", func(r map[string]string) { r["WA"] = strings.TrimLeft(phone.Digits(r["WA"]), "0") }, "ya"},
	{"Telepon", func(r map[string]string) { r["Telepon"] += " (Bu Contoh)" }, "ya"},
	{"WA", func(r map[string]string) { r["WA"] += " wa saja" }, "ya"},
	{"Jam", func(r map[string]string) { r["Jam"] = "08.00 s/d 15.00" }, "ya"},
	{"Jam", func(r map[string]string) { r["Jam"] = "08.00-selesai" }, "Senin-Jumat 08.00-15.00"},
	{"Diperiksa", func(r map[string]string) { r["Diperiksa"] = "11/12/2025" }, "2025-12-11"},
	{"Diperiksa", func(r map[string]string) { r["Diperiksa"] = "31/06/2026" }, "2025-12-11"},
	{"Desa", func(r map[string]string) { r["Desa"] += "qq"; r["Kode"] = "" }, ""},
	{"Kode", func(r map[string]string) { r["Kode"] = strings.TrimSuffix(r["Kode"], r["Kode"][12:]) }, ""},
}

// TestCounty: a sheet of every village of the regency with forty mistakes gets forty
// remarks, each at its cell, and is right once they are answered in its marked copy.
func TestCounty(t *testing.T) {
	site := portal(t)
	codes := site.Villages.Areas.VillagesIn(site.Regency)
	if len(codes) != 248 {
		t.Fatalf("%d villages", len(codes))
	}
	headings := []string{"Kode", "Desa", "Kecamatan", "Telepon", "WA", "Jam", "Alamat", "Diperiksa"}
	right := make([]map[string]string, len(codes))
	for i, code := range codes {
		right[i] = map[string]string{
			"Kode": code, "Desa": site.Villages.Areas[code], "Kecamatan": site.Villages.Areas.DistrictOf(code), "Telepon": fmt.Sprintf("(0331) 42%04d", 1000+i),
			"WA": fmt.Sprintf("0812-0000-%04d", 1000+i), "Jam": "Senin-Jumat 08.00-15.00", "Alamat": fmt.Sprintf("Jl. Contoh %d", i+1), "Diperiksa": "2025-12-11",
		}
	}
	sheet := make([]map[string]string, len(right))
	for i := range right {
		sheet[i] = maps.Clone(right[i])
	}
	random := rand.New(rand.NewPCG(1, 2))
	planted := map[Place]mistake{}
	for i, row := range random.Perm(len(sheet))[:40] {
		m := mistakes[i%len(mistakes)]
		m.break_(sheet[row])
		planted[Place{row + 2, m.column}] = m
	}
	data := asSheet(headings, sheet)
	table, err := Read("kabupaten.csv", data)
	if err != nil {
		t.Fatal(err)
	}
	p, err := Make(table, site, nil, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Remarks {
		if _, ours := planted[Place{r.Row, r.Heading}]; !ours {
			t.Errorf("a remark where nothing is wrong: %d:%s %s %s", r.Row, r.Heading, r.Code, r.In(source.Indonesian).What)
		}
	}
	if len(p.Remarks) != len(planted) {
		t.Errorf("%d remarks on %d mistakes", len(p.Remarks), len(planted))
	}
	marked, _, err := table.Marked(p.Remarks, source.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	answered := answer(t, marked, planted, right)
	done := plan(t, "kabupaten-catatan.csv", answered, site, nil, false)
	if len(done.Remarks) > 0 {
		t.Errorf("remarks after all answers:\n%s", done.told())
	}
	now := site.applied(t, done)
	for i, code := range codes {
		v := now.Villages.Find(code)
		if v == nil {
			t.Errorf("%s has no file", code)
			continue
		}
		data, _ := now.Files.(interface{ ReadFile(string) ([]byte, error) }).ReadFile(v.File)
		file, _ := read(v.File, data)
		office := slices.IndexFunc(file.Declared, func(c village.Contact) bool { return len(c.Numbers()) == 2 })
		if office < 0 {
			t.Errorf("%s: %v", code, file.Declared)
			continue
		}
		c := file.Declared[office]
		got := []string{c.Phone.Display(), phone.Number(c.WhatsApp).Display(), file.Office.Address, file.Checked.String(), file.Office.Hours.Line()}
		want := []string{right[i]["Telepon"], right[i]["WA"], right[i]["Alamat"], right[i]["Diperiksa"], "senin-jumat 08.00-15.00"}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func asSheet(headings []string, rows []map[string]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	_ = w.Write(headings)
	for _, row := range rows {
		var cells []string
		for _, h := range headings {
			cells = append(cells, row[h])
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.Bytes()
}

// answer fills in the answers of a marked sheet as a person would: at each remark.
func answer(t *testing.T, marked []byte, planted map[Place]mistake, right []map[string]string) []byte {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(marked, []byte("\uFEFF"))))
	r.Comma = ','
	grid, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	filled := 0
	for j, heading := range grid[0] {
		of, ours := strings.CutPrefix(heading, answerHeading+": ")
		if !ours {
			continue
		}
		for i := range grid[1:] {
			if grid[i+1][j-1] == "" {
				continue
			}
			m := planted[Place{i + 2, of}]
			grid[i+1][j] = m.answer
			if m.answer == "" {
				grid[i+1][j] = right[i][of]
			}
			filled++
		}
	}
	if filled != len(planted) {
		t.Errorf("%d remarks stand in the marked sheet, want %d", filled, len(planted))
	}
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(grid); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// FuzzRead: whatever is sent, each number that would be written has its digits from
// the sheet, and nothing panics.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"Desa,Kecamatan,Telepon\nAmbulu,Ambulu,(0331) 421001\n", "Desa;Kecamatan;WA;Jam\nSabrang;Ambulu;0812 0000 0001/0813-0000-0002;8-15\n",
		"12/11/26 10.16 - A: DESA: Ambulu\nKECAMATAN: Ambulu\nWA: 081200000001\n", "Nama Desa;: Ambulu\nKode Desa;: 3509122004\nTelepon;: 0331421001\n",
		"Kode\tNo HP / WA\tPribadi\tIzin\n35.09.12.2004\t'081200000001\tya\t14/9/26\n",
	} {
		f.Add(seed)
	}
	site := portal(f)
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Read("a", []byte(text))
		if err != nil {
			return
		}
		p, err := Make(table, site, nil, false)
		if err != nil {
			t.Fatal(err)
		}
		all := phone.Digits(text)
		for _, v := range p.Villages {
			for _, change := range v.Fields {
				if !strings.HasPrefix(change.Label, "telepon") && !strings.HasPrefix(change.Label, "wa") {
					continue
				}
				if d := strings.TrimPrefix(strings.TrimPrefix(phone.Digits(change.New), "62"), "0"); !strings.Contains(all, d) {
					t.Fatalf("%s was written of %q", change.New, text)
				}
			}
		}
		if _, _, err := table.Marked(p.Remarks, source.Indonesian); err != nil {
			t.Fatal(err)
		}
	})
}
