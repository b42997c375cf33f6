package site

import (
	"cmp"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
)

// DueSort is what has to be checked again.
type DueSort string

// The sorts.
const (
	DueVillage DueSort = "desa"
	DueContact DueSort = "kontak"
	DuePage    DueSort = "halaman"
)

// Due is something that somebody has to compare with its source again, and by when.
type Due struct {
	Sort     DueSort
	Key      string // by which an answer names it: ambulu, kp2mi
	Name     string
	File     string
	Code     string // of a village
	District string
	AsOf     frontmatter.AsOf
	By       frontmatter.Date // zero when no day is named: at once
	Numbers  []ShownNumber    // that can be rung to ask
	Hours    string           // of a village's office, as they are typed
	Missing  bool             // no number is known
}

// Due gives everything that is due until a day, and with no day, everything; what
// has waited longest comes first. Villages without a number are always due.
func (s *Site) Due(until frontmatter.Date) ([]Due, error) {
	var all []Due
	add := func(d Due, term frontmatter.Term) {
		if !d.AsOf.IsZero() {
			d.By = d.AsOf.Date.Add(term)
		}
		if until.IsZero() || d.By.IsZero() || d.Missing || !until.Before(d.By) {
			all = append(all, d)
		}
	}
	for e := range s.villages.All() {
		p, err := s.Published(e)
		if err != nil {
			return nil, err
		}
		numbers := p.Numbers()
		add(Due{Sort: DueVillage, Key: e.Slug, Name: e.Name, File: e.File, Code: e.Code, District: e.District, AsOf: p.Village.AsOf(), Numbers: numbers, Hours: p.Office.Hours.Line(), Missing: len(numbers) == 0}, villageTerm(p.Term))
	}
	for _, c := range s.contacts.list {
		shown := s.shownContact(c)
		add(Due{Sort: DueContact, Key: c.ID, Name: c.Name, File: contactFile, AsOf: c.AsOf(), Numbers: shown.Numbers(), Missing: len(shown.Ways) == 0}, c.Term)
	}
	for _, p := range s.pages {
		key := strings.TrimSuffix(strings.TrimPrefix(p.File, contentFolder), ".md") // a translation is due by itself
		add(Due{Sort: DuePage, Key: key, Name: p.Meta.Title, File: p.File, AsOf: p.Meta.AsOf()}, cmp.Or(p.Meta.Term, s.Config.Term))
	}
	slices.SortStableFunc(all, func(a, b Due) int {
		return cmp.Or(cmp.Compare(a.By.Days(), b.By.Days()), strings.Compare(a.File+a.Key, b.File+b.Key))
	})
	return all, nil
}
