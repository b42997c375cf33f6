// Package due says what has to be checked again, by whom to ask and until when, in
// the forms in which editors work: a list, a table, a calendar, a page to print, and
// a list to ring through whose answers are typed back.
//
// What is due is said by package site; nothing here reads a file.
package due

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"html/template"
	"strings"
	"time"

	"github.com/emersion/go-ical"

	"suluh/internal/source"
)

// when says until when something is due.
func when(d Item, w source.DueWords) string {
	if d.By.IsZero() || d.Missing {
		return w.Now
	}
	return d.By.String()
}

// ask says whom to ask.
func ask(d Item, w source.DueWords) string {
	switch {
	case d.Sort == OfPage:
		return w.Read
	case len(d.Numbers) > 0:
		var numbers []string
		for _, n := range d.Numbers {
			numbers = append(numbers, n.Display())
		}
		return w.Number + " " + strings.Join(numbers, ", ")
	case d.Sort == OfVillage:
		return w.Missing + "; " + fmt.Sprintf(w.Village, d.Key)
	}
	return w.Missing
}

// Text gives a line for each.
func Text(all []Item, lang source.Lang) []byte {
	w := source.DueWordsIn(lang)
	var b bytes.Buffer
	for _, d := range all {
		fmt.Fprintf(&b, "%-10s  %-7s  %s\n            %s (%s)\n", when(d, w), d.Sort, d.Name, ask(d, w), d.File)
	}
	return b.Bytes()
}

// CSV gives a table for Excel.
func CSV(all []Item, lang source.Lang) ([]byte, error) {
	w := source.DueWordsIn(lang)
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	out := csv.NewWriter(&b)
	out.UseCRLF = true
	rows := [][]string{{w.Until, w.Sort, w.Name, w.Key, w.Checked, w.Compiled, w.Whom, upper(w.File)}}
	for _, d := range all {
		rows = append(rows, []string{when(d, w), string(d.Sort), d.Name, d.Key, day(d, false), day(d, true), ask(d, w), d.File})
	}
	err := out.WriteAll(rows)
	return b.Bytes(), err
}

// upper gives a word with a capital, as it begins a column.
func upper(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// day gives the day of the last check, or that of the compiling of what nobody has
// checked.
func day(d Item, compiled bool) string {
	if d.AsOf.Compiled != compiled {
		return ""
	}
	return d.AsOf.Date.String()
}

// Calendar gives a day in the calendar for each (iCalendar, RFC 5545). What is due at
// once stands on the given day.
func Calendar(all []Item, today time.Time, lang source.Lang) ([]byte, error) {
	w := source.DueWordsIn(lang)
	cal := ical.NewCalendar()
	cal.Props.SetText(ical.PropVersion, "2.0")
	cal.Props.SetText(ical.PropProductID, "-//Suluh//suluh due//ID")
	for _, d := range all {
		event := ical.NewEvent()
		event.Props.SetText(ical.PropUID, string(d.Sort)+"-"+strings.ReplaceAll(d.Key, "/", "-")+"@suluh")
		event.Props.SetDateTime(ical.PropDateTimeStamp, today.UTC())
		day := today
		if !d.By.IsZero() && !d.Missing {
			day = time.Date(d.By.Year, time.Month(d.By.Month), max(d.By.Day, 1), 0, 0, 0, 0, time.UTC)
		}
		event.Props.SetDate(ical.PropDateTimeStart, day)
		event.Props.SetText(ical.PropSummary, w.Title+": "+d.Name)
		event.Props.SetText(ical.PropDescription, ask(d, w)+" ("+d.File+")")
		cal.Children = append(cal.Children, event.Component)
	}
	var b bytes.Buffer
	err := ical.NewEncoder(&b).Encode(cal)
	return b.Bytes(), err
}

// Calls gives the list to ring through: what to say, and what to type back.
func Calls(all []Item, lang source.Lang) []byte {
	w := source.DueWordsIn(lang)
	var b bytes.Buffer
	for _, d := range all {
		if len(d.Numbers) == 0 || d.Sort == OfPage {
			continue
		}
		fmt.Fprintf(&b, "%s: %s\n", d.Name, ask(d, w))
		fmt.Fprintf(&b, "  \"%s", fmt.Sprintf(w.Ask, called(d)))
		if d.Hours != "" {
			fmt.Fprintf(&b, " "+w.Hours, d.Hours)
		}
		fmt.Fprintf(&b, "\"\n  %s: %s ya | %s ganti %s08… | %s tidak diangkat\n", w.Answer, d.Key, d.Key, oldOf(d), d.Key)
	}
	return b.Bytes()
}

// oldOf gives the words by which an answer says which of several numbers is another.
func oldOf(d Item) string {
	if d.Sort == OfContact && len(d.Numbers) > 1 {
		return d.Numbers[0].Display() + " jadi "
	}
	return ""
}

// called gives what the one who is rung is asked about.
func called(d Item) string {
	if d.Sort == OfVillage {
		return "kantor " + d.Name
	}
	return d.Name
}

var page = template.Must(template.New("due").Parse(`<!doctype html>
<html lang="{{.Lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>{{.Title}}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:1rem;max-width:60rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #6c7882;padding:.4rem .6rem;text-align:left;vertical-align:top}.now{font-weight:bold}</style></head>
<body><h1>{{.Title}}</h1><table><thead><tr>{{range .Heads}}<th scope="col">{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Rows}}<tr><td{{if .Now}} class="now"{{end}}>{{.When}}</td><td>{{.Name}}</td><td>{{.Ask}}</td><td>{{.File}}</td></tr>
{{end}}</tbody></table></body></html>
`))

type row struct {
	When, Name, Ask, File string
	Now                   bool
}

// Page gives a page for editors, to look at and to print. It is no page of the site.
func Page(all []Item, lang source.Lang) ([]byte, error) {
	w := source.DueWordsIn(lang)
	view := struct {
		Lang, Title string
		Heads       []string
		Rows        []row
	}{Lang: string(lang), Title: w.Title, Heads: []string{w.Until, w.Name, w.Whom, upper(w.File)}}
	for _, d := range all {
		view.Rows = append(view.Rows, row{when(d, w), d.Name, ask(d, w), d.File, when(d, w) == w.Now})
	}
	var b bytes.Buffer
	err := page.Execute(&b, view)
	return b.Bytes(), err
}
