package main

import (
	"errors"
	"flag"

	"suluh/internal/builder"
	"suluh/internal/compress"
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
	return builder.Output(f.dir)
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
	stop := e.watchProgress(&from.meter)
	from.meter.Begin(progress.Publishing, s.CountOutputs())
	dir, heavy, err := builder.Fill(s, builder.Options{
		Site: from.dir, To: to, Below: from.base, Effort: effort, InPlace: from.inPlace, Key: key, Hosts: hosts, Beside: e.besideSite,
	})
	stop()
	heavy.Print(e.stderr, e.style)
	faults = append(faults, heavy...)
	if err != nil {
		var broken *source.Diagnostic
		if errors.As(err, &broken) {
			source.List{broken}.Print(e.stderr, e.style)
			return faulty
		}
		return e.fail(err)
	}
	if dir == nil {
		e.summary(s, faults)
		return faulty
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

// summary says in one line what was read and what is wrong.
func (e *env) summary(s *publish.Edition, faults source.List) {
	pages, villages := s.Counts()
	errs, warnings := faults.Count()
	e.say(
		source.SaySummary, pages, villages, errs, warnings)
}
