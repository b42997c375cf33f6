package markdown

import (
	"bytes"
	"cmp"
	"fmt"
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

// takeID cuts {#id} off the end of a heading, or of an item: of the last line
// before its details. Off is where the id stands in the file.
func (c *collector) takeID(block ast.Node) (id string, off int) {
	lines := block.Lines()
	if lines == nil {
		return "", 0
	}
	for i := range lines.Len() {
		if segment := lines.At(i); i > 0 && detailKey(segment.Value(c.src)) != "" {
			break
		}
		if id, off = c.takeIDOf(block, lines.At(i)); id != "" || off > 0 {
			return id, off
		}
	}
	return "", 0
}

func (c *collector) takeIDOf(block ast.Node, segment text.Segment) (id string, off int) {
	line := bytes.TrimRight(segment.Value(c.src), "\n")
	m := idAtEnd.FindSubmatchIndex(line)
	if m == nil {
		return "", 0
	}
	cut := segment.Start + m[0]
	for n := block.FirstChild(); n != nil; n = n.NextSibling() {
		// The text may stand in several nodes. Each keeps its line break.
		if t, ok := n.(*ast.Text); ok && t.Segment.Stop > cut && t.Segment.Start < segment.Stop {
			t.Segment = text.NewSegment(min(t.Segment.Start, cut), cut)
		}
	}
	return string(line[m[2]:m[3]]), c.base + segment.Start + m[2]
}

// detailKey gives the key of a line below an item, if it has one.
func detailKey(line []byte) string {
	key, _, found := strings.Cut(strings.TrimSpace(string(line)), ":")
	if !found || !slices.Contains(detailKeys, key) {
		return ""
	}
	return key
}

// endOfItem gives where an id would be written: at the end of the last line
// before the details.
func (c *collector) endOfItem(block ast.Node) int {
	lines := block.Lines()
	end := lines.At(0)
	for i := 1; i < lines.Len(); i++ {
		line := lines.At(i)
		if detailKey(line.Value(c.src)) != "" {
			break
		}
		end = line
	}
	return c.base + end.Start + len(bytes.TrimRight(end.Value(c.src), " \t\n"))
}

// makeTask turns a list item's first block, which begins with a checkbox, into
// a task and its details.
func (c *collector) makeTask(item, block ast.Node, box ast.Node) {
	first := block.Lines().At(0)
	end := c.endOfItem(block)
	id, idOff := c.takeID(block)
	block.RemoveChild(block, box)

	label := &task{}
	item.InsertBefore(item, block, label)
	var into ast.Node = label
	for n := block.FirstChild(); n != nil; n = block.FirstChild() {
		block.RemoveChild(block, n)
		if t, ok := n.(*ast.Text); ok && startsLine(into) {
			value := t.Segment.Value(c.src)
			if before, rest, found := strings.Cut(string(value), ":"); found && slices.Contains(detailKeys, strings.TrimSpace(before)) && strings.HasSuffix(before, strings.TrimSpace(before)) {
				key := strings.TrimSpace(before) // spaces of word processors may stand before it
				endLine(into)
				detail := &taskDetail{label: c.ref(Word, key, c.base+t.Segment.Start+len(before)-len(key), len(key))}
				item.InsertBefore(item, block, detail)
				into = detail
				skip := len(before) + 1 + len(rest) - len(strings.TrimLeft(rest, " "))
				t.Segment = t.Segment.WithStart(t.Segment.Start + skip)
			} else {
				c.nearKey(t)
			}
		}
		into.AppendChild(into, n)
	}
	item.RemoveChild(item, block)
	c.checkDetails(item)

	t := Task{ID: id, Text: strings.Join(strings.Fields(plain(label, c.src)), " "), Off: c.base + first.Start, End: end}
	if t.Text == "" && holdsDirective(label) {
		t.Text = "butir" // its words come from the contact or the page it names
	}
	c.checkTask(&t, idOff)
	label.id = c.nameTask(&t)
	c.doc.Tasks = append(c.doc.Tasks, t)
}

// holdsDirective tells whether an item names a contact, a village or a word.
func holdsDirective(label *task) bool {
	for n := label.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == kindDirective {
			return true
		}
	}
	return false
}

// nameTask gives an item a name that no other item or heading of the page has:
// two items of one name would be ticked together.
func (c *collector) nameTask(t *Task) string {
	name := t.ID
	if name == "" || !idForm.MatchString(name) || c.ids[taskPrefix+name] {
		base := Slug(t.Text)
		if base == "" {
			base = "butir"
		}
		name = base
		for c.ids[taskPrefix+name] || c.tasks[name] {
			c.turns[base]++
			name = fmt.Sprintf("%s-%d", base, c.turns[base]+1)
		}
	}
	c.ids[taskPrefix+name] = true
	c.tasks[name] = true
	return name
}

