package desk

import (
	"compress/gzip"
	"crypto/ed25519"
	"encoding/pem"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"
	"golang.org/x/crypto/ssh"

	"suluh/internal/testserver"
)

// newDeployBench is a desk whose site has a folder as its target, stik.
func newDeployBench(t *testing.T) *bench {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "AppData", "LocalAppData"} {
		t.Setenv(name, home)
	}
	b := newBench(t)
	b.put("content/situs.yaml", setup+"terbitkan:\n  - {nama: stik, ke: stik}\n")
	return b
}

// step presses the button of a form and waits until what it began has ended.
func (b *bench) step(action string, values url.Values) string {
	b.t.Helper()
	page, code := b.post(b.user, action, values)
	for end := time.Now().Add(2 * time.Minute); strings.Contains(page, "berganti sendiri"); {
		if time.Now().After(end) {
			b.t.Fatalf("it goes on and on: %s", page)
		}
		time.Sleep(100 * time.Millisecond)
		page, code = b.get(b.user, b.at)
	}
	if code != 200 {
		b.t.Fatalf("%s: %d %s", action, code, page)
	}
	return page
}

// look asks what would change at the target stik.
func (b *bench) look(back bool) string {
	b.t.Helper()
	return b.lookAt("stik", back)
}

// lookAt asks what would change at a target.
func (b *bench) lookAt(name string, back bool) string {
	b.t.Helper()
	page, _ := b.get(b.user, Path+"terbitkan?tujuan="+name)
	values := fields(page, "terbitkan")
	if back {
		values.Set("kembali", yes)
	}
	return b.step("terbitkan", values)
}

// has tells whether the target holds a page.
func (b *bench) has(name string) bool {
	_, err := os.Stat(filepath.Join(b.dir, "stik", filepath.FromSlash(name)))
	return err == nil
}

func wantIn(t *testing.T, page string, words ...string) {
	t.Helper()
	for _, word := range words {
		if !strings.Contains(page, word) {
			t.Errorf("%q is not on the page: %s", word, page)
		}
	}
}

// TestDeskDeploy: what would change is shown, nothing is sent before somebody says so, a
// draft is not published, and the version before comes back.
func TestDeskDeploy(t *testing.T) {
	b := newDeployBench(t)
	b.put("content/panduan/rahasia.md", strings.Replace(guide, "disusun", "draf: ya\ndisusun", 1))
	page, _ := b.get(b.user, Path+"terbitkan")
	wantIn(t, page, `href="/_suluh/meja/terbitkan?tujuan=stik"`)
	page = b.look(true)
	wantIn(t, page, "Versi sebelumnya tidak diketahui")

	page = b.look(false)
	wantIn(t, page, "Yang akan berubah di stik", "<li>panduan/biaya.html", "Terbitkan sekarang")
	if b.has("index.html") || strings.Contains(page, "rahasia") {
		t.Fatalf("published before it was asked for, or with a draft: %s", page)
	}
	first := fields(page, "kirim")
	wantIn(t, b.step("kirim", first), "Sudah terbit di stik")
	if !b.has("panduan/biaya.html") {
		t.Fatal("nothing was published")
	}
	wantIn(t, b.look(false), "sudah sama")

	b.put("content/panduan/biaya.md", strings.Replace(guide, "Tanya dulu", "Berangkat besok", 1))
	page = b.look(false)
	wantIn(t, page, "Berubah: ", "<li>panduan/biaya.html")
	b.step("kirim", fields(page, "kirim"))
	if !strings.Contains(b.file("stik/panduan/biaya.html"), "Berangkat besok") {
		t.Fatal("the change was not published")
	}
	page = b.look(true)
	wantIn(t, page, "Kembalikan sekarang")
	wantIn(t, b.step("kirim", fields(page, "kirim")), "Versi sebelumnya sudah kembali")
	if text := b.file("stik/panduan/biaya.html"); strings.Contains(text, "Berangkat besok") || !strings.Contains(text, "Tanya dulu") {
		t.Errorf("the version before did not come back: %s", text)
	}
	if page, code := b.post(b.user, "kirim", first); code == 200 || !strings.Contains(page, "sudah lama") {
		t.Errorf("an old page is sent: %d %s", code, page)
	}
}

