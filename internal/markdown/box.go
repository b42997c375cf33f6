package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"suluh/internal/source"
)

// BoxNames are the boxes of the package doc.
var BoxNames = []string{"awas", "bahaya", "lapor", "boleh", "jangan", "langkah", "petugas", "ringkas"}

var kindBox = ast.NewNodeKind("Box")

// officialBox is for village officials. On a page for everybody it is closed, so that it
// stands in nobody's way; on paper it is open.
const officialBox = "petugas"

// box is a block directive. It holds blocks.
type box struct {
	ast.BaseBlock
	name  string
	title string
	fence int // how many colons opened it
	label int // the Ref of its label
	off   int
	inner int // boxes inside that have its own number of colons or more, and are open
	ended bool
}

func (*box) Kind() ast.NodeKind { return kindBox }

func (b *box) Dump(src []byte, level int) {
	ast.DumpHelper(b, src, level, map[string]string{"name": b.name, "title": b.title}, nil)
}

// boxParser reads boxes; it holds no state.
type boxParser struct{}

func (boxParser) Trigger() []byte { return []byte{':'} }

func (boxParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	rest := line[pos:]
	fence := colons(rest)
	if fence < 3 {
		return nil, parser.NoChildren
	}
	c := pc.Get(collectorKey).(*collector)
	off := c.base + segment.Start + pos
	words := strings.TrimSpace(string(rest[fence:]))
	reader.Advance(segment.Len() - newline(line))
	if words == "" {
		c.tell(off, fence, source.BoxStray)
		return &box{off: off, ended: true}, parser.NoChildren
	}
	name, title := nameOf(words)
	if !slices.Contains(BoxNames, name) {
		c.tell(off+fence, len(name), source.BoxUnknown, name, strings.Join(BoxNames, ", ")).
			WithNear(source.Nearest(name, BoxNames))
	}
	return &box{name: name, title: title, fence: fence, off: off}, parser.HasChildren
}

// nameOf parts the name of a box from its title.
func nameOf(words string) (name, title string) {
	name, title, _ = strings.Cut(words, " ")
	return name, strings.TrimSpace(title)
}

// Continue ends a box at a line of as many colons alone. A box inside closes
// first, since it is asked after the boxes around it: an outer box with more
// colons lets the shorter line pass.
//
// A line that opens another box with no more colons inside than outside means
// that this one was not closed: it is said of this box, which ends there, so
// that what follows is read as it was meant.
func (boxParser) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	b := node.(*box)
	if b.ended {
		return parser.Close
	}
	line, segment := reader.PeekLine()
	trimmed := bytes.TrimSpace(line)
	n := colons(trimmed)
	if n == len(trimmed) && n == b.fence && b.inner > 0 {
		b.inner--
		return parser.Continue | parser.HasChildren
	}
	if n == len(trimmed) && (n == b.fence || n >= 3 && b.inner == 0 && isInnermost(b, n, pc)) {
		if n != b.fence {
			c := pc.Get(collectorKey).(*collector)
			d := c.tell(c.base+segment.Start+bytes.Index(line, trimmed), n, source.BoxEndDiffers, b.name)
			if b.fence == 3 {
				d.WithNear(":::")
			}
		}
		b.ended = true
		reader.Advance(segment.Len() - newline(line))
		return parser.Close
	}
	if n >= b.fence && n < len(trimmed) && b.inner == 0 && len(line)-len(bytes.TrimLeft(line, " ")) < 4 {
		c := pc.Get(collectorKey).(*collector)
		name, title := nameOf(strings.TrimSpace(string(trimmed[n:])))
		off := c.base + segment.Start + bytes.Index(line, trimmed)
		before, _ := c.file.Position(off)
		switch {
		case name == b.name && title == "" && !closesNext(c.src[segment.Stop:]):
			c.tell(off, len(trimmed), source.BoxClosedByName, name).WithNear(strings.Repeat(":", b.fence))
			reader.Advance(segment.Len() - newline(line))
		case closesBoth(c.src[segment.Stop:]):
			c.tell(off, len(trimmed), source.BoxInBox, name, b.name, before)
			b.inner++
			return parser.Continue | parser.HasChildren
		default:
			c.unclosed(b, before)
		}
		b.ended = true
		return parser.Close
	}
	return parser.Continue | parser.HasChildren
}

// isInnermost tells whether no box is open inside b, and none around it is ended
// by n colons.
func isInnermost(b *box, n int, pc parser.Context) bool {
	last := b
	for _, open := range pc.OpenedBlocks() {
		switch node := open.Node.(type) {
		case *box:
			if node.fence == n && !node.ended {
				return false
			}
			last = node
		case *ast.FencedCodeBlock:
			return false
		}
	}
	return last == b
}

