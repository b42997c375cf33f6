package site

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/village"
)

// Every address that a reader, a search engine or a camera gets is made by
// href: links, codes to scan, sitemap, previews, lists of saved files. Paths of
// outputs stay as files are called, in NFC.

// href writes the path of an output as a part of an address.
func href(name string) string {
	u := url.URL{Path: name}
	// A colon in the first part would be read as a scheme.
	return strings.ReplaceAll(u.EscapedPath(), ":", "%3A")
}

// hrefsOf writes the paths of outputs as parts of addresses.
func hrefsOf(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = href(name)
	}
	return list
}

// relative gives the link from one output to another: relative("desa/a.html",
// "panduan/b c.html") is "../panduan/b%20c.html".
func relative(from, to string) string { return href(way(from, to)) }

// way gives the way from one file to another.
func way(from, to string) string {
	for {
		dir, rest, found := strings.Cut(from, "/")
		toDir, toRest, toFound := strings.Cut(to, "/")
		if !found || !toFound || dir != toDir {
			break
		}
		from, to = rest, toRest
	}
	return strings.Repeat("../", strings.Count(from, "/")) + to
}

// root gives the way from an output to the top of the site.
func root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }

func villagePath(v *village.Entry) string { return "desa/" + norm.NFC.String(v.Slug) + ".html" }

func posterPath(v *village.Entry) string {
	return "desa/" + norm.NFC.String(v.Slug) + "-poster.html"
}

func villageCardPath(v *village.Entry) string { return "desa/" + norm.NFC.String(v.Slug) + ".vcf" }

// oldAddress gives the output of an address that a page had once.
func oldAddress(alias string) string {
	old := strings.TrimPrefix(path.Clean("/"+norm.NFC.String(alias)), "/")
	if path.Ext(old) != ".html" {
		old += ".html"
	}
	return old
}

// foldPath makes paths alike that some file systems cannot tell apart.
func foldPath(name string) string { return strings.ToLower(norm.NFC.String(name)) }
