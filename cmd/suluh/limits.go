package main

import (
	"fmt"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// runLimits prints the most of each thing that an input may have.
func runLimits(e *env, args []string) int {
	if !e.parse(args, 0) {
		return failed
	}
	for _, l := range limits.All() {
		fmt.Fprintf(e.stdout, "%10d  %s\n", l.Max, e.either(source.Message{ID: l.Indonesian, EN: l.English}))
	}
	return good
}
