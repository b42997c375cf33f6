package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A release is one version of the program for all targets.
type release struct {
	source  string // the folder of the module
	main    string // the package of the program
	version string // without v; "" takes what Go notes of the commit
	url     string // the folder that the archives will be downloaded from; "" for none
	out     string
	targets []target
	notes   io.Writer // what was made, and what was left out

	when time.Time
	made map[string][]byte // what goes into out, by name
}

// versionForm is that of semver.org, which is what all package managers read.
var versionForm = regexp.MustCompile(`^\d+\.\d+\.\d+([-+][0-9A-Za-z.+-]+)?$`)

// make makes it all, and puts it into out at the end: a release that fails leaves what
// was there.
func (r *release) make() error {
	if r.url != "" {
		u, err := url.Parse(r.url)
		if err != nil || u.Scheme != "https" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
			return fmt.Errorf("-url: %q is no address of a folder, such as https://host/folder", r.url)
		}
		r.url = strings.TrimSuffix(r.url, "/")
	}
	programs, err := r.programs()
	if err != nil {
		return err
	}
	r.made = map[string][]byte{}
	sums := map[target]string{}
	pages, err := r.pages()
	if err != nil {
		return err
	}
	for _, p := range programs {
		name, data, err := r.archive(p, pages)
		if err != nil {
			return fmt.Errorf("archive for %s: %w", p.target, err)
		}
		r.made[name], sums[p.target] = data, sumOf(data)
		if r.made[r.base(p.target)+".cdx.json"], err = r.materials(p); err != nil {
			return fmt.Errorf("bill of materials for %s: %w", p.target, err)
		}
		if p.debian() == "" {
			continue
		}
		if name, data, err = r.debianPackage(p, pages); err != nil {
			return fmt.Errorf("package for %s: %w", p.target, err)
		}
		r.made[name] = data
	}
	if err := r.manifests(sums); err != nil {
		return err
	}
	r.made["SHA256SUMS"] = r.sums()
	return r.write()
}

// programs builds for all targets, and takes the version and the time from the first.
func (r *release) programs() ([]program, error) {
	dir, err := os.MkdirTemp("", "suluh-release-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	var programs []program
	for _, t := range r.targets {
		p, err := r.build(t, dir)
		if err != nil {
			return nil, err
		}
		programs = append(programs, p)
		fmt.Fprintf(r.notes, "built for %-14s %5.1f MB\n", t, float64(len(p.data))/1e6)
	}
	if len(programs) == 0 {
		return nil, errors.New("no targets")
	}
	said := strings.TrimPrefix(programs[0].info.Main.Version, "v")
	switch {
	case r.version == "":
		r.version = said
	case strings.TrimPrefix(r.version, "v") != said:
		fmt.Fprintf(r.notes, "the program itself says %s: tag the commit v%s, so that both say the same\n", said, strings.TrimPrefix(r.version, "v"))
	}
	r.version = strings.TrimPrefix(r.version, "v")
	if !versionForm.MatchString(r.version) {
		return nil, fmt.Errorf("-version: %q is none, such as 1.2.0", r.version)
	}
	r.when, err = timeOf(os.Getenv("SOURCE_DATE_EPOCH"), programs[0])
	return programs, err
}

// manifests are the files of package managers and of containers.
func (r *release) manifests(sums map[target]string) error {
	r.containerfile(sums)
	if r.url == "" {
		fmt.Fprintln(r.notes, "no -url: no Homebrew formula and no Scoop and winget manifests")
		return nil
	}
	r.homebrew(sums)
	if err := r.scoop(sums); err != nil {
		return fmt.Errorf("manifest of Scoop: %w", err)
	}
	if err := r.winget(sums); err != nil {
		return fmt.Errorf("manifest of winget: %w", err)
	}
	return nil
}

// base is the name of what belongs to a target, without its ending.
func (r *release) base(t target) string { return "suluh_" + r.version + "_" + t.os + "_" + t.arch }

// archiveName is the name of the archive of a target.
func (r *release) archiveName(t target) string {
	if t.os == "windows" {
		return r.base(t) + ".zip"
	}
	return r.base(t) + ".tar.gz"
}

// write puts what was made into a folder beside out, and that in the place of out.
func (r *release) write() error {
	out := filepath.Clean(r.out)
	if err := ours(out); err != nil {
		return err
	}
	fresh, old := out+".new", out+".old"
	for _, dir := range []string{fresh, old} {
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	}
	for name, data := range r.made {
		file := filepath.Join(fresh, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	if err := os.Rename(out, old); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, out); err != nil {
		return err
	}
	return os.RemoveAll(old)
}

// ours says whether out may go: it is not there, is empty, or is an earlier release.
func ours(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, os.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, "SHA256SUMS")); err != nil {
		return fmt.Errorf("%s holds something else than a release; name another folder with -out", out)
	}
	return nil
}
