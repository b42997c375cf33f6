package site

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/markdown"
	"suluh/internal/permalink"
	"suluh/internal/source"
	"suluh/internal/village"
)

// EachPage calls do for every page that is there, also for those that are not
// published yet: what is wrong with a draft is better told before its day.
func (s *Site) EachPage(do func(*content.Page)) {
	for _, p := range s.Pages {
		do(p)
	}
	for _, p := range s.Drafts {
		do(p)
	}
}

// link makes a Site of parsed files. It reads no file unless something is
// wrong in one. Was is the Site of before, or nil: while the villages are the
// same, so is what was made of them.
func link(l *loader, in *inputs, was *Site) *Site {
	s := &Site{
		Config: &content.Config{Languages: []string{content.SourceLang}, ValidFor: content.DefaultTerm},
		opt:    l.opt, fsys: l.fsys, markdown: l.markdown, min: l.min, parsed: l.parsed, Inputs: in,
		Hidden: map[string]*content.Page{}, Unread: map[string]bool{}, Documents: map[string]bool{}, Pictures: map[string]*shownPicture{},
		Contacts: &content.Contacts{ByID: map[string]*content.Contact{}}, Glossary: &content.Glossary{ByWord: map[string]*content.GlossaryTerm{}},
	}
	s.gather(in.List, was)
	s.Anchors = aggregateAnchors(s.Contacts, s.Glossary)
	s.linkPages()
	s.anchorNumbers()
	s.linkFiles()
	s.linkPictures(l)
	return s
}

// gather puts each parsed file where it belongs.
func (s *Site) gather(list []*input, was *Site) {
	var areas village.Areas
	configured := false
	for _, in := range list {
		s.Faults.Add(in.faults...)
		if in.faults.HasErrors() && (in.Page == nil || in.Page.Doc == nil) {
			s.Unread[in.Name] = true
		}
		switch {
		case in.config != nil:
			s.Config, configured = in.config, true
		case in.contacts != nil:
			s.Contacts = in.contacts
		case in.terms != nil:
			s.Glossary = in.terms
		case in.words != nil:
			s.SearchWords = *in.words
		case in.questions != nil:
			s.Questions = in.questions
		case in.styleGuide != nil:
			s.StyleGuide = in.styleGuide
		case in.areas != nil:
			areas = in.areas
		case in.Page != nil:
			s.Pages = append(s.Pages, in.Page)
		}
		configured = configured || in.Name == content.ConfigFile
	}
	if !configured {
		s.Faults.Add(source.Whole(content.ConfigFile, source.ConfigMissing))
	}
	missingFile(s, list, content.ContactFile, markdown.Contact, markdown.Card)
	missingFile(s, list, content.GlossaryFile, markdown.Term)
	for file, faults := range s.Inputs.Villages.faults {
		s.Faults.Add(faults...)
		if _, read := village.SearchFile(s.Inputs.Villages.List, file); !read || faults.HasErrors() {
			s.Unread[village.Folder] = true
		}
	}
	if was != nil && s.SameVillages(was) {
		s.Villages, s.Directory = was.Villages, was.Directory
		return
	}
	s.Villages = village.NewSet(s.Inputs.Villages.List, areas)
	s.Directory = directoryOf(s.Villages)
}

// missingFile tells of a registry that is not there though pages refer to it. It
// is one mistake: the references are not judged.
func missingFile(s *Site, list []*input, file string, kinds ...markdown.RefKind) {
	stem := strings.TrimSuffix(file, path.Ext(file))
	misnamed := false
	for _, in := range list {
		if in.Name == file {
			return
		}
		misnamed = misnamed || isMisnamed(in) && strings.HasPrefix(strings.ToLower(in.Name), stem)
	}
	used := file == content.ContactFile && len(s.Config.Main) > 0
	for _, p := range s.Pages {
		used = used || p.Doc != nil && slices.ContainsFunc(p.Doc.Refs, func(r *markdown.Ref) bool { return slices.Contains(kinds, r.Kind) })
	}
	if used {
		s.Unread[file] = true
		if !misnamed {
			s.Faults.Add(source.Whole(file, source.FileNeeded))
		}
	}
}

func isMisnamed(in *input) bool {
	return slices.ContainsFunc(in.faults, func(d *source.Diagnostic) bool { return d.Code == source.FileMisnamed })
}

// SameVillages tells whether the villages and the names of areas are the very
// same ones.
func (s *Site) SameVillages(was *Site) bool {
	areas := func(in *inputs) *input {
		i := slices.IndexFunc(in.List, func(i *input) bool { return i.Name == village.AreasFile })
		if i < 0 {
			return nil
		}
		return in.List[i]
	}
	x, y := s.Inputs.Villages.List, was.Inputs.Villages.List
	return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0]) && areas(s.Inputs) == areas(was.Inputs)
}

