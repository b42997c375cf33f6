package pages

import (
	"cmp"
	"html/template"
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

// numbersView is a page of contacts, in groups.
type numbersView struct {
	View
	Groups    []groupView
	Countries []LinkView  // whose numbers have pages of their own
	Country   *LinkView   // the page of the country whose numbers these are
	All       string      // the list of all numbers, for paper
	ByHeart   []HeartView // the first two of those that stand in for others
	Paper     bool        // it is that list
	Doubt     bool        // some number is not certain
}

// Numbers makes the pages of contacts: those at home with the countries to choose from, one
// of each country, and one of all for paper.
func Numbers(s *Maker, add func(channel.Output)) {
	groups := s.NumberGroups()
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		prefix := content.LangPrefix(lang.Code)
		page := func(name, title string, fill func(v *numbersView)) {
			out := prefix + name
			add(s.Render(content.ContactFile, out, "contacts", func() (Paged, error) {
				v := numbersView{View: s.View(lang, out, title, "")}
				v.Also = s.Others(lang, out, name)
				fill(&v)
				v.Doubt = slices.ContainsFunc(v.Groups, func(g groupView) bool {
					return slices.ContainsFunc(g.Cards, func(c contactForms) bool { return c.doubt })
				})
				return v, nil
			}))
		}
		page(permalink.Numbers, lang.Words.Numbers, func(v *numbersView) {
			rest := groupView{} // whose numbers are not known, together
			for _, g := range groups {
				if !g.IsAbroad() {
					shown := s.numberGroup(lang, g)
					rest.Unknown, shown.Unknown = append(rest.Unknown, shown.Unknown...), nil
					if len(shown.Cards) > 0 {
						v.Groups = append(v.Groups, shown)
					}
				} else {
					v.Countries = append(v.Countries, LinkView{Href: g.Page(), Text: s.groupTitle(lang, g)})
				}
			}
			v.Groups, v.All = append(v.Groups, rest), permalink.AllNumbers
		})
		page(permalink.AllNumbers, lang.Words.Numbers, func(v *numbersView) {
			for _, g := range groups {
				v.Groups = append(v.Groups, s.numberGroup(lang, g))
			}
			v.ByHeart, v.Paper = s.ByHeart(lang), true
		})
		for _, g := range groups {
			if g.IsAbroad() {
				page(g.Page(), lang.Words.Numbers+": "+s.groupTitle(lang, g), func(v *numbersView) { s.countryNumbers(v, lang, g) })
			}
		}
	}
}

// countryNumbers fills the page of a country: its own contacts, and then those at home that
// can be dialled from there.
func (s *Maker) countryNumbers(v *numbersView, lang *channel.Locale, g channel.NumberGroup) {
	v.Up = &LinkView{Href: "../" + permalink.Numbers, Text: lang.Words.Numbers}
	if g.Country != nil && g.Country.Meta.Sensitive {
		v.Tab, v.Sensitive, v.Preview = s.TabOf(g.Country, lang), true, nil
	}
	own := s.numberGroup(lang, g)
	rest := groupView{ID: "nasional", Title: lang.Words.National}
	for _, fallback := range s.Fallbacks("") {
		if !slices.Contains(g.Contacts, fallback.Contact) {
			rest.Cards = append(rest.Cards, s.abroadForms(lang, fallback.Contact))
		}
	}
	v.Groups = append(v.Groups, own, rest)
	if g.Country != nil {
		shown := s.Find(g.Country.Key, lang.Code)
		link := TitleLink(lang, permalink.Relative(content.LangPrefix(lang.Code)+g.Page(), shown.Path), shown.Meta.Title, shown)
		v.Country = &link
	}
}

// numberGroup shows a group of contacts.
func (s *Maker) numberGroup(lang *channel.Locale, g channel.NumberGroup) groupView {
	v := groupView{ID: groupID(g), Title: s.groupTitle(lang, g)}
	for _, c := range g.Contacts {
		forms := s.parts[lang].cards[c.ID]
		if g.IsAbroad() {
			forms = s.abroadForms(lang, c)
		}
		if forms.known {
			v.Cards = append(v.Cards, forms)
		} else {
			v.Unknown = append(v.Unknown, HeartView{ID: c.ID, Name: pick(lang.Code != content.SourceLang, c.NameEN, c.Name)})
		}
	}
	return v
}

func (s *Maker) abroadForms(lang *channel.Locale, c *content.Contact) contactForms {
	forms := s.parts[lang].cards[c.ID]
	if forms.abroad != nil {
		return *forms.abroad
	}
	return forms
}

func (s *Maker) groupTitle(lang *channel.Locale, g channel.NumberGroup) string {
	switch w := lang.Words; {
	case g.Country != nil:
		return s.Find(g.Country.Key, lang.Code).ShortTitle(lang.Code)
	case g.ID == "nasional":
		return w.National
	case g.ID == "kabupaten":
		return s.regencyName(w)
	case g.ID == "provinsi":
		return s.provinceName(w)
	default:
		return w.Abroad
	}
}

// groupID is the id of a group on a page: that of a country is the name of its file where
// nothing else on the page is called so.
func groupID(g channel.NumberGroup) string {
	if g.Country != nil && (slices.Contains(markdown.Reserved, g.ID) || slices.Contains(content.GroupIDs, g.ID)) {
		return "negara-" + g.ID
	}
	return g.ID
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

// HeartView is a contact with the one number of it that is learnt by heart.
type HeartView struct {
	ID, Name, Text string
	Href           template.URL
}

// ByHeart gives a number of each of the first two contacts that stand in for
// others: one that can be dialled from everywhere, since who has lost the phone
// may be abroad, where 0800-1000 leads nowhere.
func (s *Maker) ByHeart(lang *channel.Locale) []HeartView {
	var list []HeartView
	for _, in := range s.Fallbacks("") {
		numbers := in.Shown.Numbers()
		if i := slices.IndexFunc(numbers, func(n site.ShownNumber) bool { return n.E164 != "" && n.Kind != phone.WhatsApp }); i >= 0 && len(list) < 2 {
			list = append(list, HeartView{Name: pick(lang.Code != content.SourceLang, in.Contact.NameEN, in.Contact.Name), Text: numbers[i].International(), Href: template.URL(numbers[i].Tel())})
		}
	}
	return list
}
