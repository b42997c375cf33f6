package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"suluh/internal/wilayah"
	"testing"
)

// written lays out a corpus and gives its files.
func written(t *testing.T, n int) map[string]string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	if err := Write(dir, n); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestWrite: as many villages as were asked for, each with a code of its own,
// in every province; the same bytes each time.
func TestWrite(t *testing.T) {
	const n = 400
	files := written(t, n)
	codes, provinces, villages := map[string]bool{}, map[string]bool{}, 0
	for name, text := range files {
		if filepath.Ext(name) != ".md" || !strings.HasPrefix(name, "villages/") {
			continue
		}
		villages++
		_, rest, _ := strings.Cut(text, `kode: "`)
		code, _, _ := strings.Cut(rest, `"`)
		if codes[code] {
			t.Errorf("%s: code %s is there twice", name, code)
		}
		codes[code], provinces[code[:wilayah.ProvinceCode]] = true, true
	}
	if villages != n || len(provinces) != 38 {
		t.Errorf("%d villages in %d provinces, want %d in 38", villages, len(provinces), n)
	}
	for name, text := range written(t, n) {
		if files[name] != text {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

func TestAreas(t *testing.T) {
	areas, err := wilayah.All()
	if err != nil {
		t.Fatal(err)
	}
	count := map[int]int{}
	for _, a := range areas {
		count[len(a.Code)]++
	}
	want := map[int]int{wilayah.ProvinceCode: 38, wilayah.RegencyCode: 514, wilayah.DistrictCode: 7285, wilayah.VillageCode: All}
	for length, n := range want {
		if count[length] != n {
			t.Errorf("%d codes of length %d, want %d", count[length], length, n)
		}
	}
}

func TestRefuses(t *testing.T) {
	if err := Write(t.TempDir(), 10); err == nil {
		t.Error("a folder that exists is written into")
	}
	for _, n := range []int{0, All + 1} {
		if err := Write(filepath.Join(t.TempDir(), "x"), n); err == nil {
			t.Errorf("%d villages are written", n)
		}
	}
}
