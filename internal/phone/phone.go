// Package phone holds numbers that people dial, so that none can be damaged.
//
// A number comes in as text and is kept twice: as it was written, and in the
// form that networks dial (E.164, +6281234567890). No number ever passes
// through an integer, a float or a map of loose values.
//
// # Kinds
//
//	biasa   a mobile number
//	tetap   a fixed line
//	wa      a number that answers on WhatsApp
//	pendek  a number dialled as it is, inside one country only: 110, 129,
//	        1500630, 0800-1000; it has no country code
//
// # Links
//
//	tel:+6281234567890            RFC 3966; short numbers keep their digits
//	https://wa.me/6281234567890   digits only, no plus, no leading zero
//	sms:+6281234567890?body=…     RFC 5724; mobile numbers only
//
// A link without a number, [ShareChat] or [ShareSMS], lets the sender choose
// whom to write to.
//
// Reading and display follow libphonenumber's metadata through
// nyaruka/phonenumbers; short numbers are not in that metadata and are ours.
//
// # No digit is guessed
//
// A number begins with + or 0. One that begins with 62 and is valid behind a
// plus is read so; anything else is refused with what it may mean, since
// libphonenumber takes 852 6123 4567, of Hong Kong, for an Indonesian number
// (parse.go). What people write beside a number, and what spreadsheets make of
// one, is refused with its own cure (slips.go). The digits that are shown are
// the digits that were written: Parse holds that for each number that it
// gives, and testdata/vectors.tsv for what it has to refuse.
//
// Numbers that somebody typed into a text, in whatever form, are found by
// [Typed] (typed.go).
package phone

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"suluh/internal/source"
)

// Kind says what a number can be used for.
type Kind int

// The kinds of the package doc. Any stands for a number whose kind was not
// said: mobile or fixed, as its prefix has it.
const (
	Any Kind = iota
	Mobile
	Fixed
	WhatsApp
	Short
)

// kindWords are how files write the kinds.
var kindWords = map[string]Kind{"": Any, "biasa": Mobile, "tetap": Fixed, "wa": WhatsApp, "pendek": Short}

// ParseKind reads the word that files use for a kind.
func ParseKind(word string) (Kind, bool) {
	kind, ok := kindWords[word]
	return kind, ok
}

// kindName gives the word that files use for a kind.
func kindName(k Kind) string {
	for word, kind := range kindWords {
		if kind == k {
			return word
		}
	}
	return ""
}

// IsChat tells whether a number is there for WhatsApp.
func (n Number) IsChat() bool { return n.Kind == WhatsApp }

// Number is one number to dial. The zero Number means that none is known.
type Number struct {
	Written string // as its source wrote it
	E164    string // +6281234567890; empty for short numbers
	Shown   string // the form of Display; empty for short numbers
	Line    Line   // what answers there
	Kind    Kind
}

// ChatNumber is a Number that is read as one that answers on WhatsApp.
type ChatNumber Number

// UnmarshalText reads a number that answers on WhatsApp.
func (n *ChatNumber) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text), WhatsApp)
	if err != nil {
		return err
	}
	*n = ChatNumber(parsed)
	return nil
}

// home is the region whose national form people write here.
const (
	home     = "ID"
	homeCode = "+62"
)

// IsZero tells whether no number is known.
func (n Number) IsZero() bool { return n.Written == "" }

func (n Number) parsed() *phonenumbers.PhoneNumber {
	p, err := phonenumbers.Parse(n.E164, home)
	if err != nil {
		panic("phone: E164 was not made by Parse: " + n.E164)
	}
	return p
}

// National gives the form to read out and to dial inside the number's own
// country: 0812-3456-7890. Short numbers stay as they were written.
func (n Number) National() string {
	if n.E164 == "" {
		return n.Written
	}
	return phonenumbers.Format(n.parsed(), phonenumbers.NATIONAL)
}

// International gives the form for callers abroad: +62 812-3456-7890. Short
// numbers cannot be dialled from abroad and stay as they were written.
func (n Number) International() string {
	if n.E164 == "" {
		return n.Written
	}
	return phonenumbers.Format(n.parsed(), phonenumbers.INTERNATIONAL)
}

// Display gives the national form of Indonesian numbers and the international
// form of all others, since readers dial from Indonesia or with +.
func (n Number) Display() string {
	if n.E164 == "" {
		return n.Written
	}
	return n.Shown
}

func (n Number) isHome() bool { return strings.HasPrefix(n.E164, homeCode) }

// Dial gives the digits of a short number, or the E.164 form.
func (n Number) Dial() string {
	if n.E164 == "" {
		return onlyDigitsOf(n.Written)
	}
	return n.E164
}

// Key gives the digits that are dialled as one figure, only to find the same
// number elsewhere.
func (n Number) Key() uint64 {
	key, _ := strconv.ParseUint(onlyDigitsOf(n.Dial()), 10, 64) // E.164 has 15 digits at most
	return key
}

// OfKey writes the number of a Key for people.
func OfKey(key uint64) string {
	digits := strconv.FormatUint(key, 10)
	if n, err := Parse("+"+digits, Any); err == nil {
		return n.Display()
	}
	return digits
}

// Digits gives the digits of a text, whatever their script.
func Digits(text string) string { return onlyDigitsOf(tidy(text)) }

// IsExample tells whether an error of Parse says that the number is the example
// of the guide.
func IsExample(err error) bool {
	var fault *source.Fault
	return errors.As(err, &fault) && fault.Code == source.PhoneExample
}

// Tel gives the link that calls (RFC 3966).
func (n Number) Tel() string { return "tel:" + n.Dial() }

// Chat gives the WhatsApp link with a text to begin with, or "" for a short
// number, which WhatsApp does not know.
func (n Number) Chat(text string) string {
	if n.E164 == "" {
		return ""
	}
	link := "https://wa.me/" + strings.TrimPrefix(n.E164, "+")
	if text != "" {
		link += "?text=" + escape(text)
	}
	return link
}

// SMS gives the link that writes a text message (RFC 5724).
func (n Number) SMS(text string) string {
	link := "sms:" + n.Dial()
	if text != "" {
		link += "?body=" + escape(text)
	}
	return link
}

// TakesSMS tells whether a text message is sure to arrive: at an Indonesian
// mobile number, or at one that is known to be in a phone by its WhatsApp.
func (n Number) TakesSMS() bool {
	switch {
	case n.Kind == Fixed:
		return false
	case n.Line == InPhone:
		return n.Kind == WhatsApp || n.isHome()
	}
	return n.Line == PerhapsInPhone && n.Kind == WhatsApp
}

// Line is what a number's digits tell of where it rings.
type Line int

// The lines. Some countries tell mobile numbers from others by nothing.
const (
	Elsewhere Line = iota // a fixed line, or a service
	InPhone
	PerhapsInPhone
)

func lineOf(t phonenumbers.PhoneNumberType) Line {
	switch t {
	case phonenumbers.MOBILE:
		return InPhone
	case phonenumbers.FIXED_LINE_OR_MOBILE:
		return PerhapsInPhone
	}
	return Elsewhere
}

// ShareChat gives the link that sends a text on WhatsApp to whom the reader
// chooses.
func ShareChat(text string) string { return "https://wa.me/?text=" + escape(text) }

// ShareSMS gives the link that sends a text message to whom the reader chooses.
func ShareSMS(text string) string { return "sms:?body=" + escape(text) }

// escape makes a query value; phones read a plus there as a plus, not a space.
func escape(text string) string {
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}
