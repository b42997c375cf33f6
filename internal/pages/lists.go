package pages

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/permalink"
	"suluh/internal/phone"
	"suluh/internal/site"
	"suluh/internal/theme"
)

// listView is a page that lists the pages of a section.
type listView struct {
	View
	Links []LinkView
}

// Sections makes a page for each section that lists its pages.
func Sections(s *Maker, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		for _, section := range content.Sections {
			if !section.Listed {
				continue
			}
			title := theme.SectionTitle(section, lang.Words)
			out := content.LangPrefix(lang.Code) + section.Path + "index.html"
			add(s.Render(content.Folder+section.Folder, out, "list", func() (Paged, error) {
				v := s.View(lang, out, title, "")
				v.Also = s.Others(lang, out, section.Path+"index.html")
				return listView{View: v, Links: s.SectionLinks(lang, section, out)}, nil
			}))
		}
	}
}

// Others links a page that is made from several files in the other languages.
func (s *Maker) Others(here *channel.Locale, from, name string) []LinkView {
	var links []LinkView
	for _, lang := range s.Locales {
		if lang != here && lang.Has() {
			links = append(links, LinkView{Href: permalink.Relative(from, content.LangPrefix(lang.Code)+name), Lang: lang.Code, Text: lang.Words.Name})
		}
	}
	return links
}

// numbersView is every contact, in groups.
type numbersView struct {
	View
	Groups  []groupView
	ByHeart []heartView // the first two of those that stand in for others
}

// Numbers makes the page of all contacts.
func Numbers(s *Maker, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.Numbers
		add(s.Render(content.ContactFile, out, "contacts", func() (Paged, error) {
			v := numbersView{View: s.View(lang, out, lang.Words.Numbers, ""), Groups: s.contactGroups(lang)}
			v.ByHeart = s.byHeart(lang)
			v.Also = s.Others(lang, out, permalink.Numbers)
			return v, nil
		}))
	}
}

// contactGroups orders the contacts as they are looked for: the national
// lines, those at home, then country by country.
func (s *Maker) contactGroups(lang *channel.Locale) []groupView {
	w := lang.Words
	groups := []groupView{
		{ID: "nasional", Title: w.National}, {ID: "kabupaten", Title: s.regencyName(w)}, {ID: "provinsi", Title: s.provinceName(w)},
	}
	for _, section := range content.Sections {
		if section.Kind != content.Country {
			continue
		}
		for _, p := range s.Pages {
			if p.Kind == content.Country && p.Lang == content.SourceLang {
				shown := s.Find(p.Key, lang.Code)
				groups = append(groups, groupView{ID: countryID(p), Title: shown.ShortTitle(lang.Code)})
			}
		}
	}
	rest := groupView{ID: "luar-negeri", Title: w.Abroad}
	for _, c := range s.Contacts.List {
		card := s.parts[lang].cards[c.ID]
		placed := false
		for i := range groups {
			if groups[i].ID == c.Group || slices.ContainsFunc(c.Countries, func(country string) bool { return country == groups[i].ID || "negara-"+country == groups[i].ID }) {
				groups[i].Cards = append(groups[i].Cards, card)
				placed = true
				break
			}
		}
		if !placed {
			rest.Cards = append(rest.Cards, card)
		}
	}
	groups = append(groups, rest)
	return slices.DeleteFunc(groups, func(g groupView) bool { return len(g.Cards) == 0 })
}

// countryID is the id of a country's group, and the name of its file where
// nothing else on the page is called so.
func countryID(p *content.Page) string {
	name := strings.TrimPrefix(p.Key, "negara/")
	if slices.Contains(markdown.Reserved, name) || slices.Contains(content.GroupIDs, name) {
		return "negara-" + name
	}
	return name
}

func (s *Maker) regencyName(w *theme.Words) string {
	if s.Config.Regency.Name == "" {
		return w.Local
	}
	return w.Regency + " " + s.Config.Regency.Name
}

