package phone

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nyaruka/phonenumbers"

	"suluh/internal/source"
)

// Limits of a short number: from 110 to the eleven digits of 0800 numbers.
// Beyond longestPlain digits only service numbers are short ones.
const (
	shortest     = 3
	longestPlain = 8
	longest      = 11
)

// fewest is how many digits a number to dial from anywhere has at least.
const fewest = 6

// mostDigits is the longest number with its country code (E.164), and one
// more for a national zero in brackets.
const mostDigits = 16

// mostBytes is the longest value that is looked at: an address of a chat with a
// text behind it.
const mostBytes = 400

// example is the number that PANDUAN.md and the messages write. It may belong
// to somebody.
const example = "+6281234567890"

// exampleFixed is the other one.
const exampleFixed = "+62331123456"

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
	if len(written) > mostBytes {
		return Number{}, tooLong(onlyDigitsOf(written))
	}
	clean := tidy(written)
	if clean == "" {
		return Number{}, &source.Fault{Code: source.PhoneEmpty}
	}
	if fault := slip(written, clean); fault != nil {
		return Number{}, fault
	}
	if fault := wrongSign(written); fault != nil {
		return Number{}, fault
	}
	digits := onlyDigitsOf(clean)
	if digits == "" {
		return Number{}, &source.Fault{Code: source.PhoneNone, Args: []any{written}}
	}
	if kind == Short {
		return parseShort(written, clean, digits)
	}
	return parseLong(written, clean, digits, kind)
}

func parseShort(written, clean, digits string) (Number, error) {
	long := parseHome(clean)
	service := slices.ContainsFunc(services, func(begin string) bool { return strings.HasPrefix(digits, begin) })
	switch {
	case len(digits) < shortest:
		return Number{}, tooShort(digits)
	case strings.HasPrefix(clean, "+") && isReal(clean), long != nil && phonenumbers.IsValidNumber(long) && !isService(long):
		return Number{}, &source.Fault{Code: source.PhoneKindDiffers, Args: []any{written, kindName(Short)}}
	case strings.Contains(clean, "+"), digits[0] == '0' && !service && len(digits) > fewest:
		return Number{}, &source.Fault{Code: source.PhoneShortBroken, Args: []any{written}}
	case len(digits) > longest && (service || len(digits) > mostDigits):
		return Number{}, tooLong(digits)
	case len(digits) > longestPlain && !service:
		return Number{}, &source.Fault{Code: source.PhoneShortBroken, Args: []any{written}}
	}
	return Number{Written: clean, Kind: Short}, nil
}

// services are how long numbers begin that are dialled as they are: those that
// many may call at home, in Malaysia and Korea (1…), and in Japan (0120).
var services = []string{"0800", "0804", "0809", "0120", "1"}

// isService tells whether a number is one of those that many may call, like
// 0800 numbers: these are dialled as they are, inside the country.
func isService(n *phonenumbers.PhoneNumber) bool {
	switch phonenumbers.GetNumberType(n) {
	case phonenumbers.TOLL_FREE, phonenumbers.SHARED_COST, phonenumbers.PREMIUM_RATE, phonenumbers.UAN:
		return true
	}
	return false
}

// parseLong reads a number that has a country, said by + or by the zero in
// front of an Indonesian one.
func parseLong(written, clean, digits string, kind Kind) (Number, error) {
	var parsed *phonenumbers.PhoneNumber
	switch first := strings.TrimLeft(clean, "( "); {
	case strings.HasPrefix(digits, "00"):
		return Number{}, withoutPrefix(written, strings.TrimLeft(digits, "0"))
	case first[0] == '+' || first[0] == '0':
		if len(digits) < fewest || isDialledAsItIs(digits) || strings.HasPrefix(digits, "08") && len(digits) < shortestMobile {
			return Number{}, shortOrPart(written, digits, kind, first[0] == '0')
		}
		if len(digits) > mostDigits {
			return Number{}, tooLong(digits)
		}
		if parsed = parseHome(clean); parsed != nil {
			break
		}
		var err error
		if parsed, err = phonenumbers.Parse(clean, home); err != nil {
			return Number{}, &source.Fault{Code: source.PhoneNotReal, Args: []any{written}}
		}
	default:
		if parsed = behindPlus(digits); parsed == nil {
			return Number{}, withoutZero(written, digits, kind)
		}
	}
	return numberOf(written, clean, digits, kind, parsed)
}

// behindPlus reads an Indonesian number that lacks only its plus: 62811….
func behindPlus(digits string) *phonenumbers.PhoneNumber {
	if !strings.HasPrefix(digits, homeCode[1:]) || len(digits) > mostDigits {
		return nil
	}
	if n := parseHome("+" + digits); n != nil && phonenumbers.IsValidNumber(n) {
		return n
	}
	return nil
}

