package source

import (
	"bytes"
	"encoding/json"
	"net/url"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSARIF: the log fits the schema of OASIS whatever a file is called, and
// each result has its rule.
func TestSARIF(t *testing.T) {
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("testdata/sarif-schema-2.1.0.json") // of OASIS, errata 01
	if err != nil {
		t.Fatal(err)
	}
	var l List
	for _, name := range []string{
		"content/panduan/biaya.md", "content/panduan/kosong sekali.md", "content/panduan/é.md", "content/panduan/100% gratis.md", "content/jam 08:00.md", "a:b.md",
		"content/\xff.md", `content/a\b.md`, "content/apa?.md", "content/#1.md", "content/a\"b<c>.md", "content/\x1b[31m.md", "",
	} {
		f := &File{Name: name, Data: []byte("satu\ndua tiga\n")}
		l.Add(f.At(5, 3, ContactMissing, "x"), f.Whole(FileEmpty), f.AtLine(2, 0, 0, YAMLTab))
	}
	l.Add(&Diagnostic{Code: ConfigMissing})
	for _, list := range []List{l, nil} {
		var w bytes.Buffer
		if err := list.PrintSARIF(&w, Indonesian); err != nil {
			t.Fatal(err)
		}
		log, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Bytes()))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%v in\n%s", err, &w)
		}
		var report sarifLog
		if err := json.Unmarshal(w.Bytes(), &report); err != nil {
			t.Fatal(err)
		}
		run := report.Runs[0]
		if len(run.Results) != len(list) {
			t.Errorf("%d results for %d diagnostics", len(run.Results), len(list))
		}
		for _, r := range run.Results {
			if rule := run.Tool.Driver.Rules[r.RuleIndex]; rule.ID != r.RuleID || rule.Help.Text == "" {
				t.Errorf("the result %s has the rule %s", r.RuleID, rule.ID)
			}
			for _, place := range r.Locations {
				uri := place.Physical.Artifact.URI
				if u, err := url.Parse(uri); err != nil || u.Scheme != "" {
					t.Errorf("%q is no relative reference: %v", uri, err)
				}
			}
		}
	}
}
