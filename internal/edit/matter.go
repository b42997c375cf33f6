package edit

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// # Values of the front matter
//
// A [Matter] is the text of a file with front matter, in which values can be set by
// their paths: kantor, alamat. What stands under other keys of the file stays as it
// is, byte for byte. What stands under the same key is written anew with its
// comments, in its order; the line ends of the file stay. A value that stands alone
// on the line of its key is replaced where it stands.

// Matter is the text of a file whose values are set.
type Matter struct {
	data []byte
	from int // where the keys begin
	to   int // where the line that ends them begins
	crlf bool
}

// ErrNoMatter is the error of a text that does not begin with front matter.
var ErrNoMatter = errors.New("the file has no front matter between two lines of ---")

// Open finds the front matter of a text.
func Open(data []byte) (*Matter, error) {
	text := string(data)
	begin := strings.IndexByte(text, '\n') + 1
	if begin == 0 || strings.TrimRight(strings.TrimPrefix(text[:begin], "\uFEFF"), " \t\r\n") != "---" {
		return nil, ErrNoMatter
	}
	at := begin
	for line := range strings.Lines(text[begin:]) {
		if strings.TrimRight(line, " \t\r\n") == "---" {
			return &Matter{data: bytes.Clone(data), from: begin, to: at, crlf: strings.HasSuffix(text[:begin], "\r\n")}, nil
		}
		at += len(line)
	}
	return nil, ErrNoMatter
}

// Bytes gives the text as it is now.
func (m *Matter) Bytes() []byte { return m.data }

// Body gives the text behind the front matter, with the line ends of a form.
func (m *Matter) Body() string {
	_, body, _ := strings.Cut(string(m.data[m.to:]), "\n")
	return strings.ReplaceAll(body, "\r\n", "\n")
}

// SetBody puts another text behind the front matter, with the line ends of the file.
func (m *Matter) SetBody(text string) {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if m.crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	end := m.to + strings.IndexByte(string(m.data[m.to:]), '\n') + 1
	if end == m.to { // nothing ends the line of ---
		m.data = append(m.data, '\n')
		end = len(m.data)
	}
	m.data = append(bytes.Clone(m.data[:end]), text...)
}

// A Plain value is written without quotation marks wherever YAML reads it back as
// the same text: numbers, dates, codes that their reader takes as they stand. A
// string is quoted where YAML would make something else of it.
type Plain string

// Pair is a key with its value.
type Pair struct {
	Key   string
	Value any // string, Plain, []string (a list in one line), or Map
}

// Map is keys with their values, in their order.
type Map []Pair

// Set puts a value at a path of keys and of places in lists. What is missing on the
// way is made; a place that is the length of a list adds to its end.
func (m *Matter) Set(value any, path ...any) error {
	node, err := nodeOf(value)
	if err != nil {
		return err
	}
	return m.change(path, func(key *yaml.Node) error { return put(key, path[1:], node) })
}

// Remove takes away what stands at a path of keys, with its key. What is not there
// is no fault.
func (m *Matter) Remove(path ...any) error {
	if len(path) == 1 {
		start, end, there, err := m.region(path[0].(string))
		if there && err == nil {
			m.splice(start, end, "")
		}
		return err
	}
	return m.change(path, func(key *yaml.Node) error { drop(key, path[1:]); return nil })
}

// change writes the value of the first key of a path anew.
func (m *Matter) change(path []any, do func(value *yaml.Node) error) error {
	key, ok := path[0].(string)
	if !ok {
		return fmt.Errorf("set %v: a path begins with a key", path)
	}
	start, end, there, err := m.region(key)
	if err != nil {
		return err
	}
	old := ""
	if there {
		old = strings.ReplaceAll(string(m.data[start:end]), "\r\n", "\n")
	}
	root, err := readKey(key, old)
	if err != nil {
		return fmt.Errorf("set %v: %w", path, err)
	}
	before := *root.Content[1]
	if err := do(root.Content[1]); err != nil {
		return fmt.Errorf("set %v: %w", path, err)
	}
	text, alone := onItsLine(old, &before, root.Content[1])
	if !alone {
		if text, err = dump(root); err != nil {
			return fmt.Errorf("set %v: %w", path, err)
		}
	}
	m.splice(start, end, text)
	return nil
}

