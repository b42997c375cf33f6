package village

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"suluh/internal/source"
)

func parse(t *testing.T, matter string) (*Village, source.List) {
	t.Helper()
	f, broken := source.New("villages/35/ambulu.md", []byte("---\n"+matter+"---\nIsi.\n"))
	if broken != nil {
		t.Fatal(broken)
	}
	return Parse(f)
}

const ambulu = "nama: Ambulu\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\n"

func TestParse(t *testing.T) {
	v, faults := parse(t, ambulu+"kantor:\n  rt: 010\n  jam: {senin: 8.00-14:30}\nkontak:\n  - peran: Kantor\n    telepon: 081234567891\n  - peran: Ketua\n    wa:\n")
	if faults.HasErrors() {
		t.Fatal(faults[0])
	}
	if v.Slug != "35/ambulu" || v.Office.RT != "010" || v.Office.Hours.Days[0].String() != "08.00–14.30" {
		t.Errorf("got %+v", v)
	}
	if len(v.Declared) != 2 || len(v.Declared[1].Numbers()) != 0 || v.Declared[0].Numbers()[0].Tel() != "tel:+6281234567891" {
		t.Errorf("got contacts %+v", v.Declared)
	}
}

// TestConsent: a private number needs its owner's consent; an unknown one does
// not.
func TestConsent(t *testing.T) {
	for contact, refused := range map[string]bool{
		"telepon: 081234567891\n    pribadi: ya":                       true,
		"wa: 081234567891\n    pribadi: ya":                            true,
		"telepon: 081234567891\n    pribadi: ya\n    izin: 2026-01-02": false,
		"telepon: 081234567891":                                        false,
		"telepon:\n    pribadi: ya":                                    false,

		"telepon: 081234567891\n    pribadi: ya\n    izin: 2026-01-02\n    lingkup_izin: [halaman]": false,
		"telepon: 081234567891\n    pribadi: ya\n    izin: 2026-01-02\n    lingkup_izin: []":        true,
		"telepon: 081234567891\n    pribadi: ya\n    izin: 2026-01-02\n    lingkup_izin:":           true,
	} {
		_, faults := parse(t, ambulu+"kontak:\n  - peran: Ketua\n    "+contact+"\n")
		if faults.HasErrors() != refused {
			t.Errorf("%q: %v", contact, faults)
		}
	}
}

func TestSet(t *testing.T) {
	areas, faults := ParseAreas(&source.File{Data: []byte("# catatan\n35.09.10\tBalung\n35.09.10.2005\tBalunglor\n35.09.12\tAmbulu\n35.09.12.2004\tAmbulu\n")})
	if len(faults) > 0 || len(areas) != 4 {
		t.Fatalf("ParseAreas: %v, %v", areas, faults)
	}
	balung := &Entry{Name: "Balung Lor", Code: "35.09.10.2005", District: "Balung", File: "villages/b.md", Slug: "b"}
	twin := &Entry{Name: "Ambulu", Code: "35.09.10.2005", District: "Silo", File: "villages/c.md", Slug: "c"}
	s := NewSet([]*Entry{twin, balung}, areas)
	if s.Find("35.09.10.2005") != balung || s.Find("c") != twin || s.Find("x") != nil {
		t.Error("Find finds another village")
	}
	if s.Twin(twin) != balung || s.Twin(balung) != nil {
		t.Error("Twin is wrong")
	}
	if !s.NameFits(balung) || s.NameFits(twin) || !s.DistrictFits(balung) || s.DistrictFits(twin) {
		t.Error("names or districts are compared wrongly")
	}
	if !s.Known("35.09.12.2004") || s.Known("35.09.12.2099") || !NewSet(nil, nil).Known("x") {
		t.Error("Known is wrong")
	}
}

// FuzzParse: whatever an official types, the number that comes out has the
// digits that went in, and every fault has a place; no number is private without
// consent.
func FuzzParse(f *testing.F) {
	f.Add("081234567891", "08.00-14.00", "35.09.12.2004")
	f.Add("0812 / 0857", "pagi", "35.09")
	f.Add("\"(0331) 487123\"", "tutup", "x")
	f.Add("+62 (0) 812-3456-7891", "24.00-08.00", "[1]")
	f.Add("081234567891\n    pribadi: !!null \"ya\"", "8-15", "35.09.19.1005")
	f.Add("081234567891\n    pribadi: ya\n    izin: 0001", "22.00-05.00", "\"35.09.12.2004\"")
	f.Add("62811000000", "08.00-12.00, 13.00-15.00", "35.09.12.2004\nlintang: NaN")
	f.Add("(0331) 421000 – 34", "24 jam", "\"3509\\u0002\"")
	f.Add("\"0899\\u200b8888 7777\"", "libur", "&a 1")
	f.Fuzz(func(t *testing.T, number, hours, code string) {
		text := fmt.Sprintf("---\nnama: A\nkode: %s\nstatus: aktif\nkantor: {jam: {senin: %s}}\nkontak:\n  - peran: K\n    telepon: %s\n---\n", code, hours, number)
		file, broken := source.New("villages/a.md", []byte(text))
		if broken != nil {
			return
		}
		v, faults := Parse(file)
		for _, d := range faults {
			if d.Line < 1 || d.Col < 1 {
				t.Fatalf("%q: %v has no place", text, d)
			}
		}
		if v == nil || faults.HasErrors() || len(v.Declared) != 1 || v.Declared[0].Phone.IsZero() {
			return
		}
		if c := v.Declared[0]; c.IsPrivate() && c.Consent.IsZero() {
			t.Fatalf("%q: a private number without consent is taken", text)
		}
		dialled := v.Declared[0].Phone.Dial()
		if tail := digits(dialled); !strings.HasSuffix(tail, lastDigits(number, 6)) {
			t.Fatalf("%q became %q", number, dialled)
		}
	})
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func lastDigits(s string, n int) string {
	// A comment behind the value is not part of it.
	s, _, _ = strings.Cut(s, " #")
	d := digits(s)
	return d[max(0, len(d)-n):]
}

// TestAreas walks from the whole country down to the villages. Codes that are
// none lie in no area, wherever they sort.
func TestAreas(t *testing.T) {
	var villages []*Entry
	for _, code := range []string{"", "35.09.12.2004", "35.09.12.2001", "35.09.2", "35.09.12", "35.10.01.2001", "36.01.01.2001", "x", "35.09.30.2009"} {
		villages = append(villages, &Entry{Code: code, File: "villages/" + code})
	}
	s := NewSet(villages, nil)
	for _, want := range []struct{ area, children string }{
		{"", "35:4 36:1"}, {"35", "35.09:3 35.10:1"}, {"35.09", "35.09.12:2 35.09.30:1"}, {"35.09.12", ""}, {"37", ""}, {"nowhere", ""},
	} {
		var got []string
		for _, child := range s.Area(want.area).Children() {
			fits := slices.DeleteFunc(slices.Clone(child.Villages), func(v *Entry) bool { return !v.CodeFits() })
			got = append(got, fmt.Sprintf("%s:%d", child.Code, len(fits)))
		}
		if strings.Join(got, " ") != want.children {
			t.Errorf("Children(%q) = %q, want %q", want.area, got, want.children)
		}
	}
	if got := len(s.Area("35.09.12").Villages); got != 2 {
		t.Errorf("%d villages within 35.09.12, want 2", got)
	}
	if got := len(s.Loose()); got != 1 {
		t.Errorf("%d villages without a code, want 1", got)
	}
}
