// Package weight says what a page costs its reader: bytes over the air, packets
// of the first burst, money.
//
// A page is one file with its style in it. Its weight is what travels: the
// HTML after brotli. The first burst of a connection carries some 14 KB
// (RFC 6928: ten segments); what comes after waits for the phone to answer,
// which takes most of a second on EDGE.
package weight

import (
	"bytes"

	"suluh/internal/compress"
)

// Budget is the weight of one kind of page, in bytes after brotli: beyond
// Target the site warns, beyond Limit it is not published.
type Budget struct {
	Target int `yaml:"sasaran"`
	Limit  int `yaml:"batas"`
}

// HardLimit is the limit of every page, with some room for the response's own
// headers in the first burst (reader-ux, table (b), figure 1).
const HardLimit = 14000

// Parts is where the weight of a page comes from. Each part is compressed
// alone, so that the parts add up to somewhat more than the whole.
type Parts struct {
	Total int // the page
	Text  int // what the writer wrote: main
	Style int
	Frame int // head, menus, footer
}

// Measure takes a page apart. Total is measured too when it is not known (0).
// What is far too heavy is packed quickly, and so is said to be somewhat heavier
// than it would be.
func Measure(page []byte, total int) (Parts, error) {
	style := between(page, "<style>", "</style>")
	text := between(page, "<main", "</main>")
	frame := bytes.Replace(bytes.Replace(page, style, nil, 1), text, nil, 1)
	p := Parts{Total: total}
	for _, part := range []struct {
		size *int
		data []byte
	}{{&p.Total, page}, {&p.Text, text}, {&p.Style, style}, {&p.Frame, frame}} {
		if *part.size > 0 {
			continue
		}
		var err error
		if *part.size, err = packed(part.data); err != nil {
			return p, err
		}
	}
	return p, nil
}

// clearlyHeavy is how many bytes of HTML no page within its limit has: a page of
// a megabyte, pasted from elsewhere, would be packed for ten seconds only to say
// so.
const clearlyHeavy = 150_000

func packed(data []byte) (int, error) {
	if len(data) > clearlyHeavy {
		return compress.Quick(data)
	}
	best, err := compress.Brotli(data)
	return len(best), err
}

func between(page []byte, from, to string) []byte {
	start := bytes.Index(page, []byte(from))
	if start < 0 {
		return nil
	}
	end := bytes.Index(page[start:], []byte(to))
	if end < 0 {
		return nil
	}
	return page[start : start+end]
}

// Price is what so many bytes cost, in rupiah, at a price for a megabyte.
func Price(size int, perMegabyte float64) float64 {
	return float64(size) / 1e6 * perMegabyte
}

// Kilobytes gives bytes in kilobytes, rounded up.
func Kilobytes(n int) int { return (n + 999) / 1000 }