// readKey parses what stands under one key of the file.
func readKey(key, text string) (*yaml.Node, error) {
	if text == "" {
		return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{
			{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, {Kind: yaml.ScalarNode, Tag: "!!null"},
		}}, nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode || len(doc.Content[0].Content) != 2 {
		return nil, fmt.Errorf("the key %s is not written as one value", key)
	}
	return doc.Content[0], nil
}

// onItsLine replaces a value that stands alone on the line of its key, so that the
// comment behind it stays where it is.
func onItsLine(old string, was, now *yaml.Node) (string, bool) {
	if was.Kind != yaml.ScalarNode || now.Kind != yaml.ScalarNode || strings.Count(old, "\n") > 1 || was.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || was.Tag == "!!null" {
		return "", false
	}
	bare := yaml.Node{Kind: now.Kind, Tag: now.Tag, Value: now.Value, Style: now.Style}
	fresh, err := yaml.Dump(&bare, yaml.WithLineWidth(-1))
	if err != nil {
		return "", false
	}
	line := strings.TrimRight(old, "\n")
	from := len(string([]rune(line)[:was.Column-1]))
	end, ok := written(line[from:], was)
	if !ok {
		return "", false
	}
	return line[:from] + strings.TrimSpace(string(fresh)) + line[from+end:] + "\n", true
}

// written gives how many bytes a value takes at the begin of a text. What is behind
// it, a comment or the rest of a list in one line, is not its own.
func written(text string, value *yaml.Node) (int, bool) {
	switch {
	case value.Style&yaml.SingleQuotedStyle != 0:
		quoted := "'" + strings.ReplaceAll(value.Value, "'", "''") + "'"
		return len(quoted), strings.HasPrefix(text, quoted)
	case value.Style&yaml.DoubleQuotedStyle != 0:
		for i := 1; i < len(text); i++ {
			switch text[i] {
			case '\\':
				i++
			case '"':
				return i + 1, true
			}
		}
		return 0, false
	}
	return len(value.Value), strings.HasPrefix(text, value.Value)
}

func dump(root *yaml.Node) (string, error) {
	data, err := yaml.Dump(root, yaml.WithLineWidth(-1), yaml.WithIndent(2), yaml.WithCompactSeqIndent(false))
	return string(data), err
}

// region gives the lines of a key of the file and of all that stands under it. A
// key that is not there gets its place at the end.
func (m *Matter) region(key string) (start, end int, there bool, err error) {
	at, last := m.from, m.from
	start, end = -1, -1
	for line := range bytes.Lines(m.data[m.from:m.to]) {
		text := strings.TrimRight(string(line), "\r\n")
		blank := strings.TrimSpace(text) == "" || strings.HasPrefix(strings.TrimSpace(text), "#")
		isKey := !blank && text[0] != ' ' && text[0] != '\t' && text[0] != '-'
		switch {
		case isKey && isKeyLine(text, key):
			if start >= 0 {
				return 0, 0, false, fmt.Errorf("the key %s stands twice", key)
			}
			start = at
		case isKey && start >= 0 && end < 0:
			end = last
		}
		at += len(line)
		if !blank {
			last = at
		}
	}
	switch {
	case start < 0:
		return m.to, m.to, false, nil
	case end < 0:
		end = last
	}
	return start, end, true, nil
}

func isKeyLine(line, key string) bool {
	rest, ok := strings.CutPrefix(line, key)
	if !ok {
		rest, ok = strings.CutPrefix(line, `"`+key+`"`)
	}
	rest = strings.TrimLeft(rest, " \t")
	return ok && strings.HasPrefix(rest, ":")
}

func (m *Matter) splice(start, end int, text string) {
	if m.crlf {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	size := len(m.data)
	m.data = []byte(string(m.data[:start]) + text + string(m.data[end:]))
	m.to += len(m.data) - size
}

// put sets a value below a node.
func put(node *yaml.Node, path []any, value *yaml.Node) error {
	if len(path) == 0 {
		value.LineComment, value.HeadComment, value.FootComment = node.LineComment, node.HeadComment, node.FootComment
		if node.Kind == yaml.ScalarNode && value.Kind == yaml.ScalarNode && value.Style == 0 {
			value.Style = node.Style & (yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle)
		}
		*node = *value
		return nil
	}
	switch step := path[0].(type) {
	case string:
		if isEmpty(node) {
			*node = yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", LineComment: node.LineComment, HeadComment: node.HeadComment, FootComment: node.FootComment}
		}
		if node.Kind != yaml.MappingNode {
			return fmt.Errorf("%s has no keys", node.Value)
		}
		for i := 0; i+1 < len(node.Content); i += 2 {
			if node.Content[i].Value == step {
				return put(node.Content[i+1], path[1:], value)
			}
		}
		fresh := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}
		node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: step}, fresh)
		return put(fresh, path[1:], value)
	case int:
		if isEmpty(node) {
			*node = yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", LineComment: node.LineComment, HeadComment: node.HeadComment, FootComment: node.FootComment}
		}
		if node.Kind != yaml.SequenceNode || step > len(node.Content) {
			return fmt.Errorf("there is no list of %d", step)
		}
		if step == len(node.Content) {
			node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"})
		}
		return put(node.Content[step], path[1:], value)
	}
	return fmt.Errorf("%v is neither a key nor a place", path[0])
}

