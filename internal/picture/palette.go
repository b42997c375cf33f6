package picture

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// mostColours is what a PNG with a palette can hold.
const mostColours = 256

// shade is a colour of a picture (red, green, blue, alpha; alpha multiplied
// in) and how many pixels have it.
type shade struct {
	colour [4]uint8
	pixels int
}

func keyOf(colour [4]uint8) uint32 { return binary.BigEndian.Uint32(colour[:]) }

// shadesOf gives the colours of a picture, sorted.
func shadesOf(img *image.RGBA) []shade {
	keys := make([]uint32, len(img.Pix)/4)
	for i := range keys {
		keys[i] = binary.BigEndian.Uint32(img.Pix[4*i:])
	}
	slices.Sort(keys)
	var shades []shade
	for i, key := range keys {
		if i == 0 || key != keys[i-1] {
			shades = append(shades, shade{})
			binary.BigEndian.PutUint32(shades[len(shades)-1].colour[:], key)
		}
		shades[len(shades)-1].pixels++
	}
	return shades
}

// box is a set of shades that are painted alike.
type box struct {
	shades []shade
	mean   [4]uint8
	err    [4]float64 // squared, of all pixels
}

func boxOf(shades []shade) box {
	b := box{shades: shades}
	for c := range b.err {
		var n, sum, squares int
		for _, s := range shades {
			v := int(s.colour[c])
			n, sum, squares = n+s.pixels, sum+v*s.pixels, squares+v*v*s.pixels
		}
		b.mean[c] = uint8((sum + n/2) / n)
		b.err[c] = float64(squares) - float64(sum)*float64(sum)/float64(n)
	}
	if len(shades) == 1 {
		b.err = [4]float64{} // no rounding
	}
	return b
}

func (b box) total() float64 { return b.err[0] + b.err[1] + b.err[2] + b.err[3] }

// halves splits a box at the mean of the channel that differs most.
func (b box) halves() (box, box) {
	widest := 0
	for c := range b.err {
		if b.err[c] > b.err[widest] {
			widest = c
		}
	}
	slices.SortFunc(b.shades, func(s, t shade) int {
		return cmp.Or(cmp.Compare(s.colour[widest], t.colour[widest]), cmp.Compare(keyOf(s.colour), keyOf(t.colour)))
	})
	low, high := b.shades[0].colour[widest], b.shades[len(b.shades)-1].colour[widest]
	edge := min(max(b.mean[widest], low), high-1)
	cut := slices.IndexFunc(b.shades, func(s shade) bool { return s.colour[widest] > edge })
	return boxOf(b.shades[:cut]), boxOf(b.shades[cut:])
}

// painted gives a picture with at most so many colours, and the mean squared
// error of a channel that it costs: 0 when the picture has no more. The
// colours are found by splitting, again and again, the set of them whose error
// is largest (the variance-based method of X. Wu, Graphics Gems II, 1991, one
// channel at a time). There is no dithering: it makes a PNG heavy.
func painted(img *image.RGBA, shades []shade, most int) (*image.Paletted, float64) {
	boxes := []box{boxOf(slices.Clone(shades))}
	for len(boxes) < most {
		worst := 0
		for i := range boxes {
			if boxes[i].total() > boxes[worst].total() {
				worst = i
			}
		}
		if len(boxes[worst].shades) == 1 {
			break
		}
		low, high := boxes[worst].halves()
		boxes[worst] = low
		boxes = append(boxes, high)
	}
	// The transparent colours first: a PNG lists alpha only up to the last of them.
	slices.SortFunc(boxes, func(a, b box) int {
		return cmp.Or(cmp.Compare(a.mean[3], b.mean[3]), cmp.Compare(keyOf(a.mean), keyOf(b.mean)))
	})
	return paletted(img, boxes), meanError(boxes, len(img.Pix)/4)
}

func meanError(boxes []box, pixels int) float64 {
	var sum float64
	for _, b := range boxes {
		sum += b.total()
	}
	return sum / float64(3*pixels)
}

func paletted(img *image.RGBA, boxes []box) *image.Paletted {
	dst := image.NewPaletted(img.Rect, nil)
	index := map[uint32]uint8{}
	for i, b := range boxes {
		dst.Palette = append(dst.Palette, color.RGBA{b.mean[0], b.mean[1], b.mean[2], b.mean[3]})
		for _, s := range b.shades {
			index[keyOf(s.colour)] = uint8(i)
		}
	}
	for i := range dst.Pix {
		dst.Pix[i] = index[binary.BigEndian.Uint32(img.Pix[4*i:])]
	}
	return dst
}
