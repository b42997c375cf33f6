package frontmatter

import (
	"reflect"
	"slices"

	"suluh/internal/source"
)

// places say where keys belong, to explain YAML that cannot be read.
type places struct {
	d     *decoder
	of    reflect.Type // of the file, or of the items of its list
	known []field
	first string // the key with which an item of a list begins; empty when the file is no list
}

// places reads the tags of a type.
func (d *decoder) places(t reflect.Type) places {
	p := places{d: d, of: innermost(t)}
	if p.of.Kind() != reflect.Struct {
		return p
	}
	p.known = d.fields(p.of)
	if t.Kind() == reflect.Slice && len(p.known) > 0 {
		p.first = p.known[0].key
	}
	return p
}

// atMargin says what is wrong with a key at the left margin.
func (p places) atMargin(key string) (source.Code, []any) {
	top := slices.Contains(keys(p.known), key)
	if !top {
		if parent := p.d.insideOf(p.known, p.of, key); parent != "" {
			return source.KeyMisplaced, []any{key, parent}
		}
	}
	switch {
	case p.first == "":
		return "", nil
	case key == p.first:
		return source.ItemDashMissing, []any{key}
	case top:
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
