package frontmatter

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"suluh/internal/source"
)

type person struct {
	Name  string   `yaml:"nama" need:"yes"`
	Phone string   `yaml:"telepon"`
	RT    string   `yaml:"rt"`
	Tags  []string `yaml:"tanda"`
	Since Date     `yaml:"sejak"`
	Term  ValidFor `yaml:"tinjau"`
	Sick  bool     `yaml:"sakit"`
	Kind  string   `yaml:"jenis" only:"b"`
}

func decode(t *testing.T, text, kind string) (person, string) {
	t.Helper()
	f, broken := source.New("a.md", []byte(text))
	if broken != nil {
		t.Fatal(broken)
	}
	m, broken := Split(f)
	if broken != nil {
		return person{}, broken.Error()
	}
	var p person
	_, faults := Decode(f, m, kind, &p)
	var said []string
	for _, d := range faults {
		said = append(said, d.Error())
	}
	return p, strings.Join(said, "\n")
}

// TestDigits: what a person dials comes out as it was typed, quoted or not.
func TestDigits(t *testing.T) {
	for _, value := range []string{"081234567890", "0811122", "010", "08", "0x1F", "1e10", "1_000", "2026-11-01", "110", "+62812", "~0812"} {
		p, said := decode(t, fmt.Sprintf("---\nnama: A\ntelepon: %s\nrt: '%s'\n---\n", value, value), "")
		if said != "" || p.Phone != value || p.RT != value {
			t.Errorf("telepon: %s came out as %q, rt as %q (%s)", value, p.Phone, p.RT, said)
		}
	}
}

func TestDecode(t *testing.T) {
	p, said := decode(t, "---\nnama: ya\ntanda: satu\nsejak: 2026-09\ntinjau: 6 bulan\nsakit: ya\n---\nIsi\n", "")
	if said != "" || p.Name != "ya" || len(p.Tags) != 1 || p.Since.String() != "2026-09" || p.Term != 180 || !p.Sick {
		t.Errorf("got %+v, %s", p, said)
	}
	if _, said := decode(t, "---\nnama: A\njenis: x\n---\n", "a"); !strings.Contains(said, `"jenis" is unknown`) {
		t.Errorf("a key of another kind is taken: %s", said)
	}
	if p, said := decode(t, "---\nnama: A\njenis: x\n---\n", "b"); said != "" || p.Kind != "x" {
		t.Errorf("a key of this kind is refused: %s", said)
	}
}

func TestDates(t *testing.T) {
	for value, want := range map[string]string{"2026-09-14": "2026-09-14", "2026-09": "2026-09", "2026": "2026", "2026-02-29": "", "14-09-2026": "", "": "", "2026-13": ""} {
		d, err := ParseDate(value)
		if (err == nil) != (want != "") || d.String() != want {
			t.Errorf("ParseDate(%q) = %v, %v", value, d, err)
		}
	}
	checked := Date{Year: 2026, Month: 11, Day: 23}
	if got := checked.Add(180); got != (Date{Year: 2027, Month: 5, Day: 22}) {
		t.Errorf("180 days later is %v", got)
	}
	if !checked.Before(Date{Year: 2026, Month: 11, Day: 24}) || checked.Before(checked) {
		t.Error("Before is wrong")
	}
}

// FuzzSplit: the data and the body together are the file; nothing of either is
// lost or taken for the other.
func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"---\njudul: a\n---\nIsi\n", "---\n---", "---\nx\n", "\n\n---\na: b\n---\n", "--- \na: b\n --- \nx", "teks", "---\n- ---\n---\n---\n",
		"---\nnama: \"Uji\\u0001\\u0002\"\n---\n", "---\nnama: \"x\\rURL:https://evil.example\"\n---\n", "---\nnama: !!null \"ya\"\n---\n", "---\nnama: &a [*a]\n---\n", "---\n<<: {nama: a}\nnama: b\n---\n",
		"---\nnama: Jl. Mawar #12\n---\n", "---\nnama:\u00a0A\n---\n", "---\nnama: \u201cBiaya: gratis\u201d\n---\n", "---\nnama: @kantor\n---\n", "---\nnama: -\n---\n", "---\nnama: \"B \\d\"\n---\n", "---\nnama: NaN\n---\n", "---\nnama: 1e308\n---\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, broken := source.New("a.md", raw)
		if broken != nil {
			return
		}
		m, broken := Split(file)
		if broken != nil {
			return
		}
		if m.Off < 0 || m.Off > m.End || m.End > m.Body || m.Body > len(file.Data) {
			t.Fatalf("%q splits into %+v", file.Data, m)
		}
		if fence := string(bytes.TrimSpace(file.Data[m.End:m.Body])); fence != "---" {
			t.Fatalf("between data and body of %q stands %q", file.Data, fence)
		}
		if fence := string(bytes.TrimSpace(file.Data[:m.Off])); fence != "---" {
			t.Fatalf("before the data of %q stands %q", file.Data, fence)
		}
		if line, col := file.Position(m.Off); line != m.Line || col != 1 {
			t.Fatalf("the data of %q begin in %d:%d, not in line %d", file.Data, line, col, m.Line)
		}
		var p person
		_, faults := Decode(file, m, "", &p)
		for _, d := range faults {
			if d.Line < 1 || d.Line > bytes.Count(file.Data, []byte{'\n'})+1 {
				t.Fatalf("%v lies outside %q", d, file.Data)
			}
		}
	})
}

// FuzzHoldsText: looking for the signs first finds what looking for every form
// does.
func FuzzHoldsText(f *testing.F) {
	for _, seed := range []string{"judul: a\n## Judul\n", "a: [![b]]\n\nIni kalimat biasa.\n", "- [ ] a", "a: - [x] b\n", "\n\nHalo dunia\n", ":::awas\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, matter []byte) {
		if got, want := holdsText(matter), textLine.Match(matter) || proseLine.Match(matter); got != want {
			t.Fatalf("holdsText(%q) = %v, want %v", matter, got, want)
		}
	})
}

// TestSteering: signs that nobody reads, as YAML writes them with a backslash, are
// told and do not come through; no such sign stands in a file as it is.
func TestSteering(t *testing.T) {
	for _, sign := range []string{`\x00`, `\x1b`, `\x7f`, `\x85`, `\e`, `\a`, `\r`, `\u202e`, `\u2066`, `\L`, `\P`} {
		p, said := decode(t, "---\nnama: \"A"+sign+"B\"\n---\n", "")
		if said == "" || p.Name != "A B" {
			t.Errorf("%s comes out as %q (%s)", sign, p.Name, said)
		}
	}
}
