// Package markdown turns the text of one page into a [Doc], knowing nothing of
// other files.
//
// # What writers may use
//
// CommonMark with tables, strikethrough, definition lists, task lists and bare
// https:// addresses as links. HTML is refused; comments are dropped. Links
// may lead to https, http, mailto, tel, sms and geo, and to other files of the
// content folder. Four leading spaces do not make code: nobody here means that.
//
// What looks like a sign of Markdown or a directive and is none would be
// published as typed; it is refused with what was probably meant (left.go). A
// backslash in front says that a sign is meant as text.
//
// # Directives
//
// A box begins with three or more colons and a name, and ends with as many
// colons alone. A box inside a box takes more colons outside than inside.
//
//	:::awas Uang ke rekening pribadi
//	Minta kuitansi.
//	:::
//
// Names: awas (warning), bahaya (danger now), lapor (report), boleh (may),
// jangan (must not; each item begins with the word), langkah (steps), petugas
// (for village officials only), ringkas (the page in short).
//
// In a line, :kontak[id] becomes a contact's name and number, or, alone in its
// paragraph, the whole card; :desa[code] links a village; :istilah[word] links
// a word of the glossary.
//
// # Checklists
//
// A task item carries a stable id, by which readers' ticks are kept, and may
// carry where it is done, what it costs and how long it takes:
//
//   - [ ] Minta surat izin keluarga. {#izin-keluarga}
//     di: Kantor desa
//     biaya: Gratis
//     waktu: Satu hari
//
// Headings take an id in the same way; those without one get it from their
// words.
//
// # Holes
//
// What depends on other files is left open: a [Doc] is HTML with placeholders, and
// each placeholder holds a [Ref]. The site fills them when it renders the page, so a
// parsed page can be kept while other files change.
package markdown

import (
	"bufio"
	"bytes"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"suluh/internal/minify"
	"suluh/internal/phone"
	"suluh/internal/source"
)

// Doc is a parsed page body. It is never changed after Parse.
type Doc struct {
	Lead     []Part // the ringkas box, where the page begins with one
	Parts    []Part // the rest
	Refs     []*Ref
	Headings []Heading
	Tasks    []Task
	Numbers  []phone.Found // numbers typed in the text; Off is that in the file
	Text     string        // the words, without markup
}

// Part is a piece of HTML and the placeholder after it. Ref is nil in the last part.
type Part struct {
	HTML string
	Ref  *Ref
}

// RefKind says what fills a placeholder.
type RefKind int

// The kinds of references, and what the site writes in their place.
const (
	Link    RefKind = iota // href="…" and what belongs to it, inside an a element
	Picture                // the whole img element
	Contact                // a contact's name and number
	Card                   // a contact's whole card
	Village                // a link to a village
	Term                   // a link to the glossary
	Word                   // a word of the interface, such as a box's label
)

// Ref is a reference to something that another file holds.
type Ref struct {
	Kind   RefKind
	Target string // a path, id, code, word or key
	Text   string // of a picture: what it shows, in words
	Alone  bool   // of a directive: its block holds nothing else
	Off    int    // where the target stands in the file
	Len    int
}

// Heading is a section heading.
type Heading struct {
	Level  int
	ID     string
	Text   string // without what other files hold
	Off    int
	Pieces []Piece // the words with what other files hold
}

// Piece is words and the reference after them; Ref is nil in the last one.
type Piece struct {
	Text string
	Ref  *Ref
}

// Task is one item of a checklist. ID is empty when the writer gave none;
// End is the offset where one would be written.
type Task struct {
	ID   string
	Text string
	Off  int
	End  int
}

// Parser turns Markdown into Docs. It is safe for use from many goroutines.
type Parser struct {
	md      goldmark.Markdown
	min     *minify.Minifier
	scratch sync.Pool // of *scratch
}

// scratch is the room in which a page is written before it is made small.
type scratch struct {
	html bytes.Buffer
	out  *bufio.Writer // into html, in the form that goldmark needs
}

