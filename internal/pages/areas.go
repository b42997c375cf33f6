package pages

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/village"
)

// The directory of villages. A small one is a single page, desa/index.html. A
// larger one has a page for each province, regency and district, too, named by
// its code, such as desa/35.09.12.html; villages whose code is not known are in
// desa/lainnya.html. What does not fit on one page goes on in
// desa/35.09.12-2.html.
const (
	pageLinks = 200 // villages on a page of a larger one
	looseArea = "lainnya"
)

// directoryView is a page of the directory.
type directoryView struct {
	View
	Finder         string     // the script that finds villages; empty when none does
	Above          []LinkView // the areas around this one
	Count          int
	Areas          []LinkView
	Groups         []groupView
	Previous, Next string // the pages of an area that takes several
	Fallbacks      []contactView
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

// Directory makes the pages that list the villages.
func Directory(s *Maker, add func(channel.Output)) {
	if !s.Directory.ByArea {
		s.addDirectory(add, directoryPage{s.Directory.Top, 1}, func(lang *channel.Locale, v *directoryView, out string) {
			v.Count, v.Groups = s.Villages.Len(), s.districts(lang, out)
		})
		return
	}
	s.addArea(add, s.Villages.Area(s.Directory.Top))
	if loose := s.Villages.Loose(); len(loose) > 0 {
		s.addVillages(add, village.Area{Code: looseArea, Villages: loose})
	}
}

// addArea adds the pages of an area and of those in it.
func (s *Maker) addArea(add func(channel.Output), area village.Area) {
	children := area.Children()
	if len(children) == 0 && area.Code != "" {
		s.addVillages(add, area)
		return
	}
	s.addDirectory(add, directoryPage{area.Code, 1}, func(lang *channel.Locale, v *directoryView, _ string) {
		v.Count, v.Areas = len(area.Villages), s.areaLinks(lang, area)
	})
	for _, child := range children {
		s.addArea(add, child)
	}
}

// addVillages adds the pages that list the villages of an area by name.
func (s *Maker) addVillages(add func(channel.Output), area village.Area) {
	code, villages := area.Code, area.Villages
	byName := sync.OnceValue(func() []*village.Entry {
		return slices.SortedStableFunc(slices.Values(villages), func(a, b *village.Entry) int { return cmp.Compare(a.Name, b.Name) })
	})
	for page, at := 1, 0; at < len(villages); page, at = page+1, at+pageLinks {
		end := min(at+pageLinks, len(villages))
		s.addDirectory(add, directoryPage{code, page}, func(lang *channel.Locale, v *directoryView, out string) {
			v.Count = len(villages)
			v.Groups = []groupView{{Links: s.villageLinks(lang, out, byName()[at:end], code == looseArea)}}
			if page > 1 {
				v.Previous = directoryPage{code, page - 1}.file(s.Directory.Top)
			} else if code == s.Directory.Top {
				v.Areas = s.areaLinks(lang, area)
			}
			if end < len(villages) {
				v.Next = directoryPage{code, page + 1}.file(s.Directory.Top)
			}
		})
	}
}

// addDirectory adds a page of the directory in each language.
func (s *Maker) addDirectory(add func(channel.Output), p directoryPage, fill func(lang *channel.Locale, v *directoryView, out string)) {
	name := "desa/" + p.file(s.Directory.Top)
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		out := content.LangPrefix(lang.Code) + name
		o := s.Render(village.Folder, out, "directory", func() (Paged, error) {
			v := directoryView{View: s.View(lang, out, s.directoryTitle(lang, p), ""), Fallbacks: s.fallbacks(lang, "", false)}
			v.Above, v.Also = s.above(lang, p), s.Others(lang, out, name)
			if !s.Without.Find {
				v.Finder = permalink.Relative(out, permalink.VillageSearch)
			}
			fill(lang, &v, out)
			return v, nil
		})
		if p.area != s.Directory.Top {
			o.Reading = channel.OnTheWay
		}
		add(o)
	}
}