func (c *collector) checkTask(t *Task, idOff int) {
	switch {
	case t.Text == "":
		c.tell(t.Off, max(t.End-t.Off, 1), source.TaskEmpty)
	case t.ID == "" && idOff == 0:
		c.tell(t.Off, t.End-t.Off, source.TaskIDMissing, cmp.Or(Slug(t.Text), "butir"))
	case !idForm.MatchString(t.ID):
		c.tell(idOff, max(len(t.ID), 1), source.TaskIDBroken, t.ID).WithNear(Slug(t.ID))
	case c.tasks[t.ID]:
		c.tell(idOff, len(t.ID), source.TaskIDTwice, t.ID)
	}
}

// meantKeys are words that writers put in place of the keys of an item.
var meantKeys = map[string]string{
	"tempat": "di", "lokasi": "di", "dimana": "di", "alamat": "di", "where": "di", "pada": "di", "harga": "biaya", "ongkos": "biaya", "bayar": "biaya", "tarif": "biaya", "cost": "biaya",
	"durasinya": "waktu", "tempatnya": "di", "biayanya": "biaya", "lamanya": "waktu",
	"lama": "waktu", "jam": "waktu", "kapan": "waktu", "durasi": "waktu", "hari": "waktu", "time": "waktu",
}

var keyForm = regexp.MustCompile(`^[\s\x{A0}\x{2000}-\x{200B}\x{202F}\x{3000}]*\**([\pL]+)[ ]?[:=：;]`)

// checkDetails looks at the lines below an item: each key once, with a value,
// and no second key in its line.
func (c *collector) checkDetails(item ast.Node) {
	seen := map[string]bool{}
	for n := item.FirstChild(); n != nil; n = n.NextSibling() {
		detail, ok := n.(*taskDetail)
		if !ok {
			continue
		}
		ref := c.doc.Refs[detail.label]
		key, text := ref.Target, plain(detail, c.src)
		if strings.TrimSpace(text) == "" && detail.ChildCount() < 2 || seen[key] || laterKey.MatchString(text) {
			c.tell(ref.Off, ref.Len, source.NearItemKey, key+":"+text, strings.Join(detailKeys, ", "))
		}
		seen[key] = true
	}
}

var laterKey = regexp.MustCompile(`[\s,;](?:di|biaya|waktu):\s`)

// keyAsItem tells of a key that was written as an item of its own, below the item
// that it belongs to.
func (c *collector) keyAsItem(item, block ast.Node) {
	list := item.Parent()
	if list == nil || list.Parent() == nil || list.Parent().Kind() != ast.KindListItem || block.Lines() == nil || block.Lines().Len() == 0 {
		return
	}
	line := block.Lines().At(0)
	if key := detailKey(line.Value(c.src)); key != "" && list.PreviousSibling() != nil && list.PreviousSibling().Kind() == kindTask {
		c.tell(c.base+line.Start, len(key)+1, source.NearItemKey, "- "+key+":", strings.Join(detailKeys, ", ")).WithNear(key + ":")
	}
}

// nearKey tells of a line below an item that begins with a word like a key, and
// would stick to the sentence.
func (c *collector) nearKey(t *ast.Text) {
	line := t.Segment.Value(c.src)
	m := keyForm.FindSubmatchIndex(line)
	if m == nil {
		return
	}
	key := string(line[m[2]:m[3]])
	near := meantKeys[strings.ToLower(key)]
	if near == "" {
		near = source.Nearest(key, detailKeys)
	}
	if slices.Contains(detailKeys, strings.ToLower(key)) {
		near = strings.ToLower(key)
	}
	switch {
	case near != "":
		c.tell(c.base+t.Segment.Start+m[2], m[1]-m[2], source.NearItemKey, string(line[m[2]:m[1]]), strings.Join(detailKeys, ", ")).WithNear(near + ":")
	case slices.Contains(otherKeys, key):
		c.tell(c.base+t.Segment.Start+m[2], m[1]-m[2], source.NearItemKey, string(line[m[2]:m[1]]), strings.Join(detailKeys, ", "))
	}
}

// otherKeys are words of forms that no key of an item stands for.
var otherKeys = []string{"syarat", "catatan", "dokumen", "berkas", "telepon", "kontak", "keterangan", "tujuan", "cara", "hasil", "lampiran"}

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
