// Package picture makes pictures light enough for poor phones and slow
// networks, and takes out of them what nobody meant to publish.
//
// # What comes out
//
// A [Picture] is at most [MaxWidth] pixels wide and at most [MaxBytes] heavy.
// It stands upright and holds its pixels alone: no place, date, camera or
// thumbnail (Exif), no text, no colour profile, nothing behind its end. A
// picture is never enlarged. The same input gives the same bytes.
//
//	JPEG   stays JPEG: quality 80, 75, … 40, then a smaller width
//	PNG    stays PNG as long as it is light enough, without loss or, when
//	       nobody would see it, with at most 256 colours; else a JPEG on white.
//	       One that is transparent stays PNG, and gets a smaller width
//	WebP   has been made ready by hand and is only checked: weight, width
//	SVG    is only checked: nothing in it acts, or comes from elsewhere
//
// Beside a JPEG or PNG stands a WebP of the same size where that saves a tenth or more
// ([ToWebP]), some half of a photo: phones since 2018 take it, all others the first.
//
// A JPEG or PNG that is upright, small and light already keeps its pixel data
// byte for byte, unless they can be had for much less; what stands around them
// goes. Kinds are told by content, not by the ending of the name. Everything else is refused with a
// [source.Fault] that names it: GIF and other moving pictures (heavy), HEIC,
// AVIF, BMP, TIFF (many phones cannot show them).
//
// Colours are taken as sRGB. A photo with another profile (Display P3 of
// newer phones) looks a little paler.
//
// # Orientation
//
// Cameras note in Exif how they were held: eight ways, four of them mirrored.
// [Fit] turns the pixels, since the note goes with all the others.
//
//	1 as it is    2 mirrored     3 turned by 180°         4 mirrored, by 180°
//	5 mirrored, by 90° left      6 by 90° right
//	7 mirrored, by 90° right     8 by 90° left
//
// # Limits
//
// A small file can claim to be a huge picture. Its size is read first, and one
// of more than 50 megapixels, or 20,000 pixels on a side, is never decoded;
// neither is a JPEG with more than 100 scans, nor a PNG whose data cannot
// possibly hold its pixels. Scaling costs 32 bytes for each row of the source
// and column of the result, beside the decoded picture: some 100 MB for a photo
// of 12 megapixels, and at worst 70 MB more for a progressive one.
//
// # SVG
//
// What is not known to be harmless is refused: elements of SVG are listed;
// those of other namespaces may hold notes of drawing programs, but none that
// a browser acts on. A reference leads to a #fragment of the same file, or to a
// picture in the file itself (data:image/png, jpeg, gif, webp). Styles load
// nothing and hold no escapes. There is no DOCTYPE but the plain one of SVG 1.0
// and 1.1, and no other processing instruction than the XML declaration in
// UTF-8. A fault carries the offset of the tag that is wrong.
package picture