// TestDeskDeployFaults: with an error of the check nothing is published, and what is there
// stays as it was, in the target and in the folder that is built.
func TestDeskDeployFaults(t *testing.T) {
	b := newDeployBench(t)
	b.step("kirim", fields(b.look(false), "kirim"))
	before, built := b.file("stik/panduan/biaya.html"), b.file("public/panduan/biaya.html")
	b.put("content/panduan/biaya.md", guide+"\n[x](tidak-ada.md)\n")
	page := b.look(false)
	wantIn(t, page, "Tidak ada yang diterbitkan", ">content/panduan/biaya.md, baris 9</a>")
	if strings.Contains(page, "Terbitkan sekarang") {
		t.Errorf("a faulty site can be published: %s", page)
	}
	values := fields(page, "terbitkan")
	values.Set("langkah", b.desk.lastSending().id)
	if page, code := b.post(b.user, "kirim", values); code == 200 {
		t.Errorf("a faulty site is sent: %s", page)
	}
	if b.file("stik/panduan/biaya.html") != before || b.file("public/panduan/biaya.html") != built {
		t.Error("something was published")
	}
}

// TestDeskDeployMany: many pages go only where somebody has said so on the page.
func TestDeskDeployMany(t *testing.T) {
	b := newDeployBench(t)
	for i := range 60 {
		b.put(fmt.Sprintf("content/panduan/hal-%d.md", i), guide)
	}
	b.step("kirim", fields(b.look(false), "kirim"))
	for i := range 60 {
		if err := os.Remove(filepath.Join(b.dir, fmt.Sprintf("content/panduan/hal-%d.md", i))); err != nil {
			t.Fatal(err)
		}
	}
	page := b.look(false)
	wantIn(t, page, "60 halaman akan dihapus", `name="hapus"`)
	page = b.step("kirim", fields(page, "kirim"))
	wantIn(t, page, "Tidak ada yang dikirim", `name="hapus"`)
	if !b.has("panduan/hal-7.html") {
		t.Fatal("many pages went unasked")
	}
	values := fields(page, "kirim")
	values.Set("hapus", yes)
	wantIn(t, b.step("kirim", values), "Sudah terbit di stik")
	if b.has("panduan/hal-7.html") {
		t.Error("what was meant to go is there")
	}
}

// TestDeskDeployOthers: a site that suluh did not publish is left alone.
func TestDeskDeployOthers(t *testing.T) {
	b := newDeployBench(t)
	b.put("stik/index.html", "punya orang")
	page := b.look(false)
	wantIn(t, page, "sudah ada situs lain")
	if strings.Contains(page, "Terbitkan sekarang") || b.file("stik/index.html") != "punya orang" {
		t.Errorf("it is written over: %s", page)
	}
}

// TestDeskNoTarget: without a target the page says how to name one; one that is none is
// refused.
func TestDeskNoTarget(t *testing.T) {
	b := newDeployBench(t)
	if page, code := b.get(b.user, Path+"terbitkan?tujuan=lain"); code == 200 || !strings.Contains(page, "tidak ada") {
		t.Errorf("a target that is none: %d %s", code, page)
	}
	b.put("content/situs.yaml", setup)
	page, _ := b.get(b.user, Path+"terbitkan")
	wantIn(t, page, "belum punya tujuan terbit", "ftps://", "berkas=content%2fsitus.yaml", "PANDUAN.md", "Menerbitkan situs")
	example := regexp.MustCompile(`(?s)<pre>(terbitkan:.*?)</pre>`).FindStringSubmatch(page)
	stick := regexp.MustCompile(`<code>(\{nama: stik.*?\})</code>`).FindStringSubmatch(page)
	if example == nil || stick == nil {
		t.Fatalf("no example: %s", page)
	}
	b.put("content/situs.yaml", setup+example[1]+"\n  - "+strings.ReplaceAll(stick[1], "&#39;", "'")+"\n")
	page, _ = b.get(b.user, Path+"terbitkan")
	wantIn(t, page, "tujuan=utama", "tujuan=stik", `E:\situs<`)
	b.put("content/situs.yaml", setup+"terbitkan:\n  - {nama: utama, ke: \"ftp://nama@contoh.org/\"}\n")
	page, _ = b.get(b.user, Path+"terbitkan")
	wantIn(t, page, "Perbaiki dulu")
	if strings.Contains(page, "tujuan=utama") {
		t.Errorf("an address that is refused can be chosen: %s", page)
	}
}

