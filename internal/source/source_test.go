package source

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestCatalogue: each message stands in both languages, whole, and its two
// languages use the same arguments.
func TestCatalogue(t *testing.T) {
	for _, code := range Codes() {
		e := catalogue[Code(code)]
		for _, lang := range []struct {
			name string
			text Text
		}{{"id", e.id}, {"en", e.en}} {
			if lang.text.What == "" || lang.text.Mend == "" {
				t.Errorf("%s: the %s text says not what is wrong, or not how to mend it", code, lang.name)
			}
			if (lang.text.Why == "") != (e.id.Why == "") {
				t.Errorf("%s: only one language says why", code)
			}
			for _, sentence := range []string{lang.text.What, lang.text.Why} {
				if sentence != "" && !strings.HasSuffix(sentence, ".") && !strings.HasSuffix(sentence, "?") {
					t.Errorf("%s: %q is neither a sentence nor a question", code, sentence)
				}
			}
		}
		if e := examples[Code(code)]; e.wrong == "" || e.right == "" || e.wrong == e.right {
			t.Errorf("%s has no example of wrong and right", code)
		}
		if id, en := verbs(e.id), verbs(e.en); id != en {
			t.Errorf("%s: Indonesian uses the arguments %s, English %s", code, id, en)
		}
	}
}

// verbs lists the arguments that a text uses, each once.
func verbs(t Text) string {
	found := ""
	for _, n := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		if strings.Contains(t.What+t.Why+t.Mend, "%["+n+"]") {
			found += n
		}
	}
	return found
}

func TestPosition(t *testing.T) {
	f := &File{Name: "a.md", Data: []byte("satu\nêjhâ dua\n\nakhir")}
	tests := []struct{ off, line, col int }{
		{0, 1, 1}, {4, 1, 5}, {5, 2, 1}, {7, 2, 2}, {12, 2, 6}, {16, 3, 1}, {17, 4, 1}, {99, 4, 6}, {-1, 1, 1},
	}
	for _, tt := range tests {
		if line, col := f.Position(tt.off); line != tt.line || col != tt.col {
			t.Errorf("Position(%d) = %d:%d, want %d:%d", tt.off, line, col, tt.line, tt.col)
		}
	}
	if got := f.Line(2); got != "êjhâ dua" {
		t.Errorf("Line(2) = %q", got)
	}
}

func TestNearest(t *testing.T) {
	words := []string{"judul", "ringkasan", "diperiksa", "kp2mi", "kemlu"}
	for word, want := range map[string]string{
		"judl": "judul", "Judul": "judul", "ringksan": "ringkasan", "dipreiksa": "diperiksa", "kp2m": "kp2mi", "xyz": "", "": "",
	} {
		if got := Nearest(word, words); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
}

// TestPrint: errors come first, nothing is left out, the long list is short.
func TestPrint(t *testing.T) {
	f := &File{Name: "a.md", Data: []byte(strings.Repeat("baris\n", 40))}
	var l List
	for i := range 40 {
		l.Add(f.At(i*6, 5, TaskIDMissing, "x"))
	}
	l.Add(f.At(0, 5, ContactMissing, "kp2m").WithNear("kp2mi"))
	l.Sort()
	var w bytes.Buffer
	l.Print(&w, Style{Lang: English})
	out := w.String()
	if !strings.HasPrefix(out, "a.md:1:1: error LINK04") {
		t.Errorf("the error does not come first:\n%s", out)
	}
	if n := strings.Count(out, "TEXT11:"); n != MostOfOne || !strings.Contains(out, "30 more of the kind TEXT11 in this file") {
		t.Errorf("%d of 40 warnings are printed, and not how many more there are:\n%s", n, out)
	}
	if _, warnings := l.Count(); warnings != 40 {
		t.Errorf("%d warnings are counted", warnings)
	}
	if n := strings.Count(out, "Mend it:"); n != 2 {
		t.Errorf("the same explanation stands %d times", n)
	}
}

// FuzzNew: what New takes is clean and is taken again as it is; every byte of it
// has a place, and that place leads back to the letter that holds the byte.
func FuzzNew(f *testing.F) {
	f.Add([]byte("a\r\nb\rc\n"), 3)
	f.Add([]byte("\xef\xbb\xbfx"), 0)
	f.Add([]byte("\xff\xfex"), 1)
	f.Add([]byte("a\u0085b"), 1)
	f.Add([]byte("Jum\u2028at"), 4)
	f.Add([]byte("x\n<<<<<<< HEAD\n"), 2)
	f.Fuzz(func(t *testing.T, raw []byte, off int) {
		file, broken := New("a.md", raw)
		if broken != nil {
			if broken.Line < 1 || broken.Col < 1 {
				t.Fatalf("no place: %+v", broken)
			}
			if broken.Code == FileControlCharacter && bytes.IndexFunc(raw, steers) < 0 {
				t.Fatalf("New(%q) found a control character", raw)
			}
			return
		}
		if !utf8.Valid(file.Data) || bytes.IndexFunc(file.Data, steers) >= 0 {
			t.Fatalf("New(%q) took %q", raw, file.Data)
		}
		if again, broken := New("a.md", file.Data); broken != nil || !bytes.Equal(again.Data, file.Data) {
			t.Fatalf("%q is taken, and then refused: %v", file.Data, broken)
		}
		line, col := file.Position(off)
		if line < 1 || col < 1 || col > utf8.RuneCountInString(file.Line(line))+1 {
			t.Fatalf("Position(%d) = %d:%d outside line %q", off, line, col, file.Line(line))
		}
		// The place of a byte inside a letter is that of the letter.
		letter := min(max(off, 0), len(file.Data))
		for letter > 0 && letter < len(file.Data) && !utf8.RuneStart(file.Data[letter]) {
			letter--
		}
		if back := file.Offset(line, col); back != letter {
			t.Fatalf("Position(%d) = %d:%d, which leads to %d, not to %d, in %q", off, line, col, back, letter, file.Data)
		}
	})
}

// steers is the plain form of what New looks for byte by byte.
func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\u2028' || r == '\u2029'
}
