package search_test

import (
	"slices"
	"testing"

	"suluh/internal/search"
)

// TestCries asks what people type who need help now. A page that tells the next
// step is among the first three, and no question is answered with nothing.
func TestCries(t *testing.T) {
	p := loadPortal(t, "id")
	r, err := search.Open(p.index(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range questions(t, "cries.txt") {
		var got []string
		for _, hit := range r.Search(q.query) {
			got = append(got, p.keys[hit.Path])
		}
		first := got[:min(3, len(got))]
		if !slices.ContainsFunc(first, func(key string) bool { return slices.Contains(q.pages, key) }) {
			t.Errorf("%q: got %v, want one of %v", q.query, first, q.pages)
		}
	}
}
