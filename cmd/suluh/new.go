package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"suluh/internal/draft"
	"suluh/internal/edit"
	"suluh/internal/markdown"
	"suluh/internal/site"
	"suluh/internal/source"
)

func runNew(e *env, args []string) int {
	dir := e.flags.String("source", ".", "")
	if !e.parse(args, 2) {
		return failed
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
			sayWriteSuluhNewName, strings.Join(kinds, "|"), e.hint(near))
		return failed
	}
	slug := markdown.Slug(name)
	if slug == "" {
		e.complain(sayWriteItsNameTooFor)
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
	}
	return e.writeDrafts(*dir, kind, name)
}

func (e *env) writeDrafts(dir, kind, name string) int {
	changes := draft.Begin(kind, name, site.Today(time.Now(), "").String())
	err := os.MkdirAll(dir, 0o755)
	if err == nil {
		err = (&edit.Editor{Dir: dir}).Apply(changes)
	}
	var taken *edit.Conflict
	if errors.As(err, &taken) {
		file := filepath.Join(dir, filepath.FromSlash(taken.Name))
		e.complain(sayIsThereAlready, file)
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
