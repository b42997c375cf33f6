//go:build !unix

package output

import "io/fs"

// giveOwner does nothing: files belong to who makes them.
func giveOwner(string, fs.FileInfo) {}

func isReadOnly(error) bool { return false }

func isOtherDisk(error) bool { return false }

func isNoFolder(error) bool { return false }
