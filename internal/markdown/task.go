package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"suluh/internal/source"
)

// task is the first line of a checklist item; taskDetail is a line below it
// that says where, what it costs or how long it takes.
type task struct {
	ast.BaseBlock
	id string
}

type taskDetail struct {
	ast.BaseBlock
	label int // the Ref of its label
}

var (
	kindTask       = ast.NewNodeKind("Task")
	kindTaskDetail = ast.NewNodeKind("TaskDetail")
)

func (*task) Kind() ast.NodeKind       { return kindTask }
func (*taskDetail) Kind() ast.NodeKind { return kindTaskDetail }

func (t *task) Dump(src []byte, level int)       { ast.DumpHelper(t, src, level, nil, nil) }
func (t *taskDetail) Dump(src []byte, level int) { ast.DumpHelper(t, src, level, nil, nil) }

// detailKeys are the lines that an item may have below it; each is also the
// key of its label among the words of the interface.
var detailKeys = []string{"di", "biaya", "waktu"}

var (
	idAtEnd = regexp.MustCompile(`\s*\{#([^{}]*)\}\s*$`)
	idForm  = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
)

// takeID cuts {#id} off the end of a block's first line.
func (c *collector) takeID(block ast.Node) (id string, off int) {
	lines := block.Lines()
	if lines == nil || lines.Len() == 0 {
		return "", 0
	}
	first := lines.At(0)
	line := bytes.TrimRight(first.Value(c.src), "\n")
	m := idAtEnd.FindSubmatchIndex(line)
	if m == nil {
		return "", 0
	}
	cut := first.Start + m[0]
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		// The text may stand in several nodes. Each keeps its line break.
		if t, ok := n.(*ast.Text); ok && t.Segment.Stop > cut && t.Segment.Start < first.Stop {
			t.Segment = text.NewSegment(min(t.Segment.Start, cut), cut)
		}
	}
	return string(line[m[2]:m[3]]), c.base + first.Start + m[2]
}

// makeTask turns a list item's first block, which begins with a checkbox, into
// a task and its details.
func (c *collector) makeTask(item, block ast.Node, box ast.Node) {
	first := block.Lines().At(0)
	end := c.base + first.Start + len(bytes.TrimRight(first.Value(c.src), " \t\n"))
	id, idOff := c.takeID(block)
	block.RemoveChild(block, box)

	label := &task{id: id}
	item.InsertBefore(item, block, label)
	var into ast.Node = label
	for n := block.FirstChild(); n != nil; n = block.FirstChild() {
		block.RemoveChild(block, n)
		if t, ok := n.(*ast.Text); ok && startsLine(into) {
			if key, value, found := strings.Cut(string(t.Segment.Value(c.src)), ":"); found && slices.Contains(detailKeys, key) {
				endLine(into)
				detail := &taskDetail{label: c.ref(Word, key, c.base+t.Segment.Start, len(key))}
				item.InsertBefore(item, block, detail)
				into = detail
				skip := len(key) + 1 + len(value) - len(strings.TrimLeft(value, " "))
				t.Segment = t.Segment.WithStart(t.Segment.Start + skip)
			}
		}
		into.AppendChild(into, n)
	}
	item.RemoveChild(item, block)

	t := Task{ID: id, Text: strings.TrimSpace(plain(label, c.src)), Off: c.base + first.Start, End: end}
	c.checkTask(&t, idOff)
	if t.ID == "" {
		label.id = Slug(t.Text)
	}
	c.doc.Tasks = append(c.doc.Tasks, t)
}

func (c *collector) checkTask(t *Task, idOff int) {
	switch {
	case t.ID == "":
		c.faults.Add(c.file.At(t.Off, t.End-t.Off, source.TaskIDMissing, Slug(t.Text)))
	case !idForm.MatchString(t.ID):
		c.faults.Add(c.file.At(idOff, len(t.ID), source.TaskIDBroken, t.ID).WithNear(Slug(t.ID)))
	case c.tasks[t.ID]:
		c.faults.Add(c.file.At(idOff, len(t.ID), source.TaskIDTwice, t.ID))
	}
	c.tasks[t.ID] = true
}

// startsLine tells whether what comes next into a node begins a new line.
func startsLine(n ast.Node) bool {
	t, ok := n.LastChild().(*ast.Text)
	return ok && (t.SoftLineBreak() || t.HardLineBreak())
}

func endLine(n ast.Node) {
	if t, ok := n.LastChild().(*ast.Text); ok {
		t.SetSoftLineBreak(false)
		t.SetHardLineBreak(false)
	}
}

// slugLength keeps ids short enough to be read and typed.
const slugLength = 40

// Slug makes an id of words: small letters and digits, joined by hyphens.
// Letters of Madurese and Javanese lose their marks.
func Slug(words string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(words) {
		if plain, ok := unmarked[r]; ok {
			r = plain
		}
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				if b.Len() >= slugLength {
					break
				}
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	return b.String()
}

var unmarked = map[rune]rune{
	'â': 'a', 'à': 'a', 'á': 'a', 'ä': 'a', 'å': 'a', 'è': 'e', 'é': 'e', 'ê': 'e', 'ë': 'e',
	'ì': 'i', 'í': 'i', 'ò': 'o', 'ó': 'o', 'ô': 'o', 'ù': 'u', 'ú': 'u', 'ḍ': 'd', 'ṭ': 't', 'ñ': 'n',
}
