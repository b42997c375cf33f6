package importer

import (
	"slices"
	"strings"
	"unicode"

	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/limits"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// draft is what a row says of a village.
type draft struct {
	code     string
	row      Row
	values   []value
	contacts []contact
	source   string
	day      frontmatter.Date // of the source
	disputed []string         // what two rows say differently, which no third one settles
}

// value is one value of the office, by its path in the file.
type value struct {
	cell  Cell
	path  []any
	label string
	yaml  any    // what is written
	shown string // to compare and to tell
	empty bool   // the cell says that there is none
}

// contact is a role and its numbers.
type contact struct {
	role    string
	numbers []number
	private *bool
	consent consent // of the owner of a private number
}

// readRow judges every cell of a row, whatever is wrong with others: who mends a
// sheet wants to see all of it at once.
func (p *planner) readRow(row Row) *draft {
	p.known = ""
	row.Cells = slices.Clone(row.Cells) // the table stays as it was sent
	d := &draft{row: row}
	for i := range row.Cells {
		c := &row.Cells[i]
		if answer, ok := p.answers[c.place()]; ok && !strings.EqualFold(answer, Yes) && (c.Field != Either || eitherMeant(answer) == Unused) {
			c.Text, c.Shown = answer, ""
		}
		switch {
		case len(c.Text) > limits.SheetCell.Max:
			p.refuse(Cell{Row: c.Row, Heading: c.Heading}, source.ImportCellLong, len(c.Text), limits.SheetCell.Max)
			c.Text = ""
		case p.table.format == asChat && c.Field == Unused && c.Text != "":
			p.note(*c, source.ImportColumnUnused, c.Heading)
		case brokenFormula.MatchString(c.Text) && c.Field != Unused:
			p.note(*c, source.ImportFormulaBroken, c.Text)
		}
	}
	if row.Extra != "" { // a comma in a cell has moved all behind it
		p.remark(Remark{Row: row.Number, Text: row.Extra, Sort: Refused, Code: source.ImportExtra, Args: []any{row.Extra}})
		return d
	}
	before := len(p.plan.Remarks)
	d.code = p.placeOf(row)
	if d.code != "" {
		p.known = p.nameOf(d.code)
		for i := before; i < len(p.plan.Remarks); i++ {
			p.plan.Remarks[i].Village = p.known
		}
	}
	p.readOffice(d, row)
	p.readNumbers(d, row)
	p.readSource(d, row)
	return d
}

// set notes a value at its path in the file, which ends in the key that readers of a
// plan know.
func (d *draft) set(c Cell, yaml any, shown string, path ...any) {
	d.values = append(d.values, value{cell: c, path: path, label: path[len(path)-1].(string), yaml: yaml, shown: shown})
}

// setNothing notes that a cell says that there is no such value.
func (d *draft) setNothing(c Cell, path ...any) {
	d.values = append(d.values, value{cell: c, path: path, label: path[len(path)-1].(string), empty: true})
}

// readOffice reads what is said of the office.
func (p *planner) readOffice(d *draft, row Row) {
	for _, f := range []struct {
		field Field
		key   string
	}{{Address, "alamat"}, {Directions, "petunjuk"}} {
		c, has := row.find(f.field)
		switch {
		case !has || c.Text == "":
		case isNothing(c.Text):
			d.setNothing(c, "kantor", f.key)
		case len(phone.Typed(c.Text)) > 0:
			p.refuse(c, source.ImportNumberInWords, c.Text)
		default:
			text := inOneLine(unquoted(c.Text))
			d.set(c, text, text, "kantor", f.key)
		}
	}
	for _, f := range []struct {
		field         Field
		key, example  string
		digits, fewer int
	}{{Postcode, "kodepos", "68172", 5, 5}, {RT, "rt", "010", 3, 1}, {RW, "rw", "02", 3, 1}} {
		c, has := row.find(f.field)
		if !has || isNothing(c.Text) && !strings.HasPrefix(c.Text, "0") {
			continue
		}
		text := strings.Trim(unquoted(c.Text), " .")
		if n := len(text); phone.Digits(text) != text || n > f.digits || n < f.fewer || f.field == Postcode && text[0] == '0' {
			p.refuse(c, source.WantDigits, f.key, c.Text, f.example)
			continue
		}
		d.set(c, text, text, "kantor", f.key)
	}
	if latitude, longitude, ok := p.pointOf(row); ok {
		c, _ := row.find(Latitude)
		if c.Text == "" {
			c, _ = row.find(Point)
		}
		d.set(c, edit.Plain(latitude), latitude, "kantor", "lintang")
		d.set(c, edit.Plain(longitude), longitude, "kantor", "bujur")
	}
	switch c, has := row.find(Hours); {
	case !has || c.Text == "":
	case isNothing(c.Text):
		d.setNothing(c, "kantor", "jam")
	default:
		if h, ok := p.hoursOf(c); ok {
			d.set(c, hoursMap(h), h.Line(), "kantor", "jam")
		}
	}
}

// inOneLine gives a text without line ends and without the pictures that chats put
// among words: printers and old phones have no letters for them.
func inOneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.So, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r >= 0x1F3FB && r <= 0x1F3FF {
			return -1
		}
		return r
	}, strings.ReplaceAll(text, "\n", ", "))
	return strings.Trim(strings.Join(strings.Fields(text), " "), " ,;")
}

// hoursMap writes hours as files have them: a key for each run of days.
func hoursMap(h village.Hours) edit.Map {
	var m edit.Map
	for _, run := range h.Runs() {
		m = append(m, edit.Pair{Key: run.Days(), Value: edit.Plain(run.Open.Typed())})
	}
	return m
}

// readSource reads when and by whom the data were checked.
func (p *planner) readSource(d *draft, row Row) {
	d.day = row.Sent
	d.source = "Kiriman kantor desa (lembar data)"
	if p.table.format == asChat {
		d.source = "Pesan WhatsApp dari kantor desa"
	}
	if c, has := row.find(Checked); has && !isNothing(c.Text) {
		if day, ok := p.dateOf(c); ok {
			d.set(c, edit.Plain(day.String()), day.String(), checkedLabel)
			d.day = day
		}
	}
	if c, has := row.find(Source); has && !isNothing(c.Text) && len(phone.Typed(c.Text)) == 0 {
		d.source = strings.Join(strings.Fields(c.Text), " ")
	}
	if d.day.IsZero() || p.site.Today.Before(d.day) {
		d.day = p.site.Today
	}
}
