package serve

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
)

// get gives a page of the preview as this computer, or another one, gets it.
func get(t *testing.T, s *Server, address, from string) (string, int) {
	t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.Host, r.RemoteAddr = "127.0.0.1:1313", from
	w := httptest.NewRecorder()
	s.server(own).Handler.ServeHTTP(w, r)
	data, err := io.ReadAll(w.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(data), w.Code
}

// TestLook: a page is shown in the dark, on paper and without style, and its policy still
// lets its own style through and no other.
func TestLook(t *testing.T) {
	s, _ := newServer(t, goodPage)
	plain, _ := get(t, s, "/uji.html", own)
	for _, tt := range []struct{ look, has, lacks string }{
		{"", "@media(prefers-color-scheme:dark)", "@media all"},
		{"gelap", "@media all{html{color:#eef2f4", "prefers-color-scheme"},
		{"cetak", "@media all{html{font-size:9.5pt", "@media print"},
		{"polos", "<p>Isi halaman.", "<style>"},
		{"lain", "@media(prefers-color-scheme:dark)", "@media all"},
	} {
		page, code := get(t, s, "/uji.html?tampil="+tt.look, own)
		if code != 200 || !strings.Contains(page, tt.has) || strings.Contains(page, tt.lacks) {
			t.Errorf("%q: %d, has %q: %v, has %q: %v", tt.look, code, tt.has, strings.Contains(page, tt.has), tt.lacks, strings.Contains(page, tt.lacks))
		}
		if style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page); style != nil {
			sum := sha256.Sum256([]byte(style[1]))
			if !strings.Contains(page, "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'") {
				t.Errorf("%q: the policy does not let the style through", tt.look)
			}
		}
	}
	if again, _ := get(t, s, "/uji.html", own); again != plain {
		t.Error("the page is another one afterwards")
	}
}

// TestOtherDay: the preview of a day is what readers get on that day, as the files are now;
// only this computer may ask for it.
func TestOtherDay(t *testing.T) {
	coming := strings.Replace(goodPage, "---\n\n", "terbit: 2030-01-01\nberakhir: 2030-02-01\n---\n\n", 1)
	s, dir := newServer(t, coming)
	for day, want := range map[string]int{"2029-12-31": 404, "2030-01-01": 200, "2030-01-31": 200, "2030-02-01": 404, "2030": 400, "besok": 400} {
		if _, code := get(t, s, "/uji.html?tanggal="+day, own); code != want {
			t.Errorf("%s: %d, want %d", day, code, want)
		}
	}
	write(t, dir, "content/halaman/uji.md", strings.Replace(coming, "Isi halaman", "Isi lain", 1))
	s.Changed("content/halaman/uji.md")
	if page, _ := get(t, s, "/uji.html?tanggal=2030-01-01", own); !strings.Contains(page, "Isi lain") {
		t.Error("the preview of a day is old")
	}
	if _, code := get(t, s, "/uji.html?tanggal=2030-01-01", "192.168.1.9:5000"); code == 200 {
		t.Error("another computer makes the site be read")
	}
	write(t, dir, "content/halaman/uji.md", strings.Replace(coming, "terbit:", "draf: ya\nterbit:", 1))
	s.Changed("content/halaman/uji.md")
	if _, code := get(t, s, "/uji.html?tanggal=2030-01-01", own); code != 404 {
		t.Errorf("a draft is published on a day: %d", code)
	}
}
