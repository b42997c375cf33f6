package phone

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suluh/internal/source"
)

// Sort is what a number that somebody typed into a text is.
type Sort int

// The sorts of typed numbers.
const (
	Dialled  Sort = iota // what a reader would dial
	ChatZero             // in the address of a chat, with a zero in front: the address is dead
	Lettered             // a letter stands in place of a digit
	Identity             // a NIK or the number of a family card
	Passport
	Account // of a bank
)

// Found is a number that stands in a text. Off and Len are bytes of the text.
type Found struct {
	Text     string
	Off, Len int
	Sort     Sort
}

var (
	inAddress  = regexp.MustCompile(`(?i)(?:wa\.me/|whatsapp\.com/send/?\?(?:[^\s]*&)?phone=|whatsapp:/*send/?\?(?:[^\s]*&)?phone=|\b(?:tel|sms|callto):/*)((?:\+|%2B)?\(?\d[\d ().-]{4,}\d)`)
	withStart  = regexp.MustCompile(`(?:\+ ?\(?\d|\(0|0)[\d ().-]{6,}\d`)
	slashed    = regexp.MustCompile(`08\d{1,3}[/_,·]\d{3,4}[/_,·]\d{3,5}|\(?0[2-7]\d{1,2}\)?[/_] ?\d{5,8}`)
	announced  = regexp.MustCompile(`(?i)\b(?:telp|tlp|telpon|telepon|wa|whatsapp|hp|ponsel|hotline|call ?center)\b[.:]{0,2} {0,2}(?:(?:di|ke|nomor|no)\.? )?(\d[\d ()._/·-]{3,}\d)`)
	named      = regexp.MustCompile(`(?i)\b(?:nik|ktp|no\.? ?kk|kartu keluarga)\b[^\d\n]{0,12}(\d[\d .-]{11,20}\d)`)
	home62     = regexp.MustCompile(`\(?62[ .-]?\(?\d[\d ().-]{6,}\d`)
	bareRun    = regexp.MustCompile(`[1-9]\d{1,3}[ -]\d[\d -]{4,}\d|8\d{8,11}`)
	hotline    = regexp.MustCompile(`(?i)\b(?:telp|tlp|telpon|telepon|wa|whatsapp|hp|hotline|call ?center|darurat|nik)\b[.:]{0,2} {0,2}((?-i:[0-9oOlISB][0-9oOlISB .-]{3,20}[0-9oOlISB]))`)
	service    = regexp.MustCompile(`1[45]00[ -]?\d{3}|15\d\d-\d{4}`)
	mixed      = regexp.MustCompile(`[+0-9oOlI][0-9oOlISB ().-]{7,}[0-9oOlISB]`)
	sixteen    = regexp.MustCompile(`\d(?:[ .-]?\d){15}`)
	card       = regexp.MustCompile(`(?i)\b(?:bpjs|kpj|kis|jkn)\b[^\d\n]{0,20}(\d(?:[ .-]?\d){10,15})`)
	passport   = regexp.MustCompile(`[A-Z]\d{7}|[A-Z]{2}\d{6,7}`)
	passport2  = regexp.MustCompile(`(?i)\bpaspor\D{0,20}?\b([A-Z]{1,2}[ -]\d{6,7})`)
	account    = regexp.MustCompile(`(?i)\b(?:rekening|norek|no\.? ?rek|rek\.?|bri|bca|bni|bsi|mandiri|virtual account|va)\b[^\d\n]{0,25}(\d[\d -]{7,18}\d)`)
	announcing = regexp.MustCompile(`(?i)\b(?:telp|tlp|telepon|tel|wa|hp|whatsapp|nomor|no)$`)
	thousands  = regexp.MustCompile(`^\d{1,3}(?:\.\d{3})+$`)
	clockLike  = regexp.MustCompile(`^\d\d[.:]\d\d`)
	hoursLike  = regexp.MustCompile(`^\d\d[.:]\d\d +\d\d[.:]\d\d\b`)
	caller     = regexp.MustCompile(`(?i)(?:telp|tlp|telepon|telpon|tel|wa|whatsapp|hp|nomor|nomer|no|hubungi|hub|kontak|call|sms|agen|phone|ponsel|chat|cp)\b[^\d\n]{0,12}$`)
)

// abroad are the country codes of the places where people of ours live, by
// which a number without + is known for one.
var abroad = []string{"60", "65", "66", "673", "81", "82", "84", "852", "853", "855", "886", "90", "95", "961", "962", "964", "965", "966", "967", "968", "971", "973", "974", "20"}

