package markdown

import (
	"bytes"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// passed finds what is too much in a text, before it is parsed: what stands
// inside itself many times, and a page that is made of headings, costs time
// that grows with its square.
func passed(src []byte) (off int, fault *source.Fault) {
	var lists []int // the columns of the list items that are open
	var headings, boxes, at int
	for line := range bytes.Lines(src) {
		rest := bytes.TrimSpace(line)
		depth := levels(line, &lists)
		switch {
		case bytes.HasPrefix(rest, []byte("#")):
			headings++
		case bytes.HasPrefix(rest, []byte(":::")) && len(bytes.TrimLeft(rest, ":")) > 0:
			boxes++
		}
		columns := 0
		if len(bytes.Trim(rest, "|:- \t")) == 0 {
			columns = bytes.Count(bytes.Trim(rest, "|"), []byte("|")) + 1
		}
		for _, found := range []struct {
			limit limits.Limit
			n     int
		}{{limits.Nesting, depth}, {limits.Headings, headings}, {limits.Boxes, boxes}, {limits.Columns, columns}, {limits.Brackets, longestRun(rest)}} {
			if fault := source.Passed(found.limit, found.n); fault != nil {
				return at, fault
			}
		}
		at += len(line)
	}
	return 0, nil
}

// levels tells how deep in lists and quotes the text of a line stands. Lists are
// those that are open; the line closes those that begin farther to the right.
func levels(line []byte, lists *[]int) int {
	quotes := 0
	for col := 0; col < len(line); {
		switch c := line[col]; {
		case c == ' ' || c == '\t':
			col++
			continue
		case c == '>':
			quotes++
			col++
			continue
		}
		marker := markerOf(line[col:])
		if marker == 0 {
			return quotes + len(*lists)
		}
		for len(*lists) > 0 && (*lists)[len(*lists)-1] >= col {
			*lists = (*lists)[:len(*lists)-1]
		}
		*lists = append(*lists, col)
		col += marker
	}
	return quotes + len(*lists)
}

// markerOf gives the length of the marker of a list item, or 0.
func markerOf(text []byte) int {
	n := 0
	for n < len(text) && n < 9 && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	signs := "-+*"
	if n > 0 {
		signs = ".)"
	}
	if n+1 < len(text) && bytes.IndexByte([]byte(signs), text[n]) >= 0 && (text[n+1] == ' ' || text[n+1] == '\t') {
		return n + 1
	}
	return 0
}

// longestRun gives the length of the longest row of one sign that opens or
// closes something.
func longestRun(line []byte) int {
	longest, run := 0, 0
	for i, c := range line {
		if i > 0 && line[i-1] == c {
			run++
		} else {
			run = 1
		}
		if run > longest && bytes.IndexByte([]byte("[](){}<!&"), c) >= 0 {
			longest = run
		}
	}
	return longest
}
