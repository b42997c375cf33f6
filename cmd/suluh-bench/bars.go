package main

import (
	"bytes"
	"fmt"
	"slices"
)

// bar is a figure to hold, of design.md section 6. What was not measured in this run has
// no figure.
type bar struct {
	what     string
	measured func() (figure float64, ok bool)
	at       float64
	least    bool   // the figure has to be at least that; otherwise at most
	unit     string // how a figure is written
}

// bars are compared with the largest size that was measured.
func (b *bench) bars() []bar {
	last := b.sizes[len(b.sizes)-1]
	first := last.row(firstName)
	ratio := func(a, b row, of func(row) float64) func() (float64, bool) {
		return func() (float64, bool) { return of(a) / of(b), len(a.seconds) > 0 && len(b.seconds) > 0 }
	}
	seconds := func(r row) float64 { return median(r.seconds) }
	one := func(r row, of func(row) float64) func() (float64, bool) {
		return func() (float64, bool) {
			if len(r.seconds) == 0 {
				return 0, false
			}
			return of(r), true
		}
	}
	thousand := row{}
	if i := slices.IndexFunc(b.sizes, func(s size) bool { return s.villages == mostBest }); i >= 0 {
		thousand = b.sizes[i].row(packedName)
	}
	portal, unchanged := row{}, row{}
	if len(b.rows) == 2 {
		portal, unchanged = b.rows[0], b.rows[1]
	}
	at := fmt.Sprintf(" (%d villages)", last.villages)
	return []bar{
		{"times faster than Hugo" + at, ratio(last.row("Hugo"), first, seconds), 10, true, "%.1f"},
		{"of Hugo's memory, one part in" + at, ratio(last.row("Hugo"), first, most), 20, true, "%.0f"},
		{"nothing changed, of the first build" + at, ratio(last.row(sameName), first, seconds), 0.08, false, "%.3f"},
		{"memory of the first build, MB" + at, one(first, most), 190, false, "%.0f"},
		{"serve: a saved file is answered, ms" + at, one(last.row(savedName), func(r row) float64 { return 1000 * median(r.seconds) }), 40, false, "%.0f"},
		{"everything compressed, seconds (1000 villages)", one(thousand, seconds), 12, false, "%.1f"},
		{"everything compressed, minutes" + at, one(last.row(packedName), func(r row) float64 { return median(r.seconds) / 60 }), 15, false, "%.1f"},
		{"more bytes than at the best quality, percent (1000 villages)", one(thousand, func(row) float64 { return b.extra }), 5, false, "%.1f"},
		{"the portal: first build with compression, seconds", one(portal, seconds), 1.5, false, "%.2f"},
		{"the portal: unchanged, seconds", one(unchanged, seconds), 0.2, false, "%.2f"},
	}
}

// most is the memory of a row in megabytes.
func most(r row) float64 {
	if len(r.megabytes) == 0 {
		return 0
	}
	return slices.Max(r.megabytes)
}

func (b *bench) writeBars(w *bytes.Buffer) {
	fmt.Fprintf(w, "## Bars of design.md, section 6\n\n| figure | bar | measured | |\n|---|---|---|---|\n")
	for _, r := range b.bars() {
		side, result := "at most", "met"
		if r.least {
			side = "at least"
		}
		figure, ok := r.measured()
		if !ok {
			fmt.Fprintf(w, "| %s | %s %g | – | not measured |\n", r.what, side, r.at)
			continue
		}
		if r.least != (figure >= r.at) && figure != r.at {
			result = "**missed**"
		}
		fmt.Fprintf(w, "| %s | %s %g | "+r.unit+" | %s |\n", r.what, side, r.at, figure, result)
	}
}
