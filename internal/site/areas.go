package site

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/search"
	"suluh/internal/village"
)

// The directory of villages. A small one is a single page, desa/index.html. A
// larger one has a page for each province, regency and district, too, named by
// its code, such as desa/35.09.12.html; villages whose code is not known are in
// desa/lainnya.html. What does not fit on one page goes on in
// desa/35.09.12-2.html.
const (
	mostOnPage = 250 // villages of a directory that is a single page
	pageLinks  = 200 // villages on a page of a larger one
	looseArea  = "lainnya"
	finderPath = "desa/cari.js"
)

// directory is how the villages are listed.
type directory struct {
	byArea bool   // there are pages of areas
	top    string // the smallest area that holds every village with a code
}

func (s *Site) linkDirectory() directory {
	area := s.villages.Area("")
	for children := area.Children(); len(children) == 1; children = area.Children() {
		area = children[0]
	}
	return directory{byArea: s.villages.Len() > mostOnPage, top: area.Code}
}

// directoryView is a page of the directory.
type directoryView struct {
	view
	Finder         string     // the script that finds villages; empty when none does
	Above          []linkView // the areas around this one
	Count          int
	Areas          []linkView
	Groups         []groupView
	Before, Behind string // the pages of an area that takes several
	Instead        []contactView
}

// directoryPage is one page of an area.
type directoryPage struct {
	area string
	page int // from 1
}

// file names a page. All of them are in one folder, so it is a link, too.
func (p directoryPage) file(top string) string {
	name := p.area
	if p.area == top {
		name = "index"
	}
	if p.page > 1 {
		name += "-" + strconv.Itoa(p.page)
	}
	return name + ".html"
}

func directoryOutputs(s *Site, add func(Output)) {
	if !s.directory.byArea {
		s.addDirectory(add, directoryPage{s.directory.top, 1}, func(lang *Lang, v *directoryView, out string) {
			v.Count, v.Groups = s.villages.Len(), s.districts(lang, out)
		})
		if !s.opt.Without.Find {
			add(fileOutput(finderFile, finderPath, s.theme.finder))
		}
		return
	}
	areas := s.addArea(add, s.villages.Area(s.directory.top), nil)
	if loose := s.villages.Loose(); len(loose) > 0 {
		s.addVillages(add, village.Area{Code: looseArea, Villages: loose})
	}
	if !s.opt.Without.Find {
		s.addFinder(add, areas)
	}
}

// addArea adds the pages of an area and of those in it, and the codes of the
// latter to others.
func (s *Site) addArea(add func(Output), area village.Area, codes []string) []string {
	children := area.Children()
	if area.Code != s.directory.top {
		codes = append(codes, area.Code)
	}
	if len(children) == 0 && area.Code != "" {
		s.addVillages(add, area)
		return codes
	}
	s.addDirectory(add, directoryPage{area.Code, 1}, func(lang *Lang, v *directoryView, _ string) {
		v.Count, v.Areas = len(area.Villages), s.areaLinks(lang, area)
	})
	for _, child := range children {
		codes = s.addArea(add, child, codes)
	}
	return codes
}

// addVillages adds the pages that list the villages of an area by name.
func (s *Site) addVillages(add func(Output), area village.Area) {
	code, villages := area.Code, area.Villages
	byName := sync.OnceValue(func() []*village.Entry {
		return slices.SortedStableFunc(slices.Values(villages), func(a, b *village.Entry) int { return cmp.Compare(a.Name, b.Name) })
	})
	for page, at := 1, 0; at < len(villages); page, at = page+1, at+pageLinks {
		end := min(at+pageLinks, len(villages))
		s.addDirectory(add, directoryPage{code, page}, func(lang *Lang, v *directoryView, out string) {
			v.Count = len(villages)
			v.Groups = []groupView{{Links: s.villageLinks(lang, out, byName()[at:end], code == looseArea)}}
			if page > 1 {
				v.Before = directoryPage{code, page - 1}.file(s.directory.top)
			} else if code == s.directory.top {
				v.Areas = s.areaLinks(lang, area)
			}
			if end < len(villages) {
				v.Behind = directoryPage{code, page + 1}.file(s.directory.top)
			}
		})
	}
}