// Lang gives a language by its code; nil when the site does not have it.
func (s *Site) Lang(code string) *Lang {
	i := slices.IndexFunc(s.Langs, func(l *Lang) bool { return l.Code == code })
	if i < 0 {
		return nil
	}
	return s.Langs[i]
}

// linkPages finds the translations of each page and leaves out what is not
// published.
func (s *Site) linkPages() {
	for _, code := range s.Config.Languages {
		s.Langs = append(s.Langs, &Lang{Code: code, Pages: map[string]*content.Page{}})
	}
	all := s.Pages
	s.Pages = nil
	for _, p := range all {
		lang := s.Lang(p.Lang)
		switch {
		case lang == nil && s.Unread[content.ConfigFile]:
			// Its languages are not known.
		case lang == nil:
			near := source.Nearest(p.Lang, s.Config.Languages)
			s.Faults.Add(source.Whole(p.File, source.LanguageUnknown, p.Lang, strings.Join(s.Config.Languages, ", ")).WithNear(near))
		case !p.Meta.Published(s.opt.Date) && !s.opt.Drafts:
			s.Hidden[p.File] = p
			s.Drafts = append(s.Drafts, p)
		default:
			lang.Pages[p.Key] = p
			s.Pages = append(s.Pages, p)
		}
	}
	slices.SortStableFunc(s.Pages, func(a, b *content.Page) int {
		return cmp.Or(cmp.Compare(sectionOf(a), sectionOf(b)), cmp.Compare(a.Meta.Order, b.Meta.Order),
			cmp.Compare(a.Key, b.Key), cmp.Compare(a.Lang, b.Lang))
	})
	if s.Langs[0].Pages[content.HomeKey] == nil && !s.Unread[content.Folder+content.HomeKey+".md"] {
		s.Faults.Add(source.Whole(content.Folder+content.HomeKey+".md", source.HomeMissing))
	}
}

func sectionOf(p *content.Page) int {
	return slices.IndexFunc(content.Sections, func(s content.Section) bool { return s.Kind == p.Kind })
}

// linkFiles notes the documents that texts link, and the recordings of pages: only these
// are published.
func (s *Site) linkFiles() {
	note := func(from Origin, ref *markdown.Ref) {
		if ref.Kind == markdown.Link {
			if t, fault := s.Resolve(from, ref); fault == nil && t.File != "" && !content.IsPicture(t.File) {
				s.Documents[t.File] = true
			}
		}
	}
	s.EachRef(note)
	for _, p := range s.Pages {
		for _, r := range p.Meta.Recordings {
			if name, there := s.RecordingFile(p, r); there {
				s.Documents[name] = true
			}
		}
	}
	for m := range s.Inputs.Villages.Mentions {
		note(m.Origin(), m.Ref())
	}
}

// EachRef calls do for every reference in every published page.
func (s *Site) EachRef(do func(from Origin, ref *markdown.Ref)) {
	for _, p := range s.Pages {
		for _, ref := range p.Doc.Refs {
			do(Origin{File: p.File, Lang: p.Lang, Path: p.Path, page: p}, ref)
		}
	}
}

// Origin is the page that a reference stands on.
type Origin struct {
	File string
	Lang string
	Path string
	page *content.Page // nil for villages and pages made from several files
}

// VillageOrigin is the page of a village as the place of a reference.
func VillageOrigin(v *village.Entry) Origin {
	return Origin{File: v.File, Lang: content.SourceLang, Path: permalink.Village(v)}
}

// target is where a link leads.
type target struct {
	Href     string
	Lang     string // the target's language, where it is another
	External bool
	File     string // a file of content/ that has to be published
}

// Resolve finds where a link or picture leads. The fault has no place; it
// belongs where the reference stands.
func (s *Site) Resolve(from Origin, ref *markdown.Ref) (target, *source.Fault) {
	dest, fragment, _ := strings.Cut(ref.Target, "#")
	if markdown.Scheme(ref.Target) != "" {
		return target{Href: ref.Target, External: true}, nil
	}
	if dest == "" && fragment == "" {
		return target{Href: "#"}, nil // said when the file was read
	}
	fragment = unescaped(fragment)
	if dest == "" {
		if from.page != nil && fragment != "" {
			return target{Href: "#" + url.PathEscape(fragment)}, anchorFault(from.page, fragment)
		}
		return target{Href: "#" + url.PathEscape(fragment)}, nil
	}
	dest, _, _ = strings.Cut(dest, "?")
	name := s.Inputs.named(fileOf(from.File, unescaped(dest)))
	switch {
	case name == ".." || strings.HasPrefix(name, "../"):
		return target{}, &source.Fault{Code: source.TargetOutside, Args: []any{ref.Target}}
	case path.Ext(name) == ".md":
		return s.resolvePage(from, name, fragment)
	case path.Ext(name) == ".html":
		return s.ResolveAggregate(from, strings.TrimPrefix(name, content.Folder), fragment)
	case s.Inputs.files[name]:
		return target{Href: permalink.Relative(from.Path, strings.TrimPrefix(name, content.Folder)), File: name}, nil
	case ref.Kind == markdown.Picture:
		return target{}, &source.Fault{Code: source.PictureMissing, Args: []any{name}, Near: source.Nearest(name, slices.Sorted(maps.Keys(s.Inputs.files)))}
	default:
		return target{}, absent(s, from, name, dest)
	}
}

