package site

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"suluh/internal/markdown"
	"suluh/internal/source"
	"suluh/internal/village"
)

// link makes a Site of parsed files. It reads no file unless something is
// wrong in one. Was is the Site of before, or nil: while the villages are the
// same, so is what was made of them.
func link(l *loader, in *inputs, was *Site) *Site {
	s := &Site{
		Config: &Config{Languages: []string{sourceLang}, Term: defaultTerm},
		opt:    l.opt, fsys: l.fsys, markdown: l.markdown, min: l.min, parsed: l.parsed, inputs: in, theme: in.theme,
		hidden: map[string]*Page{}, unread: map[string]bool{}, leading: map[string][]string{}, told: map[toldKey]*source.Diagnostic{}, files: map[string]bool{}, pictures: map[string]*shownPicture{},
		contacts: &contacts{byID: map[string]*Contact{}}, terms: &terms{byWord: map[string]*Term{}},
	}
	s.sizes, s.weighed = sync.OnceValues(s.weighSaved), &sync.Map{}
	if was != nil {
		s.weighed = was.weighed
		if s.opt.Preview {
			s.sizes = was.sizes
		}
	}
	s.faults.Add(in.theme.faults...)
	s.gather(in.list, was)
	s.anchors = s.madeAnchors()
	s.linkLanguages()
	s.linkPages()
	s.linkFiles()
	s.linkPictures(l)
	s.renderShared(was)
	s.linkOutputs()
	for _, c := range checks {
		c.run(s, &s.faults)
	}
	s.faults.Sort()
	return s
}

// gather puts each parsed file where it belongs.
func (s *Site) gather(list []*input, was *Site) {
	var areas village.Areas
	configured := false
	for _, in := range list {
		s.faults.Add(in.faults...)
		if in.faults.HasErrors() && (in.page == nil || in.page.Doc == nil) {
			s.unread[in.name] = true
		}
		switch {
		case in.config != nil:
			s.Config, configured = in.config, true
		case in.contacts != nil:
			s.contacts = in.contacts
		case in.terms != nil:
			s.terms = in.terms
		case in.words != nil:
			s.searchWords = *in.words
		case in.styleGuide != nil:
			s.styleGuide = in.styleGuide
		case in.areas != nil:
			areas = in.areas
		case in.page != nil:
			s.pages = append(s.pages, in.page)
		}
		configured = configured || in.name == configFile
	}
	if !configured {
		s.faults.Add(whole(configFile, source.ConfigMissing))
	}
	s.missingFile(list, contactFile, markdown.Contact, markdown.Card)
	s.missingFile(list, termFile, markdown.Term)
	for file, faults := range s.inputs.villages.faults {
		s.faults.Add(faults...)
		if _, read := village.SearchFile(s.inputs.villages.list, file); !read || faults.HasErrors() {
			s.unread[village.Folder] = true
		}
	}
	if was != nil && sameVillages(s.inputs, was.inputs) {
		s.villages, s.directory, s.sharedNumbers, s.sameNames = was.villages, was.directory, was.sharedNumbers, was.sameNames
		if s.sameJudge(was) {
			s.villageFaults = was.villageFaults
			return
		}
		for v := range s.villages.All() {
			s.checkVillage(v, &s.villageFaults)
		}
		return
	}
	s.villages = village.NewSet(s.inputs.villages.list, areas)
	s.directory = s.linkDirectory()
	checkVillages(s, &s.villageFaults)
}

// missingFile tells of a registry that is not there though pages refer to it. It
// is one mistake: the references are not judged.
func (s *Site) missingFile(list []*input, file string, kinds ...markdown.RefKind) {
	stem := strings.TrimSuffix(file, path.Ext(file))
	misnamed := false
	for _, in := range list {
		if in.name == file {
			return
		}
		misnamed = misnamed || isMisnamed(in) && strings.HasPrefix(strings.ToLower(in.name), stem)
	}
	used := file == contactFile && len(s.Config.Main) > 0
	for _, p := range s.pages {
		used = used || p.Doc != nil && slices.ContainsFunc(p.Doc.Refs, func(r *markdown.Ref) bool { return slices.Contains(kinds, r.Kind) })
	}
	if used {
		s.unread[file] = true
		if !misnamed {
			s.faults.Add(whole(file, source.FileNeeded))
		}
	}
}

