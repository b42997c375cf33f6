package pages

import (
	"cmp"
	"html/template"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/permalink"
	"suluh/internal/phone"
	"suluh/internal/site"
)

// askView is a question to a person, ready to be sent: it says nothing of the reader, and of
// the page only its address.
type askView struct {
	Name, Number  string
	WhatsApp, SMS template.URL // one of them, or both
}

// ask gives the line that fits a page: the first of those that it shows
// in full that takes written questions, else of those that stand in for others; nil where none is known.
func (s *Maker) ask(p *content.Page, lang *channel.Locale) *askView {
	if p.Kind != content.Guide && p.Kind != content.Checklist && p.Kind != content.Country {
		return nil
	}
	var ids []string
	for _, ref := range p.Doc.Refs {
		if ref.Kind == markdown.Card {
			ids = append(ids, ref.Target)
		}
	}
	for _, id := range append(ids, s.Config.Main...) {
		c := s.Contacts.ByID[id]
		if c == nil {
			continue
		}
		if ways := writtenWays(s.ShownContact(c).Numbers(), lang.Words.AskText+" "+codeOf(p)); ways != nil {
			ways.Name = pick(lang.Code != content.SourceLang, c.NameEN, c.Name)
			return ways
		}
	}
	return nil
}

// writtenWays gives the links that send a text to the first number that takes one.
func writtenWays(numbers []site.ShownNumber, text string) *askView {
	for _, n := range numbers {
		if n.Kind != phone.WhatsApp && !n.TakesSMS() || n.Doubtful {
			continue
		}
		v := &askView{Number: n.Text()}
		if n.Kind == phone.WhatsApp {
			v.WhatsApp = template.URL(n.Chat(text))
		}
		if n.TakesSMS() {
			v.SMS = template.URL(n.SMS(text))
		}
		return v
	}
	return nil
}

// codeOf is how a page is told to somebody on the telephone: its address, which says nothing
// where the page is sensitive.
func codeOf(p *content.Page) string { return strings.TrimSuffix(p.Path, ".html") }

// wrongNumber gives the message to the editors that a number is wrong; nil where the site
// does not say where to send it.
func (s *Maker) wrongNumber(lang *channel.Locale, name string, numbers []numberView) *askView {
	editors := s.Contacts.ByID[s.Config.Corrections]
	if editors == nil || len(numbers) == 0 {
		return nil
	}
	text := lang.Words.WrongText + " " + name
	for _, n := range numbers {
		text += ", " + n.Text
	}
	return writtenWays(s.ShownContact(editors).Numbers(), text)
}

// shareView passes a page on as a text, in which a number can be tapped. A site that does not
// know its address leaves the sending to the script, which does.
type shareView struct {
	Text          string       // neutral, or what the page says of itself; without the address
	WhatsApp, SMS template.URL // empty where the address is not known
}

// share makes the text of a page: at most some 300 characters. Number is that of the page, or
// empty for one that can be dialled from everywhere.
func (s *Maker) share(lang *channel.Locale, path, summary, number string) *shareView {
	number = cmp.Or(number, s.parts[lang].number)
	v := &shareView{Text: cmp.Or(summary, lang.Words.ShareText)}
	if number != "" {
		v.Text += " " + lang.Words.Call + ": " + number + "."
	}
	if base := s.Base(); base != "" {
		text := v.Text + " " + base + permalink.Href(path)
		v.WhatsApp, v.SMS = template.URL(phone.ShareChat(text)), template.URL(phone.ShareSMS(text))
	}
	return v
}