import (
	"bytes"
	"image"
	"math"
	"path"
	"strings"

	"golang.org/x/image/draw"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// Limits of what comes out.
const (
	MaxBytes = 25_000
	MaxWidth = 640
)

// Limits of what goes in.
const (
	maxSide = 20_000
)

// narrowest is the width below which a picture shows nothing any more.
const narrowest = 160

// Picture is a picture as it is published. Width and Height are those that it
// is shown in, and 0 when an SVG does not tell them.
type Picture struct {
	Data          []byte
	Width, Height int
	Ext           string // .jpg, .png, .webp or .svg
}

// Fit makes a JPEG or PNG light, as the package doc has it. The name is only
// used to tell what a file was meant to be.
func Fit(name string, data []byte) (Picture, error) {
	switch kind := kindOf(data); kind {
	case "JPEG":
		return fitJPEG(data)
	case "PNG":
		return fitPNG(data)
	case "":
		return Picture{}, stranger(name)
	default:
		return Picture{}, unsupported(kind)
	}
}

// signatures are the first bytes of files that people take for pictures; a
// question mark stands for any byte.
var signatures = []struct{ kind, start string }{
	{"JPEG", "\xFF\xD8\xFF"},
	{"PNG", "\x89PNG\r\n\x1A\n"},
	{"GIF", "GIF8"},
	{"WebP", "RIFF????WEBP"},
	{"HEIC", "????ftyphe"},
	{"HEIC", "????ftypmif1"},
	{"HEIC", "????ftypmsf1"},
	{"AVIF", "????ftypavi"},
	{"MP4", "????ftyp"},
	{"JPEG XL", "\xFF\x0A"},
	{"JPEG XL", "\x00\x00\x00\x0CJXL "},
	{"BMP", "BM????\x00\x00\x00\x00"},
	{"TIFF", "II*\x00"},
	{"TIFF", "MM\x00*"},
	{"PSD", "8BPS"},
	{"PDF", "%PDF"},
	{"ZIP", "PK\x03\x04"},
	{"SVGZ", "\x1F\x8B"},
	{"SVG", "<svg"},
	{"SVG", "<?xml"},
}

// kindOf names what a file holds, or "" when it is none of the signatures.
func kindOf(data []byte) string {
	for _, s := range signatures {
		if startsWith(data, s.start) {
			return s.kind
		}
	}
	return ""
}

func startsWith(data []byte, start string) bool {
	if len(data) < len(start) {
		return false
	}
	for i := range len(start) {
		if start[i] != '?' && start[i] != data[i] {
			return false
		}
	}
	return true
}

// stranger is the fault of a file that looks like no picture at all: a broken
// one when its name says that we should know it.
func stranger(name string) error {
	switch ending := strings.ToLower(path.Ext(name)); ending {
	case ".jpg", ".jpeg", ".png", "":
		return broken("no JPEG or PNG")
	default:
		return unsupported(strings.ToUpper(ending[1:]))
	}
}

func broken(reason string) error {
	return &source.Fault{Code: source.PictureBroken, Args: []any{reason}}
}

func unsupported(kind string) error {
	return &source.Fault{Code: source.PictureUnsupported, Args: []any{kind}}
}

func tooHeavy(size int) error {
	return &source.Fault{Code: source.PictureTooHeavy, Args: []any{size, MaxBytes}}
}

// bounded refuses what would burst the memory, before it is decoded.
func bounded(c image.Config) error {
	switch {
	case c.Width <= 0 || c.Height <= 0:
		return broken("no pixels")
	case c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > limits.Pixels.Max:
		return &source.Fault{Code: source.PictureTooLarge, Args: []any{c.Width, c.Height}}
	}
	return nil
}

// fitted gives a decoded picture upright and at most MaxWidth wide. It is
// turned after it was made small, where that costs nothing.
func fitted(img image.Image, turn orientation) *image.RGBA {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	if turn.swaps() {
		h, w = within(h, w, MaxWidth)
	} else {
		w, h = within(w, h, MaxWidth)
	}
	return upright(scaled(img, w, h), turn)
}

// within gives the size of a picture that may be so wide.
func within(w, h, widest int) (int, int) {
	if w <= widest {
		return w, h
	}
	return widest, max(1, (h*widest+w/2)/w)
}

func scaled(img image.Image, w, h int) *image.RGBA {
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if img.Bounds().Dx() == w && img.Bounds().Dy() == h {
		draw.Draw(dst, dst.Rect, img, img.Bounds().Min, draw.Src)
		return dst
	}
	draw.CatmullRom.Scale(dst, dst.Rect, img, img.Bounds(), draw.Src, nil)
	return dst
}

// narrower gives the width to try when a picture is so many bytes heavy: by
// the rule that bytes go with area, at least a tenth less. Detail grows denser
// as a picture shrinks, so this rarely goes too far. It is 0 when nothing could
// be seen any more.
func narrower(width, size int) int {
	next := min(width*9/10, int(float64(width)*math.Sqrt(MaxBytes/float64(size))))
	switch {
	case next >= narrowest:
		return next
	case width > narrowest:
		return narrowest
	}
	return 0
}

// narrowed gives a picture at a width.
func narrowed(img *image.RGBA, width int) *image.RGBA {
	w, h := within(img.Rect.Dx(), img.Rect.Dy(), width)
	return scaled(img, w, h)
}

// telling tells whether pixel data, kept as they were, could still be taken
// for a note about the picture. They are made anew then.
func telling(data []byte) bool { return bytes.Contains(data, []byte("Exif")) }

// Foreign gives the kind of a picture that phones here do not show, as
// the ending of its name tells; empty for all others. Kinds that decoders know
// are told by content instead.
func Foreign(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".heic", ".heif", ".avif", ".bmp", ".tif", ".tiff", ".jxl", ".psd", ".raw", ".cr2", ".nef", ".dng", ".jfif", ".ico", ".cdr", ".ai", ".eps":
		return strings.ToUpper(ext[1:])
	}
	return ""
}
