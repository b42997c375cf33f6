package importer

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Plan is what a table would change.
type Plan struct {
	Villages []Village
	Remarks  []Remark
	Guards   []Remark // what stops the whole plan unless it is forced
	Read     int      // rows
}

// Village is the change of one village.
type Village struct {
	Code, Name, District string
	Fields               []FieldChange
	Change               edit.Change
	IsNew                bool // it has no file yet
}

// FieldChange is one value as it was and as it will be; "" where there is none.
type FieldChange struct{ Label, Old, New string }

// replaces tells whether something that readers see today changes or goes.
func (v Village) replaces() bool {
	return slices.ContainsFunc(v.Fields, func(f FieldChange) bool { return f.Old != "" })
}

// Counts gives how many remarks are asked, and how many refused.
func (p *Plan) Counts() (asked, refused int) {
	for _, r := range p.Remarks {
		switch r.Sort {
		case Asked:
			asked++
		case Refused:
			refused++
		}
	}
	return asked, refused
}

// planner makes a plan.
type planner struct {
	site      Site
	table     *Table
	answers   Answers
	force     bool
	plan      *Plan
	codes     []string            // of all villages of the regency
	districts []string            // codes of its districts
	byFold    map[string][]string // the villages of the regency by their folded names
	known     string              // the village of the row that is read
	either    Field               // what a column of phone or WhatsApp was said to be
}

// Make plans the changes of a table. With force, an empty cell empties its value,
// and the guards do not stop.
func Make(table *Table, site Site, answers Answers, force bool) (*Plan, error) {
	p := &planner{site: site, table: table, answers: answers, force: force, plan: &Plan{Read: len(table.Rows)}, byFold: map[string][]string{}}
	areas := site.Villages.Areas
	p.codes = areas.VillagesIn(site.Regency)
	for _, code := range p.codes {
		name := village.Fold(areas[code])
		p.byFold[name] = append(p.byFold[name], code)
		p.districts = append(p.districts, code[:len("35.09.12")])
	}
	p.districts = slices.Compact(p.districts)
	p.readAnswers()
	p.readColumns()
	drafts := map[string]*draft{}
	var order []string
	for _, row := range table.Rows {
		d := p.readRow(row)
		switch first := drafts[d.code]; {
		case d.code == "":
		case first == nil:
			drafts[d.code] = d
			order = append(order, d.code)
		default:
			p.join(first, d)
		}
	}
	for _, code := range order {
		if err := p.write(drafts[code]); err != nil {
			return nil, err
		}
	}
	p.guard()
	slices.SortFunc(p.plan.Villages, func(a, b Village) int { return strings.Compare(a.Code, b.Code) })
	sortRemarks(p.plan.Remarks)
	return p.plan, nil
}

func (p *planner) remark(r Remark) {
	r.Village = p.known
	p.plan.Remarks = append(p.plan.Remarks, r)
}

func (p *planner) refuse(c Cell, code source.Code, args ...any) {
	p.remark(Remark{Row: c.Row, Heading: c.Heading, Text: c.Text, Sort: Refused, Code: code, Args: args})
}

func (p *planner) ask(c Cell, proposal string, code source.Code, args ...any) {
	p.remark(Remark{Row: c.Row, Heading: c.Heading, Text: c.Text, Sort: Asked, Code: code, Args: args, Proposal: proposal})
}

func (p *planner) note(c Cell, code source.Code, args ...any) {
	p.remark(Remark{Row: c.Row, Heading: c.Heading, Text: c.Text, Sort: Noted, Code: code, Args: args})
}

// accepted tells whether somebody said yes to the proposal of a cell.
func (p *planner) accepted(c Cell) bool { return strings.EqualFold(p.answers[c.place()], Yes) }

// said tells whether a cell has a remark already.
func (p *planner) said(c Cell) bool {
	return slices.ContainsFunc(p.plan.Remarks, func(r Remark) bool { return r.Row == c.Row && r.Heading == c.Heading && r.Sort != Noted })
}

// readAnswers takes the answers that a marked sheet holds. One that is about a whole
// column may stand in any of its rows.
func (p *planner) readAnswers() {
	given := Answers{}
	for _, row := range p.table.Rows {
		for i, c := range row.Cells {
			if c.Field != AnswerColumn || c.Text == "" {
				continue
			}
			of := strings.ToLower(p.table.Columns[i].Of)
			given[Place{row.Number, of}] = c.Text
			for _, column := range p.table.Columns {
				if column.Field == Either && strings.ToLower(column.Heading) == of && eitherMeant(c.Text) != Unused {
					given[Place{p.table.heading + 1, of}] = c.Text
					delete(given, Place{row.Number, of})
				}
			}
		}
	}
	for place, answer := range p.answers {
		given[place] = answer
	}
	p.answers = given
}

