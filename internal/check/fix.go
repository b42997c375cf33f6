package check

import (
	"bytes"
	"fmt"
	"io/fs"

	"suluh/internal/content"
	"suluh/internal/site"
)

// Fix is the new content of an input file.
type Fix struct {
	Name      string
	Was, Data []byte
	Count     int // things mended
}

// Fixes gives what can be mended without a doubt: checklist items without an
// id get one made of their words. Line ends and everything else stay as they
// were written.
func Fixes(s *site.Site) ([]Fix, error) {
	var fixes []Fix
	for _, p := range s.Pages {
		fix, err := fixTasks(s, p)
		if err != nil {
			return nil, err
		}
		if fix.Count > 0 {
			fixes = append(fixes, fix)
		}
	}
	return fixes, nil
}

func fixTasks(s *site.Site, p *content.Page) (Fix, error) {
	taken := map[string]bool{}
	for _, t := range p.Doc.Tasks {
		taken[t.ID] = true
	}
	f, broken := s.Reread(p.File)
	if broken != nil {
		return Fix{}, broken
	}
	raw, err := fs.ReadFile(s.Files(), p.File)
	if err != nil {
		return Fix{}, fmt.Errorf("read %s: %w", p.File, err)
	}
	fix := Fix{Name: p.File, Was: raw}
	lines := bytes.SplitAfter(raw, []byte{'\n'})
	for _, t := range p.Doc.Tasks {
		line, _ := f.Position(t.End)
		if t.ID != "" || line > len(lines) {
			continue
		}
		id := content.FreeID(t.Text, taken)
		text := bytes.TrimRight(lines[line-1], " \t\r\n")
		end := lines[line-1][len(text):]
		lines[line-1] = fmt.Appendf(nil, "%s {#%s}%s", text, id, bytes.TrimLeft(end, " \t"))
		fix.Count++
	}
	fix.Data = bytes.Join(lines, nil)
	return fix, nil
}
