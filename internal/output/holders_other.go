//go:build !linux

package output

// isHeld knows nothing here: who serves a folder from a mount or a working
// directory says so with --in-place.
func isHeld(string) bool { return false }
