package site

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/content"
	"suluh/internal/draft"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/record"
	"suluh/internal/source"
	"suluh/internal/tree"
	"suluh/internal/village"
)

// A village's file is parsed once. What links and checks need of it stays in
// memory (villageInputs); the rest waits in the cache until its page is made
// (villageFile). Where there is no cache, the file is parsed again.

// VillageFile is everything that a village's file says.
type VillageFile struct {
	*village.Village
	Parts []markdown.Part
}

// ReadVillage is one village as it comes from its file or from the cache.
type ReadVillage struct {
	Name    string
	Entry   *village.Entry // nil when the file cannot be read
	Refs    []*markdown.Ref
	Numbers []phone.Found
	Faults  source.List
}

// readVillage gives a village from the cache if its file has not changed, else
// from the file. A file with errors is not kept: they are told anew each time.
func (l *loader) readVillage(name string, stamp cache.Stamp) ReadVillage {
	in := ReadVillage{Name: name}
	if r, ok := l.parsed.Find(name, stamp); ok && in.restore(r) {
		return in
	}
	raw, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		in.Faults.Add(tree.Unreadable(name, err))
		return in
	}
	hash := cache.HashOf(raw)
	if r, ok := l.parsed.FindContent(name, hash); ok && in.restore(r) {
		if body, ok := l.parsed.Read(r.Body); ok {
			in.Entry.Parsed = l.parsed.Add(name, stamp, hash, r.Head, body)
		}
		return in
	}
	f, broken := source.New(name, raw)
	if broken != nil {
		in.Faults.Add(broken)
		return in
	}
	v, doc, faults := parseVillage(f, l.markdown)
	in.Faults = faults
	if v == nil {
		return in
	}
	in.Entry, in.Refs, in.Numbers = v.Entry(), doc.Refs, append(v.Typed, doc.Numbers...)
	in.Entry.Hash, in.Entry.Linked, in.Entry.Addresses = hash, needsOthers(name, doc.Refs), content.AddressForm.Match(f.Data)
	if !faults.HasErrors() {
		in.Entry.Parsed = l.keep(in, record.Body{Village: *v, Parts: bodyOf(doc)}, stamp)
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
		faults.Add(source.AtWords(f, source.TemplateLeft, words))
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

// buffers are for records.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

func (l *loader) keep(in ReadVillage, body record.Body, stamp cache.Stamp) cache.Ref {
	if l.parsed == nil {
		return cache.Ref{}
	}
	w := buffers.Get().(*[]byte)
	defer buffers.Put(w)
	head := record.Head{Entry: *in.Entry, Refs: in.Refs, Numbers: in.Numbers, Faults: in.Faults}
	*w = head.Append((*w)[:0])
	split := len(*w)
	*w = body.Append(*w)
	return l.parsed.Add(in.Name, stamp, in.Entry.Hash, (*w)[:split], (*w)[split:])
}

// restore reads the head of a record.
func (in *ReadVillage) restore(r cache.Record) bool {
	head, ok := record.ReadHead(r.Head)
	if !ok {
		return false
	}
	entry := head.Entry // by itself: the rest goes when it was linked
	in.Entry, in.Refs, in.Numbers, in.Faults = &entry, head.Refs, head.Numbers, head.Faults
	in.Entry.Locate(in.Name)
	in.Entry.Hash, in.Entry.Parsed = r.Hash, r.Body
	return true
}

// Village gives everything that the file of a village says.
func (s *Site) Village(e *village.Entry) (VillageFile, error) {
	if data, ok := s.parsed.Read(e.Parsed); ok {
		if body, ok := record.ReadBody(data); ok {
			return VillageFile{&body.Village, body.Parts}, nil
		}
	}
	f, broken := s.Reread(e.File)
	if broken != nil {
		return VillageFile{}, broken
	}
	v, doc, faults := parseVillage(f, s.markdown)
	if v == nil {
		return VillageFile{}, faults[0]
	}
	return VillageFile{v, bodyOf(doc)}, nil
}

// RefsOf gives what the text of a village's file refers to; nothing when it cannot be read.
func (s *Site) RefsOf(f *source.File) []*markdown.Ref {
	_, doc, _ := parseVillage(f, s.markdown)
	if doc == nil {
		return nil
	}
	return doc.Refs
}
