package site

import (
	"cmp"
	"fmt"

	"suluh/internal/compress"
	"suluh/internal/limits"
	"suluh/internal/source"
	"suluh/internal/weight"
)

// Budgets are the weights of the kinds of pages, in bytes after brotli with
// the style in the page. What situs.yaml does not say comes from
// layouts.
type Budgets struct {
	Home      weight.Budget `yaml:"awal"`
	Guide     weight.Budget `yaml:"panduan"`
	Checklist weight.Budget `yaml:"langkah"`
	Country   weight.Budget `yaml:"negara"`
	Plain     weight.Budget `yaml:"halaman"`
	Village   weight.Budget `yaml:"desa"`
	Directory weight.Budget `yaml:"daftar_desa"`
	List      weight.Budget `yaml:"daftar"`
	Contacts  weight.Budget `yaml:"nomor_penting"`
	Glossary  weight.Budget `yaml:"arti_kata"`
	Topics    weight.Budget `yaml:"cari"`
	Missing   weight.Budget `yaml:"tidak_ada"`
	Offline   weight.Budget `yaml:"luring"`
	Poster    weight.Budget `yaml:"poster"`
	Pocket    weight.Budget `yaml:"kartu"`
	Send      weight.Budget `yaml:"kirim"`
}

// IsLight tells whether a page of a size in bytes after brotli is within its
// budget, so that CheckWeight would find nothing. Size 0 is that of a page which
// nobody compresses.
func (s *Site) IsLight(o Output, size int) bool {
	return o.Layout == nil || size == 0 || size <= s.Config.budget(o.Layout).Target
}

// CheckWeight compares a rendered page with its budget. Size is its weight
// after brotli, or 0 when that is not known yet. Files that are no pages have
// no budget.
func (s *Site) CheckWeight(o Output, page []byte, size int) (*source.Diagnostic, error) {
	if o.Layout == nil {
		return nil, nil
	}
	if long := s.CheckLength(o, page); long != nil {
		return long, nil
	}
	b := s.Config.budget(o.Layout)
	if size == 0 {
		quick, err := compress.Quick(page)
		if err != nil || quick <= b.Target {
			return nil, err
		}
	} else if size <= b.Target {
		return nil, nil
	}
	parts, err := weight.Measure(page, size)
	if err != nil || parts.Total <= b.Target {
		return nil, err
	}
	code, bound := source.PageHeavy, b.Target
	if parts.Total > b.Limit {
		code, bound = source.PageTooHeavy, b.Limit
	}
	return whole(o.from, code, o.Path, parts.Total, bound, parts.Text, parts.Style, parts.Frame, o.Pictures,
		weight.Packets(parts.Total), s.price(parts.Total+o.Pictures)), nil
}

// CheckLength compares the HTML of a rendered page with its limit. What repeats
// itself weighs nothing on its way and all the more in a phone.
func (s *Site) CheckLength(o Output, page []byte) *source.Diagnostic {
	if o.Layout == nil {
		return nil
	}
	if fault := source.Passed(limits.HTML, len(page)); fault != nil {
		return whole(o.from, fault.Code, fault.Args...)
	}
	return nil
}

// price says what a thousand readers pay for a page; "?" when situs.yaml gives
// no price.
func (s *Site) price(size int) string {
	if s.Config.DataPrice == 0 {
		return "?"
	}
	return fmt.Sprintf("Rp%.0f", 1000*weight.Price(size, s.Config.DataPrice))
}

// Weight is what one page weighs.
type Weight struct {
	Path   string
	Parts  weight.Parts
	Budget weight.Budget
}

// Weigh measures every page but the villages beyond the first thousand, which
// are all alike.
func (s *Site) Weigh() ([]Weight, error) {
	const most = 1000
	var all []Output
	villages := 0
	for o := range s.Outputs() {
		if o.Layout != nil && o.Layout.Name == villageLayout {
			villages++
		}
		if o.Layout != nil && villages <= most {
			all = append(all, o)
		}
	}
	weights := make([]Weight, len(all))
	errs := make([]error, len(all))
	each(len(all), s.opt.jobs(), func(i int) {
		page, err := all[i].bytes()
		if err == nil {
			weights[i] = Weight{Path: all[i].Path, Budget: s.Config.budget(all[i].Layout)}
			weights[i].Parts, err = weight.Measure(page, 0)
		}
		errs[i] = err
	})
	return weights, cmp.Or(errs...)
}
