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
package phone

import (
	"net/url"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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

// ParseKind reads the word that files use for a kind.
func ParseKind(word string) (Kind, bool) {
	kind, ok := map[string]Kind{"": Any, "biasa": Mobile, "tetap": Fixed, "wa": WhatsApp, "pendek": Short}[word]
	return kind, ok
}

// Number is one number to dial. The zero Number means that none is known.
type Number struct {
	_ struct{} `cbor:",toarray"` // kept between builds without names of fields

	Written string // as its source wrote it
	E164    string // +6281234567890; empty for short numbers
	Shown   string // the form of Display; empty for short numbers
	Line    Line   // what answers there
	Kind    Kind
}

// home is the region whose national form people write here.
const (
	home     = "ID"
	homeCode = "+62"
)

// Limits of a short number: from 110 to the eleven digits of 0800 numbers.
const (
	shortest = 3
	longest  = 11
)

// mostDigits is the longest number with its country code (E.164), and one
// more for a national zero in brackets.
const mostDigits = 16

// UnmarshalText reads a number whose kind is not said.
func (n *Number) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text), Any)
	if err != nil {
		return err
	}
	*n = parsed
	return nil
}

// Parse reads a number as people write it: 0812-3456-7890, (0331) 123456,
// +62 812 3456 7890, or with a foreign country code. An error is always a
// [source.Fault] that marks the sign that is wrong; no digit is ever guessed.
func Parse(written string, kind Kind) (Number, error) {
	clean := tidy(written)
	digits := strings.Count(strings.Map(onlyDigits, clean), "") - 1
	switch {
	case digits == 0 && strings.TrimSpace(clean) == "":
		return Number{}, &source.Fault{Code: source.PhoneEmpty}
	case twoNumbers(clean):
		return Number{}, &source.Fault{Code: source.PhoneTwoNumbers, Args: []any{written}}
	}
	if fault := wrongSign(written); fault != nil {
		return Number{}, fault
	}
	if kind == Short {
		return parseShort(written, clean, digits)
	}
	return parseLong(written, clean, digits, kind)
}

func parseShort(written, clean string, digits int) (Number, error) {
	if strings.Contains(clean, "+") || digits < shortest || digits > longest {
		return Number{}, &source.Fault{Code: source.PhoneShortBroken, Args: []any{written}}
	}
	return Number{Written: clean, Kind: Short}, nil
}

func parseLong(written, clean string, digits int, kind Kind) (Number, error) {
	if digits < shortest*2 {
		return Number{}, tooShort(digits)
	}
	if digits > mostDigits {
		return Number{}, tooLong(digits)
	}
	parsed := parseHome(clean)
	if parsed == nil {
		var err error
		if parsed, err = phonenumbers.Parse(clean, home); err != nil {
			return Number{}, &source.Fault{Code: source.PhoneNotReal, Args: []any{written}}
		}
	}
	line := phonenumbers.GetNumberType(parsed) // known only of valid numbers, and looking twice takes time
	if line == phonenumbers.UNKNOWN && !phonenumbers.IsValidNumber(parsed) {
		switch phonenumbers.IsPossibleNumberWithReason(parsed) {
		case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
			return Number{}, tooShort(digits)
		case phonenumbers.TOO_LONG:
			return Number{}, tooLong(digits)
		}
		return Number{}, &source.Fault{Code: source.PhoneNotReal, Args: []any{written}}
	}
	n := Number{Written: clean, E164: phonenumbers.Format(parsed, phonenumbers.E164), Kind: kind}
	form := phonenumbers.INTERNATIONAL
	if n.isHome() {
		form = phonenumbers.NATIONAL
	}
	n.Shown = phonenumbers.Format(parsed, form)
	n.Line = lineOf(line)
	return n, nil
}

// Lengths of Indonesian numbers, without the zero in front, that parseHome
// takes.
const (
	shortestHome = 7
	longestHome  = 13
)

// parseHome gives what phonenumbers.Parse gives for an Indonesian number in the
// forms in which nearly all are written, in a tenth of the time: it need not
// look for extensions, since wrongSign lets none through. Nil means that
// phonenumbers has to look.
func parseHome(clean string) *phonenumbers.PhoneNumber {
	digits := strings.Map(onlyDigits, clean)
	if rest, ok := strings.CutPrefix(clean, homeCode); ok {
		digits = strings.TrimPrefix(strings.Map(onlyDigits, rest), "0")
	} else if digits, ok = strings.CutPrefix(digits, "0"); !ok || strings.Contains(clean, "+") {
		return nil
	}
	if len(digits) < shortestHome || len(digits) > longestHome || digits[0] == '0' {
		return nil
	}
	number, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		return nil
	}
	return &phonenumbers.PhoneNumber{CountryCode: new(int32(62)), NationalNumber: &number}
}

func tooShort(digits int) error {
	return &source.Fault{Code: source.PhoneTooShort, Args: []any{digits}}
}

func tooLong(digits int) error {
	return &source.Fault{Code: source.PhoneTooLong, Args: []any{digits}}
}

// tidy does what is allowed silently: white space, the many kinds of hyphen
// that word processors make, and digits of other scripts.
func tidy(written string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u200B' || r == '\u2060' || r == '\uFEFF':
			return ' '
		case unicode.Is(unicode.Pd, r):
			return '-'
		case unicode.IsDigit(r) && r > '9':
			return digitOf(r)
		}
		return r
	}, written)
	return strings.Join(strings.Fields(clean), " ")
}

// digitOf relies on Unicode giving each script's digits in one run of ten.
func digitOf(r rune) rune {
	zero := r
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return '0' + r - zero
}

func onlyDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// twoNumbers tells whether digits stand on both sides of a separator.
func twoNumbers(clean string) bool {
	lower := strings.ToLower(clean)
	for _, sep := range []string{"/", ",", ";", " atau ", " dan ", " or ", "&"} {
		before, after, found := strings.Cut(lower, sep)
		if found && strings.Map(onlyDigits, before) != "" && strings.Map(onlyDigits, after) != "" {
			return true
		}
	}
	return false
}

// wrongSign finds the first sign that no number holds, or a plus that does not
// stand in front.
func wrongSign(written string) *source.Fault {
	seen := false
	for i, r := range written {
		switch {
		case unicode.IsDigit(r):
			seen = true
		case r == '+' && !seen:
		case unicode.IsSpace(r), unicode.Is(unicode.Pd, r), strings.ContainsRune(".()\u200B\u2060\uFEFF", r):
		default:
			_, size := utf8.DecodeRuneInString(written[i:])
			return &source.Fault{Code: source.PhoneWrongSign, Args: []any{string(r)}, Off: i, Len: size}
		}
	}
	return nil
}

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
		return strings.Map(onlyDigits, n.Written)
	}
	return n.E164
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