// withoutZero says what is missing of a number that begins with neither + nor 0.
func withoutZero(written, digits string, kind Kind) error {
	switch {
	case len(digits) > mostDigits:
		return tooLong(digits)
	case len(digits) < shortest:
		return tooShort(digits)
	case len(digits) < fewest || digits[0] == '1' && len(digits) <= longestPlain:
		return shortOrPart(written, digits, kind, false)
	case len(digits) == longestPlain && isReal("0"+digits):
		return withoutPrefix(written, digits) // an area without its zero: 33142100
	case len(digits) <= longestPlain && digits[0] != '8' && !isReal("+"+digits):
		return &source.Fault{Code: source.PhoneWithoutArea, Args: []any{written}}
	}
	return withoutPrefix(written, digits)
}

// withoutPrefix proposes what digits without + or 0 may mean.
func withoutPrefix(written, digits string) error {
	var readings source.OneOf
	forms := []string{"+" + digits, "0" + digits}
	if strings.HasPrefix(digits, "8") && len(digits) >= shortestMobile-1 {
		slices.Reverse(forms) // a mobile number that a sheet took the zero from
	}
	for _, form := range forms {
		if form[0] == '0' && strings.HasPrefix(digits, homeCode[1:]) {
			continue // the country code stands there already
		}
		if n, err := Parse(form, Any); err == nil {
			readings = append(readings, n.Display())
		}
	}
	if len(readings) == 0 {
		return &source.Fault{Code: source.PhoneWithoutPrefix, Args: []any{written, source.OneOf{"+", "0"}}}
	}
	return &source.Fault{Code: source.PhoneWithoutPrefix, Args: []any{written, readings}, Near: readings[0]}
}

func isReal(written string) bool {
	n, err := phonenumbers.Parse(written, home)
	return err == nil && phonenumbers.IsValidNumber(n)
}

// isDialledAsItIs tells whether digits are those of a service like 0800-1000.
func isDialledAsItIs(digits string) bool {
	return strings.HasPrefix(digits, "0800") && len(digits) <= longestPlain
}

// shortOrPart tells a short number, whose kind is not said, from a part of one.
func shortOrPart(written, digits string, kind Kind, zero bool) error {
	switch {
	case len(digits) < shortest || written[0] == '+' || zero && !isDialledAsItIs(digits):
		return tooShort(digits)
	case kind != Any:
		return &source.Fault{Code: source.PhoneKindDiffers, Args: []any{written, kindName(kind)}}
	}
	return &source.Fault{Code: source.PhoneNeedsKind, Args: []any{written}}
}

// numberOf makes a Number of what was read, if it is real and of its kind.
func numberOf(written, clean, digits string, kind Kind, parsed *phonenumbers.PhoneNumber) (Number, error) {
	line := phonenumbers.GetNumberType(parsed) // known only of valid numbers, and looking twice takes time
	if line == phonenumbers.UNKNOWN && !phonenumbers.IsValidNumber(parsed) {
		switch phonenumbers.IsPossibleNumberWithReason(parsed) {
		case phonenumbers.TOO_SHORT, phonenumbers.IS_POSSIBLE_LOCAL_ONLY:
			return Number{}, tooShort(digits)
		case phonenumbers.TOO_LONG:
			return Number{}, tooLong(digits)
		}
		if e164 := phonenumbers.Format(parsed, phonenumbers.E164); strings.HasPrefix(e164, homeCode+"8") && len(e164) > len(example)+1 {
			return Number{}, tooLong(digits)
		}
		return Number{}, &source.Fault{Code: source.PhoneNotReal, Args: []any{written}}
	}
	n := Number{Written: clean, E164: phonenumbers.Format(parsed, phonenumbers.E164), Kind: kind}
	if !sameDigits(digits, n.E164) {
		return Number{}, &source.Fault{Code: source.PhoneNotReal, Args: []any{written}}
	}
	if n.E164 == example || n.E164 == exampleFixed {
		return Number{}, &source.Fault{Code: source.PhoneExample, Args: []any{written}}
	}
	if rest, twice := strings.CutPrefix(n.E164, homeCode+homeCode[1:]); twice && len(n.E164) > len(homeCode)+longestArea && isReal(homeCode+rest) {
		fault := &source.Fault{Code: source.PhoneNotReal, Args: []any{written}}
		if meant, err := Parse(homeCode+rest, kind); err == nil {
			fault.Near = meant.Display()
		}
		return Number{}, fault
	}
	form := phonenumbers.INTERNATIONAL
	if n.isHome() {
		form = phonenumbers.NATIONAL
	}
	n.Shown = phonenumbers.Format(parsed, form)
	n.Line = lineOf(line)
	if kind == Fixed && n.Line == InPhone || kind == Mobile && line == phonenumbers.FIXED_LINE {
		return Number{}, &source.Fault{Code: source.PhoneKindDiffers, Args: []any{written, kindName(kind)}}
	}
	return n, nil
}

