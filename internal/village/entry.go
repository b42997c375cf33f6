package village

import (
	"math"
	"slices"
	"unique"

	"suluh/internal/cache"
	"suluh/internal/frontmatter"
)

// Entry is what is kept in memory of each village: what lists, links and
// checks need. The rest is read again when its page is made, so that memory
// does not grow with what the files hold.
type Entry struct {
	File      string // villages/ambulu.md
	Slug      string // ambulu
	Name      string
	Code      string
	District  string
	Also      []string
	Possible  []string
	Alias     []string
	Linked    bool // its text needs other villages, or a picture
	Addresses bool // it names addresses of the web

	Dials    []uint64 // the digits of its numbers, by which the same one is found elsewhere
	AsOf     int32    // the day of its last check since 1970, or else that of its compiling; 0 when there was none
	ValidFor int32    // in days, how long that holds; 0 when the file does not say
	From     int32    // the first day on which it has a number that a contact to keep may hold
	Latest   int32    // the latest day that the file calls past: of a check, a source, a consent
	Point    [2]float32

	Compiled bool // nobody has checked it since it was compiled

	Hash   cache.Hash // of the file
	Parsed cache.Ref  // where the rest is kept, if it is
}

// never is a day that does not come.
const never = math.MaxInt32

// Entry gives what is kept of a village.
func (v *Village) Entry() *Entry {
	e := &Entry{
		File: v.File, Slug: v.Slug, Name: v.Name, Code: v.Code, District: shared(v.District), Also: v.Also, Possible: v.Possible, Alias: v.Alias,
		ValidFor: int32(v.ValidFor), From: never,
	}
	note := func(d frontmatter.Date) int32 {
		if d.IsZero() {
			return 0
		}
		e.Latest = max(e.Latest, d.Days())
		return d.Days()
	}
	note(v.Compiled)
	note(v.Checked)
	e.AsOf, e.Compiled = note(v.AsOf().Date), v.AsOf().Compiled
	for _, c := range v.Sources {
		note(c.Date)
	}
	for _, c := range v.Declared {
		consent := note(c.Consent)
		numbers := c.Numbers()
		for _, n := range numbers {
			e.Dials = append(e.Dials, n.Key())
		}
		if len(numbers) > 0 && c.Allows(OnCards) && (!c.IsPrivate() || consent > 0) {
			if !c.IsPrivate() {
				consent = 0
			}
			e.From = min(e.From, consent)
		}
	}
	e.From = max(e.From, e.AsOf)
	if latitude, longitude, ok := v.Office.Point(); ok {
		e.Point = [2]float32{float32(latitude), float32(longitude)}
	}
	return e
}

// HasNumber tells whether the file declares a number at all.
func (e *Entry) HasNumber() bool { return len(e.Dials) > 0 }

// shared keeps one copy of a text that many villages have.
func shared(text string) string { return unique.Make(text).Value() }

// Locate names the file of a village that was kept.
func (e *Entry) Locate(file string) {
	e.File, e.Slug, e.District = file, slugOf(file), shared(e.District)
}

// IsUrban tells whether a village is a kelurahan: the seventh digit of its code
// is 1, that of a desa 2 (Kemendagri).
func (e *Entry) IsUrban() bool { return isCode(e.Code) && e.Code[len("35.09.12.")] == '1' }

// CodeFits tells whether the code has the form of a village's code.
func (e *Entry) CodeFits() bool { return isCode(e.Code) }

// ForOthers tells whether other pages show or need a village as they did
// before: its name, code and district are the same.
func (e *Entry) ForOthers(was *Entry) bool {
	return e.File == was.File && e.Name == was.Name && e.Code == was.Code && e.District == was.District &&
		slices.Equal(e.Also, was.Also) && slices.Equal(e.Dials, was.Dials) && slices.Equal(e.Alias, was.Alias) && e.From == was.From && e.AsOf == was.AsOf && e.ValidFor == was.ValidFor
}

// Area gives the code of the district, 35.09.12; empty when it is not known.
func (e *Entry) Area() string {
	if !isCode(e.Code) {
		return ""
	}
	return prefix(e.Code, 8)
}
