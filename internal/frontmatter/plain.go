package frontmatter

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// Plain YAML
//
// Nearly every file of a site is written in a small part of YAML: keys and lists one
// below the other, values in one line, plain or in quotation marks without a backslash,
// and words in brackets. Reading that part here takes a twentieth of the time that the
// library takes, which is a sixth of a first build. The nodes are those that the library
// gives: kind, tag, value, style, line and column (FuzzPlain). Whatever is not certainly
// of that part, and whatever is faulty, is left to the library, and so are all messages.
// Without this file everything is the same, but slower.

// plainReader reads plain YAML line by line.
type plainReader struct {
	text string
	off  int // of the current line
	line int // its number, from 1

	indent int    // of the current line
	rest   string // of the current line, from its indent

	nodes []yaml.Node  // room for nodes
	open  []*yaml.Node // of collections that are being read
	lists []*yaml.Node // room for what collections hold
}

// plainDepth is how deep collections may lie in each other: ours lie four deep.
const plainDepth = 16

// plain reads YAML of the plain part and gives its root; false for everything else.
func plain(data []byte) (*yaml.Node, bool) {
	lines := bytes.Count(data, []byte{'\n'})
	room := 2*lines + bytes.Count(data, []byte{','}) + 8
	r := plainReader{text: string(data), nodes: make([]yaml.Node, 0, room), lists: make([]*yaml.Node, 0, room), open: make([]*yaml.Node, 0, 32)}
	if !r.next() || r.indent != 0 {
		return nil, false
	}
	root, ok := r.block(0, plainDepth)
	return root, ok && r.rest == ""
}

// next goes to the next line. It returns false at one that is not plain; at the end, rest
// is empty and indent -1.
func (r *plainReader) next() bool {
	r.line++
	if r.off == len(r.text) {
		r.indent, r.rest = -1, ""
		return r.line > 1
	}
	line, _, _ := strings.Cut(r.text[r.off:], "\n")
	r.off = min(r.off+len(line)+1, len(r.text))
	r.rest = strings.TrimLeft(line, " ")
	r.indent = len(line) - len(r.rest)
	if r.rest == "" || r.rest[0] == '#' || r.rest[len(r.rest)-1] == ' ' {
		return false
	}
	for i := 0; i < len(r.rest); i++ {
		if c := r.rest[i]; c < ' ' || c == 0x7f {
			return false
		} else if c >= utf8.RuneSelf {
			return isPlainText(r.rest[i:])
		}
	}
	return true
}

// isPlainText tells whether a text has only characters that are no breaks and no marks
// to YAML.
func isPlainText(text string) bool {
	for i, c := range text {
		switch {
		case c < ' ' || c >= 0x7f && c < 0xa1, c == 0x2028, c == 0x2029, c == 0xfeff, c > 0xfffd:
			return false
		case c == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(text[i:]); size < 3 {
				return false
			}
		}
	}
	return true
}

// node makes a node of the current line.
func (r *plainReader) node(kind yaml.Kind, tag, value string, column int) *yaml.Node {
	if len(r.nodes) == cap(r.nodes) {
		r.nodes = make([]yaml.Node, 0, 64)
	}
	r.nodes = append(r.nodes, yaml.Node{Kind: kind, Tag: tag, Value: value, Line: r.line, Column: column})
	return &r.nodes[len(r.nodes)-1]
}

// fill gives a collection what was opened since from.
func (r *plainReader) fill(n *yaml.Node, from int) {
	at := len(r.lists)
	r.lists = append(r.lists, r.open[from:]...)
	n.Content = slices.Clip(r.lists[at:])
	r.open = r.open[:from]
}

// block reads a list or keys that stand at an indent, and goes to the line behind them. If
// that belongs to nothing around them, no line of the rest is read, and plain sees it.
func (r *plainReader) block(indent, depth int) (*yaml.Node, bool) {
	if depth == 0 {
		return nil, false
	}
	if strings.HasPrefix(r.rest, "- ") {
		return r.list(indent, depth)
	}
	return r.keys(indent, depth)
}

func (r *plainReader) list(indent, depth int) (*yaml.Node, bool) {
	n := r.node(yaml.SequenceNode, "!!seq", "", indent+1)
	from := len(r.open)
	for r.indent == indent && strings.HasPrefix(r.rest, "- ") {
		r.rest = r.rest[2:]
		if r.rest[0] == ' ' || r.rest[0] == '-' && (len(r.rest) == 1 || r.rest[1] == ' ') {
			return nil, false
		}
		var item *yaml.Node
		var ok bool
		if _, _, isKey := cutKey(r.rest); isKey {
			r.indent += 2
			item, ok = r.keys(indent+2, depth-1)
		} else if item, ok = r.value(r.rest, indent+3); ok {
			ok = r.next()
		}
		if !ok {
			return nil, false
		}
		r.open = append(r.open, item)
	}
	r.fill(n, from)
	return n, true
}

func (r *plainReader) keys(indent, depth int) (*yaml.Node, bool) {
	if depth == 0 {
		return nil, false
	}
	n := r.node(yaml.MappingNode, "!!map", "", indent+1)
	from := len(r.open)
	for r.indent == indent {
		key, rest, ok := cutKey(r.rest)
		if !ok {
			return nil, false
		}
		r.open = append(r.open, r.node(yaml.ScalarNode, "!!str", key, indent+1))
		var value *yaml.Node
		if rest == "" {
			value, ok = r.below(indent, depth-1)
		} else {
			value, ok = r.value(rest, indent+1+len(r.rest)-len(rest))
			ok = ok && r.next()
		}
		if !ok {
			return nil, false
		}
		r.open = append(r.open, value)
	}
	r.fill(n, from)
	return n, true
}

