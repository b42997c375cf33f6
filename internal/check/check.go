// Package check finds what is wrong with a site when all its files are known. What a
// file shows by itself is said while it is read (package content); what two outputs do
// to each other, where they are made (package publish).
//
// A new check is one function and one row of checks.
package check

import (
	"maps"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/village"
)

// check is one thing that is looked at when all files are known. What a file
// shows by itself is said while it is loaded.
type check struct {
	name string
	run  func(s *Result, faults *source.List)
}

var checks = []check{
	{"file names", checkNames},
	{"references", checkReferences},
	{"translations", checkTranslations},
	{"home", checkHome},
	{"notice", checkNotice},
	{"pages that the search names", checkSearchWords},
	{"hidden pages", checkHidden},
	{"review dates", checkReview},
	{"tab titles", checkTabs},
	{"numbers in text", checkNumbers},
	{"words of the data", checkWords},
	{"dates", checkDates},
	{"texts", checkTexts},
	{"contacts", checkContacts},
	{"refused sources", checkRefused},
	{"recordings", checkRecordings},
	{"pictures", checkPictures},
}

// Result is one look at a whole site.
type Result struct {
	*site.Site
	links         bool // whether links lead somewhere is checked
	told          map[toldKey]*source.Diagnostic
	leading       map[string][]string // what leads to hidden pages, by their files
	sharedNumbers map[string][]sharedNumber
	sameNames     map[string]string // of villages without a code: another of the same name
	villageFaults source.List       // what checkVillages says
	villageNames  source.List       // what checkNames says of their files
	Faults        source.List       // all that was found
}

// All looks at everything. Was is what was found before, or nil.
func All(s *site.Site, links bool, was *Result) *Result {
	r := &Result{Site: s, links: links, told: map[toldKey]*source.Diagnostic{}, leading: map[string][]string{}}
	r.checkVillages(was)
	r.checkVillageNames(was)
	for _, c := range checks {
		c.run(r, &r.Faults)
	}
	r.Faults.Add(r.villageFaults...)
	return r
}

// Again gives what is found when some villages say something else, but nothing that
// other pages show: only they are looked at.
func (s *Result) Again(now *site.Site, villages []site.ReadVillage) *Result {
	n := *s
	n.Site = now
	n.Faults, n.villageFaults = site.OfOthers(s.Faults, villages), site.OfOthers(s.villageFaults, villages)
	n.Faults.Add(namesOf(s.villageNames, villages)...)
	for _, v := range villages {
		var said source.List
		n.checkVillage(v.Entry, &said)
		n.villageFaults.Add(said...)
		n.Faults.Add(said...)
		n.checkTyped(v.Name, v.Numbers, &n.Faults)
		for _, ref := range v.Refs {
			n.checkReference(site.VillageOrigin(v.Entry), ref, &n.Faults)
		}
	}
	return &n
}

// Of gives what was found in a file.
func (s *Result) Of(file string) source.List {
	return slices.DeleteFunc(slices.Clone(s.Faults), func(d *source.Diagnostic) bool { return d.Name != file })
}

// checkReferences: every link, picture, contact, village and term exists.
func checkReferences(s *Result, faults *source.List) {
	if !s.links {
		return
	}
	s.EachPage(func(p *content.Page) {
		for _, ref := range p.Doc.Refs {
			s.checkReference(site.PageOrigin(p), ref, faults)
		}
	})
	s.checkMentions(faults)
}

func (s *Result) checkReference(from site.Origin, ref *markdown.Ref, faults *source.List) {
	fault := s.reference(from, ref)
	if fault == nil || fault.Code != source.TargetDraft && s.isTold(from.File, fault.Code) {
		return
	}
	f, broken := s.Reread(from.File)
	if broken != nil {
		faults.Add(broken)
		return
	}
	s.tell(f, ref.Off, ref.Len, fault, faults)
}

// checkHidden: nothing leads to a page that is not published.
func checkHidden(s *Result, faults *source.List) {
	const most = 5
	for _, file := range slices.Sorted(maps.Keys(s.leading)) {
		p, from := s.Hidden[file], s.leading[file]
		slices.Sort(from)
		named := strings.Join(from[:min(len(from), most)], ", ")
		if len(from) > most {
			named += ", …"
		}
		if !p.Broken {
			faults.Add(p.Tree.At(source.TargetDraft, []any{len(from), named}, p.Meta.HiddenBy(s.Date())))
		}
	}
}

