package exporter

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"suluh/internal/importer"
	"suluh/internal/village"
)

// CSV gives villages as a table with commas, marked as UTF-8 for Excel.
func CSV(villages []Village) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(headings()) // a buffer takes all; Error tells of the rest
	for _, v := range villages {
		var row []string
		for _, f := range columns {
			row = append(row, asText(v.value(f, village.InData)))
		}
		_ = w.Write(row)
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// asText keeps a program for sheets from reckoning with a text that begins as formulas do,
// "@ sebelah masjid": an apostrophe before it says that it is none, and the import takes it
// away again. Numbers of phones, which begin with +, are no formulas.
func asText(value string) string {
	if value != "" && (strings.ContainsRune("=@\t\r", rune(value[0])) || strings.ContainsRune("+-", rune(value[0])) && strings.ContainsAny(value, "(|!=")) {
		return "'" + value
	}
	return value
}

// Names of the two sheets of a workbook: the one to fill in, and the lists of its
// choices.
const (
	sheetToFill  = "Isian"
	sheetOfLists = importer.ListSheet
)

// hints are what a sheet says of a column when one of its cells is chosen.
var hints = map[importer.Field]string{
	importer.Phone:        "Nomor kantor, satu nomor. Contoh bentuk: (0331) 123456. Yang tidak tahu, kosongkan.",
	importer.WhatsApp:     "Nomor WhatsApp kantor, satu nomor. Contoh bentuk: 0812-3456-7890.",
	importer.Hours:        "Hari dan jam buka. Contoh: Senin-Kamis 08.00-15.00, Jumat 08.00-11.00",
	importer.Address:      "Jalan dan dusun, tanpa nomor telepon.",
	importer.Directions:   "Dekat apa? Contoh: seberang masjid besar",
	importer.Postcode:     "Lima angka.",
	importer.Latitude:     "Contoh: -8.3451",
	importer.Longitude:    "Contoh: 113.6062",
	importer.Role:         "Tugasnya, bukan nama orang. Contoh: Petugas Desbumi",
	importer.Officer:      "Nomor petugas itu. Nomor pribadi hanya terbit dengan izin tertulis.",
	importer.Private:      "ya kalau nomor petugas milik orang, tidak kalau milik kantor.",
	importer.Consent:      "Tanggal izin tertulis dari pemilik nomor. Contoh: 2026-09-14",
	importer.ConsentForm:  "surat kalau di kertas, pesan kalau lewat WhatsApp atau SMS.",
	importer.ConsentScope: "Nomor boleh tampil di mana: halaman, kartu, cetak, data. Kosong berarti semua.",
	importer.Checked:      "Tanggal data ini dicocokkan. Contoh: 2026-11-23",
}

// widths are those of columns, in letters.
var widths = map[importer.Field]float64{importer.Code: 15, importer.Name: 20, importer.District: 16, importer.Hours: 42, importer.Address: 32, importer.Directions: 28, importer.Role: 20}

// emptyRows are left below the villages, for more.
const emptyRows = 20

// Sheet gives villages as a workbook to fill in: each cell is text, so that no zero
// is lost, with hints and lists of choices.
func Sheet(villages []Village) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", sheetToFill); err != nil {
		return nil, err
	}
	const asText = 49
	text, err := f.NewStyle(&excelize.Style{NumFmt: asText, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	head, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"D9EAEC"}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return nil, err
	}
	last := len(villages) + 1 + emptyRows
	districts := districtsOf(villages)
	for i, field := range columns {
		column, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return nil, err
		}
		width := widths[field]
		if width == 0 {
			width = 17
		}
		steps := []func() error{
			func() error { return f.SetColWidth(sheetToFill, column, column, width) },
			func() error { return f.SetCellStr(sheetToFill, column+"1", field.Label()) },
			func() error { return f.SetCellStyle(sheetToFill, column+"1", column+"1", head) },
			func() error { return f.SetCellStyle(sheetToFill, column+"2", cell(column, last), text) },
			func() error { return choices(f, field, column, last, len(districts)) },
		}
		for row, v := range villages {
			if value := v.value(field, ""); value != "" {
				steps = append(steps, func() error { return f.SetCellStr(sheetToFill, cell(column, row+2), value) })
			}
		}
		for _, step := range steps {
			if err := step(); err != nil {
				return nil, err
			}
		}
	}
	if err := lists(f, districts); err != nil {
		return nil, err
	}
	if err := f.SetPanes(sheetToFill, &excelize.Panes{Freeze: true, XSplit: 3, YSplit: 1, TopLeftCell: "D2", ActivePane: "bottomRight"}); err != nil {
		return nil, err
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// cell names a cell.
func cell(column string, row int) string { return column + strconv.Itoa(row) }

// choices gives a column its hint and, where it has one, its list.
func choices(f *excelize.File, field importer.Field, column string, last, districts int) error {
	hint := hints[field]
	if hint == "" && field != importer.District {
		return nil
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = column + "2:" + cell(column, last)
	if hint != "" {
		v.SetInput(field.Label(), hint)
	}
	switch field {
	case importer.Private:
		if err := v.SetDropList([]string{"ya", "tidak"}); err != nil {
			return err
		}
		v.SetError(excelize.DataValidationErrorStyleWarning, "Pribadi", "Isi ya atau tidak.")
	case importer.ConsentForm:
		if err := v.SetDropList([]string{"surat", "pesan"}); err != nil {
			return err
		}
	case importer.District:
		if districts == 0 {
			return nil
		}
		v.SetSqrefDropList("=" + sheetOfLists + "!$A$2:$A$" + cell("", districts+1))
		v.SetError(excelize.DataValidationErrorStyleWarning, "Kecamatan", "Pilih kecamatan dari daftar.")
	}
	return f.AddDataValidation(sheetToFill, v)
}

func lists(f *excelize.File, districts []string) error {
	if _, err := f.NewSheet(sheetOfLists); err != nil {
		return err
	}
	for i, name := range append([]string{"Pilihan kecamatan"}, districts...) {
		if err := f.SetCellStr(sheetOfLists, cell("A", i+1), name); err != nil {
			return err
		}
	}
	return nil
}

func districtsOf(villages []Village) []string {
	var names []string
	for _, v := range villages {
		if v.District != "" {
			names = append(names, v.District)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
