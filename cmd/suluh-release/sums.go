package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strings"
)

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// sums lists all that was made, as sha256sum -c reads it.
func (r *release) sums() []byte {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(r.made)) {
		fmt.Fprintf(&b, "%s  %s\n", sumOf(r.made[name]), name)
	}
	return []byte(b.String())
}
