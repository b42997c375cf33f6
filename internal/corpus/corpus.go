// Package corpus lays out a site with as many villages as Indonesia has, to
// measure what a whole country costs.
//
//	content/situs.yaml, beranda.md, kontak.yaml    the least that a site needs
//	villages/wilayah.tsv                           codes and names of all areas
//	villages/jawa-timur/kabupaten-jember/ambulu/ambulu.md
//
// Names and codes are real (package wilayah, after Kepmendagri 300.2.2 of 2025,
// from github.com/cahyadsn/wilayah, see wilayah.LICENSE). Everything else is
// made up, and no such site may be published. Its phone numbers belong to
// nobody: behind the area code they go on with 0, with which no number of a
// subscriber begins in Indonesia, since a call with 0 leaves the area.
//
// The same number of villages gives the same bytes.
package corpus

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"suluh/internal/markdown"
	"suluh/internal/wilayah"
)

// All is the number of villages of Indonesia.
const All = 83762

// Write lays out n villages, spread evenly over the country, in a folder that
// does not exist yet.
func Write(dir string, n int) error {
	if n < 1 || n > All {
		return fmt.Errorf("a corpus has 1 to %d villages, not %d", All, n)
	}
	if _, err := os.Stat(dir); err == nil {
		return fmt.Errorf("%s exists already", dir)
	}
	areas, err := wilayah.All()
	if err != nil {
		return err
	}
	w := writer{dir: dir, folders: map[string]bool{}}
	for _, f := range siteFiles {
		w.write(f.name, []byte(f.text))
	}
	w.list(areas)
	w.villages(areas, n)
	return w.err
}

// writer writes files below a folder until one fails.
type writer struct {
	dir     string
	folders map[string]bool
	err     error
}

func (w *writer) write(name string, data []byte) {
	if w.err != nil {
		return
	}
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if folder := filepath.Dir(file); !w.folders[folder] {
		w.folders[folder] = true
		if w.err = os.MkdirAll(folder, 0o755); w.err != nil {
			return
		}
	}
	w.err = os.WriteFile(file, data, 0o644)
}

func (w *writer) list(areas []wilayah.Area) {
	var b bytes.Buffer
	for _, a := range areas {
		fmt.Fprintf(&b, "%s\t%s\n", a.Code, a.Name)
	}
	w.write("villages/wilayah.tsv", b.Bytes())
}

// villages writes village 0, All/n, 2*All/n and so on.
func (w *writer) villages(areas []wilayah.Area, n int) {
	names := map[string]string{}
	taken := map[string]bool{}
	seen, written := 0, 0
	var text bytes.Buffer
	for _, a := range areas {
		names[a.Code] = a.Name
		if len(a.Code) != wilayah.VillageCode {
			continue
		}
		if seen*n/All >= written && written < n {
			folder := path.Join("villages", markdown.Slug(names[a.Code[:wilayah.ProvinceCode]]),
				markdown.Slug(names[a.Code[:wilayah.RegencyCode]]), markdown.Slug(names[a.Code[:wilayah.DistrictCode]]))
			file := path.Join(folder, markdown.Slug(a.Name))
			if taken[file] { // a few districts have two villages of one name
				file += "-" + a.Code[wilayah.DistrictCode+1:]
			}
			taken[file] = true
			text.Reset()
			writeVillage(&text, a, names[a.Code[:wilayah.DistrictCode]], written)
			w.write(file+".md", text.Bytes())
			written++
		}
		seen++
	}
}

var bodies = []string{
	"Kantor desa membantu warga yang mau bekerja di luar negeri, dan keluarganya.",
	"Anda tidak perlu membawa surat apa pun untuk bertanya. Bertanya itu gratis.",
	"Petugas membantu membaca kontrak kerja sebelum ditandatangani.",
	"Keluarga boleh datang bersama-sama. Anak kecil boleh ikut.",
}

var services = []string{"informasi", "dokumen", "data", "pengaduan", "pembekalan", "ekonomi"}

// writeVillage writes a made-up page for a real name.
func writeVillage(w io.Writer, a wilayah.Area, district string, i int) {
	fmt.Fprintf(w, `---
nama: %q
kode: %q
kecamatan: %q
status: %s
kantor:
  alamat: Jalan Contoh %d
  petunjuk: Di seberang lapangan
  rt: "%03d"
  rw: "%03d"
  lintang: %.4f
  bujur: %.4f
  jam:
    senin: 08.00-14.00
    selasa: 08.00-14.00
    rabu: 08.00-14.00
    kamis: 08.00-14.00
    jumat: 08.00-11.00
kontak:
  - peran: Kantor desa
    telepon: "021 0%03d %04d"
  - peran: Petugas layanan
    telepon: "0331 0%05d"
    wa: "0812 0%03d %04d"
    pribadi: tidak
layanan: [%s]
diperiksa: 2026-09-%02d
tinjau: 365 hari
sumber:
  - nama: Contoh untuk mengukur
    tanggal: 2026-09-01
---
`, a.Name, a.Code, district, []string{"aktif", "dibentuk", "calon"}[i%3], 1+i%90, 1+i%9, 1+i%7, -8+float64(i%700)/100, 110+float64(i%3000)/100,
		i/10000, i%10000, i, i/10000, i%10000, strings.Join(services[:1+i%len(services)], ", "), 1+i%28)
	for j := range bodies {
		fmt.Fprintf(w, "%s ", bodies[(i+j)%len(bodies)])
	}
	fmt.Fprintf(w, `

## Sebelum datang

- Tulis pertanyaan Anda di kertas.
- Bawa fotokopi **KTP** kalau ada.
- Catat nama petugas yang Anda temui.

## Kapan datang

| Keperluan | Hari |
|---|---|
| Bertanya | Senin sampai Jumat |
| Mengurus surat | Selasa dan Kamis |

Kalau kantor tutup, baca [nomor penting](/nomor-penting.html) atau [depan](/beranda.md).
`)
}

// siteFiles are the least that a site needs beside its villages.
var siteFiles = []struct{ name, text string }{
	{"content/situs.yaml", `nama: Contoh Indonesia
nama_tab: Buku Langkah
organisasi:
  nama: Contoh
bahasa: [id]
alamat: https://contoh.example/
keluar: https://example.com/
utama: [contoh]
`},
	{"content/beranda.md", `---
judul: Apa yang Anda butuhkan?
ringkasan: Contoh untuk mengukur, bukan situs untuk dibaca.
diperiksa: 2026-09-01
tinjau: 365 hari
---
Cari desa Anda.
`},
	{"content/kontak.yaml", `- id: contoh
  nama: Saluran contoh
  kelompok: nasional
  nomor:
    - nomor: "021 0000 0000"
      jenis: tetap
  diperiksa: 2026-09-01
  tinjau: 365 hari
  status: pasti
  sumber:
    - nama: Contoh untuk mengukur
      tanggal: 2026-09-01
`},
}
