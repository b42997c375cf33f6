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
	processor     []float64 // seconds of all processors together
	megabytes     []float64 // the most memory held at once
}

// Names of rows that are looked for.
const (
	firstName   = "first build"
	copyName    = "copy of the output, for reference"
	sameName    = "nothing changed"
	againName   = "first build, parsed files at hand"
	savedName   = "serve: a village saved, until its page is answered"
	packedName  = "everything, compressed"
	portalName  = "the portal: first build, compressed"
	portalAgain = "the portal: nothing changed"
)

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
	first := row{what: firstName, command: "suluh build --no-compress --without " + pagesOnly}
	copied := row{what: copyName, command: "cp -r public copy"}
	same := row{what: sameName, command: first.command}
	again := row{what: againName, command: first.command}
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
	parts, err := b.parts(p, n)
	if err != nil {
		return err
	}
	s.rows = append(s.rows, parts...)
	if n <= mostBest {
		if s.more, err = b.compareBytes(p); err != nil {
			return err
		}
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
	r.processor = append(r.processor, (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds())
	return nil
}

// parts measures what each part of a build costs: the whole, and the whole
// without it, with nothing at hand; and the whole with compression, once where it takes
// minutes.
func (b *bench) parts(p *place, n int) ([]row, error) {
	variants := []struct {
		what string
		args []string
		most int // villages
		runs int
	}{
		{"everything but compression", []string{"--no-compress"}, corpus.All, mostPartRuns},
		{"… without posters", []string{"--no-compress", "--without", "poster"}, mostParts, mostPartRuns},
		{"… without vCards", []string{"--no-compress", "--without", "vcf"}, mostParts, mostPartRuns},
		{"… without search", []string{"--no-compress", "--without", "cari"}, mostParts, mostPartRuns},
		{"… without sitemap", []string{"--no-compress", "--without", "sitemap"}, mostParts, mostPartRuns},
		{"… without checking links", []string{"--no-compress", "--without", "tautan"}, mostParts, mostPartRuns},
		{packedName, nil, corpus.All, mostPartRuns},
	}
	var rows []row
	for _, v := range variants {
		runs := min(b.runs, v.runs)
		if n > mostParts || v.args == nil && n > mostBest {
			runs = 1
		}
		if n > v.most {
			continue
		}
		r := row{what: v.what, command: strings.Join(append([]string{"suluh build"}, v.args...), " ")}
		for range runs {
			err := b.clear(p)
			p.public, p.cache = p.fresh("public"), p.fresh("cache")
			if err := errors.Join(err, b.build(p, &r, v.args...)); err != nil {
				return nil, err
			}
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// mostBest is up to which size the best compression is made, too, to compare its bytes.
const mostBest = 1000

// compareBytes compares what brotli made of the build that was measured last with what it
// makes at its best.
func (b *bench) compareBytes(p *place) (string, error) {
	chosen, err := brotliBytes(p.public)
	if err != nil {
		return "", err
	}
	p.public = p.fresh("public")
	if err := b.build(p, new(row), "--compress", "best"); err != nil {
		return "", err
	}
	best, err := brotliBytes(p.public)
	if err != nil || best == 0 {
		return "", err
	}
	b.extra = 100 * (float64(chosen)/float64(best) - 1)
	return fmt.Sprintf("All .br files together have %d bytes; at the best quality %d, so the default has %.1f %% more.", chosen, best, b.extra), nil
}

func brotliBytes(dir string) (total int64, err error) {
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".br" {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	return total, err
}

// portal measures the portal in the folder where the task runs.
func (b *bench) portal() error {
	source, err := os.Getwd()
	if err != nil {
		return err
	}
	p := &place{dir: filepath.Join(b.dir, "portal"), site: source}
	today := time.Now().Format(time.DateOnly) // its texts are checked until then
	first, same := row{what: portalName, command: "suluh build"}, row{what: portalAgain, command: "suluh build"}
	for range b.runs {
		p.public, p.cache = p.fresh("public"), p.fresh("cache")
		if err := errors.Join(b.build(p, &first, "--date", today), b.build(p, &same, "--date", today)); err != nil {
			return err
		}
	}
	b.rows = []row{first, same}
	return os.RemoveAll(p.dir)
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
