package output

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"suluh/internal/cache"
)

// untouched tells whether a published file still holds what the manifest says.
// A file is read unless it has the time at which it was written, and the system
// has not changed its entry since the manifest was touched, or in that moment:
// who changes a number and puts the time back does not put back that.
func (d *Dir) untouched(name string, e entry) bool {
	file := filepath.Join(d.path, filepath.FromSlash(name))
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() != e.size {
		return false
	}
	if stamp := cache.StampOf(info); stamp.Time == e.time && (stamp.Change == 0 || stamp.Change < d.since) {
		return true
	}
	data, err := os.ReadFile(file)
	sum := sha256.Sum256(data)
	return err == nil && cache.Hash(sum[:16]) == e.hash
}

// stage writes a file into the new folder and gives its time. It gets the mode
// and the owner of the one that is published; a new one can be read by everybody,
// whatever the umask of who builds.
func (d *Dir) stage(name string, data []byte) (written int64, err error) {
	file := filepath.Join(d.staged(), filepath.FromSlash(name))
	if err := d.folder(filepath.Dir(file)); err != nil {
		return 0, err
	}
	if err := d.fault.Step(); err != nil {
		return 0, err
	}
	info, err := create(file, data)
	if err != nil {
		return 0, err
	}
	if err := d.fault.Step(); err != nil {
		return 0, err
	}
	if d.nothing {
		return info.ModTime().UnixNano(), nil
	}
	if err := d.alike(file, filepath.Join(d.path, filepath.FromSlash(name)), 0o644); err != nil {
		return 0, err
	}
	if info, err = os.Stat(file); err != nil {
		return 0, err
	}
	return info.ModTime().UnixNano(), nil
}

// create writes a file that everybody can read, whatever the umask.
func create(file string, data []byte) (fs.FileInfo, error) {
	const mode = 0o644
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return nil, err
	}
	_, err = f.Write(data)
	info, statErr := f.Stat()
	if err = errors.Join(err, statErr); err == nil && info.Mode().Perm() != mode {
		err = f.Chmod(info.Mode()&^fs.ModePerm | mode)
	}
	return info, errors.Join(err, f.Close())
}

// folder makes a folder of the new tree once.
func (d *Dir) folder(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.folders[path] {
		return nil
	}
	return d.makeFolder(path)
}

// makeFolder makes a folder of the new tree with those above it. The caller holds
// mu.
func (d *Dir) makeFolder(path string) error {
	if d.folders[path] {
		return nil
	}
	top := d.staged()
	if path != top {
		if err := d.makeFolder(filepath.Dir(path)); err != nil {
			return err
		}
	}
	if err := d.fault.Step(); err != nil {
		return err
	}
	if err := os.Mkdir(path, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	rel, err := filepath.Rel(top, path)
	if err != nil {
		return err
	}
	if err := d.alike(path, filepath.Join(d.path, rel), 0o755); err != nil {
		return err
	}
	d.folders[path] = true
	return nil
}

// alike gives a new file or folder the mode and the owner of the one that is
// published, or a mode whatever the umask. An owner that may not be given stays
// that of who builds.
func (d *Dir) alike(file, published string, mode fs.FileMode) error {
	info, err := os.Lstat(published)
	const kept = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
	if err != nil || info.Mode()&fs.ModeSymlink != 0 || info.IsDir() != (mode == 0o755) {
		now, err := os.Stat(file)
		if err != nil {
			return err
		}
		return os.Chmod(file, now.Mode()&kept&^fs.ModePerm|mode)
	}
	giveOwner(file, info)
	return os.Chmod(file, info.Mode()&kept)
}
