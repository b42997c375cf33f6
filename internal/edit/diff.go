package edit

import "github.com/rogpeppe/go-internal/diff"

// Diff shows a change as the lines that go and the lines that come, in the form of
// diff -u; empty when nothing changes.
func (c Change) Diff() string { return string(diff.Diff(c.Name, c.Old, c.Name, c.New)) }
