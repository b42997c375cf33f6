package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"

	"suluh/internal/markdown"
	"suluh/internal/source"
)

// draft is a new file: where it goes and what stands in it. Every draft passes
// suluh check as it is.
type draft struct {
	kind, path, text string
}

var drafts = []draft{
	{"panduan", "content/panduan/{{.Slug}}.md", `---
judul: {{.Title}}
ringkasan: Tulis isi halaman ini dalam satu atau dua kalimat pendek.
urutan: 99
untuk: [calon]
diperiksa: {{.Date}}
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
diperiksa: {{.Date}}
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
diperiksa: {{.Date}}
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
diperiksa: {{.Date}}
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
diperiksa: {{.Date}}
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
diperiksa: {{.Date}}
---
Bantuan di sini gratis.
`},
}

func runNew(e *env, args []string) int {
	dir := e.flags.String("source", ".", "")
	if !e.parse(args, 2) {
		return failed
	}
	var kinds []string
	for _, d := range drafts {
		kinds = append(kinds, d.kind)
	}
	kinds = slices.Compact(kinds)
	kind, name := e.flags.Arg(0), e.flags.Arg(1)
	if !slices.Contains(kinds, kind) {
		near := source.Nearest(kind, kinds)
		e.complain(
			fmt.Sprintf("tulis: suluh new %s NAMA%s", strings.Join(kinds, "|"), hint(" Mungkin maksud Anda: ", near)),
			fmt.Sprintf("write: suluh new %s NAME%s", strings.Join(kinds, "|"), hint(" Did you mean: ", near)))
		return failed
	}
	slug := markdown.Slug(name)
	if slug == "" {
		e.complain("tulis juga namanya, contoh: suluh new panduan \"Kirim uang\"", "write its name, too, for example: suluh new panduan \"Kirim uang\"")
		return failed
	}
	if kind == "situs" {
		*dir, name = filepath.Join(*dir, name), filepath.Base(name)
	}
	return e.writeDrafts(*dir, kind, name, slug)
}

func (e *env) writeDrafts(dir, kind, name, slug string) int {
	view := struct{ Title, Slug, Date string }{title(name), slug, time.Now().Format("2006-01-02")}
	for _, d := range drafts {
		if d.kind != kind {
			continue
		}
		file := filepath.Join(dir, filepath.FromSlash(expand(d.path, view)))
		err := writeNew(file, expand(d.text, view))
		if errors.Is(err, fs.ErrExist) {
			e.complain(fmt.Sprintf("%s sudah ada dan tidak diubah", file), fmt.Sprintf("%s is there already and was left alone", file))
			return failed
		}
		if err != nil {
			return e.fail(err)
		}
		e.say(file, file)
	}
	return good
}

// title makes a heading of a file name: kirim-uang becomes Kirim uang.
func title(name string) string {
	words := strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == ' ' || r == '_' || r == ':' }), " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

func expand(text string, view any) string {
	var b strings.Builder
	if err := template.Must(template.New("draft").Parse(text)).Execute(&b, view); err != nil {
		panic(err) // the drafts are ours
	}
	return b.String()
}

// writeNew writes a file that must not be there yet.
func writeNew(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}
