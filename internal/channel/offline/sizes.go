package offline

import (
	"bytes"
	"net/url"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/channel"
	"suluh/internal/compress"
	"suluh/internal/pages"
	"suluh/internal/pool"
	"suluh/internal/weight"
)

// savedSizes are the sizes on the buttons of one language, in kilobytes, rounded up.
type savedSizes struct {
	CoreKB, OneKB     int
	VillagesKB, AllKB int // 0 when there is too much to save
}

// weighSaved gives the sizes for each language; [Saving.sizes] asks it once.
//
// They are upper bounds, some 8 % above the truth: the best compression takes fifty times
// as long, and no reader is harmed by paying less than was said.
func (s *Saving) weighSaved() (map[string]savedSizes, error) {
	var jobs []func() error
	all := map[string]savedSizes{}
	var mu sync.Mutex
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		note := func(set func(sizes *savedSizes)) {
			mu.Lock()
			defer mu.Unlock()
			sizes := all[lang.Code]
			set(&sizes)
			all[lang.Code] = sizes
		}
		for _, p := range s.packs(lang) {
			jobs = append(jobs, func() error {
				n, err := s.weighPack(p.names)
				note(func(sizes *savedSizes) {
					switch p.wish {
					case wishCore:
						sizes.CoreKB = weight.Kilobytes(n)
					case wishVillages:
						sizes.VillagesKB = weight.Kilobytes(n)
					case wishAll:
						sizes.AllKB = weight.Kilobytes(n)
					}
				})
				return err
			})
		}
		if s.Villages.Len() <= mostChoice {
			jobs = append(jobs, func() error {
				n, err := s.weighChosen(lang)
				note(func(sizes *savedSizes) { sizes.OneKB = weight.Kilobytes(n) })
				return err
			})
		}
	}
	errs := make([]error, len(jobs))
	pool.Each(len(jobs), s.Jobs(), func(i int) { errs[i] = jobs[i]() })
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

// weighPack weighs a pack.
func (s *Saving) weighPack(names []string) (int, error) {
	var w bytes.Buffer
	if err := s.writePack(&w, names); err != nil {
		return 0, err
	}
	return s.weigh(w.Bytes())
}

// weighChosen weighs what a reader fetches who chooses on the phone: the heaviest village and
// the heaviest country; all else has come with the page that offers it.
func (s *Saving) weighChosen(lang *channel.Locale) (int, error) {
	total := 0
	for _, links := range [][]pages.LinkView{s.villageChoices(), s.countryChoices(lang)} {
		most := 0
		for _, link := range links {
			name, err := url.PathUnescape(link.Href)
			if err != nil {
				panic("offline: href wrote " + link.Href)
			}
			data, err := s.File(name)
			if err != nil {
				return 0, err
			}
			n, err := s.weigh(data)
			if err != nil {
				return 0, err
			}
			most = max(most, n)
		}
		total += most
	}
	return total, nil
}

// weigh guesses what bytes weigh on their way.
func (s *Saving) weigh(data []byte) (int, error) {
	hash := cache.HashOf(data)
	if n, known := s.weighed.Load(hash); known {
		return n.(int), nil
	}
	var guess compress.Estimator
	n, err := guess.Size(data)
	s.weighed.Store(hash, n)
	return n, err
}
