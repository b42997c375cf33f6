// Package output publishes a folder of files whole or not at all.
//
// # How
//
// A build writes what changed into a folder beside the published one, links
// what did not change into it, and then swaps the two in one step (renameat2
// with EXCHANGE on Linux; elsewhere, and on file systems that know no
// exchange, two renames, which the next run repairs). Until the swap, the
// published folder is not touched: a build that fails, is killed, or meets a
// full disk leaves it as it was. A build that changes nothing touches nothing.
//
//	public/                 what is published
//	public/.suluh           the manifest: hash, size and path of every file
//	.public.suluh-new/      what a build is writing; after the swap, what it takes away
//	.public.suluh-old/      the published folder, whole, between two renames
//	.public.suluh-lock      held while a build runs
//
// Where the file system knows no hard links, files are copied. Nothing is
// synced to disk before the swap: outputs can be made again from their
// sources, and the next build repairs what a power cut broke.
//
// # The manifest
//
// The manifest shows that a folder is ours: a folder without one is refused
// unless it is empty. Its time tells when the folder was published; a file
// that was changed by hand since then is compared by its content. Of a file
// whose maker knows what it is made of, the manifest has the [Key] of that,
// too: while the Key stays, the file need not even be made again to be kept.
//
// # What others put there
//
// A folder that is published may be a Git working tree, or hold a file by which
// a host knows its owner. What stands in no manifest was made by nobody here
// and stays, through every swap, unless the site has a file of that name. Only
// where a manifest is damaged nothing stays that this build has not written: a
// page that is gone must not be found for ever.
package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Errors that the caller turns into words for people.
var (
	ErrNotOurs = errors.New("the folder holds files that suluh did not make")
	ErrSources = errors.New("the folder holds the sources, or lies in them")
	ErrLocked  = errors.New("another build is writing this folder")
)

// Dir is a folder that is being published.
type Dir struct {
	path     string // absolute
	compress bool
	lock     *os.File
	since    time.Time   // when the folder was published
	fresh    bool        // nothing is published, or its manifest is not as we would write it
	damaged  bool        // the manifest is, so that nobody knows which files are ours
	stale    atomic.Bool // no file has changed, but what one is made of has

	mu      sync.Mutex
	files   map[string]entry // what is published, and what this build has written
	folders map[string]bool  // made in the new folder
}

// Key stands for everything that a file is made of: as long as the Key of a
// path is the same, so are its bytes. The zero Key stands for nothing.
type Key [16]byte

// Result counts what a build did.
type Result struct {
	Files, Changed, Removed int
	Foreign                 int // files that others put there; counted when something was published
	Bytes                   int64
}

// Open prepares to publish into a folder. Sources are folders that the output
// may neither hold nor lie in. With compress, text files get .br and .gz
// files beside them.
func Open(path string, sources []string, compress bool) (*Dir, error) {
	path, err := follow(path)
	if err != nil {
		return nil, err
	}
	for _, source := range sources {
		if err := apart(path, source); err != nil {
			return nil, err
		}
	}
	d := &Dir{path: path, compress: compress, files: map[string]entry{}, folders: map[string]bool{}}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	if d.lock, err = lock(d.beside("lock")); err != nil {
		return nil, err
	}
	if err := errors.Join(d.repair(), d.readManifest()); err != nil {
		d.Abort()
		return nil, err
	}
	return d, nil
}

// apart refuses an output that holds a source folder or lies in one.
func apart(path, source string) error {
	source, err := follow(source)
	if err != nil {
		return err
	}
	for _, pair := range [][2]string{{path, source}, {source, path}} {
		rel, err := filepath.Rel(pair[0], pair[1])
		if err == nil && filepath.IsLocal(rel) {
			return fmt.Errorf("%s: %w (%s)", path, ErrSources, source)
		}
	}
	return nil
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

// beside names a folder or file next to the published folder.
func (d *Dir) beside(what string) string {
	return filepath.Join(filepath.Dir(d.path), "."+filepath.Base(d.path)+".suluh-"+what)
}

// repair cleans up after a build that was killed.
func (d *Dir) repair() error {
	_, err := os.Stat(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		// Killed between the two renames: the old folder comes back.
		if err := os.Rename(d.beside("old"), d.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("bring the published folder back: %w", err)
		}
	}
	return errors.Join(os.RemoveAll(d.beside("new")), os.RemoveAll(d.beside("old")))
}

func (d *Dir) mustBeEmpty() error {
	entries, err := os.ReadDir(d.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read folder: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s: %w", d.path, ErrNotOurs)
	}
	return nil
}

// Keep keeps a file that is published under the same Key, and what was
// compressed of it. It returns false when the file has to be written.
func (d *Dir) Keep(name string, key Key) bool {
	if key == (Key{}) {
		return false
	}
	names := []string{name}
	if d.compress {
		for _, c := range compressors {
			if _, ok := d.published(name + c.ending); ok {
				names = append(names, name+c.ending)
			}
		}
	}
	found := make([]entry, len(names))
	for i, n := range names {
		e, ok := d.published(n)
		if !ok || i == 0 && e.key != d.seal(key) || !d.untouched(n, e) {
			return false
		}
		found[i] = e
	}
	for i, n := range names {
		found[i].state = kept
		d.note(n, found[i])
	}
	return true
}

// seal tells a file with compressed forms from one without.
func (d *Dir) seal(key Key) Key {
	if d.compress && key != (Key{}) {
		key[0] ^= 1
	}
	return key
}

// published gives a file of the folder as it is, as far as this build has not
// come to it.
func (d *Dir) published(name string) (entry, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	e, ok := d.files[name]
	return e, ok && e.state == gone
}

// Write publishes one file, named with slashes, with what its bytes depend on,
// if that is known. It may be called from many goroutines; data is not kept.
func (d *Dir) Write(name string, key Key, data []byte) error {
	if !isInside(name) {
		return fmt.Errorf("write %s: not a path inside the site", name)
	}
	kept, err := d.put(name, d.seal(key), data)
	if err != nil || !d.compress || !isText(name) || len(data) < smallest {
		return err
	}
	for _, c := range compressors {
		if kept && d.keep(name+c.ending) {
			continue
		}
		packed, err := c.pack(data)
		if err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		if len(packed) < len(data) {
			if _, err := d.put(name+c.ending, Key{}, packed); err != nil {
				return err
			}
		}
	}
	return nil
}

// isInside tells whether a name is that of a file inside the site, in the one
// form and without the line breaks that would spoil the manifest.
func isInside(name string) bool {
	return fs.ValidPath(name) && filepath.IsLocal(filepath.FromSlash(name)) &&
		name != "." && name != manifestName && !strings.ContainsAny(name, "\r\n")
}

// BrotliSize gives the size in bytes of a written file's brotli form; 0 when it
// has none.
func (d *Dir) BrotliSize(name string) int {
	d.mu.Lock()
	defer d.mu.Unlock()
	if e := d.files[name+".br"]; e.state != gone {
		return int(e.size)
	}
	return 0
}

// put notes a file, and writes it unless it is published already.
func (d *Dir) put(name string, key Key, data []byte) (same bool, err error) {
	sum := sha256.Sum256(data)
	e := entry{hash: [16]byte(sum[:16]), key: key, size: int64(len(data)), state: written}
	if old, ok := d.published(name); ok && old.hash == e.hash && d.untouched(name, old) {
		e.state = kept
		if old.key != key {
			d.stale.Store(true)
		}
	} else if err := d.stage(name, data); err != nil {
		return false, fmt.Errorf("write %s: %w", name, err)
	}
	d.note(name, e)
	return e.state == kept, nil
}

// keep notes a compressed file that is published already.
func (d *Dir) keep(name string) bool {
	old, ok := d.published(name)
	if !ok || !d.untouched(name, old) {
		return false
	}
	old.state = kept
	d.note(name, old)
	return true
}

func (d *Dir) note(name string, e entry) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.files[name] = e
}

