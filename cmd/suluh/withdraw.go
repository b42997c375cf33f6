package main

import (
	"fmt"

	"suluh/internal/edit"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/withdraw"
)

// runWithdraw takes a number out of the site when its owner no longer agrees.
func runWithdraw(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	write := e.flags.Bool("write", false, "")
	if !e.parse(args, 1) {
		return failed
	}
	if e.arg(0) == "" {
		e.complain(source.SayWriteTheNumberSuluhWithdraw)
		return failed
	}
	number, err := phone.Parse(e.arg(0), phone.Any)
	if why, is := e.faultText(err); is {
		fmt.Fprintf(e.stderr, "suluh: %s\n", why)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	plan, err := withdraw.Make(s.Files(), s.Villages, number)
	if err != nil {
		return e.fail(err)
	}
	for _, c := range plan.Changes {
		fmt.Fprint(e.stdout, c.Diff())
	}
	for _, l := range plan.Left {
		e.say(source.SayNumberStill, l.File, l.Line)
	}
	for _, t := range plan.Taken {
		if s.WasPrinted(s.Villages.OfFile(t.File)) {
			e.say(
				source.SayThePosterOfWasPrinted, t.Village, s.Villages.OfFile(t.File).Slug)
		}
	}
	switch {
	case len(plan.Changes)+len(plan.Left) == 0:
		e.say(source.SayTheSiteDoesNotHold)
		return good
	case len(plan.Changes) > 0 && !*write:
		e.say(source.SayNothingIsWrittenYetHere)
	case len(plan.Changes) > 0:
		if err := (&edit.Editor{Dir: from.dir}).Apply(plan.Changes); err != nil {
			return e.fail(err)
		}
		e.say(
			source.SayTakenOutOfTheVillages)
	}
	if len(plan.Left) > 0 {
		return faulty
	}
	return good
}
