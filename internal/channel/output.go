// Package channel is what all channels have in common. A channel makes files of one sort
// of what a site says: pages (package pages), contacts to keep, a search index, a sitemap,
// and so on, each in a package below this one. It takes a [Source] and gives [Output]s.
//
// Two tiers: most channels make files of the site; some make files of other files, which
// are in a [Set]. What those need is rendered once and handed to them ([Set.Share]).
package channel

import (
	"bytes"

	"suluh/internal/cache"
	"suluh/internal/theme"
)

// Output is one file of the site. Render writes it, and may be called from any
// goroutine; what it writes depends on the Site alone.
type Output struct {
	Path     string
	Layout   *theme.Layout // of a page; nil for other files
	Pictures int           // bytes of the pictures that a page shows
	Render   func(*bytes.Buffer) error
	From     string // the file to blame when two outputs have one path
	Reading  Reading

	// Key gives what stands for everything that an output is made of: two sites that give
	// an Output of one path the same Key give it the same bytes. The zero Key says nothing.
	Key func() cache.Hash
}

// Reading is how often a file of a large site is read, which tells how hard it is worth
// compressing.
type Reading uint8

// From most to least.
const (
	ByAll    Reading = iota // what a site has once
	Together                // a pack of the whole site, which the best quality takes seconds for
	ByOne                   // by the people of one village
	OnTheWay                // a list that leads on, a contact to save
)

// Bytes renders an output by itself.
func (o Output) Bytes() ([]byte, error) {
	var w bytes.Buffer
	err := o.Render(&w)
	return w.Bytes(), err
}

// File gives an output that is data as they are. From is the file to blame for it.
func File(from, to string, data []byte) Output {
	return Output{Path: to, From: from, Render: func(w *bytes.Buffer) error {
		w.Write(data)
		return nil
	}}
}
