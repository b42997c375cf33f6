package edit

import (
	"strings"
	"testing"
)

const village = `---
# Desa contoh.
nama: Ambulu # nama resmi
kode: "35.09.12.2004"
kantor:
  # dari kecamatan
  kodepos: "68172"   # lama

  alamat: Jl. A
kontak: []

# Layanan yang dibuka.
layanan: [data, ekonomi]
sumber:
- nama: Antara
  tanggal: "2024-12" # bulan saja
---
kantor: ini isi, bukan kunci.
`

func TestMatter(t *testing.T) {
	cases := []struct {
		name  string
		value any
		path  []any
		was   string
		now   string
	}{
		{"a value on its line keeps its comment", "Ambulu Baru", []any{"nama"}, "nama: Ambulu #", "nama: Ambulu Baru #"},
		{"quotes stay", Plain("35.09.12.2005"), []any{"kode"}, `"35.09.12.2004"`, `"35.09.12.2005"`},
		{"a text that is no text in YAML is quoted", "ya: [tidak", []any{"nama"}, "nama: Ambulu #", `nama: "ya: [tidak" #`},
		{"a key inside keeps its comments", "Jl. B", []any{"kantor", "alamat"}, "  # dari kecamatan\n  kodepos: \"68172\"   # lama\n\n  alamat: Jl. A\n", "  # dari kecamatan\n  kodepos: \"68172\" # lama\n\n  alamat: Jl. B\n"},
		{"a new key inside", Plain("(0331) 421000"), []any{"kantor", "telepon"}, "  kodepos: \"68172\"   # lama\n\n  alamat: Jl. A\n", "  kodepos: \"68172\" # lama\n\n  alamat: Jl. A\n  telepon: (0331) 421000\n"},
		{"an empty list gets its first item", Map{{"peran", "Kantor desa"}, {"wa", Plain("0812-0000-0001")}}, []any{"kontak", 0}, "kontak: []\n", "kontak:\n  - peran: Kantor desa\n    wa: 0812-0000-0001\n"},
		{"a new key of the file", Plain("2026-11-26"), []any{"diperiksa"}, "# bulan saja\n---", "# bulan saja\ndiperiksa: 2026-11-26\n---"},
	}
	for _, ends := range []string{"\n", "\r\n"} {
		for _, c := range cases {
			m, err := Open([]byte(strings.ReplaceAll(village, "\n", ends)))
			if err != nil {
				t.Fatal(err)
			}
			if err := m.Set(c.value, c.path...); err != nil {
				t.Errorf("%s: %v", c.name, err)
				continue
			}
			got, want := string(m.Bytes()), strings.ReplaceAll(strings.Replace(village, c.was, c.now, 1), "\n", ends)
			if strings.Replace(got, ends+ends+"  alamat", ends+"  alamat", 1) != strings.Replace(want, ends+ends+"  alamat", ends+"  alamat", 1) {
				t.Errorf("%s (%q):\n%s", c.name, ends, Change{Name: "desa.md", Old: []byte(want), New: m.Bytes()}.Diff())
			}
		}
	}
}

func TestMatterRemoves(t *testing.T) {
	m, err := Open([]byte(village))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range [][]any{{"layanan"}, {"kantor", "alamat"}, {"sumber", 0, "tanggal"}, {"tidak-ada"}, {"kantor", "tidak", "ada"}} {
		if err := m.Remove(path...); err != nil {
			t.Fatal(err)
		}
	}
	got := string(m.Bytes())
	for _, gone := range []string{"layanan", "alamat", "2024-12"} {
		if strings.Contains(got, gone) {
			t.Errorf("%s is still there:\n%s", gone, got)
		}
	}
	for _, stays := range []string{"# Layanan yang dibuka.", "# nama resmi", `kodepos: "68172"`, "nama: Antara", "kantor: ini isi"} {
		if !strings.Contains(got, stays) {
			t.Errorf("%s is gone:\n%s", stays, got)
		}
	}
}

func TestMatterRefuses(t *testing.T) {
	for _, text := range []string{"", "nama: A\n", "---\nnama: A\n", "-- -\n---\n"} {
		if _, err := Open([]byte(text)); err == nil {
			t.Errorf("%q is taken for front matter", text)
		}
	}
	for text, path := range map[string][]any{
		"---\nnama: A\nnama: B\n---\n": {"nama"},
		"---\nnama: *a\n---\n":         {"nama", "x"},
		"---\nnama: A\n---\n":          {"nama", "x"},
		"---\nnama: [a]\n---\n":        {"nama", 2},
	} {
		m, err := Open([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Set("x", path...); err == nil {
			t.Errorf("%q takes %v:\n%s", text, path, m.Bytes())
		}
		if string(m.Bytes()) != text {
			t.Errorf("a refused change has changed %q", text)
		}
	}
}
