package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/cache"
	"suluh/internal/limits"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/picture"
	"suluh/internal/search"
	"suluh/internal/source"
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
	name       string
	config     *Config
	contacts   *contacts
	terms      *terms
	areas      village.Areas
	words      *search.Words
	styleGuide *StyleGuide
	addresses  []string // of the web
	printed    []printed
	hash       cache.Hash // of what the file holds
	page       *Page
	faults     source.List
}

// inputs are all parsed files of a site, by name, and the theme.
type inputs struct {
	list     []*input // all but the villages
	villages villageInputs
	files    map[string]bool   // files of content/ that are not parsed
	nfc      map[string]string // of files whose names are not in NFC: their names by those that are
	theme    *theme
	state    cache.Hash // of all files but the villages, by their content
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
		if isVillage(f.name) {
			villages = append(villages, f)
			continue
		}
		others = append(others, f)
		if !isParsed(f.name) {
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
	in.list = make([]*input, len(others))
	each(len(others), l.opt.jobs(), func(i int) { in.list[i] = l.read(others[i].name) })
	if len(crowd.faults) > 0 {
		in.list = append(in.list, crowd)
	}
	if l.opt.Date.IsZero() {
		l.opt.Date = Today(l.opt.Now, zoneOf(in.list))
	}
	in.villages = l.loadVillages(villages)
	if in.theme, err = loadTheme(l); err != nil {
		return nil, err
	}
	in.state = l.state(in)
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
		crowd.faults.Add(whole("content", fault.Code, fault.Args...))
	}
	if fault := source.Passed(limits.Villages, len(*villages)); fault != nil {
		crowd.faults.Add(whole(village.Folder, fault.Code, fault.Args...))
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

// state names everything beside the villages that a page may depend on: files,
// options and the program itself.
func (l *loader) state(in *inputs) cache.Hash {
	sum := sha256.New()
	o := l.opt
	fmt.Fprintln(sum, cache.Program(), o.Date, o.Base, o.Without, o.NoWorker, o.Drafts)
	for _, i := range in.list {
		fmt.Fprintf(sum, "%s %x\n", i.name, i.hash)
	}
	fmt.Fprintf(sum, "%x\n", in.theme.sum.Sum(nil))
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

func isParsed(name string) bool {
	switch name {
	case configFile, contactFile, termFile, wordsFile, styleGuideFile, village.AreasFile, PrintedFile:
		return true
	}
	return path.Ext(name) == ".md"
}

func isVillage(name string) bool {
	return strings.HasPrefix(name, village.Folder+"/") && path.Ext(name) == ".md"
}

// isCarried tells whether a file that is not parsed is meant to be there:
// pictures and documents that pages may use, and notices of licences.
func isCarried(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".pdf", ".ogg", ".opus", ".mp3", ".vcf":
		return strings.HasPrefix(name, contentFolder)
	}
	return strings.Contains(path.Base(name), "LICENSE")
}

// read parses one file by its name.
func (l *loader) read(name string) *input {
	in := &input{name: name}
	if kind := videoKind(name); kind != "" && strings.HasPrefix(name, contentFolder) {
		in.faults.Add(whole(name, source.FileVideo, kind))
		return in
	}
	if kind := picture.Foreign(name); kind != "" && strings.HasPrefix(name, contentFolder) {
		in.faults.Add(whole(name, source.PictureUnsupported, kind))
		return in
	}
	if !isParsed(name) && !isCarried(name) {
		in.faults.Add(ignored(name))
		return in
	}
	raw, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		in.faults.Add(unreadable(name, err))
		return in
	}
	in.hash = hashOf(raw)
	if !isParsed(name) {
		in.faults.Add(documentFault(name, raw))
		return in
	}
	f, broken := source.New(name, raw)
	if broken != nil {
		in.faults.Add(broken)
		return in
	}
	if name != styleGuideFile {
		in.addresses = addressesIn(f)
	}
	switch {
	case name == configFile:
		in.config, in.faults = parseConfig(f)
	case name == contactFile:
		in.contacts, in.faults = parseContacts(f)
	case name == termFile:
		in.terms, in.faults = parseTerms(f)
	case name == wordsFile:
		words, faults := search.ParseWords(f)
		in.words, in.faults = &words, faults
	case name == styleGuideFile:
		in.styleGuide, in.faults = parseStyleGuide(f)
	case name == PrintedFile:
		in.printed = parsePrinted(f)
	case name == village.AreasFile:
		in.areas, in.faults = village.ParseAreas(f)
	default:
		in.page, in.faults = l.parsePage(f)
	}
	return in
}

// ignored says why a file is not read, and what it should be called.
func ignored(name string) *source.Diagnostic {
	base := path.Base(strings.TrimSuffix(strings.ToLower(name), ".txt"))
	ext := path.Ext(base)
	if ext == ".yml" || ext == ".yaml" || ext == "" {
		stem := strings.TrimSuffix(base, ext)
		for _, file := range []string{configFile, contactFile, termFile, wordsFile, styleGuideFile} {
			if stem+".yaml" == path.Base(file) && name != file {
				return whole(name, source.FileMisnamed, file)
			}
		}
	}
	switch ext {
	case ".doc", ".docx", ".odt", ".rtf", ".pages", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".zip", ".rar", ".htm", ".html":
		return whole(name, source.FileOfOffice, ext)
	}
	return whole(name, source.FileIgnored)
}

// videoKind gives the kind of a video, or "".
func videoKind(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".mp4", ".mov", ".avi", ".mkv", ".3gp", ".webm", ".m4v", ".wmv", ".mpg", ".mpeg":
		return strings.ToUpper(ext[1:])
	}
	return ""
}

// each calls do for 0 to n-1, several at once.
func each(n, jobs int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(jobs, n) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}
