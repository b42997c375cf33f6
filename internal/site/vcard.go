package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"suluh/internal/phone"
	"suluh/internal/village"
)

// A contact to keep is a vCard 3.0 (RFC 2426), which old phones read best: CRLF
// line ends, lines folded at 75 bytes, the role as name, since people change.

const cardFolder = "kontak/"

// cardOutputs make a card for every contact of the registry that has a number.
func cardOutputs(s *Site, add func(Output)) {
	for _, c := range s.contacts.list {
		if len(c.Numbers) == 0 || s.freshness(c.Checked, c.Term) == withdrawn {
			continue
		}
		var numbers []phone.Number
		for _, n := range c.Numbers {
			numbers = append(numbers, n.Number)
		}
		add(fileOutput(contactFile, cardPath(c), vcard(c.Name, c.Address, numbers)))
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

func villageCardPath(v *village.Entry) string { return "desa/" + v.Slug + ".vcf" }

func (s *Site) hasCard(v *village.Entry) bool { return v.HasNumber && !s.opt.Without.Cards }

func (s *Site) villageCardOutput(e *village.Entry) Output {
	return Output{Path: villageCardPath(e), from: e.File, Render: func(w *bytes.Buffer) error {
		v, err := s.village(e)
		if err == nil {
			w.Write(villageCard(v.Village))
		}
		return err
	}}
}

// villageCard gives the card of a village with a number.
func villageCard(v *village.Village) []byte {
	var numbers []phone.Number
	for _, c := range v.Reachable() {
		for _, n := range []phone.Number{c.Phone, c.WhatsApp} {
			if !n.IsZero() {
				numbers = append(numbers, n)
			}
		}
	}
	return vcard("Balai Desa "+v.Name, v.Office.Address, numbers)
}

func vcard(name, address string, numbers []phone.Number) []byte {
	var w bytes.Buffer
	line := func(text string) { fold(&w, text) }
	line("BEGIN:VCARD")
	line("VERSION:3.0")
	line("N:" + escapeCard(name) + ";;;;")
	line("FN:" + escapeCard(name))
	for _, n := range numbers {
		kind := "VOICE"
		if n.Kind == phone.Mobile || n.Kind == phone.WhatsApp {
			kind = "CELL"
		}
		line("TEL;TYPE=" + kind + ":" + n.Dial())
	}
	if address != "" {
		line("ADR;TYPE=WORK:;;" + escapeCard(address) + ";;;;")
	}
	line("END:VCARD")
	return w.Bytes()
}

// escapeCard escapes what separates the parts of a value.
func escapeCard(text string) string {
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
