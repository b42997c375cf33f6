package frontmatter

import (
	"testing"

	"suluh/internal/source"
)

func reread(t *testing.T, text string) (string, source.List) {
	t.Helper()
	line := Encode(text)
	f, broken := source.New("a.md", []byte("---\nnama: "+line+"\n---\n"))
	if broken != nil {
		t.Fatal(broken)
	}
	m, broken := Split(f)
	if broken != nil {
		t.Fatalf("%q is written as %q: %v", text, line, broken)
	}
	var p person
	_, faults := Decode(f, m, "", &p)
	return p.Name, faults
}

// TestEncode: titles that mean something to YAML are read again as they were
// typed.
func TestEncode(t *testing.T) {
	for _, text := range []string{
		"[x] daftar", `"kutip" kata`, "@home", "& dan", "*bintang", "? tanya", "!penting", "{a}", "Éa", "Biaya #1", "Biaya: gratis", "- A", "null", "ya", "123", "0812", "'",
		`a\b`, "%x", "> x", "| x", "~", "2026-11-01", "Kirim uang ke rumah", "Jum'at", "a, b", "#",
	} {
		if got, faults := reread(t, text); got != text || faults.HasErrors() {
			t.Errorf("%q is written as %q and read as %q, %v", text, Encode(text), got, faults)
		}
	}
	if _, faults := reread(t, "a\u2028b"); !faults.HasErrors() {
		t.Error("a sign that nobody sees is taken")
	}
}

// FuzzEncode: any text of one line survives.
func FuzzEncode(f *testing.F) {
	for _, seed := range []string{"[x] daftar", "Biaya: gratis #1", `a\b"c'`, "Éa", "Jl. Mawar #12", "Uji\u0001\u0002", "x\rURL:https://evil.example", "“Biaya: gratis”", "<<", "!!null ya", "1e308", "0o17", "1_000", "NaN", "ya", "a\u00a0b", "- ", "---", "\u202eA"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		file, broken := source.New("a.md", []byte(text))
		if broken != nil || len(text) == 0 || string(file.Data) != text {
			return
		}
		if got, faults := reread(t, text); got != trimmed(text) && !faults.HasErrors() {
			t.Fatalf("%q is written as %q and read as %q, %v", text, Encode(text), got, faults)
		}
	})
}
