package wilayah

import "testing"

// TestRegencies: a regency is found by what people call it, and two of one name are both
// found.
func TestRegencies(t *testing.T) {
	areas, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for called, want := range map[string][]string{
		"35.10": {"35.10"}, "banyuwangi": {"35.10"}, "Kab. Banyuwangi": {"35.10"}, "kab  banyuwangi": {"35.10"}, "KOTA SURABAYA": {"35.78"},
		"Jakarta Selatan": {"31.74"}, "kota jakarta selatan": {"31.74"}, "Kepulauan Seribu": {"31.01"}, "malang": {"35.07", "35.73"}, "35.1": nil, "35": nil, "": nil, "Administrasi Jakarta Selatan": nil,
	} {
		found := Regencies(areas, called)
		if len(found) != len(want) {
			t.Errorf("%q finds %v, want %v", called, found, want)
			continue
		}
		for i, a := range found {
			if a.Code != want[i] {
				t.Errorf("%q finds %v, want %v", called, found, want)
			}
		}
	}
}
