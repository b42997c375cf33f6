package output

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"
)

// Levels of compression, as the manifest names them. Files are compressed once
// and read many times over slow networks.
const (
	brotliLevel = "11"
	gzipLevel   = "9"
)

// smallest is the size in bytes below which a compressed file saves no packet.
const smallest = 256

// compressor makes one compressed form of a file.
type compressor struct {
	ending string
	pack   func(data []byte) ([]byte, error)
}

var compressors = []compressor{{".br", packBrotli}, {".gz", packGzip}}

func packBrotli(data []byte) ([]byte, error) {
	level, _ := strconv.Atoi(brotliLevel)
	var out bytes.Buffer
	return packed(&out, brotli.NewWriterLevel(&out, level), data)
}

func packGzip(data []byte) ([]byte, error) {
	level, _ := strconv.Atoi(gzipLevel)
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, level)
	if err != nil {
		return nil, err
	}
	return packed(&out, w, data)
}

func packed(out *bytes.Buffer, w io.WriteCloser, data []byte) ([]byte, error) {
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// isText tells whether a file gains from compression.
func isText(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".vcf", ".ics", ".webmanifest":
		return true
	}
	return false
}

func isCompressed(name string) bool {
	return strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz")
}
