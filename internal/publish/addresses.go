package publish

import (
	"maps"
	"path"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/source"
	"suluh/internal/village"
)

// checkAddresses: no village takes the address of another page. Was is the Edition of
// before, whose answer holds while neither the villages nor the other pages have other
// addresses.
func (s *Edition) checkAddresses(was *Edition) {
	if was.Maker != nil && s.Villages.SameFiles(was.Villages) && s.Without == was.Without && maps.EqualFunc(s.Folded, was.Folded, func(a, b int) bool {
		return s.Fixed[a].From == was.Fixed[b].From
	}) {
		s.addressed = was.addressed
		return
	}
	for v := range s.Villages.All() {
		s.checkAddress(v, &s.addressed)
	}
}

// checkAddress says what else wants a path of a village's page, poster or card.
func (s *Edition) checkAddress(v *village.Entry, faults *source.List) {
	paths := []string{permalink.Village(v), permalink.VillageCard(v)}
	if !s.Without.Posters {
		paths = append(paths, permalink.Poster(v))
		if short := permalink.Permanent(v); short != "" {
			paths = append(paths, short)
		}
	}
	for _, p := range paths {
		if d := channel.BadPath(channel.Output{Path: p, From: v.File}); d != nil {
			faults.Add(d)
			return
		}
		if other := s.ownerOf(p, v); other != "" {
			faults.Add(source.Whole(v.File, source.AddressTwice, p, other))
			return
		}
	}
	// What stands above may be another file, and what stands below this one.
	for dir := path.Dir(permalink.Village(v)); dir != "."; dir = path.Dir(dir) {
		if other := s.ownerOf(dir, v); other != "" {
			faults.Add(source.Whole(v.File, source.AddressTwice, dir, other))
			return
		}
	}
}

// ownerOf gives the file that makes the output of a path, if it is not the
// village itself; else "".
func (s *Edition) ownerOf(name string, not *village.Entry) string {
	if i, taken := s.Folded[permalink.Fold(name)]; taken {
		return s.Fixed[i].From
	}
	slug, ours := strings.CutPrefix(name, "desa/")
	stem, ending := strings.TrimSuffix(slug, path.Ext(slug)), path.Ext(slug)
	if !ours || ending != ".html" && ending != ".vcf" {
		return ""
	}
	slugs := []string{stem}
	if base, isPoster := strings.CutSuffix(stem, "-poster"); isPoster && ending == ".html" && !s.Without.Posters {
		slugs = append(slugs, base)
	}
	for _, slug := range slugs {
		if other := s.Villages.OfFile(village.Folder + "/" + slug + ".md"); other != nil && other != not {
			return other.File
		}
	}
	return ""
}

// checkPrinted: every address that was printed still leads somewhere.
func checkPrinted(s *Edition, faults *source.List) {
	for _, in := range s.Inputs.List {
		for _, p := range in.Printed {
			if _, there := s.Lookup(strings.TrimPrefix(p.Path, "/")); there {
				continue
			}
			f, broken := s.Reread(content.PrintedFile)
			if broken != nil {
				faults.Add(broken)
				return
			}
			faults.Add(f.At(p.Off, len(p.Path), source.AddressDropped, p.Path))
		}
	}
}
