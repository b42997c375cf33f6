// Package translation tells which parts of a translation are behind its original.
//
// # Blocks
//
// A text is divided into blocks at its empty lines; a block of code between ``` is one. A
// block has a key: the first 8 digits of the SHA-256, in hex, of its words, so that only
// what is said counts and not how it is broken into lines.
//
// A translation keeps the keys of the original's blocks as they were when it was made, one
// for each block of its own (the key asal of its front matter). What has changed since is
// found by comparing these with the original of today: the longest common sequence stays as
// it is, and what lies between was changed, added or taken away.
package translation

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Block is a part of a text.
type Block struct{ Text, Key string }

// keyDigits are enough to tell the blocks of a page apart.
const keyDigits = 8

// Blocks divides a text without its front matter.
func Blocks(text string) []Block {
	var blocks []Block
	var now []string
	inCode := false
	end := func() {
		if len(now) > 0 {
			blocks = append(blocks, blockOf(strings.Join(now, "\n")))
			now = nil
		}
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			inCode = !inCode
		}
		if strings.TrimSpace(line) == "" && !inCode {
			end()
			continue
		}
		now = append(now, strings.TrimRight(line, " \t"))
	}
	end()
	return blocks
}

func blockOf(text string) Block {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return Block{text, hex.EncodeToString(sum[:])[:keyDigits]}
}

// Join gives the text of blocks.
func Join(blocks []string) string {
	var kept []string
	for _, b := range blocks {
		if b = strings.TrimSpace(b); b != "" {
			kept = append(kept, b)
		}
	}
	return strings.Join(kept, "\n\n") + "\n"
}

// Keys gives the keys of blocks.
func Keys(blocks []Block) []string {
	var keys []string
	for _, b := range blocks {
		keys = append(keys, b.Key)
	}
	return keys
}

// State is how a part of a translation stands to its original.
type State string

// The states of a part.
const (
	Same    State = "same"
	Changed State = "changed" // the original says something else now
	Added   State = "added"   // the original has it, the translation not
	Gone    State = "gone"    // the translation has it, the original no longer
)

// Part is a block of the original beside that of the translation.
type Part struct {
	State       State
	Original    int // block of the original of today; -1 where it is gone
	Translation int // block of the translation; -1 where it has none
}

// Compare gives the parts of a translation, in the order of the original: was are the keys
// of the blocks that it was made of, now those of today.
func Compare(was, now []string) []Part {
	var parts []Part
	i, j := 0, 0
	between := func(toWas, toNow int) {
		for i < toWas || j < toNow {
			switch {
			case i < toWas && j < toNow:
				parts = append(parts, Part{Changed, j, i})
				i, j = i+1, j+1
			case j < toNow:
				parts = append(parts, Part{Added, j, -1})
				j++
			default:
				parts = append(parts, Part{Gone, -1, i})
				i++
			}
		}
	}
	for _, pair := range common(was, now) {
		between(pair[0], pair[1])
		parts = append(parts, Part{Same, j, i})
		i, j = i+1, j+1
	}
	between(len(was), len(now))
	return parts
}

// Behind counts the parts that are not as the original has them.
func Behind(parts []Part) int {
	n := 0
	for _, p := range parts {
		if p.State != Same {
			n++
		}
	}
	return n
}

// common gives the longest common sequence of two lists, as pairs of places.
func common(a, b []string) [][2]int {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}
