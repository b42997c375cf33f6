package main

import (
	"fmt"
	"strings"

	"suluh/internal/source"
	"suluh/internal/village"
)

// villageName is by what a village is named on the command line.
type villageName struct{ code, slug, name, district string }

// chooseVillage gives the place of the village with a code, a file or a name among n;
// -1 after saying that there is none, or several.
func (e *env) chooseVillage(key string, n int, at func(i int) villageName) int {
	var found []int
	var choices, names []string
	for i := range n {
		v := at(i)
		if key != "" && (v.code == key || v.slug == key) {
			return i
		}
		names = append(names, v.name)
		if key != "" && village.Fold(v.name) == village.Fold(key) {
			found = append(found, i)
			choices = append(choices, fmt.Sprintf("%s (%s, Kecamatan %s)", v.code, v.name, v.district))
		}
	}
	switch len(found) {
	case 1:
		return found[0]
	case 0:
		near := source.Nearest(key, names)
		e.complain(
			source.SayThereIsNoVillageWrite, key, dotted(e.hint(near)))
	default:
		list := strings.Join(choices, "; ")
		e.complain(source.SaySeveralVillages, len(found), key, list)
	}
	return -1
}
