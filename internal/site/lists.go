package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"suluh/internal/markdown"
	"suluh/internal/phone"
)

// listView is a page that lists the pages of a section.
type listView struct {
	view
	Links []linkView
}

func listOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		for _, section := range sections {
			if !section.listed {
				continue
			}
			title := section.title(lang.Words)
			out := langPrefix(lang.Code) + section.path + "index.html"
			add(s.render(contentFolder+section.folder, out, "list", func() (paged, error) {
				v := s.view(lang, out, title, "")
				v.Also = s.others(lang, out, section.path+"index.html")
				return listView{view: v, Links: s.sectionLinks(lang, section, out)}, nil
			}))
		}
	}
}

// others links a page that is made from several files in the other languages.
func (s *Site) others(here *Lang, from, name string) []linkView {
	var links []linkView
	for _, lang := range s.langs {
		if lang != here && lang.has() {
			links = append(links, linkView{Href: relative(from, langPrefix(lang.Code)+name), Lang: lang.Code, Text: lang.Words.Name})
		}
	}
	return links
}

// numbersView is every contact, in groups.
type numbersView struct {
	view
	Groups  []groupView
	ByHeart []heartView // the first two of those that stand in for others
}

func numbersOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + numbersPath
		add(s.render(contactFile, out, "contacts", func() (paged, error) {
			v := numbersView{view: s.view(lang, out, lang.Words.Numbers, ""), Groups: s.contactGroups(lang)}
			v.ByHeart = s.byHeart(lang)
			v.Also = s.others(lang, out, numbersPath)
			return v, nil
		}))
	}
}

// contactGroups orders the contacts as they are looked for: the national
// lines, those at home, then country by country.
func (s *Site) contactGroups(lang *Lang) []groupView {
	w := lang.Words
	groups := []groupView{
		{ID: "nasional", Title: w.National}, {ID: "kabupaten", Title: s.regencyName(w)}, {ID: "provinsi", Title: s.provinceName(w)},
	}
	for _, section := range sections {
		if section.kind != Country {
			continue
		}
		for _, p := range s.pages {
			if p.Kind == Country && p.Lang == sourceLang {
				shown := s.find(p.Key, lang.Code)
				groups = append(groups, groupView{ID: countryID(p), Title: shown.shortTitle(lang.Code)})
			}
		}
	}
	rest := groupView{ID: "luar-negeri", Title: w.Abroad}
	for _, c := range s.contacts.list {
		card := lang.cards[c.ID]
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
func countryID(p *Page) string {
	name := strings.TrimPrefix(p.Key, "negara/")
	if slices.Contains(markdown.Reserved, name) || slices.Contains(groupIDs, name) {
		return "negara-" + name
	}
	return name
}

func (s *Site) regencyName(w *Words) string {
	if s.Config.Regency.Name == "" {
		return w.Local
	}
	return w.Regency + " " + s.Config.Regency.Name
}

// provinceName is the official name of the area above the regency.
func (s *Site) provinceName(w *Words) string {
	province, _, _ := strings.Cut(s.Config.Regency.Code, ".")
	return cmp.Or(s.villages.Areas[province], w.Province)
}

// glossaryView is every word with its meaning.
type glossaryView struct {
	view
	Letters []letterView
}

// letterView is the words that begin with one letter.
type letterView struct {
	Letter, ID string
	Terms      []termView
	Links      []linkView
}

type termView struct {
	ID, Word, LongForm, Meaning, Example string
	Also                                 string
}

func glossaryOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() || len(s.terms.list) == 0 {
			continue
		}
		out := langPrefix(lang.Code) + glossaryPath
		add(s.render(termFile, out, "glossary", func() (paged, error) {
			v := glossaryView{view: s.view(lang, out, lang.Words.Glossary, "")}
			v.Also = s.others(lang, out, glossaryPath)
			for _, t := range s.terms.list {
				letter := letterOf(&v.Letters, t.Word)
				letter.Terms = append(letter.Terms, termView{
					ID: t.ID(), Word: t.Word, LongForm: t.LongForm, Example: t.Example,
					Meaning: pick(lang.Code != sourceLang, t.MeaningEN, t.Meaning), Also: strings.Join(t.Also, ", "),
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
	id := letterPrefix + cmp.Or(markdown.Slug(letter), "lain") // É is with E, and all other scripts are together
	at := slices.IndexFunc(*letters, func(l letterView) bool { return l.ID == id })
	if at < 0 {
		at = len(*letters)
		*letters = append(*letters, letterView{Letter: letter, ID: id})
	}
	return &(*letters)[at]
}

// letterPrefix stands before the ids of letters.
const letterPrefix = "huruf-"

// topicsView is every page from A to Z: what a search finds, without a script.
type topicsView struct {
	view
	Index   string // the script that searches; empty when nothing does
	Letters []letterView
}

func topicOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + topicsPath
		add(s.render(contentFolder, out, "topics", func() (paged, error) {
			v := topicsView{view: s.view(lang, out, lang.Words.Search, "")}
			if !s.opt.Without.Find {
				v.Index = indexPath
			}
			v.Also = s.others(lang, out, topicsPath)
			var links []linkView
			for _, section := range sections {
				links = append(links, s.sectionLinks(lang, section, out)...)
			}
			slices.SortStableFunc(links, func(a, b linkView) int { return strings.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text)) })
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
func (s *Site) byHeart(lang *Lang) []heartView {
	var list []heartView
	for _, in := range s.standIns("") {
		numbers := in.shown.Numbers()
		if i := slices.IndexFunc(numbers, func(n ShownNumber) bool { return n.E164 != "" && n.Kind != phone.WhatsApp }); i >= 0 && len(list) < 2 {
			list = append(list, heartView{pick(lang.Code != sourceLang, in.contact.NameEN, in.contact.Name), numbers[i].International()})
		}
	}
	return list
}
