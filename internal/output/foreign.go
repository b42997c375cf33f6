package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// linkForeign brings into the new folder what a published one holds that no
// build made, and counts its files. A folder is anybody's: it comes with its
// files, or, when it is empty, for itself.
func (d *Dir) linkForeign(folder string) (int, error) {
	entries, err := os.ReadDir(filepath.Join(d.path, filepath.FromSlash(folder)))
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	if _, ours := d.files[folder]; len(entries) == 0 && !ours {
		return 0, d.folder(filepath.Join(d.staged(), filepath.FromSlash(folder)))
	}
	count := 0
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		if e.IsDir() {
			below, err := d.linkForeign(name)
			if err != nil {
				return count, err
			}
			count += below
			continue
		}
		if _, ours := d.files[name]; ours || isOwnName(name) {
			continue
		}
		if err := d.bring(name, e.Type()); err != nil {
			return count, fmt.Errorf("keep %s, which suluh did not make: %w", name, err)
		}
		count++
	}
	return count, nil
}

// bring puts a file of the published folder into the new one.
func (d *Dir) bring(name string, kind fs.FileMode) error {
	from := filepath.Join(d.path, filepath.FromSlash(name))
	to := filepath.Join(d.staged(), filepath.FromSlash(name))
	if err := d.folder(filepath.Dir(to)); err != nil {
		return err
	}
	if err := d.fault.Step(); err != nil {
		return err
	}
	if kind&fs.ModeSymlink != 0 {
		target, err := os.Readlink(from)
		if err != nil {
			return err
		}
		return os.Symlink(target, to)
	}
	if err := os.Link(from, to); err == nil {
		return nil
	}
	return copyFile(from, to)
}
