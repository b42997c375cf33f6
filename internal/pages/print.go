package pages

import (
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/village"
)

// Poster is what a village's poster says, for outputs that are no pages.
type Poster struct {
	Question, Free     string
	Points             []string
	Link, Address      string // what the code leads to, and how it is typed; "" without the site's address
	Printed            string // the address for the lock file: d/3509122004.html
	Who, Label, Number string // whose number, of what sort, the number
	Village, Place     string
	Hours              []string
	Dated              string
}

// Poster gives what a village's poster says.
func (s *Maker) Poster(e *village.Entry) (Poster, error) {
	v, err := s.posterView(e)
	if err != nil {
		return Poster{}, err
	}
	p := Poster{
		Question: v.W.PosterQuestion, Free: v.W.PosterFree, Points: []string{v.W.PosterAsk, v.W.PosterPapers, v.W.PosterReport},
		Link: v.Link, Address: v.Address, Printed: permalink.Permanent(e), Who: v.Name, Label: v.Number.Label, Number: v.Number.Text, Village: v.Village, Place: v.Place, Dated: v.Dated,
	}
	for _, h := range v.Hours {
		p.Hours = append(p.Hours, h.Label+" "+h.Text)
	}
	return p, nil
}

// PocketCard is what a card for the pocket says of a country.
type PocketCard struct {
	Key, Country  string
	Numbers       []CardNumber // to call there, in the order of need
	ByHeart       []CardNumber
	Home          []CardNumber // of the village
	Free, Learn   string       // words
	Link, Address string
	Printed       string // the address for the lock file
}

// CardNumber is a name with its number as it is dialled abroad.
type CardNumber struct{ Name, Number string }

// mostOnCard is how many numbers there are room for.
const (
	mostOnCard = 5
	mostLocal  = 2 // that missions leave room for
)

// Cards gives a card for each country that has a page, for the people of a village.
func (s *Maker) Cards(e *village.Entry) ([]PocketCard, error) {
	published, err := s.Published(e)
	if err != nil {
		return nil, err
	}
	var cards []PocketCard
	for _, p := range s.Pages {
		if p.Kind != content.Country || p.Lang != content.SourceLang {
			continue
		}
		c := s.cardOf(p)
		if ways := published.For(village.OnPaper).Ways; len(ways) > 0 {
			way := ways[0]
			c.Home = []CardNumber{{way.Role + " " + e.Name, way.Numbers[0].International()}}
		}
		cards = append(cards, c)
	}
	return cards, nil
}

// cardOf gives the card of a country's page for people of any village.
func (s *Maker) cardOf(p *content.Page) PocketCard {
	lang, key := s.Locales[0], strings.TrimPrefix(p.Key, "negara/")
	c := PocketCard{Key: key, Country: p.ShortTitle(lang.Code), Free: lang.Words.PosterFree, Learn: lang.Words.PocketByHeart, Numbers: s.cardNumbers(key), Link: s.Address(p.Path), Printed: p.Path}
	c.Address = typedAddress(c.Link)
	for _, h := range s.ByHeart(lang) {
		c.ByHeart = append(c.ByHeart, CardNumber{h.Name, h.Text})
	}
	return c
}

// cardNumbers gives the missions in a country and those who help there, both of which
// have their place.
func (s *Maker) cardNumbers(country string) []CardNumber {
	var missions, local []CardNumber
	for _, contact := range s.Contacts.List {
		shown := s.ShownContact(contact)
		if !slices.Contains(contact.Countries, country) || len(shown.Ways) == 0 {
			continue
		}
		n := CardNumber{contact.Name, shown.Numbers()[0].International()}
		if contact.Group == "perwakilan" {
			missions = append(missions, n)
		} else {
			local = append(local, n)
		}
	}
	few := min(len(local), mostLocal)
	missions = missions[:min(len(missions), mostOnCard-few)]
	return append(missions, local[:min(len(local), mostOnCard-len(missions))]...)
}
