package picture

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"path/filepath"

	encoder "github.com/gen2brain/webp"
)

// webpQuality looks like a JPEG of the quality 75 to 80, in some half of the bytes.
const webpQuality = 75

// webpMethod is the encoder's slowest: a picture is coded once and read often.
const webpMethod = 6

// How much lighter a WebP must be than what stands beside it, in hundredths and in bytes: the
// element that offers both has some bytes, too.
const (
	worthIt    = 90
	leastSaved = 200
)

// ToWebP codes a picture as WebP, of its source and as large as Fit has made it. It is the
// zero Picture where that saves too little. A drawing that stayed PNG keeps every pixel.
//
// The encoder is libwebp inside the program, the same on each machine. Where it would be a
// library of the system instead (gen2brain/webp takes one that it finds, unless the program
// is built with -tags nodynamic, as build.sh does), nothing is coded: the same input gives
// the same bytes.
func ToWebP(data []byte, shown Picture) (Picture, error) {
	if encoder.Dynamic() == nil {
		return Picture{}, nil
	}
	img, turn, err := decoded(data)
	if err != nil {
		return Picture{}, err
	}
	canvas := fitted(img, turn)
	if canvas.Rect.Dx() > shown.Width {
		canvas = scaled(canvas, shown.Width, shown.Height)
	}
	if shown.Ext == ".jpg" { // a transparent drawing that became a JPEG stands on white
		canvas = onWhite(canvas)
	}
	var out bytes.Buffer
	options := encoder.Options{Quality: webpQuality, Method: webpMethod, Lossless: shown.Ext == ".png"}
	if err := encoder.Encode(&out, straight(canvas), options); err != nil {
		return Picture{}, err
	}
	if out.Len()*100 > len(shown.Data)*worthIt || len(shown.Data)-out.Len() < leastSaved {
		return Picture{}, nil
	}
	return WebP("", out.Bytes())
}

// decoded reads a JPEG or PNG that Fit has taken, with how its camera was held.
func decoded(data []byte) (image.Image, orientation, error) {
	if kindOf(data) == "JPEG" {
		img, err := jpeg.Decode(bytes.NewReader(data))
		return img, partsOf(data).orientation, err
	}
	img, err := png.Decode(bytes.NewReader(data))
	return img, chunksOf(data).orientation, err
}

// straight gives the pixels as the encoder takes them, without their colours multiplied
// by what shines through.
func straight(img *image.RGBA) *image.NRGBA {
	dst := image.NewNRGBA(img.Rect)
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			dst.Set(x, y, img.At(x, y))
		}
	}
	return dst
}

// ToWebP is [ToWebP], from the folder if it is there. That nothing is saved is kept, too.
func (c Cache) ToWebP(data []byte, shown Picture) (Picture, error) {
	if c.Dir == "" {
		return ToWebP(data, shown)
	}
	entry := filepath.Join(c.Dir, keyFor(append([]byte("webp "+shown.Ext+" "), data...)))
	if p, ok := loaded(entry); ok {
		if p.Ext == nothingSaved {
			return Picture{}, nil
		}
		return p, nil
	}
	p, err := ToWebP(data, shown)
	if err == nil {
		kept := p
		if p.Ext == "" {
			kept.Ext = nothingSaved
		}
		_ = kept.store(entry)
	}
	return p, err
}

// nothingSaved stands for the ending of a WebP that is not worth it.
const nothingSaved = ".none"
