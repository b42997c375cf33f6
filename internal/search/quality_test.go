package search_test

import (
	"slices"
	"testing"

	"suluh/internal/search"
)

// TestQuestions asks the real portal what people ask. A page is found when it
// is the first hit, or among the first three.
func TestQuestions(t *testing.T) {
	first, third := ask(t, "questions.txt")
	if first < 90 || third < 98 {
		t.Errorf("first %.1f %%, want 90; among three %.1f %%, want 98", first, third)
	}
}

// TestQuestionsHeldOut asks what was written after the ranking was done. Never
// tune on these: write new ones instead.
func TestQuestionsHeldOut(t *testing.T) {
	if _, third := ask(t, "questions-held-out.txt"); third < 70 {
		t.Errorf("among three %.1f %%, want 70", third)
	}
}

func ask(t *testing.T, file string) (first, third float64) {
	t.Helper()
	p := loadPortal(t, "id")
	r, err := search.Open(p.index(t))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, key := range p.keys {
		known[key] = true
	}
	return score(t, file, known, func(query string) (keys []string) {
		for _, hit := range r.Search(query) {
			keys = append(keys, p.keys[hit.Path])
		}
		return keys
	})
}

// score asks the questions of a file, whose pages must be known, and tells what
// percentage is answered first, and among the first three.
func score(t *testing.T, file string, known map[string]bool, answer func(query string) []string) (first, third float64) {
	t.Helper()
	qs := questions(t, file)
	for _, q := range qs {
		for _, page := range q.pages {
			if !known[page] {
				t.Errorf("%s: there is no page %s", file, page)
			}
		}
		got := answer(q.query)
		got = got[:min(3, len(got))]
		at := slices.IndexFunc(got, func(key string) bool { return slices.Contains(q.pages, key) })
		switch {
		case at == 0:
			first++
			third++
		case at > 0:
			third++
			t.Logf("%d  %q: got %v, want %v", at+1, q.query, got, q.pages)
		default:
			t.Logf("-  %q: got %v, want %v", q.query, got, q.pages)
		}
	}
	n := float64(len(qs)) / 100
	t.Logf("%s: %d questions, first %.1f %%, among three %.1f %%", file, len(qs), first/n, third/n)
	return first / n, third / n
}
