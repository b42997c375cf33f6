// Package schema says which keys the files of a site have, with the words that people read
// beside them: for the forms of the desk, and as JSON Schema for the editors of code that
// know it.
//
// The keys, their forms, limits and allowed values come from the Go types that read them
// (package frontmatter); the words from words.tsv. Neither can have what the other lacks.
package schema

import (
	_ "embed"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/search"
	"suluh/internal/village"
)

// Field is a key with its words.
type Field struct {
	frontmatter.Key
	Label, Help string
	Fields      []Field // of a group
}

// File is a kind of file of a site.
type File struct {
	Name   string // of the schema: panduan, kontak
	Glob   string // of its files below the site's folder
	List   bool   // the file is a list of such entries
	Fields []Field
}

// row is a kind of file: the type that reads it, and the words of its keys.
type row struct {
	name, glob, words string
	of                reflect.Type
	kind              string
}

var rows = []row{
	{"beranda", "content/beranda*.md", "halaman", reflect.TypeFor[content.Meta](), string(content.Home)},
	{"panduan", "content/panduan/*.md", "halaman", reflect.TypeFor[content.Meta](), string(content.Guide)},
	{"langkah", "content/langkah/*.md", "halaman", reflect.TypeFor[content.Meta](), string(content.Checklist)},
	{"negara", "content/negara/*.md", "halaman", reflect.TypeFor[content.Meta](), string(content.Country)},
	{"halaman", "content/halaman/*.md", "halaman", reflect.TypeFor[content.Meta](), string(content.Plain)},
	{"desa", "villages/*.md", "desa", reflect.TypeFor[village.Village](), ""},
	{"situs", content.ConfigFile, "situs", reflect.TypeFor[content.Config](), ""},
	{"kontak", content.ContactFile, "kontak", reflect.TypeFor[[]*content.Contact](), ""},
	{"istilah", content.GlossaryFile, "istilah", reflect.TypeFor[[]*content.GlossaryTerm](), ""},
	{"cari", content.SearchWordsFile, "cari", reflect.TypeFor[search.Words](), ""},
	{"pertanyaan", content.QuestionsFile, "pertanyaan", reflect.TypeFor[[]search.Question](), ""},
	{"gaya", content.StyleGuideFile, "gaya", reflect.TypeFor[content.StyleGuide](), ""},
}

//go:embed words.tsv
var wordList string

// words are those of a key: its label, and help, which may be empty.
type words struct{ label, help string }

// readWords gives the words of all keys, by kind of file and path.
func readWords() map[string]words {
	all := map[string]words{}
	for line := range strings.Lines(wordList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := append(strings.Split(strings.TrimRight(line, "\n"), "\t"), "", "")
		all[cells[0]] = words{cells[1], cells[2]}
	}
	return all
}

// Files gives all kinds of files.
func Files() []File {
	known := readWords()
	var files []File
	for _, r := range rows {
		files = append(files, File{
			Name: r.name, Glob: r.glob, List: r.of.Kind() == reflect.Slice,
			Fields: fieldsOf(frontmatter.Keys(r.of, r.kind), r.words, known),
		})
	}
	return files
}

// OfPage gives the kind of file of a page; false for a kind that has none.
func OfPage(kind content.Kind) (File, bool) {
	i := slices.IndexFunc(rows, func(r row) bool { return r.words == "halaman" && r.kind == string(kind) })
	if i < 0 {
		return File{}, false
	}
	return Files()[i], true
}

func fieldsOf(keys []frontmatter.Key, prefix string, known map[string]words) []Field {
	var fields []Field
	for _, k := range keys {
		name := prefix + "." + k.Name
		w := wordsOf(name, known)
		fields = append(fields, Field{Key: k, Label: w.label, Help: w.help, Fields: fieldsOf(k.Keys, name, known)})
	}
	return fields
}

// wordsOf gives the words of a key: its own, or those that it has in every file.
func wordsOf(name string, known map[string]words) words {
	for rest := name; ; {
		if w, there := known[name]; there {
			return w
		}
		_, below, more := strings.Cut(rest, ".")
		if !more {
			return words{}
		}
		name, rest = "*."+below, below
	}
}

// object is a JSON Schema, of draft 7, which editors know.
type object map[string]any

// JSON gives the JSON Schema of a kind of file.
func (f File) JSON() any {
	schema := group(f.Fields)
	if f.List {
		schema = object{"type": "array", "items": schema}
	}
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = "Suluh: " + f.Name
	return schema
}

func group(fields []Field) object {
	properties, needed := object{}, []string{}
	for _, f := range fields {
		properties[f.Name] = f.json()
		if f.Need {
			needed = append(needed, f.Name)
		}
	}
	schema := object{"type": "object", "properties": properties, "additionalProperties": false}
	if len(needed) > 0 {
		schema["required"] = needed
	}
	return schema
}

// json gives the schema of a field's value. A key may stand there without one, and a
// single value stands for a list of one.
func (f Field) json() object {
	one := f.value()
	choices := []any{one, object{"type": "null"}}
	if f.List {
		choices = append(choices, object{"type": "array", "items": one})
		if f.Form == frontmatter.Text { // groups of words: [[gaji, upah], …]
			choices = append(choices, object{"type": "array", "items": object{"type": "array", "items": one}})
		}
	}
	said := f.Label
	if f.Help != "" {
		said += ". " + f.Help
	}
	return object{"description": said, "anyOf": choices}
}

func (f Field) value() object {
	switch f.Form {
	case frontmatter.Group:
		return group(f.Fields)
	case frontmatter.Pairs:
		return object{"type": []string{"object", "string"}}
	case frontmatter.Whole:
		return object{"type": "integer"}
	case frontmatter.Decimal:
		return object{"type": "number"}
	case frontmatter.YesNo:
		return object{"enum": []any{"ya", "tidak", true, false}}
	case frontmatter.Day:
		return object{"type": []string{"string", "integer"}, "pattern": `^\d{4}(-\d{2}(-\d{2})?)?$`}
	case frontmatter.Term:
		return object{"type": "string", "pattern": `^\d+ (hari|minggu|bulan|tahun)$`}
	case frontmatter.Address:
		return object{"type": "string", "pattern": `^https?://`}
	}
	if len(f.OneOf) > 0 {
		return object{"enum": f.OneOf}
	}
	text := object{"type": []string{"string", "number"}}
	if f.Max > 0 {
		text["maxLength"] = f.Max
	}
	return text
}

// Glossed tells what a value of a field looks like, where its form is not plain text.
func (f Field) Glossed() string {
	switch f.Form {
	case frontmatter.Day:
		return "Tahun-bulan-hari, contoh: 2026-11-26"
	case frontmatter.Term:
		return "Contoh: 180 hari"
	case frontmatter.Address:
		return "Dimulai dengan https://"
	}
	if f.Max > 0 {
		return fmt.Sprintf("Paling banyak %d huruf", f.Max)
	}
	return ""
}