// addDirectory adds a page of the directory in each language.
func (s *Site) addDirectory(add func(Output), p directoryPage, fill func(lang *Lang, v *directoryView, out string)) {
	name := "desa/" + p.file(s.directory.top)
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		out := langPrefix(lang.Code) + name
		add(s.render(village.Folder, out, "directory", func() (paged, error) {
			v := directoryView{view: s.view(lang, out, s.directoryTitle(lang, p), ""), Instead: s.instead(lang, "")}
			v.Above, v.Also = s.above(lang, p), s.others(lang, out, name)
			if !s.opt.Without.Find {
				v.Finder = relative(out, finderPath)
			}
			fill(lang, &v, out)
			return v, nil
		}))
	}
}

func (s *Site) directoryTitle(lang *Lang, p directoryPage) string {
	title := lang.Words.Directory
	if p.area != s.directory.top {
		title = s.areaName(lang, p.area)
	}
	if p.page > 1 {
		title += fmt.Sprintf(" (%d)", p.page)
	}
	return title
}

// areaName is what people call an area. Official names of provinces and
// districts come without their kind.
func (s *Site) areaName(lang *Lang, code string) string {
	switch {
	case code == looseArea:
		return lang.Words.PlaceUnknown
	case len(code) == len("35.09.12"):
		return lang.Words.District + " " + s.bareName(code)
	}
	return s.bareName(code)
}

// bareName is the official name of an area. Where that is not known, a district
// is called as one of its villages calls it, and other areas by their codes.
func (s *Site) bareName(code string) string {
	name := s.villages.Areas[code]
	if name == "" && len(code) == len("35.09.12") {
		name = s.villages.Area(code).Villages[0].District
	}
	return cmp.Or(name, code)
}

// areaLinks lists what lies in an area, by name.
func (s *Site) areaLinks(lang *Lang, area village.Area) []linkView {
	var links []linkView
	for _, child := range area.Children() {
		links = append(links, s.areaLink(lang, child))
	}
	slices.SortStableFunc(links, func(a, b linkView) int { return strings.Compare(a.Text, b.Text) })
	if loose := s.villages.Loose(); area.Code == s.directory.top && len(loose) > 0 {
		links = append(links, s.areaLink(lang, village.Area{Code: looseArea, Villages: loose}))
	}
	return links
}

func (s *Site) areaLink(lang *Lang, area village.Area) linkView {
	return linkView{
		Href: directoryPage{area.Code, 1}.file(s.directory.top), Text: s.areaName(lang, area.Code),
		Note: strconv.Itoa(len(area.Villages)) + " " + lang.Words.VillageCount,
	}
}

// above leads from a page up to the whole directory.
func (s *Site) above(lang *Lang, p directoryPage) []linkView {
	if p.area == s.directory.top {
		return nil
	}
	links := []linkView{{Href: "index.html", Text: lang.Words.Directory}}
	for i, c := range p.area {
		if c == '.' && i > len(s.directory.top) {
			links = append(links, linkView{Href: directoryPage{p.area[:i], 1}.file(s.directory.top), Text: s.areaName(lang, p.area[:i])})
		}
	}
	return links
}

// areaOf links the list in which a village stands, where there is one.
func (s *Site) areaOf(lang *Lang, v *village.Entry) *linkView {
	area := v.Area()
	if !s.directory.byArea || area == "" {
		return nil
	}
	return &linkView{Href: relative(villagePath(v), "desa/"+directoryPage{area, 1}.file(s.directory.top)), Text: s.areaName(lang, area)}
}

