package desk

import (
	"bytes"
	"html"
	"image"
	"image/jpeg"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
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
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, dir: t.TempDir()}
	b.put("content/situs.yaml", setup)
	b.put("content/beranda.md", home)
	b.put("content/panduan/biaya.md", guide)
	b.put("villages/ambulu.md", "---\nnama: Ambulu\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\ndisusun: 2026-11-01\n---\n\nDesa.\n")
	b.put("villages/wilayah.tsv", "35\tJawa Timur\n35.09\tKabupaten Jember\n35.09.12\tAmbulu\n35.09.12.2004\tAmbulu\n35.09.12.2005\tKarang Anyar\n")
	b.desk = New(b.dir, func() (*publish.Edition, error) {
		return publish.Load(tree.FS{Dir: b.dir}, publish.Options{
			Options: site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 26}, Jobs: 1, Drafts: true}, Theme: suluh.Theme, NoServiceWorker: true,
		})
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

// TestImport: a sheet is shown, a question is answered, and what is certain is written.
func TestImport(t *testing.T) {
	b := newBench(t)
	page, _ := b.get(b.user, Path+"impor")
	key := fields(page, "impor").Get("formulir")
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	_ = form.WriteField("formulir", key)
	part, err := form.CreateFormFile("lembar", "desa.csv")
	if err != nil {
		t.Fatal(err)
	}
	_, _ = part.Write([]byte("Desa,Kecamatan,Telepon\nAmbulu,Ambulu,(0331) 421001\nKarang Anyarr,Ambulu,(0331) 421002\n"))
	_ = form.Close()
	resp, err := b.user.Post(b.url+Path+"impor", form.FormDataContentType(), &body)
	page, code := b.read(resp, err)
	if code != 200 || !strings.Contains(page, "421001") || !strings.Contains(page, "Pertanyaan") {
		t.Fatalf("%d %s", code, page)
	}
	if strings.Contains(b.file("villages/ambulu.md"), "421001") {
		t.Error("written before it was asked for")
	}
	answers := fields(page, "impor")
	field := regexp.MustCompile(`<input name="(jawab-[^"]*)"`).FindStringSubmatch(page)
	if field == nil {
		t.Fatalf("no field to answer in: %s", page)
	}
	answers.Set(html.UnescapeString(field[1]), "ya")
	page, _ = b.post(b.user, "impor", answers)
	if strings.Contains(page, "<h2>Pertanyaan") || !strings.Contains(page, "421002") {
		t.Errorf("answered, and still asked: %s", page)
	}
	page, _ = b.post(b.user, "masukkan", fields(page, "impor")) // as the page that was shown sends it
	if !strings.Contains(page, "Sudah ditulis: 2 desa") || !strings.Contains(b.file("villages/ambulu.md"), "421001") || !strings.Contains(b.file("villages/karang-anyar.md"), "421002") {
		t.Errorf("not written: %s", page)
	}
	answers.Set("kiriman", "")
	answers.Set("tempelan", "halo")
	if page, code := b.post(b.user, "impor", answers); code != 200 || !strings.Contains(page, `role="alert"`) {
		t.Errorf("chatter is taken: %d %s", code, page)
	}
}

// TestHistory: each saving is kept in plain words, its change can be seen, and taken back;
// nothing of Git has to be known.
func TestHistory(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(t.TempDir()))
	t.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(t.TempDir(), "none"))
	b := newBench(t)
	page, _ := b.get(b.user, Path+"riwayat")
	if !strings.Contains(page, "Mulai menyimpan riwayat") {
		t.Fatalf("no way to begin: %s", page)
	}
	b.post(b.user, "riwayat", fields(page, "riwayat"))
	const name = "content/panduan/biaya.md"
	page, _ = b.get(b.user, Path+"tulis?berkas="+name)
	form := fields(page, "tulis")
	form.Set("isi", strings.Replace(guide, "Tanya dulu", "Jangan tanya", 1))
	b.post(b.user, "tulis", form)
	page, _ = b.get(b.user, Path+"riwayat?berkas="+name)
	versions := regexp.MustCompile(`versi=([0-9a-f]{40})`).FindAllStringSubmatch(page, -1)
	if len(versions) != 2 || !strings.Contains(page, "Mengubah "+name) {
		t.Fatalf("the history: %s", page)
	}
	page, _ = b.get(b.user, Path+"riwayat?berkas="+name+"&versi="+versions[0][1])
	if !strings.Contains(page, "− Tanya dulu ke desa.") || !strings.Contains(page, "+ Jangan tanya ke desa.") {
		t.Errorf("the change is not shown: %s", page)
	}
	page, _ = b.get(b.user, Path+"riwayat?berkas="+name+"&versi="+versions[1][1])
	b.post(b.user, "kembalikan", fields(page, "kembalikan"))
	if b.file(name) != guide {
		t.Errorf("not taken back: %q", b.file(name))
	}
	for _, bad := range []string{"--output=/tmp/x", "HEAD", strings.Repeat("0", 40)} {
		values := fields(page, "kembalikan")
		values.Set("versi", bad)
		if _, code := b.post(b.user, "kembalikan", values); code == 200 {
			t.Errorf("version %q is taken", bad)
		}
	}
}

