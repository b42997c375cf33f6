package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"suluh/internal/source"
)

// Schemes are the kinds of outside addresses that a link may have.
var Schemes = []string{"https", "http", "mailto", "tel", "sms", "geo"}

// collector walks a parsed page once: it notes what the page holds, says what
// is wrong, and puts our own nodes in place of goldmark's.
type collector struct {
	file   *source.File
	base   int    // offset of src in the file
	src    []byte // the Markdown
	doc    *Doc
	faults source.List
	ids    map[string]bool // of headings
	tasks  map[string]bool
	text   strings.Builder
}

func (c *collector) ref(kind RefKind, target string, off, length int) int {
	c.doc.Refs = append(c.doc.Refs, &Ref{Kind: kind, Target: target, Off: off, Len: length})
	return len(c.doc.Refs) - 1
}

func (c *collector) collect(root ast.Node) {
	for n := root.FirstChild(); n != nil; {
		next := n.NextSibling()
		c.block(n)
		n = next
	}
}

// block handles a block and what is in it. It may replace the block.
func (c *collector) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.ListItem:
		c.listItem(n)
	case *box:
		c.box(n)
	case *ast.Paragraph:
		if d, ok := n.FirstChild().(*directive); ok && n.ChildCount() == 1 && c.doc.Refs[d.ref].Kind == Contact {
			c.doc.Refs[d.ref].Kind = Card
			n.Parent().ReplaceChild(n.Parent(), n, &card{ref: d.ref})
			return
		}
	}
	for child := n.FirstChild(); child != nil; {
		next := child.NextSibling()
		if child.Type() == ast.TypeInline {
			c.inline(child)
		} else {
			c.block(child)
		}
		child = next
	}
	c.text.WriteByte('\n')
	c.numbers(n)
}

func (c *collector) heading(h *ast.Heading) {
	id, off := c.takeID(h)
	at, width := h.Pos(), 1
	if h.Lines().Len() > 0 {
		line := h.Lines().At(0)
		at, width = line.Start, len(bytes.TrimSpace(line.Value(c.src)))
	}
	words := strings.TrimSpace(plain(h, c.src))
	level := 1 // the page's own h1
	if len(c.doc.Headings) > 0 {
		level = c.doc.Headings[len(c.doc.Headings)-1].Level
	}
	switch {
	case h.Level == 1:
		c.faults.Add(c.file.At(c.base+at, width, source.HeadingOne))
	case h.Level > level+1:
		c.faults.Add(c.file.At(c.base+at, width, source.HeadingJump, h.Level, level))
	}
	if id != "" && c.ids[id] {
		c.faults.Add(c.file.At(off, len(id), source.HeadingTwice, id))
	}
	if id == "" {
		id = c.freeID(Slug(words))
	}
	c.ids[id] = true
	h.SetAttributeString("id", []byte(id))
	c.doc.Headings = append(c.doc.Headings, Heading{Level: h.Level, ID: id, Text: words, Off: c.base + at})
}

func (c *collector) freeID(id string) string {
	if id == "" {
		id = "bagian"
	}
	free := id
	for i := 2; c.ids[free]; i++ {
		free = fmt.Sprintf("%s-%d", id, i)
	}
	return free
}

func (c *collector) listItem(item *ast.ListItem) {
	block := item.FirstChild()
	if block == nil {
		return
	}
	if checkbox, ok := block.FirstChild().(*extast.TaskCheckBox); ok {
		item.Parent().SetAttributeString("class", []byte("centang"))
		c.makeTask(item, block, checkbox)
	}
}

// typedNumber finds what a reader would try to dial: a plus or a zero and then
// at least seven more digits. Money and years do not look like that.
var typedNumber = regexp.MustCompile(`(?:\+\s?\d|\(0|\b0)[\d\s().-]{6,}\d`)

// shortestTyped is how many digits typedNumber takes at least.
const shortestTyped = 2

// digits counts the digits of a line: the expression is slow, and most lines
// have none.
func digits(line []byte) int {
	n := 0
	for _, b := range line {
		if b >= '0' && b <= '9' {
			n++
		}
	}
	return n
}

// numbers notes what looks like a phone number in the lines of a block, but not
// in the addresses of web pages. Links are known by then.
func (c *collector) numbers(n ast.Node) {
	if n.Lines() == nil {
		return
	}
	for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
		c.numbersIn(line.Value(c.src), c.base+line.Start)
	}
}

func (c *collector) numbersIn(line []byte, off int) {
	if digits(line) < shortestTyped {
		return
	}
	for _, m := range typedNumber.FindAllIndex(line, -1) {
		if !c.insideWebAddress(off + m[0]) {
			c.doc.Numbers = append(c.doc.Numbers, Span{Text: string(line[m[0]:m[1]]), Off: off + m[0]})
		}
	}
}

