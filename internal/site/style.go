package site

import (
	"bytes"
	"sync"

	"suluh/internal/stylesheet"
)

// What a page uses of its style is known when the page is there. Until then
// these stand for the style and for its hash in the policy, in this order. They
// are made of control characters, which no text of a page can hold.
const (
	sourceMark = "\x0esource\x0f"
	styleMark  = "\x0estyle\x0f"
)

// undressed are buffers for pages that still wait for their style.
var undressed = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// dress writes a page with what it uses of a style.
func dress(w *bytes.Buffer, page []byte, sheet *stylesheet.Sheet) {
	style := sheet.For(page)
	for _, part := range [...]struct{ mark, text string }{{sourceMark, style.Source}, {styleMark, style.CSS}} {
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
