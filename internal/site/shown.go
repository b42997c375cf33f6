package site

import (
	"cmp"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/village"
)

// Shown is what may be shown of a contact or of a village on the site's day.
//
// It is the one gate between the numbers that files declare and everything
// that reaches a reader: pages, posters, cards, lists, search, saved copies. The
// rules:
//
//   - a number is fresh until its check is as old as its term, then stale: it is
//     shown with a notice; after twice its term it is withdrawn, and other
//     contacts stand in;
//   - a check, or a consent, that is dated after the day is no check and no
//     consent;
//   - a private number is shown from the day of its owner's consent on;
//   - a contact whose status is kosong shows nothing;
//   - status and check of a number, where it has its own, go before those of its
//     contact: one is withdrawn while others stay, and one is to be confirmed while
//     others are certain.
//
// No output looks at Declared; TestOneGate holds that.
type Shown struct {
	Ways      []Way // whom to call; empty where no number may be shown
	Stale     bool  // past its term
	Withdrawn bool  // numbers are known, and may not be shown
	Doubtful  bool  // all that may be shown are to be confirmed
	AsOf      frontmatter.AsOf
}

// Way is one role and its numbers, at least one.
type Way struct {
	Role    string
	Numbers []ShownNumber
	covers  func(village.Use) bool // nil for every use
}

// ShownNumber is a number with what its reader has to know of it.
type ShownNumber struct {
	phone.Number
	Reach, ReachEN string // from where it can be dialled
	Note, NoteEN   string
	Abroad         bool // written for callers abroad
	Place          int  // in the list of its contact in the registry
	OwnDay         bool // it was checked or compiled on a day of its own
	OwnSources     bool
	Doubtful       bool // to be confirmed, or past its own term
}

// For gives what may be shown in one use: owners of numbers agree to some only.
func (v Shown) For(use village.Use) Shown {
	v.Ways = slices.DeleteFunc(slices.Clone(v.Ways), func(w Way) bool { return w.covers != nil && !w.covers(use) })
	return v
}

// Numbers gives the numbers of all ways in their order, each once for calls and
// once for chats.
func (v Shown) Numbers() []ShownNumber {
	var all []ShownNumber
	type key struct {
		dial string
		chat bool
	}
	seen := map[key]bool{}
	for _, way := range v.Ways {
		for _, n := range way.Numbers {
			if k := (key{n.Dial(), n.IsChat()}); !seen[k] {
				seen[k] = true
				all = append(all, n)
			}
		}
	}
	return all
}

// OfficeNumbers gives the numbers of a village's office as they are typed, to call and to chat
// with; "" where none may be shown.
func (v Shown) OfficeNumbers() (call, chat string) {
	for _, way := range v.Ways {
		if !village.IsOffice(way.Role) {
			continue
		}
		for _, n := range way.Numbers {
			if n.IsChat() {
				chat = n.Display()
			} else {
				call = n.Display()
			}
		}
	}
	return call, chat
}

// freshness says how far the day for which something speaks lies back.
type freshness int

const (
	Fresh     freshness = iota
	due                 // past its term: shown with a notice
	withdrawn           // past twice its term, or dated ahead: a number is no longer shown
)

// Freshness judges a day by that of the site. What names none cannot grow old;
// that it does not is told.
func (s *Site) Freshness(of frontmatter.AsOf, term frontmatter.ValidFor) freshness {
	switch {
	case of.IsZero():
		return Fresh
	case s.IsAhead(of.Date):
		return withdrawn
	case s.opt.Date.Before(of.Date.Add(term)):
		return Fresh
	case s.opt.Date.Before(of.Date.Add(2 * term)):
		return due
	}
	return withdrawn
}

// IsAhead tells whether a date comes after the site's day.
func (s *Site) IsAhead(d frontmatter.Date) bool { return s.opt.Date.Before(d) }

