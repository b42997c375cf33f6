package source

import (
	"cmp"
	"fmt"
	"slices"
)

// Code names a kind of diagnostic for good: LINK01. Codes are never reused.
type Code string

// Severity says whether a diagnostic stops a build.
type Severity int

// Warnings never stop a build; errors always do.
const (
	Warning Severity = iota
	Error
)

// String gives the name that --format json and sarif print.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Diagnostic is one thing that is wrong, at one place. Line and Col are 0 when
// the file as a whole is meant; Name is empty when no file is.
type Diagnostic struct {
	Code  Code
	Args  []any  // what the catalogue's text puts in
	Near  string // the known word that was probably meant, if there is one
	Name  string // the file
	Line  int    // from 1
	Col   int    // in characters, from 1
	Width int    // characters to mark
	Text  string // the line itself
}

// Severity is looked up in the catalogue.
func (d *Diagnostic) Severity() Severity { return catalogue[d.Code].severity }

// Error gives the one-line English form, so that a Diagnostic is an error.
func (d *Diagnostic) Error() string { return d.Place() + d.In(English).What }

// Place gives "file:line:col: ", or as much of it as is known.
func (d *Diagnostic) Place() string {
	switch {
	case d.Name == "":
		return ""
	case d.Line == 0:
		return d.Name + ": "
	default:
		return fmt.Sprintf("%s:%d:%d: ", d.Name, d.Line, d.Col)
	}
}

// WithNear sets the proposal and returns the diagnostic.
func (d *Diagnostic) WithNear(near string) *Diagnostic {
	d.Near = near
	return d
}

// Fault says what is wrong with a value that does not know where it stands.
// Off and Len mark the wrong part, in bytes of the value; Len 0 marks it all.
type Fault struct {
	Code Code
	Args []any
	Near string
	Off  int
	Len  int
}

// Error gives the English text of the catalogue.
func (f *Fault) Error() string {
	return (&Diagnostic{Code: f.Code, Args: f.Args}).In(English).What
}

// List is a set of diagnostics. The zero value is empty and ready to use.
type List []*Diagnostic

// Add appends diagnostics, leaving out nil ones.
func (l *List) Add(ds ...*Diagnostic) {
	for _, d := range ds {
		if d != nil {
			*l = append(*l, d)
		}
	}
}

// Sort orders by file, line, column and code and drops what is said twice, so
// that work done in parallel prints the same on every run.
func (l *List) Sort() {
	slices.SortStableFunc(*l, compare)
	*l = slices.CompactFunc(*l, func(a, b *Diagnostic) bool { return compare(a, b) == 0 })
}

func compare(a, b *Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
		cmp.Compare(a.Code, b.Code), cmp.Compare(fmt.Sprint(a.Args...), fmt.Sprint(b.Args...)),
	)
}

// Count returns how many diagnostics are errors and how many warnings.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Severity() == Error {
			errors++
		}
	}
	return errors, len(l) - errors
}

// HasErrors tells whether the list stops a build.
func (l List) HasErrors() bool {
	errors, _ := l.Count()
	return errors > 0
}
