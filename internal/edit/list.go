package edit

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// List is the text of a file that is a list of items, each with a key that names it.
type List struct {
	key  string
	data []byte
}

// OpenList takes the text of a file whose items are named by a key.
func OpenList(data []byte, key string) *List { return &List{key: key, data: data} }

// Bytes gives the text as it is now.
func (l *List) Bytes() []byte { return l.data }

// Set puts a value at a path of keys and of places in lists below the item of a name.
// The value stands on a line of its own or gets one, below the first key of its
// place; all else of the file stays as it is, byte for byte.
func (l *List) Set(name string, value Plain, path ...any) error {
	fail := func(why string) error { return fmt.Errorf("set %v of %s: %s", path, name, why) }
	item, err := l.item(name)
	if err != nil {
		return fmt.Errorf("set %v: %w", path, err)
	}
	at, field := below(item, path[:len(path)-1]), path[len(path)-1].(string)
	if at == nil || at.Kind != yaml.MappingNode || len(at.Content) == 0 {
		return fail("there is no such place")
	}
	node, err := nodeOf(value)
	if err != nil {
		return err
	}
	text, err := yaml.Dump(node, yaml.WithLineWidth(-1))
	if err != nil {
		return err
	}
	old, place := valueIn(at, field)
	switch {
	case old == nil && at.Style&yaml.FlowStyle != 0:
		return l.insert(at.Content[0], fmt.Sprintf("%s: %s, ", field, strings.TrimSpace(string(text))))
	case old == nil:
		first := at.Content[0]
		return l.insertLine(first.Line, strings.Repeat(" ", first.Column-1)+field+": "+strings.TrimSpace(string(text)))
	case old.Kind != yaml.ScalarNode || old.Line != place.Line || old.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		return fail("the value does not stand on the line of its key")
	}
	lines, end := l.lines(old.Line)
	fresh, ok := onItsLine(strings.TrimRight(lines[old.Line-1], "\r\n")+"\n", old, node)
	if !ok {
		return fail("the value cannot be replaced")
	}
	lines[old.Line-1] = strings.TrimRight(fresh, "\n") + end
	l.data = []byte(strings.Join(lines, ""))
	return nil
}

// Cite puts a source before those at a path below the item of a name.
func (l *List) Cite(name, source, day string, path ...any) error {
	item, err := l.item(name)
	if err != nil {
		return fmt.Errorf("cite %s: %w", source, err)
	}
	if item = below(item, path); item == nil || len(item.Content) == 0 {
		return fmt.Errorf("cite %s: %s has no %v", source, name, path)
	}
	const field = "sumber"
	sources, _ := valueIn(item, field)
	flow := fmt.Sprintf("{nama: %s, tanggal: %s}", source, day)
	switch {
	case sources == nil && item.Style&yaml.FlowStyle != 0:
		return l.insert(item.Content[0], field+": ["+flow+"], ")
	case sources == nil:
		return l.insertLine(item.Content[0].Line, strings.Repeat(" ", item.Content[0].Column-1)+field+": ["+flow+"]")
	case sources.Kind != yaml.SequenceNode || len(sources.Content) == 0:
		return fmt.Errorf("cite %s: the sources of %s are no list", source, name)
	case sources.Style&yaml.FlowStyle != 0:
		return l.insert(sources.Content[0], flow+", ")
	}
	dash := strings.Repeat(" ", max(0, sources.Column-1))
	if err := l.insertLine(sources.Content[0].Line-1, dash+"- nama: "+source); err != nil {
		return err
	}
	return l.insertLine(sources.Content[0].Line, dash+"  tanggal: "+day)
}

// item finds an item by its name.
func (l *List) item(name string) (*yaml.Node, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(l.data, &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("the file is no list")
	}
	for _, item := range doc.Content[0].Content {
		if named, _ := valueIn(item, l.key); named != nil && named.Value == name {
			return item, nil
		}
	}
	return nil, fmt.Errorf("there is no item %s", name)
}

// below gives the node at a path of keys and of places in lists; nil when there is
// none.
func below(at *yaml.Node, path []any) *yaml.Node {
	for _, step := range path {
		switch step := step.(type) {
		case string:
			at, _ = valueIn(at, step)
		case int:
			if at == nil || at.Kind != yaml.SequenceNode || step >= len(at.Content) {
				return nil
			}
			at = at.Content[step]
		}
	}
	return at
}

// lines gives the lines of the text, and how that of a number ends.
func (l *List) lines(number int) (lines []string, end string) {
	lines, end = strings.SplitAfter(string(l.data), "\n"), "\n"
	if of := lines[max(0, number-1)]; strings.HasSuffix(of, "\r\n") || !strings.HasSuffix(of, "\n") && strings.HasSuffix(lines[0], "\r\n") {
		end = "\r\n"
	}
	return lines, end
}

// insertLine puts a line behind that of a number.
func (l *List) insertLine(number int, text string) error {
	lines, end := l.lines(number)
	if number > 0 && !strings.HasSuffix(lines[number-1], "\n") {
		text, end = end+text, ""
	}
	l.data = []byte(strings.Join(lines[:number], "") + text + end + strings.Join(lines[number:], ""))
	return nil
}

// insert puts words before a node that stands within a line.
func (l *List) insert(before *yaml.Node, words string) error {
	lines, _ := l.lines(before.Line)
	line := []rune(lines[before.Line-1])
	at := before.Column - 1
	lines[before.Line-1] = string(line[:at]) + words + string(line[at:])
	l.data = []byte(strings.Join(lines, ""))
	var doc yaml.Node
	if err := yaml.Unmarshal(l.data, &doc); err != nil {
		return fmt.Errorf("put %s into line %d: %w", words, before.Line, err)
	}
	return nil
}

// valueIn gives the value of a key and the node of the key; nil when there is none.
func valueIn(item *yaml.Node, key string) (value, at *yaml.Node) {
	if item == nil {
		return nil, nil
	}
	for i := 0; i+1 < len(item.Content); i += 2 {
		if item.Content[i].Value == key {
			return item.Content[i+1], item.Content[i]
		}
	}
	return nil, nil
}
