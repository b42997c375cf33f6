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
// can be; a large site as a whole has at most 5 % more bytes than that, as far as every
// 131st file tells, and no page is over its budget for it.
func TestCompression(t *testing.T) {
	portal := load(t, os.DirFS("../.."), 2)
	for o := range portal.Outputs() {
		if plan := portal.Compression(compress.ByGain)(o); plan != (compress.Plan{}) && o.Reading != channel.Together {
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
	sizes, bests, measured := map[channel.Reading]int{}, map[channel.Reading]int{}, map[channel.Reading]int{}
	for o := range s.Outputs() {
		p := plan(o)
		if o.Reading == channel.ByAll && p != (compress.Plan{}) {
			t.Errorf("%s is read by all, and compressed by %v", o.Path, p)
		}
		if seen[o.Reading]++; seen[o.Reading]%131 != 1 { // no sort stands at each 131st
			continue
		}
		measured[o.Reading]++
		if o.Reading != channel.ByAll && p == (compress.Plan{}) {
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
		sizes[o.Reading], bests[o.Reading] = sizes[o.Reading]+len(packed), bests[o.Reading]+len(smallest)
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
	size, best := 0.0, 0.0
	for reading, files := range seen {
		size += float64(files) * float64(sizes[reading]) / float64(measured[reading])
		best += float64(files) * float64(bests[reading]) / float64(measured[reading])
	}
	if more := 100 * (size/best - 1); more > 5 {
		t.Errorf("%.1f %% more bytes than the best", more)
	} else {
		t.Logf("%.1f %% more bytes than the best, of %v files", more, seen)
	}
}
