package deploy

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/output"
)

// Archive is what this computer keeps of one target, in a folder of its own:
//
//	now      the list of what was published last
//	before   the list of what stood there before
//	bytes/   files of both, each under its hash
//	journal  what has arrived of a version that is on its way
//
// It may be deleted at any time; then the version before is not known any more.
type Archive struct {
	dir string

	mu      sync.Mutex
	journal *os.File
}

func openArchive(state, address string) (*Archive, error) {
	id := cache.HashOf([]byte(address))
	a := &Archive{dir: filepath.Join(state, hex.EncodeToString(id[:8]))}
	if err := os.MkdirAll(filepath.Join(a.dir, "bytes"), 0o700); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	return a, nil
}

func (a *Archive) object(hash cache.Hash) string {
	return filepath.Join(a.dir, "bytes", hex.EncodeToString(hash[:]))
}

func (a *Archive) has(hash cache.Hash) bool {
	_, err := os.Stat(a.object(hash))
	return err == nil
}

// put keeps a file. A half-written one never carries its name.
func (a *Archive) put(hash cache.Hash, data []byte) error {
	if a.has(hash) {
		return nil
	}
	return replace(a.object(hash), data)
}

func replace(file string, data []byte) error {
	temporary := file + ".baru"
	if err := os.WriteFile(temporary, data, 0o600); err != nil {
		return fmt.Errorf("keep a version: %w", err)
	}
	if err := os.Rename(temporary, file); err != nil {
		return fmt.Errorf("keep a version: %w", err)
	}
	return nil
}

// version gives what a list names, as far as its bytes are kept.
func (a *Archive) version(m *output.Manifest) Version {
	return Version{m, func(name string) ([]byte, error) {
		hash, _ := m.Has(name)
		data, err := os.ReadFile(a.object(hash))
		if errors.Is(err, fs.ErrNotExist) {
			err = ErrNoBefore
		}
		return data, err
	}}
}

// keep sees to it that what a plan sends and what it replaces is kept. What stands on the
// host and is not kept yet is fetched; what is not as the host's list says, since a deploy
// was cut off, is no more to be had.
func (a *Archive) keep(p *Plan, read func(name string) ([]byte, error)) error {
	for _, names := range []Names{p.New, p.Changed} {
		for _, name := range names {
			data, err := p.Version.Read(name)
			if err != nil {
				return err
			}
			if err := a.put(cache.HashOf(data), data); err != nil {
				return err
			}
		}
	}
	if p.now.listed == nil {
		return nil
	}
	for _, names := range []Names{p.Changed, p.Gone} {
		for _, name := range names {
			hash, listed := p.now.listed.Has(name)
			if !listed || a.has(hash) {
				continue
			}
			data, err := read(name)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return fmt.Errorf("keep %s: %w", name, err)
			}
			if cache.HashOf(data) == hash {
				if err := a.put(hash, data); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// before gives the version that a published one replaced. Where a deploy was cut off, the
// published one itself is meant.
func (a *Archive) before(published *output.Manifest, cut bool) (Version, error) {
	if published == nil {
		return Version{}, ErrNoBefore
	}
	if cut {
		return a.version(published), nil
	}
	now, err := os.ReadFile(filepath.Join(a.dir, "now"))
	if err != nil || !bytes.Equal(now, published.Data) {
		return Version{}, ErrNoBefore // it was published from another computer
	}
	data, err := os.ReadFile(filepath.Join(a.dir, "before"))
	if err != nil {
		return Version{}, ErrNoBefore
	}
	m, err := output.ParseManifest(data)
	if err != nil {
		return Version{}, ErrNoBefore
	}
	return a.version(m), nil
}

// turn makes a plan that was carried out the published version, and what it replaced the
// one before; older bytes go.
func (a *Archive) turn(p *Plan) error {
	keep := map[cache.Hash]bool{}
	for name := range p.Version.Names() {
		hash, _ := p.Version.Has(name)
		keep[hash] = true
	}
	// A version of the same list, published again, is not one before.
	if old := p.now.listed; old != nil && !bytes.Equal(old.Data, p.Version.Data) {
		if err := replace(filepath.Join(a.dir, "before"), old.Data); err != nil {
			return err
		}
	}
	if data, err := os.ReadFile(filepath.Join(a.dir, "before")); err == nil {
		if m, err := output.ParseManifest(data); err == nil {
			for name := range m.Names() {
				hash, _ := m.Has(name)
				keep[hash] = true
			}
		}
	}
	if err := replace(filepath.Join(a.dir, "now"), p.Version.Data); err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.journal != nil {
		_ = a.journal.Close()
		a.journal = nil
	}
	_ = os.Remove(filepath.Join(a.dir, "journal"))
	kept, err := os.ReadDir(filepath.Join(a.dir, "bytes"))
	if err != nil {
		return fmt.Errorf("keep a version: %w", err)
	}
	for _, e := range kept {
		var hash cache.Hash
		if n, err := hex.Decode(hash[:], []byte(e.Name())); err != nil || n != len(hash) || !keep[hash] {
			_ = os.Remove(filepath.Join(a.dir, "bytes", e.Name())) // left over, it only takes room
		}
	}
	return nil
}

// begin makes the journal one for a list of what changes; what an older one says of files
// stays true.
func (a *Archive) begin(old, now pending) error {
	arrived, err := a.arrived(old)
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.journal != nil {
		_ = a.journal.Close()
	}
	var b strings.Builder
	b.WriteString(journalID(now))
	for name, hash := range arrived {
		b.WriteString(journalLine(name, hash))
	}
	file := filepath.Join(a.dir, "journal")
	if err := replace(file, []byte(b.String())); err != nil {
		return err
	}
	if a.journal, err = os.OpenFile(file, os.O_WRONLY|os.O_APPEND, 0o600); err != nil {
		return fmt.Errorf("keep the journal: %w", err)
	}
	return nil
}

// note says that a file is there as its hash says, or gone.
func (a *Archive) note(name string, hash cache.Hash) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if _, err := a.journal.WriteString(journalLine(name, hash)); err != nil {
		return fmt.Errorf("keep the journal: %w", err)
	}
	return nil
}

func journalLine(name string, hash cache.Hash) string {
	return hex.EncodeToString(hash[:]) + " " + name + "\n"
}

// journalID is the first line of a journal: it tells to which list of a host it belongs.
func journalID(of pending) string {
	id := cache.HashOf(of.data())
	return hex.EncodeToString(id[:]) + "\n"
}

// arrived gives what the journal says of the files of a list: their hashes, or gone.
func (a *Archive) arrived(of pending) (map[string]cache.Hash, error) {
	names := map[string]cache.Hash{}
	data, err := os.ReadFile(filepath.Join(a.dir, "journal"))
	if errors.Is(err, fs.ErrNotExist) || of == nil {
		return names, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	rest, ours := strings.CutPrefix(string(data), journalID(of))
	if !ours {
		return names, nil
	}
	for line := range strings.Lines(rest) {
		written, name, _ := strings.Cut(line, " ")
		name, whole := strings.CutSuffix(name, "\n")
		var hash cache.Hash
		if n, err := hex.Decode(hash[:], []byte(written)); err == nil && n == len(hash) && whole {
			names[name] = hash
		}
	}
	return names, nil
}

// StateDir is where this computer keeps what it has published.
func StateDir() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the folder of settings: %w", err)
	}
	return filepath.Join(dir, "suluh", "terbit"), nil
}
