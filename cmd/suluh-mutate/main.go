// Suluh-mutate takes the guards of Suluh away, one by one, and runs the test that
// must notice: a guard that nothing misses may be gone tomorrow, and nobody would
// know. ./build.sh mutate runs it; it is no part of CI, since it takes minutes.
//
//	suluh-mutate [-only WORDS] [-v]
//
// Each guard is a row of guards.go: a text of a file, what stands there without
// the guard, and a test. A row whose text is not there exactly once is out of
// date, and so is one without which nothing compiles; both are told apart from
// survivors, and all three end with 1.
//
// It changes a copy of the module, in a temporary folder; the folder it is run
// from stays as it is.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// guard is one row: what is taken away, and who must notice.
type guard struct {
	name string // what it is for
	file string // below the module
	old  string // its text, which stands there once
	new  string // what stands there without it
	pkg  string // the folder of the tests
	run  string // the pattern of the test, as for go test -run
}

// patience is how long one test may take. Without a guard some never end, which
// is noticed, too.
const patience = 120 * time.Second

func main() {
	only := flag.String("only", "", "the guards whose names, files or tests hold this")
	verbose := flag.Bool("v", false, "show what the tests say")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, *only, *verbose)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "suluh-mutate: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, only string, verbose bool) error {
	dir, err := os.MkdirTemp("", "suluh-mutate-")
	if err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := copyModule(ctx, dir); err != nil {
		return err
	}
	b := bench{ctx: ctx, dir: dir, whole: map[string]result{}, compiled: map[string]bool{}}
	counts := map[result]int{}
	for _, g := range guards {
		if !strings.Contains(g.name+" "+g.file+" "+g.run, only) {
			continue
		}
		start := time.Now()
		got, said := b.try(g)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		counts[got]++
		fmt.Printf("%-11s %s  (%s, %s %s, %.1fs)\n", got, g.name, g.file, g.pkg, g.run, time.Since(start).Seconds())
		if said != "" && (verbose || got != noticed) {
			fmt.Println("    " + strings.ReplaceAll(tail(said), "\n", "\n    "))
		}
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	fmt.Printf("%d guards, %d noticed, %d survivors\n", total, counts[noticed], counts[survivor])
	if total == 0 || counts[noticed] < total {
		return fmt.Errorf("%d of %d guards can be taken away, or their rows are out of date", total-counts[noticed], total)
	}
	return nil
}

// result is what became of a row.
type result string

const (
	noticed  result = "ok"          // the test fails without the guard
	survivor result = "SURVIVOR"    // it passes
	stale    result = "NO TEXT"     // the guard's text is not there exactly once
	broken   result = "NO COMPILE"  // without it nothing compiles
	failing  result = "TEST FAILS"  // the test fails with the guard, too
	missing  result = "NO TEST"     // the pattern runs no test, or a skipped one
	passes   result = "test passes" // with the guard
)

// bench is the copy on which the guards are taken away.
type bench struct {
	ctx      context.Context
	dir      string
	whole    map[string]result // what a test says while all guards are there
	compiled map[string]bool   // packages whose tests are compiled with all guards
}

// try takes one guard away, runs its test, and puts the guard back.
func (b *bench) try(g guard) (result, string) {
	file := filepath.Join(b.dir, filepath.FromSlash(g.file))
	text, err := os.ReadFile(file)
	if err != nil {
		return stale, err.Error()
	}
	if n := bytes.Count(text, []byte(g.old)); n != 1 || g.old == g.new {
		return stale, fmt.Sprintf("%q stands there %d times", g.old, n)
	}
	// A test that fails anyway notices nothing.
	key := g.pkg + " " + g.run
	if _, known := b.whole[key]; !known {
		got, said := b.test(g, filepath.Join(b.dir, ".whole-"+path.Base(g.pkg)))
		if b.whole[key] = got; got != passes {
			return got, said
		}
	} else if b.whole[key] != passes {
		return b.whole[key], ""
	}
	if err := os.WriteFile(file, bytes.Replace(text, []byte(g.old), []byte(g.new), 1), 0o644); err != nil {
		return stale, err.Error()
	}
	bin := filepath.Join(b.dir, ".mutated")
	delete(b.compiled, bin)
	got, said := b.test(g, bin)
	if err := os.WriteFile(file, text, 0o644); err != nil {
		panic(err) // all rows from here on would lie
	}
	switch got {
	case failing:
		return noticed, said
	case passes:
		return survivor, ""
	}
	return got, said
}

var ran = regexp.MustCompile(`(?m)^\s*--- (?:PASS|FAIL)`)

// test compiles and runs a test. Compiling by itself tells a guard without which
// nothing compiles from one whose test fails.
func (b *bench) test(g guard, bin string) (result, string) {
	if !b.compiled[bin] {
		compile := exec.CommandContext(b.ctx, "go", "test", "-c", "-ldflags=-s -w", "-o", bin, "./"+g.pkg)
		compile.Dir = b.dir
		if out, err := compile.CombinedOutput(); err != nil {
			return broken, string(out)
		}
		b.compiled[bin] = true
	}
	ctx, cancel := context.WithTimeout(b.ctx, patience+10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, "-test.v", "-test.count=1", "-test.run", g.run, "-test.timeout", patience.String())
	cmd.Dir = filepath.Join(b.dir, filepath.FromSlash(g.pkg))
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		return failing, string(out)
	case err != nil:
		return missing, err.Error()
	case !ran.Match(out):
		return missing, string(out)
	}
	return passes, string(out)
}

// copyModule copies what git knows, or would, as it is now: what is being worked
// on counts, and what was built does not.
func copyModule(ctx context.Context, to string) error {
	out, err := exec.CommandContext(ctx, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		return fmt.Errorf("list the files of the module: %w", err)
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		data, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // deleted, and not yet told to git
		}
		if err != nil {
			return fmt.Errorf("copy: %w", err)
		}
		file := filepath.Join(to, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, data, 0o644)); err != nil {
			return fmt.Errorf("copy: %w", err)
		}
	}
	return nil
}

// tail gives the last lines of what a test says.
func tail(said string) string {
	const most = 12
	lines := strings.Split(strings.TrimSpace(said), "\n")
	lines = lines[max(0, len(lines)-most):]
	for i, line := range lines {
		if len(line) > 200 {
			lines[i] = line[:200] + "…"
		}
	}
	return strings.Join(lines, "\n")
}
