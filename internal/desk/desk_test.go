package desk

import (
	"bytes"
	"html"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/frontmatter"
	"suluh/internal/publish"
	"suluh/internal/site"
	"suluh/internal/tree"
)

const (
	guide = "---\njudul: Biaya\nringkasan: Biaya resmi.\ndisusun: 2026-11-01\n---\n\nTanya dulu ke desa.\n"
	home  = "---\njudul: Beranda\nringkasan: Halaman awal.\ndisusun: 2026-11-01\n---\n\nIsi.\n"
	setup = "nama: Uji\nnama_tab: Uji\nbahasa: [id]\nkeluar: https://www.google.com\nkabupaten: {kode: \"35.09\", nama: Jember}\n"
)

// bench is a desk with a visitor who was let in.
type bench struct {
	t    *testing.T
	dir  string
	desk *Desk
	url  string
	user *http.Client
	at   string // the address of the page that was read last
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir()}
	b.put("content/situs.yaml", setup)
	b.put("content/beranda.md", home)
	b.put("content/panduan/biaya.md", guide)
	b.put("villages/ambulu.md", "---\nnama: Ambulu\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\ndisusun: 2026-11-01\n---\n\nDesa.\n")
	b.put("villages/wilayah.tsv", "35\tJawa Timur\n35.09\tKabupaten Jember\n35.09.12\tAmbulu\n35.09.12.2004\tAmbulu\n35.09.12.2005\tKarang Anyar\n")
	opt := publish.Options{
		Options: site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 26}, Jobs: 1, Drafts: true}, Theme: suluh.Theme, NoServiceWorker: true,
	}
	b.desk = New(b.dir, func() (*publish.Edition, error) {
		return publish.Load(tree.FS{Dir: b.dir}, opt)
	}, func() (*publish.Edition, error) {
		published := opt
		published.Drafts = false
		return publish.Load(tree.FS{Dir: b.dir}, published)
	}, func(...string) {})
	server := httptest.NewServer(b.desk)
	t.Cleanup(server.Close)
	b.url = server.URL
	b.user = b.visitor()
	if page, code := b.get(b.user, b.desk.Door()); code != 200 || !strings.Contains(page, "Meja kerja") {
		t.Fatalf("the door: %d %s", code, page)
	}
	return b
}

func (b *bench) visitor() *http.Client {
	jar, err := cookiejar.New(nil)
	if err != nil {
		b.t.Fatal(err)
	}
	return &http.Client{Jar: jar}
}

func (b *bench) put(name, text string) {
	b.t.Helper()
	file := filepath.Join(b.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		b.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) file(name string) string {
	b.t.Helper()
	data, err := os.ReadFile(filepath.Join(b.dir, filepath.FromSlash(name)))
	if err != nil {
		b.t.Fatal(err)
	}
	return string(data)
}

func (b *bench) get(as *http.Client, path string) (string, int) {
	b.t.Helper()
	resp, err := as.Get(b.url + path)
	return b.read(resp, err)
}

func (b *bench) read(resp *http.Response, err error) (string, int) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	defer resp.Body.Close()
	b.at = strings.TrimPrefix(resp.Request.URL.String(), b.url)
	var text bytes.Buffer
	if _, err := text.ReadFrom(resp.Body); err != nil {
		b.t.Fatal(err)
	}
	return text.String(), resp.StatusCode
}

// fields gives the values that a form of a page sends, by the action of the form.
func fields(page, action string) url.Values {
	values := url.Values{}
	_, rest, found := strings.Cut(page, `action="`+Path+action+`"`)
	if !found {
		return values
	}
	form, _, _ := strings.Cut(rest, "</form>")
	for _, m := range regexp.MustCompile(`<input type="hidden" name="([^"]+)" value="([^"]*)"`).FindAllStringSubmatch(form, -1) {
		values.Set(html.UnescapeString(m[1]), html.UnescapeString(m[2]))
	}
	if m := regexp.MustCompile(`(?s)<textarea id="isi"[^>]*>\n(.*?)</textarea>`).FindStringSubmatch(form); m != nil {
		values.Set("isi", html.UnescapeString(m[1]))
	}
	return values
}

