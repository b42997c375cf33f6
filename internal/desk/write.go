package desk

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"suluh/internal/cache"
	"suluh/internal/check"
	"suluh/internal/content"
	"suluh/internal/draft"
	"suluh/internal/edit"
	"suluh/internal/permalink"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// writeView is the page on which a file is written.
type writeView struct {
	File, Title string
	Text        string
	Hash        string // of the file as it was read; empty when it is not there yet
	Line        int    // where to look
	Faults      []faultView
	Wording     []faultView // where the text is not as its editors agreed
	Figures     string      // what the page weighs, and how hard it is to read
	Mendable    bool
	Link        string // of its page on the preview
	Draft       bool
	Ready       bool   // it waits for a second person
	ReadOn      string // when a second person read it
	IsPage      bool   // it can be a draft, or checked
	Checked     bool   // against its source, by a person
	Saved       bool
	HasHistory  bool
	Theirs      *string    // what stands in the file now, where somebody else has written
	Original    string     // the Indonesian text beside a translation
	Missing     []nameView // languages in which the page is not there yet
	IsVillage   bool       // its data have a form

	// What a text may refer to.
	Contacts, Pages, Terms, Offices []nameView
}

// mostOffices is as many villages as one finds in a list.
const mostOffices = 100

// nameView is something that a text may refer to, and how.
type nameView struct{ Name, Typed string }

// fileIn reads the name of a file that the desk may write: one below content/ or villages/
// that a site is made of, and no link to somewhere else.
func (d *Desk) fileIn(name string) (string, error) {
	folder, _, below := strings.Cut(name, "/")
	if !below || !fs.ValidPath(name) || folder != "content" && folder != "villages" || !content.IsParsed(name) || strings.ContainsAny(name, "\\:\x00") || strings.Contains("/"+name, "/.") {
		return "", fmt.Errorf("%q: %w", name, fs.ErrPermission)
	}
	at := d.dir
	for part := range strings.SplitSeq(name, "/") {
		at = filepath.Join(at, part)
		info, err := os.Lstat(at)
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink != 0 {
			return "", fmt.Errorf("%q: %w", name, fs.ErrPermission)
		}
	}
	return filepath.Join(d.dir, filepath.FromSlash(name)), nil
}

// write shows a file to be written.
func (d *Desk) write(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("berkas")
	line, _ := strconv.Atoi(r.URL.Query().Get("baris"))
	d.showFile(w, name, writeView{Line: line, Saved: r.URL.Query().Get("tersimpan") != ""})
}

// readFile reads a file that the desk may write, or has answered why not.
func (d *Desk) readFile(w http.ResponseWriter, name string) (data []byte, ok bool) {
	file, err := d.fileIn(name)
	if err != nil {
		d.refuse(w, "Berkas ini bukan bagian dari situs", "Tidak ada yang diubah. Pilih berkas dari daftar.")
		return nil, false
	}
	if data, err = os.ReadFile(file); err != nil {
		d.trouble(w, err)
		return nil, false
	}
	return data, true
}

// showConflict shows what was typed beside the file, which somebody else has changed.
func (d *Desk) showConflict(w http.ResponseWriter, name, typed string) {
	theirs := ""
	d.showFile(w, name, writeView{Text: typed, Theirs: &theirs})
}

// showFile shows a file as it is now, with what v says beside it.
func (d *Desk) showFile(w http.ResponseWriter, name string, v writeView) {
	data, ok := d.readFile(w, name)
	if !ok {
		return
	}
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	v.File, v.Title = name, name
	if v.Theirs == nil {
		v.Text, v.Hash = asTyped(data), hashOf(data)
	} else {
		*v.Theirs, v.Hash = asTyped(data), hashOf(data)
	}
	v.HasHistory = d.hasGit()
	v.describe(s)
	v.addOriginal(d, s)
	d.show(w, "write", v.Title, v)
}

// addOriginal puts the Indonesian text beside a translation.
func (v *writeView) addOriginal(d *Desk, s *publish.Edition) {
	p := original(s, v.File)
	if p == nil {
		return
	}
	if file, err := d.fileIn(p.File); err == nil {
		data, _ := os.ReadFile(file) // it was read just now
		v.Original = asTyped(data)
	}
}

