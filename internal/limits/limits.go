// Package limits holds the most of each thing that an input may have. What has
// more is refused at once, before it costs memory or minutes: nobody writes by
// hand so much, and a file that a program or an attacker made must not stop all
// others. "suluh limits" prints the table.
//
// Each limit is some five times of the largest that was seen in earnest, and
// stands at one place of the code: whoever reads that kind of input.
package limits

import (
	"path"
	"strings"
)

// Limit is the most of one thing.
type Limit struct {
	Indonesian, English string // what is counted
	Max                 int
}

// The limits. Bytes are those of the file, not of what is published.
var (
	Text          = Limit{"byte dalam satu berkas teks", "bytes of a text file", 1 << 20}
	Areas         = Limit{"byte dalam villages/wilayah.tsv", "bytes of villages/wilayah.tsv", 32 << 20}
	Drawing       = Limit{"byte dalam satu gambar SVG", "bytes of an SVG picture", 256 << 10}
	Photo         = Limit{"byte dalam satu foto", "bytes of a photo", 24 << 20}
	Document      = Limit{"byte dalam satu dokumen", "bytes of a document", 8 << 20}
	Recording     = Limit{"byte dalam satu rekaman suara", "bytes of a recording", 100 << 10}
	Line          = Limit{"byte dalam satu baris", "bytes of a line", 128 << 10}
	Block         = Limit{"byte tanpa baris kosong", "bytes without an empty line", 136 << 10}
	Matter        = Limit{"byte bagian data di awal berkas", "bytes of front matter", 32 << 10}
	Value         = Limit{"byte dalam satu nilai", "bytes of a value", 4 << 10}
	Items         = Limit{"isi dalam satu daftar data", "items of a list of data", 2000}
	Nesting       = Limit{"tingkat daftar, kutipan, atau kotak di dalam satu sama lain", "levels of lists, quotes or boxes in each other", 16}
	Brackets      = Limit{"kurung berturut-turut", "brackets in a row", 100}
	Headings      = Limit{"judul bagian dalam satu halaman", "headings of a page", 1000}
	Numbers       = Limit{"nomor dalam satu halaman", "numbers in a page", 300}
	Boxes         = Limit{"kotak dalam satu halaman", "boxes of a page", 1000}
	Columns       = Limit{"kolom dalam satu tabel", "columns of a table", 20}
	Pages         = Limit{"halaman di content/", "pages in content/", 20_000}
	Villages      = Limit{"desa di villages/", "villages in villages/", 100_000}
	Pixels        = Limit{"piksel dalam satu foto", "pixels of a photo", 50_000_000}
	Memory        = Limit{"byte yang diperlukan untuk membuka satu gambar PNG", "bytes of memory to open a PNG", 96 << 20}
	Shapes        = Limit{"bentuk yang digambar oleh satu SVG", "shapes that an SVG draws", 5000}
	Sheet         = Limit{"byte dalam satu lembar kiriman", "bytes of a sheet that was sent", 16 << 20}
	SheetUnzipped = Limit{"byte isi berkas Excel setelah dibuka", "bytes of a workbook when unpacked", 256 << 20}
	SheetRows     = Limit{"baris dalam satu lembar kiriman", "rows of a sheet that was sent", 100_000}
	SheetColumns  = Limit{"kolom dalam satu lembar kiriman", "columns of a sheet that was sent", 100}
	SheetCell     = Limit{"byte dalam satu sel", "bytes of a cell", 4 << 10}
	HTML          = Limit{"byte HTML satu halaman sebelum dimampatkan", "bytes of a page's HTML before compression", 512 << 10}
)

// All gives the limits in the order in which "suluh limits" prints them.
func All() []Limit {
	return []Limit{Text, Areas, Drawing, Photo, Document, Recording, Line, Block, Matter, Value, Items, Nesting, Brackets, Headings, Numbers, Boxes, Columns, Pages, Villages, Pixels, Memory, Shapes, HTML, Sheet, SheetUnzipped, SheetRows, SheetColumns, SheetCell}
}

// OfFile gives the limit of a file's bytes by its name.
func OfFile(name string) Limit {
	switch ext := strings.ToLower(path.Ext(name)); {
	case path.Base(name) == "wilayah.tsv":
		return Areas
	case ext == ".svg":
		return Drawing
	case ext == ".jpg", ext == ".jpeg", ext == ".png", ext == ".webp", ext == ".gif":
		return Photo
	case ext == ".opus", ext == ".ogg", ext == ".mp3":
		return Recording
	case ext == ".md", ext == ".yaml", ext == ".html", ext == ".css", ext == ".js":
		return Text
	}
	return Document
}
