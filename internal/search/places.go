package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Place is a village, or an area that holds some. District and Regency are
// where it lies, as far as that tells places apart. Href is the page's file
// beside the scripts, without .html; that of an area begins with =, since it is
// sought in the language of the reader.
type Place struct {
	Name, District, Regency, Href string
}

// titles are words before names that people write or leave out.
var titles = []string{"desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "district", "village", "regency"}

// oldSpelling is how names were spelt before 1972.
var oldSpelling = strings.NewReplacer("oe", "u", "dj", "j", "tj", "c")

// Plain gives the letters of names as they are spelt today: small, without
// marks, spaces and titles.
func Plain(names string) string {
	words := strings.Fields(strings.Map(plainLetter, strings.ToLower(names)))
	words = slices.DeleteFunc(words, func(word string) bool { return slices.Contains(titles, word) })
	return strings.ReplaceAll(oldSpelling.Replace(strings.Join(words, " ")), " ", "")
}

// soundPairs are letters that are written for each other: borrowed letters, h
// that nobody hears, o and u for a in Javanese names, e and y for i.
var soundPairs = strings.NewReplacer(
	"v", "p", "f", "p", "z", "s", "q", "k", "h", "",
	"o", "a", "u", "a", "e", "i", "y", "i",
)

// Sound gives what plain letters sound like, so that names which people write
// in several ways come out alike. A letter never counts twice in a row.
func Sound(plain string) string {
	sound := []byte(soundPairs.Replace(plain))
	return string(slices.Compact(sound))
}

// key is what places are sorted by: a name that is typed further goes on with
// the district and the regency.
func (p Place) key() string {
	return Sound(Plain(p.Name + " " + p.District + " " + p.Regency))
}

// Size is about what a place takes in a script.
func (p Place) Size() int { return len(p.Name) + len(p.District) + len(p.Regency) + len(p.Href) + 5 }

// shardSize is the size of a script that comes out at some 4,000 bytes in brotli
// with the names of Indonesia, and below 8,000 with any others.
const shardSize = 12500

// ShardCount is how many scripts hold places of a size in all.
func ShardCount(size int) int { return (size + shardSize - 1) / shardSize }

// Shards are places in the order of their keys, cut into scripts of one size.
// layouts/desa-luas.js fetches and reads those that a question needs.
type Shards struct {
	place func(i int) Place
	order []int32
	ends  []int    // of each shard, in order
	first []string // of each shard, the shortest beginning of its first key that the shard before lies below
}

// NewShards sorts n places into count shards.
func NewShards(n, count int, place func(i int) Place) *Shards {
	s := &Shards{place: place, order: make([]int32, n)}
	keys := make([]string, n)
	size := 0
	for i := range n {
		p := place(i)
		keys[i] = p.key() + " " + p.Href
		size += p.Size()
		s.order[i] = int32(i)
	}
	slices.SortFunc(s.order, func(a, b int32) int { return strings.Compare(keys[a], keys[b]) })
	done, before := 0, ""
	for at, i := range s.order {
		if len(s.first) == 0 || done*count >= size*len(s.first) {
			s.first = append(s.first, distinct(before, keys[i]))
			s.ends = append(s.ends, at)
		}
		s.ends[len(s.ends)-1] = at + 1
		done += place(int(i)).Size()
		before = keys[i]
	}
	return s
}

// distinct gives the shortest beginning of key that is greater than before.
func distinct(before, key string) string {
	for n := range len(key) {
		if key[:n] > before {
			return key[:n]
		}
	}
	return key
}

// Table is a script that tells where each shard begins. It comes after
// layouts/desa-luas.js.
func (s *Shards) Table() ([]byte, error) {
	table, err := json.Marshal(s.first)
	return fmt.Appendf(nil, "suluhSearch.table(%s);\n", table), err
}

// Script is one shard: a line for each place, its parts with | between.
func (s *Shards) Script(shard int) ([]byte, error) {
	if shard >= len(s.ends) {
		return nil, nil // places of one size are fewer than were guessed
	}
	start := 0
	if shard > 0 {
		start = s.ends[shard-1]
	}
	var lines strings.Builder
	for _, i := range s.order[start:s.ends[shard]] {
		p := s.place(int(i))
		fmt.Fprintf(&lines, "%s|%s|%s|%s\n", p.Name, p.District, p.Regency, p.Href)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "suluhSearch.add(%d,", shard)
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(strings.TrimSuffix(lines.String(), "\n")); err != nil {
		return nil, err
	}
	out.Truncate(out.Len() - 1) // Encode's line feed
	out.WriteString(");\n")
	return out.Bytes(), nil
}
