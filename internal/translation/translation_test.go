package translation

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCompare: what was changed, added and taken away is told apart.
func TestCompare(t *testing.T) {
	for _, tt := range []struct{ was, now, want string }{
		{"a b c", "a b c", "=0,0 =1,1 =2,2"},
		{"a b c", "a x c", "=0,0 ~1,1 =2,2"},
		{"a b c", "a b x c", "=0,0 =1,1 +2 =3,2"},
		{"a b c", "a c", "=0,0 -1 =1,2"},
		{"a b", "b a", "-0 =0,1 +1"},
		{"", "a b", "+0 +1"},
		{"a b", "", "-0 -1"},
		{"a b c d", "a x y d e", "=0,0 ~1,1 ~2,2 =3,3 +4"},
		{"a a a", "a a", "=0,0 =1,1 -2"},
	} {
		var got []string
		parts := Compare(strings.Fields(tt.was), strings.Fields(tt.now))
		for _, p := range parts {
			switch p.State {
			case Same:
				got = append(got, fmt.Sprintf("=%d,%d", p.Original, p.Translation))
			case Changed:
				got = append(got, fmt.Sprintf("~%d,%d", p.Original, p.Translation))
			case Added:
				got = append(got, fmt.Sprintf("+%d", p.Original))
			case Gone:
				got = append(got, fmt.Sprintf("-%d", p.Translation))
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q to %q: %s, want %s", tt.was, tt.now, strings.Join(got, " "), tt.want)
		}
		if same := strings.Count(tt.want, "="); Behind(parts) != len(parts)-same {
			t.Errorf("%q to %q: %d behind", tt.was, tt.now, Behind(parts))
		}
	}
}

// TestBlocks: a text is the same text after it was divided, and only words change a key.
func TestBlocks(t *testing.T) {
	a, b := Blocks("Satu dua\ntiga.\n\n- [ ] Empat\n\n```\na\n\nb\n```\n"), Blocks("Satu  dua tiga.  \r\n\r\n\r\n- [ ] Lima\r\n\r\n```\na\n\nb\n```")
	if len(a) != 3 || len(b) != 3 || a[0].Key != b[0].Key || a[1].Key == b[1].Key || a[2].Key != b[2].Key {
		t.Errorf("%q %q", a, b)
	}
	pages, err := filepath.Glob("../../content/*/*.md")
	if err != nil || len(pages) < 50 {
		t.Fatalf("%d pages, %v", len(pages), err)
	}
	for _, name := range pages {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		blocks := Blocks(string(data))
		var texts []string
		for _, b := range blocks {
			texts = append(texts, b.Text)
		}
		if again := Blocks(Join(texts)); !slices.Equal(Keys(again), Keys(blocks)) {
			t.Errorf("%s is another text when it is put together", name)
		}
	}
}

// FuzzCompare: every block stands in one part, in its order.
func FuzzCompare(f *testing.F) {
	f.Add("a b c", "a x c d")
	f.Fuzz(func(t *testing.T, was, now string) {
		a, b := strings.Split(was, " "), strings.Split(now, " ")
		if len(a) > 200 || len(b) > 200 {
			return
		}
		nextOriginal, nextTranslation := 0, 0
		for _, p := range Compare(a, b) {
			if p.Original >= 0 {
				if p.Original != nextOriginal {
					t.Fatalf("original %d, want %d", p.Original, nextOriginal)
				}
				nextOriginal++
			}
			if p.Translation >= 0 {
				if p.Translation != nextTranslation {
					t.Fatalf("translation %d, want %d", p.Translation, nextTranslation)
				}
				nextTranslation++
			}
			if (p.State == Same) != (p.Original >= 0 && p.Translation >= 0 && a[p.Translation] == b[p.Original]) && p.State == Same {
				t.Fatalf("%v is not the same", p)
			}
		}
		if nextOriginal != len(b) || nextTranslation != len(a) {
			t.Fatalf("%d of %d, %d of %d", nextOriginal, len(b), nextTranslation, len(a))
		}
	})
}
