package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"suluh/internal/corpus"
)

// row is one command and what it took, run by run.
type row struct {
	what, command string
	seconds       []float64
	megabytes     []float64 // the most memory held at once
}

// pagesOnly leaves out of a build what other generators do not make.
const pagesOnly = "poster,vcf,cari,sitemap"

// place is the folders of one size. What is made never replaces what was made
// before: ext4 is slow to use the room of files that were just deleted, and
// that would be measured.
type place struct {
	dir, site      string
	hugo, eleventy string
	public, cache  string // of the build before
	made           []string
}

// fresh gives a folder that does not exist yet.
func (p *place) fresh(what string) string {
	dir := filepath.Join(p.dir, fmt.Sprintf("%s-%d", what, len(p.made)+1))
	p.made = append(p.made, dir)
	return dir
}

// clear removes what was made in memory, where room is scarce and a removed
// file costs those to come nothing.
func (b *bench) clear(p *place) error {
	if !b.memory {
		return nil
	}
	var errs []error
	for _, dir := range p.made {
		errs = append(errs, os.RemoveAll(dir))
	}
	return errors.Join(errs...)
}

func (b *bench) measure(n int) error {
	p := &place{dir: filepath.Join(b.dir, fmt.Sprint(n))}
	p.site, p.hugo, p.eleventy = filepath.Join(p.dir, "site"), filepath.Join(p.dir, "hugo"), filepath.Join(p.dir, "eleventy")
	if err := corpus.Write(p.site, n); err != nil {
		return err
	}
	time.Sleep(3 * time.Second) // a file that is younger is not trusted by its time
	first := row{what: "first build", command: "suluh build --no-compress --without " + pagesOnly}
	copied := row{what: "copy of the output", command: "cp -r public copy"}
	same := row{what: "nothing changed", command: first.command}
	again := row{what: "first build, parsed files at hand", command: first.command}
	others := make([]row, len(rivals))
	for i, r := range rivals {
		others[i] = row{what: r.name, command: r.command}
	}
	for round := range b.runs {
		if err := b.round(p, &first, &copied, &same, &again); err != nil {
			return err
		}
		for i, r := range rivals {
			if b.programs[r.name] == "" || n > r.most || n > mostParts && round >= b.slow {
				continue
			}
			if err := b.other(p, r, &others[i], round == 0); err != nil {
				// It takes no part from here on; its row, if any, shows how often it ran.
				fmt.Fprintf(os.Stderr, "suluh-bench: %s at %d villages: %.500v\n", r.name, n, err)
				b.programs[r.name] = ""
			}
		}
	}
	s := size{villages: n, rows: append([]row{first, copied, same, again}, others...)}
	var err error
	if s.files, err = count(p.public); err != nil {
		return err
	}
	served, err := b.serve(p)
	if err != nil {
		return err
	}
	s.rows = append(s.rows, served...)
	if n <= mostParts {
		parts, err := b.parts(p, n)
		if err != nil {
			return err
		}
		s.rows = append(s.rows, parts...)
	}
	b.sizes = append(b.sizes, s)
	return os.RemoveAll(p.dir)
}

// Up to which size each part of a build is measured apart, and how often.
const (
	mostParts    = 10000
	mostPartRuns = 3
)

// round builds from nothing, copies what came out, builds again unchanged, and
// builds anew with the cache.
func (b *bench) round(p *place, first, copied, same, again *row) error {
	build := func(r *row) error { return b.build(p, r, "--no-compress", "--without", pagesOnly) }
	err := b.clear(p)
	p.public, p.cache = p.fresh("public"), p.fresh("cache")
	err = errors.Join(err, build(first), run(copied, b.dir, "cp", "-r", p.public, p.fresh("copy")), build(same))
	p.public = p.fresh("public")
	return errors.Join(err, build(again))
}

func (b *bench) build(p *place, r *row, args ...string) error {
	args = append([]string{"XDG_CACHE_HOME=" + p.cache, b.suluh, "build", "--source", p.site, "--output", p.public, "--date", "2026-11-23"}, args...)
	return run(r, b.dir, "env", args...)
}

// run runs a command once and adds what it took. What was written before is
// brought to the disk first, so that no command pays for another.
func run(r *row, dir, name string, args ...string) error {
	syscall.Sync()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var said bytes.Buffer
	cmd.Stderr, cmd.Stdout = &said, &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, &said)
	}
	r.seconds = append(r.seconds, time.Since(start).Seconds())
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok {
		r.megabytes = append(r.megabytes, float64(usage.Maxrss)/1024)
	}
	return nil
}

// parts measures what each part of a build costs: the whole, and the whole
// without it, with nothing at hand. Compression is measured on small sizes
// only, where it takes seconds and not an hour.
func (b *bench) parts(p *place, n int) ([]row, error) {
	variants := []struct {
		what string
		args []string
	}{
		{"everything but compression", []string{"--no-compress"}},
		{"… without posters", []string{"--no-compress", "--without", "poster"}},
		{"… without vCards", []string{"--no-compress", "--without", "vcf"}},
		{"… without search", []string{"--no-compress", "--without", "cari"}},
		{"… without sitemap", []string{"--no-compress", "--without", "sitemap"}},
		{"… without checking links", []string{"--no-compress", "--without", "tautan"}},
	}
	if n <= 1000 {
		variants = append(variants, struct {
			what string
			args []string
		}{"everything, compressed", nil})
	}
	rows := make([]row, len(variants))
	for round := range min(b.runs, mostPartRuns) {
		for i, v := range variants {
			if v.args == nil && round > 0 {
				continue // a minute is enough
			}
			rows[i].what, rows[i].command = v.what, strings.Join(append([]string{"suluh build"}, v.args...), " ")
			err := b.clear(p)
			p.public, p.cache = p.fresh("public"), p.fresh("cache")
			if err := errors.Join(err, b.build(p, &rows[i], v.args...)); err != nil {
				return nil, err
			}
		}
	}
	return rows, nil
}

func count(dir string) (n int, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	return n, err
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	if len(sorted) == 0 {
		return 0
	}
	return sorted[len(sorted)/2]
}