// TestPicture: a photo is made small and put beside the others, under a name that is free;
// what cannot be shown is refused with a cure.
func TestPicture(t *testing.T) {
	b := newBench(t)
	send := func(name string, data []byte) string {
		t.Helper()
		page, _ := b.get(b.user, Path+"gambar")
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		_ = form.WriteField("formulir", fields(page, "gambar").Get("formulir"))
		_ = form.WriteField("terlihat", "Kantor desa")
		part, err := form.CreateFormFile("gambar", name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write(data)
		_ = form.Close()
		resp, err := b.user.Post(b.url+Path+"gambar", form.FormDataContentType(), &body)
		page, _ = b.read(resp, err)
		return page
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 2000, 1500)), &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	if page := send(`C:\Foto\Kantor Desa.JPG`, photo.Bytes()); !strings.Contains(page, "![Kantor desa](/gambar/kantor-desa.jpg)") {
		t.Fatalf("not taken: %s", page)
	}
	if size := len(b.file("content/gambar/kantor-desa.jpg")); size == 0 || size > 25_000 {
		t.Errorf("%d bytes are kept", size)
	}
	if page := send("kantor-desa.jpg", photo.Bytes()); !strings.Contains(page, "kantor-desa-2.jpg") {
		t.Errorf("written over, or refused: %s", page)
	}
	for name, data := range map[string]string{"a.heic": "x", "a.jpg": "bukan gambar", "a.svg": "<svg onload=alert(1)", "../../a.html": "<script>"} {
		if page := send(name, []byte(data)); !strings.Contains(page, `role="alert"`) || strings.Contains(page, "<script>alert") {
			t.Errorf("%s is taken: %s", name, page)
		}
	}
	entries, err := os.ReadDir(filepath.Join(b.dir, "content", "gambar"))
	if err != nil || len(entries) != 2 {
		t.Errorf("%d pictures, %v", len(entries), err)
	}
}

// TestTranslation: a translation begins as a draft beside its original, with the original's
// text in sight.
func TestTranslation(t *testing.T) {
	b := newBench(t)
	b.put("content/situs.yaml", strings.Replace(setup, "[id]", "[id, en]", 1))
	page, _ := b.get(b.user, Path+"tulis?berkas=content/panduan/biaya.md")
	form := fields(page, "terjemah")
	form.Set("bahasa", "en")
	page, code := b.post(b.user, "terjemah", form)
	if code != 200 || !strings.Contains(page, "Tanya dulu ke desa.") || !strings.Contains(page, "Belum diterjemahkan") || !strings.Contains(b.file("content/panduan/biaya.en.md"), "draf: ya") {
		t.Fatalf("%d %s", code, page)
	}
	for _, lang := range []string{"en", "zz", "../x", ""} {
		form.Set("bahasa", lang)
		if _, code := b.post(b.user, "terjemah", form); code == 200 {
			t.Errorf("a translation into %q is begun", lang)
		}
	}
}

