// Package pages makes the pages of a site: what readers see, posters and cards for the
// pocket among them. It fills views, which the layouts of package theme write.
package pages

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/theme"
)

// View is what layouts/base.html receives: what stands around the text of every
// page. The views of single kinds of pages embed it, and Main is one of them:
// templates find the fields of an embedded struct ten times slower than others.
type View struct {
	Main      any
	W         *theme.Words
	Lang      string
	Tab       string // neutral
	Title     string // the h1
	Summary   string // empty on sensitive pages
	Sensitive bool
	Root      string    // the way to the top of the site
	Up        *LinkView // the list that the page stands in; nil where it has none
	Chrome    chrome
	Also      []LinkView // translations
	Review    *reviewView
	Notice    *LinkView // the line above every page
	Draft     bool      // shown to its writer alone
	Minutes   int       // to read; 0 on pages that are not read through
	Preview   *previewView
	Share     *shareView
}

// previewView is what a chat shows of a link: a neutral title and picture. A
// sensitive page shows nothing, nor does a site that does not know its address.
type previewView struct {
	Address, Image string
}

const previewImage = "bagikan.png"

// chrome is what is the same on all pages of one language and depth; it is
// rendered once.
type chrome struct {
	Head, Header, Save, Footer template.HTML
}

// LinkView is a link with its words.
type LinkView struct {
	Href, Lang, Text, Note string
	Spoken                 string // the language of Text where it is not the page's: a title from another language
	Code                   string // of a village
	Icon                   string // a pictogram before the words
}

// reviewView says when a page was checked and against what.
type reviewView struct {
	Label, Date, ISO string // of the check, or of the compiling; empty when neither has a day
	Compiled         bool   // nobody has compared it with its source since
	Newest           string // the date of the newest source of what was compiled
	Next             string
	Stale            bool
	Sources          []sourceView
}

type sourceView struct {
	Text, Href, Date string
}

// pageView is a written page.
type pageView struct {
	View
	Lead        template.HTML // the page in short
	Body        template.HTML
	Contents    []LinkView
	For         []string
	Permit      string      // of a country
	Pocket      string      // its card to carry; empty when there is none
	Items       int         // of a checklist
	Key         string      // of a checklist: its ticks are kept under this name
	Voices      []LinkView  // recordings of the page
	Facts       []factView  // of a checklist: where, cost, time
	Ask         *askView    // a question to a person; nil where no line is known
	First       *firstView  // of a country: the number above all else
	NumbersPage *LinkView   // of a country; nil where it has none
	Choices     []LinkView  // of the home page
	Popular     []LinkView  // of the home page
	Trust       *LinkView   // of the home page
	Changed     []LinkView  // of the home page: what was checked last
	Lists       []groupView // of the home page
}

type factView struct {
	Label, Text string
}

// groupView is a heading with links or contacts below it.
type groupView struct {
	ID, Title string
	Links     []LinkView
	Cards     []contactForms
	Unknown   []HeartView // contacts of which no number may be shown
}

// View makes the shell's part of a page's view.
func (s *Maker) View(lang *channel.Locale, path, title, tab string) View {
	if tab == "" {
		tab = title
	}
	if content.Telling(tab) != "" {
		tab = lang.Words.Guides
	}
	v := View{
		W: lang.Words, Lang: lang.Code, Title: title, Tab: tab + " – " + s.Config.TabName,
		Root: permalink.Root(path), Chrome: s.parts[lang].chrome[permalink.Root(path)], Notice: s.notice(lang, path),
	}
	if base := s.Base(); base != "" {
		v.Preview = &previewView{Address: base + permalink.Href(path), Image: base + previewImage}
	}
	v.Share = s.share(lang, path, "", "")
	return v
}

// notice gives the site's notice until its day is over.
func (s *Maker) notice(lang *channel.Locale, path string) *LinkView {
	n := s.Config.Notice
	if n == nil || n.Until.Last().Before(s.Date()) {
		return nil
	}
	v := &LinkView{Text: pick(lang.Code != content.SourceLang, n.TextEN, n.Text)}
	if p := s.Find(content.KeyOf(n.To), lang.Code); p != nil {
		v.Href, v.Lang = permalink.Relative(path, p.Path), site.Differs(lang.Code, p.Lang)
	}
	return v
}

