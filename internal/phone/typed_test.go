package phone

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTyped: a number is seen in every form in which it reaches a reader, and
// nothing else is taken for one.
func TestTyped(t *testing.T) {
	for text, want := range map[string]string{
		"Telepon 0812-0000-0011.":                           "0:0812-0000-0011",
		"Telepon 0812–0000–0011 ya":                         "0:0812–0000–0011",
		"0812\u00a00000\u00a00011":                          "0:0812\u00a00000\u00a00011",
		"0812\u20110000\u20110011":                          "0:0812\u20110000\u20110011",
		"0812/0000/0011":                                    "0:0812/0000/0011",
		"62812-0000-0011":                                   "0:62812-0000-0011",
		"WA: 6281200000007":                                 "0:6281200000007",
		"62812000000 06":                                    "0:62812000000 06",
		"Agen 852 6123 4567":                                "0:852 6123 4567",
		"https://wa.me/6281200000011":                       "0:6281200000011",
		"wa.me/081200000011":                                "1:081200000011",
		"https://api.whatsapp.com/send?phone=6281200000015": "0:6281200000015",
		"O812-0000-0013":                                    "2:O812-0000-0013",
		"08l2-0000-0013":                                    "2:08l2-0000-0013",
		"(0331) 421000":                                     "0:(0331) 421000",
		"+852 6123 4567":                                    "0:+852 6123 4567",
		"\uff10\uff18\uff11\uff12-0000-0011":                "0:\uff10\uff18\uff11\uff12-0000-0011",
		"1500630":                                           "0:1500630",
		"NIK 3509124107900001":                              "3:3509124107900001",
		"3509 1241 0790 0001":                               "3:3509 1241 0790 0001",
		"paspor C1234567":                                   "4:C1234567",
		"rekening BRI 1234 5678 9012 345":                   "5:1234 5678 9012 345",
		"0812-0000-0011 dan 0857-0000-0011":                 "0:0812-0000-0011 0:0857-0000-0011",
		"0812\n0000 0011":                                   "0:0812\n0000 0011",
		"0812\t0000\t0011":                                  "0:0812\t0000\t0011",
		"0812-3456-7890":                                    "0:0812-3456-7890",
		"Jam 08.00–14.00":                                   "",
		"08.00-12.00, 13.00-15.00":                          "",
		"Rp1.500.000 sampai Rp12.000.000":                   "",
		"Rp 82 152 368":                                     "",
		"kode 35.09.12.2004":                                "",
		"UU 18/2017, Permenaker 4/2023":                     "",
		"2018–2024, 10-15 orang, 68172":                     "",
		"https://antaranews.com/berita/0812345678901":       "",
		"nomor 127/PUU-XXI/2023":                            "",
		"2026-11-26 sampai 2026-12-31":                      "",
		"IMI-GR.01.01-0252 tahun 2023":                      "",
		"Rp37.500,00 per bulan":                             "",
	} {
		var got []string
		for _, f := range Typed(text) {
			if text[f.Off:f.Off+f.Len] != f.Text {
				t.Errorf("%q: %q does not stand at %d", text, f.Text, f.Off)
			}
			got = append(got, fmt.Sprintf("%d:%s", f.Sort, f.Text))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("Typed(%q) = %q, want %q", text, got, want)
		}
	}
}

// FuzzTyped: what is found lies in the text, in order, and nothing overlaps. A
// mark at the end that nobody sees changes nothing, though plain texts are read
// in a shorter way than others.
func FuzzTyped(f *testing.F) {
	for _, seed := range []string{"Telepon 0812-0000-0011.", "wa.me/0812\u00a00000", "O812-0000-0013 dan 62812-0000-0011", "NIK 3509124107900001", "08.00–14.00",
		"WA: 6281200000007", "Agen 852 6123 4567", "https://api.whatsapp.com/send?phone=6281200000015", "0812\t0000\t0011", "0812\r\n0000 0011", "tel:*21*0899#", "paspor C1234567 rekening BRI 1234 5678 9012 345", "0899\u200b8888 7777"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, found := range Typed(text) {
			if found.Off < end || found.Off+found.Len > len(text) || text[found.Off:found.Off+found.Len] != found.Text {
				t.Fatalf("%q: %+v behind %d", text, found, end)
			}
			end = found.Off + found.Len
		}
		if r, _ := utf8.DecodeLastRuneInString(text); !utf8.ValidString(text) || r == '\u200e' {
			return
		}
		short, long := Typed(text), Typed(text+"\u200e")
		for i := range long {
			long[i].Text = strings.TrimSuffix(long[i].Text, "\u200e")
			long[i].Len = len(long[i].Text)
		}
		if !slices.Equal(short, long) {
			t.Fatalf("%q: %+v, the long way %+v", text, short, long)
		}
	})
}
