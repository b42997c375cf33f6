package importer

import (
	"bytes"
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

// marked puts the remarks into the grid.
func (t *Table) marked(remarks []Remark, lang source.Lang) [][]string {
	rows := map[int]int{} // place in the grid of each row
	for i, r := range t.Rows {
		if t.format == asChat {
			for _, c := range r.Cells {
				rows[c.Row] = i + 1
			}
			rows[r.Number] = i + 1
		} else {
			rows[r.Number] = r.Number - 1
		}
	}
	rows[t.heading+1] = t.heading
	texts := map[int]map[int][]string{} // by column, by row of the grid
	for _, r := range remarks {
		row, known := rows[r.Row]
		if !known || r.Sort == Noted {
			continue
		}
		column := t.columnFor(r)
		if texts[column] == nil {
			texts[column] = map[int][]string{}
		}
		said := r.In(lang)
		text := said.What + " " + said.Mend
		if r.Proposal != "" && r.Sort == Asked {
			text = said.What + " Jawab ya: " + r.Proposal
		}
		texts[column][row] = append(texts[column][row], text)
	}
	var out [][]string
	for i, row := range t.grid {
		var cells []string
		for j := range max(len(row), len(t.Columns)) {
			text := ""
			if j < len(row) {
				text = row[j]
			}
			cells = append(cells, text)
			remarks := texts[j]
			switch {
			case remarks == nil:
			case i == t.heading:
				cells = append(cells, remarkHeading+": "+t.Columns[j].Heading, answerHeading+": "+t.Columns[j].Heading)
			default:
				said := strings.Join(remarks[i], " ")
				if i == t.heading+1 && len(remarks[t.heading]) > 0 {
					said = strings.TrimSpace(strings.Join(remarks[t.heading], " ") + " " + said)
				}
				cells = append(cells, said, "")
			}
		}
		out = append(out, cells)
	}
	return out
}

// columnFor gives the column that a remark belongs to; that of the village when it is
// about the row.
func (t *Table) columnFor(r Remark) int {
	at := slices.IndexFunc(t.Columns, func(c Column) bool { return c.Heading == r.Heading })
	if at < 0 && t.format == asChat {
		field := fieldOf(r.Heading)
		if field == Role {
			field = Officer
		}
		at = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Field == field })
	}
	if at < 0 {
		at = slices.IndexFunc(t.Columns, func(c Column) bool { return c.Field == Name || c.Field == Code })
	}
	return max(at, 0)
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
