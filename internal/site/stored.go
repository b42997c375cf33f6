package site

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/fxamacker/cbor/v2"

	"suluh/internal/cache"
	"suluh/internal/draft"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// A village's file is parsed once. What links and checks need of it stays in
// memory (villageInputs); the rest waits in the cache until its page is made
// (villageFile). Where there is no cache, the file is parsed again.

// villageFile is everything that a village's file says.
type villageFile struct {
	*village.Village
	parts []markdown.Part
}

// storedHead and storedBody are the two halves of a record of the cache. Types
// in it that have the tag toarray are kept as lists of their fields, in half the
// time that looking for names takes; another program reads no record anyway.
type storedHead struct {
	Entry   village.Entry
	Refs    []*markdown.Ref
	Numbers []phone.Found
	Faults  source.List // warnings alone: their arguments are texts and figures
}

type storedBody struct {
	Village village.Village
	Parts   []markdown.Part
}

// readVillage is one village as it comes from its file or from the cache.
type readVillage struct {
	name    string
	entry   *village.Entry // nil when the file cannot be read
	refs    []*markdown.Ref
	numbers []phone.Found
	faults  source.List
}

// readVillage gives a village from the cache if its file has not changed, else
// from the file. A file with errors is not kept: they are told anew each time.
func (l *loader) readVillage(name string, stamp cache.Stamp) readVillage {
	in := readVillage{name: name}
	if r, ok := l.parsed.Find(name, stamp); ok && in.restore(r) {
		return in
	}
	raw, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		in.faults.Add(unreadable(name, err))
		return in
	}
	hash := hashOf(raw)
	if r, ok := l.parsed.FindContent(name, hash); ok && in.restore(r) {
		if body, ok := l.parsed.Read(r.Body); ok {
			in.entry.Parsed = l.parsed.Add(name, stamp, hash, r.Head, body)
		}
		return in
	}
	f, broken := source.New(name, raw)
	if broken != nil {
		in.faults.Add(broken)
		return in
	}
	v, doc, faults := parseVillage(f, l.markdown)
	in.faults = faults
	if v == nil {
		return in
	}
	in.entry, in.refs, in.numbers = v.Entry(), doc.Refs, append(v.Typed, doc.Numbers...)
	in.entry.Hash, in.entry.Linked, in.entry.Addresses = hash, needsOthers(name, doc.Refs), addressForm.Match(f.Data)
	if !faults.HasErrors() {
		in.entry.Parsed = l.keep(in, storedBody{*v, bodyOf(doc)}, stamp)
	}
	return in
}

func parseVillage(f *source.File, parser *markdown.Parser) (*village.Village, *markdown.Doc, source.List) {
	v, faults := village.Parse(f)
	if v == nil {
		return nil, nil, faults
	}
	doc, more := parser.Parse(f, v.Body)
	faults.Add(more...)
	if words := draft.LeftIn(doc.Text); words != "" {
		faults.Add(placeOf(f, source.TemplateLeft, words))
	}
	return v, doc, faults
}

func bodyOf(doc *markdown.Doc) []markdown.Part { return slices.Concat(doc.Lead, doc.Parts) }

// needsOthers tells whether a village's text becomes what other villages or
// pictures are.
func needsOthers(file string, refs []*markdown.Ref) bool {
	return slices.ContainsFunc(refs, func(ref *markdown.Ref) bool {
		switch ref.Kind {
		case markdown.Village, markdown.Picture:
			return true
		case markdown.Link:
			return strings.HasPrefix(fileOf(file, pathOf(ref.Target)), village.Folder+"/")
		}
		return false
	})
}

func hashOf(data []byte) cache.Hash {
	sum := sha256.Sum256(data)
	return cache.Hash(sum[:len(cache.Hash{})])
}

// buffers are for encoding.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func (l *loader) keep(in readVillage, body storedBody, stamp cache.Stamp) cache.Place {
	if l.parsed == nil {
		return cache.Place{}
	}
	w := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(w)
	w.Reset()
	err := cbor.MarshalToBuffer(storedHead{*in.entry, in.refs, in.numbers, in.faults}, w)
	split := w.Len()
	if err == nil {
		err = cbor.MarshalToBuffer(body, w)
	}
	if err != nil {
		panic(fmt.Sprintf("site: a village cannot be encoded: %v", err)) // its types say that it can
	}
	return l.parsed.Add(in.name, stamp, in.entry.Hash, w.Bytes()[:split], w.Bytes()[split:])
}

// restore reads the head of a record.
func (in *readVillage) restore(r cache.Record) bool {
	var head storedHead
	if err := cbor.Unmarshal(r.Head, &head); err != nil {
		return false
	}
	in.entry, in.refs, in.numbers, in.faults = &head.Entry, head.Refs, head.Numbers, head.Faults
	in.entry.Locate(in.name)
	in.entry.Hash, in.entry.Parsed = r.Hash, r.Body
	return true
}

// village gives everything that the file of a village says.
func (s *Site) village(e *village.Entry) (villageFile, error) {
	if data, ok := s.parsed.Read(e.Parsed); ok {
		var body storedBody
		if err := cbor.Unmarshal(data, &body); err == nil {
			return villageFile{&body.Village, body.Parts}, nil
		}
	}
	f, broken := s.reread(e.File)
	if broken != nil {
		return villageFile{}, broken
	}
	v, doc, faults := parseVillage(f, s.markdown)
	if v == nil {
		return villageFile{}, faults[0]
	}
	return villageFile{v, bodyOf(doc)}, nil
}
