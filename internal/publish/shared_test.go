package publish

import (
	"bytes"
	"os"
	"sync"
	"testing"

	"suluh"
	"suluh/internal/site"
)

// TestRendersOnce: a build of the portal renders each output once, however many others
// are made of it.
func TestRendersOnce(t *testing.T) {
	var mu sync.Mutex
	renders := map[string]int{}
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: portalDay, Jobs: 2}, Theme: suluh.Theme, rendered: func(path string) {
		mu.Lock()
		renders[path]++
		mu.Unlock()
	}})
	if err != nil {
		t.Fatal(err)
	}
	outputs := 0
	for o := range s.Outputs() {
		outputs++
		if err := o.Render(new(bytes.Buffer)); err != nil {
			t.Fatal(err)
		}
	}
	all := 0
	for path, n := range renders {
		if all += n; n != 1 {
			t.Errorf("%s is rendered %d times", path, n)
		}
	}
	if all != outputs || outputs < 150 {
		t.Errorf("%d renders for %d outputs", all, outputs)
	}
}
