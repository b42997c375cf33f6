// Package output publishes a folder of files whole or not at all, or, where a
// folder cannot be exchanged, file by file in an order that keeps readers right.
//
// # By exchange
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
// # In place
//
// A folder may be held and not named: a mount point, a folder that a container
// has mounted, the working directory of a server. Who holds it would keep the old
// folder, emptied, when another takes its name. Such folders, and those whose
// parent may not be written, keep their place (inplace.go); so does any with
// [Options.InPlace].
//
// Where the file system knows no hard links, files are copied. Nothing is
// synced to disk before the swap: outputs can be made again from their
// sources, and the next build repairs what a power cut broke.
//
// # The manifest
//
// The manifest shows that a folder is ours: a folder without one is refused
// unless it is empty. It has the time of each file as it was written, and is
// itself touched last of all: a file that has another time, or whose entry the
// system changed since, is compared by its content. Of a file
// whose maker knows what it is made of, the manifest has a key for that, a [cache.Hash],
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
	"crypto/ed25519"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"

	"suluh/internal/cache"
	"suluh/internal/compress"
	"suluh/internal/fault"
)

// Errors that the caller turns into words for people.
var (
	ErrNotOurs = errors.New("the folder holds files that suluh did not make")
	ErrSources = errors.New("the folder holds the sources, or lies in them")
	ErrLocked  = errors.New("another build is writing this folder")
	// ErrInTheWay is the error of something of others that stands where a file of
	// the site belongs.
	ErrInTheWay = errors.New("something that suluh did not make is in the way")
)

// Dir is a folder that is being published.
type Dir struct {
	path     string // absolute
	compress bool
	packed   *compress.Store // what was compressed before
	inPlace  bool            // files are exchanged one by one, not the folder
	lock     *os.File
	locked   string             // its path
	since    int64              // when the manifest was last touched, as [cache.Stamp.Change]
	nothing  bool               // is published, and no file of others is there
	fresh    bool               // nothing is published, or its manifest is not as we would write it
	damaged  bool               // the manifest is, so that nobody knows which files are ours
	stale    atomic.Bool        // no file has changed, but what one is made of has
	key      ed25519.PrivateKey // that signs the manifest; nil for none
	signed   bool               // what is published is signed by key

	mirrored *Manifest // taken over as it stands; nil for a build's own

	fault fault.Point // asked before each operation that changes the disk
	twice bool        // two renames, as where folders cannot be exchanged, for tests

	mu      sync.Mutex
	files   map[string]entry // what is published, and what this build has written
	folders map[string]bool  // made in the new folder
}

// Result counts what a build did.
type Result struct {
	Files, Changed, Removed int
	Foreign                 int // files that others put there; counted when something was published
	Bytes                   int64
}

// Options say how a folder is published.
type Options struct {
	Sources  []string // folders that the output may neither hold nor lie in
	Compress bool     // text files get .br and .gz files beside them
	InPlace  bool     // the folder keeps its place, though it might be exchanged

	Packed *compress.Store    // what was compressed before; nil for none
	Key    ed25519.PrivateKey // signs the manifest; nil for none
}

// Open prepares to publish into a folder.
func Open(path string, opt Options) (*Dir, error) {
	path, err := follow(path)
	if err != nil {
		return nil, err
	}
	for _, source := range opt.Sources {
		if err := apart(path, source); err != nil {
			return nil, err
		}
	}
	d := &Dir{path: path, compress: opt.Compress, packed: opt.Packed, key: opt.Key, files: map[string]entry{}, folders: map[string]bool{}}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	if d.inPlace = opt.InPlace || isHeld(path); d.inPlace {
		if err := os.MkdirAll(path, 0o755); err != nil {
			return nil, fmt.Errorf("make folder: %w", err)
		}
	}
	if err := d.takeLock(); err != nil {
		return nil, err
	}
	if err := errors.Join(d.repair(), d.readManifest(), d.readNext()); err != nil {
		d.Abort()
		return nil, err
	}
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		d.nothing = true
	}
	return d, nil
}

// Keep keeps a file that is published under the same Key, and what was
// compressed of it after the same plan. It returns false when the file has to be written.
func (d *Dir) Keep(name string, key cache.Hash, plan compress.Plan) bool {
	if key == (cache.Hash{}) {
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
		if !ok || i == 0 && e.key != d.seal(key, plan) || !d.untouched(n, e) {
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

// seal tells files with compressed forms after one plan from those after another, and
// from those without.
func (d *Dir) seal(key cache.Hash, plan compress.Plan) cache.Hash {
	if d.compress && key != (cache.Hash{}) {
		key[0] ^= 1
		for i, b := range packedBy(plan) {
			key[i] ^= b
		}
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
// if that is known, and how it is to be compressed. It may be called from many goroutines;
// data is not kept.
func (d *Dir) Write(name string, key cache.Hash, plan compress.Plan, data []byte) error {
	if !isInside(name) {
		return fmt.Errorf("write %s: not a path inside the site", name)
	}
	kept, err := d.put(name, d.seal(key, plan), data)
	if err != nil || !d.compress || !IsText(name) || len(data) < smallest {
		return err
	}
	for _, c := range compressors {
		if kept && d.keep(name+c.ending, packedBy(plan)) {
			continue
		}
		packed, err := c.pack(data, plan, d.packed)
		if err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		if len(packed) < len(data) {
			if _, err := d.put(name+c.ending, packedBy(plan), packed); err != nil {
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
		name != "." && !isOwnName(strings.SplitN(name, "/", 2)[0]) && !strings.ContainsAny(name, "\r\n")
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
func (d *Dir) put(name string, key cache.Hash, data []byte) (same bool, err error) {
	sum := sha256.Sum256(data)
	e := entry{hash: cache.Hash(sum[:16]), key: key, size: int64(len(data)), state: written}
	if old, ok := d.published(name); ok && old.hash == e.hash && d.untouched(name, old) {
		e.state = kept
		if old.key != key {
			d.stale.Store(true)
		}
		e.time = old.time
	} else if e.time, err = d.stage(name, data); err != nil {
		return false, fmt.Errorf("write %s: %w", name, err)
	}
	d.note(name, e)
	return e.state == kept, nil
}

// keep notes a compressed file that is published already.
func (d *Dir) keep(name string, by cache.Hash) bool {
	old, ok := d.published(name)
	if !ok || old.key != by || !d.untouched(name, old) {
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

// Abort leaves the published folder as it is and takes away what was written.
func (d *Dir) Abort() {
	_ = removeTree(d.staged())
	d.unlock()
}

func (d *Dir) unlock() {
	_ = os.Remove(d.locked)
	_ = d.lock.Close()
}
