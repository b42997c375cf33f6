package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/village"
)

// An export of WhatsApp is messages, each behind a stamp:
//
//	12/11/26 10.16 - Kantor Desa A: DESA: Ambulu        Android
//	[12/11/26 10.16.33] Kantor Desa A: DESA: Ambulu     iPhone
//
// A message without the label of a village is chatter and is left out, and so is
// who sent it: a sender's number is never a number of the village. One message may
// hold several forms, and a form several lines for one label.

var stamp = regexp.MustCompile(`^\[?(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4}),?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s*[AaPp]\.?[Mm]\.?)?(?:\]\s*| - )(.*)$`)

// sender is what stands before the text of a message. Messages of the program
// itself have none.
var sender = regexp.MustCompile(`^[^:]{1,60}: ?`)

// systemMarks are what WhatsApp writes into texts.
var systemMarks = regexp.MustCompile(`<[^<>]{1,60}>$`)

// message is one message of a chat, or all of a text that was pasted.
type message struct {
	sent  frontmatter.Date
	lines []line
}

type line struct {
	number int
	text   string
}

// readChat makes a table of the forms in a chat; nil when the text holds none.
func readChat(name, text string) *Table {
	t := &Table{Name: name, format: asChat}
	forms := 0
	for _, m := range messagesOf(text) {
		m.label()
		found := formsOf(m)
		forms += len(found)
		t.Rows = append(t.Rows, found...)
		if len(found) == 0 {
			t.Rows = append(t.Rows, strays(m)...)
		}
	}
	if forms == 0 {
		return nil
	}
	t.layOut()
	return t
}

func messagesOf(text string) []message {
	var found []message
	current := message{}
	exported := false
	number := 0
	for raw := range strings.Lines(text) {
		number++
		clean := visible(raw)
		m := stamp.FindStringSubmatch(clean)
		if m == nil {
			current.lines = append(current.lines, line{number, clean})
			continue
		}
		if exported || len(found) == 0 && hasWords(current.lines) {
			found = append(found, current)
		}
		exported = true
		body := m[4]
		if s := sender.FindString(body); s != "" {
			body = body[len(s):]
		} else {
			body = "" // of the program
		}
		current = message{sent: dayOf(m[1], m[2], m[3]), lines: []line{{number, body}}}
	}
	return append(found, current)
}

func hasWords(lines []line) bool {
	for _, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			return true
		}
	}
	return false
}

// visible gives a line without the marks that WhatsApp puts around words and
// without signs that nobody sees.
func visible(raw string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0' || r == '\u202F' || r == '\t':
			return ' '
		case unicode.Is(unicode.Cf, r) || r == '\uFEFF':
			return -1
		}
		return r
	}, strings.TrimRight(raw, "\r\n")))
}

// dayOf reads the day of a stamp. Exports begin with the day here; a stamp in which
// only the second number can be the day begins with the month.
func dayOf(first, second, year string) frontmatter.Date {
	d, _ := strconv.Atoi(first)
	m, _ := strconv.Atoi(second)
	y, _ := strconv.Atoi(year)
	if y < 100 {
		y += 2000
	}
	if m > 12 {
		d, m = m, d
	}
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return frontmatter.Date{}
	}
	return frontmatter.Date{Year: y, Month: m, Day: d}
}

// label finds KEY: value, with the marks of bold letters around either.
var label = regexp.MustCompile(`^\s*[*_~\-•>\d.)]*\s*([\pL][\pL\pN .,/'’()_-]{0,70}?)\s*[*_~]*\s*[:=：]\s*[*_~]*\s*(.*)$`)

// formsOf gives the forms in a message.
func formsOf(m message) []Row {
	var forms []Row
	var open *Row
	var last *Cell
	for _, l := range m.lines {
		text := systemMarks.ReplaceAllString(l.text, "")
		heading, value, field, role := labelled(text)
		switch {
		case field == Name && (open == nil || hasField(*open, Name)):
			forms = append(forms, Row{Number: l.number, Sent: m.sent})
			open, last = &forms[len(forms)-1], nil
		case open == nil:
			continue
		}
		switch {
		case field != Unused:
			open.Cells = append(open.Cells, Cell{Row: l.number, Heading: heading, Field: field, Text: strings.Trim(value, " *_~"), Role: role})
			last = &open.Cells[len(open.Cells)-1]
		case strings.TrimSpace(text) == "":
			last = nil // what follows an empty line belongs to no label
		case heading != "" && value != "" && !isPlaceWord(heading):
			open.Cells = append(open.Cells, Cell{Row: l.number, Heading: heading, Text: value}) // told as not used
			last = nil
		case last != nil && (last.Field == Address || last.Field == Directions || last.Field == Hours):
			last.Text = strings.TrimLeft(last.Text+", "+strings.Trim(text, " *_~,"), ", ")
		}
	}
	kept := forms[:0]
	for _, form := range forms {
		if used(form) > 1 {
			kept = append(kept, form)
		}
	}
	return kept
}

