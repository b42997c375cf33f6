// Package sitemap lists the pages of a site for search engines.
package sitemap

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
)

// mostInSitemap is how many addresses one sitemap may hold (sitemaps.org).
const mostInSitemap = 50000

const (
	sitemapPath  = "sitemap.xml"
	sitemapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`
)

// Outputs list the pages for search engines: addresses only, for a date
// that says when a page was built would be a different one each day. Where
// they do not fit one file, sitemap.xml lists files of pages. A site that does
// not know its address has none.
func Outputs(s *channel.Source, set *channel.Set, add func(channel.Output)) {
	if s.Base() == "" || s.Without.Sitemap {
		return
	}
	var pages []string
	for _, o := range set.Fixed {
		if o.Layout != nil && !o.Layout.Hidden {
			pages = append(pages, o.Path)
		}
	}
	slices.Sort(pages)
	total := len(pages) + s.Villages.Len()
	write := func(from, to int) func(*bytes.Buffer) error {
		return func(w *bytes.Buffer) error {
			writeSitemap(s, w, pages, from, to)
			return nil
		}
	}
	if total <= mostInSitemap {
		add(channel.Output{Path: sitemapPath, From: content.ConfigFile, Render: write(0, total)})
		return
	}
	var parts []string
	for from := 0; from < total; from += mostInSitemap {
		parts = append(parts, fmt.Sprintf("sitemap-%d.xml", len(parts)+1))
		add(channel.Output{Path: parts[len(parts)-1], From: content.ConfigFile, Render: write(from, min(from+mostInSitemap, total))})
	}
	add(channel.Output{Path: sitemapPath, From: content.ConfigFile, Render: func(w *bytes.Buffer) error {
		writeAddresses(w, "sitemapindex", "sitemap", s.Base(), slices.Values(parts))
		return nil
	}})
}

// writeSitemap lists the pages from one number to another: first those that
// are made of content/, then the villages.
func writeSitemap(s *channel.Source, w *bytes.Buffer, pages []string, from, to int) {
	writeAddresses(w, "urlset", "url", s.Base(), func(yield func(string) bool) {
		for i := from; i < to; i++ {
			path := ""
			if i < len(pages) {
				path = pages[i]
			} else {
				path = permalink.Village(s.Villages.At(i - len(pages)))
			}
			if !yield(path) {
				return
			}
		}
	})
}

// writeAddresses writes a list of addresses below the site's own.
func writeAddresses(w *bytes.Buffer, list, item, base string, paths func(func(string) bool)) {
	fmt.Fprintf(w, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%s %s>\n", list, sitemapSpace)
	for path := range paths {
		fmt.Fprintf(w, "<%s><loc>", item)
		_ = xml.EscapeText(w, []byte(base+permalink.Href(strings.TrimSuffix(path, "index.html")))) // a buffer takes all
		fmt.Fprintf(w, "</loc></%s>\n", item)
	}
	fmt.Fprintf(w, "</%s>\n", list)
}
