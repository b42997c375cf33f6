package searchindex

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// Numbers add the script that tells whose a number is, which comes with the first question
// that is one: somebody was called from it, or remembers no more than that.
func Numbers(s *channel.Source, add func(channel.Output)) {
	if s.Without.Find {
		return
	}
	add(channel.Output{Path: permalink.NumberSearch, From: theme.NumberFinderFile, Render: func(w *bytes.Buffer) error {
		list := [][4]string{}
		for _, g := range s.NumberGroups() {
			for _, c := range g.Contacts {
				for _, n := range s.ShownContact(c).Numbers() {
					list = append(list, [4]string{nationalDigits(n.Dial()), permalink.Href(g.Page()) + "#" + c.ID, c.Name, n.Text()})
				}
			}
		}
		data, err := json.Marshal(list)
		fmt.Fprintf(w, "%s;\nvar suluhNomorData=%s", s.Theme.NumberSearch, data)
		return err
	}})
}

// nationalDigits gives the digits of a number without what is dialled before it: 62 or 0.
func nationalDigits(dialled string) string {
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, dialled)
	if home, found := strings.CutPrefix(digits, "62"); found && strings.HasPrefix(dialled, "+") {
		return home
	}
	if home, found := strings.CutPrefix(digits, "0"); found && len(home) > 3 {
		return home
	}
	return digits
}
