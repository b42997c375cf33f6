package main

import (
	"fmt"

	"suluh/internal/limits"
)

// runLimits prints the most of each thing that an input may have.
func runLimits(e *env, args []string) int {
	if !e.parse(args, 0) {
		return failed
	}
	for _, l := range limits.All() {
		e.say(fmt.Sprintf("%10d  %s", l.Max, l.Indonesian), fmt.Sprintf("%10d  %s", l.Max, l.English))
	}
	return good
}
