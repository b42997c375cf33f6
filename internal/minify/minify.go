// Package minify makes HTML, templates, CSS, JavaScript, SVG and JSON smaller
// with tdewolff/minify, under the settings that our outputs need.
//
// Layouts are minified once, when they are loaded, with their template actions
// left alone; page bodies once, when they are parsed. Nothing is minified
// again while pages are rendered: that would cost as much as rendering.
package minify

import (
	"bytes"
	"fmt"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
)

// Kind is a kind of text that can be made smaller.
type Kind string

// The kinds. Template is HTML with Go template actions in it; Fragment is HTML
// that will stand inside a page.
const (
	HTML     Kind = "text/html"
	Template Kind = "template"
	Fragment Kind = "fragment"
	CSS      Kind = "text/css"
	JS       Kind = "application/javascript"
	SVG      Kind = "image/svg+xml"
	JSON     Kind = "application/json"
)

// Minifier is safe for use from many goroutines.
type Minifier struct {
	m *minify.M
}

// New returns a Minifier.
func New() *Minifier {
	m := minify.New()
	// Document and end tags stay: they cost some bytes, and old browsers and
	// the checkers of our tests agree on pages that have them.
	plain := html.Minifier{KeepDocumentTags: true, KeepEndTags: true, KeepDefaultAttrVals: true}
	template := plain
	template.TemplateDelims = html.GoTemplateDelims
	// Quotes stay around what an action fills in, and html/template needs to
	// see which attribute it is in.
	template.KeepQuotes = true
	m.Add(string(HTML), &plain)
	m.Add(string(Fragment), &plain)
	m.Add(string(Template), &template)
	m.Add(string(CSS), &css.Minifier{})
	m.Add(string(JS), &js.Minifier{Version: 2009}) // ES5: old WebViews
	m.Add(string(SVG), &svg.Minifier{})
	m.Add(string(JSON), &json.Minifier{})
	return &Minifier{m: m}
}

// Bytes returns text made smaller.
func (m *Minifier) Bytes(kind Kind, text []byte) ([]byte, error) {
	var out bytes.Buffer
	out.Grow(len(text))
	// The minifier writes into what it reads, so it has a copy.
	if err := m.m.Minify(string(kind), &out, bytes.NewBuffer(bytes.Clone(text))); err != nil {
		return nil, fmt.Errorf("minify %s: %w", kind, err)
	}
	return out.Bytes(), nil
}
