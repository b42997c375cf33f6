package site

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suluh/internal/frontmatter"
	"suluh/internal/source"
	"suluh/internal/village"
)

// styleGuideFile is what the editors of a site have agreed on: words with their better
// form, and sources whose addresses stay away.
const styleGuideFile = "content/gaya.yaml"

// StyleGuide is content/gaya.yaml.
type StyleGuide struct {
	Phrases []Phrase `yaml:"ganti"`
	Refused []string `yaml:"sumber_ditolak" raw:"yes"` // see refusedKey
	Longest int      `yaml:"kalimat_terpanjang"`       // words of a sentence; 0 when they did not agree

	Abbreviations AbbreviationRule `yaml:"singkatan"`

	forms *regexp.Regexp // all phrases, longest first
	of    map[string]int // the phrase that a form belongs to
}

// Phrase is what writers type, and what readers understand better.
type Phrase struct {
	Typed  []string `yaml:"ditulis" need:"yes"`
	Better string   `yaml:"pakai" need:"yes"`
}

// AbbreviationRule is how many abbreviations a reader has to keep in mind.
type AbbreviationRule struct {
	Known []string `yaml:"dikenal"`       // by everybody; they do not count
	Most  int      `yaml:"paling_banyak"` // on one page; 0 when they did not agree
}

func parseStyleGuide(f *source.File) (*StyleGuide, source.List) {
	g := &StyleGuide{of: map[string]int{}}
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", g)
	var forms []string
	for i, phrase := range g.Phrases {
		for j, form := range phrase.Typed {
			key := strings.ToLower(form)
			if first, twice := g.of[key]; twice {
				at := tree.At(source.IdentifierTwice, nil, "ganti", first)
				faults.Add(tree.At(source.IdentifierTwice, []any{form, at.Line}, "ganti", i, "ditulis", j))
				continue
			}
			g.of[key] = i
			forms = append(forms, regexp.QuoteMeta(key))
		}
	}
	for i, key := range g.Refused {
		if sum, err := hex.DecodeString(key); err != nil || len(sum) != refusedBytes {
			faults.Add(tree.At(source.RefusedKeyBroken, nil, "sumber_ditolak", i).WithNear(keyFor(key)))
		}
	}
	if len(forms) > 0 {
		slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
		g.forms = regexp.MustCompile(`(?i)` + strings.Join(forms, "|"))
	}
	return g, faults
}

// refusedBytes is how much of a hash stands in the list of refused sources.
const refusedBytes = 8

// refusedKey names a part of an address without repeating it: the list must not
// lead to what it keeps away. The key is the first half of SHA-256 over the last
// two names of the host and one part of the path or of the query; the same page
// has other addresses for phones, but the same part.
func refusedKey(host, part string) string {
	names := strings.Split(strings.ToLower(host), ".")
	sum := sha256.Sum256([]byte(strings.Join(names[max(0, len(names)-2):], ".") + " " + part))
	return hex.EncodeToString(sum[:refusedBytes])
}

// keysOfAddress gives the keys of the parts of an address; none when it is no
// address.
func keysOfAddress(address string) []string {
	u, err := url.Parse(address)
	if err != nil || !strings.Contains(u.Hostname(), ".") {
		return nil
	}
	var keys []string
	for _, part := range strings.FieldsFunc(u.Path+"&"+u.RawQuery, func(r rune) bool { return r == '/' || r == '&' }) {
		keys = append(keys, refusedKey(u.Hostname(), strings.TrimRight(part, ".,;:")))
	}
	return keys
}

// keyFor gives the key of an address that was written in place of one, by the last
// part of its query or path; "" when it is no address.
func keyFor(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	keys := keysOfAddress(address)
	if len(keys) == 0 {
		return ""
	}
	return keys[len(keys)-1]
}

var addressForm = regexp.MustCompile(`https?://[^\s<>"'\]\[(){}|\\]+`)

