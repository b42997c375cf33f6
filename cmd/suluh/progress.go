package main

import (
	"fmt"
	"io"
	"time"

	"golang.org/x/term"

	"suluh/internal/progress"
	"suluh/internal/source"
)

// When progress is shown: only where a person waits longer than a second.
const (
	shownAfter = time.Second
	redrawn    = 200 * time.Millisecond
	clearsLine = "\r\x1b[K"
)

// watchProgress shows on a terminal how far the work is, until the returned
// function is called, which also wipes the line away.
func (e *env) watchProgress(m *progress.Meter) (stop func()) {
	f, ok := e.stderr.(interface{ Fd() uintptr })
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return func() {}
	}
	return showProgress(e.stderr, m, e.style.Lang, shownAfter)
}

func showProgress(w io.Writer, m *progress.Meter, lang source.Lang, shownAfter time.Duration) (stop func()) {
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		tick := time.NewTimer(shownAfter)
		defer tick.Stop()
		drawn := false
		for {
			select {
			case now := <-tick.C:
				if s := m.State(now); s.Total > 0 {
					fmt.Fprint(w, clearsLine, progressLine(s, lang))
					drawn = true
				}
				tick.Reset(redrawn)
			case <-done:
				if drawn {
					fmt.Fprint(w, clearsLine)
				}
				return
			}
		}
	}()
	return func() {
		close(done)
		<-gone
	}
}

// progressLine says phase, count, rate and the time left.
func progressLine(s progress.State, lang source.Lang) string {
	of := [...]source.Message{source.SayReading, source.SayPublishing}[s.Phase]
	line := fmt.Sprintf(of.In(lang), s.Done, s.Total, s.Rate())
	if d, known := s.Left(); known {
		line += fmt.Sprintf(source.SayTimeLeft.In(lang), int(d.Round(time.Second).Seconds()))
	}
	return line
}
