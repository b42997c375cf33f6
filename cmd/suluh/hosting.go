package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"suluh/internal/cache"
	"suluh/internal/compress"
	"suluh/internal/hosting"
	"suluh/internal/output"
	"suluh/internal/permalink"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// hostsOf gives the hosts for which files are written: those of --host, else those of
// situs.yaml. False after saying what is wrong.
func (e *env) hostsOf(s *publish.Edition, asked string) ([]hosting.Host, bool) {
	names := s.Config.Hosts
	if asked != "" {
		names = strings.Split(asked, ",")
	}
	var hosts []hosting.Host
	for _, name := range names {
		h, ok := hosting.Of(strings.TrimSpace(name))
		if !ok && asked != "" {
			e.complain(source.SayHostUnknown, name, strings.Join(hosting.Names(), ", "))
			return nil, false
		}
		if ok { // one of situs.yaml that is none is a fault of the site, told by the check
			hosts = append(hosts, h)
		}
	}
	return hosts, true
}

// writeHostFiles puts what a host reads into the published folder, and what somebody sets
// the host up with below the site's folder.
func (e *env) writeHostFiles(s *publish.Edition, dir *output.Dir, from *buildFlags, hosts []hosting.Host) error {
	about := hosting.Site{Moved: moved(s), Names: dir.Names()}
	if u, err := url.Parse(cmp.Or(from.base, string(s.Config.Base))); err == nil {
		about.Below = strings.Trim(u.Path, "/")
	}
	for _, h := range hosts {
		for _, f := range h.Files {
			text, err := f.Render(about)
			if err != nil {
				return err
			}
			if f.Inside {
				if err := dir.Write(f.Name, cache.Hash{}, compress.Plan{}, text); err != nil {
					return err
				}
				continue
			}
			if err := e.writeBeside(from.dir, h.Name, f.Name, text); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeBeside writes a file below the site's folder, but not over one that somebody wrote.
func (e *env) writeBeside(dir, host, name string, text []byte) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	old, err := os.ReadFile(file)
	switch {
	case err == nil && !bytes.Equal(old, text):
		e.complain(source.SayHostFileKept, file)
		return nil
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("read %s: %w", file, err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	if err := os.WriteFile(file, text, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	e.say(source.SayHostFile, host, file)
	return nil
}

// moved gives the old addresses of pages and villages.
func moved(s *publish.Edition) []hosting.Moved {
	var all []hosting.Moved
	for _, p := range s.Pages {
		for _, old := range p.Meta.Alias {
			all = append(all, hosting.Moved{From: permalink.Old(old), To: p.Path})
		}
	}
	for v := range s.Villages.All() {
		for _, old := range v.Alias {
			all = append(all, hosting.Moved{From: permalink.Old(old), To: permalink.Village(v)})
		}
	}
	slices.SortFunc(all, func(a, b hosting.Moved) int { return strings.Compare(a.From, b.From) })
	return all
}
