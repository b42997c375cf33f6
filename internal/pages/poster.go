package pages

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/permalink"
	"suluh/internal/qrcode"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// posterView is the sheet that hangs in a village office: A4, one page, read
// from a metre away.
type posterView struct {
	paperView
	Village string
	Place   string
	Hours   []factView
	Name    string     // whose number it is
	Number  numberView // in large digits, and on the strips to tear off
	Strips  [strips]struct{}
	Address string // of the village's page, short enough to be typed; empty without a base URL
	Link    string // what the code leads to
	QR      template.HTML
	Dated   string // the state of the sheet: of its check, or of its compiling
}

// paperView is what all sheets to print have around their text.
type paperView struct {
	W         *theme.Words
	Lang, Tab string
	Style     template.CSS
	CSP       string
	Back      string // the page that the sheet belongs to
	Root      string
	Site      string
}

func (v paperView) words() *theme.Words { return v.W }

// paperView makes what a sheet has around its text: its path, and the path and the
// neutral title of the page that it belongs to.
func (s *Maker) paperView(out, page, tab string) paperView {
	lang := s.Locales[0]
	shell := s.View(lang, out, tab, "")
	return paperView{W: lang.Words, Lang: lang.Code, Tab: shell.Tab, Style: theme.StyleMark, CSP: theme.SourceMark, Back: permalink.Relative(out, page), Root: shell.Root, Site: s.Config.Name}
}

// strips is how many slips with the number hang below the sheet.
const strips = 8

// PosterOutput makes the poster of a village.
func (s *Maker) PosterOutput(v *village.Entry) channel.Output {
	return channel.Output{Path: permalink.Poster(v), Layout: theme.LayoutOf(theme.PosterLayout), From: v.File, Render: s.renderer(theme.PosterLayout, "poster", func() (worded, error) {
		return s.posterView(v)
	})}
}

func (s *Maker) posterView(e *village.Entry) (posterView, error) {
	v, err := s.Village(e)
	if err != nil {
		return posterView{}, err
	}
	lang := s.Locales[0]
	title := lang.VillageTitle(e)
	p := posterView{
		paperView: s.paperView(permalink.Poster(e), permalink.Village(e), title), Village: title, Place: s.placeOf(lang, e), Hours: hours(lang, v.Office.Hours),
		Dated: lang.Words.Dated(v.AsOf()),
	}
	if shown := s.ShownVillage(v.Village).For(village.OnPaper); len(shown.Ways) > 0 {
		p.Name, p.Number = shown.Ways[0].Role, numberViews(lang, site.Shown{Ways: shown.Ways[:1]}, false)[0]
	} else if instead := s.fallbacks(lang, "", false); len(instead) > 0 {
		// Hours and date are those of the village, and not of this number.
		p.Name, p.Number, p.Hours, p.Dated = instead[0].Name, instead[0].Numbers[0], nil, ""
	}
	if p.Link = s.Address(cmp.Or(permalink.Permanent(e), permalink.Village(e))); p.Link != "" {
		p.Address = typedAddress(p.Link)
		p.QR, err = qrCode(p.Link)
	}
	return p, err
}

// qrCode draws the code of an address as one path of black modules on white. It
// points to a page, never to a number: a page can be corrected later.
func qrCode(address string) (template.HTML, error) {
	code, err := qrcode.Encode(address)
	if err != nil {
		return "", err
	}
	var path strings.Builder
	for _, r := range code.Runs {
		fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", r.X+qrcode.Quiet, r.Y+qrcode.Quiet, r.Length, r.Length)
	}
	side := code.Size + 2*qrcode.Quiet
	return template.HTML(fmt.Sprintf(`<svg class="qr" viewBox="0 0 %d %d" shape-rendering="crispEdges" role="img" aria-label="QR"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>`,
		side, side, side, side, path.String())), nil
}
