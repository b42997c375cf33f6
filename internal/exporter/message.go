package exporter

import (
	"strconv"
	"strings"

	"suluh/internal/importer"
)

func cell(column string, row int) string { return column + strconv.Itoa(row) }

// Message gives the text that asks a village for its data, filled in with what is
// known, to be sent on WhatsApp and to come back.
func Message(v Village) string {
	var b strings.Builder
	b.WriteString("Mohon periksa dan lengkapi data kantor desa Anda, lalu kirim kembali pesan ini. Yang tidak tahu, kosongkan.\n\n")
	office := func(f importer.Field) string { return v.value(f) }
	for _, line := range []struct{ label, value string }{
		{"DESA", v.Name}, {"KECAMATAN", v.District}, {"TELEPON", office(importer.Phone)}, {"WA", office(importer.WhatsApp)}, {"JAM", office(importer.Hours)},
		{"ALAMAT", office(importer.Address)}, {"PETUNJUK", office(importer.Directions)},
		{"PETUGAS (" + first(office(importer.Role), "peran, bukan nama") + ")", office(importer.Officer)}, {"PRIBADI (ya/tidak)", office(importer.Private)}, {"IZIN (tanggal, kalau nomor pribadi)", office(importer.Consent)},
	} {
		b.WriteString(strings.TrimRight(line.label+": "+line.value, " ") + "\n")
	}
	return b.String()
}
