package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/image/draw"

	"suluh/internal/source"
)

// photo looks to an encoder like a photo: soft forms, edges, and noise.
func photo(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	random := rand.New(rand.NewPCG(1, 2))
	for y := range h {
		for x := range w {
			fx, fy := float64(x)/float64(w), float64(y)/float64(h)
			v := 120 + 60*math.Sin(9*fx+4*fy) + 30*math.Sin(60*fx*fy)
			if math.Hypot(fx-0.5, fy-0.4) < 0.2 {
				v += 40
			}
			v += float64(random.IntN(12))
			img.SetRGBA(x, y, color.RGBA{uint8(v), uint8(v * (1 - fx/3)), uint8(v * (0.6 + fy/3)), 255})
		}
	}
	return img
}

// shot is as large as the photos of phones, 12 megapixels.
func shot() *image.RGBA {
	img, small := image.NewRGBA(image.Rect(0, 0, 4000, 3000)), photo(1000, 750)
	draw.ApproxBiLinear.Scale(img, img.Rect, small, small.Rect, draw.Src, nil)
	return img
}

func noise(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	random := rand.New(rand.NewPCG(3, 4))
	for i := range img.Pix {
		img.Pix[i] = uint8(random.Uint32()) | uint8(i%4/3*255)
	}
	return img
}

// drawing has lines and areas of a few colours, like a screenshot.
func drawing(w, h int, back color.Color) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			switch {
			case y%40 < 12 && x%9 < 4 && x > w/10:
				img.Set(x, y, color.Gray{40})
			case y < h/10:
				img.Set(x, y, color.RGBA{0, 90, 160, 255})
			default:
				img.Set(x, y, back)
			}
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image, quality int) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, img, &jpeg.Options{Quality: quality}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// exifOf is a TIFF folder with an orientation and a place.
func exifOf(order binary.AppendByteOrder, turn int) []byte {
	mark := "II*\x00"
	if order.AppendUint16(nil, 1)[0] == 0 {
		mark = "MM\x00*"
	}
	out := order.AppendUint32([]byte(mark), 8)
	out = order.AppendUint16(out, 2)
	out = order.AppendUint16(out, 0x010E) // description
	out = order.AppendUint16(out, 2)
	out = order.AppendUint32(out, uint32(len(place)))
	out = order.AppendUint32(out, 8+2+2*12+4)
	out = order.AppendUint16(out, tagOrientation)
	out = order.AppendUint16(out, tiffShort)
	out = order.AppendUint32(out, 1)
	out = order.AppendUint16(out, uint16(turn))
	out = order.AppendUint16(out, 0)
	out = order.AppendUint32(out, 0)
	return append(out, place...)
}

// place must be in no picture that comes out.
const place = "GPS -8.1689 113.7022"

func segment(marker byte, payload string) string {
	return "\xFF" + string([]byte{marker}) + string(binary.BigEndian.AppendUint16(nil, uint16(len(payload)+2))) + payload
}

// noted puts every kind of note into a JPEG.
func noted(plain []byte, exif []byte) []byte {
	notes := segment(markAPP1, "Exif\x00\x00"+string(exif)) +
		segment(markAPP1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+place) +
		segment(0xE2, "ICC_PROFILE\x00\x01\x01"+place) +
		segment(0xED, "Photoshop 3.0\x00"+place) +
		segment(0xFE, place)
	return slices.Concat(plain[:2], []byte(notes), plain[2:], []byte(place))
}

func chunk(kind, payload string) string {
	sum := crc32.ChecksumIEEE([]byte(kind + payload))
	return string(binary.BigEndian.AppendUint32(nil, uint32(len(payload)))) + kind + payload + string(binary.BigEndian.AppendUint32(nil, sum))
}

// notedPNG puts chunks behind the IHDR of a PNG.
func notedPNG(plain []byte, chunks ...string) []byte {
	const head = 8 + 8 + 13 + 4
	return slices.Concat(plain[:head], []byte(strings.Join(chunks, "")), plain[head:], []byte(place))
}

