package publish

import (
	"os"
	"path/filepath"
	"testing"

	"suluh/internal/channel"
	"suluh/internal/compress"
	"suluh/internal/corpus"
)

// TestCompression: the portal and what a large site has once are compressed as well as
// can be; in a large site the pages of all villages together have at most 5 % more bytes
// than that, and none is over its budget for it.
func TestCompression(t *testing.T) {
	portal := load(t, os.DirFS("../.."), 2)
	for o := range portal.Outputs() {
		if plan := portal.Compression(compress.ByGain)(o); plan != (compress.Plan{}) {
			t.Fatalf("%s of the portal is compressed by %v", o.Path, plan)
		}
	}

	dir := filepath.Join(t.TempDir(), "site")
	if err := corpus.Write(dir, fewFiles); err != nil {
		t.Fatal(err)
	}
	s := load(t, os.DirFS(dir), 2)
	plan := s.Compression(compress.ByGain)
	seen := map[channel.Reading]int{}
	size, best := 0, 0
	for o := range s.Outputs() {
		p := plan(o)
		if o.Reading == channel.ByAll && p != (compress.Plan{}) {
			t.Errorf("%s is read by all, and compressed by %v", o.Path, p)
		}
		if seen[o.Reading]++; o.Reading == channel.ByAll || seen[o.Reading] > 20 {
			continue
		}
		if p == (compress.Plan{}) {
			t.Errorf("%s is compressed as well as can be", o.Path)
		}
		data, err := o.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		packed, err := p.Brotli(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		smallest, err := compress.Brotli(data)
		if err != nil {
			t.Fatal(err)
		}
		size, best = size+len(packed), best+len(smallest)
		if target := p.Most; target > 0 && len(packed) > target && len(packed) > len(smallest) {
			t.Errorf("%s has %d bytes, over its %d, and could have %d", o.Path, len(packed), target, len(smallest))
		}
		if none := s.Compression(compress.Best)(o); none != (compress.Plan{}) {
			t.Errorf("--compress best: %s is compressed by %v", o.Path, none)
		}
	}
	if len(seen) != 3 {
		t.Errorf("files by how often they are read: %v", seen)
	}
	if size > best*107/100 {
		t.Errorf("%d bytes, %.1f %% more than the best", size, 100*float64(size-best)/float64(best))
	}
	t.Logf("%d bytes, %.1f %% more than the best", size, 100*float64(size-best)/float64(best))
}
