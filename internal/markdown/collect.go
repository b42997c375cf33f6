package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"suluh/internal/limits"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/webaddr"
)

// collector walks a parsed page once: it notes what the page holds, says what
// is wrong, and puts our own nodes in place of goldmark's.
type collector struct {
	file   *source.File
	base   int    // offset of src in the file
	src    []byte // the Markdown
	doc    *Doc
	faults source.List
	ids    map[string]bool // of headings and items
	tasks  map[string]bool
	turns  map[string]int // how many items or headings of a text were told apart by a number
	text   strings.Builder
	told   map[source.Code]int // how often each code was told
	used   map[string]bool     // labels of definitions that a link uses

	definitions []*ast.LinkReferenceDefinition
}

// tell adds a diagnostic for a piece of the file. After MostOfOne of a code,
// others are only counted: the first ones explain it.
func (c *collector) tell(off, length int, code source.Code, args ...any) *source.Diagnostic {
	c.told[code]++
	if c.told[code] > source.MostOfOne {
		return nil
	}
	d := c.file.At(off, length, code, args...)
	c.faults.Add(d)
	return d
}

// count says at the last diagnostic of each code how many more there are.
func (c *collector) count() {
	for _, d := range slices.Backward(c.faults) {
		if n := c.told[d.Code]; n > source.MostOfOne {
			d.More = n - source.MostOfOne
			c.told[d.Code] = 0
		}
	}
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
	c.lostDefinitions()
	c.endsOfNearBoxes()
	c.count()
}

// endsOfNearBoxes takes back what was said of the ends of boxes whose beginning is
// mistyped: ::awas explains the ::: below it.
func (c *collector) endsOfNearBoxes() {
	for _, near := range c.faults {
		if near.Code != source.NearBox {
			continue
		}
		next := -1
		for i, d := range c.faults {
			if d.Code == source.BoxStray && d.Line > near.Line && (next < 0 || d.Line < c.faults[next].Line) {
				next = i
			}
		}
		if next >= 0 {
			c.faults = slices.Delete(slices.Clone(c.faults), next, next+1)
			c.told[source.BoxStray]--
		}
	}
}

// block handles a block and what is in it. It may replace the block.
func (c *collector) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.LinkReferenceDefinition:
		c.definitions = append(c.definitions, n)
		return
	case *ast.FencedCodeBlock:
		c.unclosedFence(n)
	case *ast.List:
		c.lostStart(n)
	case *ast.Blockquote:
		c.lostQuote(n)
	case *extast.Table:
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			c.lostCells(row, tableColumns(n))
		}
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
	c.leftOver(n)
}

func (c *collector) heading(h *ast.Heading) {
	id, off := c.takeID(h)
	at, width := h.Pos(), 1
	if h.Lines().Len() > 0 {
		line := h.Lines().At(0)
		at, width = line.Start, len(bytes.TrimSpace(line.Value(c.src)))
	}
	words := strings.Join(strings.Fields(plain(h, c.src)), " ")
	if keyLine.MatchString(words) { // above a line of ---, which makes a heading of it
		c.tell(c.base+at, width, source.KeyBelow, words)
	}
	level := 1 // the page's own h1
	if len(c.doc.Headings) > 0 {
		level = c.doc.Headings[len(c.doc.Headings)-1].Level
	}
	switch {
	case h.Level == 1 && c.underline(h) > 0:
		c.tell(c.base+c.underline(h), 3, source.HeadingUnderlined)
	case h.Level == 1:
		c.tell(c.base+at, width, source.HeadingOne)
	case h.Level > level+1:
		c.tell(c.base+at, width, source.HeadingJump, h.Level, level)
	}
	switch {
	case words == "" && len(c.pieces(h)) == 1:
		c.tell(c.base+at, width, source.HeadingEmpty)
		id = "" // which was not judged
	case id == "":
	case !idForm.MatchString(id):
		c.tell(off, len(id), source.TaskIDBroken, id).WithNear(Slug(id))
		id = ""
	case isReserved(id):
		c.tell(off, len(id), source.IDReserved, id).WithNear("bagian-" + id)
		id = ""
	case c.ids[id]:
		c.tell(off, len(id), source.HeadingTwice, id)
		id = ""
	}
	if id == "" {
		id = c.freeID(Slug(words), "bagian")
	}
	c.ids[id] = true
	h.SetAttributeString("id", []byte(id))
	c.doc.Headings = append(c.doc.Headings, Heading{Level: h.Level, ID: id, Text: words, Off: c.base + at, Pieces: c.pieces(h)})
}

// underline gives where the line of signs stands that makes a heading of the text
// above it, or 0.
func (c *collector) underline(h *ast.Heading) int {
	if h.Lines().Len() == 0 {
		return 0
	}
	end := h.Lines().At(h.Lines().Len() - 1).Stop
	if end > 0 && c.src[end-1] != '\n' {
		end += bytes.IndexByte(c.src[end:], '\n') + 1
	}
	if line := bytes.TrimLeft(c.src[end:], " "); bytes.HasPrefix(line, []byte("=")) {
		return len(c.src) - len(line)
	}
	return 0
}

