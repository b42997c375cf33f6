package site

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"suluh/internal/phone"
	"suluh/internal/village"
)

// A contact to keep is a vCard 3.0 (RFC 2426), which old phones read best: CRLF
// line ends, lines folded at 75 bytes, the role as name, since people change.
// Phones join contacts of one name, so a village's card carries its district.

const cardFolder = "kontak/"

// card is what a contact to keep says.
type card struct {
	name, uid              string
	numbers                []ShownNumber
	street, place, regency string
	postcode, page, asOf   string
}

// cardOutputs make a card for every contact of the registry that has a number.
func cardOutputs(s *Site, add func(Output)) {
	for _, c := range s.contacts.list {
		shown := s.shownContact(c)
		if len(shown.Ways) == 0 {
			continue
		}
		of := card{name: c.Name, uid: c.ID, numbers: shown.Numbers(), street: c.Address, asOf: shown.AsOf.Date.String()}
		if base := s.base(); base != "" {
			of.page = base + href(numbersPath) + "#" + c.ID
		}
		add(fileOutput(contactFile, cardPath(c), of.bytes()))
	}
}

// cardPath gives the file of a contact's card. It stays in the phone's list of
// downloads, so a name that tells too much gives way to a number.
func cardPath(c *Contact) string {
	name := c.ID
	if telling(name) != "" {
		sum := sha256.Sum256([]byte(name))
		name = hex.EncodeToString(sum[:3])
	}
	return cardFolder + name + ".vcf"
}

func (s *Site) hasCard(v *village.Entry) bool { return !s.opt.Without.Cards && s.showsNumber(v) }

func (s *Site) villageCardOutput(e *village.Entry) Output {
	return Output{Path: villageCardPath(e), from: e.File, Render: func(w *bytes.Buffer) error {
		v, err := s.village(e)
		if err == nil {
			w.Write(s.villageCard(e, v.Village).bytes())
		}
		return err
	}}
}

// villageCard gives the card of a village that shows a number.
func (s *Site) villageCard(e *village.Entry, v *village.Village) card {
	shown, words := s.shownVillage(v).For(village.OnCards), s.langs[0].Words
	of := card{
		name: words.VillageOffice + " " + v.Name, uid: cmp.Or(v.Code, v.Slug), numbers: shown.Numbers(),
		street: v.Office.Address, postcode: v.Office.Postcode, asOf: shown.AsOf.Date.String(),
	}
	if e.IsUrban() {
		of.name = words.UrbanOffice + " " + v.Name
	}
	if district := s.districtName(e); district != "" {
		of.name += " (" + district + ")"
		of.place = words.District + " " + district
	}
	of.regency = cmp.Or(s.regencyOf(v.Code), s.Config.Regency.Name)
	if base := s.base(); base != "" {
		of.page = base + href(villagePath(e))
	}
	return of
}

// bytes writes the card.
func (c card) bytes() []byte {
	var w bytes.Buffer
	line := func(text string) { fold(&w, text) }
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
		if note := joinNotes(chatNote(n), n.Reach, n.Note); note != "" {
			notes = append(notes, n.text()+": "+note)
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

func chatNote(n ShownNumber) string {
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

// fold breaks a long line between letters; the next begins with a space.
func fold(w *bytes.Buffer, text string) {
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
