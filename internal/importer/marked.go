package importer

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"suluh/internal/source"
)

// Marked gives a copy of the table with a column of remarks and one for answers
// beside each column that needs them, and the ending of its file: a workbook stays
// one, and all else becomes CSV with a byte order mark, which Excel opens by itself.
func (t *Table) Marked(remarks []Remark, lang source.Lang) (data []byte, ending string, err error) {
	grid := t.marked(remarks, lang)
	if t.format == asWorkbook {
		data, err = workbook(grid)
		return data, ".xlsx", err
	}
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = t.comma, true
	err = w.WriteAll(grid)
	return b.Bytes(), ".csv", err
}

// marked puts the remarks into the grid. A question whose answer has no column yet,
// such as whose a number in a chat is, gets its two columns at the end.
func (t *Table) marked(remarks []Remark, lang source.Lang) [][]string {
	rows := t.gridRows()
	said := map[string]map[int]string{} // by heading, by row of the grid
	var further []string                // headings without a column
	for _, r := range remarks {
		row, known := rows[r.Row]
		if !known || r.Sort == Noted {
			continue
		}
		heading := t.headingFor(r)
		if said[heading] == nil {
			said[heading] = map[int]string{}
			if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Heading == heading }) {
				further = append(further, heading)
			}
		}
		said[heading][row] = strings.TrimSpace(said[heading][row] + " " + r.asked(lang))
	}
	var out [][]string
	for i, row := range t.grid {
		var cells []string
		for j := range max(len(row), len(t.Columns)) {
			text, heading := "", ""
			if j < len(row) {
				text = row[j]
			}
			if j < len(t.Columns) {
				heading = t.Columns[j].Heading
			}
			cells = append(cells, text)
			if heading != "" && said[heading] != nil {
				cells = append(cells, t.remarkCells(i, heading, said[heading])...)
			}
		}
		for _, heading := range further {
			cells = append(cells, t.remarkCells(i, heading, said[heading])...)
		}
		out = append(out, cells)
	}
	return out
}

// gridRows gives the place in the grid of each row, by its number.
func (t *Table) gridRows() map[int]int {
	rows := map[int]int{t.heading + 1: t.heading}
	for i, r := range t.Rows {
		if t.format != asChat {
			rows[r.Number] = r.Number - 1
			continue
		}
		rows[r.Number] = i + 1
		for _, c := range r.Cells {
			rows[c.Row] = i + 1
		}
	}
	return rows
}

// remarkCells gives the two cells beside a column in a row of the grid: what is said,
// and room for an answer. What is asked of a whole column stands in its first row.
func (t *Table) remarkCells(row int, heading string, said map[int]string) []string {
	switch row {
	case t.heading:
		return []string{remarkHeading + ": " + heading, answerHeading + ": " + heading}
	case t.heading + 1:
		return []string{strings.TrimSpace(said[t.heading] + " " + said[row]), ""}
	}
	return []string{said[row], ""}
}

// asked gives a remark as a cell of the marked copy says it.
func (r Remark) asked(lang source.Lang) string {
	said := r.In(lang)
	if r.Proposal != "" && r.Sort == Asked {
		return said.What + " Jawab ya: " + r.Proposal
	}
	return said.What + " " + said.Mend
}

// headingFor gives the heading under which a remark stands: its own, that of its
// meaning in the grid of a chat, or that of the village when it is about the row.
func (t *Table) headingFor(r Remark) string {
	of := func(f Field) string {
		if i := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Field == f }); i >= 0 {
			return t.Columns[i].Heading
		}
		return ""
	}
	if slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Heading == r.Heading }) {
		return r.Heading
	}
	field := fieldOf(r.Heading)
	if field == Role && t.format == asChat {
		field = Officer
	}
	if heading := of(field); heading != "" && field != Unused {
		return heading
	}
	if r.Sort == Asked && r.Heading != "" {
		return r.Heading
	}
	return cmp.Or(of(Name), of(Code))
}

// workbook writes a grid as text alone, so that no zero is lost again.
func workbook(grid [][]string) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	const sheet = "Sheet1"
	const asText = 49
	style, err := f.NewStyle(&excelize.Style{NumFmt: asText, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	for i, row := range grid {
		for j, text := range row {
			cell, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				return nil, err
			}
			if err := f.SetCellStr(sheet, cell, text); err != nil {
				return nil, fmt.Errorf("cell %s: %w", cell, err)
			}
			if err := f.SetCellStyle(sheet, cell, cell, style); err != nil {
				return nil, err
			}
		}
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