// pieces gives the words of a heading with what the site puts between them.
func (c *collector) pieces(h ast.Node) []Piece {
	var pieces []Piece
	last := h.FirstChild()
	for n := h.FirstChild(); n != nil; n = n.NextSibling() {
		d, ok := n.(*directive)
		if !ok {
			continue
		}
		pieces = append(pieces, Piece{Text: c.between(last, n), Ref: c.doc.Refs[d.ref]})
		last = n.NextSibling()
	}
	return append(pieces, Piece{Text: c.between(last, nil)})
}

// between gives the words from one node to another.
func (c *collector) between(first, end ast.Node) string {
	w := &written{}
	for n := first; n != nil && n != end; n = n.NextSibling() {
		if t, ok := n.(*ast.Text); ok {
			w.value(t, c.src, true)
		} else {
			w.node(n, c.src, true)
		}
	}
	return string(w.text)
}

// freeID gives an id that nothing else on the page has; what stands in where the
// words make none.
func (c *collector) freeID(id, empty string) string {
	if id == "" || strings.HasPrefix(id, taskPrefix) {
		id = strings.TrimSuffix(empty+"-"+id, "-")
	}
	free := id
	for c.ids[free] || isReserved(free) {
		c.turns[id]++
		free = fmt.Sprintf("%s-%d", id, c.turns[id]+1)
	}
	return free
}

func (c *collector) listItem(item *ast.ListItem) {
	block := item.FirstChild()
	if block == nil {
		return
	}
	c.keyAsItem(item, block)
	if checkbox, ok := block.FirstChild().(*extast.TaskCheckBox); ok {
		item.Parent().SetAttributeString("class", []byte("centang"))
		if checkbox.IsChecked {
			line := block.Lines().At(0)
			c.tell(c.base+line.Start, len("[x]"), source.NearTask, "[x]").WithNear("[ ]")
		}
		c.makeTask(item, block, checkbox)
	}
}

// numbers notes the numbers that are typed in the words of a block, in whatever
// form readers get them.
func (c *collector) numbers(n ast.Node) {
	switch n.Kind() {
	case ast.KindCodeBlock, ast.KindFencedCodeBlock:
		w := &written{}
		for _, line := range n.Lines().Sliced(0, n.Lines().Len()) {
			w.add(line.Value(c.src), line.Start)
		}
		c.numbersIn(w)
	case ast.KindHTMLBlock:
	default:
		if first := n.FirstChild(); first != nil && first.Type() == ast.TypeInline {
			w := shown(n, c.src)
			c.numbersIn(w)
			c.steering(w)
		}
	}
}

// steering refuses signs that nobody sees: as references, and overrides of the
// direction of writing as they are.
func (c *collector) steering(w *written) {
	for _, at := range w.steering {
		c.tell(c.base+at[0], at[1], source.FileControlCharacter)
	}
	if at, n, latin := source.MixedWord(string(w.text)); n > 0 {
		off, length := w.place(at, at+n)
		c.tell(c.base+off, length, source.MixedLetters, string(w.text[at:at+n])).WithNear(latin)
	}
	if i := bytes.IndexFunc(w.text, func(r rune) bool { return source.IsSteering(r) || isUnseen(r) }); i >= 0 {
		_, size := utf8.DecodeRune(w.text[i:])
		off, length := w.place(i, i+size)
		c.tell(c.base+off, length, source.FileControlCharacter)
	}
}

func (c *collector) numbersIn(w *written) {
	if fault := source.Passed(limits.Numbers, len(c.doc.Numbers)); fault != nil {
		if c.told[source.LimitPassed] == 0 {
			off, _ := w.place(0, 0)
			c.tell(c.base+off, 0, fault.Code, fault.Args...)
		}
		return
	}
	for _, found := range phone.Typed(string(w.text)) {
		found.Off, found.Len = w.place(found.Off, found.Off+found.Len)
		found.Off += c.base
		c.doc.Numbers = append(c.doc.Numbers, found)
	}
}

// numberInLink notes the number that an address dials.
func (c *collector) numberInLink(address string, off, length int) {
	for _, found := range phone.Typed(address) {
		same := func(other phone.Found) bool { return other.Off < off+length && off < other.Off+other.Len }
		if !slices.ContainsFunc(c.doc.Numbers, same) {
			found.Off, found.Len = off, length
			c.doc.Numbers = append(c.doc.Numbers, found)
		}
	}
}

// dont are the words that begin an item of a jangan box, by language.
var dont = []string{"jangan", "tidak boleh", "do not", "don't", "never", "aja", "ja'"}

func (c *collector) box(b *box) {
	b.label = c.ref(Word, b.name, b.off, b.fence+len(b.name))
	c.text.WriteString(b.title + "\n")
	c.boxTitle(b)
	if b.FirstChild() == nil && slices.Contains(BoxNames, b.name) {
		c.tell(b.off, b.fence+len(b.name), source.BoxEmpty, b.name)
	}
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
			c.tell(c.base+at.Lines().At(0).Start, len(first), source.DontMissing, first)
		}
		return ast.WalkContinue, nil
	})
}

