// Package content reads single files of content/: what stands in one, and what is wrong
// with it by itself. It knows no other file.
//
// The keys of pages are the fields of [Meta]; those of content/situs.yaml of
// [Config]; those of content/kontak.yaml of [Contact]; those of
// content/istilah.yaml of [GlossaryTerm]; those of content/gaya.yaml of [StyleGuide];
// those of content/cari.yaml, how people type what pages call otherwise, of
// [search.Words]. How files may be called stands in names.go and files.go.
package content

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/source"
	"suluh/internal/translation"
	"suluh/internal/village"
)

// KeyOf reads how front matter names a page: panduan/biaya.md.
func KeyOf(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "/"), Folder), ".md")
}

// Kind is a kind of page. Its name is also that of its layout.
type Kind string

// The kinds of pages that are written; each has a folder of its own.
const (
	Home      Kind = "home"
	Guide     Kind = "guide"
	Checklist Kind = "checklist"
	Country   Kind = "country"
	Plain     Kind = "plain"
)

// Section is a folder of content. Pages of a listed section get a page that
// lists them.
type Section struct {
	Kind   Kind
	Folder string // below content/
	Path   string // address of its pages, below the language
	Listed bool
}

// Sections are the folders of content, in the order of the menus.
var Sections = []Section{
	{Guide, "panduan", "panduan/", true},
	{Checklist, "langkah", "langkah/", true},
	{Country, "negara", "negara/", true},
	{Plain, "halaman", "", false},
}

const (
	Folder  = "content/"
	HomeKey = "beranda"
)

// Page is one written page in one language.
type Page struct {
	File      string // content/panduan/biaya.en.md
	Key       string // panduan/biaya: the same for all translations
	Lang      string // en
	Path      string // en/panduan/biaya.html
	Kind      Kind
	Meta      Meta
	Doc       *markdown.Doc
	Tree      *frontmatter.Tree
	DataWords []DataWords
	Blocks    []string // keys of the blocks of its text, as package translation names them

	Broken bool // its front matter has errors
}

// Meta is the front matter of a page.
type Meta struct {
	Title     string                 `yaml:"judul" need:"yes"`
	Summary   string                 `yaml:"ringkasan" need:"yes" max:"160"` // serves as SMS text, too
	Order     int                    `yaml:"urutan"`
	For       []string               `yaml:"untuk" oneof:"calon pekerja keluarga purna desa"`
	Checked   frontmatter.Date       `yaml:"diperiksa"` // a person compared it with its source
	Compiled  frontmatter.Date       `yaml:"disusun"`   // it was written from its sources
	ValidFor  frontmatter.ValidFor   `yaml:"tinjau"`
	Sources   []frontmatter.Citation `yaml:"sumber"`
	Sensitive bool                   `yaml:"peka"`             // neutral tab title, no preview, exit always in sight
	Tab       string                 `yaml:"tab"`              // the tab's title, where it is not the page's
	Address   string                 `yaml:"alamat" raw:"yes"` // p/12 in place of the file's own address
	Alias     []string               `yaml:"alias" raw:"yes"`  // old addresses
	Draft     bool                   `yaml:"draf"`
	Ready     bool                   `yaml:"siap"`   // a draft that waits for a second person
	Read      frontmatter.Date       `yaml:"dibaca"` // a second person read it
	From      frontmatter.Date       `yaml:"terbit" ahead:"yes"`
	Until     frontmatter.Date       `yaml:"berakhir" ahead:"yes"`
	Menu      string                 `yaml:"menu" oneof:"ya tidak"`

	// Of a translation: the blocks of the Indonesian text that it speaks of, in their order,
	// as package translation names them.
	Origin []string `yaml:"asal" raw:"yes"`

	Recordings []Recording `yaml:"suara" only:"guide country"` // the page as somebody speaks it

	Place string `yaml:"tempat" only:"checklist"`
	Cost  string `yaml:"biaya" only:"checklist"`
	Time  string `yaml:"waktu" only:"checklist"`

	Permit string `yaml:"izin" only:"country" oneof:"terbuka terbatas tertutup bukan"`
	Name   string `yaml:"nama" only:"country plain"` // short, for menus: Malaysia
	NameEN string `yaml:"nama_en" only:"country"`    // in menus of other languages, while the page is not translated

	Situations []Situation `yaml:"situasi" only:"home"`
	Popular    []string    `yaml:"sering" only:"home" raw:"yes"`
	Saved      []string    `yaml:"simpan" only:"home" raw:"yes"` // kept with the choices when a reader saves the important pages
}

// Recording is a page, or the most important of it, as somebody from the villages
// speaks it: 30 to 60 seconds in Ogg Opus, some 30 KB. It is a link with its size
// and no player: nothing is loaded before it is pressed, and every phone opens it.
type Recording struct {
	File     string `yaml:"berkas" need:"yes" raw:"yes"` // beside the page
	Language string `yaml:"bahasa" need:"yes" oneof:"indonesia jawa madura"`
}

// AsOf gives the day for which a page speaks.
func (m *Meta) AsOf() frontmatter.AsOf { return frontmatter.AsOfDates(m.Checked, m.Compiled) }

// Behind counts the parts of a translation that are not as its original has them today; 0
// where it is not known of which parts it speaks.
func (p *Page) Behind(original *Page) int {
	if len(p.Meta.Origin) == 0 || original == nil {
		return 0
	}
	return translation.Behind(translation.Compare(p.Meta.Origin, original.Blocks))
}

