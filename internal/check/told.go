package check

import (
	"fmt"
	"slices"

	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/village"
)

// tell adds a fault of a reference. That a page is not published is said at the
// page, once, with all that lead to it.
func (s *Result) tell(f *source.File, off, length int, fault *source.Fault, faults *source.List) {
	if fault.Code == source.TargetDraft {
		line, _ := f.Position(off)
		s.toHidden(fault.Args[0].(string), fmt.Sprintf("%s:%d", f.Name, line))
		return
	}
	faults.Add(s.remember(f.At(off, length, fault.Code, fault.Args...).WithNear(fault.Near)))
}

func (s *Result) toHidden(file, from string) {
	if !slices.Contains(s.leading[file], from) {
		s.leading[file] = append(s.leading[file], from)
	}
}

// at makes a diagnostic for a place in an input file. Texts are not kept in
// memory, so the file is read again.
func (s *Result) at(name string, off, length int, code source.Code, args ...any) *source.Diagnostic {
	if s.isTold(name, code) {
		return nil
	}
	f, broken := s.Reread(name)
	if broken != nil {
		return broken
	}
	return s.remember(f.At(off, length, code, args...))
}

// toldKey is a kind of message in one file.
type toldKey struct {
	file string
	code source.Code
	n    int
}

// isTold tells whether a file has enough messages of a code. One more is
// counted at the last of them.
func (s *Result) isTold(file string, code source.Code) bool {
	last := s.told[toldKey{file, code, source.MostOfOne}]
	if last == nil {
		return false
	}
	last.More++
	return true
}

// remember counts a message and gives it back.
func (s *Result) remember(d *source.Diagnostic) *source.Diagnostic {
	if d == nil {
		return nil
	}
	for n := 1; n <= source.MostOfOne; n++ {
		if key := (toldKey{d.Name, d.Code, n}); s.told[key] == nil {
			s.told[key] = d
			break
		}
	}
	return d
}

// blame says where a village has a reference that leads nowhere. The file is
// read again, since places are not kept.
func (s *Result) blame(e *village.Entry, m site.Mention, fault *source.Fault, faults *source.List) {
	f, broken := s.Reread(e.File)
	if broken != nil {
		faults.Add(broken)
		return
	}
	for _, ref := range s.RefsOf(f) {
		if site.MentionOf(e.File, ref) == m {
			if fault.Code == source.TargetDraft || !s.isTold(f.Name, fault.Code) {
				s.tell(f, ref.Off, ref.Len, fault, faults)
			}
		}
	}
}
