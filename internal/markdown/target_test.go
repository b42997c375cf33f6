package markdown

import (
	"testing"

	"suluh/internal/minify"
	"suluh/internal/source"
)

// TestTargets: what a link leads to has one of the forms that readers' phones
// open, and nothing else is linked.
func TestTargets(t *testing.T) {
	for text, want := range map[string]struct {
		target string
		code   source.Code
	}{
		"[a](tel:+62331420000)":                 {"tel:+62331420000", ""},
		"[a](tel:0331-420-000)":                 {"tel:0331420000", ""},
		"[a](tel:0331420000x)":                  {"", source.DialMalformed},
		"[a](tel:*123#)":                        {"", source.DialMalformed},
		"[a](tel:0331?x=1)":                     {"", source.DialMalformed},
		"[a](sms:0331420000)":                   {"sms:0331420000", ""},
		"[a](sms:0331x)":                        {"", source.DialMalformed},
		"[a](mailto:a@example.org)":             {"mailto:a@example.org", ""},
		"[a](mailto:a)":                         {"", source.DialMalformed},
		"[a](geo:-8.3,113.6)":                   {"geo:-8.3,113.6", ""},
		"[a](geo:sini)":                         {"", source.DialMalformed},
		"[a](javascript:alert)":                 {"", source.SchemeForbidden},
		"[a](JavaScript:alert)":                 {"", source.SchemeForbidden},
		"[a](java&#115;cript:alert)":            {"", source.SchemeForbidden},
		"[a](data:text/html,x)":                 {"", source.SchemeForbidden},
		"[a](intent:x)":                         {"", source.SchemeForbidden},
		"[a](file:///etc/passwd)":               {"", source.TargetOnDisk},
		"[a](/home/ibu/a.md)":                   {"", source.TargetOnDisk},
		"[a](<C:\\situs\\a.md>)":                {"", source.TargetOnDisk},
		"[a](//example.org)":                    {"", source.AddressMalformed},
		"[a](http://192.168.1.1/)":              {"", source.AddressMalformed},
		"[a](https://user:rahasia@example.org)": {"", source.AddressMalformed},
		"![a](https://example.org/a.png)":       {"", source.PictureOutside},
		"![a](a.png)":                           {"a.png", ""},
	} {
		f, broken := source.New("a.md", []byte(text+"\n"))
		if broken != nil {
			t.Fatal(broken)
		}
		doc, faults := NewParser(minify.New()).Parse(f, 0)
		var code source.Code
		if len(faults) > 0 {
			code = faults[0].Code
		}
		if len(doc.Refs) != 1 || doc.Refs[0].Target != want.target || code != want.code {
			t.Errorf("%s: %v %s, want %q %s", text, doc.Refs, code, want.target, want.code)
		}
	}
}
