package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/cache"
	"suluh/internal/content"
	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/picture"
	"suluh/internal/pool"
	"suluh/internal/search"
	"suluh/internal/source"
	"suluh/internal/tree"
	"suluh/internal/village"
)

// loader reads files. What it reads of one file depends on no other file, so
// that a later Site can share it.
type loader struct {
	fsys     fs.FS
	opt      Options
	min      *minify.Minifier
	markdown *markdown.Parser
	parsed   *cache.Cache
}

// input is one parsed file. Which field is set follows from its name.
type input struct {
	Name       string
	config     *content.Config
	contacts   *content.Contacts
	terms      *content.Glossary
	areas      village.Areas
	words      *search.Words
	questions  []search.Question
	styleGuide *content.StyleGuide
	Addresses  []string // of the web
	Printed    []content.Printed
	Hash       cache.Hash // of what the file holds
	Page       *content.Page
	faults     source.List
}

// inputs are all parsed files of a site, by name.
type inputs struct {
	List     []*input // all but the villages
	Villages villageInputs
	files    map[string]bool   // files of content/ that are not parsed
	nfc      map[string]string // of files whose names are not in NFC: their names by those that are
	State    cache.Hash        // of all files but the villages, by their content
}

// load reads every file, several at once.
func (l *loader) load() (*inputs, error) {
	found, err := l.walk()
	if err != nil {
		return nil, err
	}
	in := &inputs{files: map[string]bool{}}
	var villages, others []foundFile
	for _, f := range found {
		if content.IsVillage(f.name) {
			villages = append(villages, f)
			continue
		}
		others = append(others, f)
		if !content.IsParsed(f.name) {
			in.files[f.name] = true
		}
	}
	in.nfc = map[string]string{}
	for _, f := range found {
		if !norm.NFC.IsNormalString(f.name) {
			in.nfc[norm.NFC.String(f.name)] = f.name
		}
	}
	others, crowd := withinLimits(others, &villages)
	in.List = make([]*input, len(others))
	pool.Each(len(others), l.opt.jobs(), func(i int) { in.List[i] = l.read(others[i].name) })
	if len(crowd.faults) > 0 {
		in.List = append(in.List, crowd)
	}
	if l.opt.Date.IsZero() {
		l.opt.Date = Today(l.opt.Now, zoneOf(in.List))
	}
	in.Villages = l.loadVillages(villages)
	in.State = l.state(in)
	return in, nil
}

// withinLimits leaves out the pages and villages that are too many, and says so.
func withinLimits(others []foundFile, villages *[]foundFile) (within []foundFile, crowd *input) {
	crowd = &input{}
	pages := 0
	for _, f := range others {
		if path.Ext(f.name) == ".md" {
			if pages++; pages > limits.Pages.Max {
				continue
			}
		}
		within = append(within, f)
	}
	if fault := source.Passed(limits.Pages, pages); fault != nil {
		crowd.faults.Add(source.Whole("content", fault.Code, fault.Args...))
	}
	if fault := source.Passed(limits.Villages, len(*villages)); fault != nil {
		crowd.faults.Add(source.Whole(village.Folder, fault.Code, fault.Args...))
		*villages = (*villages)[:limits.Villages.Max]
	}
	return within, crowd
}

// zoneOf gives the zone that situs.yaml names.
func zoneOf(list []*input) string {
	for _, in := range list {
		if in.config != nil {
			return in.config.Zone
		}
	}
	return ""
}

// named gives the name of a file as its folder has it: systems write letters
// with marks in two ways.
func (in *inputs) named(name string) string {
	name = norm.NFC.String(name)
	if own, found := in.nfc[name]; found {
		return own
	}
	return name
}

// state names everything beside the villages and the theme that a page may depend on:
// files, options and the program itself.
func (l *loader) state(in *inputs) cache.Hash {
	sum := sha256.New()
	o := l.opt
	fmt.Fprintln(sum, cache.Program(), o.Date, o.Base, o.Drafts)
	for _, i := range in.List {
		fmt.Fprintf(sum, "%s %x\n", i.Name, i.Hash)
	}
	return cache.Hash(sum.Sum(nil)[:len(cache.Hash{})])
}

// foundFile is a file that a folder lists.
type foundFile struct {
	name  string
	stamp cache.Stamp
}

// walk lists the files of content/ and villages/, in order of their names.
func (l *loader) walk() ([]foundFile, error) {
	var found []foundFile
	for _, root := range []string{"content", village.Folder} {
		err := fs.WalkDir(l.fsys, root, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist) && name == root:
				return fs.SkipDir
			case err != nil:
				return fmt.Errorf("read %s: %w", name, err)
			case isLitter(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
			case !d.IsDir():
				info, err := d.Info()
				if err != nil {
					return fmt.Errorf("read %s: %w", name, err)
				}
				found = append(found, foundFile{name, cache.StampOf(info)})
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(found, func(a, b foundFile) int { return strings.Compare(a.name, b.name) })
	return found, nil
}

// isLitter tells whether a file is one that systems and programs leave behind
// without being asked.
func isLitter(base string) bool {
	switch strings.ToLower(base) {
	case "thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r":
		return true
	}
	return strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") || strings.HasPrefix(base, "~$") || strings.HasSuffix(base, ".tmp") || strings.HasSuffix(base, ".swp")
}

// read parses one file by its name.
func (l *loader) read(name string) *input {
	in := &input{Name: name}
	if kind := content.VideoKind(name); kind != "" && strings.HasPrefix(name, content.Folder) {
		in.faults.Add(source.Whole(name, source.FileVideo, kind))
		return in
	}
	if kind := picture.Foreign(name); kind != "" && strings.HasPrefix(name, content.Folder) {
		in.faults.Add(source.Whole(name, source.PictureUnsupported, kind))
		return in
	}
	if !content.IsParsed(name) && !content.IsCarried(name) {
		in.faults.Add(content.Ignored(name))
		return in
	}
	raw, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		in.faults.Add(tree.Unreadable(name, err))
		return in
	}
	in.Hash = cache.HashOf(raw)
	if !content.IsParsed(name) {
		in.faults.Add(content.DocumentFault(name, raw))
		return in
	}
	f, broken := source.New(name, raw)
	if broken != nil {
		in.faults.Add(broken)
		return in
	}
	if name != content.StyleGuideFile {
		in.Addresses = content.AddressesIn(f)
	}
	switch {
	case name == content.ConfigFile:
		in.config, in.faults = content.ParseConfig(f)
	case name == content.ContactFile:
		in.contacts, in.faults = content.ParseContacts(f)
	case name == content.GlossaryFile:
		in.terms, in.faults = content.ParseGlossary(f)
	case name == content.SearchWordsFile:
		words, faults := search.ParseWords(f)
		in.words, in.faults = &words, faults
	case name == content.QuestionsFile:
		in.questions, in.faults = search.ParseQuestions(f)
	case name == content.StyleGuideFile:
		in.styleGuide, in.faults = content.ParseStyleGuide(f)
	case name == content.PrintedFile:
		in.Printed = content.ParsePrinted(f)
	case name == village.AreasFile:
		in.areas, in.faults = village.ParseAreas(f)
	default:
		in.Page, in.faults = content.ParsePage(f, l.markdown)
	}
	return in
}
