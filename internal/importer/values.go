package importer

import (
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/frontmatter"
	"suluh/internal/source"
	"suluh/internal/village"
)

// nothing are the words that stand where nothing is known.
var nothing = []string{
	"tidak ada", "tdk ada", "belum ada", "blm ada", "belum", "blm", "gak ada", "ga ada", "nggak ada", "tidak tahu", "tidak punya", "belum punya", "tdk punya",
	"kosong", "nihil", "none", "null", "nil", "n/a", "na", "tba", "tbd", "belum diketahui", "belum tahu", "menyusul", "tanpa nomor", "no", "tidak", "0", "o",
}

// brokenFormula is what a sheet shows where a formula fails, and a formula that stands where
// its value should.
var brokenFormula = regexp.MustCompile(`^#(?:N/?A|REF!?|VALUE!?|NAME\??|DIV/0!?|NUM!?|NULL!?|SPILL!?|CALC!?|TAKTERSEDIA|NILAI!?|NAMA\??)$|^=\s*(?:[A-Za-z_.]+\(|\$?[A-Za-z]{1,3}\$?\d)`)

func isNothing(text string) bool {
	bare := strings.ToLower(strings.Join(strings.Fields(strings.Trim(text, " .,-–—_?!/()[]*~'\"`")), " "))
	return bare == "" || slices.Contains(nothing, bare) || strings.Trim(bare, "x") == "" || brokenFormula.MatchString(strings.TrimSpace(text))
}

// keptZero is a text by which people keep the zero of a number in a sheet: '0331…,
// `0331…, ="0331…". To take these signs away changes no digit.
var keptZero = regexp.MustCompile("^(?:=\\s*\"([^\"]*)\"|=\\s*'([^']*)'|['’‘`´\"]+\\s*([^'\"]*?)\\s*['’\"]*)$")

func unquoted(text string) string {
	if m := keptZero.FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1] + m[2] + m[3])
	}
	return text
}

// serial is a day as Excel stores it: days since the end of 1899.
var serial = regexp.MustCompile(`^4\d{4}$`)

// serialOf1970 is the first of January 1970 in Excel.
const serialOf1970 = 25569

var slashed = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$`)

// dateOf reads a day. Dates here begin with the day: one that could as well begin
// with the month is asked.
func (p *planner) dateOf(c Cell) (frontmatter.Date, bool) {
	d, err := frontmatter.ParseDate(strings.TrimSpace(c.Text))
	if err != nil {
		near := ""
		var fault *source.Fault
		if errors.As(err, &fault) {
			near = fault.Near
		}
		sure := near != ""
		if serial.MatchString(strings.TrimSpace(c.Text)) {
			n, _ := strconv.Atoi(strings.TrimSpace(c.Text))
			near, sure = frontmatter.DateOfDays(int32(n-serialOf1970)).String(), false
		}
		if m := slashed.FindStringSubmatch(strings.TrimSpace(c.Text)); m != nil {
			day, _ := strconv.Atoi(m[1])
			month, _ := strconv.Atoi(m[2])
			year := m[3]
			if len(year) == 2 {
				year = "20" + year
			}
			switch {
			case near == "" && day >= 1 && day <= 12 && month > 12 && month <= 31:
				near, sure = year+"-"+pad(m[1])+"-"+pad(m[2]), false
			case day <= 12 && month <= 12 && day != month:
				sure = false
			}
		}
		d, err = frontmatter.ParseDate(near)
		switch {
		case near == "" || err != nil || d.Day == 0:
			p.refuse(c, source.ImportDateUnreadable, c.Text)
			return d, false
		case !sure && !p.accepted(c):
			p.ask(c, near, source.ImportDateOrder, c.Text, near)
			return d, false
		}
	}
	if d.Day == 0 {
		p.refuse(c, source.ImportDateUnreadable, c.Text)
		return d, false
	}
	if p.site.Today.Before(d) {
		p.refuse(c, source.DateAhead, d.String(), p.site.Today.String())
		return d, false
	}
	return d, true
}

func pad(digits string) string {
	if len(digits) == 1 {
		return "0" + digits
	}
	return digits
}

var noEnd = regexp.MustCompile(`(?i)(?:-|–|—|s/d|sampai|sd)\s*(?:selesai|habis|seterusnya|tutup)\b|\bselesai\b`)

// workweek are the days that are proposed where nobody said which.
const workweek = "Senin-Jumat "

// hoursOf reads opening hours. Days that nobody named are asked.
func (p *planner) hoursOf(c Cell) (village.Hours, bool) {
	var h village.Hours
	text := strings.Trim(c.Text, " ;")
	if noEnd.MatchString(text) {
		p.refuse(c, source.ImportHoursEnd, c.Text)
		return h, false
	}
	err := h.UnmarshalText([]byte(text))
	if err == nil {
		return h, true
	}
	var fault *source.Fault
	errors.As(err, &fault)
	if open, ok := village.OpenIn(text); ok && fault.Code == source.HoursWithoutDays {
		proposal := workweek + strings.ReplaceAll(open.String(), "–", "-")
		if p.accepted(c) {
			var asked village.Hours
			if asked.UnmarshalText([]byte(proposal)) == nil {
				return asked, true
			}
		}
		p.ask(c, proposal, source.ImportHoursDays, c.Text, open.String())
		return village.Hours{}, false
	}
	p.refuse(c, fault.Code, fault.Args...)
	return village.Hours{}, false
}

var (
	pointForm   = regexp.MustCompile(`(-?\d{1,3}[.,]\d{3,})\s*[,;/ ]\s*(-?\d{1,3}[.,]\d{3,})`)
	degreeForm  = regexp.MustCompile(`(?i)(\d{1,3})\s*[°º]\s*(\d{1,2})\s*['’′]\s*(\d{1,2}(?:[.,]\d+)?)\s*["”″]?\s*([NSEWULBT]{1,2})?`)
	decimalForm = regexp.MustCompile(`^-?\d{1,3}(?:[.,]\d{1,12})?$`)
)

