package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"suluh/internal/corpus"
	"suluh/internal/wilayah"
)

//go:embed hugo
var hugoFiles embed.FS

// layOutHugo makes the same site for Hugo: the same village files, a list for
// each district, regency and province, and around each page the frame that
// Suluh's pages have. Suluh has built the site before.
func layOutHugo(p *place) error {
	page, err := anyVillage(p.public)
	if err != nil {
		return err
	}
	err = errors.Join(
		put(filepath.Join(p.hugo, "hugo.toml"), hugoFile("hugo.toml")),
		put(filepath.Join(p.hugo, "layouts/baseof.html"), frame(page)),
		put(filepath.Join(p.hugo, "layouts/single.html"), hugoFile("village.html")),
		put(filepath.Join(p.hugo, "layouts/list.html"), hugoFile("list.html")),
		put(filepath.Join(p.hugo, "layouts/index.html"), `{{ define "main" }}{{ end }}`),
		os.CopyFS(filepath.Join(p.hugo, "content/desa"), os.DirFS(filepath.Join(p.site, "villages"))),
		os.Remove(filepath.Join(p.hugo, "content/desa/wilayah.tsv")),
		sections(filepath.Join(p.hugo, "content/desa")),
	)
	partials, listed := hugoFiles.ReadDir("hugo/partials")
	for _, f := range partials {
		err = errors.Join(err, put(filepath.Join(p.hugo, "layouts/_partials", f.Name()), hugoFile("partials/"+f.Name())))
	}
	return errors.Join(err, listed)
}

// hugoFile gives an embedded file without the line feed at its end, which would
// show in the pages.
func hugoFile(name string) string {
	data, err := hugoFiles.ReadFile("hugo/" + name)
	if err != nil {
		panic(err)
	}
	return strings.TrimSuffix(string(data), "\n")
}

func put(name, text string) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(text), 0o644)
}

// anyVillage reads the page of a village: they lie three folders deep.
func anyVillage(public string) (string, error) {
	pages, err := filepath.Glob(filepath.Join(public, "desa/*/*/*/*.html"))
	if err != nil || len(pages) == 0 {
		return "", fmt.Errorf("no village in %s: %v", public, err)
	}
	page, err := os.ReadFile(pages[0])
	return string(page), err
}

var (
	titles    = regexp.MustCompile(`(<title>|property="og:title" content=")[^<"]*`)
	addresses = regexp.MustCompile(`(rel="canonical" href="|property="og:url" content=")[^"]*`)
	summaries = regexp.MustCompile(`(name="description" content=")[^"]*`)
	mains     = regexp.MustCompile(`(?s)<main id="isi">.*?(<p class="alat" id="simpan-ini".*?</p>)?</main>`)
)

// kind is what a village is called by its code.
const kind = `{{ if eq (substr .Params.kode 9 1) "1" }}Kelurahan{{ else }}Desa{{ end }}`

// frame makes a layout of Hugo of what stands around a page of ours.
func frame(page string) string {
	page = titles.ReplaceAllString(page, `$1{{ if .IsPage }}`+kind+` {{ end }}{{ .Params.nama }} – Buku Langkah`)
	page = addresses.ReplaceAllString(page, `$1{{ .Permalink }}`)
	page = summaries.ReplaceAllString(page, `$1{{ with .Params.kecamatan }}{{ with $$ }}`+kind+`{{ end }} {{ $$.Params.nama }}, Kecamatan {{ . }}{{ else }}Info gratis dari desa. Bisa dibaca di HP apa saja.{{ end }}`)
	return mains.ReplaceAllString(page, `<main id="isi">{{ block "main" . }}{{ end }}${1}</main>`)
}

// areaNames gives the name of each area and each village by its code.
func areaNames() (map[string]string, error) {
	areas, err := wilayah.All()
	names := map[string]string{}
	for _, a := range areas {
		names[a.Code] = a.Name
		if len(a.Code) == len("35.09.12") {
			names[a.Code] = "Kecamatan " + a.Name
		}
	}
	return names, err
}

// sections gives each folder the page that makes it a section of Hugo, with the
// name of the area.
func sections(root string) error {
	names, err := areaNames()
	if err != nil {
		return err
	}
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		name := "Cari kantor desa"
		if path != root {
			if name, err = areaOf(root, path, names); err != nil {
				return err
			}
		}
		return os.WriteFile(filepath.Join(path, "_index.md"), fmt.Appendf(nil, "---\nnama: %q\n---\n", name), 0o644)
	})
}

var codeLine = regexp.MustCompile(`(?m)^kode: "([0-9.]+)"`)

// areaOf names the area of a folder by the code of a village in it.
func areaOf(root, folder string, names map[string]string) (string, error) {
	rel, err := filepath.Rel(root, folder)
	if err != nil {
		return "", err
	}
	depth := strings.Count(filepath.ToSlash(rel), "/")
	found := ""
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), "_") {
			return err
		}
		data, err := os.ReadFile(path)
		if m := codeLine.FindSubmatch(data); err == nil && m != nil {
			found = string(m[1])
			return fs.SkipAll
		}
		return err
	})
	if err != nil || found == "" {
		return "", fmt.Errorf("no code in %s: %v", folder, err)
	}
	length := []int{len("35"), len("35.09"), len("35.09.12")}[depth]
	return names[found[:length]], nil
}

// rival is another generator to compare with.
type rival struct {
	name    string
	command string // as people would type it
	most    int    // villages that it can build in a time that one can wait
	layOut  func(p *place) error
	folder  func(p *place) string
	args    func(public string) []string
}

var rivals = []rival{
	{"Hugo", "hugo --minify", corpus.All, layOutHugo, func(p *place) string { return p.hugo },
		func(public string) []string { return []string{"--minify", "--quiet", "--destination", public} }},
	{"Eleventy", "eleventy", mostParts, layOutEleventy, func(p *place) string { return p.eleventy },
		func(public string) []string { return []string{"--output=" + public} }},
}

// other runs another generator once; at first, it lays out its site, and
// compares what it made with ours.
func (b *bench) other(p *place, r rival, took *row, first bool) error {
	if first {
		if err := r.layOut(p); err != nil {
			return err
		}
	}
	public := p.fresh(r.name)
	if err := run(took, r.folder(p), b.programs[r.name], r.args(public)...); err != nil || !first {
		return err
	}
	return sameText(p.public, public)
}

// sameText compares the words of some villages' pages: a comparison of speed
// is worth nothing between sites that say different things.
func sameText(ours, theirs string) error {
	pages, err := filepath.Glob(filepath.Join(ours, "desa/*/*/*/*.html"))
	if err != nil {
		return err
	}
	for i := 0; i < len(pages); i += max(1, len(pages)/50) {
		rel, err := filepath.Rel(ours, pages[i])
		if err != nil {
			return err
		}
		a, err := words(pages[i])
		if err != nil {
			return err
		}
		b, err := words(filepath.Join(theirs, rel))
		if err != nil {
			return err
		}
		if a != b {
			return fmt.Errorf("%s says\n%s\nhere, and\n%s\nin the other site", rel, a, b)
		}
	}
	return nil
}

var tags = regexp.MustCompile(`(?s)<(?:script|style).*?</(?:script|style)>|<[^>]*>`)

// words gives what a reader sees of a page, without spaces.
func words(name string) (string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	text := html.UnescapeString(string(tags.ReplaceAll(data, []byte(" "))))
	return string(bytes.Join(bytes.Fields([]byte(text)), []byte(""))), nil
}
