package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"suluh/internal/source"
)

// written is the text of a block and, for each byte of it, from where in the
// Markdown it comes.
type written struct {
	text []byte
	runs []run

	steering [][2]int // references to signs that steer: where they stand, and their length
}

// run is a part of a text that begins at a byte of it, and where it comes from: byte by byte
// from there on, or as a whole from one place.
type run struct {
	at, from int
	whole    bool
}

func (w *written) add(text []byte, from int) {
	if len(text) == 0 {
		return
	}
	if n := len(w.runs); n == 0 || w.runs[n-1].whole || w.runs[n-1].from+len(w.text)-w.runs[n-1].at != from {
		w.runs = append(w.runs, run{at: len(w.text), from: from})
	}
	w.text = append(w.text, text...)
}

// put adds text that comes from one place as a whole.
func (w *written) put(text []byte, from int) {
	if len(text) == 0 {
		return
	}
	w.runs = append(w.runs, run{at: len(w.text), from: from, whole: true})
	w.text = append(w.text, text...)
}

// from gives where a byte of the text comes from.
func (w *written) from(at int) int {
	i, found := slices.BinarySearchFunc(w.runs, at, func(r run, at int) int { return r.at - at })
	if !found {
		i--
	}
	if w.runs[i].whole {
		return w.runs[i].from
	}
	return w.runs[i].from + at - w.runs[i].at
}

// place gives where a part of the text stands in the Markdown.
func (w *written) place(at, end int) (off, length int) {
	if at >= len(w.text) {
		if len(w.text) == 0 {
			return 0, 0
		}
		return w.from(len(w.text) - 1), 1
	}
	off = w.from(at)
	return off, max(w.from(max(end-1, at))+1-off, 1)
}

// shown gives the words of a node as readers see them: escapes and entities
// (CommonMark 2.4 and 2.5) are what they stand for.
func shown(n ast.Node, src []byte) *written {
	w := &written{}
	w.node(n, src, true)
	return w
}

// Signs that no file can hold stand where a text is parted.
const (
	escaped = '\x00' // for each byte of an escape
	parted  = '\x01' // between a node and its neighbours
)

// left gives what is left as text of a node after Markdown, as it is written:
// code, and what was read as a sign, is not in it. Escapes are signs of their
// writer's, so they stand for nothing.
func left(n ast.Node, src []byte) *written {
	w := &written{}
	w.node(n, src, false)
	return w
}

func (w *written) node(n ast.Node, src []byte, seen bool) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		switch c := child.(type) {
		case *ast.Text:
			w.value(c, src, seen)
		case *ast.CodeSpan:
			if seen {
				w.raw(c, src)
			} else {
				w.put([]byte{parted}, max(child.Pos(), 0))
			}
		case *ast.AutoLink:
			if seen {
				w.put(c.Label(src), max(child.Pos(), 0))
			} else {
				w.put([]byte{parted}, max(child.Pos(), 0))
			}
		case *directive:
			if seen {
				w.put([]byte(c.words), c.off)
			} else {
				w.put([]byte{parted}, c.off)
			}
		case *ast.RawHTML:
		default:
			if child.Type() == ast.TypeBlock {
				continue
			}
			link := child.Kind() == ast.KindLink || child.Kind() == ast.KindImage
			if !seen && link {
				w.put([]byte{parted}, max(child.Pos(), 0))
			}
			w.node(child, src, seen)
			if !seen && link {
				w.put([]byte{parted}, max(child.Pos(), 0))
			}
		}
	}
}

// raw adds the text of a code span.
func (w *written) raw(n ast.Node, src []byte) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if t, ok := child.(*ast.Text); ok {
			w.add(t.Segment.Value(src), t.Segment.Start)
		}
	}
}

func (w *written) value(t *ast.Text, src []byte, seen bool) {
	value, start := t.Segment.Value(src), t.Segment.Start
	if !bytes.ContainsAny(value, `\&`) {
		w.add(value, start)
		value = nil
	}
	for i := 0; i < len(value); {
		switch {
		case value[i] == '\\' && i+1 < len(value) && util.IsPunct(value[i+1]):
			if seen {
				w.add(value[i+1:i+2], start+i+1)
			} else {
				w.put([]byte{escaped, escaped}, start+i)
			}
			i += 2
		case value[i] == '&' && seen:
			n := w.entity(value[i:], start+i)
			i += n
		default:
			w.add(value[i:i+1], start+i)
			i++
		}
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		w.put([]byte{'\n'}, t.Segment.Stop)
	}
}

// longestEntity is more than the longest name of HTML has.
const longestEntity = 40

// entity adds what an entity stands for, or its first sign, and tells how many
// bytes were read.
func (w *written) entity(value []byte, from int) int {
	end := bytes.IndexByte(value[:min(len(value), longestEntity)], ';')
	if end > 0 {
		name := value[:end+1]
		if sign := util.ResolveEntityNames(util.ResolveNumericReferences(name)); !bytes.Equal(sign, name) {
			if bytes.ContainsFunc(sign, source.IsSteering) {
				w.steering = append(w.steering, [2]int{from, end + 1})
				return end + 1
			}
			w.put(sign, from)
			return end + 1
		}
	}
	w.add(value[:1], from)
	return 1
}

// plain returns the words of a node, as readers see them.
func plain(n ast.Node, src []byte) string {
	w := &written{}
	w.node(n, src, true)
	var b strings.Builder
	b.Write(w.text)
	_ = ast.Walk(n, func(inner ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && inner != n && inner.Type() == ast.TypeBlock {
			b.WriteString(" " + plain(inner, src))
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
