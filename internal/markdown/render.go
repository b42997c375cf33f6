package markdown

import (
	"bytes"
	"fmt"
	"html"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// nodeRenderer writes our own nodes, and goldmark's where they hold something
// that another file decides. A placeholder is written as placeholderStart, the number of the
// Ref, placeholderEnd: control characters, which no source file can hold.
type nodeRenderer struct{}

const (
	placeholderStart = '\x02'
	placeholderEnd   = '\x03'
	leadEnd          = '\x04' // stands behind the lead
)

func (r nodeRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(kindBox, r.box)
	reg.Register(kindDirective, r.directive)
	reg.Register(kindCard, r.card)
	reg.Register(kindTask, r.task)
	reg.Register(kindTaskDetail, r.taskDetail)
	reg.Register(ast.KindLink, r.link)
	reg.Register(ast.KindAutoLink, r.autoLink)
	reg.Register(ast.KindImage, r.image)
	reg.Register(ast.KindHTMLBlock, r.nothing)
	reg.Register(ast.KindRawHTML, r.nothing)
	reg.Register(extast.KindTable, r.table)
}

func placeholder(ref int) string {
	return string(placeholderStart) + strconv.Itoa(ref) + string(placeholderEnd)
}

// split cuts HTML at its placeholders.
func split(text []byte, refs []*Ref) []Part {
	var parts []Part
	if len(text) == 0 {
		return nil
	}
	for {
		before, rest, found := bytes.Cut(text, []byte{placeholderStart})
		number, after, _ := bytes.Cut(rest, []byte{placeholderEnd})
		i, err := strconv.Atoi(string(number))
		if !found || err != nil || i < 0 || i >= len(refs) {
			return append(parts, Part{HTML: string(text)})
		}
		parts = append(parts, Part{HTML: string(before), Ref: refs[i]})
		text = after
	}
}

func (nodeRenderer) box(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	b := node.(*box)
	switch {
	case b.name == "":
	case entering:
		title := "p"
		if b.name == officialBox {
			title = "summary"
			_, _ = w.WriteString(`<details class="kotak petugas"><summary class="kotak-judul">`)
		} else {
			// No heading has a dot in its id, and no other box this label.
			fmt.Fprintf(w, `<div class="kotak %s" role="group" aria-labelledby="k.%d"><p class="kotak-judul" id="k.%[2]d">`, html.EscapeString(b.name), b.label)
		}
		if b.title == "" {
			fmt.Fprintf(w, "%s</%s>\n", placeholder(b.label), title)
		} else {
			fmt.Fprintf(w, `<span class="kotak-label">%s:</span> %s</%s>`+"\n", placeholder(b.label), html.EscapeString(b.title), title)
		}
	case b.name == officialBox:
		_, _ = w.WriteString("</details>\n")
	default:
		_, _ = w.WriteString("</div>\n")
		if b.name == "ringkas" && b.Parent().FirstChild() == b && b.Parent().Kind() == ast.KindDocument {
			_ = w.WriteByte(leadEnd)
		}
	}
	return ast.WalkContinue, nil
}

func (nodeRenderer) directive(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(placeholder(node.(*directive).ref))
	}
	return ast.WalkContinue, nil
}

func (nodeRenderer) card(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		// The element keeps the minifier from joining the card to its neighbours.
		fmt.Fprintf(w, `<div class="kartu">%s</div>`+"\n", placeholder(node.(*card).ref))
	}
	return ast.WalkContinue, nil
}

func (nodeRenderer) task(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		id := html.EscapeString(node.(*task).id)
		fmt.Fprintf(w, `<label><input type="checkbox" id="c-%s" name="%s"> <span>`, id, id)
	} else {
		_, _ = w.WriteString("</span></label>")
	}
	return ast.WalkContinue, nil
}

func (nodeRenderer) taskDetail(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		fmt.Fprintf(w, `<p class="rinci"><b>%s:</b> `, placeholder(node.(*taskDetail).label))
	} else {
		_, _ = w.WriteString("</p>")
	}
	return ast.WalkContinue, nil
}

func (nodeRenderer) link(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	writeLink(w, node, entering)
	return ast.WalkContinue, nil
}

func (nodeRenderer) autoLink(w util.BufWriter, src []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	writeLink(w, node, entering)
	if entering {
		_, _ = w.Write(util.EscapeHTML(node.(*ast.AutoLink).Label(src)))
	}
	return ast.WalkContinue, nil
}

func writeLink(w util.BufWriter, node ast.Node, entering bool) {
	ref, ok := refOf(node)
	switch {
	case !ok:
	case entering && alone(node):
		fmt.Fprintf(w, `<a class="sendiri" %s>`, placeholder(ref))
	case entering:
		fmt.Fprintf(w, "<a %s>", placeholder(ref))
	default:
		_, _ = w.WriteString("</a>")
	}
}

// alone tells whether a link is all that its block holds: a finger needs more
// room there than inside a sentence.
func alone(n ast.Node) bool {
	return n.Parent() != nil && n.Parent().ChildCount() == 1 && n.Parent().Type() == ast.TypeBlock
}

func (nodeRenderer) image(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if ref, ok := refOf(node); ok && entering {
		_, _ = w.WriteString(placeholder(ref))
	}
	return ast.WalkSkipChildren, nil
}

func (nodeRenderer) nothing(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

// table lets a wide table scroll by itself, so that the page never does.
func (nodeRenderer) table(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		_, _ = w.WriteString(`<div class="tabel" tabindex="0"><table>` + "\n")
	} else {
		_, _ = w.WriteString("</table></div>\n")
	}
	return ast.WalkContinue, nil
}
