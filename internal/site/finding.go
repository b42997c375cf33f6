package site

import (
	"bytes"
	"strings"

	"suluh/internal/search"
)

const (
	wordsFile = "content/cari.yaml" // how people type what pages call otherwise
	indexPath = "cari-indeks.js"
)

// indexOutputs make one search index for each language, beside its search
// page, with the script that searches it: one file, which no cache can mix with
// another version.
func indexOutputs(s *Site, add func(Output)) {
	for _, lang := range s.langs {
		if !lang.has() || s.opt.Without.Find {
			continue
		}
		out := langPrefix(lang.Code) + indexPath
		add(Output{Path: out, from: wordsFile, Render: func(w *bytes.Buffer) error {
			index, err := search.Index(s.documents(lang, out), s.searchWords)
			w.Write(s.theme.engine)
			w.WriteString(";\n")
			w.Write(index)
			return err
		}})
	}
}

// documents are what a search finds: the written pages of a language in the
// order of the menus, and the pages made from several files. Paths lead from
// the index, which stands beside the page that searches.
func (s *Site) documents(lang *Lang, from string) []search.Document {
	var docs []search.Document
	for _, p := range s.pages {
		if p.Lang != lang.Code || p.Meta.Menu == "tidak" {
			continue
		}
		d := search.Document{Name: p.Key + ".md", Path: relative(from, p.Path), Title: p.Meta.Title, Summary: p.Meta.Summary, Kind: lang.kindLabel(p.Kind), Text: p.Doc.Text}
		for _, h := range p.Doc.Headings {
			d.Headings += h.Text + "\n"
		}
		docs = append(docs, d)
	}
	if lang.Code != sourceLang {
		return docs
	}
	made := func(path, title, summary, headings, text string) {
		docs = append(docs, search.Document{Name: path, Path: relative(from, path), Title: title, Summary: summary, Kind: lang.Words.KindPage, Headings: headings, Text: text})
	}
	made(numbersPath, lang.Words.Numbers, lang.Words.LifeAtRisk, lines(s.contacts.list, func(c *Contact) string { return c.Name }), "")
	made(glossaryPath, lang.Words.Glossary, "", "", lines(s.terms.list, func(t *Term) string { return t.Word }))
	var villages strings.Builder
	for v := range s.villages.All() {
		villages.WriteString(lang.villageName(v) + "\n")
		if villages.Len() > mostVillages {
			break // a country's villages have a search of their own
		}
	}
	made(directoryPath, lang.Words.Directory, "", villages.String(), "")
	return docs
}

// mostVillages bounds, in bytes, the names that the index of pages takes.
const mostVillages = 4000

func lines[T any](list []T, text func(T) string) string {
	var b strings.Builder
	for _, item := range list {
		b.WriteString(text(item) + "\n")
	}
	return b.String()
}

// kindLabel is what a hit says that it is.
func (l *Lang) kindLabel(kind Kind) string {
	switch kind {
	case Guide:
		return l.Words.KindGuide
	case Checklist:
		return l.Words.KindChecklist
	case Country:
		return l.Words.KindCountry
	}
	return l.Words.KindPage
}
