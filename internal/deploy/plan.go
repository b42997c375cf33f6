package deploy

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path"
	"slices"

	"suluh/internal/cache"
	"suluh/internal/output"
)

// Plan says what a deploy changes. Names are sorted.
type Plan struct {
	Version Version // that will stand there
	New     Names
	Changed Names // or not known: a deploy that was cut may have sent them
	Gone    Names
	Same    int
	Pages   int   // that stand there
	Bytes   int64 // to send
	Cut     bool  // a deploy before was cut off
	Swaps   bool  // readers see one whole version or the other
	Listed  bool  // the host has a list of ours

	now  standing
	sent func(name string)
}

// Names are files of a site.
type Names []string

// Files are the names without compressed forms, which change with their files.
func (n Names) Files() Names { return slices.DeleteFunc(slices.Clone(n), output.IsCompressed) }

// Steps counts the files that are sent and taken away.
func (p *Plan) Steps() int { return len(p.New) + len(p.Changed) + len(p.Gone) }

// Kilobytes is what is sent, rounded up.
func (p *Plan) Kilobytes() int64 { return (p.Bytes + 1023) / 1024 }

// IsEmpty tells whether the host has all of the version and nothing else of ours.
func (p *Plan) IsEmpty() bool {
	return p.Steps() == 0 && !p.Cut && p.now.listed != nil && string(p.now.listed.Data) == string(p.Version.Data)
}

// Send gives what is sent, in the order in which readers may see it.
func (p *Plan) Send() [][]string { return inTurns(p.New, p.Changed) }

// Take gives what is taken away at last, in the other order: no page outlives what it
// needs. What was in the way has gone before.
func (p *Plan) Take() [][]string {
	way := p.InTheWay()
	turns := inTurns(slices.DeleteFunc(slices.Clone(p.Gone), func(name string) bool { return slices.Contains(way, name) }))
	slices.Reverse(turns)
	return turns
}

func inTurns(all ...Names) [][]string {
	turns := make([][]string, output.Turns)
	for _, names := range all {
		for _, name := range names {
			turn := output.TurnOf(name)
			turns[turn] = append(turns[turn], name)
		}
	}
	return turns
}

// InTheWay gives the files that go and whose names new ones need for a folder, or that lie
// in a folder whose name a new file needs.
func (p *Plan) InTheWay() []string {
	var way []string
	folders := map[string]bool{}
	files := map[string]bool{}
	for _, names := range []Names{p.New, p.Changed} {
		for _, name := range names {
			files[name] = true
			for dir := range above(name) {
				folders[dir] = true
			}
		}
	}
	for _, name := range p.Gone {
		below := false
		for dir := range above(name) {
			below = below || files[dir]
		}
		if below || folders[name] {
			way = append(way, name)
		}
	}
	return way
}

// above gives the folders of a file, from its own to the top one.
func above(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			if !yield(dir) {
				return
			}
		}
	}
}

// A deploy that takes away more pages than a few, and more than this part of all, is
// refused unless somebody says that it is meant: it is more often a folder that was not
// read than a decision.
const (
	fewPages = 10
	partGone = 4 // one of four
)

// Many tells whether the plan takes away so many pages that it is asked about.
func (p *Plan) Many() bool {
	pages := p.PagesGone()
	return pages > fewPages && pages*partGone > p.Pages
}

// PagesGone counts the pages that the plan takes away.
func (p *Plan) PagesGone() int {
	pages := 0
	for _, name := range p.Gone {
		if path.Ext(name) == ".html" {
			pages++
		}
	}
	return pages
}

// standing is what a host says of itself.
type standing struct {
	listed  *output.Manifest // nil where nothing of ours stands
	pending pending          // nil unless a deploy was cut off
	broken  bool             // a list is there, and not whole: nobody knows what stands there
}

// lookAt reads the lists of a host.
func (s *Session) lookAt(h host) (at standing, err error) {
	data, err := h.read(output.ManifestName)
	switch {
	case err == nil:
		if at.listed, err = output.ParseManifest(data); err != nil {
			at.broken = true
		}
	case !errors.Is(err, fs.ErrNotExist):
		return at, fmt.Errorf("read %s: %w", output.ManifestName, err)
	}
	data, err = h.read(pendingName)
	switch {
	case err == nil:
		if at.pending, err = parsePending(data); err != nil {
			at.broken = true
		}
	case !errors.Is(err, fs.ErrNotExist):
		return at, fmt.Errorf("read %s: %w", pendingName, err)
	}
	if at.listed != nil || at.pending != nil || at.broken || s.opt.Force {
		return at, nil
	}
	if _, err := h.read("index.html"); err == nil {
		return at, ErrNotOurs
	} else if !errors.Is(err, fs.ErrNotExist) {
		return at, fmt.Errorf("read index.html: %w", err)
	}
	return at, nil
}

func (s *Session) plan(h host, v Version) (*Plan, error) {
	at, err := s.lookAt(h)
	if err != nil {
		return nil, err
	}
	return s.planFrom(at, v, h)
}

// planFrom compares a version with what stands there.
func (s *Session) planFrom(at standing, v Version, h host) (*Plan, error) {
	p := &Plan{Version: v, now: at, Cut: at.pending != nil, Swaps: h.swaps(), Listed: at.listed != nil}
	there, err := s.known(at)
	if err != nil {
		return nil, err
	}
	for name := range v.Names() {
		if !h.has(name) {
			continue
		}
		want, _ := v.Has(name)
		have, stands := there[name]
		switch {
		case !stands:
			p.New = append(p.New, name)
		case have != want:
			p.Changed = append(p.Changed, name)
		default:
			p.Same++
			continue
		}
		p.Bytes += v.Size(name)
		// What is sent is looked at now, before the first file changes.
		if _, err := v.Read(name); err != nil {
			return nil, err
		}
	}
	for name := range there {
		if path.Ext(name) == ".html" {
			p.Pages++
		}
		if _, stays := v.Has(name); !stays && h.has(name) {
			p.Gone = append(p.Gone, name)
		}
	}
	slices.Sort(p.Gone)
	return p, nil
}

// unknown is the hash of a file that may be there in any state.
var unknown = cache.Hash{}

// known gives the files of ours that stand on a host, each with its hash, or unknown where
// a deploy that was cut off may have changed it.
func (s *Session) known(at standing) (map[string]cache.Hash, error) {
	there := map[string]cache.Hash{}
	if at.listed != nil {
		for name := range at.listed.Names() {
			there[name], _ = at.listed.Has(name)
			if s.opt.Whole || at.broken {
				there[name] = unknown
			}
		}
	}
	if at.pending == nil {
		return there, nil
	}
	for name := range at.pending {
		there[name] = unknown
	}
	arrived, err := s.archive.arrived(at.pending)
	if err != nil {
		return nil, err
	}
	for name, hash := range arrived {
		there[name] = hash
		if hash == gone {
			delete(there, name)
		}
	}
	return there, nil
}
