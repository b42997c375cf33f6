package serve

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"

	"suluh"
	"suluh/internal/desk"
	"suluh/internal/publish"
	"suluh/internal/source"
	"suluh/internal/tree"
)

const goodPage = "---\njudul: Uji\nringkasan: Halaman untuk uji.\n---\n\nIsi halaman.\n"

func newServer(t *testing.T, page string) (*Server, string) {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "content/halaman/uji.md", page)
	write(t, dir, "content/beranda.md", goodPage)
	write(t, dir, "content/situs.yaml", "nama: Uji\nnama_tab: Uji\nbahasa: [id]\nkeluar: https://www.google.com\n")
	s, err := New(tree.FS{Dir: dir}, publish.Options{Theme: suluh.Theme, NoServiceWorker: true}, source.Indonesian)
	if err != nil {
		t.Fatal(err)
	}
	return s, dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// ask sends a request as a browser on this computer does.
func ask(s *Server, addr, method, host string, header map[string]string, from string) *http.Response {
	r := httptest.NewRequest(method, "/uji.html", nil)
	r.Host, r.RemoteAddr = host, from
	for k, v := range header {
		r.Header.Set(k, v)
	}
	w := httptest.NewRecorder()
	s.server(addr).Handler.ServeHTTP(w, r)
	return w.Result()
}

const own = "127.0.0.1:5000"

// TestGuard: only the preview's own pages and its writer get an answer.
func TestGuard(t *testing.T) {
	s, _ := newServer(t, goodPage)
	for _, tt := range []struct {
		name, addr, method, host string
		header                   map[string]string
		want                     int
	}{
		{"address", own, "GET", "127.0.0.1:1313", nil, 200},
		{"head", own, "HEAD", "127.0.0.1:1313", nil, 200},
		{"localhost", own, "GET", "localhost:1313", nil, 200},
		{"without port", own, "GET", "LOCALHOST.", nil, 200},
		{"IPv6", "[::1]:1313", "GET", "[::1]:1313", nil, 200},
		{"own network", "0.0.0.0:1313", "GET", "192.168.1.7:1313", nil, 200},
		{"own name", "kantor.lan:1313", "GET", "kantor.lan:1313", nil, 200},
		{"rebound", own, "GET", "evil.example", nil, 421},
		{"rebound with port", own, "GET", "evil.example:1313", nil, 421},
		{"rebound to an address", own, "GET", "127.0.0.1.nip.io", nil, 421},
		{"no host", own, "GET", "", nil, 421},
		{"ends like localhost", own, "GET", "notlocalhost", nil, 421},
		{"own origin", own, "GET", "127.0.0.1:1313", map[string]string{"Origin": "http://127.0.0.1:1313"}, 200},
		{"foreign origin", own, "GET", "127.0.0.1:1313", map[string]string{"Origin": "https://evil.example"}, 403},
		{"other port", own, "GET", "127.0.0.1:1313", map[string]string{"Origin": "http://127.0.0.1:99"}, 403},
		{"no origin", own, "GET", "127.0.0.1:1313", map[string]string{"Origin": "null"}, 403},
		{"foreign script", own, "GET", "127.0.0.1:1313", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"}, 403},
		{"foreign frame", own, "GET", "127.0.0.1:1313", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"}, 403},
		{"link on another site", own, "GET", "127.0.0.1:1313", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}, 200},
		{"typed", own, "GET", "127.0.0.1:1313", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		{"post", own, "POST", "127.0.0.1:1313", nil, 405},
		{"put", own, "PUT", "127.0.0.1:1313", nil, 405},
		{"delete", own, "DELETE", "127.0.0.1:1313", nil, 405},
		{"trace", own, "TRACE", "127.0.0.1:1313", nil, 405},
		{"options", own, "OPTIONS", "127.0.0.1:1313", nil, 405},
	} {
		got := ask(s, tt.addr, tt.method, tt.host, tt.header, own)
		body, _ := io.ReadAll(got.Body)
		if got.StatusCode != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got.StatusCode, tt.want)
		}
		if tt.want != 200 && strings.Contains(string(body), "Isi halaman") {
			t.Errorf("%s: the page is in the answer", tt.name)
		}
		if got.Header.Get("X-Content-Type-Options") != "nosniff" || got.Header.Get("Cache-Control") != "no-store" || got.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" || got.Header.Get("X-Frame-Options") != "SAMEORIGIN" {
			t.Errorf("%s: headers %v", tt.name, got.Header)
		}
	}
}

// TestHeaderTimeout: half a request does not hold a connection.
func TestHeaderTimeout(t *testing.T) {
	s, _ := newServer(t, goodPage)
	if got := s.server(own).ReadHeaderTimeout; got <= 0 || got > time.Minute {
		t.Errorf("headers may take %v", got)
	}
}

