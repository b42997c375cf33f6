// Package progress tells how far a long task is. Whoever does the work counts,
// whoever has the terminal looks now and then.
package progress

import (
	"sync/atomic"
	"time"
)

// Phase is a part of the work.
type Phase int32

// The phases, in their order.
const (
	Reading Phase = iota
	Publishing
)

// Meter is safe for use from many goroutines. A nil Meter counts nothing.
type Meter struct {
	phase       atomic.Int32
	done, total atomic.Int64
	since       atomic.Int64 // Unix nanoseconds
}

// Begin starts a phase with a number of steps.
func (m *Meter) Begin(p Phase, total int) {
	if m == nil {
		return
	}
	m.total.Store(0) // nothing to see until all is set
	m.done.Store(0)
	m.phase.Store(int32(p))
	m.since.Store(time.Now().UnixNano())
	m.total.Store(int64(total))
}

// Step counts one step.
func (m *Meter) Step() {
	if m != nil {
		m.done.Add(1)
	}
}

// State is how far a phase is at one moment.
type State struct {
	Phase       Phase
	Done, Total int
	Elapsed     time.Duration // since the phase began
}

// State looks. Total is 0 before the first phase.
func (m *Meter) State(now time.Time) State {
	return State{
		Phase: Phase(m.phase.Load()), Done: int(m.done.Load()), Total: int(m.total.Load()),
		Elapsed: now.Sub(time.Unix(0, m.since.Load())),
	}
}

// Rate is steps per second so far; 0 when that cannot be told yet.
func (s State) Rate() int {
	if s.Elapsed <= 0 {
		return 0
	}
	return int(float64(s.Done) / s.Elapsed.Seconds())
}

// Left guesses how long the rest of the phase takes; false when it cannot.
func (s State) Left() (time.Duration, bool) {
	if s.Done == 0 || s.Total == 0 {
		return 0, false
	}
	return s.Elapsed / time.Duration(s.Done) * time.Duration(s.Total-s.Done), true
}
