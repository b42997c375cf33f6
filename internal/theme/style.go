package theme

import (
	"bytes"
	"html/template"
	"sync"

	"suluh/internal/content"
	"suluh/internal/stylesheet"
)

// What a page uses of its style is known when the page is there. Until then
// these stand for the style and for its hash in the policy, in this order. They
// are made of control characters, which no text of a page can hold.
const (
	SourceMark = "\x0esource\x0f"
	StyleMark  = "\x0estyle\x0f"
)

// unstyled are buffers for pages that still wait for their style.
var unstyled = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Render executes one template of a layout, and writes it with what it uses of the style.
// What is wrong with the template is a diagnostic.
func (t *Theme) Render(w *bytes.Buffer, of *Layout, name string, words *Words, view any) error {
	sheet := t.style
	if of.OnPaper {
		sheet = t.paper
	}
	page := unstyled.Get().(*bytes.Buffer)
	defer unstyled.Put(page)
	page.Reset()
	if err := t.templates[of.Name].execute(page, name, words, view); err != nil {
		return t.fault(err)
	}
	inlineStyle(w, page.Bytes(), sheet)
	return nil
}

// Part renders a partial by itself.
func (t *Theme) Part(name string, words *Words, view any) (template.HTML, error) {
	var w bytes.Buffer
	if err := t.templates[string(content.Plain)].execute(&w, name, words, view); err != nil {
		return "", t.fault(err)
	}
	return template.HTML(w.String()), nil
}

// inlineStyle writes a page with what it uses of a style.
func inlineStyle(w *bytes.Buffer, page []byte, sheet *stylesheet.Sheet) {
	style := sheet.For(page)
	for _, part := range [...]struct{ mark, text string }{{SourceMark, style.Source}, {StyleMark, style.CSS}} {
		before, after, found := bytes.Cut(page, []byte(part.mark))
		if !found {
			continue // a layout without style
		}
		w.Write(before)
		w.WriteString(part.text)
		page = after
	}
	// html/template writes a plus as a character reference, which only UTF-7 needs;
	// numbers abroad are full of them.
	for {
		before, after, found := bytes.Cut(page, []byte("&#43;"))
		w.Write(before)
		if !found {
			return
		}
		w.WriteByte('+')
		page = after
	}
}
