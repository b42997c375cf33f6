//go:build !android

package tree

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/sys/unix"

	"suluh/internal/limits"
)

// openBeneath opens something in the folder for reading, and gives its number. Android
// ends a program that makes this call (SIGSYS), so it opens files one folder at a time.
func (f FS) openBeneath(name string, flags uint64) (file int, ok bool) {
	if f.Links || !fs.ValidPath(name) {
		return 0, false
	}
	dir, err := unix.Open(f.Dir, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return 0, false
	}
	how := unix.OpenHow{Flags: unix.O_RDONLY | unix.O_CLOEXEC | flags, Resolve: unix.RESOLVE_BENEATH | unix.RESOLVE_NO_MAGICLINKS}
	file, err = unix.Openat2(dir, name, &how)
	_ = unix.Close(dir)
	return file, err == nil
}

// listBeneath lists a folder in the folder, sorted by name; what is wrong with one is left
// to ReadDir.
func (f FS) listBeneath(name string) ([]fs.DirEntry, bool) {
	number, ok := f.openBeneath(name, unix.O_DIRECTORY)
	if !ok {
		return nil, false
	}
	dir := os.NewFile(uintptr(number), filepath.Join(f.Dir, name))
	defer dir.Close()
	entries, err := dir.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err == nil
}

// readBeneath reads a regular file within its limit with as few calls of the system as
// there can be: reading is a tenth of a build, and [os.OpenInRoot] opens each folder on the
// way. The kernel sees to it that no link leads out of the folder. Whatever is not so is
// left to Open, which says what is wrong.
func (f FS) readBeneath(name string) ([]byte, bool) {
	// A pipe that is opened waits for its writer, unless it is opened so.
	file, ok := f.openBeneath(name, unix.O_NONBLOCK|unix.O_NOCTTY)
	if !ok {
		return nil, false
	}
	defer func() { _ = unix.Close(file) }()
	var info unix.Stat_t
	if unix.Fstat(file, &info) != nil || info.Mode&unix.S_IFMT != unix.S_IFREG || info.Size > int64(limits.OfFile(name).Max) {
		return nil, false
	}
	data := make([]byte, info.Size+1)
	n, err := unix.Read(file, data)
	if err != nil || int64(n) != info.Size { // it grows, or a call was cut short
		return nil, false
	}
	return data[:n], true
}
