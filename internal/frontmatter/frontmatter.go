// Package frontmatter reads the data at the head of a page, and YAML files as
// a whole, into typed structs, and says exactly where a value is wrong.
//
// # Splitting
//
// A page begins with a line ---, then YAML, then a line --- again, then its
// Markdown. adrg/frontmatter does the splitting and nothing else: its own
// decoder turns 081234567890 into 8.1e10 and rt: 010 into 8. A missing second
// line is an error here; adrg/frontmatter would take the data for text.
//
// # Decoding
//
// The YAML becomes nodes (go.yaml.in/yaml/v4; its plain part is read in plain.go), which
// keep each value as it was written, and the nodes are read into a struct by its tags:
//
//	Nama    string `yaml:"nama" need:"yes"`      // an error when it is missing
//	Status  string `yaml:"status" oneof:"aktif dibentuk calon"`
//	Izin    string `yaml:"izin" only:"negara"`   // a key of this kind of page only
//	Ringkas string `yaml:"ringkasan" max:"160"`  // characters
//	Kode    string `yaml:"kode" raw:"yes"`       // readers do not see it as it is written
//	Terbit  Date   `yaml:"terbit" ahead:"yes"`   // may be still to come
//	Kantor  Office `yaml:"kantor"`               // nested keys
//
// Fields may be string, bool, int, float64, structs, slices of these and
// pointers to them (nil when the key is missing), and
// anything with UnmarshalText. What UnmarshalText returns should be a
// [source.Fault]. A type with UnmarshalKey reads the keys of its mapping by
// itself: the days of opening hours are written in many ways. A single value stands for a list of one. Every fault of a
// file is reported at once, each with its line and column.
package frontmatter

