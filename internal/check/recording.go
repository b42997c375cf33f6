package check

import (
	"suluh/internal/content"
	"suluh/internal/source"
)

// checkRecordings: each recording is there.
func checkRecordings(s *Result, faults *source.List) {
	s.EachPage(func(p *content.Page) {
		for i, r := range p.Meta.Recordings {
			if name, there := s.RecordingFile(p, r); r.File != "" && !there {
				faults.Add(p.Tree.At(source.FileTargetAbsent, []any{name}, "suara", i, "berkas"))
			}
		}
	})
}
