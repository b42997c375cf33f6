package village

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/source"
)

// Hours says when an office is open, from Monday on. Days that are not known
// stay zero; a day may also be known to be closed.
//
// They are read as people write them: a key for each day or for a range of
// days, or all in one line.
//
//	jam:
//	  senin-kamis: 08.00-12.00, 13.00-15.00
//	  jum'at: 08.00 s/d 11.00 WIB
//	  sabtu, minggu: libur
//
//	jam: Senin-Jumat 08.00-14.00, Sabtu tutup
type Hours struct {
	Days [7]Open
}

// Open is the opening time of one day.
type Open struct {
	Spans  []Span
	Closed bool
}

// Span is from when to when an office is open, in minutes after midnight. To is
// more than a day where it closes after the next midnight.
type Span struct {
	From, To int
}

// Known tells whether anything is known of the day.
func (o Open) Known() bool { return o.Closed || len(o.Spans) > 0 }

// Equal tells whether two days have the same hours.
func (o Open) Equal(other Open) bool {
	return o.Closed == other.Closed && slices.Equal(o.Spans, other.Spans)
}

const (
	day      = 24 * 60
	evening  = 17 * 60 // who opens after this may close after midnight
	forenoon = 12 * 60
)

// String gives the form of clocks here: 08.00–12.00, 13.00–15.00.
func (o Open) String() string {
	var spans []string
	for _, s := range o.Spans {
		spans = append(spans, s.String())
	}
	return strings.Join(spans, ", ")
}

// AllDay tells whether a day has no hour at which the office is closed.
func (o Open) AllDay() bool { return len(o.Spans) == 1 && o.Spans[0] == Span{To: day} }

// String gives 08.00–12.00.
func (s Span) String() string {
	to := s.To
	if to > day {
		to -= day
	}
	return fmt.Sprintf("%02d.%02d–%02d.%02d", s.From/60, s.From%60, to/60, to%60)
}

// Run is days one after the other with the same hours.
type Run struct {
	First, Last int // from 0, Monday
	Open
}

// Runs joins days that have the same hours and leaves out those that are not
// known.
func (h Hours) Runs() []Run {
	var runs []Run
	for i, o := range h.Days {
		if !o.Known() {
			continue
		}
		if last := len(runs) - 1; last >= 0 && runs[last].Last == i-1 && runs[last].Open.Equal(o) {
			runs[last].Last = i
			continue
		}
		runs = append(runs, Run{i, i, o})
	}
	return runs
}

// Days gives the days of a run as they are typed: senin-kamis.
func (r Run) Days() string {
	if r.First == r.Last {
		return Weekdays[r.First]
	}
	return Weekdays[r.First] + "-" + Weekdays[r.Last]
}

// Typed gives the hours of a day as they are typed: 08.00-12.00, 13.00-15.00.
func (o Open) Typed() string {
	switch {
	case o.Closed:
		return "libur"
	case o.AllDay():
		return "24 jam"
	}
	return strings.ReplaceAll(o.String(), "–", "-")
}

// Line gives all hours in one line, as they are typed and read again.
func (h Hours) Line() string {
	var parts []string
	for _, run := range h.Runs() {
		parts = append(parts, run.Days()+" "+run.Typed())
	}
	return strings.Join(parts, "; ")
}

