package desk

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/content"
	"suluh/internal/edit"
	"suluh/internal/publish"
	"suluh/internal/translation"
)

// original gives the Indonesian page that a translation stands beside; nil for a page
// that is none.
func original(s *publish.Edition, file string) *content.Page {
	if p := pageOf(s, file); p != nil && p.Lang != content.SourceLang {
		return s.Find(p.Key, content.SourceLang)
	}
	return nil
}

// missingLanguages gives the languages of the site in which a page is not there yet.
func missingLanguages(s *publish.Edition, p *content.Page) []nameView {
	var missing []nameView
	if p.Lang != content.SourceLang {
		return nil
	}
	for _, lang := range s.Locales[1:] {
		there := slices.ContainsFunc(append(slices.Clone(s.Pages), s.Drafts...), func(other *content.Page) bool {
			return other.Key == p.Key && other.Lang == lang.Code
		})
		if !there {
			missing = append(missing, nameView{lang.Words.Name, lang.Code})
		}
	}
	return missing
}

// translate begins a translation: a page beside the original without any of its parts yet,
// which is a draft until its writer publishes it.
func (d *Desk) translate(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	name, lang := r.PostFormValue("berkas"), r.PostFormValue("bahasa")
	file, err := d.fileIn(name)
	i := slices.IndexFunc(s.Pages, func(p *content.Page) bool { return p.File == name })
	if err != nil || i < 0 || !slices.ContainsFunc(missingLanguages(s, s.Pages[i]), func(l nameView) bool { return l.Typed == lang }) {
		d.refuse(w, "Terjemahan ini tidak bisa dibuat", "Halamannya belum terbit, atau terjemahannya sudah ada. Pilih dari daftar.")
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		d.trouble(w, err)
		return
	}
	matter, err := edit.Open(data)
	if err == nil {
		err = matter.Set(edit.Plain("ya"), "draf")
	}
	if err == nil {
		err = errors.Join(matter.Remove("alias"), matter.Remove("diperiksa"), matter.Remove("dibaca"))
		matter.SetBody("")
	}
	if err != nil {
		d.trouble(w, err)
		return
	}
	to := content.Folder + s.Pages[i].Key + "." + lang + ".md"
	if err := d.apply("Memulai terjemahan "+to, edit.Change{Name: to, New: matter.Bytes()}); err != nil {
		d.trouble(w, err)
		return
	}
	http.Redirect(w, r, Path+"terjemahan?berkas="+url.QueryEscape(to), http.StatusSeeOther)
}

// partsView is a translation beside its original, part by part.
type partsView struct {
	writeView
	Parts  []partView
	Behind int
	Whole  bool // its parts are not known: the whole texts stand side by side
}

// partView is a part of the original with the same part of the translation.
type partView struct {
	N        int
	State    translation.State
	Original string // empty where it is gone
	Text     string
}

// callsOnly is a part that has no words of its own: contacts and villages that are called,
// and the end of a box.
var callsOnly = regexp.MustCompile(`^(?:(?::kontak\[[^\]]+\]|:desa\[[^\]]+\]|:::)\s*)+$`)

// parts shows a translation part by part.
func (d *Desk) parts(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	t, err := d.readTranslation(s, r.URL.Query().Get("berkas"))
	if err != nil {
		d.refuse(w, "Halaman ini bukan terjemahan", "Pilih terjemahan dari daftar.")
		return
	}
	v := partsView{}
	v.File, v.Title, v.Hash = t.page.File, t.page.File, hashOf(t.data)
	v.Saved = r.URL.Query().Get("tersimpan") != ""
	v.HasHistory = d.hasGit()
	v.describe(s)
	own := translation.Blocks(t.matter.Body())
	if len(own) != len(t.page.Meta.Origin) {
		v.Whole, v.Text = true, t.matter.Body()
		v.Original = translation.Join(texts(t.original))
		d.show(w, "parts", v.Title, v)
		return
	}
	parts := translation.Compare(t.page.Meta.Origin, translation.Keys(t.original))
	v.Behind = translation.Behind(parts)
	for n, p := range parts {
		part := partView{N: n, State: p.State}
		if p.Original >= 0 {
			part.Original = t.original[p.Original].Text
		}
		switch {
		case p.Translation >= 0:
			part.Text = own[p.Translation].Text
		case callsOnly.MatchString(part.Original):
			part.Text = part.Original // the registry has its words in each language
		}
		v.Parts = append(v.Parts, part)
	}
	d.show(w, "parts", v.Title, v)
}

