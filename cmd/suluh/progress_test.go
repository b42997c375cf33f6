package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"suluh/internal/progress"
	"suluh/internal/source"
)

func TestProgressLine(t *testing.T) {
	s := progress.State{Phase: progress.Publishing, Done: 2000, Total: 8000, Elapsed: 2 * time.Second}
	if got, want := progressLine(s, source.Indonesian), "membuat halaman: 2000/8000, 1000 per detik, sisa 6 detik"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := progressLine(progress.State{Total: 10}, source.English), "reading villages: 0/10, 0 a second"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestShowProgress: a short task shows nothing; a long one shows a line and
// wipes it away.
func TestShowProgress(t *testing.T) {
	var m progress.Meter
	m.Begin(progress.Reading, 3)
	m.Step()
	var quick bytes.Buffer
	showProgress(&quick, &m, source.English, time.Hour)()
	if quick.Len() > 0 {
		t.Errorf("a short task shows %q", &quick)
	}
	var slow bytes.Buffer
	stop := showProgress(&slow, &m, source.English, time.Millisecond)
	time.Sleep(50 * time.Millisecond)
	stop()
	if out := slow.String(); !strings.Contains(out, "reading villages: 1/3") || !strings.HasSuffix(out, clearsLine) {
		t.Errorf("a long task shows %q", out)
	}
}