// isEmpty tells whether a value may become keys or a list: it is nothing, {} or [].
func isEmpty(node *yaml.Node) bool {
	return node.Kind == yaml.ScalarNode && node.Tag == "!!null" || node.Kind != yaml.ScalarNode && len(node.Content) == 0
}

func drop(node *yaml.Node, path []any) {
	for i := 0; i+1 < len(node.Content) && node.Kind == yaml.MappingNode; i += 2 {
		if node.Content[i].Value != path[0] {
			continue
		}
		if len(path) > 1 {
			drop(node.Content[i+1], path[1:])
		} else {
			node.Content = append(node.Content[:i:i], node.Content[i+2:]...)
		}
		return
	}
	if step, ok := path[0].(int); ok && node.Kind == yaml.SequenceNode && step < len(node.Content) {
		if len(path) > 1 {
			drop(node.Content[step], path[1:])
		} else {
			node.Content = append(node.Content[:step:step], node.Content[step+1:]...)
		}
	}
}

func nodeOf(value any) (*yaml.Node, error) {
	switch v := value.(type) {
	case string:
		return scalar(v, "!!str"), nil
	case Plain:
		return scalar(string(v), ""), nil
	case []string:
		node := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle}
		for _, text := range v {
			node.Content = append(node.Content, scalar(text, ""))
		}
		return node, nil
	case Map:
		node := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
		for _, pair := range v {
			inner, err := nodeOf(pair.Value)
			if err != nil {
				return nil, err
			}
			node.Content = append(node.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: pair.Key}, inner)
		}
		return node, nil
	}
	return nil, fmt.Errorf("a value of the type %T cannot be written", value)
}

// scalar makes a value that is read back as the same text, and with the same tag
// where one is given.
func scalar(text, tag string) *yaml.Node {
	var back map[string]yaml.Node
	err := yaml.Unmarshal([]byte("k: "+text+"\n"), &back)
	read := back["k"]
	if err == nil && read.Kind == yaml.ScalarNode && read.Value == text && read.LineComment == "" && (tag == "" || read.Tag == tag) && !strings.ContainsAny(text, "\n\r") {
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: read.Tag, Value: text}
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Style: yaml.DoubleQuotedStyle}
}
