package quickhtml

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"math"
	"reflect"
	"strings"
	"testing"
)

type named string

type spoken string

func (s spoken) String() string { return "<" + string(s) + ">" }

type inner struct {
	Text string
	HTML template.HTML
	URL  template.URL
	Deep *inner
}

func (i inner) Loud() string   { return strings.ToUpper(i.Text) }
func (i *inner) Quiet() string { return strings.ToLower(i.Text) }
func (i inner) Fails() (string, error) {
	return "", errors.New("no")
}

type view struct {
	inner
	Named  named
	Spoken spoken
	CSS    template.CSS
	JS     template.JS
	JSStr  template.JSStr
	Attr   template.HTMLAttr
	Srcset template.Srcset
	N      int
	F      float64
	Yes    bool
	Any    any
	Near   *inner
	Far    **inner
	Err    error
	List   []inner
	Words  []string
	Points []*inner
	Anys   []any
	Four   [4]struct{}
	Map    map[string]string
	Bytes  []byte
}

// constructs are templates by name: those that are compiled, and those that html/template
// has to execute, each in every place where escaping differs.
var constructs = map[string]struct {
	text     string
	compiled bool
}{
	"text":         {`a &amp; b`, true},
	"values":       {`{{.Text}} {{.Named}} {{.Spoken}} {{.HTML}} {{.URL}} {{.CSS}} {{.JS}} {{.JSStr}} {{.Attr}} {{.N}} {{.F}} {{.Yes}}`, true},
	"attributes":   {`<a title="{{.Text}}" alt='{{.Named}}' class="x {{.HTML}} {{.N}}" lang="{{.Spoken}}">{{.Text}}</a>`, true},
	"no quotes":    {`<a title={{.Text}} id={{.Named}}>x</a>`, true},
	"names":        {`<a {{.Attr}} data-{{.Text}}="x">x</a>`, true},
	"addresses":    {`<a href="{{.Text}}">a</a><a href='{{.URL}}'>b</a><a href="/x/{{.Text}}?q={{.Text}}&r={{.URL}}#{{.Named}}">c</a><a href={{.Text}}>d</a><img src="{{.Spoken}}"><img srcset="{{.Text}}"><img srcset="{{.Srcset}}">`, true},
	"styles":       {`<style>a{color:{{.Text}};b:"{{.Text}}";{{.CSS}}}</style><p style="color:{{.Text}};{{.CSS}}">x</p><p style="background:url('{{.Text}}')">x</p>`, true},
	"scripts":      {`<script>var a={{.Text}},b={{.N}},c="{{.Text}}",d=/{{.Text}}/,e={{.JS}},f='{{.JSStr}}',g={{.Yes}},h={{.F}};</script><p onclick="f({{.Text}})">x</p>`, true},
	"rcdata":       {`<title>{{.Text}} {{.HTML}}</title><textarea>{{.Text}}</textarea>`, true},
	"fields":       {`{{.Deep.Text}}{{.Near.Text}}{{.Near.Deep.Text}}`, true},
	"method":       {`{{.Loud}}{{.Near.Loud}}{{.Near.Quiet}}{{range .List}}{{.Loud}}{{end}}`, true},
	"if":           {`{{if .Text}}a{{else if .N}}b{{else}}c{{end}}{{if .Yes}}d{{end}}{{if .Near}}e{{end}}{{if .List}}f{{end}}{{if .Named}}g{{end}}`, true},
	"and or not":   {`{{if and .Text .N}}a{{end}}{{if or .Text .N}}b{{end}}{{if not .Text}}c{{end}}{{if not (or .N .Yes)}}d{{end}}{{if and (or .N .Text) (eq .Text "x")}}e{{end}}`, true},
	"eq":           {`{{if eq .Text "x"}}a{{else if eq .Named "y"}}b{{end}}`, true},
	"with":         {`{{with .Text}}{{.}}{{else}}-{{end}}{{with .Near}}{{.Text}}{{$.Named}}{{end}}{{with .Deep}}{{.Text}}{{end}}`, true},
	"range":        {`{{range .List}}<b>{{.Text}}{{$.N}}</b>{{else}}-{{end}}{{range $w := .Words}}{{$w}}{{.}}{{end}}{{range $i, $p := .Points}}{{if $i}}, {{end}}{{$i}} {{$p.Text}}{{end}}{{range .Four}}.{{end}}`, true},
	"nested range": {`{{range $i, $a := .List}}{{range $j, $b := $.Words}}{{$i}}{{$j}}{{$a.Text}}{{$b}}{{end}}{{end}}`, true},
	"len index":    {`{{len .List}}{{len .Words}}{{with index .Words 0}}{{.}}{{end}}{{if len .Words}}x{{end}}`, true},
	"calls":        {`{{template "piece" .}}{{template "piece" .Near}}{{template "bare"}}{{range .List}}{{template "piece" .}}{{end}}`, true},
	"any":          {`{{template "piece" .Any}}`, true},
	"trim":         {"a {{- .Text -}} b {{/* c */}} d", true},

	"in a tag":        {`<a {{template "attribute" .}}>x</a>`, false},
	"in a script":     {`<script>{{template "piece" .}}</script>`, false},
	"map":             {`{{.Map.a}}{{index .Map "b"}}`, false},
	"interface":       {`{{.Any}}{{.Err}}`, false},
	"pointers":        {`{{.Near}}{{.Far}}{{.Points}}`, false},
	"lists":           {`{{.Words}}{{.Bytes}}`, false},
	"variables":       {`{{$x := .Text}}{{$x}}{{if true}}{{$x = "b"}}{{end}}{{$x}}`, false},
	"functions":       {`{{printf "%s %d" .Text .N}}{{html .Text}}{{urlquery .Text}}{{js .Text}}{{print .Text}}`, false},
	"comparisons":     {`{{if gt .N 1}}a{{end}}{{if eq .N 1 2}}b{{end}}{{if ne .Text "a"}}c{{end}}`, false},
	"break":           {`{{range .Words}}{{if eq . "x"}}{{break}}{{end}}{{if eq . "y"}}{{continue}}{{end}}{{.}}{{end}}`, false},
	"numbers":         {`{{range 3}}{{.}}{{end}}`, false},
	"with variable":   {`{{with $x := .Text}}{{$x}}{{end}}`, false},
	"values of or":    {`{{or .Text "a"}}{{and .Text .N}}{{not .Yes}}`, false},
	"constants":       {`{{"a<b"}}{{1}}{{true}}`, false},
	"slice":           {`{{slice .Words 0 0}}`, false},
	"failing method":  {`{{.Fails}}`, false},
	"pipes":           {`{{.Text | printf "%q"}}`, false},
	"else with":       {`{{with .Text}}a{{else with .Named}}{{.}}{{end}}`, true},
	"half-way":        {`a{{range .List}}b{{template "printed" .}}{{end}}`, true},
	"around the rest": {`<p>{{template "functions" .}}{{.Text}}</p>`, true},
}

