package offline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// Pack is many files in one: pages have most of their bytes in common, so that together
// they weigh a third. It is a line of JSON, {"suluh":[["index.html",12921],…]}, with the
// address of each file below the site and its length in bytes, and behind the line the
// files, one after the other, as they are published.
//
// What the page that offers it has brought already, itself and its scripts, is not in it
// (ownFiles): the browser has it.
//
// It is compressed as every text is. A host that compresses nothing is asked for the .gz of
// it, which browsers can unpack by themselves; where they cannot, each file is fetched alone,
// by the list beside the pack.
type pack struct {
	wish  string
	names []string
}

// packs gives what is offered in one request, in a language.
func (s *Saving) packs(lang *channel.Locale) []pack {
	found := []pack{{wishCore, s.coreFiles(lang)}}
	if s.Villages.Len() <= mostSaved {
		if s.Villages.Len() > 0 {
			found = append(found, pack{wishVillages, s.villageFiles(lang)})
		}
		found = append(found, pack{wishAll, s.AllFiles(lang)})
	}
	own := s.ownFiles(lang)
	for i := range found {
		found[i].names = slices.DeleteFunc(found[i].names, func(name string) bool { return slices.Contains(own, name) })
	}
	return found
}

// Packs makes the packs of each language, and the list of what each holds.
func Packs(s *Saving, add func(channel.Output)) {
	if s.NoServiceWorker {
		return // nothing is saved
	}
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		p := content.LangPrefix(lang.Code)
		for i, wish := range s.packs(lang) {
			reading := channel.ByAll
			if wish.wish == wishAll {
				reading = channel.Together
			}
			add(channel.Output{Path: p + permalink.Pack(wish.wish), From: offlineFile, Reading: reading, Render: func(w *bytes.Buffer) error {
				return s.writePack(w, s.packs(lang)[i].names)
			}})
			add(channel.Output{Path: p + permalink.PackList(wish.wish), From: offlineFile, Render: func(w *bytes.Buffer) error {
				names, err := json.Marshal(permalink.Hrefs(s.packs(lang)[i].names))
				w.Write(names)
				return err
			}})
		}
	}
}

const offlineFile = theme.LayoutFolder + "offline.html"

// writePack writes some files as one.
func (s *Saving) writePack(w *bytes.Buffer, names []string) error {
	var entries [][2]any
	var bodies [][]byte
	for _, name := range names {
		data, err := s.File(name)
		if err != nil {
			return err
		}
		entries = append(entries, [2]any{permalink.Href(name), len(data)})
		bodies = append(bodies, data)
	}
	head, err := json.Marshal(map[string]any{"suluh": entries})
	if err != nil {
		return fmt.Errorf("list what a pack holds: %w", err)
	}
	w.Write(head)
	w.WriteByte('\n')
	for _, data := range bodies {
		w.Write(data)
	}
	return nil
}