// degreesOf reads a part of a point: 8,3451 as sheets here write it.
func degreesOf(text string) (value float64, written string, ok bool) {
	text = strings.TrimSpace(strings.NewReplacer("−", "-", "–", "-").Replace(text))
	if decimalForm.MatchString(text) {
		written = strings.Replace(text, ",", ".", 1)
		value, err := strconv.ParseFloat(written, 64)
		return value, written, err == nil
	}
	m := degreeForm.FindStringSubmatch(text)
	if m == nil {
		return 0, "", false
	}
	d, _ := strconv.ParseFloat(m[1], 64)
	min, _ := strconv.ParseFloat(m[2], 64)
	sec, _ := strconv.ParseFloat(strings.Replace(m[3], ",", ".", 1), 64)
	value = d + min/60 + sec/3600
	if side := strings.ToUpper(m[4]); side == "S" || side == "LS" || side == "W" {
		value = -value
	}
	return value, strconv.FormatFloat(value, 'f', 5, 64), true
}

// pointOf reads where an office is, from one cell or from two.
func (p *planner) pointOf(row Row) (latitude, longitude string, ok bool) {
	north, hasNorth := row.find(Latitude)
	east, hasEast := row.find(Longitude)
	if point, has := row.find(Point); has && !isNothing(point.Text) {
		if m := pointForm.FindStringSubmatch(point.Text); m != nil {
			north, east = point, point
			north.Text, east.Text, hasNorth, hasEast = m[1], m[2], true, true
		} else if m := degreeForm.FindAllString(point.Text, -1); len(m) == 2 {
			north, east = point, point
			north.Text, east.Text, hasNorth, hasEast = m[0], m[1], true, true
		} else {
			p.refuse(point, source.ImportPointUnreadable, point.Text)
			return "", "", false
		}
	}
	gotNorth, gotEast := hasNorth && !isNothing(north.Text), hasEast && !isNothing(east.Text)
	switch {
	case !gotNorth && !gotEast:
		return "", "", false
	case !gotNorth:
		p.refuse(east, source.PointHalf, "bujur", "lintang")
		return "", "", false
	case !gotEast:
		p.refuse(north, source.PointHalf, "lintang", "bujur")
		return "", "", false
	}
	lat, latText, ok1 := degreesOf(north.Text)
	lon, lonText, ok2 := degreesOf(east.Text)
	switch {
	case !ok1:
		p.refuse(north, source.ImportPointUnreadable, north.Text)
	case !ok2:
		p.refuse(east, source.ImportPointUnreadable, east.Text)
	case village.InIndonesia(lat, lon):
		return latText, lonText, true
	case village.InIndonesia(lon, lat):
		if p.accepted(north) {
			return lonText, latText, true
		}
		p.ask(north, lonText+", "+latText, source.PointSwapped)
	case village.InIndonesia(-lat, lon):
		if p.accepted(north) {
			return "-" + latText, lonText, true
		}
		p.ask(north, "-"+latText, source.PointMinus, lat)
	default:
		p.refuse(north, source.PointOutside, lat, lon)
	}
	return "", "", false
}

// Words that answer whether a number is private.
var (
	yesWords = []string{"ya", "y", "yes", "iya", "v", "true", "benar", "1", "✓", "✔", "☑", "√", "pribadi", "betul"}
	noWords  = []string{"tidak", "t", "tdk", "no", "n", "false", "salah", "0", "bukan", "kantor", "dinas", "umum", "milik kantor", "nomor kantor"}
)

// privateOf reads whether a number is somebody's own: nil where nobody said.
func (p *planner) privateOf(row Row) (private *bool, c Cell, known bool) {
	c, has := row.find(Private)
	if !has {
		return nil, c, true
	}
	word := strings.ToLower(strings.Trim(c.Text, " .!"))
	switch {
	case slices.Contains(yesWords, word):
		return new(true), c, true
	case slices.Contains(noWords, word):
		return new(false), c, true
	}
	return nil, c, false
}
