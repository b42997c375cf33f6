package village

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"suluh/internal/source"
)

// show writes hours as the page does, with numbers for days.
func show(h Hours) string {
	var runs []string
	for _, r := range h.Runs() {
		text := r.Open.String()
		if r.Closed {
			text = "tutup"
		}
		runs = append(runs, fmt.Sprintf("%d-%d %s", r.First+1, r.Last+1, text))
	}
	return strings.Join(runs, "; ")
}

// TestHoursInALine reads hours as people write them in one line.
func TestHoursInALine(t *testing.T) {
	for text, want := range map[string]string{
		"Senin-Jumat 08.00-14.00":                              "1-5 08.00–14.00",
		"Senin s/d Jumat: 08:00 s/d 14:00 WIB":                 "1-5 08.00–14.00",
		"Senin - Kamis 08.00 - 15.00, Jumat 08.00-11.00":       "1-4 08.00–15.00; 5-5 08.00–11.00",
		"Senin–Kamis 08.00–12.00, 13.00–15.00; Jum'at 8-11":    "1-4 08.00–12.00, 13.00–15.00; 5-5 08.00–11.00",
		"senin sampai jumat jam 8 sampai jam 14":               "1-5 08.00–14.00",
		"Setiap hari 07.00-21.00":                              "1-7 07.00–21.00",
		"24 jam":                                               "1-7 00.00–24.00",
		"Senin, Rabu, Jumat 09.00-12.00":                       "1-1 09.00–12.00; 3-3 09.00–12.00; 5-5 09.00–12.00",
		"Sen-Jum 08.00-15.00, Sabtu & Minggu libur":            "1-5 08.00–15.00; 6-7 tutup",
		"Senin-Kamis 08.00-15.00 (istirahat 12.00-13.00)":      "1-4 08.00–12.00, 13.00–15.00",
		"Sabtu-Senin 08.00-10.00":                              "1-1 08.00–10.00; 6-7 08.00–10.00",
		"Hari Senin sampai dengan Kamis pukul 08.00-15.00 WIB": "1-4 08.00–15.00",
		"Jum’at 08.00 pagi - 2 siang":                          "5-5 08.00–14.00",
		"Senin-Jumat 22.00-05.00":                              "1-5 22.00–05.00",
	} {
		var h Hours
		if err := h.UnmarshalText([]byte(text)); err != nil || show(h) != want {
			t.Errorf("%q is read as %q, %v; want %q", text, show(h), err, want)
		}
	}
	for text, want := range map[string]source.Code{
		"08.00-14.00":                    source.HoursWithoutDays,
		"Senin-Jumat":                    source.HoursUnreadable,
		"Senin-Jumat 08.00-selesai":      source.HoursUnreadable,
		"Senin-Jumat 15.00-08.00":        source.HoursBackward,
		"Senin 08.00-12.00, 11.00-13.00": source.HoursCross,
		"Senin 08.00-12.00, Senin 13-15": source.DayTwice,
		"Senin 08.60-12.00":              source.HoursUnreadable,
		"Senin 25.00-26.00":              source.HoursUnreadable,
		"pagi":                           source.HoursWithoutDays,
	} {
		var h Hours
		err := h.UnmarshalText([]byte(text))
		var fault *source.Fault
		if !errors.As(err, &fault) || fault.Code != want {
			t.Errorf("%q is answered with %v (%q), want %s", text, err, show(h), want)
		}
	}
}

// TestHoursByDay reads keys of days and of ranges of days.
func TestHoursByDay(t *testing.T) {
	v, faults := parse(t, ambulu+"kantor:\n  jam:\n    senin-kamis: 08.00-12.00, 13.00-15.00\n    jum'at: 8-11\n    Sabtu, Minggu: libur\n")
	if len(faults) > 1 || show(v.Office.Hours) != "1-4 08.00–12.00, 13.00–15.00; 5-5 08.00–11.00; 6-7 tutup" {
		t.Errorf("got %q, %v", show(v.Office.Hours), faults)
	}
	_, faults = parse(t, ambulu+"kantor:\n  jam:\n    senni: 08.00-12.00\n")
	if !faults.HasErrors() || faults[0].Code != source.DayUnknown || faults[0].Near != "senin" {
		t.Errorf("senni is answered with %v", faults)
	}
}

// FuzzHours: whatever is typed, hours that are read lie in a day and a night,
// one behind the other.
func FuzzHours(f *testing.F) {
	for _, seed := range []string{"Senin-Jumat 08.00-14.00", "24 jam", "Jum'at 8-11; Sabtu libur", "senin 22.00-05.00", "Setiap hari 07:00 s/d 21:00 WIB", "Senin-Kamis 08.00-12.00, 13.00-15.00; Jumat 8-11, istirahat 9-10", "Jum’at 8 pagi - 2 siang", "sabtu, minggu: libur", "00.00-24.00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var h Hours
		if h.UnmarshalText([]byte(text)) != nil {
			return
		}
		for _, o := range h.Days {
			last := -1
			for _, s := range o.Spans {
				if s.From < 0 || s.From >= day || s.To <= s.From || s.To > 2*day || s.From < last || o.Closed {
					t.Fatalf("%q is read as %+v", text, o)
				}
				last = s.To
			}
		}
	})
}

// FuzzSpan: the short way for 08.00-14.00 gives what the long one does. A space
// of no width, which is not read, sends the hours the long way.
func FuzzSpan(f *testing.F) {
	f.Add(uint8(8), uint8(0), uint8(14), uint8(0), "-", ".")
	f.Add(uint8(0), uint8(0), uint8(24), uint8(0), "-", ".")
	f.Add(uint8(22), uint8(0), uint8(5), uint8(60), "–", ":")
	f.Add(uint8(8), uint8(0), uint8(8), uint8(0), "-", ".")
	f.Fuzz(func(t *testing.T, a, b, c, d uint8, to, point string) {
		text := fmt.Sprintf("%02d%s%02d%s%02d%s%02d", a%100, point, b%100, to, c%100, point, d%100)
		short, fault := openOf(text)
		long, fault2 := openOf(text + "\u200b")
		if !short.Equal(long) || (fault == nil) != (fault2 == nil) || fault != nil && fault.Code != fault2.Code {
			t.Fatalf("%q is read as %+v %v, the long way as %+v %v", text, short, fault, long, fault2)
		}
	})
}

// FuzzCode: a code is told as its form has it.
func FuzzCode(f *testing.F) {
	form := regexp.MustCompile(`^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}$`)
	for _, code := range []string{"35.09.12.2004", "35.09.12", "35.09.12.200x", "3509122004", "٣٥.09.12.2004", "35.09.12.2004\n"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		if isCode(code) != (form.MatchString(code) && !strings.HasSuffix(code, "\n")) {
			t.Fatalf("isCode(%q) = %v", code, isCode(code))
		}
	})
}
