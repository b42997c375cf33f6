package source

import (
	"fmt"
	"io"
	"regexp"
)

// verb is a format verb with its argument number, as the catalogue uses them.
var verb = regexp.MustCompile(`"?%\[\d\][a-z]"?`)

// blank gives what the catalogue holds of a code, without the values of a
// single message.
func blank(code Code, lang Lang) Text {
	t := catalogue[code].id
	if lang == English {
		t = catalogue[code].en
	}
	leave := func(text string) string { return verb.ReplaceAllString(text, "…") }
	return Text{What: leave(t.What), Why: leave(t.Why), Mend: leave(t.Mend)}
}

// Explain writes what the catalogue holds of a code, with an example of what is
// wrong and of what is right. Unknown codes give false.
func Explain(w io.Writer, code Code, lang Lang) bool {
	entry, ok := catalogue[code]
	if !ok {
		return false
	}
	t, labels := blank(code, lang), labelsOf(lang)
	severity := labels.warning
	if entry.severity == Error {
		severity = labels.error
	}
	fmt.Fprintf(w, "%s (%s)\n%s\n", code, severity, t.What)
	printField(w, labels.why, t.Why)
	printField(w, labels.mend, t.Mend)
	if e := examples[code]; e.wrong != "" {
		printField(w, labels.wrong, e.wrong)
		printField(w, labels.right, e.right)
	}
	return true
}
