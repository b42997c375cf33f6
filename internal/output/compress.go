package output

import (
	"crypto/sha256"
	"path"
	"strconv"
	"strings"

	"suluh/internal/cache"
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
	pack   func(data []byte, plan compress.Plan, kept *compress.Store) ([]byte, error)
}

var compressors = []compressor{
	{".br", func(data []byte, plan compress.Plan, kept *compress.Store) ([]byte, error) {
		return plan.Brotli(data, kept)
	}},
	{".gz", func(data []byte, _ compress.Plan, _ *compress.Store) ([]byte, error) { return compress.Gzip(data) }},
}

// packedBy is the key of a compressed file: one that was made after another plan is made
// anew, so that a build gives the same bytes whatever was there before. That of the best
// is zero.
func packedBy(plan compress.Plan) cache.Hash {
	if plan == (compress.Plan{}) {
		return cache.Hash{}
	}
	sum := sha256.Sum256([]byte("packed " + plan.String()))
	return cache.Hash(sum[:len(cache.Hash{})])
}

// IsText tells whether a file gains from compression.
func IsText(name string) bool {
	switch path.Ext(name) {
	case ".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".vcf", ".ics", ".webmanifest":
		return true
	}
	return false
}

func isCompressed(name string) bool {
	return strings.HasSuffix(name, ".br") || strings.HasSuffix(name, ".gz")
}
