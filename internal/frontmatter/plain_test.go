package frontmatter

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"reflect"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"suluh/internal/source"
)

// checkPlain holds what is read as plain equal to what the library reads, in everything
// that a node has.
func checkPlain(t *testing.T, data []byte) bool {
	t.Helper()
	got, ok := plain(data)
	if !ok {
		return false
	}
	var doc yaml.Node
	if err := yaml.Load(data, &doc); err != nil {
		t.Fatalf("%q is read as plain, and the library says: %v", data, err)
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 || doc.HeadComment+doc.LineComment+doc.FootComment != "" {
		t.Fatalf("%q: the library gives %+v", data, doc)
	}
	if !reflect.DeepEqual(got, doc.Content[0]) {
		t.Fatalf("%q\nis read as\n%s\nand by the library as\n%s", data, draw(got, 0), draw(doc.Content[0], 0))
	}
	return true
}

func draw(n *yaml.Node, depth int) string {
	var w strings.Builder
	if dump, err := yaml.Dump(n); err == nil && depth == 0 {
		w.Write(dump)
	}
	w.WriteString(strings.Repeat("  ", depth))
	flat := *n
	flat.Content = nil
	w.WriteString(strings.ReplaceAll(strings.TrimSpace(reflect.ValueOf(flat).String()), "\n", " "))
	w.WriteString(strings.Join([]string{"", n.Tag, n.Value}, " "))
	for _, x := range []int{int(n.Kind), int(n.Style), n.Line, n.Column} {
		w.WriteString(" " + string(rune('0'+x%10)) + "/" + string(rune('0'+x/10)))
	}
	w.WriteString("\n")
	for _, c := range n.Content {
		w.WriteString(draw(c, depth+1))
	}
	return w.String()
}

// TestPlain: the forms of plain YAML are read here, and what is no plain YAML is not.
func TestPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"nama: Ambulu\n":                  true,
		"nama: \"a: b # c\"\nkode: '1'\n": true,
		"kantor:\n  alamat: Jalan 1\n  jam:\n    senin: 08.00-14.00\nb: c\n": true,
		"kontak:\n  - peran: A\n    wa: \"1\"\n  - peran: B\nb: c\n":         true,
		"kontak:\n- a\n- b\nc: d\n":                                          true,
		"- a: b\n  c: d\n- a: e\n":                                           true,
		"a: [x, y, z]\n":                                                     true,
		"a:   b\n":                                                           true,
		"a: 2026-09-20\nb: -5.0100\nc: 119.99\nd: 7\ne: 365 hari\n":          true,
		"a: https://contoh.example/?b=c#d\n":                                 true,
		"a: caf\u00e9 \u2013 b\n":                                            true,
		"":                                                                   false,
		"a: b":                                                               true,
		"a: b # c\n":                                                         false,
		"# a\nb: c\n":                                                        false,
		"a:\nb: c\n":                                                         false,
		"a: b\n  c\n":                                                        false,
		"a: b: c\n":                                                          false,
		"a: \"b\\n\"\n":                                                      false,
		"a: 'b''c'\n":                                                        false,
		"a: &b c\n":                                                          false,
		"a: *b\n":                                                            false,
		"a: !b c\n":                                                          false,
		"a: |\n  b\n":                                                        false,
		"a: 010\nb: 0x1F\nc: 1e3\nd: 1_000\n":                                false,
		"a: true\n":                                                          false,
		"a: ~\n":                                                             false,
		"a: 2026-02-30\n":                                                    false,
		"a: [b, [c]]\n":                                                      false,
		"a: {b: c}\n":                                                        false,
		"\"a\": b\n":                                                         false,
		"a: b\n---\nc: d\n":                                                  false,
		"a:\tb\n":                                                            false,
		"a: b\r\n":                                                           false,
		"a: b\u2028c\n":                                                      false,
		"  a: b\nc: d\n":                                                     false,
	} {
		if got := checkPlain(t, []byte(text)); got != want {
			t.Errorf("%q is read as plain: %v, want %v", text, got, want)
		}
	}
}

