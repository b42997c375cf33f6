package picture

import (
	"encoding/xml"
	"regexp"
	"strings"

	"suluh/internal/limits"
)

// shapes counts what a drawing makes a phone draw. An element that is used by
// another one is drawn again, and what it uses as well: ten levels of ten are
// ten thousand million, in two kilobytes.
type shapes struct {
	all    []shape
	opened []int          // the elements that are open, by their numbers
	ids    map[string]int // of elements
}

type shape struct {
	inside []int    // the elements in it
	uses   []string // the ids that it uses
	count  int      // what it draws; 0 while that is not known
	busy   bool     // it is being counted: it uses itself
}

// usedInside finds the ids in values like url(#a).
var usedInside = regexp.MustCompile(`url\(\s*["']?#([^"')\s]+)`)

func (s *shapes) open(e xml.StartElement) {
	if s.ids == nil {
		s.ids = map[string]int{}
	}
	n := len(s.all)
	var now shape
	for _, a := range e.Attr {
		switch value := strings.Trim(a.Value, xmlSpaces); {
		case a.Name.Local == "id":
			if _, taken := s.ids[value]; !taken {
				s.ids[value] = n
			}
		case strings.EqualFold(a.Name.Local, "href") && strings.HasPrefix(value, "#") && e.Name.Local != "a":
			now.uses = append(now.uses, value[1:])
		default:
			for _, m := range usedInside.FindAllStringSubmatch(value, -1) {
				now.uses = append(now.uses, m[1])
			}
		}
	}
	if len(s.opened) > 0 {
		parent := &s.all[s.opened[len(s.opened)-1]]
		parent.inside = append(parent.inside, n)
	}
	s.all = append(s.all, now)
	s.opened = append(s.opened, n)
}

func (s *shapes) close() {
	if len(s.opened) > 0 {
		s.opened = s.opened[:len(s.opened)-1]
	}
}

// drawn gives how many elements are drawn, or a number above the limit.
func (s *shapes) drawn() int {
	total := len(s.all)
	for n := range s.all {
		for _, id := range s.all[n].uses {
			if used, found := s.ids[id]; found {
				total = min(total+s.count(used), limits.Shapes.Max+1)
			}
		}
	}
	return total
}

func (s *shapes) count(n int) int {
	now := &s.all[n]
	switch {
	case now.busy:
		return 0 // browsers draw nothing that uses itself
	case now.count > 0:
		return now.count
	}
	now.busy = true
	total := 1
	for _, inner := range now.inside {
		total += s.count(inner)
	}
	for _, id := range now.uses {
		if used, found := s.ids[id]; found {
			total += s.count(used)
		}
	}
	now.busy, now.count = false, min(total, limits.Shapes.Max+1)
	return now.count
}
