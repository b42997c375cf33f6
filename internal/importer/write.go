package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// fresh is the file of a village that has none: what the official list says, and
// that no more is known.
const fresh = `---
nama: %s
kode: "%s"
kecamatan: %s
status: belum
---
Kantor desa bisa ditanya soal kerja di luar negeri. Bertanya itu gratis.
`

// write makes the change of a village's file. A file with errors, or one that
// would have some, is left alone, and that is told at the row.
func (p *planner) write(d *draft) error {
	areas := p.site.Villages.Areas
	p.known = p.nameOf(d.code)
	v := Village{Code: d.code, Name: p.known, District: areas.DistrictOf(d.code)}
	v.Change.Name, v.IsNew = p.fileOf(d.code)
	text := []byte(fmt.Sprintf(fresh, frontmatter.Encode(v.Name), v.Code, frontmatter.Encode(v.District)))
	if !v.IsNew {
		old, err := fs.ReadFile(p.site.Files, v.Change.Name)
		if err != nil {
			return fmt.Errorf("read %s: %w", v.Change.Name, err)
		}
		v.Change.Old, text = old, old
	}
	was, faults := read(v.Change.Name, text)
	matter, err := edit.Open(text)
	if was == nil || err != nil || faults.HasErrors() {
		p.remark(Remark{Row: d.row.Number, Heading: Name.Label(), Sort: Refused, Code: source.ImportFileBroken, Args: []any{v.Change.Name}})
		return nil
	}
	w := &writer{planner: p, draft: d, was: was, matter: matter, village: &v}
	if err := errors.Join(w.code(), w.office(), w.numbers()); err != nil {
		return fmt.Errorf("write %s: %w", v.Change.Name, err)
	}
	if len(v.Fields) == 0 {
		return nil
	}
	if err := w.cite(); err != nil {
		return fmt.Errorf("write %s: %w", v.Change.Name, err)
	}
	v.Change.New = matter.Bytes()
	_, now := read(v.Change.Name, v.Change.New)
	for _, fault := range now {
		if fault.Severity() == source.Error {
			p.remark(Remark{Row: d.row.Number, Heading: Name.Label(), Sort: Refused, Code: fault.Code, Args: fault.Args})
			return nil
		}
	}
	p.plan.Villages = append(p.plan.Villages, v)
	return nil
}

func read(name string, text []byte) (*village.Village, source.List) {
	f, broken := source.New(name, text)
	if broken != nil {
		return nil, source.List{broken}
	}
	return village.Parse(f)
}

// writer sets the values of one village.
type writer struct {
	*planner
	draft   *draft
	was     *village.Village
	matter  *edit.Matter
	village *Village
	added   int // contacts
}

// code sets the code and the district of a village that its file did not have.
func (w *writer) code() error {
	if w.was.Code != "" {
		return nil
	}
	w.changed("kode", "", w.draft.code)
	err := w.matter.Set(w.draft.code, "kode")
	if w.was.District == "" && err == nil {
		w.changed("kecamatan", "", w.village.District)
		err = w.matter.Set(w.village.District, "kecamatan")
	}
	return err
}

// office sets the values that are no numbers.
func (w *writer) office() error {
	for _, v := range w.draft.values {
		if len(v.path) == 0 {
			continue // a number
		}
		old := w.valueOf(v.path)
		if v.empty {
			if old == "" {
				continue
			}
			if !w.force {
				w.note(v.cell, source.ImportKept, old)
				continue
			}
			if err := w.matter.Remove(v.path...); err != nil {
				return err
			}
			w.changed(v.label, old, "")
			continue
		}
		if old == v.shown {
			continue
		}
		if v.cell.Field == Checked && v.shown < old && !w.force { // both are written year first
			w.note(v.cell, source.ImportDateOlder, v.shown, old)
			continue
		}
		if err := w.matter.Set(v.yaml, v.path...); err != nil {
			return err
		}
		w.changed(v.label, old, v.shown)
	}
	return nil
}

func (w *writer) changed(label, old, now string) {
	w.village.Fields = append(w.village.Fields, FieldChange{label, old, now})
}

// valueOf gives a value of the file as a plan shows it.
func (w *writer) valueOf(path []any) string {
	o := w.was.Office
	switch key := path[len(path)-1]; key {
	case "alamat":
		return o.Address
	case "petunjuk":
		return o.Directions
	case "kodepos":
		return o.Postcode
	case "rt":
		return o.RT
	case "rw":
		return o.RW
	case "lintang":
		return village.Typed(o.Latitude)
	case "bujur":
		return village.Typed(o.Longitude)
	case "jam":
		return o.Hours.Line()
	case checkedLabel:
		return w.was.Checked.String()
	}
	return ""
}

// numbers sets the numbers of each contact.
func (w *writer) numbers() error {
	for _, c := range w.draft.contacts {
		var calls, chats []phone.Number
		for _, n := range c.numbers {
			if n.chat {
				chats = append(chats, n.number)
			} else {
				calls = append(calls, n.number)
			}
		}
		for i := range max(len(calls), len(chats)) {
			role := c.role
			switch {
			case i == 1:
				role += secondNumber
			case i > 1:
				role += furtherNumber + " " + strconv.Itoa(i+1)
			}
			var call, chat phone.Number
			if i < len(calls) {
				call = calls[i]
			}
			if i < len(chats) {
				chat = chats[i]
			}
			if err := w.contact(role, call, chat, c); err != nil {
				return err
			}
		}
	}
	return w.emptied()
}