func (c *collector) insideWebAddress(off int) bool {
	for _, r := range c.doc.Refs {
		if r.Kind == Link && r.Off <= off && off < r.Off+r.Len {
			return strings.HasPrefix(r.Target, "http")
		}
	}
	return false
}

// dont are the words that begin an item of a jangan box, by language.
var dont = []string{"jangan", "tidak boleh", "do not", "don't", "never", "aja", "ja'"}

func (c *collector) box(b *box) {
	b.label = c.ref(Word, b.name, b.off, b.fence+len(b.name))
	c.text.WriteString(b.title + "\n")
	line, _, _ := bytes.Cut(c.src[b.off-c.base:], []byte{'\n'})
	c.numbersIn(line, b.off)
	if b.name != "jangan" {
		return
	}
	_ = ast.Walk(b, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		item, ok := n.(*ast.ListItem)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		words := strings.ToLower(strings.TrimSpace(plain(item, c.src)))
		for _, begin := range dont {
			if strings.HasPrefix(words, begin) {
				return ast.WalkContinue, nil
			}
		}
		first, _, _ := strings.Cut(words, " ")
		at := item.FirstChild()
		if at != nil && at.Lines() != nil && at.Lines().Len() > 0 {
			c.faults.Add(c.file.At(c.base+at.Lines().At(0).Start, len(first), source.DontMissing, first))
		}
		return ast.WalkContinue, nil
	})
}

func (c *collector) htmlBlock(n *ast.HTMLBlock) {
	if n.HTMLBlockType == ast.HTMLBlockType2 || n.Lines().Len() == 0 { // a comment
		return
	}
	line := n.Lines().At(0)
	code := bytes.TrimSpace(line.Value(c.src))
	c.faults.Add(c.file.At(c.base+line.Start, len(code), source.RawHTML, string(code)))
}

// inline handles an inline node and what is in it.
func (c *collector) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.words(n)
	case *ast.RawHTML:
		c.rawHTML(n)
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.Link:
		c.target(n, string(n.Destination), string(n.Destination), Link)
	case *ast.Image:
		if strings.TrimSpace(plain(n, c.src)) == "" {
			c.faults.Add(c.file.At(c.base+max(n.Pos(), 0), 2, source.PictureWithoutAlt, string(n.Destination)))
		}
		c.target(n, string(n.Destination), string(n.Destination), Picture)
		c.doc.Refs[len(c.doc.Refs)-1].Text = strings.TrimSpace(plain(n, c.src))
	case *directive:
		c.doc.Refs[n.ref].Alone = alone(n)
		if ref := c.doc.Refs[n.ref]; ref.Kind == Term {
			c.text.WriteString(ref.Target)
		}
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.inline(child)
	}
}

func (c *collector) words(t *ast.Text) {
	value := t.Segment.Value(c.src)
	c.text.Write(value)
	if t.SoftLineBreak() || t.HardLineBreak() {
		c.text.WriteByte('\n')
	}
}

func (c *collector) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first := n.Segments.At(0)
	code := first.Value(c.src)
	if !bytes.HasPrefix(code, []byte("<!--")) {
		c.faults.Add(c.file.At(c.base+first.Start, len(bytes.TrimSpace(code)), source.RawHTML, string(bytes.TrimSpace(code))))
	}
}

func (c *collector) autoLink(n *ast.AutoLink) {
	c.text.Write(n.Label(c.src))
	address := string(n.URL(c.src))
	if n.AutoLinkType == ast.AutoLinkEmail {
		address = "mailto:" + strings.TrimPrefix(address, "mailto:")
	}
	c.target(n, address, string(n.Label(c.src)), Link)
}

// target notes where a link or picture leads; written is how the text has it.
func (c *collector) target(n ast.Node, dest, written string, kind RefKind) {
	pos := max(n.Pos(), 0)
	off, length := c.base+pos, 1
	if i := bytes.Index(c.src[min(pos, len(c.src)):], []byte(written)); i >= 0 && written != "" {
		off, length = c.base+pos+i, len(written)
	}
	if scheme, _, found := strings.Cut(dest, ":"); found && !strings.ContainsAny(scheme, "/#?.") {
		if !allowed(scheme) {
			c.faults.Add(c.file.At(off, length, source.SchemeForbidden, scheme+":", strings.Join(Schemes, ", ")))
			dest = ""
		}
	}
	n.SetAttributeString(refAttribute, c.ref(kind, dest, off, length))
}

func allowed(scheme string) bool {
	for _, s := range Schemes {
		if strings.EqualFold(s, scheme) {
			return true
		}
	}
	return false
}

// plain returns the words of a node.
func plain(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Segment.Value(src))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		}
		if a, ok := n.(*ast.AutoLink); ok && entering {
			b.Write(a.Label(src))
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
