package village

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"suluh/internal/source"
)

// Hours says when an office is open, day by day. Days that are not known stay
// zero; a day may also be known to be closed.
type Hours struct {
	_ struct{} `cbor:",toarray"` // kept between builds without names of fields

	Monday    Open `yaml:"senin"`
	Tuesday   Open `yaml:"selasa"`
	Wednesday Open `yaml:"rabu"`
	Thursday  Open `yaml:"kamis"`
	Friday    Open `yaml:"jumat"`
	Saturday  Open `yaml:"sabtu"`
	Sunday    Open `yaml:"minggu"`
}

// Open is the opening time of one day, in minutes after midnight.
type Open struct {
	_ struct{} `cbor:",toarray"` // kept between builds without names of fields

	From, To int
	Closed   bool
}

// Days gives the days from Monday on.
func (h Hours) Days() [7]Open {
	return [7]Open{h.Monday, h.Tuesday, h.Wednesday, h.Thursday, h.Friday, h.Saturday, h.Sunday}
}

// Known tells whether anything is known of the day.
func (o Open) Known() bool { return o.Closed || o.To > 0 }

var openForm = regexp.MustCompile(`^(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})$`)

// UnmarshalText reads 08.00-14.00 or tutup.
func (o *Open) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	if strings.EqualFold(value, "tutup") {
		*o = Open{Closed: true}
		return nil
	}
	m := openForm.FindStringSubmatch(value)
	if m == nil {
		return unreadable(value)
	}
	var n [4]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1])
	}
	from, to := n[0]*60+n[1], n[2]*60+n[3]
	if n[1] > 59 || n[3] > 59 || to > 24*60 || from >= to {
		return unreadable(value)
	}
	*o = Open{From: from, To: to}
	return nil
}

func unreadable(hours string) error {
	return &source.Fault{Code: source.HoursUnreadable, Args: []any{hours}}
}

// String gives the form of clocks here: 08.00–14.00.
func (o Open) String() string {
	if o.To == 0 {
		return ""
	}
	return fmt.Sprintf("%02d.%02d–%02d.%02d", o.From/60, o.From%60, o.To/60, o.To%60)
}
