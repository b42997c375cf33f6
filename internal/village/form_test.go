package village

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"suluh/internal/phone"
)

// TestFormRules: whatever the form refuses, the program refuses, too; and of what the
// program refuses as a number, the form finds nearly all.
func TestFormRules(t *testing.T) {
	const right FormWrong = -1
	refused := func(field, text string) FormWrong {
		for _, r := range FormRules() {
			if r.Field == field && regexp.MustCompile("(?i)"+r.Pattern).MatchString(text) != r.Must {
				return r.Wrong
			}
		}
		return right
	}
	data, err := os.ReadFile("../phone/testdata/vectors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	bad, found := 0, 0
	for line := range strings.Lines(string(data)) {
		text := strings.TrimSpace(strings.Split(line, "\t")[0])
		if strings.HasPrefix(line, "#") || text == "" {
			continue
		}
		word := refused("telepon", text)
		_, err := phone.Parse(text, phone.Any)
		switch {
		case err == nil && word != right:
			t.Errorf("the form refuses %q (%d), and the program reads it", text, word)
		case err != nil:
			bad++
			if word != right {
				found++
			}
		}
	}
	if bad < 50 || found*100 < bad*80 {
		t.Errorf("the form finds %d of %d wrong numbers", found, bad)
	}
	for _, text := range []string{"Senin-Jumat 08.00-15.00", "senin s/d kamis 8-15; jumat 8-11", "24 jam", "Setiap hari 07.00-21.00", "Sabtu & Minggu tutup", "08.00 s/d 15.00", "08.00-selesai", "kem is 8-12", "Mon-Fri 08.00-14.00"} {
		var h Hours
		if word := refused("jam", text); word != right && h.UnmarshalText([]byte(text)) == nil {
			t.Errorf("the form refuses the hours %q (%d), and the program reads them", text, word)
		}
	}
	for role, word := range map[string]FormWrong{"Petugas Desbumi": right, "Ibu Contoh": NameOfPerson, "Kasi Pelayanan": right} {
		if got := refused("petugas", role); got != word || word != right && PersonIn(role) == "" {
			t.Errorf("%q: %d", role, got)
		}
	}
}
