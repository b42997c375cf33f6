package site

import (
	"html/template"
	"strings"
)

// pocketView is the card of a country for the pocket: A6, one page, to be cut out and
// carried, with a line for the number of the village.
type pocketView struct {
	W     *Words
	Lang  string
	Tab   string
	Card  Card
	QR    template.HTML
	Style template.CSS
	CSP   string
	Back  string
	Root  string
}

func (v pocketView) words() *Words { return v.W }

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
	lang := s.langs[0]
	out := pocketPath(p)
	shell := s.view(lang, out, p.Meta.Title, s.tabOf(p, lang))
	v := pocketView{W: lang.Words, Lang: lang.Code, Tab: shell.Tab, Card: s.cardOf(p), Style: styleMark, CSP: sourceMark, Back: relative(out, p.Path), Root: shell.Root}
	var err error
	if v.Card.Link != "" {
		v.QR, err = qrCode(v.Card.Link)
	}
	return v, err
}
