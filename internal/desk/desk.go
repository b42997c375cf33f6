// Package desk is where editors work: in the browser, without a terminal and without a
// text editor. It lists all pages and villages with their state, lets one write and see
// at once what is wrong and how it looks, takes in what officials sent, and keeps a
// history where Git is there, and publishes the site.
//
// # Who may use it
//
// The desk writes files, so it lets in nobody but the person at this computer:
//
//   - it answers on this computer alone, under a name that nobody else can own;
//   - every page but the door needs the key, which the program makes anew at each start
//     and hands to the browser that it opens; it is kept in a cookie that no other site
//     gets (SameSite=Strict);
//   - what changes a file is a form with a second key, sent from a page of the desk;
//   - a file is named below content/ or villages/, and is one that a site is made of;
//   - requests have limits of size, and nothing is shown in the frame of another site.
//
// Every page works without a script; the script keeps what was typed and refreshes the
// view. All writing goes through package edit: what somebody else changed meanwhile is
// never overwritten.
package desk

import (
	"crypto/rand"
	"crypto/subtle"
	"embed"
	"encoding/hex"
	"errors"
	"html/template"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"suluh/internal/edit"
	"suluh/internal/importer"
	"suluh/internal/publish"
	"suluh/internal/source"
)

// Path is where the desk stands on the preview's server.
const Path = "/_suluh/meja/"

const (
	cookieName = "suluh-meja"
	mostSent   = 12 << 20 // bytes of a request: the largest sheet and its form
)

//go:embed desk.html desk.css desk.js
var files embed.FS

var pages = template.Must(template.ParseFS(files, "desk.html"))

// Desk answers requests below Path. Create it with New.
type Desk struct {
	dir     string
	current func() (*publish.Edition, error)
	readers func() (*publish.Edition, error)
	changed func(names ...string)
	door    string // opens the desk: in the address that is opened first
	key     string // in the cookie
	form    string // in every form

	mu   sync.Mutex
	sent map[string]*importer.Table // what was sent in and is not written yet

	typed []typedText // and what is typed and not saved, the last of it

	weigher weigher
	sending *sending // the step of publishing that goes on, or the last one
}

// New gives the desk of a site's folder. Current gives the site as its files are now, with
// drafts; readers gives it as it is published; their errors are about the disk. Changed is
// told which files the desk has written.
func New(dir string, current, readers func() (*publish.Edition, error), changed func(names ...string)) *Desk {
	return &Desk{dir: dir, current: current, readers: readers, changed: changed, door: secret(), key: secret(), form: secret(), sent: map[string]*importer.Table{}}
}

// Door gives the path that lets its visitor in. It is told to nobody but the browser of
// the person at this computer.
func (d *Desk) Door() string { return Path + "masuk?kunci=" + d.door }

// ToMend gives the path at which a fault is mended: its file, at its line.
func ToMend(d *source.Diagnostic) string {
	return Path + "tulis?berkas=" + url.QueryEscape(d.Name) + "&baris=" + strconv.Itoa(d.Line)
}

// secret is a text that nobody can guess.
func secret() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// apply writes files, all or none, and keeps them in the history under some words.
func (d *Desk) apply(what string, changes ...edit.Change) error {
	if err := (&edit.Editor{Dir: d.dir}).Apply(changes); err != nil {
		return err
	}
	var names []string
	for _, c := range changes {
		names = append(names, c.Name)
	}
	d.changed(names...)
	d.remember(what, names...)
	return nil
}

// ServeHTTP implements http.Handler.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if !isHere(r) {
		http.Error(w, "suluh: meja kerja hanya untuk komputer ini (the desk is for this computer alone)", http.StatusForbidden)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, Path)
	switch name {
	case "masuk":
		d.enter(w, r)
		return
	case "gaya.css":
		http.ServeFileFS(w, r, files, "desk.css")
		return
	case "meja.js":
		http.ServeFileFS(w, r, files, "desk.js")
		return
	}
	if cookie, err := r.Cookie(cookieName); err != nil || !same(cookie.Value, d.key) {
		d.refuse(w, "Meja kerja ini terkunci", "Buka dari jendela program suluh: alamatnya tertulis di sana. Kuncinya ganti setiap kali program dijalankan.")
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, mostSent)
	if r.Method == http.MethodPost && !d.isForm(w, r) {
		return
	}
	d.route(w, r, name)
}

