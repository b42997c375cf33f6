package site

import (
	"slices"
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

// permanentPath gives the address of a village that never changes; "" of one whose
// code is not known.
func permanentPath(v *village.Entry) string {
	if !v.CodeFits() {
		return ""
	}
	return "d/" + strings.ReplaceAll(v.Code, ".", "") + ".html"
}

// printed is an address of the lock file.
type printed struct {
	path string
	off  int
}

func parsePrinted(f *source.File) []printed {
	var found []printed
	off := 0
	for line := range strings.Lines(string(f.Data)) {
		if address := strings.TrimSpace(line); address != "" && !strings.HasPrefix(address, "#") {
			found = append(found, printed{address, off + strings.Index(line, address)})
		}
		off += len(line)
	}
	return found
}

// WasPrinted tells whether the address on a village's poster stands in the lock file.
func (s *Site) WasPrinted(e *village.Entry) bool {
	address := permanentPath(e)
	return slices.ContainsFunc(s.inputs.list, func(in *input) bool {
		return slices.ContainsFunc(in.printed, func(p printed) bool { return strings.TrimPrefix(p.path, "/") == address })
	})
}

// checkPrinted: every address that was printed still leads somewhere.
func checkPrinted(s *Site, faults *source.List) {
	for _, in := range s.inputs.list {
		for _, p := range in.printed {
			if _, there := s.Lookup(strings.TrimPrefix(p.path, "/")); there {
				continue
			}
			f, broken := s.reread(PrintedFile)
			if broken != nil {
				faults.Add(broken)
				return
			}
			faults.Add(f.At(p.off, len(p.path), source.AddressDropped, p.path))
		}
	}
}
