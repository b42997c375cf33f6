// Package vcard makes the contacts to keep: one of each contact and of each village that
// shows a number, a vCard 3.0 (RFC 2426), which old phones read best: CRLF line ends,
// lines folded at 75 bytes, the role as name, since people change. Phones join contacts
// of one name, so a village's card carries its district.
package vcard

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/phone"
	"suluh/internal/site"
	"suluh/internal/village"
)

// card is what a contact to keep says.
type card struct {
	name, uid              string
	numbers                []site.ShownNumber
	street, place, regency string
	postcode, page, asOf   string
}

// Outputs make a card for every contact of the registry that has a number.
func Outputs(s *channel.Source, add func(channel.Output)) {
	for _, c := range s.Contacts.List {
		shown := s.ShownContact(c)
		if len(shown.Ways) == 0 {
			continue
		}
		of := card{name: c.Name, uid: c.ID, numbers: shown.Numbers(), street: c.Address, asOf: shown.AsOf.Date.String()}
		if base := s.Base(); base != "" {
			of.page = base + permalink.Href(permalink.Numbers) + "#" + c.ID
		}
		add(channel.File(content.ContactFile, permalink.ContactCard(c), of.bytes()))
	}
}

// OfVillage makes the contact of a village to keep. It reads the village's file.
func OfVillage(s *channel.Source, e *village.Entry) channel.Output {
	return channel.Output{Path: permalink.VillageCard(e), From: e.File, Render: func(w *bytes.Buffer) error {
		v, err := s.Village(e)
		if err == nil {
			w.Write(villageCard(s, e, v.Village).bytes())
		}
		return err
	}}
}

// villageCard gives the card of a village that shows a number.
func villageCard(s *channel.Source, e *village.Entry, v *village.Village) card {
	shown, words := s.ShownVillage(v).For(village.OnCards), s.Locales[0].Words
	of := card{
		name: words.VillageOffice + " " + v.Name, uid: cmp.Or(v.Code, v.Slug), numbers: shown.Numbers(),
		street: v.Office.Address, postcode: v.Office.Postcode, asOf: shown.AsOf.Date.String(),
	}
	if e.IsUrban() {
		of.name = words.UrbanOffice + " " + v.Name
	}
	if district := s.DistrictName(e); district != "" {
		of.name += " (" + district + ")"
		of.place = words.District + " " + district
	}
	of.regency = cmp.Or(s.RegencyOf(v.Code), s.Config.Regency.Name)
	if base := s.Base(); base != "" {
		of.page = base + permalink.Href(permalink.Village(e))
	}
	return of
}

// bytes writes the card.
func (c card) bytes() []byte {
	var w bytes.Buffer
	line := func(text string) { foldLine(&w, text) }
	line("BEGIN:VCARD")
	line("VERSION:3.0")
	line("N:" + escapeCard(c.name) + ";;;;")
	line("FN:" + escapeCard(c.name))
	line("UID:" + escapeCard(c.uid))
	var notes []string
	written := map[string]bool{}
	for _, n := range c.numbers {
		kind := "WORK,VOICE"
		if n.Line != phone.Elsewhere {
			kind = "CELL,VOICE"
		}
		if !written[n.Dial()] {
			line("TEL;TYPE=" + kind + ":" + n.Dial())
			written[n.Dial()] = true
		}
		if note := channel.JoinNotes(chatNote(n), n.Reach, n.Note); note != "" {
			notes = append(notes, n.Text()+": "+note)
		}
	}
	if c.street != "" || c.place != "" {
		parts := []string{"", "", c.street, c.place, c.regency, c.postcode, ""}
		for i := range parts {
			parts[i] = escapeCard(parts[i])
		}
		line("ADR;TYPE=WORK:" + strings.Join(parts, ";"))
	}
	if c.page != "" {
		line("URL:" + escapeCard(c.page))
	}
	if len(notes) > 0 {
		line("NOTE:" + escapeCard(strings.Join(notes, "\n")))
	}
	if c.asOf != "" && strings.Count(c.asOf, "-") == 2 {
		line("REV:" + c.asOf)
	}
	line("END:VCARD")
	return w.Bytes()
}

func chatNote(n site.ShownNumber) string {
	if n.Kind == phone.WhatsApp {
		return "WhatsApp"
	}
	return ""
}

// escapeCard escapes what separates the parts of a value, and leaves out signs
// that would end its line.
func escapeCard(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' || slices.Contains([]rune{0x7F, 0x85, 0x2028, 0x2029}, r) {
			return ' '
		}
		return r
	}, text)
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(text)
}

// cardLine is the longest line of a vCard, in bytes, before its line end.
const cardLine = 75

// foldLine breaks a long line between letters; the next begins with a space.
func foldLine(w *bytes.Buffer, text string) {
	width := 0
	for _, r := range text {
		size := len(string(r))
		if width+size > cardLine {
			w.WriteString("\r\n ")
			width = 1
		}
		w.WriteRune(r)
		width += size
	}
	w.WriteString("\r\n")
}
