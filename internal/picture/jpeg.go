package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/jpeg"
)

// Qualities of a JPEG, from the one where nobody sees a loss to the one where
// everybody does.
const (
	bestQuality  = 80
	worstQuality = 40
	qualityStep  = 5
)

// maxScans is more than any encoder writes (progressive ones: some ten). Each
// scan costs the time of the whole picture, however few bytes it has.
const maxScans = 100

func fitJPEG(data []byte) (Picture, error) {
	config, err := jpeg.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return Picture{}, jpegFault(err)
	}
	if err := bounded(config); err != nil {
		return Picture{}, err
	}
	parts := partsOf(data)
	if parts.scans > maxScans {
		return Picture{}, broken("too many scans")
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return Picture{}, jpegFault(err)
	}
	keep := config.Width <= MaxWidth && parts.orientation == asItIs && parts.isAs(img)
	light, err := lightJPEG(fitted(img, parts.orientation))
	if !keep {
		return light, err
	}
	// Coding anew costs a little of the picture; it must be worth that.
	if err != nil || light.Width < config.Width || len(parts.pixels)*2 <= len(light.Data)*3 {
		return Picture{Data: parts.pixels, Width: config.Width, Height: config.Height, Ext: ".jpg"}, nil
	}
	return light, nil
}

func jpegFault(err error) error {
	var feature jpeg.UnsupportedError
	if errors.As(err, &feature) {
		return unsupported("JPEG, " + string(feature))
	}
	return broken(err.Error())
}

// lightJPEG lowers the quality and then the width until the picture is light
// enough. It has no transparent pixels.
func lightJPEG(img *image.RGBA) (Picture, error) {
	for now := img; ; {
		coded := grayed(now)
		worst, err := codedJPEG(coded, worstQuality)
		if err != nil {
			return Picture{}, err
		}
		if len(worst) <= MaxBytes {
			data, err := bestJPEG(coded, worst)
			return Picture{Data: data, Width: now.Rect.Dx(), Height: now.Rect.Dy(), Ext: ".jpg"}, err
		}
		width := narrower(now.Rect.Dx(), len(worst))
		if width == 0 {
			return Picture{}, tooHeavy(len(worst))
		}
		now = narrowed(img, width)
	}
}

// bestJPEG gives the best quality that is light enough.
func bestJPEG(img image.Image, worst []byte) ([]byte, error) {
	for quality := bestQuality; quality > worstQuality; quality -= qualityStep {
		coded, err := codedJPEG(img, quality)
		if err != nil {
			return nil, err
		}
		if len(coded) <= MaxBytes {
			return coded, nil
		}
	}
	return worst, nil
}

func codedJPEG(img image.Image, quality int) ([]byte, error) {
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, broken(err.Error())
	}
	return out.Bytes(), nil
}

// grayed gives a picture without colours as image.Gray, whose JPEG is lighter.
func grayed(img *image.RGBA) image.Image {
	gray := image.NewGray(img.Rect)
	for i := range gray.Pix {
		p := img.Pix[4*i : 4*i+3 : 4*i+3]
		if p[0] != p[1] || p[1] != p[2] {
			return img
		}
		gray.Pix[i] = p[0]
	}
	return gray
}

// Markers of ITU T.81, table B.1.
const (
	markSOF0  = 0xC0 // to markSOF0+15, but DHT, JPG and DAC
	markDHT   = 0xC4
	markJPG   = 0xC8
	markDAC   = 0xCC
	markRST0  = 0xD0
	markRST7  = 0xD7
	markSOI   = 0xD8
	markEOI   = 0xD9
	markSOS   = 0xDA
	markDQT   = 0xDB
	markDRI   = 0xDD
	markAPP0  = 0xE0
	markAPP1  = 0xE1
	markTEM   = 0x01
	markFirst = 0xFF
)

// jfif says that colours are YCbCr or gray, and nothing else: version 1.01, no
// unit, no thumbnail. It takes the place of such a segment.
const jfif = "\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"

// jpegParts is what a JPEG is made of.
type jpegParts struct {
	orientation orientation
	scans       int
	// pixels is the JPEG with nothing but its pixels, as they were; nil when
	// that is not light enough or the file is not quite as T.81 has it.
	pixels []byte
}

