package theme

import (
	"cmp"
	"slices"

	"suluh/internal/content"
	"suluh/internal/weight"
)

// Layout is one kind of page that is built: its template layouts/NAME.html and what
// holds for all pages of it. A new kind of page is one row of layouts.
type Layout struct {
	Name    string
	OnPaper bool // a sheet to print: black on white, and not saved for offline
	Hidden  bool // from search engines
	Target  int  // bytes after brotli (reader-ux, table a), unless situs.yaml says otherwise
	own     func(*content.Budgets) weight.Budget
}

// Names of layouts that are asked for by name. Those of written pages are their
// kinds: home, guide, …
const (
	VillageLayout = "village"
	PosterLayout  = "poster"
	PocketLayout  = "pocket"
	MissingLayout = "missing"
	OfflineLayout = "offline"
	SendLayout    = "send"
)

var layouts = []*Layout{
	{Name: string(content.Home), Target: 6000, own: func(b *content.Budgets) weight.Budget { return b.Home }},
	{Name: string(content.Guide), Target: 10000, own: func(b *content.Budgets) weight.Budget { return b.Guide }},
	{Name: string(content.Checklist), Target: 7000, own: func(b *content.Budgets) weight.Budget { return b.Checklist }},
	{Name: string(content.Country), Target: 8000, own: func(b *content.Budgets) weight.Budget { return b.Country }},
	{Name: string(content.Plain), Target: 10000, own: func(b *content.Budgets) weight.Budget { return b.Plain }},
	{Name: VillageLayout, Target: 6000, own: func(b *content.Budgets) weight.Budget { return b.Village }},
	{Name: "directory", Target: 8000, own: func(b *content.Budgets) weight.Budget { return b.Directory }},
	{Name: "list", Target: 8000, own: func(b *content.Budgets) weight.Budget { return b.List }},
	{Name: "contacts", Target: 6000, own: func(b *content.Budgets) weight.Budget { return b.Contacts }},
	{Name: "glossary", Target: 10000, own: func(b *content.Budgets) weight.Budget { return b.Glossary }},
	{Name: "topics", Target: 5000, own: func(b *content.Budgets) weight.Budget { return b.Topics }},
	{Name: MissingLayout, Hidden: true, Target: 4500, own: func(b *content.Budgets) weight.Budget { return b.Missing }},
	{Name: OfflineLayout, Target: 5000, own: func(b *content.Budgets) weight.Budget { return b.Offline }},
	{Name: SendLayout, Target: 9000, own: func(b *content.Budgets) weight.Budget { return b.Send }},
	{Name: PosterLayout, OnPaper: true, Target: 7000, own: func(b *content.Budgets) weight.Budget { return b.Poster }},
	{Name: PocketLayout, OnPaper: true, Target: 5000, own: func(b *content.Budgets) weight.Budget { return b.Pocket }},
}

// LayoutOf gives a layout by its name. One that is not in the table is a fault of the
// program.
func LayoutOf(name string) *Layout {
	return layouts[slices.IndexFunc(layouts, func(l *Layout) bool { return l.Name == name })]
}

// Budget gives the budget of the pages of a layout.
func (l *Layout) Budget(c *content.Config) weight.Budget {
	own := l.own(&c.Budgets)
	return weight.Budget{Target: cmp.Or(own.Target, l.Target), Limit: cmp.Or(own.Limit, weight.HardLimit)}
}
