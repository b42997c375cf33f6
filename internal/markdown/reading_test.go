package markdown

import "testing"

func TestReading(t *testing.T) {
	d := &Doc{Text: "Simpan surat. Telepon kantor desa sekarang!\n\nButir pertama\n- \n"}
	got := d.Reading()
	if want := (Reading{Words: 8, Sentences: 3, Long: 3, Longest: 4}); got != want {
		t.Errorf("Reading = %+v, want %+v", got, want)
	}
	if lix := got.LIX(); lix < 40.1 || lix > 40.2 {
		t.Errorf("LIX = %v, want 8/3 + 300/8", lix)
	}
	if lix := (&Doc{}).Reading().LIX(); lix != 0 {
		t.Errorf("an empty page has LIX %v", lix)
	}
}
