package vcard

import (
	"bytes"
	"strings"
	"testing"

	reader "github.com/emersion/go-vcard"

	"suluh/internal/phone"
	"suluh/internal/site"
)

// TestVCard: another program reads our cards, and finds what was put in.
func TestVCard(t *testing.T) {
	mobile, err := phone.Parse("0812-3456-7891", phone.WhatsApp)
	if err != nil {
		t.Fatal(err)
	}
	short, err := phone.Parse("0800-1000", phone.Short)
	if err != nil {
		t.Fatal(err)
	}
	const name = "Balai Desa Kemuningsari Kidul, Kecamatan Jenggawah, Kabupaten Jember, dekat lapangan â"
	const address = "Jl. Contoh 1, RT 010, belakang pasar" // this reader knows no escaped semicolon
	data := card{
		name: name, uid: "35.09.07.2008", street: address, place: "Kecamatan Jenggawah", asOf: "2026-11-01",
		numbers: []site.ShownNumber{{Number: mobile}, {Number: short, Reach: "dari Indonesia"}},
	}.bytes()
	for line := range strings.SplitSeq(strings.TrimSuffix(string(data), "\r\n"), "\r\n") {
		if len(line) > cardLine || strings.Contains(line, "\n") {
			t.Errorf("the line %q has %d bytes", line, len(line))
		}
	}
	if len(data) > 1000 {
		t.Errorf("the card has %d bytes", len(data))
	}
	card, err := reader.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	if got := card.PreferredValue(reader.FieldFormattedName); got != name {
		t.Errorf("the name is read as %q", got)
	}
	if got := card.Values("TEL"); len(got) != 2 || got[0] != "+6281234567891" || got[1] != "08001000" {
		t.Errorf("the numbers are read as %q", got)
	}
	if kinds := card["TEL"]; len(kinds) == 2 && (kinds[0].Params.Get("TYPE") != "CELL" && !kinds[0].Params.HasType("cell") || kinds[1].Params.HasType("cell")) {
		t.Errorf("the kinds are read as %v and %v", kinds[0].Params, kinds[1].Params)
	}
	if got := card.Value(reader.FieldNote); got != "0812-3456-7891: WhatsApp\n0800-1000: dari Indonesia" {
		t.Errorf("the note is read as %q", got)
	}
	if got := card.Value(reader.FieldUID); got != "35.09.07.2008" {
		t.Errorf("the card's own name is read as %q", got)
	}
	if got := card.Address(); got == nil || got.StreetAddress != address {
		t.Errorf("the address is read as %+v", got)
	}
}

// TestCardEscapes: no text ends its line or its part, and so none adds a number
// to the card.
func TestCardEscapes(t *testing.T) {
	number, err := phone.Parse("0331-420000", phone.Fixed)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"a;b":         `a\;b`,
		"a,b":         `a\,b`,
		`a\b`:         `a\\b`,
		"a\nTEL:1":    `a\nTEL:1`,
		"a\r\nTEL:1":  `a \nTEL:1`,
		"a\u0085b":    "a b",
		"a\u2028b":    "a b",
		"a\u2029b":    "a b",
		"a\x00\x1b7b": "a  7b",
		"a\x7fb":      "a b",
	} {
		data := string(card{
			name: text, uid: text, street: text, place: text, regency: text, postcode: text, page: text,
			numbers: []site.ShownNumber{{Number: number, Reach: text, Note: "x"}},
		}.bytes())
		for _, line := range []string{
			"N:" + want + ";;;;", "FN:" + want, "UID:" + want, "URL:" + want,
			"ADR;TYPE=WORK:;;" + strings.Join([]string{want, want, want, want}, ";") + ";",
		} {
			if !strings.Contains(data, "\r\n"+line+"\r\n") {
				t.Errorf("%q: there is no line %q in\n%s", text, line, data)
			}
		}
		if n := strings.Count(data, "\n"); n != strings.Count(data, "\r\n") || strings.Count("\n"+data, "\nTEL") != 1 {
			t.Errorf("%q makes lines of its own:\n%q", text, data)
		}
	}
}
