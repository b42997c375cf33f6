package search

import (
	"maps"
	"slices"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/source"
)

// Words is content/cari.yaml: how people type what pages call otherwise.
type Words struct {
	Stop  []string   `yaml:"abaikan"` // words that tell pages apart for nobody
	Same  [][]string `yaml:"padanan"` // groups of words and phrases that mean one thing
	Typos []Typo     `yaml:"ejaan"`
	Cries []Cry      `yaml:"darurat"`
}

// Cry is how people ask who need help now, and the pages that come first then,
// by their files (panduan/situasi-darurat.md) or addresses (nomor-penting.html).
type Cry struct {
	Typed []string `yaml:"ditulis" need:"yes"`
	Pages []string `yaml:"halaman" need:"yes" raw:"yes"`
}

// Typo is a misspelling that is too far from its word to be guessed.
type Typo struct {
	Typed []string `yaml:"ditulis" need:"yes"`
	Meant string   `yaml:"maksud" need:"yes"`
}

// ParseWords reads content/cari.yaml. A word that stands in two groups is a
// fault: a query cannot mean both.
func ParseWords(f *source.File) (Words, source.List) {
	var w Words
	tree, faults := frontmatter.Decode(f, frontmatter.All(f), "", &w)
	type place struct {
		list string
		item int
	}
	seen, cut := map[string]place{}, cutter{}
	once := func(word string, here place, path ...any) {
		key := strings.Join(cut.line(word), " ")
		if here.list == "darurat" {
			key = "darurat " + key // a cry may be a word of another list, too
		}
		first, known := seen[key]
		if known && first != here {
			at := tree.At(source.IdentifierTwice, nil, first.list, first.item)
			faults.Add(tree.At(source.IdentifierTwice, []any{word, at.Line}, path...))
		}
		seen[key] = here
	}
	for i, group := range w.Same {
		for j, word := range group {
			once(word, place{"padanan", i}, "padanan", i, j)
		}
	}
	for i, typo := range w.Typos {
		for j, word := range typo.Typed {
			once(word, place{"ejaan", i}, "ejaan", i, "ditulis", j)
		}
	}
	for i, cry := range w.Cries {
		for j, words := range cry.Typed {
			once(words, place{"darurat", i}, "darurat", i, "ditulis", j)
		}
	}
	return w, faults
}

// ParseQuestions reads content/pertanyaan.yaml.
func ParseQuestions(f *source.File) ([]Question, source.List) {
	var all []Question
	_, faults := frontmatter.Decode(f, frontmatter.All(f), "", &all)
	return all, faults
}

// lexicon is Words by stems, as a reader holds them.
type lexicon struct {
	Stop  string   `json:"stop"`  // stems with a space between
	Same  []string `json:"same"`  // groups: phrases with | between
	Typos string   `json:"typos"` // typed:meant, with a space between; several words meant have + between
}

func newLexicon(w Words, cut cutter) lexicon {
	var l lexicon
	stop := map[string]bool{}
	for _, word := range w.Stop {
		for _, stem := range cut.line(word) {
			stop[stem] = true
		}
	}
	l.Stop = strings.Join(slices.Sorted(maps.Keys(stop)), " ")
	for _, group := range w.Same {
		var phrases []string
		for _, phrase := range group {
			phrase = strings.Join(cut.line(phrase), " ")
			if phrase != "" && !slices.Contains(phrases, phrase) {
				phrases = append(phrases, phrase)
			}
		}
		l.Same = append(l.Same, strings.Join(phrases, "|"))
	}
	typos := map[string]string{}
	for _, typo := range w.Typos {
		for _, typed := range typo.Typed {
			typos[strings.Join(cut.line(typed), "")] = strings.Join(cut.line(typo.Meant), "+")
		}
	}
	var pairs []string
	for _, typed := range slices.Sorted(maps.Keys(typos)) {
		pairs = append(pairs, typed+":"+typos[typed])
	}
	l.Typos = strings.Join(pairs, " ")
	return l
}

// without drops the stop words, which are given as stems.
func without(stop map[string]bool, stems []string) []string {
	var kept []string
	for _, stem := range stems {
		if !stop[stem] {
			kept = append(kept, stem)
		}
	}
	return kept
}
