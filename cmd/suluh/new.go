package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
	"time"
	"unicode"
	"unicode/utf8"

	"suluh/internal/draft"
	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/site"
	"suluh/internal/source"
)

func runNew(e *env, args []string) int {
	dir := e.flags.String("source", ".", "")
	if !e.parse(args, 2) {
		return failed
	}
	var kinds []string
	for _, d := range draft.All {
		kinds = append(kinds, d.Kind)
	}
	kinds = append(slices.Compact(kinds), "kunci")
	kind, name := e.arg(0), e.arg(1)
	if !slices.Contains(kinds, kind) {
		near := source.Nearest(kind, kinds)
		e.complain(
			sayWriteSuluhNewName, strings.Join(kinds, "|"), e.hint(near))
		return failed
	}
	slug := markdown.Slug(name)
	if slug == "" {
		e.complain(sayWriteItsNameTooFor)
		return failed
	}
	if kind == "kunci" {
		return e.newKey(name)
	}
	if kind == "situs" {
		if filepath.IsAbs(name) {
			*dir = name
		} else {
			*dir = filepath.Join(*dir, name)
		}
		name = filepath.Base(name)
	}
	return e.writeDrafts(*dir, kind, name, slug)
}

func (e *env) writeDrafts(dir, kind, name, slug string) int {
	view := struct{ Title, Slug, Date string }{frontmatter.Encode(title(name)), slug, site.Today(time.Now(), "").String()}
	var changes []edit.Change
	for _, d := range draft.All {
		if d.Kind == kind {
			changes = append(changes, edit.Change{Name: expand(d.Path, view), New: []byte(expand(d.Text, view))})
		}
	}
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = (&edit.Editor{Dir: dir}).Apply(changes)
	}
	var taken *edit.Conflict
	if errors.As(err, &taken) {
		file := filepath.Join(dir, filepath.FromSlash(taken.Name))
		e.complain(sayIsThereAlready, file)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	for _, c := range changes {
		file := filepath.Join(dir, filepath.FromSlash(c.Name))
		fmt.Fprintln(e.stdout, file)
	}
	return good
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