// TestVillageForm: the data of an office are typed into a form, which asks what a message
// would be asked; a private number without a consent stays out.
func TestVillageForm(t *testing.T) {
	b := newBench(t)
	page, code := b.get(b.user, Path+"desa?berkas=villages/ambulu.md")
	if code != 200 {
		t.Fatalf("%d %s", code, page)
	}
	form := fields(page, "impor")
	form.Set("telepon", "(0331) 421001")
	form.Set("jam", "Senin-Kamis 08.00-15.00")
	form.Set("petunjuk", "seberang masjid\nWA: 0812-0000-0009")
	form.Set("petugas", "Petugas Desbumi")
	form.Set("nomor", "0812-0000-0001")
	form.Set("pribadi", "ya")
	page, _ = b.post(b.user, "impor", form)
	for _, want := range []string{"421001", "08.00-15.00"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is not shown: %s", want, page)
		}
	}
	b.post(b.user, "masukkan", fields(page, "impor"))
	text := b.file("villages/ambulu.md")
	if !strings.Contains(text, "(0331) 421001") || strings.Contains(text, "0812-0000-0001") || strings.Contains(text, "wa:") {
		t.Errorf("without a consent the file holds %s", text)
	}
	form.Set("petunjuk", "seberang masjid")
	form.Set("izin", "2026-11-20")
	form.Set("bentuk", "surat")
	form.Set("lingkup", "halaman, kartu")
	page, _ = b.post(b.user, "impor", form)
	b.post(b.user, "masukkan", fields(page, "impor"))
	if text := b.file("villages/ambulu.md"); !strings.Contains(text, "0812-0000-0001") || !strings.Contains(text, "izin: 2026-11-20") || !strings.Contains(text, "lingkup_izin: [halaman, kartu]") {
		t.Errorf("with a consent the file holds %s", text)
	}
	page, _ = b.get(b.user, Path+"desa?berkas=villages/ambulu.md")
	if !strings.Contains(page, `value="(0331) 421001"`) {
		t.Errorf("the form does not show what is there: %s", page)
	}
	if _, code := b.get(b.user, Path+"desa?berkas=content/beranda.md"); code == 200 {
		t.Error("a page has the form of a village")
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

// TestTranslationParts: a translation is written part by part beside its original; what the
// original says otherwise since then is told, and nothing else; a text whose parts are not
// known is paired.
func TestTranslationParts(t *testing.T) {
	b := newBench(t)
	const name, original = "content/panduan/biaya.en.md", "content/panduan/biaya.md"
	b.put("content/situs.yaml", strings.Replace(setup, "[id]", "[id, en]", 1))
	b.put("content/beranda.en.md", home)
	b.put("content/kontak.yaml", "- id: kp2mi\n  nama: KP2MI\n  kelompok: nasional\n  status: kosong\n")
	b.put(original, guide+"\n## Dua\n\nTiga.\n\nEmpat.\n\n:kontak[kp2mi]\n")
	page, _ := b.get(b.user, Path+"isian?berkas="+original)
	form := fields(page, "terjemah")
	form.Set("bahasa", "en")
	b.post(b.user, "terjemah", form)
	parts := func() (string, url.Values) {
		t.Helper()
		page, code := b.get(b.user, Path+"terjemahan?berkas="+name)
		if code != 200 {
			t.Fatalf("%d %s", code, page)
		}
		form := fields(page, "terjemahan")
		for _, m := range regexp.MustCompile(`(?s)<textarea id="bagian[^>]* name="([^"]+)"[^>]*>\n(.*?)</textarea>`).FindAllStringSubmatch(page, -1) {
			form.Set(m[1], html.UnescapeString(m[2]))
		}
		return page, form
	}
	page, form = parts()
	if !strings.Contains(page, "5 bagian belum sama") || form.Get("bagian.1") != "" || form.Get("bagian.4") != ":kontak[kp2mi]" {
		t.Fatalf("begun: %v %s", form, page)
	}
	for n, text := range []string{"Ask the village first.", "## Two", "Three.", "Four."} {
		form.Set("bagian."+strconv.Itoa(n), text)
	}
	b.post(b.user, "terjemahan", form)
	if text := b.file(name); !strings.HasSuffix(text, "---\nAsk the village first.\n\n## Two\n\nThree.\n\nFour.\n\n:kontak[kp2mi]\n") || !strings.Contains(text, "\nasal: [") {
		t.Fatalf("%q", text)
	}

	// The original changes: one part says something else, one is new, one is gone.
	b.put(original, guide+"\n## Dua\n\nTiga lagi.\n\nLima.\n\nEmpat.\n\n:kontak[kp2mi]\n")
	page, form = parts()
	if !strings.Contains(page, "2 bagian belum sama") || form.Get("bagian.2") != "Three." || form.Get("bagian.3") != "" || form.Get("bagian.4") != "Four." {
		t.Fatalf("changed: %v %s", form, page)
	}
	b.post(b.user, "terjemahan", form) // saved without a change: still behind
	page, form = parts()
	if !strings.Contains(page, "2 bagian belum sama") {
		t.Errorf("saving alone makes a translation right: %s", page)
	}
	state := fields(page, "keadaan")
	state.Set("jadi", "terbit")
	b.post(b.user, "keadaan", state)
	if list, _ := b.get(b.user, Path); !strings.Contains(list, "2 bagian terjemahan tertinggal") {
		t.Errorf("the list does not tell: %s", list)
	}
	page, form = parts()
	if !strings.Contains(page, "SITE22") {
		t.Errorf("the check does not tell: %s", page)
	}
	form.Set("sesuai.2", "ya")
	form.Set("bagian.3", "Five.")
	b.post(b.user, "terjemahan", form)
	if page, _ = parts(); !strings.Contains(page, "Semua bagian sesuai") || !strings.Contains(b.file(name), "Three.\n\nFive.\n\nFour.\n\n:kontak[kp2mi]\n") {
		t.Errorf("mended: %s %s", b.file(name), page)
	}

	// Written elsewhere: the parts are paired when there are as many.
	b.put(name, guide+"\n## Two\n")
	page, _ = parts()
	form = fields(page, "terjemahan")
	if !strings.Contains(page, "belum dipasangkan") {
		t.Fatalf("not known: %s", page)
	}
	form.Set("utuh", "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n:kontak[kp2mi]\n")
	b.post(b.user, "terjemahan", form)
	if page, _ = parts(); !strings.Contains(page, "Semua bagian sesuai") {
		t.Errorf("paired: %s", page)
	}

	// Two tabs.
	_, one := parts()
	_, two := parts()
	one.Set("bagian.0", "Tab one.")
	two.Set("bagian.0", "Tab two.")
	b.post(b.user, "terjemahan", one)
	page, _ = b.post(b.user, "terjemahan", two)
	if !strings.Contains(page, "Belum disimpan") || !strings.Contains(page, "Tab one.") || !strings.Contains(page, "Tab two.") || strings.Contains(b.file(name), "Tab two.") {
		t.Errorf("the second tab: %s", page)
	}
}
