// Package search makes the index by which readers search the site, in their
// browser, without a server, and from a disk.
//
// The index is a classic script, cari-indeks.js, since a page opened from a
// disk may load scripts but nothing else. layouts/cari.js, which the site puts
// before it in the same file, reads it; [Reader] does the same in Go, so that
// what people find is tested without a browser. Both give the same hits in the
// same order. Villages, of which there may be a country full, are found by
// another way, see below.
//
// # Words and roots
//
// A line is folded: small letters, no marks (â è ḍ become a e d), and whatever
// is neither a to z nor a digit parts words. A letter alone joins the word
// after it (e-PMI is epmi, G to G is gto). Numbers are no words, but for the
// three digits of hotlines.
//
// Each word is then led back to its root by a table of rules that stands in
// the index, so that both sides cut by one table:
//
//  1. A word of up to three letters, or with a digit, stays as it is; but undang2 is
//     undang, typed once for two.
//  2. Endings: -lah and -kah, then -nya, -ku, -mu.
//  3. Prefixes, three times: di-, me-, pe-, ber-, per-, ter-, ke- and, of
//     measures, se-; me- and pe- with the letter that they swallow (menulis,
//     tulis; pengirim, kirim), and the colloquial ng- (ngirim). Of the rules
//     that match, the first that leaves a root counts.
//  4. One suffix: -an of a word that began with pe- or ke-; -i of one that
//     began with me-, di- or ter-, if no a, e or o is before it; of others
//     -kan, -an or the colloquial -in.
//
// What is left must be a root: it has two vowels, or it is in the list of
// roots, which are never cut further (perempuan, kembali, cek). A root need
// not be a word; it has to be the same for all forms of one word. "di tahan",
// as many write, finds what "ditahan" does: di is a stop word.
//
// # The index
//
//	var suluhCari={
//	 "kinds":["Panduan",…], "kind":"0001…"        kind of each document, a digit in base 36
//	 "paths":[…], "titles":[…], "summaries":[…]   by document
//	 "rules":{…}                                  the stemmer
//	 "stop":"di dan …"                            stop words, as roots
//	 "same":["tki|pmi|buruh migran",…]            synonyms, as roots
//	 "typos":"pasport:paspor …"                   misspellings, as roots; + parts the words meant
//	 "cries":["sekap|bunuh diri:3,61",…]          cries for help, as roots, and the documents that
//	                                              come first then
//	 "places":["balung lor",…]                    villages whose names, as roots, are words of pages
//	 "glossary":57                                the document that explains words
//	 "stems":"AabaDiBdu…"                         sorted; a capital says how many letters (A none,
//	                                              B one) of the root before are kept
//	 "posts":"…"                                  of each root in turn, with spaces between, see below
//	};
//
// The roots of titles and summaries are not listed: the reader cuts those
// texts itself. Stems holds those of headings, bodies and questions, of a body only what
// title and summary do not hold. A posting is a character, of which the number less 35 is
// the distance to the document before it (the first to -1) less one, and 18 times a level:
// 0 in the body, 1 in a heading. Further characters are
//
//	}  18 documents further, then one of the above
//	~  the root stands in so many documents that it tells none apart: no
//	   bodies are listed, and each document counts as holding it
//	!  before it stands what questions teach, with the levels 1 to 5 as 0 to 4
//
// A root that stands in the headings of most documents of a kind counts there
// as one of the body. In large sites a body is listed only where few documents hold the root.
//
// # Questions
//
// Pages say what is so, and people ask in other words: "gaji 3 bln blm dikasih bos" is
// answered by a page about claims. So the index learns from questions, of which an editor
// says what pages answer them ([Question], learn.go). Where they are many, headings and
// bodies are not listed any more: of a hundred questions that nobody had tuned on, the portal
// answered 77 first by its texts and words that were chosen by hand, and 86 by questions, in
// a smaller index.
//
// # Ranking
//
// A query is folded and cut, and misspellings are put right. What is left
// becomes terms: the longest phrase of a synonym group, its words in any order, or
// else one root that is no stop word. A root that no page holds stands for those that begin with
// it, or else for those that are one letter away (one too many, too few,
// another, or two exchanged); such a guess counts half.
//
// In a document a root weighs 12 in the title, and 4 in the summary, and 4 in a
// heading or else 1 in the body; a phrase as its lightest root, a term as its
// heaviest alternative. A term counts by 1 / (documents that hold it + 16). The
// rank of a document is
//
//   - the sum of weight times count over the terms,
//   - times the share of the query that it covers, by counts, so that a page
//     with all the words comes before one that is full of some,
//   - times 4 documents less its own number, so that a page which is further
//     down in the menus comes a little later,
//   - times 1½ when its title begins with the query,
//   - and 50 for each level that questions give to a root of the query there; of a root that
//     no question has, to the best of what it may stand for.
//
// A question that holds a cry for help (locked in, sold, wanting to die) is
// answered with the pages of the cry first, whatever else it holds. A cry of
// stop words alone ("tolong saya") counts only when there is nothing else:
// "tolong info gaji" asks for wages.
//
// All of it is sums, products and quotients: square roots and logarithms may
// differ between Go and browsers, and the minifier makes ** of Math.sqrt, which
// old phones cannot read. Equal ranks stay in the order of the documents.
//
// # Villages
//
// A [Place], a village or an area, is found by its name as people type it: with
// or without spaces and titles, in an old spelling, as it sounds, with one slip.
// [Plain] takes off what does not matter, [Sound] makes alike what sounds alike.
// The key of a place is the sound of its name, district and regency in a row,
// so that a name which many share is narrowed down by typing on.
//
// [Shards] sorts all places by their keys and cuts them into scripts of some
// 4,000 bytes in brotli. What is typed is the beginning of a key and leads, by
// a table of where each shard begins, to one shard, at times two. When nothing
// there fits, layouts/desa-luas.js tries the shards to which a slip among the first
// letters would have led. It ranks what it finds:
//
//   - a name typed as it is written, then names that begin so,
//   - a name, or name and district, that sound so, then what begins with that
//     sound, then a name followed by something of its district or regency,
//   - a name with what was typed somewhere in it,
//   - and only where none of these fits, names, and then beginnings of names,
//     that are one letter away.
//
// The script alone ranks; its tests run it over all villages of Indonesia. A
// directory that fits on one page needs no shards: the script reads the page.
package search

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Document is a page as the index takes it. Path leads there from the page that
// searches; Kind is what readers see; Headings has one a line.
type Document struct {
	Path, Title, Summary, Kind string
	Headings, Text             string
	Words                      string // that are found although no text is listed
	Glossary                   bool   // the page explains its Words, each under its name
	Name                       string // by which cari.yaml calls it
}

