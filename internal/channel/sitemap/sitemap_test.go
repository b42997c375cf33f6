package sitemap

import (
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// TestSitemapSplit: a sitemap of more addresses than one file may hold is a
// list of sitemaps, and these name each page once.
func TestSitemapSplit(t *testing.T) {
	const villages = 83762
	s := &channel.Source{Site: &site.Site{Config: &content.Config{Base: "https://contoh.example/a"}}}
	outputs := []channel.Output{{Path: "index.html", Layout: theme.LayoutOf("home")}, {Path: "ikon.svg"}, {Path: "404.html", Layout: theme.LayoutOf("missing")}, {Path: "panduan/a&b.html", Layout: theme.LayoutOf("guide")}}
	var list []*village.Entry
	for i := range villages {
		slug := fmt.Sprintf("x/%d", i)
		list = append(list, &village.Entry{File: "villages/" + slug + ".md", Slug: slug})
	}
	s.Villages = village.NewSet(list, nil)
	set := channel.NewSet(s.Site, nil, nil)
	for _, o := range outputs {
		set.Add(o)
	}
	files := map[string]string{}
	Outputs(s, set, func(o channel.Output) {
		data, err := o.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		files[o.Path] = string(data)
	})
	index := locations(t, files["sitemap.xml"])
	if len(files) != 3 || strings.Join(index, " ") != "https://contoh.example/a/sitemap-1.xml https://contoh.example/a/sitemap-2.xml" {
		t.Fatalf("%d files, the list is %q", len(files), index)
	}
	seen := map[string]bool{}
	for _, name := range []string{"sitemap-1.xml", "sitemap-2.xml"} {
		all := locations(t, files[name])
		if len(all) > mostInSitemap {
			t.Errorf("%s has %d addresses", name, len(all))
		}
		for _, address := range all {
			if seen[address] {
				t.Errorf("%s is there twice", address)
			}
			seen[address] = true
		}
	}
	for _, want := range []string{"https://contoh.example/a/", "https://contoh.example/a/panduan/a&b.html", "https://contoh.example/a/desa/x/83761.html"} {
		if !seen[want] {
			t.Errorf("%s is missing", want)
		}
	}
	if len(seen) != villages+2 {
		t.Errorf("%d addresses, want %d", len(seen), villages+2)
	}
}

func locations(t *testing.T, text string) []string {
	t.Helper()
	var list struct {
		Pages []string `xml:"url>loc"`
		Parts []string `xml:"sitemap>loc"`
	}
	if err := xml.Unmarshal([]byte(text), &list); err != nil {
		t.Fatal(err)
	}
	return append(list.Pages, list.Parts...)
}
