package phone

import (
	"errors"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"suluh/internal/source"
)

func TestParse(t *testing.T) {
	tests := []struct {
		written       string
		kind          Kind
		e164          string
		display       string
		international string
		tel           string
	}{
		{"081234567891", Any, "+6281234567891", "0812-3456-7891", "+62 812-3456-7891", "tel:+6281234567891"},
		{"0812 3456 7891", WhatsApp, "+6281234567891", "0812-3456-7891", "+62 812-3456-7891", "tel:+6281234567891"},
		{"+62 812-3456-7891", Mobile, "+6281234567891", "0812-3456-7891", "+62 812-3456-7891", "tel:+6281234567891"},
		{"+62 (0) 812 3456 7891", Any, "+6281234567891", "0812-3456-7891", "+62 812-3456-7891", "tel:+6281234567891"},
		{"0812\u20113456\u20117891", Any, "+6281234567891", "0812-3456-7891", "+62 812-3456-7891", "tel:+6281234567891"},
		{"(0331) 487123", Fixed, "+62331487123", "(0331) 487123", "+62 331 487123", "tel:+62331487123"},
		{"(021) 27808211", Fixed, "+622127808211", "(021) 27808211", "+62 21 27808211", "tel:+622127808211"},
		{"+852 3651 0200", Any, "+85236510200", "+852 3651 0200", "+852 3651 0200", "tel:+85236510200"},
		{"+60 3 2116 4016", Any, "+60321164016", "+60 3-2116 4016", "+60 3-2116 4016", "tel:+60321164016"},
		{"110", Short, "", "110", "110", "tel:110"},
		{"0800-1000", Short, "", "0800-1000", "0800-1000", "tel:08001000"},
		{"1577-0071", Short, "", "1577-0071", "1577-0071", "tel:15770071"},
	}
	for _, tt := range tests {
		n, err := Parse(tt.written, tt.kind)
		if err != nil {
			t.Errorf("Parse(%q): %v", tt.written, err)
			continue
		}
		if n.E164 != tt.e164 || n.Display() != tt.display || n.International() != tt.international || n.Tel() != tt.tel {
			t.Errorf("Parse(%q) = %q %q %q %q, want %q %q %q %q", tt.written,
				n.E164, n.Display(), n.International(), n.Tel(), tt.e164, tt.display, tt.international, tt.tel)
		}
	}
}

func TestParseFaults(t *testing.T) {
	tests := []struct {
		written string
		kind    Kind
		code    source.Code
		marked  string
	}{
		{"0812 34S6 789", Any, source.PhoneWrongSign, "S"},
		{"O812 3456 7891", Any, source.PhoneWrongSign, "O"},
		{"0812+3456", Any, source.PhoneWrongSign, "+"},
		{"", Any, source.PhoneEmpty, ""},
		{"  ", Any, source.PhoneEmpty, ""},
		{"0812-3456-7891 / 0857-1234-5678", Any, source.PhoneTwoNumbers, ""},
		{"+60 3 2116 4016 / 4017", Any, source.PhoneTwoNumbers, ""},
		{"0812 3456 7891 atau 0857 1234 5678", Any, source.PhoneTwoNumbers, ""},
		{"0812 3456", Any, source.PhoneTooShort, ""},
		{"110", Any, source.PhoneNeedsKind, ""},
		{"0812-0000-0001 (Bu Siti)", Any, source.PhoneName, "Bu"},
		{"\u201c0812-0000-0001\u201d", Any, source.PhoneQuoted, "\u201c"},
		{"081234567891123456", Any, source.PhoneTooLong, ""},
		{"+62110", Short, source.PhoneShortBroken, ""},
		{"12", Short, source.PhoneTooShort, ""},
	}
	for _, tt := range tests {
		_, err := Parse(tt.written, tt.kind)
		var fault *source.Fault
		if !errors.As(err, &fault) {
			t.Errorf("Parse(%q) = %v, want a fault", tt.written, err)
			continue
		}
		if marked := tt.written[fault.Off : fault.Off+fault.Len]; fault.Code != tt.code || marked != tt.marked {
			t.Errorf("Parse(%q) = %s marking %q, want %s marking %q", tt.written, fault.Code, marked, tt.code, tt.marked)
		}
	}
}

