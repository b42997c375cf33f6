package site

import (
	"bytes"
	"html/template"
	"strings"

	"suluh/internal/markdown"
	"suluh/internal/village"
)

// body renders a part of a text, its holes filled for the page that it stands on.
func (s *Site) body(from origin, parts []markdown.Part) template.HTML {
	var w bytes.Buffer
	markdown.Render(&w, parts, func(w *bytes.Buffer, ref *markdown.Ref) { s.fill(w, from, ref) })
	return template.HTML(w.String())
}

// fill writes what a reference becomes. A reference that leads nowhere leaves
// its words: it is an error of the site, which serve shows all the same.
func (s *Site) fill(w *bytes.Buffer, from origin, ref *markdown.Ref) {
	lang := s.lang(from.lang)
	switch ref.Kind {
	case markdown.Link:
		t, _ := s.resolve(from, ref)
		if p := s.pictures[t.file]; p != nil {
			t.href = relative(from.path, p.path)
		}
		rel := ""
		if t.external {
			rel = "noopener noreferrer"
		}
		attributes(w, "href", t.href, "hreflang", t.lang, "rel", rel)
	case markdown.Picture:
		s.fillPicture(w, from, ref)
	case markdown.Contact:
		w.WriteString(string(lang.cards[ref.Target].line))
	case markdown.Card:
		w.WriteString(string(lang.cards[ref.Target].full[root(from.path)]))
	case markdown.Village:
		if v := s.villages.Find(ref.Target); v != nil {
			anchor(w, relative(from.path, villagePath(v)), differs(from.lang, sourceLang), lang.villageName(v), ref.Alone)
		}
	case markdown.Term:
		if term := s.terms.find(ref.Target); term != nil {
			t, _ := s.resolveMade(from, glossaryPath, term.ID())
			anchor(w, t.href, t.lang, ref.Target, ref.Alone)
		} else {
			template.HTMLEscape(w, []byte(ref.Target))
		}
	case markdown.Word:
		template.HTMLEscape(w, []byte(lang.Words.Label(ref.Target)))
	}
}

// attributes writes names and values, but the first only where they are not
// empty. Values keep their quotes: what stands around a hole is minified
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

// villageTitle is what people call a village: Desa Ambulu, Kelurahan Jember Kidul.
func (l *Lang) villageTitle(v *village.Entry) string {
	if v.IsUrban() {
		return l.Words.Urban + " " + v.Name
	}
	if strings.HasPrefix(v.Name, l.Words.Village+" ") { // Desa Adat Yoboi
		return v.Name
	}
	return l.Words.Village + " " + v.Name
}

// villageName always carries the kecamatan, since names repeat.
func (l *Lang) villageName(v *village.Entry) string {
	name := l.villageTitle(v)
	if v.District != "" {
		name += ", " + l.Words.District + " " + v.District
	}
	return name
}
