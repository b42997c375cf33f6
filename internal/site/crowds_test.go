package site

import (
	"fmt"
	"testing"

	"suluh/internal/limits"
)

// TestCrowds: as many pages and villages as the limit says are read, and one more
// is told.
func TestCrowds(t *testing.T) {
	crowd := func(folder string, n int) []foundFile {
		files := make([]foundFile, n)
		for i := range files {
			files[i].name = fmt.Sprintf("%s/%d.md", folder, i)
		}
		return files
	}
	for _, more := range []int{0, 1} {
		pages, villages := crowd("content/panduan", limits.Pages.Max+more), crowd("villages", limits.Villages.Max+more)
		within, told := withinLimits(pages, &villages)
		if len(within) != limits.Pages.Max || len(villages) != limits.Villages.Max {
			t.Errorf("%d more: %d pages and %d villages are read", more, len(within), len(villages))
		}
		if len(told.faults) != 2*more {
			t.Errorf("%d more: %v", more, told.faults)
		}
	}
}
