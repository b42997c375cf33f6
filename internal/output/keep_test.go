package output

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"suluh/internal/cache"
	"suluh/internal/compress"
)

// TestKeep: a file stays without being made again as long as its Key and the
// file stay, with the same kind of compressed files beside it.
func TestKeep(t *testing.T) {
	text := strings.Repeat("Ambulu ", 100)
	was := cache.Hash{1}
	tests := []struct {
		name     string
		key      cache.Hash
		compress bool
		change   func(t *testing.T, dir string)
		want     bool
	}{
		{name: "the same", key: was, compress: true, want: true},
		{name: "another key", key: cache.Hash{2}, compress: true},
		{name: "no key", compress: true},
		{name: "no compressed files any more", key: was},
		{name: "changed by hand", key: was, compress: true, change: func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "a.html"), []byte("lain"), 0o644))
		}},
		{name: "compressed file removed", key: was, compress: true, change: func(t *testing.T, dir string) {
			must(t, os.Remove(filepath.Join(dir, "a.html.br")))
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			first := open(t, dir, true)
			must(t, first.Write("a.html", was, compress.Plan{}, []byte(text)))
			_, err := first.Commit()
			must(t, err)
			if tt.change != nil {
				tt.change(t, dir)
			}
			before := look(t, dir)
			second := open(t, dir, tt.compress)
			if got := second.Keep("a.html", tt.key, compress.Plan{}); got != tt.want {
				t.Fatalf("Keep = %v, want %v", got, tt.want)
			}
			if !tt.want {
				must(t, second.Write("a.html", tt.key, compress.Plan{}, []byte(text)))
			}
			_, err = second.Commit()
			must(t, err)
			after := look(t, dir)
			if data := after["a.html"].text; data != text {
				t.Errorf("a.html holds %q", data)
			}
			if _, packed := after["a.html.br"]; packed != tt.compress {
				t.Errorf("a.html.br is there: %v, want %v", packed, tt.compress)
			}
			if tt.want && !after["a.html"].same(before["a.html"]) {
				t.Error("a kept file was touched")
			}
		})
	}
}

// TestNewKey: when only the Key changes, no file does, and the next build finds
// the new Key.
func TestNewKey(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, key := range []cache.Hash{{1}, {2}} {
		d := open(t, dir, false)
		must(t, d.Write("a.html", key, compress.Plan{}, []byte("Ambulu")))
		result, err := d.Commit()
		must(t, err)
		if key == (cache.Hash{2}) && result.Changed != 0 {
			t.Errorf("%d files changed, want 0", result.Changed)
		}
	}
	d := open(t, dir, false)
	defer d.Abort()
	if !d.Keep("a.html", cache.Hash{2}, compress.Plan{}) {
		t.Error("the new Key was forgotten")
	}
}

// TestKeepOfAnotherPlan: what was compressed after another plan is made anew, whether the
// file was made again or not, and nothing else is.
func TestKeepOfAnotherPlan(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	text, err := os.ReadFile("../../layouts/base.html")
	must(t, err)
	build := func(plan compress.Plan) (kept bool, changed int) {
		d := open(t, dir, true)
		if kept = d.Keep("a.html", cache.Hash{1}, plan); !kept {
			must(t, d.Write("a.html", cache.Hash{1}, plan, text))
		}
		result, err := d.Commit()
		must(t, err)
		return kept, result.Changed
	}
	fast := compress.Plan{Saves: compress.Nothing}
	build(fast)
	if kept, changed := build(fast); !kept || changed != 0 {
		t.Errorf("after the same plan: kept %v, %d changed", kept, changed)
	}
	before := look(t, dir)
	if kept, _ := build(compress.Plan{}); kept {
		t.Error("a light file was kept for the best")
	}
	after := look(t, dir)
	if len(after["a.html.br"].text) >= len(before["a.html.br"].text) {
		t.Errorf("the best has %d bytes, light has %d", len(after["a.html.br"].text), len(before["a.html.br"].text))
	}
	if !after["a.html"].same(before["a.html"]) {
		t.Error("the file itself was touched")
	}
}