func (b *bench) post(as *http.Client, path string, values url.Values) (string, int) {
	b.t.Helper()
	resp, err := as.PostForm(b.url+Path+path, values)
	return b.read(resp, err)
}

// TestOutsiders: nobody but the person at this computer reads or writes anything.
func TestOutsiders(t *testing.T) {
	b := newBench(t)
	stranger := b.visitor()
	before := b.file("content/panduan/biaya.md")
	page, _ := b.get(b.user, Path+"tulis?berkas=content/panduan/biaya.md")
	good := fields(page, "tulis")
	if good.Get("sidik") == "" || good.Get("isi") != guide {
		t.Fatalf("the form holds %q", good)
	}
	good.Set("isi", "rusak")
	send := func(what string, change func(r *http.Request)) int {
		t.Helper()
		r, err := http.NewRequest(http.MethodPost, b.url+Path+"tulis", strings.NewReader(good.Encode()))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.AddCookie(&http.Cookie{Name: cookieName, Value: b.desk.key})
		change(r)
		direct := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		resp, err := direct.Do(r)
		text, code := b.read(resp, err)
		if code < 400 || strings.Contains(text, "Tanya dulu") {
			t.Errorf("%s: answered with %d %.200s", what, code, text)
		}
		return code
	}
	for what, change := range map[string]func(r *http.Request){
		"DNS rebinding":          func(r *http.Request) { r.Host = "jahat.example" },
		"another address":        func(r *http.Request) { r.Host = "192.168.1.7:1313" },
		"a form of another site": func(r *http.Request) { r.Header.Set("Origin", "http://jahat.example") },
		"a frame in a cage":      func(r *http.Request) { r.Header.Set("Origin", "null") },
		"another scheme":         func(r *http.Request) { r.Header.Set("Origin", "https://"+r.URL.Host) },
		"no key":                 func(r *http.Request) { r.Header.Del("Cookie") },
		"a guess":                func(r *http.Request) { r.Header.Set("Cookie", cookieName+"="+strings.Repeat("0", 32)) },
		"the key of the door":    func(r *http.Request) { r.Header.Set("Cookie", cookieName+"="+b.desk.door) },
		"a form without its key": func(r *http.Request) {
			r.Body = io.NopCloser(strings.NewReader("berkas=content/panduan/biaya.md&isi=x"))
			r.ContentLength = -1
		},
	} {
		send(what, change)
	}
	far := httptest.NewRequest(http.MethodGet, Path, nil) // from the next room
	far.Host, far.RemoteAddr = "127.0.0.1:1313", "192.168.1.9:5000"
	far.AddCookie(&http.Cookie{Name: cookieName, Value: b.desk.key})
	answer := httptest.NewRecorder()
	if b.desk.ServeHTTP(answer, far); answer.Code != http.StatusForbidden {
		t.Errorf("another computer is let in: %d", answer.Code)
	}
	for _, path := range []string{"", "tulis?berkas=content/panduan/biaya.md", "riwayat", "impor", "masuk", "masuk?kunci=", "masuk?kunci=" + b.desk.key} {
		if text, code := b.get(stranger, Path+path); code != http.StatusForbidden || strings.Contains(text, "Tanya dulu") || strings.Contains(text, b.desk.form) {
			t.Errorf("%s lets a stranger in: %d", path, code)
		}
	}
	if b.file("content/panduan/biaya.md") != before {
		t.Error("a stranger has written")
	}
}

