package main

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// runVersion says which program this is: the version of the module, and the
// revision that it was built from, as Go notes them.
func runVersion(e *env, args []string) int {
	if !e.parse(args, 0) {
		return failed
	}
	version := "suluh"
	if info, ok := debug.ReadBuildInfo(); ok {
		version += " " + strings.Trim(info.Main.Version, "()")
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision":
				version += " " + s.Value[:min(12, len(s.Value))]
			case s.Key == "vcs.modified" && s.Value == "true":
				version += "+"
			}
		}
		version += " " + info.GoVersion
	}
	fmt.Fprintln(e.stdout, version)
	return good
}
