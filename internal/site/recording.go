package site

import (
	"io/fs"
	"strconv"
	"strings"

	"suluh/internal/source"
)

// checkRecordings: each recording is there.
func checkRecordings(s *Site, faults *source.List) {
	s.eachPage(func(p *Page) {
		for i, r := range p.Meta.Recordings {
			if name, there := s.recordingFile(p, r); r.File != "" && !there {
				faults.Add(p.tree.At(source.FileTargetAbsent, []any{name}, "suara", i, "berkas"))
			}
		}
	})
}

// recordingFile gives the file of a recording, and whether it is there.
func (s *Site) recordingFile(p *Page, r Recording) (name string, there bool) {
	name = s.inputs.named(fileOf(p.File, r.File))
	return name, s.inputs.files[name]
}

// linkRecordings marks the recordings of pages as files to publish.
func (s *Site) linkRecordings() {
	for _, p := range s.pages {
		for _, r := range p.Meta.Recordings {
			if name, there := s.recordingFile(p, r); there {
				s.files[name] = true
			}
		}
	}
}

// recordings gives the links to a page's recordings, each with its language and
// its size.
func (s *Site) recordings(lang *Lang, p *Page) []linkView {
	w := lang.Words
	names := map[string]string{"indonesia": w.SpokenIndonesian, "jawa": w.SpokenJavanese, "madura": w.SpokenMadurese}
	var links []linkView
	for _, r := range p.Meta.Recordings {
		name, _ := s.recordingFile(p, r)
		info, err := fs.Stat(s.fsys, name)
		if err != nil {
			continue // told by checkRecordings
		}
		const kilobyte = 1000
		links = append(links, linkView{
			Href: relative(p.Path, strings.TrimPrefix(name, contentFolder)),
			Text: names[r.Language], Note: strconv.FormatInt((info.Size()+kilobyte-1)/kilobyte, 10) + " KB",
		})
	}
	return links
}
