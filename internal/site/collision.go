package site

import (
	"path"
	"strings"
	"unicode"

	"suluh/internal/source"
	"suluh/internal/village"
)

// Two outputs of one path would be written one over the other, in whatever order
// the workers come to them: one is lost, and the same input gives different
// bytes. So are two whose paths some disks cannot tell apart, and a file where
// another needs a folder. Every output takes part: pages, old addresses, posters,
// cards, pictures, documents.

// addOutput lists an output, unless its path is taken.
func (s *Site) addOutput(o Output) {
	if d := badPath(o); d != nil {
		s.faults.Add(d)
		return
	}
	own := foldPath(o.Path)
	for name := own; name != "."; name = path.Dir(name) {
		i, taken := s.folded[name]
		if name == own && !taken {
			i, taken = s.folders[name]
		}
		if !taken {
			continue
		}
		switch other := s.fixed[i].from; {
		case other == o.from:
			s.faults.Add(s.aliasTwice(o.from, o.Path))
		case foldPath(other) != foldPath(o.from): // twins are told as such
			s.faults.Add(whole(o.from, source.AddressTwice, o.Path, other))
		}
		return
	}
	s.byPath[o.Path] = len(s.fixed)
	s.folded[own] = len(s.fixed)
	for name := path.Dir(own); name != "."; name = path.Dir(name) {
		s.folders[name] = len(s.fixed)
	}
	s.fixed = append(s.fixed, o)
}

// aliasTwice tells of an old address that its own page has already, at its place
// in the file.
func (s *Site) aliasTwice(file, name string) *source.Diagnostic {
	index := 0
	for _, p := range s.pages {
		if p.File == file {
			for i, alias := range p.Meta.Alias {
				if oldAddress(alias) == name {
					index = i // the last of them
				}
			}
		}
	}
	return s.atValue(file, source.AliasTwice, []any{name}, "alias", index)
}

// longestName is how many bytes a part of a path has at most: 255 on most disks,
// and the endings of compressed files take some.
const longestName = 240

// badPath refuses the path of an output that a disk cannot hold, unless it comes
// from the name of its file, which is told for itself.
func badPath(o Output) *source.Diagnostic {
	for part := range strings.SplitSeq(o.from, "/") {
		if unportable(part) != "" {
			return nil
		}
	}
	for part := range strings.SplitSeq(o.Path, "/") {
		bad := ""
		switch {
		case len(part) > longestName:
			bad = part[:20] + "…"
		case strings.ContainsFunc(part, unicode.IsControl):
			bad = part
		case part == "" || part == ".html" && path.Base(o.from) != ".md":
			bad = o.Path
		}
		if bad != "" {
			return whole(o.from, source.NameUnportable, bad, betterName(o.Path))
		}
	}
	return nil
}

// checkAddresses: no village takes the address of another page.
func checkAddresses(s *Site, faults *source.List) {
	for v := range s.villages.All() {
		s.checkAddress(v, faults)
	}
}

// checkAddress says what else wants a path of a village's page, poster or card.
func (s *Site) checkAddress(v *village.Entry, faults *source.List) {
	paths := []string{villagePath(v), villageCardPath(v)}
	if !s.opt.Without.Posters {
		paths = append(paths, posterPath(v))
		if short := permanentPath(v); short != "" {
			paths = append(paths, short)
		}
	}
	for _, p := range paths {
		if d := badPath(Output{Path: p, from: v.File}); d != nil {
			faults.Add(d)
			return
		}
		if other := s.ownerOf(p, v); other != "" {
			faults.Add(whole(v.File, source.AddressTwice, p, other))
			return
		}
	}
	// What stands above may be another file, and what stands below this one.
	for dir := path.Dir(villagePath(v)); dir != "."; dir = path.Dir(dir) {
		if other := s.ownerOf(dir, v); other != "" {
			faults.Add(whole(v.File, source.AddressTwice, dir, other))
			return
		}
	}
}

// ownerOf gives the file that makes the output of a path, if it is not the
// village itself; else "".
func (s *Site) ownerOf(name string, not *village.Entry) string {
	if i, taken := s.folded[foldPath(name)]; taken {
		return s.fixed[i].from
	}
	slug, ours := strings.CutPrefix(name, "desa/")
	stem, ending := strings.TrimSuffix(slug, path.Ext(slug)), path.Ext(slug)
	if !ours || ending != ".html" && ending != ".vcf" {
		return ""
	}
	slugs := []string{stem}
	if base, isPoster := strings.CutSuffix(stem, "-poster"); isPoster && ending == ".html" && !s.opt.Without.Posters {
		slugs = append(slugs, base)
	}
	for _, slug := range slugs {
		if other := s.villages.OfFile(village.Folder + "/" + slug + ".md"); other != nil && other != not {
			return other.File
		}
	}
	return ""
}
