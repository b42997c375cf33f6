package hosting

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template"
)

// Header is one that every page gets.
type Header struct{ Name, Value string }

// Headers give what a page cannot say of itself in its policy.
var Headers = []Header{
	{"X-Content-Type-Options", "nosniff"},
	{"X-Frame-Options", "DENY"},
	{"Referrer-Policy", "no-referrer"},
	{"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"},
	{"Cross-Origin-Opener-Policy", "same-origin"},
}

// Moved is an old address and the page that stands for it now, both below the site.
type Moved struct{ From, To string }

// Site is what the files of a host depend on.
type Site struct {
	Below string   // the sub-path at which the site stands: "" or "jember"
	Moved []Moved  // sorted
	Names []string // of all its files
}

// Path gives the address of a file of the site on its host.
func (s Site) Path(name string) string { return path.Join("/", s.Below, name) }

// Root is the address of the site on its host, with a slash at its end.
func (s Site) Root() string {
	if s.Below == "" {
		return "/"
	}
	return "/" + s.Below + "/"
}

// Host is a way of being hosted: the files that it reads.
type Host struct {
	Name  string
	Files []File
}

// File is one that a host reads. Inside it lies in the published folder; otherwise it is
// for whoever sets the host up, and is written beside.
type File struct {
	Name   string
	Inside bool
	text   string // a template over [view]
}

// view is what the templates see.
type view struct {
	Site
	Headers             []Header
	ForEver, Ask, Never string
	Hashed              string   // as a regular expression
	Types               []ending // sorted
	Unusual             []ending // those that hosts do not know by themselves
	Kept                []string // files with a hash in their names, for hosts without patterns
	Worker              string
}

type ending struct{ Ext, Type string }

// Names gives the names of all hosts.
func Names() []string {
	var names []string
	for _, h := range hosts {
		names = append(names, h.Name)
	}
	return names
}

// Of gives a host by its name.
func Of(name string) (Host, bool) {
	i := slices.IndexFunc(hosts, func(h Host) bool { return h.Name == name })
	if i < 0 {
		return Host{}, false
	}
	return hosts[i], true
}

// Render gives the text of a file for a site.
func (f File) Render(s Site) ([]byte, error) {
	t, err := template.New(f.Name).Funcs(template.FuncMap{
		"bare":  func(ext string) string { return strings.TrimPrefix(ext, ".") },
		"mime":  func(t string) string { bare, _, _ := strings.Cut(t, ";"); return bare },
		"quote": regexp.QuoteMeta,
		"inner": func(pattern string) string { return strings.TrimSuffix(pattern, "$") },
	}).Parse(f.text)
	if err != nil {
		return nil, fmt.Errorf("read the form of %s: %w", f.Name, err)
	}
	v := view{Site: s, Headers: Headers, ForEver: ForEver, Ask: Ask, Never: Never, Hashed: hashedName, Worker: worker}
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		v.Types = append(v.Types, ending{ext, types[ext]})
	}
	for _, ext := range []string{".vcf", ".webmanifest"} {
		v.Unusual = append(v.Unusual, ending{ext, types[ext]})
	}
	for _, name := range s.Names {
		if isHashed.MatchString(name) {
			v.Kept = append(v.Kept, s.Path(name))
		}
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return nil, fmt.Errorf("write %s: %w", f.Name, err)
	}
	return b.Bytes(), nil
}
