package output

import (
	"path"
	"strconv"
	"strings"

	"suluh/internal/compress"
)

// The levels, as the manifest names them.
var (
	brotliLevel = strconv.Itoa(compress.BrotliLevel)
	gzipLevel   = strconv.Itoa(compress.GzipLevel)
)

// smallest is the size in bytes below which a compressed file saves no packet.
const smallest = 256

// compressor makes one compressed form of a file.
type compressor struct {
	ending string
	pack   func(data []byte) ([]byte, error)
}

var compressors = []compressor{{".br", compress.Brotli}, {".gz", compress.Gzip}}

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
