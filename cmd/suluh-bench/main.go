// Suluh-bench measures whole builds of a made-up country, side by side with
// cp -r of the same output and with Hugo and Eleventy, where these are
// installed, and writes the tables of BENCHMARKS.md and the picture of README.md.
//
//	suluh-bench [-sizes 1000,10000,83762] [-runs 5] [-memory] [-hugo hugo] [-eleventy eleventy] [-out BENCHMARKS.md] [-chart .ci/gambar/bench.svg]
//
// All sides of a comparison run in turns within one run, so that what the
// machine does otherwise falls on all of them. With -memory all folders lie in
// /dev/shm: a shared disk can differ by a factor of two from one run to the
// next. What stands in the file below the line "<!-- by hand -->" is kept.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	sizes := flag.String("sizes", "1000,10000,83762", "numbers of villages")
	runs := flag.Int("runs", 5, "runs of each command")
	slow := flag.Int("slow", 1, "runs of other generators at the largest size")
	hugo := flag.String("hugo", "hugo", "the Hugo to compare with")
	eleventy := flag.String("eleventy", "eleventy", "the Eleventy to compare with")
	suluh := flag.String("suluh", "./suluh", "the Suluh to measure")
	memory := flag.Bool("memory", false, "read and write in "+inMemory+", not on a disk")
	out := flag.String("out", "BENCHMARKS.md", "where the tables go")
	chart := flag.String("chart", ".ci/gambar/bench.svg", "where the picture of time and memory goes")
	flag.Parse()
	b := &bench{runs: *runs, slow: *slow, memory: *memory, programs: map[string]string{}}
	if err := b.find(*suluh, map[string]string{"Hugo": *hugo, "Eleventy": *eleventy}); err != nil {
		fail(err)
	}
	var err error
	parent := os.TempDir()
	if b.memory {
		parent = inMemory
	}
	if b.dir, err = os.MkdirTemp(parent, "suluh-bench-"); err != nil {
		fail(err)
	}
	defer os.RemoveAll(b.dir)
	if err := b.portal(); err != nil {
		fail(err)
	}
	for text := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(text)
		if err == nil {
			err = b.measure(n)
		}
		if err != nil {
			fail(err)
		}
		// A table that is half done is worth more than none.
		if err := b.write(*out); err != nil {
			fail(err)
		}
		if err := b.draw(*chart); err != nil {
			fail(err)
		}
	}
}

func fail(err error) {
	fmt.Fprintf(os.Stderr, "suluh-bench: %v\n", err)
	os.Exit(2)
}

// bench is what is measured with, and what came out.
type bench struct {
	dir, suluh string
	programs   map[string]string // other generators that are there, by name
	runs, slow int
	memory     bool // in memory, not on a disk
	sizes      []size
	rows       []row   // of the portal
	extra      float64 // bytes of the default over those of the best compression, in percent
}

// inMemory is where Linux keeps files in memory.
const inMemory = "/dev/shm"

// size is what was measured with one number of villages.
type size struct {
	villages, files int
	rows            []row
	more            string // about its bytes
}

func (b *bench) find(suluh string, others map[string]string) error {
	var err error
	if b.suluh, err = filepath.Abs(suluh); err != nil {
		return err
	}
	if _, err := os.Stat(b.suluh); err != nil {
		return fmt.Errorf("%w: run ./build.sh first", err)
	}
	for name, command := range others {
		path, err := exec.LookPath(command)
		if err != nil {
			fmt.Fprintf(os.Stderr, "suluh-bench: no %s here to compare with: %v\n", name, err)
			continue
		}
		if b.programs[name], err = filepath.Abs(path); err != nil {
			return err
		}
	}
	return nil
}
