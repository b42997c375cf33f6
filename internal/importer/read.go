package importer

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"suluh/internal/limits"
	"suluh/internal/phone"
)

// format is how a table came.
type format int

const (
	asCSV format = iota
	asWorkbook
	asChat
)

// Errors of what cannot be read at all.
var (
	ErrNoHeadings = errors.New("no row names a column of villages")
	ErrTooLarge   = errors.New("larger than the limits")
	ErrWorkbook   = errors.New("not a workbook that can be read")
	ErrOldExcel   = errors.New("a workbook of Excel before 2007")
)

// deepest is in how many rows from the top the headings are looked for: letters
// have a title and an address above their table.
const deepest = 20

// Read makes a table of what was sent. The name tells only what the file is called;
// what it is shows in its bytes.
func Read(name string, data []byte) (*Table, error) {
	if len(data) > limits.Sheet.Max {
		return nil, fmt.Errorf("read %s: %d bytes: %w", name, len(data), ErrTooLarge)
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return readWorkbook(name, data)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return nil, fmt.Errorf("read %s: %w", name, ErrOldExcel)
	}
	text, err := decoded(data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if table := readChat(name, text); table != nil {
		return table, nil
	}
	return readCSV(name, text)
}

// decoded gives a text in UTF-8: programs mark theirs with a byte order mark, and
// Excel on Windows writes Windows-1252 without one.
func decoded(data []byte) (string, error) {
	var from encoding.Encoding = unicode.UTF8
	zeros := bytes.Count(data[:min(len(data), 1000)], []byte{0})
	switch {
	case bytes.HasPrefix(data, []byte("\xEF\xBB\xBF")), bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("\xFE\xFF")):
	case zeros > 0 && len(data) > 1 && data[1] == 0:
		from = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros > 0:
		from = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case !utf8.Valid(data):
		from = charmap.Windows1252
	}
	text, err := io.ReadAll(transform.NewReader(bytes.NewReader(data), unicode.BOMOverride(from.NewDecoder())))
	return strings.ReplaceAll(strings.TrimPrefix(string(text), "\uFEFF"), "\r\n", "\n"), err
}

// commas are what parts the cells of CSV, the most likely last.
var commas = []rune{'|', '\t', ',', ';'}

func readCSV(name, text string) (*Table, error) {
	var best *Table
	tried := commas
	if line, rest, _ := strings.Cut(text, "\n"); strings.HasPrefix(strings.ToLower(line), "sep=") && len(line) > len("sep=") {
		tried, text = []rune{rune(line[len("sep=")])}, rest // a note to Excel
	}
	for _, comma := range tried {
		grid, err := cells(text, comma)
		if errors.Is(err, ErrTooLarge) {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		if err != nil {
			continue
		}
		table, err := tabulate(name, grid)
		if errors.Is(err, ErrTooLarge) {
			return nil, err
		}
		if err == nil && (best == nil || known(table.Columns) >= known(best.Columns)) {
			best = table
			best.comma = comma
		}
	}
	for _, comma := range tried {
		if grid, err := cells(text, comma); err == nil && best == nil {
			if table, err := tabulate(name, upended(grid)); err == nil {
				best = table
				best.comma = comma
			}
		}
	}
	if best == nil {
		return nil, fmt.Errorf("read %s: %w", name, ErrNoHeadings)
	}
	return best, nil
}

func cells(text string, comma rune) ([][]string, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = comma, true, -1, false
	var grid [][]string
	read, lines := 0, 0 // bytes and lines of the text so far
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return grid, nil
		}
		if err != nil {
			return nil, err
		}
		// Empty lines are left out by encoding/csv, and counted by spreadsheets.
		start, _ := r.FieldPos(0)
		for range start - 1 - lines {
			grid = append(grid, nil)
		}
		end := int(r.InputOffset())
		lines, read = lines+strings.Count(text[read:end], "\n"), end
		if len(grid) >= limits.SheetRows.Max || len(row) > limits.SheetColumns.Max {
			return nil, ErrTooLarge
		}
		grid = append(grid, row)
	}
}

// tabulate finds the headings of a grid and gives its rows their meaning.
func tabulate(name string, grid [][]string) (*Table, error) {
	if len(grid) > limits.SheetRows.Max {
		return nil, fmt.Errorf("read %s: %d rows: %w", name, len(grid), ErrTooLarge)
	}
	t := &Table{Name: name, grid: grid, heading: -1}
	for i, row := range grid[:min(len(grid), deepest)] {
		var columns []Column
		for _, cell := range row {
			columns = append(columns, columnOf(cell))
		}
		if n := known(columns); n > 1 && n > known(t.Columns) {
			t.heading, t.Columns = i, columns
		}
	}
	if t.heading < 0 || !t.has(Name) && !t.has(Code) {
		return nil, fmt.Errorf("read %s: %w", name, ErrNoHeadings)
	}
	for i := t.heading + 1; i < len(grid); i++ {
		row := Row{Number: i + 1}
		filled := false
		for j, text := range grid[i] {
			text = strings.TrimSpace(text)
			if j >= len(t.Columns) {
				row.Extra = strings.TrimSpace(row.Extra + " " + text)
				continue
			}
			c := t.Columns[j]
			filled = filled || text != "" && c.Field != Running
			row.Cells = append(row.Cells, Cell{Row: i + 1, Heading: c.Heading, Field: c.Field, Text: text})
		}
		if filled {
			t.Rows = append(t.Rows, row)
		}
	}
	return t, nil
}

