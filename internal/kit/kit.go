// Package kit makes what is printed of a site as PDF: the poster of a village, A4, and
// cards for the pocket, A6, one for each country.
//
// # Measures
//
// All are in millimetres. The code of a poster is 100 wide, so that it is read from a
// metre away; it has level Q, which is read with a quarter of it spoiled, and an empty
// frame of four modules. Numbers are at least 7 high: a letter's height is some 0.72
// of its font's size (0.353 mm a point). Everything is black on white, since villages
// print on copiers.
//
// The fonts are those that every reader of PDF has, so a poster has some 10 KB and no
// font has to be carried. They hold the letters of Western Europe; a sign that they
// lack is left out.
package kit

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/go-pdf/fpdf"
	"golang.org/x/text/encoding/charmap"

	"suluh/internal/pages"
	"suluh/internal/qrcode"
)

const (
	codeSide = 100.0 // of a poster
	cardCode = 34.0
	strips   = 8
)

// sheet is a page that is drawn from top to bottom.
type sheet struct {
	*fpdf.Fpdf
	width, margin float64
}

func newSheet(size fpdf.SizeType, margin float64, title string) *sheet {
	pdf := fpdf.NewCustom(&fpdf.InitType{OrientationStr: "P", UnitStr: "mm", Size: size})
	// The same poster gives the same bytes on every day.
	pdf.SetCreationDate(time.Unix(0, 0).UTC())
	pdf.SetModificationDate(time.Unix(0, 0).UTC())
	pdf.SetCatalogSort(true)
	pdf.SetTitle(title, true)
	pdf.SetProducer("Suluh", true)
	pdf.SetMargins(margin, margin, margin)
	pdf.SetAutoPageBreak(false, 0)
	return &sheet{pdf, size.Wd, margin}
}

