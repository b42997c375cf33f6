package site

import (
	"cmp"
	"slices"

	"suluh/internal/weight"
)

// Layout is one kind of page that is built: its template layouts/NAME.html and what
// holds for all pages of it. A new kind of page is one row of layouts.
type Layout struct {
	Name    string
	OnPaper bool // a sheet to print: black on white, and not saved for offline
	Hidden  bool // from search engines
	target  int  // bytes after brotli (reader-ux, table a), unless situs.yaml says otherwise
	own     func(*Budgets) weight.Budget
}

// Names of layouts that are asked for by name. Those of written pages are their
// kinds: home, guide, …
const (
	villageLayout = "village"
	posterLayout  = "poster"
	pocketLayout  = "pocket"
	missingLayout = "missing"
	offlineLayout = "offline"
)

var layouts = []*Layout{
	{Name: string(Home), target: 6000, own: func(b *Budgets) weight.Budget { return b.Home }},
	{Name: string(Guide), target: 10000, own: func(b *Budgets) weight.Budget { return b.Guide }},
	{Name: string(Checklist), target: 7000, own: func(b *Budgets) weight.Budget { return b.Checklist }},
	{Name: string(Country), target: 8000, own: func(b *Budgets) weight.Budget { return b.Country }},
	{Name: string(Plain), target: 10000, own: func(b *Budgets) weight.Budget { return b.Plain }},
	{Name: villageLayout, target: 6000, own: func(b *Budgets) weight.Budget { return b.Village }},
	{Name: "directory", target: 8000, own: func(b *Budgets) weight.Budget { return b.Directory }},
	{Name: "list", target: 8000, own: func(b *Budgets) weight.Budget { return b.List }},
	{Name: "contacts", target: 6000, own: func(b *Budgets) weight.Budget { return b.Contacts }},
	{Name: "glossary", target: 10000, own: func(b *Budgets) weight.Budget { return b.Glossary }},
	{Name: "topics", target: 5000, own: func(b *Budgets) weight.Budget { return b.Topics }},
	{Name: missingLayout, Hidden: true, target: 4500, own: func(b *Budgets) weight.Budget { return b.Missing }},
	{Name: offlineLayout, target: 5000, own: func(b *Budgets) weight.Budget { return b.Offline }},
	{Name: sendLayout, target: 9000, own: func(b *Budgets) weight.Budget { return b.Send }},
	{Name: posterLayout, OnPaper: true, target: 7000, own: func(b *Budgets) weight.Budget { return b.Poster }},
	{Name: pocketLayout, OnPaper: true, target: 5000, own: func(b *Budgets) weight.Budget { return b.Pocket }},
}

// layoutOf gives a layout by its name. One that is not in the table is a fault of the
// program.
func layoutOf(name string) *Layout {
	return layouts[slices.IndexFunc(layouts, func(l *Layout) bool { return l.Name == name })]
}

// budget gives the budget of the pages of a layout.
func (c *Config) budget(l *Layout) weight.Budget {
	own := l.own(&c.Budgets)
	return weight.Budget{Target: cmp.Or(own.Target, l.target), Limit: cmp.Or(own.Limit, weight.HardLimit)}
}
