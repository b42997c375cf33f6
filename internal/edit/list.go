package edit

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// SetItem sets a value of one item of a file that is a list: of the item whose key
// has a name. The value stands on a line of its own or gets one; all else of the file
// stays as it is, byte for byte.
func SetItem(data []byte, key, name, field string, value any) ([]byte, error) {
	node, err := nodeOf(value)
	if err != nil {
		return nil, err
	}
	written, err := yaml.Dump(node, yaml.WithLineWidth(-1))
	if err != nil {
		return nil, err
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("set %s of %s: %w", field, name, err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("set %s of %s: the file is no list", field, name)
	}
	for _, item := range doc.Content[0].Content {
		named, at := valueIn(item, key)
		if named == nil || named.Value != name {
			continue
		}
		if item.Style&yaml.FlowStyle != 0 {
			return nil, fmt.Errorf("set %s of %s: the item is written in one line", field, name)
		}
		lines := strings.SplitAfter(string(data), "\n")
		end := "\n"
		if strings.HasSuffix(lines[at.Line-1], "\r\n") {
			end = "\r\n"
		}
		text := strings.TrimSpace(string(written))
		old, place := valueIn(item, field)
		if old == nil {
			indent := strings.Repeat(" ", at.Column-1)
			lines[at.Line-1] += indent + field + ": " + text + end
			return []byte(strings.Join(lines, "")), nil
		}
		if old.Kind != yaml.ScalarNode || old.Line != place.Line || old.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
			return nil, fmt.Errorf("set %s of %s: the value does not stand on the line of its key", field, name)
		}
		line := strings.TrimRight(lines[old.Line-1], "\r\n")
		fresh, ok := onItsLine(line+"\n", old, node)
		if !ok {
			return nil, fmt.Errorf("set %s of %s: the value cannot be replaced", field, name)
		}
		lines[old.Line-1] = strings.TrimRight(fresh, "\n") + end
		return []byte(strings.Join(lines, "")), nil
	}
	return nil, fmt.Errorf("set %s: there is no item %s", field, name)
}

// valueIn gives the value of a key and the node of the key; nil when there is none.
func valueIn(item *yaml.Node, key string) (value, at *yaml.Node) {
	for i := 0; i+1 < len(item.Content); i += 2 {
		if item.Content[i].Value == key {
			return item.Content[i+1], item.Content[i]
		}
	}
	return nil, nil
}
