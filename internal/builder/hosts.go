package builder

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
)

// HostsOf gives the hosts that situs.yaml names. One that is none is a fault of the site,
// told by the check.
func HostsOf(s *publish.Edition) []hosting.Host {
	var hosts []hosting.Host
	for _, name := range s.Config.Hosts {
		if h, ok := hosting.Of(strings.TrimSpace(name)); ok {
			hosts = append(hosts, h)
		}
	}
	return hosts
}

// writeHostFiles puts what a host reads into the published folder, and what somebody sets
// the host up with below the site's folder.
func writeHostFiles(s *publish.Edition, dir *output.Dir, opt Options) error {
	about := hosting.Site{Moved: moved(s), Names: dir.Names()}
	if u, err := url.Parse(cmp.Or(opt.Below, string(s.Config.Base))); err == nil {
		about.Below = strings.Trim(u.Path, "/")
	}
	for _, h := range opt.Hosts {
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
			if err := writeBeside(opt, h.Name, f.Name, text); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeBeside writes a file below the site's folder, but not over one that somebody wrote.
func writeBeside(opt Options, host, name string, text []byte) error {
	file := filepath.Join(opt.Site, filepath.FromSlash(name))
	old, err := os.ReadFile(file)
	switch {
	case err == nil && !bytes.Equal(old, text):
		opt.Beside(host, file, true)
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
	opt.Beside(host, file, false)
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
