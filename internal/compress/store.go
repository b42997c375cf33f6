package compress

import (
	"crypto/sha256"
	"fmt"
	"os"
	"runtime/debug"
	"sync"

	"github.com/rogpeppe/go-internal/cache"
)

// Store keeps what took long to compress, found by its content: another site, another
// version and an output folder that was removed find it again. It is a folder that may be
// deleted at any time; what nobody asked for in five days goes by itself. A nil Store
// keeps nothing.
type Store struct{ found *cache.Cache }

// OpenStore opens the Store in a folder. It is nil where there can be none: that costs
// time and nothing else.
func OpenStore(dir string) *Store {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	found, err := cache.Open(dir)
	if err != nil {
		return nil
	}
	return &Store{found}
}

// Trim removes what was not asked for in a long time, at most once a day.
func (s *Store) Trim() {
	if s != nil {
		_ = s.found.Trim() // the next one tries again
	}
}

// brotli compresses data at a level, unless that was done before.
func (s *Store) brotli(data []byte, level int) ([]byte, error) {
	if s == nil || level < denseLevel { // finding takes as long as the light level
		return brotliAt(data, level)
	}
	id := cache.ActionID(sha256.Sum256(fmt.Appendf(nil, "brotli %s %d %x", encoder(), level, sha256.Sum256(data))))
	if packed, _, err := s.found.GetBytes(id); err == nil {
		return packed, nil
	}
	packed, err := brotliAt(data, level)
	if err == nil {
		_ = s.found.PutBytes(id, packed) // a full disk costs time later
	}
	return packed, err
}

// encoder names the version of the library, whose next one may write other bytes.
var encoder = sync.OnceValue(func() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/andybalholm/brotli" {
				return m.Version
			}
		}
	}
	return "unknown"
})
