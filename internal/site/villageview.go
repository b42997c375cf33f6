package site

import (
	"cmp"
	"fmt"
	"html/template"

	"suluh/internal/village"
)

// villageView is one village.
type villageView struct {
	view
	V         *village.Village
	Area      *linkView // the list of its district
	Body      template.HTML
	Place     string // Kecamatan …, Kabupaten …
	Possible  []string
	Contacts  []villageContact
	Withdrawn bool          // the numbers are too old to be shown
	Instead   template.HTML // the contacts that stand in
	Hours     []factView
	Services  []string
	Status    string
	Point     string       // latitude and longitude, as text
	MapLink   string       // OpenStreetMap
	GeoLink   template.URL // geo:, which Android opens in any map
	SendHow   *linkView    // how the office sends its own number
	Poster    string       // empty when there is none
	Card      string       // the contact to keep; empty when no number is known
	Site      string
	Host      string
	Publisher string
}

type villageContact struct {
	Role    string
	Numbers []numberView
}

func (s *Site) villageView(e *village.Entry) (villageView, error) {
	lang := s.langs[0]
	w := lang.Words
	v, err := s.village(e)
	if err != nil {
		return villageView{}, err
	}
	view := villageView{
		view: s.view(lang, villagePath(e), lang.villageTitle(e), ""), V: v.Village,
		Services: w.services(v.Services), Site: string(v.Site), Host: v.Site.Host(), Publisher: s.Config.Organisation.Name,
		Status: map[string]string{"aktif": w.StatusActive, "dibentuk": w.StatusForming, "calon": w.StatusPlanned, "belum": w.StatusUnknown}[v.Status],
	}
	view.Summary = lang.villageName(e)
	view.Place = s.placeOf(lang, e)
	view.Area = s.areaOf(lang, e)
	for _, code := range v.Possible {
		view.Possible = append(view.Possible, s.place(w, s.villages.Areas.DistrictOf(code)))
	}
	view.Review = s.review(lang, v.AsOf(), villageTerm(v.Term), v.Sources)
	shown := s.shownVillage(v.Village).For(village.OnPages)
	view.Withdrawn = shown.Withdrawn
	for _, way := range shown.Ways {
		view.Contacts = append(view.Contacts, villageContact{Role: way.Role, Numbers: numberViews(lang, Shown{Ways: []Way{way}})})
	}
	view.Instead = lang.instead
	view.locate(v.Office)
	if !s.opt.Without.Posters {
		view.Poster = relative(villagePath(e), posterPath(e))
	}
	if s.hasCard(e) {
		view.Card = relative(villagePath(e), villageCardPath(e))
	}
	view.SendHow = &linkView{Href: s.sendLink(e, v.Village, shown), Text: w.SendNumber}
	view.Hours = lang.hours(v.Office.Hours)
	view.Body = s.body(villageOrigin(e), v.parts)
	return view, nil
}

// locate links the office on maps; there is no embedded map, which would cost
// data and tell others where the reader looks.
func (v *villageView) locate(office village.Office) {
	latitude, longitude, ok := office.Point()
	if !ok {
		return
	}
	v.Point = fmt.Sprintf("%.4f, %.4f", latitude, longitude)
	v.MapLink = fmt.Sprintf("https://www.openstreetmap.org/?mlat=%.4f&mlon=%.4f#map=16/%.4f/%.4f", latitude, longitude, latitude, longitude)
	v.GeoLink = template.URL(fmt.Sprintf("geo:%.4f,%.4f?q=%.4f,%.4f", latitude, longitude, latitude, longitude))
}

// hours shows days with the same hours in one line: Senin–Kamis 08.00–15.00.
func (l *Lang) hours(h village.Hours) []factView {
	var facts []factView
	for _, run := range h.Runs() {
		days, text := l.Words.Days[run.First], run.Open.String()
		if run.Last > run.First {
			days += "–" + l.Words.Days[run.Last]
		}
		if run.AllDay() {
			text = l.Words.AllDay
		}
		facts = append(facts, factView{days, cmp.Or(text, l.Words.Closed)})
	}
	return facts
}

// placeOf says where a village lies: in its district and, where that is not the
// one that the site is named after, its regency.
func (s *Site) placeOf(lang *Lang, e *village.Entry) string {
	if s.regencyOf(e.Code) != "" {
		return s.around(lang, e)
	}
	return s.place(lang.Words, e.District)
}

func (s *Site) place(w *Words, district string) string {
	if district == "" {
		return ""
	}
	place := w.District + " " + district
	if s.Config.Regency.Name != "" {
		place += ", " + w.Regency + " " + s.Config.Regency.Name
	}
	return place
}
