package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestGuardsFit: what each row takes away stands in its file, so that a row does not
// fall out of the list when the code around it is written anew.
func TestGuardsFit(t *testing.T) {
	for _, g := range guards {
		data, err := os.ReadFile(filepath.Join("../..", g.file))
		if err != nil {
			t.Error(err)
			continue
		}
		if n := strings.Count(string(data), g.old); n != 1 {
			t.Errorf("%s: %q stands %d times in %s", g.name, g.old, n, g.file)
		}
	}
}
