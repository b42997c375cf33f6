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
		hidden: map[string]bool{}, files: map[string]bool{}, pictures: map[string]*shownPicture{},
		contacts: &contacts{byID: map[string]*Contact{}}, terms: &terms{byWord: map[string]*Term{}},
	}
	s.sizes = sync.OnceValues(s.weighSaved)
	s.faults.Add(in.theme.faults...)
	s.gather(in.list, was)
	s.anchors = s.madeAnchors()
	s.linkLanguages()
	s.linkPages()
	s.linkFiles()
	s.linkPictures(l)
	s.renderShared()
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
		switch {
		case in.config != nil:
			s.Config, configured = in.config, true
		case in.contacts != nil:
			s.contacts = in.contacts
		case in.terms != nil:
			s.terms = in.terms
		case in.words != nil:
			s.searchWords = *in.words
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
	for _, faults := range s.inputs.villages.faults {
		s.faults.Add(faults...)
	}
	if was != nil && sameVillages(s.inputs, was.inputs) {
		s.villages, s.directory, s.villageFaults = was.villages, was.directory, was.villageFaults
		return
	}
	s.villages = village.NewSet(s.inputs.villages.list, areas)
	s.directory = s.linkDirectory()
	checkVillages(s, &s.villageFaults)
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

func (s *Site) linkLanguages() {
	for i, code := range s.Config.Languages {
		words := s.theme.words[code]
		if words == nil {
			s.faults.Add(s.atValue(configFile, source.LanguageUnknown, []any{code, strings.Join(slices.Sorted(maps.Keys(s.theme.words)), ", ")}, "bahasa", i))
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
		case lang == nil:
			near := source.Nearest(p.Lang, s.Config.Languages)
			s.faults.Add(whole(p.File, source.LanguageUnknown, p.Lang, strings.Join(s.Config.Languages, ", ")).WithNear(near))
		case !p.Meta.published(s.opt.Date):
			s.hidden[p.File] = true
		default:
			lang.pages[p.Key] = p
			s.pages = append(s.pages, p)
		}
	}
	slices.SortStableFunc(s.pages, func(a, b *Page) int {
		return cmp.Or(cmp.Compare(sectionOf(a), sectionOf(b)), cmp.Compare(a.Meta.Order, b.Meta.Order),
			cmp.Compare(a.Key, b.Key), cmp.Compare(a.Lang, b.Lang))
	})
	if s.langs[0].pages[homeKey] == nil {
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

func villagePath(v *village.Entry) string { return "desa/" + v.Slug + ".html" }

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
	if scheme, _, found := strings.Cut(dest, ":"); found && !strings.Contains(scheme, "/") {
		return target{href: ref.Target, external: true}, nil
	}
	if dest == "" {
		if from.page != nil && fragment != "" {
			return target{href: "#" + fragment}, anchorFault(from.page, fragment)
		}
		return target{href: "#" + fragment}, nil
	}
	if plain, err := url.PathUnescape(dest); err == nil {
		dest = plain
	}
	name := fileOf(from.file, dest)
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
		return target{}, &source.Fault{Code: source.FileTargetAbsent, Args: []any{name}, Near: source.Nearest(name, slices.Sorted(maps.Keys(s.inputs.files)))}
	}
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
	case p == nil && s.hidden[name]:
		return target{}, &source.Fault{Code: source.TargetDraft, Args: []any{name}}
	case p == nil:
		return target{}, &source.Fault{Code: source.PageMissing, Args: []any{strings.TrimPrefix(name, contentFolder)}, Near: s.nearPage(from, name)}
	}
	t := target{href: relative(from.path, p.Path), lang: differs(from.lang, p.Lang)}
	if fragment != "" {
		t.href += "#" + fragment
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
		return target{}, &source.Fault{Code: source.PageMissing, Args: []any{name}, Near: source.Nearest(name, slices.Sorted(maps.Keys(s.anchors)))}
	}
	t := target{}
	if lang := s.lang(from.lang); lang != nil && lang.has() {
		t.href = relative(from.path, langPrefix(from.lang)+name)
	} else {
		t.href, t.lang = relative(from.path, name), differs(from.lang, sourceLang)
	}
	if fragment != "" {
		t.href += "#" + fragment
		if !slices.Contains(anchors, fragment) {
			return t, &source.Fault{Code: source.AnchorMissing, Args: []any{fragment, name}, Near: source.Nearest(fragment, anchors)}
		}
	}
	return t, nil
}

// madeAnchors gives the pages made from several files, each with its anchors.
func (s *Site) madeAnchors() map[string][]string {
	made := map[string][]string{"index.html": nil, directoryPath: nil, numbersPath: s.contacts.ids(), glossaryPath: nil, topicsPath: nil, offlinePath: nil}
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
	near := source.Nearest(name, names)
	if near == "" {
		i := slices.IndexFunc(names, func(n string) bool { return path.Base(n) == path.Base(name) })
		if i < 0 {
			return ""
		}
		near = names[i]
	}
	return relative(from.file, near)
}

func differs(here, there string) string {
	if here == there {
		return ""
	}
	return there
}

// relative gives the way from one output to another: relative("desa/a.html",
// "panduan/b.html") is "../panduan/b.html".
func relative(from, to string) string {
	for {
		dir, rest, found := strings.Cut(from, "/")
		toDir, toRest, toFound := strings.Cut(to, "/")
		if !found || !toFound || dir != toDir {
			break
		}
		from, to = rest, toRest
	}
	return strings.Repeat("../", strings.Count(from, "/")) + to
}

// root gives the way from an output to the top of the site.
func root(from string) string { return strings.Repeat("../", strings.Count(from, "/")) }