// untouched tells whether a published file still holds what the manifest says.
// Files that changed since publishing are read, and those of the same moment:
// the clock of a disk may stand still for milliseconds, on FAT for two seconds.
func (d *Dir) untouched(name string, e entry) bool {
	file := filepath.Join(d.path, filepath.FromSlash(name))
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() != e.size {
		return false
	}
	if info.ModTime().Before(d.since) {
		return true
	}
	data, err := os.ReadFile(file)
	sum := sha256.Sum256(data)
	return err == nil && [16]byte(sum[:16]) == e.hash
}

// stage writes a file into the new folder.
func (d *Dir) stage(name string, data []byte) error {
	file := filepath.Join(d.beside("new"), filepath.FromSlash(name))
	if err := d.folder(filepath.Dir(file)); err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

// folder makes a folder of the new tree once.
func (d *Dir) folder(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.folders[path] {
		return nil
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		return err
	}
	d.folders[path] = true
	return nil
}

// Abort leaves the published folder as it is and takes away what was written.
func (d *Dir) Abort() {
	_ = os.RemoveAll(d.beside("new"))
	d.unlock()
}

func (d *Dir) unlock() {
	_ = os.Remove(d.beside("lock"))
	_ = d.lock.Close()
}

// Commit publishes what was written. On an error the published folder is as it
// was before.
func (d *Dir) Commit() (Result, error) {
	defer d.unlock()
	var r Result
	for _, e := range d.files {
		switch e.state {
		case gone:
			r.Removed++
			continue
		case written:
			r.Changed++
		}
		r.Files++
		r.Bytes += e.size
	}
	if r.Changed == 0 && r.Removed == 0 && !d.fresh {
		var err error
		if d.stale.Load() {
			err = d.renewManifest()
		}
		return r, errors.Join(err, os.RemoveAll(d.beside("new")))
	}
	err := d.linkKept()
	if err == nil && !d.damaged {
		r.Foreign, err = d.linkForeign(".")
	}
	if err == nil {
		err = d.writeManifest()
	}
	if err == nil {
		err = d.swap()
	}
	if err != nil {
		_ = os.RemoveAll(d.beside("new"))
		return r, fmt.Errorf("publish: %w", err)
	}
	// The site is published, so what cannot be removed is no error of this
	// build. The next Open tries again and tells.
	_ = os.RemoveAll(d.beside("new"))
	return r, nil
}

// linkKept brings what did not change into the new folder.
func (d *Dir) linkKept() error {
	for name, e := range d.files {
		if e.state != kept {
			continue
		}
		if err := d.bring(name, 0); err != nil {
			return err
		}
	}
	return nil
}

// copyFile stands in for a hard link; it keeps the time, so that an upload by
// rsync sees that nothing changed. It writes into no file that exists: that may
// be a link to the one it reads.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close(), os.Chtimes(to, time.Time{}, info.ModTime()))
}

// swap puts the new folder in the place of the published one, which ends up
// where the new one was. A folder that is being removed never carries the name
// from which repair brings one back.
func (d *Dir) swap() error {
	fresh, old := d.beside("new"), d.beside("old")
	if _, err := os.Stat(d.path); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, d.path)
	}
	if err := exchange(fresh, d.path); err == nil {
		return nil
	}
	if err := os.Rename(d.path, old); err != nil {
		return err
	}
	if err := os.Rename(fresh, d.path); err != nil {
		return errors.Join(err, os.Rename(old, d.path))
	}
	return os.Rename(old, fresh)
}
