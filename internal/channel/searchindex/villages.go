package searchindex

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
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
		add(channel.Output{Path: permalink.VillageSearch, From: theme.FinderFile, Render: func(w *bytes.Buffer) error {
			w.Write(s.Theme.VillageSearch)
			return writeRegency(w, s)
		}})
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

// regency is all villages of the site's regency by their districts, with what is said of
// those that have no page: layouts/desa.js reads it.
type regency struct {
	District string `json:"district"`
	Without  string `json:"without"`
	Urban    string `json:"urban"`
	Rural    string `json:"rural"`
	List     string `json:"list"` // Silo:Pace,Sidomulyo=sidomulyo.html;…; a star is a kelurahan
}

// writeRegency writes the villages of the official list, so that each of their names gets an
// answer; nothing where the site names no regency.
func writeRegency(w *bytes.Buffer, s *channel.Source) error {
	areas := s.Villages.Areas
	var codes []string
	if s.Config.Regency.Code != "" {
		codes = areas.VillagesIn(s.Config.Regency.Code)
	}
	if len(codes) == 0 {
		return nil
	}
	var list strings.Builder
	district := ""
	for _, code := range codes {
		switch of := areas.DistrictOf(code); {
		case of != district && district != "":
			list.WriteString(";" + unmarked.Replace(of) + ":")
			district = of
		case of != district:
			list.WriteString(unmarked.Replace(of) + ":")
			district = of
		default:
			list.WriteString(",")
		}
		e := &village.Entry{Code: code}
		if e.IsUrban() {
			list.WriteString("*")
		}
		list.WriteString(unmarked.Replace(areas[code]))
		if own := pageOf(s, code); own != nil {
			list.WriteString("=" + unmarked.Replace(permalink.Relative(permalink.Directory, permalink.Village(own))))
		}
	}
	words := s.Locales[0].Words
	data, err := json.Marshal(regency{words.District, words.NoDesbumi, words.ToUrban, words.ToRural, list.String()})
	fmt.Fprintf(w, ";\nsuluhDesa=%s;", data)
	return err
}

// pageOf gives the village of a code, or one without a code that may be it.
func pageOf(s *channel.Source, code string) *village.Entry {
	if own := s.Villages.OfCode(code); own != nil {
		return own
	}
	name := village.Fold(s.Villages.Areas[code])
	for _, e := range s.Villages.Loose() {
		if village.Fold(e.Name) == name {
			return e
		}
	}
	return nil
}

// unmarked takes away the marks that divide the list.
var unmarked = strings.NewReplacer(",", " ", ":", " ", ";", " ", "=", " ", "*", " ")

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
