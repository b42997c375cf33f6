package site

import (
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/source"
)

const termFile = "content/istilah.yaml"

// Term is one word of content/istilah.yaml.
type Term struct {
	Word      string   `yaml:"kata" need:"yes"`
	LongForm  string   `yaml:"kepanjangan"`
	Also      []string `yaml:"juga"`
	Meaning   string   `yaml:"arti" need:"yes"`
	MeaningEN string   `yaml:"arti_en"`
	Example   string   `yaml:"contoh"`

	id string
}

// ID is the term's anchor on the glossary page, which no other term has.
func (t *Term) ID() string { return t.id }

// terms is the glossary with its index.
type terms struct {
	list      []*Term
	byWord    map[string]*Term // in small letters
	tree      *frontmatter.Tree
	dataWords []dataWords
}

func parseTerms(f *source.File) (*terms, source.List) {
	var list []Term
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", &list)
	ids := map[string]bool{}
	for _, id := range markdown.Reserved {
		ids[id] = true
	}
	for letter := 'a'; letter <= 'z'; letter++ {
		ids[letterPrefix+string(letter)] = true
	}
	ids[letterPrefix+"lain"] = true
	t := &terms{byWord: map[string]*Term{}, tree: tree, dataWords: wordsIn(tree)}
	for i := range list {
		entry := &list[i]
		for _, word := range append([]string{entry.Word}, entry.Also...) {
			key := strings.ToLower(word)
			if first := t.byWord[key]; first != nil && first != entry {
				at := tree.At(source.IdentifierTwice, nil, slices.Index(t.list, first))
				faults.Add(tree.At(source.IdentifierTwice, []any{word, at.Line}, i, "kata"))
				continue
			}
			t.byWord[key] = entry
		}
		t.list = append(t.list, entry)
		entry.id = freeID(entry.Word, ids)
	}
	slices.SortStableFunc(t.list, func(a, b *Term) int {
		return strings.Compare(strings.ToLower(a.Word), strings.ToLower(b.Word))
	})
	return t, faults
}

func (t *terms) find(word string) *Term { return t.byWord[strings.ToLower(word)] }

func (t *terms) words() []string {
	var words []string
	for _, entry := range t.list {
		words = append(words, entry.Word)
		words = append(words, entry.Also...)
	}
	return words
}
