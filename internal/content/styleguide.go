package content

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
)

// StyleGuideFile is what the editors of a site have agreed on: words with their better
// form, and sources whose addresses stay away.
const StyleGuideFile = "content/gaya.yaml"

// StyleGuide is content/gaya.yaml.
type StyleGuide struct {
	Phrases []Phrase `yaml:"ganti"`
	Refused []string `yaml:"sumber_ditolak" raw:"yes"` // see refusedKey
	Longest int      `yaml:"kalimat_terpanjang"`       // words of a sentence; 0 when they did not agree

	Abbreviations AbbreviationRule `yaml:"singkatan"`

	// How much is too much; 0 where they did not agree.
	LongestParagraph int `yaml:"paragraf_terpanjang"` // sentences
	LongestSection   int `yaml:"bagian_terpanjang"`   // words below one heading
	LongestHeading   int `yaml:"judul_terpanjang"`    // words
	LongestPage      int `yaml:"halaman_terpanjang"`  // words
	Hardest          int `yaml:"sulit"`               // LIX of a page

	Passive  PassiveRule `yaml:"pasif"`
	Di       DiRule      `yaml:"di"`
	VagueFor []string    `yaml:"tautan_kabur"` // words of a link that do not say where it leads

	Forms *regexp.Regexp // all phrases, longest first
	of    map[string]int // the phrase that a form belongs to
}

// Phrase is what writers type, and what readers understand better.
type Phrase struct {
	Typed  []string `yaml:"ditulis" need:"yes"`
	Better string   `yaml:"pakai" need:"yes"`
}

// PassiveRule is how many sentences may leave open who does it.
type PassiveRule struct {
	Most  int      `yaml:"paling_banyak"` // of a hundred sentences; 0 when they did not agree
	NotIt []string `yaml:"bukan"`         // words that begin with di and are no passive
}

// DiRule is the spelling of di: apart before a place, joined before a verb.
type DiRule struct {
	Places []string `yaml:"dipisah"`   // rumah: di rumah
	Verbs  []string `yaml:"disambung"` // tulis: ditulis
}

// AbbreviationRule is how many abbreviations a reader has to keep in mind.
type AbbreviationRule struct {
	Known []string `yaml:"dikenal"`       // by everybody; they do not count
	Most  int      `yaml:"paling_banyak"` // on one page; 0 when they did not agree
}

// ParseStyleGuide reads content/gaya.yaml.
func ParseStyleGuide(f *source.File) (*StyleGuide, source.List) {
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
			faults.Add(tree.At(source.RefusedKeyBroken, nil, "sumber_ditolak", i).WithNear(KeyFor(key)))
		}
	}
	if len(forms) > 0 {
		slices.SortFunc(forms, func(a, b string) int { return len(b) - len(a) })
		g.Forms = regexp.MustCompile(`(?i)` + strings.Join(forms, "|"))
	}
	return g, faults
}

// refusedBytes is how much of a hash stands in the list of refused sources.
const refusedBytes = 8

// RefusedKey names a part of an address without repeating it: the list must not
// lead to what it keeps away. The key is the first half of SHA-256 over the last
// two names of the host and one part of the path or of the query; the same page
// has other addresses for phones, but the same part.
func RefusedKey(host, part string) string {
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
		keys = append(keys, RefusedKey(u.Hostname(), strings.TrimRight(part, ".,;:")))
	}
	return keys
}

// KeyFor gives the key of an address that was written in place of one, by the last
// part of its query or path; "" when it is no address.
func KeyFor(address string) string {
	if !strings.Contains(address, "://") {
		address = "https://" + address
	}
	keys := keysOfAddress(address)
	if len(keys) == 0 {
		return ""
	}
	return keys[len(keys)-1]
}

// AddressForm is that of a web address in a text.
var AddressForm = regexp.MustCompile(`https?://[^\s<>"'\]\[(){}|\\]+`)

// AddressesIn gives the web addresses that stand in a file, each once.
func AddressesIn(f *source.File) []string {
	var found []string
	for _, at := range AddressForm.FindAll(f.Data, -1) {
		found = append(found, string(at))
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// Refuses tells whether an address is one of those that stay away.
func (g *StyleGuide) Refuses(address string) bool {
	return g != nil && slices.ContainsFunc(keysOfAddress(address), func(key string) bool { return slices.Contains(g.Refused, key) })
}

// SameRefused tells whether another guide refuses the same.
func (g *StyleGuide) SameRefused(other *StyleGuide) bool {
	if g == nil || other == nil {
		return g == other
	}
	return slices.Equal(g.Refused, other.Refused)
}

// ReadPhrases tells of each phrase in a file that has a better form.
func (g *StyleGuide) ReadPhrases(f *source.File, faults *source.List) {
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
	for _, m := range g.Forms.FindAllStringIndex(line, -1) {
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
