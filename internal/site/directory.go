package site

import (
	"cmp"

	"suluh/internal/village"
)

// MostOnPage is how many villages a directory of one page lists.
const MostOnPage = 250 // villages of a directory that is a single page

// Directory is how the villages are listed.
type Directory struct {
	ByArea bool   // there are pages of areas
	Top    string // the smallest area that holds every village with a code
}

// directoryOf says how villages are listed.
func directoryOf(villages *village.Set) Directory {
	area := villages.Area("")
	for children := area.Children(); len(children) == 1; children = area.Children() {
		area = children[0]
	}
	return Directory{ByArea: villages.Len() > MostOnPage, Top: area.Code}
}

// BareName is the official name of an area. Where that is not known, a district
// is called as one of its villages calls it, and other areas by their codes.
func (s *Site) BareName(code string) string {
	name := s.Villages.Areas[code]
	if name == "" && len(code) == len("35.09.12") {
		name = s.Villages.Area(code).Villages[0].District
	}
	return cmp.Or(name, code)
}

// DistrictName gives the district of a village, as its file or the official list says.
func (s *Site) DistrictName(v *village.Entry) string {
	return cmp.Or(v.District, s.Villages.Areas.DistrictOf(v.Code))
}

// RegencyOf gives the name of the regency that a code lies in, if the site
// spans several.
func (s *Site) RegencyOf(code string) string {
	if len(s.Directory.Top) >= len("35.09") || len(code) <= len("35.09") {
		return ""
	}
	return s.Villages.Areas[code[:len("35.09")]]
}
