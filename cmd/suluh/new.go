package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"suluh"
	"suluh/internal/draft"
	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/schema"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/wilayah"
)

func runNew(e *env, args []string) int {
	dir := e.flags.String("source", ".", "")
	regency := e.flags.String("kabupaten", "", "")
	date := e.flags.String("date", "", "")
	if !e.parse(args, 2) {
		return failed
	}
	day, ok := e.dayOf(*date)
	if !ok {
		return failed
	}
	if day.IsZero() {
		day = site.Today(time.Now(), "")
	}
	var kinds []string
	for _, d := range draft.All {
		kinds = append(kinds, d.Kind)
	}
	kinds = append(slices.Compact(kinds), "kunci")
	kind, name := e.arg(0), e.arg(1)
	if !slices.Contains(kinds, kind) {
		near := source.Nearest(kind, kinds)
		e.complain(
			source.SayWriteSuluhNewName, strings.Join(kinds, "|"), e.hint(near))
		return failed
	}
	slug := markdown.Slug(name)
	if slug == "" {
		e.complain(source.SayWriteItsNameTooFor)
		return failed
	}
	if kind == "kunci" {
		return e.newKey(name)
	}
	if kind == "situs" {
		if filepath.IsAbs(name) {
			*dir = name
		} else {
			*dir = filepath.Join(*dir, name)
		}
		name = filepath.Base(name)
		if *regency != "" {
			return e.newRegion(*dir, *regency, day)
		}
	} else if *regency != "" {
		e.complain(source.SayRegencyOfSite)
		return failed
	}
	return e.writeDrafts(*dir, kind, name, day)
}

func (e *env) writeDrafts(dir, kind, name string, day frontmatter.Date) int {
	changes := draft.Begin(kind, name, day.String())
	if kind == "situs" {
		changes = append(changes, forEditors()...)
	}
	return e.writeNew(dir, changes)
}

// forEditors are the files by which editors of code know the keys of a new site.
func forEditors() []edit.Change {
	var changes []edit.Change
	for _, s := range schema.VSCode() {
		changes = append(changes, edit.Change{Name: s.Name, New: s.Data})
	}
	return changes
}

// newRegion begins a portal for a regency, called by its code or its name.
func (e *env) newRegion(dir, called string, day frontmatter.Date) int {
	areas, err := wilayah.All()
	if err != nil {
		return e.fail(err)
	}
	found := wilayah.Regencies(areas, called)
	switch len(found) {
	case 1:
		changes, err := draft.Region(areas, found[0], suluh.Content, day.String())
		if err != nil {
			return e.fail(err)
		}
		return e.writeNew(dir, append(changes, forEditors()...))
	case 0:
		var names []string
		for _, a := range areas {
			if len(a.Code) == wilayah.RegencyCode {
				names = append(names, a.Name, a.Bare())
			}
		}
		e.complain(source.SayNoRegency, called, dotted(e.hint(source.Nearest(called, names))))
	default:
		var choices []string
		for _, a := range found {
			choices = append(choices, a.Name+" "+a.Code)
		}
		e.complain(source.SaySeveralRegencies, called, strings.Join(choices, "; "))
	}
	return failed
}

// writeNew writes files that are not there yet.
func (e *env) writeNew(dir string, changes []edit.Change) int {
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = (&edit.Editor{Dir: dir}).Apply(changes)
	}
	var taken *edit.Conflict
	if errors.As(err, &taken) {
		file := filepath.Join(dir, filepath.FromSlash(taken.Name))
		e.complain(source.SayIsThereAlready, file)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	for _, c := range changes {
		file := filepath.Join(dir, filepath.FromSlash(c.Name))
		fmt.Fprintln(e.stdout, file)
	}
	return good
}