// closesBoth tells whether two boxes that are open are both ended below: then the
// second one was meant to stand in the first.
func closesBoth(rest []byte) bool {
	open := 2
	for line := range bytes.Lines(rest) {
		trimmed := bytes.TrimSpace(line)
		switch n := colons(trimmed); {
		case bytes.HasPrefix(line, []byte("## ")):
			return false
		case n < 3:
		case n < len(trimmed):
			open++
		default:
			if open--; open == 0 {
				return true
			}
		}
	}
	return false
}

// unclosed tells of a box that nothing ends before a line, or of the end that
// does not stand alone.
func (c *collector) unclosed(b *box, before int) {
	start := b.off - c.base
	end := len(c.src)
	at := start
	for line := range bytes.Lines(c.src[start:]) {
		if row, _ := c.file.Position(c.base + at); row >= before {
			end = at
			break
		}
		at += len(line)
	}
	at = start
	for line := range bytes.Lines(c.src[start:end]) {
		words := bytes.TrimRight(line, " \t\n")
		if text := bytes.TrimRight(words, ":"); at > start && len(words)-len(text) >= 3 && len(bytes.TrimSpace(text)) > 0 {
			c.tell(c.base+at+len(text), len(words)-len(text), source.BoxEndInLine, b.name)
			return
		}
		at += len(line)
	}
	c.tell(b.off, b.fence+len(b.name), source.BoxUnclosed, b.name, before)
}

// closesNext tells whether the next line of colons only closes a box.
func closesNext(rest []byte) bool {
	for line := range bytes.Lines(rest) {
		if trimmed := bytes.TrimSpace(line); colons(trimmed) >= 3 {
			return colons(trimmed) == len(trimmed)
		}
	}
	return false
}

func (boxParser) Close(node ast.Node, _ text.Reader, pc parser.Context) {
	if b := node.(*box); !b.ended {
		c := pc.Get(collectorKey).(*collector)
		end, _ := c.file.Position(len(bytes.TrimRight(c.file.Data, " \t\n")))
		c.unclosed(b, end+1)
	}
}

func (boxParser) CanInterruptParagraph() bool { return true }

func (boxParser) CanAcceptIndentedLine() bool { return false }

func colons(line []byte) int {
	return len(line) - len(bytes.TrimLeft(line, ":"))
}

func newline(line []byte) int {
	if bytes.HasSuffix(line, []byte{'\n'}) {
		return 1
	}
	return 0
}

// DirectiveNames are the inline directives of the package doc.
var DirectiveNames = []string{"kontak", "desa", "istilah"}

var kindDirective = ast.NewNodeKind("Directive")

// directive is an inline directive. It holds nothing.
type directive struct {
	ast.BaseInline
	ref         int
	off, length int    // in the Markdown
	words       string // what it adds to the words of the page, as far as its own file knows
}

func (*directive) Kind() ast.NodeKind { return kindDirective }

func (d *directive) Dump(src []byte, level int) { ast.DumpHelper(d, src, level, nil, nil) }

// directiveParser reads :name[argument]; it holds no state.
type directiveParser struct{}

func (directiveParser) Trigger() []byte { return []byte{':'} }

func (directiveParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if before := block.PrecendingCharacter(); isWord(before) {
		return nil
	}
	open := bytes.IndexByte(line, '[')
	if open < 2 || bytes.ContainsFunc(line[1:open], func(r rune) bool { return r < 'a' || r > 'z' }) {
		return nil
	}
	end := bytes.IndexAny(line[open:], "]\n")
	if end < 0 || line[open+end] != ']' {
		return nil
	}
	c := pc.Get(collectorKey).(*collector)
	name, arg := string(line[1:open]), string(line[open+1:open+end])
	off := c.base + segment.Start
	kinds := map[string]RefKind{"kontak": Contact, "desa": Village, "istilah": Term}
	kind, known := kinds[name]
	if !known {
		c.tell(off+1, len(name), source.DirectiveUnknown, name, strings.Join(DirectiveNames, ", ")).
			WithNear(source.Nearest(name, DirectiveNames))
		return nil
	}
	block.Advance(open + end + 1)
	d := &directive{ref: c.ref(kind, strings.TrimSpace(arg), off+open+1, len(arg)), off: segment.Start, length: open + end + 1}
	if kind == Term {
		d.words = strings.TrimSpace(arg)
	}
	return d
}

func isWord(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
}

// card is a contact that stands alone in its paragraph.
type card struct {
	ast.BaseBlock
	ref int
}

var kindCard = ast.NewNodeKind("Card")

func (*card) Kind() ast.NodeKind { return kindCard }

func (c *card) Dump(src []byte, level int) { ast.DumpHelper(c, src, level, nil, nil) }
