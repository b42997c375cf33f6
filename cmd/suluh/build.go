package main

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"

	"suluh/internal/channel"
	"suluh/internal/compress"
	"suluh/internal/output"
	"suluh/internal/progress"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// buildFlags say how a site is built, and where to.
type buildFlags struct {
	sourceFlags
	to, sign, hosts, effort string
	plain, inPlace          bool
}

func (f *buildFlags) add(flags *flag.FlagSet) {
	f.sourceFlags.add(flags)
	f.addBuild(flags)
	flags.StringVar(&f.to, "output", "", "")
	flags.StringVar(&f.sign, "sign", "", "")
	flags.StringVar(&f.hosts, "host", "", "")
	flags.StringVar(&f.effort, "compress", "", "")
	flags.BoolVar(&f.plain, "no-compress", false, "")
	flags.BoolVar(&f.inPlace, "in-place", false, "")
}

// output is the folder that is published.
func (f *buildFlags) output() string {
	if f.to != "" {
		return f.to
	}
	return filepath.Join(f.dir, "public")
}

func runBuild(e *env, args []string) int {
	var from buildFlags
	from.add(e.flags)
	if !e.parse(args, 0) {
		return failed
	}
	return e.build(&from)
}

// build makes the site and publishes it into its folder.
func (e *env) build(from *buildFlags) int {
	effort := compress.Effort(from.effort)
	if from.plain {
		effort = compress.None
	}
	switch effort {
	case compress.ByGain, compress.Best, compress.Fast, compress.None:
	default:
		e.complain(source.SayCompressKnows, from.effort)
		return failed
	}
	to := from.output()
	key, ok := e.readSigningKey(from.sign, from.dir, to)
	if !ok {
		return failed
	}
	s, code := e.load(&from.sourceFlags)
	if s == nil {
		return code
	}
	hosts, ok := e.hostsOf(s, from.hosts)
	if !ok {
		return failed
	}
	faults := s.Check()
	faults.Print(e.stderr, e.style)
	if faults.HasErrors() {
		e.summary(s, faults)
		return faulty
	}
	opt := output.Options{Sources: sourceFolders(from.dir), InPlace: from.inPlace, Key: key}
	if opt.Compress = effort != compress.None; opt.Compress {
		opt.Packed = packed()
		defer opt.Packed.Trim()
	}
	dir, err := output.Open(to, opt)
	if err != nil {
		return e.fail(err)
	}
	stop := e.watchProgress(&from.meter)
	from.meter.Begin(progress.Publishing, s.CountOutputs())
	plan := s.Compression(effort)
	heavy, err := s.EachOutput(func(o channel.Output, page *bytes.Buffer) (*source.Diagnostic, error) {
		return publishOne(s, dir, o, plan(o), page)
	})
	stop()
	heavy.Print(e.stderr, e.style)
	faults = append(faults, heavy...)
	if err == nil && heavy.HasErrors() {
		dir.Abort()
		e.summary(s, faults)
		return faulty
	}
	if err == nil {
		err = e.writeHostFiles(s, dir, from, hosts)
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
		e.complain(source.SayTheNewSiteIsNot)
		return e.fail(err)
	}
	e.summary(s, faults)
	e.say(
		source.SayPublished, to, result.Files, result.Changed, result.Removed)
	if result.Foreign > 0 {
		e.say(
			source.SayOtherFiles, to, result.Foreign)
	}
	return good
}

// packed opens what was compressed before, for all sites of this person.
func packed() *compress.Store {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	return compress.OpenStore(filepath.Join(folder, "suluh", "padat"))
}

// sourceFolders are what an output may neither hold nor lie in.
func sourceFolders(dir string) []string {
	var folders []string
	for _, name := range []string{"content", "villages", "layouts", "static"} {
		folders = append(folders, filepath.Join(dir, name))
	}
	return folders
}

// publishOne renders an output unless it is published already, and says whether
// it is too heavy, which needs the page of one that is.
func publishOne(s *publish.Edition, dir *output.Dir, o channel.Output, plan compress.Plan, page *bytes.Buffer) (*source.Diagnostic, error) {
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

// summary says in one line what was read and what is wrong.
func (e *env) summary(s *publish.Edition, faults source.List) {
	pages, villages := s.Counts()
	errs, warnings := faults.Count()
	e.say(
		source.SaySummary, pages, villages, errs, warnings)
}