func (s *Maker) directoryTitle(lang *channel.Locale, p directoryPage) string {
	title := lang.Words.Directory
	if p.area != s.Directory.Top {
		title = s.areaName(lang, p.area)
	}
	if p.page > 1 {
		title += fmt.Sprintf(" (%d)", p.page)
	}
	return title
}

// areaName is what people call an area. Official names of provinces and
// districts come without their kind.
func (s *Maker) areaName(lang *channel.Locale, code string) string {
	switch {
	case code == looseArea:
		return lang.Words.PlaceUnknown
	case len(code) == len("35.09.12"):
		return lang.Words.District + " " + s.BareName(code)
	}
	return s.BareName(code)
}

// areaLinks lists what lies in an area, by name.
func (s *Maker) areaLinks(lang *channel.Locale, area village.Area) []LinkView {
	var links []LinkView
	for _, child := range area.Children() {
		links = append(links, s.areaLink(lang, child))
	}
	slices.SortStableFunc(links, func(a, b LinkView) int { return strings.Compare(a.Text, b.Text) })
	if loose := s.Villages.Loose(); area.Code == s.Directory.Top && len(loose) > 0 {
		links = append(links, s.areaLink(lang, village.Area{Code: looseArea, Villages: loose}))
	}
	return links
}

func (s *Maker) areaLink(lang *channel.Locale, area village.Area) LinkView {
	return LinkView{
		Href: directoryPage{area.Code, 1}.file(s.Directory.Top), Text: s.areaName(lang, area.Code),
		Note: strconv.Itoa(len(area.Villages)) + " " + lang.Words.VillageCount,
	}
}

// above leads from a page up to the whole directory.
func (s *Maker) above(lang *channel.Locale, p directoryPage) []LinkView {
	if p.area == s.Directory.Top {
		return nil
	}
	links := []LinkView{{Href: "index.html", Text: lang.Words.Directory}}
	for i, c := range p.area {
		if c == '.' && i > len(s.Directory.Top) {
			links = append(links, LinkView{Href: directoryPage{p.area[:i], 1}.file(s.Directory.Top), Text: s.areaName(lang, p.area[:i])})
		}
	}
	return links
}

// areaOf links the list in which a village stands, where there is one.
func (s *Maker) areaOf(lang *channel.Locale, v *village.Entry) *LinkView {
	area := v.Area()
	if !s.Directory.ByArea || area == "" {
		return nil
	}
	return &LinkView{Href: permalink.Relative(permalink.Village(v), "desa/"+directoryPage{area, 1}.file(s.Directory.Top)), Text: s.areaName(lang, area)}
}

// districts groups the villages of a small directory by kecamatan, in the order
// of the alphabet; those whose kecamatan is not known come last.
func (s *Maker) districts(lang *channel.Locale, from string) []groupView {
	byPlace := map[string][]*village.Entry{}
	for v := range s.Villages.All() {
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
		slices.SortFunc(g.Links, func(a, b LinkView) int { return strings.Compare(a.Text, b.Text) })
		groups = append(groups, g)
	}
	return groups
}

// villageLinks links villages. Names repeat, so each says what lies around it,
// unless the page is that of its district.
func (s *Maker) villageLinks(lang *channel.Locale, from string, villages []*village.Entry, around bool) []LinkView {
	var links []LinkView
	for _, v := range villages {
		link := LinkView{Href: permalink.Relative(from, permalink.Village(v)), Lang: site.Differs(lang.Code, content.SourceLang), Text: v.Name}
		if around {
			link.Note = s.around(lang, v)
		}
		if around && link.Note == "" { // named, so that it is found by what it may be
			var names []string
			for _, code := range v.Possible {
				if name := s.Villages.Areas.DistrictOf(code); name != "" {
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
func (s *Maker) around(lang *channel.Locale, v *village.Entry) string {
	district, regency := s.DistrictName(v), s.RegencyOf(v.Code)
	if district != "" {
		district = lang.Words.District + " " + district
	}
	if district != "" && regency != "" {
		district += ", "
	}
	return district + regency
}
