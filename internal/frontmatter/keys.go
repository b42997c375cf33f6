package frontmatter

import (
	"encoding"
	"reflect"
)

// Form is how a value is written.
type Form string

// The forms of values.
const (
	Text    Form = "text"
	Whole   Form = "whole number"
	Decimal Form = "number"
	YesNo   Form = "ya or tidak"
	Day     Form = "date"
	Term    Form = "length of time"
	Address Form = "web address"
	Pairs   Form = "keys of its own" // which only its type knows
	Group   Form = "keys"
)

// Key is a key that a type reads, as its tags say it: what forms and schemas are made of.
type Key struct {
	Name  string
	Form  Form
	List  bool // several of it may stand there
	Need  bool
	OneOf []string // allowed values; empty for any
	Max   int      // characters; 0 without a limit
	Keys  []Key    // of a group
}

// Keys gives the keys of a struct type, or of the items of a slice of them, that a kind of
// file has, in the order of the type.
func Keys(of reflect.Type, kind string) []Key {
	for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	var keys []Key
	d := decoder{kind: kind}
	for _, f := range d.fields(of) {
		k := Key{Name: f.key, Need: f.need, OneOf: f.oneof, Max: f.maxLen}
		t := of.Field(f.index).Type
		for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
			k.List = k.List || t.Kind() == reflect.Slice
			t = t.Elem()
		}
		if k.Form = formOf(t); k.Form == Group {
			k.Keys = Keys(t, kind)
		}
		keys = append(keys, k)
	}
	return keys
}

// formOf tells how a value of a type is written.
func formOf(t reflect.Type) Form {
	switch reflect.New(t).Interface().(type) {
	case *Date:
		return Day
	case *ValidFor:
		return Term
	case *WebAddress:
		return Address
	case keyed:
		return Pairs
	case encoding.TextUnmarshaler:
		return Text
	}
	switch t.Kind() {
	case reflect.Struct:
		return Group
	case reflect.Bool:
		return YesNo
	case reflect.Int:
		return Whole
	case reflect.Float64:
		return Decimal
	}
	return Text
}

// TextAt gives the value at a path as it is written, without quotation marks; "" where
// there is none, and where it is no single value.
func (t *Tree) TextAt(path ...any) string {
	if node, all := t.walk(path); all && len(node.Content) == 0 && node.Tag != "!!null" {
		return node.Value
	}
	return ""
}

// CountAt gives how many items stand at a path: one for a value that stands for a list.
func (t *Tree) CountAt(path ...any) int {
	node, all := t.walk(path)
	switch {
	case !all || node.Tag == "!!null":
		return 0
	case len(node.Content) == 0 && node.Value != "":
		return 1
	case child(node, 0) == nil: // not a list
		return min(1, len(node.Content))
	}
	return len(node.Content)
}

// KeyAt gives the key of the top whose value stands in a line of the file; "" where none
// does.
func (t *Tree) KeyAt(line int) string {
	if t.root == nil {
		return ""
	}
	key := ""
	for i := 0; i+1 < len(t.root.Content); i += 2 {
		if t.root.Content[i].Line+t.lines > line {
			break
		}
		key = t.root.Content[i].Value
	}
	return key
}
