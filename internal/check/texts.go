package check

import (
	"slices"
	"strings"

	"suluh/internal/cache"
	"suluh/internal/content"
	"suluh/internal/draft"
	"suluh/internal/frontmatter"
	"suluh/internal/permalink"
	"suluh/internal/phone"
	"suluh/internal/site"
	"suluh/internal/source"
)

// checkNumbers: numbers live in the registry, never in a text.
func checkNumbers(s *Result, faults *source.List) {
	s.EachPage(func(p *content.Page) { s.checkTyped(p.File, p.Doc.Numbers, faults) })
	for e, found := range s.Inputs.Villages.Numbers {
		s.checkTyped(e.File, found, faults)
	}
}

func (s *Result) checkTyped(file string, numbers []phone.Found, faults *source.List) {
	for _, n := range numbers {
		if fault := s.typed(n); fault != nil {
			faults.Add(s.at(file, n.Off, n.Len, fault.Code, fault.Args...))
		}
	}
}

// typed judges a number that stands in words.
func (s *Result) typed(n phone.Found) *source.Fault {
	switch n.Sort {
	case phone.ChatZero:
		return &source.Fault{Code: source.NumberInChatLink, Args: []any{n.Text}}
	case phone.Lettered:
		return &source.Fault{Code: source.LetterInNumber, Args: []any{n.Text}}
	case phone.Identity, phone.Passport, phone.Account:
		return &source.Fault{Code: source.NumberOfPerson, Args: []any{n.Text}}
	}
	if s.Unread[content.ContactFile] {
		return nil
	}
	holder, example := s.holderOf(n.Text)
	switch {
	case example:
		return &source.Fault{Code: source.NumberExample, Args: []any{n.Text}}
	case holder != nil:
		return &source.Fault{Code: source.NumberInText, Args: []any{n.Text, holder.ID}}
	}
	return &source.Fault{Code: source.NumberUnknown, Args: []any{n.Text}}
}

// holderOf finds the contact whose number somebody typed, in whatever form, and
// tells whether it is the guide's example.
func (s *Result) holderOf(written string) (holder *content.Contact, example bool) {
	digits := phone.Digits(written)
	for _, form := range []string{written, "+" + digits, "0" + digits} {
		number, err := phone.Parse(form, phone.Any)
		if phone.IsExample(err) {
			return nil, true
		}
		if err == nil {
			if holder := s.Contacts.Holder(number.Dial()); holder != nil {
				return holder, false
			}
		}
	}
	return s.Contacts.Holder(digits), false
}

// checkWords: what readers see of the data holds no number, no directive and no
// sign of Markdown.
func checkWords(s *Result, faults *source.List) {
	judge := func(words []content.DataWords, file string) {
		for _, w := range words {
			for _, fault := range s.wordFaults(w) {
				if !s.isTold(file, fault.Code) {
					faults.Add(s.remember(w.At(fault)))
				}
			}
		}
	}
	s.EachPage(func(p *content.Page) { judge(p.DataWords, p.File) })
	judge(s.Contacts.DataWords, content.ContactFile)
	judge(s.Glossary.DataWords, content.GlossaryFile)
	judge(s.Config.DataWords, content.ConfigFile)
}

func (s *Result) wordFaults(w content.DataWords) []*source.Fault {
	var faults []*source.Fault
	for _, n := range w.Numbers {
		if fault := s.typed(n); fault != nil {
			fault.Off, fault.Len = n.Off, n.Len
			faults = append(faults, fault)
		}
	}
	return append(faults, w.Signs...)
}

// checkDates: no date in the data that says what was is still to come: it would
// switch off the notice that something is old.
func checkDates(s *Result, faults *source.List) {
	s.EachPage(func(p *content.Page) {
		s.checkAhead(p.Tree, faults)
		s.checkFar(p.Tree, p.Meta.From, faults, "terbit")
		s.checkFar(p.Tree, p.Meta.Until, faults, "berakhir")
	})
	if s.Config.Notice != nil {
		s.checkFar(s.Config.Tree, s.Config.Notice.Until, faults, "pita", "sampai")
	}
	s.checkAhead(s.Contacts.Tree, faults)
	s.checkAhead(s.Config.Tree, faults)
}

// farAhead is how far a date that is still to come may lie ahead, in days: beyond,
// its year is mistyped.
const farAhead = 3 * 365