func TestLinks(t *testing.T) {
	n, err := Parse("081234567891", WhatsApp)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := n.Chat("Mau tanya & lapor"), "https://wa.me/6281234567891?text=Mau%20tanya%20%26%20lapor"; got != want {
		t.Errorf("Chat = %s, want %s", got, want)
	}
	if got, want := n.SMS("Halo"), "sms:+6281234567891?body=Halo"; got != want {
		t.Errorf("SMS = %s, want %s", got, want)
	}
	short, err := Parse("110", Short)
	if err != nil {
		t.Fatal(err)
	}
	if got := short.Chat(""); got != "" {
		t.Errorf("a short number has a WhatsApp link: %s", got)
	}
}

// TestTakesSMS: a text message to a fixed line is lost, and nobody is told.
func TestTakesSMS(t *testing.T) {
	for _, tt := range []struct {
		written string
		kind    Kind
		want    bool
	}{
		{"081234567891", Any, true}, {"081234567891", Mobile, true}, {"081234567891", WhatsApp, true},
		{"(0331) 487123", Any, false}, {"(0331) 487123", Fixed, false}, {"(0331) 487123", WhatsApp, false},
		{"110", Short, false}, {"0800-1000", Short, false},
		{"+966 50 596 6623", WhatsApp, true}, {"+966 50 596 6623", Mobile, false},
		{"+1 202 775 5200", Fixed, false}, {"+1 202 775 5200", WhatsApp, true},
	} {
		n, err := Parse(tt.written, tt.kind)
		if err != nil {
			t.Fatal(err)
		}
		if got := n.TakesSMS(); got != tt.want {
			t.Errorf("%s of kind %d: TakesSMS is %t", tt.written, tt.kind, got)
		}
	}
}

// TestVectors reads testdata/vectors.tsv: what people type, and the number or the
// reason that has to come of it.
func TestVectors(t *testing.T) {
	reasons := map[string]source.Code{
		"empty": source.PhoneEmpty, "none": source.PhoneNone, "sign": source.PhoneWrongSign, "two": source.PhoneTwoNumbers, "ext": source.PhoneExtension,
		"sheet": source.PhoneSheet, "label": source.PhoneLabel, "name": source.PhoneName, "word": "word", "quote": source.PhoneQuoted, "link": source.PhoneLink,
		"prefix": source.PhoneWithoutPrefix, "area": source.PhoneWithoutArea, "short": source.PhoneTooShort, "long": source.PhoneTooLong,
		"notreal": source.PhoneNotReal, "kind": source.PhoneKindDiffers, "example": source.PhoneExample, "needskind": source.PhoneNeedsKind, "broken": source.PhoneShortBroken,
	}
	data, err := os.ReadFile("testdata/vectors.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(strings.TrimSpace(string(data)), "\n")[1:]
	if len(rows) < 150 {
		t.Errorf("only %d rows", len(rows))
	}
	for i, row := range rows {
		cells := strings.Split(row, "\t")
		if len(cells) < 3 {
			t.Fatalf("row %d has %d cells", i+2, len(cells))
		}
		written, err := strconv.Unquote(`"` + cells[0] + `"`)
		if err != nil {
			t.Fatalf("row %d: %v", i+2, err)
		}
		kind, ok := ParseKind(strings.Replace(cells[1], "any", "", 1))
		reason := reasons[cells[2]]
		if !ok || reason == "" && !strings.HasPrefix(cells[2], "+") && !strings.HasPrefix(cells[2], "=") {
			t.Fatalf("row %d: kind %q or outcome %q is none", i+2, cells[1], cells[2])
		}
		want := cells[2]
		if reason != "" {
			want = string(reason)
		}
		n, err := Parse(written, kind)
		got := n.E164
		var fault *source.Fault
		if errors.As(err, &fault) {
			if got = string(fault.Code); want == "word" && (fault.Code == source.PhoneLabel || fault.Code == source.PhoneName) {
				got = want
			}
		} else if got == "" {
			got = "=" + n.Dial()
		}
		if got != want {
			t.Errorf("row %d: Parse(%q, %s) = %s, want %s (%s)", i+2, written, cells[1], got, want, cells[2])
		}
	}
}

// FuzzParse: the digits that are shown and dialled are the digits that were
// written, and a number is read again from each of its own forms.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"081234567890", "(0331) 487123", "+62 (0) 812 3456 7891", "110", "0812 34S6 789", "+852 3651 0200", "٠٨١٢٣٤٥٦٧٨٩١", "0812/0857", "62811000000", "62-331-421000",
		"852 6123 4567", "(0331) 421000 – 34", "81200000000.0", "\u202a+62 812-0000-0000\u202c", "+52 1 55 1234 5678", "+44 (0) 20 7946 0018", "0800-1000", "WA 0812-0000-0001",
		"62-331-421000", "(62-331) 421000", "6221 7200000", "6281300000", "8120000000", "331421000", "(0331) 421000-01", "1500630", "0895 3000 000000", "0812\u20110000\u20110011", "0899\u200b8888 7777", "\uff10\uff18\uff11\uff12-0000-0011", "O899-8888-7777", "119 ext 8",
	} {
		f.Add(seed, int(Any))
		f.Add(seed, int(Short))
	}
	f.Fuzz(func(t *testing.T, written string, kind int) {
		n, err := Parse(written, Kind(kind))
		if err != nil {
			var fault *source.Fault
			if !errors.As(err, &fault) || fault.Off < 0 || fault.Off+fault.Len > len(written) {
				t.Fatalf("Parse(%q): %#v is no fault inside the value", written, err)
			}
			return
		}
		digits := onlyDigitsOf(tidy(written))
		if n.Kind == Short {
			if n.Dial() != digits || n.Display() != n.Written {
				t.Fatalf("Parse(%q) shows %q and dials %q", written, n.Display(), n.Dial())
			}
			return
		}
		// One zero may give way to the country code, or be left out behind it.
		dial, national := n.E164[1:], onlyDigitsOf(n.National())
		shown := []string{dial, onlyDigitsOf(n.International())}
		if n.isHome() {
			shown = append(shown, homeCode[1:]+strings.TrimPrefix(national, "0"))
		}
		for _, form := range shown {
			if form != dial {
				t.Fatalf("Parse(%q) shows %q and dials %q", written, form, dial)
			}
		}
		fits := digits == dial || digits == strings.Replace(dial, homeCode[1:], "0", 1)
		for i := 1; i <= 3 && !fits; i++ {
			fits = digits == dial[:i]+"0"+dial[i:]
		}
		if !fits {
			t.Fatalf("Parse(%q) reads the digits %s as %s", written, digits, dial)
		}
		for _, form := range []string{n.Written, n.International(), n.Dial(), n.E164} {
			again, err := Parse(form, n.Kind)
			if err != nil || again.Dial() != n.Dial() {
				t.Fatalf("Parse(%q) = %q, but its form %q gives %q, %v", written, n.Dial(), form, again.Dial(), err)
			}
		}
	})
}