// TestPaths: the desk reads and writes the files of a site, and no others.
func TestPaths(t *testing.T) {
	b := newBench(t)
	outside := filepath.Join(t.TempDir(), "rahasia.md")
	if err := os.WriteFile(outside, []byte("rahasia"), 0o644); err != nil {
		t.Fatal(err)
	}
	b.put("lain.md", "rahasia")
	b.put("layouts/a.md", "rahasia")
	b.put("content/.git/a.md", "rahasia")
	if err := os.Symlink(outside, filepath.Join(b.dir, "content", "panduan", "tautan.md")); err != nil {
		t.Logf("no links here: %v", err)
	}
	_ = os.Symlink(filepath.Dir(outside), filepath.Join(b.dir, "content", "luar"))
	page, _ := b.get(b.user, Path+"tulis?berkas=content/panduan/biaya.md")
	form := fields(page, "tulis")
	for _, name := range []string{
		"../rahasia.md", "content/../lain.md", "content/../../rahasia.md", "lain.md", "/etc/passwd", outside, "content/panduan/tautan.md", "content/luar/rahasia.md",
		"content", "content/", "content//beranda.md", `content\beranda.md`, "content/.git/a.md", "content/x.html", "layouts/base.html", "layouts/a.md", "content/a.md\x00", "C:/x.md", "villages/../content/situs.yaml", "",
	} {
		if text, code := b.get(b.user, Path+"tulis?berkas="+url.QueryEscape(name)); code == 200 || strings.Contains(text, "rahasia</textarea>") {
			t.Errorf("%q is read: %d", name, code)
		}
		form.Set("berkas", name)
		for _, action := range []string{"tulis", "keadaan", "rapikan", "kembalikan"} {
			if _, code := b.post(b.user, action, form); code == 200 {
				t.Errorf("%s of %q is done", action, name)
			}
		}
	}
	if data, err := os.ReadFile(outside); err != nil || string(data) != "rahasia" || b.file("lain.md") != "rahasia" {
		t.Error("a file outside was written")
	}
}

// TestTooLarge: what is larger than any sheet is refused before it is read.
func TestTooLarge(t *testing.T) {
	b := newBench(t)
	page, _ := b.get(b.user, Path+"tulis?berkas=content/panduan/biaya.md")
	form := fields(page, "tulis")
	form.Set("isi", strings.Repeat("a", mostSent+1))
	if _, code := b.post(b.user, "tulis", form); code != http.StatusRequestEntityTooLarge {
		t.Errorf("answered with %d", code)
	}
	if b.file("content/panduan/biaya.md") != guide {
		t.Error("and written")
	}
	endless := &endlessForm{head: strings.NewReader("--x\r\nContent-Disposition: form-data; name=\"lembar\"; filename=\"a.csv\"\r\n\r\n")}
	r := httptest.NewRequest(http.MethodPost, Path+"tulis", endless)
	r.Host, r.RemoteAddr = "127.0.0.1:1313", "127.0.0.1:5000"
	r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
	r.AddCookie(&http.Cookie{Name: cookieName, Value: b.desk.key})
	if b.desk.ServeHTTP(httptest.NewRecorder(), r); endless.read > 2*mostSent {
		t.Errorf("%d bytes are read", endless.read)
	}
}

// endlessForm is a form that never ends, but for the patience of a test.
type endlessForm struct {
	head io.Reader
	read int
}

func (e *endlessForm) Read(p []byte) (int, error) {
	if e.read > 5*mostSent {
		return 0, io.EOF
	}
	if n, err := e.head.Read(p); err == nil {
		return n, nil
	}
	for i := range p {
		p[i] = 'a'
	}
	e.read += len(p)
	return len(p), nil
}

