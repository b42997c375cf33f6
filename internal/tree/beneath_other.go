//go:build !linux || android

package tree

import "io/fs"

// readBeneath is for systems that can open a file below a folder in one call.
func (f FS) readBeneath(string) ([]byte, bool) { return nil, false }

// listBeneath likewise.
func (f FS) listBeneath(string) ([]fs.DirEntry, bool) { return nil, false }
