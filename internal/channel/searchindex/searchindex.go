// Package searchindex makes what the search reads: an index of the pages of each language,
// and where the villages are many, shards of their names.
package searchindex

import (
	"bytes"
	"fmt"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/search"
	"suluh/internal/site"
)

// Outputs make one search index for each language, beside its search
// page, with the script that searches it: one file, which no cache can mix with
// another version.
func Outputs(s *channel.Source, add func(channel.Output)) {
	for _, lang := range s.Locales {
		if !lang.Has() || s.Without.Find {
			continue
		}
		out := content.LangPrefix(lang.Code) + permalink.SearchIndex
		add(channel.Output{Path: out, From: content.SearchWordsFile, Render: func(w *bytes.Buffer) error {
			questions := s.Questions
			if lang.Code != content.SourceLang {
				questions = nil // nobody asks for those pages in Indonesian
			}
			index, err := search.Index(Documents(s, lang, out), s.SearchWords, questions, placeNames(s, lang))
			w.Write(s.Theme.PageSearch)
			w.WriteString(";\n")
			w.Write(index)
			if asksVillages(s, lang) {
				fmt.Fprintf(w, ";suluhCari.villages=%q", permalink.VillageSearch)
			}
			if lang.Code == content.SourceLang {
				fmt.Fprintf(w, ";suluhCari.numbers=%q", permalink.NumberSearch)
			}
			return err
		}})
	}
}

// asksVillages tells whether the search of pages asks that of the villages, too.
func asksVillages(s *channel.Source, lang *channel.Locale) bool {
	return lang.Code == content.SourceLang && !s.Directory.ByArea && s.Config.Regency.Code != ""
}

// placeNames are the names that the search of villages finds, and which may look like words of
// pages.
func placeNames(s *channel.Source, lang *channel.Locale) []string {
	if !asksVillages(s, lang) {
		return nil
	}
	areas := s.Villages.Areas
	var names []string
	for _, code := range areas.VillagesIn(s.Config.Regency.Code) {
		names = append(names, areas[code], areas.DistrictOf(code))
	}
	for v := range s.Villages.All() {
		names = append(names, v.Name, v.District)
	}
	return names
}

// Documents are what a search finds: the written pages of a language in the
// order of the menus, and the pages made from several files. Paths lead from
// the index, which stands beside the page that searches.
func Documents(s *channel.Source, lang *channel.Locale, from string) []search.Document {
	var docs []search.Document
	for _, p := range s.Pages {
		if p.Lang != lang.Code || p.Meta.Menu == "tidak" {
			continue
		}
		d := search.Document{Name: p.Key + ".md", Path: permalink.Relative(from, p.Path), Title: p.Meta.Title, Summary: p.Meta.Summary, Kind: kindLabel(lang, p.Kind), Text: p.Doc.Text}
		for _, h := range p.Doc.Headings {
			d.Headings += h.Text + "\n"
		}
		docs = append(docs, d)
	}
	if lang.Code != content.SourceLang {
		return docs
	}
	made := func(path, title, summary, headings, words string) {
		docs = append(docs, search.Document{Name: path, Path: permalink.Relative(from, path), Title: title, Summary: summary, Kind: lang.Words.KindPage, Headings: headings, Words: words})
	}
	names := func(list []*content.Contact) string {
		return lines(list, func(c *content.Contact) string { return c.Name })
	}
	var home []*content.Contact
	for _, g := range s.NumberGroups() {
		switch {
		case !g.IsAbroad():
			home = append(home, g.Contacts...)
		case g.Country != nil:
			made(g.Page(), lang.Words.Numbers+": "+g.Country.ShortTitle(lang.Code), firstNumber(s, g), names(g.Contacts), "")
		default:
			made(g.Page(), lang.Words.Numbers+": "+lang.Words.Abroad, firstNumber(s, g), names(g.Contacts), "")
		}
	}
	made(permalink.Numbers, lang.Words.Numbers, lang.Words.LifeAtRisk, names(home), "")
	made(permalink.Glossary, lang.Words.Glossary, "", "", lines(s.Glossary.List, func(t *content.GlossaryTerm) string { return t.Word }))
	docs[len(docs)-1].Glossary = true
	var villages strings.Builder
	for v := range s.Villages.All() {
		if asksVillages(s, lang) || villages.Len() > mostVillages {
			break // they have a search of their own, for words that no page has
		}
		villages.WriteString(lang.VillageName(v) + "\n")
	}
	made(permalink.Directory, lang.Words.Directory, "", "", villages.String())
	return docs
}

// firstNumber gives the first number of a country that can be dialled there, so that a hit
// answers by itself.
func firstNumber(s *channel.Source, g channel.NumberGroup) string {
	for _, c := range g.Contacts {
		if numbers := site.FromAbroad(s.ShownContact(c).Numbers()); len(numbers) > 0 {
			return c.Name + ": " + numbers[0].Text()
		}
	}
	return ""
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
func kindLabel(l *channel.Locale, kind content.Kind) string {
	switch kind {
	case content.Guide:
		return l.Words.KindGuide
	case content.Checklist:
		return l.Words.KindChecklist
	case content.Country:
		return l.Words.KindCountry
	}
	return l.Words.KindPage
}