// pieces are called by the others.
const pieces = `{{define "piece"}}<i>{{.Text}}</i>{{end}}{{define "bare"}}<hr>{{end}}{{define "printed"}}{{printf "%s" .Text}}{{end}}{{define "attribute"}}title="{{.Text}}"{{end}}`

func parseAll(tb testing.TB) func() (*template.Template, error) {
	tb.Helper()
	return func() (*template.Template, error) {
		t, err := template.New("all").Parse(pieces)
		for name, c := range constructs {
			if err == nil {
				_, err = t.New(name).Parse(c.text)
			}
		}
		return t, err
	}
}

// newSet parses all anew: some errors spoil a definition for good.
func newSet(tb testing.TB) *Set {
	tb.Helper()
	made := parseAll(tb)
	t, err := made()
	if err != nil {
		tb.Fatal(err)
	}
	return New(t, made)
}

func views() []*view {
	texts := []string{"", "x", "y", "Ambulu <b>&amp;</b> \"'+\x00`=\n\t", "javascript:alert(1)", "https://contoh.example/a?b=c&d=e#f", "tel:+62812", "/a b/c", "\xff\u2028é😀", "a:b", "expression(1)", "</script>"}
	var all []*view
	for i, text := range texts {
		v := &view{Named: named(text), Spoken: spoken(text), CSS: template.CSS(text), JS: "1", JSStr: "s", Attr: `dir="ltr"`, Srcset: template.Srcset(text), N: i - 1, F: float64(i) / 3, Yes: i%2 == 0, Any: inner{Text: text}, Near: &inner{Text: text, Deep: &inner{Text: text}}, Err: errors.New(text), Map: map[string]string{"a": text}, Bytes: []byte(text)}
		v.inner = inner{Text: text, HTML: template.HTML(text), URL: template.URL(text), Deep: &inner{Text: text + text}}
		v.Far = &v.Near
		for range i {
			v.List, v.Words, v.Points = append(v.List, v.inner), append(v.Words, text), append(v.Points, v.Near)
		}
		all = append(all, v)
	}
	return append(all, &view{}, &view{Any: 7, Points: []*inner{nil}, Words: []string{"x", "a", "y", "b"}})
}

