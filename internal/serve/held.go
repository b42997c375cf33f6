package serve

import (
	"path"

	"suluh/internal/channel"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// held says what is held back while something is wrong: the pages of files with errors
// stay as they were when they had none, and all others are shown as they are. An error in
// what all pages share, as a layout, the registry or the data of the site, holds back all.
type held struct {
	last, good *publish.Edition
	all        bool
	files      map[string]bool
}

func heldBack(last, good *publish.Edition) held {
	h := held{last: last, good: good, files: map[string]bool{}}
	if last == nil {
		h.last, h.all = good, true
		return h
	}
	for _, d := range last.Check() {
		if d.Severity() != source.Error {
			continue
		}
		h.files[d.Name] = true
		h.all = h.all || path.Ext(d.Name) != ".md"
	}
	return h
}

// lookup gives what is shown at a path.
func (h held) lookup(name string) (channel.Output, bool) {
	if h.all {
		return h.good.Lookup(name)
	}
	out, there := h.last.Lookup(name)
	if there && !h.files[out.From] {
		return out, true
	}
	if was, known := h.good.Lookup(name); known && (!there || h.files[was.From]) {
		return was, true
	}
	return out, there
}
