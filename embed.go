// Package suluh holds the default theme, so that one binary builds any portal.
// A file of the same name in the site's own folder wins.
package suluh

import "embed"

// Theme holds layouts/ and static/.
//
//go:embed layouts/*.html layouts/*.css layouts/*.js layouts/partials layouts/bahasa static
var Theme embed.FS

// Registry is the registry of contacts of the first portal, of which a new one takes the
// numbers that hold everywhere.
//
//go:embed content/kontak.yaml
var Registry []byte
