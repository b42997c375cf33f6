package deploy

import (
	"context"
	"fmt"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/output"
)

// files is a place that holds files, each of which changes in one step.
type files interface {
	// read gives a file; the error may be [fs.ErrNotExist].
	read(name string) ([]byte, error)
	// write puts a file there, so that readers see the old bytes or the new ones.
	write(name string, data []byte) error
	// remove takes a file away, and the folders that are empty then. One that is not
	// there is no error.
	remove(name string) error
	close() error
}

// inPlace is a host on which files change one by one.
type inPlace struct {
	files
	session *Session
	more    func() (files, error) // a further line to the same host
	lines   int                   // at once
	skip    func(name string) bool
}

func (h *inPlace) has(name string) bool { return h.skip == nil || !h.skip(name) }
func (h *inPlace) swaps() bool          { return false }

// publish sends what changed, in the order of [Plan.Send], and removes what is gone.
func (h *inPlace) publish(ctx context.Context, p *Plan) error {
	s := h.session
	now := p.now.pending.with(p)
	if err := s.archive.begin(p.now.pending, now); err != nil {
		return err
	}
	if p.now.pending == nil || len(now) > len(p.now.pending) {
		if err := h.step(); err != nil {
			return err
		}
		if err := h.write(pendingName, now.data()); err != nil {
			return fmt.Errorf("write %s: %w", pendingName, err)
		}
	}
	s.opt.Whole = false // all of it is pending from now on
	send := func(to files, name string) error {
		data, err := p.Version.Read(name)
		if err != nil {
			return err
		}
		if err := to.write(name, data); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		p.sent(name)
		return s.archive.note(name, cache.HashOf(data))
	}
	take := func(from files, name string) error {
		if err := from.remove(name); err != nil {
			return fmt.Errorf("remove %s: %w", name, err)
		}
		p.sent(name)
		return s.archive.note(name, gone)
	}
	if err := h.each(ctx, p.InTheWay(), take); err != nil {
		return err
	}
	for _, names := range p.Send() {
		if err := h.each(ctx, names, send); err != nil {
			return err
		}
	}
	for _, names := range p.Take() {
		if err := h.each(ctx, names, take); err != nil {
			return err
		}
	}
	if err := h.step(); err != nil {
		return err
	}
	if err := h.write(output.ManifestName, p.Version.Data); err != nil {
		return fmt.Errorf("write %s: %w", output.ManifestName, err)
	}
	if err := h.step(); err != nil {
		return err
	}
	if err := h.remove(pendingName); err != nil {
		return fmt.Errorf("remove %s: %w", pendingName, err)
	}
	return nil
}

func (h *inPlace) step() error { return h.session.opt.fault.Step() }

// each does something to all files, on several lines at once: on a slow line most time
// goes by waiting for answers.
func (h *inPlace) each(ctx context.Context, names []string, do func(to files, name string) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan string)
	var all sync.WaitGroup
	work := func(to files) {
		for name := range next {
			if err := h.step(); err != nil {
				stop(err)
				return
			}
			if err := do(to, name); err != nil {
				stop(err)
				return
			}
		}
	}
	all.Go(func() { work(h.files) })
	for range min(h.lines, len(names)) - 1 {
		all.Go(func() {
			line, err := h.more()
			if err != nil {
				return // the first line does all, where the host wants no more of them
			}
			work(line)
			_ = line.close() // each of its writes was answered
		})
	}
feed:
	for _, name := range names {
		select {
		case next <- name:
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	all.Wait()
	return context.Cause(ctx)
}