// below reads what stands in the lines below a key.
func (r *plainReader) below(indent, depth int) (*yaml.Node, bool) {
	if !r.next() {
		return nil, false
	}
	isList := strings.HasPrefix(r.rest, "- ")
	if r.indent < indent || r.indent == indent && !isList {
		return nil, false // a key without a value
	}
	return r.block(r.indent, depth)
}

// cutKey takes a key off the start of a line: letters, digits and _, then a colon, and a
// space or nothing.
func cutKey(line string) (key, rest string, ok bool) {
	const longest = 100 // the library has a bound for keys
	i := 0
	for i < len(line) && i < longest && isWordByte(line[i]) {
		i++
	}
	if i == 0 || i == len(line) || line[i] != ':' || line[0] >= '0' && line[0] <= '9' {
		return "", "", false
	}
	key, rest = line[:i], line[i+1:]
	if tag, ok := tagOf(key); !ok || tag != "!!str" {
		return "", "", false
	}
	if rest != "" && rest[0] != ' ' {
		return "", "", false
	}
	return key, strings.TrimLeft(rest, " "), true
}

func isWordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

// value reads a value that ends with its line.
func (r *plainReader) value(text string, column int) (*yaml.Node, bool) {
	switch c := text[0]; {
	case c == '"' || c == '\'':
		inner := text[1:]
		if end := strings.IndexByte(inner, c); end < 0 || end != len(inner)-1 {
			return nil, false
		}
		inner = inner[:len(inner)-1]
		style := yaml.SingleQuotedStyle
		if c == '"' {
			style = yaml.DoubleQuotedStyle
			if strings.IndexByte(inner, '\\') >= 0 {
				return nil, false
			}
		}
		n := r.node(yaml.ScalarNode, "!!str", inner, column)
		n.Style = style
		return n, true
	case c == '[':
		return r.words(text, column)
	}
	if text[len(text)-1] == ':' || strings.Contains(text, ": ") || strings.Contains(text, " #") {
		return nil, false
	}
	tag, ok := tagOf(text)
	if !ok {
		return nil, false
	}
	return r.node(yaml.ScalarNode, tag, text, column), true
}

// words reads [one, two].
func (r *plainReader) words(text string, column int) (*yaml.Node, bool) {
	if text[len(text)-1] != ']' {
		return nil, false
	}
	n := r.node(yaml.SequenceNode, "!!seq", "", column)
	n.Style = yaml.FlowStyle
	if text == "[]" {
		return n, true
	}
	from := len(r.open)
	for at := 1; ; {
		end := at
		for isWordByte(text[end]) || end > at && (text[end] == '/' || text[end] == '.' || text[end] == '-') {
			end++
		}
		if end == at {
			return nil, false
		}
		tag, ok := tagOf(text[at:end])
		if !ok {
			return nil, false
		}
		r.open = append(r.open, r.node(yaml.ScalarNode, tag, text[at:end], column+at))
		if end == len(text)-1 {
			break
		}
		if text[end] != ',' || text[end+1] != ' ' {
			return nil, false
		}
		at = end + 2
	}
	r.fill(n, from)
	return n, true
}

// tagOf gives the tag of a plain value, where its form leaves no doubt.
func tagOf(text string) (tag string, ok bool) {
	switch c := text[0]; {
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		switch strings.ToLower(text) {
		case "true", "false", "null":
			return "", false
		}
		return "!!str", true
	case c >= utf8.RuneSelf || c == '_' || c == '(':
		return "!!str", true
	case c >= '0' && c <= '9' || c == '-' && len(text) > 1 && text[1] >= '0' && text[1] <= '9':
		return tagOfDigits(text)
	}
	return "", false
}

// tagOfDigits gives the tag of a plain value that begins as a number does.
func tagOfDigits(text string) (string, bool) {
	const longest = 18 // digits of a number that fits
	digits := 0
	for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
		digits++
	}
	if digits == len(text) {
		return "!!int", digits <= longest && (text[0] != '0' || digits == 1)
	}
	if digits == 4 && text[4] == '-' {
		if len(text) == len("2026-09") && isDay(text+"-01") {
			return "!!str", true
		}
		return "!!timestamp", isDay(text)
	}
	dots, dashes, others := 0, 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '.':
			dots++
		case c == '-' && i > 0:
			dashes++
		case c == ' ' || c >= utf8.RuneSelf || c == '/' || c == ',':
			others++
		case c >= '0' && c <= '9' || c == '-':
		default:
			if others == 0 {
				return "", false // a letter may be an exponent or a base
			}
		}
	}
	switch {
	case others > 0, dots > 0 && dashes > 0, dots > 1:
		return "!!str", true
	case dots == 1 && dashes == 0 && text[len(text)-1] != '.' && len(text) <= longest:
		return "!!float", true
	}
	return "", false
}

// isDay tells whether a text is a day that its month has for certain: 2026-09-28.
func isDay(text string) bool {
	if len(text) != len("2026-09-28") || text[7] != '-' {
		return false
	}
	for _, i := range []int{5, 6, 8, 9} {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	month, day := text[5:7], text[8:10]
	return month >= "01" && month <= "12" && day >= "01" && (day <= "28" || day <= "30" && month != "02")
}
