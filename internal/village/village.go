// Package village reads the villages: one Markdown file each, anywhere below
// the folder villages, keyed by the code of the Ministry of Home Affairs
// (Kemendagri), since names repeat.
//
// # Codes and areas
//
// A code has ten digits, 35.09.12.2004, and its prefixes are the areas that a
// village lies in: 35 the province, 35.09 the regency, 35.09.12 the district
// (kecamatan). The names of areas stand in villages/wilayah.tsv, a line each,
// code<TAB>name, taken from github.com/cahyadsn/wilayah. A site may do without
// that file; then codes and names are not compared.
//
// # Addresses
//
// The address of a village follows its file: villages/ambulu.md becomes
// desa/ambulu.html, villages/35/09/12/ambulu.md desa/35/09/12/ambulu.html.
//
// # Unknown numbers
//
// A number that nobody has confirmed stays out of the file. The page then says
// so and leads to the next contact that is known. A private number without the
// date of its owner's consent is refused (UU 27/2022). Whether a mobile number
// is private is asked about: only the writer knows.
//
// What a file declares is not what may be shown: that depends on the day, and
// package site alone says so.
package village

import (
	"path"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/source"
)

// Folder is where villages are kept below the source folder.
const Folder = "villages"

// Village is what the front matter of one file says.
type Village struct {
	File string // villages/ambulu.md
	Slug string // ambulu: the file without folder and ending
	Body int    // offset of the Markdown in the file

	Name     string                 `yaml:"nama" need:"yes"`
	Also     []string               `yaml:"juga"`
	Code     string                 `yaml:"kode" raw:"yes"`
	District string                 `yaml:"kecamatan"`
	Possible []string               `yaml:"kemungkinan" raw:"yes"`
	Status   string                 `yaml:"status" need:"yes" oneof:"aktif dibentuk calon belum"`
	Office   Office                 `yaml:"kantor"`
	Declared []Contact              `yaml:"kontak"`
	Services []string               `yaml:"layanan" oneof:"informasi dokumen data pengaduan pembekalan ekonomi"`
	Perdes   string                 `yaml:"perdes"` // the village's regulation on migrant workers
	Site     frontmatter.WebAddress `yaml:"situs"`
	Alias    []string               `yaml:"alias" raw:"yes"` // old addresses
	Checked  frontmatter.Date       `yaml:"diperiksa"`       // a person compared it with its source
	Compiled frontmatter.Date       `yaml:"disusun"`         // it was written from its sources
	ValidFor frontmatter.ValidFor   `yaml:"tinjau"`
	Sources  []frontmatter.Citation `yaml:"sumber"`

	Typed []phone.Found // numbers that stand in words
}

// AsOf gives the day for which the file speaks.
func (v *Village) AsOf() frontmatter.AsOf { return frontmatter.AsOfDates(v.Checked, v.Compiled) }

// Office is where a village can be visited. Every part may be unknown.
type Office struct {
	Address    string   `yaml:"alamat"`
	Directions string   `yaml:"petunjuk"`
	Postcode   string   `yaml:"kodepos" raw:"yes"`
	RT         string   `yaml:"rt" raw:"yes"`
	RW         string   `yaml:"rw" raw:"yes"`
	Latitude   *float64 `yaml:"lintang"`
	Longitude  *float64 `yaml:"bujur"`
	Hours      Hours    `yaml:"jam"`
}

// Contact is one role in the village and how to reach it, as the file says.
type Contact struct {
	Role     string           `yaml:"peran" need:"yes"`
	Phone    phone.Number     `yaml:"telepon"`
	WhatsApp phone.ChatNumber `yaml:"wa"`
	Consent  frontmatter.Date `yaml:"izin"`
	Form     string           `yaml:"bentuk_izin" oneof:"surat pesan"`               // of the consent; "" where nobody said
	Scope    []string         `yaml:"lingkup_izin" oneof:"halaman kartu cetak data"` // empty for everything
	Private  *bool            `yaml:"pribadi"`                                       // nil where nobody said
}

// Use is where a number may stand, as its owner has agreed.
type Use string

// The uses. What is on a page is also in its saved copies.
const (
	OnPages Use = "halaman"
	OnCards Use = "kartu" // contacts to keep
	OnPaper Use = "cetak" // posters and cards for the pocket
	InData  Use = "data"  // open data
)

// Uses are all uses, in their order.
var Uses = []Use{OnPages, OnCards, OnPaper, InData}

// Allows tells whether the consent of a contact covers a use.
func (c Contact) Allows(u Use) bool { return c.Scope == nil || slices.Contains(c.Scope, string(u)) }

// Numbers gives the numbers of a contact, each once.
func (c Contact) Numbers() []phone.Number {
	var numbers []phone.Number
	for _, n := range []phone.Number{c.Phone, phone.Number(c.WhatsApp)} {
		if !n.IsZero() {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// IsPrivate tells whether the number is a person's own.
func (c Contact) IsPrivate() bool { return c.Private != nil && *c.Private }

// Parse reads one village file. What it returns is usable even when there are
// diagnostics, unless it is nil.
func Parse(f *source.File) (*Village, source.List) {
	matter, broken := frontmatter.Split(f)
	if broken != nil {
		return nil, source.List{broken}
	}
	v := &Village{File: f.Name, Slug: slugOf(f.Name), Body: matter.Body}
	tree, faults := frontmatter.Decode(f, matter, "", v)
	if tree.Has("judul") && !tree.Has("nama") && !tree.Has("kode") {
		return nil, source.List{tree.At(source.VillageIsPage, []any{"content/panduan/" + path.Base(f.Name)}, "judul")}
	}
	v.check(tree, &faults)
	return v, faults
}

// slugOf gives the address of a file: without folder and ending.
func slugOf(file string) string {
	return strings.TrimSuffix(strings.TrimPrefix(file, Folder+"/"), path.Ext(file))
}

// isCode is asked of each village each time that a site is linked, which a
// regular expression makes ten times slower.
func isCode(code string) bool {
	const form = "00.00.00.0000"
	if len(code) != len(form) {
		return false
	}
	for i := range len(form) {
		if digit := '0' <= code[i] && code[i] <= '9'; digit != (form[i] == '0') || !digit && code[i] != '.' {
			return false
		}
	}
	return true
}

func prefix(code string, length int) string {
	if len(code) < length {
		return ""
	}
	return code[:length]
}
