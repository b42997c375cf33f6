package quickhtml

import (
	"bytes"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
)

// library calls html/template's escapers, which are not exported: each chain of them
// stands in a template of its own, which hands over what comes out.
type library struct {
	mu     sync.Mutex
	chains map[string]*template.Template
}

func newLibrary() *library { return &library{chains: map[string]*template.Template{}} }

// call is what the template of a chain is executed with.
type call struct {
	V   any
	out string
}

// Put takes what comes out of the chain, and leaves nothing for the template to write.
func (c *call) Put(s string) template.HTML {
	c.out = s
	return ""
}

// chain gives the template of a chain of escapers. The escapers are functions that
// html/template knows once it has escaped, so they are not looked for before.
func (l *library) chain(names []string) *template.Template {
	key := strings.Join(names, " | "+escaperPrefix)
	l.mu.Lock()
	defer l.mu.Unlock()
	if t := l.chains[key]; t != nil {
		return t
	}
	tree := parse.New("chain")
	tree.Mode = parse.SkipFuncCheck
	if _, err := tree.Parse("{{.Put (.V | "+escaperPrefix+key+")}}", "", "", map[string]*parse.Tree{}); err != nil {
		return nil
	}
	t, err := template.New("chain").AddParseTree("chain", tree)
	if err != nil || t.Execute(new(bytes.Buffer), &call{V: ""}) != nil {
		return nil
	}
	l.chains[key] = t
	return t
}

// Types whose texts html/template trusts in their places.
var (
	plainText = reflect.TypeFor[string]()
	htmlText  = reflect.TypeFor[template.HTML]()
	urlText   = reflect.TypeFor[template.URL]()
)

// writer gives what writes a value of a type through a chain of escapers.
func (l *library) writer(chain []string, of reflect.Type) (func(w *bytes.Buffer, v reflect.Value) bool, bool) {
	through := l.chain(chain)
	if through == nil {
		return nil, false
	}
	slow := func(w *bytes.Buffer, v reflect.Value) bool {
		if !v.CanInterface() {
			return false
		}
		c := call{V: v.Interface()}
		if through.Execute(new(bytes.Buffer), &c) != nil {
			return false
		}
		w.WriteString(c.out)
		return true
	}
	last := chain[len(chain)-1]
	replaces := last == "htmlescaper" || last == "attrescaper" || last == "rcdataescaper"
	switch {
	case of.Kind() == reflect.Int && of.NumMethod() == 0 && reflect.PointerTo(of).NumMethod() == 0 && len(chain) == 1 && replaces:
		return func(w *bytes.Buffer, v reflect.Value) bool {
			w.Write(strconv.AppendInt(w.AvailableBuffer(), v.Int(), 10))
			return true
		}, true
	case of.Kind() != reflect.String:
		// A pointer or an interface may hold what is not there.
		return slow, of.Kind() == reflect.Struct || of.Kind() == reflect.Bool || of.Kind() == reflect.Float64 || of.Kind() == reflect.Int
	case of == htmlText && len(chain) == 1 && last == "htmlescaper":
		return func(w *bytes.Buffer, v reflect.Value) bool { w.WriteString(v.String()); return true }, true
	case isPlain(of) && len(chain) == 1 && replaces:
		return func(w *bytes.Buffer, v reflect.Value) bool { replace(w, v.String()); return true }, true
	case (isPlain(of) || of == urlText) && isAddress(chain):
		trusted := of == urlText
		return func(w *bytes.Buffer, v reflect.Value) bool {
			if text := v.String(); isSimpleAddress(text, trusted) {
				replace(w, text)
				return true
			}
			return slow(w, v)
		}, true
	}
	return slow, true
}

// isPlain tells whether a type of texts is to html/template as string is: it has no
// methods by which it would be written.
func isPlain(of reflect.Type) bool {
	return of == plainText || of.PkgPath() != "html/template" && of.NumMethod() == 0 && reflect.PointerTo(of).NumMethod() == 0
}

// isAddress tells whether a chain is that of an address in an attribute with quotation
// marks.
func isAddress(chain []string) bool {
	switch strings.Join(chain, " ") {
	case "urlfilter urlnormalizer attrescaper", "urlnormalizer attrescaper":
		return true
	}
	return false
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// isSimpleAddress tells whether an address is one that html/template leaves as it is, but
// for what replace does: it has the simplest characters, and no scheme that has to be
// judged unless it is trusted.
func isSimpleAddress(text string, trusted bool) bool {
	if !trusted {
		text = strings.TrimPrefix(text, "https://")
	}
	for i := range len(text) {
		switch c := text[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == '-', c == '.', c == '_', c == '~', c == '/', c == '#', c == '?', c == '=', c == ',':
		case trusted && (c == '+' || c == ':'):
		case c == '%' && i+2 < len(text) && isHex(text[i+1]) && isHex(text[i+2]): // is not escaped again
		default:
			return false
		}
	}
	return true
}

// replaced are the characters that htmlescaper, attrescaper and rcdataescaper replace in
// plain text.
var replaced = [256]string{0: "\uFFFD", '"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

// replace writes plain text as those three do.
func replace(w *bytes.Buffer, text string) {
	from := 0
	for i := range len(text) {
		if by := replaced[text[i]]; by != "" {
			w.WriteString(text[from:i])
			w.WriteString(by)
			from = i + 1
		}
	}
	w.WriteString(text[from:])
}
