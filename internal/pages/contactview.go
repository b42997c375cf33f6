package pages

import (
	"html/template"
	"slices"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/site"
	"suluh/internal/theme"
)

// contactForms are a contact's forms: name and number in a line or as a row of a list,
// and the whole card, which links a file and so differs by the way to the top. Bare is the
// card without the contacts that stand in for it, for pages that show these anyway; closed,
// of those abroad, is that card behind its name. Abroad are the forms for a reader who is in another country; nil
// where they are the same.
type contactForms struct {
	ID                 string
	line, row          template.HTML
	full, bare, closed map[string]template.HTML
	abroad             *contactForms

	known bool // a number may be shown
	doubt bool // one of them is not certain
}

// mentions are the contacts that a page has shown so far, and what it is known to show: each
// stands there in full once, and in a line from then on.
type mentions struct {
	abroad   bool // its reader is in another country
	shown    map[string]bool
	inLines  map[string]bool // abroad: contacts whose number stands in a line further up
	fallback bool            // it shows one that stands in for others
}

// mentionsOf begins those of a page.
func (s *Maker) mentionsOf(doc *markdown.Doc, abroad bool) *mentions {
	m := &mentions{abroad: abroad, shown: map[string]bool{}, inLines: map[string]bool{}}
	for _, ref := range doc.Refs {
		m.fallback = m.fallback || (ref.Kind == markdown.Card || ref.Kind == markdown.Contact) && slices.Contains(s.Config.Main, ref.Target)
	}
	return m
}

// card gives the form that a contact has at this place of a page. A country has up to six
// offices, and its first box their numbers: the cards further down are closed there.
func (m *mentions) card(c contactForms, root string) template.HTML {
	if m.abroad && c.abroad != nil {
		c = *c.abroad
	}
	switch {
	case m.shown[c.ID]:
		return "<p>" + c.line + "</p>"
	case m.fallback:
		m.shown[c.ID] = true
		if m.abroad && m.inLines[c.ID] {
			return c.closed[root]
		}
		return c.bare[root]
	}
	m.shown[c.ID], m.fallback = true, m.fallback || len(c.bare[root]) < len(c.full[root])
	return c.full[root]
}

// inLine gives a contact within a sentence.
func (m *mentions) inLine(c contactForms) template.HTML {
	if !m.abroad {
		return c.line
	}
	m.inLines[c.ID] = true
	if c.abroad != nil {
		return c.abroad.line
	}
	return c.line
}

// Row is the short form: name and numbers.
func (c contactForms) Row() template.HTML { return c.row }

// contactView is one contact, as layouts/partials/contact.html shows it.
type contactView struct {
	W                *theme.Words
	ID               string
	Name, For        string
	Numbers          []numberView
	Area, Address    string
	Mail, Site, Host string
	Hours, Cost      string
	Doubtful         bool // to be confirmed
	Stale            bool // past its term
	Gone             bool // past twice its term: the numbers of others stand in
	Fallbacks        []contactView
	Card             string // the contact to keep; empty when no number is known
	Label, Date, ISO string // of the check, or of the compiling
	Sources          []sourceView
	Wrong            *askView // a message to the editors that the number is wrong; or nil
}

type numberView struct {
	Text, Label, Note string
	Href              template.URL
	Chat              bool         // WhatsApp
	SMS               template.URL // empty where a text message might be lost
	SMSLabel          string
}

// contactView shows a contact to a reader at home or abroad.
func (s *Maker) contactView(lang *channel.Locale, c *content.Contact, abroad bool) contactView {
	english := lang.Code != content.SourceLang
	v := contactView{
		W: lang.Words, ID: c.ID, Name: pick(english, c.NameEN, c.Name), For: pick(english, c.ForEN, c.For),
		Area: c.Area, Address: c.Address, Mail: string(c.Mail), Site: string(c.Site), Host: c.Site.Host(),
		Hours: pick(english, c.HoursEN, c.Hours), Cost: pick(english, c.CostEN, c.Cost),
		Label: lang.Words.AsOf(c.AsOf()), Date: lang.Words.Date(c.AsOf().Date), ISO: c.AsOf().Date.String(),
	}
	for _, source := range c.Sources {
		v.Sources = append(v.Sources, sourceView{Text: source.Name, Href: string(source.Address), Date: lang.Words.Date(source.Date)})
	}
	shown := s.ShownContact(c)
	v.Stale, v.Gone, v.Doubtful = shown.Stale, shown.Withdrawn, shown.Doubtful
	v.Numbers = numberViews(lang, shown, abroad)
	v.Wrong = s.wrongNumber(lang, v.Name, v.Numbers)
	return v
}

// numberViews shows the numbers of one contact to a reader at home or abroad. Where only some
// are to be confirmed, each of these says so.
func numberViews(lang *channel.Locale, shown site.Shown, abroad bool) []numberView {
	english := lang.Code != content.SourceLang
	numbers := shown.Numbers()
	if abroad {
		numbers = site.FromAbroad(numbers)
	}
	var views []numberView
	for _, n := range numbers {
		doubt := ""
		if n.Doubtful && !shown.Doubtful {
			doubt = lang.Words.DoubtNote
		}
		v := numberViewOf(lang, n.Number, channel.JoinNotes(pick(english, n.ReachEN, n.Reach), pick(english, n.NoteEN, n.Note), doubt))
		v.Text = n.Text()
		views = append(views, v)
	}
	smsOnce(views)
	return views
}

// numberViewOf shows one number with the links that fit its kind. A message
// begins with a greeting that says nothing of a problem.
func numberViewOf(lang *channel.Locale, n phone.Number, note string) numberView {
	w := lang.Words
	v := numberView{Text: n.Display(), Label: w.Call, Note: note, Href: template.URL(n.Tel()), SMSLabel: w.SendSMS}
	if n.Kind == phone.WhatsApp {
		v.Label, v.Href, v.Chat = w.WhatsApp, template.URL(n.Chat(w.Greeting)), true
	}
	if n.TakesSMS() {
		v.SMS = template.URL(n.SMS(w.Greeting))
	}
	return v
}

// smsOnce leaves one SMS link to a number that is there for calls and for
// WhatsApp.
func smsOnce(numbers []numberView) {
	for i, n := range numbers {
		if slices.ContainsFunc(numbers[i+1:], func(later numberView) bool { return later.SMS == n.SMS }) {
			numbers[i].SMS = ""
		}
	}
}

func pick(english bool, en, id string) string {
	if english && en != "" {
		return en
	}
	return id
}

// fallbacks gives the contacts that stand in where a number is not known.
func (s *Maker) fallbacks(lang *channel.Locale, not string, abroad bool) []contactView {
	var views []contactView
	for _, in := range s.Fallbacks(not) {
		views = append(views, s.contactView(lang, in.Contact, abroad))
	}
	return views
}
