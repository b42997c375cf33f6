package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"

	"suluh/internal/limits"
	"suluh/internal/minify"
	"suluh/internal/source"
)

var update = flag.Bool("update", false, "write what the tests found into their files")

// TestCases runs testdata/cases: one file each, with the input and all that
// comes of it.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			input := a.Files[0].Data
			got := &txtar.Archive{Comment: a.Comment, Files: append(a.Files[:1:1], results(t, input)...)}
			if *update {
				if err := os.WriteFile(file, txtar.Format(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := txtar.Format(a); !bytes.Equal(txtar.Format(got), want) {
				t.Errorf("got:\n%s\nwant:\n%s\n(go test ./internal/markdown -update accepts it)", txtar.Format(got), want)
			}
		})
	}
}

func results(t *testing.T, input []byte) []txtar.File {
	t.Helper()
	f, broken := source.New("case.md", input)
	if broken != nil {
		t.Fatal(broken)
	}
	doc, faults := NewParser(minify.New()).Parse(f, 0)
	faults.Sort()
	var html bytes.Buffer
	show := func(w *bytes.Buffer, r *Ref) { fmt.Fprintf(w, "{%d %s}", r.Kind, r.Target) }
	if Render(&html, doc.Lead, show); doc.Lead != nil {
		html.WriteString("\n=== the lead ends\n")
	}
	Render(&html, doc.Parts, show)
	var refs, tasks, headings, numbers, errors strings.Builder
	for _, r := range doc.Refs {
		line, col := f.Position(r.Off)
		fmt.Fprintf(&refs, "%d:%d: %d %q in %q\n", line, col, r.Kind, r.Target, f.Data[r.Off:r.Off+r.Len])
	}
	for _, task := range doc.Tasks {
		fmt.Fprintf(&tasks, "%s: %s\n", task.ID, task.Text)
	}
	for _, h := range doc.Headings {
		fmt.Fprintf(&headings, "%d %s: %s\n", h.Level, h.ID, h.Text)
	}
	for _, n := range doc.Numbers {
		line, col := f.Position(n.Off)
		fmt.Fprintf(&numbers, "%d:%d: %s\n", line, col, n.Text)
	}
	for _, d := range faults {
		fmt.Fprintln(&errors, d.Code, d.Error(), d.Near)
	}
	var out []txtar.File
	for _, part := range []struct{ name, text string }{
		{"html", html.String() + "\n"}, {"text", doc.Text}, {"refs", refs.String()},
		{"tasks", tasks.String()}, {"headings", headings.String()}, {"numbers", numbers.String()}, {"errors", errors.String()},
	} {
		if strings.TrimSpace(part.text) != "" {
			out = append(out, txtar.File{Name: part.name, Data: []byte(strings.TrimRight(part.text, "\n") + "\n")})
		}
	}
	return out
}

