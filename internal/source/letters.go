package source

import (
	"strings"
	"unicode"
)

// twins are letters of other alphabets that look like Latin ones. They get into
// texts from pages that were made to deceive, and from keyboards that were
// switched: nobody sees them, no search finds the word.
var twins = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'І': 'I', 'Ј': 'J', 'Ѕ': 'S',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'һ': 'h', 'ԛ': 'q', 'ԝ': 'w',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o', 'ν': 'v',
}

// MixedWord finds the first word that has letters of the Latin alphabet and of
// one that looks like it. Latin is the word in Latin letters, as far as these are
// known. Length is zero where there is none.
func MixedWord(text string) (off, length int, latin string) {
	if !strings.ContainsFunc(text, isTwinScript) {
		return 0, 0, ""
	}
	start := -1
	for i, r := range text + " " {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
			continue
		case start < 0:
			continue
		}
		word := text[start:i]
		if strings.ContainsFunc(word, isTwinScript) && strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Latin, r) }) || isDisguised(word) {
			return start, len(word), strings.Map(toLatin, word)
		}
		start = -1
	}
	return 0, 0, ""
}

// isDisguised tells whether a word of several letters is of twins alone.
func isDisguised(word string) bool {
	return len([]rune(word)) > 2 && !strings.ContainsFunc(word, func(r rune) bool { return twins[r] == 0 })
}

func toLatin(r rune) rune {
	if latin := twins[r]; latin != 0 {
		return latin
	}
	return r
}

func isTwinScript(r rune) bool {
	return r >= 0x370 && (unicode.Is(unicode.Cyrillic, r) || unicode.Is(unicode.Greek, r))
}