// ShortTitle is what menus in a language call a page.
func (p *Page) ShortTitle(lang string) string {
	if lang != p.Lang && p.Meta.NameEN != "" {
		return p.Meta.NameEN
	}
	if p.Meta.Name != "" {
		return p.Meta.Name
	}
	return p.Meta.Title
}

// Situation is one choice of the home page.
type Situation struct {
	Title string `yaml:"judul" need:"yes"`
	To    string `yaml:"ke" need:"yes" raw:"yes"`
	Note  string `yaml:"ket"`
	Icon  string `yaml:"ikon" oneof:"berangkat surat kerja pulang keluarga"` // a pictogram before it
}

// ParsePage reads a page of content/. It returns nil when nothing could be
// read at all.
func ParsePage(f *source.File, parser *markdown.Parser) (*Page, source.List) {
	p, fault := PlacePage(f.Name)
	if fault != nil {
		return nil, source.List{fault}
	}
	matter, broken := frontmatter.Split(f)
	if broken != nil {
		return nil, source.List{broken}
	}
	tree, faults := frontmatter.Decode(f, matter, string(p.Kind), &p.Meta)
	if tree.Has("nama") && tree.Has("status") && !tree.Has("judul") {
		return nil, source.List{tree.At(source.PageIsVillage, []any{village.Folder + "/" + path.Base(f.Name)}, "nama")}
	}
	if m := p.Meta; !m.From.IsZero() && !m.Until.IsZero() && !m.From.Before(m.gone()) {
		faults.Add(tree.At(source.DatesReversed, []any{m.Until.String(), m.From.String()}, "berakhir"))
	}
	p.Tree, p.DataWords, p.Broken = tree, wordsIn(tree), faults.HasErrors()
	for i, alias := range p.Meta.Alias {
		if !village.IsAlias(alias) {
			faults.Add(tree.At(source.AliasBroken, []any{alias}, "alias", i))
		}
	}
	if p.Meta.Address != "" && !village.IsAlias(p.Meta.Address) {
		faults.Add(tree.At(source.AliasBroken, []any{p.Meta.Address}, "alamat"))
	}
	doc, more := parser.Parse(f, matter.Body)
	p.Doc = doc
	p.Blocks = translation.Keys(translation.Blocks(string(f.Data[matter.Body:])))
	p.Path = Address(p)
	faults.Add(more...)
	return p, faults
}

// languageForm is that of a language in the name of a file: en, mad.
var languageForm = regexp.MustCompile(`^[a-z]{2,3}$`)

// PlacePage tells from a file's name what kind of page it is, and in which
// language.
func PlacePage(name string) (*Page, *source.Diagnostic) {
	rel := strings.TrimSuffix(strings.TrimPrefix(name, Folder), ".md")
	key, lang := rel, SourceLang
	if i := strings.LastIndexByte(rel, '.'); i > strings.LastIndexByte(rel, '/') {
		key, lang = rel[:i], rel[i+1:]
	}
	if lower := strings.ToLower(lang); lower == "md" || lower == "txt" { // biaya.md.md
		return nil, source.Whole(name, source.NameUnportable, "."+lang, Folder+key+".md")
	}
	if lower := strings.ToLower(lang); lang != lower && languageForm.MatchString(lower) { // biaya.EN.md
		return nil, source.Whole(name, source.NameUnportable, lang, Folder+key+"."+lower+".md")
	}
	if lang != SourceLang && !languageForm.MatchString(lang) {
		return nil, source.Whole(name, source.NameUnportable, ".", BetterName(Folder+strings.ReplaceAll(rel, ".", "-")+".md"))
	}
	p := &Page{File: name, Key: norm.NFC.String(key), Lang: lang}
	if key == HomeKey {
		p.Kind = Home
		return p, nil
	}
	folder, _, _ := strings.Cut(key, "/")
	i := slices.IndexFunc(Sections, func(s Section) bool { return s.Folder == folder && s.Folder != key })
	if i < 0 {
		return nil, source.Whole(name, source.FolderUnknown, "content/panduan, content/langkah, content/negara, content/halaman, content/beranda.md")
	}
	p.Kind = Sections[i].Kind
	return p, nil
}

// Address gives the path of a page's output.
func Address(p *Page) string {
	var file string
	switch {
	case p.Meta.Address != "":
		file = strings.TrimSuffix(strings.Trim(path.Clean("/"+norm.NFC.String(p.Meta.Address)), "/"), ".html")
	case p.Kind == Home:
		file = "index"
	default:
		i := slices.IndexFunc(Sections, func(s Section) bool { return s.Kind == p.Kind })
		file = Sections[i].Path + strings.TrimPrefix(p.Key, Sections[i].Folder+"/")
	}
	return LangPrefix(p.Lang) + file + ".html"
}

// LangPrefix gives the folder of a language's pages: none for Indonesian, else en/.
func LangPrefix(lang string) string {
	if lang == SourceLang {
		return ""
	}
	return lang + "/"
}

// HiddenBy gives the key by which a page is not online on a day.
func (m *Meta) HiddenBy(day frontmatter.Date) string {
	switch {
	case m.Draft:
		return "draf"
	case !m.From.IsZero() && day.Before(m.From):
		return "terbit"
	}
	return "berakhir"
}

// gone gives the first day on which a page with an end is not online any more: that day itself,
// or the one after the month or year that was named.
func (m *Meta) gone() frontmatter.Date {
	if last := m.Until.Last(); last != m.Until {
		return last.Add(1)
	}
	return m.Until
}

// Published tells whether a page is online on a day.
func (m *Meta) Published(day frontmatter.Date) bool {
	return !m.Draft && (m.From.IsZero() || !day.Before(m.From)) && (m.Until.IsZero() || day.Before(m.gone()))
}
