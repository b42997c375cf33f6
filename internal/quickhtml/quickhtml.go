// Package quickhtml executes templates of html/template many times as fast as it does
// itself, with the same bytes.
//
// # What it does
//
// html/template parses and escapes as ever: which escaper stands at which place is its
// decision alone. The first execution of a template is its own, since that is when it
// escapes. Then its escaped tree ([template.Template].Tree, public) is compiled, for each
// type of data, into functions that know the fields of that type: finding a field by its
// name and calling an escaper by reflection take nine tenths of the time.
//
// # What it does not
//
// It knows the language as layouts use it: fields, methods without arguments, $ and the
// variables of range, if, with, range over lists, template, and, or, not, eq of texts, len,
// index. A definition in which anything else stands (another function, a variable of its
// own, a map, an escaping context that html/template makes a copy of a definition for) is
// executed by html/template, and the rest around it here. Values that are surprising when
// they come, such as a nil on the way to a field, end the attempt: html/template then
// executes the whole, and says what is wrong with its own words. So a theme may use all of
// the language.
//
// Escapers are html/template's own: two that only replace seven characters are written
// again here, addresses of the simplest characters are known to stay as they are, and for
// all else its functions are called through a template of their own (escape.go).
//
// The package can be deleted: [Set.Execute] then is ExecuteTemplate. FuzzExecute,
// TestConstructs and, for all layouts and pages of the portal, TestQuickLayouts
// (internal/publish) hold both equal.
package quickhtml

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"reflect"
	"sync"
)

// Set are the templates that html/template knows together.
type Set struct {
	tmpl *template.Template
	lib  *library

	mu    sync.Mutex
	defs  map[string]*definition
	again func() (*template.Template, error)
	probe *template.Template // asked whether a definition can be executed alone
	alone map[string]bool    // by name: the answer
}

// New gives the Set of a template that was not executed yet. Again makes the same template
// anew.
func New(t *template.Template, again func() (*template.Template, error)) *Set {
	return &Set{tmpl: t, again: again, lib: newLibrary(), defs: map[string]*definition{}, alone: map[string]bool{}}
}

// definition is one template of the set.
type definition struct {
	name string

	ready    sync.Once // it has been executed, and so escaped, by html/template
	escaped  bool
	programs sync.Map // by reflect.Type: *program
}

// program is a definition for one type of data.
type program struct {
	once sync.Once
	run  step // nil when html/template has to execute it
}

// step does a part of a template. It returns false when html/template has to execute the
// whole.
type step func(f *frame, dot reflect.Value) bool

// frame is one execution of a definition.
type frame struct {
	w    *bytes.Buffer
	root reflect.Value               // $
	vars [maxVariables]reflect.Value // those of range
}

// maxVariables are the variables that a definition may have at one place.
const maxVariables = 4

// def gives a definition by its name.
func (s *Set) def(name string) *definition {
	s.mu.Lock()
	defer s.mu.Unlock()
	d := s.defs[name]
	if d == nil {
		d = &definition{name: name}
		s.defs[name] = d
	}
	return d
}

// Execute writes what the template with a name makes of data, as ExecuteTemplate does. On
// an error, which is html/template's own, what was written so far may differ.
func (s *Set) Execute(w *bytes.Buffer, name string, data any) error {
	d := s.def(name)
	start := w.Len()
	first := false
	var err error
	d.ready.Do(func() {
		first = true
		if err = s.tmpl.ExecuteTemplate(w, name, data); err == nil {
			d.escaped = true
		}
	})
	if first {
		return err
	}
	if d.escaped {
		if s.run(d, w, reflect.ValueOf(data)) {
			return nil
		}
		w.Truncate(start)
	}
	return s.tmpl.ExecuteTemplate(w, name, data)
}

// ByLibrary executes a template as html/template does it, for comparison.
func (s *Set) ByLibrary(w *bytes.Buffer, name string, data any) error {
	return s.tmpl.ExecuteTemplate(w, name, data)
}

// run executes a definition, compiled for what dot is.
func (s *Set) run(d *definition, w *bytes.Buffer, dot reflect.Value) bool {
	var of reflect.Type
	if dot.IsValid() {
		of = dot.Type()
	}
	p := s.program(d, of)
	if p.run == nil {
		return s.byLibrary(d, w, dot)
	}
	f := frames.Get().(*frame)
	f.w, f.root = w, dot
	ok := p.run(f, dot)
	*f = frame{}
	frames.Put(f)
	return ok
}

// frames are those that are free.
var frames = sync.Pool{New: func() any { return new(frame) }}

func (s *Set) program(d *definition, of reflect.Type) *program {
	found, ok := d.programs.Load(of)
	if !ok {
		found, _ = d.programs.LoadOrStore(of, new(program))
	}
	p := found.(*program)
	p.once.Do(func() {
		t := s.tmpl.Lookup(d.name)
		if t == nil || t.Tree == nil || t.Tree.Root == nil {
			return
		}
		c := compiler{set: s, root: of}
		if run, ok := c.list(t.Tree.Root, of); ok {
			p.run = run
		}
	})
	return p
}

// byLibrary lets html/template execute one definition inside of another.
func (s *Set) byLibrary(d *definition, w *bytes.Buffer, dot reflect.Value) bool {
	if !s.standsAlone(d.name) {
		return false
	}
	var data any
	if dot.IsValid() {
		if dot.CanAddr() && dot.Addr().NumMethod() > dot.NumMethod() {
			return false // the copy that it gets would have fewer methods
		}
		data = dot.Interface()
	}
	return s.tmpl.ExecuteTemplate(w, d.name, data) == nil
}

// standsAlone tells whether html/template executes a definition by itself: not one that
// ends inside of a tag. Asking the set itself would spoil the definition for it.
func (s *Set) standsAlone(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.alone[name]; ok {
		return known
	}
	if s.probe == nil {
		var err error
		if s.probe, err = s.again(); err != nil {
			return false
		}
	}
	var wrong *template.Error
	err := s.probe.ExecuteTemplate(io.Discard, name, nil)
	s.alone[name] = s.probe.Lookup(name) != nil && !errors.As(err, &wrong)
	return s.alone[name]
}
