package content

import (
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/source"
)

// GlossaryFile explains words.
const GlossaryFile = "content/istilah.yaml"

// GlossaryTerm is one word of content/istilah.yaml.
type GlossaryTerm struct {
	Word      string   `yaml:"kata" need:"yes"`
	LongForm  string   `yaml:"kepanjangan"`
	Also      []string `yaml:"juga"`
	Meaning   string   `yaml:"arti" need:"yes"`
	MeaningEN string   `yaml:"arti_en"`
	Example   string   `yaml:"contoh"`

	id string
}

// ID is the term's anchor on the glossary page, which no other term has.
func (t *GlossaryTerm) ID() string { return t.id }

// Glossary is the glossary with its index.
type Glossary struct {
	List      []*GlossaryTerm
	ByWord    map[string]*GlossaryTerm // in small letters
	tree      *frontmatter.Tree
	DataWords []DataWords
}

// ParseGlossary reads content/istilah.yaml; its words are in the order of the alphabet.
func ParseGlossary(f *source.File) (*Glossary, source.List) {
	var list []GlossaryTerm
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", &list)
	ids := map[string]bool{}
	for _, id := range markdown.Reserved {
		ids[id] = true
	}
	for letter := 'a'; letter <= 'z'; letter++ {
		ids[LetterPrefix+string(letter)] = true
	}
	ids[LetterPrefix+"lain"] = true
	t := &Glossary{ByWord: map[string]*GlossaryTerm{}, tree: tree, DataWords: wordsIn(tree)}
	for i := range list {
		entry := &list[i]
		for _, word := range append([]string{entry.Word}, entry.Also...) {
			key := strings.ToLower(word)
			if first := t.ByWord[key]; first != nil && first != entry {
				at := tree.At(source.IdentifierTwice, nil, slices.Index(t.List, first))
				faults.Add(tree.At(source.IdentifierTwice, []any{word, at.Line}, i, "kata"))
				continue
			}
			t.ByWord[key] = entry
		}
		t.List = append(t.List, entry)
		entry.id = FreeID(entry.Word, ids)
	}
	slices.SortStableFunc(t.List, func(a, b *GlossaryTerm) int {
		return strings.Compare(strings.ToLower(a.Word), strings.ToLower(b.Word))
	})
	return t, faults
}

// Find gives the term of a word, in letters of any size; nil when it is not explained.
func (t *Glossary) Find(word string) *GlossaryTerm { return t.ByWord[strings.ToLower(word)] }

// Words lists every word that is explained, for near ones in messages.
func (t *Glossary) Words() []string {
	var words []string
	for _, entry := range t.List {
		words = append(words, entry.Word)
		words = append(words, entry.Also...)
	}
	return words
}

// LetterPrefix stands before the ids of letters.
const LetterPrefix = "huruf-"
