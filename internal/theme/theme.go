// Package theme is layouts/ and static/: templates, styles, scripts and the words of the
// interface. It knows no site: it writes the views that it is given.
//
// layouts/base.html is the shell of every page. It receives the view that all
// pages have, and calls "main", which the layout of a kind of page defines, with
// the view of that kind; layouts/partials/ holds what several use. The views are
// those of package pages, never maps. Each page carries the rules of
// layouts/style.css that it uses (style.go), and layouts/cover.js; sheets to print are
// whole pages of their own, with layouts/paper.css. Which layouts there are, and what
// their pages may weigh, stands in layouts.go. The files static/js/*.js
// are joined into one script under the name of its content. layouts/cari.js,
// layouts/desa.js, layouts/desa-luas.js and layouts/nomor.js, which search, come with the
// first question; layouts/save.js and layouts/send.js with the one page that needs each. layouts/bahasa/id.yaml and its like hold the words of the interface ([Words]).
// Other files in static/ are copied to the top of the site.
package theme

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"suluh/internal/content"
	"suluh/internal/minify"
	"suluh/internal/source"
	"suluh/internal/stylesheet"
	"suluh/internal/tree"
)

// Theme is layouts/ and static/: the site's own files over the built-in ones.
type Theme struct {
	fsys          overlay
	min           *minify.Minifier
	templates     map[string]*compiled // by name: guide, village
	style         *stylesheet.Sheet    // of every page
	paper         *stylesheet.Sheet    // of what is printed
	Cover         Inline               // the script in the head of every page
	Script        Asset                // the script of every page
	PageSearch    []byte               // what searches; stands before the index of each language
	VillageSearch []byte               // what finds villages
	NumberSearch  []byte               // what tells whose a number is
	ShardSearch   []byte               // what finds them in a large site
	SendScript    []byte               // what makes the text of the form
	SaveScript    []byte               // what the buttons do that save pages
	ServiceWorker ServiceWorkers       // sw.js, on and off
	Words         map[string]*Words    // by language
	Static        []Asset
	Sum           hash.Hash // of all its files
	Faults        source.List

	colour content.Colour // that the site has instead of the theme's own; or empty
}

// Inline is a script that is put into a page; the security policy lets through
// what has its hash.
type Inline struct {
	JS  template.JS
	CSP string
}

// Asset is a file that is copied to the top of the site.
type Asset struct {
	Name string // static/favicon.svg
	Path string // favicon.svg
	Data []byte
}

const (
	LayoutFolder         = "layouts/"
	styleFile            = "layouts/style.css"
	paperFile            = "layouts/paper.css"
	coverFile            = "layouts/cover.js"
	engineFile           = "layouts/cari.js"
	FinderFile           = "layouts/desa.js"
	NumberFinderFile     = "layouts/nomor.js"
	SendScriptFile       = "layouts/send.js"
	SaveScriptFile       = "layouts/save.js"
	ServiceWorkerFile    = "layouts/sw.js"
	serviceWorkerOffFile = "layouts/sw-off.js"
	shardFile            = "layouts/desa-luas.js"
	scriptFolder         = "static/js"
	wordFolder           = "layouts/bahasa"
	staticFolder         = "static"
)

// Load reads the theme of a site: its own files over the built-in ones, in its own colour
// where it has one.
func Load(own, builtIn fs.FS, colour content.Colour) (*Theme, error) {
	t := &Theme{colour: colour, fsys: overlay{own, builtIn}, min: minify.New(), templates: map[string]*compiled{}, Words: map[string]*Words{}, Sum: sha256.New()}
	fmt.Fprintf(t.Sum, "%s\n", colour)
	var err error
	if t.style, err = t.loadStyle(styleFile); err != nil {
		return nil, err
	}
	if t.paper, err = t.loadStyle(paperFile); err != nil {
		return nil, err
	}
	if err := t.loadScripts(); err != nil {
		return nil, err
	}
	if err := t.loadWorkers(); err != nil {
		return nil, err
	}
	if err := t.loadWords(); err != nil {
		return nil, err
	}
	if err := t.loadStatic(); err != nil {
		return nil, err
	}
	return t, t.loadLayouts()
}

// IsTheme tells whether a file or folder belongs to layouts or static files. Of
// these, all are read again.
func IsTheme(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return first+"/" == LayoutFolder || first == staticFolder
}

