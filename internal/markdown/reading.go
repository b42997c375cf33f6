package markdown

import (
	"strings"
	"unicode"
)

// Reading says how hard a text is to read. Flesch and its kin fail on
// Indonesian, whose words are long: school books score below zero. LIX needs
// no syllables and works (reader-ux, part 5).
type Reading struct {
	Words     int
	Sentences int
	Long      int // words of more than six letters
	Longest   int // words of the longest sentence
}

// longWord is how many letters a word may have before LIX counts it.
const longWord = 6

// Reading measures the words of a page. A line of its own, such as a list
// item or a cell of a table, counts as a sentence.
func (d *Doc) Reading() Reading {
	var r Reading
	inSentence := 0
	end := func() {
		if inSentence > 0 {
			r.Sentences++
			r.Longest = max(r.Longest, inSentence)
		}
		inSentence = 0
	}
	for line := range strings.Lines(d.Text) {
		for _, token := range strings.Fields(line) {
			word := strings.TrimFunc(token, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
			if word != "" {
				r.Words++
				inSentence++
				if len([]rune(word)) > longWord {
					r.Long++
				}
			}
			if strings.ContainsRune(".?!:", rune(token[len(token)-1])) {
				end()
			}
		}
		end()
	}
	return r
}

// PerSentence is the average number of words in a sentence.
func (r Reading) PerSentence() float64 {
	return float64(r.Words) / float64(max(r.Sentences, 1))
}

// LIX is words per sentence plus long words per hundred: up to 30 very easy,
// from 50 hard.
func (r Reading) LIX() float64 {
	return r.PerSentence() + 100*float64(r.Long)/float64(max(r.Words, 1))
}
