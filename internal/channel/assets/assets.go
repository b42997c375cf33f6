// Package assets publishes files as they are: pictures, documents, static files.
package assets

import (
	"bytes"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
)

// Documents copy the documents that texts link.
func Documents(s *channel.Source, add func(channel.Output)) {
	for _, name := range slices.Sorted(maps.Keys(s.Documents)) {
		add(channel.Output{Path: strings.TrimPrefix(name, content.Folder), From: name, Render: func(w *bytes.Buffer) error {
			data, err := fs.ReadFile(s.Files(), name)
			w.Write(data)
			return err
		}})
	}
}

// Static publishes the script of all pages and the other files of static/.
func Static(s *channel.Source, add func(channel.Output)) {
	add(channel.File(s.Theme.Script.Name, s.Theme.Script.Path, s.Theme.Script.Data))
	for _, a := range s.Theme.Static {
		add(channel.File(a.Name, a.Path, a.Data))
	}
}

// Pictures publish the pictures that texts show.
func Pictures(s *channel.Source, add func(channel.Output)) {
	for _, name := range slices.Sorted(maps.Keys(s.Pictures)) {
		p := s.Pictures[name]
		if p.Fault != nil {
			continue
		}
		add(channel.File(name, p.Path, p.Data))
		if p.WebP != nil {
			add(channel.File(name, p.WebPPath(), p.WebP.Data))
		}
	}
}
