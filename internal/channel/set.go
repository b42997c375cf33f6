package channel

import (
	"bytes"
	"iter"
	"path"
	"slices"
	"strings"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Set is every output of a site, by path. Those of the villages are made when they are
// asked for: there may be tens of thousands.
type Set struct {
	site      *site.Site
	ofVillage func(*village.Entry) []Output
	Fixed     []Output       // every output but the villages
	ByPath    map[string]int // of fixed
	Folded    map[string]int // as byPath, by what disks tell apart
	folders   map[string]int // the folders of fixed: one of the files in each
	Needed    map[string]bool
	made      *sync.Map         // of needed: their bytes, once, by path
	tell      func(path string) // counts what is rendered; nil counts nothing
	Faults    source.List
}

// NewSet gives a Set that holds the villages of a site. Tell is called for each output that
// is rendered; nil counts nothing.
func NewSet(s *site.Site, ofVillage func(*village.Entry) []Output, tell func(path string)) *Set {
	return &Set{site: s, ofVillage: ofVillage, ByPath: map[string]int{}, Folded: map[string]int{}, folders: map[string]int{}, Needed: map[string]bool{}, made: &sync.Map{}, tell: tell}
}

// Close puts the outputs in their order, when all were added, and gives them their Key.
func (s *Set) Close(key func() cache.Hash) {
	slices.SortFunc(s.Fixed, func(a, b Output) int { return strings.Compare(a.Path, b.Path) })
	for i, o := range s.Fixed {
		s.ByPath[o.Path] = i
		s.Fixed[i].Key = key
	}
}

// Share notes outputs that others are made of: each of them is rendered once, and its
// bytes are handed to those that need them.
func (s *Set) Share(names []string) {
	for _, name := range names {
		s.Needed[name] = true
	}
	for i, o := range s.Fixed {
		s.Fixed[i] = s.shared(o)
	}
}

// Outputs gives every file of the site, always in the same order.
func (s *Set) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for _, o := range s.Fixed {
			if !yield(o) {
				return
			}
		}
		for v := range s.site.Villages.All() {
			for _, o := range s.ofVillage(v) {
				if !yield(s.shared(o)) {
					return
				}
			}
		}
	}
}

// Lookup gives the output with a path.
func (s *Set) Lookup(name string) (Output, bool) {
	if i, ok := s.ByPath[name]; ok {
		return s.Fixed[i], true
	}
	slug, _ := strings.CutPrefix(strings.TrimSuffix(name, path.Ext(name)), "desa/")
	for _, slug := range []string{slug, strings.TrimSuffix(slug, "-poster"), village.Dotted(strings.TrimPrefix(slug, "d/"))} {
		if v := s.site.Villages.Find(slug); v != nil {
			for _, o := range s.ofVillage(v) {
				if o.Path == name {
					return s.shared(o), true
				}
			}
		}
	}
	return Output{}, false
}

// File renders an output by its path. What the site does not have, such as an
// icon that a theme left out, is empty.
func (s *Set) File(name string) ([]byte, error) {
	o, ok := s.Lookup(name)
	if !ok {
		return nil, nil
	}
	return o.Bytes()
}

// shared gives an output that renders itself once, if others need it.
func (s *Set) shared(o Output) Output {
	render := o.Render
	if tell := s.tell; tell != nil {
		plain := o.Render
		render = func(w *bytes.Buffer) error { tell(o.Path); return plain(w) }
		o.Render = render
	}
	if !s.Needed[o.Path] {
		return o
	}
	once, _ := s.made.LoadOrStore(o.Path, sync.OnceValues(func() ([]byte, error) {
		var w bytes.Buffer
		err := render(&w)
		return w.Bytes(), err
	}))
	o.Render = func(w *bytes.Buffer) error {
		data, err := once.(func() ([]byte, error))()
		w.Write(data)
		return err
	}
	return o
}
