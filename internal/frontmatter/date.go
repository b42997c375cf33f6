package frontmatter

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"suluh/internal/source"
)

// Date is a day of the calendar, or a month or a year as a whole: sources are
// often dated no better. Month and Day are 0 where they are not known. The
// zero Date means that none was given.
type Date struct {
	Year, Month, Day int
}

// UnmarshalText reads 2026, 2026-09 or 2026-09-14.
func (d *Date) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	parsed, err := ParseDate(value)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// ParseDate reads 2026, 2026-09 or 2026-09-14; a fault says what else it found.
func ParseDate(value string) (Date, error) {
	if d, ok := parseISO(value); ok {
		return d, nil
	}
	if d, ok := parseISO(hyphens.Replace(value)); ok {
		return d, nil
	}
	return Date{}, &source.Fault{Code: source.DateUnreadable, Args: []any{value}, Near: nearDate(value)}
}

// hyphens makes hyphens of what word processors make of them.
var hyphens = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‐", "-", "‑", "-", "\u00A0", "", "\u200B", "")

// oldest is a year before which nothing that is cited here was written.
const oldest = 1900

func parseISO(value string) (Date, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, value)
		if err != nil {
			continue
		}
		d := Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
		if len(layout) < len("2006-01-02") {
			d.Day = 0
		}
		if len(layout) < len("2006-01") {
			d.Month = 0
		}
		return d, d.Year >= oldest
	}
	return Date{}, false
}

var (
	dayFirst  = regexp.MustCompile(`^(?:\pL+,?\s+)?(\d{1,2})[-/. ]+(\d{1,2}|\pL+)[-/. ,]+(\d{4}|\d{2})\.?$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[-/. ]+(\d{1,2}|\pL+)[-/. ]+(\d{1,2})(?:[T ].*|\.)?$`)
)

// months are their names as people write them, by their first letters.
var months = []string{"jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"}

var otherMonths = map[string]int{"peb": 2, "may": 5, "aug": 8, "ags": 8, "oct": 10, "dec": 12, "nop": 11}

// nearDate proposes what was probably meant: dates here begin with the day.
func nearDate(value string) string {
	value = strings.TrimSpace(hyphens.Replace(value))
	day, month, year := "", "", ""
	if m := dayFirst.FindStringSubmatch(value); m != nil && len(m[3]) == 2 && isYear(m[1]) {
		return "" // 26-11-23 is read in both ways
	} else if m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := yearFirst.FindStringSubmatch(value); m != nil {
		day, month, year = m[3], m[2], m[1]
	} else {
		return ""
	}
	if len(year) == 2 {
		year = "20" + year
	}
	n, err := strconv.Atoi(month)
	if err != nil {
		name := strings.ToLower(month[:min(3, len(month))])
		if n = slices.Index(months, name) + 1; n == 0 {
			n = otherMonths[name]
		}
	}
	d, _ := strconv.Atoi(day)
	y, _ := strconv.Atoi(year)
	near := fmt.Sprintf("%04d-%02d-%02d", y, n, d)
	if _, ok := parseISO(near); !ok {
		return ""
	}
	return near
}

// isYear tells whether two digits that begin a date may be its year: those of
// the years in which this was written.
func isYear(digits string) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n >= 20 && n <= 31
}

// IsZero tells whether no date was given.
func (d Date) IsZero() bool { return d == Date{} }

// String gives the form in which dates are written in files.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return d.time().Format("2006-01")
	default:
		return d.time().Format("2006-01-02")
	}
}

func (d Date) time() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Add returns the date a number of days later.
func (d Date) Add(t ValidFor) Date {
	return DateOf(d.time().AddDate(0, 0, int(t)))
}

// Days gives the number of days since 1970, by which dates are kept small. A
// month or a year counts from its first day.
func (d Date) Days() int32 { return int32(d.time().Unix() / (24 * 60 * 60)) }

// DateOfDays gives the date of a number of days since 1970.
func DateOfDays(days int32) Date { return DateOf(time.Unix(int64(days)*24*60*60, 0).UTC()) }

// Before tells whether d comes earlier than e.
func (d Date) Before(e Date) bool { return d.time().Before(e.time()) }

// Last gives the last day of a month or a year; a day is its own.
func (d Date) Last() Date {
	switch {
	case d.IsZero() || d.Day > 0:
		return d
	case d.Month > 0:
		return DateOf(d.time().AddDate(0, 1, -1))
	default:
		return DateOf(d.time().AddDate(1, 0, -1))
	}
}

// DateOf drops the clock from a time.
func DateOf(t time.Time) Date {
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// ValidFor is a length of time in days.
type ValidFor int

// longestTerm is three years: nobody remembers what was checked before.
const longestTerm = 3 * 366

// daysIn are the units in which writers give a term.
var daysIn = map[string]int{"hari": 1, "minggu": 7, "bulan": 30, "tahun": 365}

var termForm = regexp.MustCompile(`(?i)^(\d+)[\s\x{A0}]*(hari|minggu|bulan|tahun)$`)

// UnmarshalText reads 180 hari, 2 minggu, 6 bulan or 1 tahun.
func (t *ValidFor) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	m := termForm.FindStringSubmatch(value)
	if m == nil {
		return &source.Fault{Code: source.TermUnreadable, Args: []any{value}}
	}
	n, err := strconv.Atoi(m[1])
	days := daysIn[strings.ToLower(m[2])]
	if err != nil && len(m[1]) > 4 {
		n, err = longestTerm+1, nil
	}
	if err != nil || n < 1 {
		return &source.Fault{Code: source.TermUnreadable, Args: []any{value}}
	}
	if n > longestTerm || n*days > longestTerm {
		return &source.Fault{Code: source.TermTooLong, Args: []any{value}}
	}
	*t = ValidFor(n * days)
	return nil
}