func fit(t testing.TB, name string, data []byte) Picture {
	t.Helper()
	p, err := Fit(name, data)
	if err != nil {
		t.Fatalf("Fit(%s): %v", name, err)
	}
	valid(t, p)
	return p
}

// valid holds what the package promises of every JPEG and PNG.
func valid(t testing.TB, p Picture) image.Image {
	t.Helper()
	if len(p.Data) > MaxBytes || p.Width > MaxWidth || p.Width < 1 || p.Height < 1 {
		t.Fatalf("%d bytes, %d × %d", len(p.Data), p.Width, p.Height)
	}
	img, kind, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatalf("the result cannot be read: %v", err)
	}
	if img.Bounds().Dx() != p.Width || img.Bounds().Dy() != p.Height {
		t.Fatalf("said to be %d × %d, is %v", p.Width, p.Height, img.Bounds())
	}
	if want := map[string]string{"jpeg": ".jpg", "png": ".png"}[kind]; want != p.Ext {
		t.Fatalf("a %s is called %s", kind, p.Ext)
	}
	if bytes.Contains(p.Data, []byte(place)) {
		t.Fatalf("the result tells %q", place)
	}
	for _, note := range notesIn(p) {
		t.Fatalf("the result has a segment %q", note)
	}
	return img
}

// notesIn lists the segments or chunks that are not pixels, found without the
// code under test.
func notesIn(p Picture) (notes []string) {
	if p.Ext == ".png" {
		for rest := p.Data[8:]; len(rest) > 0; {
			n := int(binary.BigEndian.Uint32(rest))
			if kind := string(rest[4:8]); !slices.Contains([]string{"IHDR", "PLTE", "tRNS", "IDAT", "IEND"}, kind) {
				notes = append(notes, kind)
			}
			rest = rest[12+n:]
		}
		return notes
	}
	for rest := p.Data[2:]; rest[1] != markEOI || len(rest) > 2; {
		n := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if marker := rest[1]; marker >= 0xE0 && string(rest[:n]) != jfif {
			notes = append(notes, string(rest[:n]))
		}
		for rest[1] == markSOS && (rest[n] != 0xFF || rest[n+1] == 0 || rest[n+1]&0xF8 == markRST0) {
			n++
		}
		rest = rest[n:]
	}
	return notes
}

func code(t testing.TB, err error) source.Code {
	t.Helper()
	var fault *source.Fault
	if !errors.As(err, &fault) {
		t.Fatalf("%v is no fault", err)
	}
	if text := fault.Error(); strings.Contains(text, "%!") {
		t.Fatalf("the message is %q", text)
	}
	for _, lang := range []source.Lang{source.Indonesian, source.English} {
		text := (&source.Diagnostic{Code: fault.Code, Args: fault.Args}).In(lang)
		if strings.Contains(text.What+text.Why+text.Mend, "%!") {
			t.Fatalf("the message is %+v", text)
		}
	}
	return fault.Code
}