// FuzzHome: the short way gives the number that phonenumbers gives.
func FuzzHome(f *testing.F) {
	for _, seed := range []string{"081234567891", "(0331) 487123", "+62 (0) 812 3456 7891", "021 0000 0000", "+62 331 487123", "0800 1234567", "+6208123456789", "001 62 812", "+62+8123456789"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		clean := tidy(written)
		short := parseHome(clean)
		if short == nil || wrongSign(written) != nil {
			return
		}
		long, err := phonenumbers.Parse(clean, home)
		if err != nil {
			t.Fatalf("parseHome(%q) = %v, but phonenumbers says %v", clean, short, err)
		}
		if a, b := phonenumbers.Format(short, phonenumbers.E164), phonenumbers.Format(long, phonenumbers.E164); a != b || phonenumbers.IsValidNumber(short) != phonenumbers.IsValidNumber(long) {
			t.Fatalf("parseHome(%q) = %s, phonenumbers has %s", clean, a, b)
		}
		if known, valid := phonenumbers.GetNumberType(long) != phonenumbers.UNKNOWN, phonenumbers.IsValidNumber(long); known && !valid {
			t.Fatalf("%s has a type and is not valid", clean)
		}
	})
}

// FuzzPlain: the short ways for numbers in plain signs do what the long ones do.
// A mark that nobody sees, which tidy takes away, sends a number the long way.
func FuzzPlain(f *testing.F) {
	for _, seed := range []string{"0812-0000-0011", " 0812\t0000\n0011 ", "(0331) 421000 – 34", "(0331) 421000-1", "0812.0000.0011", "+62 (0) 812", "81200000000.0", "0812/0000/0011", "1e5", "-"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, written string) {
		clean := tidy(written)
		if long := tidy(written + "\u200e"); clean != long {
			t.Fatalf("tidy(%q) = %q, the long way %q", written, clean, long)
		}
		if again := tidy(clean); again != clean {
			t.Fatalf("tidy(%q) = %q, and of that %q", written, clean, again)
		}
		if tail(clean) || !isDigitsAlone(clean) || lastGroup(written, clean) != nil {
			return
		}
		for _, look := range []func(written, clean string) *source.Fault{none, sheet, link, quoted, extension, several, words} {
			if fault := look(written, clean); fault != nil {
				t.Fatalf("%q is taken for digits alone, and is %s", written, fault.Code)
			}
		}
	})
}
