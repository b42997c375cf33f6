package site

import "suluh/internal/village"

// Published is a village with what may be shown of it on the site's day.
type Published struct {
	*village.Village
	Shown
	URL string // of its page; empty where the site's address is not known
}

// Published gives what a village's file says, and what of it may be shown. All that
// leaves the site in another form than its pages takes it from here.
func (s *Site) Published(e *village.Entry) (Published, error) {
	file, err := s.village(e)
	if err != nil {
		return Published{}, err
	}
	return Published{file.Village, s.shownVillage(file.Village), s.address(villagePath(e))}, nil
}
