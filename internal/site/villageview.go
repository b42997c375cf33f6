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
		view: s.view(lang, villagePath(e), w.Village+" "+v.Name, ""), V: v.Village,
		Services: w.services(v.Services), Site: string(v.Site), Host: v.Site.Host(), Publisher: s.Config.Organisation.Name,
		Status: map[string]string{"aktif": w.StatusActive, "dibentuk": w.StatusForming, "calon": w.StatusPlanned}[v.Status],
	}
	view.Summary = lang.villageName(e)
	view.Place = s.place(w, v.District)
	if s.regencyOf(v.Code) != "" {
		view.Place = s.around(lang, e) // not in the regency that the site is named after
	}
	view.Area = s.areaOf(lang, e)
	for _, code := range v.Possible {
		view.Possible = append(view.Possible, s.place(w, s.villages.Areas.DistrictOf(code)))
	}
	term := cmp.Or(v.Term, contactTerm)
	view.Review = s.review(lang, v.Checked, term, v.Sources)
	reachable := v.Reachable()
	view.Withdrawn = s.freshness(v.Checked, term) == withdrawn && len(reachable) > 0
	if !view.Withdrawn {
		for _, c := range reachable {
			view.Contacts = append(view.Contacts, villageContactOf(lang, c))
		}
	}
	view.Instead = lang.instead
	view.locate(v.Office)
	if !s.opt.Without.Posters {
		view.Poster = relative(villagePath(e), posterPath(e))
	}
	if len(view.Contacts) > 0 && s.hasCard(e) {
		view.Card = relative(villagePath(e), villageCardPath(e))
	}
	if p := s.langs[0].pages["halaman/untuk-desa"]; p != nil {
		view.SendHow = &linkView{Href: relative(villagePath(e), p.Path), Text: w.SendNumber}
	}
	for i, open := range v.Office.Hours.Days() {
		if open.Known() {
			view.Hours = append(view.Hours, factView{w.Days[i], cmp.Or(open.String(), w.Closed)})
		}
	}
	view.Body = s.body(villageOrigin(e), v.parts)
	return view, nil
}

// locate links the office on maps; there is no embedded map, which would cost
// data and tell others where the reader looks.
func (v *villageView) locate(office village.Office) {
	if office.Latitude == 0 && office.Longitude == 0 {
		return
	}
	v.Point = fmt.Sprintf("%.4f, %.4f", office.Latitude, office.Longitude)
	v.MapLink = fmt.Sprintf("https://www.openstreetmap.org/?mlat=%.4f&mlon=%.4f#map=16/%.4f/%.4f", office.Latitude, office.Longitude, office.Latitude, office.Longitude)
	v.GeoLink = template.URL(fmt.Sprintf("geo:%.4f,%.4f?q=%.4f,%.4f", office.Latitude, office.Longitude, office.Latitude, office.Longitude))
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

func villageContactOf(lang *Lang, c village.Contact) villageContact {
	v := villageContact{Role: c.Role}
	if !c.Phone.IsZero() {
		v.Numbers = append(v.Numbers, numberViewOf(lang, c.Phone, ""))
	}
	if !c.WhatsApp.IsZero() {
		v.Numbers = append(v.Numbers, numberViewOf(lang, c.WhatsApp, ""))
	}
	smsOnce(v.Numbers)
	return v
}
