// Package hosting knows what a web server has to do with the files of a published site, and
// writes it down in the words of each host: nginx, Caddy, Apache, Netlify, Cloudflare Pages,
// GitHub Pages, GitLab Pages, stores that speak S3.
//
// # What every host should do
//
//   - give each file its type, with its character set ([TypeOf]): a card for contacts that is
//     sent as text is shown, not kept;
//   - send the .br or .gz beside a file to whoever takes it, with the type of the file itself
//     and "Vary: Accept-Encoding";
//   - let a file with a hash in its name be kept for ever, and ask again for all others
//     ([CacheOf]); the worker is never kept, so that it can be taken back;
//   - answer an address that does not exist with 404.html and the status 404;
//   - send readers of an old address on with the status 301, where pages moved;
//   - add the headers of [Headers]. The policy of what a page may load stands in the pages
//     themselves, since each has its own hashes.
package hosting

import (
	"path"
	"regexp"
)

// types of the files of a site, by their endings.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".webmanifest": "application/manifest+json",
	".svg":         "image/svg+xml",
	".xml":         "application/xml",
	".txt":         "text/plain; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".vcf":         "text/vcard; charset=utf-8",
	".ics":         "text/calendar; charset=utf-8",
	".md":          "text/plain; charset=utf-8",
	".webp":        "image/webp",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".opus":        "audio/ogg",
	".ogg":         "audio/ogg",
	".pdf":         "application/pdf",
	".zip":         "application/zip",
}

// TypeOf gives the type of a file.
func TypeOf(name string) string {
	if t := types[path.Ext(name)]; t != "" {
		return t
	}
	return "application/octet-stream"
}

// How long browsers may keep a file.
const (
	ForEver = "public, max-age=31536000, immutable"
	Ask     = "no-cache" // kept, and asked for again each time, which costs a few bytes
	Never   = "no-cache, no-store, must-revalidate"
)

// hashedName is that of a file whose name changes with its content: app.1f2e3d4c.js.
const hashedName = `\.[0-9a-f]{8}\.[a-z0-9]+$`

var isHashed = regexp.MustCompile(hashedName)

// worker is the one file that browsers must never keep.
const worker = "sw.js"

// CacheOf says how long browsers may keep a file, as Cache-Control says it.
func CacheOf(name string) string {
	switch {
	case name == worker:
		return Never
	case isHashed.MatchString(name):
		return ForEver
	}
	return Ask
}