func isMisnamed(in *input) bool {
	return slices.ContainsFunc(in.faults, func(d *source.Diagnostic) bool { return d.Code == source.FileMisnamed })
}

// sameVillages tells whether the villages and the names of areas are the very
// same ones.
func sameVillages(a, b *inputs) bool {
	areas := func(in *inputs) *input {
		i := slices.IndexFunc(in.list, func(i *input) bool { return i.name == village.AreasFile })
		if i < 0 {
			return nil
		}
		return in.list[i]
	}
	x, y := a.villages.list, b.villages.list
	return len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0]) && areas(a) == areas(b)
}

// sameJudge tells whether villages are judged as before: what is said of one
// may depend on the regency of the site and on the sources it refuses.
func (s *Site) sameJudge(was *Site) bool {
	a, b := s.Config.Regency, was.Config.Regency
	return a.Code == b.Code && a.Name == b.Name && samePoint(a.Latitude, b.Latitude) && samePoint(a.Longitude, b.Longitude) && s.opt.Date == was.opt.Date &&
		s.styleGuide.sameRefused(was.styleGuide)
}

func samePoint(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

func (s *Site) linkLanguages() {
	for _, code := range s.Config.Languages {
		words := s.theme.words[code]
		if words == nil {
			s.faults.Add(s.atValue(configFile, source.LanguageUnknown, []any{code, strings.Join(slices.Sorted(maps.Keys(s.theme.words)), ", ")}, "bahasa", max(0, slices.Index(s.Config.listed, code))))
			words = &Words{Days: make([]string, daysInWeek), Months: make([]string, monthsInYear)}
		}
		s.langs = append(s.langs, &Lang{Code: code, Words: words, pages: map[string]*Page{}, shell: map[string]shell{}, cards: map[string]cards{}})
	}
}

func (s *Site) lang(code string) *Lang {
	i := slices.IndexFunc(s.langs, func(l *Lang) bool { return l.Code == code })
	if i < 0 {
		return nil
	}
	return s.langs[i]
}

// linkPages finds the translations of each page and leaves out what is not
// published.
func (s *Site) linkPages() {
	all := s.pages
	s.pages = nil
	for _, p := range all {
		lang := s.lang(p.Lang)
		switch {
		case lang == nil && s.unread[configFile]:
			// Its languages are not known.
		case lang == nil:
			near := source.Nearest(p.Lang, s.Config.Languages)
			s.faults.Add(whole(p.File, source.LanguageUnknown, p.Lang, strings.Join(s.Config.Languages, ", ")).WithNear(near))
		case !p.Meta.published(s.opt.Date) && !s.opt.Drafts:
			s.hidden[p.File] = p
			s.drafts = append(s.drafts, p)
		default:
			lang.pages[p.Key] = p
			s.pages = append(s.pages, p)
		}
	}
	slices.SortStableFunc(s.pages, func(a, b *Page) int {
		return cmp.Or(cmp.Compare(sectionOf(a), sectionOf(b)), cmp.Compare(a.Meta.Order, b.Meta.Order),
			cmp.Compare(a.Key, b.Key), cmp.Compare(a.Lang, b.Lang))
	})
	if s.langs[0].pages[homeKey] == nil && !s.unread[contentFolder+homeKey+".md"] {
		s.faults.Add(whole(contentFolder+homeKey+".md", source.HomeMissing))
	}
}

func sectionOf(p *Page) int {
	return slices.IndexFunc(sections, func(s section) bool { return s.kind == p.Kind })
}

// linkFiles notes the documents that texts link: only these are published.
func (s *Site) linkFiles() {
	note := func(from origin, ref *markdown.Ref) {
		if ref.Kind == markdown.Link {
			if t, fault := s.resolve(from, ref); fault == nil && t.file != "" && !isPicture(t.file) {
				s.files[t.file] = true
			}
		}
	}
	s.eachRef(note)
	s.linkRecordings()
	for m := range s.inputs.villages.mentions {
		note(m.origin(), m.ref())
	}
}

// eachRef calls do for every reference in every published page.
func (s *Site) eachRef(do func(from origin, ref *markdown.Ref)) {
	for _, p := range s.pages {
		for _, ref := range p.Doc.Refs {
			do(origin{file: p.File, lang: p.Lang, path: p.Path, page: p}, ref)
		}
	}
}

// origin is the page that a reference stands on.
type origin struct {
	file string
	lang string
	path string
	page *Page // nil for villages and pages made from several files
}

func villageOrigin(v *village.Entry) origin {
	return origin{file: v.File, lang: sourceLang, path: villagePath(v)}
}

// target is where a link leads.
type target struct {
	href     string
	lang     string // the target's language, where it is another
	external bool
	file     string // a file of content/ that has to be published
}

// resolve finds where a link or picture leads. The fault has no place; it
// belongs where the reference stands.
func (s *Site) resolve(from origin, ref *markdown.Ref) (target, *source.Fault) {
	dest, fragment, _ := strings.Cut(ref.Target, "#")
	if markdown.Scheme(ref.Target) != "" {
		return target{href: ref.Target, external: true}, nil
	}
	if dest == "" && fragment == "" {
		return target{href: "#"}, nil // said when the file was read
	}
	fragment = unescaped(fragment)
	if dest == "" {
		if from.page != nil && fragment != "" {
			return target{href: "#" + url.PathEscape(fragment)}, anchorFault(from.page, fragment)
		}
		return target{href: "#" + url.PathEscape(fragment)}, nil
	}
	dest, _, _ = strings.Cut(dest, "?")
	name := s.inputs.named(fileOf(from.file, unescaped(dest)))
	switch {
	case name == ".." || strings.HasPrefix(name, "../"):
		return target{}, &source.Fault{Code: source.TargetOutside, Args: []any{ref.Target}}
	case path.Ext(name) == ".md":
		return s.resolvePage(from, name, fragment)
	case path.Ext(name) == ".html":
		return s.resolveMade(from, strings.TrimPrefix(name, contentFolder), fragment)
	case s.inputs.files[name]:
		return target{href: relative(from.path, strings.TrimPrefix(name, contentFolder)), file: name}, nil
	case ref.Kind == markdown.Picture:
		return target{}, &source.Fault{Code: source.PictureMissing, Args: []any{name}, Near: source.Nearest(name, slices.Sorted(maps.Keys(s.inputs.files)))}
	default:
		return target{}, s.absent(from, name, dest)
	}
}

// absent says that a file is not there, and proposes the page that was probably
// meant: writers leave out the ending, or know a page by its address.
func (s *Site) absent(from origin, name, dest string) *source.Fault {
	near := source.Nearest(name, slices.Sorted(maps.Keys(s.inputs.files)))
	if page := s.pageLike(from, name); page != "" {
		near = page
	}
	if strings.HasSuffix(dest, "/") || path.Ext(name) == "" && near == "" {
		if _, made := s.anchors[strings.TrimPrefix(name, contentFolder)+"/index.html"]; made {
			near = "/" + strings.TrimPrefix(name, contentFolder) + "/index.html"
		}
	}
	return &source.Fault{Code: source.FileTargetAbsent, Args: []any{name}, Near: near}
}

// pageLike gives the link to the page whose file, but for its ending, is called
// so.
func (s *Site) pageLike(from origin, name string) string {
	stem := strings.TrimSuffix(name, path.Ext(name))
	for _, stem := range []string{stem, strings.TrimSuffix(name, "/"), strings.Replace(stem, contentFolder+"desa/", village.Folder+"/", 1)} {
		key := strings.TrimPrefix(stem, contentFolder)
		if p := s.find(key, from.lang); p != nil {
			return way(from.file, contentFolder+key+".md")
		}
		if e := s.villages.OfFile(stem + ".md"); e != nil {
			return way(from.file, e.File)
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
		return path.Join(contentFolder, dest)
	}
	return path.Join(path.Dir(from), dest)
}

func (s *Site) resolvePage(from origin, name, fragment string) (target, *source.Fault) {
	if slug, ok := strings.CutPrefix(strings.TrimSuffix(name, ".md"), village.Folder+"/"); ok {
		if v := s.villages.Find(slug); v != nil {
			return target{href: relative(from.path, villagePath(v)), lang: differs(from.lang, sourceLang)}, nil
		}
		if s.unread[village.Folder] {
			return target{href: "#"}, nil
		}
		return target{}, &source.Fault{Code: source.VillageMissing, Args: []any{slug}, Near: source.Nearest(slug, s.villages.Keys())}
	}
	wanted, fault := placePage(name)
	if fault != nil {
		wanted = &Page{Key: strings.TrimSuffix(strings.TrimPrefix(name, contentFolder), ".md"), Lang: sourceLang}
	}
	lang := wanted.Lang
	if lang == sourceLang {
		lang = from.lang
	}
	p := s.find(wanted.Key, lang)
	switch {
	case p == nil && s.unread[name]:
		return target{href: "#"}, nil // its own fault is told
	case p == nil && s.hidden[name] != nil:
		return target{}, &source.Fault{Code: source.TargetDraft, Args: []any{name}}
	case p == nil:
		return target{}, &source.Fault{Code: source.PageMissing, Args: []any{strings.TrimPrefix(name, contentFolder)}, Near: s.nearPage(from, name)}
	}
	t := target{href: relative(from.path, p.Path), lang: differs(from.lang, p.Lang)}
	if fragment != "" {
		t.href += "#" + url.PathEscape(fragment)
		return t, anchorFault(p, fragment)
	}
	return t, nil
}

// find gives a page in a language, or in Indonesian where it is not translated.
func (s *Site) find(key, lang string) *Page {
	if l := s.lang(lang); l != nil && l.pages[key] != nil {
		return l.pages[key]
	}
	return s.langs[0].pages[key]
}

// resolveMade finds a page that is made from several files, by its address.
func (s *Site) resolveMade(from origin, name, fragment string) (target, *source.Fault) {
	anchors, made := s.anchors[name]
	if !made {
		near := source.Nearest(name, slices.Sorted(maps.Keys(s.anchors)))
		if page := s.pageLike(from, contentFolder+name); page != "" {
			near = page
		}
		return target{}, &source.Fault{Code: source.PageMissing, Args: []any{name}, Near: near}
	}
	t := target{}
	if lang := s.lang(from.lang); lang != nil && lang.has() && name != sendPath { // which is in Indonesian alone
		t.href = relative(from.path, langPrefix(from.lang)+name)
	} else {
		t.href, t.lang = relative(from.path, name), differs(from.lang, sourceLang)
	}
	if fragment != "" {
		t.href += "#" + url.PathEscape(fragment)
		if !slices.Contains(anchors, fragment) {
			return t, &source.Fault{Code: source.AnchorMissing, Args: []any{fragment, name}, Near: source.Nearest(fragment, anchors)}
		}
	}
	return t, nil
}

// madeAnchors gives the pages made from several files, each with its anchors.
func (s *Site) madeAnchors() map[string][]string {
	made := map[string][]string{"index.html": nil, directoryPath: nil, numbersPath: s.contacts.ids(), glossaryPath: nil, topicsPath: nil, offlinePath: nil, sendPath: nil}
	for _, t := range s.terms.list {
		made[glossaryPath] = append(made[glossaryPath], t.ID())
	}
	for _, section := range sections {
		if section.listed {
			made[section.path+"index.html"] = nil
		}
	}
	return made
}

func anchorFault(p *Page, fragment string) *source.Fault {
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
func (s *Site) nearPage(from origin, name string) string {
	var names []string
	for _, p := range s.langs[0].pages {
		names = append(names, p.File)
	}
	slices.Sort(names)
	if e := s.villages.OfFile(village.Folder + "/" + path.Base(name)); e != nil {
		names = append(names, e.File)
	}
	near := nearFile(name, names)
	if near == "" {
		return ""
	}
	return way(from.file, near)
}

// nearFile gives the file that was probably meant: one of the same name in another
// folder, or one whose own name is nearly the same, in the same folder first.
// Folders do not count: their letters would make all files in one alike.
func nearFile(name string, files []string) string {
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

func differs(here, there string) string {
	if here == there {
		return ""
	}
	return there
}
