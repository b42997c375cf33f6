package desk

import (
	"context"
	"errors"
	"os"
	"sync/atomic"
	"time"

	"suluh/internal/builder"
	"suluh/internal/compress"
	"suluh/internal/content"
	"suluh/internal/deploy"
	"suluh/internal/source"
	"suluh/internal/target"
)

// sending is one step of publishing to a target: to build the site and look what would
// change there, or to publish what was seen. It goes on when the browser is closed. All
// but sent is written before ended is closed, and read after.
type sending struct {
	id    string
	to    content.Target
	back  bool // the version before is brought back
	all   bool // it publishes; else it looks
	force bool // somebody has said that many pages go
	total int  // files to send and to take away
	sent  atomic.Int64
	ended chan struct{}

	plan   *deploy.Plan // nil where nothing could be looked at
	faults []faultView  // that keep the site from being published
	err    error
}

func (s *sending) hasEnded() bool {
	select {
	case <-s.ended:
		return true
	default:
		return false
	}
}

// longestWait is how long a page waits for a step; then it says that the step goes on.
const longestWait = 5 * time.Second

// begin does a step, unless one goes on: then it gives that one.
func (d *Desk) beginSending(next *sending, do func(*sending)) *sending {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.sending != nil && !d.sending.hasEnded() {
		return d.sending
	}
	next.id, next.ended = secret(), make(chan struct{})
	d.sending = next
	go func() {
		defer close(next.ended)
		do(next)
	}()
	return next
}

// lastSending gives the step that goes on, or the one that ended last; nil for none.
func (d *Desk) lastSending() *sending {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.sending
}

// lookAhead builds the site, unless the version before is asked for, and looks what would
// change.
func (d *Desk) lookAhead(s *sending) {
	if !s.back {
		if s.faults, s.err = d.build(); len(s.faults) > 0 || s.err != nil {
			return
		}
	}
	session, err := d.session(s)
	if err != nil {
		s.err = err
		return
	}
	if s.back {
		s.plan, s.err = session.LookBack(context.Background())
		return
	}
	v, err := deploy.Folder(os.DirFS(builder.Output(d.dir)))
	if err != nil {
		s.err = err
		return
	}
	s.plan, s.err = session.Look(context.Background(), v)
}

// send publishes what was looked at.
func (d *Desk) send(s *sending) {
	session, err := d.session(s)
	if err == nil {
		err = session.Publish(context.Background(), s.plan)
	}
	s.err = err
}

// build puts the site as readers get it into the folder that is published. With faults the
// folder stays as it was.
func (d *Desk) build() ([]faultView, error) {
	s, err := d.readers()
	if err != nil {
		return nil, err
	}
	if faults := errorsOf(s.Check()); len(faults) > 0 {
		return faults, nil
	}
	dir, heavy, err := builder.Fill(s, builder.Options{
		Site: d.dir, To: builder.Output(d.dir), Effort: compress.ByGain, Hosts: builder.HostsOf(s), Beside: func(string, string, bool) {},
	})
	var broken *source.Diagnostic
	switch {
	case errors.As(err, &broken):
		return []faultView{faultOf(broken)}, nil
	case err != nil:
		return nil, err
	case dir == nil:
		return errorsOf(heavy), nil
	}
	_, err = dir.Commit()
	return nil, err
}

// errorsOf gives what keeps a site from being published.
func errorsOf(all source.List) []faultView {
	var faults []faultView
	for _, d := range all {
		if d.Severity() == source.Error {
			faults = append(faults, faultOf(d))
		}
	}
	return faults
}

// session is a deploy to the target of a step.
func (d *Desk) session(s *sending) (*deploy.Session, error) {
	if s.to.Trust != "" && !deploy.IsFingerprint(s.to.Trust) {
		return nil, errTrustForm
	}
	state, err := deploy.StateDir()
	if err != nil {
		return nil, err
	}
	return deploy.Begin(s.to.Address, deploy.Options{
		Secrets: d.secretsOf(s.to), Trust: s.to.Trust, Force: s.force, StateDir: state,
		Sources: append(builder.Sources(d.dir), builder.Output(d.dir)),
		Sent:    func(string) { s.sent.Add(1) },
	})
}

func (d *Desk) secretsOf(to content.Target) deploy.Secrets {
	return deploy.Secrets{Name: to.Name, Site: d.dir, To: to.Address}
}

// targets gives the targets of situs.yaml that can be read; whole tells whether all can.
func (d *Desk) targets() (all []content.Target, whole bool, err error) {
	s, err := d.current()
	if err != nil {
		return nil, false, err
	}
	whole = true
	for _, t := range s.Config.Targets {
		if t.Name == "" || t.Address.Kind == target.Kind("") {
			whole = false
			continue
		}
		all = append(all, t.Below(d.dir))
	}
	for _, fault := range s.Check() {
		whole = whole && (fault.Name != content.ConfigFile || fault.Severity() != source.Error)
	}
	return all, whole, nil
}
