package check

import (
	"errors"

	"suluh/internal/markdown"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/tree"
)

// checkPictures: what is wrong with a picture is said where the first text shows it.
func checkPictures(s *Result, faults *source.List) {
	told := map[string]bool{}
	tell := func(file string, say func(*source.Fault)) {
		p := s.Pictures[file]
		if file == "" || told[file] || p.Fault == nil {
			return
		}
		told[file] = true
		var fault *source.Fault
		if errors.As(p.Fault, &fault) {
			say(fault)
		} else {
			faults.Add(tree.Unreadable(file, p.Fault))
		}
	}
	if logo := s.Config.LogoFile(); logo != "" {
		at := func(code source.Code, args ...any) { faults.Add(s.Config.Tree.At(code, args, "logo")) }
		if s.Pictures[logo] == nil {
			at(source.PictureMissing, s.Config.Logo)
		} else {
			tell(logo, func(f *source.Fault) { at(f.Code, f.Args...) })
		}
	}
	s.EachRef(func(from site.Origin, ref *markdown.Ref) {
		tell(s.PictureOf(from, ref), func(f *source.Fault) { faults.Add(s.at(from.File, ref.Off, ref.Len, f.Code, f.Args...)) })
	})
	villages := &s.Inputs.Villages
	for _, m := range villages.OfPictures() {
		tell(s.PictureOf(m.Origin(), m.Ref()), func(f *source.Fault) { s.blame(villages.Mentions[m][0], m, f, faults) })
	}
}
