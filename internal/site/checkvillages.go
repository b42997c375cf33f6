package site

import (
	"math"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// checkVillages: codes and names agree with the official list, no code and no
// number is used twice, data were checked and not too long ago, and which
// numbers are not known yet.
func checkVillages(s *Site, faults *source.List) {
	s.sharedNumbers = sharedNumbers(s.villages)
	s.sameNames = sameNames(s.villages)
	for v := range s.villages.All() {
		s.checkVillage(v, faults)
	}
}

func (s *Site) checkVillage(v *village.Entry, faults *source.List) {
	if twin := s.villages.Twin(v); twin != nil {
		// A copy is to blame, not what was copied.
		blamed, other := v, twin
		if original := copiedFrom(twin.File); original == v.File {
			blamed, other = twin, v
		}
		faults.Add(s.atValue(blamed.File, source.VillageCodeTwice, []any{v.Code, other.File}, "kode"))
	}
	if other := s.sameNames[v.File]; other != "" {
		faults.Add(s.atValue(v.File, source.VillageNameTwice, []any{v.Name, other}, "nama"))
	}
	s.checkCode(v, faults)
	for i, code := range v.Possible {
		if (&village.Entry{Code: code}).CodeFits() && !s.villages.Known(code) {
			faults.Add(s.atValue(v.File, source.VillageCodeUnknown, []any{code}, "kemungkinan", i))
		}
	}
	if !v.HasNumber() {
		faults.Add(s.atValue(v.File, source.VillageWithoutPhone, []any{v.Name}, "nama"))
	}
	for _, shared := range s.sharedNumbers[v.File] {
		faults.Add(s.atValue(v.File, source.PhoneShared, []any{shared.number, shared.other}, "kontak"))
	}
	s.checkAge(v, faults)
	s.checkPoint(v, faults)
	s.checkVillageSources(v, faults)
}

func (s *Site) checkCode(v *village.Entry, faults *source.List) {
	switch {
	case v.Code == "":
		d := s.atValue(v.File, source.VillageWithoutCode, []any{v.Name}, "nama")
		if codes := s.villages.CodesOf(v.Name, v.District); len(codes) == 1 {
			d = d.WithNear(`kode: "` + codes[0] + `"`)
		}
		faults.Add(d)
	case !v.CodeFits():
		// Said when the file was read.
	case !s.villages.Known(v.Code):
		d := s.atValue(v.File, source.VillageCodeUnknown, []any{v.Code}, "kode")
		if codes := s.villages.CodesOf(v.Name, v.District); len(codes) > 0 {
			d = d.WithNear(codes[0])
		}
		faults.Add(d)
	case !s.villages.NameFits(v):
		d := s.atValue(v.File, source.VillageNameDiffers, []any{v.Name, s.villages.Areas[v.Code]}, "nama")
		bare := &village.Entry{Name: village.AfterKind(v.Name), Code: v.Code}
		if s.villages.NameFits(bare) {
			d = d.WithNear(bare.Name)
		} else if codes := s.villages.CodesOf(v.Name, v.District); len(codes) > 0 {
			d = d.WithNear(`kode: "` + codes[0] + `"`)
		} else {
			d = d.WithNear(source.Nearest(v.Name, []string{s.villages.Areas[v.Code]}))
		}
		faults.Add(d)
	case !s.villages.DistrictFits(v):
		faults.Add(s.atValue(v.File, source.DistrictDiffers, []any{v.District, s.villages.Areas.DistrictOf(v.Code)}, "kecamatan").
			WithNear(s.villages.Areas.DistrictOf(v.Code)))
	}
}

// checkAge: a village says when it was checked, that was not too long ago, and
// no date in it is still to come.
func (s *Site) checkAge(v *village.Entry, faults *source.List) {
	today := s.opt.Date.Days()
	if v.Latest > today {
		s.checkVillageDates(v, faults)
	}
	term := int32(villageTerm(frontmatter.Term(v.Term)))
	switch {
	case v.AsOf == 0:
		faults.Add(s.atValue(v.File, source.VillageNeverChecked, []any{v.Name}, "nama"))
	case v.AsOf > today:
		// Said of the date.
	case today >= v.AsOf+term:
		due := frontmatter.DateOfDays(v.AsOf + term)
		faults.Add(s.atValue(v.File, source.VillageStale, []any{v.Name, due.String()}, frontmatter.AsOf{Compiled: v.Compiled}.Key()))
	}
}

// checkVillageDates says which dates of a village are still to come.
func (s *Site) checkVillageDates(v *village.Entry, faults *source.List) {
	f, broken := s.reread(v.File)
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
func (s *Site) checkPoint(v *village.Entry, faults *source.List) {
	r := s.Config.Regency
	if v.Point == [2]float32{} || r.Latitude == nil || r.Longitude == nil || len(v.Code) < len(r.Code) || v.Code[:len(r.Code)] != r.Code {
		return
	}
	if far := kilometres(float64(v.Point[0]), float64(v.Point[1]), *r.Latitude, *r.Longitude); far > farKilometres {
		faults.Add(s.atValue(v.File, source.PointFar, []any{int(far), r.Name}, "kantor", "lintang"))
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
