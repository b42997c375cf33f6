package site

import (
	"maps"
	"slices"
	"strings"

	"suluh/internal/markdown"
	"suluh/internal/phone"
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
	{"references", checkReferences},
	{"translations", checkTranslations},
	{"home", checkHome},
	{"review dates", checkReview},
	{"tab titles", checkTabs},
	{"numbers in text", checkNumbers},
	{"contacts", checkContacts},
	{"villages", func(s *Site, faults *source.List) { faults.Add(s.villageFaults...) }},
	{"addresses", checkAddresses},
}

// checkReferences: every link, picture, contact, village and term exists.
func checkReferences(s *Site, faults *source.List) {
	if s.opt.Without.Links {
		return
	}
	s.eachRef(func(from origin, ref *markdown.Ref) {
		s.checkReference(from, ref, faults)
	})
	s.checkMentions(faults)
}

func (s *Site) checkReference(from origin, ref *markdown.Ref, faults *source.List) {
	if fault := s.reference(from, ref); fault != nil {
		faults.Add(s.at(from.file, ref.Off, ref.Len, fault.Code, fault.Args...).WithNear(fault.Near))
	}
}

func (s *Site) reference(from origin, ref *markdown.Ref) *source.Fault {
	switch ref.Kind {
	case markdown.Link, markdown.Picture:
		_, fault := s.resolve(from, ref)
		return fault
	case markdown.Contact, markdown.Card:
		if s.contacts.byID[ref.Target] == nil {
			return &source.Fault{Code: source.ContactMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.contacts.ids())}
		}
	case markdown.Village:
		if s.villages.Find(ref.Target) == nil {
			return &source.Fault{Code: source.VillageMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.villages.Keys())}
		}
	case markdown.Term:
		if s.terms.find(ref.Target) == nil {
			return &source.Fault{Code: source.TermMissing, Args: []any{ref.Target}, Near: source.Nearest(ref.Target, s.terms.words())}
		}
	}
	return nil
}

// checkTranslations: a translation stands beside its Indonesian original.
func checkTranslations(s *Site, faults *source.List) {
	for _, p := range s.pages {
		original := contentFolder + p.Key + ".md"
		if p.Lang != sourceLang && s.langs[0].pages[p.Key] == nil && !s.hidden[original] {
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
			if s.find(keyOf(situation.To), lang.Code) == nil {
				faults.Add(home.tree.At(source.MenuUnknown, []any{situation.To}, "situasi", i, "ke").
					WithNear(s.nearKey(situation.To)))
			}
		}
		for i, name := range home.Meta.Popular {
			if s.find(keyOf(name), lang.Code) == nil {
				faults.Add(home.tree.At(source.MenuUnknown, []any{name}, "sering", i).WithNear(s.nearKey(name)))
			}
		}
	}
}

// keyOf reads how front matter names a page: panduan/biaya.md.
func keyOf(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "/"), contentFolder), ".md")
}

func (s *Site) nearKey(name string) string {
	near := source.Nearest(keyOf(name), slices.Sorted(maps.Keys(s.langs[0].pages)))
	if near == "" {
		return ""
	}
	return near + ".md"
}

// checkReview: every page says when it was checked, and that was not too long
// ago.
func checkReview(s *Site, faults *source.List) {
	for _, p := range s.pages {
		term := s.termOf(p)
		switch {
		case p.broken:
		case p.Meta.Checked.IsZero():
			faults.Add(p.tree.At(source.PageNeverChecked, nil))
		case s.freshness(p.Meta.Checked, term) != fresh:
			faults.Add(p.tree.At(source.PageStale, []any{p.Meta.Checked.Add(term).String()}, "diperiksa"))
		}
	}
}

// tellingWords give a page's topic away to whoever sees the reader's phone,
// so they may not stand in the title of a tab (reader-ux, part 4).
var tellingWords = []string{"migran", "migrant", "pmi", "tki", "tkw", "kasus", "darurat", "emergency", "ilegal", "calo", "kabur", "desbumi", "trafficking", "perdagangan orang", "lapor", "polisi"}

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

