package picture

import (
	"bytes"
	"encoding/binary"
	"image"
	"strings"
	"testing"

	"golang.org/x/image/webp"

	"suluh/internal/source"
)

func webpChunk(kind, payload string) []byte {
	chunk := append([]byte(kind), binary.LittleEndian.AppendUint32(nil, uint32(len(payload)))...)
	chunk = append(chunk, payload...)
	return append(chunk, make([]byte, len(payload)%2)...)
}

// lossy and lossless are pictures of which only the head is true: nothing
// here decodes more.
func lossy(w, h, size int) []byte {
	head := append([]byte("\x10\x02\x00\x9D\x01\x2A"), byte(w), byte(w>>8), byte(h), byte(h>>8))
	return webpChunk("VP8 ", string(head)+strings.Repeat("p", size))
}

func lossless(w, h, size int) []byte {
	bits := uint32(w-1) | uint32(h-1)<<14
	return webpChunk("VP8L", "\x2F"+string(binary.LittleEndian.AppendUint32(nil, bits))+strings.Repeat("p", size))
}

func extended(flags byte, w, h int) []byte {
	return webpChunk("VP8X", string([]byte{flags, 0, 0, 0, byte(w - 1), byte((w - 1) >> 8), 0, byte(h - 1), byte((h - 1) >> 8), 0}))
}

func TestWebP(t *testing.T) {
	alpha := webpChunk("ALPH", "\x00aaaaa")
	icc, exif, xmp := webpChunk("ICCP", place), webpChunk("EXIF", string(exifOf(binary.LittleEndian, 1))), webpChunk("XMP ", place+"!")
	tests := []struct {
		name string
		data []byte
		want []byte
	}{
		{"lossy", riff(lossy(640, 480, 99)), riff(lossy(640, 480, 99))},
		{"lossless", riff(lossless(64, 48, 98)), riff(lossless(64, 48, 98))},
		{"notes", riff(extended(0x2C, 64, 48), icc, lossy(64, 48, 9), exif, xmp), riff(lossy(64, 48, 9))},
		{"alpha", riff(extended(0x3C, 64, 48), icc, alpha, lossy(64, 48, 9), exif, xmp), riff(extended(0x10, 64, 48), alpha, lossy(64, 48, 9))},
		{"behind", append(riff(lossy(64, 48, 9)), place...), riff(lossy(64, 48, 9))},
		{"unknown", riff(lossy(64, 48, 9), webpChunk("abcd", place)), riff(lossy(64, 48, 9))},
	}
	for _, tt := range tests {
		p, err := WebP("a.webp", tt.data)
		if err != nil || !bytes.Equal(p.Data, tt.want) {
			t.Errorf("%s: %q %v, want %q", tt.name, p.Data, err, tt.want)
			continue
		}
		config, err := webp.DecodeConfig(bytes.NewReader(p.Data))
		if err != nil || config.Width != p.Width || config.Height != p.Height || p.Ext != ".webp" {
			t.Errorf("%s: %d × %d %s, want %+v %v", tt.name, p.Width, p.Height, p.Ext, config, err)
		}
	}
}

func TestWebPRefuses(t *testing.T) {
	turned := webpChunk("EXIF", string(exifOf(binary.BigEndian, 6)))
	tests := []struct {
		name string
		data []byte
		want source.Code
		says string
	}{
		{"empty", nil, source.PictureBroken, ""},
		{"text", []byte("halo"), source.PictureBroken, ""},
		{"another kind", asJPEG(t, image.NewGray(image.Rect(0, 0, 8, 8)), 80), source.PictureBroken, ""},
		{"cut", riff(lossy(64, 48, 99))[:60], source.PictureBroken, ""},
		{"cut inside", riff(lossy(64, 48, 99)[:60]), source.PictureBroken, ""},
		{"no pixels", riff(extended(0, 64, 48)), source.PictureBroken, ""},
		{"no head", riff(webpChunk("VP8 ", "x")), source.PictureBroken, ""},
		{"heavy", riff(lossy(64, 48, MaxBytes)), source.WebPTooHeavy, "25030 bytes, 64 pixels"},
		{"wide", riff(lossy(641, 48, 9)), source.WebPTooHeavy, "641 pixels"},
		{"moving", riff(extended(0x02, 64, 48), lossy(64, 48, 9)), source.PictureUnsupported, "ANIM"},
		{"turned", riff(extended(0x08, 64, 48), lossy(64, 48, 9), turned), source.PictureUnsupported, "Orientation 6"},
	}
	for _, tt := range tests {
		_, err := WebP("a.webp", tt.data)
		if err == nil {
			t.Errorf("%s was taken", tt.name)
			continue
		}
		if got := code(t, err); got != tt.want || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %s %q, want %s %q", tt.name, got, err, tt.want, tt.says)
		}
	}
}

// FuzzWebP: what comes out is within the limits and is its own result.
func FuzzWebP(f *testing.F) {
	f.Add(riff(lossy(64, 48, 9)))
	f.Add(riff(extended(0x3C, 64, 48), webpChunk("ALPH", "aa"), lossy(64, 48, 9), webpChunk("XMP ", place)))
	f.Add(riff(lossless(64, 48, 9), webpChunk("EXIF", place)))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := WebP("a.webp", data)
		if err != nil {
			code(t, err)
			return
		}
		again, err := WebP("a.webp", p.Data)
		if err != nil || !bytes.Equal(again.Data, p.Data) || len(p.Data) > MaxBytes || p.Width > MaxWidth || p.Width < 1 || p.Height < 1 {
			t.Fatalf("%q gave %q, and that %q %v", data, p.Data, again.Data, err)
		}
	})
}
