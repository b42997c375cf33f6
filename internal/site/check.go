package site

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"suluh/internal/markdown"
	"suluh/internal/source"
	"suluh/internal/village"
)

// check is one thing that is looked at when all files are known. What a file
// shows by itself is said while it is loaded.
type check struct {
	name string
	run  func(s *Site, faults *source.List)
}

var checks = []check{
	{"file names", checkNames},
	{"references", checkReferences},
	{"translations", checkTranslations},
	{"home", checkHome},
	{"notice", checkNotice},
	{"cries for help", checkCries},
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
	{"printed addresses", checkPrinted},
	{"villages", func(s *Site, faults *source.List) { faults.Add(s.villageFaults...) }},
	{"addresses", checkAddresses},
}

// checkReferences: every link, picture, contact, village and term exists.
func checkReferences(s *Site, faults *source.List) {
	if s.opt.Without.Links {
		return
	}
	s.eachPage(func(p *Page) {
		for _, ref := range p.Doc.Refs {
			s.checkReference(pageOrigin(p), ref, faults)
		}
	})
	s.checkMentions(faults)
}

func (s *Site) checkReference(from origin, ref *markdown.Ref, faults *source.List) {
	fault := s.reference(from, ref)
	if fault == nil || fault.Code != source.TargetDraft && s.isTold(from.file, fault.Code) {
		return
	}
	f, broken := s.reread(from.file)
	if broken != nil {
		faults.Add(broken)
		return
	}
	s.tell(f, ref.Off, ref.Len, fault, faults)
}

// tell adds a fault of a reference. That a page is not published is said at the
// page, once, with all that lead to it.
func (s *Site) tell(f *source.File, off, length int, fault *source.Fault, faults *source.List) {
	if fault.Code == source.TargetDraft {
		line, _ := f.Position(off)
		s.toHidden(fault.Args[0].(string), fmt.Sprintf("%s:%d", f.Name, line))
		return
	}
	faults.Add(s.remember(f.At(off, length, fault.Code, fault.Args...).WithNear(fault.Near)))
}

func (s *Site) toHidden(file, from string) {
	if !slices.Contains(s.leading[file], from) {
		s.leading[file] = append(s.leading[file], from)
	}
}

// checkHidden: nothing leads to a page that is not published.
func checkHidden(s *Site, faults *source.List) {
	const most = 5
	for _, file := range slices.Sorted(maps.Keys(s.leading)) {
		p, from := s.hidden[file], s.leading[file]
		slices.Sort(from)
		named := strings.Join(from[:min(len(from), most)], ", ")
		if len(from) > most {
			named += ", …"
		}
		if !p.broken {
			faults.Add(p.tree.At(source.TargetDraft, []any{len(from), named}, p.Meta.hiddenBy(s.opt.Date)))
		}
	}
}

// reference says what is wrong with a reference, if its target does not exist.
// What cannot be read is not missed: its own fault is told.
func (s *Site) reference(from origin, ref *markdown.Ref) *source.Fault {
	switch ref.Kind {
	case markdown.Link, markdown.Picture:
		if ref.Target == "" {
			return nil // said when the file was read
		}
		_, fault := s.resolve(from, ref)
		return fault
	case markdown.Contact, markdown.Card:
		if s.contacts.byID[ref.Target] == nil && !s.unread[contactFile] {
			return &source.Fault{Code: source.ContactMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.contacts.ids())}
		}
	case markdown.Village:
		if s.villages.Find(ref.Target) == nil && !s.unread[village.Folder] {
			return &source.Fault{Code: source.VillageMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.villages.Keys())}
		}
	case markdown.Term:
		if s.terms.find(ref.Target) == nil && !s.unread[termFile] {
			return &source.Fault{Code: source.TermMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.terms.words())}
		}
	}
	return nil
}

// checkTranslations: a translation stands beside its Indonesian original.
func checkTranslations(s *Site, faults *source.List) {
	for _, p := range s.pages {
		original := contentFolder + p.Key + ".md"
		if p.Lang != sourceLang && s.langs[0].pages[p.Key] == nil && s.hidden[original] == nil && !s.unread[original] {
			faults.Add(whole(p.File, source.SourceMissing, original))
		}
	}
}

// checkHome: the home page's choices lead somewhere.
func checkHome(s *Site, faults *source.List) {
	for _, lang := range s.langs {
		home := lang.pages[homeKey]
		if home == nil {
			continue
		}
		for i, situation := range home.Meta.Situations {
			faults.Add(s.missingPage(home, situation.To, "situasi", i, "ke"))
		}
		for i, name := range home.Meta.Popular {
			faults.Add(s.missingPage(home, name, "sering", i))
		}
	}
}

// missingPage tells of a page that front matter names and that is not there.
func (s *Site) missingPage(from *Page, name string, path ...any) *source.Diagnostic {
	key := keyOf(name)
	switch file := contentFolder + key + ".md"; {
	case s.find(key, from.Lang) != nil || s.unread[file]:
		return nil
	case s.hidden[file] != nil:
		s.toHidden(file, from.File)
		return nil
	}
	return from.tree.At(source.MenuUnknown, []any{name}, path...).WithNear(s.nearKey(name))
}