// TestWriting: a page is begun, written, mended from its messages and published, all by
// forms alone.
func TestWriting(t *testing.T) {
	b := newBench(t)
	page, _ := b.get(b.user, Path+"baru")
	form := fields(page, "baru")
	form.Set("jenis", "panduan")
	form.Set("nama", "Kirim uang")
	page, code := b.post(b.user, "baru", form)
	if code != 200 || !strings.Contains(page, "draf</span>") {
		t.Fatalf("begun: %d %s", code, page)
	}
	const name = "content/panduan/kirim-uang.md"
	page, _ = b.get(b.user, Path+"tulis?berkas="+name)
	form = fields(page, "tulis")
	form.Set("isi", strings.Replace(guide, "Tanya dulu ke desa.", "Baca [syarat](syarat.md).", 1))
	page, _ = b.post(b.user, "tulis", form)
	if !strings.Contains(page, "Sudah disimpan") || !strings.Contains(page, "data-baris=\"7\"") || !strings.Contains(page, "Cara memperbaiki") {
		t.Errorf("the dead link is not told at its line: %s", page)
	}
	form = fields(page, "tulis")
	form.Set("isi", strings.Replace(form.Get("isi"), "syarat.md", "biaya.md", 1))
	page, _ = b.post(b.user, "tulis", form)
	if strings.Contains(page, `class="salah"`) || !strings.Contains(b.file(name), "[syarat](biaya.md)") {
		t.Errorf("mended, and still told: %s", page)
	}
	form = fields(page, "keadaan")
	form.Set("jadi", "draf")
	page, _ = b.post(b.user, "keadaan", form)
	if !strings.Contains(b.file(name), "\ndraf: ya\n") || !strings.Contains(page, "Terbitkan halaman ini") {
		t.Errorf("no draft: %s", b.file(name))
	}
	form = fields(page, "keadaan")
	form.Set("jadi", "terbit")
	page, _ = b.post(b.user, "keadaan", form)
	if strings.Contains(b.file(name), "draf:") {
		t.Errorf("not published: %s", b.file(name))
	}
	form = fields(page, "keadaan")
	form.Set("jadi", "dicocokkan")
	b.post(b.user, "keadaan", form)
	if !strings.Contains(b.file(name), "\ndiperiksa: 2026-11-26\n") {
		t.Errorf("not checked: %s", b.file(name))
	}
	page, _ = b.get(b.user, Path+"?cari=kirim")
	if !strings.Contains(page, "kirim-uang.md") || strings.Contains(page, "biaya.md") {
		t.Errorf("the search does not find the page, or finds another: %s", page)
	}
}

// TestLineEnds: a file keeps its line ends and its mark.
func TestLineEnds(t *testing.T) {
	b := newBench(t)
	b.put("content/panduan/biaya.md", "\ufeff"+strings.ReplaceAll(guide, "\n", "\r\n"))
	page, _ := b.get(b.user, Path+"tulis?berkas=content/panduan/biaya.md")
	form := fields(page, "tulis")
	form.Set("isi", strings.ReplaceAll(form.Get("isi"), "\n", "\r\n")+"Lagi.\r\n")
	b.post(b.user, "tulis", form)
	if want := "\ufeff" + strings.ReplaceAll(guide+"Lagi.\n", "\n", "\r\n"); b.file("content/panduan/biaya.md") != want {
		t.Errorf("%q", b.file("content/panduan/biaya.md"))
	}
}

// TestTwoTabs: what one tab has written, the other does not write over; both texts stand
// there.
func TestTwoTabs(t *testing.T) {
	b := newBench(t)
	const name = "villages/ambulu.md"
	page, _ := b.get(b.user, Path+"tulis?berkas="+name)
	one, two := fields(page, "tulis"), fields(page, "tulis")
	one.Set("isi", one.Get("isi")+"Dari tab satu.\n")
	two.Set("isi", two.Get("isi")+"Dari tab dua.\n")
	b.post(b.user, "tulis", one)
	page, _ = b.post(b.user, "tulis", two)
	if !strings.Contains(page, "Belum disimpan") || !strings.Contains(page, "Dari tab satu.") || !strings.Contains(fields(page, "tulis").Get("isi"), "Dari tab dua.") {
		t.Fatalf("the conflict shows %s", page)
	}
	if text := b.file(name); !strings.Contains(text, "satu") || strings.Contains(text, "dua") {
		t.Errorf("the file holds %q", text)
	}
	b.post(b.user, "tulis", fields(page, "tulis"))
	if text := b.file(name); strings.Contains(text, "satu") || !strings.Contains(text, "dua") {
		t.Errorf("after the answer the file holds %q", text)
	}
}

