package publish

import (
	"bytes"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"suluh"
	"suluh/internal/site"
)

// mostTaps is how far from the home page what the portal was begun for may be.
const mostTaps = 3

// TestSeed: each of the nineteen points for which the portal was begun is told on a
// page that is three taps or less from the home page.
func TestSeed(t *testing.T) {
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: portalDay, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	files := render(t, s)
	told := map[string]string{} // what each page near the home page says
	level := []string{"index.html"}
	for range mostTaps + 1 {
		var next []string
		for _, page := range level {
			root, err := html.Parse(bytes.NewReader(files[page]))
			if err != nil {
				t.Fatal(err)
			}
			var words strings.Builder
			for n := range root.Descendants() {
				if n.Type == html.TextNode {
					words.WriteString(n.Data)
				}
				if target, _, _ := strings.Cut(attr(n, "href"), "#"); n.Data == "a" && strings.HasSuffix(target, ".html") && !strings.Contains(target, ":") {
					next = append(next, path.Join(path.Dir(page), target))
				}
			}
			told[page] = strings.Join(strings.Fields(words.String()), " ")
		}
		slices.Sort(next)
		level = slices.DeleteFunc(slices.Compact(next), func(page string) bool { _, seen := told[page]; return seen || files[page] == nil })
	}
	list, err := os.ReadFile("testdata/seed.tsv")
	if err != nil {
		t.Fatal(err)
	}
	points := 0
	for line := range strings.Lines(string(list)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		points++
		point := strings.Split(strings.TrimSpace(line), "\t")
		says := func(text string) bool {
			return !slices.ContainsFunc(point[1:], func(words string) bool { return !strings.Contains(text, words) })
		}
		found := false
		for _, text := range told {
			found = found || says(text)
		}
		if !found {
			t.Errorf("no page within %d taps of the home page says: %s", mostTaps, point[0])
		}
	}
	if points != 19 {
		t.Errorf("%d points, want nineteen", points)
	}
}