func (s *Maker) pageView(p *content.Page) pageView {
	lang := s.Locale(p.Lang)
	m, from := s.mentionsOf(p.Doc, p.Kind == content.Country), site.PageOrigin(p)
	v := pageView{View: s.View(lang, p.Path, p.Meta.Title, s.TabOf(p, lang)), Lead: s.body(from, p.Doc.Lead, m), Voices: s.recordings(lang, p)}
	v.Body = s.body(from, p.Doc.Parts, m)
	if v.Sensitive = p.Meta.Sensitive; v.Sensitive {
		v.Preview = nil
	} else {
		v.Summary = p.Meta.Summary
	}
	v.Ask = s.ask(p, lang)
	v.Draft = !p.Meta.Published(s.Date())
	v.Also = s.translations(p)
	v.Review = s.review(lang, p.Meta.AsOf(), s.TermOf(p), p.Meta.Sources)
	v.Up = s.listOf(p, lang)
	v.For = lang.Words.ReaderNames(p.Meta.For)
	v.Contents = s.contents(lang, p)
	v.Minutes = minutes(p.Doc.Reading().Words)
	switch p.Kind {
	case content.Home:
		s.homeView(&v, p, lang)
	case content.Checklist:
		v.Items = len(p.Doc.Tasks)
		v.Key = strings.TrimPrefix(p.Key, "langkah/")
		v.Facts = facts(factView{lang.Words.Where, p.Meta.Place}, factView{lang.Words.Cost, p.Meta.Cost}, factView{lang.Words.Time, p.Meta.Time})
	case content.Country:
		s.firstNumber(&v, p, lang)
		if s.hasPocket(p) {
			v.Pocket = permalink.Relative(p.Path, permalink.Pocket(p))
		}
		v.Permit = map[string]string{
			"terbuka": lang.Words.PermitOpen, "terbatas": lang.Words.PermitLimited,
			"tertutup": lang.Words.PermitClosed, "bukan": lang.Words.PermitNever,
		}[p.Meta.Permit]
	}
	number := ""
	if v.First != nil && !v.Sensitive { // the number of a country says where somebody is
		number = v.First.Text
	}
	v.Share = s.share(lang, p.Path, v.Summary, number)
	return v
}

// firstNumber puts the first number that answers in a country on the first screen of its page.
func (s *Maker) firstNumber(v *pageView, p *content.Page, lang *channel.Locale) {
	for _, g := range s.NumberGroups() {
		if g.Country == nil || g.Country.Key != p.Key {
			continue
		}
		v.NumbersPage = &LinkView{Href: permalink.Relative(p.Path, content.LangPrefix(lang.Code)+g.Page()), Text: lang.Words.Numbers + ": " + s.groupTitle(lang, g)}
		for _, c := range g.Contacts {
			if shown := s.contactView(lang, c, true); len(shown.Numbers) > 0 {
				v.First = &firstView{shown.Name, shown.Numbers[0].Href, shown.Numbers[0].Text}
				return
			}
		}
	}
}

// firstView is the number above all else.
type firstView struct {
	Name string
	Href template.URL
	Text string
}

// listOf links the list of the section that a page stands in.
func (s *Maker) listOf(p *content.Page, lang *channel.Locale) *LinkView {
	for _, section := range content.Sections {
		if section.Kind == p.Kind && section.Listed && lang.Has() {
			return &LinkView{Href: permalink.Relative(p.Path, content.LangPrefix(lang.Code)+section.Path+"index.html"), Text: theme.SectionTitle(section, lang.Words)}
		}
	}
	return nil
}

// wordsPerMinute is how fast our readers are taken to read (reader-ux, part 5).
const wordsPerMinute = 130

func minutes(words int) int { return (words + wordsPerMinute - 1) / wordsPerMinute }

// contentsFrom is how many sections make a list of contents worth its bytes.
const contentsFrom = 4

func (s *Maker) contents(lang *channel.Locale, p *content.Page) []LinkView {
	var links []LinkView
	for _, h := range p.Doc.Headings {
		if h.Level == 2 {
			links = append(links, LinkView{Href: "#" + h.ID, Text: s.headingText(lang, h)})
		}
	}
	if len(links) < contentsFrom {
		return nil
	}
	return links
}

// headingText gives a heading with the names of the contacts and villages in it.
func (s *Maker) headingText(lang *channel.Locale, h markdown.Heading) string {
	var b strings.Builder
	for _, piece := range h.Pieces {
		b.WriteString(piece.Text)
		if piece.Ref == nil {
			continue
		}
		switch piece.Ref.Kind {
		case markdown.Contact:
			if c := s.Contacts.ByID[piece.Ref.Target]; c != nil {
				b.WriteString(pick(lang.Code != content.SourceLang, c.NameEN, c.Name))
			}
		case markdown.Village:
			if v := s.Villages.Find(piece.Ref.Target); v != nil {
				b.WriteString(lang.VillageName(v))
			}
		case markdown.Term:
			b.WriteString(piece.Ref.Target)
		}
	}
	return strings.TrimSpace(b.String())
}

func facts(all ...factView) []factView {
	return slices.DeleteFunc(all, func(f factView) bool { return f.Text == "" })
}

// translations links a page in the other languages.
func (s *Maker) translations(p *content.Page) []LinkView {
	var links []LinkView
	for _, lang := range s.Locales {
		if other := lang.Pages[p.Key]; other != nil && other != p {
			links = append(links, LinkView{Href: permalink.Relative(p.Path, other.Path), Lang: lang.Code, Text: lang.Words.Name})
		}
	}
	return links
}

