package progress

import (
	"sync"
	"testing"
	"time"
)

// TestMeter: steps of many at once are all counted, and a new phase begins at nothing.
func TestMeter(t *testing.T) {
	var m Meter
	if s := m.State(time.Now()); s.Total != 0 {
		t.Errorf("before the first phase: %+v", s)
	}
	m.Begin(Publishing, 4000)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 500 {
				m.Step()
			}
		})
	}
	wg.Wait()
	if s := m.State(time.Now()); s.Phase != Publishing || s.Done != 4000 || s.Total != 4000 || s.Elapsed <= 0 {
		t.Errorf("after 4,000 steps: %+v", s)
	}
	m.Begin(Reading, 3)
	if s := m.State(time.Now()); s.Phase != Reading || s.Done != 0 || s.Total != 3 {
		t.Errorf("a new phase: %+v", s)
	}
	var none *Meter
	none.Begin(Reading, 3)
	none.Step() // counts nothing
}

// TestGuesses: what is left is guessed from what was done, and not before.
func TestGuesses(t *testing.T) {
	s := State{Done: 100, Total: 400, Elapsed: 2 * time.Second}
	if left, ok := s.Left(); !ok || left != 6*time.Second || s.Rate() != 50 {
		t.Errorf("%v, %t, %d a second", left, ok, s.Rate())
	}
	for _, s := range []State{{}, {Total: 400, Elapsed: time.Second}, {Done: 3}} {
		if left, ok := s.Left(); ok {
			t.Errorf("%+v: %v is left", s, left)
		}
	}
	if (State{Done: 3}).Rate() != 0 {
		t.Error("a rate without time")
	}
}
