package draft

import (
	"bytes"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/wilayah"
)

// TestRegion: for a regency of Indonesia there are its villages, all of them and no
// others, and nothing of the first portal's regency.
func TestRegion(t *testing.T) {
	areas, err := wilayah.All()
	if err != nil {
		t.Fatal(err)
	}
	regencies, villages, want := 0, 0, 0
	for _, a := range areas {
		if len(a.Code) != wilayah.RegencyCode {
			continue
		}
		if regencies++; regencies%20 != 0 && a.Code != "35.09" && a.Code != "35.10" {
			continue
		}
		for _, v := range areas {
			if len(v.Code) == wilayah.VillageCode && strings.HasPrefix(v.Code, a.Code+".") {
				want++
			}
		}
		if found := wilayah.Regencies(areas, a.Code); len(found) != 1 || found[0] != a {
			t.Errorf("%s finds %v", a.Code, found)
		}
		for _, c := range Region(areas, a, suluh.Registry, "2026-11-26") {
			if c.Name == "villages/wilayah.tsv" {
				for line := range strings.Lines(string(c.New)) {
					code, _, _ := strings.Cut(line, "\t")
					if len(code) == wilayah.VillageCode && code[:wilayah.RegencyCode] == a.Code {
						villages++
					} else if !strings.HasPrefix(line, "#") && code != a.Code[:wilayah.ProvinceCode] && !strings.HasPrefix(code, a.Code) {
						t.Errorf("%s has %s", a.Name, line)
					}
				}
			} else if a.Code != "35.09" && bytes.Contains(c.New, []byte("Jember")) {
				t.Errorf("%s of %s names another regency", c.Name, a.Name)
			}
		}
	}
	if regencies != 514 || villages != want || want < 2000 {
		t.Errorf("%d regencies, %d villages, want %d", regencies, villages, want)
	}
}

// TestNational: what a new portal takes over are numbers of the state, each with its source
// and its day.
func TestNational(t *testing.T) {
	data := string(national(suluh.Registry))
	entries := strings.Split(data, "\n- id: ")[1:]
	if len(entries) < 30 {
		t.Errorf("%d entries", len(entries))
	}
	for _, entry := range entries {
		id, _, _ := strings.Cut(entry, "\n")
		if strings.Contains(entry, "\n  nomor:") && (!strings.Contains(entry, "\n  sumber:") || !strings.Contains(entry, "\n  disusun:") && !strings.Contains(entry, "\n  diperiksa:")) {
			t.Errorf("%s has a number without its source or its day", id)
		}
		if strings.Contains(entry, "\n  negara:") {
			t.Errorf("%s leads to a page that is not there", id)
		}
	}
}
