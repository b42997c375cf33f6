package check

import (
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/source"
	"suluh/internal/village"
)

// checkRefused: no address of a source that names a victim comes back, wherever it
// stands: in texts, in sources, in the data of contacts. Villages are judged one by
// one.
func checkRefused(s *Result, faults *source.List) {
	for _, in := range s.Inputs.List {
		for _, address := range in.Addresses {
			s.checkSource(in.Name, address, faults)
		}
	}
}

// checkVillageSources does the same for a village; most name no address.
func (s *Result) checkVillageSources(v *village.Entry, faults *source.List) {
	if !v.Addresses || s.StyleGuide == nil || len(s.StyleGuide.Refused) == 0 {
		return
	}
	f, broken := s.Reread(v.File)
	if broken != nil {
		faults.Add(broken)
		return
	}
	for _, address := range content.AddressesIn(f) {
		s.checkSource(v.File, address, faults)
	}
}

func (s *Result) checkSource(file, address string, faults *source.List) {
	if s.StyleGuide.Refuses(address) {
		faults.Add(s.atText(file, source.SourceRefused, address))
	}
}

// eachText gives every file of content/ and villages/ that a writer wrote.
func (s *Result) eachText(do func(f *source.File)) {
	names := []string{content.ContactFile, content.GlossaryFile, content.ConfigFile}
	s.EachPage(func(p *content.Page) { names = append(names, p.File) })
	for v := range s.Villages.All() {
		names = append(names, v.File)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if f, broken := s.Reread(name); broken == nil {
			do(f)
		}
	}
}

// Wording says where a text for readers is not as its editors agreed: a phrase that
// has a better form, a long sentence, a page of many abbreviations. Names of
// sources are as they are.
func (s *Result) Wording() source.List {
	var faults source.List
	if s.StyleGuide == nil {
		return faults
	}
	if s.StyleGuide.Forms != nil {
		s.eachText(func(f *source.File) { s.StyleGuide.ReadPhrases(f, &faults) })
	}
	s.EachPage(func(p *content.Page) {
		if p.Meta.Menu != "tidak" { // the others are for editors
			s.readPage(p, &faults)
		}
	})
	faults.Sort()
	return faults
}

// WordingOf says the same of one file.
func (s *Result) WordingOf(file string) source.List {
	var faults source.List
	f, broken := s.Reread(file)
	if s.StyleGuide == nil || broken != nil {
		return faults
	}
	if s.StyleGuide.Forms != nil {
		s.StyleGuide.ReadPhrases(f, &faults)
	}
	s.EachPage(func(p *content.Page) {
		if p.File == file && p.Meta.Menu != "tidak" {
			s.readPage(p, &faults)
		}
	})
	faults.Sort()
	return faults
}

// readPage looks for what is hard to follow.
func (s *Result) readPage(p *content.Page, faults *source.List) {
	g := s.StyleGuide
	f, broken := s.Reread(p.File)
	for sentence := range p.Doc.Sentences() {
		words := strings.Fields(sentence)
		if g.Longest > 0 && len(words) > g.Longest && broken == nil {
			faults.Add(atBegin(f, words, source.SentenceLong, len(words), g.Longest))
		}
	}
	if broken == nil && p.Doc != nil { // else that is told elsewhere
		s.readPlain(p, f, faults)
	}
	found := slices.DeleteFunc(p.Doc.Abbreviations(), func(a string) bool { return slices.Contains(g.Abbreviations.Known, a) })
	if g.Abbreviations.Most > 0 && len(found) > g.Abbreviations.Most {
		faults.Add(p.Tree.At(source.AbbreviationsMany, []any{len(found), strings.Join(found, ", "), g.Abbreviations.Most}, "judul"))
	}
}
