package main

import (
	"fmt"
	"io"

	"suluh/internal/manual"
	"suluh/internal/source"
)

// runCompletion writes the script by which a shell completes what is typed.
func runCompletion(e *env, args []string) int {
	if !e.parse(args, 0) {
		return failed
	}
	fmt.Fprint(e.stdout, manual.Read(source.Indonesian).Bash())
	return good
}

// result is where results go. It remembers the first write that failed: a command
// whose result nobody can read has not done what it was asked for.
type result struct {
	io.Writer
	err error
}

func (r *result) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}
