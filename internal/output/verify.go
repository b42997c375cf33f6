package output

import (
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"suluh/internal/cache"
)

// ErrNoManifest is the error of a copy in which the manifest is missing or
// damaged: nobody can tell whether it is whole.
var ErrNoManifest = errors.New("there is no whole manifest " + ManifestName)

// Report says how a copy of a published folder differs from its manifest. Names
// are sorted.
type Report struct {
	Files            int // in the manifest
	Changed, Missing []string
	Signed           bool // by somebody; with a key, by its holder
}

// IsWhole tells whether each file is there as it was published.
func (r Report) IsWhole() bool { return len(r.Changed)+len(r.Missing) == 0 }

// Verify compares a copy of a published folder, wherever it lies, with the
// manifest in it. Read gives the bytes of a file, or an error that is
// [fs.ErrNotExist]. Skip leaves out files that the copy need not have; it may be
// nil. With a key the manifest must be signed by its holder.
func Verify(read func(name string) ([]byte, error), skip func(name string) bool, key ed25519.PublicKey) (Report, error) {
	data, err := read(ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return Report{}, ErrNoManifest
	}
	if err != nil {
		return Report{}, fmt.Errorf("read manifest: %w", err)
	}
	m, err := ParseManifest(data)
	if err != nil {
		return Report{}, err
	}
	switch {
	case key != nil && m.mark == "":
		return Report{}, ErrUnsigned
	case key != nil && !isSigned(m.mark, key, m.sum):
		return Report{}, ErrSignature
	}
	r := Report{Signed: m.mark != ""}
	for name, e := range m.entries {
		if skip != nil && skip(name) {
			continue
		}
		r.Files++
		data, err := read(name)
		got := sha256.Sum256(data)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			r.Missing = append(r.Missing, name)
		case err != nil:
			return r, fmt.Errorf("read %s: %w", name, err)
		case cache.Hash(got[:16]) != e.hash:
			r.Changed = append(r.Changed, name)
		}
	}
	slices.Sort(r.Changed)
	slices.Sort(r.Missing)
	return r, nil
}

// IsCompressed tells whether a file is the compressed form of another one, which
// a host may not hand out under its own name.
func IsCompressed(name string) bool { return isCompressed(name) }
