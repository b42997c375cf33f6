package site

import (
	"bytes"
	"strings"
	"testing"

	reader "github.com/emersion/go-vcard"

	"suluh/internal/phone"
)

// TestVCard: another program reads our cards, and finds what was put in.
func TestVCard(t *testing.T) {
	mobile, err := phone.Parse("0812-3456-7890", phone.WhatsApp)
	if err != nil {
		t.Fatal(err)
	}
	short, err := phone.Parse("0800-1000", phone.Short)
	if err != nil {
		t.Fatal(err)
	}
	const name = "Balai Desa Kemuningsari Kidul, Kecamatan Jenggawah, Kabupaten Jember, dekat lapangan â"
	const address = "Jl. Contoh 1, RT 010, belakang pasar" // this reader knows no escaped semicolon
	data := vcard(name, address, []phone.Number{mobile, short})
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
	if got := card.Values("TEL"); len(got) != 2 || got[0] != "+6281234567890" || got[1] != "08001000" {
		t.Errorf("the numbers are read as %q", got)
	}
	if got := card.Address(); got == nil || got.StreetAddress != address {
		t.Errorf("the address is read as %+v", got)
	}
}
