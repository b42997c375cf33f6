package site

import (
	"cmp"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/village"
)

// WasPrinted tells whether the address on a village's poster stands in the lock file.
func (s *Site) WasPrinted(e *village.Entry) bool {
	address := permalink.Permanent(e)
	return slices.ContainsFunc(s.Inputs.List, func(in *input) bool {
		return slices.ContainsFunc(in.Printed, func(p content.Printed) bool { return strings.TrimPrefix(p.Path, "/") == address })
	})
}

// Published is a village with what may be shown of it on the site's day.
type Published struct {
	*village.Village
	Shown
	URL string // of its page; empty where the site's address is not known
}

// Published gives what a village's file says, and what of it may be shown. All that
// leaves the site in another form than its pages takes it from here.
func (s *Site) Published(e *village.Entry) (Published, error) {
	file, err := s.Village(e)
	if err != nil {
		return Published{}, err
	}
	return Published{file.Village, s.ShownVillage(file.Village), s.Address(permalink.Village(e))}, nil
}

// Base gives the site's own address, with a slash at its end, where it is
// known. Nothing that a reader clicks needs it.
func (s *Site) Base() string {
	base := cmp.Or(s.opt.Base, string(s.Config.Base))
	if base == "" {
		return ""
	}
	return strings.TrimSuffix(base, "/") + "/"
}

// Address gives the whole address of an output; empty where that of the site is not
// known.
func (s *Site) Address(path string) string {
	if base := s.Base(); base != "" {
		return base + permalink.Href(path)
	}
	return ""
}
