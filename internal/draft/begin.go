package draft

import (
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"

	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
)

// Begin gives the files of a new page, village or site of a name: one, or several of a
// site. Day is its date, written year-month-day. It gives none when the kind is not known,
// or the name has no letter or digit that an address can hold.
func Begin(kind, name, day string) []edit.Change {
	slug := markdown.Slug(name)
	if slug == "" {
		return nil
	}
	view := struct{ Title, Slug, Date string }{frontmatter.Encode(title(name)), slug, day}
	var changes []edit.Change
	for _, d := range All {
		if d.Kind == kind {
			changes = append(changes, edit.Change{Name: expand(d.Path, view), New: []byte(expand(d.Text, view))})
		}
	}
	return changes
}

// title makes a heading of what was typed: kirim-uang, as files are called,
// becomes Kirim uang; all else stays as it is, but for a small letter in front.
func title(name string) string {
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == "" {
		name = strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' }), " ")
	}
	name = strings.Join(strings.Fields(strings.ToValidUTF8(name, "")), " ")
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(first)) + name[size:]
}

func expand(text string, view any) string {
	var b strings.Builder
	if err := template.Must(template.New("draft").Parse(text)).Execute(&b, view); err != nil {
		panic(err) // the drafts are ours
	}
	return b.String()
}