import (
	"bufio"
	"bytes"
	"errors"
	"reflect"
	"regexp"
	"strings"
	"sync"

	"github.com/adrg/frontmatter"
	"go.yaml.in/yaml/v4"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// Matter is YAML inside a file: data[Off:End], which begins in line Line.
// Body is the offset of what comes after it.
type Matter struct {
	Off, End, Line, Body int
}

// readers are what adrg/frontmatter would make anew for each page, larger than
// most pages are.
var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// Split finds the front matter of a page.
func Split(f *source.File) (Matter, *source.Diagnostic) {
	if len(bytes.TrimSpace(f.Data)) == 0 {
		return Matter{}, f.Whole(source.FileEmpty)
	}
	length := -1
	capture := func(data []byte, _ any) error {
		length = len(data)
		return nil
	}
	in := readers.Get().(*bufio.Reader)
	defer readers.Put(in)
	in.Reset(bytes.NewReader(f.Data))
	rest, err := frontmatter.Parse(in, nil, frontmatter.NewFormat("---", "---", capture))
	if err != nil {
		return Matter{}, f.AtLine(1, 1, 0, source.YAMLSyntax)
	}
	lead := len(f.Data) - len(bytes.TrimLeft(f.Data, " \t\n"))
	first, _, _ := bytes.Cut(f.Data[lead:], []byte{'\n'})
	switch {
	case isDashes(first):
		return Matter{}, f.At(lead, len(first), source.MatterDashes, string(bytes.TrimSpace(first)))
	case string(bytes.TrimSpace(first)) != "---":
		return Matter{}, f.At(lead, len(first), source.MatterMissing)
	case length < 0:
		off := lead
		for line := range bytes.Lines(f.Data[lead:]) {
			if isDashes(line) {
				return Matter{}, f.At(off, len(bytes.TrimSpace(line)), source.MatterDashes, string(bytes.TrimSpace(line)))
			}
			off += len(line)
		}
		return Matter{}, f.At(lead, len(first), source.MatterUnclosed)
	}
	off := lead + len(first) + 1
	line, _ := f.Position(off)
	if fault := source.Passed(limits.Matter, length); fault != nil {
		return Matter{}, f.AtLine(line, 1, 1, fault.Code, fault.Args...)
	}
	return Matter{Off: off, End: off + length, Line: line, Body: len(f.Data) - len(rest)}, nil
}

// isDashes tells whether a line is meant to be --- and is not: word processors
// join hyphens to a dash, and hands type four.
func isDashes(line []byte) bool {
	text := string(bytes.TrimSpace(line))
	return text != "---" && len(text) > 1 && strings.Trim(text, "-–—−‐‑=_. ") == ""
}

// All takes the whole of a YAML file.
func All(f *source.File) Matter {
	return Matter{End: len(f.Data), Line: 1, Body: len(f.Data)}
}

// Tree remembers where each value of decoded YAML stands.
type Tree struct {
	file  *source.File
	lines int // to add to the YAML's own line numbers
	root  *yaml.Node
	words []*yaml.Node // the values that readers see as they were written
	dates []*yaml.Node // the dates of what was, not of what will be
}

// Dates calls do for each date that says when something was: a check, a
// consent, a source.
func (t *Tree) Dates(do func(d Date, fault func(*source.Fault) *source.Diagnostic)) {
	for _, n := range t.dates {
		if d, err := ParseDate(strings.TrimSpace(n.Value)); err == nil {
			do(d, func(f *source.Fault) *source.Diagnostic { return t.fault(n, f) })
		}
	}
}

// Words calls do for each value that readers see as it was written: titles,
// summaries, roles, notes. Fault puts what is wrong with it at its place.
func (t *Tree) Words(do func(text string, fault func(*source.Fault) *source.Diagnostic)) {
	for _, n := range t.words {
		do(n.Value, func(f *source.Fault) *source.Diagnostic { return t.fault(n, f) })
	}
}

// Decode reads YAML into v, a pointer to a struct or a slice. Keys marked with
// only:"…" are known only when kind is among them.
func Decode(f *source.File, m Matter, kind string, v any) (*Tree, source.List) {
	d := decoder{kind: kind}
	t, broken := read(f, m, func() places { return d.places(reflect.TypeOf(v).Elem()) })
	if broken != nil {
		return t, source.List{broken}
	}
	d.tree = t
	d.top(v)
	return t, d.faults
}

// Read reads YAML only to know where its values stand.
func Read(f *source.File, m Matter) (*Tree, *source.Diagnostic) {
	return read(f, m, func() places { return places{} })
}

// read reads YAML. What cannot be read is explained with the places that keys
// have.
func read(f *source.File, m Matter, known func() places) (*Tree, *source.Diagnostic) {
	t := &Tree{file: f, lines: m.Line - 1}
	if m.Off > 0 && holdsText(f.Data[m.Off:m.End]) {
		return t, f.AtLine(max(1, t.lines), 1, 3, source.MatterUnclosed)
	}
	if root, ok := plain(f.Data[m.Off:m.End]); ok {
		t.root = root
		return t, nil
	}
	var doc yaml.Node
	if err := yaml.Load(f.Data[m.Off:m.End], &doc); err != nil {
		var broken *yaml.LoadError
		switch {
		case isEmpty(f.Data[m.Off:m.End]):
		case m.Off == 0 && t.secondDocument(m) > 0:
			return t, f.AtLine(t.secondDocument(m), 1, 3, source.YAMLTwoDocuments)
		case errors.As(err, &broken):
			return t, t.syntax(m, broken, known())
		default:
			return t, f.AtLine(m.Line, 1, 0, source.YAMLSyntax)
		}
	}
	if doc.Kind == yaml.DocumentNode && len(doc.Content) > 0 {
		t.root = doc.Content[0]
	} else {
		t.root = &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1}
	}
	return t, nil
}

// textLine is a line of Markdown that can be none of front matter: the line ---
// between the two is missing, and a later one was taken for it.
var textLine = regexp.MustCompile(`(?m)^(?:#{2,6} \S|:::[a-z]|- \[[ x]\] |!\[)`)

// proseLine is a sentence behind an empty line: a key has neither a capital nor
// a space.
var proseLine = regexp.MustCompile(`\n[ \t]*\n\p{Lu}[^:#\n]* [^:\n]*(?:[:.!?]|\n)`)

func holdsText(matter []byte) bool {
	for _, sign := range []string{"##", ":::", "- [", "!["} { // few have one, and looking for all forms takes time
		if bytes.Contains(matter, []byte(sign)) {
			if textLine.Match(matter) {
				return true
			}
			break
		}
	}
	return proseLine.Match(matter)
}

