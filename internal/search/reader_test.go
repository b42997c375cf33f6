package search

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Reader searches an index as layouts/cari.js does, step by step: a change
// here is a change there.
type Reader struct {
	index
	stop   map[string]bool
	typos  map[string]string
	groups map[string][]string // the alternatives of a phrase
	vocab  []string            // every root that means something, sorted
	weight map[string][]int    // of a root, by document
	cut    cutter
	titles []string // as roots, each with a space after it
}

// Hit is a document that a query finds.
type Hit struct {
	Path, Title, Summary, Kind string
	Rank                       float64
}

// longest is how many roots a phrase of a synonym group may have.
const longest = 3

// Open reads what Index made.
func Open(script []byte) (*Reader, error) {
	object, isIndex := bytes.CutPrefix(script, []byte(head))
	if !isIndex {
		return nil, errors.New("read index: this is no index script")
	}
	r := &Reader{cut: cutter{}, groups: map[string][]string{}, weight: map[string][]int{}}
	if err := json.Unmarshal(bytes.TrimSuffix(object, []byte(tail)), &r.index); err != nil {
		return nil, fmt.Errorf("read index: %w", err)
	}
	r.stop = set(r.Stop)
	r.typos = table(r.Typos)
	r.decode()
	for i, title := range r.Titles {
		r.titles = append(r.titles, r.add(i, title, inTitle))
		r.add(i, r.Summaries[i], inSummary)
	}
	vocab := map[string]bool{}
	for stem := range r.weight {
		vocab[stem] = true
	}
	for _, group := range r.Same {
		phrases := strings.Split(group, "|")
		for _, phrase := range phrases {
			r.groups[inOrder(strings.Fields(phrase))] = phrases
			if !strings.Contains(phrase, " ") {
				vocab[phrase] = true
			}
		}
	}
	r.vocab = slices.Sorted(maps.Keys(vocab))
	return r, nil
}

// decode reads the stems with their postings.
func (r *Reader) decode() {
	posts := strings.Split(r.Posts, ".")
	stem := ""
	for i, entry := range capital.FindAllString(r.Stems, -1) {
		stem = stem[:entry[0]-'A'] + entry[1:]
		doc := -1
		for _, c := range []byte(posts[i]) {
			switch {
			case c == 'z':
				for d := range r.Paths {
					r.raise(stem, d, inBody)
				}
			case c == 'y':
				doc += letters
			case c >= 'a':
				doc += int(c-'a') + 1
				r.raise(stem, doc, inBody)
			default:
				doc += int(c-'A') + 1
				r.raise(stem, doc, inHeading)
			}
		}
	}
}

// raise adds to the weight of a root in a document.
func (r *Reader) raise(stem string, doc, weight int) {
	if r.weight[stem] == nil {
		r.weight[stem] = make([]int, len(r.Paths))
	}
	r.weight[stem][doc] += weight
}

// add weighs the roots of a title or summary, each once, and returns them.
func (r *Reader) add(doc int, text string, weight int) string {
	line := ""
	done := map[string]bool{}
	for _, stem := range without(r.stop, r.cut.line(text)) {
		line += stem + " "
		if !done[stem] {
			r.raise(stem, doc, weight)
		}
		done[stem] = true
	}
	return line
}