// absent says that a file is not there, and proposes the page that was probably
// meant: writers leave out the ending, or know a page by its address.
func absent(s *Site, from Origin, name, dest string) *source.Fault {
	near := source.Nearest(name, slices.Sorted(maps.Keys(s.Inputs.files)))
	if page := pageLike(s, from, name); page != "" {
		near = page
	}
	if strings.HasSuffix(dest, "/") || path.Ext(name) == "" && near == "" {
		if _, made := s.Anchors[strings.TrimPrefix(name, content.Folder)+"/index.html"]; made {
			near = "/" + strings.TrimPrefix(name, content.Folder) + "/index.html"
		}
	}
	return &source.Fault{Code: source.FileTargetAbsent, Args: []any{name}, Near: near}
}

// pageLike gives the link to the page whose file, but for its ending, is called
// so.
func pageLike(s *Site, from Origin, name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, stem := range []string{stem, strings.TrimSuffix(name, "/"), strings.Replace(stem, content.Folder+"desa/", village.Folder+"/", 1)} {
		key := strings.TrimPrefix(stem, content.Folder)
		if p := s.Find(key, from.Lang); p != nil {
			return permalink.Way(from.File, content.Folder+key+".md")
		}
		if e := s.Villages.OfFile(stem + ".md"); e != nil {
			return permalink.Way(from.File, e.File)
		}
	}
	return ""
}

// unescaped reads an address as it is written in a text: with or without
// percent signs.
func unescaped(address string) string {
	if plain, err := url.PathUnescape(address); err == nil {
		return plain
	}
	return address
}

// pathOf gives the path of a target without its fragment and query.
func pathOf(target string) string {
	target, _, _ = strings.Cut(target, "#")
	target, _, _ = strings.Cut(target, "?")
	return target
}

// fileOf gives the file that a text in another file names.
func fileOf(from, dest string) string {
	if strings.HasPrefix(dest, "/") {
		return path.Join(content.Folder, dest)
	}
	return path.Join(path.Dir(from), dest)
}

func (s *Site) resolvePage(from Origin, name, fragment string) (target, *source.Fault) {
	if slug, ok := strings.CutPrefix(strings.TrimSuffix(name, ".md"), village.Folder+"/"); ok {
		if v := s.Villages.Find(slug); v != nil {
			return target{Href: permalink.Relative(from.Path, permalink.Village(v)), Lang: Differs(from.Lang, content.SourceLang)}, nil
		}
		if s.Unread[village.Folder] {
			return target{Href: "#"}, nil
		}
		return target{}, &source.Fault{Code: source.VillageMissing, Args: []any{slug}, Near: source.Nearest(slug, s.Villages.Keys())}
	}
	wanted, fault := content.PlacePage(name)
	if fault != nil {
		wanted = &content.Page{Key: strings.TrimSuffix(strings.TrimPrefix(name, content.Folder), ".md"), Lang: content.SourceLang}
	}
	lang := wanted.Lang
	if lang == content.SourceLang {
		lang = from.Lang
	}
	p := s.Find(wanted.Key, lang)
	switch {
	case p == nil && s.Unread[name]:
		return target{Href: "#"}, nil // its own fault is told
	case p == nil && s.Hidden[name] != nil:
		return target{}, &source.Fault{Code: source.TargetDraft, Args: []any{name}}
	case p == nil:
		return target{}, &source.Fault{Code: source.PageMissing, Args: []any{strings.TrimPrefix(name, content.Folder)}, Near: nearPage(s, from, name)}
	}
	t := target{Href: permalink.Relative(from.Path, p.Path), Lang: Differs(from.Lang, p.Lang)}
	if fragment != "" {
		t.Href += "#" + url.PathEscape(fragment)
		return t, anchorFault(p, fragment)
	}
	return t, nil
}

// Find gives a page in a language, or in Indonesian where it is not translated.
func (s *Site) Find(key, lang string) *content.Page {
	if l := s.Lang(lang); l != nil && l.Pages[key] != nil {
		return l.Pages[key]
	}
	return s.Langs[0].Pages[key]
}

