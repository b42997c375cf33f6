package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"suluh/internal/check"
	"suluh/internal/compress"
	"suluh/internal/content"
	"suluh/internal/edit"
	"suluh/internal/markdown"
	"suluh/internal/publish"
	"suluh/internal/source"
)

func runCheck(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	format := e.flags.String("format", "text", "")
	fix := e.flags.Bool("fix", false, "")
	explain := e.flags.String("explain", "", "")
	e.flags.BoolVar(&e.style.Gaps, "gaps", false, "")
	reading := e.flags.Bool("reading", false, "")
	weights := e.flags.Bool("weights", false, "")
	if !e.parse(args, 0) {
		return failed
	}
	if *explain != "" {
		return e.explain(source.Code(strings.ToUpper(*explain)))
	}
	if !slices.Contains([]string{"text", "json", "sarif"}, *format) {
		e.complain(source.SayFormatsOfCheck)
		return failed
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	if *reading {
		return e.reading(s)
	}
	if *weights {
		return e.weights(s)
	}
	if *fix {
		if err := e.fix(s, from.dir); err != nil {
			return e.fail(err)
		}
		if s, code = e.load(&from); s == nil {
			return code
		}
	}
	faults := append(s.Check(), s.CheckRender()...)
	switch *format {
	case "text":
		faults.Print(e.stderr, e.style)
		e.summary(s, faults)
	case "json":
		if err := faults.PrintJSON(e.stdout, e.style.Lang); err != nil {
			return e.fail(err)
		}
	case "sarif":
		if err := faults.PrintSARIF(e.stdout, e.style.Lang); err != nil {
			return e.fail(err)
		}
	}
	if faults.HasErrors() {
		return faulty
	}
	return good
}

// reading prints how hard each page is to read, the hardest last.
func (e *env) reading(s *publish.Edition) int {
	s.Wording().Print(e.stderr, e.style)
	pages := slices.Clone(s.Pages)
	slices.SortStableFunc(pages, func(a, b *content.Page) int {
		return cmp.Compare(a.Doc.Reading().LIX(), b.Doc.Reading().LIX())
	})
	e.say(source.SayReadingHead)
	var total markdown.Reading
	for _, p := range pages {
		r := p.Doc.Reading()
		total.Words += r.Words
		total.Sentences += r.Sentences
		total.Long += r.Long
		total.Longest = max(total.Longest, r.Longest)
		e.readingLine(r, p.File)
	}
	e.readingLine(total, fmt.Sprintf("(%d)", len(pages)))
	return good
}

func (e *env) readingLine(r markdown.Reading, name string) {
	fmt.Fprintf(e.stdout, "%6d  %12.1f  %10d  %3.0f  %s\n", r.Words, r.PerSentence(), r.Longest, r.LIX(), name)
}

// weights prints what each page weighs, the heaviest last.
func (e *env) weights(s *publish.Edition) int {
	pages, err := s.Weigh()
	if err != nil {
		return e.fail(err)
	}
	slices.SortStableFunc(pages, func(a, b publish.Weight) int { return cmp.Compare(a.Parts.Total, b.Parts.Total) })
	e.say(source.SayWeightsHead)
	for _, p := range pages {
		fmt.Fprintf(e.stdout, "%6d  %7d  %5d  %4d  %4d  %4d  %5d  %s\n", p.Parts.Total, p.Budget.Target, p.Budget.Limit,
			p.Parts.Text, p.Parts.Style, p.Parts.Frame, compress.PacketsOf(p.Parts.Total), p.Path)
	}
	return good
}

func (e *env) explain(code source.Code) int {
	if source.Explain(e.stdout, code, e.style.Lang) {
		return good
	}
	near := source.Nearest(string(code), source.Codes())
	e.complain(
		source.SayThereIsNoCode, code, e.hint(near))
	return failed
}

// fix writes what can be mended without a doubt into the files, and says so.
func (e *env) fix(s *publish.Edition, dir string) error {
	fixes, err := check.Fixes(s.Site)
	if err != nil || len(fixes) == 0 {
		return err
	}
	var changes []edit.Change
	for _, f := range fixes {
		changes = append(changes, edit.Change{Name: f.Name, Old: f.Was, New: f.Data})
	}
	if err := (&edit.Editor{Dir: dir}).Apply(changes); err != nil {
		return err
	}
	for _, f := range fixes {
		e.say(
			source.SayItemsGotIDs, f.Name, f.Count)
	}
	return nil
}
