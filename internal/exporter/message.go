package exporter

import (
	"cmp"
	"strings"

	"suluh/internal/importer"
)

// Message gives the text that asks a village for its data, filled in with what is
// known, to be sent on WhatsApp and to come back.
func Message(v Village) string {
	var b strings.Builder
	b.WriteString("Mohon periksa dan lengkapi data kantor desa Anda, lalu kirim kembali pesan ini. Yang tidak tahu, kosongkan.\n\n")
	of := func(f importer.Field) string { return v.value(f, "") }
	for _, line := range []struct{ label, value string }{
		{"DESA", v.Name}, {"KECAMATAN", v.District}, {"TELEPON", of(importer.Phone)}, {"WA", of(importer.WhatsApp)}, {"JAM", of(importer.Hours)},
		{"ALAMAT", of(importer.Address)}, {"PETUNJUK", of(importer.Directions)},
		{"PETUGAS (" + cmp.Or(of(importer.Role), "peran, bukan nama") + ")", of(importer.Officer)}, {"PRIBADI (ya/tidak)", of(importer.Private)}, {"IZIN (tanggal, kalau nomor pribadi)", of(importer.Consent)},
		{"BENTUK IZIN (surat/pesan)", of(importer.ConsentForm)}, {"LINGKUP IZIN (halaman, kartu, cetak, data, atau semua)", of(importer.ConsentScope)},
	} {
		b.WriteString(strings.TrimRight(line.label+": "+line.value, " ") + "\n")
	}
	return b.String()
}
