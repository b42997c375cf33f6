// Package withdraw takes a number out of a site when its owner no longer agrees: out
// of every village's file at once, with what the file says of its consent. Where a
// number stands that no program may change, in the registry of offices and in texts,
// it says the line.
//
// A build after that has the number nowhere; phones that have saved pages get those
// without it as soon as they are online. What is printed stays on walls: the plan
// names the villages whose posters were.
package withdraw

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"suluh/internal/edit"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Plan is what goes, and what has to be done by hand.
type Plan struct {
	Changes []edit.Change
	Taken   []Taken
	Left    []Left
}

// Taken is a contact that loses the number.
type Taken struct{ File, Village, Role string }

// Left is a line that still names the number.
type Left struct {
	File string
	Line int
}

// Make plans to take a number out of the files of a site.
func Make(files fs.FS, villages *village.Set, number phone.Number) (*Plan, error) {
	p := &Plan{}
	now := map[string][]byte{}
	for e := range villages.All() {
		if !slices.Contains(e.Dials, number.Key()) {
			continue
		}
		old, err := fs.ReadFile(files, e.File)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", e.File, err)
		}
		if err := p.take(e, old, number); err != nil {
			return nil, fmt.Errorf("withdraw from %s: %w", e.File, err)
		}
		now[e.File] = p.Changes[len(p.Changes)-1].New
	}
	return p, p.look(files, now, number)
}

// take plans the change of one village.
func (p *Plan) take(e *village.Entry, old []byte, number phone.Number) error {
	f, broken := source.New(e.File, old)
	if broken != nil {
		return broken
	}
	v, _ := village.Parse(f)
	matter, err := edit.Open(old)
	if v == nil || err != nil {
		return fmt.Errorf("its front matter cannot be read: %w", err)
	}
	for i, c := range slices.Backward(v.Declared) {
		var keys []string
		if c.Phone.Key() == number.Key() {
			keys = append(keys, "telepon")
		}
		if n := phone.Number(c.WhatsApp); n.Key() == number.Key() {
			keys = append(keys, "wa")
		}
		switch {
		case len(keys) == 0:
			continue
		case len(keys) == len(c.Numbers()): // a role without a number helps nobody
			err = matter.Remove("kontak", i)
		default:
			err = matter.Remove("kontak", i, keys[0])
		}
		if err != nil {
			return err
		}
		p.Taken = append(p.Taken, Taken{e.File, e.Name, c.Role})
	}
	p.Changes = append(p.Changes, edit.Change{Name: e.File, Old: old, New: matter.Bytes()})
	return nil
}

// look finds the lines in which the number still stands.
func (p *Plan) look(files fs.FS, now map[string][]byte, number phone.Number) error {
	for _, root := range []string{"content", village.Folder} {
		err := fs.WalkDir(files, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if ext := path.Ext(name); d.IsDir() || ext != ".md" && ext != ".yaml" {
				return nil
			}
			data, changed := now[name]
			if !changed {
				if data, err = fs.ReadFile(files, name); err != nil {
					return err
				}
			}
			n := 0
			for line := range strings.Lines(string(data)) {
				if n++; holds(line, number) {
					p.Left = append(p.Left, Left{name, n})
				}
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("look for the number: %w", err)
		}
	}
	return nil
}

// holds tells whether a line names a number, in whatever form: its digits stand there
// one after the other, with nothing between them but what people put into numbers.
func holds(line string, number phone.Number) bool {
	bare := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .-()/\u00A0\u2011\u2013", r) {
			return -1
		}
		return r
	}, line)
	digits := strings.TrimPrefix(phone.Digits(number.International()), "62")
	return strings.Contains(bare, digits)
}
