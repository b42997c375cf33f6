package frontmatter

import (
	"strconv"
	"strings"
	"time"

	"suluh/internal/source"
)

// Date is a day of the calendar, or a month or a year as a whole: sources are
// often dated no better. Month and Day are 0 where they are not known. The
// zero Date means that none was given.
type Date struct {
	_ struct{} `cbor:",toarray"` // kept between builds without names of fields

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
		return d, nil
	}
	return Date{}, &source.Fault{Code: source.DateUnreadable, Args: []any{value}}
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
func (d Date) Add(t Term) Date {
	return DateOf(d.time().AddDate(0, 0, int(t)))
}

// Days gives the number of days since 1970, by which dates are kept small. A
// month or a year counts from its first day.
func (d Date) Days() int32 { return int32(d.time().Unix() / (24 * 60 * 60)) }

// DateOfDays gives the date of a number of days since 1970.
func DateOfDays(days int32) Date { return DateOf(time.Unix(int64(days)*24*60*60, 0).UTC()) }

// Before tells whether d comes earlier than e.
func (d Date) Before(e Date) bool { return d.time().Before(e.time()) }

// DateOf drops the clock from a time.
func DateOf(t time.Time) Date {
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// Term is a length of time in days.
type Term int

// longestTerm is three years: nobody remembers what was checked before.
const longestTerm = 3 * 366

// daysIn are the units in which writers give a term.
var daysIn = map[string]int{"hari": 1, "minggu": 7, "bulan": 30, "tahun": 365}

// UnmarshalText reads 180 hari, 2 minggu, 6 bulan or 1 tahun.
func (t *Term) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	number, unit, _ := strings.Cut(value, " ")
	n, err := strconv.Atoi(number)
	days, known := daysIn[strings.TrimSpace(unit)]
	if err != nil || !known || n < 1 {
		return &source.Fault{Code: source.TermUnreadable, Args: []any{value}}
	}
	if n > longestTerm || n*days > longestTerm {
		return &source.Fault{Code: source.TermTooLong, Args: []any{value}}
	}
	*t = Term(n * days)
	return nil
}
