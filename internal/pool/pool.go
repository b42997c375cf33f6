// Package pool does many things several at once.
package pool

import (
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n-1, several at once.
func Each(n, jobs int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
