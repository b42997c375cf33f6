package exporter

import (
	"cmp"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"suluh/internal/village"
)

// OpenVillage is a village in desa.json. What is not known has no key.
type OpenVillage struct {
	Code       string       `json:"kode,omitempty"`
	Name       string       `json:"nama"`
	District   string       `json:"kecamatan,omitempty"`
	Address    string       `json:"alamat,omitempty"`
	Directions string       `json:"petunjuk,omitempty"`
	Postcode   string       `json:"kodepos,omitempty"`
	Latitude   *float64     `json:"lintang,omitempty"`
	Longitude  *float64     `json:"bujur,omitempty"`
	Hours      string       `json:"jam,omitempty"`
	Numbers    []OpenNumber `json:"nomor,omitempty"`
	Checked    string       `json:"diperiksa,omitempty"` // by a person
	Compiled   string       `json:"disusun,omitempty"`   // from sources
	URL        string       `json:"halaman,omitempty"`
}

// OpenNumber is a number in desa.json.
type OpenNumber struct {
	Role  string `json:"peran"`
	Shown string `json:"tampil"`
	E164  string `json:"e164,omitempty"`
	Chat  bool   `json:"whatsapp,omitempty"`
}

// JSON gives villages as desa.json.
func JSON(villages []Village) ([]byte, error) {
	open := []OpenVillage{}
	for _, v := range villages {
		o := OpenVillage{Code: v.Code, Name: v.Name, District: v.District}
		if v.Page != nil {
			office := v.Page.Office
			o.Address, o.Directions, o.Postcode, o.Latitude, o.Longitude = office.Address, office.Directions, office.Postcode, office.Latitude, office.Longitude
			o.URL = v.Page.URL
			o.Hours, o.Checked, o.Compiled = office.Hours.Line(), v.Page.Village.Checked.String(), v.Page.Village.Compiled.String()
			for _, way := range v.Page.For(village.InData).Ways {
				for _, n := range way.Numbers {
					o.Numbers = append(o.Numbers, OpenNumber{way.Role, n.Display(), n.E164, n.IsChat()})
				}
			}
		}
		open = append(open, o)
	}
	return indented(open)
}

func indented(v any) ([]byte, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	return append(data, '\n'), err
}

// The parts of the Human Services Data Specification 3 that a village fills
// (docs.openreferral.org): a service at its location, with telephones and schedules.
type (
	hsdsService struct {
		ID           string           `json:"id"`
		Name         string           `json:"name"`
		Description  string           `json:"description"`
		URL          string           `json:"url,omitempty"`
		Status       string           `json:"status"`
		Fees         string           `json:"fees_description"`
		Assured      string           `json:"assured_date,omitempty"`
		Organization hsdsOrganization `json:"organization"`
		Phones       []hsdsPhone      `json:"phones,omitempty"`
		Places       []hsdsPlace      `json:"service_at_locations"`
	}
	hsdsOrganization struct {
		ID          string `json:"id"`
		Name        string `json:"name"`
		Description string `json:"description"`
	}
	hsdsPhone struct {
		ID          string `json:"id"`
		Number      string `json:"number"`
		Type        string `json:"type"`
		Description string `json:"description"`
	}
	hsdsPlace struct {
		ID        string         `json:"id"`
		Location  hsdsLocation   `json:"location"`
		Schedules []hsdsSchedule `json:"schedules,omitempty"`
	}
	hsdsLocation struct {
		ID        string        `json:"id"`
		Type      string        `json:"location_type"`
		Name      string        `json:"name"`
		Transport string        `json:"transportation,omitempty"`
		Latitude  *float64      `json:"latitude,omitempty"`
		Longitude *float64      `json:"longitude,omitempty"`
		Code      string        `json:"external_identifier,omitempty"`
		CodeType  string        `json:"external_identifier_type,omitempty"`
		Addresses []hsdsAddress `json:"addresses,omitempty"`
	}
	hsdsAddress struct {
		ID       string `json:"id"`
		First    string `json:"address_1"`
		Second   string `json:"address_2,omitempty"`
		City     string `json:"city"`
		Province string `json:"state_province"`
		Postcode string `json:"postal_code"`
		Country  string `json:"country"`
		Type     string `json:"address_type"`
	}
	hsdsSchedule struct {
		ID     string `json:"id"`
		Freq   string `json:"freq"`
		ByDay  string `json:"byday"`
		Opens  string `json:"opens_at"`
		Closes string `json:"closes_at"`
	}
)

