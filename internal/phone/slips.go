package phone

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suluh/internal/source"
)

// The slips that people make with a number, each with a cure of its own. What
// they write beside it is not simply dropped: "0812… (Bu Siti)" publishes a
// name, "0812… ext 12" reaches somebody else without the 12.

// slip finds what is written beside a number, or instead of one.
func slip(written, clean string) *source.Fault {
	if tail(clean) {
		return twoNumbers(written)
	}
	if isDigitsAlone(clean) {
		return lastGroup(written, clean)
	}
	for _, look := range []func(written, clean string) *source.Fault{none, sheet, link, quoted, extension, several, lastGroup, words} {
		if fault := look(written, clean); fault != nil {
			return fault
		}
	}
	return nil
}

// isDigitsAlone tells whether a number holds nothing but digits and the signs
// that group them, as nearly all do.
func isDigitsAlone(clean string) bool {
	dots, digits := 0, 0
	for _, r := range clean {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == '.':
			dots++
		case !strings.ContainsRune("+-() ", r):
			return false
		}
	}
	return digits > 0 && dots == 0
}

// nothing are the words that stand where no number is known.
var nothing = []string{
	"tidak ada", "tdk ada", "belum ada", "blm ada", "belum", "blm", "gak ada", "ga ada", "nggak ada", "tidak tahu", "tidak punya",
	"kosong", "nihil", "none", "null", "nil", "n/a", "na", "tba", "tbd", "belum diketahui", "belum tahu", "menyusul", "tanpa nomor", "no", "tidak", "xxx",
}

// none finds a sign or a word that says that there is no number.
func none(written, clean string) *source.Fault {
	bare := strings.ToLower(strings.Trim(clean, " .,-_?!/()[]*~"))
	if bare == "" || slices.Contains(nothing, bare) || strings.Trim(bare, "x-. ") == "" {
		return &source.Fault{Code: source.PhoneNone, Args: []any{written}}
	}
	return nil
}

var sheetForm = regexp.MustCompile(`(?i)^'?\+?(\d+[.,]?\d*\s?e\s?[+-]?\s?\d+|\d{6,}[.,]0{1,2}|\d{3,}[.,]0|#{2,}|#[a-z/]+[!?]?)$`)

// sheet finds what a spreadsheet makes of a number.
func sheet(written, clean string) *source.Fault {
	if !sheetForm.MatchString(clean) {
		return nil
	}
	return &source.Fault{Code: source.PhoneSheet, Args: []any{written}}
}

var linkForm = regexp.MustCompile(`(?i)wa\.me|whatsapp\.com|whatsapp:/|https?:|(?:tel|sms|callto):/*\+?\(?\d`)

var linkDigits = regexp.MustCompile(`\+?\d[\d\s().-]{3,}`)

// link finds the address of a chat or of a call in place of its number, and
// proposes the number in it.
func link(written, clean string) *source.Fault {
	if !linkForm.MatchString(clean) {
		return nil
	}
	fault := &source.Fault{Code: source.PhoneLink, Args: []any{written}}
	if plain, err := url.PathUnescape(clean); err == nil {
		clean = plain
	}
	if n, err := Parse(linkDigits.FindString(clean), Any); err == nil {
		fault.Near = n.Display()
	} else if n, err := Parse("+"+onlyDigitsOf(linkDigits.FindString(clean)), Any); err == nil {
		fault.Near = n.Display()
	}
	return fault
}

// quotes are the signs that people and programs put around a value.
const quotes = "'\"`\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u2032\u2033\u00AB\u00BB\u00B4\u02BC\uFF07\uFF02"

// quoted finds quotation marks around a number, or the apostrophe with which
// spreadsheets keep its zero.
func quoted(written, clean string) *source.Fault {
	first, last := strings.TrimLeft(clean, quotes), strings.TrimRight(clean, quotes)
	if len(first) == len(clean) && len(last) == len(clean) {
		return nil
	}
	off := strings.IndexAny(written, quotes)
	mark := []rune(written[off:])[0]
	fault := &source.Fault{Code: source.PhoneQuoted, Args: []any{string(mark)}, Off: off, Len: len(string(mark))}
	if n, err := Parse(strings.Trim(clean, quotes), Any); err == nil {
		fault.Near = n.Display()
	}
	return fault
}

var extensionForm = regexp.MustCompile(`(?i)\d[\d\s().-]*[,;/]?\s*\(?(?:ext(?:ension|\.)?|ekst(?:ensi)?|psw|pswt|psw\.|pesawat|pes\.?|sambungan|x|#)\.?\s*[:.=]?\s*\d{1,6}\)?$`)

// extension finds a number behind a switchboard.
func extension(written, clean string) *source.Fault {
	if !extensionForm.MatchString(clean) {
		return nil
	}
	return &source.Fault{Code: source.PhoneExtension, Args: []any{written}}
}

var severalForm = regexp.MustCompile(`(?i)\d[^\d]*(?:[/,;&|]|\s(?:atau|dan|or|and|sd|s\.d\.?|sampai|hingga|to)\s|\ss/d\s)[^\d]*\d`)

// several finds two numbers in one place, or the first and the last of a row.
func several(written, clean string) *source.Fault {
	if severalForm.MatchString(clean) {
		return twoNumbers(written)
	}
	// Two whole numbers with only a space between them.
	for i := range clean {
		if (clean[i] == ' ' || clean[i] == '-') && len(onlyDigitsOf(clean[:i])) >= fewest && isWhole(clean[i+1:]) && isWhole(clean[:i]) {
			return twoNumbers(written)
		}
	}
	return nil
}

