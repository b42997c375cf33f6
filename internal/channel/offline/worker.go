package offline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// ServiceWorker makes the service worker, or the switch that takes it back.
func ServiceWorker(s *Saving, add func(channel.Output)) {
	add(channel.Output{Path: permalink.ServiceWorker, From: theme.ServiceWorkerFile, Render: s.renderServiceWorker})
}

func (s *Saving) renderServiceWorker(w *bytes.Buffer) error {
	if s.NoServiceWorker {
		w.Write(s.Theme.ServiceWorker.Off)
		return nil
	}
	lists, mark := map[string][]string{}, OwnMark
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		p := content.LangPrefix(lang.Code)
		core := s.coreFiles(lang)
		lists[p+wishCore] = permalink.Hrefs(core)
		lists[p+wishChosen] = permalink.Hrefs(s.ownFiles(lang))
		if has, err := s.haveMark(core); err != nil {
			return err
		} else if !has {
			mark = ""
		}
	}
	files, err := json.Marshal(lists)
	if err != nil {
		return fmt.Errorf("list what is saved: %w", err)
	}
	fmt.Fprintf(w, "var MARK=%q,FILES=%s;%s", mark, files, s.Theme.ServiceWorker.On)
	return nil
}

// OwnMark stands in every page of a site: in the button that closes it.
const OwnMark = "data-lanjut="

// haveMark tells whether each of some files that is a page has what the worker knows the
// site's own pages by. A theme with a page that lacks it has none, and its worker takes
// what comes.
func (s *Saving) haveMark(names []string) (bool, error) {
	for _, name := range names {
		data, err := s.File(name)
		if err != nil {
			return false, err
		}
		if path.Ext(name) == ".html" && !bytes.Contains(data, []byte(OwnMark)) {
			return false, nil
		}
	}
	return true, nil
}
