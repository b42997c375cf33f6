package main

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/edit"
	"suluh/internal/kit"
	"suluh/internal/pages"
	"suluh/internal/publish"
	"suluh/internal/source"
	"suluh/internal/village"
)

// runKit makes posters and cards as PDF, and notes their addresses in the lock file:
// from then on no build drops them.
func runKit(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	output := e.flags.String("output", "cetak", "")
	together := e.flags.Bool("satu", false, "")
	if !e.parse(args, 1) {
		return failed
	}
	if e.arg(0) == "" {
		e.complain(source.SayNameTheVillageSuluhKit)
		return failed
	}
	s, code := e.load(&from)
	if s == nil {
		return code
	}
	if s.Check().HasErrors() {
		e.complain(source.SayTheSiteHasErrorsRun)
		return faulty
	}
	entries := e.entries(s, e.arg(0))
	if entries == nil {
		return failed
	}
	if err := os.MkdirAll(*output, 0o755); err != nil {
		return e.fail(fmt.Errorf("make folder: %w", err))
	}
	var printed []string
	var posters []pages.Poster
	var pockets []pages.PocketCard
	for _, entry := range entries {
		poster, err := s.Poster(entry)
		if err != nil {
			return e.fail(err)
		}
		if poster.Link == "" {
			e.complain(
				source.SayAPosterNeedsTheSite)
			return failed
		}
		cards, err := s.Cards(entry)
		if err != nil {
			return e.fail(err)
		}
		if *together {
			posters = append(posters, poster)
			for _, c := range cards { // without a number of the village, that of two villages is one
				if !slices.ContainsFunc(pockets, func(other pages.PocketCard) bool { return reflect.DeepEqual(c, other) }) {
					pockets = append(pockets, c)
				}
			}
		} else if code := e.printVillage(entry, poster, cards, *output); code != good {
			return code
		}
		if poster.Printed != "" {
			printed = append(printed, poster.Printed)
		}
		for _, c := range cards {
			printed = append(printed, c.Printed)
		}
	}
	if *together {
		data, err := kit.All(s.Config.Name, posters, pockets)
		if err == nil {
			err = writeWhole(filepath.Join(*output, "semua.pdf"), data)
		}
		if err != nil {
			return e.fail(err)
		}
		e.say(source.SayAllPosters, len(posters), len(pockets))
	}
	return e.notePrinted(from.dir, printed)
}

// entries gives the villages to print: one by its name, code or file, or all, which the
// name and the code of the regency stand for, too; nil after saying that there is none.
func (e *env) entries(s *publish.Edition, key string) []*village.Entry {
	all := slices.Collect(s.Villages.All())
	if r := s.Config.Regency; key == "semua" || key == r.Code || village.Fold(strings.TrimPrefix(strings.ToLower(key), "kabupaten ")) == village.Fold(r.Name) {
		return all
	}
	at := e.chooseVillage(key, len(all), func(i int) villageName {
		v := all[i]
		return villageName{v.Code, v.Slug, v.Name, v.District}
	})
	if at < 0 {
		return nil
	}
	return all[at : at+1]
}

// printVillage writes the poster of a village and its cards.
func (e *env) printVillage(entry *village.Entry, poster pages.Poster, cards []pages.PocketCard, output string) int {
	name := strings.ReplaceAll(entry.Slug, "/", "-")
	data, err := kit.Poster(poster)
	if err == nil {
		err = writeWhole(filepath.Join(output, name+"-poster.pdf"), data)
	}
	if err != nil {
		return e.fail(err)
	}
	for _, c := range cards {
		data, err := kit.Card(c)
		if err == nil {
			err = writeWhole(filepath.Join(output, name+"-kartu-"+c.Key+".pdf"), data)
		}
		if err != nil {
			return e.fail(err)
		}
	}
	e.say(source.SayPosterAndCards, entry.Name, len(cards))
	return good
}

// notePrinted adds addresses to the lock file, each once.
func (e *env) notePrinted(dir string, printed []string) int {
	file := filepath.Join(dir, filepath.FromSlash(content.PrintedFile))
	old, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		return e.fail(fmt.Errorf("read %s: %w", content.PrintedFile, err))
	}
	fresh := string(old)
	if fresh == "" {
		fresh = "# Alamat di poster dan kartu yang sudah dicetak. Jangan hapus: build menolak situs yang kehilangan salah satunya.\n"
	}
	known := strings.Fields(fresh)
	for _, p := range printed {
		if !slices.Contains(known, p) {
			known = append(known, p)
			if !strings.HasSuffix(fresh, "\n") {
				fresh += "\n"
			}
			fresh += p + "\n"
		}
	}
	if fresh == string(old) || len(printed) == 0 {
		return good
	}
	change := edit.Change{Name: content.PrintedFile, Old: old, New: []byte(fresh)}
	if os.IsNotExist(err) {
		change.Old = nil
	}
	if err := (&edit.Editor{Dir: dir}).Apply([]edit.Change{change}); err != nil {
		return e.fail(err)
	}
	e.say(source.SayWhatWasPrintedIsNoted, content.PrintedFile)
	return good
}
