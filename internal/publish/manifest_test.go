package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"path"
	"testing"

	"suluh"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/site"
)

// TestManifest: what a phone shows of an installed site tells nothing, and all
// that the manifest names is there and light.
func TestManifest(t *testing.T) {
	files := render(t, load(t, os.DirFS("../.."), 2))
	for _, name := range []string{"manifest.webmanifest", "en/manifest.webmanifest"} {
		var m struct {
			Name  string
			Start string `json:"start_url"`
			Icons []struct{ Src, Sizes string }
		}
		if err := json.Unmarshal(files[name], &m); err != nil {
			t.Fatalf("%s: %v in %q", name, err, files[name])
		}
		if m.Name == "" || content.Telling(m.Name) != "" {
			t.Errorf("%s calls the site %q", name, m.Name)
		}
		if start := path.Join(path.Dir(name), m.Start); files[start] == nil {
			t.Errorf("%s starts at %s, which is not made", name, start)
		}
		for i, icon := range m.Icons {
			data := files[path.Join(path.Dir(name), icon.Src)]
			config, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil || fmt.Sprintf("%dx%d", config.Width, config.Height) != icon.Sizes || icon.Sizes != [...]string{"192x192", "512x512"}[i] {
				t.Errorf("%s names %s as %s: %dx%d, %v", name, icon.Src, icon.Sizes, config.Width, config.Height, err)
			}
			if len(data) > 4000 {
				t.Errorf("%s is %d B, want at most 4,000", icon.Src, len(data))
			}
		}
	}
	for name, page := range files {
		if path.Ext(name) == ".html" && bytes.Contains(page, []byte("manifest.webmanifest")) {
			t.Errorf("%s asks for the manifest unasked", name)
		}
	}
	off, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: today, Jobs: 2}, Theme: suluh.Theme, NoServiceWorker: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, made := off.Lookup(permalink.WebManifest); made {
		t.Error("without a worker there is still a manifest")
	}
}
