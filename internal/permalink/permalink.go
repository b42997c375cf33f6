// Package permalink has the address of everything that a site publishes.
package permalink

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/content"
	"suluh/internal/village"
)

// Pages that are made from several files, below the language.
const (
	Directory  = "desa/index.html"
	Numbers    = "nomor-penting.html"
	AllNumbers = "nomor-semua.html" // for paper
	Glossary   = "arti-kata.html"
	Topics     = "cari.html"
	Offline    = "luring.html"
	Missing    = "404.html"
	Send       = "kirim-nomor.html" // in Indonesian alone
)

// Files beside the pages.
const (
	SearchIndex   = "cari-indeks.js" // below the language
	VillageSearch = "desa/cari.js"
	NumberSearch  = "nomor/cari.js"
	SendScript    = "kirim.js"
	SaveScript    = "luring.js"
	Versions      = "versi.json"
	ServiceWorker = "sw.js"                // never renamed: the old worker would live on
	WebManifest   = "manifest.webmanifest" // below the language, since it says where to start
	Icon          = "ikon.svg"
	cardFolder    = "kontak/"
)

// Pack gives the file, below the language, with all that is saved for a wish; PackList the
// one that lists it.
func Pack(wish string) string     { return "luring-" + wish + ".txt" }
func PackList(wish string) string { return "luring-" + wish + ".json" }

// CountryNumbers gives the page of the numbers of a country, by the address of its page: one
// that says nothing, as n/10.html, has numbers under the same name.
func CountryNumbers(page string) string { return "nomor/" + path.Base(page) }

// Every address that a reader, a search engine or a camera gets is made by
// Href: links, codes to scan, sitemap, previews, lists of saved files. Paths of
// outputs stay as files are called, in NFC.

// Href writes the path of an output as a part of an address.
func Href(name string) string {
	u := url.URL{Path: name}
	// A colon in the first part would be read as a scheme.
	return strings.ReplaceAll(u.EscapedPath(), ":", "%3A")
}

// Hrefs writes the paths of outputs as parts of addresses.
func Hrefs(names []string) []string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = Href(name)
	}
	return list
}

// Relative gives the link from one output to another: Relative("desa/a.html",
// "panduan/b c.html") is "../panduan/b%20c.html".
func Relative(from, to string) string { return Href(Way(from, to)) }

// Way gives the way from one file to another.
func Way(from, to string) string {
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

// Root gives the way from an output to the top of the site.
func Root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }

// Village gives the page of a village.
func Village(v *village.Entry) string { return "desa/" + norm.NFC.String(v.Slug) + ".html" }

// Poster gives the sheet of a village to print.
func Poster(v *village.Entry) string {
	return "desa/" + norm.NFC.String(v.Slug) + "-poster.html"
}

// VillageCard gives the contact of a village to keep.
func VillageCard(v *village.Entry) string { return "desa/" + norm.NFC.String(v.Slug) + ".vcf" }

// Old gives the output of an address that a page had once.
func Old(alias string) string {
	old := strings.TrimPrefix(path.Clean("/"+norm.NFC.String(alias)), "/")
	if path.Ext(old) != ".html" {
		old += ".html"
	}
	return old
}

// Fold makes paths alike that some file systems cannot tell apart.
func Fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// Permanent gives the address of a village that never changes; "" of one whose
// code is not known.
func Permanent(v *village.Entry) string {
	if !v.CodeFits() {
		return ""
	}
	return "d/" + strings.ReplaceAll(v.Code, ".", "") + ".html"
}

// Pocket gives the card of a country's page.
func Pocket(p *content.Page) string { return strings.TrimSuffix(p.Path, ".html") + "-kartu.html" }

// ContactCard gives the file of a contact's card. It stays in the phone's list of
// downloads, so a name that tells too much gives way to a number.
func ContactCard(c *content.Contact) string {
	name := c.ID
	if content.Telling(name) != "" {
		sum := sha256.Sum256([]byte(name))
		name = hex.EncodeToString(sum[:3])
	}
	return cardFolder + name + ".vcf"
}
