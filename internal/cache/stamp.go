package cache

import (
	"fmt"
	"io/fs"
	"os"
)

// Stamp tells two states of a file apart without reading it. Times are in
// nanoseconds; what the system does not know is zero.
type Stamp struct {
	Size   int64
	Time   int64 // of the content
	Change int64 // of the entry: it moves even when the time was set back
	Number int64 // of the entry: another one when a file was put in its place
}

// StampOf gives the stamp of a regular file, and the zero Stamp of all else.
func StampOf(info fs.FileInfo) Stamp {
	if !info.Mode().IsRegular() {
		return Stamp{}
	}
	s := Stamp{Size: info.Size(), Time: info.ModTime().UnixNano()}
	s.Change, s.Number = entryOf(info)
	return s
}

// Program names the running program: another build has another name.
func Program() string {
	path, err := os.Executable()
	if err != nil {
		return "unknown"
	}
	info, err := os.Stat(path)
	if err != nil {
		return "unknown"
	}
	s := StampOf(info)
	return fmt.Sprintf("%x-%x-%x", s.Size, s.Time, s.Number)
}
