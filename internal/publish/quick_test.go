package publish

import (
	"bytes"
	"os"
	"testing"
)

// TestQuickLayouts: all pages of the portal and of the gallery have the bytes that
// html/template gives them, the first time as later.
func TestQuickLayouts(t *testing.T) {
	for _, dir := range []string{"../..", "../../layouts/gallery"} {
		quick, slow := load(t, os.DirFS(dir), 2), load(t, os.DirFS(dir), 2)
		slow.Source.Theme = slow.Theme.ByLibrary()
		for o := range quick.Outputs() {
			other, ok := slow.Lookup(o.Path)
			if !ok {
				t.Fatalf("no %s", o.Path)
			}
			want, err := other.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				got, err := o.Bytes()
				if err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s of %s is not what html/template writes (%v)", o.Path, dir, err)
				}
			}
		}
	}
}