// longestArea is how many digits the numbers of the areas 0620 to 0629 have, with
// their area, without the zero. Longer ones hold the country code twice.
const longestArea = 10

// shortestMobile is how many digits an Indonesian mobile number has at least,
// with its zero.
const shortestMobile = 10

// sameDigits tells whether a number is the digits that were written: with its
// country code, or with the zero that stands in its place at home, or with a
// zero behind the country code, as in +62 (0) 812. Libraries drop more than
// that in some countries.
func sameDigits(written, e164 string) bool {
	digits := e164[1:]
	if written == digits || written[0] == '0' && homeCode[1:]+written[1:] == digits {
		return true
	}
	for code := 1; code <= 3 && code < len(written); code++ {
		if written[code] == '0' && written[:code]+written[code+1:] == digits {
			return true
		}
	}
	return false
}

// Lengths of Indonesian numbers, without the zero in front, that parseHome
// takes.
const (
	shortestHome = 7
	longestHome  = 13
)

// longestTyped is how many bytes phonenumbers looks at.
const longestTyped = 250

// parseHome gives what phonenumbers.Parse gives for an Indonesian number in the
// forms in which nearly all are written, in a tenth of the time: it need not
// look for extensions, since slip and wrongSign let none through. Nil means
// that phonenumbers has to look.
func parseHome(clean string) *phonenumbers.PhoneNumber {
	digits := onlyDigitsOf(clean)
	if rest, ok := strings.CutPrefix(clean, homeCode); ok {
		digits = strings.TrimPrefix(onlyDigitsOf(rest), "0")
	} else if digits, ok = strings.CutPrefix(digits, "0"); !ok || strings.Contains(clean, "+") {
		return nil
	}
	if len(clean) > longestTyped || len(digits) < shortestHome || len(digits) > longestHome || digits[0] == '0' {
		return nil
	}
	number, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		return nil
	}
	return &phonenumbers.PhoneNumber{CountryCode: new(int32(62)), NationalNumber: &number}
}

func tooShort(digits string) error {
	return &source.Fault{Code: source.PhoneTooShort, Args: []any{len(digits)}}
}

func tooLong(digits string) error {
	return &source.Fault{Code: source.PhoneTooLong, Args: []any{len(digits)}}
}

// tidy does what is allowed silently: white space, the many kinds of hyphen
// that word processors make, digits of other scripts, and the invisible marks
// that chats put around a number.
func tidy(written string) string {
	if isPlain(written) {
		return strings.Join(strings.Fields(written), " ")
	}
	clean := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case isInvisible(r):
			return -1
		case isHyphen(r):
			return '-'
		case unicode.IsDigit(r) && r > '9':
			return digitOf(r)
		case r == '\uFF0B': // full-width plus
			return '+'
		case r == '\uFF08':
			return '('
		case r == '\uFF09':
			return ')'
		case r == '\uFF0E':
			return '.'
		}
		return r
	}, written)
	return strings.Join(strings.Fields(clean), " ")
}

// isPlain tells whether a number is written with the signs of ASCII only, as
// nearly all are.
func isPlain(written string) bool {
	for i := range len(written) {
		if written[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isInvisible tells whether a sign is none that anybody sees: marks of the
// direction of writing, joiners, the soft hyphen.
func isInvisible(r rune) bool { return unicode.Is(unicode.Cf, r) }

// isHyphen takes the minus sign of formulas for a hyphen, too.
func isHyphen(r rune) bool { return unicode.Is(unicode.Pd, r) || r == '\u2212' }

// digitOf relies on Unicode giving each script's digits in one run of ten.
func digitOf(r rune) rune {
	const styles = 0x1D7CE // where the five sets of digits for formulas begin
	if r >= styles && r < styles+50 {
		return '0' + (r-styles)%10
	}
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

func onlyDigitsOf(text string) string { return strings.Map(onlyDigits, text) }

// wrongSign finds the first sign that no number holds, or a plus that does not
// stand in front.
func wrongSign(written string) *source.Fault {
	seen := false
	for i, r := range written {
		switch {
		case unicode.IsDigit(r):
			seen = true
		case (r == '+' || r == '\uFF0B') && !seen:
			seen = true
		case unicode.IsSpace(r), isHyphen(r), isInvisible(r), strings.ContainsRune(".()\uFF08\uFF09\uFF0E", r):
		default:
			_, size := utf8.DecodeRuneInString(written[i:])
			return &source.Fault{Code: source.PhoneWrongSign, Args: []any{string(r)}, Off: i, Len: size}
		}
	}
	return nil
}
