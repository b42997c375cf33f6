package frontmatter

import (
	"encoding"
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"suluh/internal/source"
)

// decoder reads nodes into Go values and collects what is wrong.
type decoder struct {
	tree   *Tree
	kind   string
	faults source.List
}

// field is what the tags of a struct field say.
type field struct {
	index  int
	key    string
	need   bool
	only   string
	oneof  []string
	maxLen int
}

// shape is what the tags of a type say to one kind of page.
type shape struct {
	of   reflect.Type
	kind string
}

// shapes remembers what was read from tags, which never change.
var shapes sync.Map // of shape to []field

func (d *decoder) fields(t reflect.Type) []field {
	key := shape{t, d.kind}
	if known, ok := shapes.Load(key); ok {
		return known.([]field)
	}
	fs := d.readTags(t)
	shapes.Store(key, fs)
	return fs
}

func (d *decoder) readTags(t reflect.Type) []field {
	var fs []field
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		key := tag.Get("yaml")
		only := tag.Get("only")
		if key == "" || only != "" && !slices.Contains(strings.Fields(only), d.kind) {
			continue
		}
		maxLen, _ := strconv.Atoi(tag.Get("max"))
		fs = append(fs, field{
			index: i, key: key, need: tag.Get("need") != "", only: only,
			oneof: strings.Fields(tag.Get("oneof")), maxLen: maxLen,
		})
	}
	return fs
}

func (d *decoder) top(v any) {
	target := reflect.ValueOf(v).Elem()
	if target.Kind() == reflect.Slice && d.tree.root.Kind == yaml.MappingNode && len(d.tree.root.Content) == 0 {
		return // an empty list file
	}
	d.value(d.tree.root, target, field{})
}

// value reads one node. An empty value ("telepon:") leaves the field as it is.
func (d *decoder) value(n *yaml.Node, v reflect.Value, f field) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		d.text(n, f, u)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(n, v.Elem(), f)
	case reflect.Struct:
		d.object(n, v, f)
	case reflect.Slice:
		d.list(n, v, f)
	default:
		d.scalar(n, v, f)
	}
}

func (d *decoder) object(n *yaml.Node, v reflect.Value, f field) {
	if n.Kind != yaml.MappingNode {
		d.faults.Add(d.tree.at(n, source.WantKeys, name(f)))
		return
	}
	known := d.fields(v.Type())
	seen := map[string]int{}
	meant := map[string]bool{} // keys that a misspelt one probably stands for
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if line, twice := seen[key.Value]; twice {
			d.faults.Add(d.tree.at(key, source.KeyDoubled, key.Value, line))
			continue
		}
		seen[key.Value] = key.Line + d.tree.lines
		at := slices.IndexFunc(known, func(f field) bool { return f.key == key.Value })
		if at < 0 {
			names := keys(known)
			near := source.Nearest(key.Value, names)
			meant[near] = true
			d.faults.Add(d.tree.at(key, source.KeyUnknown, key.Value, strings.Join(names, ", ")).WithNear(near))
			continue
		}
		d.value(val, v.Field(known[at].index), known[at])
	}
	for _, k := range known {
		if k.need && v.Field(k.index).IsZero() && !meant[k.key] && !d.faulty(n, k.key) {
			d.faults.Add(d.tree.missing(n, k.key))
		}
	}
}

// faulty tells whether a value of this key was already complained about.
func (d *decoder) faulty(n *yaml.Node, key string) bool {
	val := child(n, key)
	return val != nil && slices.ContainsFunc(d.faults, func(g *source.Diagnostic) bool {
		return g.Line == val.Line+d.tree.lines
	})
}

// missing marks the opening line of the keys, since the missing one has none.
func (t *Tree) missing(n *yaml.Node, key string) *source.Diagnostic {
	if val := child(n, key); val != nil {
		return t.at(val, source.KeyMissing, key)
	}
	return t.file.AtLine(n.Line+t.lines, n.Column, 0, source.KeyMissing, key)
}

func (d *decoder) list(n *yaml.Node, v reflect.Value, f field) {
	items := []*yaml.Node{n}
	switch {
	case n.Kind == yaml.SequenceNode:
		items = n.Content
	case n.Kind == yaml.MappingNode || v.Type().Elem().Kind() == reflect.Struct:
		d.faults.Add(d.tree.at(n, source.WantList, name(f)))
		return
	}
	list := reflect.MakeSlice(v.Type(), len(items), len(items))
	for i, item := range items {
		d.value(item, list.Index(i), f)
	}
	v.Set(list)
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, f field) {
	if n.Kind != yaml.ScalarNode {
		d.faults.Add(d.tree.at(n, source.WantText, name(f)))
		return
	}
	switch v.Kind() {
	case reflect.String:
		d.words(n, v, f)
	case reflect.Bool:
		yes, ok := map[string]bool{"ya": true, "yes": true, "true": true, "tidak": false, "no": false, "false": false}[strings.ToLower(n.Value)]
		if !ok {
			d.faults.Add(d.tree.at(n, source.WantYesNo, name(f), n.Value))
		}
		v.SetBool(yes)
	case reflect.Int:
		number, err := strconv.Atoi(n.Value)
		if err != nil {
			d.faults.Add(d.tree.at(n, source.WantNumber, name(f), n.Value))
		}
		v.SetInt(int64(number))
	case reflect.Float64:
		number, err := strconv.ParseFloat(n.Value, 64)
		if err != nil {
			d.faults.Add(d.tree.at(n, source.WantNumber, name(f), n.Value))
		}
		v.SetFloat(number)
	default:
		panic("frontmatter: no decoding into " + v.Type().String())
	}
}

func (d *decoder) words(n *yaml.Node, v reflect.Value, f field) {
	text := strings.TrimSpace(n.Value)
	if length := utf8.RuneCountInString(text); f.maxLen > 0 && length > f.maxLen {
		d.faults.Add(d.tree.at(n, source.TextTooLong, name(f), length, f.maxLen))
	}
	if len(f.oneof) > 0 && !slices.Contains(f.oneof, text) {
		d.faults.Add(d.tree.at(n, source.ValueNotAllowed, text, strings.Join(f.oneof, ", ")).
			WithNear(source.Nearest(text, f.oneof)))
	}
	v.SetString(text)
}

func (d *decoder) text(n *yaml.Node, f field, u encoding.TextUnmarshaler) {
	if n.Kind != yaml.ScalarNode {
		d.faults.Add(d.tree.at(n, source.WantText, name(f)))
		return
	}
	err := u.UnmarshalText([]byte(n.Value))
	var fault *source.Fault
	switch {
	case errors.As(err, &fault):
		d.faults.Add(d.tree.fault(n, fault))
	case err != nil:
		d.faults.Add(d.tree.at(n, source.YAMLSyntax, err.Error()))
	}
}

// name is how messages call a field; the top of a file has no key.
func name(f field) string {
	if f.key == "" {
		return "YAML"
	}
	return f.key
}

func keys(fs []field) []string {
	var names []string
	for _, f := range fs {
		names = append(names, f.key)
	}
	return names
}
