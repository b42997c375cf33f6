package output

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Mirror publishes into a folder what another one holds, by its manifest, which is taken
// over as it stands with its signature. Read gives the bytes of a file.
func Mirror(to string, m *Manifest, sources []string, read func(name string) ([]byte, error), done func(name string)) (Result, error) {
	d, err := Open(to, Options{Sources: sources})
	if err != nil {
		return Result{}, err
	}
	d.mirrored = m
	for name := range m.Names() {
		if err := d.mirror(name, m.entries[name], read); err != nil {
			d.Abort()
			return Result{}, fmt.Errorf("copy %s: %w", name, err)
		}
		done(name)
	}
	if old, err := os.ReadFile(filepath.Join(d.path, ManifestName)); err != nil || string(old) != string(m.Data) {
		d.stale.Store(true)
	}
	return d.Commit()
}

// mirror brings one file, unless it is there.
func (d *Dir) mirror(name string, e entry, read func(name string) ([]byte, error)) error {
	if old, ok := d.published(name); ok && old.hash == e.hash && d.untouched(name, old) {
		e.state = kept
		d.note(name, e)
		return nil
	}
	data, err := read(name)
	if err != nil {
		return err
	}
	if _, err := d.stage(name, data); err != nil {
		return err
	}
	// The manifest says when the file was written first.
	since := time.Unix(0, e.time)
	if err := os.Chtimes(filepath.Join(d.staged(), filepath.FromSlash(name)), since, since); err != nil {
		return err
	}
	e.state = written
	d.note(name, e)
	return nil
}

// Swaps tells whether a folder is exchanged as a whole, and not file by file.
func Swaps(path string) bool {
	path, err := follow(path)
	return err == nil && !isHeld(path)
}

// Names gives the files that this build has written or kept so far, sorted.
func (d *Dir) Names() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	names := append(d.namesOf(written), d.namesOf(kept)...)
	slices.Sort(names)
	return names
}
