package village

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"

	"suluh/internal/source"
)

// AreasFile holds the official names of areas.
const AreasFile = Folder + "/wilayah.tsv"

// Areas are the official names of areas by code, from 35 to 35.09.12.2004.
type Areas map[string]string

// ParseAreas reads lines of code<TAB>name. Lines that begin with # are notes.
func ParseAreas(f *source.File) (Areas, source.List) {
	areas := Areas{}
	var faults source.List
	off := 0
	for line := range strings.Lines(string(f.Data)) {
		text := strings.TrimRight(line, "\n")
		code, name, found := strings.Cut(text, "\t")
		switch {
		case strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#"):
		case !found || name == "":
			faults.Add(f.At(off, len(text), source.AreaLineBroken, text))
		default:
			areas[code] = name
		}
		off += len(line)
	}
	return areas, faults
}

// VillagesIn gives the codes of the villages of an area in their order; of all where
// no area is given.
func (a Areas) VillagesIn(area string) []string {
	var codes []string
	for code := range a {
		if isCode(code) && (area == "" || strings.HasPrefix(code, area+".")) {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}

// DistrictOf gives the official name of the district that a code lies in.
func (a Areas) DistrictOf(code string) string { return a[prefix(code, 8)] }

// Set is all villages of a site, by code, then by file. It is never changed.
type Set struct {
	Areas   Areas
	list    []*Entry
	byFile  []*Entry
	letters int
}

// NewSet orders the villages. Areas may be nil.
func NewSet(villages []*Entry, areas Areas) *Set {
	s := &Set{Areas: areas, list: slices.Clone(villages), byFile: slices.Clone(villages)}
	slices.SortFunc(s.list, byCode)
	slices.SortFunc(s.byFile, func(a, b *Entry) int { return strings.Compare(a.File, b.File) })
	for _, v := range s.list {
		s.letters += len(v.Name) + len(v.District) + len(v.Slug)
	}
	return s
}

func byCode(a, b *Entry) int {
	return cmp.Or(strings.Compare(a.Code, b.Code), strings.Compare(a.File, b.File))
}

// With gives the Set with another entry for a village whose file and code are
// the same.
func (s *Set) With(e *Entry) *Set {
	n := &Set{Areas: s.Areas, list: slices.Clone(s.list), byFile: slices.Clone(s.byFile), letters: s.letters}
	i, found := slices.BinarySearchFunc(n.list, e, byCode)
	j, same := SearchFile(n.byFile, e.File)
	if !found || !same {
		panic("village: With wants a village of the Set: " + e.File)
	}
	n.list[i], n.byFile[j] = e, e
	return n
}

// SearchFile finds the place of a file in entries that are in the order of their
// files.
func SearchFile(list []*Entry, file string) (at int, found bool) {
	return slices.BinarySearchFunc(list, file, func(e *Entry, file string) int { return strings.Compare(e.File, file) })
}

// OfFile finds a village by its file; nil when there is none.
func (s *Set) OfFile(file string) *Entry {
	if i, found := SearchFile(s.byFile, file); found {
		return s.byFile[i]
	}
	return nil
}

// OfCode gives the first village with a code; nil when there is none.
func (s *Set) OfCode(code string) *Entry {
	i, found := slices.BinarySearchFunc(s.list, code, func(e *Entry, code string) int { return strings.Compare(e.Code, code) })
	if !found || code == "" {
		return nil
	}
	return s.list[i]
}

// All gives every village.
func (s *Set) All() iter.Seq[*Entry] { return slices.Values(s.list) }

// SameFiles tells whether another set has the same files with the same codes, whatever else
// they say: then nothing that follows from names and addresses is another.
func (s *Set) SameFiles(other *Set) bool {
	return s == other || other != nil && slices.EqualFunc(s.list, other.list, func(a, b *Entry) bool {
		return a == b || a.File == b.File && a.Code == b.Code
	})
}

// At gives a village by its place in the order of the set.
func (s *Set) At(i int) *Entry { return s.list[i] }

// Letters is the length of all names, districts and slugs together.
func (s *Set) Letters() int { return s.letters }

// Len is the number of villages.
func (s *Set) Len() int { return len(s.list) }

// Area is the villages whose codes begin alike, in the order of their codes.
type Area struct {
	Code     string // 35, 35.09, 35.09.12; empty for the whole country
	Villages []*Entry
}

// codeLengths are those of areas, from the whole country to a district.
var codeLengths = []int{0, 2, 5, 8}

// Area gives the area of a code.
func (s *Set) Area(code string) Area {
	if code == "" {
		return Area{Villages: s.list[len(s.Loose()):]}
	}
	first := below(s.list, code+".")
	return Area{Code: code, Villages: s.list[first : first+below(s.list[first:], code+"/")]} // a slash comes after a full stop
}

// Loose gives the villages without a code: they lie in no area.
func (s *Set) Loose() []*Entry { return s.list[:below(s.list, "0")] }

// Children gives the areas one step further down, in the order of their codes. A
// district has none. Codes that are none, which the village's file is blamed
// for, lie nowhere.
func (a Area) Children() []Area {
	step := slices.Index(codeLengths, len(a.Code)) + 1
	if step == 0 || step == len(codeLengths) {
		return nil
	}
	var children []Area
	for rest := a.Villages; len(rest) > 0; {
		if !rest[0].CodeFits() {
			rest = rest[1:]
			continue
		}
		child := rest[0].Code[:codeLengths[step]]
		n := below(rest, child+"/")
		children = append(children, Area{Code: child, Villages: rest[:n]})
		rest = rest[n:]
	}
	return children
}

// below counts the villages whose code is less. Areas are small beside the
// country, so it looks near the start first: a site is linked anew with each
// file that is saved.
func below(list []*Entry, code string) int {
	end := 1
	for end < len(list) && list[end-1].Code < code {
		end *= 2
	}
	n, _ := slices.BinarySearchFunc(list[:min(end, len(list))], code, func(v *Entry, code string) int { return cmp.Compare(v.Code, code) })
	return n
}

// Find looks a village up by its code or by its slug; nil when there is none.
func (s *Set) Find(key string) *Entry {
	if v := s.OfCode(key); v != nil {
		return v
	}
	return s.OfFile(Folder + "/" + key + ".md")
}

// Keys gives all codes and slugs, for near names in messages.
func (s *Set) Keys() []string {
	var keys []string
	for _, v := range s.list {
		keys = append(keys, v.Slug)
		if v.Code != "" {
			keys = append(keys, v.Code)
		}
	}
	return keys
}

// Known tells whether the official list holds a code; without a list, all do.
func (s *Set) Known(code string) bool {
	return s.Areas == nil || s.Areas[code] != ""
}

// NameFits tells whether a village's name, or another name of it, is the
// official one. Spaces and case do not matter: Balung Lor is Balunglor.
func (s *Set) NameFits(v *Entry) bool {
	if s.Areas[v.Code] == v.Name {
		return true
	}
	official := Fold(s.Areas[v.Code])
	if official == "" || Fold(v.Name) == official {
		return true
	}
	return slices.ContainsFunc(v.Also, func(name string) bool { return Fold(name) == official })
}

// DistrictFits tells whether the district that the file names is the one that
// the code lies in.
func (s *Set) DistrictFits(v *Entry) bool {
	if s.Areas.DistrictOf(v.Code) == v.District {
		return true
	}
	official := Fold(s.Areas.DistrictOf(v.Code))
	return official == "" || v.District == "" || Fold(v.District) == official
}

// Twin gives the village that has the same code and comes first, or nil.
func (s *Set) Twin(v *Entry) *Entry {
	if first := s.OfCode(v.Code); first != v {
		return first
	}
	return nil
}

// Fold makes names alike that differ by case, spaces, hyphens or the sign of
// their apostrophe: Regapu'u, Regapu’u.
func Fold(name string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("'’‘ʼ`´-.", r) {
			return -1
		}
		return r
	}, name))
}

// CodesOf gives the codes in the official list of villages with a name, those in
// a district first: what a code that changed has become.
func (s *Set) CodesOf(name, district string) []string {
	var near, far []string
	for code, official := range s.Areas {
		if !isCode(code) || Fold(official) != Fold(name) {
			continue
		}
		if district != "" && Fold(s.Areas.DistrictOf(code)) == Fold(district) {
			near = append(near, code)
		} else {
			far = append(far, code)
		}
	}
	slices.Sort(near)
	slices.Sort(far)
	return append(near, far...)
}
