package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"suluh"
	"suluh/internal/compress"
	"suluh/internal/corpus"
	"suluh/internal/permalink"
	"suluh/internal/site"
)

// TestSavedScripts: a page that is saved for offline works offline: each script that it
// names is saved with it.
func TestSavedScripts(t *testing.T) {
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: portalDay, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	files := render(t, s)
	script := regexp.MustCompile(`<script src="?([^" >]+)`)
	for _, list := range []string{"luring-semua.json", "en/luring-semua.json"} {
		var saved []string
		if err := json.Unmarshal(files[list], &saved); err != nil {
			t.Fatal(err)
		}
		scripts := 0
		for _, name := range saved {
			if path.Ext(name) != ".html" {
				continue
			}
			for _, m := range script.FindAllStringSubmatch(string(files[name]), -1) {
				scripts++
				// What the page that offers to save has loaded itself comes with it.
				if needed := path.Join(path.Dir(name), m[1]); !slices.Contains(saved, needed) && needed != s.Theme.Script.Path && needed != permalink.SaveScript {
					t.Errorf("%s: %s is saved without %s", list, name, needed)
				}
			}
		}
		if scripts < len(files)/10 {
			t.Errorf("%s: %d scripts in %d files", list, scripts, len(saved))
		}
	}
}

// unpack gives the files of a pack by their addresses.
func unpack(t *testing.T, pack []byte) map[string][]byte {
	t.Helper()
	line, rest, found := bytes.Cut(pack, []byte("\n"))
	var head struct{ Suluh [][2]any }
	if err := json.Unmarshal(line, &head); err != nil || !found {
		t.Fatalf("a pack begins with %.80q, %v", line, err)
	}
	files := map[string][]byte{}
	for _, entry := range head.Suluh {
		size := int(entry[1].(float64))
		files[entry[0].(string)], rest = rest[:size], rest[size:]
	}
	if len(rest) > 0 {
		t.Errorf("a pack has %d bytes behind its files", len(rest))
	}
	return files
}

// TestPacks: each pack of the portal holds the files of its list, as they are published;
// versi.json names the bytes of each.
func TestPacks(t *testing.T) {
	files := render(t, load(t, os.DirFS("../.."), 2))
	var versions struct{ Suluh string }
	if err := json.Unmarshal(files[permalink.Versions], &versions); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for name := range slices.Chunk([]byte(versions.Suluh), 8) {
		known[string(name)] = true
	}
	for _, lang := range []string{"", "en/"} {
		for _, wish := range []string{"inti", "desa", "semua"} {
			var list []string
			if err := json.Unmarshal(files[lang+permalink.PackList(wish)], &list); err != nil {
				t.Fatal(err)
			}
			packed := unpack(t, files[lang+permalink.Pack(wish)])
			if len(packed) != len(list) || len(list) < 8 {
				t.Errorf("%s%s: %d files, the list has %d", lang, wish, len(packed), len(list))
			}
			for _, name := range list {
				if !bytes.Equal(packed[name], files[name]) || len(files[name]) == 0 {
					t.Errorf("%s%s: %s is not what is published", lang, wish, name)
				}
				if sum := sha256.Sum256(files[name]); !known[hex.EncodeToString(sum[:])[:8]] {
					t.Errorf("%s names no bytes of %s", permalink.Versions, name)
				}
			}
		}
	}
	core := unpack(t, files[permalink.Pack("inti")])
	for _, name := range []string{"index.html", "nomor-penting.html", "p/11.html", "p/12.html", "p/15.html", "panduan/mulai-di-desa.html", "langkah/dokumen-berangkat.html", "panduan/pulang-dan-usaha.html", "panduan/untuk-keluarga.html"} {
		if core[name] == nil {
			t.Errorf("the important pages miss %s", name)
		}
	}
}

// TestPackOfVillages: all villages of a regency, 248 of them, are saved for at most 60 KB.
func TestPackOfVillages(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "situs")
	if err := corpus.Write(dir, 248); err != nil {
		t.Fatal(err)
	}
	files := render(t, load(t, os.DirFS(dir), 2))
	pack := files[permalink.Pack("desa")]
	if n := len(unpack(t, pack)); n < 248 {
		t.Errorf("the pack holds %d files", n)
	}
	small, err := compress.Brotli(pack)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(files[permalink.Offline], []byte(`value="desa"`)) {
		t.Error("luring.html does not offer to save them")
	}
	t.Logf("248 villages: %d B", len(small))
	if len(small) > 60_000 {
		t.Errorf("248 villages weigh %d B, at most 60,000", len(small))
	}
}