// describe adds what the site knows of the file.
func (v *writeView) describe(s *publish.Edition) {
	for _, d := range s.Check() {
		if d.Name == v.File {
			v.Faults = append(v.Faults, faultOf(d))
			v.Mendable = v.Mendable || d.Code == source.TaskIDMissing
		}
	}
	for _, d := range s.WordingOf(v.File) {
		v.Wording = append(v.Wording, faultOf(d))
	}
	for _, in := range s.Inputs.List {
		if p := in.Page; in.Name == v.File && p != nil {
			v.IsPage, v.Draft, v.Checked = true, p.Meta.Draft, !p.Meta.Checked.IsZero()
			v.Ready, v.ReadOn = p.Meta.Ready, p.Meta.Read.String()
			if s.Hidden[p.File] == nil && !p.Meta.Draft {
				v.Missing = missingLanguages(s, p)
			}
			if p.Meta.Title != "" {
				v.Title = p.Meta.Title
			}
			if p.Doc != nil {
				v.Link = "/" + permalink.Href(p.Path)
				v.Figures = figuresOf(s, p)
			}
		}
		if p := in.Page; p != nil && p.Lang == content.SourceLang {
			v.Pages = append(v.Pages, nameView{p.Meta.Title, "[" + p.Meta.Title + "](/" + p.Key + ".md)"})
		}
	}
	if e := s.Villages.OfFile(v.File); e != nil {
		v.IsVillage = true
		v.Title, v.Link = e.Name, "/"+permalink.Href(permalink.Village(e))
	}
	for _, t := range s.Glossary.List {
		v.Terms = append(v.Terms, nameView{t.Word, ":istilah[" + t.Word + "]"})
	}
	for e := range s.Villages.All() {
		if len(v.Offices) == mostOffices {
			break
		}
		v.Offices = append(v.Offices, nameView{e.Name, ":desa[" + strings.TrimSuffix(path.Base(e.File), ".md") + "]"})
	}
	for _, c := range s.Contacts.List {
		v.Contacts = append(v.Contacts, nameView{c.Name, ":kontak[" + c.ID + "]"})
	}
}

// figuresOf says what a page weighs on its way, and how hard it is to read.
func figuresOf(s *publish.Edition, p *content.Page) string {
	r := p.Doc.Reading()
	text := fmt.Sprintf("%d kata, rata-rata %.0f kata dalam satu kalimat, kalimat terpanjang %d kata.", r.Words, r.PerSentence(), r.Longest)
	if o, there := s.Lookup(p.Path); there {
		if w, known, err := s.WeightOf(o); known && err == nil {
			text = fmt.Sprintf("Berat halaman %d byte, sasarannya paling banyak %d. ", w.Parts.Total, w.Budget.Target) + text
		}
	}
	return text
}

func hashOf(data []byte) string {
	hash := cache.HashOf(data)
	return hex.EncodeToString(hash[:])
}

// asTyped gives a text with the line ends of a form.
func asTyped(data []byte) string {
	return strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
}