// Typed finds the numbers in a text in every form in which they reach a
// reader: with spaces that do not break, with dashes, with 62, in the address of
// a chat. Prices, years, laws, codes and hours are none.
func Typed(text string) []Found {
	digits := 0
	for _, r := range text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < fewest-2 {
		return nil
	}
	t := newPlainText(text)
	t.find(inAddress, 1, Dialled, t.isChat)
	t.find(account, 1, Account, func(at, end int) bool {
		return len(onlyDigitsOf(t.plain[at:end])) >= 8 && !startsLikeNumber(t.plain[at:end])
	})
	t.find(card, 1, Account, func(at, end int) bool { return len(onlyDigitsOf(t.plain[at:end])) >= 11 })
	t.find(sixteen, 0, Identity, func(at, end int) bool { return isIdentity(onlyDigitsOf(t.plain[at:end])) })
	t.find(named, 1, Identity, func(at, end int) bool {
		digits := len(onlyDigitsOf(t.plain[at:end]))
		return digits > 12 && digits < 20
	})
	t.find(passport, 0, Passport, nil)
	t.find(passport2, 1, Passport, nil)
	t.findRuns(withStart, func(run string) bool { return true })
	t.find(slashed, 0, Dialled, nil)
	t.findRuns(home62, func(run string) bool { return behindPlus(onlyDigitsOf(run)) != nil })
	t.find(mixed, 0, Lettered, t.isLettered)
	t.find(hotline, 1, Lettered, func(at, end int) bool {
		run := t.plain[at:end]
		digits := len(onlyDigitsOf(run))
		return lettersAsDigits.Replace(run) != run && digits >= 3 && digits > len(run)/2
	})
	t.find(service, 0, Dialled, nil)
	t.find(bareRun, 0, Dialled, t.isBare)
	t.find(announced, 1, Dialled, func(at, end int) bool {
		run := t.plain[at:end]
		return len(onlyDigitsOf(run)) >= shortestAnnounced && !clockLike.MatchString(run) && !thousands.MatchString(run)
	})
	slices.SortFunc(t.found, func(a, b Found) int { return a.Off - b.Off })
	return t.found
}

// plainText is a text with ordinary spaces, hyphens and digits, and from where
// in the text each byte of it comes.
type plainText struct {
	text, plain string
	from        []int
	found       []Found
}

func newPlainText(text string) *plainText {
	if isPlain(text) {
		return &plainText{text: text, plain: strings.Map(ordinarySpace, text)}
	}
	t := &plainText{text: text}
	var b strings.Builder
	for i, r := range text {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case isInvisible(r), r == '\uFE0F', r == '\u20E3': // digits as picture signs
			continue
		case isHyphen(r):
			r = '-'
		case unicode.IsDigit(r) && r > '9':
			r = digitOf(r)
		case r == '\uFF0B':
			r = '+'
		}
		for range utf8.RuneLen(r) {
			t.from = append(t.from, i)
		}
		b.WriteRune(r)
	}
	t.from = append(t.from, len(text))
	t.plain = b.String()
	return t
}

