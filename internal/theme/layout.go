package theme

import (
	"bytes"
	"cmp"
	"html/template"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/minify"
	"suluh/internal/quickhtml"
	"suluh/internal/source"
)

// compiled is one kind of page, made small and compiled once for each language.
// When it fails, it is compiled as it was written, which knows the line.
type compiled struct {
	name  string
	files []*source.File
	in    map[*Words]*quickhtml.Set
	any   *quickhtml.Set // for words of a language that the theme does not know

	byLibrary bool // html/template executes it, for comparison
}

func (t *Theme) loadLayouts() error {
	shared, err := fs.Glob(t.fsys, LayoutFolder+"partials/*.html")
	if err != nil {
		return err
	}
	var files, small []*source.File
	for _, name := range append([]string{LayoutFolder + "base.html"}, shared...) {
		if err := t.layoutFile(name, &files, &small); err != nil {
			return err
		}
	}
	for _, kind := range layouts {
		name := kind.Name
		var err error
		files, small := slices.Clip(files), slices.Clip(small)
		if err := t.layoutFile(LayoutFolder+name+".html", &files, &small); err != nil {
			return err
		}
		layout := &compiled{name: name, files: files, in: map[*Words]*quickhtml.Set{}}
		for _, code := range slices.Sorted(maps.Keys(t.Words)) {
			words := t.Words[code]
			made := func() (*template.Template, error) { return compile(name, small, words) }
			parsed, broken := made()
			layout.in[words] = quickhtml.New(parsed, made)
			layout.any, err = layout.in[words], cmp.Or(err, broken)
		}
		if err != nil {
			if _, plain := compile(name, files, nil); plain != nil {
				err = plain
			}
			t.Faults.Add(t.fault(err))
		}
		t.templates[name] = layout
	}
	return nil
}

// layoutFile reads a file and makes it small.
func (t *Theme) layoutFile(name string, files, small *[]*source.File) error {
	f, err := t.text(name)
	if err != nil || f == nil {
		return err
	}
	data, err := t.min.Bytes(minify.Template, f.Data)
	if err != nil {
		t.Faults.Add(f.Whole(source.AssetBroken, oneLine(err)))
		data = f.Data
	}
	*files = append(*files, f)
	*small = append(*small, &source.File{Name: name, Data: data})
	return nil
}

func compile(name string, files []*source.File, words *Words) (*template.Template, error) {
	all := template.New(name)
	for _, f := range files {
		if _, err := all.New(f.Name).Parse(inLanguage(string(f.Data), words)); err != nil {
			return all, err
		}
	}
	return all, nil
}

// wordAction is an action that only writes a word of the interface.
var wordAction = regexp.MustCompile(`\{\{\$?\.W\.(\w+)\}\}`)

// inLanguage writes the words of a language into a layout, which takes a third
// of the actions from a page.
func inLanguage(text string, words *Words) string {
	if words == nil {
		return text
	}
	return wordAction.ReplaceAllStringFunc(text, func(action string) string {
		word, known := words.named(wordAction.FindStringSubmatch(action)[1])
		if !known || strings.Contains(word, "{{") {
			return action
		}
		return template.HTMLEscapeString(word)
	})
}

// execute writes a page, or says at which place of the layout it failed.
func (l *compiled) execute(w *bytes.Buffer, name string, words *Words, view any) error {
	small := l.in[words]
	if small == nil {
		small = l.any
	}
	execute := small.Execute
	if l.byLibrary {
		execute = small.ByLibrary
	}
	err := execute(w, name, view)
	if err == nil {
		return nil
	}
	plain, broken := compile(l.name, l.files, nil)
	if broken != nil {
		return broken
	}
	if again := plain.ExecuteTemplate(new(bytes.Buffer), name, view); again != nil {
		err = again
	}
	return err
}

// ByLibrary gives the theme as html/template alone executes it, for comparison.
func (t *Theme) ByLibrary() *Theme {
	slow := *t
	slow.templates = map[string]*compiled{}
	for name, l := range t.templates {
		slow.templates[name] = &compiled{name: l.name, files: l.files, in: l.in, any: l.any, byLibrary: true}
	}
	return &slow
}

// templateError is how the template packages begin a message.
var templateError = regexp.MustCompile(`^(?:html/)?template: ?(layouts/[^:]+):(\d+)(?::(\d+))?: (.*)$`)

// fault turns an error of the template packages into a diagnostic.
func (t *Theme) fault(err error) *source.Diagnostic {
	m := templateError.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if m == nil {
		return source.Whole(LayoutFolder, source.TemplateBroken, err.Error())
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	raw, err := fs.ReadFile(t.fsys, m[1])
	if err != nil {
		return source.Whole(m[1], source.TemplateBroken, m[4])
	}
	f, broken := source.New(m[1], raw)
	if broken != nil {
		return broken
	}
	return f.AtLine(line, col+1, 1, source.TemplateBroken, m[4])
}