// isEmpty tells whether YAML holds nothing but notes.
func isEmpty(data []byte) bool {
	for line := range bytes.Lines(data) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}

// secondDocument gives the line in which a second document begins in a YAML
// file, or 0.
func (t *Tree) secondDocument(m Matter) int {
	seen := false
	n := t.lines
	for line := range bytes.Lines(t.file.Data[m.Off:m.End]) {
		n++
		switch line = bytes.TrimRight(line, " \t\n"); {
		case string(line) == "---" && seen:
			return n
		case len(line) > 0 && line[0] != '#' && string(line) != "---":
			seen = true
		}
	}
	return 0
}

// Offset gives the place of a diagnostic as an offset in the file.
func (t *Tree) Offset(d *source.Diagnostic) int { return t.file.Offset(d.Line, d.Col) }

// At makes a diagnostic at a value, named by its path of keys and indexes:
// At(code, nil, "kontak", 0, "telepon"). When the path does not lead so far,
// the nearest value above it is marked.
func (t *Tree) At(code source.Code, args []any, path ...any) *source.Diagnostic {
	return t.at(t.find(path), code, args...)
}

// Has tells whether a value stands at a path, readable or not.
func (t *Tree) Has(path ...any) bool {
	node, all := t.walk(path)
	return all && node.Tag != "!!null"
}

// Holds tells whether a key stands at a path, be it with nothing behind it.
func (t *Tree) Holds(path ...any) bool {
	_, all := t.walk(path)
	return all
}

func (t *Tree) find(path []any) *yaml.Node {
	node, _ := t.walk(path)
	return node
}

// walk follows a path as far as it leads, and tells whether that is all of it.
func (t *Tree) walk(path []any) (node *yaml.Node, all bool) {
	node = t.root
	for _, step := range path {
		next := child(node, step)
		if next == nil {
			return node, false
		}
		node = next
	}
	return node, true
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch step := step.(type) {
	case string:
		if n != nil && n.Kind == yaml.MappingNode {
			for i := 0; i+1 < len(n.Content); i += 2 {
				if n.Content[i].Value == step {
					return n.Content[i+1]
				}
			}
		}
	case int:
		if n != nil && n.Kind == yaml.SequenceNode && step < len(n.Content) {
			return n.Content[step]
		}
	}
	return nil
}

func (t *Tree) at(n *yaml.Node, code source.Code, args ...any) *source.Diagnostic {
	if n == nil {
		return t.file.Whole(code, args...)
	}
	width := 1
	if n.Kind == yaml.ScalarNode {
		width = len([]rune(n.Value))
		if quoted(n) {
			width += 2
		}
	}
	return t.file.AtLine(n.Line+t.lines, n.Column, width, code, args...)
}

// fault puts a fault of a value at its place.
func (t *Tree) fault(n *yaml.Node, f *source.Fault) *source.Diagnostic {
	d := t.at(n, f.Code, f.Args...).WithNear(f.Near)
	if f.Len > 0 && f.Off+f.Len <= len(n.Value) {
		d.Col += len([]rune(n.Value[:f.Off]))
		d.Width = len([]rune(n.Value[f.Off : f.Off+f.Len]))
		if quoted(n) {
			d.Col++
		}
	}
	return d
}

func quoted(n *yaml.Node) bool {
	return n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
}

// Fault puts a fault at the value with a path, as At does.
func (t *Tree) Fault(f *source.Fault, path ...any) *source.Diagnostic {
	return t.fault(t.find(path), f)
}

// Encode writes a text as a YAML value in one line, which is read again as the
// same text whatever is in it.
func Encode(text string) string {
	node := yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
	if !plainText.MatchString(text) {
		node.Style = yaml.DoubleQuotedStyle
	}
	data, err := yaml.Dump(&node, yaml.WithLineWidth(-1))
	if err != nil {
		panic("frontmatter: a text cannot be written: " + err.Error())
	}
	return strings.TrimSpace(string(data))
}

// plainText needs no quotation marks.
var plainText = regexp.MustCompile(`^\pL[\pL\pN]*(?:[ ][\pL\pN]+)+$`)
