package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// apart refuses an output that holds a source folder or lies in one.
func apart(path, source string) error {
	source, err := follow(source)
	if err != nil {
		return err
	}
	if holds(path, source) || holds(source, path) {
		return fmt.Errorf("%s: %w (%s)", path, ErrSources, source)
	}
	return nil
}

// Holds tells whether a file is a folder or lies below it, where links lead.
func Holds(folder, file string) (bool, error) {
	folder, err := follow(folder)
	if err != nil {
		return false, err
	}
	file, err = follow(file)
	return holds(folder, file), err
}

func holds(folder, file string) bool {
	rel, err := filepath.Rel(folder, file)
	return err == nil && filepath.IsLocal(rel)
}

// follow makes a path absolute and free of links, as far as it exists: the swap
// would replace a link, not the folder to which it leads.
func follow(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		return real, nil
	}
	parent := filepath.Dir(full)
	if parent == full {
		return full, nil
	}
	parent, err = follow(parent)
	return filepath.Join(parent, filepath.Base(full)), err
}

// takeLock keeps other builds out, by a file beside the folder, or in it where
// the parent may not be written: then the folder cannot be exchanged, either.
func (d *Dir) takeLock() (err error) {
	d.locked = d.beside("lock")
	d.lock, err = lock(d.locked)
	if !errors.Is(err, fs.ErrPermission) && !isReadOnly(err) {
		return err
	}
	if info, statErr := os.Stat(d.path); statErr != nil || !info.IsDir() {
		return err
	}
	d.inPlace = true
	d.locked = filepath.Join(d.path, lockName)
	d.lock, err = lock(d.locked)
	return err
}

// staged is the folder into which a build writes.
func (d *Dir) staged() string {
	if d.inPlace {
		return filepath.Join(d.path, stagedName)
	}
	return d.beside("new")
}

// beside names a folder or file next to the published folder.
func (d *Dir) beside(what string) string {
	return filepath.Join(filepath.Dir(d.path), "."+filepath.Base(d.path)+".suluh-"+what)
}

// repair cleans up after a build that was killed.
func (d *Dir) repair() error {
	if d.inPlace {
		return removeTree(d.staged())
	}
	_, err := os.Stat(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		// Killed between the two renames: the old folder comes back.
		if err := os.Rename(d.beside("old"), d.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("bring the published folder back: %w", err)
		}
	}
	return errors.Join(removeTree(d.beside("new")), removeTree(d.beside("old")), removeTree(filepath.Join(d.path, stagedName)))
}

func (d *Dir) mustBeEmpty() error {
	entries, err := os.ReadDir(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read folder: %w", err)
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return isOwnName(e.Name()) || e.Name() == "lost+found" })
	if len(entries) > 0 {
		return fmt.Errorf("%s: %w", d.path, ErrNotOurs)
	}
	return nil
}
