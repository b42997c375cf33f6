package main

import "testing"

// TestHere: the address of the desk is one of this computer, whatever the preview listens at.
func TestHere(t *testing.T) {
	for address, want := range map[string]string{
		"http://127.0.0.1:1313/": "http://127.0.0.1:1313", "http://[::]:1313/": "http://127.0.0.1:1313", "http://0.0.0.0:80/": "http://127.0.0.1:80", "http://[::1]:1313/": "http://[::1]:1313",
	} {
		if got := here(address); got != want {
			t.Errorf("%s becomes %s, want %s", address, got, want)
		}
	}
}
