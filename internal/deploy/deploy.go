// Package deploy brings a published folder to where readers find it: a folder or a memory
// stick, a host with SFTP or FTPS, a store that speaks S3, a branch of a Git repository,
// rsync.
//
// # What stands there
//
// A published site has a list of its files with their hashes, [output.ManifestName]. It is
// published with them, last of all, so what a host has is known from the host's own list
// and never guessed, and what the list does not name is of others and stays. A deploy
// compares two lists ([Plan]), and sends what differs.
//
// # In what order
//
// Where a host can swap (a folder; a branch of Git, which moves in one step; SFTP, where
// the site's place is ours to make and is a link to one of two folders), readers see the
// old site until they see the new one. Elsewhere files change one by one, each whole: first
// what a new page may need, then the pages, then the worker, and deletions last. Before the
// first of them the list of all that will change lies there ([pendingName]), so that whoever
// comes after a cut line knows it.
//
// # When the line is cut
//
// What has arrived is kept in a journal on this computer. An attempt that failed because of
// the line is made again, on a new line, and the next run goes on likewise. A journal
// counts only together with the list on the host that it belongs to.
//
// # Undo
//
// What is sent is also kept on this computer, under its hash, and what is about to be
// replaced is fetched first if it is not there ([Archive]). So undoing is a deploy of the
// version before, with the same plan, order and guard.
package deploy

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"suluh/internal/cache"
	"suluh/internal/fault"
	"suluh/internal/output"
	"suluh/internal/target"
)

// Errors that the caller turns into words for people.
var (
	// ErrNotOurs is the error of a place that shows a site which suluh did not publish.
	ErrNotOurs = errors.New("another site stands there")
	// ErrMany is the error of a deploy that would take away many pages.
	ErrMany = errors.New("many pages would go")
	// ErrChanged is the error of a local folder that is not as it was built.
	ErrChanged = errors.New("the folder is not as it was built")
	// ErrNoBefore is the error of an undo without a version before, as far as this
	// computer knows.
	ErrNoBefore = errors.New("the version before is not known here")
	// ErrLogin is the error of a host that does not let us in.
	ErrLogin = errors.New("the host refused the user or the password")
	// ErrNoProgram is the error of a kind of target whose program is not installed.
	ErrNoProgram = errors.New("a program is missing")
)

// Options say how a site is published.
type Options struct {
	Secrets   Secrets
	Trust     string // a fingerprint of the host's key that is to be trusted, SHA256:…; or ""
	Whole     bool   // send each file, whatever the host's list says
	Force     bool   // take many pages away, and write over a site that is not ours
	Sources   []string
	StateDir  string // what is kept on this computer
	Attempts  int    // in a row that bring nothing further; 0 for the usual number
	FirstWait time.Duration
	Sent      func(name string) // after each file that arrived or went; may be nil

	fault fault.Point // asked before each step on the host, for tests
}

// usual numbers of attempts and of the wait after the first that failed; each next one is
// twice as long.
const (
	usualAttempts = 5
	usualWait     = time.Second
)

// host is a place where a site stands. One that swaps takes the whole version at once; the
// others are [inPlace].
type host interface {
	// read gives a file that stands there; the error may be [fs.ErrNotExist].
	read(name string) ([]byte, error)
	// publish makes what stands there the version of the plan.
	publish(ctx context.Context, p *Plan) error
	// has tells whether a file of a site is published on hosts of this kind at all.
	has(name string) bool
	// swaps tells whether readers see one whole version or the other.
	swaps() bool
	close() error
}

// Session is a deploy to one target.
type Session struct {
	to      target.Address
	opt     Options
	archive *Archive
	open    func() (host, error)
}

// Begin prepares a deploy. Nothing is opened yet.
func Begin(to target.Address, opt Options) (*Session, error) {
	if opt.Secrets.File != "" {
		if _, err := opt.Secrets.Find(); err != nil { // before anything is made or opened
			return nil, err
		}
	}
	place := to.Text
	if to.Kind == target.Folder {
		full, err := filepath.Abs(to.Path)
		if err != nil {
			return nil, fmt.Errorf("find %s: %w", to.Path, err)
		}
		place = full
	}
	archive, err := openArchive(opt.StateDir, place)
	if err != nil {
		return nil, err
	}
	s := &Session{to: to, opt: opt, archive: archive}
	kinds := map[target.Kind]func() (host, error){
		target.Folder:   s.openFolder,
		target.SFTP:     s.openSFTP,
		target.FTPS:     s.openFTPS,
		target.S3:       s.openS3,
		target.Git:      s.openGit,
		target.Rsync:    s.openRsync,
		target.RsyncSSH: s.openRsync,
	}
	s.open = kinds[to.Kind]
	if s.open == nil {
		return nil, fmt.Errorf("publish to %s: %w", to.Text, errors.ErrUnsupported)
	}
	return s, nil
}

