package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/webp"
)

// TestToWebP: beside a photo stands a WebP of its size that is a tenth lighter at least; a
// drawing keeps each pixel; where nothing is saved there is none; the cache gives the same.
func TestToWebP(t *testing.T) {
	drawing := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			drawing.SetRGBA(x, y, color.RGBA{uint8(x / 50 * 40), uint8(y / 40 * 50), uint8((x + y) / 30 * 10), 255})
		}
	}
	var photoFile, drawn bytes.Buffer
	for _, made := range []error{
		jpeg.Encode(&photoFile, photo(900, 600), &jpeg.Options{Quality: 92}),
		png.Encode(&drawn, drawing),
	} {
		if made != nil {
			t.Fatal(made)
		}
	}
	cache := Cache{Dir: t.TempDir()}
	for _, tt := range []struct {
		name string
		data []byte
	}{{"photo.jpg", photoFile.Bytes()}, {"drawing.png", drawn.Bytes()}} {
		shown, err := Fit(tt.name, tt.data)
		if err != nil {
			t.Fatal(err)
		}
		got, err := ToWebP(tt.data, shown)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // made, then read
			kept, err := cache.ToWebP(tt.data, shown)
			if err != nil || !bytes.Equal(kept.Data, got.Data) {
				t.Errorf("%s: the cache gives %d bytes, %v", tt.name, len(kept.Data), err)
			}
		}
		t.Logf("%s: %d bytes, as WebP %d", tt.name, len(shown.Data), len(got.Data))
		if got.Width != shown.Width || got.Height != shown.Height || len(got.Data)*10 > len(shown.Data)*9 {
			t.Errorf("%s: %d×%d, %d bytes, beside %d×%d, %d", tt.name, got.Width, got.Height, len(got.Data), shown.Width, shown.Height, len(shown.Data))
		}
		img, err := webp.Decode(bytes.NewReader(got.Data))
		if err != nil {
			t.Fatal(err)
		}
		if shown.Ext == ".png" && !sameColours(img, drawing) {
			t.Errorf("%s is another drawing", tt.name)
		}
		light := shown
		light.Data = light.Data[:len(got.Data)]
		for range 2 {
			if none, err := (Cache{Dir: cache.Dir + "/light"}).ToWebP(tt.data, light); err != nil || none.Data != nil {
				t.Errorf("%s: %d bytes where nothing is saved, %v", tt.name, len(none.Data), err)
			}
		}
	}
}

func sameColours(a, b image.Image) bool {
	for y := range b.Bounds().Dy() {
		for x := range b.Bounds().Dx() {
			r, g, bl, al := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			if r != r2 || g != g2 || bl != b2 || al != a2 {
				return false
			}
		}
	}
	return true
}
