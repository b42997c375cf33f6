package publish

import (
	"cmp"
	"fmt"

	"suluh/internal/channel"
	"suluh/internal/compress"
	"suluh/internal/limits"
	"suluh/internal/pool"
	"suluh/internal/source"
	"suluh/internal/theme"
	"suluh/internal/weight"
)

// IsLight tells whether a page of a size in bytes after brotli is within its
// budget, so that CheckWeight would find nothing. Size 0 is that of a page which
// nobody compresses.
func (s *Edition) IsLight(o channel.Output, size int) bool {
	return o.Layout == nil || size == 0 || size <= o.Layout.Budget(s.Config).Target
}

// CheckWeight compares a rendered page with its budget. Size is its weight
// after brotli, or 0 when that is not known yet. Files that are no pages have
// no budget.
func (s *Edition) CheckWeight(o channel.Output, page []byte, size int) (*source.Diagnostic, error) {
	if o.Layout == nil {
		return nil, nil
	}
	if long := s.CheckLength(o, page); long != nil {
		return long, nil
	}
	b := o.Layout.Budget(s.Config)
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
	return source.Whole(o.From, code, o.Path, parts.Total, bound, parts.Text, parts.Style, parts.Frame, o.Pictures,
		compress.PacketsOf(parts.Total), s.price(parts.Total+o.Pictures)), nil
}

// CheckLength compares the HTML of a rendered page with its limit. What repeats
// itself weighs nothing on its way and all the more in a phone.
func (s *Edition) CheckLength(o channel.Output, page []byte) *source.Diagnostic {
	if o.Layout == nil {
		return nil
	}
	if fault := source.Passed(limits.HTML, len(page)); fault != nil {
		return source.Whole(o.From, fault.Code, fault.Args...)
	}
	return nil
}

// price says what a thousand readers pay for a page; "?" when situs.yaml gives
// no price.
func (s *Edition) price(size int) string {
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

// WeightOf measures one page; false when it has no budget, as a file that is no page.
func (s *Edition) WeightOf(o channel.Output) (Weight, bool, error) {
	if o.Layout == nil {
		return Weight{}, false, nil
	}
	page, err := o.Bytes()
	if err != nil {
		return Weight{}, false, err
	}
	parts, err := weight.Measure(page, 0)
	return Weight{Path: o.Path, Parts: parts, Budget: o.Layout.Budget(s.Config)}, true, err
}

// Weigh measures every page but the villages beyond the first thousand, which
// are all alike.
func (s *Edition) Weigh() ([]Weight, error) {
	const most = 1000
	var all []channel.Output
	villages := 0
	for o := range s.Outputs() {
		if o.Layout != nil && o.Layout.Name == theme.VillageLayout {
			villages++
		}
		if o.Layout != nil && villages <= most {
			all = append(all, o)
		}
	}
	weights := make([]Weight, len(all))
	errs := make([]error, len(all))
	pool.Each(len(all), s.Jobs(), func(i int) {
		var err error
		weights[i], _, err = s.WeightOf(all[i])
		errs[i] = err
	})
	return weights, cmp.Or(errs...)
}
