package publish

import (
	"bytes"
	"encoding/hex"
	"flag"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"suluh"
	"suluh/internal/content"
	"suluh/internal/frontmatter"
	"suluh/internal/permalink"
	"suluh/internal/site"
	"suluh/internal/source"
)

var update = flag.Bool("update", false, "write what the tests found into their files")

// today is the day of every test: the tests depend on no clock.
var today = frontmatter.Date{Year: 2026, Month: 11, Day: 23}

func load(t *testing.T, fsys fs.FS, jobs int) *Edition {
	t.Helper()
	s, err := Load(fsys, Options{Options: site.Options{Date: today, Jobs: jobs}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// render makes every output of a site.
func render(t *testing.T, s *Edition) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for o := range s.Outputs() {
		var w bytes.Buffer
		if err := o.Render(&w); err != nil {
			t.Fatalf("%s: %v", o.Path, err)
		}
		if _, twice := files[o.Path]; twice {
			t.Errorf("%s is made twice", o.Path)
		}
		files[o.Path] = bytes.Clone(w.Bytes())
	}
	return files
}

// TestGolden compares a small site's whole output, and so every layout, byte
// by byte with testdata/golden/want.
func TestGolden(t *testing.T) {
	const want = "testdata/golden/want"
	s := load(t, os.DirFS("testdata/golden/site"), 1)
	var said bytes.Buffer
	s.Check().Print(&said, source.Style{Lang: source.English})
	got := render(t, s)
	got["check.txt"] = said.Bytes()
	if *update {
		if err := os.RemoveAll(want); err != nil {
			t.Fatal(err)
		}
		for name, data := range got {
			file := filepath.Join(want, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	seen := map[string]bool{}
	err := filepath.WalkDir(want, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(want, file)
		seen[name] = true
		data, err := os.ReadFile(file)
		if err == nil && !bytes.Equal(got[name], data) {
			t.Errorf("%s differs:\n%s\nwant:\n%s\n(go test ./internal/publish -update accepts it)", name, got[name], data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range got {
		if !seen[name] {
			t.Errorf("%s is new (go test ./internal/publish -update accepts it)", name)
		}
	}
}

// TestSameBytes: how many files are read at once changes nothing.
func TestSameBytes(t *testing.T) {
	for _, dir := range []string{"testdata/golden/site", "../.."} {
		one := render(t, load(t, os.DirFS(dir), 1))
		many := render(t, load(t, os.DirFS(dir), 8))
		if !maps.EqualFunc(one, many, bytes.Equal) {
			t.Errorf("%s: one job and eight jobs make different sites", dir)
		}
	}
}

// TestLookup: asking for one output gives the same bytes as walking them all.
func TestLookup(t *testing.T) {
	s := load(t, os.DirFS("../.."), 2)
	for name, data := range render(t, s) {
		o, ok := s.Lookup(name)
		if !ok {
			t.Errorf("Lookup(%q) finds nothing", name)
			continue
		}
		var w bytes.Buffer
		if err := o.Render(&w); err != nil || !bytes.Equal(w.Bytes(), data) {
			t.Errorf("Lookup(%q) gives other bytes, %v", name, err)
		}
	}
	for _, name := range []string{"", "desa", "desa/.html", "tidak-ada.html", "desa/35.09.12.2004.html", "../situs.yaml"} {
		if _, ok := s.Lookup(name); ok {
			t.Errorf("Lookup(%q) finds something", name)
		}
	}
}

// base is what each invalid site has unless it says otherwise.
var base = map[string]string{
	"content/situs.yaml": "nama: Coba\nnama_tab: Buku\nbahasa: [id, en]\nkeluar: https://example.org/\n",
	"content/beranda.md": "---\njudul: Awal\nringkasan: Awal.\ndiperiksa: 2026-11-01\n---\nHalo.\n",
}

// TestInvalid runs testdata/invalid: sites that must fail, each with the exact
// messages in both languages.
func TestInvalid(t *testing.T) {
	files, err := filepath.Glob("testdata/invalid/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no invalid sites: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			fsys := fstest.MapFS{}
			for name, text := range base {
				fsys[name] = &fstest.MapFile{Data: []byte(text)}
			}
			inputs := slices.DeleteFunc(slices.Clone(a.Files), func(f txtar.File) bool { return strings.HasPrefix(f.Name, "want.") })
			for _, f := range inputs {
				fsys[f.Name] = &fstest.MapFile{Data: unescape(f.Data)}
				if string(f.Data) == "(none)\n" {
					delete(fsys, f.Name)
				}
			}
			got := &txtar.Archive{Comment: a.Comment, Files: inputs}
			for _, lang := range []source.Lang{source.Indonesian, source.English} {
				var w bytes.Buffer
				s := load(t, fsys, 2)
				append(s.Check(), s.CheckRender()...).Print(&w, source.Style{Lang: lang, Gaps: true})
				got.Files = append(got.Files, txtar.File{Name: "want." + string(lang), Data: w.Bytes()})
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if !bytes.Equal(txtar.Format(got), txtar.Format(a)) {
				t.Errorf("got:\n%s\nwant:\n%s\n(go test ./internal/publish -update accepts it)", txtar.Format(got), txtar.Format(a))
			}
		})
	}
}

// unescape lets a case hold bytes that a text file cannot show.
func unescape(data []byte) []byte {
	for from, to := range map[string]string{"<CR>": "\r", "<BOM>": "\ufeff", "<FF>": "\xff", "<NUL>": "\x00", "<TAB>": "\t"} {
		data = bytes.ReplaceAll(data, []byte(from), []byte(to))
	}
	return hexBytes.ReplaceAllFunc(data, func(m []byte) []byte {
		raw, err := hex.DecodeString(string(hexBytes.FindSubmatch(m)[1]))
		if err != nil {
			panic(err)
		}
		return raw
	})
}

// hexBytes is how a case writes a picture: <HEX 89504e47>.
var hexBytes = regexp.MustCompile(`<HEX ([0-9a-f]+)>\n?`)

// TestEveryCodeIsSeen: each message of the catalogue stands in an invalid
// site, so that none is dead and each was read by a person.
func TestEveryCodeIsSeen(t *testing.T) {
	// What no site in memory can bring about.
	elsewhere := map[source.Code]string{
		source.FileUnreadable:    "a file that vanishes while it is read",
		source.PictureTooHeavy:   "a picture of noise, in internal/picture",
		source.FileIrregular:     "a pipe: TestStrangeFiles",
		source.FileOutside:       "a link: TestStrangeFiles",
		source.LimitPassed:       "TestLimits",
		source.DocumentRefused:   "TestDocuments",
		source.PhraseBetter:      "TestReading, since only check --reading tells it, as of the next two",
		source.SentenceLong:      "TestReading",
		source.AbbreviationsMany: "TestReading",
	}
	for _, code := range []source.Code{
		source.ParagraphLong, source.SectionLong, source.HeadingLong, source.PageLong, source.PageHard, source.PassiveMany,
		source.DiJoined, source.DiApart, source.ForbiddenAsks, source.LinkVague, source.LinkTwin,
	} {
		elsewhere[code] = "TestPlainRules"
	}
	for _, code := range []source.Code{source.TargetUnknown, source.TargetSecret, source.TargetPlain} {
		elsewhere[code] = "TestParseRefuses (internal/target)"
	}
	files, _ := filepath.Glob("testdata/invalid/*.txtar")
	var all strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(data)
	}
	for _, code := range source.Codes() {
		if strings.HasPrefix(code, "KIRIM") {
			continue // internal/importer, TestCases
		}
		if _, ok := elsewhere[source.Code(code)]; !ok && !strings.Contains(all.String(), " "+code+":") {
			t.Errorf("no invalid site shows %s", code)
		}
	}
}

// FuzzAddress: whatever a file is called and whatever address it asks for, its
// output stays inside the site, and links between two outputs lead there.
func FuzzAddress(f *testing.F) {
	f.Add("content/panduan/biaya.md", "", "desa/a/b.html")
	f.Add("content/panduan/biaya.en.md", "p/12", "index.html")
	f.Add("content/halaman/x.md", "../../etc/passwd", "a/b/c.html")
	f.Add("content/negara/a/b.md", "/", "x.html")
	f.Add("content/panduan/ambulu (1).md", "p/\x10\x00", "apa itu?#%.html")
	f.Add("content/halaman/Regapu’u.md", "a:b", "com.contoh:x.html")
	f.Fuzz(func(t *testing.T, name, wanted, other string) {
		if !fs.ValidPath(name) || !fs.ValidPath(other) || other == "." || !strings.HasPrefix(name, content.Folder) {
			return
		}
		p, fault := content.PlacePage(name)
		if fault != nil {
			return
		}
		p.Meta.Address = wanted
		out := content.Address(p)
		if !filepath.IsLocal(filepath.FromSlash(out)) || !strings.HasSuffix(out, ".html") {
			t.Fatalf("%q with address %q goes to %q", name, wanted, out)
		}
		for _, pair := range [][2]string{{out, other}, {other, out}} {
			if !fs.ValidPath(pair[0]) || !fs.ValidPath(pair[1]) {
				continue
			}
			link := permalink.Relative(pair[0], pair[1])
			// As a browser follows it: signs are written with %.
			if to, err := (&url.URL{Path: "/" + pair[0]}).Parse(link); err != nil || to.Path != "/"+pair[1] || to.RawQuery != "" || to.Fragment != "" {
				t.Fatalf("from %q the link %q leads to %v, not to %q, %v", pair[0], link, to, pair[1], err)
			}
		}
	})
}
