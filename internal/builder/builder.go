// Package builder puts a site into the folder that is published: all outputs, their
// compressed forms, and the files that hosts read. What the check says of the site is the
// caller's to ask first; what is only known of a finished page, as its weight, is said here.
package builder

import (
	"bytes"
	"crypto/ed25519"
	"os"
	"path/filepath"

	"suluh/internal/channel"
	"suluh/internal/compress"
	"suluh/internal/hosting"
	"suluh/internal/output"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// Options say how a site is built, and where to.
type Options struct {
	Site    string // the site's folder
	To      string // the folder that is published
	Below   string // the base address that was given instead of the site's own; ""
	Effort  compress.Effort
	InPlace bool
	Key     ed25519.PrivateKey // signs; nil for none
	Hosts   []hosting.Host
	// Beside is told of each file for a person who sets up a host: that it was written
	// below the site's folder, or that another of its name stands there and was kept.
	Beside func(host, file string, kept bool)
}

// Output is the folder of a site that is published unless another is named.
func Output(site string) string { return filepath.Join(site, "public") }

// Sources are what an output may neither hold nor lie in.
func Sources(site string) []string {
	var folders []string
	for _, name := range []string{"content", "villages", "layouts", "static"} {
		folders = append(folders, filepath.Join(site, name))
	}
	return folders
}

// Fill writes all of a site beside what is published now; Commit of what it gives puts it
// there. Without that nothing has changed: the error may be a [*source.Diagnostic], and
// pages that are too heavy are among the faults.
func Fill(s *publish.Edition, opt Options) (*output.Dir, source.List, error) {
	how := output.Options{Sources: Sources(opt.Site), InPlace: opt.InPlace, Key: opt.Key}
	if how.Compress = opt.Effort != compress.None; how.Compress {
		how.Packed = packed()
		defer how.Packed.Trim()
	}
	dir, err := output.Open(opt.To, how)
	if err != nil {
		return nil, nil, err
	}
	plan := s.Compression(opt.Effort)
	heavy, err := s.EachOutput(func(o channel.Output, page *bytes.Buffer) (*source.Diagnostic, error) {
		return writeOne(s, dir, o, plan(o), page)
	})
	if err == nil && !heavy.HasErrors() {
		err = writeHostFiles(s, dir, opt)
	}
	if err != nil || heavy.HasErrors() {
		dir.Abort()
		return nil, heavy, err
	}
	return dir, heavy, nil
}

// packed opens what was compressed before, for all sites of this person.
func packed() *compress.Store {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	return compress.OpenStore(filepath.Join(folder, "suluh", "padat"))
}

// writeOne renders an output unless it is published already, and says whether
// it is too heavy, which needs the page of one that is.
func writeOne(s *publish.Edition, dir *output.Dir, o channel.Output, plan compress.Plan, page *bytes.Buffer) (*source.Diagnostic, error) {
	kept := dir.Keep(o.Path, o.Key(), plan)
	if kept && s.IsLight(o, dir.BrotliSize(o.Path)) {
		return nil, nil
	}
	if err := o.Render(page); err != nil {
		return nil, err
	}
	if !kept {
		if err := dir.Write(o.Path, o.Key(), plan, page.Bytes()); err != nil {
			return nil, err
		}
	}
	size := dir.BrotliSize(o.Path)
	if size == 0 {
		return s.CheckLength(o, page.Bytes()), nil
	}
	return s.CheckWeight(o, page.Bytes(), size)
}
