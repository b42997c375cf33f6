// Package tree reads the files of one folder, and nothing but files of it.
//
// Whoever contributes a file must not get another one out of the builder's
// computer, nor make a build wait for ever. So a link that leads out of the
// folder is refused, and so is what is no regular file: a pipe never ends and a
// device never stops. A file that is larger than its limit is not even read.
package tree

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"suluh/internal/limits"
)

// ErrNotRegular is the error of what is no file: a pipe, a device, a socket.
var ErrNotRegular = errors.New("not a regular file")

// ErrOutside is the error of a link that leads out of the folder.
var ErrOutside = errors.New("the link leads out of the folder")

// TooLarge is the error of a file that is larger than its limit.
type TooLarge struct {
	Limit limits.Limit
	Size  int64
}

// Error implements error.
func (t *TooLarge) Error() string {
	return fmt.Sprintf("%d %s, at most %d", t.Size, t.Limit.English, t.Limit.Max)
}

// FS is a folder. It implements [fs.FS], [fs.ReadDirFS] and [fs.ReadFileFS].
type FS struct {
	Dir   string
	Links bool // links may lead out of the folder
}

// Open implements fs.FS.
func (f FS) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	full := filepath.Join(f.Dir, filepath.FromSlash(name))
	// A pipe that is opened waits for its writer: look before.
	info, err := os.Stat(full)
	if err != nil {
		return nil, withName(name, err)
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrNotRegular}
	}
	if limit := limits.OfFile(name); !info.IsDir() && info.Size() > int64(limit.Max) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: &TooLarge{limit, info.Size()}}
	}
	if f.Links {
		file, err := os.Open(full)
		return file, withName(name, err)
	}
	file, err := os.OpenInRoot(f.Dir, filepath.FromSlash(name))
	if err != nil && f.leadsOut(full) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: ErrOutside}
	}
	if err != nil {
		return nil, withName(name, err)
	}
	return file, nil
}

// leadsOut tells whether a path ends, by links, outside the folder.
func (f FS) leadsOut(full string) bool {
	real, err := filepath.EvalSymlinks(full)
	if err != nil {
		return false
	}
	dir, err := filepath.EvalSymlinks(f.Dir)
	if err != nil {
		return false
	}
	rel, err := filepath.Rel(dir, real)
	return err == nil && !filepath.IsLocal(rel)
}

// withName puts the name below the folder in the place of the whole path, which
// differs from computer to computer.
func withName(name string, err error) error {
	var broken *fs.PathError
	if errors.As(err, &broken) {
		return &fs.PathError{Op: broken.Op, Path: name, Err: broken.Err}
	}
	return err
}

// ReadFile implements fs.ReadFileFS. A file that grows while it is read is cut
// off above its limit, and refused.
func (f FS) ReadFile(name string) ([]byte, error) {
	if data, ok := f.readBeneath(name); ok {
		return data, nil
	}
	file, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return nil, withName(name, err)
	}
	limit := limits.OfFile(name)
	data := make([]byte, 0, info.Size()+1)
	for len(data) <= limit.Max {
		n, err := file.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, withName(name, err)
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
	return nil, &fs.PathError{Op: "read", Path: name, Err: &TooLarge{limit, int64(len(data))}}
}

// ReadDir implements fs.ReadDirFS.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	if entries, ok := f.listBeneath(name); ok {
		return entries, nil
	}
	if !f.Links && f.leadsOut(filepath.Join(f.Dir, filepath.FromSlash(name))) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: ErrOutside}
	}
	entries, err := os.ReadDir(filepath.Join(f.Dir, filepath.FromSlash(name)))
	return entries, withName(name, err)
}