// dayNames are the days as people write them, each with its number from Monday.
var dayNames = map[string]int{
	"senin": 0, "senen": 0, "sen": 0, "snn": 0, "kemis": 3, "jemuah": 4, "jemuwah": 4, "setu": 5, "selasa": 1, "sel": 1, "slasa": 1, "rabu": 2, "rab": 2, "rebo": 2, "kamis": 3, "kam": 3, "kms": 3,
	"jumat": 4, "jum": 4, "jumaat": 4, "jumuat": 4, "sabtu": 5, "sab": 5, "sbtu": 5, "minggu": 6, "ming": 6, "mgu": 6, "ahad": 6,
	"monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}

// Weekdays are the proper names of the days, from Monday, for near words in messages.
var Weekdays = []string{"senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"}

var (
	dayWord   = `[\pL]+(?:['’‘ʼ\x60´][\pL]+)?`
	dayRange  = regexp.MustCompile(`(?i)^(` + dayWord + `)\s*(?:-|–|—|−|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|to)\s*(` + dayWord + `)$`)
	everyDay  = regexp.MustCompile(`(?i)^(?:setiap|tiap|semua|sehari-?hari|every)\s*(?:hari|day)?$`)
	dayLead   = regexp.MustCompile(`(?i)^hari\s+`)
	dayJoints = regexp.MustCompile(`(?i)\s*(?:,|;|&|\+|/|\bdan\b|\band\b)\s*`)
)

// IsDay tells whether a word names a day of the week, in any form that hours may.
func IsDay(word string) bool {
	_, is := dayOf(strings.ToLower(word))
	return is
}

// dayOf gives the number of a day; apostrophes, case and the word hari do not
// matter.
func dayOf(word string) (int, bool) {
	word = strings.ToLower(strings.NewReplacer("'", "", "’", "", "‘", "", "ʼ", "", "`", "", "´", "", ".", "").Replace(strings.TrimSpace(word)))
	n, ok := dayNames[strings.TrimSpace(strings.TrimPrefix(word, "hari "))]
	return n, ok
}

// daysOf reads senin, senin-kamis, senin & rabu, setiap hari.
func daysOf(text string) ([]int, bool) {
	text = strings.TrimSpace(strings.TrimRight(strings.TrimSpace(text), ":"))
	text = dayLead.ReplaceAllString(text, "")
	if everyDay.MatchString(text) {
		return []int{0, 1, 2, 3, 4, 5, 6}, true
	}
	if m := dayRange.FindStringSubmatch(text); m != nil {
		first, ok := dayOf(m[1])
		last, ok2 := dayOf(m[2])
		if !ok || !ok2 || first == last {
			return nil, false
		}
		days := []int{first}
		for first != last {
			first = (first + 1) % len(Weekdays)
			days = append(days, first)
		}
		return days, true
	}
	parts := dayJoints.Split(text, -1)
	if len(parts) > 1 {
		var days []int
		for _, part := range parts {
			some, ok := daysOf(part)
			if !ok {
				return nil, false
			}
			days = append(days, some...)
		}
		return days, true
	}
	n, ok := dayOf(text)
	return []int{n}, ok
}

// UnmarshalKey reads the hours of a day or of several.
func (h *Hours) UnmarshalKey(key, value string) error {
	days, ok := []int{slices.Index(Weekdays, key)}, true
	if days[0] < 0 {
		days, ok = daysOf(key)
	}
	if !ok {
		return &source.Fault{Code: source.DayUnknown, Args: []any{key}, Near: source.Nearest(strings.ToLower(key), Weekdays), Key: true}
	}
	open, fault := openOf(value)
	if fault != nil {
		return fault
	}
	return h.set(days, key, open)
}

func (h *Hours) set(days []int, key string, open Open) error {
	for _, d := range days {
		if h.Days[d].Known() {
			return &source.Fault{Code: source.DayTwice, Args: []any{Weekdays[d]}, Key: true}
		}
		h.Days[d] = open
	}
	return nil
}

// dayPart finds where the hours of another day begin in a line.
var dayPart = regexp.MustCompile(`(?i)(?:(?:setiap|tiap|semua)\s+hari|` + dayWord + `)(?:\s*(?:-|–|—|−|s/d|s\.d\.?|\bsd\b|\bsampai\b(?:\s+dengan)?|\bhingga\b|,|&|/|\bdan\b)\s*` + dayWord + `)*\s*:?`)

// firstDay is the first word of several days.
var firstDay = regexp.MustCompile(`^` + dayWord + `[\s,;&/:-]*`)

// joinEnd joins what was said of a day with the next day.
var joinEnd = regexp.MustCompile(`(?i)\s+(?:dan|and|serta|sedangkan|untuk|khusus|kalau|sementara)(?:\s+(?:hari|untuk|khusus))*$`)

// workdays are days that each office counts in its own way.
var workdays = regexp.MustCompile(`(?i)\b(?:hari|jam)\s+(?:kerja|kantor|biasa|dinas)\b`)

// leadWords may stand before the first day.
var leadWords = regexp.MustCompile(`(?i)^(?:(?:hari|buka|jam|pelayanan|layanan|kerja|kantor)\s*)*[:.,-]*$`)

// UnmarshalText reads all hours in one line: Senin-Jumat 08.00-14.00.
func (h *Hours) UnmarshalText(text []byte) error {
	line := strings.Join(strings.Fields(string(text)), " ")
	type part struct {
		days       []int
		key        string
		start, end int
	}
	var parts []part
	for _, m := range dayPart.FindAllStringIndex(line, -1) {
		// A word of the hours, such as "tutup", may stand before or behind the days.
		at, key := m[0], line[m[0]:m[1]]
		for {
			if days, ok := daysOf(key); ok {
				parts = append(parts, part{days, key, at, at + len(key)})
				break
			}
			cut := firstDay.FindString(key)
			if cut == "" || cut == key {
				break
			}
			at, key = at+len(cut), key[len(cut):]
		}
	}
	if workdays.MatchString(line) {
		return &source.Fault{Code: source.HoursWithoutDays, Args: []any{line}} // five days or six: only the office knows
	}
	if len(parts) == 0 {
		open, fault := openOf(line)
		if fault == nil && open.AllDay() {
			return h.set([]int{0, 1, 2, 3, 4, 5, 6}, line, open)
		}
		return &source.Fault{Code: source.HoursWithoutDays, Args: []any{line}}
	}
	lead := strings.TrimSpace(line[:parts[0].start])
	if rest := strings.Trim(line[parts[len(parts)-1].end:], " .,;()"); len(parts) == 1 && rest == "" && !leadWords.MatchString(lead) {
		if open, fault := openOf(strings.Trim(lead, " ,;(:")); fault == nil { // the hours stand in front
			return h.set(parts[0].days, parts[0].key, open)
		}
	}
	if !leadWords.MatchString(lead) {
		return &source.Fault{Code: source.HoursUnreadable, Args: []any{line}}
	}
	for i, p := range parts {
		end := len(line)
		if i+1 < len(parts) {
			end = parts[i+1].start
		}
		open, fault := openOf(strings.Trim(joinEnd.ReplaceAllString(strings.Trim(line[p.end:end], " ,;.:|/"), ""), " ,;.:|/"))
		if fault != nil {
			fault.Args = []any{strings.Trim(line[p.start:end], " ,;")}
			return fault
		}
		if err := h.set(p.days, p.key, open); err != nil {
			return &source.Fault{Code: source.DayTwice, Args: err.(*source.Fault).Args}
		}
	}
	return nil
}

const clock = `(?:pukul|pkl\.?|jam)?\s*(\d{1,2})(?:\s?[.:,]\s?(\d{2}))?(?:\s*(?:wib|wita|wit)\b)?(?:\s*(pagi|siang|sore|malam|am|pm)\b)?(?:\s*(?:wib|wita|wit)\b)?`

var (
	spanForm   = regexp.MustCompile(`(?i)^` + clock + `\s*(?:-|–|—|−|‐|‑|s/d|s\.d\.?|sd|sampai(?: dengan| jam| pukul)?|hingga|to|~)\s*` + clock + `$`)
	fourDigits = regexp.MustCompile(`\b(\d{2})(\d{2})\b`)
	seconds    = regexp.MustCompile(`(\d{1,2}[.:]\d{2})[.:]00`)
	breakForm  = regexp.MustCompile(`(?i)[\s,;(]*\bistirahat\b:?\s*(.*?)\)?$`)
	joints     = regexp.MustCompile(`(?i)\s*(?:[;&|]|,\s|,$|\blalu\b|\bdan\b|\bkemudian\b|\band\b)\s*|,(\d{1,2}[.:]\d{2})`)
	closed     = []string{"tutup", "libur", "off", "closed", "tidak buka", "tidak melayani", "tutup total", "libur nasional"}
	allDay     = regexp.MustCompile(`(?i)^(?:buka\s*)?(?:24\s*/\s*7|24\s*jam(?:\s*(?:sehari|penuh|setiap hari|tiap hari))?|sepanjang hari|00[.:]00\s*[-–]\s*24[.:]00)(?:\s*nonstop)?$`)
)

// openOf reads the hours of one day.
func openOf(text string) (Open, *source.Fault) {
	if span, ok := plainSpan(text); ok {
		return Open{Spans: []Span{span}}, nil
	}
	value := strings.Join(strings.Fields(strings.Map(visibleSpace, text)), " ")
	bare := strings.ToLower(strings.Trim(value, " .()"))
	switch {
	case slices.Contains(closed, bare):
		return Open{Closed: true}, nil
	case allDay.MatchString(bare):
		return Open{Spans: []Span{{To: day}}}, nil
	}
	value = fourDigits.ReplaceAllString(seconds.ReplaceAllString(value, "$1"), "$1.$2")
	pause := ""
	if m := breakForm.FindStringSubmatchIndex(value); m != nil {
		value, pause = value[:m[0]], value[m[2]:m[3]]
	}
	var open Open
	for _, piece := range strings.Split(joints.ReplaceAllString(value, "\n$1"), "\n") {
		span, code := spanOf(strings.Trim(piece, " .()"))
		if code != "" {
			return Open{}, &source.Fault{Code: code, Args: []any{strings.TrimSpace(text)}}
		}
		if n := len(open.Spans); n > 0 && span.From < open.Spans[n-1].To {
			return Open{}, &source.Fault{Code: source.HoursCross, Args: []any{strings.TrimSpace(text)}}
		}
		open.Spans = append(open.Spans, span)
	}
	if pause != "" {
		return open.without(pause, text)
	}
	return open, nil
}

// OpenIn reads the hours in a text that names no days, whatever word for days of work
// stands before them.
func OpenIn(text string) (Open, bool) {
	text = strings.Join(strings.Fields(text), " ")
	if i := strings.IndexAny(text, "0123456789"); i > 0 && !dayWords.MatchString(text[:i]) {
		text = text[i:]
	}
	open, fault := openOf(text)
	return open, fault == nil && !open.Closed && !open.AllDay()
}

// dayWords is the name of a day anywhere.
var dayWords = regexp.MustCompile(`(?i)\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b`)

// plainSpan reads 08.00-14.00, as nearly all hours are written, without the long
// road.
func plainSpan(text string) (Span, bool) {
	const form = "00.00-00.00"
	if len(text) != len(form) {
		return Span{}, false
	}
	var n [4]int
	for i := range len(form) {
		if digit := text[i] >= '0' && text[i] <= '9'; digit != (form[i] == '0') || !digit && text[i] != form[i] {
			return Span{}, false
		}
	}
	for i := range n {
		n[i] = int(text[3*i]-'0')*10 + int(text[3*i+1]-'0')
	}
	span := Span{From: n[0]*60 + n[1], To: n[2]*60 + n[3]}
	return span, n[1] < 60 && n[3] < 60 && span.From < span.To && span.To <= day
}

// without takes a break out of the hours.
func (o Open) without(pause, text string) (Open, *source.Fault) {
	span, code := spanOf(strings.Trim(pause, " .()"))
	if code == "" && len(o.Spans) == 1 && o.Spans[0].From < span.From && span.To < o.Spans[0].To {
		return Open{Spans: []Span{{From: o.Spans[0].From, To: span.From}, {From: span.To, To: o.Spans[0].To}}}, nil
	}
	return Open{}, &source.Fault{Code: source.HoursUnreadable, Args: []any{strings.TrimSpace(text)}}
}

func visibleSpace(r rune) rune {
	switch r {
	case '\u00A0', '\u202F', '\u2009', '\u2007', '\t':
		return ' '
	case '\u200B', '\u200E', '\u200F', '\u2060', '\uFEFF', '\u00AD':
		return -1
	}
	return r
}

// spanOf reads 08.00-14.00, 8-14, 08:00 s/d 14:00 WIB; the code says what is
// wrong with it.
func spanOf(text string) (Span, source.Code) {
	m := spanForm.FindStringSubmatch(text)
	if m == nil {
		return Span{}, source.HoursUnreadable
	}
	from, ok := minutes(m[1], m[2], m[3])
	to, ok2 := minutes(m[4], m[5], m[6])
	switch {
	case !ok || !ok2 || from >= day || from == to:
		return Span{}, source.HoursUnreadable
	case to > from:
		return Span{From: from, To: to}, ""
	case from >= evening && to <= forenoon:
		return Span{From: from, To: to + day}, ""
	}
	return Span{}, source.HoursBackward
}

// minutes reads a clock: the hour, the minutes, and the part of the day, which
// tells whether 2 is 14.
func minutes(hour, minute, part string) (int, bool) {
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute)
	switch strings.ToLower(part) {
	case "siang", "sore", "pm":
		if h < 12 && (h <= 6 || strings.EqualFold(part, "pm")) {
			h += 12
		}
	case "malam":
		if h >= 6 && h <= 12 {
			h += 12
		}
	}
	return h*60 + m, m < 60 && h <= 24 && (h < 24 || m == 0)
}