// boxTitle looks at the title of a box, which is plain words.
func (c *collector) boxTitle(b *box) {
	if b.title == "" {
		return
	}
	start := b.off - c.base
	line, _, _ := bytes.Cut(c.src[start:], []byte{'\n'})
	at := start + bytes.LastIndex(line, []byte(b.title))
	w := &written{}
	w.add([]byte(b.title), at)
	c.numbersIn(w)
	var told spans
	for _, r := range textRules {
		if r.code == source.NearDirective {
			r.code, r.near = source.DirectiveNotHere, nil
		}
		for _, m := range r.form.FindAllIndex(w.text, -1) {
			c.tellFound(w, r, m[0], m[1], &told)
		}
	}
}

func (c *collector) htmlBlock(n *ast.HTMLBlock) {
	if n.Lines().Len() == 0 {
		return
	}
	line := n.Lines().At(0)
	code := bytes.TrimSpace(line.Value(c.src))
	if n.HTMLBlockType == ast.HTMLBlockType2 { // a comment
		if end := n.Lines().At(n.Lines().Len() - 1); !n.HasClosure() && !bytes.Contains(c.src[line.Start:end.Stop], []byte("-->")) {
			c.tell(c.base+line.Start, len("<!--"), source.NearComment)
			return
		}
		end := n.Lines().At(n.Lines().Len() - 1).Stop
		if n.HasClosure() {
			end = n.ClosureLine.Stop
		}
		at := line.Start + bytes.Index(c.src[line.Start:end], []byte("-->")) + len("-->")
		if text := bytes.TrimSpace(comment.ReplaceAll(c.src[line.Start:end], nil)); len(text) > 0 {
			c.tell(c.base+at, end-at, source.BehindComment, string(text))
		}
		return
	}
	c.tell(c.base+line.Start, len(code), source.RawHTML, string(code))
}

var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

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
		if n.Reference != nil {
			c.used[strings.ToLower(string(n.Reference.Value))] = true
		}
		c.noDirectives(n)
		if strings.TrimSpace(plain(n, c.src)) == "" && !holdsPicture(n) {
			c.tell(c.base+max(n.Pos(), 0), 2, source.NearLink, "[]("+string(n.Destination)+")")
		}
		c.target(n, unescape(n.Destination), string(n.Destination), Link)
	case *ast.Image:
		if strings.TrimSpace(plain(n, c.src)) == "" {
			c.tell(c.base+max(n.Pos(), 0), 2, source.PictureWithoutAlt, string(n.Destination))
		}
		c.noDirectives(n)
		c.target(n, unescape(n.Destination), string(n.Destination), Picture)
		c.doc.Refs[len(c.doc.Refs)-1].Text = strings.TrimSpace(plain(n, c.src))
	case *ast.CodeSpan:
		c.directiveInCode(n)
	case *directive:
		c.doc.Refs[n.ref].Alone = alone(n)
		c.text.WriteString(n.words)
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.inline(child)
	}
}

func (c *collector) words(t *ast.Text) {
	if t.Parent().Kind() == ast.KindCodeSpan {
		c.text.Write(t.Segment.Value(c.src))
		return
	}
	w := &written{}
	w.value(t, c.src, true)
	c.text.Write(w.text)
}

// directiveInCode tells of a directive between backticks: the number would not
// be on the page.
func (c *collector) directiveInCode(n ast.Node) {
	w := &written{}
	w.raw(n, c.src)
	if m := wholeDirective.FindIndex(bytes.TrimSpace(w.text)); m != nil {
		off, length := w.place(0, len(w.text))
		c.tell(c.base+off, length, source.NearDirective, string(w.text)).WithNear(strings.TrimSpace(string(w.text)))
	}
}

// noDirectives refuses directives inside a link, which would end it early, and
// in what a picture shows, where they vanish.
func (c *collector) noDirectives(n ast.Node) {
	_ = ast.Walk(n, func(inner ast.Node, entering bool) (ast.WalkStatus, error) {
		if d, ok := inner.(*directive); ok && entering {
			c.tell(c.base+d.off, d.length, source.DirectiveNotHere, string(c.src[d.off:d.off+d.length]))
		}
		return ast.WalkContinue, nil
	})
}

func holdsPicture(n ast.Node) bool {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if child.Kind() == ast.KindImage {
			return true
		}
	}
	return false
}

func (c *collector) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first := n.Segments.At(0)
	code := first.Value(c.src)
	if !bytes.HasPrefix(code, []byte("<!--")) {
		c.tell(c.base+first.Start, len(bytes.TrimSpace(code)), source.RawHTML, string(bytes.TrimSpace(code)))
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
	address, fault := checkTarget(dest, kind)
	if fault != nil {
		c.tell(off, length, fault.Code, fault.Args...).WithNear(fault.Near)
	}
	if near, tells := webaddr.Tells(address); tells {
		c.tell(off, length, source.AddressTells, address).WithNear(near)
	}
	if kind == Link && dest != "" {
		c.numberInLink(dest, off, length)
	}
	n.SetAttributeString(refAttribute, c.ref(kind, address, off, length))
}