// addressesIn gives the web addresses that stand in a file, each once.
func addressesIn(f *source.File) []string {
	var found []string
	for _, at := range addressForm.FindAll(f.Data, -1) {
		found = append(found, string(at))
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// refuses tells whether an address is one of those that stay away.
func (g *StyleGuide) refuses(address string) bool {
	return g != nil && slices.ContainsFunc(keysOfAddress(address), func(key string) bool { return slices.Contains(g.Refused, key) })
}

// sameRefused tells whether another guide refuses the same.
func (g *StyleGuide) sameRefused(other *StyleGuide) bool {
	if g == nil || other == nil {
		return g == other
	}
	return slices.Equal(g.Refused, other.Refused)
}

// checkRefused: no address of a source that names a victim comes back, wherever it
// stands: in texts, in sources, in the data of contacts. Villages are judged one by
// one.
func checkRefused(s *Site, faults *source.List) {
	for _, in := range s.inputs.list {
		for _, address := range in.addresses {
			s.checkSource(in.name, address, faults)
		}
	}
}

// checkVillageSources does the same for a village; most name no address.
func (s *Site) checkVillageSources(v *village.Entry, faults *source.List) {
	if !v.Addresses || s.styleGuide == nil || len(s.styleGuide.Refused) == 0 {
		return
	}
	f, broken := s.reread(v.File)
	if broken != nil {
		faults.Add(broken)
		return
	}
	for _, address := range addressesIn(f) {
		s.checkSource(v.File, address, faults)
	}
}

func (s *Site) checkSource(file, address string, faults *source.List) {
	if s.styleGuide.refuses(address) {
		faults.Add(s.atText(file, source.SourceRefused, address))
	}
}

// eachText gives every file of content/ and villages/ that a writer wrote.
func (s *Site) eachText(do func(f *source.File)) {
	names := []string{contactFile, termFile, configFile}
	s.eachPage(func(p *Page) { names = append(names, p.File) })
	for v := range s.villages.All() {
		names = append(names, v.File)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if f, broken := s.reread(name); broken == nil {
			do(f)
		}
	}
}

// Wording says where a text for readers is not as its editors agreed: a phrase that
// has a better form, a long sentence, a page of many abbreviations. Names of
// sources are as they are.
func (s *Site) Wording() source.List {
	var faults source.List
	if s.styleGuide == nil {
		return faults
	}
	if s.styleGuide.forms != nil {
		s.eachText(func(f *source.File) { s.styleGuide.readPhrases(f, &faults) })
	}
	s.eachPage(func(p *Page) {
		if p.Meta.Menu != "tidak" { // the others are for editors
			s.readPage(p, &faults)
		}
	})
	faults.Sort()
	return faults
}

// readPage looks for what is hard to follow.
func (s *Site) readPage(p *Page, faults *source.List) {
	g := s.styleGuide
	for sentence := range p.Doc.Sentences() {
		words := strings.Fields(sentence)
		if g.Longest > 0 && len(words) > g.Longest {
			d := s.atSentence(p.File, words)
			d.Args = []any{len(words), g.Longest}
			faults.Add(d)
		}
	}
	found := slices.DeleteFunc(p.Doc.Abbreviations(), func(a string) bool { return slices.Contains(g.Abbreviations.Known, a) })
	if g.Abbreviations.Most > 0 && len(found) > g.Abbreviations.Most {
		faults.Add(p.tree.At(source.AbbreviationsMany, []any{len(found), strings.Join(found, ", "), g.Abbreviations.Most}, "judul"))
	}
}

// atSentence makes a diagnostic where a sentence begins: at as many of its words as
// stand in the file without a sign of Markdown among them.
func (s *Site) atSentence(file string, words []string) *source.Diagnostic {
	f, broken := s.reread(file)
	if broken != nil {
		return broken
	}
	for n := len(words); n > 1; n-- {
		if begin := strings.Join(words[:n], " "); strings.Contains(string(f.Data), begin) {
			return placeOf(f, source.SentenceLong, begin)
		}
	}
	return f.Whole(source.SentenceLong)
}

func (g *StyleGuide) readPhrases(f *source.File, faults *source.List) {
	at := 0
	for line := range strings.Lines(string(f.Data)) {
		if !notForReaders.MatchString(line) {
			g.readLine(f, at, line, faults)
		}
		at += len(line)
	}
}

// notForReaders is a line of data that is none of ours to word: notes, names and
// addresses of sources, words of the search.
var notForReaders = regexp.MustCompile(`^\s*(?:#\s|-?\s*(?:nama|alamat|situs|cari|alias|id):|- nama:)`)

func (g *StyleGuide) readLine(f *source.File, at int, line string, faults *source.List) {
	for _, m := range g.forms.FindAllStringIndex(line, -1) {
		before, _ := utf8.DecodeLastRuneInString(line[:m[0]])
		behind, _ := utf8.DecodeRuneInString(line[m[1]:])
		if isLetter(before) || isLetter(behind) {
			continue
		}
		found := line[m[0]:m[1]]
		better := g.Phrases[g.of[strings.ToLower(found)]].Better
		faults.Add(f.At(at+m[0], len(found), source.PhraseBetter, found, better))
	}
}

func isLetter(r rune) bool { return unicode.IsLetter(r) && r != utf8.RuneError || r == '-' }
