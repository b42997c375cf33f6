package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"net/http"
	"regexp"
	"sync"

	"suluh/internal/frontmatter"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// A writer sees a page as others will: in the dark, on paper, where no style arrives, and
// on another day. What a browser decides for itself is put into the page here; its other
// parts, and the policy that lets only its own style through, stay as they are.

// Queries of a page of the preview.
const (
	lookQuery = "tampil"  // gelap, cetak or polos
	dayQuery  = "tanggal" // year-month-day
)

var (
	styleForm  = regexp.MustCompile(`(?s)<style>(.*?)</style>`)
	policyForm = regexp.MustCompile(`style-src '[^']*'`)
	schemeForm = regexp.MustCompile(`<meta name="color-scheme" content="[^"]*">`)
)

// asLook gives a page as it looks in the dark, on paper or without style.
func asLook(page []byte, look string) []byte {
	switch look {
	case "gelap":
		page = schemeForm.ReplaceAll(page, []byte(`<meta name="color-scheme" content="dark">`))
		return withStyle(page, "@media(prefers-color-scheme:dark)", "@media all")
	case "cetak":
		return withStyle(page, "@media print", "@media all")
	case "polos":
		return styleForm.ReplaceAll(page, nil)
	}
	return page
}

// withStyle puts another condition into the style of a page.
func withStyle(page []byte, condition, instead string) []byte {
	m := styleForm.FindSubmatchIndex(page)
	if m == nil {
		return page
	}
	style := bytes.ReplaceAll(page[m[2]:m[3]], []byte(condition), []byte(instead))
	sum := sha256.Sum256(style)
	page = bytes.Join([][]byte{page[:m[2]], style, page[m[3]:]}, nil)
	return policyForm.ReplaceAll(page, []byte("style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'"))
}

// otherDay is the site as its readers get it on another day: without drafts. It is read
// when somebody asks for that day, and kept until files change.
type otherDay struct {
	mu   sync.Mutex
	of   *publish.Edition // the site of today that it belongs to
	day  frontmatter.Date
	then *publish.Edition
}

// errNoDay is the answer to a day that is none.
var errNoDay = errors.New("suluh serve: tulis tanggal sebagai tahun-bulan-hari, contoh 2026-12-31 (write the day as year-month-day)")

// on gives the site on a day. Only the writer's own computer may ask for one: to read a
// site takes time.
func (s *Server) on(typed string) (*publish.Edition, error) {
	day, err := frontmatter.ParseDate(typed)
	if err != nil || day.Day == 0 {
		return nil, errNoDay
	}
	now, err := s.Current()
	if err != nil {
		return nil, err
	}
	s.other.mu.Lock()
	defer s.other.mu.Unlock()
	if s.other.of != now || s.other.day != day {
		opt := s.opt
		opt.Date, opt.Drafts = day, false
		then, err := publish.Load(s.tree, opt)
		if err != nil {
			return nil, err
		}
		s.other.of, s.other.day, s.other.then = now, day, then
	}
	return s.other.then, nil
}

// pageOn shows a page as it is on another day.
func (s *Server) pageOn(w http.ResponseWriter, r *http.Request, typed string) {
	then, err := s.on(typed)
	switch {
	case errors.Is(err, errNoDay):
		http.Error(w, err.Error(), http.StatusBadRequest)
	case err != nil:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	default:
		s.page(w, r, held{last: then, good: then}, source.List{}, nil)
	}
}
