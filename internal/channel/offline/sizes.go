package offline

import (
	"bytes"
	"cmp"
	"net/url"

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
	type job struct {
		into  *int
		weigh func() (int, error)
	}
	var jobs []job
	sizes := map[string]*savedSizes{}
	for _, lang := range s.Locales {
		if !lang.Has() {
			continue
		}
		own := &savedSizes{}
		sizes[lang.Code] = own
		into := map[string]*int{wishCore: &own.CoreKB, wishVillages: &own.VillagesKB, wishAll: &own.AllKB}
		for _, p := range s.packs(lang) {
			jobs = append(jobs, job{into[p.wish], func() (int, error) { return s.weighPack(p.names) }})
		}
		if s.Villages.Len() <= mostChoice {
			jobs = append(jobs, job{&own.OneKB, func() (int, error) { return s.weighChosen(lang) }})
		}
	}
	errs := make([]error, len(jobs))
	pool.Each(len(jobs), s.Jobs(), func(i int) {
		var bytes int
		bytes, errs[i] = jobs[i].weigh()
		*jobs[i].into = weight.Kilobytes(bytes)
	})
	all := map[string]savedSizes{}
	for code, own := range sizes {
		all[code] = *own
	}
	return all, cmp.Or(errs...)
}

// weighPack weighs a pack.
func (s *Saving) weighPack(names []string) (int, error) {
	var w bytes.Buffer
	if err := s.writePack(&w, names); err != nil {
		return 0, err
	}
	return s.weigh(new(compress.Estimator), w.Bytes())
}

// weighChosen weighs what a reader fetches who chooses on the phone: the heaviest village and
// the heaviest country; all else has come with the page that offers it.
func (s *Saving) weighChosen(lang *channel.Locale) (int, error) {
	var guess compress.Estimator
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
			n, err := s.weigh(&guess, data)
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
func (s *Saving) weigh(guess *compress.Estimator, data []byte) (int, error) {
	hash := cache.HashOf(data)
	if n, known := s.weighed.Load(hash); known {
		return n.(int), nil
	}
	n, err := guess.Size(data)
	s.weighed.Store(hash, n)
	return n, err
}