// provinceName is the official name of the area above the regency.
func (s *Maker) provinceName(w *theme.Words) string {
	province, _, _ := strings.Cut(s.Config.Regency.Code, ".")
	return cmp.Or(s.Villages.Areas[province], w.Province)
}

// glossaryView is every word with its meaning.
type glossaryView struct {
	View
	Letters []letterView
}

// letterView is the words that begin with one letter.
type letterView struct {
	Letter, ID string
	Terms      []termView
	Links      []LinkView
}

type termView struct {
	ID, Word, LongForm, Meaning, Example string
	Also                                 string
}

// Glossary makes the page that explains words.
func Glossary(s *Maker, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() || len(s.Glossary.List) == 0 {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.Glossary
		add(s.Render(content.GlossaryFile, out, "glossary", func() (Paged, error) {
			v := glossaryView{View: s.View(lang, out, lang.Words.Glossary, "")}
			v.Also = s.Others(lang, out, permalink.Glossary)
			for _, t := range s.Glossary.List {
				letter := letterOf(&v.Letters, t.Word)
				letter.Terms = append(letter.Terms, termView{
					ID: t.ID(), Word: t.Word, LongForm: t.LongForm, Example: t.Example,
					Meaning: pick(lang.Code != content.SourceLang, t.MeaningEN, t.Meaning), Also: strings.Join(t.Also, ", "),
				})
			}
			return v, nil
		}))
	}
}

// letterOf gives the group of a word's first letter; words come sorted.
func letterOf(letters *[]letterView, word string) *letterView {
	first, _ := utf8.DecodeRuneInString(word)
	letter := strings.ToUpper(string(first))
	id := content.LetterPrefix + cmp.Or(markdown.Slug(letter), "lain") // É is with E, and all other scripts are together
	at := slices.IndexFunc(*letters, func(l letterView) bool { return l.ID == id })
	if at < 0 {
		at = len(*letters)
		*letters = append(*letters, letterView{Letter: letter, ID: id})
	}
	return &(*letters)[at]
}

// topicsView is every page from A to Z: what a search finds, without a script.
type topicsView struct {
	View
	Index   string // the script that searches; empty when nothing does
	Letters []letterView
}

// Topics makes the page of all pages from A to Z, which searches where there is a script.
func Topics(s *Maker, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.Topics
		add(s.Render(content.Folder, out, "topics", func() (Paged, error) {
			v := topicsView{View: s.View(lang, out, lang.Words.Search, "")}
			if !s.Without.Find {
				v.Index = permalink.SearchIndex
			}
			v.Also = s.Others(lang, out, permalink.Topics)
			var links []LinkView
			for _, section := range content.Sections {
				links = append(links, s.SectionLinks(lang, section, out)...)
			}
			slices.SortStableFunc(links, func(a, b LinkView) int { return strings.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)) })
			for _, link := range links {
				letter := letterOf(&v.Letters, link.Text)
				letter.Links = append(letter.Links, link)
			}
			return v, nil
		}))
	}
}

// heartView is a number to learn by heart.
type heartView struct{ Name, Text string }

// byHeart gives a number of each of the first two contacts that stand in for
// others: one that can be dialled from everywhere, since who has lost the phone
// may be abroad, where 0800-1000 leads nowhere.
func (s *Maker) byHeart(lang *channel.Locale) []heartView {
	var list []heartView
	for _, in := range s.Fallbacks("") {
		numbers := in.Shown.Numbers()
		if i := slices.IndexFunc(numbers, func(n site.ShownNumber) bool { return n.E164 != "" && n.Kind != phone.WhatsApp }); i >= 0 && len(list) < 2 {
			list = append(list, heartView{pick(lang.Code != content.SourceLang, in.Contact.NameEN, in.Contact.Name), numbers[i].International()})
		}
	}
	return list
}
