package importer

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/markdown"
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

// checkedLabel is that of the day of a check. A sheet that only renews it replaces
// nothing.
const checkedLabel = "diperiksa"

// replaces tells whether something that readers see today changes or goes.
func (v Village) replaces() bool {
	return slices.ContainsFunc(v.Fields, func(f FieldChange) bool { return f.Old != "" && f.Label != checkedLabel })
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

// join puts a second row of one village to the first. What they say differently stays
// out, whatever a third one says.
func (p *planner) join(first, second *draft) {
	p.known = p.nameOf(first.code)
	for _, v := range second.values {
		key := fmt.Sprint(v.path, v.label)
		i := slices.IndexFunc(first.values, func(w value) bool { return fmt.Sprint(w.path, w.label) == key })
		switch {
		case slices.Contains(first.disputed, key):
		case i < 0:
			first.values = append(first.values, v)
		case first.values[i].empty:
			first.values[i] = v
		case !v.empty && first.values[i].shown != v.shown:
			p.refuse(v.cell, source.ImportRowTwice, first.row.Number, first.values[i].shown, v.shown)
			first.values = slices.Delete(first.values, i, i+1)
			first.disputed = append(first.disputed, key)
		}
	}
	for _, c := range second.contacts {
		key := strings.ToLower(c.role)
		i := slices.IndexFunc(first.contacts, func(o contact) bool { return strings.EqualFold(o.role, c.role) })
		switch {
		case slices.Contains(first.disputed, key):
		case i < 0:
			first.contacts = append(first.contacts, c)
		case numbersText(first.contacts[i].numbers) != numbersText(c.numbers):
			p.refuse(c.numbers[0].cell, source.ImportRowTwice, first.row.Number, numbersText(first.contacts[i].numbers), numbersText(c.numbers))
			first.contacts = slices.Delete(first.contacts, i, i+1)
			first.disputed = append(first.disputed, key)
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

// entryOf gives the village of the site that has a code or, where none has, the one
// without a code that has the name and the district that belong to it. A file without a
// district stands for the only village of its name.
func (p *planner) entryOf(code string) *village.Entry {
	if v := p.site.Villages.OfCode(code); v != nil {
		return v
	}
	areas := p.site.Villages.Areas
	var found *village.Entry
	for _, v := range p.site.Villages.Loose() {
		fits := village.Fold(v.District) == village.Fold(areas.DistrictOf(code))
		if v.District == "" {
			fits = len(p.byFold[village.Fold(areas[code])]) == 1
		}
		if v.Code != "" || !isCalled(v, areas[code]) || !fits {
			continue
		}
		if found != nil {
			return nil
		}
		found = v
	}
	return found
}

// nameOf gives the name by which the site knows a village.
func (p *planner) nameOf(code string) string {
	if v := p.entryOf(code); v != nil {
		return v.Name
	}
	return p.site.Villages.Areas[code]
}

// fileOf gives the file of a village: the one that it has, or the name of a new one.
func (p *planner) fileOf(code string) (name string, isNew bool) {
	if v := p.entryOf(code); v != nil {
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