// translated is a translation with the text that it was made of.
type translated struct {
	page     *content.Page
	data     []byte
	matter   *edit.Matter
	original []translation.Block
}

// errNoTranslation is the error of a page that stands beside no original.
var errNoTranslation = errors.New("no translation")

func (d *Desk) readTranslation(s *publish.Edition, name string) (*translated, error) {
	t := &translated{page: pageOf(s, name)}
	of := original(s, name)
	if t.page == nil || of == nil {
		return nil, errNoTranslation
	}
	var err error
	if t.data, t.matter, err = d.readMatter(name); err != nil {
		return nil, err
	}
	_, matter, err := d.readMatter(of.File)
	if err == nil {
		t.original = translation.Blocks(matter.Body())
	}
	return t, err
}

// readMatter reads a file with front matter.
func (d *Desk) readMatter(name string) ([]byte, *edit.Matter, error) {
	file, err := d.fileIn(name)
	if err != nil {
		return nil, nil, err
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	matter, err := edit.Open(data)
	return data, matter, err
}

func texts(blocks []translation.Block) []string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text)
	}
	return all
}

// saveParts writes what was typed part by part, and notes of which parts of the original it
// speaks: those whose text was changed, or that the writer calls right as they are.
func (d *Desk) saveParts(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	name := r.PostFormValue("berkas")
	t, err := d.readTranslation(s, name)
	if err != nil {
		d.refuse(w, "Halaman ini bukan terjemahan", "Tidak ada yang diubah. Pilih terjemahan dari daftar.")
		return
	}
	d.change(w, r, name, func(was []byte) ([]byte, bool) {
		matter, err := edit.Open(was)
		if err != nil {
			d.trouble(w, err)
			return nil, false
		}
		if r.PostForm.Has("utuh") {
			matter.SetBody(oneEnd(r.PostFormValue("utuh")))
			err = setOrigin(matter, translation.Keys(t.original))
		} else {
			typed, keys := typedParts(r, t)
			matter.SetBody(translation.Join(typed))
			err = setOrigin(matter, keys)
		}
		if err != nil {
			d.trouble(w, err)
			return nil, false
		}
		if hashOf(was) != r.PostFormValue("sidik") {
			d.showConflict(w, name, asTyped(matter.Bytes()))
			return nil, false
		}
		return matter.Bytes(), true
	})
}

// setOrigin notes the parts of the original where the translation has as many: its parts
// could not be told apart otherwise.
func setOrigin(matter *edit.Matter, keys []string) error {
	if len(translation.Blocks(matter.Body())) != len(keys) {
		return matter.Remove("asal")
	}
	return matter.Set(keys, "asal")
}

// typedParts gives the parts that were typed, and the keys of the original's blocks that
// they speak of. What was typed as two blocks speaks of the same one.
func typedParts(r *http.Request, t *translated) (typed, keys []string) {
	parts := translation.Compare(t.page.Meta.Origin, translation.Keys(t.original))
	own := translation.Blocks(t.matter.Body())
	for n, p := range parts {
		at := strconv.Itoa(n)
		text := strings.TrimSpace(strings.ReplaceAll(r.PostFormValue("bagian."+at), "\r\n", "\n"))
		if text == "" {
			continue
		}
		was, key := "", ""
		if p.Translation >= 0 {
			was, key = own[p.Translation].Text, t.page.Meta.Origin[p.Translation]
		}
		if p.Original >= 0 && (key == "" || text != was || r.PostForm.Has("sesuai."+at)) {
			key = t.original[p.Original].Key
		}
		for _, block := range translation.Blocks(text) {
			typed, keys = append(typed, block.Text), append(keys, key)
		}
	}
	return typed, keys
}