// Search finds documents, the best first.
func (r *Reader) Search(query string) []Hit {
	roots := r.roots(query)
	start := strings.Join(without(r.stop, roots), " ") + " "
	n := len(r.Paths)
	rank, covered, all := make([]float64, n), make([]float64, n), 0.0
	for _, t := range r.terms(roots) {
		weights, holding := r.weigh(t.phrases)
		if holding == 0 {
			continue
		}
		rare := t.sure / float64(holding+16)
		all += rare
		for doc, weight := range weights {
			if weight > 0 {
				rank[doc] += float64(rare * float64(weight))
				covered[doc] += rare
			}
		}
	}
	for doc := range n {
		if rank[doc] == 0 {
			continue
		}
		rank[doc] = float64(rank[doc]*covered[doc]) / all * float64(4*n-doc)
		if strings.HasPrefix(r.titles[doc], start) {
			rank[doc] *= 1.5
		}
	}
	r.cry(roots, rank)
	var hits []Hit
	for doc := range n {
		if rank[doc] == 0 {
			continue
		}
		kind := strings.IndexByte("0123456789abcdefghijklmnopqrstuvwxyz", r.Kind[doc])
		hits = append(hits, Hit{r.Paths[doc], r.Titles[doc], r.Summaries[doc], r.Kinds[kind], rank[doc]})
	}
	slices.SortStableFunc(hits, func(a, b Hit) int {
		switch {
		case a.Rank > b.Rank:
			return -1
		case a.Rank < b.Rank:
			return 1
		}
		return 0
	})
	return hits
}

// roots gives the roots of a query, spelt right.
func (r *Reader) roots(query string) []string {
	return spelt(r.typos, r.cut.line(query))
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

// term is one thing that a query asks for: phrases of which any will do, and how sure it is
// that they are meant.
type term struct {
	phrases []string
	sure    float64
}

// terms gives what a query asks for. Phrases come before stop words, for "tidak resmi" is not "resmi".
func (r *Reader) terms(roots []string) []term {
	var terms []term
	for i := 0; i < len(roots); {
		length := min(longest, len(roots)-i)
		phrase := inOrder(roots[i : i+length])
		for length > 1 && r.groups[phrase] == nil {
			length--
			phrase = inOrder(roots[i : i+length])
		}
		i += length
		if r.stop[phrase] {
			continue
		}
		terms = append(terms, r.alternatives(phrase))
	}
	return terms
}

// inOrder gives one name to the words of a phrase, in whatever order they are typed.
func inOrder(roots []string) string {
	return strings.Join(slices.Sorted(slices.Values(roots)), " ")
}

// alternatives gives the synonyms of a phrase, or a root, or what a root that
// nobody knows may stand for.
func (r *Reader) alternatives(phrase string) term {
	if group := r.groups[phrase]; group != nil {
		return term{group, 1}
	}
	if r.weight[phrase] != nil {
		return term{[]string{phrase}, 1}
	}
	near := r.near(func(stem string) bool { return len(phrase) > 2 && strings.HasPrefix(stem, phrase) })
	if near == nil {
		near = r.near(func(stem string) bool { return len(phrase) > 3 && oneSlip(stem, phrase) })
	}
	return term{near, 0.5}
}

// near collects the known roots that suit, with their synonyms.
func (r *Reader) near(suits func(string) bool) []string {
	var near []string
	for _, stem := range r.vocab {
		if !suits(stem) {
			continue
		}
		if group := r.groups[stem]; group != nil {
			near = append(near, group...)
		} else {
			near = append(near, stem)
		}
	}
	return near
}

// oneSlip tells whether two words differ by one letter, or by two exchanged.
func oneSlip(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	from := func(s string, n int) string { return s[min(n, len(s)):] }
	if from(a, i+1) == from(b, i) || from(a, i) == from(b, i+1) || from(a, i+1) == from(b, i+1) {
		return true
	}
	return len(a) == len(b) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// weigh gives the weight of a term in each document, and in how many it is.
func (r *Reader) weigh(phrases []string) (weights []int, holding int) {
	weights = make([]int, len(r.Paths))
	for doc := range weights {
		for _, phrase := range phrases {
			least := math.MaxInt
			for _, stem := range strings.Split(phrase, " ") {
				switch {
				case r.stop[stem]:
				case r.weight[stem] == nil:
					least = 0
				default:
					least = min(least, r.weight[stem][doc])
				}
			}
			if least == math.MaxInt { // stop words alone
				least = 0
			}
			weights[doc] = max(weights[doc], least)
		}
		if weights[doc] > 0 {
			holding++
		}
	}
	return weights, holding
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
