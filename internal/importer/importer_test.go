package importer

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"suluh/internal/frontmatter"
	"suluh/internal/limits"
	"suluh/internal/source"
	"suluh/internal/village"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

var today = frontmatter.Date{Year: 2026, Month: 11, Day: 26}

// portal gives the villages of the portal, with the official list of its regency.
func portal(t testing.TB) Site {
	t.Helper()
	files := fstest.MapFS{}
	var entries []*village.Entry
	names, err := filepath.Glob("../../villages/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no villages", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		inside := village.Folder + "/" + filepath.Base(name)
		files[inside] = &fstest.MapFile{Data: data}
		v, _ := read(inside, data)
		entries = append(entries, v.Entry())
	}
	raw, err := os.ReadFile("../../villages/wilayah.tsv")
	if err != nil {
		t.Fatal(err)
	}
	f, broken := source.New(village.AreasFile, raw)
	if broken != nil {
		t.Fatal(broken)
	}
	areas, _ := village.ParseAreas(f)
	return Site{Villages: village.NewSet(entries, areas), Regency: "35.09", Files: files, Today: today}
}

// applied gives the site as it is when a plan was written.
func (s Site) applied(t testing.TB, p *Plan) Site {
	t.Helper()
	files := fstest.MapFS{}
	for name, f := range s.Files.(fstest.MapFS) {
		files[name] = f
	}
	for _, v := range p.Villages {
		files[v.Change.Name] = &fstest.MapFile{Data: v.Change.New}
	}
	var entries []*village.Entry
	for name, f := range files {
		v, faults := read(name, f.Data)
		if faults.HasErrors() {
			t.Fatalf("%s: %v", name, faults[0])
		}
		entries = append(entries, v.Entry())
	}
	s.Files, s.Villages = files, village.NewSet(entries, s.Villages.Areas)
	return s
}

