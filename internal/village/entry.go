package village

import (
	"slices"
	"unique"

	"suluh/internal/cache"
)

// Entry is what is kept in memory of each village: what lists, links and
// checks need. The rest is read again when its page is made, so that memory
// does not grow with what the files hold.
type Entry struct {
	File      string `cbor:"-"` // villages/ambulu.md
	Slug      string `cbor:"-"` // ambulu
	Name      string
	Code      string
	District  string
	Also      []string
	Possible  []string
	HasNumber bool
	Linked    bool // its text needs other villages, or a picture

	Hash   cache.Hash  `cbor:"-"` // of the file
	Parsed cache.Place `cbor:"-"` // where the rest is kept, if it is
}

// Entry gives what is kept of a village.
func (v *Village) Entry() *Entry {
	return &Entry{
		File: v.File, Slug: v.Slug, Name: v.Name, Code: v.Code, District: shared(v.District),
		Also: v.Also, Possible: v.Possible, HasNumber: len(v.Reachable()) > 0,
	}
}

// shared keeps one copy of a text that many villages have.
func shared(text string) string { return unique.Make(text).Value() }

// Locate names the file of a village that was kept.
func (e *Entry) Locate(file string) {
	e.File, e.Slug, e.District = file, slugOf(file), shared(e.District)
}

// CodeFits tells whether the code has the form of a village's code.
func (e *Entry) CodeFits() bool { return isCode(e.Code) }

// ForOthers tells whether other pages show or need a village as they did
// before: its name, code and district are the same.
func (e *Entry) ForOthers(was *Entry) bool {
	return e.File == was.File && e.Name == was.Name && e.Code == was.Code && e.District == was.District &&
		slices.Equal(e.Also, was.Also) && e.HasNumber == was.HasNumber
}

// Area gives the code of the district, 35.09.12; empty when it is not known.
func (e *Entry) Area() string {
	if !isCode(e.Code) {
		return ""
	}
	return prefix(e.Code, 8)
}
