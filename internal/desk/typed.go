package desk

import (
	"net/http"
	"net/url"

	"suluh/internal/permalink"
)

// typedQuery names, in the address of a page of the preview, a text that was typed and is not
// saved: the page is shown as it would be with it.
const typedQuery = "ketikan"

// mostTyped is how many typed texts are kept, each for a tab or two.
const mostTyped = 8

// typedText is a file as somebody types it.
type typedText struct {
	id, name string
	data     []byte
}

// TypedIn gives the file that a request of the preview wants to see as it is typed; false
// where it wants none.
func (d *Desk) TypedIn(r *http.Request) (name string, data []byte, ok bool) {
	id := r.URL.Query().Get(typedQuery)
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, t := range d.typed {
		if t.id == id {
			return t.name, t.data, true
		}
	}
	return "", nil, false
}

// preview keeps what was typed, and leads to its page.
func (d *Desk) preview(w http.ResponseWriter, r *http.Request) {
	name := r.PostFormValue("berkas")
	was, ok := d.readFile(w, name)
	if !ok {
		return
	}
	s, err := d.current()
	if err != nil {
		d.trouble(w, err)
		return
	}
	page := pageOf(s, name)
	if page == nil || page.Doc == nil {
		d.refuse(w, "Halaman ini belum bisa ditampilkan", "Simpan dulu, lalu perbaiki yang disebut di atas tulisan.")
		return
	}
	now := asFile(r.PostFormValue("isi"), was)
	if r.PostForm.Has("badan") {
		matter, err := filled(s, name, was, r.PostForm)
		if err != nil {
			d.refuse(w, "Halaman ini belum bisa ditampilkan", "Simpan dulu, lalu perbaiki yang disebut di atas tulisan.")
			return
		}
		now = matter.Bytes()
	}
	t := typedText{secret(), name, now}
	d.mu.Lock()
	d.typed = append(d.typed, t)
	d.typed = d.typed[max(0, len(d.typed)-mostTyped):]
	d.mu.Unlock()
	http.Redirect(w, r, "/"+permalink.Href(page.Path)+"?"+typedQuery+"="+url.QueryEscape(t.id), http.StatusSeeOther)
}