// isWhole tells whether a text is a number with its plus or its zero.
func isWhole(text string) bool {
	text = strings.Trim(text, " -")
	return (strings.HasPrefix(strings.TrimLeft(text, "("), "0") || strings.HasPrefix(text, "+")) && isReal(text)
}

func twoNumbers(written string) *source.Fault {
	return &source.Fault{Code: source.PhoneTwoNumbers, Args: []any{written}}
}

// lastGroup finds the last number of a row behind the first, as letterheads
// write them: 421000-01, 421000 – 34, 421000-421005. Groups of one or two
// digits stand at the end of no number that people write with hyphens.
func lastGroup(written, clean string) *source.Fault {
	clean = strings.TrimRight(clean, " .-")
	at := strings.LastIndexAny(clean, "-.")
	if at < 0 || strings.ContainsFunc(clean, isOdd) {
		return extraNumber(written, clean)
	}
	rest := onlyDigitsOf(clean[at+1:])
	// Some countries group the last digits by two: +7 940 207-94-02.
	grouped := strings.HasPrefix(clean, "+") && isReal(clean) && !isReal(clean[:at])
	if rest != "" && len(rest) < shortest && len(onlyDigitsOf(clean[:at])) >= fewest && !grouped {
		return twoNumbers(written)
	}
	if len(rest) >= fewest-1 && isWhole(strings.TrimRight(clean[:at], " -")) {
		return twoNumbers(written)
	}
	return extraNumber(written, clean)
}

var (
	tailForm     = regexp.MustCompile(`^(.*\d{4})\)? \d{1,2}$`)
	bracketsForm = regexp.MustCompile(`^(.*\d) ?\(\d{1,4}\)$`)
)

// tail tells whether one or two digits stand behind a number that is whole
// without them: (0331) 421000 34, 0331-421000 (2). Nobody parts a number so
// that such a rest is left behind four digits.
func tail(clean string) bool {
	if len(clean) < fewest || clean[len(clean)-1] != ')' && !strings.Contains(clean[len(clean)-3:], " ") {
		return false
	}
	m := tailForm.FindStringSubmatch(clean)
	if m == nil {
		m = bracketsForm.FindStringSubmatch(clean)
	}
	return m != nil && isWhole(m[1])
}

// isOdd tells whether a sign is none of those that group the digits of a number.
func isOdd(r rune) bool { return !isDigitOrPlus(r) && !strings.ContainsRune("-(). ", r) }

// extraNumber finds a second whole number behind a space.
func extraNumber(written, clean string) *source.Fault {
	if len(clean) < 2*fewest || !strings.ContainsAny(clean[1:], "0+") {
		return nil
	}
	for i := fewest; i+fewest < len(clean); i++ {
		if clean[i] == ' ' && strings.ContainsRune("0+(", rune(clean[i+1])) && isWhole(clean[i+1:]) && isWhole(clean[:i]) {
			return twoNumbers(written)
		}
	}
	return nil
}

// labels are the words that name a number and not a person.
var labels = []string{
	"wa", "whatsapp", "whatsap", "watsap", "wapri", "telp", "tlp", "tlpn", "telpon", "telepon", "tel", "phone", "telephone", "hp", "hape", "handphone",
	"mobile", "no", "nomor", "nomer", "nmr", "sms", "fax", "faks", "faksimile", "call", "hub", "hubungi", "kontak", "cp", "kantor", "aktif", "saja", "only",
	"desa", "balai", "office", "rumah", "darurat", "hotline", "center", "pusat", "chat", "baru", "lama", "ponsel", "seluler", "id", "indonesia",
}

var letters = regexp.MustCompile(`\pL[\pL\pM'’.]*`)

// words finds a label or a name beside a number. A letter among the digits is a
// wrong sign, which others find.
func words(written, clean string) *source.Fault {
	found := letters.FindAllStringIndex(clean, -1)
	if len(found) == 0 {
		return nil
	}
	first, last := strings.IndexFunc(clean, isDigitOrPlus), strings.LastIndexFunc(clean, isDigitOrPlus)
	if first < 0 {
		return &source.Fault{Code: source.PhoneNone, Args: []any{written}}
	}
	var beside []string
	label := true
	for _, m := range found {
		word := clean[m[0]:m[1]]
		if m[0] > first && m[1] <= last || touches(clean, m) && (strings.Trim(word, lookalikes) == "" || utf8.RuneCountInString(word) == 1) {
			return nil // among the digits: O812, 08l2
		}
		beside = append(beside, word)
		label = label && slices.Contains(labels, strings.ToLower(strings.Trim(word, ".'’")))
	}
	code := source.PhoneName
	if label {
		code = source.PhoneLabel
	}
	off := strings.Index(written, beside[0])
	return &source.Fault{Code: code, Args: []any{strings.Join(beside, " ")}, Near: bareNumber(clean[first : last+1]), Off: max(off, 0), Len: lengthIf(off >= 0, len(beside[0]))}
}

func lengthIf(known bool, length int) int {
	if known {
		return length
	}
	return 0
}

func bareNumber(text string) string {
	if n, err := Parse(text, Any); err == nil {
		return n.Display()
	}
	return ""
}

func isDigitOrPlus(r rune) bool { return r >= '0' && r <= '9' || r == '+' }

// lookalikes are letters that stand for a digit by mistake.
const lookalikes = "OoQDlLIi|SsBZz"

// touches tells whether a digit stands directly beside a part of a text.
func touches(text string, part []int) bool {
	return part[0] > 0 && unicode.IsDigit(rune(text[part[0]-1])) || part[1] < len(text) && unicode.IsDigit(rune(text[part[1]]))
}
