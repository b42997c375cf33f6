package due

import (
	"fmt"
	"regexp"
	"strings"

	"suluh/internal/phone"
	"suluh/internal/site"
)

// Answer is what somebody was told on the telephone.
type Answer struct {
	Line   int
	Due    Item
	Right  bool   // the number is right
	Was    string // the number that is no longer right, where somebody named it
	Number string // the number that took its place
}

var answerForm = regexp.MustCompile(`(?i)^\s*([\pL\pN./_-]+)\s*[:=]?\s+(ya|y|benar|betul|tidak diangkat|tdk diangkat|tidak ada jawaban|sibuk|mati|(?:ganti|diganti|jadi)\s+(.+?))\s*$`)

// Unread is a line that is no answer: in another form, or of something that nobody
// asks about.
type Unread struct {
	Line    int
	Text    string // the line, or the key that is not known
	Unknown bool
}

// Answers reads what was typed back, a line for each call: ambulu ya, sabrang ganti
// 0812…, wonoasri tidak diangkat. Lines that begin with # are notes.
func Answers(text string, all []Item) (answers []Answer, unread []Unread) {
	by := map[string]Item{}
	for _, d := range all {
		if d.Sort != OfPage {
			by[strings.ToLower(d.Key)] = d
		}
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(strings.TrimPrefix(line, "\uFEFF"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		m := answerForm.FindStringSubmatch(line)
		if m == nil {
			unread = append(unread, Unread{n, line, false})
			continue
		}
		d, known := by[strings.ToLower(m[1])]
		if !known {
			unread = append(unread, Unread{n, m[1], true})
			continue
		}
		switch word := strings.ToLower(m[2]); {
		case m[3] != "":
			was, number, named := cutReplaced(m[3])
			if !named {
				number = m[3]
			}
			answers = append(answers, Answer{Line: n, Due: d, Was: was, Number: number})
		case word == "ya" || word == "y" || word == "benar" || word == "betul":
			answers = append(answers, Answer{Line: n, Due: d, Right: true})
		default:
			answers = append(answers, Answer{Line: n, Due: d})
		}
	}
	return answers, unread
}

// cutReplaced parts the old number from the new one: 021… jadi 0812….
func cutReplaced(text string) (was, number string, named bool) {
	m := replaced.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	return m[1], m[2], true
}

var replaced = regexp.MustCompile(`(?i)^(.*\d\S*)\s*(?:\s(?:men)?jadi\s|->|→|=>)\s*(.+)$`)

// Replaced gives the number of a contact in whose place the answer puts another;
// false where it may be several.
func (a Answer) Replaced() (site.ShownNumber, bool) {
	numbers := a.Due.Numbers
	if a.Was != "" {
		numbers = nil
		for _, n := range a.Due.Numbers {
			if phone.Digits(a.Was) == phone.Digits(n.Display()) || phone.Digits(a.Was) == phone.Digits(n.International()) {
				numbers = append(numbers, n)
			}
		}
	}
	if len(numbers) != 1 {
		return site.ShownNumber{}, false
	}
	return numbers[0], true
}

// Told is the source of what somebody said on the telephone.
const Told = "Ditelepon"

// Table gives the answers about villages as a table that package importer plans like
// any other: a number goes through the same guards, and a check gets its day. Nobody
// who did not answer changes anything.
func Table(answers []Answer, day string) []byte {
	var b strings.Builder
	b.WriteString("Kode;Desa;Kecamatan;Telepon;WA;Diperiksa;Sumber\n")
	for _, a := range answers {
		if a.Due.Sort != OfVillage || !a.Right && a.Number == "" {
			continue
		}
		call, chat := "", ""
		if a.Number != "" {
			if isChat(a.Due) {
				chat = a.Number
			} else {
				call = a.Number
			}
		}
		fmt.Fprintf(&b, "%s;%s;%s;%s;%s;%s;%s\n", a.Due.Code, quoted(a.Due.Name), quoted(a.Due.District), quoted(call), quoted(chat), day, Told)
	}
	return []byte(b.String())
}

func quoted(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// isChat tells whether the number that was rung is there for WhatsApp alone.
func isChat(d Item) bool {
	for _, n := range d.Numbers {
		if n.Kind != phone.WhatsApp {
			return false
		}
	}
	return len(d.Numbers) > 0
}
