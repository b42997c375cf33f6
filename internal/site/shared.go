package site

import (
	"bytes"
	"sync"
)

// What readers save is needed three times: as a page, for the version of the worker,
// which changes when one of the pages does, and to be weighed for the page that says
// what saving costs. Each is rendered once and its bytes are handed to those that need
// them. They are few: of a site that is too large for a phone, only the core is saved.

// linkShared notes which outputs are needed by others.
func (s *Site) linkShared() {
	s.made, s.needed = &sync.Map{}, map[string]bool{}
	for _, name := range s.savedNames() {
		s.needed[name] = true
	}
	for i, o := range s.fixed {
		s.fixed[i] = s.shared(o)
	}
}

// savedNames gives every file that a reader may save, in any language.
func (s *Site) savedNames() []string {
	var names []string
	for _, lang := range s.langs {
		if !lang.has() {
			continue
		}
		if s.villages.Len() <= mostSaved {
			names = append(names, s.allFiles(lang)...) // the core among them
		} else {
			names = append(names, s.coreFiles(lang).all()...)
		}
	}
	return names
}

// shared gives an output that renders itself once, if others need it.
func (s *Site) shared(o Output) Output {
	render := o.Render
	if tell := s.opt.rendered; tell != nil {
		plain := o.Render
		render = func(w *bytes.Buffer) error { tell(o.Path); return plain(w) }
		o.Render = render
	}
	if !s.needed[o.Path] {
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