// TestPanel: a broken page shows what is wrong, its signs as text, its lines only
// on the writer's own computer, and the last good page below.
func TestPanel(t *testing.T) {
	s, dir := newServer(t, goodPage)
	ask(s, own, "GET", "localhost", nil, own)
	write(t, dir, "content/halaman/uji.md", goodPage+"\n<script>alert(1)</script> Rahasia\n")
	s.changed("content/halaman/uji.md")
	for from, own := range map[string]bool{own: true, "[::1]:5000": true, "192.168.1.9:5000": false} {
		got := ask(s, "0.0.0.0:1313", "GET", "192.168.1.7:1313", nil, from)
		page, _ := io.ReadAll(got.Body)
		text := string(page)
		if !strings.Contains(text, `id="suluh-panel"`) || !strings.Contains(text, "Isi halaman") {
			t.Errorf("from %s: no panel, or not the last good page", from)
		}
		if strings.Contains(text, "<script>alert") {
			t.Errorf("from %s: the panel runs what the page holds", from)
		}
		if strings.Contains(text, "Rahasia") != own {
			t.Errorf("from %s: the line is shown: %t, want %t", from, !own, own)
		}
	}
}

// TestBrokenDisk: what the disk says, with paths of the writer's computer, is
// shown there only, and as text.
func TestBrokenDisk(t *testing.T) {
	s, _ := newServer(t, goodPage)
	s.broken = errors.New("read /home/ibu-sari/<b>situs</b>: rusak")
	for from, own := range map[string]bool{own: true, "192.168.1.9:5000": false} {
		page, _ := io.ReadAll(ask(s, "0.0.0.0:1313", "GET", "192.168.1.7:1313", nil, from).Body)
		text := string(page)
		if !strings.Contains(text, `id="suluh-panel"`) || strings.Contains(text, "ibu-sari") != own || strings.Contains(text, "<b>situs") {
			t.Errorf("from %s: no panel, or too much in it:\n%.1000s", from, text)
		}
	}
}

// TestLostEvents: where the system lost events, everything is read anew.
func TestLostEvents(t *testing.T) {
	s, dir := newServer(t, goodPage)
	watcher := &fsnotify.Watcher{Events: make(chan fsnotify.Event), Errors: make(chan error)}
	done := make(chan bool)
	go func() { s.follow(watcher); close(done) }()
	write(t, dir, "content/halaman/uji.md", strings.Replace(goodPage, "Isi halaman", "Isi baru", 1))
	watcher.Errors <- fsnotify.ErrEventOverflow
	close(watcher.Events)
	<-done
	body, _ := io.ReadAll(ask(s, own, "GET", "localhost", nil, own).Body)
	if !strings.Contains(string(body), "Isi baru") {
		t.Error("the old page is shown")
	}
}

// TestPanelLeadsToDesk: where there is a desk, a fault above a page leads to its line there.
func TestPanelLeadsToDesk(t *testing.T) {
	s, dir := newServer(t, strings.Replace(goodPage, "Isi halaman.", "Baca [ini](tidak-ada.md).", 1))
	look := func() string {
		data, err := io.ReadAll(ask(s, "127.0.0.1:1313", "GET", "127.0.0.1:1313", nil, own).Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if page := look(); strings.Contains(page, desk.Path) || !strings.Contains(page, "suluh-panel") {
		t.Errorf("without a desk the panel leads to one, or is missing: %s", page)
	}
	s.Desk = desk.New(dir, s.Current, s.Current, s.Changed)
	if page := look(); !strings.Contains(page, "berkas=content%2Fhalaman%2Fuji.md&amp;baris=6") {
		t.Errorf("the panel does not lead to the line: %s", page)
	}
}

// TestOnlyFaultyHeld: a page with an error stays as it was; what was saved in others is
// shown all the same, also what was saved after the error. An error in what all pages
// share holds back all of them.
func TestOnlyFaultyHeld(t *testing.T) {
	s, dir := newServer(t, goodPage)
	see := func(path string) string {
		t.Helper()
		w := httptest.NewRecorder()
		r := httptest.NewRequest("GET", path, nil)
		r.Host, r.RemoteAddr = "127.0.0.1:1313", own
		s.server("127.0.0.1:1313").Handler.ServeHTTP(w, r)
		return w.Body.String()
	}
	change := func(name, text string) {
		t.Helper()
		write(t, dir, name, text)
		s.Changed(name)
	}
	change("content/halaman/uji.md", strings.Replace(goodPage, "Isi halaman.", "Baca [ini](tidak-ada.md).", 1))
	change("content/beranda.md", strings.Replace(goodPage, "Isi halaman.", "Isi baru.", 1))
	if page := see("/uji.html"); !strings.Contains(page, "Isi halaman.") || !strings.Contains(page, "tidak-ada.md") {
		t.Errorf("the faulty page is not as it was, or nothing is said: %s", page)
	}
	if page := see("/"); !strings.Contains(page, "Isi baru.") || !strings.Contains(page, "suluh-panel") {
		t.Errorf("the other page is held back: %s", page)
	}
	change("content/halaman/baru.md", strings.Replace(goodPage, "Isi halaman.", "Halaman [baru](tidak-ada.md).", 1))
	if page := see("/baru.html"); !strings.Contains(page, "baru</a>") {
		t.Errorf("a new page with an error cannot be seen: %s", page)
	}
	change("content/situs.yaml", "nama: Uji\nbahasa: [id]\n")
	change("content/beranda.md", strings.Replace(goodPage, "Isi halaman.", "Isi ketiga.", 1))
	if page := see("/"); strings.Contains(page, "Isi ketiga.") {
		t.Errorf("with broken data of the site a page is shown anew: %s", page)
	}
}
