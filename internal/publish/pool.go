package publish

import (
	"bytes"
	"fmt"
	"iter"
	"sync"

	"suluh/internal/channel"
	"suluh/internal/source"
)

// EachOutput calls do for every output of the site, several at once, each time with
// the emptied buffer of its worker. What do finds is sorted by place; its first error
// stops all and names the output. This is the one place where a whole site is rendered:
// a build writes what it renders, a check throws it away.
func (s *Edition) EachOutput(do func(o channel.Output, page *bytes.Buffer) (*source.Diagnostic, error)) (source.List, error) {
	jobs := s.Jobs()
	// Neighbours lie in one folder, where two workers would wait for each other.
	// Of few outputs each takes less at once, so that all have work to the end.
	together := max(1, min(64, s.CountOutputs()/(jobs*32)))
	outputs, stop := make(chan []channel.Output), make(chan struct{})
	var once sync.Once
	var first error
	found := make([]source.List, jobs)
	var wg sync.WaitGroup
	for i := range jobs {
		wg.Go(func() {
			var page bytes.Buffer
			for batch := range outputs {
				for _, o := range batch {
					page.Reset()
					d, err := do(o, &page)
					if err != nil {
						once.Do(func() { first = fmt.Errorf("make %s: %w", o.Path, err); close(stop) })
						return
					}
					found[i].Add(d)
					s.opt.Meter.Step()
				}
			}
		})
	}
feed:
	for batch := range batches(s.Outputs(), together) {
		select {
		case outputs <- batch:
		case <-stop:
			break feed
		}
	}
	close(outputs)
	wg.Wait()
	var all source.List
	for _, list := range found {
		all.Add(list...)
	}
	all.Sort()
	return all, first
}

// batches gives what a sequence gives, several at once.
func batches[T any](seq iter.Seq[T], n int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var batch []T
		for v := range seq {
			if batch = append(batch, v); len(batch) == n {
				if !yield(batch) {
					return
				}
				batch = nil
			}
		}
		if len(batch) > 0 {
			yield(batch)
		}
	}
}
