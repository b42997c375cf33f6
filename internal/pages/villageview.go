package pages

import (
	"cmp"
	"fmt"
	"html/template"

	"suluh/internal/channel"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// villageView is one village.
type villageView struct {
	View
	V         *village.Village
	Area      *LinkView // the list of its district
	Body      template.HTML
	Place     string // Kecamatan …, Kabupaten …
	Possible  []string
	Contacts  []villageContact
	Withdrawn bool          // the numbers are too old to be shown
	Fallback  template.HTML // the contacts that stand in
	Hours     []factView
	Services  []string
	Status    string
	Point     string       // latitude and longitude, as text
	MapLink   string       // OpenStreetMap
	GeoLink   template.URL // geo:, which Android opens in any map
	SendHow   *LinkView    // how the office sends its own number
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

func (s *Maker) villageView(e *village.Entry) (villageView, error) {
	lang := s.Locales[0]
	w := lang.Words
	v, err := s.Village(e)
	if err != nil {
		return villageView{}, err
	}
	view := villageView{
		View: s.View(lang, permalink.Village(e), lang.VillageTitle(e), ""), V: v.Village,
		Services: w.ServiceNames(v.Services), Site: string(v.Site), Host: v.Site.Host(), Publisher: s.Config.Organisation.Name,
		Status: map[string]string{"aktif": w.StatusActive, "dibentuk": w.StatusForming, "calon": w.StatusPlanned, "belum": w.StatusUnknown}[v.Status],
	}
	view.Summary = lang.VillageName(e)
	view.Place = s.placeOf(lang, e)
	view.Area = s.areaOf(lang, e)
	for _, code := range v.Possible {
		view.Possible = append(view.Possible, s.place(w, s.Villages.Areas.DistrictOf(code)))
	}
	view.Review = s.review(lang, v.AsOf(), site.VillageTerm(v.ValidFor), v.Sources)
	shown := s.ShownVillage(v.Village).For(village.OnPages)
	view.Withdrawn = shown.Withdrawn
	for _, way := range shown.Ways {
		view.Contacts = append(view.Contacts, villageContact{Role: way.Role, Numbers: numberViews(lang, site.Shown{Ways: []site.Way{way}}, false)})
	}
	if len(view.Contacts) > 0 && len(view.Contacts[0].Numbers) > 0 {
		view.Share = s.share(lang, permalink.Village(e), view.Summary+".", view.Contacts[0].Numbers[0].Text)
	}
	view.Fallback = s.parts[lang].fallback
	view.locate(v.Office)
	if !s.Without.Posters {
		view.Poster = permalink.Relative(permalink.Village(e), permalink.Poster(e))
	}
	if s.HasCard(e) {
		view.Card = permalink.Relative(permalink.Village(e), permalink.VillageCard(e))
	}
	view.SendHow = &LinkView{Href: s.sendLink(e, v.Village, shown), Text: w.SendNumber}
	view.Hours = hours(lang, v.Office.Hours)
	view.Body = s.body(site.VillageOrigin(e), v.Parts, &mentions{shown: map[string]bool{}})
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
func hours(l *channel.Locale, h village.Hours) []factView {
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
func (s *Maker) placeOf(lang *channel.Locale, e *village.Entry) string {
	if s.RegencyOf(e.Code) != "" {
		return s.around(lang, e)
	}
	return s.place(lang.Words, e.District)
}

func (s *Maker) place(w *theme.Words, district string) string {
	if district == "" {
		return ""
	}
	place := w.District + " " + district
	if s.Config.Regency.Name != "" {
		place += ", " + w.Regency + " " + s.Config.Regency.Name
	}
	return place
}
