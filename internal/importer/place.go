package importer

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"suluh/internal/source"
	"suluh/internal/village"
)

// kindWords are what people write before the name of a village or of a district.
var kindWords = regexp.MustCompile(`(?i)^\s*(?:(?:pemerintah|kantor|balai|pemdes|pemkel|desa|ds|dsn|kelurahan|kel|kecamatan|kec|nagari|kampung)(?:\.\s*|\s+))+`)

// withDistrict is a name with its district behind it, in one cell.
var withDistrict = regexp.MustCompile(`(?i)^(.+?)[\s,(/-]+(?:kec\.?|kecamatan)\s+([^)]+?)\)?\s*$`)

func bare(name string) string {
	return strings.Join(strings.Fields(kindWords.ReplaceAllString(strings.TrimSpace(name), "")), " ")
}

// placeOf says which village a row is about: by its code, else by its name and
// district. A name that several have is refused with its choices, a slip is asked.
// The code is "" when nothing can be written for the row.
func (p *planner) placeOf(row Row) string {
	code, hasCode := row.find(Code)
	name, hasName := row.find(Name)
	district, _ := row.find(District)
	if hasCode && !isNothing(code.Text) {
		if found := p.byCode(code, name, district); found != "" || p.said(code) || p.said(name) {
			return found
		}
	}
	if !hasName || isNothing(name.Text) {
		if slices.ContainsFunc(row.Cells, func(c Cell) bool { return c.Field != Running && c.Text != "" }) {
			p.remark(Remark{Row: row.Number, Heading: Name.Label(), Sort: Refused, Code: source.ImportNoVillage})
		}
		return ""
	}
	return p.byName(name, district)
}

// digitsCode is a code without its dots, as sheets keep it.
var digitsCode = regexp.MustCompile(`^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})$`)

func (p *planner) byCode(code, name, district Cell) string {
	m := digitsCode.FindStringSubmatch(strings.Trim(strings.ReplaceAll(code.Text, " ", ""), "'\"`="))
	if m == nil {
		p.refuse(code, source.VillageCodeBroken, code.Text)
		return ""
	}
	dotted := strings.Join(m[1:], ".")
	official, known := p.site.Villages.Areas[dotted]
	switch {
	case !known || !p.inRegency(dotted):
		p.refuse(code, source.VillageCodeUnknown, dotted)
		return ""
	case isNothing(name.Text) || p.fits(name.Text, dotted):
	case p.accepted(code):
	default:
		p.ask(code, dotted, source.ImportCodeDiffers, dotted, official, name.Text)
		return ""
	}
	if d := bare(district.Text); !isNothing(district.Text) && village.Fold(d) != village.Fold(p.site.Villages.Areas.DistrictOf(dotted)) && !p.accepted(code) {
		p.ask(code, dotted, source.ImportCodeDiffers, dotted, official+", Kecamatan "+p.site.Villages.Areas.DistrictOf(dotted), name.Text+", Kecamatan "+district.Text)
		return ""
	}
	return dotted
}

// fits tells whether a name is that of a village of the official list, or another
// one by which its file knows it.
func (p *planner) fits(name, code string) bool {
	entry := &village.Entry{Name: bare(name), Code: code}
	if v := p.entryOf(code); v != nil && isCalled(v, entry.Name) {
		return true
	}
	return p.site.Villages.NameFits(entry)
}

// isCalled tells whether the file of a village knows it by a name.
func isCalled(v *village.Entry, name string) bool {
	wanted := village.Fold(name)
	return village.Fold(v.Name) == wanted || slices.ContainsFunc(v.Also, func(also string) bool { return village.Fold(also) == wanted })
}

func (p *planner) inRegency(code string) bool {
	return p.site.Regency == "" || strings.HasPrefix(code, p.site.Regency+".")
}