func TestFit(t *testing.T) {
	gray := image.NewGray(image.Rect(0, 0, 900, 500))
	for i := range gray.Pix {
		gray.Pix[i] = uint8(i / 700 * 3)
	}
	deep := image.NewNRGBA64(image.Rect(0, 0, 700, 70))
	for i := range deep.Pix {
		deep.Pix[i] = uint8(i)
	}
	tests := []struct {
		name          string
		data          []byte
		width, height int // 0 for any width below MaxWidth
		ext           string
	}{
		{"photo.jpg", asJPEG(t, photo(800, 600), 90), 640, 480, ".jpg"},
		{"small.jpg", asJPEG(t, photo(200, 100), 90), 200, 100, ".jpg"},
		{"gray.jpg", asJPEG(t, gray, 90), 640, 356, ".jpg"},
		{"noise.jpg", asJPEG(t, noise(700, 700), 95), 0, 0, ".jpg"},
		{"flat.jpg", asJPEG(t, photo(5000, 3), 90), 640, 1, ".jpg"},
		{"name-without-ending", asJPEG(t, photo(20, 10), 90), 20, 10, ".jpg"},
		{"screenshot.png", asPNG(t, drawing(1080, 720, color.White)), 640, 427, ".png"},
		{"paletted.png", asPNG(t, paletted(drawingRGBA(300, 200), boxesOf(drawingRGBA(300, 200)))), 300, 200, ".png"},
		{"gray.png", asPNG(t, gray), 640, 356, ".png"},
		{"photo.png", asPNG(t, photo(400, 300)), 400, 300, ".jpg"},
		{"logo.png", asPNG(t, drawing(800, 600, color.NRGBA{})), 640, 480, ".png"},
		{"half.png", asPNG(t, drawing(400, 300, color.NRGBA{200, 0, 0, 90})), 400, 300, ".png"},
		{"deep.png", asPNG(t, deep), 0, 0, ".png"},
		{"one.png", asPNG(t, image.NewRGBA(image.Rect(0, 0, 1, 1))), 1, 1, ".png"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := fit(t, tt.name, tt.data)
			if p.Ext != tt.ext || tt.width != 0 && (p.Width != tt.width || p.Height != tt.height) {
				t.Errorf("%d × %d %s, want %d × %d %s", p.Width, p.Height, p.Ext, tt.width, tt.height, tt.ext)
			}
			if again := fit(t, tt.name, tt.data); !bytes.Equal(again.Data, p.Data) {
				t.Error("the same picture gave other bytes")
			}
			if twice := fit(t, tt.name, p.Data); len(twice.Data) > len(p.Data) || twice.Width != p.Width || twice.Ext != p.Ext {
				t.Errorf("fitting again made %d bytes of %d", len(twice.Data), len(p.Data))
			}
			t.Logf("%d -> %d bytes, %d × %d %s", len(tt.data), len(p.Data), p.Width, p.Height, p.Ext)
		})
	}
}

func drawingRGBA(w, h int) *image.RGBA { return scaled(drawing(w, h, color.White), w, h) }

func boxesOf(img *image.RGBA) (boxes []box) {
	for _, s := range shadesOf(img) {
		boxes = append(boxes, boxOf([]shade{s}))
	}
	return boxes
}

// TestFitUpright: a picture whose corners are red, green, blue and white, as
// it looks through each orientation (Exif 2.32, 4.6.4: the row and column of
// the picture at which the stored one begins).
func TestFitUpright(t *testing.T) {
	const red, green, blue, white = 'r', 'g', 'b', 'w'
	colours := map[rune]color.RGBA{red: {220, 20, 20, 255}, green: {20, 200, 20, 255}, blue: {20, 20, 220, 255}, white: {250, 250, 250, 255}}
	stored := func(w, h int) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				c := [2][2]rune{{red, green}, {blue, white}}[y*2/h][x*2/w]
				img.SetRGBA(x, y, colours[c])
			}
		}
		return img
	}
	// Corners in reading order: top left, top right, bottom left, bottom right.
	looks := map[int]string{1: "rgbw", 2: "grwb", 3: "wbgr", 4: "bwrg", 5: "rbgw", 6: "brwg", 7: "wgbr", 8: "gwrb", 0: "rgbw", 9: "rgbw"}
	sizes := []image.Point{{64, 32}, {720, 480}, {480, 720}}
	for turn, want := range looks {
		for _, size := range sizes {
			img := stored(size.X, size.Y)
			w, h := size.X, size.Y
			if turn >= 5 && turn <= 8 {
				w, h = h, w
			}
			w, h = within(w, h, MaxWidth)
			for name, data := range map[string][]byte{
				"intel.jpg":    noted(asJPEG(t, img, 95), exifOf(binary.LittleEndian, turn)),
				"motorola.jpg": noted(asJPEG(t, img, 95), exifOf(binary.BigEndian, turn)),
				"drawing.png":  notedPNG(asPNG(t, img), chunk("eXIf", string(exifOf(binary.BigEndian, turn)))),
			} {
				p := fit(t, name, data)
				if p.Width != w || p.Height != h {
					t.Errorf("%s, orientation %d: %d × %d, want %d × %d", name, turn, p.Width, p.Height, w, h)
				}
				if got := corners(valid(t, p), colours); got != want {
					t.Errorf("%s %v, orientation %d: corners %s, want %s", name, size, turn, got, want)
				}
			}
		}
	}
}

