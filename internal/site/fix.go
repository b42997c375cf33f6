package site

import (
	"bytes"
	"fmt"
	"io/fs"

	"suluh/internal/markdown"
)

// Edit is the new content of an input file.
type Edit struct {
	Name  string
	Data  []byte
	Count int // things mended
}

// Fixes gives what can be mended without a doubt: checklist items without an
// id get one made of their words. Line ends and everything else stay as they
// were written.
func (s *Site) Fixes() ([]Edit, error) {
	var edits []Edit
	for _, p := range s.pages {
		edit, err := s.fixTasks(p)
		if err != nil {
			return nil, err
		}
		if edit.Count > 0 {
			edits = append(edits, edit)
		}
	}
	return edits, nil
}

func (s *Site) fixTasks(p *Page) (Edit, error) {
	taken := map[string]bool{}
	for _, t := range p.Doc.Tasks {
		taken[t.ID] = true
	}
	f, broken := s.reread(p.File)
	if broken != nil {
		return Edit{}, broken
	}
	raw, err := fs.ReadFile(s.fsys, p.File)
	if err != nil {
		return Edit{}, fmt.Errorf("read %s: %w", p.File, err)
	}
	edit := Edit{Name: p.File}
	lines := bytes.SplitAfter(raw, []byte{'\n'})
	for _, t := range p.Doc.Tasks {
		line, _ := f.Position(t.End)
		if t.ID != "" || line > len(lines) {
			continue
		}
		id := freeID(t.Text, taken)
		text := bytes.TrimRight(lines[line-1], " \t\r\n")
		end := lines[line-1][len(text):]
		lines[line-1] = fmt.Appendf(nil, "%s {#%s}%s", text, id, bytes.TrimLeft(end, " \t"))
		edit.Count++
	}
	edit.Data = bytes.Join(lines, nil)
	return edit, nil
}

func freeID(words string, taken map[string]bool) string {
	base := markdown.Slug(words)
	if base == "" {
		base = "butir"
	}
	id := base
	for i := 2; taken[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	taken[id] = true
	return id
}
