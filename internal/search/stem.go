package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// stemRules is the stemmer as data. The index carries it to the browser, so
// that both sides cut by one table.
type stemRules struct {
	Roots    string      `json:"roots"`    // never cut further; word:root where no rule helps
	Endings  [][2]string `json:"endings"`  // particles and pronouns
	Prefixes [][2]string `json:"prefixes"` // of each round the first that leaves a root
	Suffixes [][2]string `json:"suffixes"` // the shape of a word, and the suffix that it may have
	Marks    string      `json:"marks"`    // letters, each with the one it is folded to
}

var rules = stemRules{
	Roots: "cek tes sah " + // of one syllable
		"berangkat berani beras beri berita berkas bersih didik " + // look as if they had a prefix
		"digital diploma direktur disiplin disnaker diskusi " +
		"keluar keluarga kelompok kembali kenal kepala keras kereta kerja " +
		"media medis meninggal menteri meterai " +
		"pembantu pemerintah pengacara perantara perempuan pergi periksa perintah perkosa pertama pesawat pensiun " +
		"terima terminal terus " +
		"delapan halaman istilah majikan masalah sekolah selatan taiwan tanya yakin " + // look as if they had an ending
		"tangkep:tangkap simpen:simpan pinjem:pinjam dateng:datang bener:benar temen:teman cepet:cepat " +
		"bekerja:kerja kerjaan:kerja kerjakan:kerja kembalikan:kembali kenalkan:kenal " + // need an exception
		"belajar:ajar pelajar:ajar pelajaran:ajar menikah:nikah mengetahui:tahu diketahui:tahu bertanya:tanya ditanya:tanya mengaku:aku meninggalkan:tinggal bersekolah:sekolah",
	Endings: [][2]string{
		{"^(.*(?:[^s]a|[^a]))[lk]ah$", "$1"}, // masalah, bersalah stay
		{"^(.*)nya$", "$1"},
		{"^(.*(?:[^l]a|[^a]))ku$", "$1"}, // laku, berlaku stay
		{"^(.*[^e])mu$", "$1"},           // bertemu stays
	},
	Prefixes: [][2]string{
		{"^di", ""},
		{"^(?:[mp]e)?nge(cek|tes|sah)", "$1"},
		{"^[mp]eny([aiueo])", "s$1"},
		{"^(?:[mp]e)?ng(abar|abul|asih|awal|ecewa|ecil|ejar|elola|elompok|eluar|embali|enal|endal|erja|etik|irim|omunik|onfirm|onsul|ontak|ontrak|ubur|umpul|unci|unjung|uat|urang|urung)", "k$1"},
		{"^[mp]eng([aiueoghk])", "$1"},
		{"^ng([aiueo])", "$1"},
		{"^n(abrak|agih|ahan|ampar|angis|angkap|angkep|awar|erima|olak|olong|unggu)", "t$1"}, // as people say it
		{"^ny(ebar|ekap|ewa|iksa|impan|impen|ita|uap|uruh)", "s$1"},
		{"^m(aksa|ecat|egang|eras|erkosa|injam|injem|otong|ukul)", "p$1"},
		{"^[mp]en(afkah|aik|asihat|ikah|ilai)", "n$1"},
		{"^[mp]en([aiueo])", "t$1"},
		{"^[mp]en([cdjtsz])", "$1"},
		{"^[mp]em(ain|akam|akan|alu|andi|arah|asak|asuk|ati|ilik|inta|odal|ohon|uat|ulai|usuh)", "m$1"},
		{"^[mp]em([aiueo])", "p$1"},
		{"^[mp]em([bfpv])", "$1"},
		{"^me([lmnrwy])", "$1"},
		{"^pe(rahasia|rampas|rampok|rantau|rawat|rekrut|rusak)", "$1"},
		{"^be(rencana)", "$1"},
		{"^[pbt]er", ""},
		{"^pe", ""},
		{"^ke([a-z]+an|[^aeiou][aeiou][a-z]{3,})$", "$1"}, // kemalaysia, too
		{"^se(bulan|hari|jumlah|kampung|minggu|orang|tahun|tempat)$", "$1"},
	},
	Suffixes: [][2]string{
		{"^[pk]e.*an$", "an$"},
		{"^(?:me|di|ter).*[^aeo]i$", "i$"},
		{"", "(?:k?a|i)n$"},
	},
	Marks: "à:a á:a â:a ä:a è:e é:e ê:e ë:e ì:i í:i î:i ò:o ó:o ô:o ö:o ù:u ú:u û:u ü:u ñ:n ḍ:d ṭ:t",
}

// stemmer is stemRules made ready.
type stemmer struct {
	roots             map[string]string
	endings, prefixes []rule
	suffixes          []suffix
	marks             map[string]string
}

