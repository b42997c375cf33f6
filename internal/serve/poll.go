package serve

import (
	"context"
	"io/fs"
	"time"

	"suluh/internal/cache"
)

// Where the system tells of no changes, the folders are looked through again and
// again: on drives of a network, where links lead out of the folder, and when the
// system has no watches left (inotify has so many for each user).

// leastPause is how long the next look waits at least. A look at a large site
// takes long, so the pause is tenfold of that.
const leastPause = time.Second

// poll looks for changes until the context ends.
func (s *Server) poll(ctx context.Context) {
	before := s.stamps()
	for pause := leastPause; ; {
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		start := time.Now()
		now := s.stamps()
		if s.compare(before, now) {
			s.announce()
		}
		before, pause = now, max(leastPause, 10*time.Since(start))
	}
}

// stamps gives the state of every file of the site.
func (s *Server) stamps() map[string]cache.Stamp {
	found := map[string]cache.Stamp{}
	for _, root := range watched {
		// A folder that is not there, or gone by now, has no files.
		_ = fs.WalkDir(s.tree, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || isHidden(name) {
				return nil
			}
			if info, err := fs.Stat(s.tree, name); err == nil { // of what a link leads to
				found[name] = cache.StampOf(info)
			}
			return nil
		})
	}
	return found
}

// compare notes the files that differ, and tells whether there are any.
func (s *Server) compare(before, now map[string]cache.Stamp) bool {
	differs := false
	for name, stamp := range now {
		if was, there := before[name]; !there || was != stamp {
			s.changed(name)
			differs = true
		}
	}
	for name := range before {
		if _, there := now[name]; !there {
			s.changed(name)
			differs = true
		}
	}
	return differs
}