// reference says what is wrong with a reference, if its target does not exist.
// What cannot be read is not missed: its own fault is told.
func (s *Result) reference(from site.Origin, ref *markdown.Ref) *source.Fault {
	switch ref.Kind {
	case markdown.Link, markdown.Picture:
		if ref.Target == "" {
			return nil // said when the file was read
		}
		_, fault := s.Resolve(from, ref)
		return fault
	case markdown.Contact, markdown.Card:
		if s.Contacts.ByID[ref.Target] == nil && !s.Unread[content.ContactFile] {
			return &source.Fault{Code: source.ContactMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.Contacts.IDs())}
		}
	case markdown.Village:
		if s.Villages.Find(ref.Target) == nil && !s.Unread[village.Folder] {
			return &source.Fault{Code: source.VillageMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.Villages.Keys())}
		}
	case markdown.Term:
		if s.Glossary.Find(ref.Target) == nil && !s.Unread[content.GlossaryFile] {
			return &source.Fault{Code: source.TermMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.Glossary.Words())}
		}
	}
	return nil
}

// checkTranslations: a translation stands beside its Indonesian original, and says what it
// says today.
func checkTranslations(s *Result, faults *source.List) {
	for _, p := range s.Pages {
		if p.Lang == content.SourceLang {
			continue
		}
		original, there := content.Folder+p.Key+".md", s.Langs[0].Pages[p.Key]
		if there == nil && s.Hidden[original] == nil && !s.Unread[original] {
			faults.Add(source.Whole(p.File, source.SourceMissing, original))
		}
		if there != nil && there.Meta.Sensitive && !p.Meta.Sensitive {
			faults.Add(p.Tree.At(source.TranslationOpen, []any{original}, "judul"))
		}
		if hidden := s.Hidden[original]; hidden != nil {
			faults.Add(p.Tree.At(source.TranslationAlone, []any{original, hidden.Meta.HiddenBy(s.Date())}, "judul"))
		}
		if n := p.Behind(there); n > 0 {
			faults.Add(p.Tree.At(source.TranslationBehind, []any{n, original}, "asal"))
		}
	}
}

// checkHome: the home page's choices lead somewhere.
func checkHome(s *Result, faults *source.List) {
	for _, lang := range s.Langs {
		home := lang.Pages[content.HomeKey]
		if home == nil {
			continue
		}
		for i, situation := range home.Meta.Situations {
			faults.Add(s.missingPage(home, situation.To, "situasi", i, "ke"))
		}
		for i, name := range home.Meta.Popular {
			faults.Add(s.missingPage(home, name, "sering", i))
		}
		for i, name := range home.Meta.Saved {
			faults.Add(s.missingPage(home, name, "simpan", i))
		}
	}
}

// missingPage tells of a page that front matter names and that is not there.
func (s *Result) missingPage(from *content.Page, name string, path ...any) *source.Diagnostic {
	if !s.isMissing(name, from.Lang, from.File) {
		return nil
	}
	return from.Tree.At(source.MenuUnknown, []any{name}, path...).WithNear(s.nearKey(name))
}

// isMissing tells whether no page has a name. One that is not published yet is there, but
// nothing may lead to it; namer is the file that does, or "" where it is only spoken of.
func (s *Result) isMissing(name, lang, namer string) bool {
	key := content.KeyOf(name)
	switch file := content.Folder + key + ".md"; {
	case s.Find(key, lang) != nil || s.Unread[file]:
		return false
	case s.Hidden[file] != nil:
		if namer != "" {
			s.toHidden(file, namer)
		}
		return false
	}
	return true
}

// checkNotice: the line above every page leads somewhere.
func checkNotice(s *Result, faults *source.List) {
	n := s.Config.Notice
	if n != nil && n.To != "" && s.isMissing(n.To, content.SourceLang, content.ConfigFile) {
		faults.Add(s.Config.Tree.At(source.MenuUnknown, []any{n.To}, "pita", "ke").WithNear(s.nearKey(n.To)))
	}
}

// checkSearchWords: the pages are there that come first when somebody asks for help, and
// those that are asked for in other words, which may wait for a page that is still a draft.
func checkSearchWords(s *Result, faults *source.List) {
	named := func(file, page, namer string, path ...any) {
		if _, made := s.Anchors[page]; !made && s.isMissing(page, content.SourceLang, namer) {
			faults.Add(s.AtValue(file, source.MenuUnknown, []any{page}, path...).WithNear(s.nearKey(page)))
		}
	}
	for i, cry := range s.SearchWords.Cries {
		for j, page := range cry.Pages {
			named(content.SearchWordsFile, page, content.SearchWordsFile, "darurat", i, "halaman", j)
		}
	}
	for i, question := range s.Questions {
		for j, page := range question.Pages {
			named(content.QuestionsFile, page, "", i, "halaman", j)
		}
	}
}

