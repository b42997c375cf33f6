package draft

import (
	"io/fs"
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
utama: [kp2mi, migrant-care]  # dihubungi kalau nomor lain belum diketahui
`},
	{"", "content/beranda.md", `---
judul: Mau kerja di luar negeri? Atau ada keluarga di sana?
ringkasan: Info gratis. Cara berangkat yang aman, cek biaya dan kontrak, dan siapa yang bisa dimintai tolong.
situasi:
  - judul: Saya baru mau berangkat
    ke: panduan/mulai-di-desa.md
    ket: Mulai dari kantor desa. Gratis.
    ikon: berangkat
  - judul: Saya sedang mengurus dokumen
    ke: langkah/dokumen-berangkat.md
    ket: Surat apa saja, dan di mana mengurusnya.
    ikon: surat
  - judul: Saya sedang bekerja di sana
    ke: panduan/ada-masalah.md
    ket: Gaji, paspor, sakit, dan siapa yang ditelepon.
    ikon: kerja
  - judul: Saya mau pulang
    ke: panduan/pulang-dan-usaha.md
    ket: Siap-siap pulang, lalu mulai usaha.
    ikon: pulang
  - judul: Keluarga saya bekerja di sana
    ke: panduan/untuk-keluarga.md
    ket: Yang perlu disimpan, dan kalau tidak ada kabar.
    ikon: keluarga
sering: [panduan/biaya.md, panduan/tanda-bahaya.md, langkah/sebelum-bilang-ya.md, panduan/utang.md, panduan/sakit.md, negara/malaysia.md, panduan/hilang-kontak.md]
simpan: [panduan/hilang-kontak.md, panduan/tetap-lapor.md, panduan/perdagangan-orang.md]
disusun: {{.Date}}
---
**Berangkat tanpa dokumen? Tetap boleh minta tolong.** [Tetap lapor](panduan/tetap-lapor.md): melapor itu gratis.

Desa adalah pintu pertama. Cari kantor desa Anda di [daftar desa](/desa/index.html).

Minta tolong itu gratis, dan info di sini juga gratis. Anda tidak perlu mendaftar atau menulis nama.
`},
	{"", "BACA-SAYA.md", `# {{.Title}}

Portal ini sudah berisi panduan, daftar langkah, nomor nasional dan perwakilan, arti kata, dan
daftar desa resmi. Isi panduan berlaku di semua kabupaten dan memuat sumber serta tanggalnya.

Yang harus Anda kerjakan:

1. Jalankan ` + "`suluh`" + ` di folder ini. Meja kerja terbuka di browser.
2. Tulis siapa yang menerbitkan, di content/situs.yaml. Di sana juga ada warna dan logo.
3. Tulis nomor kabupaten Anda di content/kontak.yaml: Disnaker, P4MI, dan pendamping setempat.
   Lalu panggil di panduan, misalnya di content/panduan/mulai-di-desa.md.
4. Masukkan data desa: tempel pesan dari desa, atau lembar isian dari ` + "`suluh export lembar`" + `.
5. Baca setiap panduan sekali. Tambahkan yang khusus untuk daerah Anda.
6. ` + "`suluh check`" + ` menyebut yang masih salah. ` + "`suluh build`" + ` membuat situs di folder public.

Kata di tombol dan menu bisa diganti satu per satu: tulis di layouts/bahasa/id.yaml hanya baris
yang Anda ganti.
`},
}

// Region gives the files of a portal for a regency that works from the first minute: its
// real villages, and the guides and numbers of the first portal that hold everywhere. The
// error is about the first portal's files.
func Region(areas []wilayah.Area, regency wilayah.Area, portal fs.FS, day string) ([]edit.Change, error) {
	name := regency.Bare()
	if strings.HasPrefix(regency.Name, "Kota ") { // a town says so: others have a regency of their name beside them
		name = "Kota " + name
	}
	view := struct{ Title, Code, Name, Date string }{"Suluh " + name, regency.Code, name, day}
	changes, err := guides(portal)
	if err != nil {
		return nil, err
	}
	registry, err := fs.ReadFile(portal, registryFile)
	if err != nil {
		return nil, err
	}
	for _, d := range ofRegion {
		changes = append(changes, edit.Change{Name: d.Path, New: []byte(expand(d.Text, view))})
	}
	return append(changes,
		edit.Change{Name: registryFile, New: everywhere(registry)},
		edit.Change{Name: "villages/wilayah.tsv", New: wilayah.Within(areas, regency.Code)},
		edit.Change{Name: "villages/wilayah.LICENSE", New: wilayah.Licence},
	), nil
}
