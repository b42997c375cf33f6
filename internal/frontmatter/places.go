package frontmatter

import (
	"reflect"

	"suluh/internal/source"
)

// places say where keys belong, to explain YAML that cannot be read.
type places struct {
	top    map[string]bool   // keys of the file, or of the items of its list
	inside map[string]string // other keys, and the key under which each has its place
	first  string            // the key with which an item of a list begins; empty when the file is no list
}

// places reads the tags of a type.
func (d *decoder) places(t reflect.Type) places {
	p := places{top: map[string]bool{}, inside: map[string]string{}}
	isList := t.Kind() == reflect.Slice
	if t = innermost(t); t.Kind() != reflect.Struct {
		return p
	}
	known := d.fields(t)
	if isList && len(known) > 0 {
		p.first = known[0].key
	}
	for _, f := range known {
		p.top[f.key] = true
	}
	for _, f := range known {
		inner := innermost(t.Field(f.index).Type)
		if inner.Kind() != reflect.Struct {
			continue
		}
		for _, g := range d.fields(inner) {
			if !p.top[g.key] && p.inside[g.key] == "" {
				p.inside[g.key] = f.key
			}
		}
	}
	return p
}

// atMargin says what is wrong with a key at the left margin.
func (p places) atMargin(key string) (source.Code, []any) {
	switch parent := p.inside[key]; {
	case parent != "":
		return source.KeyMisplaced, []any{key, parent}
	case p.first == "":
		return "", nil
	case key == p.first:
		return source.ItemDashMissing, []any{key}
	case p.top[key]:
		return source.YAMLAlign, []any{key}
	}
	return "", nil
}

// innermost gives the type of what lists and pointers hold.
func innermost(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}
