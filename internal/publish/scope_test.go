package publish

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/site"
	"suluh/internal/village"
)

// TestScope: a private number stands where its owner has agreed to, and in no other
// file that is built; where nobody said, it may stand everywhere.
func TestScope(t *testing.T) {
	places := map[village.Use]string{village.OnPages: "desa/ambulu.html", village.OnCards: "desa/ambulu.vcf", village.OnPaper: "desa/ambulu-poster.html"}
	for n := range 1 << len(village.Uses) {
		var scope []string
		for i, use := range village.Uses {
			if n&(1<<i) != 0 {
				scope = append(scope, string(use))
			}
		}
		key := ", lingkup_izin: [" + strings.Join(scope, ", ") + "]"
		if n == 0 { // a missing key covers all uses
			key = ""
		}
		text := "---\nnama: Ambulu\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\nkontak:\n  - {peran: Petugas Desbumi, wa: 0813-0000-0002, pribadi: ya, izin: 2026-11-01, bentuk_izin: surat" + key + "}\n  - {peran: Kantor desa, telepon: (0331) 421001}\ndiperiksa: 2026-11-01\nsumber: [{nama: Uji}]\n---\nDesa.\n"
		s, err := Load(smallSite(map[string]string{"villages/ambulu.md": text}), Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			scope = []string{"halaman", "kartu", "cetak", "data"}
		}
		var held []string
		for name, data := range render(t, s) {
			if bytes.Contains(data, []byte("0813-0000-0002")) || bytes.Contains(data, []byte("6281300000002")) {
				held = append(held, name)
			}
		}
		for use, file := range places {
			if agreed := slices.Contains(scope, string(use)); agreed != slices.Contains(held, file) {
				t.Errorf("%v: %s holds the number: %t", scope, file, !agreed)
			}
		}
		for _, name := range held {
			if strings.HasPrefix(name, "luring-") && slices.Contains(held, places[village.OnPages]) {
				continue // pages, to be saved
			}
			if !slices.ContainsFunc(village.Uses, func(u village.Use) bool { return places[u] == name }) {
				t.Errorf("%v: %s holds the number", scope, name)
			}
		}
		published, err := s.Published(s.Villages.Find("ambulu"))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(published.For(village.InData).Ways) > 1; got != slices.Contains(scope, "data") {
			t.Errorf("%v: open data hold the number: %t", scope, got)
		}
		if made, counted := fmt.Sprint(len(slices.Collect(s.Outputs()))), fmt.Sprint(s.CountOutputs()); made != counted {
			t.Errorf("%v: %s outputs, %s counted", scope, made, counted)
		}
	}
}
