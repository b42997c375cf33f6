package pages

import (
	"html/template"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// pocketView is the card of a country for the pocket: A6, one page, to be cut out and
// carried, with a line for the number of the village.
type pocketView struct {
	paperView
	Card PocketCard
	QR   template.HTML
}

// hasPocket tells whether a page has a card.
func (s *Maker) hasPocket(p *content.Page) bool {
	return p.Kind == content.Country && p.Lang == content.SourceLang && !s.Without.Posters
}

// Pockets make the card of each country. A card for the people of one village,
// with its number, is made by suluh kit.
func Pockets(s *Maker, add func(channel.Output)) {
	for _, p := range s.Pages {
		if s.hasPocket(p) {
			add(channel.Output{Path: permalink.Pocket(p), Layout: theme.LayoutOf(theme.PocketLayout), From: p.File, Render: s.renderer(theme.PocketLayout, "pocket", func() (worded, error) { return s.pocketView(p) })})
		}
	}
}

func (s *Maker) pocketView(p *content.Page) (pocketView, error) {
	v := pocketView{paperView: s.paperView(permalink.Pocket(p), p.Path, s.TabOf(p, s.Locales[0])), Card: s.cardOf(p)}
	var err error
	if v.Card.Link != "" {
		v.QR, err = qrCode(v.Card.Link)
	}
	return v, err
}