// ordinarySpace also turns the tabs between the cells of a table into spaces.
func ordinarySpace(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

func (t *plainText) add(at, end int, sort Sort) {
	off, stop := at, end
	if t.from != nil {
		off, stop = t.from[at], t.from[end]
	}
	for _, f := range t.found {
		if off < f.Off+f.Len && f.Off < stop {
			return // a part of what was found before
		}
	}
	t.found = append(t.found, Found{Text: t.text[off:stop], Off: off, Len: stop - off, Sort: sort})
}

// find notes what matches whole words, unless it stands in the address of a page.
func (t *plainText) find(form *regexp.Regexp, group int, sort Sort, suits func(at, end int) bool) {
	for _, m := range form.FindAllStringSubmatchIndex(t.plain, -1) {
		at, end := m[2*group], m[2*group+1]
		if form != inAddress && (!t.isWhole(at, end) || t.inPage(at)) || suits != nil && !suits(at, end) {
			continue
		}
		if form == inAddress && strings.Contains(strings.ToLower(t.plain[m[0]:at]), "w") && strings.HasPrefix(t.plain[at:end], "0") {
			t.add(at, end, ChatZero)
			continue
		}
		t.add(at, end, sort)
	}
}

// longestRun is how many bytes around a figure are looked at.
const longestRun = 80

// findRuns notes the longest part of a run that is a number: other figures may
// stand behind it.
func (t *plainText) findRuns(form *regexp.Regexp, suits func(run string) bool) {
	for start := 0; ; {
		// A run of figures may be as long as the text: it is looked at in parts, so
		// that the work does not grow with its square.
		part := t.plain[start:min(len(t.plain), start+5*longestRun)]
		m := form.FindStringIndex(part)
		switch rest := start+len(part) < len(t.plain); {
		case m == nil && !rest:
			return
		case m == nil:
			start += len(part) - longestRun
			continue
		case rest && m[0] > len(part)-longestRun:
			start += m[0] // it goes on behind this part
			continue
		}
		at, end := start+m[0], start+m[1]
		start = end
		if hoursLike.MatchString(t.plain[at:]) {
			start = at + len("08.00")
			continue
		}
		// No number is as long; pages of figures without an end are no numbers.
		end = min(end, at+longestRun)
		before := t.plain[max(0, at-longestRun):at]
		glued := announcing.MatchString(before)
		if at > 0 && !glued && (isWordByte(t.plain[at-1]) || t.plain[at-1] == '+' || t.plain[at-1] == ',' && at > 1 && isDigitByte(t.plain[at-2])) || t.inPage(at) {
			start = at + 1
			continue
		}
		if at > 1 && (t.plain[at-1] == '.' || t.plain[at-1] == '/' || t.plain[at-1] == '-') && isDigitByte(t.plain[at-2]) {
			start = at + 1
			continue
		}
		for stop := end; stop > at; stop = cut(t.plain, at, stop) {
			run := t.plain[at:stop]
			if stop < len(t.plain) && isWordByte(t.plain[stop]) {
				continue
			}
			if isNumber(run) && suits(run) {
				t.add(at, stop, Dialled)
				start = stop
				break
			}
		}
		if start == end && form == withStart && caller.MatchString(before) && !clockLike.MatchString(t.plain[at:end]) {
			t.add(at, end, Dialled) // announced as a number, though none of this country
		}
	}
}

// longestDialled is how many digits a number has at most that is dialled with 00 (ITU-T
// E.164 allows 15), and one that was typed too much.
const longestDialled = 18

// shortestAnnounced is how many digits a number has at least that is announced
// as one: 14045.
const shortestAnnounced = 5

// isNumber tells whether a run can be dialled, or is the guide's example.
func isNumber(run string) bool {
	if len(onlyDigitsOf(run)) > longestDialled {
		return false
	}
	n, err := Parse(run, Any)
	if err == nil {
		return n.E164 != ""
	}
	return strings.HasPrefix(onlyDigitsOf(run), example[1:]) || onlyDigitsOf(run) == "0"+example[3:]
}

// cut gives the end of a run without its last group of digits.
func cut(text string, at, end int) int {
	for end > at && isDigitByte(text[end-1]) {
		end--
	}
	for end > at && !isDigitByte(text[end-1]) {
		end--
	}
	return end
}

func isDigitByte(b byte) bool { return b >= '0' && b <= '9' }

func isWordByte(b byte) bool {
	return isDigitByte(b) || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= utf8.RuneSelf || b == '_'
}

// isWhole tells whether no letter, digit or figure stands directly beside.
func (t *plainText) isWhole(at, end int) bool {
	if at > 0 && isWordByte(t.plain[at-1]) || end < len(t.plain) && isWordByte(t.plain[end]) {
		return false
	}
	beside := func(sign, digit int) bool {
		return sign >= 0 && sign < len(t.plain) && digit >= 0 && digit < len(t.plain) && strings.IndexByte(".,/-", t.plain[sign]) >= 0 && isDigitByte(t.plain[digit])
	}
	return !beside(at-1, at-2) && !beside(end, end+1)
}

// inPage tells whether a place lies in the address of a page.
func (t *plainText) inPage(at int) bool {
	start := strings.LastIndexAny(t.plain[:at], " \n<(\"") + 1
	return strings.Contains(t.plain[start:at], "://") || strings.HasPrefix(t.plain[start:at], "www.")
}

func (t *plainText) isChat(at, end int) bool { return len(onlyDigitsOf(t.plain[at:end])) >= fewest }

// startsLikeNumber tells whether digits begin like those of a mobile phone.
func startsLikeNumber(text string) bool {
	return strings.HasPrefix(text, "08") || strings.HasPrefix(text, "628")
}

// isLettered tells whether a run would be a number if its letters were digits.
func (t *plainText) isLettered(at, end int) bool {
	run := t.plain[at:end]
	read := lettersAsDigits.Replace(run)
	if read == run || len(onlyDigitsOf(run)) < fewest-1 {
		return false
	}
	_, err := Parse(strings.TrimRight(read, " ().-"), Any)
	var fault *source.Fault
	return err == nil || errors.As(err, &fault) && fault.Code == source.PhoneNeedsKind
}

// lettersAsDigits reads the letters that are typed for digits.
var lettersAsDigits = strings.NewReplacer("o", "0", "O", "0", "l", "1", "I", "1", "S", "5", "B", "8")

// isBare tells whether digits without + or 0 are a number: one of a country
// where our people are, or one that is announced as a number.
func (t *plainText) isBare(at, end int) bool {
	run := t.plain[at:end]
	digits := onlyDigitsOf(run)
	if len(digits) < longestPlain || len(digits) > 14 || strings.HasSuffix(strings.TrimRight(t.plain[:at], " "), "Rp") || strings.HasSuffix(strings.TrimRight(t.plain[:at], " "), "$") {
		return false
	}
	announced := caller.MatchString(t.plain[:at])
	if slices.ContainsFunc(abroad, func(code string) bool { return strings.HasPrefix(digits, code) }) && isReal("+"+digits) {
		return announced || strings.ContainsAny(run, " ")
	}
	return digits[0] == '8' && isReal("0"+digits) && (announced || strings.Contains(run, "-"))
}

// isIdentity tells whether sixteen digits are those of a NIK or of a family
// card: a province, and a date in the middle (women's days count from 41).
func isIdentity(digits string) bool {
	number := func(at int) int { return int(digits[at]-'0')*10 + int(digits[at+1]-'0') }
	day := number(6)
	if day > 40 {
		day -= 40
	}
	return number(0) >= 11 && number(0) <= 97 && day >= 1 && day <= 31 && number(8) >= 1 && number(8) <= 12
}
