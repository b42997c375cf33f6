package channel

import (
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/permalink"
)

// NumberGroup is the contacts that are looked for together: those of the state, of the
// regency, of the province, of a country, or of all countries that have no page.
type NumberGroup struct {
	ID       string        // one of content.GroupIDs, or the name of the country's page
	Country  *content.Page // in Indonesian; nil for those at home, and for the rest
	Contacts []*content.Contact
}

// Abroad is the group of the countries that have no page.
const Abroad = "luar-negeri"

// IsAbroad tells whether who looks for these contacts is in another country.
func (g NumberGroup) IsAbroad() bool { return g.Country != nil || g.ID == Abroad }

// Page gives the page on which a group stands, below the language.
func (g NumberGroup) Page() string {
	switch {
	case g.Country != nil:
		return permalink.CountryNumbers(g.Country.Path)
	case g.ID == Abroad:
		return permalink.CountryNumbers(Abroad + ".html")
	}
	return permalink.Numbers
}

// NumberGroups orders the contacts as they are looked for: the national lines, those at
// home, then country by country.
func (s *Source) NumberGroups() []NumberGroup {
	groups := []NumberGroup{{ID: "nasional"}, {ID: "kabupaten"}, {ID: "provinsi"}}
	for _, p := range s.Pages {
		if p.Kind == content.Country && p.Lang == content.SourceLang {
			groups = append(groups, NumberGroup{ID: strings.TrimPrefix(p.Key, "negara/"), Country: p})
		}
	}
	groups = append(groups, NumberGroup{ID: Abroad})
	for _, c := range s.Contacts.List {
		i := slices.IndexFunc(groups, func(g NumberGroup) bool {
			return g.ID == c.Group && g.Country == nil || g.Country != nil && slices.Contains(c.Countries, g.ID)
		})
		if i < 0 {
			i = len(groups) - 1
		}
		groups[i].Contacts = append(groups[i].Contacts, c)
	}
	return slices.DeleteFunc(groups, func(g NumberGroup) bool { return len(g.Contacts) == 0 })
}