type rule struct {
	match *regexp.Regexp
	put   string
}

type suffix struct{ shape, end *regexp.Regexp }

var indonesian = newStemmer(&rules)

// cutter leads text back to roots, and remembers those of each word.
type cutter map[string]string

// line gives the root of each word of a line.
func (c cutter) line(text string) []string {
	words := fold(text)
	for i, word := range words {
		root, known := c[word]
		if !known {
			root = indonesian.stem(word)
			c[word] = root
		}
		words[i] = root
	}
	return words
}

// lines gives the root of each word of a text; a letter alone in its line
// joins nothing.
func (c cutter) lines(text string) []string {
	var roots []string
	for line := range strings.Lines(text) {
		roots = append(roots, c.line(line)...)
	}
	return roots
}

func newStemmer(r *stemRules) *stemmer {
	s := &stemmer{roots: table(r.Roots), marks: table(r.Marks)}
	for _, e := range r.Endings {
		s.endings = append(s.endings, newRule(e))
	}
	for _, p := range r.Prefixes {
		s.prefixes = append(s.prefixes, newRule(p))
	}
	for _, x := range r.Suffixes {
		s.suffixes = append(s.suffixes, suffix{regexp.MustCompile(x[0]), regexp.MustCompile(x[1])})
	}
	return s
}

// table reads "a:b c:d e" as a map of a to b, c to d and e to itself.
func table(pairs string) map[string]string {
	of := map[string]string{}
	for _, pair := range strings.Fields(pairs) {
		key, value, _ := strings.Cut(pair, ":")
		of[key] = cmp.Or(value, key)
	}
	return of
}

// newRule compiles a rule; $1s would be the group "1s", hence the braces.
func newRule(r [2]string) rule {
	return rule{regexp.MustCompile(r[0]), strings.ReplaceAll(r[1], "$1", "${1}")}
}

// twice is a word that is typed once for two: undang2.
var twice = regexp.MustCompile(`^[a-z]{3,}2$`)

var twoVowels = regexp.MustCompile(`[aiueo].*[aiueo]`)

func (s *stemmer) stem(word string) string {
	if twice.MatchString(word) {
		word = strings.TrimSuffix(word, "2")
	}
	if len(word) < 4 || strings.ContainsAny(word, "0123456789") {
		return word
	}
	for _, r := range s.endings {
		word = s.apply(r, word)
	}
	at := slices.IndexFunc(s.suffixes, func(x suffix) bool { return x.shape.MatchString(word) })
	end := s.suffixes[at].end
	for range 3 {
		left := s.cutPrefix(word)
		if left == word || s.roots[end.ReplaceAllString(word, "")] != "" {
			break
		}
		word = left
	}
	word = s.cut(word, end.ReplaceAllString(word, ""))
	if root, known := s.roots[word]; known {
		return root
	}
	return word
}

// cut gives what is left of a word, if that can be a root and the word is not
// one already.
func (s *stemmer) cut(word, left string) string {
	_, done := s.roots[word]
	_, known := s.roots[left]
	if done || !known && !twoVowels.MatchString(left) {
		return word
	}
	return left
}

func (s *stemmer) apply(r rule, word string) string {
	if !r.match.MatchString(word) { // three times as fast as replacing nothing
		return word
	}
	return s.cut(word, r.match.ReplaceAllString(word, r.put))
}

func (s *stemmer) cutPrefix(word string) string {
	for _, r := range s.prefixes {
		if left := s.apply(r, word); left != word {
			return left
		}
	}
	return word
}

// fold splits text into words of small letters a to z and digits: no case, no
// marks. A letter that stands alone joins the next word: e-PMI is epmi, G to G
// is gto. Plain numbers are no words, but for the three digits of hotlines.
func fold(text string) []string {
	var words []string
	alone := ""
	for _, word := range strings.FieldsFunc(strings.Map(plainLetter, strings.ToLower(text)), isSpace) {
		switch word = alone + word; {
		case len(word) == 1 && word > "9":
			alone = word
			continue
		case len(word) > 1 && !plainNumber.MatchString(word):
			words = append(words, word)
		}
		alone = ""
	}
	return words
}

var plainNumber = regexp.MustCompile(`^(?:\d\d|\d{4,})$`)

func isSpace(r rune) bool { return r == ' ' }

// plainLetter gives a letter without its mark, drops a mark that stands as a
// letter of its own, and makes a space of everything else.
func plainLetter(r rune) rune {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return r
	case 0x300 <= r && r <= 0x36F:
		return -1
	}
	if plain, known := indonesian.marks[string(r)]; known {
		return rune(plain[0])
	}
	return ' '
}
