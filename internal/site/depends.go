package site

import (
	"crypto/sha256"
	"fmt"

	"suluh/internal/cache"
	"suluh/internal/village"
)

// What a village and the pages of others have to do with each other is said here alone:
// a build asks what a village's outputs depend on, to keep those for which it is the
// same; a reload asks which villages changed nothing but their own outputs.

// OwnHash stands for what the outputs of a village depend on, of all villages: its file,
// its name, and the way to the list that it stands in. It is false where they depend on
// other villages: where its text leads to one or shows a picture, which may be told of
// another, and where its area is called as one of its villages calls it.
func (s *Site) OwnHash(e *village.Entry) (cache.Hash, bool) {
	area := e.Area()
	unnamed := s.Directory.ByArea && area != "" && s.Villages.Areas[area] == ""
	if e.Linked || unnamed || e.Hash == (cache.Hash{}) {
		return cache.Hash{}, false
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %x %v", e.File, e.Hash, s.Directory))
	return cache.Hash(sum[:len(cache.Hash{})]), true
}

// affectsOthers tells whether a changed village is more than another text and
// other numbers on its own page. What is wrong with a picture is said where the
// first village shows it, and that may be another one now.
func affectsOthers(s *Site, v ReadVillage, now villageInputs) bool {
	was := s.Villages.OfFile(v.Name)
	return v.Entry == nil || was == nil || !v.Entry.ForOthers(was) || s.Inputs.Villages.shows(v.Name) || now.shows(v.Name)
}