func corners(img image.Image, colours map[rune]color.RGBA) (found string) {
	b := img.Bounds()
	for _, at := range []image.Point{{3, 3}, {b.Dx() - 4, 3}, {3, b.Dy() - 4}, {b.Dx() - 4, b.Dy() - 4}} {
		nearest, least := ' ', math.MaxInt
		r, g, bl, _ := img.At(at.X, at.Y).RGBA()
		for name, c := range colours {
			dr, dg, db := int(r>>8)-int(c.R), int(g>>8)-int(c.G), int(bl>>8)-int(c.B)
			if d := dr*dr + dg*dg + db*db; d < least {
				nearest, least = name, d
			}
		}
		found += string(nearest)
	}
	return found
}

// TestFitKeepsPixels: what is light already loses its notes and nothing else.
func TestFitKeepsPixels(t *testing.T) {
	for _, img := range []image.Image{photo(200, 150), grayed(scaled(image.NewGray(image.Rect(0, 0, 90, 80)), 90, 80))} {
		plain := asJPEG(t, img, 85)
		p := fit(t, "a.jpg", noted(plain, exifOf(binary.LittleEndian, 1)))
		if !bytes.Equal(p.Data, plain) {
			t.Errorf("%d bytes, want the %d of the file", len(p.Data), len(plain))
		}
		head := segment(markAPP0, "JFIF\x00\x01\x02\x01\x00\x48\x00\x48\x01\x01"+place[:3])
		p = fit(t, "a.jpg", slices.Concat(plain[:2], []byte(head), plain[2:]))
		if want := string(plain[:2]) + jfif + string(plain[2:]); string(p.Data) != want {
			t.Errorf("%d bytes, want the %d of the file and a JFIF head", len(p.Data), len(plain))
		}
	}
	heavy := asJPEG(t, photo(100, 80), 100)
	if p := fit(t, "a.jpg", heavy); len(p.Data)*2 > len(heavy) || p.Width != 100 {
		t.Errorf("%d bytes of a small photo stayed %d", len(heavy), len(p.Data))
	}
	var plain bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&plain, photo(60, 60)); err != nil {
		t.Fatal(err)
	}
	p := fit(t, "a.png", notedPNG(plain.Bytes(), chunk("tEXt", "Location\x00"+place), chunk("iTXt", place), chunk("pHYs", "123456789"), chunk("tIME", "1234567")))
	if !bytes.Equal(p.Data, plain.Bytes()) {
		t.Errorf("%d bytes, want the %d of the file", len(p.Data), plain.Len())
	}
}

// TestFitAdobeRGB: a JPEG whose colours are said by a segment that goes is
// coded anew.
func TestFitAdobeRGB(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 32, 32))
	for i := range img.Pix {
		img.Pix[i] = []uint8{220, 20, 20, 255}[i%4]
	}
	plain := asJPEG(t, img, 95)
	data := slices.Concat(plain[:2], []byte(segment(0xEE, "Adobe\x00\x64\x00\x00\x00\x00\x00")), plain[2:])
	before, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		t.Skipf("image/jpeg does not read this: %v", err)
	}
	p := fit(t, "a.jpg", data)
	after, _ := jpeg.Decode(bytes.NewReader(p.Data))
	r1, _, b1, _ := before.At(9, 9).RGBA()
	r2, _, b2, _ := after.At(9, 9).RGBA()
	if math.Abs(float64(r1)-float64(r2)) > 0x0800 || math.Abs(float64(b1)-float64(b2)) > 0x0800 {
		t.Errorf("colour %v became %v", before.At(9, 9), after.At(9, 9))
	}
}

