package site

import (
	"html/template"
	"strings"
)

// pocketView is the card of a country for the pocket: A6, one page, to be cut out and
// carried, with a line for the number of the village.
type pocketView struct {
	paperView
	Card Card
	QR   template.HTML
}

// pocketPath gives the card of a country's page.
func pocketPath(p *Page) string { return strings.TrimSuffix(p.Path, ".html") + "-kartu.html" }

// hasPocket tells whether a page has a card.
func (s *Site) hasPocket(p *Page) bool {
	return p.Kind == Country && p.Lang == sourceLang && !s.opt.Without.Posters
}

// pocketOutputs make the card of each country. A card for the people of one village,
// with its number, is made by suluh kit.
func pocketOutputs(s *Site, add func(Output)) {
	for _, p := range s.pages {
		if s.hasPocket(p) {
			add(Output{Path: pocketPath(p), Layout: layoutOf(pocketLayout), from: p.File, Render: s.renderer(pocketLayout, "pocket", func() (worded, error) { return s.pocketView(p) })})
		}
	}
}

func (s *Site) pocketView(p *Page) (pocketView, error) {
	v := pocketView{paperView: s.paperView(pocketPath(p), p.Path, s.tabOf(p, s.langs[0])), Card: s.cardOf(p)}
	var err error
	if v.Card.Link != "" {
		v.QR, err = qrCode(v.Card.Link)
	}
	return v, err
}