// districts groups the villages of a small directory by kecamatan, in the order
// of the alphabet; those whose kecamatan is not known come last.
func (s *Site) districts(lang *Lang, from string) []groupView {
	byPlace := map[string][]*village.Entry{}
	for v := range s.villages.All() {
		place := s.around(lang, v)
		byPlace[place] = append(byPlace[place], v)
	}
	places := slices.Sorted(maps.Keys(byPlace))
	if len(places) > 0 && places[0] == "" {
		places = append(places[1:], "")
	}
	var groups []groupView
	for i, place := range places {
		g := groupView{Title: cmp.Or(place, lang.Words.PlaceUnknown), Links: s.villageLinks(lang, from, byPlace[place], true)}
		if place != "" {
			g.ID = fmt.Sprintf("kec-%d", i+1)
		}
		slices.SortFunc(g.Links, func(a, b linkView) int { return strings.Compare(a.Text, b.Text) })
		groups = append(groups, g)
	}
	return groups
}

// villageLinks links villages. Names repeat, so each says what lies around it,
// unless the page is that of its district.
func (s *Site) villageLinks(lang *Lang, from string, villages []*village.Entry, around bool) []linkView {
	var links []linkView
	for _, v := range villages {
		link := linkView{Href: relative(from, villagePath(v)), Lang: differs(lang.Code, sourceLang), Text: v.Name}
		if around {
			link.Note = s.around(lang, v)
		}
		if around && link.Note == "" { // named, so that it is found by what it may be
			var names []string
			for _, code := range v.Possible {
				if name := s.villages.Areas.DistrictOf(code); name != "" {
					names = append(names, name)
				}
			}
			if len(names) > 0 {
				link.Note = lang.Words.District + " " + strings.Join(names, " / ")
			}
		}
		link.Code = v.Code
		links = append(links, link)
	}
	return links
}

// around says in which district a village lies, and in which regency where the
// site spans several.
func (s *Site) around(lang *Lang, v *village.Entry) string {
	district, regency := s.districtName(v), s.regencyOf(v.Code)
	if district != "" {
		district = lang.Words.District + " " + district
	}
	if district != "" && regency != "" {
		district += ", "
	}
	return district + regency
}

func (s *Site) districtName(v *village.Entry) string {
	return cmp.Or(v.District, s.villages.Areas.DistrictOf(v.Code))
}

// regencyOf gives the name of the regency that a code lies in, if the site
// spans several.
func (s *Site) regencyOf(code string) string {
	if len(s.directory.top) >= len("35.09") || len(code) <= len("35.09") {
		return ""
	}
	return s.villages.Areas[code[:len("35.09")]]
}

// addFinder adds the script that finds villages in a directory of several
// pages, and the shards in which it looks. How many those are must be known
// when a site is linked, and is guessed; what they hold can wait.
func (s *Site) addFinder(add func(Output), areas []string) {
	const more = 30 // bytes of a regency's name, and between the parts
	count := search.ShardCount(s.villages.Letters() + more*(s.villages.Len()+len(areas)))
	places := places{s, areas}
	shards := sync.OnceValue(func() *search.Shards { return search.NewShards(places.len(), count, places.at) })
	add(Output{Path: finderPath, from: finderFile, Render: func(w *bytes.Buffer) error {
		table, err := shards().Table()
		for _, script := range [][]byte{s.theme.finder, s.theme.shards, table} {
			w.Write(script)
			w.WriteString(";\n")
		}
		return err
	}})
	for i := range count {
		add(Output{Path: fmt.Sprintf("desa/cari-%03d.js", i), from: village.Folder, Render: func(w *bytes.Buffer) error {
			shard, err := shards().Script(i)
			w.Write(shard)
			return err
		}})
	}
}

// places are the villages of a site and then its areas.
type places struct {
	s     *Site
	areas []string
}

func (p places) len() int { return p.s.villages.Len() + len(p.areas) }

func (p places) at(i int) search.Place {
	if i < p.s.villages.Len() {
		v := p.s.villages.At(i)
		return search.Place{
			Name: v.Name, District: p.s.districtName(v), Regency: p.s.regencyOf(v.Code), Href: href(norm.NFC.String(v.Slug)),
		}
	}
	code := p.areas[i-p.s.villages.Len()]
	return search.Place{Name: p.s.bareName(code), Regency: p.s.regencyOf(code), Href: "=" + code}
}
