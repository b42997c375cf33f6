package serve

import (
	"bytes"
	"io/fs"
	"net/http"

	"suluh/internal/publish"
)

// mostForTyped is how many villages a site may have whose pages are shown as they are typed:
// all of it is read for that.
const mostForTyped = 3000

// typedFS is a site's folder in which one file is as somebody types it.
type typedFS struct {
	fs.FS
	name string
	data []byte
}

// Open implements fs.FS.
func (t typedFS) Open(name string) (fs.File, error) {
	f, err := t.FS.Open(name)
	if err != nil || name != t.name {
		return f, err
	}
	return typedFile{f, bytes.NewReader(t.data), int64(len(t.data))}, nil
}

// typedFile is that file.
type typedFile struct {
	fs.File
	data *bytes.Reader
	size int64
}

// Read implements fs.File.
func (f typedFile) Read(p []byte) (int, error) { return f.data.Read(p) }

// Stat implements fs.File.
func (f typedFile) Stat() (fs.FileInfo, error) {
	info, err := f.File.Stat()
	return typedInfo{info, f.size}, err
}

type typedInfo struct {
	fs.FileInfo
	size int64
}

// Size implements fs.FileInfo.
func (i typedInfo) Size() int64 { return i.size }

// pageAsTyped shows a page with what is typed and not saved; false where nothing is, or the
// site is too large.
func (s *Server) pageAsTyped(w http.ResponseWriter, r *http.Request) bool {
	if s.Desk == nil || !isOwn(r) {
		return false
	}
	name, data, typed := s.Desk.TypedIn(r)
	if !typed {
		return false
	}
	now, err := s.Current()
	if err != nil || now.Villages.Len() > mostForTyped {
		return false
	}
	opt := s.opt
	opt.Parsed = "" // what is not saved must not be kept as what the file holds
	then, err := publish.Load(typedFS{s.tree, name, data}, opt)
	if err != nil {
		return false
	}
	s.page(w, r, held{last: then, good: then}, then.Check(), nil)
	return true
}
