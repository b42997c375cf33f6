// Suluh-bench measures whole builds of a made-up country, side by side with
// cp -r of the same output and with Hugo, where that is installed, and writes
// the tables of BENCHMARKS.md.
//
//	suluh-bench [-sizes 1000,10000,83762] [-runs 5] [-hugo hugo] [-out BENCHMARKS.md]
//
// All sides of a comparison run in turns within one run, so that what the
// machine does otherwise falls on all of them. What stands in the file below
// the line "<!-- by hand -->" is kept.
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
	suluh := flag.String("suluh", "./suluh", "the Suluh to measure")
	out := flag.String("out", "BENCHMARKS.md", "where the tables go")
	flag.Parse()
	b := &bench{runs: *runs, slow: *slow}
	if err := b.find(*suluh, *hugo); err != nil {
		fail(err)
	}
	var err error
	if b.dir, err = os.MkdirTemp("", "suluh-bench-"); err != nil {
		fail(err)
	}
	defer os.RemoveAll(b.dir)
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
	}
}

func fail(err error) {
	fmt.Fprintf(os.Stderr, "suluh-bench: %v\n", err)
	os.Exit(2)
}

// bench is what is measured with, and what came out.
type bench struct {
	dir         string
	suluh, hugo string // absolute; hugo is empty when there is none
	runs, slow  int
	largest     int
	sizes       []size
}

// size is what was measured with one number of villages.
type size struct {
	villages, files int
	rows            []row
}

func (b *bench) find(suluh, hugo string) error {
	var err error
	if b.suluh, err = filepath.Abs(suluh); err != nil {
		return err
	}
	if _, err := os.Stat(b.suluh); err != nil {
		return fmt.Errorf("%w: run ./build.sh first", err)
	}
	if b.hugo, err = exec.LookPath(hugo); err != nil {
		fmt.Fprintf(os.Stderr, "suluh-bench: no Hugo here, so there is nothing to compare with: %v\n", err)
		b.hugo = ""
	}
	return nil
}