func newScratch() any {
	s := &scratch{}
	s.out = bufio.NewWriter(&s.html)
	return s
}

// NewParser returns a Parser.
func NewParser(min *minify.Minifier) *Parser {
	var blocks []util.PrioritizedValue
	for i, p := range []parser.BlockParser{
		boxParser{}, parser.NewSetextHeadingParser(), parser.NewThematicBreakParser(), parser.NewListParser(),
		parser.NewListItemParser(), parser.NewATXHeadingParser(), parser.NewFencedCodeBlockParser(),
		parser.NewBlockquoteParser(), parser.NewHTMLBlockParser(), paragraphParser{parser.NewParagraphParser()},
	} {
		blocks = append(blocks, util.Prioritized(p, (i+1)*100))
	}
	md := goldmark.New(
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(blocks...),
			parser.WithInlineParsers(append(parser.DefaultInlineParsers(), util.Prioritized(directiveParser{}, 150))...),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...),
		)),
		goldmark.WithExtensions(
			extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone)),
			extension.Strikethrough, extension.TaskList, extension.DefinitionList,
			extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"https:", "http:"})),
		),
		goldmark.WithRendererOptions(html.WithWriter(cleanWriter{html.DefaultWriter}), renderer.WithNodeRenderers(util.Prioritized(nodeRenderer{}, 100))),
	)
	return &Parser{md: md, min: min, scratch: sync.Pool{New: newScratch}}
}

// Parse reads the Markdown of a file from a byte offset on. The Doc is usable
// even when there are diagnostics.
func (p *Parser) Parse(f *source.File, body int) (*Doc, source.List) {
	c := &collector{file: f, base: body, src: f.Data[body:], doc: &Doc{}, ids: map[string]bool{}, tasks: map[string]bool{}, turns: map[string]int{}, told: map[source.Code]int{}, used: map[string]bool{}}
	if off, fault := passed(c.src); fault != nil {
		return c.doc, source.List{f.At(body+off, 0, fault.Code, fault.Args...)}
	}
	ctx := parser.NewContext()
	ctx.Set(collectorKey, c)
	root := p.md.Parser().Parse(text.NewReader(c.src), parser.WithContext(ctx))
	c.collect(root)

	s := p.scratch.Get().(*scratch)
	defer p.scratch.Put(s)
	s.html.Reset()
	s.out.Reset(&s.html)
	if err := p.md.Renderer().Render(s.out, c.src, root); err != nil {
		c.faults.Add(f.Whole(source.FileUnreadable, err.Error()))
	}
	written, err := p.min.Bytes(minify.Fragment, s.html.Bytes())
	if err != nil {
		written = s.html.Bytes()
	}
	lead, rest, found := bytes.Cut(written, []byte{leadEnd})
	if !found {
		lead, rest = nil, written
	}
	c.doc.Lead, c.doc.Parts = split(lead, c.doc.Refs), split(rest, c.doc.Refs)
	c.doc.Text = c.text.String()
	return c.doc, c.faults
}

// paragraphParser takes lines that begin with four spaces, too: there is no
// parser for indented code to take them, and no text may be lost.
type paragraphParser struct{ parser.BlockParser }

func (paragraphParser) CanAcceptIndentedLine() bool { return true }

// collectorKey is where the parsers of our directives find the collector.
var collectorKey = parser.NewContextKey()

// Render writes the HTML of parts; fill writes what stands in a placeholder.
func Render(w *bytes.Buffer, parts []Part, fill func(*bytes.Buffer, *Ref)) {
	for _, part := range parts {
		w.WriteString(part.HTML)
		if part.Ref != nil {
			fill(w, part.Ref)
		}
	}
}

// refAttribute is where a link or picture node keeps its Ref's number.
const refAttribute = "ref"

func refOf(n ast.Node) (int, bool) {
	v, ok := n.AttributeString(refAttribute)
	if !ok {
		return 0, false
	}
	i, ok := v.(int)
	return i, ok
}
