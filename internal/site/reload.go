package site

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"suluh/internal/cache"
	"suluh/internal/content"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Reload gives the Site as it is after some files of content/ and villages/ changed,
// named by their paths below the source folder. What did not change is shared with s.
// The result is what Load would give; the error is about the disk. Where only some
// villages say something else, but nothing that other pages show, it gives these, too:
// nothing else has to be linked or checked anew. Else it gives nil.
func (s *Site) Reload(changed []string) (*Site, []ReadVillage, error) {
	changed = slices.Compact(slices.Sorted(slices.Values(changed)))
	changed = slices.DeleteFunc(changed, func(name string) bool { return isTransient(s, name) })
	if slices.ContainsFunc(changed, func(name string) bool { return isFolder(s, name) }) {
		n, err := Load(s.fsys, s.opt)
		return n, nil, err
	}
	// What was just saved will soon be saved again, so it is not kept.
	reader := &loader{fsys: s.fsys, opt: s.opt, min: s.min, markdown: s.markdown}
	in := *s.Inputs
	villages := []ReadVillage{} // that are still there
	for _, name := range changed {
		gone := isGone(s.fsys, name)
		switch {
		case !content.IsVillage(name):
			in.change(name, reader, gone)
		case gone:
			in.Villages = in.Villages.with(ReadVillage{Name: name})
		default:
			v := reader.readVillage(name, cache.Stamp{})
			villages = append(villages, v)
			in.Villages = in.Villages.with(v)
		}
	}
	concerned := func(v ReadVillage) bool { return affectsOthers(s, v, in.Villages) }
	if len(villages) == len(changed) && in.Villages.mentionsAs(s.Inputs.Villages) && !slices.ContainsFunc(villages, concerned) {
		return s.withVillages(&in, villages), villages, nil
	}
	in.State = reader.state(&in)
	l := *reader
	l.parsed = s.parsed
	return link(&l, &in, s), nil, nil
}

// change reads a file that is no village again, or forgets it.
func (in *inputs) change(name string, l *loader, gone bool) {
	at, there := slices.BinarySearchFunc(in.List, name, func(i *input, name string) int { return strings.Compare(i.Name, name) })
	rest := in.List[at:]
	if there {
		rest = rest[1:]
	}
	in.List = slices.Clone(in.List[:at])
	if !gone {
		in.List = append(in.List, l.read(name))
	}
	in.List = append(in.List, rest...)
	if !content.IsParsed(name) {
		in.files = maps.Clone(in.files)
		delete(in.files, name)
		if !gone {
			in.files[name] = true
		}
	}
}

// isTransient tells whether a file was never read and is not there: editors make
// such files while they save.
func isTransient(s *Site, name string) bool {
	return isGone(s.fsys, name) && !s.Has(name) && !hasBelow(s, name+"/")
}

// isFolder tells whether a name is, or was, that of a folder of content or of
// villages: anything may have changed in it.
func isFolder(s *Site, name string) bool {
	info, err := fs.Stat(s.fsys, name)
	if err != nil {
		return !s.Has(name)
	}
	return !info.Mode().IsRegular()
}

func isGone(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return errors.Is(err, fs.ErrNotExist)
}

// Has tells whether a file of content/ or villages/ was read.
func (s *Site) Has(name string) bool {
	return s.Villages.OfFile(name) != nil || slices.ContainsFunc(s.Inputs.List, func(in *input) bool { return in.Name == name }) ||
		s.Inputs.Villages.faults[name] != nil
}

func hasBelow(s *Site, folder string) bool {
	below := func(name string) bool { return strings.HasPrefix(name, folder) }
	return slices.ContainsFunc(s.Inputs.List, func(in *input) bool { return below(in.Name) }) ||
		slices.ContainsFunc(s.Inputs.Villages.List, func(e *village.Entry) bool { return below(e.File) })
}

// withVillages gives a Site in which some villages say something else, but
// nothing that other pages show.
func (s *Site) withVillages(in *inputs, villages []ReadVillage) *Site {
	n := *s
	n.Inputs = in
	n.Faults = OfOthers(s.Faults, villages)
	for _, v := range villages {
		n.Villages = n.Villages.With(v.Entry)
		n.Faults.Add(v.Faults...)
	}
	return &n
}

// OfOthers gives what was said of other files than those of some villages.
func OfOthers(all source.List, villages []ReadVillage) source.List {
	return slices.DeleteFunc(slices.Clone(all), func(d *source.Diagnostic) bool {
		return slices.ContainsFunc(villages, func(v ReadVillage) bool { return v.Name == d.Name })
	})
}

// with gives the villages with one of them as it is now, or, if its file is
// gone, without it. The others, and what was said of them, are shared.
func (in villageInputs) with(v ReadVillage) villageInputs {
	out := villageInputs{
		List: withoutFile(in.List, v.Name), Mentions: maps.Clone(in.Mentions), Numbers: maps.Clone(in.Numbers), faults: maps.Clone(in.faults),
	}
	delete(out.faults, v.Name)
	if at, there := village.SearchFile(in.List, v.Name); there {
		delete(out.Numbers, in.List[at])
	}
	for m, entries := range in.Mentions {
		if rest := withoutFile(entries, v.Name); len(rest) > 0 {
			out.Mentions[m] = rest
		} else {
			delete(out.Mentions, m)
		}
	}
	out.add(v, inserted)
	return out
}

// withoutFile gives a list without a village. The list itself stays as it is.
func withoutFile(list []*village.Entry, file string) []*village.Entry {
	at, there := village.SearchFile(list, file)
	if !there {
		return list
	}
	return slices.Concat(list[:at], list[at+1:])
}

// inserted gives a list with a village at its place. The list itself stays as it
// is.
func inserted(list []*village.Entry, e *village.Entry) []*village.Entry {
	at, there := village.SearchFile(list, e.File)
	if there {
		return list
	}
	return slices.Insert(slices.Clip(list), at, e)
}

// mentionsAs tells whether the same things are mentioned as in other villages,
// by whomever.
func (in villageInputs) mentionsAs(other villageInputs) bool {
	return maps.EqualFunc(in.Mentions, other.Mentions, func(_, _ []*village.Entry) bool { return true })
}

// shows tells whether a village shows or links a picture.
func (in villageInputs) shows(file string) bool {
	return slices.ContainsFunc(in.OfPictures(), func(m Mention) bool {
		_, found := village.SearchFile(in.Mentions[m], file)
		return found
	})
}
