package pages

import (
	"io/fs"
	"strconv"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/weight"
)

// recordings gives the links to a page's recordings, each with its language and
// its size.
func (s *Maker) recordings(lang *channel.Locale, p *content.Page) []LinkView {
	w := lang.Words
	names := map[string]string{"indonesia": w.SpokenIndonesian, "jawa": w.SpokenJavanese, "madura": w.SpokenMadurese}
	var links []LinkView
	for _, r := range p.Meta.Recordings {
		name, _ := s.RecordingFile(p, r)
		info, err := fs.Stat(s.Files(), name)
		if err != nil {
			continue // told by checkRecordings
		}
		links = append(links, LinkView{
			Href: permalink.Relative(p.Path, strings.TrimPrefix(name, content.Folder)),
			Text: names[r.Language], Note: strconv.Itoa(weight.Kilobytes(int(info.Size()))) + " KB",
		})
	}
	return links
}
