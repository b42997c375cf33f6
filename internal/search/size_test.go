package search_test

import (
	"testing"

	"suluh/internal/compress"
)

// firstSearch is what the first search may load, in bytes of brotli: the index,
// and before it the script that searches. It keeps the first answer within a
// few seconds on a slow line and the index worth saving. 12,000 was for some 50
// pages; the portal has over 60 in Indonesian, each with title, summary and
// words of its own (design.md: at most 16 KB).
const firstSearch = 16000

func TestSize(t *testing.T) {
	for _, lang := range []string{"id", "en"} {
		p := loadPortal(t, lang)
		index, code := p.index(t), smallScript(t)
		both := brotli(t, append(append(code[:len(code):len(code)], ";\n"...), index...))
		t.Logf("%s: %d documents, index %d bytes, %d in brotli; script %d, %d in brotli; together %d", lang, len(p.docs), len(index), brotli(t, index), len(code), brotli(t, code), both)
		if both > firstSearch {
			t.Errorf("%s: script and index are %d bytes in brotli, want %d at most", lang, both, firstSearch)
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
