package main

import (
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
)

// zola is what Zola's makers measured with 142,457 pages of their own, on a machine of
// their own (getzola/zola, pull request 1827): 23.2 s.
const (
	zola     = 163.0 // microseconds a page
	zolaNote = "Zola, its own figure, other pages, other machine"
)

// line is one generator in the picture.
type line struct {
	name         string
	each, memory float64 // microseconds a village, megabytes; 0 for not known
}

// lines are those that were measured at the largest size at which Hugo was.
func (b *bench) lines() (lines []line, villages int) {
	for _, s := range b.sizes {
		if len(s.row("Hugo").seconds) == 0 && villages > 0 {
			continue
		}
		villages = s.villages
		lines = nil
		for _, r := range []struct{ name, row string }{{"Suluh", firstName}, {"Suluh, parsed files at hand", againName}, {"Hugo", "Hugo"}, {"Eleventy", "Eleventy"}} {
			if found := s.row(r.row); len(found.seconds) > 0 {
				lines = append(lines, line{r.name, median(found.seconds) * 1e6 / float64(villages), most(found)})
			}
		}
	}
	return append(lines, line{name: zolaNote, each: zola}), villages
}

// draw writes a picture of time and memory.
func (b *bench) draw(name string) error {
	lines, villages := b.lines()
	longest, largest := 0.0, 0.0
	for _, l := range lines {
		longest, largest = max(longest, l.each), max(largest, l.memory)
	}
	const left, width, row = 250, 330, 26
	height := 30 + 2*(row*len(lines)+34)
	var w bytes.Buffer
	fmt.Fprintf(&w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" font-family="system-ui,sans-serif" font-size="13" role="img" aria-label="Time and memory beside other generators">`, left+width+90, height, left+width+90, height)
	fmt.Fprintf(&w, `<rect width="100%%" height="100%%" fill="#fff"/>`)
	y := 24
	for _, part := range []struct {
		title, unit string
		of          func(line) float64
		most        float64
	}{
		{fmt.Sprintf("Time for each village, %d villages", villages), "µs", func(l line) float64 { return l.each }, longest},
		{"Most memory at once", "MB", func(l line) float64 { return l.memory }, largest},
	} {
		fmt.Fprintf(&w, `<text x="10" y="%d" font-weight="bold">%s</text>`, y, html.EscapeString(part.title))
		y += 10
		for _, l := range lines {
			figure := part.of(l)
			if figure == 0 {
				continue
			}
			long := max(2, figure/part.most*width)
			fmt.Fprintf(&w, `<text x="%d" y="%d" text-anchor="end">%s</text><rect x="%d" y="%d" width="%.0f" height="16" fill="%s"/><text x="%.0f" y="%d">%.0f %s</text>`,
				left-8, y+15, html.EscapeString(label(l.name)), left, y+3, long, colour(l.name), float64(left)+long+6, y+16, figure, part.unit)
			y += row
		}
		y += 26
	}
	fmt.Fprintf(&w, `<text x="10" y="%d" font-size="11" fill="#555">* %s</text></svg>`, y-4, html.EscapeString(zolaNote))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, append(w.Bytes(), '\n'), 0o644)
}

func label(name string) string {
	if name == zolaNote {
		return "Zola*"
	}
	return name
}

func colour(name string) string {
	if name == "Suluh" || name == "Suluh, parsed files at hand" {
		return "#0b6e4f"
	}
	return "#9aa5ab"
}