// letters gives a text in the letters of the fonts.
func letters(text string) string {
	text = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "→", "->").Replace(text)
	var b strings.Builder
	for _, r := range text {
		if c, ok := charmap.Windows1252.EncodeRune(r); ok {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// line writes a text in the middle, in points, smaller when it is too long for the
// sheet.
func (s *sheet) line(style string, points float64, text string) {
	text = letters(text)
	if text == "" {
		return
	}
	room := s.width - 2*s.margin
	s.SetFont("Helvetica", style, points)
	if w := s.GetStringWidth(text); w > room {
		points *= room / w
		s.SetFont("Helvetica", style, points)
	}
	const leading = 0.353 * 1.22
	s.SetX(s.margin)
	s.CellFormat(room, points*leading, text, "", 1, "C", false, 0, "")
}

// code draws the code of a link.
func (s *sheet) code(link string, side float64) error {
	code, err := qrcode.Encode(link)
	if err != nil {
		return err
	}
	module := side / float64(code.Size+2*qrcode.Quiet)
	left, top := (s.width-side)/2+qrcode.Quiet*module, s.GetY()+qrcode.Quiet*module
	for _, r := range code.Runs {
		s.Rect(left+float64(r.X)*module, top+float64(r.Y)*module, float64(r.Length)*module, module, "F")
	}
	s.SetY(s.GetY() + side)
	return nil
}

func (s *sheet) bytes() ([]byte, error) {
	var b bytes.Buffer
	err := s.Output(&b)
	return b.Bytes(), err
}

// Sizes of paper, in millimetres.
var (
	a4 = fpdf.SizeType{Wd: 210, Ht: 297}
	a6 = fpdf.SizeType{Wd: 105, Ht: 148}
)

const (
	posterMargin = 12
	cardMargin   = 6
)

// Poster gives the poster of a village.
func Poster(p pages.Poster) ([]byte, error) {
	s := newSheet(a4, posterMargin, p.Village)
	s.AddPage()
	if err := s.poster(p); err != nil {
		return nil, err
	}
	return s.bytes()
}

// Card gives the card of a country.
func Card(c pages.PocketCard) ([]byte, error) {
	s := newSheet(a6, cardMargin, c.Country)
	s.AddPage()
	if err := s.card(c); err != nil {
		return nil, err
	}
	return s.bytes()
}

// All gives the posters and cards of several villages as one file of A4 sheets: each
// poster, then the cards, four on a sheet with lines to cut along.
func All(title string, posters []pages.Poster, cards []pages.PocketCard) ([]byte, error) {
	s := newSheet(a4, posterMargin, title)
	for _, p := range posters {
		s.AddPage()
		if err := s.poster(p); err != nil {
			return nil, err
		}
	}
	s.width, s.margin = a6.Wd, cardMargin
	s.SetMargins(cardMargin, cardMargin, cardMargin)
	for i, c := range cards {
		place := i % 4
		if place == 0 {
			s.AddPage()
			s.SetDashPattern([]float64{1.5, 1.5}, 0)
			s.Line(a6.Wd, 0, a6.Wd, a4.Ht)
			s.Line(0, a4.Ht/2, a4.Wd, a4.Ht/2)
			s.SetDashPattern(nil, 0)
		}
		s.TransformBegin()
		s.TransformTranslate(float64(place%2)*a6.Wd, float64(place/2)*a4.Ht/2)
		err := s.card(c)
		s.TransformEnd()
		if err != nil {
			return nil, err
		}
	}
	return s.bytes()
}

func (s *sheet) poster(p pages.Poster) error {
	s.SetY(14)
	s.line("B", 40, p.Question)
	for i, point := range p.Points {
		s.line("", 22, fmt.Sprintf("%d. %s", i+1, point))
	}
	s.line("B", 20, p.Free)
	if p.Link != "" {
		s.SetY(s.GetY() + 1)
		if err := s.code(p.Link, codeSide); err != nil {
			return err
		}
		s.line("B", 22, p.Address)
	} else {
		s.SetY(s.GetY() + codeSide/2)
	}
	s.SetY(s.GetY() + 3)
	s.line("", 16, p.Who)
	if p.Number != "" {
		s.line("B", 36, p.Label+" "+p.Number)
	}
	place := p.Village
	if p.Place != "" {
		place += ", " + p.Place
	}
	s.line("", 14, place)
	s.line("", 14, strings.Join(p.Hours, "; "))
	s.line("", 9, p.Dated)
	if p.Number != "" {
		s.strips(p)
	}
	return nil
}

// strips draws the slips to tear off, along the lower edge.
func (s *sheet) strips(p pages.Poster) {
	const height, bottom = 46.0, 297.0
	wide := s.width / strips
	s.SetDashPattern([]float64{1.5, 1.5}, 0)
	s.Line(0, bottom-height, s.width, bottom-height)
	for i := range strips {
		x := float64(i) * wide
		if i > 0 {
			s.Line(x, bottom-height, x, bottom)
		}
		for j, text := range []string{p.Who, p.Number} {
			text = letters(text)
			points := 15.0
			s.SetFont("Helvetica", []string{"", "B"}[j], points)
			if w := s.GetStringWidth(text); w > height-6 {
				s.SetFontSize(points * (height - 6) / w)
			}
			s.TransformBegin()
			at := x + wide*(0.42+0.34*float64(j))
			s.TransformRotate(90, at, bottom-3)
			s.Text(at, bottom-3, text)
			s.TransformEnd()
		}
	}
	s.SetDashPattern(nil, 0)
}

func (s *sheet) card(c pages.PocketCard) error {
	s.SetY(6)
	s.line("B", 20, c.Country)
	s.line("", 10, c.Free)
	s.SetY(s.GetY() + 2)
	for _, n := range c.Numbers {
		s.entry(n)
	}
	for _, n := range c.Home {
		s.entry(n)
	}
	if len(c.ByHeart) > 0 {
		s.SetY(s.GetY() + 1.5)
		s.line("", 9, c.Learn+": "+c.ByHeart[0].Name)
		s.line("B", 18, c.ByHeart[0].Number)
	}
	if c.Link != "" {
		s.SetY(148 - 6 - cardCode - 5)
		if err := s.code(c.Link, cardCode); err != nil {
			return err
		}
		s.line("", 9, c.Address)
	}
	return nil
}

func (s *sheet) entry(n pages.CardNumber) {
	s.line("", 8.5, n.Name)
	s.line("B", 14, n.Number)
}