// ResolveAggregate finds a page that is made from several files, by its address.
func (s *Site) ResolveAggregate(from Origin, name, fragment string) (target, *source.Fault) {
	anchors, made := s.Anchors[name]
	if !made {
		near := source.Nearest(name, slices.Sorted(maps.Keys(s.Anchors)))
		if page := pageLike(s, from, content.Folder+name); page != "" {
			near = page
		}
		return target{}, &source.Fault{Code: source.PageMissing, Args: []any{name}, Near: near}
	}
	t := target{}
	if lang := s.Lang(from.Lang); lang != nil && lang.Has() && name != permalink.Send { // which is in Indonesian alone
		t.Href = permalink.Relative(from.Path, content.LangPrefix(from.Lang)+name)
	} else {
		t.Href, t.Lang = permalink.Relative(from.Path, name), Differs(from.Lang, content.SourceLang)
	}
	if fragment != "" {
		t.Href += "#" + url.PathEscape(fragment)
		if !slices.Contains(anchors, fragment) {
			return t, &source.Fault{Code: source.AnchorMissing, Args: []any{fragment, name}, Near: source.Nearest(fragment, anchors)}
		}
	}
	return t, nil
}

// anchorNumbers adds the pages of the numbers of countries.
func (s *Site) anchorNumbers() {
	for _, p := range s.Langs[0].Pages {
		if p.Kind != content.Country {
			continue
		}
		name := permalink.CountryNumbers(p.Path)
		for _, c := range s.Contacts.List {
			if slices.Contains(c.Countries, path.Base(p.Key)) {
				s.Anchors[name] = append(s.Anchors[name], c.ID)
			}
		}
	}
}

// aggregateAnchors gives the pages made from several files, each with its anchors.
func aggregateAnchors(contacts *content.Contacts, glossary *content.Glossary) map[string][]string {
	made := map[string][]string{"index.html": nil, permalink.Directory: nil, permalink.AllNumbers: contacts.IDs(), permalink.Numbers: nil, permalink.Glossary: nil, permalink.Topics: nil, permalink.Offline: nil, permalink.Send: nil}
	for _, c := range contacts.List {
		if c.IsAtHome() {
			made[permalink.Numbers] = append(made[permalink.Numbers], c.ID)
		}
	}
	for _, t := range glossary.List {
		made[permalink.Glossary] = append(made[permalink.Glossary], t.ID())
	}
	for _, section := range content.Sections {
		if section.Listed {
			made[section.Path+"index.html"] = nil
		}
	}
	return made
}

func anchorFault(p *content.Page, fragment string) *source.Fault {
	var ids []string
	for _, h := range p.Doc.Headings {
		ids = append(ids, h.ID)
	}
	if slices.Contains(ids, fragment) {
		return nil
	}
	return &source.Fault{Code: source.AnchorMissing, Args: []any{fragment, p.Key}, Near: source.Nearest(fragment, ids)}
}

// nearPage proposes a page in the form in which the writer named one: by the
// same folder first, since that is how most links are written.
func nearPage(s *Site, from Origin, name string) string {
	var names []string
	for _, p := range s.Langs[0].Pages {
		names = append(names, p.File)
	}
	slices.Sort(names)
	if e := s.Villages.OfFile(village.Folder + "/" + path.Base(name)); e != nil {
		names = append(names, e.File)
	}
	near := NearFile(name, names)
	if near == "" {
		return ""
	}
	return permalink.Way(from.File, near)
}

// NearFile gives the file that was probably meant: one of the same name in another
// folder, or one whose own name is nearly the same, in the same folder first.
// Folders do not count: their letters would make all files in one alike.
func NearFile(name string, files []string) string {
	base := path.Base(name)
	if i := slices.IndexFunc(files, func(n string) bool { return n != name && path.Base(n) == base }); i >= 0 {
		return files[i]
	}
	var here, all []string
	for _, n := range files {
		all = append(all, path.Base(n))
		if path.Dir(n) == path.Dir(name) {
			here = append(here, path.Base(n))
		}
	}
	if near := source.Nearest(base, here); near != "" {
		return path.Join(path.Dir(name), near)
	}
	near := source.Nearest(base, all)
	if near == "" {
		return ""
	}
	return files[slices.Index(all, near)]
}

// Differs gives the language of a target where it is not that of the place.
func Differs(here, there string) string {
	if here == there {
		return ""
	}
	return there
}

// RecordingFile gives the file of a recording, and whether it is there.
func (s *Site) RecordingFile(p *content.Page, r content.Recording) (name string, there bool) {
	name = s.Inputs.named(fileOf(p.File, r.File))
	return name, s.Inputs.files[name]
}

// PageOrigin is a page as the place of a reference.
func PageOrigin(p *content.Page) Origin {
	return Origin{File: p.File, Lang: p.Lang, Path: p.Path, page: p}
}
