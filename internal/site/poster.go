package site

import (
	"cmp"
	"fmt"
	"html/template"
	"strings"

	"rsc.io/qr"

	"suluh/internal/village"
)

// posterView is the sheet that hangs in a village office: A4, one page, read
// from a metre away.
type posterView struct {
	W       *Words
	Lang    string
	Tab     string
	Village string
	Place   string
	Hours   []factView
	Name    string     // whose number it is
	Number  numberView // in large digits, and on the strips to tear off
	Strips  [strips]struct{}
	Address string // of the village's page, short enough to be typed; empty without a base URL
	Link    string // what the code leads to
	QR      template.HTML
	Date    string // the state of the sheet
	Style   template.CSS
	CSP     string
	Back    string
	Root    string
}

// strips is how many slips with the number hang below the sheet.
const strips = 8

func (s *Site) posterOutput(v *village.Entry) Output {
	return Output{Path: posterPath(v), Layout: "poster", from: v.File, Render: s.renderer("poster", "poster", func() (worded, error) {
		return s.posterView(v)
	})}
}

func (s *Site) posterView(e *village.Entry) (posterView, error) {
	v, err := s.village(e)
	if err != nil {
		return posterView{}, err
	}
	lang := s.langs[0]
	shell := s.view(lang, villagePath(e), lang.villageTitle(e), "")
	p := posterView{
		W: lang.Words, Lang: lang.Code, Tab: shell.Tab, Village: shell.Title, Place: s.placeOf(lang, e), Hours: lang.hours(v.Office.Hours),
		Date: lang.Words.date(v.Checked), Style: styleMark, CSP: sourceMark, Back: relative(posterPath(e), villagePath(e)), Root: shell.Root,
	}
	if shown := s.shownVillage(v.Village); len(shown.Ways) > 0 {
		p.Name, p.Number = shown.Ways[0].Role, numberViews(lang, Shown{Ways: shown.Ways[:1]})[0]
	} else if instead := s.instead(lang, ""); len(instead) > 0 {
		// Hours and date are those of the village, and not of this number.
		p.Name, p.Number, p.Hours, p.Date = instead[0].Name, instead[0].Numbers[0], nil, ""
	}
	if p.Link = s.address(cmp.Or(permanentPath(e), villagePath(e))); p.Link != "" {
		p.Address = typedAddress(p.Link)
		p.QR, err = qrCode(p.Link)
	}
	return p, err
}

// quiet is the empty frame of a code, in modules (ISO/IEC 18004).
const quiet = 4

// qrCode draws a code of level Q, which is read with a quarter of it dirty, as
// one path of black modules on white. It
// points to a page, never to a number: a page can be corrected later.
func qrCode(text string) (template.HTML, error) {
	code, err := qr.Encode(text, qr.Q)
	if err != nil {
		return "", fmt.Errorf("make QR code: %w", err)
	}
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			run := 1
			for code.Black(x+run, y) {
				run++
			}
			fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", x+quiet, y+quiet, run, run)
			x += run
		}
	}
	side := code.Size + 2*quiet
	return template.HTML(fmt.Sprintf(`<svg class="qr" viewBox="0 0 %d %d" shape-rendering="crispEdges" role="img" aria-label="QR"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>`,
		side, side, side, side, path.String())), nil
}