// TestDeskPassword: a password goes into the keyring and onto no page or address; where no
// keyring is, the page says what else to do.
func TestDeskPassword(t *testing.T) {
	const password = "kuda-laut-7"
	b := newDeployBench(t)
	b.put("content/situs.yaml", setup+"terbitkan:\n  - {nama: utama, ke: \"ftps://nama@127.0.0.1:1/\"}\n  - {nama: stik, ke: stik}\n")
	keep := func() string {
		page, _ := b.get(b.user, Path+"terbitkan?tujuan=utama")
		values := fields(page, "sandi")
		values.Set("sandi", password)
		resp, err := b.user.PostForm(b.url+Path+"sandi", values)
		page, code := b.read(resp, err)
		if code != 200 || strings.Contains(page, password) || strings.Contains(resp.Request.URL.String(), password) {
			t.Errorf("%d, or the password is shown: %s", code, page)
		}
		return page
	}
	keyring.MockInitWithError(errors.New("no keyring"))
	wantIn(t, keep(), "tidak disimpan", "SULUH_PASSWORD", "--credentials")
	keyring.MockInit()
	wantIn(t, keep(), "Kata sandi disimpan")
	if kept, err := keyring.Get("suluh", "ftps://nama@127.0.0.1:1/"); err != nil || kept != password {
		t.Errorf("the keyring has %q, %v", kept, err)
	}
	to, _, _ := b.desk.targets()
	if said := b.desk.detail(&sending{to: to[0], err: errors.New("530 " + password + " is wrong")}); strings.Contains(said, password) {
		t.Errorf("the password is told: %s", said)
	}
	if page, _ := b.get(b.user, Path+"terbitkan?tujuan=stik"); strings.Contains(page, `name="sandi"`) {
		t.Error("a folder is asked for a password")
	}
	page, _ := b.get(b.user, Path+"terbitkan?tujuan=utama")
	values := fields(page, "sandi")
	values.Del("formulir")
	if _, code := b.post(b.user, "sandi", values); code == 200 {
		t.Error("a password is taken without the key of the form")
	}
}

// deskHost is a server that a desk publishes to.
type deskHost struct {
	testserver.Server
	password string                            // "" where none is asked for
	shows    func(name string) ([]byte, error) // as readers get it
	asks     bool                              // its key is shown first
	section  string                            // of PANDUAN.md, that tells how to publish there
	also     string                            // a file that tells this host how to serve
}

func deskHosts(t *testing.T) map[string]func(*testing.T) deskHost {
	t.Helper()
	in := func(dir string) func(string) ([]byte, error) {
		return func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))) }
	}
	return map[string]func(*testing.T) deskHost{
		"ftps": func(t *testing.T) deskHost { // as cPanel has it
			s := testserver.FTPD(t)
			return deskHost{s, s.Password, in(s.Dir), true, "cPanel", ".htaccess"}
		},
		"sftp": func(t *testing.T) deskHost { // with the key of this computer, which a password opens
			s := testserver.SSHD(t)
			key := testserver.Must(ssh.ParseRawPrivateKey(s.Key))(t)
			closed := testserver.Must(ssh.MarshalPrivateKeyWithPassphrase(key.(*ed25519.PrivateKey), "", []byte("pembuka-kunci")))(t)
			folder := filepath.Join(os.Getenv("HOME"), ".ssh")
			if err := os.MkdirAll(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			testserver.Write(t, filepath.Join(folder, "id_ed25519"), pem.EncodeToMemory(closed), 0o600)
			return deskHost{s, "pembuka-kunci", in(s.Dir), true, "Server sendiri (nginx, Caddy, Apache)", ""}
		},
		"s3": func(t *testing.T) deskHost {
			s := testserver.S3(t)
			return deskHost{s, s.Password, func(name string) ([]byte, error) {
				f, err := os.Open(filepath.Join(s.Dir, filepath.FromSlash(name)))
				if err != nil {
					return nil, err
				}
				defer f.Close()
				text, err := gzip.NewReader(f)
				if err != nil {
					return nil, err
				}
				return io.ReadAll(text)
			}, false, "Penyimpanan S3", ""}
		},
		"git": func(t *testing.T) deskHost {
			s := testserver.Git(t)
			return deskHost{s, "", func(name string) ([]byte, error) {
				return exec.Command("git", "-C", s.Dir, "cat-file", "blob", "pages:"+name).Output()
			}, false, "GitHub Pages, GitLab Pages", ".nojekyll"}
		},
		"rsync": func(t *testing.T) deskHost {
			s := testserver.Rsync(t)
			return deskHost{s, s.Password, in(s.Dir), false, "", ""}
		},
	}
}

