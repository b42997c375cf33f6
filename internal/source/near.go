package source

import "strings"

// Nearest returns the candidate that a word was probably meant to be, or "".
// It allows one slip in four letters, and always one, counted as insertions, deletions,
// exchanges and swaps of neighbours (optimal string alignment), and ignores
// case. Of equally near candidates the first wins.
func Nearest(word string, candidates []string) string {
	w := []rune(strings.ToLower(word))
	best, limit := "", max(1, len(w)/4)+1
	for _, c := range candidates {
		if c == word {
			continue
		}
		r := []rune(strings.ToLower(c))
		if len(r)-len(w) >= limit || len(w)-len(r) >= limit {
			continue
		}
		if d := distance(w, r); d < limit {
			best, limit = c, d
		}
	}
	return best
}

func distance(a, b []rune) int {
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev, row = prev, row, before
	}
	return prev[len(b)]
}