// asFile gives what was typed with the line ends of the file, and one at its end.
func asFile(typed string, was []byte) []byte {
	text := oneEnd(typed)
	if bytes.Contains(was, []byte("\r\n")) {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if bytes.HasPrefix(was, []byte("\ufeff")) {
		text = "\ufeff" + text
	}
	return []byte(text)
}

// save writes what was typed, unless somebody else has written meanwhile: then both stand
// there, and nothing is lost.
func (d *Desk) save(w http.ResponseWriter, r *http.Request) {
	name, typed := r.PostFormValue("berkas"), r.PostFormValue("isi")
	d.change(w, r, name, func(was []byte) ([]byte, bool) {
		if hashOf(was) != r.PostFormValue("sidik") {
			d.showConflict(w, name, strings.ReplaceAll(typed, "\r\n", "\n"))
			return nil, false
		}
		return asFile(typed, was), true
	})
}

// change gives a file a new content, keeps it in the history, and shows it again. Make
// gives the content, or has answered.
func (d *Desk) change(w http.ResponseWriter, r *http.Request, name string, make func(was []byte) ([]byte, bool)) {
	was, ok := d.readFile(w, name)
	if !ok {
		return
	}
	now, ok := make(was)
	if !ok {
		return
	}
	if !bytes.Equal(was, now) {
		err := d.apply("Mengubah "+name, edit.Change{Name: name, Old: was, New: now})
		var conflict *edit.Conflict
		if errors.As(err, &conflict) { // within the same moment
			d.showConflict(w, name, asTyped(now))
			return
		}
		if err != nil {
			d.trouble(w, err)
			return
		}
	}
	back := "tulis"
	if from := r.PostFormValue("kembali"); slices.Contains([]string{"isian", "terjemahan"}, from) {
		back = from
	}
	http.Redirect(w, r, Path+back+"?tersimpan=1&berkas="+url.QueryEscape(name), http.StatusSeeOther)
}

// setState makes a page a draft, asks for a second person, notes that one has read it,
// publishes it, or notes that a person has compared it with its source today.
func (d *Desk) setState(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	d.change(w, r, r.PostFormValue("berkas"), func(was []byte) ([]byte, bool) {
		matter, err := edit.Open(was)
		if err == nil {
			switch r.PostFormValue("jadi") {
			case "draf":
				err = matter.Set(edit.Plain("ya"), "draf")
			case "siap":
				err = matter.Set(edit.Plain("ya"), "siap")
			case "dibaca":
				err = errors.Join(matter.Remove("siap"), matter.Set(edit.Plain(s.Date().String()), "dibaca"))
			case "terbit":
				err = errors.Join(matter.Remove("draf"), matter.Remove("siap"))
			case "dicocokkan":
				err = matter.Set(edit.Plain(s.Date().String()), "diperiksa")
			default:
				err = errors.New("keadaan yang tidak dikenal")
			}
		}
		if err != nil {
			d.trouble(w, err)
			return nil, false
		}
		return matter.Bytes(), true
	})
}

// mend does what can be done without a doubt.
func (d *Desk) mend(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("berkas")
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	d.change(w, r, name, func(was []byte) ([]byte, bool) {
		fixes, err := check.Fixes(s.Site)
		if err != nil {
			d.trouble(w, err)
			return nil, false
		}
		for _, fix := range fixes {
			if fix.Name == name && bytes.Equal(fix.Was, was) {
				return fix.Data, true
			}
		}
		return was, true
	})
}

// freshView asks what to begin.
type freshView struct {
	Kinds []nameView
	Kind  string
	Name  string
	Wrong string
}

var kindNames = []nameView{
	{"Panduan", "panduan"}, {"Daftar langkah dan dokumen", "langkah"}, {"Negara tujuan", "negara"}, {"Halaman lain", "halaman"}, {"Desa", "desa"},
}

func (d *Desk) fresh(w http.ResponseWriter, _ *http.Request) {
	d.show(w, "fresh", "Halaman baru", freshView{Kinds: kindNames, Kind: "panduan"})
}

// begin writes a new file, which is not published before its writer says so. A village
// begins with its data.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request) {
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	v := freshView{Kinds: kindNames, Kind: r.PostFormValue("jenis"), Name: strings.TrimSpace(r.PostFormValue("nama"))}
	if v.Kind == "desa" && v.Name != "" {
		http.Redirect(w, r, Path+"desa?nama="+url.QueryEscape(v.Name), http.StatusSeeOther)
		return
	}
	changes := draft.Begin(v.Kind, v.Name, s.Date().String())
	if len(changes) != 1 || v.Kind == "situs" {
		v.Wrong = "Tulis judulnya dengan huruf latin, dan pilih jenisnya."
		d.show(w, "fresh", "Halaman baru", v)
		return
	}
	err = d.apply("Membuat "+changes[0].Name, changes...)
	var taken *edit.Conflict
	switch {
	case errors.As(err, &taken):
		v.Wrong = "Sudah ada berkas " + taken.Name + ". Pilih judul lain, atau buka berkas itu dari daftar."
		d.show(w, "fresh", "Halaman baru", v)
	case err != nil:
		d.trouble(w, err)
	default:
		http.Redirect(w, r, Path+"isian?berkas="+url.QueryEscape(changes[0].Name), http.StatusSeeOther)
	}
}
