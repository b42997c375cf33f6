package publish

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"suluh"
	"suluh/internal/markdown"
)

// idsOf gives the ids of a page, in their order.
func idsOf(t *testing.T, page []byte) []string {
	t.Helper()
	tree, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for n := range tree.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "id" {
				ids = append(ids, a.Val)
			}
		}
	}
	return ids
}

// TestIDs: no page of the real portal, of the gallery, and of a site whose
// headings, items and contacts are called like the parts of a page, repeats an
// id or has an empty one.
func TestIDs(t *testing.T) {
	nasty := fstest.MapFS{}
	for name, text := range base {
		nasty[name] = &fstest.MapFile{Data: []byte(text)}
	}
	const front = "---\njudul: X\nringkasan: X.\ndiperiksa: 2026-11-01\n---\n"
	body := ""
	for _, id := range markdown.Reserved {
		body += "## " + id + "\n\nIsi.\n\n## C " + id + "\n\n"
	}
	nasty["content/panduan/x.md"] = &fstest.MapFile{Data: []byte(front + body)}
	nasty["content/langkah/y.md"] = &fstest.MapFile{Data: []byte(front + "## C bawa ktp\n\n" + body + "- [ ] Bawa KTP\n- [ ] Bawa KTP\n- [ ] مرحبا\n- [ ] شكرا\n- [ ] Isi\n- [ ] Anak dua {#bawa-ktp}\n- [ ] Anak tiga {#bawa-ktp}\n- [ ] \n")}
	nasty["content/negara/isi.md"] = &fstest.MapFile{Data: []byte(front)}
	nasty["content/istilah.yaml"] = &fstest.MapFile{Data: []byte("- {kata: isi, arti: A.}\n- {kata: P3-MI, arti: A.}\n- {kata: P3 MI, arti: A.}\n- {kata: مرحبا, arti: A.}\n- {kata: شكرا, arti: A.}\n")}
	for name, fsys := range map[string]fs.FS{"portal": os.DirFS("../.."), "gallery": os.DirFS("../../layouts/gallery"), "nasty": nasty} {
		pages := 0
		for file, page := range render(t, load(t, fsys, 2)) {
			if !strings.HasSuffix(file, ".html") {
				continue
			}
			pages++
			ids := idsOf(t, page)
			for i, id := range ids {
				if id == "" || strings.HasSuffix(id, "-") || slices.Contains(ids[:i], id) {
					t.Errorf("%s: %s has the id %q again, or an empty one", name, file, id)
				}
			}
		}
		if pages < 5 {
			t.Errorf("%s has only %d pages", name, pages)
		}
	}
}

// TestReserved: the ids that no heading may take are those of the layouts and of
// their scripts.
func TestReserved(t *testing.T) {
	id := regexp.MustCompile(`\bid="([a-z-]+)"|\.id = "([a-z-]+)"`)
	used := map[string]bool{"suluh-panel": true} // of the preview
	for _, folder := range []string{"layouts", "static"} {
		err := fs.WalkDir(suluh.Theme, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasPrefix(name, "layouts/send.") {
				return err // the form of an office has no headings of writers
			}
			data, err := fs.ReadFile(suluh.Theme, name)
			for _, m := range id.FindAllSubmatch(data, -1) {
				used[string(m[1])+string(m[2])] = true
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for id := range used {
		if !slices.Contains(markdown.Reserved, id) {
			t.Errorf("the layouts use the id %s, which a heading may take", id)
		}
	}
	if len(used) < 20 {
		t.Errorf("only %d ids were found in the layouts", len(used))
	}
}
