package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"suluh"
	"suluh/internal/limits"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/tree"
)

// smallSite is one without fault, to which a test adds a file.
func smallSite(more map[string]string) fstest.MapFS {
	files := map[string]string{
		"content/situs.yaml": "nama: Uji\nnama_tab: Uji\nbahasa: [id]\nkeluar: https://www.google.com\n",
		"content/beranda.md": "---\njudul: Uji\nringkasan: Halaman untuk uji.\n---\n\nIsi.\n",
	}
	maps.Copy(files, more)
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func guide(body string) map[string]string {
	return map[string]string{"content/panduan/a.md": "---\njudul: Halaman uji\nringkasan: Untuk uji.\n---\n\n" + body}
}

func passedLimits(t *testing.T, fsys fs.FS) source.List {
	t.Helper()
	s, err := Load(fsys, Options{Options: site.Options{Date: today, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	var found source.List
	for _, d := range append(s.Check(), s.CheckRender()...) {
		if d.Code == source.LimitPassed {
			found = append(found, d)
		}
	}
	return found
}

// TestLimits: each limit allows as many as it says, and refuses one more.
func TestLimits(t *testing.T) {
	repeat := strings.Repeat
	// fill makes a file n bytes long by a comment, of lines that are no longer than
	// allowed.
	fill := func(head string, n int) string {
		var b strings.Builder
		b.WriteString(head)
		for b.Len() < n {
			line := "<!-- " + repeat("x", 60_000) + " -->\n"
			if rest := n - b.Len(); rest < 2*len(line) {
				line = "<!-- " + repeat("x", rest-10) + " -->\n"
			}
			if b.Len() > 0 && b.Len()%5 == 0 { // now and then an empty line
				line = "\n" + line[:5] + line[6:]
			}
			b.WriteString(line)
		}
		return b.String()
	}
	head := "---\njudul: Halaman uji\nringkasan: Untuk uji.\n---\n\n"
	drawing := func(n int) string {
		text := `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><desc>`
		return text + repeat("x", n-len(text)-len("</desc></svg>")) + "</desc></svg>"
	}
	shapes := func(n int) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">` + repeat("<g/>", n-1) + "</svg>"
	}
	nested := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "%s- a\n", repeat("  ", i))
		}
		return b.String()
	}
	with := func(name, text string) map[string]string {
		files := guide("![Gambar](a.svg)\n")
		if !strings.HasSuffix(name, ".svg") {
			files = map[string]string{}
		}
		files[name] = text
		return files
	}
	const svg = "content/panduan/a.svg"
	for _, tt := range []struct {
		limit limits.Limit
		files func(n int) map[string]string
	}{
		{limits.Text, func(n int) map[string]string {
			return map[string]string{"content/panduan/a.md": fill(head, n)}
		}},
		{limits.Line, func(n int) map[string]string { return guide("<!-- " + repeat("x", n-9) + " -->\n") }},
		{limits.Block, func(n int) map[string]string {
			return guide("<!--\n" + repeat("x\n", (n-9)/2) + repeat("x", (n-9)%2) + "-->\n")
		}},
		{limits.Matter, func(n int) map[string]string {
			lead := "judul: Halaman uji\nringkasan: Untuk uji.\n"
			return map[string]string{"content/panduan/a.md": "---\n" + lead + "#" + repeat("x", n-len(lead)-2) + "\n---\n\nIsi.\n"}
		}},
		{limits.Value, func(n int) map[string]string {
			return map[string]string{"content/kontak.yaml": "- id: uji\n  nama: " + repeat("a", n) + "\n"}
		}},
		{limits.Items, func(n int) map[string]string {
			return map[string]string{"content/panduan/a.md": "---\njudul: Uji\nringkasan: Uji.\nalias: [" + repeat("a,", n) + "]\n---\n\nIsi.\n"}
		}},
		{limits.Nesting, func(n int) map[string]string { return guide(nested(n)) }},
		{limits.Nesting, func(n int) map[string]string { return guide(repeat("> ", n) + "a\n") }},
		{limits.Nesting, func(n int) map[string]string { return guide(repeat("- ", n) + "a\n") }},
		{limits.Brackets, func(n int) map[string]string { return guide(repeat("[", n) + "a\n") }},
		{limits.Headings, func(n int) map[string]string { return guide(repeat("## a\n\n", n)) }},
		{limits.Numbers, func(n int) map[string]string { return guide(repeat("0331-487123\n\n", n) + "a\n") }},
		{limits.Boxes, func(n int) map[string]string { return guide(repeat(":::awas\nIsi.\n:::\n\n", n)) }},
		{limits.Columns, func(n int) map[string]string {
			return guide("|" + repeat(" a |", n) + "\n|" + repeat("---|", n) + "\n|" + repeat(" b |", n) + "\n")
		}},
		{limits.Pages, func(n int) map[string]string {
			files := map[string]string{}
			for i := range n - 1 { // the home page is one
				files[fmt.Sprintf("content/panduan/x%d.md", i)] = ""
			}
			return files
		}},
		{limits.Drawing, func(n int) map[string]string { return with(svg, drawing(n)) }},
		{limits.Shapes, func(n int) map[string]string { return with(svg, shapes(n)) }},
		{limits.Shapes, func(n int) map[string]string { // half of them drawn twice
			return with(svg, `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a">`+repeat("<g/>", n/2-2)+`</g><use href="#a"/>`+repeat("<g/>", n-2*(n/2-2)-4)+"</svg>")
		}},
	} {
		if testing.Short() && (tt.limit == limits.Pages || tt.limit == limits.Items) {
			continue
		}
		t.Run(tt.limit.English, func(t *testing.T) {
			for _, d := range passedLimits(t, smallSite(tt.files(tt.limit.Max))) {
				t.Errorf("%d are refused: %v", tt.limit.Max, d)
			}
			found := passedLimits(t, smallSite(tt.files(tt.limit.Max+1)))
			if len(found) == 0 || found[0].Args[0] != tt.limit.Max+1 || found[0].Args[2] != tt.limit.Max {
				t.Errorf("%d are told as %v", tt.limit.Max+1, found)
			}
		})
	}
}

