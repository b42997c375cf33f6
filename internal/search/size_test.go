package search_test

import (
	"os"
	"testing"

	"suluh/internal/compress"
	"suluh/internal/minify"
)

// Limits of reader-ux.md, in bytes of brotli: what the first search may load,
// and the part of the script that searches.
const (
	firstSearch = 12000
	script      = 1500
)

func TestSize(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		p := loadPortal(t, lang)
		index := p.index(t)
		code, err := os.ReadFile("../../static/js/cari.js")
		if err != nil {
			t.Fatal(err)
		}
		small, err := minify.New().Bytes(minify.JS, code)
		if err != nil {
			t.Fatal(err)
		}
		indexed, coded := brotli(t, index), brotli(t, small)
		t.Logf("%s: %d documents, index %d bytes, %d in brotli; script %d, %d in brotli; together %d", lang, len(p.docs), len(index), indexed, len(small), coded, indexed+coded)
		if indexed+coded > firstSearch {
			t.Errorf("%s: index and script are %d bytes in brotli, want %d at most", lang, indexed+coded, firstSearch)
		}
		if coded > script {
			t.Errorf("the script is %d bytes in brotli, want %d at most", coded, script)
		}
	}
}

func brotli(t *testing.T, data []byte) int {
	t.Helper()
	packed, err := compress.Brotli(data)
	if err != nil {
		t.Fatal(err)
	}
	return len(packed)
}
