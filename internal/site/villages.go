package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/pool"
	"suluh/internal/progress"
	"suluh/internal/source"
	"suluh/internal/village"
)

// villageInputs is what is known of all villages, held small: a country has
// tens of thousands, and their texts mention the same few pages.
type villageInputs struct {
	List     []*village.Entry                 // by file
	Mentions map[Mention][]*village.Entry     // by file
	Numbers  map[*village.Entry][]phone.Found // typed in words
	faults   map[string]source.List           // by file
}

// Mention is a reference as far as it depends on other files. The folder
// counts only for the way from a text to another file.
type Mention struct {
	kind   markdown.RefKind
	folder string
	target string
}

// MentionOf gives what a reference in a file mentions.
func MentionOf(file string, ref *markdown.Ref) Mention {
	m := Mention{kind: ref.Kind, target: ref.Target}
	if (ref.Kind == markdown.Link || ref.Kind == markdown.Picture) && !strings.HasPrefix(ref.Target, "/") {
		m.folder = path.Dir(file)
	}
	return m
}

// Origin is a place from which the mention can be followed.
func (m Mention) Origin() Origin {
	return Origin{File: cmp.Or(m.folder, village.Folder) + "/x.md", Lang: content.SourceLang, Path: "desa/x.html"}
}

// Ref gives a reference that mentions it.
func (m Mention) Ref() *markdown.Ref { return &markdown.Ref{Kind: m.kind, Target: m.target} }

// loadVillages reads villages, several at once.
func (l *loader) loadVillages(found []foundFile) villageInputs {
	in := villageInputs{Mentions: map[Mention][]*village.Entry{}, Numbers: map[*village.Entry][]phone.Found{}, faults: map[string]source.List{}}
	in.List = make([]*village.Entry, 0, len(found))
	const batch = 1000 // behind each, what was read becomes small
	read := make([]ReadVillage, min(batch, len(found)))
	l.opt.Meter.Begin(progress.Reading, len(found))
	for len(found) > 0 {
		n := min(batch, len(found))
		pool.Each(n, l.opt.jobs(), func(i int) {
			read[i] = l.readVillage(found[i].name, found[i].stamp)
			l.opt.Meter.Step()
		})
		for i := range n {
			in.add(read[i], appended)
		}
		found = found[n:]
	}
	l.parsed.Flush()
	return in
}

// appended gives a list with a village at its end, if it is not there yet.
func appended(list []*village.Entry, e *village.Entry) []*village.Entry {
	if len(list) > 0 && list[len(list)-1] == e {
		return list
	}
	return append(list, e)
}

// add takes in a village that is not there yet; put says how it comes into a
// list that is in the order of files.
func (in *villageInputs) add(v ReadVillage, put func([]*village.Entry, *village.Entry) []*village.Entry) {
	if len(v.Faults) > 0 {
		in.faults[v.Name] = v.Faults
	}
	if v.Entry == nil {
		return
	}
	in.List = put(in.List, v.Entry)
	if len(v.Numbers) > 0 {
		in.Numbers[v.Entry] = v.Numbers
	}
	for _, ref := range v.Refs {
		m := MentionOf(v.Name, ref)
		in.Mentions[m] = put(in.Mentions[m], v.Entry)
	}
}

// OfPictures gives the mentions of pictures, in the order of the files.
func (in *villageInputs) OfPictures() []Mention {
	var found []Mention
	for m := range in.Mentions {
		if content.IsPicture(m.target) {
			found = append(found, m)
		}
	}
	slices.SortFunc(found, func(a, b Mention) int {
		return cmp.Or(strings.Compare(in.Mentions[a][0].File, in.Mentions[b][0].File), strings.Compare(a.target, b.target), cmp.Compare(a.kind, b.kind))
	})
	return found
}