// ShownContact gives what may be shown of a contact of the registry.
func (s *Site) ShownContact(c *content.Contact) Shown {
	age := s.Freshness(c.AsOf(), c.ValidFor)
	v := Shown{Stale: age == due, AsOf: c.AsOf()}
	if len(c.Declared) == 0 {
		return v
	}
	if c.Status == content.StatusNone {
		v.Withdrawn = true
		return v
	}
	var way Way
	certain := false
	for i, n := range c.Declared {
		own := s.Freshness(n.AsOf(c), c.ValidFor)
		if n.Phone.IsZero() || own == withdrawn {
			continue
		}
		doubtful := own == due && age == Fresh || cmp.Or(n.Status, c.Status) == content.StatusDoubtful
		certain = certain || !doubtful
		way.Numbers = append(way.Numbers, ShownNumber{
			Number: n.Phone, Reach: n.Reach, ReachEN: n.ReachEN, Note: n.Note, NoteEN: n.NoteEN, Abroad: n.Written != "" && n.Written[0] == '+', Doubtful: doubtful,
			Place: i, OwnDay: !frontmatter.AsOfDates(n.Checked, n.Compiled).IsZero(), OwnSources: len(n.Sources) > 0,
		})
	}
	if len(way.Numbers) > 0 {
		v.Ways, v.Doubtful = []Way{way}, !certain
	}
	v.Withdrawn = len(way.Numbers) == 0
	return v
}

// ShownVillage gives what may be shown of a village.
func (s *Site) ShownVillage(of *village.Village) Shown {
	age := s.Freshness(of.AsOf(), VillageTerm(of.ValidFor))
	v := Shown{Stale: age != Fresh, AsOf: of.AsOf()}
	for _, c := range of.Declared {
		numbers := c.Numbers()
		if len(numbers) == 0 {
			continue
		}
		if age == withdrawn || c.IsPrivate() && (c.Consent.IsZero() || s.IsAhead(c.Consent)) {
			v.Withdrawn = true
			continue
		}
		way := Way{Role: c.Role, covers: c.Allows}
		for _, n := range numbers {
			way.Numbers = append(way.Numbers, ShownNumber{Number: n})
		}
		v.Ways = append(v.Ways, way)
	}
	v.Withdrawn = v.Withdrawn && len(v.Ways) == 0
	return v
}

// ShowsNumber tells whether a village has a number for a contact to keep, without reading the
// village's file.
func (s *Site) ShowsNumber(e *village.Entry) bool {
	today := s.opt.Date.Days()
	return e.HasNumber() && e.From <= today && (e.AsOf == 0 || today < e.AsOf+2*int32(VillageTerm(frontmatter.ValidFor(e.ValidFor))))
}

// VillageTerm is how long a village's check holds.
func VillageTerm(own frontmatter.ValidFor) frontmatter.ValidFor {
	return cmp.Or(own, content.ContactTerm)
}

// Fallback is a contact of the registry that is named where a number is not
// known.
type Fallback struct {
	Contact *content.Contact
	Shown   Shown
}

// Fallbacks gives the contacts of situs.yaml that have a number to show.
func (s *Site) Fallbacks(not string) []Fallback {
	var found []Fallback
	for _, id := range s.Config.Main {
		c := s.Contacts.ByID[id]
		if c == nil || c.ID == not {
			continue
		}
		if shown := s.ShownContact(c); len(shown.Ways) > 0 {
			found = append(found, Fallback{c, shown})
		}
	}
	return found
}

// fromHome is how the registry says that a number cannot be dialled from abroad.
const fromHome = "dari Indonesia"

// IsHomeOnly tells whether a number cannot be dialled from abroad.
func (n ShownNumber) IsHomeOnly() bool { return !n.IsChat() && strings.Contains(n.Reach, fromHome) }

// FromAbroad gives the numbers that somebody abroad can dial; where there are none, all of
// them: who has a family at home can ask it.
func FromAbroad(numbers []ShownNumber) []ShownNumber {
	reached := slices.DeleteFunc(slices.Clone(numbers), ShownNumber.IsHomeOnly)
	if len(reached) == 0 {
		return numbers
	}
	return reached
}

// Text gives the form of a number that its callers dial.
func (n ShownNumber) Text() string {
	if n.Abroad {
		return n.International()
	}
	return n.Display()
}

// TermOf says how long the check of a page holds.
func (s *Site) TermOf(p *content.Page) frontmatter.ValidFor {
	return cmp.Or(p.Meta.ValidFor, s.Config.ValidFor)
}
