package importer

import (
	"errors"
	"regexp"
	"slices"
	"strings"

	"suluh/internal/phone"
	"suluh/internal/source"
)

// number is a phone number of a row.
type number struct {
	cell   Cell
	chat   bool
	number phone.Number
}

// isMobile tells whether a number rings in a phone, which may be a person's.
func (n number) isMobile() bool { return n.chat || n.number.Line != phone.Elsewhere }

// numbersOf reads the cell of a number; it may hold none.
func (p *planner) numbersOf(c Cell, chat bool) []number {
	kind := phone.Any
	if chat {
		kind = phone.WhatsApp
	}
	text := unquoted(c.Text)
	if c.Shown != "" {
		if n, err := phone.Parse(c.Shown, kind); err == nil {
			if p.accepted(c) {
				return []number{{c, chat, n}}
			}
			p.ask(c, n.Display(), source.ImportFormatShows, c.Text, c.Shown)
			return nil
		}
	}
	n, err := phone.Parse(text, kind)
	if err == nil {
		return []number{{c, chat, n}}
	}
	if several := split(text, kind); len(several) > 1 {
		if p.accepted(c) {
			return tied(c, chat, several)
		}
		var shown []string
		for _, n := range several {
			shown = append(shown, n.Display())
		}
		p.ask(c, strings.Join(shown, " + "), source.ImportTwoNumbers, c.Text, strings.Join(shown, ", "))
		return nil
	}
	var fault *source.Fault
	errors.As(err, &fault)
	readings := readingsOf(text, fault)
	switch {
	case len(readings) == 0:
		p.refuse(c, fault.Code, fault.Args...)
	case p.accepted(c):
		if n, err := phone.Parse(readings[0], kind); err == nil {
			return []number{{c, chat, n}}
		}
	case fault.Code == source.PhoneWithoutPrefix:
		code := source.ImportZeroLost
		if readings[0][0] == '+' {
			code = source.ImportPlusLost
		}
		p.ask(c, readings[0], code, c.Text, source.OneOf(readings))
	default:
		p.ask(c, readings[0], fault.Code, fault.Args...)
	}
	return nil
}

// sameAs is how people say that the number before is meant once more.
var sameAs = regexp.MustCompile(`(?i)^\W*(?:sama|idem|sda|s\.d\.a)\b\D*$`)

// sameOf reads "sama" under WA: the phone of the row, where it can have WhatsApp. It is asked,
// since people write it of the phone of the office, too.
func (p *planner) sameOf(row Row, c Cell) []number {
	of, _ := row.find(Phone)
	n, err := phone.Parse(unquoted(of.Text), phone.WhatsApp)
	switch {
	case err != nil:
		return p.numbersOf(c, true) // which says that this is no number
	case p.accepted(c):
		return []number{{c, true, n}}
	}
	p.ask(c, n.Display(), source.ImportSameNumber, c.Text, n.Display())
	return nil
}

func tied(c Cell, chat bool, all []phone.Number) []number {
	var found []number
	for _, n := range all {
		found = append(found, number{c, chat, n})
	}
	return found
}

// readingsOf gives what a number that was refused may mean, the likeliest first. One
// that is written in groups begins with its country: 852 6123 4567 is of Hong Kong,
// and 85261234567 is as likely a number here whose zero is gone.
func readingsOf(text string, fault *source.Fault) []string {
	var readings []string
	for _, arg := range fault.Args {
		if one, ok := arg.(source.OneOf); ok && fault.Code == source.PhoneWithoutPrefix {
			readings = slices.Clone(one)
		}
	}
	if len(readings) == 0 || len(readings[0]) < 4 {
		readings = nil
		if fault.Near != "" {
			readings = []string{fault.Near}
		}
		return readings
	}
	first := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == '.' })
	if len(first) > 1 && len(first[0]) <= 3 {
		slices.SortStableFunc(readings, func(a, b string) int { return abroadFirst(a) - abroadFirst(b) })
	}
	return readings
}

func abroadFirst(reading string) int {
	if strings.HasPrefix(reading, "+") {
		return 0
	}
	return 1
}

// joints are what people put between two numbers, the clearest first.
var joints = []*regexp.Regexp{
	regexp.MustCompile(`\s*(?:[/|;\n&]|\batau\b|\bdan\b|\bor\b)\s*`), regexp.MustCompile(`\s*,\s*`), regexp.MustCompile(`\s+[-–—]\s+`), regexp.MustCompile(`\s+`),
}

// split parts a cell that holds several numbers; nil when it does not. One without
// its area has that of the one before.
func split(text string, kind phone.Kind) []phone.Number {
	if m := tailForm.FindStringSubmatch(text); m != nil {
		second := m[1][:len(m[1])-len(m[2])] + m[2]
		a, err := phone.Parse(m[1], kind)
		b, err2 := phone.Parse(second, kind)
		if err == nil && err2 == nil && m[1][len(m[1])-len(m[2]):] < m[2] {
			return []phone.Number{a, b}
		}
	}
	for _, joint := range joints {
		pieces := joint.Split(strings.TrimSpace(text), -1)
		if joint == joints[len(joints)-1] {
			pieces = regrouped(pieces, kind)
		}
		var found []phone.Number
		area := ""
		for _, piece := range pieces {
			n, err := phone.Parse(piece, kind)
			if err != nil && area != "" && isLocal(piece) {
				n, err = phone.Parse(area+piece, kind)
			}
			if err != nil {
				found = nil
				break
			}
			found = append(found, n)
			if m := areaForm.FindString(n.Display()); m != "" {
				area = m
			}
		}
		const most = 4
		if len(found) > 1 && len(found) <= most {
			return found
		}
	}
	return nil
}

// tailForm is a number with the last digits of the next one: 0331421002-03.
var tailForm = regexp.MustCompile(`^\s*([+(]?[\d() .]*\d{4,})\s*[-/]\s*(\d{1,3})\s*$`)

var areaForm = regexp.MustCompile(`^\(0\d{2,3}\) `)

// isLocal tells whether digits are those of a fixed line without its area.
func isLocal(text string) bool {
	const fewest, most = 5, 8
	n := len(phone.Digits(text))
	return n >= fewest && n <= most && text[0] != '0' && text[0] != '+' && strings.Trim(text, "0123456789 -.") == ""
}

// regrouped puts groups of digits together to numbers, each of which begins with a
// zero or a plus.
func regrouped(groups []string, kind phone.Kind) []string {
	var pieces []string
	for _, g := range groups {
		begins := g != "" && (g[0] == '0' || g[0] == '+' || g[0] == '(')
		if whole := len(pieces) > 0; whole && begins {
			if _, err := phone.Parse(pieces[len(pieces)-1], kind); err != nil {
				begins = false
			}
		}
		if begins || len(pieces) == 0 {
			pieces = append(pieces, g)
		} else {
			pieces[len(pieces)-1] += " " + g
		}
	}
	return pieces
}
