package publish

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"suluh/internal/content"
	"suluh/internal/corpus"
	"suluh/internal/source"
)

// TestReload: after each change, the Site that shares what did not change says
// and shows what one says and shows that was read from nothing.
func TestReload(t *testing.T) {
	if testing.Short() {
		t.Skip("loads a site after each of many changes")
	}
	dir := filepath.Join(t.TempDir(), "site")
	if err := corpus.Write(dir, 30); err != nil {
		t.Fatal(err)
	}
	var villages []string
	err := filepath.WalkDir(filepath.Join(dir, "villages"), func(path string, d fs.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, path); filepath.Ext(path) == ".md" {
			villages = append(villages, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	one, two := villages[3], villages[11]
	write := func(name, text string) []string {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return []string{name}
	}
	replace := func(name, was, now string) []string {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte(was)) {
			t.Fatalf("%s has no %q", name, was)
		}
		return write(name, strings.Replace(string(data), was, now, 1))
	}
	remove := func(name string) []string {
		if err := os.Remove(filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
		return []string{name}
	}
	above := func(village, line string) []string {
		return replace(village, "## Kapan datang", line+"\n\n## Kapan datang")
	}
	// inBoth puts a line into two villages, and a file that it speaks of.
	inBoth := func(line, file string) []string {
		return slices.Concat(above(one, line), above(two, line), write(file, "isi"))
	}
	steps := []struct {
		name   string
		change func() []string
	}{
		{"a number", func() []string { return replace(one, "0331 0", "0332 0") }},
		{"another status and body", func() []string { return replace(two, "gratis", "tidak dipungut biaya") }},
		{"a link that leads nowhere", func() []string { return replace(one, "/nomor-penting.html", "/tidak-ada.html") }},
		{"the same village again", func() []string { return replace(one, "Jalan Contoh", "Jalan Baru") }},
		{"the link mended", func() []string { return replace(one, "/tidak-ada.html", "/nomor-penting.html") }},
		{"a number that cannot be dialled", func() []string { return replace(two, "021 0", "02l 0") }},
		{"the number mended", func() []string { return replace(two, "02l 0", "021 0") }},
		{"a number typed in the text", func() []string { return above(two, "Telepon 021 00000000.") }},
		{"a source to refuse", func() []string {
			return slices.Concat(write(content.StyleGuideFile, "sumber_ditolak:\n  - "+content.KeyFor("https://koran.example/?a=1&p=77")+"\n"), above(two, "<https://koran.example/lama>"))
		}},
		{"that source in a village", func() []string { return above(one, "<https://koran.example/?p=77&b=2>") }},
		{"that source away", func() []string { return replace(one, "<https://koran.example/?p=77&b=2>\n\n", "") }},
		{"another name", func() []string { return replace(one, "nama: ", "juga: [Lama]\nnama: ") }},
		{"a code that another village has", func() []string { return replace(one, "kode: ", "# kode: ") }},
		{"two villages", func() []string {
			return append(replace(one, "# kode: ", "kode: "), replace(two, "Telepon 021 00000000.", "")...)
		}},
		{"a village links another", func() []string {
			return above(two, "Lihat :desa["+strings.TrimSuffix(strings.TrimPrefix(one, "villages/"), ".md")+"].")
		}},
		{"that village gets another district", func() []string { return replace(one, "kecamatan: ", "kecamatan: Lain # ") }},
		{"a contact", func() []string { return replace("content/kontak.yaml", "Saluran contoh", "Saluran lain") }},
		{"a page", func() []string { return replace("content/beranda.md", "Cari desa", "Temukan desa") }},
		{"the name of the site", func() []string { return replace("content/situs.yaml", "Contoh Indonesia", "Contoh Negara") }},
		{"a new page", func() []string {
			return write("content/panduan/baru.md", "---\njudul: Baru\nringkasan: Baru.\ndiperiksa: 2026-09-01\n---\nIsi.\n")
		}},
		{"a new village", func() []string { return write("villages/baru.md", "---\nnama: Baru\nstatus: calon\n---\nIsi.\n") }},
		{"a village goes", func() []string { return remove("villages/baru.md") }},
		{"a village whose file is badly named", func() []string {
			return write("villages/Desa Baru.md", "---\nnama: Desa Baru\nstatus: calon\n---\nIsi.\n")
		}},
		{"a page beside it", func() []string { return replace("content/beranda.md", "Temukan desa", "Cari desa") }},
		{"that village says something else", func() []string { return replace("villages/Desa Baru.md", "Isi.", "Isi lain.") }},
		{"a page again", func() []string { return replace("content/beranda.md", "Cari desa", "Temukan desa") }},
		{"a page in the folder of villages", func() []string {
			return write("content/panduan/rebut.md", "---\njudul: Rebut\nringkasan: Rebut.\ndiperiksa: 2026-09-01\nalias: [desa/rebut.html]\n---\nIsi.\n")
		}},
		{"a village takes its address", func() []string { return write("villages/rebut.md", "---\nnama: Rebut\nstatus: calon\n---\nIsi.\n") }},
		{"another page", func() []string { return replace("content/panduan/baru.md", "Isi.", "Isi lain.") }},
		{"that village says something else", func() []string { return replace("villages/rebut.md", "Isi.", "Isi lain.") }},
		{"the page gives it back", func() []string { return remove("content/panduan/rebut.md") }},
		{"the village goes", func() []string { return remove("villages/rebut.md") }},
		{"the badly named village goes", func() []string { return remove("villages/Desa Baru.md") }},
		{"its own colour", func() []string { return replace("content/situs.yaml", "nama: ", "warna: \"#7a1f3d\"\nnama: ") }},
		{"two villages link a document", func() []string { return inBoth("[Surat](/surat.pdf)", "content/surat.pdf") }},
		{"one of them no longer", func() []string { return replace(one, "[Surat](/surat.pdf)", "") }},
		{"nor the other", func() []string { return replace(two, "[Surat](/surat.pdf)", "") }},
		{"two villages show a broken picture", func() []string { return inBoth("![Kantor](/foto.png)", "content/foto.png") }},
		{"a number beside the picture", func() []string { return replace(one, "0332 0", "0331 0") }},
		{"the first without the picture", func() []string { return replace(one, "![Kantor](/foto.png)", "") }},
		{"and with it again", func() []string { return above(one, "![Kantor](/foto.png)") }},
		{"a dead link", func() []string { return replace(villages[20], "/nomor-penting.html", "/tidak-ada.html") }},
		{"the village with the dead link goes", func() []string { return remove(villages[20]) }},
		{"a layout", func() []string {
			return write("layouts/missing.html", `{{define "main"}}<h1>{{.Title}}</h1><p>Hilang{{end}}`)
		}},
		{"the layout goes", func() []string { return remove("layouts/missing.html") }},
		{"a style", func() []string { return write("layouts/style.css", "body{color:#000}") }},
	}
	opt := benchOptions
	opt.Jobs = 2
	now, err := Load(os.DirFS(dir), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range steps {
		if now, err = now.Reload(step.change()); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		fresh, err := Load(os.DirFS(dir), opt)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := said(now), said(fresh); a != b {
			t.Errorf("after %s: Reload says\n%s\nLoad says\n%s", step.name, a, b)
		}
		if !strings.Contains(said(fresh), string(source.AddressTwice)) { // else two outputs have one path
			compareOutputs(t, step.name, now, fresh)
		}
	}
}

func said(s *Edition) string {
	var b bytes.Buffer
	s.Check().Print(&b, source.Style{Lang: source.English})
	return b.String()
}

func compareOutputs(t *testing.T, step string, a, b *Edition) {
	t.Helper()
	paths := map[string]bool{}
	for o := range a.Outputs() {
		paths[o.Path] = true
		was, err := o.Bytes()
		other, ok := b.Lookup(o.Path)
		if !ok {
			t.Errorf("after %s: Reload has %s, Load has not", step, o.Path)
			continue
		}
		now, err2 := other.Bytes()
		if err != nil || err2 != nil || !bytes.Equal(was, now) {
			t.Errorf("after %s: %s differs (%v, %v)", step, o.Path, err, err2)
		}
		if o.Key() != other.Key() {
			t.Errorf("after %s: %s has another key", step, o.Path)
		}
	}
	for o := range b.Outputs() {
		if !paths[o.Path] {
			t.Errorf("after %s: Load has %s, Reload has not", step, o.Path)
		}
	}
}
