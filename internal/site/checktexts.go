package site

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/cache"
	"suluh/internal/draft"
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// checkNumbers: numbers live in the registry, never in a text.
func checkNumbers(s *Site, faults *source.List) {
	s.eachPage(func(p *Page) { s.checkTyped(p.File, p.Doc.Numbers, faults) })
	for e, found := range s.inputs.villages.numbers {
		s.checkTyped(e.File, found, faults)
	}
}

func (s *Site) checkTyped(file string, numbers []phone.Found, faults *source.List) {
	for _, n := range numbers {
		if fault := s.typed(n); fault != nil {
			faults.Add(s.at(file, n.Off, n.Len, fault.Code, fault.Args...))
		}
	}
}

// typed judges a number that stands in words.
func (s *Site) typed(n phone.Found) *source.Fault {
	switch n.Sort {
	case phone.ChatZero:
		return &source.Fault{Code: source.NumberInChatLink, Args: []any{n.Text}}
	case phone.Lettered:
		return &source.Fault{Code: source.LetterInNumber, Args: []any{n.Text}}
	case phone.Identity, phone.Passport, phone.Account:
		return &source.Fault{Code: source.NumberOfPerson, Args: []any{n.Text}}
	}
	if s.unread[contactFile] {
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
func (s *Site) holderOf(written string) (holder *Contact, example bool) {
	digits := phone.Digits(written)
	for _, form := range []string{written, "+" + digits, "0" + digits} {
		number, err := phone.Parse(form, phone.Any)
		if phone.IsExample(err) {
			return nil, true
		}
		if err == nil {
			if holder := s.contacts.holder(number.Dial()); holder != nil {
				return holder, false
			}
		}
	}
	return s.contacts.holder(digits), false
}

// nearDirective is a directive in the data, where it is not read.
var nearDirective = regexp.MustCompile(`(?i)[:：]\s?(?:kontak|desa|istilah)\s?[\[({][^\])}]*[\])}]?|\b(?:kontak|istilah)\[[^\]]*\]?`)

// signInData is a sign of Markdown in the data, which shows it as typed.
var signInData = regexp.MustCompile(`<!--|&(?:amp|nbsp|lt|gt|quot|#\d+);|\[(?:isi|tulis|lengkapi)[^\]]*\]|\*\*|\]\([^)]*\)?|\{#[^}]*\}|^#{1,6}\s|</?[a-zA-Z][^>]*>`)

// checkWords: what readers see of the data holds no number, no directive and no
// sign of Markdown.
func checkWords(s *Site, faults *source.List) {
	judge := func(words []dataWords, file string) {
		for _, w := range words {
			for _, fault := range s.wordFaults(w) {
				if !s.isTold(file, fault.Code) {
					faults.Add(s.remember(w.at(fault)))
				}
			}
		}
	}
	s.eachPage(func(p *Page) { judge(p.dataWords, p.File) })
	judge(s.contacts.dataWords, contactFile)
	judge(s.terms.dataWords, termFile)
	judge(s.Config.dataWords, configFile)
}

// dataWords are words of the data in which something looks like a number or like a sign of
// Markdown. They are found once for each file, since that takes most of a reload.
type dataWords struct {
	at      func(*source.Fault) *source.Diagnostic // at these words
	numbers []phone.Found
	signs   []*source.Fault
}

func wordsIn(tree *frontmatter.Tree) []dataWords {
	var found []dataWords
	tree.Words(func(text string, at func(*source.Fault) *source.Diagnostic) {
		if w := (dataWords{at, phone.Typed(text), signFaults(text)}); len(w.numbers)+len(w.signs) > 0 {
			found = append(found, w)
		}
	})
	return found
}

func (s *Site) wordFaults(w dataWords) []*source.Fault {
	var faults []*source.Fault
	for _, n := range w.numbers {
		if fault := s.typed(n); fault != nil {
			fault.Off, fault.Len = n.Off, n.Len
			faults = append(faults, fault)
		}
	}
	return append(faults, w.signs...)
}

// signFaults finds signs that mean nothing in the data.
func signFaults(text string) []*source.Fault {
	if m := nearDirective.FindStringIndex(text); m != nil {
		return []*source.Fault{{Code: source.DirectiveNotHere, Args: []any{text[m[0]:m[1]]}, Off: m[0], Len: m[1] - m[0]}}
	}
	if m := signInData.FindStringIndex(text); m != nil {
		return []*source.Fault{{Code: source.DirectiveNotHere, Args: []any{text[m[0]:m[1]]}, Off: m[0], Len: m[1] - m[0]}}
	}
	return nil
}

// checkDates: no date in the data that says what was is still to come: it would
// switch off the notice that something is old.
func checkDates(s *Site, faults *source.List) {
	s.eachPage(func(p *Page) {
		s.checkAhead(p.tree, faults)
		s.checkFar(p.tree, p.Meta.From, faults, "terbit")
		s.checkFar(p.tree, p.Meta.Until, faults, "berakhir")
	})
	if s.Config.Notice != nil {
		s.checkFar(s.Config.tree, s.Config.Notice.Until, faults, "pita", "sampai")
	}
	s.checkAhead(s.contacts.tree, faults)
	s.checkAhead(s.Config.tree, faults)
}

// farAhead is how far a date that is still to come may lie ahead, in days: beyond,
// its year is mistyped.
const farAhead = 3 * 365

func (s *Site) checkFar(tree *frontmatter.Tree, d frontmatter.Date, faults *source.List, path ...any) {
	if tree != nil && s.opt.Date.Add(farAhead).Before(d) {
		faults.Add(tree.At(source.DateAhead, []any{d.String(), s.opt.Date.String()}, path...))
	}
}

func (s *Site) checkAhead(tree *frontmatter.Tree, faults *source.List) {
	if tree == nil {
		return
	}
	tree.Dates(func(d frontmatter.Date, at func(*source.Fault) *source.Diagnostic) {
		if s.isAhead(d) {
			faults.Add(at(&source.Fault{Code: source.DateAhead, Args: []any{d.String(), s.opt.Date.String()}}))
		}
	})
}

// mostTitleWords is how long a title may be (PANDUAN.md).
const mostTitleWords = 12

// checkTexts: a published page says something of its own.
func checkTexts(s *Site, faults *source.List) {
	for _, p := range s.pages {
		if p.broken {
			continue
		}
		if n := len(strings.Fields(p.Meta.Title)); n > mostTitleWords {
			faults.Add(p.tree.At(source.TitleLong, []any{n, mostTitleWords}, "judul"))
		}
		if words := draft.LeftIn(p.Meta.Summary); words != "" {
			faults.Add(p.tree.At(source.TemplateLeft, []any{words}, "ringkasan"))
		}
		if words := draft.LeftIn(p.Doc.Text); words != "" {
			faults.Add(s.atText(p.File, source.TemplateLeft, words))
		}
		if strings.TrimSpace(p.Doc.Text) == "" && len(p.Doc.Refs) == 0 && p.Kind != Home {
			faults.Add(whole(p.File, source.BodyEmpty))
		}
	}
}

// atText makes a diagnostic at the first place of some words in a file.
func (s *Site) atText(name string, code source.Code, words string) *source.Diagnostic {
	f, broken := s.reread(name)
	if broken != nil {
		return broken
	}
	return placeOf(f, code, words)
}

func placeOf(f *source.File, code source.Code, words string) *source.Diagnostic {
	off := strings.Index(string(f.Data), words)
	if off < 0 {
		return f.Whole(code, words)
	}
	return f.At(off, len(words), code, words)
}

// eachPage calls do for every page that is there, also for those that are not
// published yet: what is wrong with a draft is better told before its day.
func (s *Site) eachPage(do func(*Page)) {
	for _, p := range s.pages {
		do(p)
	}
	for _, p := range s.drafts {
		do(p)
	}
}

// hasCodeOfOriginal tells whether a village is a copy that has kept the code of
// its original: then the code is told, which says it all.
func (s *Site) hasCodeOfOriginal(name string) bool {
	copied, original := s.villages.OfFile(name), s.villages.OfFile(copiedFrom(name))
	return copied != nil && original != nil && copied.Code != "" && copied.Code == original.Code
}

// checkNames: files have names that every system, stick and browser can hold
// and tell apart.
func checkNames(s *Site, faults *source.List) {
	folded := map[string]string{}
	judge := func(name string) {
		if d := nameFault(name, s.has); d != nil && !(d.Code == source.NameCopied && s.hasCodeOfOriginal(name)) {
			faults.Add(d)
		}
		key := foldPath(name)
		if first, twin := folded[key]; twin {
			faults.Add(whole(name, source.NameTwin, first))
		} else {
			folded[key] = name
		}
	}
	bodies := map[cache.Hash]string{}
	for _, in := range s.inputs.list {
		judge(in.name)
		if in.page == nil {
			continue
		}
		if first, same := bodies[in.hash]; same {
			faults.Add(whole(in.name, source.NameCopied, first))
		} else {
			bodies[in.hash] = in.name
		}
	}
	for _, e := range s.inputs.villages.list {
		judge(e.File)
	}
}

var (
	reservedName = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)`)
	copyName     = regexp.MustCompile(`(?i)^(.*?)(?:[ _]?\(\d+\)|[ _–—-]+(?:salinan|copy|copia|kopi|copy of)(?:[ _-]*\(?\d+\)?)?)$`)
	copyBefore   = regexp.MustCompile(`(?i)^(?:salinan|copy of|salinan dari)[ _-]+(.*)$`)
	translated   = regexp.MustCompile(`^(.+)[-_](en|jv|mad|su|zh|ar|ms)$`)
	handyName    = regexp.MustCompile(`^[a-z0-9]+(?:[-_][a-z0-9]+)*$`)
)

// nameFault says what is wrong with the name of an input file.
func nameFault(name string, there func(string) bool) *source.Diagnostic {
	for part := range strings.SplitSeq(name, "/") {
		if bad := unportable(part); bad != "" {
			return whole(name, source.NameUnportable, bad, betterName(name))
		}
	}
	base := path.Base(name)
	stem := strings.TrimSuffix(base, path.Ext(base))
	if path.Ext(base) != ".md" {
		return nil
	}
	if original := copiedFrom(name); original != "" {
		return whole(name, source.NameCopied, original)
	}
	if i := strings.LastIndexByte(stem, '.'); i > 0 && strings.HasPrefix(name, contentFolder) {
		stem = stem[:i] // the language of a translation
	}
	if m := translated.FindStringSubmatch(stem); m != nil && there(path.Join(path.Dir(name), m[1]+".md")) {
		return whole(name, source.NameUnhandy, path.Join(path.Dir(name), m[1]+"."+m[2]+".md"))
	}
	folder := strings.Split(path.Dir(name), "/")
	if !handyName.MatchString(stem) || slices.ContainsFunc(folder, func(f string) bool { return !handyName.MatchString(strings.ReplaceAll(f, ".", "")) }) {
		return whole(name, source.NameUnhandy, betterName(name))
	}
	return nil
}

// unportable gives what keeps a name from travelling: Windows, FAT and addresses
// of the web all have signs that they refuse.
func unportable(part string) string {
	switch i := strings.IndexAny(part, `<>:"|?*\%#`+"`"); {
	case i >= 0:
		return part[i : i+1]
	case strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == '\uFFFD' }):
		return "?"
	case strings.HasSuffix(part, " ") || strings.HasSuffix(part, ".") || strings.HasPrefix(part, " ") || strings.Contains(part, " ."):
		return part
	case reservedName.MatchString(part):
		return part
	case len(part) > longestName:
		return part[:20] + "…"
	}
	return ""
}

// copiedFrom gives the file that a copy by its name was made of; empty when the
// name is that of no copy.
func copiedFrom(name string) string {
	stem, ext := strings.TrimSuffix(path.Base(name), path.Ext(name)), path.Ext(name)
	for _, form := range []*regexp.Regexp{copyName, copyBefore} {
		if m := form.FindStringSubmatch(stem); m != nil && m[1] != "" {
			return path.Join(path.Dir(name), strings.TrimSpace(m[1])+ext)
		}
	}
	return ""
}

// betterName proposes a name of small letters, digits and hyphens.
func betterName(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		ext := ""
		if i == len(parts)-1 {
			ext = strings.ToLower(strings.TrimSpace(path.Ext(part)))
		}
		stem := strings.TrimSuffix(part, path.Ext(part))
		if i < len(parts)-1 {
			stem = part
		}
		if slug := markdown.Slug(norm.NFC.String(stem)); slug != "" && part != village.Folder && !(i == 0) {
			parts[i] = slug + ext
		}
	}
	last := parts[len(parts)-1]
	if reservedName.MatchString(last) {
		parts[len(parts)-1] = "halaman-" + last
	}
	return strings.Join(parts, "/")
}
