package main

import (
	"bytes"
	"debug/buildinfo"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"time"
)

// A program is what was built for one target.
type program struct {
	target
	data []byte
	info *debug.BuildInfo
}

// build makes the program. Nothing of the machine gets into it: no paths, no C, no
// identity of the build; nodynamic because the encoder of pictures is the one in it.
func (r *release) build(t target, dir string) (program, error) {
	file := filepath.Join(dir, t.os+"-"+t.arch)
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=auto", "-tags", "nodynamic", "-ldflags=-s -w -buildid=", "-o", file, r.main)
	cmd.Dir, cmd.Env = r.source, append(os.Environ(), t.env()...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return program{}, fmt.Errorf("build for %s: %w\n%s", t, err, out)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return program{}, fmt.Errorf("read the program for %s: %w", t, err)
	}
	info, err := buildinfo.Read(bytes.NewReader(data))
	if err != nil {
		return program{}, fmt.Errorf("read what the program for %s is made of: %w", t, err)
	}
	return program{t, data, info}, nil
}

// setting gives what Go noted of how the program was built; "" for what it did not.
func (p program) setting(key string) string {
	for _, s := range p.info.Settings {
		if s.Key == key {
			return s.Value
		}
	}
	return ""
}

// beginning is the time of what has no other: the first that a .zip can name.
var beginning = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// timeOf is the time that archives give for their files: what SOURCE_DATE_EPOCH says
// (reproducible-builds.org), else the time of the commit.
func timeOf(epoch string, p program) (time.Time, error) {
	when := beginning
	if epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return when, fmt.Errorf("SOURCE_DATE_EPOCH is no number of seconds: %q", epoch)
		}
		when = time.Unix(seconds, 0).UTC()
	} else if noted := p.setting("vcs.time"); noted != "" {
		var err error
		if when, err = time.Parse(time.RFC3339, noted); err != nil {
			return when, fmt.Errorf("read the time of the commit: %w", err)
		}
	}
	if when.Before(beginning) {
		when = beginning
	}
	return when.UTC().Truncate(2 * time.Second), nil // .zip counts by two
}