func (s *Maker) review(lang *channel.Locale, of frontmatter.AsOf, term frontmatter.ValidFor, sources []frontmatter.Citation) *reviewView {
	r := &reviewView{Label: lang.Words.AsOf(of), Date: lang.Words.Date(of.Date), ISO: of.Date.String(), Compiled: of.Compiled}
	if of.Compiled {
		r.Newest = lang.Words.Date(frontmatter.Newest(sources))
	}
	if !of.IsZero() {
		if r.Stale = s.Freshness(of, term) != site.Fresh; !r.Stale {
			r.Next = lang.Words.Date(of.Date.Add(term))
		}
	}
	for _, c := range sources {
		r.Sources = append(r.Sources, sourceView{Text: c.Name, Href: string(c.Address), Date: lang.Words.Date(c.Date)})
	}
	return r
}

func (s *Maker) homeView(v *pageView, p *content.Page, lang *channel.Locale) {
	for _, choice := range p.Meta.Situations {
		link := s.keyLink(p, choice.To, choice.Title, choice.Note)
		link.Icon = choice.Icon
		v.Choices = append(v.Choices, link)
	}
	for _, name := range p.Meta.Popular {
		v.Popular = append(v.Popular, s.keyLink(p, name, "", ""))
	}
	if about := s.Find("halaman/tentang", lang.Code); about != nil {
		v.Trust = &LinkView{Href: permalink.Relative(p.Path, about.Path), Lang: site.Differs(lang.Code, about.Lang), Text: lang.Marked(lang.Words.Trust, about.Lang)}
	}
	v.Changed = s.lastChecked(p, lang)
	for _, section := range content.Sections {
		if section.Kind == content.Country {
			group := groupView{ID: section.Folder, Title: lang.Words.Countries, Links: s.SectionLinks(lang, section, p.Path)}
			if slices.ContainsFunc(group.Links, func(l LinkView) bool { return l.Lang != "" }) { // the home page shows no notes
				group.Title = lang.Marked(group.Title, content.SourceLang)
			}
			v.Lists = append(v.Lists, group)
		}
	}
}

// lastShown is how many pages the home page names as checked last.
const lastShown = 3

// lastChecked links the pages that a person checked last. While all were checked
// on one day there is nothing to tell.
func (s *Maker) lastChecked(home *content.Page, lang *channel.Locale) []LinkView {
	var pages []*content.Page
	for _, p := range s.Locales[0].Pages {
		if p.Kind != content.Home && p.Meta.Menu != "tidak" && !p.Meta.Checked.IsZero() {
			pages = append(pages, p)
		}
	}
	slices.SortFunc(pages, func(a, b *content.Page) int {
		if a.Meta.Checked != b.Meta.Checked {
			return strings.Compare(b.Meta.Checked.String(), a.Meta.Checked.String())
		}
		return strings.Compare(a.Key, b.Key)
	})
	if len(pages) <= lastShown || pages[0].Meta.Checked == pages[len(pages)-1].Meta.Checked {
		return nil
	}
	var links []LinkView
	for _, p := range pages[:lastShown] {
		shown := s.Find(p.Key, lang.Code)
		links = append(links, s.keyLink(home, p.Key, "", lang.Marked(lang.Words.Date(p.Meta.Checked), shown.Lang)))
	}
	return links
}

// keyLink links a page that front matter names. Without words of its own the
// link takes the page's title.
func (s *Maker) keyLink(from *content.Page, name, text, note string) LinkView {
	p := s.Find(content.KeyOf(name), from.Lang)
	if p == nil {
		return LinkView{Text: text, Note: note, Href: "#"}
	}
	spoken := ""
	if p.Lang != from.Lang {
		note = cmp.Or(note, s.Locale(from.Lang).Words.InIndonesian)
		if text == "" {
			text, spoken = p.ShortTitle(from.Lang), titleSpoken(p, from.Lang)
		}
	}
	return LinkView{Href: permalink.Relative(from.Path, p.Path), Lang: site.Differs(from.Lang, p.Lang), Text: cmp.Or(text, p.Meta.Title), Note: note, Spoken: spoken}
}

// TitleLink links a page by a title of its own, with a note where its reader would not
// understand it.
func TitleLink(lang *channel.Locale, href, title string, p *content.Page) LinkView {
	other := site.Differs(lang.Code, p.Lang)
	return LinkView{Href: href, Lang: other, Text: title, Note: lang.Marked("", p.Lang), Spoken: other}
}

// titleSpoken gives the language of a page's short title, "" where its reader speaks it.
func titleSpoken(p *content.Page, reader string) string {
	if p.Meta.NameEN != "" {
		return ""
	}
	return site.Differs(reader, p.Lang)
}

// SectionLinks links the pages of a section, each in the reader's language
// where there is a translation.
func (s *Maker) SectionLinks(lang *channel.Locale, section content.Section, from string) []LinkView {
	var links []LinkView
	for _, original := range s.Pages {
		if original.Kind != section.Kind || original.Lang != content.SourceLang || original.Meta.Menu == "tidak" {
			continue
		}
		p := s.Find(original.Key, lang.Code)
		note := p.Meta.Summary
		if p.Lang != lang.Code { // which its reader would not understand
			note = lang.Words.InIndonesian
		}
		links = append(links, LinkView{
			Href: permalink.Relative(from, p.Path), Lang: site.Differs(lang.Code, p.Lang), Text: p.ShortTitle(lang.Code), Note: note, Spoken: titleSpoken(p, lang.Code),
		})
	}
	return links
}
