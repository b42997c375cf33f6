// Package compress makes the forms in which pages travel: brotli for nearly
// every phone, gzip for the rest.
//
// How hard brotli tries is chosen by what is gained (plan.go): the best quality takes
// thirty times as long as the light one and saves 8 % of a page, which in a country of
// villages is an hour for less than a packet each. What took long is kept by its content
// (store.go).
package compress

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
)

// Levels. Files are compressed once and read many times over slow networks, so
// the highest are worth their time; the quick one only guesses a size.
const (
	BrotliLevel = 11
	GzipLevel   = 9
	quickLevel  = 4
	guessLevel  = 5
)

// Brotli returns data compressed as well as brotli can.
func Brotli(data []byte) ([]byte, error) { return brotliAt(data, BrotliLevel) }

// Quick returns a size in bytes that Brotli will hardly pass, in about a
// fiftieth of its time: a page that is light enough by Quick is light enough.
// The lower level comes out larger but for tiny texts, hence the margin.
func Quick(data []byte) (int, error) {
	packed, err := brotliAt(data, quickLevel)
	return len(packed) + len(packed)/16 + 16, err
}

// Estimator guesses what Brotli would make of many files: some 8 % more than
// is true, in a fiftieth of the time. It serves what is told to readers, for
// which Quick is too far off. The zero value is ready; half of the time goes
// into the tables of the encoder, so one is kept for all files.
type Estimator struct {
	out bytes.Buffer
	w   *brotli.Writer
}

// Size returns a size in bytes.
func (e *Estimator) Size(data []byte) (int, error) {
	e.out.Reset()
	if e.w == nil {
		e.w = brotli.NewWriterLevel(&e.out, guessLevel)
	} else {
		e.w.Reset(&e.out)
	}
	_, err := e.w.Write(data)
	err = errors.Join(err, e.w.Close())
	return e.out.Len(), err
}

// zippers are encoders of GzipLevel that are free.
var zippers = sync.Pool{New: func() any {
	w, err := gzip.NewWriterLevel(nil, GzipLevel)
	if err != nil {
		panic(err) // the level is one of gzip's
	}
	return w
}}

// Gzip returns data compressed as well as gzip can.
func Gzip(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w := zippers.Get().(*gzip.Writer)
	defer zippers.Put(w)
	w.Reset(&out)
	return pack(&out, w, data)
}

// writers are encoders that are free, by level: half of the time that a small file
// takes goes into making their tables.
var writers [BrotliLevel + 1]sync.Pool

func brotliAt(data []byte, level int) ([]byte, error) {
	var out bytes.Buffer
	w, free := writers[level].Get().(*brotli.Writer)
	if !free {
		w = brotli.NewWriterLevel(nil, level)
	}
	defer writers[level].Put(w)
	w.Reset(&out)
	return pack(&out, w, data)
}

func pack(out *bytes.Buffer, w io.WriteCloser, data []byte) ([]byte, error) {
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