// route finds the page.
func (d *Desk) route(w http.ResponseWriter, r *http.Request, name string) {
	routes := map[string]func(http.ResponseWriter, *http.Request){
		"GET ": d.list, "GET isian": d.showForm, "POST isian": d.saveForm, "GET tulis": d.write, "POST tulis": d.save, "POST pratinjau": d.preview, "POST keadaan": d.setState, "POST rapikan": d.mend,
		"GET baru": d.fresh, "POST baru": d.begin,
		"GET desa": d.villageForm, "GET impor": d.receive, "POST impor": d.plan, "POST masukkan": d.take,
		"GET gambar": d.askPicture, "POST gambar": d.takePicture, "POST terjemah": d.translate, "GET terjemahan": d.parts, "POST terjemahan": d.saveParts,
		"GET riwayat": d.history, "POST riwayat": d.keepHistory, "POST kembalikan": d.bringBack,
		"GET terbitkan": d.deployPage, "POST terbitkan": d.lookAtTarget, "POST kirim": d.sendNow, "POST sandi": d.keepPassword,
	}
	method := r.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	handle, known := routes[method+" "+name]
	if !known {
		d.refuse(w, "Halaman ini tidak ada", "Kembali ke daftar, lalu pilih dari sana.")
		return
	}
	handle(w, r)
}

// enter lets in who knows the door's key.
func (d *Desk) enter(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet || !same(r.URL.Query().Get("kunci"), d.door) {
		d.refuse(w, "Kunci ini tidak berlaku", "Buka dari jendela program suluh: alamatnya tertulis di sana. Kuncinya ganti setiap kali program dijalankan.")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: d.key, Path: Path, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, Path, http.StatusSeeOther)
}

// isForm tells whether a request that changes something is a form of the desk; if not, it
// has answered.
func (d *Desk) isForm(w http.ResponseWriter, r *http.Request) bool {
	err := r.ParseForm()
	if err == nil {
		err = r.ParseMultipartForm(mostSent)
	}
	if err != nil && !errors.Is(err, http.ErrNotMultipart) {

		d.refuseAs(w, http.StatusRequestEntityTooLarge, "Yang dikirim terlalu besar", "Paling banyak 12 MB. Kirim lembar yang lebih kecil, atau bagi menjadi dua.")
		return false
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		if u, err := url.Parse(origin); err != nil || u.Scheme != "http" || !strings.EqualFold(u.Host, r.Host) {
			d.refuse(w, "Formulir ini bukan dari meja kerja", "Tidak ada yang diubah.")
			return false
		}
	}
	if !same(r.PostFormValue("formulir"), d.form) {
		d.refuse(w, "Formulir ini sudah lama", "Program suluh dijalankan lagi sejak halaman ini dibuka. Salin dulu yang Anda tulis, lalu buka halamannya lagi.")
		return false
	}
	return true
}

// isHere tells whether a request comes from this computer, and calls it by a name that
// nobody else can own.
func isHere(r *http.Request) bool {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil || !from.Addr().Unmap().IsLoopback() {
		return false
	}
	host := r.Host
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		host = host[:i]
	}
	switch strings.ToLower(strings.Trim(host, "[]")) {
	case "localhost", "127.0.0.1", "::1":
		return true
	}
	return false
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// frame is what every page of the desk has around it.
type frame struct {
	Title string
	Form  string // the second key
	Text  string // in words, of a page that has no more to say
	Main  any
}

func (d *Desk) show(w http.ResponseWriter, page, title string, main any) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = pages.ExecuteTemplate(w, page, frame{Title: title, Form: d.form, Main: main}) // whoever reads it may have gone
}

// refuse says why nothing was done.
func (d *Desk) refuse(w http.ResponseWriter, title, text string) {
	d.refuseAs(w, http.StatusForbidden, title, text)
}

func (d *Desk) refuseAs(w http.ResponseWriter, status int, title, text string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_ = pages.ExecuteTemplate(w, "refused", frame{Title: title, Text: text})
}

// trouble says what the disk said.
func (d *Desk) trouble(w http.ResponseWriter, err error) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	_ = pages.ExecuteTemplate(w, "refused", frame{Title: "Ada gangguan di komputer ini", Text: "Tidak ada yang diubah. Kata komputer: " + err.Error()})
}
