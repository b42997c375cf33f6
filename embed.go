// Package suluh holds the default theme, so that one binary builds any portal.
// A file of the same name in the site's own folder wins.
package suluh

import "embed"

// Theme holds layouts/ and static/.
//
//go:embed layouts/*.html layouts/*.css layouts/*.js layouts/partials layouts/bahasa static
var Theme embed.FS