// upended turns a list of keys and values, as OpenSID gives a village's identity,
// into a row below its headings. Nil when the grid is none.
func upended(grid [][]string) [][]string {
	var headings, values []string
	meant, places := 0, 0
	for _, row := range grid {
		filled := slices.DeleteFunc(slices.Clone(row), func(c string) bool { return strings.Trim(c, " :\t") == "" })
		if len(filled) == 0 || len(filled) > 3 {
			continue
		}
		key := strings.TrimRight(filled[0], " :")
		value := ""
		if len(filled) > 1 {
			value = strings.TrimLeft(filled[len(filled)-1], ": ")
		}
		switch f := fieldOf(key); {
		case len(filled) < 2:
		case f == Name || f == Code:
			places++
			meant++
		case f != Unused && f != Running:
			meant++
		}
		headings, values = append(headings, key), append(values, value)
	}
	const few = 3
	if meant < few || places == 0 || len(headings) > limits.SheetColumns.Max {
		return nil
	}
	return [][]string{headings, values}
}

// readWorkbook reads the stored values of the first sheet that has villages.
func readWorkbook(name string, data []byte) (*Table, error) {
	if err := checkZip(data); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: int64(limits.SheetUnzipped.Max), UnzipXMLSizeLimit: int64(limits.SheetUnzipped.Max)})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w: %v", name, ErrWorkbook, err)
	}
	defer f.Close()
	var best *Table
	var others []string
	var failure error
	for _, sheet := range f.GetSheetList() {
		grid, shown, err := storedValues(f, sheet)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		table, err := tabulate(name, grid)
		if upright := upended(grid); err != nil && upright != nil {
			table, err = tabulate(name, upright)
		}
		if err != nil {
			failure = err
		}
		if table == nil || best != nil {
			if sheet != ListSheet {
				others = append(others, sheet)
			}
			continue
		}
		best = table
		for i := range best.Rows {
			best.Rows[i].Extra = "" // nothing moves the cells of a workbook
			for j := range best.Rows[i].Cells {
				c := &best.Rows[i].Cells[j]
				c.Shown = shown[[2]int{c.Row, j}]
			}
		}
	}
	if best == nil {
		if failure == nil {
			failure = fmt.Errorf("read %s: %w", name, ErrNoHeadings)
		}
		return nil, failure
	}
	best.Others, best.format = others, asWorkbook
	return best, nil
}

// ListSheet is the sheet of a workbook of ours that holds the lists of choices.
const ListSheet = "Daftar"

// checkZip refuses what unpacks to more than a sheet of villages can be.
func checkZip(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %v", ErrWorkbook, err)
	}
	var all uint64
	for _, f := range z.File {
		all += f.UncompressedSize64
		if all > uint64(limits.SheetUnzipped.Max) {
			return ErrTooLarge
		}
	}
	return nil
}

var dateFormat = regexp.MustCompile(`(?i)[yd]`)

// storedValues gives the values of a sheet as they are stored, and what it shows of
// numbers to which their format gives zeros back.
func storedValues(f *excelize.File, sheet string) (grid [][]string, shown map[[2]int]string, err error) {
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	shown = map[[2]int]string{}
	for rows.Next() {
		if len(grid) >= limits.SheetRows.Max {
			return nil, nil, ErrTooLarge
		}
		row, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, nil, err
		}
		if len(row) > limits.SheetColumns.Max {
			if len(slices.DeleteFunc(slices.Clone(row[limits.SheetColumns.Max:]), func(s string) bool { return s == "" })) > 0 {
				return nil, nil, ErrTooLarge
			}
			row = row[:limits.SheetColumns.Max]
		}
		for j, raw := range row {
			number, err := strconv.ParseFloat(raw, 64)
			if err != nil || !strings.ContainsAny(raw, "0123456789") {
				continue
			}
			cell, err := excelize.CoordinatesToCellName(j+1, len(grid)+1)
			if err != nil {
				return nil, nil, err
			}
			if kind, err := f.GetCellType(sheet, cell); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
				continue
			}
			if day, isDate := dateIn(f, sheet, cell, number); isDate {
				row[j] = day
				continue
			}
			row[j] = strconv.FormatFloat(number, 'f', -1, 64)
			if display, err := f.GetCellValue(sheet, cell); err == nil && display != row[j] && strings.TrimLeft(phone.Digits(display), "0") == row[j] {
				shown[[2]int{len(grid) + 1, j}] = display
			}
		}
		grid = append(grid, row)
	}
	return grid, shown, rows.Error()
}

// dateIn gives the day of a number that its sheet shows as a date.
func dateIn(f *excelize.File, sheet, cell string, number float64) (string, bool) {
	id, err := f.GetCellStyle(sheet, cell)
	if err != nil {
		return "", false
	}
	style, err := f.GetStyle(id)
	if err != nil || style == nil {
		return "", false
	}
	const firstDate, lastDate = 14, 17 // number formats of dates that Excel has built in
	own := style.CustomNumFmt != nil && dateFormat.MatchString(*style.CustomNumFmt) && !strings.Contains(*style.CustomNumFmt, "0")
	if !own && (style.NumFmt < firstDate || style.NumFmt > lastDate) && style.NumFmt != 22 {
		return "", false
	}
	props, err := f.GetWorkbookProps()
	old := err == nil && props.Date1904 != nil && *props.Date1904
	day, err := excelize.ExcelDateToTime(number, old)
	if err != nil {
		return "", false
	}
	return day.Format("2006-01-02"), true
}
