package search

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Hit is a document that a query finds.
type Hit struct {
	Path, Title, Summary, Kind string
	Rank                       float64
}

// Open reads what Index made.
func Open(script []byte) (*Reader, error) {
	object, isIndex := bytes.CutPrefix(script, []byte(head))
	if !isIndex {
		return nil, errors.New("read index: this is no index script")
	}
	var x index
	if err := json.Unmarshal(bytes.TrimSuffix(object, []byte(tail)), &x); err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	return newReader(x), nil
}

// Search finds documents, the best first.
func (r *Reader) Search(query string) []Hit {
	roots := r.roots(query)
	rank := r.byTexts(roots)
	for _, t := range r.terms(roots) {
		for doc := range rank {
			rank[doc] += float64(aLevel * t.sure * float64(r.askedOf(t, doc)))
		}
	}
	r.cry(roots, rank)
	var hits []Hit
	for doc, by := range rank {
		if by == 0 {
			continue
		}
		kind := strings.IndexByte("0123456789abcdefghijklmnopqrstuvwxyz", r.Kind[doc])
		hits = append(hits, Hit{r.Paths[doc], r.Titles[doc], r.Summaries[doc], r.Kinds[kind], by})
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Rank, a.Rank) })
	return hits
}

// askedOf gives the level of a term in a document: the sum of its roots, or else, of a root
// that no question has, the highest of what it may stand for.
func (r *Reader) askedOf(t term, doc int) int {
	sum, most, own := 0, 0, false
	for _, root := range t.roots {
		if of := r.asked[root]; of != nil {
			sum, own = sum+of[doc], true
		}
	}
	if own {
		return sum
	}
	for _, phrase := range t.phrases {
		if of := r.asked[phrase]; of != nil {
			most = max(most, of[doc])
		}
	}
	return most
}

// atOnce ranks the documents that answer a cry for help before all others.
const atOnce = 1e9

// cry raises the documents of the cries that a question holds.
func (r *Reader) cry(roots []string, rank []float64) {
	question := " " + strings.Join(roots, " ") + " , " + strings.Join(without(r.stop, roots), " ") + " "
	alone := len(without(r.stop, roots)) == 0
	for _, cry := range r.Cries {
		phrases, first, _ := strings.Cut(cry, ":")
		if !slices.ContainsFunc(strings.Split(phrases, "|"), func(phrase string) bool {
			return strings.Contains(question, " "+phrase+" ") && (alone || len(without(r.stop, strings.Fields(phrase))) > 0)
		}) {
			continue
		}
		for i, doc := range strings.Split(first, ",") {
			if n, err := strconv.Atoi(doc); err == nil && n < len(rank) {
				rank[n] = atOnce - float64(i)
			}
		}
	}
}

// Stem returns the root of an Indonesian word, or what serves as one: what
// counts is that all forms of a word come out alike, and that different words
// do not.
func Stem(word string) string {
	if words := fold(word); len(words) > 0 {
		return indonesian.stem(words[0])
	}
	return ""
}