// contact sets one contact, in the place that its role has in the file or at the
// end.
func (w *writer) contact(role string, call, chat phone.Number, c contact) error {
	at := slices.IndexFunc(w.was.Declared, func(old village.Contact) bool { return sameRole(old.Role, role) })
	if at < 0 {
		item := edit.Map{{Key: "peran", Value: role}}
		if !call.IsZero() {
			item = append(item, edit.Pair{Key: "telepon", Value: edit.Plain(call.Display())})
			w.changed("telepon ("+role+")", "", call.Display())
		}
		if !chat.IsZero() {
			item = append(item, edit.Pair{Key: "wa", Value: edit.Plain(chat.Display())})
			w.changed("wa ("+role+")", "", chat.Display())
		}
		if c.private != nil {
			item = append(item, edit.Pair{Key: "pribadi", Value: edit.Plain(village.YesOrNo(*c.private))})
		}
		for _, term := range c.consent.terms(village.Contact{}) {
			item = append(item, edit.Pair{Key: term.key, Value: term.value})
			w.changed(term.label+" ("+role+")", "", term.now)
		}
		w.added++
		return w.matter.Set(item, "kontak", len(w.was.Declared)+w.added-1)
	}
	old := w.was.Declared[at]
	// The consent for a private number is one for that number: another one takes its
	// place, and does not stand beside it.
	other := old.IsPrivate() && !slices.ContainsFunc(old.Numbers(), func(n phone.Number) bool { return n.Dial() == call.Dial() || n.Dial() == chat.Dial() })
	for _, n := range []struct {
		key string
		was phone.Number
		now phone.Number
	}{{"telepon", old.Phone, call}, {"wa", phone.Number(old.WhatsApp), chat}} {
		if n.now.IsZero() && other && !n.was.IsZero() {
			if err := w.matter.Remove("kontak", at, n.key); err != nil {
				return err
			}
			w.changed(n.key+" ("+old.Role+")", n.was.Display(), "")
		}
		if n.now.IsZero() || n.was.Dial() == n.now.Dial() && !n.was.IsZero() {
			continue
		}
		if err := w.matter.Set(edit.Plain(n.now.Display()), "kontak", at, n.key); err != nil {
			return err
		}
		w.changed(n.key+" ("+old.Role+")", shownOf(n.was), n.now.Display())
	}
	if c.private != nil && (old.Private == nil || *old.Private != *c.private) {
		if err := w.matter.Set(edit.Plain(village.YesOrNo(*c.private)), "kontak", at, "pribadi"); err != nil {
			return err
		}
		was := ""
		if old.Private != nil {
			was = village.YesOrNo(*old.Private)
		}
		w.changed("pribadi ("+old.Role+")", was, village.YesOrNo(*c.private))
	}
	for _, term := range c.consent.terms(old) {
		if err := w.matter.Set(term.value, "kontak", at, term.key); err != nil {
			return err
		}
		w.changed(term.label+" ("+old.Role+")", term.was, term.now)
	}
	return nil
}

// term is one of the terms of a consent, as it was and as it will be.
type term struct {
	key, label, was, now string
	value                any
}

// terms gives what of a consent differs from that of a contact. Where nobody said its
// form or what it covers, that of the contact stays.
func (c consent) terms(old village.Contact) []term {
	if c.day.IsZero() {
		return nil
	}
	all := []term{{"izin", "izin", old.Consent.String(), c.day.String(), edit.Plain(c.day.String())}}
	if c.form != "" {
		all = append(all, term{"bentuk_izin", "bentuk izin", old.Form, c.form, edit.Plain(c.form)})
	}
	if c.scope != nil {
		all = append(all, term{"lingkup_izin", "lingkup izin", strings.Join(old.Scope, ", "), strings.Join(c.scope, ", "), c.scope})
	}
	return slices.DeleteFunc(all, func(t term) bool { return t.was == t.now })
}

// emptied tells of numbers that a cell says are none while the file has one; they
// go only when they are forced to.
func (w *writer) emptied() error {
	for _, v := range w.draft.values {
		if len(v.path) > 0 || !v.empty {
			continue
		}
		for i, old := range w.was.Declared {
			if !sameRole(old.Role, w.draft.office()) {
				continue
			}
			key, was := "telepon", old.Phone
			if v.cell.Field == WhatsApp {
				key, was = "wa", phone.Number(old.WhatsApp)
			}
			switch {
			case was.IsZero():
			case !w.force:
				w.note(v.cell, source.ImportKept, was.Display())
			default:
				if err := w.matter.Remove("kontak", i, key); err != nil {
					return err
				}
				w.changed(key+" ("+old.Role+")", was.Display(), "")
			}
		}
	}
	return nil
}

// cite adds where the new values come from, once.
func (w *writer) cite() error {
	day := w.draft.day.String()
	if slices.ContainsFunc(w.was.Sources, func(c frontmatter.Citation) bool { return c.Name == w.draft.source && c.Date.String() == day }) {
		return nil
	}
	return w.matter.Set(edit.Map{{Key: "nama", Value: w.draft.source}, {Key: "tanggal", Value: edit.Plain(day)}}, "sumber", len(w.was.Sources))
}

func shownOf(n phone.Number) string {
	if n.IsZero() {
		return ""
	}
	return n.Display()
}

func sameRole(a, b string) bool {
	return strings.EqualFold(a, b) || village.IsOffice(a) && village.IsOffice(b)
}
