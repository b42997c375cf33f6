// Package edit is the one place that writes the files of a site's writers.
//
// # What a change is
//
// A [Change] puts one content of a file in the place of another one that the
// caller has read. When the file is no longer as it was read, somebody else
// changed it meanwhile: that is a [Conflict], and nothing is written.
//
// # Several files
//
// Apply writes all changes or none. Each new content is written into a hidden file
// beside its target and brought to the disk; then a list of them, the journal,
// takes its place in the folder of the site; then each is renamed over its target;
// then the journal goes. Without a journal nothing has happened yet, with one all
// of it will: [Editor.Recover], which every Apply calls first, ends what was cut
// off. A file is old or new and never half.
//
// # Values
//
// [Matter] sets values of front matter by their paths, [List] those of a file that is a
// list, such as content/kontak.yaml; comments, order and line ends stay.
//
// # Modes
//
// A file keeps its mode. New files and folders are made as the umask has it.
package edit

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"suluh/internal/fault"
)

// Change is the new content of one file, named below the folder with slashes. A
// nil Old stands for a file that is not there yet.
type Change struct {
	Name     string
	Old, New []byte
}

// Conflict is the error of a file that is not as the caller read it.
type Conflict struct{ Name string }

// Error implements error.
func (c *Conflict) Error() string { return c.Name + " was changed meanwhile" }

// Editor writes into the folder of one site.
type Editor struct {
	Dir string

	fault fault.Point // asked before each operation that changes the disk
}

const (
	journal = ".suluh-edit"     // in the folder of the site
	ending  = ".suluh-edit-new" // of a new content, whose name begins with a full stop
)

// Apply writes all changes, or none.
func (e *Editor) Apply(changes []Change) error {
	if err := e.Recover(); err != nil {
		return err
	}
	var staged []string
	discard := func(err error) error {
		for _, name := range staged {
			_ = os.Remove(e.path(beside(name)))
		}
		return err
	}
	for _, c := range changes {
		if !fs.ValidPath(c.Name) || !filepath.IsLocal(filepath.FromSlash(c.Name)) {
			return discard(fmt.Errorf("write %s: not a path inside the site", c.Name))
		}
		staged = append(staged, c.Name)
		if err := e.stage(c); err != nil {
			return discard(err)
		}
	}
	for _, c := range changes { // as late as can be
		if err := e.isAsRead(c); err != nil {
			return discard(err)
		}
	}
	if err := e.writeJournal(staged); err != nil {
		return discard(err)
	}
	return e.finish(staged)
}

// Recover ends an Apply that was cut off after its journal was written. What was
// cut off before has changed nothing; its hidden files are written over by the
// next change of the same file.
func (e *Editor) Recover() error {
	data, err := os.ReadFile(e.path(journal))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read the journal of changes: %w", err)
	}
	var names []string
	if err := json.Unmarshal(data, &names); err != nil {
		return fmt.Errorf("read the journal of changes: %w", err)
	}
	return e.finish(names)
}

// finish puts the new contents into their places. Those that are there already
// have no hidden file left.
func (e *Editor) finish(names []string) error {
	for _, name := range names {
		if err := e.fault.Step(); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		err := os.Rename(e.path(beside(name)), e.path(name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	if err := e.fault.Step(); err != nil {
		return fmt.Errorf("end the change: %w", err)
	}
	if err := os.Remove(e.path(journal)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("end the change: %w", err)
	}
	return nil
}

// stage writes a new content beside its target.
func (e *Editor) stage(c Change) error {
	target := e.path(c.Name)
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return fmt.Errorf("write %s: %w", c.Name, err)
	}
	if err := e.write(e.path(beside(c.Name)), c.New, mode); err != nil {
		return fmt.Errorf("write %s: %w", c.Name, err)
	}
	return nil
}

func (e *Editor) writeJournal(names []string) error {
	data, err := json.Marshal(names)
	if err != nil {
		return fmt.Errorf("write the journal of changes: %w", err)
	}
	fresh := e.path(journal + "-new")
	if err := e.write(fresh, data, 0o644); err != nil {
		return fmt.Errorf("write the journal of changes: %w", err)
	}
	err = e.fault.Step()
	if err == nil {
		err = os.Rename(fresh, e.path(journal))
	}
	if err != nil {
		_ = os.Remove(fresh)
		return fmt.Errorf("write the journal of changes: %w", err)
	}
	return nil
}

// write makes a whole file on the disk.
func (e *Editor) write(file string, data []byte, mode fs.FileMode) error {
	if err := e.fault.Step(); err != nil {
		return err
	}
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	if err = e.fault.Step(); err == nil {
		_, err = f.Write(data)
	}
	return errors.Join(err, f.Sync(), f.Close())
}

// isAsRead tells whether a file is still what the caller read.
func (e *Editor) isAsRead(c Change) error {
	now, err := os.ReadFile(e.path(c.Name))
	switch {
	case errors.Is(err, fs.ErrNotExist) && c.Old == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist) || err == nil && (c.Old == nil || !bytes.Equal(now, c.Old)):
		return &Conflict{c.Name}
	case err != nil:
		return fmt.Errorf("read %s: %w", c.Name, err)
	}
	return nil
}

func (e *Editor) path(name string) string { return filepath.Join(e.Dir, filepath.FromSlash(name)) }

// beside names the hidden file that a new content waits in.
func beside(name string) string {
	return path.Join(path.Dir(name), "."+strings.TrimPrefix(path.Base(name), ".")+ending)
}
