package publish

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// slipSite is what each slip is put into.
var slipSite = map[string]string{
	"content/situs.yaml":      "nama: Coba\nnama_tab: Buku\nbahasa: [id, en]\nkeluar: https://example.org/\nutama: [kantor-coba]\nkabupaten: {kode: \"35.09\", nama: Jember, lintang: -8.2, bujur: 113.6}\n",
	"content/beranda.md":      "---\njudul: Awal\nringkasan: Awal.\ndiperiksa: 2026-11-01\n---\nHalo.\n",
	"content/kontak.yaml":     "- id: kantor-coba\n  nama: Kantor Coba\n  kelompok: nasional\n  status: pasti\n  diperiksa: 2026-11-01\n  sumber: [{nama: Uji}]\n  nomor:\n    - {nomor: (0331) 421000, jenis: tetap}\n",
	"content/istilah.yaml":    "- kata: PMI\n  arti: Pekerja.\n",
	"content/panduan/lain.md": "---\njudul: Lain\nringkasan: Lain.\ndiperiksa: 2026-11-01\n---\nHalo.\n",
}

// TestSlips reads testdata/slips.tsv: slips of editors and officials, each in a
// file of its own, and the codes and lines that are told of it. The last column
// says in words what is wanted, as it was written before the program was tried.
func TestSlips(t *testing.T) {
	const file = "testdata/slips.tsv"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	areas, err := os.ReadFile("../../villages/wilayah.tsv")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"villages/wilayah.tsv": {Data: areas}}
	for name, text := range slipSite {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	was := today
	today.Day = 26
	defer func() { today = was }()
	base := load(t, fsys, 1)
	lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
	told := 0
	for i, line := range lines[1:] {
		cells := strings.Split(string(line), "\t")
		if len(cells) != 5 {
			t.Fatalf("row %d has %d cells", i+2, len(cells))
		}
		name, text := unquote(t, cells[1]), unquote(t, cells[2])
		before, there := fsys[name]
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		s, err := base.Reload([]string{name})
		if err != nil {
			t.Fatalf("row %d: %v", i+2, err)
		}
		var codes []string
		for _, d := range s.Check() {
			code := string(d.Code) + ":" + strconv.Itoa(d.Line)
			if d.Name == name && !d.IsGap() && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
		got := strings.Join(codes, " ")
		if got != "" {
			told++
		}
		if *update {
			cells[3] = got
			lines[i+1] = []byte(strings.Join(cells, "\t"))
		} else if got != cells[3] {
			t.Errorf("%s is answered with %q, not %q (%s)", cells[0], got, cells[3], cells[4])
		}
		if delete(fsys, name); there {
			fsys[name] = before
		}
	}
	if *update {
		if err := os.WriteFile(file, append(bytes.Join(lines, []byte("\n")), '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d of %d slips are told", told, len(lines)-1)
}

func unquote(t *testing.T, cell string) string {
	t.Helper()
	text, err := strconv.Unquote(`"` + cell + `"`)
	if err != nil {
		t.Fatalf("%q: %v", cell, err)
	}
	return text
}
