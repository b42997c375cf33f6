package desk

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/content"
	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/publish"
	"suluh/internal/schema"
	"suluh/internal/source"
)

// A page is written in a form: its front matter as the fields that package schema knows,
// its text beside. Only what was changed in the form is changed in the file; notes and the
// writing of all else stay as they are.

// formView is the page on which a page of the site is written.
type formView struct {
	writeView
	Fields []inputView
	Body   string
}

// Needed are the fields that every page has to have, which stand first.
func (v formView) Needed() []inputView {
	return slices.DeleteFunc(slices.Clone(v.Fields), func(in inputView) bool { return !in.Need })
}

// Others are the fields that may stay empty.
func (v formView) Others() []inputView {
	return slices.DeleteFunc(slices.Clone(v.Fields), func(in inputView) bool { return in.Need })
}

// FaultyBelow tells whether something is wrong with one of the others.
func (v formView) FaultyBelow() bool {
	return slices.ContainsFunc(v.Others(), func(in inputView) bool { return len(in.Faults) > 0 })
}

// inputView is one field, or a group of them.
type inputView struct {
	Name, Label, Help string
	Sort              string // baris, teks, pilih, centang, ya, tanggal, kelompok
	Value             string
	Choices           []choiceView
	Need              bool
	Rows              [][]inputView // of a group: those that are there, and one more
	Faults            []faultView
}

type choiceView struct {
	Value  string
	Chosen bool
}

// asked are the keys that a form has no field for: buttons set them, or programs.
var asked = []string{"draf", "siap", "dibaca", "asal"}

const (
	fieldPrefix = "f."
	yes         = "ya"
)

// showForm shows a page in its form, or as a whole file where its front matter cannot be read.
func (d *Desk) showForm(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("berkas")
	data, ok := d.readFile(w, name)
	if !ok {
		return
	}
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	tree, fields, matter := readForm(s, name, data)
	if matter == nil {
		http.Redirect(w, r, Path+"tulis?"+r.URL.RawQuery, http.StatusSeeOther)
		return
	}
	v := formView{Body: matter.Body()}
	v.File, v.Title, v.Hash = name, name, hashOf(data)
	v.Saved = r.URL.Query().Get("tersimpan") != ""
	v.HasHistory = d.hasGit()
	v.describe(s)
	v.addOriginal(d, s)
	v.Fields = inputs(fields, tree, nil)
	v.placeFaults(tree, data)
	d.show(w, "form", v.Title, v)
}

// readForm gives what a form of a page is made of; no Matter where there is none.
func readForm(s *publish.Edition, name string, data []byte) (*frontmatter.Tree, []schema.Field, *edit.Matter) {
	page := pageOf(s, name)
	if page == nil {
		return nil, nil, nil
	}
	kind, known := schema.OfPage(page.Kind)
	matter, err := edit.Open(data)
	f, broken := source.New(name, data)
	if !known || err != nil || broken != nil {
		return nil, nil, nil
	}
	at, fault := frontmatter.Split(f)
	if fault != nil {
		return nil, nil, nil
	}
	tree, fault := frontmatter.Read(f, at)
	if fault != nil {
		return nil, nil, nil
	}
	fields := slices.DeleteFunc(kind.Fields, func(f schema.Field) bool { return slices.Contains(asked, f.Name) })
	return tree, fields, matter
}

// pageOf gives the page of a file, published or not.
func pageOf(s *publish.Edition, name string) *content.Page {
	for _, in := range s.Inputs.List {
		if in.Name == name {
			return in.Page
		}
	}
	return nil
}

// inputs gives the fields with what stands in the file, below a path of keys.
func inputs(fields []schema.Field, tree *frontmatter.Tree, path []any) []inputView {
	var views []inputView
	for _, f := range fields {
		at := append(slices.Clone(path), f.Name)
		v := inputView{Name: inputName(at), Label: f.Label, Help: helpOf(f), Need: f.Need}
		switch {
		case f.Form == frontmatter.Group:
			v.Sort = "kelompok"
			for i := range tree.CountAt(at...) + 1 {
				v.Rows = append(v.Rows, inputs(f.Fields, tree, append(at[:len(at):len(at)], i)))
			}
		case f.List && len(f.OneOf) > 0:
			v.Sort = "centang"
			now := listAt(tree, at)
			for _, value := range f.OneOf {
				v.Choices = append(v.Choices, choiceView{value, slices.Contains(now, value)})
			}
		case f.List:
			v.Sort, v.Value = "teks", strings.Join(listAt(tree, at), "\n")
			v.Help = strings.TrimSpace("Satu di setiap baris. " + v.Help)
		case f.Form == frontmatter.YesNo:
			v.Sort = "ya"
			v.Choices = []choiceView{{yes, isYes(tree.TextAt(at...))}}
		case len(f.OneOf) > 0:
			v.Sort = "pilih"
			now := tree.TextAt(at...)
			if now != "" && !slices.Contains(f.OneOf, now) {
				v.Choices = append(v.Choices, choiceView{now, true}) // wrong, and not lost
			}
			for _, value := range f.OneOf {
				v.Choices = append(v.Choices, choiceView{value, value == now})
			}
		default:
			v.Sort, v.Value = "baris", tree.TextAt(at...)
			if f.Max > 100 {
				v.Sort = "teks"
			}
		}
		views = append(views, v)
	}
	return views
}

func helpOf(f schema.Field) string {
	var said []string
	for _, text := range []string{f.Help, f.Glossed()} {
		if text != "" {
			said = append(said, text)
		}
	}
	return strings.Join(said, ". ")
}

func isYes(text string) bool {
	return slices.Contains([]string{yes, "iya", "yes", "true"}, strings.ToLower(text))
}

func inputName(path []any) string {
	var parts []string
	for _, step := range path {
		switch step := step.(type) {
		case int:
			parts = append(parts, strconv.Itoa(step))
		case string:
			parts = append(parts, step)
		}
	}
	return fieldPrefix + strings.Join(parts, ".")
}

// listAt gives the words of a list.
func listAt(tree *frontmatter.Tree, path []any) []string {
	n := tree.CountAt(path...)
	if single := tree.TextAt(path...); single != "" {
		return []string{single}
	}
	var list []string
	for i := range n {
		list = append(list, tree.TextAt(append(slices.Clone(path), i)...))
	}
	return list
}

// placeFaults puts what is wrong with a field beside it; what is wrong with the text keeps
// its line in the text.
func (v *formView) placeFaults(tree *frontmatter.Tree, data []byte) {
	above := strings.Count(asTyped(data), "\n") - strings.Count(v.Body, "\n")
	for i := range v.Faults {
		f := &v.Faults[i]
		if f.Line > above {
			f.Line -= above
			continue
		}
		name := fieldPrefix + tree.KeyAt(f.Line)
		j := slices.IndexFunc(v.Fields, func(in inputView) bool { return in.Name == name })
		if j < 0 {
			f.InData = true // of the file as a whole, or of a key that has no field
			continue
		}
		f.Line, f.Field = 0, name
		v.Fields[j].Faults = append(v.Fields[j].Faults, *f)
	}
}
