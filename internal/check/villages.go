package check

import (
	"math"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/village"
)

// checkVillages: codes and names agree with the official list, no code and no
// number is used twice, data were checked and not too long ago, and which
// numbers are not known yet. While the villages and their judge are those of before,
// so is what is said.
func (s *Result) checkVillages(was *Result) {
	if was != nil && s.SameVillages(was.Site) {
		s.sharedNumbers, s.sameNames = was.sharedNumbers, was.sameNames
		if s.sameJudge(was) {
			s.villageFaults = was.villageFaults
			return
		}
	} else {
		s.sharedNumbers, s.sameNames = sharedNumbers(s.Villages), sameNames(s.Villages)
	}
	for v := range s.Villages.All() {
		s.checkVillage(v, &s.villageFaults)
	}
}

// sameJudge tells whether villages are judged as before: what is said of one
// may depend on the regency of the site and on the sources it refuses.
func (s *Result) sameJudge(was *Result) bool {
	a, b := s.Config.Regency, was.Config.Regency
	return a.Code == b.Code && a.Name == b.Name && samePoint(a.Latitude, b.Latitude) && samePoint(a.Longitude, b.Longitude) && s.Date() == was.Date() &&
		s.StyleGuide.SameRefused(was.StyleGuide)
}

func samePoint(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

func (s *Result) checkVillage(v *village.Entry, faults *source.List) {
	if twin := s.Villages.Twin(v); twin != nil {
		// A copy is to blame, not what was copied.
		blamed, other := v, twin
		if original := content.CopiedFrom(twin.File); original == v.File {
			blamed, other = twin, v
		}
		faults.Add(s.AtValue(blamed.File, source.VillageCodeTwice, []any{v.Code, other.File}, "kode"))
	}
	if other := s.sameNames[v.File]; other != "" {
		faults.Add(s.AtValue(v.File, source.VillageNameTwice, []any{v.Name, other}, "nama"))
	}
	s.checkCode(v, faults)
	for i, code := range v.Possible {
		if (&village.Entry{Code: code}).CodeFits() && !s.Villages.Known(code) {
			faults.Add(s.AtValue(v.File, source.VillageCodeUnknown, []any{code}, "kemungkinan", i))
		}
	}
	if !v.HasNumber() {
		faults.Add(s.AtValue(v.File, source.VillageWithoutPhone, []any{v.Name}, "nama"))
	}
	for _, shared := range s.sharedNumbers[v.File] {
		faults.Add(s.AtValue(v.File, source.PhoneShared, []any{shared.number, shared.other}, "kontak"))
	}
	s.checkAge(v, faults)
	s.checkPoint(v, faults)
	s.checkVillageSources(v, faults)
}

func (s *Result) checkCode(v *village.Entry, faults *source.List) {
	switch {
	case v.Code == "":
		d := s.AtValue(v.File, source.VillageWithoutCode, []any{v.Name}, "nama")
		if codes := s.Villages.CodesOf(v.Name, v.District); len(codes) == 1 {
			d = d.WithNear(`kode: "` + codes[0] + `"`)
		}
		faults.Add(d)
	case !v.CodeFits():
		// Said when the file was read.
	case !s.Villages.Known(v.Code):
		d := s.AtValue(v.File, source.VillageCodeUnknown, []any{v.Code}, "kode")
		if codes := s.Villages.CodesOf(v.Name, v.District); len(codes) > 0 {
			d = d.WithNear(codes[0])
		}
		faults.Add(d)
	case !s.Villages.NameFits(v):
		d := s.AtValue(v.File, source.VillageNameDiffers, []any{v.Name, s.Villages.Areas[v.Code]}, "nama")
		bare := &village.Entry{Name: village.AfterKind(v.Name), Code: v.Code}
		if s.Villages.NameFits(bare) {
			d = d.WithNear(bare.Name)
		} else if codes := s.Villages.CodesOf(v.Name, v.District); len(codes) > 0 {
			d = d.WithNear(`kode: "` + codes[0] + `"`)
		} else {
			d = d.WithNear(source.Nearest(v.Name, []string{s.Villages.Areas[v.Code]}))
		}
		faults.Add(d)
	case !s.Villages.DistrictFits(v):
		faults.Add(s.AtValue(v.File, source.DistrictDiffers, []any{v.District, s.Villages.Areas.DistrictOf(v.Code)}, "kecamatan").
			WithNear(s.Villages.Areas.DistrictOf(v.Code)))
	}
}

// checkAge: a village says when it was checked, that was not too long ago, and
// no date in it is still to come.
func (s *Result) checkAge(v *village.Entry, faults *source.List) {
	today := s.Date().Days()
	if v.Latest > today {
		s.checkVillageDates(v, faults)
	}
	term := int32(site.VillageTerm(frontmatter.ValidFor(v.ValidFor)))
	switch {
	case v.AsOf == 0:
		faults.Add(s.AtValue(v.File, source.VillageNeverChecked, []any{v.Name}, "nama"))
	case v.AsOf > today:
		// Said of the date.
	case today >= v.AsOf+term:
		due := frontmatter.DateOfDays(v.AsOf + term)
		faults.Add(s.AtValue(v.File, source.VillageStale, []any{v.Name, due.String()}, frontmatter.AsOf{Compiled: v.Compiled}.Key()))
	}
}

// checkVillageDates says which dates of a village are still to come.
func (s *Result) checkVillageDates(v *village.Entry, faults *source.List) {
	f, broken := s.Reread(v.File)
	if broken != nil {
		faults.Add(broken)
		return
	}
	matter, broken := frontmatter.Split(f)
	if broken != nil {
		return
	}
	var read village.Village
	tree, _ := frontmatter.Decode(f, matter, "", &read)
	s.checkAhead(tree, faults)
}

// farKilometres is further from the middle of a regency than its borders are.
const farKilometres = 60

// checkPoint: an office lies in the regency that the site is about.
func (s *Result) checkPoint(v *village.Entry, faults *source.List) {
	r := s.Config.Regency
	if v.Point == [2]float32{} || r.Latitude == nil || r.Longitude == nil || len(v.Code) < len(r.Code) || v.Code[:len(r.Code)] != r.Code {
		return
	}
	if far := kilometres(float64(v.Point[0]), float64(v.Point[1]), *r.Latitude, *r.Longitude); far > farKilometres {
		faults.Add(s.AtValue(v.File, source.PointFar, []any{int(far), r.Name}, "kantor", "lintang"))
	}
}

// kilometres is the distance of two points near each other.
func kilometres(latitude, longitude, latitude2, longitude2 float64) float64 {
	const degree = 111.2 // kilometres of a degree of latitude
	east := (longitude - longitude2) * math.Cos(latitude*math.Pi/180)
	return degree * math.Hypot(latitude-latitude2, east)
}

// sameNames finds the villages that neither a code nor a district tells from an
// earlier one of the same name.
func sameNames(villages *village.Set) map[string]string {
	type place struct{ name, district string }
	first := map[place]string{}
	same := map[string]string{}
	for v := range villages.All() {
		if v.Code != "" {
			continue
		}
		key := place{strings.ToLower(v.Name), strings.ToLower(v.District)}
		if first[key] == "" {
			first[key] = v.File
			continue
		}
		same[v.File] = first[key]
	}
	return same
}

// sharedNumber is a number that another village has, too.
type sharedNumber struct{ number, other string }

// sharedNumbers finds the numbers that several villages have, by the files of
// all but the first.
func sharedNumbers(villages *village.Set) map[string][]sharedNumber {
	type held struct {
		number uint64
		by     int32
	}
	var all []held
	for i := range villages.Len() {
		for _, number := range villages.At(i).Dials {
			all = append(all, held{number, int32(i)})
		}
	}
	slices.SortStableFunc(all, func(a, b held) int {
		switch {
		case a.number < b.number:
			return -1
		case a.number > b.number:
			return 1
		}
		return 0
	})
	found := map[string][]sharedNumber{}
	for i := 1; i < len(all); i++ {
		first := i - 1
		for first > 0 && all[first-1].number == all[i].number {
			first--
		}
		if all[first].number != all[i].number || all[first].by == all[i].by {
			continue
		}
		file := villages.At(int(all[i].by)).File
		number := sharedNumber{phone.OfKey(all[i].number), villages.At(int(all[first].by)).File}
		if !slices.Contains(found[file], number) {
			found[file] = append(found[file], number)
		}
	}
	return found
}
