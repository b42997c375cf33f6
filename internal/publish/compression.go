package publish

import (
	"suluh/internal/channel"
	"suluh/internal/compress"
)

// fewFiles is the number of files up to which a site is compressed as well as can be: that
// takes half a minute at most.
const fewFiles = 1000

// Compression gives how each output is to be compressed. That depends on the site and on what
// the person chose, not on what was published before, so that a build of the same files
// gives the same bytes. A page that quality could bring below its budget has the best.
func (s *Edition) Compression(effort compress.Effort) func(o channel.Output) compress.Plan {
	isSmall := s.CountOutputs() <= fewFiles
	return func(o channel.Output) compress.Plan {
		var plan compress.Plan
		if o.Layout != nil {
			plan.Most = o.Layout.Budget(s.Config).Target
		}
		switch {
		case effort == compress.Best:
			return compress.Plan{}
		case effort == compress.Fast:
			plan.Saves = compress.Nothing
		case o.Reading == channel.Together:
			plan.Saves = compress.Nearly
		case isSmall || o.Reading == channel.ByAll:
			return compress.Plan{}
		case o.Reading == channel.ByOne:
			plan.Saves = compress.Nearly
		default:
			plan.Saves = compress.Packets
		}
		return plan
	}
}
