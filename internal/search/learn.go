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
	passes    = 20  // over all questions
	margin    = 8   // by which an answer has to lead before a question teaches nothing
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
func learn(r *Reader, docs []Document, questions []Question) *learned {
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
	return &learned{roots, lessons}
}

// learned is what questions have taught.
type learned struct {
	roots   map[string]*taught
	lessons []lesson
}

// Half of all roots are those of one question alone. An index that would take more room than
// its stems and postings may, in bytes before they are packed, has rare roots only where a
// question would else not be answered first, by a lead; the lead shrinks, and more roots are
// rare, until it fits. At last no question brings them back.
const room = 11_100

type thrift struct {
	rare int // the most questions that a rare root has
	lead float64
}

const none = -1e9 // a lead that each question has

var thrifts = []thrift{
	{1, 2 * aLevel}, {1, aLevel}, {1, aLevel / 2}, {1, 0}, {2, aLevel}, {2, 0}, {3, 0},
	{1, none}, {2, none}, {4, none}, {8, none},
}

// needed gives the roots that are not rare, and those without which a question is not answered.
func (l *learned) needed(by thrift) map[*taught]bool {
	needed := map[*taught]bool{}
	for i := range l.lessons {
		answered := l.lessons[i].leads(by.rare) >= by.lead
		for _, root := range l.lessons[i].roots {
			needed[root] = needed[root] || root.asked > by.rare || !answered
		}
	}
	return needed
}

func (l *learned) all() map[*taught]bool {
	all := map[*taught]bool{}
	for _, root := range l.roots {
		all[root] = true
	}
	return all
}

// levels gives those of some roots, by document.
func (l *learned) levels(of map[*taught]bool) map[string][]int {
	levels := map[string][]int{}
	for root, t := range l.roots {
		if of[t] && slices.Max(t.levels) > 0 {
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

// leads gives by how much a document that answers leads without rare roots.
func (l *lesson) leads(rare int) float64 {
	right, wrong := 0., 0.
	for doc, rank := range l.rank {
		for _, root := range l.roots {
			if root.asked > rare {
				rank += float64(aLevel * float64(root.levels[doc]))
			}
		}
		if slices.Contains(l.right, doc) {
			right = max(right, rank)
		} else {
			wrong = max(wrong, rank)
		}
	}
	return right - wrong
}