// used counts the cells of a form that mean something.
func used(form Row) int {
	n := 0
	for _, c := range form.Cells {
		if c.Field != Unused {
			n++
		}
	}
	return n
}

// isPlaceWord tells whether what stands before a colon goes on with an address or with
// hours, and is no label: Dusun: Krajan, Senin: 08.00-12.00.
func isPlaceWord(heading string) bool {
	words := wordsOf(heading)
	return len(words) > 0 && (slices.Contains([]string{"dusun", "dukuh", "dsn", "rt", "rw", "jl", "jln", "jalan", "gang", "gg", "blok", "kampung", "lingkungan", "ling"}, words[0]) ||
		village.IsDay(words[0]) || words[0][0] >= '0' && words[0][0] <= '9')
}

// bareLabel is a label without a colon: Telp 0331 421001.
var bareLabel = regexp.MustCompile(`(?i)^\s*[*_]*(desa|kelurahan|kec(?:amatan)?|telp|telepon|telpon|hp|no\.? hp|wa|whatsapp|jam|alamat|petunjuk)[*_]*\.?\s+(\S.*)$`)

// label puts colons behind the labels of a message that has none, when its lines begin
// with three of them and one is that of a village.
func (m message) label() {
	labels := map[Field]bool{}
	for _, l := range m.lines {
		if _, _, field, _ := labelled(l.text); field != Unused {
			return
		}
		if found := bareLabel.FindStringSubmatch(l.text); found != nil {
			labels[fieldOf(found[1])] = true
		}
	}
	const few = 3
	if len(labels) < few || !labels[Name] {
		return
	}
	for i, l := range m.lines {
		m.lines[i].text = bareLabel.ReplaceAllString(l.text, "$1: $2")
	}
}

// strays are numbers that a message without a village gives: a correction that came
// afterwards. Nobody can say whose they are, so each becomes a row without a village,
// which is told.
func strays(m message) []Row {
	const fewest = 6 // digits of a number
	var rows []Row
	for _, l := range m.lines {
		heading, value, field, _ := labelled(l.text)
		if (field == Phone || field == WhatsApp || field == Either || field == Officer) && len(phone.Digits(value)) >= fewest {
			rows = append(rows, Row{Number: l.number, Sent: m.sent, Cells: []Cell{{Row: l.number, Heading: heading, Field: field, Text: value}}})
		}
	}
	return rows
}

func hasField(r Row, f Field) bool {
	_, has := r.find(f)
	return has
}

// labelled reads a line of a form. PETUGAS (Petugas Desbumi) names a role.
func labelled(text string) (heading, value string, field Field, role string) {
	m := label.FindStringSubmatch(text)
	if m == nil {
		return "", "", Unused, ""
	}
	heading, value = strings.TrimSpace(m[1]), m[2]
	field = fieldOf(heading)
	if b := inBrackets.FindString(heading); b != "" && (field == Role || field == Officer) {
		role = strings.Trim(b, "() ")
		if strings.EqualFold(role, "peran") || strings.EqualFold(role, "peran, bukan nama") {
			role = ""
		}
		heading = strings.TrimSpace(inBrackets.ReplaceAllString(heading, ""))
	}
	switch field {
	case Role:
		field = Officer // in a message, the number stands behind it
	case Running, RemarkColumn, AnswerColumn:
		field = Unused
	}
	return heading, value, field, role
}

// layOut gives the forms of a chat as a grid, for the marked copy.
func (t *Table) layOut() {
	for _, l := range labels {
		for _, r := range t.Rows {
			if hasField(r, l.field) {
				t.Columns = append(t.Columns, Column{Heading: l.label, Field: l.field})
				break
			}
		}
	}
	var headings []string
	for _, c := range t.Columns {
		headings = append(headings, c.Heading)
	}
	t.grid, t.comma = [][]string{headings}, ';'
	for _, r := range t.Rows {
		var cells []string
		for _, c := range t.Columns {
			cell, _ := r.find(c.Field)
			cells = append(cells, strings.TrimSpace(strings.TrimSpace(cell.Role)+" "+cell.Text))
		}
		t.grid = append(t.grid, cells)
	}
}
