package due

import (
	"bytes"
	"os"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"suluh/internal/frontmatter"
	"suluh/internal/site"
	"suluh/internal/source"
)

// TestCalendar: the calendar of the portal has a day of its own for each thing that is
// due, also for a page and its translation.
func TestCalendar(t *testing.T) {
	s, err := site.Load(os.DirFS("../.."), site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 26}})
	if err != nil {
		t.Fatal(err)
	}
	all, err := List(s, frontmatter.Date{})
	if err != nil {
		t.Fatal(err)
	}
	data, err := Calendar(all, time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC), source.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	cal, err := ical.NewDecoder(bytes.NewReader(data)).Decode()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, event := range cal.Events() {
		id, err := event.Props.Text(ical.PropUID)
		if err != nil || seen[id] {
			t.Errorf("%s stands twice, or has no name (%v)", id, err)
		}
		seen[id] = true
	}
	if len(seen) != len(all) || len(all) < 80 {
		t.Errorf("%d days for %d things", len(seen), len(all))
	}
}
