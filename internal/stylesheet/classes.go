package stylesheet

import (
	"bytes"
	"iter"
)

var attribute = []byte("class=")

// classes gives each class of each class attribute of a page. The name of an
// attribute follows a space; its value stands in quotes, or ends where a space
// or the tag does.
func classes(page []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for {
			at := bytes.Index(page, attribute)
			if at < 0 {
				return
			}
			named := at > 0 && isSpace(page[at-1])
			page = page[at+len(attribute):]
			if !named || len(page) == 0 {
				continue
			}
			value := page
			if quote := page[0]; quote == '"' || quote == '\'' {
				value, _, _ = bytes.Cut(page[1:], page[:1])
			} else if end := bytes.IndexAny(page, " \t\r\n\f>"); end >= 0 {
				value = page[:end]
			}
			for class := range bytes.FieldsSeq(value) {
				if !yield(class) {
					return
				}
			}
		}
	}
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == '\f' }