// FuzzParse: whatever is typed, every place that is reported lies inside the
// file, ids are unique, no placeholder is left open or made by the text, no sign steers
// what shows it, nothing acts, and elements end where they should: the lead is
// shown by itself.
func FuzzParse(f *testing.F) {
	files, _ := filepath.Glob("testdata/cases/*.txtar")
	for _, file := range files {
		if a, err := txtar.ParseFile(file); err == nil {
			f.Add(a.Files[0].Data)
		}
	}
	for _, text := range hostile {
		f.Add([]byte(text))
	}
	for _, text := range []string{
		":::awas\n:::lapor\n::::ringkas\n- [ ] a\n  > di: b\n::::\n:::\n:::\n", ":::ringkas\nTeks **tebal\n:::\nakhir**\n", "- - - - 1. > - [ ] a {#a}\n", "[Lihat :istilah[P3MI] di sini](a.md)", "**(gratis)**nya ![a :kontak[b]](p.png)",
		"## A {#x\"onclick=a()}\n## A {#Kartu Keluarga}\n", "<p onclick=a()>x</p><!-- --><![CDATA[x]]>&lt;script>", "| a | b |\n|---|---|\n| :kontak[a] | [x](<javascript:a()>) |\n", "<https://x.example/?a=1&amp;b=2> [a]: b\n\n[a][a]\n",
	} {
		f.Add([]byte(text))
	}
	parser := NewParser(minify.New())
	f.Fuzz(func(t *testing.T, input []byte) {
		file, broken := source.New("fuzz.md", input)
		if broken != nil {
			return
		}
		doc, faults := parser.Parse(file, 0)
		lines := bytes.Count(file.Data, []byte{'\n'}) + 1
		for _, d := range faults {
			if d.Line < 1 || d.Line > lines || d.Col < 1 {
				t.Fatalf("%v lies outside the file", d)
			}
		}
		for _, r := range doc.Refs {
			if r.Off < 0 || r.Off+r.Len > len(file.Data) {
				t.Fatalf("ref %+v lies outside the file", r)
			}
		}
		seen := map[string]bool{}
		for _, h := range doc.Headings {
			if seen[h.ID] && !hasCode(faults, source.HeadingTwice) {
				t.Fatalf("heading id %q twice without a word", h.ID)
			}
			seen[h.ID] = true
		}
		placeholders := 0
		for _, parts := range [][]Part{doc.Lead, doc.Parts} {
			var out bytes.Buffer
			Render(&out, parts, func(*bytes.Buffer, *Ref) { placeholders++ })
			if i := bytes.IndexFunc(out.Bytes(), source.IsSteering); i >= 0 {
				t.Fatalf("a sign that steers, or a placeholder, is in %q", out.String())
			}
			if wrong := unsound(out.Bytes()); wrong != "" {
				t.Fatalf("%s: %q", wrong, out.String())
			}
		}
		if placeholders > len(doc.Refs) {
			t.Fatalf("%d placeholders for %d references", placeholders, len(doc.Refs))
		}
	})
}

