package publish

import (
	"bytes"
	"os"
	"path"
	"regexp"
	"testing"

	reader "github.com/emersion/go-vcard"

	"suluh/internal/content"
)

var cardLink = regexp.MustCompile(`href="([^"]+\.vcf)"`)

// TestLinkedCards: every card that a page of the real portal links is there,
// holds a name and a number, and has a file name that tells nothing.
func TestLinkedCards(t *testing.T) {
	files := render(t, load(t, os.DirFS("../.."), 2))
	linked := map[string]string{}
	for name, data := range files {
		if path.Ext(name) != ".html" {
			continue // a pack is many pages, each of which is here by itself
		}
		for _, link := range cardLink.FindAllSubmatch(data, -1) {
			linked[path.Join(path.Dir(name), string(link[1]))] = name
		}
	}
	if len(linked) < 10 {
		t.Errorf("pages link %d cards, want those of the registry", len(linked))
	}
	for name, from := range linked {
		card, err := reader.NewDecoder(bytes.NewReader(files[name])).Decode()
		if err != nil {
			t.Errorf("%s links %s: %v", from, name, err)
			continue
		}
		if card.PreferredValue(reader.FieldFormattedName) == "" || card.Value(reader.FieldTelephone) == "" {
			t.Errorf("%s holds no name or no number", name)
		}
		if word := content.Telling(name); word != "" {
			t.Errorf("%s has %q in its name", name, word)
		}
	}
}
