package phone

import (
	"errors"
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
		{"081234567890", Any, "+6281234567890", "0812-3456-7890", "+62 812-3456-7890", "tel:+6281234567890"},
		{"0812 3456 7890", WhatsApp, "+6281234567890", "0812-3456-7890", "+62 812-3456-7890", "tel:+6281234567890"},
		{"+62 812-3456-7890", Mobile, "+6281234567890", "0812-3456-7890", "+62 812-3456-7890", "tel:+6281234567890"},
		{"+62 (0) 812 3456 7890", Any, "+6281234567890", "0812-3456-7890", "+62 812-3456-7890", "tel:+6281234567890"},
		{"0812\u20113456\u20117890", Any, "+6281234567890", "0812-3456-7890", "+62 812-3456-7890", "tel:+6281234567890"},
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
		{"O812 3456 7890", Any, source.PhoneWrongSign, "O"},
		{"0812+3456", Any, source.PhoneWrongSign, "+"},
		{"", Any, source.PhoneEmpty, ""},
		{"  ", Any, source.PhoneEmpty, ""},
		{"0812-3456-7890 / 0857-1234-5678", Any, source.PhoneTwoNumbers, ""},
		{"+60 3 2116 4016 / 4017", Any, source.PhoneTwoNumbers, ""},
		{"0812 3456 7890 atau 0857 1234 5678", Any, source.PhoneTwoNumbers, ""},
		{"0812 3456", Any, source.PhoneNotReal, ""},
		{"110", Any, source.PhoneTooShort, ""},
		{"081234567890123456", Any, source.PhoneTooLong, ""},
		{"+62110", Short, source.PhoneShortBroken, ""},
		{"12", Short, source.PhoneShortBroken, ""},
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
	n, err := Parse("081234567890", WhatsApp)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := n.Chat("Mau tanya & lapor"), "https://wa.me/6281234567890?text=Mau%20tanya%20%26%20lapor"; got != want {
		t.Errorf("Chat = %s, want %s", got, want)
	}
	if got, want := n.SMS("Halo"), "sms:+6281234567890?body=Halo"; got != want {
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
		{"081234567890", Any, true}, {"081234567890", Mobile, true}, {"081234567890", WhatsApp, true},
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

// FuzzParse: a number that was read is read again from each of its own forms
// as the same number, and none of its digits is lost.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"081234567890", "(0331) 487123", "+62 (0) 812 3456 7890", "110", "0812 34S6 789", "+852 3651 0200", "٠٨١٢٣٤٥٦٧٨٩٠", "0812/0857"} {
		f.Add(seed, int(Any))
		f.Add(seed, int(Short))
	}
	f.Fuzz(func(t *testing.T, written string, kind int) {
		n, err := Parse(written, Kind(kind))
		if err != nil {
			var fault *source.Fault
			if !errors.As(err, &fault) || fault.Off+fault.Len > len(written) {
				t.Fatalf("Parse(%q): %#v is no fault inside the value", written, err)
			}
			return
		}
		forms := []string{n.Written, n.International(), n.Dial()}
		if n.Kind != Short {
			forms = append(forms, n.E164)
		}
		for _, form := range forms {
			again, err := Parse(form, n.Kind)
			if err != nil || again.Dial() != n.Dial() {
				t.Fatalf("Parse(%q) = %q, but its form %q gives %q, %v", written, n.Dial(), form, again.Dial(), err)
			}
		}
		if n.Kind == Short && n.Dial() != strings.Map(onlyDigits, tidy(written)) {
			t.Fatalf("Parse(%q) lost digits: %q", written, n.Dial())
		}
	})
}

// FuzzHome: the short way gives the number that phonenumbers gives.
func FuzzHome(f *testing.F) {
	for _, seed := range []string{"081234567890", "(0331) 487123", "+62 (0) 812 3456 7890", "021 0000 0000", "+62 331 487123", "0800 1234567", "+6208123456789", "001 62 812", "+62+8123456789"} {
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
