package desk

import (
	"sync"

	"suluh/internal/cache"
	"suluh/internal/channel"
	"suluh/internal/publish"
)

// weigher knows which pages are over their weight. To weigh one takes some 35 ms, so it is
// done beside, and an answer is kept as long as the page stays the same.
type weigher struct {
	mu     sync.Mutex
	heavy  map[weighed]bool
	atWork bool
}

// weighed is a page as it was: its path, and the key under which nothing of it has changed.
type weighed struct {
	path string
	key  cache.Hash
}

func weighedAs(o channel.Output) weighed { return weighed{o.Path, o.Key()} }

// isHeavy tells whether a page is known to be over its weight.
func (w *weigher) isHeavy(s *publish.Edition, path string) bool {
	o, there := s.Lookup(path)
	if !there {
		return false
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.heavy[weighedAs(o)]
}

// weigh begins to weigh the written pages of a site that are not known yet, unless somebody
// does so already.
func (w *weigher) weigh(s *publish.Edition) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.atWork {
		return
	}
	var unknown []channel.Output
	known := map[weighed]bool{} // of today's pages: the others are forgotten
	for _, p := range s.Pages {
		o, there := s.Lookup(p.Path)
		if !there {
			continue
		}
		if heavy, done := w.heavy[weighedAs(o)]; done {
			known[weighedAs(o)] = heavy
		} else {
			unknown = append(unknown, o)
		}
	}
	w.heavy = known
	if len(unknown) == 0 {
		return
	}
	w.atWork = true
	go func() {
		for _, o := range unknown {
			weight, known, err := s.WeightOf(o)
			w.mu.Lock()
			w.heavy[weighedAs(o)] = err == nil && known && weight.Parts.Total > weight.Budget.Target
			w.mu.Unlock()
		}
		w.mu.Lock()
		w.atWork = false
		w.mu.Unlock()
	}()
}
