// Package qrcode gives the codes that lead from paper to a page: always of level Q,
// which is read with a quarter of it spoiled, as runs of black modules, which every
// kind of drawing can take.
package qrcode

import (
	"fmt"

	"rsc.io/qr"
)

// Quiet is the empty frame that a code needs on each side, in modules (ISO/IEC 18004).
const Quiet = 4

// Code is the code of a text.
type Code struct {
	Size int // modules of a side, without the frame
	Runs []Run
}

// Run is black modules in a row, from the upper left corner of the code.
type Run struct{ X, Y, Length int }

// Encode makes the code of a text.
func Encode(text string) (Code, error) {
	code, err := qr.Encode(text, qr.Q)
	if err != nil {
		return Code{}, fmt.Errorf("make QR code: %w", err)
	}
	c := Code{Size: code.Size}
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			run := Run{X: x, Y: y}
			for code.Black(x+run.Length, y) {
				run.Length++
			}
			if run.Length > 0 {
				c.Runs = append(c.Runs, run)
				x += run.Length
			}
		}
	}
	return c, nil
}