// compare executes a template in both ways, thrice: at first it is not compiled.
func compare(t *testing.T, quick, slow *Set, name string, data any) {
	t.Helper()
	var want bytes.Buffer
	wantErr := slow.ByLibrary(&want, name, data)
	for range 3 {
		var got bytes.Buffer
		got.WriteString("before ")
		err := quick.Execute(&got, name, data)
		if fmt.Sprint(err) != fmt.Sprint(wantErr) {
			t.Fatalf("%s of %+v: error %v, want %v", name, data, err, wantErr)
		}
		if err == nil && got.String() != "before "+want.String() {
			t.Fatalf("%s of %+v:\n%q, and html/template writes\n%q", name, data, got.String(), want.String())
		}
	}
}

// TestConstructs: whatever a template holds, the bytes are those of html/template; and what
// is said to be compiled is.
func TestConstructs(t *testing.T) {
	for name, c := range constructs {
		t.Run(name, func(t *testing.T) {
			quick, slow := newSet(t), newSet(t)
			for _, v := range views() {
				compare(t, quick, slow, name, *v)
				compare(t, quick, slow, name, v)
			}
			for _, of := range []reflect.Type{reflect.TypeFor[view](), reflect.TypeFor[*view]()} {
				if got := quick.program(quick.def(name), of).run != nil; got != c.compiled {
					t.Errorf("for %s it is compiled: %v, want %v", of, got, c.compiled)
				}
			}
			compare(t, quick, slow, name, nil)
			compare(t, quick, slow, name, (*view)(nil))
			compare(t, quick, slow, name, 7)
			compare(t, quick, slow, name, map[string]string{"Text": "<"})
		})
	}
}

// TestAtOnce: many goroutines may execute at once, from the first time on.
func TestAtOnce(t *testing.T) {
	quick, slow := newSet(t), newSet(t)
	data := views()[3]
	var want bytes.Buffer
	if err := slow.ByLibrary(&want, "calls", data); err != nil {
		t.Fatal(err)
	}
	done := make(chan string)
	for range 8 {
		go func() {
			var got bytes.Buffer
			for range 20 {
				got.Reset()
				if err := quick.Execute(&got, "calls", data); err != nil {
					got.WriteString(err.Error())
				}
			}
			done <- got.String()
		}()
	}
	for range 8 {
		if got := <-done; got != want.String() {
			t.Errorf("got %q, want %q", got, want.String())
		}
	}
}

// FuzzExecute: any values in any construct give the bytes of html/template.
func FuzzExecute(f *testing.F) {
	for _, v := range views() {
		f.Add(v.Text, string(v.Named), v.N, v.F, v.Yes, uint8(len(v.List)))
	}
	quick, slow := newSet(f), newSet(f)
	f.Fuzz(func(t *testing.T, text, other string, n int, x float64, yes bool, count uint8) {
		if math.IsNaN(x) {
			x = 0 // is not equal to itself
		}
		v := &view{Named: named(other), Spoken: spoken(text), CSS: template.CSS(other), JS: "1", JSStr: template.JSStr(text), Attr: "dir", Srcset: template.Srcset(other), N: n, F: x, Yes: yes, Any: inner{Text: other}, Near: &inner{Text: other, URL: template.URL(text), Deep: &inner{}}, Map: map[string]string{"a": text}}
		v.inner = inner{Text: text, HTML: template.HTML(other), URL: template.URL(text), Deep: &inner{Text: other}}
		for i := range int(count % 4) {
			v.List, v.Words, v.Points = append(v.List, inner{Text: text[i%(len(text)+1):]}), append(v.Words, other), append(v.Points, v.Near)
		}
		for name, c := range constructs {
			if c.compiled {
				compare(t, quick, slow, name, v)
			}
		}
	})
}

func BenchmarkExecute(b *testing.B) {
	set, data := newSet(b), views()[5]
	for _, way := range []struct {
		name string
		do   func(*bytes.Buffer, string, any) error
	}{{"here", set.Execute}, {"library", set.ByLibrary}} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			var w bytes.Buffer
			for b.Loop() {
				w.Reset()
				for _, name := range []string{"attributes", "if", "with", "range", "calls"} {
					if err := way.do(&w, name, data); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