func TestFitRefuses(t *testing.T) {
	var moving bytes.Buffer
	frame := image.NewPaletted(image.Rect(0, 0, 4, 4), color.Palette{color.White, color.Black})
	if err := gif.EncodeAll(&moving, &gif.GIF{Image: []*image.Paletted{frame, frame}, Delay: []int{1, 1}}); err != nil {
		t.Fatal(err)
	}
	whole := asJPEG(t, photo(100, 100), 80)
	sized := func(data []byte, at int, order func([]byte, uint16), w, h uint16) []byte {
		data = bytes.Clone(data)
		order(data[at:], h)
		order(data[at+2:], w)
		return data
	}
	sof := bytes.Index(whole, []byte("\xFF\xC0")) + 5
	bomb := func(w, h uint32) []byte {
		head := string(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)) + "\x08\x02\x00\x00\x00"
		return []byte("\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + chunk("IDAT", "\x78\x9c\x03\x00") + chunk("IEND", ""))
	}
	scan := whole[bytes.Index(whole, []byte("\xFF\xDA")):]
	tests := []struct {
		name string
		data []byte
		want source.Code
		says string
	}{
		{"empty.jpg", nil, source.PictureBroken, ""},
		{"text.jpg", []byte("halo"), source.PictureBroken, ""},
		{"cut.jpg", whole[:len(whole)/2], source.PictureBroken, ""},
		{"cut-end.jpg", whole[:len(whole)-2], source.PictureBroken, ""},
		{"head.jpg", whole[:20], source.PictureBroken, ""},
		{"cut.png", asPNG(t, photo(50, 50))[:2000], source.PictureBroken, ""},
		{"head.png", asPNG(t, photo(50, 50))[:20], source.PictureBroken, ""},
		{"bomb.png", bomb(7000, 7000), source.PictureBroken, ""},
		{"huge.png", bomb(10_000, 5_001), source.PictureTooLarge, "10000 × 5001"},
		{"long.png", bomb(1, 20_001), source.PictureTooLarge, "1 × 20001"},
		{"wide.png", bomb(20_001, 1), source.PictureTooLarge, "20001 × 1"},
		{"endless.png", bomb(math.MaxInt32, math.MaxInt32), source.PictureBroken, ""},
		{"huge.jpg", sized(whole, sof, binary.BigEndian.PutUint16, 65535, 65535), source.PictureTooLarge, "65535"},
		{"scans.jpg", slices.Concat(whole[:len(whole)-2], bytes.Repeat(scan[:len(scan)-2], 101), scan), source.PictureBroken, ""},
		{"still.gif", moving.Bytes(), source.PictureUnsupported, "GIF"},
		{"moving.jpg", moving.Bytes(), source.PictureUnsupported, "GIF"},
		{"moving.png", notedPNG(asPNG(t, photo(9, 9)), chunk("acTL", "\x00\x00\x00\x02\x00\x00\x00\x00")), source.PictureUnsupported, "APNG"},
		{"IMG_1.HEIC", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), source.PictureUnsupported, "HEIC"},
		{"foto.avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00"), source.PictureUnsupported, "AVIF"},
		{"foto.bmp", []byte("BM\x10\x00\x00\x00\x00\x00\x00\x00"), source.PictureUnsupported, "BMP"},
		{"surat.pdf", []byte("%PDF-1.7"), source.PictureUnsupported, "PDF"},
		{"surat.doc", []byte("halo"), source.PictureUnsupported, "DOC"},
		{"a.webp", []byte("RIFF\x00\x00\x00\x00WEBPVP8 "), source.PictureUnsupported, "WebP"},
		{"long.jpg", asJPEG(t, noise(150, 6000), 90), source.PictureTooHeavy, ""},
	}
	for _, tt := range tests {
		p, err := Fit(tt.name, tt.data)
		if err == nil {
			t.Errorf("%s was taken: %d × %d", tt.name, p.Width, p.Height)
			continue
		}
		if got := code(t, err); got != tt.want || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %s %q, want %s %q", tt.name, got, err, tt.want, tt.says)
		}
	}
}

