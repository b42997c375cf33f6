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
	for _, line := range []struct{ label, value string }{
		{"DESA", v.Name}, {"KECAMATAN", v.District}, {"TELEPON", v.value(importer.Phone, "")}, {"WA", v.value(importer.WhatsApp, "")}, {"JAM", v.value(importer.Hours, "")},
		{"ALAMAT", v.value(importer.Address, "")}, {"PETUNJUK", v.value(importer.Directions, "")},
		{"PETUGAS (" + cmp.Or(v.value(importer.Role, ""), "peran, bukan nama") + ")", v.value(importer.Officer, "")}, {"PRIBADI (ya/tidak)", v.value(importer.Private, "")}, {"IZIN (tanggal, kalau nomor pribadi)", v.value(importer.Consent, "")},
		{"BENTUK IZIN (surat/pesan)", v.value(importer.ConsentForm, "")}, {"LINGKUP IZIN (halaman, kartu, cetak, data, atau semua)", v.value(importer.ConsentScope, "")},
	} {
		b.WriteString(strings.TrimRight(line.label+": "+line.value, " ") + "\n")
	}
	return b.String()
}
