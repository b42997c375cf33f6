package draft

import (
	"io/fs"
	"regexp"
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
		changes, err := Region(areas, a, suluh.Content, "2026-11-26")
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			if c.Name == "villages/wilayah.tsv" {
				for line := range strings.Lines(string(c.New)) {
					code, _, _ := strings.Cut(line, "\t")
					if len(code) == wilayah.VillageCode && code[:wilayah.RegencyCode] == a.Code {
						villages++
					} else if !strings.HasPrefix(line, "#") && code != a.Code[:wilayah.ProvinceCode] && !strings.HasPrefix(code, a.Code) {
						t.Errorf("%s has %s", a.Name, line)
					}
				}
			} else if a.Code != "35.09" {
				for _, line := range localLines(string(c.New)) {
					t.Errorf("%s of %s speaks of another regency: %s", c.Name, a.Name, line)
				}
			}
		}
	}
	if regencies != 514 || villages != want || want < 2000 {
		t.Errorf("%d regencies, %d villages, want %d", regencies, villages, want)
	}
}

// ofFirst is what only the first portal's regency has: its name, its districts, its hospitals.
var ofFirst = regexp.MustCompile(`(?i)jember|0331|Ambulu|Wuluhan|Tempurejo|Kaliwates|Patrang|Sumbersari|Puger|Balung|Ledokombo|Soebandi|Wadul|Gajah Mada|:desa\[|-jember\]|-jatim\]`)

// localLines gives the lines of a file that speak of the first portal's regency. The
// addresses of sources are what they are.
func localLines(text string) []string {
	var found []string
	for line := range strings.Lines(text) {
		if ofFirst.MatchString(line) && !strings.HasPrefix(strings.TrimSpace(line), "alamat: http") {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

// TestElsewhere: each row of elsewhere.tsv is still needed, so that a guide that is written
// anew is read anew; and what a new portal takes over is all of the guides.
func TestElsewhere(t *testing.T) {
	rows := rewordings()
	for i, row := range rows {
		needed := false
		for _, root := range taken {
			err := fs.WalkDir(suluh.Content, root, func(name string, d fs.DirEntry, err error) error {
				if err != nil || d.IsDir() || strings.HasSuffix(name, ".en.md") {
					return err
				}
				data, err := fs.ReadFile(suluh.Content, name)
				file := strings.TrimPrefix(name, "content/")
				before := reword(file, string(data), rows[:i])
				needed = needed || before != reword(file, before, rows[i:i+1])
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if !needed {
			t.Errorf("elsewhere.tsv: %s has no %q", row.file, row.words)
		}
	}
	changes, err := guides(suluh.Content)
	if err != nil || len(changes) < 50 {
		t.Errorf("%d files, %v", len(changes), err)
	}
}

// TestNational: what a new portal takes over are numbers of the state, each with its source
// and its day.
func TestNational(t *testing.T) {
	data := string(everywhere(registry(t)))
	entries := strings.Split(data, "\n- id: ")[1:]
	if len(entries) < 30 {
		t.Errorf("%d entries", len(entries))
	}
	for _, entry := range entries {
		id, _, _ := strings.Cut(entry, "\n")
		if strings.Contains(entry, "\n  nomor:") && (!strings.Contains(entry, "\n  sumber:") || !strings.Contains(entry, "\n  disusun:") && !strings.Contains(entry, "\n  diperiksa:")) {
			t.Errorf("%s has a number without its source or its day", id)
		}
	}
}

func registry(t *testing.T) []byte {
	t.Helper()
	data, err := fs.ReadFile(suluh.Content, registryFile)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
