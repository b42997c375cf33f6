// Package suluh holds the default theme, so that one binary builds any portal, and the
// first portal's texts, of which a new portal takes what holds everywhere.
package suluh

import "embed"

// Theme holds layouts/ and static/. A file of the same name in the site's own folder wins.
//
//go:embed layouts/*.html layouts/*.css layouts/*.js layouts/partials layouts/bahasa static
var Theme embed.FS

// Content holds content/ of the first portal.
//
//go:embed content
var Content embed.FS
