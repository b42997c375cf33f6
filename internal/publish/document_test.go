package publish

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/site"
	"suluh/internal/source"
)

func packed(text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.String()
}

// TestDocuments: a document is what its name says and holds nothing that acts; a
// card of contacts that was made elsewhere is none.
func TestDocuments(t *testing.T) {
	const pdf = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
	stream := func(dict, data string) string {
		return fmt.Sprintf("5 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\r\n%s\nendstream\nendobj\n", dict, len(data), data)
	}
	for _, tt := range []struct {
		name, file, data string
		right            bool
	}{
		{"PDF", "a.pdf", pdf + stream("", packed("BT /F1 12 Tf (JavaScript) Tj ET")) + "%%EOF\n", true},
		{"letters that look like a name", "a.pdf", pdf + stream("", "x/JS x/JavaScript ") + "%%EOF\n", true},
		{"objects", "a.pdf", pdf + stream("/Type/ObjStm", packed("<</Type/Page>>")) + "%%EOF\n", true},
		{"HTML", "a.pdf", "<!doctype html><script>alert(1)</script>", false},
		{"empty", "a.pdf", "", false},
		{"script", "a.pdf", pdf + "<</S/JavaScript/JS(app.alert\\(1\\))>>\n%%EOF\n", false},
		{"escaped name", "a.pdf", pdf + "<</S/J#61vaScript>>\n%%EOF\n", false},
		{"packed script", "a.pdf", pdf + stream("/Type/ObjStm/N 1/First 4", packed("<</S/JavaScript/JS(x)>>")) + "%%EOF\n", false},
		{"launch", "a.pdf", pdf + "<</S/Launch/F(cmd.exe)>>\n", false},
		{"file", "a.pdf", pdf + "<</Names<</EmbeddedFiles 3 0 R>>>>\n", false},
		{"behind a stream", "a.pdf", pdf + stream("", packed("x")) + "<</S/Launch>>\n", false},
		{"capitals", "a.PDF", "<html>", false},
		{"card", "a.vcf", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Kantor\r\nTEL:0331 420000\r\nEND:VCARD\r\n", false},
		{"recording", "a.mp3", "ID3\x04", true},
		{"recording without a title", "a.mp3", "\xFF\xFB\x90", true},
		{"no recording", "a.mp3", "<html>", false},
		{"Opus", "a.opus", "OggS\x00", true},
		{"no Opus", "a.ogg", "MZ", false},
	} {
		files := guide("[Dokumen](" + tt.file + ")\n")
		files["content/panduan/"+tt.file] = tt.data
		s, err := Load(smallSite(files), Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		refused := false
		for _, d := range s.Check() {
			refused = refused || d.Code == source.DocumentRefused
		}
		if refused == tt.right {
			t.Errorf("%s: refused %t", tt.name, refused)
		}
		_, published := s.Lookup("panduan/" + tt.file)
		if tt.right && !published {
			t.Errorf("%s is not published", tt.name)
		}
	}
}

// TestCollisions: whatever wants the path of another output is told, and no two
// outputs have paths that a disk cannot tell apart or keep.
func TestCollisions(t *testing.T) {
	const village = "---\nnama: Ambulu\nkecamatan: Ambulu\nkontak:\n  - peran: Kantor\n    telepon: (0331) 420000\n---\n"
	page := func(more string) string {
		return "---\njudul: Halaman uji\nringkasan: Untuk uji.\n" + more + "---\n\nIsi.\n"
	}
	long := strings.Repeat("x", 260)
	for name, files := range map[string]map[string]string{
		"poster and village":        {"villages/ambulu.md": village, "villages/ambulu-poster.md": village},
		"poster and old address":    {"villages/ambulu.md": village, "content/panduan/a.md": page("alias: [desa/ambulu-poster]\n")},
		"village and old address":   {"villages/ambulu.md": village, "content/panduan/a.md": page("alias: [desa/ambulu]\n")},
		"capitals":                  {"villages/ambulu.md": village, "content/panduan/a.md": page("alias: [Desa/Ambulu]\n")},
		"old address and page":      {"content/panduan/a.md": page("alias: [panduan/b]\n"), "content/panduan/b.md": page("")},
		"old address in capitals":   {"content/panduan/a.md": page("alias: [Panduan/B]\n"), "content/panduan/b.md": page("")},
		"own old address":           {"content/panduan/a.md": page("alias: [x/y, X/y]\n")},
		"a file as a folder":        {"content/panduan/a.md": page("alias: [panduan/b.html/x]\n"), "content/panduan/b.md": page("")},
		"a village as a folder":     {"villages/ambulu.md": village, "villages/ambulu.html/x.md": village},
		"a village below a page":    {"villages/x/ambulu.md": village, "content/panduan/a.md": page("alias: [desa/x]\n"), "villages/x.html/y.md": village},
		"empty old address":         {"content/panduan/a.md": page("alias: [\"\"]\n")},
		"long old address":          {"content/panduan/a.md": page("alias: [" + long + "]\n")},
		"old address in two lines":  {"content/panduan/a.md": page("alias: [\"a\\nb\"]\n")},
		"long name":                 {"content/panduan/" + long + ".md": page("")},
		"long name of a village":    {"villages/" + long + ".md": village},
		"name in two lines":         {"content/panduan/a\nb.md": page("")},
		"village in two lines":      {"villages/a\nb.md": village},
		"device":                    {"content/panduan/con.md": page("")},
		"old address of the worker": {"content/panduan/a.md": page("alias: [sw.js/x]\n")},
	} {
		s, err := Load(smallSite(files), Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		// By its own code: the short villages above have other faults, too.
		if !slices.ContainsFunc(s.Check(), func(d *source.Diagnostic) bool {
			return d.Code == source.AddressTwice || d.Code == source.AliasTwice || d.Code == source.NameUnportable
		}) {
			t.Errorf("%s: nothing is told: %v", name, s.Check())
		}
	}
}
