package output

import (
	"crypto/sha256"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"suluh/internal/cache"
)

// Manifest is what the manifest of a published folder says, wherever the folder lies.
type Manifest struct {
	Data []byte // as it stands in the file

	entries map[string]entry
	sum     []byte // of all entries, which is what is signed
	mark    string // the line of the signature, or ""
}

// ParseManifest reads a whole manifest. The error is [ErrNoManifest].
func ParseManifest(data []byte) (*Manifest, error) {
	m := &Manifest{Data: data, entries: map[string]entry{}}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	if last := lines[len(lines)-1]; strings.HasPrefix(last, signMark) {
		m.mark, lines = last, lines[:len(lines)-1]
	}
	sum := sha256.New()
	for _, line := range lines[1:max(1, len(lines)-1)] {
		fmt.Fprintln(sum, line)
	}
	if len(lines) < 2 || lines[len(lines)-1] != lastLine(sum) {
		return nil, ErrNoManifest
	}
	m.sum = sum.Sum(nil)
	for _, line := range lines[1 : len(lines)-1] {
		name, e, ok := parseEntry(line)
		if !ok || !isInside(name) {
			return nil, ErrNoManifest
		}
		m.entries[name] = e
	}
	return m, nil
}

// Names gives the files in order, without the manifest itself.
func (m *Manifest) Names() iter.Seq[string] {
	return slices.Values(slices.Sorted(maps.Keys(m.entries)))
}

// Len counts the files.
func (m *Manifest) Len() int { return len(m.entries) }

// Has gives the hash of a file's bytes; false when the site has no such file.
func (m *Manifest) Has(name string) (cache.Hash, bool) {
	e, ok := m.entries[name]
	return e.hash, ok
}

// Size gives the length of a file in bytes.
func (m *Manifest) Size(name string) int64 { return m.entries[name].size }