// checkNotice: the line above every page leads somewhere.
func checkNotice(s *Site, faults *source.List) {
	n := s.Config.Notice
	if n == nil || n.To == "" || s.find(keyOf(n.To), sourceLang) != nil || s.unread[contentFolder+keyOf(n.To)+".md"] {
		return
	}
	if s.hidden[contentFolder+keyOf(n.To)+".md"] != nil {
		s.toHidden(contentFolder+keyOf(n.To)+".md", configFile)
		return
	}
	faults.Add(s.Config.tree.At(source.MenuUnknown, []any{n.To}, "pita", "ke").WithNear(s.nearKey(n.To)))
}

// checkCries: the pages that come first when somebody asks for help are there.
func checkCries(s *Site, faults *source.List) {
	for i, cry := range s.searchWords.Cries {
		for j, page := range cry.Pages {
			_, made := s.anchors[page]
			if made || s.find(keyOf(page), sourceLang) != nil || s.unread[contentFolder+page] {
				continue
			}
			faults.Add(s.atValue(wordsFile, source.MenuUnknown, []any{page}, "darurat", i, "halaman", j).WithNear(s.nearKey(page)))
		}
	}
}

// keyOf reads how front matter names a page: panduan/biaya.md.
func keyOf(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "/"), contentFolder), ".md")
}

func (s *Site) nearKey(name string) string {
	near := nearFile(keyOf(name), slices.Sorted(maps.Keys(s.langs[0].pages)))
	if near == "" {
		return ""
	}
	return near + ".md"
}

// checkReview: every page says when it was checked or compiled, and that was not too long
// ago.
func checkReview(s *Site, faults *source.List) {
	for _, p := range s.pages {
		term, of := s.termOf(p), p.Meta.AsOf()
		switch {
		case p.broken:
		case of.IsZero():
			faults.Add(p.tree.At(source.PageNeverChecked, nil))
		case s.isAhead(of.Date):
			// Said of the date.
		case s.freshness(of, term) != fresh:
			faults.Add(p.tree.At(source.PageStale, []any{of.Date.Add(term).String()}, of.Key()))
		}
	}
}

// tellingWords give a page's topic away to whoever sees the reader's phone,
// so they may not stand in the title of a tab (reader-ux, part 4).
var tellingWords = []string{"migran", "migrant", "pmi", "tki", "tkw", "tppo", "kasus", "darurat", "emergency", "ilegal", "calo", "kabur", "desbumi", "trafficking", "perdagangan orang", "lapor", "polisi"}

// telling gives the first word of a title that tells too much.
func telling(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	joined := " " + strings.Join(words, " ") + " "
	for _, word := range tellingWords {
		if strings.Contains(joined, " "+word+" ") {
			return word
		}
	}
	return ""
}

// checkTabs: a sensitive page has a tab title of its own, and none tells.
func checkTabs(s *Site, faults *source.List) {
	for _, p := range s.pages {
		switch word := telling(p.Meta.Tab); {
		case word != "":
			faults.Add(p.tree.At(source.TabTelling, []any{word}, "tab"))
		case p.Meta.Sensitive && p.Meta.Tab == "":
			faults.Add(p.tree.At(source.TabMissing, nil, "peka"))
		}
	}
}

// checkContacts: which numbers are missing or old, and whether those that
// stand in for others exist.
func checkContacts(s *Site, faults *source.List) {
	for _, c := range s.contacts.list {
		i := c.index
		switch {
		case len(c.Declared) == 0:
			faults.Add(s.contacts.tree.At(source.ContactWithoutPhone, []any{c.Name}, i, "nama"))
		case s.isAhead(c.AsOf().Date):
			// Said of the date.
		case s.freshness(c.AsOf(), c.Term) != fresh:
			faults.Add(s.contacts.tree.At(source.ContactStale, []any{c.Name, c.AsOf().Date.Add(c.Term).String()}, i, c.AsOf().Key()))
		default:
			for j, n := range c.Declared {
				if of := n.asOf(c); of != c.AsOf() && !s.isAhead(of.Date) && s.freshness(of, c.Term) != fresh {
					faults.Add(s.contacts.tree.At(source.ContactStale, []any{c.Name + ", " + n.Written, of.Date.Add(c.Term).String()}, i, "nomor", j, of.Key()))
				}
			}
		}
		if s.langs[0].pages["negara/"+c.ID] != nil {
			faults.Add(s.contacts.tree.At(source.IdentifierTaken, []any{c.ID}, i, "id"))
		}
		for j, country := range c.Countries {
			if file := contentFolder + "negara/" + country + ".md"; s.langs[0].pages["negara/"+country] == nil && s.hidden[file] == nil && !s.unread[file] {
				near := source.Nearest("negara/"+country, slices.Sorted(maps.Keys(s.langs[0].pages)))
				faults.Add(s.contacts.tree.At(source.MenuUnknown, []any{"negara/" + country + ".md"}, i, "negara", j).WithNear(near))
			}
		}
	}
	for i, id := range s.Config.Main {
		if s.contacts.byID[id] == nil && !s.unread[contactFile] {
			faults.Add(s.atValue(configFile, source.ContactMissing, []any{id}, "utama", i).WithNear(source.Nearest(id, s.contacts.ids())))
		}
	}
}