func plan(t testing.TB, name string, data []byte, s Site, answers Answers, force bool) *Plan {
	t.Helper()
	table, err := Read(name, data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	p, err := Make(table, s, answers, force)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return p
}

// told writes a plan in the form of the golden files.
func (p *Plan) told() string {
	var b strings.Builder
	for _, v := range p.Villages {
		fmt.Fprintf(&b, "%s %s %s %t\n", v.Code, v.Name, v.Change.Name, v.IsNew)
		for _, f := range v.Fields {
			fmt.Fprintf(&b, "  %s: %q -> %q\n", f.Label, f.Old, f.New)
		}
	}
	for _, r := range slices.Concat(p.Remarks, p.Guards) {
		fmt.Fprintf(&b, "%s %d:%s %s %s", [...]string{"ask", "refuse", "note"}[r.Sort], r.Row, r.Heading, r.Code, r.In(source.Indonesian).What)
		if r.Proposal != "" {
			fmt.Fprintf(&b, " [%s]", r.Proposal)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestCases: what each real shape of a sheet or of a chat becomes.
func TestCases(t *testing.T) {
	files, _ := filepath.Glob("testdata/cases/*.*")
	site := portal(t)
	for _, file := range files {
		if strings.HasSuffix(file, ".want") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := plan(t, filepath.Base(file), data, site, nil, false).told()
			golden := file + ".want"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// TestYes: a yes takes the proposal, and nothing else of the sheet changes.
func TestYes(t *testing.T) {
	site := portal(t)
	for _, c := range []struct {
		file, heading string
		row           int
		answer, want  string
	}{
		{"03-zero-lost.csv", "telepon", 2, "ya", "(0331) 421001"},
		{"03-zero-lost.csv", "wa", 3, "Ya", "0852-0000-0002"},
		{"03-zero-lost.csv", "wa", 3, "0813-0000-0002", "0813-0000-0002"},
		{"04-two-numbers.csv", "telepon", 2, "ya", "(0331) 421002"},
		{"08-number-format.xlsx", "telepon", 2, "ya", "(0331) 421001"},
		{"09-dates.csv", "tgl izin", 6, "ya", "2026-04-03"},
		{"10-hours.csv", "jam pelayanan", 4, "Senin-Sabtu 08.00-15.00", "senin-sabtu 08.00-15.00"},
		{"11-names.csv", "desa", 10, "ya", "(0331) 421009"},
		{"13-whatsapp-android.txt", "jam", 18, "ya", "senin-jumat 08.00-15.00"},
		{"14-private.csv", "nomor pribadi?", 6, "tidak", "0812-0000-0005"},
		{"15-near-headings.csv", "no hp / wa", 1, "wa", "0812-0000-0002"},
	} {
		data, err := os.ReadFile("testdata/cases/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		holds := func(p *Plan) bool {
			return slices.ContainsFunc(p.Villages, func(v Village) bool {
				return slices.ContainsFunc(v.Fields, func(f FieldChange) bool { return f.New == c.want })
			})
		}
		if holds(plan(t, c.file, data, site, nil, false)) {
			t.Errorf("%s: %s is written without a yes", c.file, c.want)
		}
		p := plan(t, c.file, data, site, Answers{{c.row, c.heading}: c.answer}, false)
		if !holds(p) {
			t.Errorf("%s: %s is not written after a yes:\n%s", c.file, c.want, p.told())
		}
		site.applied(t, p)
	}
}

// TestWrittenOnce: what was written is not written again, and comments and all that
// the sheet does not speak of stay.
func TestWrittenOnce(t *testing.T) {
	site := portal(t)
	for _, file := range []string{"01-semicolon.csv", "05-apostrophe.csv", "09-dates.csv", "10-hours.csv", "13-whatsapp-android.txt", "22-opensid.csv"} {
		data, err := os.ReadFile("testdata/cases/" + file)
		if err != nil {
			t.Fatal(err)
		}
		first := plan(t, file, data, site, nil, false)
		if len(first.Villages) == 0 {
			t.Fatalf("%s changes nothing", file)
		}
		if again := plan(t, file, data, site.applied(t, first), nil, false); len(again.Villages) > 0 {
			t.Errorf("%s changes something the second time:\n%s", file, again.told())
		}
		for _, v := range first.Villages {
			if v.IsNew {
				continue
			}
			_, body, _ := strings.Cut(string(v.Change.Old), "\n---\n")
			if !strings.HasSuffix(string(v.Change.New), "\n---\n"+body) {
				t.Errorf("%s: the text of %s has changed", file, v.Change.Name)
			}
		}
	}
}

// TestGuard: a sheet that replaces what a third of the villages have is stopped, and
// cells that say nothing take nothing away, unless somebody forces it.
func TestGuard(t *testing.T) {
	site := portal(t)
	sheet := func(area string, n int) []byte {
		var b strings.Builder
		b.WriteString("Kode;Telepon\n")
		i := 0
		for v := range site.Villages.All() {
			if v.Code != "" && i < n {
				fmt.Fprintf(&b, "%s;(0331) %s%02d\n", v.Code, area, i)
				i++
			}
		}
		return []byte(b.String())
	}
	filled := site.applied(t, plan(t, "a.csv", sheet("4210", 11), site, nil, false))
	for n, stops := range map[int]bool{2: false, 4: false, 5: true, 11: true} {
		p := plan(t, "b.csv", sheet("4310", n), filled, nil, false)
		if len(p.Guards) > 0 != stops {
			t.Errorf("%d of 12 villages replaced: stopped %t", n, !stops)
		}
		if forced := plan(t, "b.csv", sheet("4310", n), filled, nil, true); len(forced.Guards) > 0 || len(forced.Villages) != n {
			t.Errorf("forced: %d of %d villages, %d guards", len(forced.Villages), n, len(forced.Guards))
		}
	}
	empty := []byte("Desa,Kecamatan,Telepon,Alamat\nAmbulu,Ambulu,-,tidak ada\n")
	if p := plan(t, "c.csv", empty, filled, nil, false); len(p.Villages) > 0 || !strings.Contains(p.told(), string(source.ImportKept)) {
		t.Errorf("an empty cell takes a number away:\n%s", p.told())
	}
	address := []byte("Desa,Kecamatan,Alamat\nKemuningsari Kidul,Jenggawah,-\n")
	if p := plan(t, "d.csv", address, filled, nil, false); len(p.Villages) > 0 || !strings.Contains(p.told(), string(source.ImportKept)) {
		t.Errorf("an empty cell takes an address away:\n%s", p.told())
	}
	if p := plan(t, "c.csv", empty, filled, nil, true); len(p.Villages) != 1 || strings.Contains(string(p.Villages[0].Change.New), "4210") {
		t.Errorf("force does not empty:\n%s", p.told())
	}
}

// TestDates: a sheet that renews the day of every check is no danger; one that is older
// than the last check does not set it back, and says so.
func TestDates(t *testing.T) {
	site := portal(t)
	sheet := func(day string) []byte {
		var b strings.Builder
		b.WriteString("Kode;Diperiksa\n")
		for v := range site.Villages.All() {
			if v.Code != "" {
				fmt.Fprintf(&b, "%s;%s\n", v.Code, day)
			}
		}
		return []byte(b.String())
	}
	checked := site.applied(t, plan(t, "a.csv", sheet("2026-11-20"), site, nil, false))
	if p := plan(t, "b.csv", sheet("2026-11-25"), checked, nil, false); len(p.Guards) > 0 || len(p.Villages) != 11 {
		t.Errorf("later days: %d villages, guards %v", len(p.Villages), p.Guards)
	}
	p := plan(t, "c.csv", sheet("2026-11-10"), checked, nil, false)
	if told := p.told(); len(p.Villages) > 0 || strings.Count(told, string(source.ImportDateOlder)) != 11 {
		t.Errorf("earlier days: %d villages\n%s", len(p.Villages), told)
	}
	if p := plan(t, "c.csv", sheet("2026-11-10"), checked, nil, true); len(p.Villages) != 11 {
		t.Errorf("earlier days, forced: %d villages", len(p.Villages))
	}
}

// TestConsentIsForOneNumber: a private number that is replaced goes, though its
// contact stays.
func TestConsentIsForOneNumber(t *testing.T) {
	site := portal(t)
	site = site.applied(t, plan(t, "a.csv", []byte("Desa,Kecamatan,Petugas,WA,Pribadi,Izin\nAmbulu,Ambulu,Petugas Desbumi,0812-0000-0001,ya,2026-09-14\n"), site, nil, false))
	p := plan(t, "a.txt", []byte("DESA: Ambulu\nKECAMATAN: Ambulu\nPETUGAS (Petugas Desbumi): 0813-0000-0002\nIZIN: 10 November 2026\n"), site, nil, false)
	now := string(p.Villages[0].Change.New)
	if strings.Contains(now, "0812-0000-0001") || !strings.Contains(now, "0813-0000-0002") || !strings.Contains(now, "izin: 2026-11-10") {
		t.Error(now)
	}
}

// TestMarkedChat: the marked copy of a chat asks what has no column in one of its own,
// and the answer there writes the number.
func TestMarkedChat(t *testing.T) {
	site := portal(t)
	table, err := Read("a.txt", []byte("DESA: Ambulu\nKECAMATAN: Ambulu\nJAM: 08.00-15.00\nPETUGAS (Petugas Desbumi): 0812-0000-0007\n"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := Make(table, site, nil, false)
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := table.Marked(p.Remarks, source.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	marked := string(data)
	head, row, _ := strings.Cut(strings.TrimRight(marked, "\r\n"), "\r\n")
	if !strings.HasSuffix(head, ";Catatan: Pribadi;Jawaban: Pribadi") || !strings.HasSuffix(row, ";") {
		t.Fatal(marked)
	}
	for answer, written := range map[string]bool{"": false, "tidak": true} {
		if got := strings.Contains(plan(t, "b.csv", []byte(head+"\r\n"+row+answer+"\r\n"), site, nil, false).told(), `"0812-0000-0007"`); got != written {
			t.Errorf("answered %q, the number is written: %t", answer, got)
		}
	}
}

// TestDisputed: what two rows say differently of one village, no third one settles.
func TestDisputed(t *testing.T) {
	site := portal(t)
	p := plan(t, "a.csv", []byte("Desa,Kecamatan,Telepon,Alamat\nAmbulu,Ambulu,(0331) 421001,Jl. A\nAmbulu,Ambulu,(0331) 421002,Jl. B\nAmbulu,Ambulu,(0331) 421003,Jl. C\n"), site, nil, false)
	if len(p.Villages) > 0 || len(p.Remarks) != 2 {
		t.Error(p.told())
	}
}

// TestAnswerIsJudged: an answer takes the place of its cell before the cell is judged,
// and the table stays as it was sent.
func TestAnswerIsJudged(t *testing.T) {
	site := portal(t)
	table, err := Read("a.csv", []byte("Desa,Kecamatan,Alamat\nAmbulu,Ambulu,"+strings.Repeat("a", limits.SheetCell.Max+1)+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		answer string
		told   string
	}{{"Jl. Contoh 1", `"Jl. Contoh 1"`}, {strings.Repeat("b", limits.SheetCell.Max+1), string(source.ImportCellLong)}, {"", string(source.ImportCellLong)}} {
		answers := Answers{}
		if c.answer != "" {
			answers[Place{2, "alamat"}] = c.answer
		}
		p, err := Make(table, site, answers, false)
		if err != nil || !strings.Contains(p.told(), c.told) || len(p.Remarks)+len(p.Villages) != 1 {
			t.Errorf("%.20s: %v\n%.300s", c.answer, err, p.told())
		}
	}
}

// TestRefusedWhole: what is no sheet and no chat, or too much of one, is refused with
// its reason.
func TestRefusedWhole(t *testing.T) {
	rows := strings.Repeat("Ambulu,Ambulu,(0331) 421001\n", 100_001)
	for name, c := range map[string]struct {
		data string
		want error
	}{
		"nothing":        {"", ErrNoHeadings},
		"words":          {"Terima kasih banyak.\nSalam.\n", ErrNoHeadings},
		"a picture":      {"\x89PNG\r\n\x1a\n\x00\x00", ErrNoHeadings},
		"a document":     {"PK\x03\x04nonsense", ErrWorkbook},
		"an old Excel":   {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", ErrOldExcel},
		"too many rows":  {"Desa,Kecamatan,Telepon\n" + rows, ErrTooLarge},
		"too many bytes": {strings.Repeat("x", 16<<20+1), ErrTooLarge},
		"too many cells": {"Desa,Kecamatan,Telepon" + strings.Repeat(",", 200) + "\n", ErrTooLarge},
		"a bomb":         {bomb(t), ErrTooLarge},
	} {
		if _, err := Read("a", []byte(c.data)); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// TestEveryRemarkIsSeen: each remark of the catalogue stands in a golden case, so that
// none is dead.
func TestEveryRemarkIsSeen(t *testing.T) {
	elsewhere := []source.Code{source.ImportKept, source.ImportGuardShare, source.ImportCellLong, source.ImportFileBroken, source.ImportSheetUnused, source.ImportDateOlder}
	files, _ := filepath.Glob("testdata/cases/*.want")
	var all strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	for _, code := range source.Codes() {
		if strings.HasPrefix(code, "KIRIM") && !slices.Contains(elsewhere, source.Code(code)) && !strings.Contains(all.String(), " "+code+" ") {
			t.Errorf("no case shows %s", code)
		}
	}
}

// TestStrangeWorkbooks: other sheets are named, a long cell is refused, a broken file
// is left alone.
func TestStrangeWorkbooks(t *testing.T) {
	site := portal(t)
	book := func(cells map[string]map[string]any) []byte {
		f := excelize.NewFile()
		defer f.Close()
		for _, sheet := range []string{"Sheet1", "Isi", "Lain"} {
			if cells[sheet] == nil {
				continue
			}
			if _, err := f.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			for cell, value := range cells[sheet] {
				if err := f.SetCellValue(sheet, cell, value); err != nil {
					t.Fatal(err)
				}
			}
		}
		b, err := f.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	p := plan(t, "a.xlsx", book(map[string]map[string]any{
		"Sheet1": {"A1": "Petunjuk mengisi"},
		"Isi": {"A1": "Desa", "B1": "Kecamatan", "C1": "Telepon", "D1": "Diperiksa", "A2": "Ambulu", "B2": "Ambulu", "C2": "(0331) 421001",
			"D2": time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), "A3": "Sabrang", "B3": "Ambulu", "C3": strings.Repeat("(0331) 421001 ", 400)},
	}), site, nil, false)
	told := p.told()
	for _, want := range []string{"note 0:Sheet1 " + string(source.ImportSheetUnused), `diperiksa: "" -> "2026-11-24"`, "refuse 3:Telepon " + string(source.ImportCellLong)} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is missing of\n%s", want, told)
		}
	}
	site.Files.(fstest.MapFS)["villages/ambulu.md"] = &fstest.MapFile{Data: []byte("---\nnama: [Ambulu\n---\nA\n")}
	if told := plan(t, "a.csv", []byte("Kode,Telepon\n35.09.12.2004,(0331) 421001\n"), site, nil, false).told(); !strings.Contains(told, string(source.ImportFileBroken)) {
		t.Errorf("a broken file is changed:\n%s", told)
	}
}

// TestLimits: each limit of a sheet holds at itself and not at one more.
func TestLimits(t *testing.T) {
	if testing.Short() {
		t.Skip("reads sheets as large as they may be")
	}
	row := "Ambulu,Ambulu,(0331) 421001\n"
	head := "Desa,Kecamatan,Telepon\n"
	for name, c := range map[string]struct{ within, above string }{
		"rows":    {head + strings.Repeat(row, limits.SheetRows.Max-1), head + strings.Repeat(row, limits.SheetRows.Max)},
		"columns": {"Desa,Kecamatan" + strings.Repeat(",x", limits.SheetColumns.Max-2) + "\n", "Desa,Kecamatan" + strings.Repeat(",x", limits.SheetColumns.Max-1) + "\n"},
		"bytes":   {head + strings.Repeat(" ", limits.Sheet.Max-len(head)), head + strings.Repeat(" ", limits.Sheet.Max-len(head)+1)},
	} {
		if _, err := Read("a.csv", []byte(c.within)); err != nil {
			t.Errorf("%s: %v within the limit", name, err)
		}
		if _, err := Read("a.csv", []byte(c.above)); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v above the limit", name, err)
		}
	}
	site := portal(t)
	for n, long := range map[int]bool{limits.SheetCell.Max: false, limits.SheetCell.Max + 1: true} {
		told := plan(t, "a.csv", []byte("Desa,Kecamatan,Alamat\nAmbulu,Ambulu,"+strings.Repeat("a", n)+"\n"), site, nil, false).told()
		if strings.Contains(told, string(source.ImportCellLong)) != long {
			t.Errorf("a cell of %d bytes:\n%.200s", n, told)
		}
	}
}

// TestGuideForm: the form that PANDUAN.md gives officials is read line by line.
func TestGuideForm(t *testing.T) {
	guide, err := os.ReadFile("../../PANDUAN.md")
	if err != nil {
		t.Fatal(err)
	}
	_, form, found := strings.Cut(string(guide), "    DESA:\n")
	form, _, ended := strings.Cut("    DESA:\n"+form, "\n\n")
	if !found || !ended {
		t.Fatal("PANDUAN.md has no form")
	}
	values := map[string]string{
		"DESA": "Ambulu", "KECAMATAN": "Ambulu", "TELEPON": "(0331) 421001", "WA": "0812-0000-0001", "JAM": "Senin-Jumat 08.00-15.00", "ALAMAT": "Jl. Contoh 1",
		"PETUNJUK": "seberang masjid", "PETUGAS": "Petugas Desbumi 0813-0000-0002", "PRIBADI": "ya", "IZIN": "10 November 2026", "BENTUK": "surat", "LINGKUP": "halaman, kartu",
	}
	var text strings.Builder
	for line := range strings.Lines(form) {
		label := strings.TrimSpace(line)
		word, _, _ := strings.Cut(strings.TrimSuffix(label, ":"), " ")
		if values[word] == "" {
			t.Errorf("the form asks for %s, which nobody tests", word)
		}
		text.WriteString(label + " " + values[word] + "\n")
	}
	p := plan(t, "a.txt", []byte(text.String()), portal(t), nil, false)
	if len(p.Remarks) > 0 || len(p.Villages) != 1 || len(p.Villages[0].Fields) != 9 {
		t.Errorf("the form becomes\n%s", p.told())
	}
}