// checkNumbers: numbers live in the registry, never in a text.
func checkNumbers(s *Site, faults *source.List) {
	for _, p := range s.pages {
		s.checkTyped(p.File, p.Doc.Numbers, faults)
	}
	for e, spans := range s.inputs.villages.numbers {
		s.checkTyped(e.File, spans, faults)
	}
}

func (s *Site) checkTyped(file string, spans []markdown.Span, faults *source.List) {
	for _, span := range spans {
		number, err := phone.Parse(span.Text, phone.Any)
		if err != nil {
			number, err = phone.Parse(span.Text, phone.Short)
			if err != nil || s.contacts.holder(number.Dial()) == nil {
				continue // no number that anybody could dial
			}
		}
		if holder := s.contacts.holder(number.Dial()); holder != nil {
			faults.Add(s.at(file, span.Off, len(span.Text), source.NumberInText, span.Text, holder.ID))
		} else {
			faults.Add(s.at(file, span.Off, len(span.Text), source.NumberUnknown, span.Text))
		}
	}
}

// checkContacts: which numbers are missing or old, and whether those that
// stand in for others exist.
func checkContacts(s *Site, faults *source.List) {
	for _, c := range s.contacts.list {
		i := c.index
		switch {
		case len(c.Numbers) == 0:
			faults.Add(s.contacts.tree.At(source.ContactWithoutPhone, []any{c.Name}, i, "nama"))
		case s.freshness(c.Checked, c.Term) != fresh:
			faults.Add(s.contacts.tree.At(source.ContactStale, []any{c.Name, c.Checked.Add(c.Term).String()}, i, "diperiksa"))
		}
		for j, country := range c.Countries {
			if s.langs[0].pages["negara/"+country] == nil && !s.hidden[contentFolder+"negara/"+country+".md"] {
				near := source.Nearest("negara/"+country, slices.Sorted(maps.Keys(s.langs[0].pages)))
				faults.Add(s.contacts.tree.At(source.MenuUnknown, []any{"negara/" + country + ".md"}, i, "negara", j).WithNear(near))
			}
		}
	}
	for i, id := range s.Config.Main {
		if s.contacts.byID[id] == nil {
			faults.Add(s.atValue(configFile, source.ContactMissing, []any{id}, "utama", i).WithNear(source.Nearest(id, s.contacts.ids())))
		}
	}
}

// checkVillages: codes and names agree with the official list, no code is used
// twice, and which numbers are not known yet.
func checkVillages(s *Site, faults *source.List) {
	for v := range s.villages.All() {
		s.checkVillage(v, faults)
	}
}

func (s *Site) checkVillage(v *village.Entry, faults *source.List) {
	if twin := s.villages.Twin(v); twin != nil {
		faults.Add(s.atValue(v.File, source.VillageCodeTwice, []any{v.Code, twin.File}, "kode"))
	}
	switch {
	case v.Code == "":
		faults.Add(s.atValue(v.File, source.VillageWithoutCode, []any{v.Name}, "nama"))
	case !v.CodeFits():
		// Said when the file was read.
	case !s.villages.Known(v.Code):
		faults.Add(s.atValue(v.File, source.VillageCodeUnknown, []any{v.Code}, "kode"))
	case !s.villages.NameFits(v):
		faults.Add(s.atValue(v.File, source.VillageNameDiffers, []any{v.Name, s.villages.Areas[v.Code]}, "nama"))
	case !s.villages.DistrictFits(v):
		faults.Add(s.atValue(v.File, source.DistrictDiffers, []any{v.District, s.villages.Areas.DistrictOf(v.Code)}, "kecamatan"))
	}
	for i, code := range v.Possible {
		if !s.villages.Known(code) {
			faults.Add(s.atValue(v.File, source.VillageCodeUnknown, []any{code}, "kemungkinan", i))
		}
	}
	if !v.HasNumber {
		faults.Add(s.atValue(v.File, source.VillageWithoutPhone, []any{v.Name}, "nama"))
	}
}
