package site

import (
	"cmp"
	"slices"

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

// freshness says how far the day for which something speaks lies back.
type freshness int

const (
	fresh     freshness = iota
	due                 // past its term: shown with a notice
	withdrawn           // past twice its term, or dated ahead: a number is no longer shown
)

// freshness judges a day by that of the site. What names none cannot grow old;
// that it does not is told.
func (s *Site) freshness(of frontmatter.AsOf, term frontmatter.Term) freshness {
	switch {
	case of.IsZero():
		return fresh
	case s.isAhead(of.Date):
		return withdrawn
	case s.opt.Date.Before(of.Date.Add(term)):
		return fresh
	case s.opt.Date.Before(of.Date.Add(2 * term)):
		return due
	}
	return withdrawn
}

// isAhead tells whether a date comes after the site's day.
func (s *Site) isAhead(d frontmatter.Date) bool { return s.opt.Date.Before(d) }

// shownContact gives what may be shown of a contact of the registry.
func (s *Site) shownContact(c *Contact) Shown {
	age := s.freshness(c.AsOf(), c.Term)
	v := Shown{Stale: age == due, AsOf: c.AsOf()}
	if len(c.Declared) == 0 {
		return v
	}
	if c.Status == statusNone {
		v.Withdrawn = true
		return v
	}
	var way Way
	certain := false
	for i, n := range c.Declared {
		own := s.freshness(n.asOf(c), c.Term)
		if n.number.IsZero() || own == withdrawn {
			continue
		}
		doubtful := own == due && age == fresh || cmp.Or(n.Status, c.Status) == statusDoubtful
		certain = certain || !doubtful
		way.Numbers = append(way.Numbers, ShownNumber{
			Number: n.number, Reach: n.Reach, ReachEN: n.ReachEN, Note: n.Note, NoteEN: n.NoteEN, Abroad: n.Written != "" && n.Written[0] == '+', Doubtful: doubtful,
			Place: i, OwnDay: !frontmatter.AsOfDates(n.Checked, n.Compiled).IsZero(), OwnSources: len(n.Sources) > 0,
		})
	}
	if len(way.Numbers) > 0 {
		v.Ways, v.Doubtful = []Way{way}, !certain
	}
	v.Withdrawn = len(way.Numbers) == 0
	return v
}

// shownVillage gives what may be shown of a village.
func (s *Site) shownVillage(of *village.Village) Shown {
	age := s.freshness(of.AsOf(), villageTerm(of.Term))
	v := Shown{Stale: age != fresh, AsOf: of.AsOf()}
	for _, c := range of.Declared {
		numbers := c.Numbers()
		if len(numbers) == 0 {
			continue
		}
		if age == withdrawn || c.IsPrivate() && (c.Consent.IsZero() || s.isAhead(c.Consent)) {
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

// showsNumber tells whether a village has a number for a contact to keep, without reading the
// village's file.
func (s *Site) showsNumber(e *village.Entry) bool {
	today := s.opt.Date.Days()
	return e.HasNumber() && e.From <= today && (e.AsOf == 0 || today < e.AsOf+2*int32(villageTerm(frontmatter.Term(e.Term))))
}

// villageTerm is how long a village's check holds.
func villageTerm(own frontmatter.Term) frontmatter.Term { return cmp.Or(own, contactTerm) }

// standIn is a contact of the registry that is named where a number is not
// known.
type standIn struct {
	contact *Contact
	shown   Shown
}

// standIns gives the contacts of situs.yaml that have a number to show.
func (s *Site) standIns(not string) []standIn {
	var found []standIn
	for _, id := range s.Config.Main {
		c := s.contacts.byID[id]
		if c == nil || c.ID == not {
			continue
		}
		if shown := s.shownContact(c); len(shown.Ways) > 0 {
			found = append(found, standIn{c, shown})
		}
	}
	return found
}

// text gives the form of a number that its callers dial.
func (n ShownNumber) text() string {
	if n.Abroad {
		return n.International()
	}
	return n.Display()
}