// TestEmptyPNG: a PNG whose data cannot hold its pixels is refused before room is
// made for them.
func TestEmptyPNG(t *testing.T) {
	data := bareHead(4000, 4000, 8, []byte("\x78\x9c\x03\x00"))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := Fit("a.png", data)
	runtime.ReadMemStats(&after)
	if err == nil || code(t, err) != source.PictureBroken {
		t.Errorf("Fit: %v", err)
	}
	if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 8 {
		t.Errorf("%d MB for %d bytes", took, len(data))
	}
}

// TestMemoryLimit: so is one that would take too much memory, whatever its data.
func TestMemoryLimit(t *testing.T) {
	if _, err := Fit("a.png", bareHead(4000, 4000, 16, make([]byte, 200_000))); err == nil || code(t, err) != source.LimitPassed {
		t.Errorf("Fit: %v", err)
	}
}

// bareHead is a PNG in full colours with any data.
func bareHead(w, h uint32, depth byte, data []byte) []byte {
	head := string(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, w), h)) + string(rune(depth)) + "\x02\x00\x00\x00"
	return []byte("\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + chunk("IDAT", string(data)) + chunk("IEND", ""))
}

// TestFitTransparent: a cut-out photo stays transparent.
func TestFitTransparent(t *testing.T) {
	img := image.NewNRGBA(image.Rect(0, 0, 300, 300))
	from := photo(300, 300)
	for y := range 300 {
		for x := range 300 {
			c := from.RGBAAt(x, y)
			if math.Hypot(float64(x-150), float64(y-150)) > 140 {
				c = color.RGBA{}
			}
			img.Set(x, y, c)
		}
	}
	p := fit(t, "cut.png", asPNG(t, img))
	out := valid(t, p)
	if _, _, _, a := out.At(1, 1).RGBA(); p.Ext != ".png" || a != 0 {
		t.Errorf("%s, alpha of the corner %d", p.Ext, a)
	}
	t.Logf("%d bytes, %d × %d", len(p.Data), p.Width, p.Height)

	img = drawing(700, 500, color.White)
	img.Set(0, 0, color.Transparent)
	if p := fit(t, "corner.png", asPNG(t, img)); p.Ext != ".png" {
		t.Errorf("a screenshot with round corners became %s", p.Ext)
	}
	for i := 3; i < 80; i += 4 {
		from.Pix[i-3], from.Pix[i-2], from.Pix[i-1], from.Pix[i] = 0, 0, 0, 0
	}
	p = fit(t, "corner.png", asPNG(t, from))
	if r, _, _, _ := valid(t, p).At(0, 0).RGBA(); p.Ext != ".jpg" || r < 0xC000 {
		t.Errorf("a photo with a clear corner became %s, red %x", p.Ext, r)
	}
}

// TestPainted: the palette is exact where it can be and near where it cannot.
func TestPainted(t *testing.T) {
	img := drawingRGBA(200, 200)
	if out, cost := painted(img, shadesOf(img), mostColours); cost != 0 || !bytes.Equal(scaled(out, 200, 200).Pix, img.Pix) {
		t.Errorf("three colours cost %v", cost)
	}
	img = photo(200, 200)
	last := 0.0
	for _, most := range []int{256, 64, 16, 2} {
		out, cost := painted(img, shadesOf(img), most)
		var sum float64
		for i, v := range scaled(out, 200, 200).Pix {
			d := float64(v) - float64(img.Pix[i])
			sum += d * d
		}
		real := sum / (3 * 200 * 200)
		if len(out.Palette) > most || cost < last || math.Abs(real-cost) > 0.5 {
			t.Errorf("%d colours: %d, error said %v, is %v, before %v", most, len(out.Palette), cost, real, last)
		}
		last = cost
	}
}

