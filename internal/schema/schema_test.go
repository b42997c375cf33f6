package schema

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"
)

// TestWords: each key has its words, and no words are left of a key that is gone.
func TestWords(t *testing.T) {
	known, unused := readWords(), readWords()
	var walk func(prefix string, fields []Field)
	walk = func(prefix string, fields []Field) {
		for _, f := range fields {
			name := prefix + "." + f.Name
			if f.Label == "" {
				t.Errorf("words.tsv has no words for %s", name)
			}
			maps.DeleteFunc(unused, func(key string, w words) bool {
				return key == name || strings.HasPrefix(key, "*.") && strings.HasSuffix(name, key[1:]) && w.label == f.Label
			})
			walk(name, f.Fields)
		}
	}
	for i, f := range Files() {
		walk(rows[i].words, f.Fields)
	}
	for name := range unused {
		t.Errorf("words.tsv has words for %s, which no file has", name)
	}
	if len(known) < 100 {
		t.Errorf("%d keys", len(known))
	}
}

// compiled gives the JSON Schema of a kind of file, as a validator knows it.
func compiled(t *testing.T, f File) *jsonschema.Schema {
	t.Helper()
	text, err := json.Marshal(f.JSON())
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(f.Name+".json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(f.Name + ".json")
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return schema
}

// valueOf reads YAML as the editors of code do: dates are texts.
func valueOf(t *testing.T, text string) any {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	var plain func(n *yaml.Node) any
	plain = func(n *yaml.Node) any {
		switch {
		case n.Kind == yaml.DocumentNode:
			return plain(n.Content[0])
		case n.Kind == yaml.MappingNode:
			m := map[string]any{}
			for i := 0; i+1 < len(n.Content); i += 2 {
				m[n.Content[i].Value] = plain(n.Content[i+1])
			}
			return m
		case n.Kind == yaml.SequenceNode:
			list := []any{}
			for _, c := range n.Content {
				list = append(list, plain(c))
			}
			return list
		case n.Tag == "!!null":
			return nil
		case n.Tag == "!!int", n.Tag == "!!float":
			return json.Number(n.Value)
		}
		return n.Value
	}
	return plain(&doc)
}

// TestJSON: every file of the portal fits its schema.
func TestJSON(t *testing.T) {
	portal := os.DirFS("../..")
	for _, f := range Files() {
		schema := compiled(t, f)
		names, err := fs.Glob(portal, f.Glob)
		if err != nil {
			t.Fatal(err)
		}
		if len(names) == 0 {
			t.Errorf("%s: no file is %s", f.Name, f.Glob)
		}
		for _, name := range names {
			data, err := fs.ReadFile(portal, name)
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			if path.Ext(name) == ".md" {
				_, text, _ = strings.Cut(text, "---\n")
				text, _, _ = strings.Cut(text, "\n---\n")
			}
			if err := schema.Validate(valueOf(t, text)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// TestVSCode: each data file has a schema that is there.
func TestVSCode(t *testing.T) {
	files := map[string][]byte{}
	for _, s := range VSCode() {
		files[s.Name] = s.Data
	}
	var settings struct {
		Schemas map[string]string `json:"yaml.schemas"`
	}
	if err := json.Unmarshal(files[".vscode/settings.json"], &settings); err != nil || len(settings.Schemas) < 5 {
		t.Fatalf("%v, %v", settings, err)
	}
	for name, of := range settings.Schemas {
		if files[strings.TrimPrefix(name, "./")] == nil {
			t.Errorf("%s of %s is not written", name, of)
		}
		if _, err := os.Stat(path.Join("../..", of)); err != nil {
			t.Error(err)
		}
	}
}

// TestJSONRefuses: what suluh check calls wrong, the schema calls wrong where a schema can.
func TestJSONRefuses(t *testing.T) {
	right := "judul: Biaya\nringkasan: Biaya resmi.\ndisusun: 2026-11-01\n"
	guide, ok := OfPage("guide")
	if !ok {
		t.Fatal("no schema of guides")
	}
	schema := compiled(t, guide)
	if err := schema.Validate(valueOf(t, right)); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range []string{
		"ringkasan: Tanpa judul.\n",
		right + "jdul: Salah ketik\n",
		right + "draf: nanti\n",
		right + "urutan: awal\n",
		right + "untuk: [bupati]\n",
		right + "izin: terbuka\n", // of countries alone
		right + "tinjau: sebentar\n",
		strings.Replace(right, "2026-11-01", "1 November 2026", 1),
		strings.Replace(right, "Biaya resmi.", strings.Repeat("panjang ", 30), 1),
		right + "sumber:\n  - alamat: https://kemlu.go.id\n",
		right + "sumber:\n  - nama: Kemlu\n    alamat: kemlu\n",
	} {
		if schema.Validate(valueOf(t, wrong)) == nil {
			t.Errorf("taken:\n%s", wrong)
		}
	}
}
