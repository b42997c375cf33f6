//go:build !linux

package tree

// readBeneath is for systems that can open a file below a folder in one call.
func (f FS) readBeneath(string) ([]byte, bool) { return nil, false }
