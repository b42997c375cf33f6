package village

import (
	"cmp"
	"iter"
	"slices"
	"strings"

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

// DistrictOf gives the official name of the district that a code lies in.
func (a Areas) DistrictOf(code string) string { return a[prefix(code, 8)] }

// Set is all villages of a site, by code, then by file. It is never changed.
type Set struct {
	Areas  Areas
	list   []*Village
	byCode map[string]*Village
	bySlug map[string]*Village
}

// NewSet orders the villages. Areas may be nil.
func NewSet(villages []*Village, areas Areas) *Set {
	s := &Set{Areas: areas, list: villages, byCode: map[string]*Village{}, bySlug: map[string]*Village{}}
	slices.SortFunc(s.list, func(a, b *Village) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.File, b.File))
	})
	for _, v := range s.list {
		s.bySlug[v.Slug] = v
		if v.Code != "" && s.byCode[v.Code] == nil {
			s.byCode[v.Code] = v
		}
	}
	return s
}

// All gives every village.
func (s *Set) All() iter.Seq[*Village] { return slices.Values(s.list) }

// At gives a village by its place in the order of the set.
func (s *Set) At(i int) *Village { return s.list[i] }

// Len is the number of villages.
func (s *Set) Len() int { return len(s.list) }

// Area is the villages whose codes begin alike.
type Area struct {
	Code     string // 35, 35.09, 35.09.12
	Villages []*Village
}

// codeLengths are those of areas, from the whole country to a district.
var codeLengths = []int{0, 2, 5, 8}

// Within gives the villages of an area in the order of their codes; those with
// any code for the area "".
func (s *Set) Within(area string) []*Village {
	if area == "" {
		return s.list[from(s.list, "0"):]
	}
	return s.list[from(s.list, area+"."):from(s.list, area+"/")] // a slash comes after a full stop
}

// from gives the place of the first village with a code that is not less.
func from(list []*Village, code string) int {
	i, _ := slices.BinarySearchFunc(list, code, func(v *Village, code string) int { return cmp.Compare(v.Code, code) })
	return i
}

// Children gives the areas one step below an area, in the order of their codes.
// A district has none.
func (s *Set) Children(area string) []Area {
	step := slices.Index(codeLengths, len(area)) + 1
	if step == 0 || step == len(codeLengths) {
		return nil
	}
	var children []Area
	for rest := s.Within(area); len(rest) > 0; {
		if !rest[0].CodeFits() {
			rest = rest[1:]
			continue
		}
		child := rest[0].Code[:codeLengths[step]]
		n := from(rest, child+"/")
		children = append(children, Area{Code: child, Villages: rest[:n]})
		rest = rest[n:]
	}
	return children
}

// Loose gives the villages that lie in no area: their code is not known.
func (s *Set) Loose() []*Village {
	var loose []*Village
	for _, v := range s.list {
		if !v.CodeFits() {
			loose = append(loose, v)
		}
	}
	return loose
}

// Find looks a village up by its code or by its slug; nil when there is none.
func (s *Set) Find(key string) *Village {
	if v := s.byCode[key]; v != nil {
		return v
	}
	return s.bySlug[key]
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
func (s *Set) NameFits(v *Village) bool {
	official := fold(s.Areas[v.Code])
	if official == "" || fold(v.Name) == official {
		return true
	}
	return slices.ContainsFunc(v.Also, func(name string) bool { return fold(name) == official })
}

// DistrictFits tells whether the district that the file names is the one that
// the code lies in.
func (s *Set) DistrictFits(v *Village) bool {
	official := fold(s.Areas.DistrictOf(v.Code))
	return official == "" || v.District == "" || fold(v.District) == official
}

// Twin gives the village that has the same code and comes first, or nil.
func (s *Set) Twin(v *Village) *Village {
	if first := s.byCode[v.Code]; v.Code != "" && first != v {
		return first
	}
	return nil
}

func fold(name string) string {
	return strings.ToLower(strings.Join(strings.Fields(name), ""))
}
