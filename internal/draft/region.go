package draft

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/wilayah"
)

// ofRegion are the files of a portal for a regency, beside its list of villages and its
// numbers.
var ofRegion = []Draft{
	{"", "content/situs.yaml", `# Apa situs ini, dan untuk siapa.
nama: {{.Title}}
nama_tab: Buku Langkah        # terlihat di tab dan riwayat HP: harus netral
# Siapa yang menerbitkan? Hapus tanda pagar dan isi:
# organisasi: {nama: ..., situs: ...}
bahasa: [id]
keluar: https://www.bmkg.go.id/   # ke mana tombol Tutup cepat membawa pembaca
kabupaten:
  kode: "{{.Code}}"
  nama: {{.Name}}
utama: [kp2mi]                # dihubungi kalau nomor lain belum diketahui
`},
	{"", "content/beranda.md", `---
judul: Kerja di luar negeri? Atau ada keluarga di sana?
ringkasan: Info gratis untuk pekerja migran dan keluarga.
disusun: {{.Date}}
---
Bantuan di sini gratis. Ada masalah? Telepon:

:kontak[kp2mi]

Cari kantor desa Anda di [daftar desa](/desa/index.html). Nomor lain ada di [nomor penting](/nomor-penting.html).
`},
	{"", "BACA-SAYA.md", `# {{.Title}}

Portal ini berisi nomor nasional dan daftar desa resmi. Langkah berikutnya:

1. Jalankan ` + "`suluh`" + ` di folder ini. Meja kerja terbuka di browser.
2. Tulis siapa yang menerbitkan, di content/situs.yaml.
3. Masukkan data desa: tempel pesan dari desa, atau lembar isian dari ` + "`suluh export lembar`" + `.
4. Tulis panduan pertama: pilih Halaman baru.
5. ` + "`suluh check`" + ` menyebut yang masih salah. ` + "`suluh build`" + ` membuat situs di folder public.
`},
}

// Region gives the files of a portal for a regency that works from the first minute: its
// real villages, and the numbers that hold everywhere, which are the blocks of a registry
// that does not name any one regency. None of them leads to a page that is not there yet.
func Region(areas []wilayah.Area, regency wilayah.Area, registry []byte, day string) []edit.Change {
	name := regency.Bare()
	if strings.HasPrefix(regency.Name, "Kota ") { // a town says so: others have a regency of their name beside them
		name = "Kota " + name
	}
	view := struct{ Title, Code, Name, Date string }{"Suluh " + name, regency.Code, name, day}
	var changes []edit.Change
	for _, d := range ofRegion {
		changes = append(changes, edit.Change{Name: d.Path, New: []byte(expand(d.Text, view))})
	}
	return append(changes,
		edit.Change{Name: "content/kontak.yaml", New: national(registry)},
		edit.Change{Name: "villages/wilayah.tsv", New: wilayah.Within(areas, regency.Code)},
		edit.Change{Name: "villages/wilayah.LICENSE", New: wilayah.Licence},
	)
}

var (
	group     = regexp.MustCompile(`(?m)^  kelompok: (\w+)`)
	countries = regexp.MustCompile(`(?m)^  negara: .*\n`)
)

// national gives the entries of a registry of contacts that hold for every regency: those
// of the state and of the missions abroad.
func national(registry []byte) []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, "# Semua nomor ada di berkas ini, satu kali saja. Halaman lain memanggilnya dengan :kontak[id].\n# Jangan menebak nomor. Kalau tidak tahu: hapus \"nomor\" dan tulis status kosong.\n")
	for _, block := range bytes.Split(registry, []byte("\n- "))[1:] {
		entry, _, _ := bytes.Cut(block, []byte("\n#"))
		of := group.FindSubmatch(entry)
		if of == nil || string(of[1]) != "nasional" && string(of[1]) != "perwakilan" || bytes.Contains(entry, []byte("Jember")) || bytes.Contains(entry, []byte("Jawa Timur")) {
			continue
		}
		fmt.Fprintf(&b, "\n- %s\n", bytes.TrimSpace(countries.ReplaceAll(append(entry, '\n'), nil)))
	}
	return b.Bytes()
}