// readColumns says which columns are not used, and asks once what a column of both
// telephone and WhatsApp is.
func (p *planner) readColumns() {
	for _, name := range p.table.Others {
		p.note(Cell{Heading: name}, source.ImportSheetUnused, name)
	}
	for _, c := range p.table.Columns {
		cell := Cell{Row: p.table.heading + 1, Heading: c.Heading, Text: c.Heading}
		switch {
		case c.Field == Unused && c.Heading != "":
			p.note(cell, source.ImportColumnUnused, c.Heading)
		case c.Field == Either:
			if p.either = eitherMeant(p.answers[cell.place()]); p.either == Unused && p.table.format != asChat {
				p.ask(cell, "keduanya", source.ImportColumnEither, c.Heading)
			}
		}
	}
}

// eitherMeant reads an answer to what a column or a line of both is.
func eitherMeant(answer string) Field {
	switch strings.ToLower(answer) {
	case "wa", "whatsapp":
		return WhatsApp
	case "telepon", "hp":
		return Phone
	case "keduanya", "dua-duanya", Yes:
		return Either
	}
	return Unused
}

// draft is what a row says of a village.
type draft struct {
	code     string
	row      Row
	values   []value
	contacts []contact
	source   string
	day      frontmatter.Date // of the source
	web      string
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
	consent frontmatter.Date
}

