package search_test

import (
	"slices"
	"strings"
	"testing"

	"suluh/internal/search"
)

func TestStem(t *testing.T) {
	vectors := table(t, "stem.txt")
	if len(vectors) < 400 {
		t.Errorf("%d vectors, want 400", len(vectors))
	}
	for _, v := range vectors {
		word, want := v[0], v[1]
		if got := search.Stem(word); got != want {
			t.Errorf("Stem(%q) = %q, want %q", word, got, want)
		}
		if again := search.Stem(want); again != want {
			t.Errorf("Stem(%q) = %q: a root is cut again", want, again)
		}
	}
}

func TestStemsOfText(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Gaji TIDAK dibayar!", "gaji tidak bayar"},
		{"e-PMI, E-9; G to G", "epmi e9 gto"},
		{"Telepon 129 atau 0811 8080 141, tahun 2026", "telepon 129 atau 141 tahun"},
		{"Bhâsa Madhurâ, ḍâri", "bhasa madhura dari"},
		{"e\u0300jha", "ejha"},
		{"tki-nya", "tki nya"},
		{"", ""},
	} {
		if got := strings.Join(search.Stems(c.text), " "); got != c.want {
			t.Errorf("%q gives %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzStem(f *testing.F) {
	for _, word := range []string{"memberangkatkan", "e-PMI", "ḍâri", "kekekeke", "\xff", "İ", "dididididi", "pepepean", "nyanyanya"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		root := search.Stem(word)
		words := search.Stems(word)
		if len(words) > 0 != (root != "") {
			t.Errorf("%q has the root %q, and as a text the roots %q", word, root, words)
		}
		for _, root := range words {
			if slices.ContainsFunc([]byte(root), func(c byte) bool { return (c < 'a' || c > 'z') && (c < '0' || c > '9') }) {
				t.Errorf("%q has the root %q, which is not folded", word, root)
			}
		}
	})
}