func (s *Result) nearKey(name string) string {
	near := site.NearFile(content.KeyOf(name), slices.Sorted(maps.Keys(s.Langs[0].Pages)))
	if near == "" {
		return ""
	}
	return near + ".md"
}

// checkReview: every page says when it was checked or compiled, and that was not too long
// ago.
func checkReview(s *Result, faults *source.List) {
	for _, p := range s.Pages {
		term, of := s.TermOf(p), p.Meta.AsOf()
		switch {
		case p.Broken:
		case of.IsZero():
			faults.Add(p.Tree.At(source.PageNeverChecked, nil))
		case s.IsAhead(of.Date):
			// Said of the date.
		case s.Freshness(of, term) != site.Fresh:
			faults.Add(p.Tree.At(source.PageStale, []any{of.Date.Add(term).String()}, of.Key()))
		}
	}
}

// checkTabs: a sensitive page has a tab title of its own, and none tells.
func checkTabs(s *Result, faults *source.List) {
	for _, p := range s.Pages {
		switch word := content.Telling(p.Meta.Tab); {
		case word != "":
			faults.Add(p.Tree.At(source.TabTelling, []any{word}, "tab"))
		case p.Meta.Sensitive && p.Meta.Tab == "":
			faults.Add(p.Tree.At(source.TabMissing, nil, "peka"))
		}
	}
}

// checkContacts: which numbers are missing or old, and whether those that
// stand in for others exist.
func checkContacts(s *Result, faults *source.List) {
	for _, c := range s.Contacts.List {
		i := c.Index
		switch {
		case len(c.Declared) == 0:
			faults.Add(s.Contacts.Tree.At(source.ContactWithoutPhone, []any{c.Name}, i, "nama"))
		case s.IsAhead(c.AsOf().Date):
			// Said of the date.
		case s.Freshness(c.AsOf(), c.ValidFor) != site.Fresh:
			faults.Add(s.Contacts.Tree.At(source.ContactStale, []any{c.Name, c.AsOf().Date.Add(c.ValidFor).String()}, i, c.AsOf().Key()))
		default:
			for j, n := range c.Declared {
				if of := n.AsOf(c); of != c.AsOf() && !s.IsAhead(of.Date) && s.Freshness(of, c.ValidFor) != site.Fresh {
					faults.Add(s.Contacts.Tree.At(source.ContactStale, []any{c.Name + ", " + n.Written, of.Date.Add(c.ValidFor).String()}, i, "nomor", j, of.Key()))
				}
			}
		}
		if s.Langs[0].Pages["negara/"+c.ID] != nil {
			faults.Add(s.Contacts.Tree.At(source.IdentifierTaken, []any{c.ID}, i, "id"))
		}
		for j, country := range c.Countries {
			if file := content.Folder + "negara/" + country + ".md"; s.Langs[0].Pages["negara/"+country] == nil && s.Hidden[file] == nil && !s.Unread[file] {
				near := source.Nearest("negara/"+country, slices.Sorted(maps.Keys(s.Langs[0].Pages)))
				faults.Add(s.Contacts.Tree.At(source.MenuUnknown, []any{"negara/" + country + ".md"}, i, "negara", j).WithNear(near))
			}
		}
	}
	named := func(id string, path ...any) {
		if s.Contacts.ByID[id] == nil && !s.Unread[content.ContactFile] {
			faults.Add(s.AtValue(content.ConfigFile, source.ContactMissing, []any{id}, path...).WithNear(source.Nearest(id, s.Contacts.IDs())))
		}
	}
	if id := s.Config.Corrections; id != "" {
		named(id, "koreksi")
	}
	for i, id := range s.Config.Main {
		named(id, "utama", i)
	}
}

// checkMentions checks what villages refer to, each mention once.
func (s *Result) checkMentions(faults *source.List) {
	for m, entries := range s.Inputs.Villages.Mentions {
		if fault := s.reference(m.Origin(), m.Ref()); fault != nil {
			for _, e := range entries {
				s.blame(e, m, fault, faults)
			}
		}
	}
}
