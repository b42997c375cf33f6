package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"suluh/internal/site"
	"suluh/internal/source"
)

func runCheck(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	format := e.flags.String("format", "text", "")
	fix := e.flags.Bool("fix", false, "")
	explain := e.flags.String("explain", "", "")
	if !e.parse(args, 0) {
		return failed
	}
	if *explain != "" {
		return e.explain(source.Code(strings.ToUpper(*explain)))
	}
	s, code := e.load(&from)
	if s == nil {
		return code
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
	default:
		e.complain("--format diisi text, json, atau sarif", "--format is text, json or sarif")
		return failed
	}
	if faults.HasErrors() {
		return faulty
	}
	return good
}

func (e *env) explain(code source.Code) int {
	if source.Explain(e.stdout, code, e.style.Lang) {
		return good
	}
	near := source.Nearest(string(code), source.Codes())
	e.complain(
		fmt.Sprintf("kode %s tidak ada%s", code, hint(" Mungkin maksud Anda: ", near)),
		fmt.Sprintf("there is no code %s%s", code, hint(" Did you mean: ", near)))
	return failed
}

// fix writes what can be mended without a doubt into the files, and says so.
func (e *env) fix(s *site.Site, dir string) error {
	edits, err := s.Fixes()
	if err != nil {
		return err
	}
	for _, edit := range edits {
		name := filepath.Join(dir, filepath.FromSlash(edit.Name))
		if err := replaceFile(name, edit.Data); err != nil {
			return err
		}
		e.say(
			fmt.Sprintf("%s: %d butir diberi tanda tetap", edit.Name, edit.Count),
			fmt.Sprintf("%s: %d items were given an id", edit.Name, edit.Count))
	}
	return nil
}

// replaceFile writes beside the file and renames, so that a writer's work is
// never half there.
func replaceFile(name string, data []byte) error {
	beside := name + "~"
	if err := os.WriteFile(beside, data, 0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	if err := os.Rename(beside, name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
