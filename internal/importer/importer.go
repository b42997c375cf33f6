// Package importer reads what village officials send, sheets and chats, and says
// what it would change in the files of the villages.
//
// # What comes in
//
// A sheet, as CSV or as a workbook of Excel, has one village a row, under headings
// that people name as they like (columns.go), or one village as a list of keys and
// values, as the identity table of OpenSID has it. A chat is the export of a
// conversation on WhatsApp, or a message that was pasted: a form with the labels
// that PANDUAN.md gives (chat.go). All of them become one [Table].
//
// # What goes out
//
// A [Plan]: for each village the new text of its file, and a [Remark] at each cell
// that could not be taken as it is. Nothing is guessed. A cell that is probably
// meant otherwise (331421001, whose zero a spreadsheet has eaten) is asked: its
// remark carries a proposal, and nothing of the cell is written until somebody says
// yes. A cell that cannot be meant at all is refused. Numbers, hours, dates and
// points are read by the packages that read the files of the site, so a sheet and a
// file follow the same rules.
//
// A private number stays out until the date of its owner's written consent is
// there, whatever else a row says. Its form and where the number may stand are read
// with it; a word for either that is not known keeps the number out (consent.go).
//
// # Answers
//
// An [Answers] accepts the proposal at a cell, or puts another text in its place;
// the new text is judged like any other. The copy of a sheet that [Table.Marked]
// gives has a column for remarks and one for answers beside each column that needs
// them; it is read like any other sheet.
package importer

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Table is what was sent: rows of cells, each with the meaning of its column.
type Table struct {
	Name    string // of the file
	Rows    []Row
	Columns []Column
	Others  []string // sheets of the workbook that hold no villages

	grid    [][]string // all cells as they were read, for the marked copy
	heading int        // the row of the headings in grid, from 0
	format  format
	comma   rune // of CSV
}

// Column is a heading and what it means.
type Column struct {
	Heading string
	Field   Field
	Of      string // the heading that a remark or an answer belongs to
}

// Row is what was sent about one village.
type Row struct {
	Number int // as spreadsheets count, or the line of a chat
	Cells  []Cell
	Sent   frontmatter.Date // of a message; zero of a sheet
	Extra  string           // what stands behind the last heading
}

// Cell is one value.
type Cell struct {
	Row     int
	Heading string
	Field   Field
	Text    string
	Role    string // that stands in the label of a chat: PETUGAS (Petugas Desbumi)
	Shown   string // what a workbook shows, where its number format gives a zero back
}

// Sort is what a remark wants.
type Sort int

// The sorts, in the order in which they are told.
const (
	Asked   Sort = iota // needs an answer before anything of the cell is written
	Refused             // cannot be meant; another value is needed
	Noted               // is only said
)

// Remark is something to say of a cell.
type Remark struct {
	Row      int
	Heading  string // "" for the row as a whole
	Text     string // of the cell
	Sort     Sort
	Code     source.Code
	Args     []any
	Proposal string // what a yes stands for; "" when there is none
	Village  string // of the row, where it is known
}

// In gives the words of a remark.
func (r Remark) In(lang source.Lang) source.Text {
	return (&source.Diagnostic{Code: r.Code, Args: r.Args}).In(lang)
}

// Site is what a plan has to know of the site.
type Site struct {
	Villages *village.Set
	Regency  string // the code of the regency that the site is about, 35.09; "" for all
	Files    fs.FS
	Today    frontmatter.Date
}

// Answers are what somebody said to remarks, by row and heading.
type Answers map[Place]string

// Place is a cell by its row and by its heading in small letters.
type Place struct {
	Row     int
	Heading string
}

// Yes is the answer that accepts a proposal.
const Yes = "ya"

// place gives the place of a cell.
func (c Cell) place() Place { return Place{c.Row, strings.ToLower(c.Heading)} }

// find gives the first cell of a meaning in a row.
func (r Row) find(f Field) (Cell, bool) {
	i := slices.IndexFunc(r.Cells, func(c Cell) bool { return c.Field == f })
	if i < 0 {
		return Cell{}, false
	}
	return r.Cells[i], true
}

// has tells whether the sheet has a column of a meaning.
func (t *Table) has(f Field) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Field == f })
}

func sortRemarks(remarks []Remark) {
	slices.SortStableFunc(remarks, func(a, b Remark) int { return cmp.Or(cmp.Compare(a.Sort, b.Sort), cmp.Compare(a.Row, b.Row)) })
}