// TestShapes: what is drawn again and again is counted, and what draws itself
// does not count for ever.
func TestShapes(t *testing.T) {
	var bomb strings.Builder
	bomb.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a0"><rect/></g>`)
	for i := range 10 {
		fmt.Fprintf(&bomb, `<g id="a%d">%s</g>`, i+1, strings.Repeat(fmt.Sprintf(`<use href="#a%d"/>`, i), 10))
	}
	bomb.WriteString(`<use href="#a10"/></svg>`)
	files := guide("![Gambar](a.svg)\n")
	files["content/panduan/a.svg"] = bomb.String()
	if len(passedLimits(t, smallSite(files))) == 0 {
		t.Error("ten levels of ten are drawn")
	}
	files["content/panduan/a.svg"] = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`
	if found := passedLimits(t, smallSite(files)); len(found) > 0 {
		t.Errorf("a drawing of a few shapes is refused: %v", found)
	}
}

// TestHTMLLimit: a page that is light on its way and heavy in a phone is refused.
func TestHTMLLimit(t *testing.T) {
	line := strings.Repeat("kata ", 20_000)
	if found := passedLimits(t, smallSite(guide(line+"\n\n"+line+"\n"))); len(found) > 0 {
		t.Errorf("200 KB are refused: %v", found)
	}
	if found := passedLimits(t, smallSite(guide(strings.Repeat(line+"\n\n", 6)))); len(found) == 0 {
		t.Error("600 KB are published")
	}
}

// TestStrangeFiles: a link out of the folder, a pipe and a file that is too
// large are told at their place, and nothing of them is published.
func TestStrangeFiles(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	secret := filepath.Join(outside, "rahasia.md")
	put := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for name, f := range smallSite(guide("[Dokumen](a.pdf)\n\n![Gambar](b.jpg)\n")) {
		put(filepath.Join(dir, name), string(f.Data))
	}
	put(secret, "---\njudul: Rahasia\nringkasan: Rahasia.\n---\n\nkata-sandi-4711\n")
	for name, to := range map[string]string{
		"content/panduan/c.md": secret, "content/panduan/a.pdf": secret, "content/panduan/b.jpg": secret, "static/x.txt": secret,
		"villages/v.md": secret, "layouts/guide.html": secret, "content/panduan/d.md": "/dev/zero",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	put(filepath.Join(dir, "content/panduan/e.md"), strings.Repeat("x\n", limits.Text.Max))
	s, err := Load(tree.FS{Dir: dir}, Options{Options: site.Options{Date: today, Jobs: 2}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	told := map[string]source.Code{}
	for _, d := range append(s.Check(), s.CheckRender()...) {
		if d.Severity() == source.Error {
			told[d.Name] = d.Code
		}
	}
	for name, want := range map[string]source.Code{
		"content/panduan/c.md": source.FileOutside, "content/panduan/a.pdf": source.FileOutside, "content/panduan/b.jpg": source.FileOutside,
		"static/x.txt": source.FileOutside, "villages/v.md": source.FileOutside, "layouts/guide.html": source.FileOutside,
		"content/panduan/d.md": source.FileIrregular, "content/panduan/e.md": source.LimitPassed,
	} {
		if told[name] != want {
			t.Errorf("%s is told as %q, want %s", name, told[name], want)
		}
	}
	for o := range s.Outputs() {
		if data, err := o.Bytes(); err == nil && strings.Contains(string(data), "kata-sandi-4711") {
			t.Errorf("%s holds the secret", o.Path)
		}
	}
}
