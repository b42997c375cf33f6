package desk

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/publish"
	"suluh/internal/schema"
)

// saveForm writes what was changed in the form.
func (d *Desk) saveForm(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	name := r.PostFormValue("berkas")
	d.change(w, r, name, func(was []byte) ([]byte, bool) {
		matter, err := filled(s, name, was, r.PostForm)
		switch {
		case errors.Is(err, edit.ErrNoMatter): // somebody else has broken it meanwhile
			d.showConflict(w, name, r.PostFormValue("badan"))
			return nil, false
		case err != nil:
			d.trouble(w, err)
			return nil, false
		}
		if hashOf(was) != r.PostFormValue("sidik") {
			d.showConflict(w, name, asTyped(matter.Bytes()))
			return nil, false
		}
		return matter.Bytes(), true
	})
}

// filled gives a page as a form has it; the error is [edit.ErrNoMatter] where its front matter
// cannot be read.
func filled(s *publish.Edition, name string, was []byte, form url.Values) (*edit.Matter, error) {
	tree, fields, matter := readForm(s, name, was)
	if matter == nil {
		return nil, edit.ErrNoMatter
	}
	if err := fill(matter, tree, fields, form); err != nil {
		return nil, err
	}
	if body := oneEnd(form.Get("badan")); body != matter.Body() {
		matter.SetBody(body)
	}
	return matter, nil
}

// oneEnd gives a typed text with one line end at its end.
func oneEnd(typed string) string {
	return strings.TrimRight(strings.ReplaceAll(typed, "\r\n", "\n"), "\n") + "\n"
}

// fill sets what a form has otherwise than the file.
func fill(matter *edit.Matter, tree *frontmatter.Tree, fields []schema.Field, form url.Values) error {
	var errs []error
	for _, f := range fields {
		at := []any{f.Name}
		switch {
		case f.Form == frontmatter.Group:
			errs = append(errs, fillRows(matter, tree, f, form))
		case f.List:
			was := listAt(tree, at)
			now := typedList(f, form)
			if len(f.OneOf) > 0 {
				now = inOrderOf(was, now)
			}
			if slices.Equal(now, was) {
				continue
			}
			if len(now) == 0 {
				errs = append(errs, matter.Remove(at...))
			} else {
				errs = append(errs, matter.Set(now, at...))
			}
		case f.Form == frontmatter.YesNo:
			switch now := form.Get(inputName(at)) == yes; {
			case now == isYes(tree.TextAt(at...)):
			case now:
				errs = append(errs, matter.Set(edit.Plain(yes), at...))
			default:
				errs = append(errs, matter.Remove(at...))
			}
		default:
			errs = append(errs, fillOne(matter, f, typedIn(form, at), tree.TextAt(at...), at))
		}
	}
	return errors.Join(errs...)
}

// fillOne sets a single value, where it is another one now.
func fillOne(matter *edit.Matter, f schema.Field, now, was string, at []any) error {
	switch {
	case now == strings.TrimSpace(was):
		return nil
	case now == "":
		return matter.Remove(at...)
	}
	return matter.Set(valueOf(f, now), at...)
}

// fillRows sets the rows of a group: cell by cell where there are as many as before, else
// all of them.
func fillRows(matter *edit.Matter, tree *frontmatter.Tree, f schema.Field, form url.Values) error {
	was := tree.CountAt(f.Name)
	var rows []edit.Map
	changed := false
	for i := 0; hasRow(form, f, i); i++ {
		var row edit.Map
		for _, sub := range f.Fields {
			at := []any{f.Name, i, sub.Name}
			now := typedIn(form, at)
			changed = changed || now != strings.TrimSpace(tree.TextAt(at...))
			if now != "" {
				row = append(row, edit.Pair{Key: sub.Name, Value: valueOf(sub, now)})
			}
		}
		if len(row) > 0 {
			rows = append(rows, row)
		}
	}
	if !changed {
		return nil
	}
	var errs []error
	if len(rows) == was {
		for i := range was {
			for _, sub := range f.Fields {
				at := []any{f.Name, i, sub.Name}
				errs = append(errs, fillOne(matter, sub, typedIn(form, at), tree.TextAt(at...), at))
			}
		}
		return errors.Join(errs...)
	}
	first := 0
	if len(rows) > was { // the last are new
		first = was
		for i := range was {
			for _, sub := range f.Fields {
				at := []any{f.Name, i, sub.Name}
				errs = append(errs, fillOne(matter, sub, typedIn(form, at), tree.TextAt(at...), at))
			}
		}
	} else {
		errs = append(errs, matter.Remove(f.Name))
	}
	for i := first; i < len(rows); i++ {
		errs = append(errs, matter.Set(rows[i], f.Name, i))
	}
	return errors.Join(errs...)
}

// hasRow tells whether a form has fields of a row.
func hasRow(form url.Values, f schema.Field, i int) bool {
	return slices.ContainsFunc(f.Fields, func(sub schema.Field) bool { return form.Has(inputName([]any{f.Name, i, sub.Name})) })
}

func typedIn(form url.Values, path []any) string {
	return strings.Join(strings.Fields(form.Get(inputName(path))), " ")
}

// typedList gives the words of a list that was typed line by line, or ticked.
func typedList(f schema.Field, form url.Values) []string {
	typed := form[inputName([]any{f.Name})]
	if len(f.OneOf) == 0 && len(typed) > 0 {
		typed = strings.Split(typed[0], "\n")
	}
	var list []string
	for _, text := range typed {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, text)
		}
	}
	return list
}

// inOrderOf gives what is ticked in the order in which it stood: ticks have none.
func inOrderOf(was, ticked []string) []string {
	var now []string
	for _, value := range append(slices.Clone(was), ticked...) {
		if slices.Contains(ticked, value) && !slices.Contains(now, value) {
			now = append(now, value)
		}
	}
	return now
}

// valueOf gives a value as it is written: numbers and dates without quotation marks.
func valueOf(f schema.Field, text string) any {
	if f.Form == frontmatter.Text && len(f.OneOf) == 0 {
		return text
	}
	return edit.Plain(text)
}