// TestMistakes: twenty and more slips of editors, each told at its line with its cause or
// its cure, and none told any more when the line is as it should be.
func TestMistakes(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a site a hundred times")
	}
	b := newBench(t)
	const page, desa = "content/panduan/biaya.md", "villages/ambulu.md"
	b.put("content/kontak.yaml", "- id: kp2mi\n  nama: KP2MI\n  kelompok: nasional\n  status: kosong\n")
	for _, tt := range []struct {
		name, file, old, new string
		line                 int
	}{
		{"no space behind a key", page, "judul: Biaya", "judul:Biaya", 2},
		{"a colon in a value", page, "judul: Biaya", "judul: Biaya: resmi", 2},
		{"a quote that is not closed", page, "judul: Biaya", `judul: "Biaya`, 2},
		{"a note that swallows words", page, "judul: Biaya", "judul: Biaya #1", 2},
		{"a mistyped key", page, "ringkasan:", "ringkassan:", 3},
		{"a day that is none", page, "2026-11-01", "2026-02-31", 4},
		{"a day to come", page, "2026-11-01", "2027-11-01", 4},
		{"a day in words", page, "2026-11-01", "1 November 2026", 4},
		{"a dash of Word", page, "---\njudul", "—\njudul", 1},
		{"a dead link", page, "Tanya dulu ke desa.", "Baca [ini](tidak-ada.md).", 7},
		{"a contact in round brackets", page, "Tanya dulu ke desa.", "Tanya :kontak(kp2mi).", 7},
		{"a contact that is not there", page, "Tanya dulu ke desa.", "Tanya :kontak[kp2m].", 7},
		{"a heading without a space", page, "Tanya dulu ke desa.", "##Biaya resmi", 7},
		{"a dot of Word", page, "Tanya dulu ke desa.", "• KTP", 7},
		{"a box that is not closed", page, "Tanya dulu ke desa.", ":::awas\nTanya.", 7},
		{"a box with two colons", page, "Tanya dulu ke desa.", "::awas\nTanya.", 7},
		{"an item without its box", page, "Tanya dulu ke desa.", "- [] KTP", 7},
		{"a number in a text", page, "Tanya dulu ke desa.", "Telepon (0331) 421999.", 7},
		{"the number of a person", page, "Tanya dulu ke desa.", "NIK 3509120101900001.", 7},
		{"a link with a space", page, "Tanya dulu ke desa.", "Baca [ini] (biaya.md).", 7},
		{"two versions that were not joined", page, "Tanya dulu ke desa.", "<<<<<<< HEAD\nTanya.", 7},
		{"a code in curly quotes", desa, `"35.09.12.2004"`, "“35.09.12.2004”", 3},
		{"a status that is none", desa, "status: aktif", "status: aktiff", 5},
		{"a private number that nobody was asked about", desa, "status: aktif", "status: aktif\nkontak:\n  - {peran: Petugas, telepon: 0812-0000-0001}", 7},
		{"an office that closes before it opens", desa, "status: aktif", "status: aktif\nkantor: {jam: {senin: 15.00-08.00}}", 6},
	} {
		good := b.file(tt.file)
		if strings.Count(good, tt.old) != 1 {
			t.Fatalf("%s: %q stands not once in %q", tt.name, tt.old, good)
		}
		shown, _ := b.get(b.user, Path+"tulis?berkas="+tt.file)
		form := fields(shown, "tulis")
		form.Set("isi", strings.Replace(good, tt.old, tt.new, 1))
		shown, _ = b.post(b.user, "tulis", form)
		list, _, _ := strings.Cut(shown, "</ul>")
		if !strings.Contains(list, `data-baris="`+strconv.Itoa(tt.line)+`"`) || !strings.Contains(list, "Cara memperbaiki") && !strings.Contains(list, "Mungkin maksud Anda") {
			t.Errorf("%s is not told at line %d, or without a cure: %s", tt.name, tt.line, regexp.MustCompile(`<[^>]*>`).ReplaceAllString(list, " "))
		}
		form = fields(shown, "tulis")
		form.Set("isi", good)
		shown, _ = b.post(b.user, "tulis", form)
		if strings.Contains(shown, `class="salah"`) {
			t.Errorf("%s is mended, and still told", tt.name)
		}
		if b.file(tt.file) != good {
			t.Fatalf("%s: the file is not as it was: %q", tt.name, b.file(tt.file))
		}
	}
}
