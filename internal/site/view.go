package site

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/phone"
)

// view is what layouts/base.html receives: what stands around the text of every
// page. The views of single kinds of pages embed it, and Main is one of them:
// templates find the fields of an embedded struct ten times slower than others.
type view struct {
	Main      any
	W         *Words
	Lang      string
	Tab       string // neutral
	Title     string // the h1
	Summary   string // empty on sensitive pages
	Sensitive bool
	Root      string // the way to the top of the site
	Shell     shell
	Also      []linkView // translations
	Review    *reviewView
	Notice    *linkView // the line above every page
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

// shareView passes a page on without a script: a neutral text and the page's
// address. A site that does not know its address leaves it to the script.
type shareView struct {
	WhatsApp, SMS template.URL
}

const previewImage = "bagikan.png"

// shell is what is the same on all pages of one language and depth; it is
// rendered once.
type shell struct {
	Head, Header, Footer template.HTML
}

type linkView struct {
	Href, Lang, Text, Note string
	Code                   string // of a village
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
	view
	Lead     template.HTML // the page in short
	Body     template.HTML
	Contents []linkView
	For      []string
	Permit   string      // of a country
	Pocket   string      // its card to carry; empty when there is none
	Items    int         // of a checklist
	Key      string      // of a checklist: its ticks are kept under this name
	Voices   []linkView  // recordings of the page
	Facts    []factView  // of a checklist: where, cost, time
	Choices  []linkView  // of the home page
	Popular  []linkView  // of the home page
	Trust    *linkView   // of the home page
	Changed  []linkView  // of the home page: what was checked last
	Lists    []groupView // of the home page
}

type factView struct {
	Label, Text string
}

// groupView is a heading with links or contacts below it.
type groupView struct {
	ID, Title string
	Links     []linkView
	Cards     []cards
}

// view makes the shell's part of a page's view.
func (s *Site) view(lang *Lang, path, title, tab string) view {
	if tab == "" {
		tab = title
	}
	if telling(tab) != "" {
		tab = lang.Words.Guides
	}
	v := view{
		W: lang.Words, Lang: lang.Code, Title: title, Tab: tab + " – " + s.Config.TabName,
		Root: root(path), Shell: lang.shell[root(path)], Notice: s.notice(lang, path),
	}
	if base := s.base(); base != "" {
		v.Preview = &previewView{Address: base + href(path), Image: base + previewImage}
		text := lang.Words.ShareText + " " + base + href(path)
		v.Share = &shareView{WhatsApp: template.URL(phone.ShareChat(text)), SMS: template.URL(phone.ShareSMS(text))}
	}
	return v
}

// notice gives the site's notice until its day is over.
func (s *Site) notice(lang *Lang, path string) *linkView {
	n := s.Config.Notice
	if n == nil || n.Until.Before(s.opt.Date) {
		return nil
	}
	v := &linkView{Text: pick(lang.Code != sourceLang, n.TextEN, n.Text)}
	if p := s.find(keyOf(n.To), lang.Code); p != nil {
		v.Href, v.Lang = relative(path, p.Path), differs(lang.Code, p.Lang)
	}
	return v
}

func (s *Site) pageView(p *Page) pageView {
	lang := s.lang(p.Lang)
	v := pageView{view: s.view(lang, p.Path, p.Meta.Title, s.tabOf(p, lang)), Lead: s.body(pageOrigin(p), p.Doc.Lead), Body: s.body(pageOrigin(p), p.Doc.Parts), Voices: s.recordings(lang, p)}
	if v.Sensitive = p.Meta.Sensitive; v.Sensitive {
		v.Preview = nil
	} else {
		v.Summary = p.Meta.Summary
	}
	v.Draft = !p.Meta.published(s.opt.Date)
	v.Also = s.translations(p)
	v.Review = s.review(lang, p.Meta.AsOf(), s.termOf(p), p.Meta.Sources)
	v.For = lang.Words.readers(p.Meta.For)
	v.Contents = s.contents(lang, p)
	v.Minutes = minutes(p.Doc.Reading().Words)
	switch p.Kind {
	case Home:
		s.homeView(&v, p, lang)
	case Checklist:
		v.Items = len(p.Doc.Tasks)
		v.Key = strings.TrimPrefix(p.Key, "langkah/")
		v.Facts = facts(factView{lang.Words.Where, p.Meta.Place}, factView{lang.Words.Cost, p.Meta.Cost}, factView{lang.Words.Time, p.Meta.Time})
	case Country:
		if s.hasPocket(p) {
			v.Pocket = relative(p.Path, pocketPath(p))
		}
		v.Permit = map[string]string{
			"terbuka": lang.Words.PermitOpen, "terbatas": lang.Words.PermitLimited,
			"tertutup": lang.Words.PermitClosed, "bukan": lang.Words.PermitNever,
		}[p.Meta.Permit]
	}
	return v
}

// wordsPerMinute is how fast our readers are taken to read (reader-ux, part 5).
const wordsPerMinute = 130

func minutes(words int) int { return (words + wordsPerMinute - 1) / wordsPerMinute }

func pageOrigin(p *Page) origin { return origin{file: p.File, lang: p.Lang, path: p.Path, page: p} }

// tabOf gives a page's tab title: its own, or its heading if that tells
// nothing, or what kind of page it is and its number.
func (s *Site) tabOf(p *Page, lang *Lang) string {
	if p.Meta.Tab != "" {
		return p.Meta.Tab
	}
	if telling(p.Meta.Title) == "" {
		return p.Meta.Title
	}
	label := lang.Words.Guides
	switch p.Kind {
	case Checklist:
		label = lang.Words.Checklists
	case Country:
		label = lang.Words.Countries
	case Home:
		return lang.Words.Home
	}
	return label + " " + strings.TrimSpace(number(p.Meta.Order))
}

// contentsFrom is how many sections make a list of contents worth its bytes.
const contentsFrom = 4

func (s *Site) contents(lang *Lang, p *Page) []linkView {
	var links []linkView
	for _, h := range p.Doc.Headings {
		if h.Level == 2 {
			links = append(links, linkView{Href: "#" + h.ID, Text: s.headingText(lang, h)})
		}
	}
	if len(links) < contentsFrom {
		return nil
	}
	return links
}

// headingText gives a heading with the names of the contacts and villages in it.
func (s *Site) headingText(lang *Lang, h markdown.Heading) string {
	var b strings.Builder
	for _, piece := range h.Pieces {
		b.WriteString(piece.Text)
		if piece.Ref == nil {
			continue
		}
		switch piece.Ref.Kind {
		case markdown.Contact:
			if c := s.contacts.byID[piece.Ref.Target]; c != nil {
				b.WriteString(pick(lang.Code != sourceLang, c.NameEN, c.Name))
			}
		case markdown.Village:
			if v := s.villages.Find(piece.Ref.Target); v != nil {
				b.WriteString(lang.villageName(v))
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
func (s *Site) translations(p *Page) []linkView {
	var links []linkView
	for _, lang := range s.langs {
		if other := lang.pages[p.Key]; other != nil && other != p {
			links = append(links, linkView{Href: relative(p.Path, other.Path), Lang: lang.Code, Text: lang.Words.Name})
		}
	}
	return links
}

func (s *Site) termOf(p *Page) frontmatter.Term { return cmp.Or(p.Meta.Term, s.Config.Term) }

func (s *Site) review(lang *Lang, of frontmatter.AsOf, term frontmatter.Term, sources []frontmatter.Citation) *reviewView {
	r := &reviewView{Label: lang.Words.asOf(of), Date: lang.Words.date(of.Date), ISO: of.Date.String(), Compiled: of.Compiled}
	if of.Compiled {
		r.Newest = lang.Words.date(frontmatter.Newest(sources))
	}
	if !of.IsZero() {
		if r.Stale = s.freshness(of, term) != fresh; !r.Stale {
			r.Next = lang.Words.date(of.Date.Add(term))
		}
	}
	for _, c := range sources {
		r.Sources = append(r.Sources, sourceView{Text: c.Name, Href: string(c.Address), Date: lang.Words.date(c.Date)})
	}
	return r
}

func (s *Site) homeView(v *pageView, p *Page, lang *Lang) {
	for _, choice := range p.Meta.Situations {
		v.Choices = append(v.Choices, s.keyLink(p, choice.To, choice.Title, choice.Note))
	}
	for _, name := range p.Meta.Popular {
		v.Popular = append(v.Popular, s.keyLink(p, name, "", ""))
	}
	if about := s.find("halaman/tentang", lang.Code); about != nil {
		v.Trust = &linkView{Href: relative(p.Path, about.Path), Lang: differs(lang.Code, about.Lang), Text: lang.marked(lang.Words.Trust, about.Lang)}
	}
	v.Changed = s.lastChecked(p, lang)
	for _, section := range sections {
		if section.kind == Country {
			group := groupView{ID: section.folder, Title: lang.Words.Countries, Links: s.sectionLinks(lang, section, p.Path)}
			if slices.ContainsFunc(group.Links, func(l linkView) bool { return l.Lang != "" }) { // the home page shows no notes
				group.Title = lang.marked(group.Title, sourceLang)
			}
			v.Lists = append(v.Lists, group)
		}
	}
}

// lastShown is how many pages the home page names as checked last.
const lastShown = 3

// lastChecked links the pages that a person checked last. While all were checked
// on one day there is nothing to tell.
func (s *Site) lastChecked(home *Page, lang *Lang) []linkView {
	var pages []*Page
	for _, p := range s.langs[0].pages {
		if p.Kind != Home && p.Meta.Menu != "tidak" && !p.Meta.Checked.IsZero() {
			pages = append(pages, p)
		}
	}
	slices.SortFunc(pages, func(a, b *Page) int {
		if a.Meta.Checked != b.Meta.Checked {
			return strings.Compare(b.Meta.Checked.String(), a.Meta.Checked.String())
		}
		return strings.Compare(a.Key, b.Key)
	})
	if len(pages) <= lastShown || pages[0].Meta.Checked == pages[len(pages)-1].Meta.Checked {
		return nil
	}
	var links []linkView
	for _, p := range pages[:lastShown] {
		shown := s.find(p.Key, lang.Code)
		links = append(links, s.keyLink(home, p.Key, "", lang.marked(lang.Words.date(p.Meta.Checked), shown.Lang)))
	}
	return links
}

// keyLink links a page that front matter names. Without words of its own the
// link takes the page's title.
func (s *Site) keyLink(from *Page, name, text, note string) linkView {
	p := s.find(keyOf(name), from.Lang)
	if p == nil {
		return linkView{Text: text, Note: note, Href: "#"}
	}
	if p.Lang != from.Lang {
		note = cmp.Or(note, s.lang(from.Lang).Words.InIndonesian)
		text = cmp.Or(text, p.shortTitle(from.Lang))
	}
	return linkView{Href: relative(from.Path, p.Path), Lang: differs(from.Lang, p.Lang), Text: cmp.Or(text, p.Meta.Title), Note: note}
}

// sectionLinks links the pages of a section, each in the reader's language
// where there is a translation.
func (s *Site) sectionLinks(lang *Lang, section section, from string) []linkView {
	var links []linkView
	for _, original := range s.pages {
		if original.Kind != section.kind || original.Lang != sourceLang || original.Meta.Menu == "tidak" {
			continue
		}
		p := s.find(original.Key, lang.Code)
		note := p.Meta.Summary
		if p.Lang != lang.Code { // which its reader would not understand
			note = lang.Words.InIndonesian
		}
		links = append(links, linkView{
			Href: relative(from, p.Path), Lang: differs(lang.Code, p.Lang), Text: p.shortTitle(lang.Code), Note: note,
		})
	}
	return links
}
