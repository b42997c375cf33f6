package content

import (
	"path"
	"path/filepath"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/source"
	"suluh/internal/target"
	"suluh/internal/weight"
)

// Budgets are the weights of the kinds of pages, in bytes after brotli with
// the style in the page. What situs.yaml does not say comes from
// layouts.
type Budgets struct {
	Home      weight.Budget `yaml:"awal"`
	Guide     weight.Budget `yaml:"panduan"`
	Checklist weight.Budget `yaml:"langkah"`
	Country   weight.Budget `yaml:"negara"`
	Plain     weight.Budget `yaml:"halaman"`
	Village   weight.Budget `yaml:"desa"`
	Directory weight.Budget `yaml:"daftar_desa"`
	List      weight.Budget `yaml:"daftar"`
	Contacts  weight.Budget `yaml:"nomor_penting"`
	Glossary  weight.Budget `yaml:"arti_kata"`
	Topics    weight.Budget `yaml:"cari"`
	Missing   weight.Budget `yaml:"tidak_ada"`
	Offline   weight.Budget `yaml:"luring"`
	Poster    weight.Budget `yaml:"poster"`
	Pocket    weight.Budget `yaml:"kartu"`
	Send      weight.Budget `yaml:"kirim"`
}

// ConfigFile is where a site says of itself what holds for all of it.
const ConfigFile = "content/situs.yaml"

// Config is content/situs.yaml.
type Config struct {
	Name         string                 `yaml:"nama" need:"yes"`
	TabName      string                 `yaml:"nama_tab" need:"yes"` // neutral: it shows in tabs and history
	Organisation Organisation           `yaml:"organisasi"`
	Languages    []string               `yaml:"bahasa" need:"yes"` // the first is Indonesian, the source
	Base         frontmatter.WebAddress `yaml:"alamat"`            // needed by nothing that a reader clicks
	Exit         frontmatter.WebAddress `yaml:"keluar" need:"yes"` // where "Tutup cepat" leads
	Regency      Regency                `yaml:"kabupaten"`
	Main         []string               `yaml:"utama"`   // contacts that stand in where a number is not known
	Corrections  string                 `yaml:"koreksi"` // the contact whom readers tell that a number is wrong
	ValidFor     frontmatter.ValidFor   `yaml:"tinjau"`  // how long a check holds where a page does not say
	Notice       *Notice                `yaml:"pita"`    // one line above every page, for a time
	Budgets      Budgets                `yaml:"anggaran"`
	DataPrice    float64                `yaml:"harga_data"`                                                             // rupiah for a megabyte of prepaid data
	Colour       Colour                 `yaml:"warna" raw:"yes"`                                                        // of buttons and frames
	Logo         string                 `yaml:"logo" raw:"yes"`                                                         // a picture beside the site's name: gambar/logo.png
	Zone         string                 `yaml:"zona" oneof:"WIB WITA WIT"`                                              // whose day is the site's day
	Hosts        []string               `yaml:"hosting" oneof:"nginx caddy apache netlify cloudflare github gitlab s3"` // whose files a build writes
	Targets      []Target               `yaml:"terbitkan"`                                                              // where the site is published

	Tree      *frontmatter.Tree
	DataWords []DataWords
	Listed    []string // the languages as situs.yaml has them
}

// Target is a place where the site is published, under a name of the editors.
type Target struct {
	Name    string         `yaml:"nama" need:"yes" raw:"yes"`
	Address target.Address `yaml:"ke" need:"yes"`
	Trust   string         `yaml:"sidik" raw:"yes"` // the fingerprint of the host's key, SHA256:…; no secret
}

// Below gives the target with a folder that is named from the site's folder on.
func (t Target) Below(site string) Target {
	if t.Address.Kind == target.Folder && !filepath.IsAbs(t.Address.Path) {
		t.Address.Path = filepath.Join(site, t.Address.Path)
	}
	return t
}

// Notice is a line above every page. It ends by itself: notices without an end
// stay for years.
type Notice struct {
	Text   string           `yaml:"teks" need:"yes" max:"160"`
	TextEN string           `yaml:"teks_en" max:"160"`
	To     string           `yaml:"ke" raw:"yes"` // a page: panduan/biaya.md
	Until  frontmatter.Date `yaml:"sampai" need:"yes" ahead:"yes"`
}

// Organisation is who publishes the site.
type Organisation struct {
	Name string                 `yaml:"nama" need:"yes"`
	Site frontmatter.WebAddress `yaml:"situs"`
}

// Regency is the area that the site serves.
type Regency struct {
	Code string `yaml:"kode" raw:"yes"`
	Name string `yaml:"nama"`

	// Its middle, from which its offices lie not far.
	Latitude  *float64 `yaml:"lintang"`
	Longitude *float64 `yaml:"bujur"`
}

// LogoFile gives the file of the picture beside the site's name; "" without one.
func (c *Config) LogoFile() string {
	if c.Logo == "" {
		return ""
	}
	return path.Join(Folder, c.Logo)
}

// DefaultTerm is how long a check holds where neither page nor site says.
const DefaultTerm = frontmatter.ValidFor(365)

// source language: translations stand beside it.
const SourceLang = "id"

// ParseConfig reads content/situs.yaml. What it does not say has its usual value.
func ParseConfig(f *source.File) (*Config, source.List) {
	c := &Config{}
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", c)
	c.Tree, c.DataWords = tree, wordsIn(tree)
	if len(c.Languages) > 0 && c.Languages[0] != SourceLang {
		faults.Add(tree.At(source.ValueNotAllowed, []any{c.Languages[0], SourceLang}, "bahasa", 0))
	}
	for i, lang := range c.Languages {
		if first := slices.Index(c.Languages, lang); first < i {
			faults.Add(tree.At(source.IdentifierTwice, []any{lang, tree.At(source.IdentifierTwice, nil, "bahasa", first).Line}, "bahasa", i))
		}
	}
	for i, t := range c.Targets {
		if first := slices.IndexFunc(c.Targets, func(o Target) bool { return o.Name == t.Name }); first < i {
			faults.Add(tree.At(source.IdentifierTwice, []any{t.Name, tree.At(source.IdentifierTwice, nil, "terbitkan", first, "nama").Line}, "terbitkan", i, "nama"))
		}
	}
	seen := map[string]bool{}
	c.Listed = c.Languages
	// Villages and contacts are in the source language, whatever was listed: that
	// it is not the first was complained about.
	c.Languages = slices.DeleteFunc(append([]string{SourceLang}, c.Listed...), func(lang string) bool {
		twice := seen[lang]
		seen[lang] = true
		return twice
	})
	if word := Telling(c.TabName); word != "" {
		faults.Add(tree.At(source.TabTelling, []any{word}, "nama_tab"))
	}
	if base := string(c.Base); strings.ContainsAny(base, "?#") || strings.HasSuffix(base, ".html") {
		faults.Add(tree.At(source.AddressBroken, []any{base}, "alamat"))
	}
	if c.DataPrice < 0 {
		faults.Add(tree.At(source.WantNumber, []any{"harga_data", c.DataPrice, "10"}, "harga_data"))
	}
	if c.ValidFor == 0 {
		c.ValidFor = DefaultTerm
	}
	return c, faults
}
