// Package draft holds the files that suluh new begins with, and knows their
// words again where somebody left them in a page.
package draft

import "strings"

// Draft is a new file: where it goes and what stands in it. Slug, Title and
// Date stand in braces for what the writer asked for; Title is written by a YAML
// encoder, so that any title is read again as it was typed.
type Draft struct {
	Kind, Path, Text string
}

// All are the drafts by kind. Every one passes suluh check as it is.
var All = []Draft{
	{"panduan", "content/panduan/{{.Slug}}.md", `---
judul: {{.Title}}
ringkasan: Tulis isi halaman ini dalam satu atau dua kalimat pendek.
urutan: 99
untuk: [calon]
disusun: {{.Date}}
tinjau: 365 hari
draf: ya
sumber: []
---
:::ringkas
Tulis hal terpenting di sini.
:::

## Judul bagian

Tulis kalimat pendek. Mulai dengan kata kerja.
`},
	{"langkah", "content/langkah/{{.Slug}}.md", `---
judul: {{.Title}}
ringkasan: Tulis gunanya daftar ini dalam satu kalimat pendek.
urutan: 99
untuk: [calon]
disusun: {{.Date}}
tinjau: 365 hari
draf: ya
sumber: []
---
## Bagian pertama

- [ ] Tulis satu tindakan. {#tindakan-pertama}
  di: Kantor desa
`},
	{"negara", "content/negara/{{.Slug}}.md", `---
judul: {{.Title}}
ringkasan: Tulis apakah negara ini terbuka dan untuk pekerjaan apa.
urutan: 99
untuk: [calon, pekerja]
disusun: {{.Date}}
tinjau: 180 hari
draf: ya
sumber: []
---
## Boleh bekerja di sana?

Tulis keadaannya dan tanggalnya.
`},
	{"halaman", "content/halaman/{{.Slug}}.md", `---
judul: {{.Title}}
ringkasan: Tulis isi halaman ini dalam satu kalimat pendek.
urutan: 99
disusun: {{.Date}}
tinjau: 365 hari
draf: ya
---
Tulis isinya di sini.
`},
	{"desa", "villages/{{.Slug}}.md", `---
nama: {{.Title}}
status: calon
kontak: []
layanan: []
disusun: {{.Date}}
sumber: []
---
Tulis apa yang benar-benar diketahui tentang desa ini.
`},
	{"situs", "content/situs.yaml", `nama: {{.Title}}
nama_tab: Buku Langkah
bahasa: [id]
keluar: https://www.bmkg.go.id/
`},
	{"situs", "content/beranda.md", `---
judul: Apa yang Anda butuhkan?
ringkasan: Halaman awal.
disusun: {{.Date}}
---
Bantuan di sini gratis.
`},
}

// more are words that other programs and habits leave behind.
var more = []string{"Lorem ipsum", "lorem ipsum", "TODO", "FIXME", "[isi di sini]", "[isi ringkasan]", "Judul bagian", "Bagian pertama"}

// LeftIn gives the words of a draft that stand in a text; empty when there are
// none.
func LeftIn(text string) string {
	for _, d := range All {
		for line := range strings.Lines(d.Text) {
			words := strings.TrimSpace(line)
			if _, value, found := strings.Cut(words, "ringkasan: "); found {
				words = value
			}
			words, _, _ = strings.Cut(strings.TrimPrefix(words, "- [ ] "), " {#")
			if strings.HasPrefix(words, "Tulis ") && strings.Contains(text, words) {
				return words
			}
		}
	}
	for _, words := range more {
		if strings.Contains(text, words) {
			return words
		}
	}
	return ""
}
