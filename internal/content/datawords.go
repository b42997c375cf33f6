package content

import (
	"regexp"

	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/source"
)

// nearDirective is a directive in the data, where it is not read.
var nearDirective = regexp.MustCompile(`(?i)[:：]\s?(?:kontak|desa|istilah)\s?[\[({][^\])}]*[\])}]?|\b(?:kontak|istilah)\[[^\]]*\]?`)

// signInData is a sign of Markdown in the data, which shows it as typed.
var signInData = regexp.MustCompile(`<!--|&(?:amp|nbsp|lt|gt|quot|#\d+);|\[(?:isi|tulis|lengkapi)[^\]]*\]|\*\*|\]\([^)]*\)?|\{#[^}]*\}|^#{1,6}\s|</?[a-zA-Z][^>]*>`)

// DataWords are words of the data in which something looks like a number or like a sign of
// Markdown. They are found once for each file, since that takes most of a reload.
type DataWords struct {
	At      func(*source.Fault) *source.Diagnostic // at these words
	Numbers []phone.Found
	Signs   []*source.Fault
}

func wordsIn(tree *frontmatter.Tree) []DataWords {
	var found []DataWords
	tree.Words(func(text string, at func(*source.Fault) *source.Diagnostic) {
		if w := (DataWords{at, phone.Typed(text), signFaults(text)}); len(w.Numbers)+len(w.Signs) > 0 {
			found = append(found, w)
		}
	})
	return found
}

// signFaults finds signs that mean nothing in the data.
func signFaults(text string) []*source.Fault {
	if m := nearDirective.FindStringIndex(text); m != nil {
		return []*source.Fault{{Code: source.DirectiveNotHere, Args: []any{text[m[0]:m[1]]}, Off: m[0], Len: m[1] - m[0]}}
	}
	if m := signInData.FindStringIndex(text); m != nil {
		return []*source.Fault{{Code: source.DirectiveNotHere, Args: []any{text[m[0]:m[1]]}, Off: m[0], Len: m[1] - m[0]}}
	}
	return nil
}
