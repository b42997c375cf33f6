package main

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"runtime"
	"sync"

	"suluh/internal/output"
	"suluh/internal/progress"
	"suluh/internal/site"
	"suluh/internal/source"
)

func runBuild(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	to := e.flags.String("output", "", "")
	plain := e.flags.Bool("no-compress", false, "")
	inPlace := e.flags.Bool("in-place", false, "")
	sign := e.flags.String("sign", "", "")
	from.addBuild(e.flags)
	if !e.parse(args, 0) {
		return failed
	}
	if *to == "" {
		*to = filepath.Join(from.dir, "public")
	}
	key, ok := e.readSigningKey(*sign, from.dir, *to)
	if !ok {
		return failed
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	faults := s.Check()
	faults.Print(e.stderr, e.style)
	if faults.HasErrors() {
		e.summary(s, faults)
		return faulty
	}
	dir, err := output.Open(*to, output.Options{Sources: sourceFolders(from.dir), Compress: !*plain, InPlace: *inPlace, Key: key})
	if err != nil {
		return e.fail(err)
	}
	stop := e.watchProgress(&from.meter)
	from.meter.Begin(progress.Publishing, s.CountOutputs())
	heavy, err := publish(s, dir, from.jobs, &from.meter)
	stop()
	heavy.Print(e.stderr, e.style)
	faults = append(faults, heavy...)
	if err == nil && heavy.HasErrors() {
		dir.Abort()
		e.summary(s, faults)
		return faulty
	}
	if err != nil {
		dir.Abort()
		var broken *source.Diagnostic
		if errors.As(err, &broken) {
			source.List{broken}.Print(e.stderr, e.style)
			return faulty
		}
		return e.fail(err)
	}
	result, err := dir.Commit()
	if err != nil {
		e.complain("situs baru tidak terbit.", "the new site is not published.")
		return e.fail(err)
	}
	e.summary(s, faults)
	e.say(
		fmt.Sprintf("%s: %d berkas, %d berubah, %d dihapus", *to, result.Files, result.Changed, result.Removed),
		fmt.Sprintf("%s: %d files, %d changed, %d removed", *to, result.Files, result.Changed, result.Removed))
	if result.Foreign > 0 {
		e.say(
			fmt.Sprintf("%s: %d berkas lain, yang tidak dibuat suluh, tetap ada di situ", *to, result.Foreign),
			fmt.Sprintf("%s: %d other files, which suluh did not make, stay there", *to, result.Foreign))
	}
	return good
}

// sourceFolders are what an output may neither hold nor lie in.
func sourceFolders(dir string) []string {
	var folders []string
	for _, name := range []string{"content", "villages", "layouts", "static"} {
		folders = append(folders, filepath.Join(dir, name))
	}
	return folders
}

// publish renders every output, several at once, and says which pages are too
// heavy. The first error stops it.
func publish(s *site.Site, dir *output.Dir, jobs int, meter *progress.Meter) (source.List, error) {
	if jobs == 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	// Neighbours lie in one folder, where two workers would wait for each other.
	// Of few outputs each takes less at once, so that all have work to the end.
	together := max(1, min(64, s.CountOutputs()/(jobs*32)))
	outputs := make(chan []site.Output)
	stop := make(chan struct{})
	var once sync.Once
	var first error
	var mu sync.Mutex
	var heavy source.List
	var wg sync.WaitGroup
	for range jobs {
		wg.Go(func() {
			var page bytes.Buffer
			for batch := range outputs {
				for _, o := range batch {
					d, err := publishOne(s, dir, o, &page)
					if err != nil {
						once.Do(func() { first = fmt.Errorf("make %s: %w", o.Path, err); close(stop) })
						return
					}
					if d != nil {
						mu.Lock()
						heavy.Add(d)
						mu.Unlock()
					}
					meter.Step()
				}
			}
		})
	}
feed:
	for batch := range batches(s.Outputs(), together) {
		select {
		case outputs <- batch:
		case <-stop:
			break feed
		}
	}
	close(outputs)
	wg.Wait()
	heavy.Sort()
	return heavy, first
}

// publishOne renders an output unless it is published already, and says whether
// it is too heavy, which needs the page of one that is.
func publishOne(s *site.Site, dir *output.Dir, o site.Output, page *bytes.Buffer) (*source.Diagnostic, error) {
	kept := dir.Keep(o.Path, output.Key(o.Key()))
	if kept && s.IsLight(o, dir.BrotliSize(o.Path)) {
		return nil, nil
	}
	page.Reset()
	if err := o.Render(page); err != nil {
		return nil, err
	}
	if !kept {
		if err := dir.Write(o.Path, output.Key(o.Key()), page.Bytes()); err != nil {
			return nil, err
		}
	}
	size := dir.BrotliSize(o.Path)
	if size == 0 {
		return s.CheckLength(o, page.Bytes()), nil
	}
	return s.CheckWeight(o, page.Bytes(), size)
}

// batches gives what a sequence gives, several at once.
func batches[T any](seq iter.Seq[T], n int) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		var batch []T
		for v := range seq {
			if batch = append(batch, v); len(batch) == n {
				if !yield(batch) {
					return
				}
				batch = nil
			}
		}
		if len(batch) > 0 {
			yield(batch)
		}
	}
}

// summary says in one line what was read and what is wrong.
func (e *env) summary(s *site.Site, faults source.List) {
	pages, villages := s.Counts()
	errs, warnings := faults.Count()
	e.say(
		fmt.Sprintf("%d halaman, %d desa, %d kesalahan, %d peringatan", pages, villages, errs, warnings),
		fmt.Sprintf("%d pages, %d villages, %d errors, %d warnings", pages, villages, errs, warnings))
}