// TestFitMemory holds the promise of the package doc for a photo of a phone.
func TestFitMemory(t *testing.T) {
	data := noted(asJPEG(t, shot(), 90), exifOf(binary.BigEndian, 6))
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	var most atomic.Uint64
	stop := make(chan struct{})
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
				var now runtime.MemStats
				runtime.ReadMemStats(&now)
				most.Store(max(most.Load(), now.HeapInuse))
			}
		}
	}()
	p := fit(t, "photo.jpg", data)
	close(stop)
	if p.Width != 640 || p.Height != 853 {
		t.Errorf("%d × %d", p.Width, p.Height)
	}
	peak := (int64(most.Load()) - int64(before.HeapInuse)) >> 20
	if peak > 150 {
		t.Errorf("%d MB for 12 megapixels", peak)
	}
	t.Logf("%d MB", peak)
}

// summed makes the checksums of a PNG right, without which no change of the
// fuzzer would reach the decoder.
func summed(data []byte) []byte {
	data = bytes.Clone(data)
	if kindOf(data) != "PNG" {
		return data
	}
	for rest := data[8:]; len(rest) >= 12; {
		n := int(binary.BigEndian.Uint32(rest))
		if n > len(rest)-12 {
			break
		}
		binary.BigEndian.PutUint32(rest[8+n:], crc32.ChecksumIEEE(rest[4:8+n]))
		rest = rest[12+n:]
	}
	return data
}

// FuzzFit: what comes out is as promised, is not larger than what went in, and is
// the same each time. Only small pictures are tried: a large one takes as long as
// ten thousand of them, and TestFit has those.
func FuzzFit(f *testing.F) {
	f.Add(asJPEG(f, photo(3, 2), 80))
	f.Add(asPNG(f, photo(3, 2)))
	f.Add(asPNG(f, drawing(4, 4, color.NRGBA{})))
	f.Add(noted(asJPEG(f, photo(24, 16), 80), exifOf(binary.LittleEndian, 6)))
	f.Add(noted(asJPEG(f, grayed(scaled(image.NewGray(image.Rect(0, 0, 20, 9)), 20, 9)), 80), exifOf(binary.BigEndian, 3)))
	f.Add(asJPEG(f, noise(700, 8), 90))
	f.Add(asPNG(f, drawing(30, 20, color.NRGBA{})))
	f.Add(notedPNG(asPNG(f, photo(20, 10)), chunk("eXIf", string(exifOf(binary.BigEndian, 8))), chunk("tEXt", "a\x00"+place)))
	f.Add(asPNG(f, noise(650, 4)))
	f.Fuzz(func(t *testing.T, data []byte) {
		data = summed(data)
		config, _, err := image.DecodeConfig(bytes.NewReader(data))
		if err == nil && config.Width*config.Height > 1<<13 {
			return
		}
		p, err := Fit("a.jpg", data)
		if err != nil {
			code(t, err)
			return
		}
		valid(t, p)
		if long, was := max(p.Width, p.Height), max(config.Width, config.Height); long > was {
			t.Fatalf("%d × %d became %d × %d", config.Width, config.Height, p.Width, p.Height)
		}
		if again, err := Fit("a.jpg", data); err != nil || !bytes.Equal(again.Data, p.Data) {
			t.Fatalf("another time: %v", err)
		}
	})
}

func BenchmarkFit(b *testing.B) {
	for _, bm := range []struct {
		name string
		data []byte
	}{
		{"photo12MP.jpg", asJPEG(b, shot(), 90)},
		{"screenshot.png", asPNG(b, drawing(1080, 2400, color.White))},
	} {
		b.Run(bm.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fit(b, bm.name, bm.data)
			}
		})
	}
}
