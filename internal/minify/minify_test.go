package minify

import (
	"strings"
	"sync"
	"testing"
)

// TestKinds: each kind becomes smaller and stays what it is: what templates, old browsers
// and the policy of pages need is left as it was written.
func TestKinds(t *testing.T) {
	m := New()
	for name, tt := range map[string]struct {
		kind     Kind
		in, want string
	}{
		"a template keeps its actions":      {Template, `<p class="{{.Class}}">  {{ .Text }}  </p>`, `<p class="{{.Class}}">{{ .Text }}</p>`},
		"quotes stay around what is filled": {Template, `<a href="{{.Href}}" rel="next">x</a>`, `<a href="{{.Href}}" rel="next">x</a>`},
		"end tags stay":                     {HTML, "<!doctype html><html><head></head><body><p>a</p>\n<p>b</p></body></html>", "<!doctype html><html><head></head><body><p>a</p><p>b</p></body></html>"},
		"words stay apart":                  {Fragment, "<b>satu</b> <b>dua</b>", "<b>satu</b> <b>dua</b>"},
		"a type that is usual stays":        {HTML, `<input type="text">`, `<input type=text>`},
		"notes go from a style":             {CSS, "/* catatan */\na { color : #ff0000 ; }\n", "a{color:red}"},
		"notes and types go from a script":  {JS, "/** @type {string} */\nvar satu = /** @type {any} */ (f(1)); // ya\n", "var satu=f(1)"},
		"a script stays one for old phones": {JS, "var a = function (b) { return b == null ? 1 : b; };", "var a=function(e){return e==null?1:e}"},
		"a picture":                         {SVG, "<svg xmlns=\"http://www.w3.org/2000/svg\">\n  <path d=\"M 0 0 L 10 10\"/>\n</svg>", `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0 10 10"/></svg>`},
		"data":                              {JSON, "{ \"a\" : [ 1 , 2 ] }", `{"a":[1,2]}`},
	} {
		got, err := m.Bytes(tt.kind, []byte(tt.in))
		if err != nil || string(got) != tt.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, tt.want)
		}
	}
}

// TestBroken: what cannot be read is an error, and no half of a text.
func TestBroken(t *testing.T) {
	if got, err := New().Bytes(JS, []byte("var = 1")); err == nil {
		t.Errorf("a broken script became %q", got)
	}
	if _, err := New().Bytes(Kind("text/lain"), []byte("x")); err == nil || !strings.Contains(err.Error(), "text/lain") {
		t.Errorf("a kind that is not known: %v", err)
	}
}

// TestTogether: one Minifier serves many at once.
func TestTogether(t *testing.T) {
	m := New()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				if got, err := m.Bytes(CSS, []byte("a { margin: 0px }")); err != nil || string(got) != "a{margin:0}" {
					t.Errorf("%q, %v", got, err)
				}
			}
		})
	}
	wg.Wait()
}
