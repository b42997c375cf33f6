package content

import (
	"strings"
)

// tellingWords give a page's topic away to whoever sees the reader's phone,
// so they may not stand in the title of a tab (reader-ux, part 4).
var tellingWords = []string{"migran", "migrant", "pmi", "tki", "tkw", "tppo", "kasus", "darurat", "emergency", "ilegal", "calo", "kabur", "desbumi", "trafficking", "perdagangan orang", "lapor", "polisi"}

// Telling gives the first word of a title that tells too much.
func Telling(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	joined := " " + strings.Join(words, " ") + " "
	for _, word := range tellingWords {
		if strings.Contains(joined, " "+word+" ") {
			return word
		}
	}
	return ""
}
