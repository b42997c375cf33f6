package site

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"suluh/internal/markdown"
	"suluh/internal/phone"
	"suluh/internal/progress"
	"suluh/internal/source"
	"suluh/internal/village"
)

// villageInputs is what is known of all villages, held small: a country has
// tens of thousands, and their texts mention the same few pages.
type villageInputs struct {
	list     []*village.Entry                 // by file
	mentions map[mention][]*village.Entry     // by file
	numbers  map[*village.Entry][]phone.Found // typed in words
	faults   map[string]source.List           // by file
}

// mention is a reference as far as it depends on other files. The folder
// counts only for the way from a text to another file.
type mention struct {
	kind   markdown.RefKind
	folder string
	target string
}

func mentionOf(file string, ref *markdown.Ref) mention {
	m := mention{kind: ref.Kind, target: ref.Target}
	if (ref.Kind == markdown.Link || ref.Kind == markdown.Picture) && !strings.HasPrefix(ref.Target, "/") {
		m.folder = path.Dir(file)
	}
	return m
}

// origin is a place from which the mention can be followed.
func (m mention) origin() origin {
	return origin{file: cmp.Or(m.folder, village.Folder) + "/x.md", lang: sourceLang, path: "desa/x.html"}
}

func (m mention) ref() *markdown.Ref { return &markdown.Ref{Kind: m.kind, Target: m.target} }

// loadVillages reads villages, several at once.
func (l *loader) loadVillages(found []foundFile) villageInputs {
	in := villageInputs{mentions: map[mention][]*village.Entry{}, numbers: map[*village.Entry][]phone.Found{}, faults: map[string]source.List{}}
	in.list = make([]*village.Entry, 0, len(found))
	const batch = 1000 // behind each, what was read becomes small
	read := make([]readVillage, min(batch, len(found)))
	l.opt.Meter.Begin(progress.Reading, len(found))
	for len(found) > 0 {
		n := min(batch, len(found))
		each(n, l.opt.jobs(), func(i int) {
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
func (in *villageInputs) add(v readVillage, put func([]*village.Entry, *village.Entry) []*village.Entry) {
	if len(v.faults) > 0 {
		in.faults[v.name] = v.faults
	}
	if v.entry == nil {
		return
	}
	in.list = put(in.list, v.entry)
	if len(v.numbers) > 0 {
		in.numbers[v.entry] = v.numbers
	}
	for _, ref := range v.refs {
		m := mentionOf(v.name, ref)
		in.mentions[m] = put(in.mentions[m], v.entry)
	}
}

// ofPictures gives the mentions of pictures, in the order of the files.
func (in *villageInputs) ofPictures() []mention {
	var found []mention
	for m := range in.mentions {
		if isPicture(m.target) {
			found = append(found, m)
		}
	}
	slices.SortFunc(found, func(a, b mention) int {
		return cmp.Or(strings.Compare(in.mentions[a][0].File, in.mentions[b][0].File), strings.Compare(a.target, b.target), cmp.Compare(a.kind, b.kind))
	})
	return found
}

// blame says where a village has a reference that leads nowhere. The file is
// read again, since places are not kept.
func (s *Site) blame(e *village.Entry, m mention, fault *source.Fault, faults *source.List) {
	f, broken := s.reread(e.File)
	if broken != nil {
		faults.Add(broken)
		return
	}
	_, doc, _ := parseVillage(f, s.markdown)
	if doc == nil {
		return
	}
	for _, ref := range doc.Refs {
		if mentionOf(e.File, ref) == m {
			if fault.Code == source.TargetDraft || !s.isTold(f.Name, fault.Code) {
				s.tell(f, ref.Off, ref.Len, fault, faults)
			}
		}
	}
}

// checkMentions checks what villages refer to, each mention once.
func (s *Site) checkMentions(faults *source.List) {
	for m, entries := range s.inputs.villages.mentions {
		if fault := s.reference(m.origin(), m.ref()); fault != nil {
			for _, e := range entries {
				s.blame(e, m, fault, faults)
			}
		}
	}
}
