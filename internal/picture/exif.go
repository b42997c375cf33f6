package picture

import (
	"encoding/binary"
	"image"
)

// orientation is how a camera was held, 1 to 8, as the package doc lists it.
type orientation int

const asItIs orientation = 1

// swaps tells whether turning makes the width the height.
func (o orientation) swaps() bool { return o >= 5 }

// The two values of TIFF 6.0 that the tag may have, and the tag (Exif 2.32, 4.6.4).
const (
	tagOrientation = 0x0112
	tiffShort      = 3
	tiffLong       = 4
)

// orientationOf reads the first folder of Exif data, which is a TIFF file
// without pixels. Data that make no sense leave the picture as it is.
func orientationOf(exif []byte) orientation {
	if len(exif) < 8 {
		return asItIs
	}
	var order binary.ByteOrder
	switch string(exif[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return asItIs
	}
	start := uint64(order.Uint32(exif[4:]))
	if start+2 > uint64(len(exif)) {
		return asItIs
	}
	entries := exif[start+2:]
	for range order.Uint16(exif[start:]) {
		if len(entries) < 12 {
			break
		}
		if order.Uint16(entries) == tagOrientation {
			return orientationValue(entries, order)
		}
		entries = entries[12:]
	}
	return asItIs
}

func orientationValue(entry []byte, order binary.ByteOrder) orientation {
	value := uint32(asItIs)
	switch order.Uint16(entry[2:]) {
	case tiffShort:
		value = uint32(order.Uint16(entry[8:]))
	case tiffLong:
		value = order.Uint32(entry[8:])
	}
	if value < 1 || value > 8 {
		return asItIs
	}
	return orientation(value)
}

// upright turns and mirrors the pixels as the orientation asks for.
func upright(img *image.RGBA, turn orientation) *image.RGBA {
	if turn == asItIs {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	if turn.swaps() {
		dst = image.NewRGBA(image.Rect(0, 0, h, w))
	}
	for y := range dst.Rect.Dy() {
		for x := range dst.Rect.Dx() {
			fromX, fromY := x, y
			switch turn {
			case 2:
				fromX = w - 1 - x
			case 3:
				fromX, fromY = w-1-x, h-1-y
			case 4:
				fromY = h - 1 - y
			case 5:
				fromX, fromY = y, x
			case 6:
				fromX, fromY = y, h-1-x
			case 7:
				fromX, fromY = w-1-y, h-1-x
			case 8:
				fromX, fromY = w-1-y, x
			}
			copy(dst.Pix[dst.PixOffset(x, y):][:4], img.Pix[img.PixOffset(fromX, fromY):])
		}
	}
	return dst
}
