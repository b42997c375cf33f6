package output

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

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
		if d.stale.Load() || d.key != nil && !d.signed {
			err = d.renewManifest()
		}
		return r, errors.Join(err, removeTree(d.staged()))
	}
	if d.inPlace {
		var err error
		if r.Foreign, err = d.publishInPlace(); err != nil {
			err = fmt.Errorf("publish: %w", err)
		}
		return r, err
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
		_ = removeTree(d.beside("new"))
		return r, fmt.Errorf("publish: %w", err)
	}
	// The site is published, so what cannot be removed is no error of this
	// build. The next Open tries again and tells.
	_ = removeTree(d.beside("new"))
	d.touchManifest()
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
	if err := d.fault.Step(); err != nil {
		return err
	}
	if _, err := os.Stat(d.path); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(fresh, d.path)
	}
	if !d.twice {
		if err := exchange(fresh, d.path); err == nil {
			return nil
		}
	}
	if err := os.Rename(d.path, old); err != nil {
		return err
	}
	err := d.fault.Step()
	if err == nil {
		err = os.Rename(fresh, d.path)
	}
	if err != nil {
		return errors.Join(err, os.Rename(old, d.path))
	}
	if err := d.fault.Step(); err != nil {
		return nil // the site is published; the next build takes the old one away
	}
	return os.Rename(old, fresh)
}
