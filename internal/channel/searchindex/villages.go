package searchindex

import (
	"bytes"
	"fmt"
	"sync"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/channel"
	"suluh/internal/permalink"
	"suluh/internal/search"
	"suluh/internal/site"
	"suluh/internal/theme"
	"suluh/internal/village"
)

// Villages adds the script that finds villages and, for a directory of several
// pages, the shards in which it looks. How many those are must be known
// when a site is linked, and is guessed; what they hold can wait.
func Villages(s *channel.Source, add func(channel.Output)) {
	if s.Without.Find {
		return
	}
	if !s.Directory.ByArea {
		add(channel.File(theme.FinderFile, permalink.VillageSearch, s.Theme.VillageSearch))
		return
	}
	areas := codesBelow(s.Villages.Area(s.Directory.Top), nil)
	const more = 30 // bytes of a regency's name, and between the parts
	count := search.ShardCount(s.Villages.Letters() + more*(s.Villages.Len()+len(areas)))
	places := places{s.Site, areas}
	shards := sync.OnceValue(func() *search.Shards { return search.NewShards(places.len(), count, places.at) })
	add(channel.Output{Path: permalink.VillageSearch, From: theme.FinderFile, Render: func(w *bytes.Buffer) error {
		table, err := shards().Table()
		for _, script := range [][]byte{s.Theme.VillageSearch, s.Theme.ShardSearch, table} {
			w.Write(script)
			w.WriteString(";\n")
		}
		return err
	}})
	for i := range count {
		add(channel.Output{Path: fmt.Sprintf("desa/cari-%03d.js", i), From: village.Folder, Render: func(w *bytes.Buffer) error {
			shard, err := shards().Script(i)
			w.Write(shard)
			return err
		}})
	}
}

// codesBelow adds the codes of the areas in an area to others.
func codesBelow(area village.Area, codes []string) []string {
	for _, child := range area.Children() {
		codes = codesBelow(child, append(codes, child.Code))
	}
	return codes
}

// places are the villages of a site and then its areas.
type places struct {
	s     *site.Site
	areas []string
}

func (p places) len() int { return p.s.Villages.Len() + len(p.areas) }

func (p places) at(i int) search.Place {
	if i < p.s.Villages.Len() {
		v := p.s.Villages.At(i)
		return search.Place{
			Name: v.Name, District: p.s.DistrictName(v), Regency: p.s.RegencyOf(v.Code), Href: permalink.Href(norm.NFC.String(v.Slug)),
		}
	}
	code := p.areas[i-p.s.Villages.Len()]
	return search.Place{Name: p.s.BareName(code), Regency: p.s.RegencyOf(code), Href: "=" + code}
}