// unsound reads HTML as a browser does and says what is wrong with it: an element
// that is not closed, or one or an attribute that acts.
func unsound(page []byte) string {
	var open []string
	for tokens := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch tokens.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				return fmt.Sprintf("%q stay open", open)
			}
			return ""
		case html.StartTagToken:
			tag := tokens.Token()
			for _, a := range tag.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "src" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					return fmt.Sprintf("<%s> has %s=%s", tag.Data, a.Key, a.Val)
				}
			}
			switch tag.Data {
			case "script", "style", "iframe", "object", "embed", "form", "base", "meta", "link":
				return "there is a <" + tag.Data + ">"
			case "br", "hr", "img", "input", "wbr":
			default:
				open = append(open, tag.Data)
			}
		case html.EndTagToken:
			name, _ := tokens.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return fmt.Sprintf("</%s> ends none of %q", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

func hasCode(l source.List, code source.Code) bool {
	for _, d := range l {
		if d.Code == code {
			return true
		}
	}
	return false
}

// TestOrdinary: what careful writers write raises no complaint.
func TestOrdinary(t *testing.T) {
	data, err := os.ReadFile("testdata/ordinary.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(strings.TrimSpace(string(data)), "\n\n")
	if len(blocks) < 50 {
		t.Errorf("only %d blocks", len(blocks))
	}
	for _, block := range blocks {
		f, broken := source.New("a.md", []byte(block+"\n"))
		if broken != nil {
			t.Fatal(broken)
		}
		doc, faults := NewParser(minify.New()).Parse(f, 0)
		for _, d := range faults {
			t.Errorf("%q: %s %v", block, d.Code, d)
		}
		for _, n := range doc.Numbers {
			t.Errorf("%q: %q is taken for a number", block, n.Text)
		}
	}
}

// hostile are texts that once made placeholders, broke them, or got control characters
// into a page.
var hostile = []string{
	"Halo &#2;-1&#3;", "## Judul &#2;-1&#3;", ":::awas Judul &#2;0&#3;\nIsi &#2;0&#3;\n:::", "[a](https://example.org) Z &#2;0&#3; Z", "Teks **tebal &#4; y** akhir",
	"&#2;99999999999999999999&#3;", "&#27;[31m", "&#x202e;abc", "&#x9b;", "[a](<https://x.example/ onmouseover=alert(1) y>)\n\n```&#2;0&#3;\nx\n```", "[x](https://example.org/&#2;0&#3;)",
	"![&#2;0&#3;](a.png)", "- [ ] &#2;0&#3; {#a}", "| &#2;0&#3; |\n|---|\n| a |", "`&#2;0&#3;`", "&#xfffe; &#xfdd0;",
}

// TestPlaceholders: no text makes a placeholder, breaks one, or gets a control character into
// the page; each such reference is refused.
func TestPlaceholders(t *testing.T) {
	for _, text := range hostile {
		f, broken := source.New("a.md", []byte(text))
		if broken != nil {
			t.Fatal(broken)
		}
		doc, faults := NewParser(minify.New()).Parse(f, 0)
		var html bytes.Buffer
		placeholders := 0
		Render(&html, append(doc.Lead, doc.Parts...), func(w *bytes.Buffer, _ *Ref) { placeholders++ })
		if i := bytes.IndexFunc(html.Bytes(), source.IsSteering); i >= 0 {
			t.Errorf("%q makes %q", text, html.String())
		}
		if placeholders > len(doc.Refs) {
			t.Errorf("%q has %d placeholders for %d references: %q", text, placeholders, len(doc.Refs), html.String())
		}
		if bytes.IndexByte([]byte(text), '`') < 0 && !faults.HasErrors() {
			t.Errorf("%q is taken without a word", text)
		}
	}
}

// TestSplit: a placeholder that is none of the page's stays text, whatever its number;
// TestPlaceholders sees that no text makes one.
func TestSplit(t *testing.T) {
	refs := []*Ref{{Target: "a"}}
	for text, placeholders := range map[string]int{
		"a\x020\x03b": 1, "a\x02-1\x03b": 0, "a\x021\x03b": 0, "a\x0299999999999999999999\x03b": 0, "a\x02\x03b": 0, "a\x02": 0, "\x020\x03\x02-1\x03": 1,
	} {
		got := 0
		var all strings.Builder
		for _, part := range split([]byte(text), refs) {
			if all.WriteString(part.HTML); part.Ref != nil {
				got++
				all.WriteString(placeholder(0))
			}
		}
		if got != placeholders || all.String() != text {
			t.Errorf("%q has %d placeholders, want %d: %q", text, got, placeholders, all.String())
		}
	}
}

// TestUnseen: signs of no width and signs that turn the direction of writing are
// told where they stand in a text.
func TestUnseen(t *testing.T) {
	for _, text := range []string{"Hu\u200Bbungi", "Hu\u00ADbungi", "Hu\u2060bungi", "## Ju\uFEFFdul", "abc \u202Efed", "abc \u2066fed", "- [ ] a\u200Bb {#a}"} {
		f, broken := source.New("a.md", []byte(text+"\n"))
		if broken != nil {
			t.Fatal(broken)
		}
		_, faults := NewParser(minify.New()).Parse(f, 0)
		if !slices.ContainsFunc(faults, func(d *source.Diagnostic) bool { return d.Code == source.FileControlCharacter }) {
			t.Errorf("%q is taken without a word: %v", text, faults)
		}
	}
}

// TestEscapes: no words of a text become a tag or an attribute.
func TestEscapes(t *testing.T) {
	const bad = `"><b onclick=x>&amp;lt;`
	for _, text := range []string{":::awas " + bad + "\nIsi.\n:::", "## " + bad, "Teks " + bad, "- [ ] a " + bad + " {#a}", "![" + bad + "](a.png)", "`" + bad + "`", "```" + bad + "\n" + bad + "\n```"} {
		f, broken := source.New("a.md", []byte(text+"\n"))
		if broken != nil {
			t.Fatal(broken)
		}
		doc, _ := NewParser(minify.New()).Parse(f, 0)
		var html bytes.Buffer
		Render(&html, append(doc.Lead, doc.Parts...), func(*bytes.Buffer, *Ref) {})
		if strings.Contains(html.String(), "<b ") {
			t.Errorf("%q becomes %q", text, html.String())
		}
	}
}

// TestManyNumbers: more numbers than a page may have are told once, also where a block
// without words comes next.
func TestManyNumbers(t *testing.T) {
	for _, next := range []string{"![](kosong.png)", "[](x.md)", "<b></b>", "Akhir."} {
		f, broken := source.New("a.md", []byte(strings.Repeat("0812-3456-7890\n\n", limits.Numbers.Max+1)+next+"\n"))
		if broken != nil {
			t.Fatal(broken)
		}
		_, faults := NewParser(minify.New()).Parse(f, 0)
		told := 0
		for _, fault := range faults {
			if fault.Code == source.LimitPassed {
				told++
			}
		}
		if told != 1 {
			t.Errorf("%q after them: told %d times", next, told)
		}
	}
}
