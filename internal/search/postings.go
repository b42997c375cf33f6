package search

import (
	"maps"
	"slices"
	"strings"
)

// A root stands in too many documents to tell them apart from commonFrom documents on, where
// more than commonShare of them hold it.
const (
	commonFrom  = 8
	commonShare = 40 // percent
)

const (
	seen       = -1 // a root of the title or summary, which needs no body posting
	inBodyOnce = -2 // a root that the body holds once, before it is known how many do
)

// Of a root that many documents hold, a single mention says nothing of a page, and such
// mentions take a third of the index: from onceFrom documents on, bodies that hold a root
// once are listed where at most onceIn documents have it.
const onceFrom, onceIn = 32, 2

// weigh gives the weight of each root in the headings or else the body. Usual headings are no
// better than text.
func weigh(d Document, cut cutter, stop, usual map[string]bool) map[string]int {
	weights := map[string]int{}
	for _, stem := range without(stop, cut.lines(d.Words)) {
		weights[stem] = inBody
	}
	for _, stem := range without(stop, cut.lines(d.Text)) {
		if weights[stem] == 0 {
			weights[stem] = inBodyOnce
		} else {
			weights[stem] = inBody
		}
	}
	for _, stem := range without(stop, slices.Concat(cut.line(d.Title), cut.line(d.Summary))) {
		weights[stem] = seen
	}
	for _, stem := range without(stop, cut.lines(d.Headings)) {
		switch {
		case weights[stem] == seen: // counts there
		case !usual[stem]:
			weights[stem] = inHeading
		case weights[stem] == 0:
			weights[stem] = inBody
		}
	}
	return weights
}

// usualHeadings gives the roots that stand in the headings of most documents
// of a kind: each country has its "Gaji dan libur", so the words tell nothing.
func usualHeadings(docs []Document, cut cutter) map[string]map[string]bool {
	of := map[string]int{}
	times := map[string]map[string]int{}
	for _, d := range docs {
		if of[d.Kind]++; times[d.Kind] == nil {
			times[d.Kind] = map[string]int{}
		}
		for _, stem := range slices.Compact(slices.Sorted(slices.Values(cut.lines(d.Headings)))) {
			times[d.Kind][stem]++
		}
	}
	usual := map[string]map[string]bool{}
	for kind, stems := range times {
		usual[kind] = map[string]bool{}
		for stem, n := range stems {
			usual[kind][stem] = isCommon(n, of[kind])
		}
	}
	return usual
}

// isCommon tells whether a root stands in too many documents.
func isCommon(holding, docs int) bool {
	return docs >= commonFrom && holding*100 > docs*commonShare
}

// encode writes the stems and their postings: those of questions, and after a ! those of texts.
func encode(texts, asked map[string][]int, docs int) (stems, posts string) {
	var s, p strings.Builder
	before := ""
	roots := slices.Concat(slices.Collect(maps.Keys(texts)), slices.Collect(maps.Keys(asked)))
	slices.Sort(roots)
	for _, stem := range slices.Compact(roots) {
		posting := postings(asked[stem], func(level int) int { return level - 1 })
		if own := textPosts(texts[stem], docs); own != "" {
			posting += "!" + own
		}
		if posting == "" {
			continue
		}
		shared := 0
		for shared < min(len(before), len(stem), 25) && before[shared] == stem[shared] {
			shared++
		}
		s.WriteByte(byte('A' + shared))
		s.WriteString(stem[shared:])
		p.WriteString(posting)
		p.WriteByte(' ')
		before = stem
	}
	return s.String(), p.String()
}

// A posting is one character: the distance to the document before, less one, and a level.
// Steps is how many distances each level has characters for, from firstPost on; then one that
// goes on by so many documents, and one for a root that all documents count as holding.
const (
	firstPost = '#' // behind the quote, which JSON would write as two
	steps     = 18
	skipPost  = byte(firstPost + steps*mostLevel)
	allPost   = skipPost + 1
)

// weightOf gives the weight of a root in a text by the level of its posting.
var weightOf = [...]int{inBody, inHeading}

// postings writes the documents that have a level, which is below 0 where they have none.
func postings(weights []int, level func(weight int) int) string {
	var p strings.Builder
	last := -1
	for doc, weight := range weights {
		at := level(weight)
		if at < 0 {
			continue
		}
		step := doc - last - 1
		for ; step >= steps; step -= steps {
			p.WriteByte(skipPost)
		}
		p.WriteByte(byte(firstPost + at*steps + step))
		last = doc
	}
	return p.String()
}

// textPosts writes where a root stands in headings, or else in bodies.
func textPosts(weights []int, docs int) string {
	holding := 0
	for _, weight := range weights {
		if weight != 0 {
			holding++
		}
	}
	common := isCommon(holding, docs)
	posts := postings(weights, func(weight int) int {
		if weight == inBodyOnce && (docs < onceFrom || holding <= onceIn) {
			weight = inBody
		}
		if common && weight == inBody {
			return -1
		}
		return slices.Index(weightOf[:], weight)
	})
	if common {
		return string(allPost) + posts
	}
	return posts
}
