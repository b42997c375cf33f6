package search

import (
	"maps"
	"slices"
	"strings"
)

// Reader searches an index as layouts/cari.js does, step by step: a change
// here is a change there. The index learns by it, and tests ask it.
type Reader struct {
	index
	stop   map[string]bool
	typos  map[string]string
	groups map[string][]string // the alternatives of a phrase
	vocab  []string            // every root that means something, sorted
	weight map[string][]int    // of a root, by document
	asked  map[string][]int    // the level that questions give to a root, by document
	cut    cutter
	titles []string // as roots, each with a space after it
}

// longest is how many roots a phrase of a synonym group may have.
const longest = 3

// newReader makes ready what an index has.
func newReader(x index) *Reader {
	r := &Reader{index: x, cut: cutter{}, groups: map[string][]string{}, weight: map[string][]int{}, asked: map[string][]int{}}
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
	return r
}

// decode reads the stems with their postings.
func (r *Reader) decode() {
	posts := strings.Split(r.Posts, " ")
	stem := ""
	for i, entry := range capital.FindAllString(r.Stems, -1) {
		stem = stem[:entry[0]-'A'] + entry[1:]
		questions, texts, _ := strings.Cut(posts[i], "!")
		if questions != "" {
			r.asked[stem] = make([]int, len(r.Paths))
			r.raise(stem, 0, 0)
		}
		if strings.HasPrefix(texts, string(allPost)) {
			texts = texts[1:]
			for doc := range r.Paths {
				r.raise(stem, doc, inBody)
			}
		}
		eachPost(texts, func(doc, level int) {
			r.raise(stem, doc, weightOf[level])
		})
		eachPost(questions, func(doc, level int) {
			r.asked[stem][doc] = level + 1
		})
	}
}

// eachPost reads postings.
func eachPost(posts string, act func(doc, level int)) {
	doc := -1
	for _, c := range []byte(posts) {
		if c == skipPost {
			doc += steps
			continue
		}
		post := int(c) - firstPost
		doc += post%steps + 1
		act(doc, post/steps)
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

// byTexts ranks each document by its texts.
func (r *Reader) byTexts(roots []string) []float64 {
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
	return rank
}

// roots gives the roots of a query, spelt right.
func (r *Reader) roots(query string) []string {
	return spelt(r.typos, r.cut.line(query))
}

// term is one thing that a query asks for: phrases of which any will do, and how sure it is
// that they are meant.
type term struct {
	phrases []string
	sure    float64
	roots   []string // as typed, without stop words
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
		typed := without(r.stop, roots[i:i+length])
		i += length
		if r.stop[phrase] {
			continue
		}
		t := r.alternatives(phrase)
		t.roots = typed
		terms = append(terms, t)
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
		return term{phrases: group, sure: 1}
	}
	if r.weight[phrase] != nil {
		return term{phrases: []string{phrase}, sure: 1}
	}
	near := r.near(func(stem string) bool { return len(phrase) > 2 && strings.HasPrefix(stem, phrase) })
	if near == nil {
		near = r.near(func(stem string) bool { return len(phrase) > 3 && oneSlip(stem, phrase) })
	}
	return term{phrases: near, sure: 0.5}
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
	for _, phrase := range phrases {
		roots := without(r.stop, strings.Split(phrase, " "))
		if len(roots) == 0 || slices.ContainsFunc(roots, func(root string) bool { return r.weight[root] == nil }) {
			continue
		}
		least := slices.Clone(r.weight[roots[0]])
		for _, root := range roots[1:] {
			for doc, weight := range r.weight[root] {
				least[doc] = min(least[doc], weight)
			}
		}
		for doc, weight := range least {
			weights[doc] = max(weights[doc], weight)
		}
	}
	for _, weight := range weights {
		if weight > 0 {
			holding++
		}
	}
	return weights, holding
}
