package importer

import (
	"cmp"
	"slices"
	"strings"

	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

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
		case c.Field == WhatsApp && sameAs.MatchString(c.Text):
			found = p.sameOf(row, c)
		default:
			found = p.numbersOf(c, c.Field == WhatsApp)
		}
		for _, n := range found {
			if n.isMobile() && (hasRole || private != nil && *private) {
				own = append(own, n)
			} else {
				office = append(office, n)
			}
		}
	}
	if !said && slices.ContainsFunc(slices.Concat(own, office), number.isMobile) {
		if privateCell.Text == "" || p.answers[privateCell.place()] == "" {
			p.ask(privateCell, "", source.ImportAskPrivate, privateCell.Text)
		}
		own, office = nil, slices.DeleteFunc(office, number.isMobile)
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
func (p *planner) consentOf(row Row, private *bool, own []number) (consent, bool) {
	if private == nil || !*private || len(own) == 0 {
		return consent{}, true
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
		return consent{}, false
	}
	return p.termsOf(row, c)
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
		if given, ok := p.termsOf(row, consent); ok {
			d.contacts = append(d.contacts, contact{role: role, numbers: numbers, private: new(true), consent: given})
		}
	}
}
