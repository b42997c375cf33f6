package channel

import (
	"path"
	"strings"
	"unicode"

	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/source"
)

// Two outputs of one path would be written one over the other, in whatever order
// the workers come to them: one is lost, and the same input gives different
// bytes. So are two whose paths some disks cannot tell apart, and a file where
// another needs a folder. Every output takes part: pages, old addresses, posters,
// cards, pictures, documents.

// Add lists an output, unless its path is taken.
func (s *Set) Add(o Output) {
	if d := BadPath(o); d != nil {
		s.Faults.Add(d)
		return
	}
	own := permalink.Fold(o.Path)
	for name := own; name != "."; name = path.Dir(name) {
		i, taken := s.Folded[name]
		if name == own && !taken {
			i, taken = s.folders[name]
		}
		if !taken {
			continue
		}
		switch other := s.Fixed[i].From; {
		case other == o.From:
			s.Faults.Add(s.aliasTwice(o.From, o.Path))
		case permalink.Fold(other) != permalink.Fold(o.From): // twins are told as such
			s.Faults.Add(source.Whole(o.From, source.AddressTwice, o.Path, other))
		}
		return
	}
	s.ByPath[o.Path] = len(s.Fixed)
	s.Folded[own] = len(s.Fixed)
	for name := path.Dir(own); name != "."; name = path.Dir(name) {
		s.folders[name] = len(s.Fixed)
	}
	s.Fixed = append(s.Fixed, o)
}

// aliasTwice tells of an old address that its own page has already, at its place
// in the file.
func (s *Set) aliasTwice(file, name string) *source.Diagnostic {
	index := 0
	for _, p := range s.site.Pages {
		if p.File == file {
			for i, alias := range p.Meta.Alias {
				if permalink.Old(alias) == name {
					index = i // the last of them
				}
			}
		}
	}
	return s.site.AtValue(file, source.AliasTwice, []any{name}, "alias", index)
}

// BadPath refuses the path of an output that a disk cannot hold, unless it comes
// from the name of its file, which is told for itself.
func BadPath(o Output) *source.Diagnostic {
	for part := range strings.SplitSeq(o.From, "/") {
		if content.Unportable(part) != "" {
			return nil
		}
	}
	for part := range strings.SplitSeq(o.Path, "/") {
		bad := ""
		switch {
		case len(part) > content.LongestName:
			bad = part[:20] + "…"
		case strings.ContainsFunc(part, unicode.IsControl):
			bad = part
		case part == "" || part == ".html" && path.Base(o.From) != ".md":
			bad = o.Path
		}
		if bad != "" {
			return source.Whole(o.From, source.NameUnportable, bad, content.BetterName(o.Path))
		}
	}
	return nil
}
