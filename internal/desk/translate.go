package desk

import (
	"errors"
	"net/http"
	"net/url"
	"os"
	"slices"

	"suluh/internal/content"
	"suluh/internal/edit"
	"suluh/internal/publish"
)

// original gives the Indonesian page that a translation stands beside; nil for a page
// that is none.
func original(s *publish.Edition, file string) *content.Page {
	for _, in := range s.Inputs.List {
		if p := in.Page; in.Name == file && p != nil && p.Lang != content.SourceLang {
			return s.Find(p.Key, content.SourceLang)
		}
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

// translate begins a translation: a copy beside the original, which is a draft until its
// writer publishes it.
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
		err = errors.Join(matter.Remove("alias"), matter.Remove("diperiksa"))
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
	http.Redirect(w, r, Path+"tulis?berkas="+url.QueryEscape(to), http.StatusSeeOther)
}
