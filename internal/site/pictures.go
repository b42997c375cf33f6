package site

import (
	"bytes"
	"errors"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/picture"
	"suluh/internal/source"
)

// shownPicture is a picture of content/ as the site publishes it.
type shownPicture struct {
	picture.Picture
	path  string // gambar/paspor.jpg
	webp  *picture.Picture
	fault error
}

// isPicture tells from its name whether a file is a picture: all of these are
// made light, also those that a text only links, since a photo tells where it
// was taken.
func isPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp":
		return true
	}
	return false
}

// linkPictures makes every picture that a text shows or links light, several at once.
// What is wrong with one is said where the first text shows it.
func (s *Site) linkPictures(l *loader) {
	first := map[string]func(*source.Fault){}
	note := func(from origin, ref *markdown.Ref, tell func(*source.Fault)) {
		if ref.Kind != markdown.Picture && ref.Kind != markdown.Link {
			return
		}
		t, fault := s.resolve(from, ref)
		if fault == nil && isPicture(t.file) && first[t.file] == nil {
			first[t.file] = tell
		}
	}
	s.eachRef(func(from origin, ref *markdown.Ref) {
		note(from, ref, func(f *source.Fault) {
			s.faults.Add(s.at(from.file, ref.Off, ref.Len, f.Code, f.Args...))
		})
	})
	villages := &s.inputs.villages
	for _, m := range villages.ofPictures() {
		note(m.origin(), m.ref(), func(f *source.Fault) { s.blame(villages.mentions[m][0], m, f, &s.faults) })
	}
	names := slices.Sorted(maps.Keys(first))
	shown := make([]*shownPicture, len(names))
	each(len(names), s.opt.jobs(), func(i int) { shown[i] = s.readPicture(l, names[i]) })
	for i, name := range names {
		s.pictures[name] = shown[i]
		var fault *source.Fault
		if errors.As(shown[i].fault, &fault) {
			first[name](fault)
		} else if shown[i].fault != nil {
			s.faults.Add(unreadable(name, shown[i].fault))
		}
	}
}

func (s *Site) readPicture(l *loader, name string) *shownPicture {
	p := &shownPicture{path: strings.TrimPrefix(name, contentFolder)}
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		p.fault = err
		return p
	}
	if fault := source.Passed(limits.OfFile(name), len(data)); fault != nil {
		p.fault = fault
		return p
	}
	if path.Ext(name) == ".svg" {
		if p.Picture, p.fault = picture.SVG(name, data); p.fault == nil {
			if small, err := l.min.Bytes(minify.SVG, p.Data); err == nil {
				p.Data = small
			}
		}
		return p
	}
	if p.Picture, p.fault = (picture.Cache{Dir: s.opt.Cache}).Fit(name, data); p.fault != nil {
		return p
	}
	p.path = strings.TrimSuffix(p.path, path.Ext(p.path)) + p.Ext
	beside := strings.TrimSuffix(name, path.Ext(name)) + ".webp"
	if raw, err := fs.ReadFile(s.fsys, beside); err == nil {
		webp, err := picture.WebP(beside, raw)
		if p.fault = err; err == nil {
			p.webp = &webp
		}
	}
	return p
}

func (p *shownPicture) webpPath() string {
	return strings.TrimSuffix(p.path, path.Ext(p.path)) + ".webp"
}

// fillPicture writes the element of a picture: its size is in it, so that the
// text below does not jump when it arrives.
func (s *Site) fillPicture(w *bytes.Buffer, from origin, ref *markdown.Ref) {
	t, _ := s.resolve(from, ref)
	p := s.pictures[t.file]
	if p == nil {
		template.HTMLEscape(w, []byte(ref.Text))
		return
	}
	if p.webp != nil {
		w.WriteString("<picture><source ")
		attributes(w, "srcset", relative(from.path, p.webpPath()), "type", "image/webp")
		w.WriteString(">")
	}
	size := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	w.WriteString("<img ")
	attributes(w, "src", relative(from.path, p.path), "width", size(p.Width), "height", size(p.Height), "alt", ref.Text)
	w.WriteString(">")
	if p.webp != nil {
		w.WriteString("</picture>")
	}
}

// pictureBytes is what the pictures of a text weigh: what a phone of today
// loads of them.
func (s *Site) pictureBytes(from origin, doc *markdown.Doc) int {
	total := 0
	for _, ref := range doc.Refs {
		if ref.Kind != markdown.Picture {
			continue
		}
		t, _ := s.resolve(from, ref)
		if p := s.pictures[t.file]; p != nil && p.webp != nil {
			total += len(p.webp.Data)
		} else if p != nil {
			total += len(p.Data)
		}
	}
	return total
}

// pictureOutputs publish the pictures that texts show.
func pictureOutputs(s *Site, add func(Output)) {
	for _, name := range slices.Sorted(maps.Keys(s.pictures)) {
		p := s.pictures[name]
		if p.fault != nil {
			continue
		}
		add(fileOutput(name, p.path, p.Data))
		if p.webp != nil {
			add(fileOutput(name, p.webpPath(), p.webp.Data))
		}
	}
}

func fileOutput(from, to string, data []byte) Output {
	return Output{Path: to, from: from, Render: func(w *bytes.Buffer) error {
		w.Write(data)
		return nil
	}}
}
