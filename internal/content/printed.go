package content

import (
	"strings"

	"suluh/internal/source"
	"suluh/internal/village"
)

// A poster hangs for years. What it shows is a short address that never changes, by
// the code of the village: d/3509122004.html. It leads on to the village's page,
// wherever that is by then, without a script and on any host, so the file of a village
// may be renamed or moved.
//
// What was printed stands in a lock file, an address a line. A site that would no
// longer have one of them is refused: a village that got another code keeps the old
// address under alias.

// PrintedFile is the lock file; lines that begin with # are notes.
const PrintedFile = village.Folder + "/tercetak.txt"

// Printed is an address of the lock file.
type Printed struct {
	Path string
	Off  int
}

// ParsePrinted reads the lock file.
func ParsePrinted(f *source.File) []Printed {
	var found []Printed
	off := 0
	for line := range strings.Lines(string(f.Data)) {
		if address := strings.TrimSpace(line); address != "" && !strings.HasPrefix(address, "#") {
			found = append(found, Printed{address, off + strings.Index(line, address)})
		}
		off += len(line)
	}
	return found
}
