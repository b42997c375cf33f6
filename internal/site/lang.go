package site

import (
	"suluh/internal/content"
)

// Lang is one language of the site.
type Lang struct {
	Code  string
	Pages map[string]*content.Page // by key
}

// Has tells whether the pages made from several files are made in this
// language: it needs a home page of its own.
func (l *Lang) Has() bool { return l.Pages[content.HomeKey] != nil }