// partsOf walks over the segments the way that image/jpeg does, so that both
// see the same ones: bytes that belong to none are skipped, but then nothing
// of the file is kept.
func partsOf(data []byte) jpegParts {
	parts := jpegParts{orientation: asItIs}
	pixels, strict, seenExif := bytes.Clone(data[:2]), true, false
	for rest := data[2:]; len(rest) > 0; {
		skip := max(0, bytes.IndexByte(rest, markFirst))
		strict = strict && skip == 0
		rest = rest[skip:]
		if len(rest) < 2 {
			break
		}
		marker := rest[1]
		switch {
		case marker == markEOI:
			if pixels = append(pixels, markFirst, markEOI); strict && len(pixels) <= MaxBytes && !telling(pixels) {
				parts.pixels = pixels
			}
			return parts
		case marker == markFirst: // a fill byte
			rest = rest[1:]
			continue
		case marker == 0, marker == markTEM, marker == markSOI, marker >= markRST0 && marker <= markRST7:
			strict = false
			rest = rest[2:]
			continue
		}
		segment, payload := segmentOf(rest)
		if segment == nil {
			return parts
		}
		if marker == markSOS {
			parts.scans++
			scan := rest[len(segment):]
			scan = scan[:scanLength(scan)]
			strict = strict && !readable(scan)
			segment = rest[:len(segment)+len(scan)]
		}
		if exif, ok := bytes.CutPrefix(payload, []byte("Exif\x00\x00")); ok && marker == markAPP1 && !seenExif {
			parts.orientation, seenExif = orientationOf(exif), true
		}
		switch {
		case len(pixels) > MaxBytes:
		case makesPixels(marker):
			pixels = append(pixels, segment...)
		case marker == markAPP0 && bytes.HasPrefix(payload, []byte("JFIF\x00")):
			pixels = append(pixels, jfif...)
		}
		rest = rest[len(segment):]
	}
	return parts
}

// leastNote is how many bytes of a note are seen in a scan. Pixels look like so
// much text in one of a hundred photos, which is then coded anew.
const leastNote = 16

// readable tells whether somebody may have put a note among the pixels: decoders
// skip what stands behind the last of them.
func readable(scan []byte) bool {
	run := 0
	for _, b := range scan {
		if b < ' ' || b > '~' {
			run = 0
			continue
		}
		if run++; run == leastNote {
			return true
		}
	}
	return false
}

// segmentOf cuts a segment off, whole and its payload; nil when it is cut short.
func segmentOf(rest []byte) (segment, payload []byte) {
	if len(rest) < 4 {
		return nil, nil
	}
	length := 2 + int(binary.BigEndian.Uint16(rest[2:]))
	if length < 4 || length > len(rest) {
		return nil, nil
	}
	return rest[:length], rest[4:length]
}

// scanLength counts the bytes of a scan up to the marker that ends it.
func scanLength(rest []byte) int {
	for i := 0; i+1 < len(rest); i++ {
		if rest[i] != markFirst {
			continue
		}
		if next := rest[i+1]; next != 0 && (next < markRST0 || next > markRST7) {
			return i
		}
	}
	return len(rest)
}

// makesPixels tells whether a segment is needed to show the picture.
func makesPixels(marker byte) bool {
	switch marker {
	case markDHT, markDQT, markDRI, markSOS:
		return true
	case markJPG, markDAC:
		return false
	}
	return marker >= markSOF0 && marker <= markSOF0+15
}

// isAs tells whether the pixels alone give the picture that the file gave.
// They do not when their colours needed a segment that went (Adobe's).
func (p jpegParts) isAs(img image.Image) bool {
	if p.pixels == nil {
		return false
	}
	again, err := jpeg.Decode(bytes.NewReader(p.pixels))
	if err != nil {
		return false
	}
	switch img := img.(type) {
	case *image.YCbCr:
		a, ok := again.(*image.YCbCr)
		return ok && a.Rect == img.Rect && bytes.Equal(a.Y, img.Y) && bytes.Equal(a.Cb, img.Cb) && bytes.Equal(a.Cr, img.Cr)
	case *image.Gray:
		a, ok := again.(*image.Gray)
		return ok && a.Rect == img.Rect && bytes.Equal(a.Pix, img.Pix)
	}
	return false
}
