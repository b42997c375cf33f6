package stylesheet

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"suluh/internal/minify"
)

// FuzzClasses: looking for the name of the attribute finds every class that
// reading the page does. A rule too many costs bytes, one that is missing breaks
// the page. Pages come out of the minifier, and so does this one; classes that a
// stylesheet would have to escape are in none of ours.
func FuzzClasses(f *testing.F) {
	f.Add("Jalan ke kantor", "kontak nomor", "Teks class=x")
	f.Add("a>b", "a\tb\nc", "<p class='q w'>")
	f.Add(`"`, "a", `</p><p title=" class=" class=z>`)
	f.Add(" class=k ", "'a'", "<p class=\"\">")
	f.Add("", "class=", "<p\nclass=a>")
	min := minify.New()
	f.Fuzz(func(t *testing.T, title, names, text string) {
		if strings.Contains(names, "\r") {
			return // is written as &#13;, and in no name
		}
		page := `<p title="` + html.EscapeString(title) + `" class="` + html.EscapeString(names) + `" id=a>` + html.EscapeString(text) + `</p><b class="` + html.EscapeString(names) + `">b</b>`
		small, err := min.Bytes(minify.Fragment, []byte(page))
		if err != nil {
			return
		}
		for _, page := range [][]byte{[]byte(page), small} {
			found := slices.Collect(classes(page))
			for tokens := html.NewTokenizer(bytes.NewReader(page)); tokens.Next() != html.ErrorToken; {
				for _, a := range tokens.Token().Attr {
					for _, class := range strings.FieldsFunc(a.Val, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }) {
						if a.Key == "class" && isOurs(class) && !slices.ContainsFunc(found, func(c []byte) bool { return string(c) == class }) {
							t.Fatalf("the class %q of %q is not found, only %q", class, page, found)
						}
					}
				}
			}
		}
	})
}

// isOurs tells whether a class is one that a stylesheet can name as it is.
func isOurs(class string) bool {
	return strings.IndexFunc(class, func(r rune) bool {
		return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}) < 0
}
