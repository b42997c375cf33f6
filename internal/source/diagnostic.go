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
	Text  string // the line itself, as much of it as is shown around the mark
	Shift int    // characters of the line in front of Text
	More  int    // how many more of this code the file has, which are not in the list
}

// MostOfOne is how many messages of one code a file gets; more are counted.
// Whoever pastes a page of HTML learns nothing from the eleventh.
const MostOfOne = 10

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

// WithNear sets the proposal and returns the diagnostic; nil stays nil.
func (d *Diagnostic) WithNear(near string) *Diagnostic {
	if d != nil {
		d.Near = near
	}
	return d
}

// Fault says what is wrong with a value that does not know where it stands.
// Off and Len mark the wrong part, in bytes of the value; Len 0 marks it all.
// Key says that not the value is meant but the key it stands under.
type Fault struct {
	Code Code
	Args []any
	Near string
	Off  int
	Len  int
	Key  bool
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
	l.fold()
}

// fold keeps the first MostOfOne diagnostics of a code in a file and counts the
// others.
func (l *List) fold() {
	type kind struct {
		name string
		code Code
	}
	kept := map[kind][]*Diagnostic{}
	*l = slices.DeleteFunc(*l, func(d *Diagnostic) bool {
		k := kind{d.Name, d.Code}
		if n := len(kept[k]); n >= MostOfOne && d.Name != "" {
			kept[k][n-1].More += 1 + d.More
			return true
		}
		kept[k] = append(kept[k], d)
		return false
	})
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
			errors += 1 + d.More
		} else {
			warnings += 1 + d.More
		}
	}
	return errors, warnings
}

// HasErrors tells whether the list stops a build.
func (l List) HasErrors() bool {
	errors, _ := l.Count()
	return errors > 0
}
