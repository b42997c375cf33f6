package output

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Names of our own in a folder that keeps its place. A host that shows them
// shows nothing that is not published anyway.
const (
	ownPrefix  = ".suluh"
	stagedName = ".suluh-new"  // what a build is writing
	nextName   = ".suluh-next" // the manifest of what is being put into its place
	lockName   = ".suluh-lock"
)

// isOwnName tells whether an entry of the folder belongs to this package.
func isOwnName(name string) bool {
	return name == ManifestName || strings.HasPrefix(name, ownPrefix+"-")
}

// publishInPlace puts the files that changed into the place of the published
// ones, each in one step, and counts the files of others. First comes what a new
// page may need (names with a hash, styles, pictures), then the pages, then the
// worker, which fetches them; what is gone goes last. A reader may see a new page
// beside an old one, but no page that lacks something.
//
// The next manifest is there before the first file: when this stops half way, the
// next build knows by both manifests which files are ours.
func (d *Dir) publishInPlace() (foreign int, err error) {
	written := d.namesOf(written)
	if err := d.noneInTheWay(written); err != nil {
		return 0, errors.Join(err, removeTree(d.staged()))
	}
	if err := d.writeManifest(); err != nil {
		return 0, err
	}
	manifest, next := filepath.Join(d.staged(), ManifestName), filepath.Join(d.path, nextName)
	if err := d.fault.Step(); err != nil {
		return 0, err
	}
	if err := copyOver(manifest, next); err != nil {
		return 0, err
	}
	slices.SortFunc(written, func(a, b string) int { return cmp.Or(TurnOf(a)-TurnOf(b), strings.Compare(a, b)) })
	for _, name := range written {
		if err := d.place(name); err != nil {
			return 0, fmt.Errorf("put %s into its place: %w", name, err)
		}
	}
	for _, name := range d.namesOf(gone) {
		if err := d.takeAway(name); err != nil {
			return 0, err
		}
	}
	if d.damaged {
		err = d.takeForeign(".")
	} else {
		foreign, err = d.countForeign(".")
	}
	if err != nil {
		return foreign, err
	}
	if err := d.fault.Step(); err != nil {
		return foreign, err
	}
	if err := os.Rename(manifest, filepath.Join(d.path, ManifestName)); err != nil {
		return foreign, err
	}
	if err := d.fault.Step(); err != nil {
		return foreign, nil
	}
	// The site is published; what is left over goes with the next build.
	_ = os.Remove(next)
	_ = removeTree(d.staged())
	d.touchManifest()
	return foreign, nil
}

// namesOf gives the files with which this build did something, in order.
func (d *Dir) namesOf(s state) []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		if d.files[name].state == s {
			names = append(names, name)
		}
	}
	return names
}

// Turns is the number of turns of [TurnOf].
const Turns = 3

// TurnOf says when a file is put into its place, counted from 0: what a page needs, pages,
// the worker. It is for whoever exchanges the files of a site one by one.
func TurnOf(name string) int {
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
	switch {
	case name == "sw.js":
		return 2
	case path.Ext(name) == ".html":
		return 1
	}
	return 0
}

// noneInTheWay finds what of others keeps a file from its place, before the first
// one is touched.
func (d *Dir) noneInTheWay(names []string) error {
	for _, name := range names {
		file := filepath.Join(d.path, filepath.FromSlash(name))
		if info, err := os.Lstat(file); err == nil && info.IsDir() && !d.becomesEmpty(name) {
			return fmt.Errorf("%s: %w", file, ErrInTheWay)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			info, err := os.Lstat(filepath.Join(d.path, filepath.FromSlash(dir)))
			if err != nil || info.IsDir() {
				continue
			}
			if _, ours := d.files[dir]; !ours {
				return fmt.Errorf("%s: %w", filepath.Join(d.path, filepath.FromSlash(dir)), ErrInTheWay)
			}
		}
	}
	return nil
}

// becomesEmpty tells whether a folder holds only files of ours that go.
func (d *Dir) becomesEmpty(folder string) bool {
	empty := true
	err := filepath.WalkDir(filepath.Join(d.path, filepath.FromSlash(folder)), func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		rel, err := filepath.Rel(d.path, file)
		if err != nil {
			return err
		}
		if entry, ours := d.files[filepath.ToSlash(rel)]; !ours || entry.state != gone {
			empty = false
			return fs.SkipAll
		}
		return nil
	})
	return err == nil && empty
}

