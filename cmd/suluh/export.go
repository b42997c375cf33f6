package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"suluh/internal/exporter"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// export is a form in which village data leave the site.
type export struct {
	name, file string // by default
	all        bool   // also villages without a page
	make       func(s *publish.Edition, villages []exporter.Village) ([]byte, error)
}

var exports = []export{
	{"lembar", "desa-isian.xlsx", true, func(_ *publish.Edition, v []exporter.Village) ([]byte, error) {
		// One without a code and a district cannot be told from others of its name.
		return exporter.Sheet(slices.DeleteFunc(v, func(v exporter.Village) bool { return v.Code == "" }))
	}},
	{"csv", "desa.csv", false, func(_ *publish.Edition, v []exporter.Village) ([]byte, error) { return exporter.CSV(v) }},
	{"json", "desa.json", false, func(_ *publish.Edition, v []exporter.Village) ([]byte, error) { return exporter.JSON(v) }},
	{"hsds", "hsds.json", false, func(s *publish.Edition, v []exporter.Village) ([]byte, error) {
		code := s.Config.Regency.Code
		province, _, _ := strings.Cut(code, ".")
		return exporter.HSDS(v, s.Config.Regency.Name, s.Villages.Areas[province])
	}},
	{"pesan", "-", true, func(_ *publish.Edition, v []exporter.Village) ([]byte, error) {
		return []byte(exporter.Message(v[0])), nil
	}},
}

// runExport writes village data in a form for others.
func runExport(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	output := e.flags.String("output", "", "")
	if !e.parse(args, 2) {
		return failed
	}
	var names []string
	for _, x := range exports {
		names = append(names, x.name)
	}
	at := slices.Index(names, e.arg(0))
	if at < 0 {
		near := e.hint(source.Nearest(e.arg(0), names))
		e.complain(source.SayWriteSuluhExport, strings.Join(names, "|"), near)
		return failed
	}
	form := exports[at]
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	villages, err := exporter.Villages(s.Site, form.all)
	if err != nil {
		return e.fail(err)
	}
	if e.arg(1) != "" || form.name == "pesan" {
		at := e.chooseVillage(e.arg(1), len(villages), func(i int) villageName {
			v := villages[i]
			return villageName{v.Code, v.Slug(), v.Name, v.District}
		})
		if at < 0 {
			return failed
		}
		villages = villages[at : at+1]
	}
	data, err := form.make(s, villages)
	if err != nil {
		return e.fail(err)
	}
	file := *output
	if file == "" {
		file = form.file
	}
	if file == "-" {
		if _, err := e.stdout.Write(data); err != nil {
			return e.fail(err)
		}
		return good
	}
	if err := writeWhole(file, data); err != nil {
		return e.fail(err)
	}
	e.say(source.SayVillages, file, len(villages))
	return good
}

// writeWhole writes a file that is there whole or not at all.
func writeWhole(file string, data []byte) error {
	fresh, err := os.CreateTemp(filepath.Dir(file), ".suluh-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", file, err)
	}
	_, err = fresh.Write(data)
	if closed := fresh.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Chmod(fresh.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(fresh.Name(), file)
	}
	if err != nil {
		_ = os.Remove(fresh.Name())
		return fmt.Errorf("write %s: %w", file, err)
	}
	return nil
}
