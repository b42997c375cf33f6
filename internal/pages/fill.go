package pages

import (
	"bytes"
	"html/template"
	"strconv"

	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/permalink"
	"suluh/internal/site"
)

// body renders a part of a text, its placeholders filled for the page that it stands on.
func (s *Maker) body(from site.Origin, parts []markdown.Part, m *mentions) template.HTML {
	var w bytes.Buffer
	markdown.Render(&w, parts, func(w *bytes.Buffer, ref *markdown.Ref) { s.fill(w, from, ref, m) })
	return template.HTML(w.String())
}

// fill writes what a reference becomes. A reference that leads nowhere leaves
// its words: it is an error of the site, which serve shows all the same.
func (s *Maker) fill(w *bytes.Buffer, from site.Origin, ref *markdown.Ref, m *mentions) {
	lang := s.Locale(from.Lang)
	switch ref.Kind {
	case markdown.Link:
		t, _ := s.Resolve(from, ref)
		if p := s.Pictures[t.File]; p != nil {
			t.Href = permalink.Relative(from.Path, p.Path)
		}
		rel := ""
		if t.External {
			rel = "noopener noreferrer"
		}
		attributes(w, "href", t.Href, "hreflang", t.Lang, "rel", rel)
	case markdown.Picture:
		s.fillPicture(w, from, ref)
	case markdown.Contact:
		w.WriteString(string(m.inLine(s.parts[lang].cards[ref.Target])))
	case markdown.Card:
		w.WriteString(string(m.card(s.parts[lang].cards[ref.Target], permalink.Root(from.Path))))
	case markdown.Village:
		if v := s.Villages.Find(ref.Target); v != nil {
			anchor(w, permalink.Relative(from.Path, permalink.Village(v)), site.Differs(from.Lang, content.SourceLang), lang.VillageName(v), ref.Alone)
		}
	case markdown.Term:
		if term := s.Glossary.Find(ref.Target); term != nil {
			t, _ := s.ResolveAggregate(from, permalink.Glossary, term.ID())
			anchor(w, t.Href, t.Lang, ref.Target, ref.Alone)
		} else {
			template.HTMLEscape(w, []byte(ref.Target))
		}
	case markdown.Word:
		template.HTMLEscape(w, []byte(lang.Words.Label(ref.Target)))
	}
}

// attributes writes names and values, but the first only where they are not
// empty. Values keep their quotes: what stands around a placeholder is minified
// before it is known.
func attributes(w *bytes.Buffer, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if i > 0 {
			if pairs[i+1] == "" {
				continue
			}
			w.WriteByte(' ')
		}
		w.WriteString(pairs[i] + `="`)
		template.HTMLEscape(w, []byte(pairs[i+1]))
		w.WriteByte('"')
	}
}

func anchor(w *bytes.Buffer, href, lang, words string, alone bool) {
	class := ""
	if alone {
		class = "sendiri"
	}
	w.WriteString("<a ")
	attributes(w, "href", href, "hreflang", lang, "class", class)
	w.WriteString(">")
	template.HTMLEscape(w, []byte(words))
	w.WriteString("</a>")
}

// fillPicture writes the element of a picture: its size is in it, so that the
// text below does not jump when it arrives.
func (s *Maker) fillPicture(w *bytes.Buffer, from site.Origin, ref *markdown.Ref) {
	t, _ := s.Resolve(from, ref)
	p := s.Pictures[t.File]
	if p == nil {
		template.HTMLEscape(w, []byte(ref.Text))
		return
	}
	if p.WebP != nil {
		w.WriteString("<picture><source ")
		attributes(w, "srcset", permalink.Relative(from.Path, p.WebPPath()), "type", "image/webp")
		w.WriteString(">")
	}
	size := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	w.WriteString("<img ")
	attributes(w, "src", permalink.Relative(from.Path, p.Path), "width", size(p.Width), "height", size(p.Height), "alt", ref.Text)
	w.WriteString(">")
	if p.WebP != nil {
		w.WriteString("</picture>")
	}
}

// pictureBytes is what the pictures of a text weigh: what a phone of today
// loads of them.
func (s *Maker) pictureBytes(from site.Origin, doc *markdown.Doc) int {
	total := 0
	for _, ref := range doc.Refs {
		if ref.Kind != markdown.Picture {
			continue
		}
		t, _ := s.Resolve(from, ref)
		if p := s.Pictures[t.File]; p != nil && p.WebP != nil {
			total += len(p.WebP.Data)
		} else if p != nil {
			total += len(p.Data)
		}
	}
	return total
}
