package site

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/picture"
	"suluh/internal/pool"
	"suluh/internal/source"
)

// shownPicture is a picture of content/ as the site publishes it.
type shownPicture struct {
	picture.Picture
	Path  string // gambar/paspor.jpg
	WebP  *picture.Picture
	Fault error
}

// linkPictures makes every picture that a text shows or links light, several at once.
func (s *Site) linkPictures(l *loader) {
	s.EachRef(func(from Origin, ref *markdown.Ref) {
		if file := s.PictureOf(from, ref); file != "" {
			s.Pictures[file] = nil
		}
	})
	villages := &s.Inputs.Villages
	for _, m := range villages.OfPictures() {
		if file := s.PictureOf(m.Origin(), m.Ref()); file != "" {
			s.Pictures[file] = nil
		}
	}
	if logo := s.Config.LogoFile(); content.IsPicture(logo) && s.Has(logo) {
		s.Pictures[logo] = nil
	}
	names := slices.Sorted(maps.Keys(s.Pictures))
	shown := make([]*shownPicture, len(names))
	pool.Each(len(names), s.opt.jobs(), func(i int) { shown[i] = readPicture(s, l, names[i]) })
	for i, name := range names {
		s.Pictures[name] = shown[i]
	}
}

// PictureOf gives the file of the picture that a reference shows or links; "" when it
// is none.
func (s *Site) PictureOf(from Origin, ref *markdown.Ref) string {
	if ref.Kind != markdown.Picture && ref.Kind != markdown.Link {
		return ""
	}
	if t, fault := s.Resolve(from, ref); fault == nil && content.IsPicture(t.File) {
		return t.File
	}
	return ""
}

func readPicture(s *Site, l *loader, name string) *shownPicture {
	p := &shownPicture{Path: strings.TrimPrefix(name, content.Folder)}
	data, err := fs.ReadFile(s.fsys, name)
	if err != nil {
		p.Fault = err
		return p
	}
	if fault := source.Passed(limits.OfFile(name), len(data)); fault != nil {
		p.Fault = fault
		return p
	}
	if path.Ext(name) == ".svg" {
		if p.Picture, p.Fault = picture.SVG(name, data); p.Fault == nil {
			if small, err := l.min.Bytes(minify.SVG, p.Data); err == nil {
				p.Data = small
			}
		}
		return p
	}
	if p.Picture, p.Fault = (picture.Cache{Dir: s.opt.Cache}).Fit(name, data); p.Fault != nil {
		return p
	}
	p.Path = strings.TrimSuffix(p.Path, path.Ext(p.Path)) + p.Ext
	beside := strings.TrimSuffix(name, path.Ext(name)) + ".webp"
	if raw, err := fs.ReadFile(s.fsys, beside); err == nil {
		webp, err := picture.WebP(beside, raw)
		if p.Fault = err; err == nil {
			p.WebP = &webp
		}
		return p
	}
	// Without a WebP the page has what it was made of: it needs no message.
	if webp, err := (picture.Cache{Dir: s.opt.Cache}).ToWebP(data, p.Picture); err == nil && len(webp.Data) > 0 {
		p.WebP = &webp
	}
	return p
}

// WebPPath gives where the picture is published as WebP.
func (p *shownPicture) WebPPath() string {
	return strings.TrimSuffix(p.Path, path.Ext(p.Path)) + ".webp"
}