// place puts a staged file where readers find it.
func (d *Dir) place(name string) error {
	from := filepath.Join(d.staged(), filepath.FromSlash(name))
	to := filepath.Join(d.path, filepath.FromSlash(name))
	if info, err := os.Lstat(to); err == nil && info.IsDir() {
		if err := removeTree(to); err != nil { // noneInTheWay saw that it holds only what goes
			return err
		}
	}
	if err := d.makePublished(path.Dir(name)); err != nil {
		return err
	}
	if err := d.fault.Step(); err != nil {
		return err
	}
	err := os.Rename(from, to)
	if err == nil || !isOtherDisk(err) {
		return err
	}
	// A folder of the site is a mount of its own: the file is copied beside its
	// place first.
	near := path.Join(path.Dir(to), ownPrefix+"-copy")
	if err := os.Remove(near); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := copyFile(from, near); err != nil {
		return err
	}
	if err := d.alike(near, to, 0o644); err != nil {
		return err
	}
	if err := os.Rename(near, to); err != nil {
		return err
	}
	return os.Remove(from)
}

// makePublished makes a folder of the site, with what the folder above it hands
// down (the group, by setgid). A file of ours in its place has to go first.
func (d *Dir) makePublished(name string) error {
	if name == "." {
		return nil
	}
	full := filepath.Join(d.path, filepath.FromSlash(name))
	if info, err := os.Stat(full); err == nil && info.IsDir() {
		return nil
	}
	if err := d.makePublished(path.Dir(name)); err != nil {
		return err
	}
	if err := os.Remove(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := d.fault.Step(); err != nil {
		return err
	}
	if err := os.Mkdir(full, 0o755); err != nil {
		return err
	}
	info, err := os.Stat(full)
	if err != nil {
		return err
	}
	return os.Chmod(full, info.Mode()&^fs.ModePerm|0o755)
}

// takeAway removes a file that the site has no more, and the folders that are
// empty then.
func (d *Dir) takeAway(name string) error {
	file := filepath.Join(d.path, filepath.FromSlash(name))
	if info, err := os.Lstat(file); err == nil && info.IsDir() {
		return nil // a new folder has its name
	}
	if err := d.fault.Step(); err != nil {
		return err
	}
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) && !isNoFolder(err) {
		return err
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if os.Remove(filepath.Join(d.path, filepath.FromSlash(dir))) != nil {
			break // it holds something
		}
	}
	return nil
}

// countForeign counts the files that no build made.
func (d *Dir) countForeign(folder string) (int, error) {
	count := 0
	err := d.eachForeign(folder, func(string) error { count++; return nil })
	return count, err
}

// takeForeign removes what no manifest knows, where the manifest is damaged: a
// page that is gone must not be found for ever.
func (d *Dir) takeForeign(folder string) error {
	return d.eachForeign(folder, d.takeAway)
}

func (d *Dir) eachForeign(folder string, do func(name string) error) error {
	entries, err := os.ReadDir(filepath.Join(d.path, filepath.FromSlash(folder)))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch entry, ours := d.files[name]; {
		case folder == "." && isOwnName(e.Name()):
		case e.IsDir():
			err = d.eachForeign(name, do)
		case !ours || entry.state == gone:
			err = do(name)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrPermission) {
			return err
		}
	}
	return nil
}

// readNext adds the files of a build that stopped while it put them into their
// places: they are ours, and have to be looked at.
func (d *Dir) readNext() error {
	data, err := os.ReadFile(filepath.Join(d.path, nextName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read manifest: %w", err)
	}
	d.fresh = true
	for line := range bytes.Lines(data) {
		name, _, ok := parseEntry(strings.TrimSuffix(string(line), "\n"))
		if _, known := d.files[name]; ok && !known {
			d.files[name] = entry{size: -1}
		}
	}
	return nil
}

// copyOver puts a copy of a file under a name in one step.
func copyOver(from, to string) error {
	temporary := from + "-copy"
	if err := copyFile(from, temporary); err != nil {
		return err
	}
	return os.Rename(temporary, to)
}
