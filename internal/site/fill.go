package site

import (
	"bytes"
	"html/template"
	"io/fs"

	"suluh/internal/markdown"
	"suluh/internal/source"
	"suluh/internal/village"
)

// body renders a text, its holes filled for the page that it stands on.
func (s *Site) body(from origin, doc *markdown.Doc) template.HTML {
	var w bytes.Buffer
	doc.Render(&w, func(w *bytes.Buffer, ref *markdown.Ref) { s.fill(w, from, ref) })
	return template.HTML(w.String())
}

// fill writes what a reference becomes. A reference that leads nowhere leaves
// its words: it is an error of the site, which serve shows all the same.
func (s *Site) fill(w *bytes.Buffer, from origin, ref *markdown.Ref) {
	lang := s.lang(from.lang)
	switch ref.Kind {
	case markdown.Link:
		t, _ := s.resolve(from, ref)
		attribute(w, "href", t.href)
		if t.lang != "" {
			attribute(w, "hreflang", t.lang)
		}
		if t.external {
			attribute(w, "rel", "noopener noreferrer")
		}
	case markdown.Picture:
		t, _ := s.resolve(from, ref)
		attribute(w, "src", t.href)
	case markdown.Contact:
		w.WriteString(string(lang.cards[ref.Target].line))
	case markdown.Card:
		w.WriteString(string(lang.cards[ref.Target].full))
	case markdown.Village:
		if v := s.villages.Find(ref.Target); v != nil {
			anchor(w, relative(from.path, villagePath(v)), differs(from.lang, sourceLang), lang.villageName(v))
		}
	case markdown.Term:
		if term := s.terms.find(ref.Target); term != nil {
			t, _ := s.resolveMade(from, glossaryPath, term.ID())
			anchor(w, t.href, t.lang, ref.Target)
		} else {
			template.HTMLEscape(w, []byte(ref.Target))
		}
	case markdown.Word:
		template.HTMLEscape(w, []byte(lang.Words.Label(ref.Target)))
	}
}

// attribute writes name="value" and a space. The value keeps its quotes: what
// stands around a hole is minified before it is known.
func attribute(w *bytes.Buffer, name, value string) {
	w.WriteString(name + `="`)
	template.HTMLEscape(w, []byte(value))
	w.WriteString(`" `)
}

func anchor(w *bytes.Buffer, href, lang, words string) {
	w.WriteString("<a ")
	attribute(w, "href", href)
	if lang != "" {
		attribute(w, "hreflang", lang)
	}
	w.WriteString(">")
	template.HTMLEscape(w, []byte(words))
	w.WriteString("</a>")
}

// villageName always carries the kecamatan, since names repeat.
func (l *Lang) villageName(v *village.Village) string {
	name := l.Words.Village + " " + v.Name
	if v.District != "" {
		name += ", " + l.Words.District + " " + v.District
	}
	return name
}

// villageBody reads a village's text again and renders it.
func (s *Site) villageBody(v *village.Village) (template.HTML, error) {
	raw, err := fs.ReadFile(s.fsys, v.File)
	if err != nil {
		return "", err
	}
	f, broken := source.New(v.File, raw)
	if broken != nil {
		return "", broken
	}
	doc, _ := s.markdown.Parse(f, min(v.Body, len(f.Data)))
	return s.body(villageOrigin(v), doc), nil
}