func (p *planner) byName(name, district Cell) string {
	if m := withDistrict.FindStringSubmatch(name.Text); m != nil && (isNothing(district.Text) || village.Fold(bare(district.Text)) == village.Fold(m[2])) {
		name.Text, district = m[1], Cell{Row: name.Row, Heading: name.Heading, Field: District, Text: m[2]}
	}
	wanted := bare(name.Text)
	all := p.codesOf(wanted)
	if isNothing(district.Text) {
		switch len(all) {
		case 1:
			return all[0]
		case 0:
			return p.nearName(name, p.codesIn(""))
		}
		p.refuse(name, source.ImportVillageDoubled, len(all), wanted, p.choices(all))
		return ""
	}
	place := p.districtOf(district.Text)
	within := slices.DeleteFunc(slices.Clone(all), func(code string) bool { return !strings.HasPrefix(code, place+".") })
	switch {
	case place == "" && len(all) == 0:
		return p.nearName(name, p.codesIn(""))
	case place == "":
		near := p.nearDistrict(district.Text)
		if near == "" || len(p.codesOfIn(wanted, near)) != 1 {
			p.refuse(district, source.ImportDistrictUnknown, district.Text, p.choices(all))
			return ""
		}
		code := p.codesOfIn(wanted, near)[0]
		if p.accepted(district) {
			return code
		}
		p.ask(district, p.site.Villages.Areas[near], source.ImportNameNear, district.Text, p.site.Villages.Areas[near])
	case len(within) == 1:
		return within[0]
	case len(within) > 1:
		p.refuse(name, source.ImportVillageDoubled, len(within), wanted, p.choices(within))
	case len(all) > 0:
		p.refuse(name, source.ImportVillageElsewhere, wanted, p.choices(all), district.Text)
	default:
		if code := p.nearName(name, p.codesIn(place)); code != "" || p.said(name) {
			return code
		}
		return p.nearName(name, p.codesIn(""))
	}
	return ""
}

// nearName asks whether a name with a slip is that of a village.
func (p *planner) nearName(name Cell, among []string) string {
	wanted := village.Fold(bare(name.Text))
	byFold := map[string][]string{}
	var folds []string
	for _, code := range among {
		fold := village.Fold(p.site.Villages.Areas[code])
		if byFold[fold] == nil {
			folds = append(folds, fold)
		}
		byFold[fold] = append(byFold[fold], code)
	}
	near := source.Nearest(wanted, folds)
	switch codes := byFold[near]; {
	case near == "":
		if !p.said(name) {
			p.refuse(name, source.ImportVillageUnknown, name.Text)
		}
	case len(codes) > 1:
		p.refuse(name, source.ImportVillageDoubled, len(codes), p.site.Villages.Areas[codes[0]], p.choices(codes))
	case p.accepted(name):
		return codes[0]
	default:
		p.ask(name, p.site.Villages.Areas[codes[0]], source.ImportNameNear, name.Text, p.site.Villages.Areas[codes[0]]+", Kecamatan "+p.site.Villages.Areas.DistrictOf(codes[0]))
	}
	return ""
}

// codesIn gives the codes of all villages of a district, or of the regency.
func (p *planner) codesIn(district string) []string {
	return slices.DeleteFunc(slices.Clone(p.codes), func(code string) bool { return district != "" && !strings.HasPrefix(code, district+".") })
}

// codesOf gives the villages with a name.
func (p *planner) codesOf(name string) []string {
	found := slices.Clone(p.byFold[village.Fold(name)])
	for v := range p.site.Villages.All() {
		if v.Code != "" && p.inRegency(v.Code) && !slices.Contains(found, v.Code) && isCalled(v, name) {
			found = append(found, v.Code)
		}
	}
	slices.Sort(found)
	return found
}

func (p *planner) codesOfIn(name, district string) []string {
	return slices.DeleteFunc(p.codesOf(name), func(code string) bool { return !strings.HasPrefix(code, district+".") })
}

// districtOf gives the code of a district of the regency by its name; "" when there
// is none.
func (p *planner) districtOf(name string) string {
	i := slices.IndexFunc(p.districts, func(code string) bool {
		return village.Fold(p.site.Villages.Areas[code]) == village.Fold(bare(name))
	})
	if i < 0 {
		return ""
	}
	return p.districts[i]
}

func (p *planner) nearDistrict(name string) string {
	var names []string
	for _, code := range p.districts {
		names = append(names, village.Fold(p.site.Villages.Areas[code]))
	}
	near := source.Nearest(village.Fold(bare(name)), names)
	if near == "" {
		return ""
	}
	return p.districts[slices.Index(names, near)]
}

// choices names villages with their districts and codes.
func (p *planner) choices(codes []string) string {
	const most = 6
	var names []string
	for _, code := range codes[:min(len(codes), most)] {
		names = append(names, fmt.Sprintf("%s (%s, Kecamatan %s)", code, p.site.Villages.Areas[code], p.site.Villages.Areas.DistrictOf(code)))
	}
	if len(codes) > most {
		names = append(names, "…")
	}
	return cmp.Or(strings.Join(names, "; "), "–")
}
