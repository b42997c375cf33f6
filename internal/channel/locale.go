package channel

import (
	"slices"
	"strconv"
	"strings"

	"suluh/internal/content"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// JoinNotes writes notes in one line, without the empty ones.
func JoinNotes(notes ...string) string {
	return strings.Join(slices.DeleteFunc(notes, func(n string) bool { return n == "" }), ", ")
}

// VillageTitle is what people call a village: Desa Ambulu, Kelurahan Jember Kidul.
func (l *Locale) VillageTitle(v *village.Entry) string {
	if v.IsUrban() {
		return l.Words.Urban + " " + v.Name
	}
	if strings.HasPrefix(v.Name, l.Words.Village+" ") { // Desa Adat Yoboi
		return v.Name
	}
	return l.Words.Village + " " + v.Name
}

// VillageName always carries the kecamatan, since names repeat.
func (l *Locale) VillageName(v *village.Entry) string {
	name := l.VillageTitle(v)
	if v.District != "" {
		name += ", " + l.Words.District + " " + v.District
	}
	return name
}

// Marked gives the words of a link, with a note where they lead to another language.
func (l *Locale) Marked(text, to string) string {
	if to == l.Code {
		return text
	}
	return text + " (" + l.Words.InIndonesian + ")"
}

// Locale is one language with the words of its interface.
type Locale struct {
	*site.Lang
	Words *theme.Words
}

// Locale gives a language by its code; nil when the site does not have it.
func (s *Source) Locale(code string) *Locale {
	i := slices.IndexFunc(s.Locales, func(l *Locale) bool { return l.Code == code })
	if i < 0 {
		return nil
	}
	return s.Locales[i]
}

// TabOf gives a page's tab title: its own, or its heading if that tells
// nothing, or what kind of page it is and its number.
func (s *Source) TabOf(p *content.Page, lang *Locale) string {
	if p.Meta.Tab != "" {
		return p.Meta.Tab
	}
	if content.Telling(p.Meta.Title) == "" {
		return p.Meta.Title
	}
	label := lang.Words.Guides
	switch p.Kind {
	case content.Checklist:
		label = lang.Words.Checklists
	case content.Country:
		label = lang.Words.Countries
	case content.Home:
		return lang.Words.Home
	}
	if p.Meta.Order == 0 {
		return label
	}
	return label + " " + strconv.Itoa(p.Meta.Order)
}
