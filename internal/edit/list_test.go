package edit

import (
	"strings"
	"testing"
)

// TestList: a value of an item is set at its path, on its line, and nothing else of
// the file changes, in both kinds of line ends and both ways of writing.
func TestList(t *testing.T) {
	const list = "# Daftar.\n- id: a\n  nama: A\n  nomor:\n    - nomor: \"021 1\" # kantor\n      jenis: tetap\n    - nomor: 021 2\n  diperiksa: 2026-01-01 # lama\n  sumber:\n    - nama: Uji\n\n- id: b\n  nama: B # dua\n  nomor: [{nomor: (0331) 421111, jenis: tetap}]\n  sumber: [{nama: Uji}]\n- {id: c, nama: C}\n- id: d"
	set := func(name string, path ...any) func(*List) error {
		return func(l *List) error { return l.Set(name, "2026-12-01", path...) }
	}
	cite := func(name string) func(*List) error {
		return func(l *List) error { return l.Cite(name, "Ditelepon", "2026-12-01") }
	}
	for _, c := range []struct {
		do       func(*List) error
		was, now string
	}{
		{set("a", "diperiksa"), "2026-01-01 # lama", "2026-12-01 # lama"},
		{set("a", "nomor", 0, "nomor"), "\"021 1\" # kantor", "2026-12-01 # kantor"},
		{set("a", "nomor", 1, "nomor"), "nomor: 021 2", "nomor: 2026-12-01"},
		{set("a", "nomor", 0, "diperiksa"), "# kantor\n", "# kantor\n      diperiksa: 2026-12-01\n"},
		{set("b", "diperiksa"), "- id: b\n", "- id: b\n  diperiksa: 2026-12-01\n"},
		{set("b", "nama"), "B # dua", "2026-12-01 # dua"},
		{set("b", "nomor", 0, "nomor"), "(0331) 421111", "2026-12-01"},
		{set("b", "nomor", 0, "diperiksa"), "[{nomor", "[{diperiksa: 2026-12-01, nomor"},
		{set("c", "diperiksa"), "{id: c", "{diperiksa: 2026-12-01, id: c"},
		{set("d", "diperiksa"), "- id: d", "- id: d\n  diperiksa: 2026-12-01"},
		{cite("a"), "  sumber:\n    - nama: Uji", "  sumber:\n    - nama: Ditelepon\n      tanggal: 2026-12-01\n    - nama: Uji"},
		{cite("b"), "[{nama: Uji", "[{nama: Ditelepon, tanggal: 2026-12-01}, {nama: Uji"},
		{func(l *List) error { return l.Cite("a", "Ditelepon", "2026-12-01", "nomor", 1) }, "    - nomor: 021 2\n", "    - nomor: 021 2\n      sumber: [{nama: Ditelepon, tanggal: 2026-12-01}]\n"},
		{cite("c"), "{id: c", "{sumber: [{nama: Ditelepon, tanggal: 2026-12-01}], id: c"},
		{cite("d"), "- id: d", "- id: d\n  sumber: [{nama: Ditelepon, tanggal: 2026-12-01}]"},
	} {
		for _, ends := range []string{"\n", "\r\n"} {
			l := OpenList([]byte(strings.ReplaceAll(list, "\n", ends)), "id")
			err := c.do(l)
			if want := strings.ReplaceAll(strings.Replace(list, c.was, c.now, 1), "\n", ends); err != nil || string(l.Bytes()) != want {
				t.Errorf("%q: %v\n%s", c.now, err, Change{Name: "x", Old: []byte(want), New: l.Bytes()}.Diff())
			}
		}
	}
	for _, c := range []func(*List) error{set("e", "nama"), set("a", "nomor", 2, "nomor"), set("a", "nomor"), set("a", "nama", "x"), cite("e")} {
		l := OpenList([]byte(list), "id")
		if err := c(l); err == nil || string(l.Bytes()) != list {
			t.Errorf("what cannot be set is set: %v", err)
		}
	}
}
