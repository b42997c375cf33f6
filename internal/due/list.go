package due

import (
	"cmp"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/site"
)

// Sort is what has to be checked again.
type Sort string

// The sorts.
const (
	OfVillage Sort = "desa"
	OfContact Sort = "kontak"
	OfPage    Sort = "halaman"
)

// Item is something that somebody has to compare with its source again, and by when.
type Item struct {
	Sort     Sort
	Key      string // by which an answer names it: ambulu, kp2mi
	Name     string
	File     string
	Code     string // of a village
	District string
	AsOf     frontmatter.AsOf
	By       frontmatter.Date   // zero when no day is named: at once
	Numbers  []site.ShownNumber // that can be rung to ask
	Hours    string             // of a village's office, as they are typed
	Missing  bool               // no number is known
}

// List gives everything that is due until a day, and with no day, everything; what
// has waited longest comes first. Villages without a number are always due.
func List(s *site.Site, until frontmatter.Date) ([]Item, error) {
	var all []Item
	add := func(d Item, term frontmatter.ValidFor) {
		if !d.AsOf.IsZero() {
			d.By = d.AsOf.Date.Add(term)
		}
		if until.IsZero() || d.By.IsZero() || d.Missing || !until.Before(d.By) {
			all = append(all, d)
		}
	}
	for e := range s.Villages.All() {
		p, err := s.Published(e)
		if err != nil {
			return nil, err
		}
		numbers := p.Numbers()
		add(Item{Sort: OfVillage, Key: e.Slug, Name: e.Name, File: e.File, Code: e.Code, District: e.District, AsOf: p.Village.AsOf(), Numbers: numbers, Hours: p.Office.Hours.Line(), Missing: len(numbers) == 0}, site.VillageTerm(p.ValidFor))
	}
	for _, c := range s.Contacts.List {
		shown := s.ShownContact(c)
		add(Item{Sort: OfContact, Key: c.ID, Name: c.Name, File: content.ContactFile, AsOf: c.AsOf(), Numbers: shown.Numbers(), Missing: len(shown.Ways) == 0}, c.ValidFor)
	}
	for _, p := range s.Pages {
		key := strings.TrimSuffix(strings.TrimPrefix(p.File, content.Folder), ".md") // a translation is due by itself
		add(Item{Sort: OfPage, Key: key, Name: p.Meta.Title, File: p.File, AsOf: p.Meta.AsOf()}, cmp.Or(p.Meta.ValidFor, s.Config.ValidFor))
	}
	slices.SortStableFunc(all, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.By.Days(), b.By.Days()), strings.Compare(a.File+a.Key, b.File+b.Key))
	})
	return all, nil
}