// Version is a published site, wherever its bytes lie.
type Version struct {
	*output.Manifest
	bytes func(name string) ([]byte, error)
}

// Read gives a file of the version, and refuses one that is not as the list says.
func (v Version) Read(name string) ([]byte, error) {
	if name == output.ManifestName {
		return v.Data, nil
	}
	data, err := v.bytes(name)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.Join(err, ErrChanged)
		}
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if want, _ := v.Has(name); want != cache.HashOf(data) {
		return nil, fmt.Errorf("read %s: %w", name, ErrChanged)
	}
	return data, nil
}

// Folder gives the version that a build has put into a folder.
func Folder(dir fs.FS) (Version, error) {
	data, err := fs.ReadFile(dir, output.ManifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return Version{}, output.ErrNoManifest
	}
	if err != nil {
		return Version{}, fmt.Errorf("read manifest: %w", err)
	}
	m, err := output.ParseManifest(data)
	return Version{m, func(name string) ([]byte, error) { return fs.ReadFile(dir, name) }}, err
}

// Look compares a version with what stands on the host.
func (s *Session) Look(ctx context.Context, v Version) (*Plan, error) {
	var plan *Plan
	err := s.retry(ctx, func(h host) (bool, error) {
		var err error
		plan, err = s.plan(h, v)
		return false, err
	})
	return plan, err
}

// LookBack compares the version that was published before with what stands on the host.
// Where a deploy was cut off, that is the one which it was about to replace.
func (s *Session) LookBack(ctx context.Context) (*Plan, error) {
	var plan *Plan
	err := s.retry(ctx, func(h host) (bool, error) {
		at, err := s.lookAt(h)
		if err != nil {
			return false, err
		}
		v, err := s.archive.before(at.listed, at.pending != nil)
		if err == nil {
			plan, err = s.planFrom(at, v, h)
		}
		return false, err
	})
	return plan, err
}

// Publish carries a plan out. It looks at the host anew, since the plan may be old.
func (s *Session) Publish(ctx context.Context, p *Plan) error {
	if p.Many() && !s.opt.Force {
		return ErrMany
	}
	err := s.retry(ctx, func(h host) (bool, error) {
		now, err := s.plan(h, p.Version)
		if err != nil || now.IsEmpty() {
			return false, err
		}
		if now.Many() && !s.opt.Force {
			return false, ErrMany
		}
		if err := s.archive.keep(now, h.read); err != nil {
			return false, err
		}
		sent := 0
		now.sent = func(name string) {
			sent++
			if s.opt.Sent != nil {
				s.opt.Sent(name)
			}
		}
		err = h.publish(ctx, now)
		if err == nil {
			err = s.archive.turn(now)
		}
		return sent > 0, err
	})
	if err != nil {
		return fmt.Errorf("publish to %s: %w", s.to.Text, err)
	}
	return nil
}

// retry does something on the host, on a new line each time that one is cut. It gives up
// after some attempts in a row that brought nothing further, and at once where another
// attempt would bring nothing.
func (s *Session) retry(ctx context.Context, do func(h host) (further bool, err error)) error {
	attempts, wait := cmp.Or(s.opt.Attempts, usualAttempts), cmp.Or(s.opt.FirstWait, usualWait)
	pause := wait
	for left := attempts; ; {
		further, err := s.once(do)
		if err == nil || isFinal(err) || ctx.Err() != nil {
			return err
		}
		if left--; further && attempts > 1 {
			left, pause = attempts-1, wait
		}
		if left <= 0 {
			return err
		}
		select {
		case <-ctx.Done():
			return errors.Join(err, ctx.Err())
		case <-time.After(pause):
		}
		pause *= 2
	}
}

func (s *Session) once(do func(h host) (bool, error)) (bool, error) {
	h, err := s.open()
	if err != nil {
		return false, err
	}
	further, err := do(h)
	_ = h.close() // all that was to be done is done, or err says why not
	return further, err
}

// isFinal tells whether the same attempt would fail again.
func isFinal(err error) bool {
	var unknown *UnknownHost
	for _, final := range []error{
		ErrNotOurs, ErrMany, ErrChanged, ErrNoBefore, ErrLogin, ErrNoSecret, ErrNoProgram, ErrHostChanged,
		output.ErrNotOurs, output.ErrSources, output.ErrInTheWay, output.ErrLocked, fs.ErrPermission, errors.ErrUnsupported, context.Canceled,
	} {
		if errors.Is(err, final) {
			return true
		}
	}
	return errors.As(err, &unknown)
}
