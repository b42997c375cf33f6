package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"

	"golang.org/x/image/webp"

	"suluh/internal/source"
)

// Flags in the first byte of a VP8X chunk (developers.google.com/speed/webp,
// "WebP Container Specification").
const (
	webpAnimated = 0x02
	webpAlpha    = 0x10
)

// webpHead is what stands before the first chunk: RIFF, a length, WEBP.
const webpHead = 12

// WebP checks a WebP that somebody made light already. Its pixels are not
// touched; the file is put together anew of them alone.
func WebP(_ string, data []byte) (Picture, error) {
	switch kind := kindOf(data); kind {
	case "WebP":
	case "":
		return Picture{}, broken("no WebP")
	default:
		return Picture{}, broken(kind + ", no WebP")
	}
	chunks, err := webpChunksOf(data)
	if err != nil {
		return Picture{}, err
	}
	frame, err := webp.DecodeConfig(bytes.NewReader(riff(chunks.image)))
	if err != nil {
		return Picture{}, broken(err.Error())
	}
	if err := bounded(frame); err != nil {
		return Picture{}, err
	}
	clean := riff(chunks.image)
	if chunks.alpha != nil {
		clean = riff(canvasOf(frame), chunks.alpha, chunks.image)
	}
	if len(clean) > MaxBytes || frame.Width > MaxWidth {
		return Picture{}, &source.Fault{Code: source.WebPTooHeavy, Args: []any{len(clean), frame.Width, MaxBytes, MaxWidth}}
	}
	return Picture{Data: clean, Width: frame.Width, Height: frame.Height, Ext: ".webp"}, nil
}

// webpChunks are the chunks that make the picture, whole; alpha may be nil.
type webpChunks struct{ alpha, image []byte }

func webpChunksOf(data []byte) (webpChunks, error) {
	var chunks webpChunks
	length := int(binary.LittleEndian.Uint32(data[4:])) + 8
	if length < webpHead || length > len(data) {
		return chunks, broken("unexpected EOF")
	}
	for rest := data[webpHead:length]; len(rest) > 0; {
		if len(rest) < 8 {
			return chunks, broken("unexpected EOF")
		}
		size := int(binary.LittleEndian.Uint32(rest[4:]))
		if size > len(rest)-8 {
			return chunks, broken("unexpected EOF")
		}
		kind, payload := string(rest[:4]), rest[8:8+size]
		// Chunks have even lengths; some writers forget that for the last one.
		whole := rest[:min(8+size+size%2, len(rest))]
		rest = rest[len(whole):]
		switch kind {
		case "VP8X":
			if size > 0 && payload[0]&webpAnimated != 0 {
				return chunks, unsupported("WebP (ANIM)")
			}
		case "EXIF":
			// Some writers begin with the six bytes that only JPEG has there.
			if turn := orientationOf(bytes.TrimPrefix(payload, []byte("Exif\x00\x00"))); turn != asItIs {
				return chunks, unsupported(fmt.Sprintf("WebP (Exif Orientation %d)", turn))
			}
		case "ALPH":
			if chunks.image == nil {
				chunks.alpha = whole
			}
		case "VP8 ", "VP8L":
			if chunks.image == nil {
				chunks.image = whole
			}
			if kind == "VP8L" {
				chunks.alpha = nil // it has its own
			}
		}
	}
	if chunks.image == nil {
		return chunks, broken("no pixels")
	}
	return chunks, nil
}

// canvasOf makes the VP8X chunk that a picture with an ALPH chunk needs.
func canvasOf(frame image.Config) []byte {
	chunk := append([]byte("VP8X\x0A\x00\x00\x00"), webpAlpha, 0, 0, 0)
	for _, side := range []int{frame.Width - 1, frame.Height - 1} {
		chunk = append(chunk, byte(side), byte(side>>8), byte(side>>16))
	}
	return chunk
}

// riff puts chunks into a container.
func riff(chunks ...[]byte) []byte {
	file := []byte("RIFF....WEBP")
	for _, chunk := range chunks {
		file = append(file, chunk...)
		if len(file)%2 == 1 {
			file = append(file, 0)
		}
	}
	binary.LittleEndian.PutUint32(file[4:], uint32(len(file)-8))
	return file
}
