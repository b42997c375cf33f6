// Package exporter gives the villages of a site in the forms in which others take
// them: a sheet to fill in, a message to send, and open data.
//
// # What goes out
//
// Only what may be shown to readers: a number that was withdrawn, or whose owner has
// not agreed, stands in no sheet and in no data. Package site alone says what that is.
//
// # The way back
//
// The sheet and the message have the headings and labels that package importer knows
// best, and values in the forms that it reads. So what was exported and comes back
// unchanged changes nothing: export, import, export gives the same bytes.
package exporter

import (
	"cmp"
	"slices"
	"strings"

	"suluh/internal/importer"
	"suluh/internal/site"
	"suluh/internal/village"
)

// Village is a village of the regency: one that has a page, or one that stands in the
// official list only.
type Village struct {
	Code, Name, District string
	Page                 *site.Published // nil of one without a page
}

// Slug is the name of the village's file; "" of one without a page.
func (v Village) Slug() string {
	if v.Page == nil {
		return ""
	}
	return v.Page.Slug
}

// Villages gives all villages of the site, and with all, those of its regency that
// have no page yet, by their codes.
func Villages(s *site.Site, all bool) ([]Village, error) {
	var found []Village
	seen := map[string]bool{}
	set := s.Villages
	for e := range set.All() {
		page, err := s.Published(e)
		if err != nil {
			return nil, err
		}
		found, seen[e.Code] = append(found, Village{Code: e.Code, Name: e.Name, District: e.District, Page: &page}), true
	}
	for _, code := range set.Areas.VillagesIn(s.Config.Regency.Code) {
		if all && !seen[code] {
			found = append(found, Village{Code: code, Name: set.Areas[code], District: set.Areas.DistrictOf(code)})
		}
	}
	slices.SortFunc(found, func(a, b Village) int { return strings.Compare(a.Code+a.Name, b.Code+b.Name) })
	return found, nil
}

// columns are those of the sheet and of desa.csv, in their order.
var columns = []importer.Field{
	importer.Code, importer.Name, importer.District, importer.Phone, importer.WhatsApp, importer.Hours, importer.Address, importer.Directions, importer.Postcode,
	importer.Latitude, importer.Longitude, importer.Role, importer.Officer, importer.Private, importer.Consent, importer.ConsentForm, importer.ConsentScope, importer.Checked,
}

func headings() []string {
	var names []string
	for _, f := range columns {
		names = append(names, f.Label())
	}
	return names
}

// value gives what a column says of a village in a use; "" where nothing is known.
func (v Village) value(f importer.Field, use village.Use) string {
	switch f {
	case importer.Code:
		return v.Code
	case importer.Name:
		return v.Name
	case importer.District:
		return v.District
	}
	if v.Page == nil {
		return ""
	}
	o := v.Page.Office
	office, officer := v.contacts(use)
	switch f {
	case importer.Hours:
		return o.Hours.Line()
	case importer.Address:
		return o.Address
	case importer.Directions:
		return o.Directions
	case importer.Postcode:
		return o.Postcode
	case importer.Latitude:
		return village.Typed(o.Latitude)
	case importer.Longitude:
		return village.Typed(o.Longitude)
	case importer.Phone:
		return office.call
	case importer.WhatsApp:
		return office.chat
	case importer.Role:
		return officer.role
	case importer.Officer:
		return cmp.Or(officer.call, officer.chat)
	case importer.Private:
		return officer.private
	case importer.Consent:
		return officer.consent
	case importer.ConsentForm:
		return officer.form
	case importer.ConsentScope:
		return officer.scope
	case importer.Checked:
		return v.Page.Village.Checked.String()
	}
	return ""
}

// contact is a role with its numbers as a sheet holds them.
type contact struct{ role, call, chat, private, consent, form, scope string }

// contacts gives the contact of the office and the first one of somebody else, as far
// as they may be shown in a use; "" is for the office itself and its editors.
func (v Village) contacts(use village.Use) (office, officer contact) {
	ways := v.Page.Ways
	if use != "" {
		ways = v.Page.For(use).Ways
	}
	for _, way := range ways {
		c := contact{role: way.Role}
		for _, n := range way.Numbers {
			if n.IsChat() {
				c.chat = cmp.Or(c.chat, n.Display())
			} else {
				c.call = cmp.Or(c.call, n.Display())
			}
		}
		for _, declared := range v.Page.Declared {
			if declared.Role == way.Role && declared.Private != nil {
				c.private, c.consent = village.YesOrNo(*declared.Private), declared.Consent.String()
				c.form, c.scope = declared.Form, strings.Join(declared.Scope, ", ")
			}
		}
		switch {
		case village.IsOffice(way.Role) && office.role == "":
			office = c
		case !village.IsOffice(way.Role) && officer.role == "":
			officer = c
		}
	}
	return office, officer
}
