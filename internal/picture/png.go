package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"

	"golang.org/x/image/draw"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// Mean squared errors of a channel, of 255², that fewer colours may cost. The
// first cannot be seen in drawings and screenshots (some 38 dB), and photos do
// not reach it in so few bytes. The second is for pictures that must stay PNG.
const (
	unseen    = 10.0
	tolerable = 60.0
)

func fitPNG(data []byte) (Picture, error) {
	config, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Picture{}, broken(err.Error())
	}
	if err := bounded(config); err != nil {
		return Picture{}, err
	}
	chunks := chunksOf(data)
	switch {
	case chunks.animated:
		return Picture{}, unsupported("APNG")
	case chunks.coded*deflateBest < chunks.raw:
		return Picture{}, broken("unexpected EOF")
	}
	if fault := source.Passed(limits.Memory, config.Width*config.Height*bytesOf(config.ColorModel)); fault != nil {
		return Picture{}, fault
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return Picture{}, broken(err.Error())
	}
	var kept []byte
	if config.Width <= MaxWidth && chunks.orientation == asItIs {
		kept = chunks.pixels
	}
	canvas := fitted(img, chunks.orientation)
	if !isTransparent(canvas) {
		return lightPNGOrJPEG(canvas, kept)
	}
	return lightPNG(canvas, kept)
}

// bytesOf gives how many bytes a pixel takes when it is decoded.
func bytesOf(model color.Model) int {
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.RGBAModel, color.NRGBAModel:
		return 4
	case color.Gray16Model:
		return 2
	}
	return 1
}

// lightPNG lowers the colours and then the width until the picture is light
// enough. Where kept, the PNG as it came, is the lightest, it stays.
func lightPNG(img *image.RGBA, kept []byte) (Picture, error) {
	for now := img; ; {
		coded, err := codedPNG(now, tolerable)
		if err != nil {
			return Picture{}, err
		}
		if coded = lighter(coded, kept); len(coded) <= MaxBytes {
			return Picture{Data: coded, Width: now.Rect.Dx(), Height: now.Rect.Dy(), Ext: ".png"}, nil
		}
		width := narrower(now.Rect.Dx(), len(coded))
		if width == 0 {
			return Picture{}, tooHeavy(len(coded))
		}
		now, kept = narrowed(img, width), nil
	}
}

// lightPNGOrJPEG keeps the width, if need be as a JPEG.
func lightPNGOrJPEG(img *image.RGBA, kept []byte) (Picture, error) {
	coded, err := codedPNG(img, unseen)
	if err != nil {
		return Picture{}, err
	}
	if coded = lighter(coded, kept); len(coded) <= MaxBytes {
		return Picture{Data: coded, Width: img.Rect.Dx(), Height: img.Rect.Dy(), Ext: ".png"}, nil
	}
	return lightJPEG(onWhite(img))
}

func lighter(coded, kept []byte) []byte {
	if kept != nil && len(kept) < len(coded) {
		return kept
	}
	return coded
}

// codedPNG is without loss when that is light enough, and else has as few
// colours as the error allows, or until it is light enough.
func codedPNG(img *image.RGBA, allowed float64) ([]byte, error) {
	shades := shadesOf(img)
	if len(shades) <= mostColours {
		exact, _ := painted(img, shades, mostColours)
		return writtenPNG(exact)
	}
	least, err := writtenPNG(img)
	for colours := mostColours; err == nil && len(least) > MaxBytes && colours >= 16; colours /= 4 {
		fewer, cost := painted(img, shades, colours)
		if cost > allowed {
			break
		}
		least, err = writtenPNG(fewer)
	}
	return least, err
}

func writtenPNG(img image.Image) ([]byte, error) {
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, img); err != nil {
		return nil, broken(err.Error())
	}
	return out.Bytes(), nil
}

// isTransparent tells whether one pixel in a hundred lets the page shine
// through. Fewer are the round corners of a screenshot, fine on white.
func isTransparent(img *image.RGBA) bool {
	clear := 0
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] < 0xF0 {
			clear++
		}
	}
	return clear*100 > len(img.Pix)/4
}

func onWhite(img *image.RGBA) *image.RGBA {
	if img.Opaque() {
		return img
	}
	dst := image.NewRGBA(img.Rect)
	draw.Draw(dst, dst.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, img, img.Rect.Min, draw.Over)
	return dst
}

// deflateBest is how many bytes one byte of deflate can stand for at most
// (zlib's technical notes: 1032:1).
const deflateBest = 1032

// pngChunks is what a PNG is made of.
type pngChunks struct {
	orientation orientation
	animated    bool
	coded, raw  int    // bytes of pixel data, in the file and taken apart
	pixels      []byte // the PNG with nothing but its pixels, as they were; nil when too heavy
}

// chunksOf walks over the chunks of a file that image/png took for a PNG.
func chunksOf(data []byte) pngChunks {
	chunks := pngChunks{orientation: asItIs}
	const head = 8 // the signature; and before each chunk's data its length and type
	pixels := bytes.Clone(data[:head])
	for rest := data[head:]; len(rest) >= head+4; {
		length := int(binary.BigEndian.Uint32(rest))
		if length > len(rest)-head-4 {
			break
		}
		kind, payload, whole := string(rest[4:head]), rest[head:head+length], rest[:head+length+4]
		rest = rest[len(whole):]
		switch kind {
		case "eXIf":
			chunks.orientation = orientationOf(payload)
		case "acTL":
			chunks.animated = true
		case "IHDR", "PLTE", "tRNS", "IDAT", "IEND":
			if len(pixels) <= MaxBytes {
				pixels = append(pixels, whole...)
			}
		}
		switch kind {
		case "IHDR":
			chunks.raw = rawLength(payload)
		case "IDAT":
			chunks.coded += length
		case "IEND":
			if len(pixels) <= MaxBytes && !telling(pixels) {
				chunks.pixels = pixels
			}
			return chunks
		}
	}
	return chunks
}

// rawLength counts the bytes of all rows, as IHDR describes them.
func rawLength(ihdr []byte) int {
	if len(ihdr) < 10 {
		return 0
	}
	width, height := int(binary.BigEndian.Uint32(ihdr)), int(binary.BigEndian.Uint32(ihdr[4:]))
	samples := map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[ihdr[9]]
	return height * ((width*samples*int(ihdr[8]) + 7) / 8)
}