const (
	head, tail = "var suluhCari=", ";\n"

	inTitle, inSummary, inHeading, inBody = 12, 4, 4, 1
)

// index is the script's object.
type index struct {
	Kinds     []string  `json:"kinds"`
	Kind      string    `json:"kind"`
	Paths     []string  `json:"paths"`
	Titles    []string  `json:"titles"`
	Summaries []string  `json:"summaries"`
	Stems     string    `json:"stems"`
	Posts     string    `json:"posts"`
	Rules     stemRules `json:"rules"`
	Cries     []string  `json:"cries"`
	Places    []string  `json:"places"`
	Glossary  int       `json:"glossary,omitempty"`
	lexicon
}

// Index makes the index script of documents. Their order is that of equally
// good hits. Places are names of villages and districts, which another script finds: the
// index tells of those that look like words of its documents.
func Index(docs []Document, words Words, questions []Question, places []string) ([]byte, error) {
	cut := cutter{}
	x := index{Kinds: []string{}, Rules: rules, lexicon: newLexicon(words, cut)}
	stop := set(x.Stop)
	usual := usualHeadings(docs, cut)
	listed := len(docs) < onceFrom || count(questions) < enoughQuestions*len(docs)
	weights := map[string][]int{} // beside those of titles and summaries, by document
	for i, d := range docs {
		kind := slices.Index(x.Kinds, d.Kind)
		if kind < 0 {
			kind = len(x.Kinds)
			x.Kinds = append(x.Kinds, d.Kind)
		}
		if kind >= 36 {
			return nil, errors.New("index: more than 36 kinds of documents")
		}
		x.Kind += strconv.FormatInt(int64(kind), 36)
		x.Paths = append(x.Paths, d.Path)
		x.Titles = append(x.Titles, d.Title)
		x.Summaries = append(x.Summaries, d.Summary)
		if d.Glossary {
			x.Glossary = i
		}
		if !listed {
			d.Headings, d.Text = "", ""
		}
		for stem, weight := range weigh(d, cut, stop, usual[d.Kind]) {
			if weights[stem] == nil {
				weights[stem] = make([]int, len(docs))
			}
			weights[stem][i] = weight
		}
	}
	x.Stems, x.Posts = encode(weights, nil, len(docs))
	taught := learn(newReader(x), docs, questions)
	asked := taught.levels(taught.all())
	x.Stems, x.Posts = encode(weights, asked, len(docs))
	for _, by := range thrifts {
		if listed || len(x.Stems)+len(x.Posts) <= room {
			break
		}
		asked = taught.levels(taught.needed(by))
		x.Stems, x.Posts = encode(weights, asked, len(docs))
	}
	x.Cries = cries(docs, words, x.lexicon, cut)
	x.Places = ordinary(places, func(root string) bool { return weights[root] != nil || asked[root] != nil || stop[root] }, cut)

	var out bytes.Buffer
	out.WriteString(head)
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(x); err != nil {
		return nil, err
	}
	out.Truncate(out.Len() - 1) // Encode's line feed
	out.WriteString(tail)
	return out.Bytes(), nil
}

// cries writes the phrases of each cry and the documents that come first.
func cries(docs []Document, words Words, l lexicon, cut cutter) []string {
	typos := table(l.Typos)
	written := []string{}
	for _, cry := range words.Cries {
		var phrases, first []string
		for _, typed := range cry.Typed {
			phrase := strings.Join(spelt(typos, cut.line(typed)), " ")
			if phrase != "" && !slices.Contains(phrases, phrase) {
				phrases = append(phrases, phrase)
			}
		}
		for _, page := range cry.Pages {
			if doc := slices.IndexFunc(docs, func(d Document) bool { return d.Name == page }); doc >= 0 {
				first = append(first, strconv.Itoa(doc))
			}
		}
		if len(first) > 0 {
			written = append(written, strings.Join(phrases, "|")+":"+strings.Join(first, ","))
		}
	}
	return written
}

// ordinary gives those places, as roots, of which each word is one that the index knows.
func ordinary(places []string, known func(root string) bool, cut cutter) []string {
	found := map[string]bool{}
	for _, place := range places {
		roots := cut.line(place)
		if len(roots) > 0 && !slices.ContainsFunc(roots, func(root string) bool { return !known(root) }) {
			found[strings.Join(roots, " ")] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// spelt puts misspelt roots right.
func spelt(typos map[string]string, roots []string) []string {
	var right []string
	for _, root := range roots {
		right = append(right, strings.Split(cmp.Or(typos[root], root), "+")...)
	}
	return right
}

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, word := range strings.Fields(words) {
		s[word] = true
	}
	return s
}

// capital parts the stems of an index.
var capital = regexp.MustCompile(`[A-Z][a-z0-9]*`)
