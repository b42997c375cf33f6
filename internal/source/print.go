package source

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// Rules of what is printed, for people who are no programmers:
//
//   - errors before warnings, each in the order of files and lines;
//   - the place first, as file:line:col, so that editors can jump to it;
//   - the line itself with the wrong part marked;
//   - what is wrong, and the near word; why and how to mend it once for each
//     code, since thirty villages make the same slip;
//   - what happens meanwhile, once, at the end;
//   - the first ten in full, each further one in one line, nothing left out;
//   - colour only where the caller says that a person sees it.

// Style says how Print writes. The zero value is Indonesian without colour.
type Style struct {
	Lang  Lang
	Color bool
}

// inFull is how many diagnostics are explained before one-line form begins.
const inFull = 10

// Print writes the list as text.
func (l List) Print(w io.Writer, style Style) {
	labels := labelsOf(style.Lang)
	explained := map[Code]bool{}
	for i, d := range l.errorsFirst() {
		severity := labels.warning
		if d.Severity() == Error {
			severity = labels.error
		}
		t := d.In(style.Lang)
		fmt.Fprintf(w, "%s%s %s: %s\n", d.Place(), style.paint(d.Severity(), severity), d.Code, t.What)
		if i < inFull {
			d.printLine(w, style)
		}
		printField(w, labels.near, d.Near)
		if explained[d.Code] {
			continue
		}
		explained[d.Code] = true
		printField(w, labels.why, t.Why)
		printField(w, labels.mend, t.Mend)
	}
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

// maxShown is how many characters of a long line are shown around the mark.
const maxShown = 96

func (d *Diagnostic) printLine(w io.Writer, style Style) {
	if d.Line == 0 || strings.TrimSpace(d.Text) == "" {
		return
	}
	text := []rune(strings.ReplaceAll(d.Text, "\t", " "))
	from := 0
	if d.Col > maxShown*2/3 {
		from = min(d.Col-maxShown/2, len(text))
	}
	to := min(from+maxShown, len(text))
	number := fmt.Sprint(d.Line)
	fmt.Fprintf(w, "  %s | %s\n", number, string(text[from:to]))
	if d.Col > 0 {
		width := min(max(d.Width, 1), max(to-d.Col+1, 1))
		mark := strings.Repeat(" ", max(d.Col-1-from, 0)) + style.paint(d.Severity(), strings.Repeat("^", width))
		fmt.Fprintf(w, "  %s | %s\n", strings.Repeat(" ", len(number)), mark)
	}
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
	Meanwhile string `json:"meanwhile,omitempty"`
}

// PrintJSON writes the list as one JSON array.
func (l List) PrintJSON(w io.Writer, lang Lang) error {
	out := make([]jsonDiagnostic, len(l))
	for i, d := range l {
		t := d.In(lang)
		out[i] = jsonDiagnostic{
			Code: d.Code, Severity: d.Severity().String(), File: d.Name, Line: d.Line, Column: d.Col,
			Width: d.Width, Message: t.What, Why: t.Why, Mend: t.Mend, Near: d.Near, Meanwhile: labelsOf(lang).meanwhileOf(d.Severity()),
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// verb is a format verb with its argument number, as the catalogue uses them.
var verb = regexp.MustCompile(`"?%\[\d\][a-z]"?`)

// Explain writes what the catalogue holds of a code. Unknown codes give false.
func Explain(w io.Writer, code Code, lang Lang) bool {
	entry, ok := catalogue[code]
	if !ok {
		return false
	}
	t, labels := entry.id, labelsOf(lang)
	if lang == English {
		t = entry.en
	}
	blank := verb.ReplaceAllString
	fmt.Fprintf(w, "%s (%s)\n%s\n", code, entry.severity, blank(t.What, "…"))
	printField(w, labels.why, blank(t.Why, "…"))
	printField(w, labels.mend, blank(t.Mend, "…"))
	return true
}
