package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"suluh/internal/desk"
	"suluh/internal/due"
	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/importer"
	"suluh/internal/phone"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// runDue says what has to be checked again, and takes back what was told on the
// telephone.
func runDue(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	format := e.flags.String("format", "text", "")
	within := e.flags.String("within", "30 hari", "")
	calls := e.flags.Bool("telepon", false, "")
	answers := e.flags.String("jawab", "", "")
	write := e.flags.Bool("write", false, "")
	output := e.flags.String("output", "-", "")
	if !e.parse(args, 0) {
		return failed
	}
	if !slices.Contains([]string{"text", "csv", "ics", "html"}, *format) {
		e.complain(source.SayFormatsOfDue)
		return failed
	}
	var term frontmatter.ValidFor
	if err := term.UnmarshalText([]byte(*within)); err != nil && *within != "semua" {
		e.complain(source.SayWithinIsLengthOfTime)
		return failed
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	until := s.Date().Add(term)
	if *within == "semua" || *answers != "" {
		until = frontmatter.Date{}
	}
	all, err := due.List(s.Site, until)
	if err != nil {
		return e.fail(err)
	}
	if *answers != "" {
		return e.takeAnswers(s, &from, all, *answers, *write)
	}
	data, err := e.dueIn(*format, *calls, all, s)
	if err != nil {
		return e.fail(err)
	}
	if len(all) == 0 {
		e.say(source.SayNothingHasToBeChecked)
		return good
	}
	if *output != "-" {
		if err := writeWhole(*output, data); err != nil {
			return e.fail(err)
		}
		e.say(source.SayLines, *output, len(all))
		return good
	}
	if _, err := e.stdout.Write(data); err != nil {
		return e.fail(err)
	}
	return good
}

func (e *env) dueIn(format string, calls bool, all []due.Item, s *publish.Edition) ([]byte, error) {
	lang := e.style.Lang
	switch {
	case calls:
		return due.Calls(all, lang), nil
	case format == "csv":
		return due.CSV(all, lang)
	case format == "ics":
		d := s.Date()
		return due.Calendar(all, time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC), lang)
	case format == "html":
		return due.Page(all, lang)
	}
	return due.Text(all, lang), nil
}

// takeAnswers shows what the answers change, and writes it when it is told to.
func (e *env) takeAnswers(s *publish.Edition, from *sourceFlags, all []due.Item, file string, write bool) int {
	text, err := readSent(file)
	if err != nil {
		return e.fail(err)
	}
	answers, unread := due.Answers(string(text), all)
	for _, u := range unread {
		e.unread(u)
	}
	changes, result := e.registryChanges(from, answers, s.Date())
	if result == failed {
		return failed
	}
	table, err := importer.Read("jawaban.csv", due.Table(answers, s.Date().String()))
	if err != nil {
		return e.fail(err)
	}
	// Forced: a call to every village sets the day of every one, which would stop an
	// import; and an answer empties nothing.
	plan, err := importer.Make(table, desk.Known(s), nil, true)
	if err != nil {
		return e.fail(err)
	}
	e.preview(plan, false)
	for _, c := range changes {
		fmt.Fprint(e.stdout, c.Diff())
	}
	for _, v := range plan.Villages {
		changes = append(changes, v.Change)
	}
	asked, refused := plan.Counts()
	if asked+refused+len(unread) > 0 {
		result = faulty
	}
	if !write || len(changes) == 0 {
		e.say(source.SayNothingIsWrittenYetWrite)
		return result
	}
	if err := (&edit.Editor{Dir: from.dir}).Apply(changes); err != nil {
		return e.fail(err)
	}
	e.say(source.SayWritten)
	return result
}

// unread says what is wrong with a line of answers.
func (e *env) unread(u due.Unread) {
	if u.Unknown {
		e.complain(source.SayLineUnknown, u.Line, u.Text)
		return
	}
	e.complain(source.SayLineForm, u.Line, u.Text)
}

// registryChanges sets the day of the check of each contact whose numbers were right,
// and puts another number of the same kind in the place of one that was not.
func (e *env) registryChanges(from *sourceFlags, answers []due.Answer, day frontmatter.Date) ([]edit.Change, int) {
	const file = "content/kontak.yaml"
	old, err := os.ReadFile(filepath.Join(from.dir, filepath.FromSlash(file)))
	if err != nil {
		return nil, good // told by check
	}
	list, code := edit.OpenList(old, "id"), good
	for _, a := range answers {
		err = nil
		switch {
		case a.Due.Sort != due.OfContact:
		case a.Number != "":
			var said int
			if said, err = e.replaceNumber(list, a, day); said != good {
				code = said
			}
		case a.Right:
			err = confirm(list, a.Due, day)
		}
		if err != nil {
			return nil, e.fail(err)
		}
	}
	if string(list.Bytes()) == string(old) {
		return nil, code
	}
	return []edit.Change{{Name: file, Old: old, New: list.Bytes()}}, code
}

// confirm sets the day on which a contact and its numbers were found right.
func confirm(list *edit.List, of due.Item, day frontmatter.Date) error {
	for _, n := range of.Numbers {
		if n.OwnDay {
			if err := list.Set(of.Key, edit.Plain(day.String()), "nomor", n.Place, "diperiksa"); err != nil {
				return err
			}
		}
	}
	return list.Set(of.Key, edit.Plain(day.String()), "diperiksa")
}

// replaceNumber puts the number of an answer in the place of another of its contact.
func (e *env) replaceNumber(list *edit.List, a due.Answer, day frontmatter.Date) (int, error) {
	was, one := a.Replaced()
	if !one {
		e.complain(
			source.SayLineHasSeveralNumbersWrite, a.Line, a.Due.Name, a.Due.Key)
		return faulty, nil
	}
	number, err := phone.Parse(a.Number, was.Kind)
	if why, is := e.faultText(err); is {
		e.complain(
			source.SayLineOtherKind, a.Line, why)
		return faulty, nil
	}
	if err != nil {
		return failed, err
	}
	written := number.Display()
	if was.Abroad {
		written = number.International()
	}
	var above []any
	if was.OwnSources {
		above = []any{"nomor", was.Place}
	}
	return good, errors.Join(
		list.Set(a.Due.Key, edit.Plain(written), "nomor", was.Place, "nomor"),
		list.Set(a.Due.Key, edit.Plain(day.String()), "nomor", was.Place, "diperiksa"),
		list.Cite(a.Due.Key, due.Told, day.String(), above...))
}
