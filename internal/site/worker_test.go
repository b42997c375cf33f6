package site

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestOwnMark: each page of the portal holds the mark by which its worker knows
// it, and a theme whose pages do not gets a worker that asks for none.
func TestOwnMark(t *testing.T) {
	s := load(t, os.DirFS("../.."), 2)
	files := render(t, s)
	if !bytes.Contains(files["sw.js"], []byte(`MARK="`+ownMark+`"`)) {
		t.Error("the worker has no mark")
	}
	for _, lang := range s.langs {
		for _, name := range s.allFiles(lang) {
			if strings.HasSuffix(name, ".html") && !bytes.Contains(files[name], []byte(ownMark)) {
				t.Errorf("%s has no mark", name)
			}
		}
	}
}
