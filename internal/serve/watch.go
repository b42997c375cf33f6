package serve

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long no event comes before pages are told to reload: editors
// write a file in several steps.
const quiet = 30 * time.Millisecond

// watched are the folders of a site.
var watched = []string{"content", "villages", "layouts", "static"}

// watch follows the site's folder, for new folders of a site, and everything
// below those that are there.
func (s *Server) watch() (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch: %w", err)
	}
	if err := w.Add(s.tree.Dir); err != nil {
		return nil, errors.Join(fmt.Errorf("watch %s: %w", s.tree.Dir, err), w.Close())
	}
	for _, name := range watched {
		if err := watchTree(w, filepath.Join(s.tree.Dir, name)); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	return w, nil
}

// watchTree follows a folder and all folders below it. One that is gone again
// by now is no fault.
func watchTree(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("watch %s: %w", name, err)
		}
		if !d.IsDir() {
			return nil
		}
		if err := w.Add(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("watch %s: %w", name, err)
		}
		return nil
	})
}

// follow notes what each event is about, and tells the pages once events
// have ceased for a moment.
func (s *Server) follow(w *fsnotify.Watcher) {
	pause := time.NewTimer(time.Hour)
	pause.Stop()
	for {
		select {
		case event, ok := <-w.Events:
			if !ok {
				return
			}
			name, ok := s.concerns(event.Name)
			if !ok || event.Op == fsnotify.Chmod {
				continue
			}
			s.rewatch(w, event)
			s.changed(name)
			pause.Reset(quiet)
		case err, ok := <-w.Errors:
			if !ok {
				return
			}
			// Events were lost: what changed is unknown, so all of it may have.
			if errors.Is(err, fsnotify.ErrEventOverflow) {
				s.changed("")
				pause.Reset(quiet)
			}
		case <-pause.C:
			s.announce()
		}
	}
}

// concerns gives the name of a file below the site's folder, if it belongs to
// the site: the folder around it may hold the published site and much else.
func (s *Server) concerns(file string) (name string, ok bool) {
	rel, err := filepath.Rel(s.tree.Dir, file)
	name = filepath.ToSlash(rel)
	first, _, _ := strings.Cut(name, "/")
	return name, err == nil && slices.Contains(watched, first) && !isHidden(name)
}

// isHidden tells whether a file below the site's folder is hidden, or a copy that
// an editor made: such files are not read.
func isHidden(name string) bool {
	return strings.Contains("/"+name, "/.") || strings.HasSuffix(name, "~")
}

// rewatch follows new and renamed folders under their new names.
func (s *Server) rewatch(w *fsnotify.Watcher, event fsnotify.Event) {
	if event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename) {
		for _, name := range w.WatchList() {
			if name == event.Name || strings.HasPrefix(name, event.Name+string(filepath.Separator)) {
				_ = w.Remove(name)
			}
		}
		return
	}
	if info, err := os.Stat(event.Name); err == nil && info.IsDir() {
		// What cannot be watched is still read at the next request.
		_ = watchTree(w, event.Name)
	}
}