// space is the root of all identifiers, which stay the same from export to export.
var space = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://github.com/cahyadsn/wilayah"))

// HSDS gives the villages that have a page as services of the Human Services Data
// Specification 3. Regency and Province name where they lie.
func HSDS(villages []Village, regency, province string) ([]byte, error) {
	services := []hsdsService{}
	for _, v := range villages {
		if v.Page == nil {
			continue
		}
		key := cmp.Or(v.Code, v.Page.File)
		id := func(part string) string { return uuid.NewSHA1(space, []byte(key+" "+part)).String() }
		kind := "Desa "
		if (&village.Entry{Code: v.Code}).IsUrban() {
			kind = "Kelurahan "
		}
		s := hsdsService{
			ID: id("service"), Name: nameOf(v, kind), Status: statusOf(v.Page.Status), URL: v.Page.URL, Fees: "Gratis", Assured: v.Page.Village.Checked.String(),
			Description:  "Layanan desa untuk warga yang akan, sedang, atau pernah bekerja di luar negeri.",
			Organization: hsdsOrganization{id("organization"), "Pemerintah " + kind + v.Name, kind + v.Name + ", Kecamatan " + v.District + ", " + regency},
		}
		for i, way := range v.Page.For(village.InData).Ways {
			for j, n := range way.Numbers {
				sort := "voice"
				if n.IsChat() {
					sort = "text"
				}
				s.Phones = append(s.Phones, hsdsPhone{id(fmt.Sprintf("phone %d %d", i, j)), cmp.Or(n.E164, n.Display()), sort, way.Role})
			}
		}
		s.Places = []hsdsPlace{{ID: id("place"), Location: location(v, id, kind, regency, province), Schedules: schedules(v.Page.Office.Hours, id)}}
		services = append(services, s)
	}
	return indented(services)
}

// nameOf gives what a service is called: a Desbumi only where there is one, or will be.
func nameOf(v Village, kind string) string {
	if v.Page.Status == "belum" {
		return "Kantor " + kind + v.Name
	}
	return "Desbumi " + v.Name
}

// statusOf gives the status of a service: what is only planned is not active.
func statusOf(status string) string {
	if status == "aktif" {
		return "active"
	}
	return "inactive"
}

func location(v Village, id func(string) string, kind, regency, province string) hsdsLocation {
	o := v.Page.Office
	l := hsdsLocation{ID: id("location"), Type: "physical", Name: "Kantor " + kind + v.Name, Transport: o.Directions, Latitude: o.Latitude, Longitude: o.Longitude}
	if v.Code != "" {
		l.Code, l.CodeType = v.Code, "Kode wilayah Kemendagri"
	}
	if o.Address != "" && o.Postcode != "" { // an address without either is none in this form
		l.Addresses = []hsdsAddress{{id("address"), o.Address, kind + v.Name + ", Kecamatan " + v.District, regency, province, o.Postcode, "ID", "physical"}}
	}
	return l
}

// days are those of iCalendar, from Monday.
var days = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

func schedules(h village.Hours, id func(string) string) []hsdsSchedule {
	var all []hsdsSchedule
	for d, open := range h.Days {
		for i, span := range open.Spans {
			all = append(all, hsdsSchedule{id(fmt.Sprintf("schedule %d %d", d, i)), "WEEKLY", days[d], clock(span.From), clock(span.To)})
		}
	}
	return all
}

func clock(minutes int) string { return fmt.Sprintf("%02d:%02d", minutes/60%24, minutes%60) }
