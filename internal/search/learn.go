package search

import "slices"

// Question is how people ask, in their own words, and the pages that answer, called as in [Cry].
type Question struct {
	Pages []string `yaml:"halaman" need:"yes" raw:"yes"`
	Typed []string `yaml:"ditanya" need:"yes" raw:"yes"`
}

// enoughQuestions is how many questions for each document tell more of what people type than
// headings and bodies do: then these are not listed, which leaves their room to what questions
// teach.
const enoughQuestions = 10

func count(questions []Question) (n int) {
	for _, q := range questions {
		n += len(q.Typed)
	}
	return n
}

// How the index learns: numbers that were best on questions which it had not learned from.
const (
	passes    = 10  // over all questions
	margin    = 10  // by which an answer has to lead before a question teaches nothing
	aPoint    = 25  // of the rank, for which the weights are counted in points
	perLevel  = 2   // points
	mostLevel = 5   // that a posting can have
	aLevel    = 50. // of the rank: aPoint * perLevel
)

// lesson is a question made ready.
type lesson struct {
	roots []*taught
	rank  []float64 // of each document by its texts
	right []int     // the documents that answer, in the order of the question
}

// taught is what a root has learned, by document: its weights now, how much they changed, each
// change times the step at which it came, and in the end its levels.
type taught struct {
	weights, changes, levels []int
	asked                    int // how many questions have it
}

// learn gives the level of each root in each document by which questions find their pages: it
// is a perceptron, whose weights are whole numbers, never below none, and in the end the mean of
// all that they were. Where a page that answers does not lead by the margin, the roots of the
// question count one more in the best of those, and one less in the best of the others.
//
// Half of all roots are those of one question alone. A sparing index has them only where that
// question would else not be answered first, by a level.
func learn(r *Reader, docs []Document, questions []Question, sparing bool) map[string][]int {
	roots := map[string]*taught{}
	lessons := lessonsOf(r, docs, questions, roots)
	step := 0
	for range passes {
		for _, l := range lessons {
			step++
			right, wrong := l.best()
			if wrong < 0 || l.at(right)-l.at(wrong) >= margin*aPoint {
				continue
			}
			for _, root := range l.roots {
				root.change(right, 1, step)
				if root.weights[wrong] > 0 {
					root.change(wrong, -1, step)
				}
			}
		}
	}
	for _, t := range roots {
		t.rest(step)
	}
	needed := map[*taught]bool{}
	for _, l := range lessons {
		answered := l.isAnswered()
		for _, root := range l.roots {
			needed[root] = needed[root] || !sparing || root.asked > 1 || !answered
		}
	}
	levels := map[string][]int{}
	for root, t := range roots {
		if needed[t] && slices.Max(t.levels) > 0 {
			levels[root] = t.levels
		}
	}
	return levels
}

func (t *taught) change(doc, by, step int) {
	t.weights[doc] += by
	t.changes[doc] += by * step
}

// lessonsOf makes questions ready; those whose pages the index does not have teach nothing.
func lessonsOf(r *Reader, docs []Document, questions []Question, known map[string]*taught) []lesson {
	at := map[string][]int{}
	for doc, d := range docs {
		at[d.Name] = append(at[d.Name], doc)
	}
	for _, q := range questions { // no root of theirs is one that has to be guessed
		for _, typed := range q.Typed {
			for _, root := range r.roots(typed) {
				r.raise(root, 0, 0)
			}
		}
	}
	var lessons []lesson
	for _, q := range questions {
		var right []int
		for _, page := range q.Pages {
			right = append(right, at[page]...)
		}
		for _, typed := range q.Typed {
			roots := r.roots(typed)
			if len(right) == 0 || len(without(r.stop, roots)) == 0 {
				continue
			}
			l := lesson{rank: r.byTexts(roots), right: right}
			for _, root := range without(r.stop, roots) {
				if known[root] == nil {
					known[root] = &taught{weights: make([]int, len(docs)), changes: make([]int, len(docs)), levels: make([]int, len(docs))}
				}
				known[root].asked++
				l.roots = append(l.roots, known[root])
			}
			lessons = append(lessons, l)
		}
	}
	return lessons
}

// best gives the documents that lead among those that answer, and among the others; the
// latter is -1 where there is none.
func (l *lesson) best() (right, wrong int) {
	right, wrong = l.right[0], -1
	for _, doc := range l.right[1:] {
		if l.at(doc) > l.at(right) {
			right = doc
		}
	}
	for doc := range l.rank {
		if !slices.Contains(l.right, doc) && (wrong < 0 || l.at(doc) > l.at(wrong)) {
			wrong = doc
		}
	}
	return right, wrong
}

// at gives the rank of a document.
func (l *lesson) at(doc int) float64 {
	points := 0
	for _, root := range l.roots {
		points += root.weights[doc]
	}
	return l.rank[doc] + float64(points*aPoint)
}

// rest makes the means of the weights over all steps to levels: a weight is the last one, less
// each change for the steps before it.
func (t *taught) rest(steps int) {
	for doc, last := range t.weights {
		sum := last*steps - t.changes[doc]
		t.levels[doc] = min(mostLevel, (sum+perLevel*steps/2)/(perLevel*steps))
	}
}

// isAnswered tells whether a document that answers leads by a level without the roots that no
// other question has.
func (l *lesson) isAnswered() bool {
	right, wrong := 0., 0.
	for doc, rank := range l.rank {
		for _, root := range l.roots {
			if root.asked > 1 {
				rank += float64(aLevel * float64(root.levels[doc]))
			}
		}
		if slices.Contains(l.right, doc) {
			right = max(right, rank)
		} else {
			wrong = max(wrong, rank)
		}
	}
	return right-wrong >= aLevel
}
