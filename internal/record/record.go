// Package record writes what a village's file says as bytes, for the cache between two
// builds, and reads it back. Its two halves are read apart: the head when a site is
// loaded, the body when the village's page is made.
//
// Each type has one function, which writes and reads its fields in one order, so that
// the two cannot differ. There are no names and no versions: another program reads no
// record. What is damaged is refused, and the file is parsed again.
package record

import (
	"suluh/internal/frontmatter"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Head is what links and checks need of a village's file. The entry is written without
// its file, its hash and its place in the cache, which are those of the record.
type Head struct {
	Entry   village.Entry
	Refs    []*markdown.Ref
	Numbers []phone.Found
	Faults  source.List // warnings alone: their arguments are texts and figures
}

// Body is everything else that the file says.
type Body struct {
	Village village.Village
	Parts   []markdown.Part
}

// Append adds the bytes of a head to others.
func (h *Head) Append(to []byte) []byte {
	c := coder{data: to}
	c.head(h)
	return c.data
}

// Append adds the bytes of a body to others.
func (b *Body) Append(to []byte) []byte {
	c := coder{data: to}
	c.body(b)
	return c.data
}

// ReadHead reads a head. What it holds is kept for long, so its texts are copies.
func ReadHead(data []byte) (*Head, bool) {
	c := coder{data: data, reading: true}
	var h Head
	c.head(&h)
	return &h, c.isDone()
}

// ReadBody reads a body. What it holds goes together, so its texts are parts of one.
func ReadBody(data []byte) (*Body, bool) {
	c := coder{data: data, all: string(data), reading: true}
	var b Body
	c.body(&b)
	return &b, c.isDone()
}

func (c *coder) head(h *Head) {
	c.entry(&h.Entry)
	list(c, &h.Refs, pointer((*coder).ref))
	list(c, &h.Numbers, (*coder).found)
	list(c, &h.Faults, pointer((*coder).diagnostic))
}

func (c *coder) body(b *Body) {
	c.village(&b.Village)
	list(c, &b.Parts, (*coder).part)
}

func (c *coder) entry(e *village.Entry) {
	text(c, &e.Name)
	text(c, &e.Code)
	text(c, &e.District)
	list(c, &e.Also, text)
	list(c, &e.Possible, text)
	list(c, &e.Alias, text)
	c.flag(&e.Linked)
	c.flag(&e.Addresses)
	list(c, &e.Dials, whole)
	whole(c, &e.AsOf)
	whole(c, &e.ValidFor)
	whole(c, &e.From)
	whole(c, &e.Latest)
	c.small(&e.Point[0])
	c.small(&e.Point[1])
	c.flag(&e.Compiled)
}

func (c *coder) village(v *village.Village) {
	text(c, &v.File)
	text(c, &v.Slug)
	whole(c, &v.Body)
	text(c, &v.Name)
	list(c, &v.Also, text)
	text(c, &v.Code)
	text(c, &v.District)
	list(c, &v.Possible, text)
	text(c, &v.Status)
	c.office(&v.Office)
	list(c, &v.Declared, (*coder).contact)
	list(c, &v.Services, text)
	text(c, &v.Perdes)
	text(c, &v.Site)
	list(c, &v.Alias, text)
	c.date(&v.Checked)
	c.date(&v.Compiled)
	whole(c, &v.ValidFor)
	list(c, &v.Sources, (*coder).citation)
	list(c, &v.Typed, (*coder).found)
}

func (c *coder) office(o *village.Office) {
	for _, s := range []*string{&o.Address, &o.Directions, &o.Postcode, &o.RT, &o.RW} {
		text(c, s)
	}
	optional(c, &o.Latitude, (*coder).float)
	optional(c, &o.Longitude, (*coder).float)
	for i := range o.Hours.Days {
		list(c, &o.Hours.Days[i].Spans, (*coder).span)
		c.flag(&o.Hours.Days[i].Closed)
	}
}

func (c *coder) span(s *village.Span) {
	whole(c, &s.From)
	whole(c, &s.To)
}

func (c *coder) contact(v *village.Contact) {
	text(c, &v.Role)
	c.number(&v.Phone)
	c.number((*phone.Number)(&v.WhatsApp))
	c.date(&v.Consent)
	text(c, &v.Form)
	list(c, &v.Scope, text)
	optional(c, &v.Private, (*coder).flag)
}

func (c *coder) number(n *phone.Number) {
	text(c, &n.Written)
	text(c, &n.E164)
	text(c, &n.Shown)
	whole(c, &n.Line)
	whole(c, &n.Kind)
}

func (c *coder) found(n *phone.Found) {
	text(c, &n.Text)
	whole(c, &n.Off)
	whole(c, &n.Len)
	whole(c, &n.Sort)
}

func (c *coder) date(d *frontmatter.Date) {
	whole(c, &d.Year)
	whole(c, &d.Month)
	whole(c, &d.Day)
}

func (c *coder) citation(v *frontmatter.Citation) {
	text(c, &v.Name)
	text(c, &v.Address)
	c.date(&v.Date)
}

func (c *coder) part(p *markdown.Part) {
	text(c, &p.HTML)
	optional(c, &p.Ref, (*coder).ref)
}

func (c *coder) ref(r *markdown.Ref) {
	whole(c, &r.Kind)
	text(c, &r.Target)
	text(c, &r.Text)
	c.flag(&r.Alone)
	whole(c, &r.Off)
	whole(c, &r.Len)
}

func (c *coder) diagnostic(d *source.Diagnostic) {
	text(c, &d.Code)
	list(c, &d.Args, (*coder).argument)
	text(c, &d.Near)
	text(c, &d.Name)
	whole(c, &d.Line)
	whole(c, &d.Col)
	whole(c, &d.Width)
	text(c, &d.Text)
	whole(c, &d.Shift)
	whole(c, &d.More)
}