// inGuide gives what a section of PANDUAN says to write into situs.yaml: a line that names the
// host, where it has one, and the address of the target.
func inGuide(t *testing.T, section string) (hosting, address string) {
	t.Helper()
	guide := string(testserver.Must(os.ReadFile("../../PANDUAN.md"))(t))
	_, text, found := strings.Cut(guide, "\n### "+section+"\n")
	if !found {
		t.Fatalf("PANDUAN.md has no section %q", section)
	}
	text, _, _ = strings.Cut(text, "\n##")
	if line := regexp.MustCompile("`(hosting: \\[\\w+\\])`").FindStringSubmatch(text); line != nil {
		hosting = line[1] + "\n"
	}
	return hosting, strings.Trim(regexp.MustCompile("`[a-z0-9+]+://[^`]+`").FindString(text), "`")
}

// TestDeskDeployHosts walks the way of PANDUAN to each kind of host, with a real server.
func TestDeskDeployHosts(t *testing.T) {
	for name, begin := range deskHosts(t) {
		t.Run(name, func(t *testing.T) {
			keyring.MockInit()
			b := newDeployBench(t)
			b.walkTo(begin(t))
		})
	}
}

// write saves a file by the desk's form.
func (b *bench) write(name, text string) {
	b.t.Helper()
	page, _ := b.get(b.user, Path+"tulis?berkas="+url.QueryEscape(name))
	values := fields(page, "tulis")
	values.Set("isi", text)
	if page, code := b.post(b.user, "tulis", values); code != 200 {
		b.t.Fatalf("save %s: %d %s", name, code, page)
	}
}

// walkTo publishes to a host as PANDUAN says: the lines of its section are taken as they stand,
// but for the address of the server; the password is asked for and kept, the key of the host
// is shown and written down, then the site is sent, changed, and taken back.
func (b *bench) walkTo(host deskHost) {
	t := b.t
	t.Helper()
	hosting, address := "", host.Address()
	if host.section != "" {
		hosting, address = inGuide(t, host.section)
	}
	config := func(more string) {
		b.write("content/situs.yaml", setup+hosting+"terbitkan:\n  - {nama: utama, ke: \""+address+"\""+more+"}\n")
	}
	config("")
	page, _ := b.get(b.user, Path+"terbitkan")
	wantIn(t, page, "tujuan=utama")
	if scheme, _, _ := strings.Cut(address, "://"); strings.TrimSuffix(scheme, "s") != strings.TrimSuffix(host.Scheme, "s") {
		t.Fatalf("PANDUAN names %q for %s", address, host.Scheme)
	}
	address = host.Address()
	config("")
	if host.password != "" {
		page, _ := b.get(b.user, Path+"terbitkan?tujuan=utama")
		values := fields(page, "sandi")
		values.Set("sandi", host.password)
		page, _ = b.post(b.user, "sandi", values)
		wantIn(t, page, "Kata sandi disimpan")
	}
	page = b.lookAt("utama", false)
	if host.asks {
		wantIn(t, page, "belum dikenal")
		seal := regexp.MustCompile(`SHA256:[\w+/]+`).FindString(html.UnescapeString(page))
		if seal == "" {
			t.Fatalf("the key of the host is not shown: %s", page)
		}
		config(", sidik: \"" + seal + "\"")
		page = b.lookAt("utama", false)
	}
	wantIn(t, page, "Yang akan berubah di utama", "<li>panduan/biaya.html")
	wantIn(t, b.step("kirim", fields(page, "kirim")), "Sudah terbit di utama")
	published := func(words string) {
		t.Helper()
		data, err := host.shows("panduan/biaya.html")
		if err != nil || !strings.Contains(string(data), words) {
			t.Errorf("%q is not on the host: %v", words, err)
		}
	}
	published("Tanya dulu")
	if host.also != "" {
		if _, err := host.shows(host.also); err != nil {
			t.Error("the host is not told how to serve:", err)
		}
	}
	b.write("content/panduan/biaya.md", strings.Replace(guide, "Tanya dulu", "Berangkat besok", 1))
	b.step("kirim", fields(b.lookAt("utama", false), "kirim"))
	published("Berangkat besok")
	wantIn(t, b.step("kirim", fields(b.lookAt("utama", true), "kirim")), "Versi sebelumnya sudah kembali")
	published("Tanya dulu")
}
