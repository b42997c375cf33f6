package source

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Rules of what is printed, for people who are no programmers:
//
//   - errors before warnings, each in the order of files and lines;
//   - the place first, as file:line:col, so that editors can jump to it;
//   - the line itself with the wrong part marked;
//   - what is wrong, and the near word; how to mend it, and why, once for each
//     code, since thirty villages make the same slip, but again where they name
//     something;
//   - what is known to be missing, such as the numbers of villages, in one line:
//     it stands there for months, and an error may not drown in it;
//   - signs that steer a terminal as escapes;
//   - what happens meanwhile, once, at the end;
//   - the first ten in full, each further one in one line, nothing left out;
//   - colour only where the caller says that a person sees it.

// Style says how Print writes. The zero value is Indonesian without colour.
type Style struct {
	Lang  Lang
	Color bool
	Gaps  bool // each known gap by itself
}

// inFull is how many diagnostics are explained before one-line form begins.
const inFull = 10

// Print writes the list as text.
func (l List) Print(w io.Writer, style Style) {
	labels := labelsOf(style.Lang)
	explained := map[string]bool{}
	shown, gaps := l.errorsFirst(), List(nil)
	if !style.Gaps {
		shown, gaps = shown.withoutGaps()
	}
	for i, d := range shown {
		severity := labels.warning
		if d.Severity() == Error {
			severity = labels.error
		}
		t := d.In(style.Lang)
		fmt.Fprintf(w, "%s%s %s: %s\n", Visible(d.Place()), style.paint(d.Severity(), severity), d.Code, t.What)
		if i < inFull {
			d.printLine(w, style)
		}
		printField(w, labels.near, Visible(d.Near))
		for _, field := range []struct{ label, text string }{{labels.why, t.Why}, {labels.mend, t.Mend}} {
			if key := string(d.Code) + field.text; !explained[key] {
				explained[key] = true
				printField(w, field.label, field.text)
			}
		}
		if d.More > 0 {
			fmt.Fprintf(w, "  "+labels.more+"\n", d.More, d.Code)
		}
	}
	gaps.printGaps(w, style)
	if len(l) > 0 {
		fmt.Fprintf(w, "%s: %s\n", labels.meanwhile, labels.meanwhileOf(l.worst()))
	}
}

func (l List) worst() Severity {
	if l.HasErrors() {
		return Error
	}
	return Warning
}

func (l List) errorsFirst() List {
	return slices.SortedStableFunc(slices.Values(l), func(a, b *Diagnostic) int {
		return cmp.Compare(b.Severity(), a.Severity())
	})
}

func printField(w io.Writer, label, value string) {
	if value != "" {
		fmt.Fprintf(w, "  %s: %s\n", label, value)
	}
}

func (s Style) paint(severity Severity, text string) string {
	if !s.Color {
		return text
	}
	if severity == Error {
		return "\x1b[1;31m" + text + "\x1b[0m"
	}
	return "\x1b[1;33m" + text + "\x1b[0m"
}

func (d *Diagnostic) printLine(w io.Writer, style Style) {
	if d.Line == 0 || strings.TrimSpace(d.Text) == "" {
		return
	}
	number := fmt.Sprint(d.Line)
	fmt.Fprintf(w, "  %s | %s\n", number, Visible(strings.ReplaceAll(d.Text, "\t", " ")))
	if d.Col > 0 {
		text := []rune(strings.ReplaceAll(d.Text, "\t", " "))
		at := min(max(d.Col-1-d.Shift, 0), len(text))
		end := min(at+max(d.Width, 1), len(text))
		before, marked := Visible(string(text[:at])), Visible(string(text[at:end]))
		mark := strings.Repeat(" ", utf8.RuneCountInString(before)) + style.paint(d.Severity(), strings.Repeat("^", max(utf8.RuneCountInString(marked), 1)))
		fmt.Fprintf(w, "  %s | %s\n", strings.Repeat(" ", len(number)), mark)
	}
}

// Visible writes signs that steer a terminal, or that nobody sees, as escapes.
func Visible(text string) string {
	if !strings.ContainsFunc(text, isHidden) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		switch {
		case !isHidden(r):
			b.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}

// isHidden tells whether a sign is written as an escape in a message: one that
// steers, and each that takes no room.
func isHidden(r rune) bool {
	return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == 0x2028 || r == 0x2029)
}

// jsonDiagnostic is the shape of --format json; its names are a promise.
type jsonDiagnostic struct {
	Code      Code   `json:"code"`
	Severity  string `json:"severity"`
	File      string `json:"file,omitempty"`
	Line      int    `json:"line,omitempty"`
	Column    int    `json:"column,omitempty"`
	Width     int    `json:"width,omitempty"`
	Message   string `json:"message"`
	Why       string `json:"why,omitempty"`
	Mend      string `json:"mend,omitempty"`
	Near      string `json:"near,omitempty"`
	More      int    `json:"more,omitempty"` // of this code in this file, which are not in the list
	Meanwhile string `json:"meanwhile,omitempty"`
}

// PrintJSON writes the list as one JSON array.
func (l List) PrintJSON(w io.Writer, lang Lang) error {
	out := make([]jsonDiagnostic, len(l))
	for i, d := range l {
		t := d.In(lang)
		out[i] = jsonDiagnostic{
			Code: d.Code, Severity: d.Severity().String(), File: d.Name, Line: d.Line, Column: d.Col,
			Width: d.Width, Message: t.What, Why: t.Why, Mend: t.Mend, Near: Visible(d.Near), More: d.More, Meanwhile: labelsOf(lang).meanwhileOf(d.Severity()),
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
