package publish

import (
	"strings"
	"testing"

	"suluh"
	"suluh/internal/frontmatter"
	"suluh/internal/site"
	"suluh/internal/source"
)

// TestCompiled: what was only compiled from its sources says so, with the date of the
// newest, wherever its date stands; it grows old from that day; and a check by a
// person takes its place.
func TestCompiled(t *testing.T) {
	const compiled = "disusun: 2026-11-01"
	files := func(day string) map[string]string {
		sources := "sumber: [{nama: Koran, tanggal: 2025-03-20}, {nama: Undang-undang, tanggal: 2017}, {nama: Situs, tanggal: 2026-02}]\n"
		return map[string]string{
			"content/panduan/biaya.md": "---\njudul: Biaya\nringkasan: Biaya kerja.\n" + day + "\n" + sources + "---\nTanya dulu. ::kontak[a]\n",
			"content/kontak.yaml":      "- id: a\n  nama: Kantor A\n  kelompok: nasional\n  status: pasti\n  " + day + "\n  sumber: [{nama: Uji, tanggal: 2026-02}]\n  nomor: [{nomor: (0331) 421001, jenis: tetap}]\n",
			"villages/ambulu.md":       "---\nnama: Ambulu\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\nkontak: [{peran: Kantor, telepon: (0331) 421002}]\n" + day + "\n" + sources + "---\nDesa.\n",
		}
	}
	load := func(day string, on frontmatter.Date) *Edition {
		s, err := Load(smallSite(files(day)), Options{Options: site.Options{Date: on}, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	s := load(compiled, today)
	out := render(t, s)
	for name, words := range map[string][]string{
		"panduan/biaya.html":      {"Disusun dari sumber", "1 November 2026", "belum ditanyakan", "sumber terbaru: Februari 2026"},
		"desa/ambulu.html":        {"Disusun dari sumber", "belum ditanyakan", "sumber terbaru: Februari 2026"},
		"desa/ambulu-poster.html": {"Disusun dari sumber: 1 November 2026"},
	} {
		for _, w := range words {
			if !strings.Contains(string(out[name]), w) {
				t.Errorf("%s does not say %q", name, w)
			}
		}
	}
	for name, data := range out {
		if strings.HasSuffix(name, ".html") && strings.Contains(string(data), "Terakhir diperiksa") {
			t.Errorf("%s says that somebody checked it", name)
		}
	}
	for _, d := range s.Check() {
		if (d.Code == source.PageNeverChecked || d.Code == source.VillageNeverChecked) && files(compiled)[d.Name] != "" {
			t.Errorf("%v, though it says when it was compiled", d)
		}
	}

	later := load(compiled, frontmatter.Date{Year: 2028, Month: 1, Day: 1})
	for _, d := range later.Check() {
		if (d.Code == source.PageStale || d.Code == source.VillageStale || d.Code == source.ContactStale) && !strings.Contains(d.Text, compiled) {
			t.Errorf("%v does not stand at %q", d, compiled)
		}
	}
	for _, code := range []source.Code{source.PageStale, source.VillageStale, source.ContactStale} {
		if !strings.Contains(codes(later.Check()), string(code)) {
			t.Errorf("%s is not told of what was compiled long ago", code)
		}
	}
	if page := render(t, later)["desa/ambulu.html"]; strings.Contains(string(page), "421002") {
		t.Error("a number that was compiled more than twice its term ago is shown")
	}

	checked := frontmatter.Date{Year: 2026, Month: 11, Day: 20}
	if of := frontmatter.AsOfDates(checked, frontmatter.Date{Year: 2026, Month: 11, Day: 22}); of.Compiled || of.Date != checked {
		t.Errorf("what a person checked on %v speaks for %v", checked, of)
	}
}

func codes(list source.List) string {
	var all []string
	for _, d := range list {
		all = append(all, string(d.Code))
	}
	return strings.Join(all, " ")
}

// TestEnds: a page that ends in a month or a year is online to its last day, one that ends on a
// day until that day begins; a notice is shown on its last day, too.
func TestEnds(t *testing.T) {
	for until, days := range map[string]map[string]bool{
		"2026-11-26": {"2026-11-25": true, "2026-11-26": false},
		"2026-11":    {"2026-11-30": true, "2026-12-01": false},
		"2026":       {"2026-12-31": true, "2027-01-01": false},
	} {
		for day, online := range days {
			on := frontmatter.Date{}
			if err := on.UnmarshalText([]byte(day)); err != nil {
				t.Fatal(err)
			}
			s, err := Load(smallSite(map[string]string{
				"content/panduan/biaya.md": "---\njudul: Biaya\nringkasan: Biaya kerja.\ndisusun: 2026-11-01\nterbit: 2026-11-10\nberakhir: " + until + "\n---\nTanya dulu.\n",
			}), Options{Options: site.Options{Date: on}, Theme: suluh.Theme})
			if err != nil {
				t.Fatal(err)
			}
			if _, found := s.Lookup("panduan/biaya.html"); found != online {
				t.Errorf("until %s, on %s: online is %t", until, day, found)
			}
			for _, d := range s.Check() {
				if d.Code == source.DatesReversed {
					t.Errorf("until %s: %v", until, d)
				}
			}
		}
	}
}