// text reads one file of the theme; nil when it is no text, which is noted.
func (t *Theme) text(name string) (*source.File, error) {
	raw, err := fs.ReadFile(t.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if err != nil {
		t.Faults.Add(tree.Unreadable(name, err))
		return nil, nil
	}
	t.note(name, raw)
	f, broken := source.New(name, raw)
	t.Faults.Add(broken)
	return f, nil
}

func (t *Theme) note(name string, data []byte) {
	fmt.Fprintf(t.Sum, "%s %x\n", name, sha256.Sum256(data))
}

func (t *Theme) loadStyle(name string) (*stylesheet.Sheet, error) {
	f, err := t.text(name)
	if err != nil || f == nil {
		return stylesheet.Parse(nil), err
	}
	small, err := t.min.Bytes(minify.CSS, paint(f.Data, t.colour))
	if err != nil {
		t.Faults.Add(f.Whole(source.AssetBroken, oneLine(err)))
	}
	return stylesheet.Parse(small), nil
}

// cspHash names an inline script for the security policy (CSP level 3).
func cspHash(data []byte) string {
	sum := sha256.Sum256(data)
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// loadScripts reads the script of the head and those that come with the first
// question, and joins static/js/*.js, in the order of their names, into one file
// for all pages.
func (t *Theme) loadScripts() error {
	small, err := t.smallScript(coverFile)
	if err != nil {
		return err
	}
	t.Cover = Inline{JS: template.JS(small), CSP: cspHash(small)}
	t.style.Keep(small)
	for _, script := range []struct {
		file   string
		into   *[]byte
		styles bool // it speaks of classes that no page has before it runs
	}{
		{engineFile, &t.PageSearch, true}, {FinderFile, &t.VillageSearch, true}, {shardFile, &t.ShardSearch, true},
		{NumberFinderFile, &t.NumberSearch, false}, {SendScriptFile, &t.SendScript, false}, {SaveScriptFile, &t.SaveScript, true},
	} {
		if *script.into, err = t.smallScript(script.file); err != nil {
			return err
		}
		if script.styles {
			t.style.Keep(*script.into)
		}
	}
	names, err := fs.Glob(t.fsys, scriptFolder+"/*.js")
	if err != nil {
		return fmt.Errorf("read %s: %w", scriptFolder, err)
	}
	var all bytes.Buffer
	for _, name := range names {
		small, err := t.smallScript(name)
		if err != nil {
			return err
		}
		t.style.Keep(small)
		all.Write(small)
		all.WriteString(";\n")
	}
	t.Script = Asset{Name: scriptFolder, Path: hashed("suluh.js", all.Bytes()), Data: all.Bytes()}
	return nil
}

// ServiceWorkers are the texts of sw.js, made small: the one that keeps pages, and the
// one that removes it.
type ServiceWorkers struct {
	On, Off []byte
}

func (t *Theme) loadWorkers() (err error) {
	if t.ServiceWorker.On, err = t.smallScript(ServiceWorkerFile); err != nil {
		return err
	}
	t.ServiceWorker.Off, err = t.smallScript(serviceWorkerOffFile)
	return err
}

func (t *Theme) smallScript(name string) ([]byte, error) {
	f, err := t.text(name)
	if err != nil || f == nil {
		return nil, err
	}
	small, err := t.min.Bytes(minify.JS, f.Data)
	if err != nil {
		t.Faults.Add(f.Whole(source.AssetBroken, oneLine(err)))
	}
	return small, nil
}

func (t *Theme) loadWords() error {
	names, err := fs.Glob(t.fsys, wordFolder+"/*.yaml")
	if err != nil {
		return fmt.Errorf("read %s: %w", wordFolder, err)
	}
	for _, name := range names {
		f, err := t.text(name)
		if err != nil {
			return err
		}
		if f == nil {
			continue
		}
		code := strings.TrimSuffix(path.Base(name), ".yaml")
		words, faults := parseWords(f, t.wordsBelow(code))
		t.Faults.Add(faults...)
		t.Words[code] = words
	}
	return nil
}

// wordsBelow gives the words that stand where a site's own file of a language has none:
// the theme's of that language, or the Indonesian ones, which every reader knows; nil
// for the theme's own file.
func (t *Theme) wordsBelow(code string) *Words {
	name := wordFolder + "/" + code + ".yaml"
	if _, err := fs.Stat(t.fsys.own(), name); err != nil {
		return nil
	}
	for _, below := range []string{name, wordFolder + "/" + content.SourceLang + ".yaml"} {
		data, err := fs.ReadFile(t.fsys.builtIn(), below)
		if err != nil {
			continue
		}
		if f, broken := source.New(below, data); broken == nil {
			words, _ := parseWords(f, nil) // the theme's own tests hold it
			if below != name {
				words.Name = "" // that of another language
			}
			return words
		}
	}
	return nil
}

// Colour gives the colour of the site, which browsers put around it.
func (t *Theme) Colour() string { return string(cmp.Or(t.colour, ownColour)) }

// IsPainted tells whether the theme was read for a colour.
func (t *Theme) IsPainted(colour content.Colour) bool { return t.colour == colour }

// kinds by ending of static files that are made smaller.
var smaller = map[string]minify.Kind{".svg": minify.SVG, ".js": minify.JS, ".css": minify.CSS, ".json": minify.JSON, ".html": minify.HTML}

func (t *Theme) loadStatic() error {
	return fs.WalkDir(t.fsys, staticFolder, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == staticFolder {
			return fs.SkipDir
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if name == scriptFolder {
			return fs.SkipDir
		}
		if d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return nil
		}
		data, err := fs.ReadFile(t.fsys, name)
		if err != nil {
			t.Faults.Add(tree.Unreadable(name, err))
			return nil
		}
		t.note(name, data)
		if kind, ok := smaller[path.Ext(name)]; ok {
			if kind == minify.SVG {
				data = paint(data, t.colour)
			}
			small, err := t.min.Bytes(kind, data)
			if err != nil {
				t.Faults.Add(source.Whole(name, source.AssetBroken, oneLine(err)))
			} else {
				data = small
			}
		}
		if path.Ext(name) == ".js" {
			t.style.Keep(data)
		}
		t.Static = append(t.Static, Asset{Name: name, Path: strings.TrimPrefix(name, staticFolder+"/"), Data: data})
		return nil
	})
}

// oneLine drops the picture that the minifier draws below its message.
func oneLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// hashed puts a file's content hash into its name, so that it can be cached
// for good: app.js becomes app.1f2e3d4c.js.
func hashed(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}
