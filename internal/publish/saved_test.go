package publish

import (
	"encoding/json"
	"os"
	"path"
	"regexp"
	"slices"
	"testing"

	"suluh"
	"suluh/internal/site"
)

// TestSavedScripts: a page that is saved for offline works offline: each script that it
// names is saved with it.
func TestSavedScripts(t *testing.T) {
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: portalDay, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	files := render(t, s)
	script := regexp.MustCompile(`<script src="?([^" >]+)`)
	for _, list := range []string{"luring.json", "en/luring.json"} {
		var saved []string
		if err := json.Unmarshal(files[list], &saved); err != nil {
			t.Fatal(err)
		}
		scripts := 0
		for _, name := range saved {
			if path.Ext(name) != ".html" {
				continue
			}
			for _, m := range script.FindAllStringSubmatch(string(files[name]), -1) {
				scripts++
				if needed := path.Join(path.Dir(name), m[1]); !slices.Contains(saved, needed) {
					t.Errorf("%s: %s is saved without %s", list, name, needed)
				}
			}
		}
		if scripts < len(files)/10 {
			t.Errorf("%s: %d scripts in %d files", list, scripts, len(saved))
		}
	}
}
