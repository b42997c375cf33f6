package main

import (
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed eleventy
var eleventyFiles embed.FS

// area is a list of a district, a regency or a province, ready to be shown:
// Eleventy has no sections to make it of.
type area struct {
	Name  string `json:"name"`
	Href  string `json:"href"`
	Count int    `json:"count"`
	Above []link `json:"above"`
	Links []link `json:"links"`
}

type link struct {
	Name  string `json:"name"`
	Href  string `json:"href"`
	Count int    `json:"count,omitempty"`
}

// layOutEleventy makes the same site for Eleventy.
func layOutEleventy(p *place) error {
	page, err := anyVillage(p.public)
	if err != nil {
		return err
	}
	content := filepath.Join(p.eleventy, "content/desa")
	if err := errors.Join(
		os.CopyFS(content, os.DirFS(filepath.Join(p.site, "villages"))),
		os.Remove(filepath.Join(content, "wilayah.tsv")),
	); err != nil {
		return err
	}
	areas, err := listAreas(content)
	if err != nil {
		return err
	}
	lists := slices.SortedFunc(maps.Values(areas), func(a, b *area) int { return strings.Compare(a.Href, b.Href) })
	read := func(name string) string {
		data, readErr := eleventyFiles.ReadFile("eleventy/" + name)
		err = errors.Join(err, readErr)
		return strings.TrimSuffix(string(data), "\n")
	}
	around := func(main, title string) string {
		text := titles.ReplaceAllString(page, "${1}"+title+" – Buku Langkah")
		text = addresses.ReplaceAllString(text, "${1}https://contoh.example{{ page.url }}")
		text = summaries.ReplaceAllString(text, "${1}{% if kecamatan %}{{ \"Kelurahan\" if kode[9] == \"1\" else \"Desa\" }} {{ nama }}, Kecamatan {{ kecamatan }}{% else %}Info gratis dari desa. Bisa dibaca di HP apa saja.{% endif %}")
		return mains.ReplaceAllStringFunc(text, func(ours string) string { // what stands at the end of each page of ours
			return strings.Replace(main, "</main>", mains.FindStringSubmatch(ours)[1]+"</main>", 1)
		})
	}
	files := map[string]string{
		"eleventy.config.mjs":            read("eleventy.config.mjs"),
		"layouts/village.njk":            around(read("village.njk"), `{{ "Kelurahan" if kode[9] == "1" else "Desa" }} {{ nama }}`),
		"content/lists.njk":              "---\npagination:\n  data: lists\n  size: 1\n  alias: area\npermalink: \"{{ area.href }}\"\n---\n" + around(read("list.njk"), "{{ area.name }}"),
		"content/desa/desa.11tydata.mjs": "export default { layout: \"village.njk\", permalink: (data) => data.page.filePathStem + \".html\" };\n",
		"data/words.json":                wordsJSON,
		"content/lists.11tydata.mjs":     "export default { lists: " + toJSON(lists) + " };\n",
		"areas.json":                     toJSON(areas),
	}
	for _, name := range []string{"icon-phone", "icon-chat", "icon-map"} {
		files["layouts/"+name+".html"] = hugoFile("partials/" + name + ".html")
	}
	files["layouts/instead.html"] = `<p>Sementara itu, hubungi:</p><div class="ganti"><p class="kontak-nama fn">Saluran contoh</p><ul class="nomor"><li><a class="tel" href="tel:+622100000000">{% include "icon-phone.html" %}<span>Telepon</span> <b>(021) 00000000</b></a></li></ul></div>`
	for name, text := range files {
		err = errors.Join(err, put(filepath.Join(p.eleventy, name), text))
	}
	return err
}

// listAreas reads which villages lie where.
func listAreas(content string) (map[string]*area, error) {
	names, err := areaNames()
	areas := map[string]*area{}
	err = errors.Join(err, filepath.WalkDir(content, func(path string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		m := codeLine.FindSubmatch(data)
		if err != nil || m == nil {
			return err
		}
		rel, err := filepath.Rel(content, path)
		code := string(m[1])
		below := link{Name: names[code], Href: "/desa/" + strings.TrimSuffix(filepath.ToSlash(rel), ".md") + ".html"}
		for _, length := range []int{len("35.09.12"), len("35.09"), len("35")} {
			a := areas[code[:length]]
			if a == nil {
				a = &area{Name: names[code[:length]], Href: "/desa/" + code[:length] + ".html"}
				areas[code[:length]] = a
			}
			a.Count++
			if i := slices.IndexFunc(a.Links, func(l link) bool { return l.Href == below.Href }); i < 0 {
				a.Links = append(a.Links, below)
			} else {
				a.Links[i].Count = below.Count
			}
			below = link{Name: a.Name, Href: a.Href, Count: a.Count}
		}
		return err
	}))
	for code, a := range areas {
		a.Above = append(a.Above, link{Name: "Cari kantor desa", Href: "/desa/index.html"})
		for _, length := range []int{len("35"), len("35.09")} {
			if length < len(code) {
				a.Above = append(a.Above, link{Name: areas[code[:length]].Name, Href: areas[code[:length]].Href})
			}
		}
		slices.SortFunc(a.Links, func(x, y link) int { return strings.Compare(x.Name, y.Name) })
	}
	return areas, err
}

func toJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err) // strings and numbers only
	}
	return string(data)
}

// wordsJSON is what layouts/bahasa/id.yaml says.
const wordsJSON = `{
"status": {"aktif": "Desbumi di sini sudah berjalan.", "dibentuk": "Desbumi di sini sedang dibentuk.", "calon": "Desa ini akan didampingi. Keadaannya belum dikonfirmasi."},
"layanan": {"informasi": "Tanya soal kerja di luar negeri", "dokumen": "Bantuan mengurus dan memeriksa dokumen", "data": "Mencatat warga yang berangkat dan pulang", "pengaduan": "Menerima laporan masalah dan meneruskannya", "pembekalan": "Belajar sebelum berangkat", "ekonomi": "Kelompok usaha untuk yang sudah pulang"},
"hari": [{"kunci": "senin", "nama": "Senin"}, {"kunci": "selasa", "nama": "Selasa"}, {"kunci": "rabu", "nama": "Rabu"}, {"kunci": "kamis", "nama": "Kamis"}, {"kunci": "jumat", "nama": "Jumat"}, {"kunci": "sabtu", "nama": "Sabtu"}, {"kunci": "minggu", "nama": "Minggu"}]
}`
