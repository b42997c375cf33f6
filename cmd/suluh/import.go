package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"suluh/internal/desk"
	"suluh/internal/edit"
	"suluh/internal/importer"
	"suluh/internal/limits"
	"suluh/internal/source"
)

// runImport shows what a sheet or a chat would change, and writes it when it is told
// to: everything that needs no answer, in one step or not at all.
func runImport(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	write := e.flags.Bool("write", false, "")
	force := e.flags.Bool("force", false, "")
	lines := e.flags.Bool("diff", false, "")
	answers := answerFlag{}
	e.flags.Var(&answers, "yes", "")
	if !e.parse(args, 1) {
		return failed
	}
	if e.arg(0) == "" {
		e.complain(source.SayNameTheFileSuluhImport)
		return failed
	}
	data, err := readSent(e.arg(0))
	if err != nil {
		return e.fail(err)
	}
	table, err := importer.Read(filepath.Base(e.arg(0)), data)
	if err != nil {
		return e.unreadableSheet(err)
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	if s.Villages.Areas == nil {
		e.complain(source.SayVillagesWilayahTsvIsMissing)
		return faulty
	}
	plan, err := importer.Make(table, desk.Known(s), importer.Answers(answers), *force)
	if err != nil {
		return e.fail(err)
	}
	e.preview(plan, *lines)
	asked, refused := plan.Counts()
	if asked+refused > 0 && e.arg(0) != "-" {
		if err := e.writeMarked(table, plan, e.arg(0)); err != nil {
			return e.fail(err)
		}
	}
	result := good
	if asked+refused+len(plan.Guards) > 0 {
		result = faulty
	}
	if !*write || len(plan.Guards) > 0 || len(plan.Villages) == 0 {
		e.notWritten(plan, *write)
		return result
	}
	var changes []edit.Change
	for _, v := range plan.Villages {
		changes = append(changes, v.Change)
	}
	if err := (&edit.Editor{Dir: from.dir}).Apply(changes); err != nil {
		return e.fail(err)
	}
	e.say(source.SayWrittenVillagesSeeWithSuluh, len(changes))
	return result
}

// readSent reads a file, or what is pasted into standard input.
func readSent(name string) ([]byte, error) {
	if name != "-" {
		info, err := os.Stat(name)
		if err == nil && info.Mode().IsRegular() && info.Size() > int64(limits.Sheet.Max) {
			return make([]byte, limits.Sheet.Max+1), nil // refused by its size
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read sheet: %w", err)
		}
		return data, nil
	}
	data, err := io.ReadAll(io.LimitReader(os.Stdin, int64(limits.Sheet.Max)+1))
	if err != nil {
		return nil, fmt.Errorf("read what is pasted: %w", err)
	}
	return data, nil
}

// unreadableSheet says why nothing can be taken from a file.
func (e *env) unreadableSheet(err error) int {
	why, args, known := importer.Unreadable(err)
	if !known {
		return e.fail(err)
	}
	e.complain(why, args...)
	fmt.Fprintf(e.stderr, "  (%v)\n", err)
	return failed
}

// preview prints what would change, then what is asked, refused and noted.
func (e *env) preview(plan *importer.Plan, lines bool) {
	for _, v := range plan.Villages {
		mark := ""
		if v.IsNew {
			mark = e.either(source.SayNewFile)
		}
		fmt.Fprintf(e.stdout, "%s, Kecamatan %s, %s%s\n", v.Name, v.District, v.Change.Name, mark)
		if lines {
			_, body, _ := strings.Cut(v.Change.Diff(), "\n")
			fmt.Fprint(e.stdout, body)
			continue
		}
		for _, f := range v.Fields {
			fmt.Fprintf(e.stdout, "  %-28s %s → %s\n", f.Label, orDash(f.Old), orDash(f.New))
		}
	}
	for _, part := range []struct {
		sort importer.Sort
		head source.Message
	}{{importer.Asked, source.SayQuestions}, {importer.Refused, source.SayNotTaken}, {importer.Noted, source.SayNotes}} {
		first := true
		for _, r := range plan.Remarks {
			if r.Sort != part.sort {
				continue
			}
			if first {
				fmt.Fprintf(e.stdout, "\n%s\n", e.either(part.head))
				first = false
			}
			e.printRemark(r)
		}
	}
	for _, r := range plan.Guards {
		fmt.Fprintln(e.stdout)
		e.printRemark(r)
	}
}

func (e *env) printRemark(r importer.Remark) {
	text := r.In(e.style.Lang)
	place := ""
	if r.Row > 0 {
		place = fmt.Sprintf("%s %d", e.either(source.SayRow), r.Row)
		if r.Heading != "" {
			place += ", " + r.Heading
		}
		if r.Village != "" {
			place += " (" + r.Village + ")"
		}
		place += ": "
	}
	fmt.Fprintf(e.stdout, "  %s%s %s\n", place, r.Code, text.What)
	if text.Why != "" {
		fmt.Fprintf(e.stdout, "      %s\n", text.Why)
	}
	switch {
	case r.Sort == importer.Asked && r.Proposal != "":
		fmt.Fprintf(e.stdout, "      %s  --yes %s\n", fmt.Sprintf(e.either(source.SayYes), r.Proposal), quotedAnswer(r, ""))
	case r.Sort == importer.Asked:
		fmt.Fprintf(e.stdout, "      %s  --yes %s\n", text.Mend, quotedAnswer(r, "=ISI"))
	default:
		fmt.Fprintf(e.stdout, "      %s\n", text.Mend)
	}
}

// quotedAnswer writes an answer as a shell takes it.
func quotedAnswer(r importer.Remark, value string) string {
	answer := strconv.Itoa(r.Row) + ":" + r.Heading + value
	if strings.ContainsAny(answer, " /?.()*&|;<>'") {
		return `"` + answer + `"`
	}
	return answer
}

func (e *env) notWritten(plan *importer.Plan, wanted bool) {
	asked, refused := plan.Counts()
	switch {
	case len(plan.Villages) == 0:
		e.say(
			source.SayNothingChangesRowsReadQuestions, plan.Read, asked, refused)
	case wanted:
		e.say(source.SayNothingWasWritten)
	default:
		e.say(
			source.SayWouldChange, len(plan.Villages), asked, refused)
	}
}

// writeMarked writes the copy of a sheet with its remarks beside it. A copy that is
// there already may hold answers, so it is never written over.
func (e *env) writeMarked(table *importer.Table, plan *importer.Plan, name string) error {
	data, ending, err := table.Marked(plan.Remarks, e.style.Lang)
	if err != nil {
		return fmt.Errorf("write the marked copy: %w", err)
	}
	stem := strings.TrimSuffix(name, filepath.Ext(name)) + "-catatan"
	for n := 1; ; n++ {
		file := stem + ending
		if n > 1 {
			file = stem + "-" + strconv.Itoa(n) + ending
		}
		if old, err := os.ReadFile(file); err == nil && bytes.Equal(old, data) {
			return nil
		}
		f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("write the marked copy: %w", err)
		}
		if _, err = f.Write(data); err == nil {
			err = f.Close()
		}
		if err != nil {
			return fmt.Errorf("write %s: %w", file, err)
		}
		e.say(
			source.SayCopyWithRemarks, file, file)
		return nil
	}
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// answerFlag collects --yes ROW:COLUMN and --yes ROW:COLUMN=VALUE.
type answerFlag importer.Answers

func (a *answerFlag) String() string { return "" }

// Set takes one answer.
func (a *answerFlag) Set(text string) error {
	row, rest, ok := strings.Cut(text, ":")
	n, err := strconv.Atoi(strings.TrimSpace(row))
	heading, value, valued := strings.Cut(rest, "=")
	if !ok || err != nil || strings.TrimSpace(heading) == "" {
		return fmt.Errorf("ROW:COLUMN")
	}
	if !valued {
		value = importer.Yes
	}
	(*a)[importer.Place{Row: n, Heading: strings.ToLower(strings.TrimSpace(heading))}] = strings.TrimSpace(value)
	return nil
}
