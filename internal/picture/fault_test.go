package picture

import (
	"bytes"
	"image/color"
	"os"
	"path/filepath"
	"testing"
)

// TestEntryCutAnywhere cuts an entry of the cache at every byte and spoils every
// byte of it, as a full disk and a kill do: the picture is the same every time.
func TestEntryCutAnywhere(t *testing.T) {
	c := Cache{Dir: t.TempDir()}
	data := asPNG(t, drawing(8, 6, color.White))
	want, err := c.Fit("a.png", data)
	if err != nil {
		t.Fatal(err)
	}
	entry := filepath.Join(c.Dir, keyFor(data))
	whole, err := os.ReadFile(entry)
	if err != nil {
		t.Fatal(err)
	}
	for n := range whole {
		spoilt := bytes.Clone(whole)
		spoilt[n] ^= 0x41
		for what, stored := range map[string][]byte{"cut": whole[:n], "spoilt": spoilt} {
			if err := os.WriteFile(entry, stored, 0o644); err != nil {
				t.Fatal(err)
			}
			if p, ok := loaded(entry); ok {
				t.Fatalf("%s at %d: the entry is believed: %v", what, n, p)
			}
			got, err := c.Fit("a.png", data)
			if err != nil || !bytes.Equal(got.Data, want.Data) || got.Ext != want.Ext || got.Width != want.Width || got.Height != want.Height {
				t.Fatalf("%s at %d: %v, %v", what, n, got, err)
			}
		}
	}
	t.Logf("%d states of an entry", 2*len(whole))
}

// TestEntryCannotBeWritten: where the folder is a file, where it may not be
// written, and where a half entry of a build that was killed lies, pictures are
// made all the same.
func TestEntryCannotBeWritten(t *testing.T) {
	data := asPNG(t, drawing(8, 6, color.White))
	want, err := Fit("a.png", data)
	if err != nil {
		t.Fatal(err)
	}
	isFile := filepath.Join(t.TempDir(), "berkas")
	half := t.TempDir()
	for name, text := range map[string]string{isFile: "x", filepath.Join(half, ".new-1"): "x"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, dir := range []string{isFile, half, filepath.Join(isFile, "di-bawah")} {
		got, err := Cache{Dir: dir}.Fit("a.png", data)
		if err != nil || !bytes.Equal(got.Data, want.Data) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}
