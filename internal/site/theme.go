package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"html/template"
	"io/fs"
	"path"
	"slices"
	"strings"

	"suluh/internal/minify"
	"suluh/internal/source"
	"suluh/internal/stylesheet"
)

// theme is layouts/ and static/: the site's own files over the built-in ones.
type theme struct {
	layouts map[string]*layout // by name: guide, village
	style   *stylesheet.Sheet  // of every page
	paper   *stylesheet.Sheet  // of what is printed
	cover   inline             // the script in the head of every page
	script  asset              // the script of every page
	engine  []byte             // what searches; stands before the index of each language
	finder  []byte             // what finds villages
	shards  []byte             // what finds them in a large site
	sending []byte             // what makes the text of the form
	workers workers            // sw.js, on and off
	words   map[string]*Words  // by language
	static  []asset
	sum     hash.Hash // of all its files
	faults  source.List
}

// inline is a script that is put into a page; the security policy lets through
// what has its hash.
type inline struct {
	js  template.JS
	csp string
}

// asset is a file that is copied to the top of the site.
type asset struct {
	name string // static/favicon.svg
	path string // favicon.svg
	data []byte
}

const (
	layoutFolder = "layouts/"
	styleFile    = "layouts/style.css"
	paperFile    = "layouts/paper.css"
	coverFile    = "layouts/cover.js"
	engineFile   = "layouts/cari.js"
	finderFile   = "layouts/desa.js"
	shardFile    = "layouts/desa-luas.js"
	scriptFolder = "static/js"
	wordFolder   = "layouts/bahasa"
	staticFolder = "static"
)

func loadTheme(l *loader) (*theme, error) {
	t := &theme{layouts: map[string]*layout{}, words: map[string]*Words{}, sum: sha256.New()}
	fsys := overlay{l.fsys, l.opt.Theme}
	var err error
	if t.style, err = t.loadStyle(l, fsys, styleFile); err != nil {
		return nil, err
	}
	if t.paper, err = t.loadStyle(l, fsys, paperFile); err != nil {
		return nil, err
	}
	if err := t.loadScripts(l, fsys); err != nil {
		return nil, err
	}
	if err := t.loadWorkers(l, fsys); err != nil {
		return nil, err
	}
	if err := t.loadWords(fsys); err != nil {
		return nil, err
	}
	if err := t.loadStatic(l, fsys); err != nil {
		return nil, err
	}
	return t, t.loadLayouts(l, fsys)
}

// text reads one file of the theme; nil when it is no text, which is noted.
func (t *theme) text(fsys fs.FS, name string) (*source.File, error) {
	raw, err := fs.ReadFile(fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if err != nil {
		t.faults.Add(unreadable(name, err))
		return nil, nil
	}
	t.note(name, raw)
	f, broken := source.New(name, raw)
	t.faults.Add(broken)
	return f, nil
}

func (t *theme) note(name string, data []byte) {
	fmt.Fprintf(t.sum, "%s %x\n", name, sha256.Sum256(data))
}

func (t *theme) loadStyle(l *loader, fsys fs.FS, name string) (*stylesheet.Sheet, error) {
	f, err := t.text(fsys, name)
	if err != nil || f == nil {
		return stylesheet.Parse(nil), err
	}
	small, err := l.min.Bytes(minify.CSS, f.Data)
	if err != nil {
		t.faults.Add(f.Whole(source.AssetBroken, oneLine(err)))
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
func (t *theme) loadScripts(l *loader, fsys fs.FS) error {
	small, err := t.smallScript(l, fsys, coverFile)
	if err != nil {
		return err
	}
	t.cover = inline{js: template.JS(small), csp: cspHash(small)}
	if t.engine, err = t.smallScript(l, fsys, engineFile); err != nil {
		return err
	}
	if t.finder, err = t.smallScript(l, fsys, finderFile); err != nil {
		return err
	}
	if t.shards, err = t.smallScript(l, fsys, shardFile); err != nil {
		return err
	}
	for _, small := range [][]byte{small, t.engine, t.finder, t.shards} {
		t.style.Keep(small)
	}
	if t.sending, err = t.smallScript(l, fsys, sendScriptFile); err != nil {
		return err
	}
	names, err := fs.Glob(fsys, scriptFolder+"/*.js")
	if err != nil {
		return fmt.Errorf("read %s: %w", scriptFolder, err)
	}
	var all bytes.Buffer
	for _, name := range names {
		small, err := t.smallScript(l, fsys, name)
		if err != nil {
			return err
		}
		t.style.Keep(small)
		all.Write(small)
		all.WriteString(";\n")
	}
	t.script = asset{name: scriptFolder, path: hashed("suluh.js", all.Bytes()), data: all.Bytes()}
	return nil
}

func (t *theme) smallScript(l *loader, fsys fs.FS, name string) ([]byte, error) {
	f, err := t.text(fsys, name)
	if err != nil || f == nil {
		return nil, err
	}
	small, err := l.min.Bytes(minify.JS, f.Data)
	if err != nil {
		t.faults.Add(f.Whole(source.AssetBroken, oneLine(err)))
	}
	return small, nil
}

func (t *theme) loadWords(fsys fs.FS) error {
	names, err := fs.Glob(fsys, wordFolder+"/*.yaml")
	if err != nil {
		return fmt.Errorf("read %s: %w", wordFolder, err)
	}
	for _, name := range names {
		f, err := t.text(fsys, name)
		if err != nil {
			return err
		}
		if f == nil {
			continue
		}
		words, faults := parseWords(f)
		t.faults.Add(faults...)
		t.words[strings.TrimSuffix(path.Base(name), ".yaml")] = words
	}
	return nil
}

// kinds by ending of static files that are made smaller.
var smaller = map[string]minify.Kind{".svg": minify.SVG, ".js": minify.JS, ".css": minify.CSS, ".json": minify.JSON, ".html": minify.HTML}

func (t *theme) loadStatic(l *loader, fsys fs.FS) error {
	return fs.WalkDir(fsys, staticFolder, func(name string, d fs.DirEntry, err error) error {
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
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			t.faults.Add(unreadable(name, err))
			return nil
		}
		t.note(name, data)
		if kind, ok := smaller[path.Ext(name)]; ok {
			small, err := l.min.Bytes(kind, data)
			if err != nil {
				t.faults.Add(whole(name, source.AssetBroken, oneLine(err)))
			} else {
				data = small
			}
		}
		if path.Ext(name) == ".js" {
			t.style.Keep(data)
		}
		t.static = append(t.static, asset{name: name, path: strings.TrimPrefix(name, staticFolder+"/"), data: data})
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

// overlay reads from the first file system that has a file.
type overlay [2]fs.FS

// Open implements fs.FS.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o[0].Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o[1].Open(name)
	}
	return f, err
}

// ReadDir implements fs.ReadDirFS: the files of both, those of the first over
// those of the second.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	var all []fs.DirEntry
	seen := map[string]bool{}
	found := false
	for _, fsys := range o {
		entries, err := fs.ReadDir(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = true
		for _, e := range entries {
			if !seen[e.Name()] {
				seen[e.Name()] = true
				all = append(all, e)
			}
		}
	}
	if !found {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}
