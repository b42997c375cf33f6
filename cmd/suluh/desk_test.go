package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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

// TestBeginSite: in an empty folder one is asked for which regency a site is; a name that
// none has is asked for again, and no answer begins nothing.
func TestBeginSite(t *testing.T) {
	for _, tt := range []struct {
		answers string
		begun   bool
		file    string // that is there afterwards
		says    string
	}{
		{"\n", false, "", ""},
		{"", false, "", ""},
		{"tanpa\n", true, "content/situs.yaml", ""},
		{"bnyuwangi\nBanyuwangi\n", true, "content/panduan/biaya.md", "Banyuwangi"},
		{"malang\n35.73\n", true, "villages/wilayah.tsv", "35.07"},
		{"x\ny\nz\n", true, "", ""},
	} {
		dir := t.TempDir()
		var said strings.Builder
		e := &env{stdout: &said, stderr: &said}
		code, begun := e.beginSite(bufio.NewReader(strings.NewReader(tt.answers)), dir)
		if begun != tt.begun || (code == good) != (tt.file != "") || !strings.Contains(said.String(), tt.says) {
			t.Errorf("%q: begun %t, %d, says %s", tt.answers, begun, code, &said)
		}
		if tt.file != "" {
			if _, err := os.Stat(filepath.Join(dir, tt.file)); err != nil {
				t.Error(err)
			}
		}
	}
}
