package markdown

import (
	"iter"
	"regexp"
	"slices"
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

// Reading measures the words of a page.
func (d *Doc) Reading() Reading {
	var r Reading
	for sentence := range d.Sentences() {
		words := wordsOf(sentence)
		r.Sentences++
		r.Words += len(words)
		r.Longest = max(r.Longest, len(words))
		for _, word := range words {
			if len([]rune(word)) > longWord {
				r.Long++
			}
		}
	}
	return r
}

// Sentences gives the sentences of a page that hold a word. A line of its own,
// such as a list item or a cell of a table, counts as one; so does what a colon
// ends.
func (d *Doc) Sentences() iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(d.Text) {
			var sentence []string
			for _, token := range strings.Fields(line) {
				sentence = append(sentence, token)
				if strings.ContainsRune(".?!:", rune(token[len(token)-1])) {
					if !give(sentence, yield) {
						return
					}
					sentence = nil
				}
			}
			if !give(sentence, yield) {
				return
			}
		}
	}
}

func give(sentence []string, yield func(string) bool) bool {
	text := strings.Join(sentence, " ")
	return len(wordsOf(text)) == 0 || yield(text)
}

// wordsOf gives the words of a sentence without the signs around them.
func wordsOf(sentence string) []string {
	var words []string
	for _, token := range strings.Fields(sentence) {
		if word := strings.TrimFunc(token, isSign); word != "" {
			words = append(words, word)
		}
	}
	return words
}

func isSign(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }

var abbreviation = regexp.MustCompile(`^[A-Z]-?[A-Z0-9]*[A-Z][A-Z0-9]*(?:-[A-Z]+)?$`)

// Abbreviations gives the words of a page in capitals alone (KTP, E-PMI), each
// once, in the order of the alphabet.
func (d *Doc) Abbreviations() []string {
	var found []string
	for _, word := range wordsOf(d.Text) {
		if abbreviation.MatchString(word) {
			found = append(found, word)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
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
