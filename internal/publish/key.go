package publish

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/channel"
	"suluh/internal/channel/vcard"
	"suluh/internal/permalink"
	"suluh/internal/village"
)

// villageOutputs are the files that one village becomes.
func (s *Edition) villageOutputs(v *village.Entry) []channel.Output {
	outputs := []channel.Output{s.VillageOutput(v)}
	if !s.Without.Posters {
		outputs = append(outputs, s.PosterOutput(v))
		if short := permalink.Permanent(v); short != "" {
			outputs = append(outputs, s.MovedOutput(v.File, short, permalink.Village(v), s.Locales[0]))
		}
	}
	key := sync.OnceValue(func() cache.Hash { return s.villageKey(v) })
	for i := range outputs {
		outputs[i].Key = key
		outputs[i].Reading = channel.ByOne
	}
	if s.HasCard(v) {
		card := vcard.OfVillage(s.Source, v)
		card.Key, card.Reading = key, channel.OnTheWay
		outputs = append(outputs, card)
	}
	return outputs
}

// villageKey stands for what a village's outputs depend on: its file and its name, and
// everything but the other villages. It is zero where they depend on those.
func (s *Edition) villageKey(v *village.Entry) cache.Hash {
	own, known := s.OwnHash(v)
	if !known {
		return cache.Hash{}
	}
	sum := sha256.Sum256(slices.Concat(s.state[:], own[:]))
	return cache.Hash(sum[:len(cache.Hash{})])
}

// wholeKey stands for the whole site. It is the Key of every output that is not
// a village's own: what such a page needs is no more than that, and asking what
// it is exactly would be a second truth.
func (s *Edition) wholeKey() cache.Hash {
	sum := sha256.New()
	sum.Write(s.state[:])
	for _, e := range s.Inputs.Villages.List {
		fmt.Fprintln(sum, e.File)
		sum.Write(e.Hash[:])
	}
	return cache.Hash(sum.Sum(nil)[:len(cache.Hash{})])
}

// stateOf names everything beside the villages that an output may depend on: what was
// read, the theme, and what is left out.
func stateOf(s *channel.Source) cache.Hash {
	sum := sha256.New()
	fmt.Fprintf(sum, "%x %x %v %v", s.Inputs.State, s.Theme.Sum.Sum(nil), s.Without, s.NoServiceWorker)
	return cache.Hash(sum.Sum(nil)[:len(cache.Hash{})])
}