func (s *Result) checkFar(tree *frontmatter.Tree, d frontmatter.Date, faults *source.List, path ...any) {
	if tree != nil && s.Date().Add(farAhead).Before(d) {
		faults.Add(tree.At(source.DateAhead, []any{d.String(), s.Date().String()}, path...))
	}
}

func (s *Result) checkAhead(tree *frontmatter.Tree, faults *source.List) {
	if tree == nil {
		return
	}
	tree.Dates(func(d frontmatter.Date, at func(*source.Fault) *source.Diagnostic) {
		if s.IsAhead(d) {
			faults.Add(at(&source.Fault{Code: source.DateAhead, Args: []any{d.String(), s.Date().String()}}))
		}
	})
}

// mostTitleWords is how long a title may be (PANDUAN.md).
const mostTitleWords = 12

// checkTexts: a published page says something of its own.
func checkTexts(s *Result, faults *source.List) {
	for _, p := range s.Pages {
		if p.Broken {
			continue
		}
		if n := len(strings.Fields(p.Meta.Title)); n > mostTitleWords {
			faults.Add(p.Tree.At(source.TitleLong, []any{n, mostTitleWords}, "judul"))
		}
		if words := draft.LeftIn(p.Meta.Summary); words != "" {
			faults.Add(p.Tree.At(source.TemplateLeft, []any{words}, "ringkasan"))
		}
		if words := draft.LeftIn(p.Doc.Text); words != "" {
			faults.Add(s.atText(p.File, source.TemplateLeft, words))
		}
		if strings.TrimSpace(p.Doc.Text) == "" && len(p.Doc.Refs) == 0 && p.Kind != content.Home {
			faults.Add(source.Whole(p.File, source.BodyEmpty))
		}
	}
}

// atText makes a diagnostic at the first place of some words in a file.
func (s *Result) atText(name string, code source.Code, words string) *source.Diagnostic {
	f, broken := s.Reread(name)
	if broken != nil {
		return broken
	}
	return source.AtWords(f, code, words)
}

// hasCodeOfOriginal tells whether a village is a copy that has kept the code of
// its original: then the code is told, which says it all.
func (s *Result) hasCodeOfOriginal(name string) bool {
	copied, original := s.Villages.OfFile(name), s.Villages.OfFile(content.CopiedFrom(name))
	return copied != nil && original != nil && copied.Code != "" && copied.Code == original.Code
}

// namesJudge tells of names that some system, stick or browser cannot hold or tell apart.
type namesJudge struct {
	of     *Result
	folded map[string]string
	faults *source.List
}

func (j namesJudge) judge(name string) {
	if d := content.NameFault(name, j.of.Has); d != nil && !(d.Code == source.NameCopied && j.of.hasCodeOfOriginal(name)) {
		j.faults.Add(d)
	}
	key := permalink.Fold(name)
	if first, twin := j.folded[key]; twin {
		j.faults.Add(source.Whole(name, source.NameTwin, first))
	} else {
		j.folded[key] = name
	}
}

// checkVillageNames judges the names of the villages' files, which no other file shares:
// they lie in a folder of their own. Was is what was found before, or nil.
func (s *Result) checkVillageNames(was *Result) {
	if was != nil && s.Villages.SameFiles(was.Villages) {
		s.villageNames = was.villageNames
		return
	}
	j := namesJudge{s, map[string]string{}, &s.villageNames}
	for _, e := range s.Inputs.Villages.List {
		j.judge(e.File)
	}
}

// namesOf gives what was said of the names of some villages.
func namesOf(all source.List, villages []site.ReadVillage) source.List {
	return slices.DeleteFunc(slices.Clone(all), func(d *source.Diagnostic) bool {
		return !slices.ContainsFunc(villages, func(v site.ReadVillage) bool { return v.Name == d.Name })
	})
}

// checkNames: files have names that every system, stick and browser can hold
// and tell apart.
func checkNames(s *Result, faults *source.List) {
	j := namesJudge{s, map[string]string{}, faults}
	bodies := map[cache.Hash]string{}
	for _, in := range s.Inputs.List {
		j.judge(in.Name)
		if in.Page == nil {
			continue
		}
		if first, same := bodies[in.Hash]; same {
			faults.Add(source.Whole(in.Name, source.NameCopied, first))
		} else {
			bodies[in.Hash] = in.Name
		}
	}
	faults.Add(s.villageNames...)
}