// readRow judges every cell of a row, whatever is wrong with others: who mends a
// sheet wants to see all of it at once.
func (p *planner) readRow(row Row) *draft {
	p.known = ""
	d := &draft{row: row}
	for i, c := range row.Cells {
		if answer, ok := p.answers[c.place()]; ok && !strings.EqualFold(answer, Yes) && (c.Field != Either || eitherMeant(answer) == Unused) {
			row.Cells[i].Text, row.Cells[i].Shown = answer, ""
		}
		switch {
		case len(c.Text) > limits.SheetCell.Max:
			p.refuse(Cell{Row: c.Row, Heading: c.Heading, Text: c.Text[:40] + "…"}, source.ImportCellLong, len(c.Text), limits.SheetCell.Max)
			row.Cells[i].Text = ""
		case brokenFormula.MatchString(c.Text) && c.Field != Unused:
			p.note(c, source.ImportFormulaBroken, c.Text)
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
			d.values = append(d.values, value{cell: c, path: []any{"kantor", f.key}, label: f.key, empty: true})
		case len(phone.Typed(c.Text)) > 0:
			p.refuse(c, source.ImportNumberInWords, c.Text)
		default:
			text := inOneLine(c.Text)
			d.values = append(d.values, value{cell: c, path: []any{"kantor", f.key}, label: f.key, yaml: text, shown: text})
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
		if n := len(text); onlyDigits(text) != text || n > f.digits || n < f.fewer || f.field == Postcode && text[0] == '0' {
			p.refuse(c, source.WantDigits, f.key, c.Text, f.example)
			continue
		}
		d.values = append(d.values, value{cell: c, path: []any{"kantor", f.key}, label: f.key, yaml: text, shown: text})
	}
	if latitude, longitude, ok := p.pointOf(row); ok {
		c, _ := row.find(Latitude)
		if c.Text == "" {
			c, _ = row.find(Point)
		}
		d.values = append(d.values,
			value{cell: c, path: []any{"kantor", "lintang"}, label: "lintang", yaml: edit.Plain(latitude), shown: latitude},
			value{cell: c, path: []any{"kantor", "bujur"}, label: "bujur", yaml: edit.Plain(longitude), shown: longitude})
	}
	if c, has := row.find(Hours); has && isNothing(c.Text) && c.Text != "" {
		d.values = append(d.values, value{cell: c, path: []any{"kantor", "jam"}, label: "jam", empty: true})
	} else if has && c.Text != "" {
		if h, ok := p.hoursOf(c); ok {
			d.values = append(d.values, value{cell: c, path: []any{"kantor", "jam"}, label: "jam", yaml: hoursMap(h), shown: h.Line()})
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

// officeRole is the role of a number of the office.
const (
	officeRole    = "Kantor desa"
	urbanRole     = "Kantor kelurahan"
	otherRole     = "Petugas desa" // of a private number whose role nobody said
	secondNumber  = ", nomor kedua"
	furtherNumber = ", nomor lain"
)

func (d *draft) office() string {
	if (&village.Entry{Code: d.code}).IsUrban() {
		return urbanRole
	}
	return officeRole
}

// readNumbers reads the numbers of a row, and whose they are.
func (p *planner) readNumbers(d *draft, row Row) {
	var own, office []number // of somebody with a role, of the office
	private, privateCell, said := p.privateOf(row)
	role, hasRole := row.find(Role)
	if isNothing(role.Text) {
		hasRole = false
	}
	if hasField(row, Officer) { // role and owner are those of that number
		hasRole, private, said = false, nil, true
	}
	for _, c := range row.Cells {
		var found []number
		switch {
		case c.Field != Phone && c.Field != WhatsApp && c.Field != Either:
			continue
		case isNothing(c.Text) && c.Text != "":
			d.values = append(d.values, value{cell: c, label: strings.ToLower(c.Heading), empty: true})
			continue
		case c.Text == "":
			continue
		case c.Field == Either:
			found = p.eitherOf(c)
		default:
			found = p.numbersOf(c, c.Field == WhatsApp)
		}
		for _, n := range found {
			mobile := n.number.Line != phone.Elsewhere || n.chat
			if mobile && (hasRole || private != nil && *private) {
				own = append(own, n)
			} else {
				office = append(office, n)
			}
		}
	}
	mobile := slices.ContainsFunc(slices.Concat(own, office), func(n number) bool { return n.number.Line != phone.Elsewhere || n.chat })
	if !said && mobile {
		if privateCell.Text == "" || p.answers[privateCell.place()] == "" {
			p.ask(privateCell, "", source.ImportAskPrivate, privateCell.Text)
		}
		own, office = nil, slices.DeleteFunc(office, func(n number) bool { return n.number.Line != phone.Elsewhere || n.chat })
	}
	consent, consented := p.consentOf(row, private, own)
	if len(own) > 0 {
		name := strings.Join(strings.Fields(role.Text), " ")
		withheld := private != nil && *private && !consented
		switch word := village.PersonIn(name); {
		case hasRole && word != "":
			p.refuse(role, source.RoleIsPerson, name)
			withheld = true
		case !hasRole:
			name = otherRole
		}
		if !withheld {
			d.contacts = append(d.contacts, contact{name, own, private, consent})
		}
	}
	if len(office) > 0 {
		c := contact{role: d.office(), numbers: office}
		if private != nil && !*private {
			c.private = private
		}
		d.contacts = append(d.contacts, c)
	}
	p.readOfficer(d, row)
}

// eitherOf reads a cell of a column that may be telephone or WhatsApp, once somebody
// said which.
func (p *planner) eitherOf(c Cell) []number {
	meant := p.either
	if p.table.format == asChat {
		if meant = eitherMeant(p.answers[c.place()]); meant == Unused {
			p.ask(c, "keduanya", source.ImportColumnEither, c.Heading)
			return nil
		}
	}
	switch meant {
	case WhatsApp:
		return p.numbersOf(c, true)
	case Phone:
		return p.numbersOf(c, false)
	case Either:
		found := p.numbersOf(c, false)
		for _, n := range found {
			if chat, err := phone.Parse(n.number.Display(), phone.WhatsApp); err == nil {
				found = append(found, number{n.cell, true, chat})
			}
		}
		return found
	}
	if _, err := phone.Parse(unquoted(c.Text), phone.Any); err != nil {
		p.numbersOf(c, false) // what is wrong with it can be said already
	}
	return nil
}

// consentOf reads the date of consent of a private number; without one the number
// stays out.
func (p *planner) consentOf(row Row, private *bool, own []number) (frontmatter.Date, bool) {
	if private == nil || !*private || len(own) == 0 {
		return frontmatter.Date{}, true
	}
	c, has := row.find(Consent)
	if !has {
		c, _ = row.find(Private)
		c.Text = ""
	}
	if !strings.ContainsAny(c.Text, "0123456789") {
		if !has {
			p.refuse(c, source.ImportConsentNoColumn)
		} else {
			p.refuse(c, source.ImportConsentMissing, c.Text)
		}
		return frontmatter.Date{}, false
	}
	return p.dateOf(c)
}

// readOfficer reads the number of a role, as messages give it: PETUGAS (Petugas
// Desbumi): 0812….
func (p *planner) readOfficer(d *draft, row Row) {
	c, has := row.find(Officer)
	if !has || isNothing(c.Text) {
		return
	}
	role, text := c.Role, c.Text
	if role == "" {
		if r, ok := row.find(Role); ok && !isNothing(r.Text) {
			role = r.Text
		}
	}
	if i := strings.IndexAny(text, "0123456789+("); i > 0 {
		if role == "" {
			role = strings.Trim(text[:i], " :,-(")
		}
		text = text[i:]
	}
	c.Text = text
	if !strings.ContainsAny(text, "0123456789") {
		return // a role without a number
	}
	numbers := p.numbersOf(c, false)
	if len(numbers) == 0 {
		return
	}
	role = cmp.Or(strings.Join(strings.Fields(role), " "), otherRole)
	if village.PersonIn(role) != "" {
		p.refuse(c, source.RoleIsPerson, role)
		return
	}
	consent, hasConsent := row.find(Consent)
	private, privateCell, said := p.privateOf(row)
	switch {
	case private != nil && !*private:
		d.contacts = append(d.contacts, contact{role: role, numbers: numbers, private: private})
	case private == nil && (!hasConsent || isNothing(consent.Text)):
		if !said {
			c = privateCell
		}
		if answer := p.answers[Place{c.Row, strings.ToLower(Private.Label())}]; answer == "tidak" {
			d.contacts = append(d.contacts, contact{role: role, numbers: numbers, private: new(false)})
			return
		}
		p.remark(Remark{Row: c.Row, Heading: Private.Label(), Text: c.Text, Sort: Asked, Code: source.ImportAskPrivate, Args: []any{c.Text}})
	default:
		if !hasConsent || !strings.ContainsAny(consent.Text, "0123456789") {
			p.refuse(cmp.Or(consent, c), source.ImportConsentMissing, consent.Text)
			return
		}
		if day, ok := p.dateOf(consent); ok {
			d.contacts = append(d.contacts, contact{role: role, numbers: numbers, private: new(true), consent: day})
		}
	}
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
			d.values = append(d.values, value{cell: c, path: []any{"diperiksa"}, label: "diperiksa", yaml: edit.Plain(day.String()), shown: day.String()})
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

// join puts a second row of one village to the first. What they say differently is
// asked, and stays out.
func (p *planner) join(first, second *draft) {
	p.known = p.nameOf(first.code)
	for _, v := range second.values {
		i := slices.IndexFunc(first.values, func(w value) bool { return fmt.Sprint(w.path) == fmt.Sprint(v.path) && w.label == v.label })
		switch {
		case i < 0:
			first.values = append(first.values, v)
		case first.values[i].empty:
			first.values[i] = v
		case !v.empty && first.values[i].shown != v.shown:
			p.refuse(v.cell, source.ImportRowTwice, first.row.Number, first.values[i].shown, v.shown)
			first.values = slices.Delete(first.values, i, i+1)
		}
	}
	for _, c := range second.contacts {
		i := slices.IndexFunc(first.contacts, func(o contact) bool { return strings.EqualFold(o.role, c.role) })
		switch {
		case i < 0:
			first.contacts = append(first.contacts, c)
		case numbersText(first.contacts[i].numbers) != numbersText(c.numbers):
			p.refuse(c.numbers[0].cell, source.ImportRowTwice, first.row.Number, numbersText(first.contacts[i].numbers), numbersText(c.numbers))
			first.contacts = slices.Delete(first.contacts, i, i+1)
		}
	}
}

func numbersText(numbers []number) string {
	var shown []string
	for _, n := range numbers {
		shown = append(shown, n.number.Display())
	}
	return strings.Join(shown, ", ")
}

// guard stops what would change more of the site than one sheet should.
func (p *planner) guard() {
	if p.force {
		return
	}
	replaced := 0
	for _, v := range p.plan.Villages {
		if v.replaces() {
			replaced++
		}
	}
	const share, few = 3, 2 // a third, and never for so few
	if all := p.site.Villages.Len(); replaced > few && replaced*share > all {
		p.plan.Guards = append(p.plan.Guards, Remark{Sort: Refused, Code: source.ImportGuardShare, Args: []any{replaced, all}})
	}
}

// nameOf gives the name by which the site knows a village.
func (p *planner) nameOf(code string) string {
	if v := p.site.Villages.OfCode(code); v != nil {
		return v.Name
	}
	return p.site.Villages.Areas[code]
}

// fileOf gives the file of a village: the one that it has, or the name of a new one.
func (p *planner) fileOf(code string) (name string, isNew bool) {
	if v := p.site.Villages.OfCode(code); v != nil {
		return v.File, false
	}
	areas := p.site.Villages.Areas
	slug := markdown.Slug(areas[code])
	name = village.Folder + "/" + slug + ".md"
	taken := func(name string) bool {
		_, err := fs.Stat(p.site.Files, name)
		return err == nil || slices.ContainsFunc(p.plan.Villages, func(v Village) bool { return v.Change.Name == name })
	}
	if taken(name) || len(p.byFold[village.Fold(areas[code])]) > 1 {
		name = village.Folder + "/" + slug + "-" + markdown.Slug(areas.DistrictOf(code)) + ".md"
	}
	return name, true
}
