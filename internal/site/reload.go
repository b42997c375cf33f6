package site

import (
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"

	"suluh/internal/cache"
	"suluh/internal/source"
	"suluh/internal/village"
)

// Reload gives the Site as it is after some files changed, named by their
// paths below the source folder. What did not change is shared with s. The
// result is what Load would give; the error is about the disk.
func (s *Site) Reload(changed []string) (*Site, error) {
	changed = slices.Compact(slices.Sorted(slices.Values(changed)))
	changed = slices.DeleteFunc(changed, s.passing)
	if slices.ContainsFunc(changed, s.isFolder) {
		return Load(s.fsys, s.opt)
	}
	// What was just saved will soon be saved again, so it is not kept.
	reader := &loader{fsys: s.fsys, opt: s.opt, min: s.min, markdown: s.markdown}
	in := *s.inputs
	var villages []readVillage // that are still there
	for _, name := range changed {
		gone := s.isGone(name)
		switch {
		case isTheme(name):
			var err error
			if in.theme, err = loadTheme(reader); err != nil {
				return nil, err
			}
		case !isVillage(name):
			in.change(name, reader, gone)
		case gone:
			in.villages = in.villages.with(readVillage{name: name})
		default:
			v := reader.readVillage(name, cache.Stamp{})
			villages = append(villages, v)
			in.villages = in.villages.with(v)
		}
	}
	concerned := func(v readVillage) bool { return s.concernsOthers(v, in.villages) }
	if len(villages) == len(changed) && in.villages.mentionsAs(s.inputs.villages) && !slices.ContainsFunc(villages, concerned) {
		return s.withVillages(&in, villages), nil
	}
	in.state = reader.state(&in)
	l := *reader
	l.parsed = s.parsed
	return link(&l, &in, s), nil
}

// change reads a file that is no village again, or forgets it.
func (in *inputs) change(name string, l *loader, gone bool) {
	at, there := slices.BinarySearchFunc(in.list, name, func(i *input, name string) int { return strings.Compare(i.name, name) })
	rest := in.list[at:]
	if there {
		rest = rest[1:]
	}
	in.list = slices.Clone(in.list[:at])
	if !gone {
		in.list = append(in.list, l.read(name))
	}
	in.list = append(in.list, rest...)
	if !isParsed(name) {
		in.files = maps.Clone(in.files)
		delete(in.files, name)
		if !gone {
			in.files[name] = true
		}
	}
}

// concernsOthers tells whether a changed village is more than another text and
// other numbers on its own page. What is wrong with a picture is said where the
// first village shows it, and that may be another one now.
func (s *Site) concernsOthers(v readVillage, now villageInputs) bool {
	was := s.villages.OfFile(v.name)
	return v.entry == nil || was == nil || !v.entry.ForOthers(was) || s.inputs.villages.shows(v.name) || now.shows(v.name)
}

// passing tells whether a file was never read and is not there: editors make
// such files while they save.
func (s *Site) passing(name string) bool {
	return s.isGone(name) && !isTheme(name) && !s.has(name) && !s.hasBelow(name+"/")
}

// isFolder tells whether a name is, or was, that of a folder of content or of
// villages: anything may have changed in it.
func (s *Site) isFolder(name string) bool {
	if isTheme(name) {
		return false
	}
	info, err := fs.Stat(s.fsys, name)
	if err != nil {
		return !s.has(name)
	}
	return !info.Mode().IsRegular()
}

func (s *Site) isGone(name string) bool {
	_, err := fs.Stat(s.fsys, name)
	return errors.Is(err, fs.ErrNotExist)
}

// isTheme tells whether a file or folder belongs to layouts or static files. Of
// these, all are read again.
func isTheme(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return first+"/" == layoutFolder || first == staticFolder
}

func (s *Site) has(name string) bool {
	return s.villages.OfFile(name) != nil || slices.ContainsFunc(s.inputs.list, func(in *input) bool { return in.name == name }) ||
		s.inputs.villages.faults[name] != nil
}

func (s *Site) hasBelow(folder string) bool {
	below := func(name string) bool { return strings.HasPrefix(name, folder) }
	return slices.ContainsFunc(s.inputs.list, func(in *input) bool { return below(in.name) }) ||
		slices.ContainsFunc(s.inputs.villages.list, func(e *village.Entry) bool { return below(e.File) })
}

// withVillages gives a Site in which some villages say something else, but
// nothing that other pages show: nothing else has to be linked or checked anew.
func (s *Site) withVillages(in *inputs, villages []readVillage) *Site {
	n := *s
	n.inputs = in
	if !n.opt.Preview {
		n.sizes = sync.OnceValues(n.weighSaved)
	}
	for _, v := range villages {
		n.villages = n.villages.With(v.entry)
	}
	n.linkOutputs()
	others := func(all source.List) source.List {
		return slices.DeleteFunc(slices.Clone(all), func(d *source.Diagnostic) bool {
			return slices.ContainsFunc(villages, func(v readVillage) bool { return v.name == d.Name })
		})
	}
	n.faults, n.villageFaults = others(s.faults), others(s.villageFaults)
	for _, v := range villages {
		n.faults.Add(v.faults...)
		var said source.List
		n.checkVillage(v.entry, &said)
		n.villageFaults.Add(said...)
		n.faults.Add(said...)
		n.checkAddress(v.entry, &n.faults)
		n.checkTyped(v.name, v.numbers, &n.faults)
		for _, ref := range v.refs {
			n.checkReference(villageOrigin(v.entry), ref, &n.faults)
		}
	}
	n.faults.Sort()
	return &n
}

// with gives the villages with one of them as it is now, or, if its file is
// gone, without it. The others, and what was said of them, are shared.
func (in villageInputs) with(v readVillage) villageInputs {
	out := villageInputs{
		list: withoutFile(in.list, v.name), mentions: maps.Clone(in.mentions), numbers: maps.Clone(in.numbers), faults: maps.Clone(in.faults),
	}
	delete(out.faults, v.name)
	if at, there := village.SearchFile(in.list, v.name); there {
		delete(out.numbers, in.list[at])
	}
	for m, entries := range in.mentions {
		if rest := withoutFile(entries, v.name); len(rest) > 0 {
			out.mentions[m] = rest
		} else {
			delete(out.mentions, m)
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
	return maps.EqualFunc(in.mentions, other.mentions, func(_, _ []*village.Entry) bool { return true })
}

// shows tells whether a village shows or links a picture.
func (in villageInputs) shows(file string) bool {
	return slices.ContainsFunc(in.ofPictures(), func(m mention) bool {
		_, found := village.SearchFile(in.mentions[m], file)
		return found
	})
}
