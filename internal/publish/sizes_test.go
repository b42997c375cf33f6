package publish

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"

	"suluh/internal/compress"
	"suluh/internal/weight"
)

// hashInName is what a script's name has of its content.
var hashInName = regexp.MustCompile(`\.[0-9a-f]{8}\.js$`)

// TestSizes: what each script weighs, and the heaviest page of each layout of the golden
// site, in bytes of brotli, stand in a file, so that every change shows what it costs
// readers. The portal's own pages are held to their budgets by the check.
func TestSizes(t *testing.T) {
	const file = "testdata/sizes.tsv"
	s := load(t, os.DirFS("testdata/golden/site"), 1)
	type size struct {
		name  string
		parts weight.Parts
	}
	heaviest := map[string]size{}
	for o := range s.Outputs() {
		data, err := o.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case o.Layout != nil:
			parts, err := weight.Measure(data, 0)
			if err != nil {
				t.Fatal(err)
			}
			if parts.Total > heaviest[o.Layout.Name].parts.Total {
				heaviest[o.Layout.Name] = size{o.Layout.Name, parts}
			}
		case path.Ext(o.Path) == ".js" && path.Dir(o.Path) == ".":
			packed, err := compress.Brotli(data)
			if err != nil {
				t.Fatal(err)
			}
			name := hashInName.ReplaceAllString(o.Path, ".js")
			heaviest[name] = size{name, weight.Parts{Total: len(packed)}}
		}
	}
	var all []size
	for _, z := range heaviest {
		all = append(all, z)
	}
	slices.SortFunc(all, func(a, b size) int { return b.parts.Total - a.parts.Total })
	var got bytes.Buffer
	got.WriteString("bytes\tof which style\tframe\twhat\n")
	for _, z := range all {
		fmt.Fprintf(&got, "%d\t%d\t%d\t%s\n", z.parts.Total, z.parts.Style, z.parts.Frame, z.name)
	}
	if *update {
		if err := os.WriteFile(file, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the sizes are now\n%s\nand were\n%s\n(go test ./internal/publish -run TestSizes -update accepts them)", got.Bytes(), want)
	}
}
