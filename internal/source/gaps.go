package source

import (
	"fmt"
	"io"
	"strings"
)

// gapCodes are the codes of what is known to be missing and stays so for
// months, such as a village's number.
var gapCodes = []Code{VillageWithoutPhone, VillageWithoutCode, ContactWithoutPhone}

// IsGap tells whether a diagnostic only says what is known to be missing.
func (d *Diagnostic) IsGap() bool {
	for _, code := range gapCodes {
		if d.Code == code {
			return true
		}
	}
	return false
}

// withoutGaps parts the known gaps from the rest.
func (l List) withoutGaps() (rest, gaps List) {
	for _, d := range l {
		if d.IsGap() {
			gaps = append(gaps, d)
		} else {
			rest = append(rest, d)
		}
	}
	return rest, gaps
}

// printGaps tells of known gaps in one line.
func (l List) printGaps(w io.Writer, style Style) {
	if len(l) == 0 {
		return
	}
	labels := labelsOf(style.Lang)
	var parts []string
	for _, code := range gapCodes {
		n := 0
		for _, d := range l {
			if d.Code == code {
				n += 1 + d.More
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s: %d", labels.gaps[code], n))
		}
	}
	fmt.Fprintf(w, labels.known+"\n", strings.Join(parts, ", "))
}