// TestPlainOfTheSite: nearly all files of the portal are plain, so that this is worth its
// lines.
func TestPlainOfTheSite(t *testing.T) {
	all, read := 0, 0
	for _, dir := range []string{"../../content", "../../villages"} {
		err := fs.WalkDir(os.DirFS(dir), ".", func(name string, _ fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".md" {
				return err
			}
			data, err := fs.ReadFile(os.DirFS(dir), name)
			if err != nil {
				return err
			}
			f, _ := source.New(name, data)
			m, broken := Split(f)
			if broken != nil {
				return nil
			}
			all++
			if checkPlain(t, f.Data[m.Off:m.End]) {
				read++
			} else {
				t.Logf("%s/%s is not plain", dir, name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < all*9/10 {
		t.Errorf("%d of %d files are plain", read, all)
	}
	t.Logf("%d of %d files are plain", read, all)
}

// pieces are what fuzzed YAML is made of beside free bytes: of those alone, hardly any is
// nearly plain.
var pieces = []string{
	"\n", "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\n    - ", " ", "  ", ": ", ":", ":\n", ":\n  ", "- ", "-", ", ", ",",
	"a", "nama", "b_c", "Jalan Contoh 10", "\"", "\"0812 0000\"", "'", "'x'", "[", "]", "[a, b]", "[a,b]", "{", "}", "{a: b}",
	"#", " #", "# ", "&", "*", "!", "|", ">", "%", "@", "`", "?", "? ", "~", "<<", "null", "true", "False", "yes", "no", "on", ".", "...", "---", "--- ",
	"0", "7", "10", "010", "0x1F", "1e3", "1_0", "2026-09-20", "2026-09", "2026-02-30", "2026-9-2", "2001-12-14 21:59:43", "-5.0100", "119.9900", "08.00-14.00", "08.00", "365 hari", "+62", ".5", "5.", "-", "-0", "-0.0", ".inf", "-.inf", ".nan", "0o7", "0b1", "12:30", "1,5", "1/2", "9999999999999999999",
	"\t", "\r", "\\", "\x00", "\x7f", "\u0085", "\u00a0", "\u00e9", "\u2013", "\u2028", "\ufeff", "\ufffd", "\xff", "\U0001f600", "=", "$", "^", "(", ")", "/", ";", "_", "a: b\n", "a: b\nc:\n  - d: e\n    f: g\n",
}

// FuzzPlain: what is read as plain has the nodes that the library gives.
func FuzzPlain(f *testing.F) {
	f.Add([]byte("nama: A\nkontak:\n  - peran: B\n    telepon: \"021 0000\"\nlayanan: [a, b]\ntanggal: 2026-09-01\n"), false)
	f.Add([]byte("a: b\n"), false)
	f.Add(bytes.Repeat([]byte{18, 9, 19, 0}, 5), true)
	f.Add([]byte{17, 11, 4, 18, 9, 20, 3, 18, 9, 27, 0}, true)
	f.Fuzz(func(t *testing.T, data []byte, assemble bool) {
		if assemble {
			var w bytes.Buffer
			for _, b := range data {
				w.WriteString(pieces[int(b)%len(pieces)])
			}
			data = w.Bytes()
		}
		checkPlain(t, data)
	})
}

func BenchmarkPlain(b *testing.B) {
	data := []byte("nama: \"Bawy\"\nkode: \"96.05.20.2010\"\nkecamatan: \"Ayamaru Tengah\"\nstatus: aktif\nkantor:\n  alamat: Jalan Contoh 10\n  petunjuk: Di seberang lapangan\n  rt: \"001\"\n  lintang: -5.0100\n  bujur: 119.9900\n  jam:\n    senin: 08.00-14.00\n    selasa: 08.00-14.00\nkontak:\n  - peran: Kantor desa\n    telepon: \"021 0000 0999\"\nlayanan: [informasi, dokumen, data]\ndiperiksa: 2026-09-20\n")
	b.Run("here", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, ok := plain(data); !ok {
				b.Fatal("not plain")
			}
		}
	})
	b.Run("library", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var doc yaml.Node
			if err := yaml.Load(data, &doc); err != nil {
				b.Fatal(err)
			}
		}
	})
}
