package publish

import (
	"bytes"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"suluh"
	"suluh/internal/content"
	"suluh/internal/site"
)

// TestShare: where the site knows its address a page is passed on by links
// alone, with a text that tells nothing; elsewhere by the script's button.
var tappable = regexp.MustCompile(`(Telepon|Call): [+0-9][-+ ()0-9]*[0-9]\. `)

func TestShare(t *testing.T) {
	const base = "https://example.org/buku/"
	s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: today, Jobs: 2, Base: base}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	shared := 0
	for name, data := range render(t, s) {
		bar := byID(t, data, "bagikan")
		if bar == nil || path.Ext(name) != ".html" {
			continue
		}
		shared++
		end := " " + base + name
		if bytes.Contains(data, []byte(`class="peka"`)) {
			end = s.Locale(languageOf(s, name)).Words.ShareText + " " + s.Locale(languageOf(s, name)).Words.Call + ": +62 21 29244800." + end
			if word := content.Telling(end); word != "" {
				t.Errorf("%s is shared with %q in its text", name, word)
			}
		}
		for key, prefix := range map[string]string{"text": "https://wa.me/?", "body": "sms:?"} {
			got := sharedText(t, bar, prefix, key)
			if !strings.HasSuffix(got, end) || utf8.RuneCountInString(got) > 1000 || !tappable.MatchString(got) {
				t.Errorf("%s is shared as %q, want a number in it and at its end %q", name, got, end)
			}
		}
		if byID(t, data, "bagikan-wa") != nil {
			t.Errorf("%s has a button beside the link", name)
		}
	}
	if shared < 40 {
		t.Errorf("%d pages can be shared", shared)
	}
	page, err := load(t, os.DirFS("../.."), 2).File("panduan/biaya.html")
	if err != nil {
		t.Fatal(err)
	}
	if bar := byID(t, page, "bagikan"); sharedText(t, bar, "https://wa.me/?", "text") != "" || byID(t, page, "bagikan-wa") == nil {
		t.Error("without a base URL the page has a link in place of the button")
	}
}

// TestNeutralWords: what a reader sends, or leaves on the screen, tells nothing.
func TestNeutralWords(t *testing.T) {
	for _, lang := range load(t, os.DirFS("../.."), 2).Locales {
		w := lang.Words
		for _, text := range []string{w.Greeting, w.ShareText, w.StillMissing, w.SilentMessage, w.NoNetwork, w.Continue} {
			if word := content.Telling(text); word != "" {
				t.Errorf("%s: %q holds %q", lang.Code, text, word)
			}
		}
	}
}

func languageOf(s *Edition, name string) string {
	for _, lang := range s.Locales {
		if lang.Code != content.SourceLang && strings.HasPrefix(name, content.LangPrefix(lang.Code)) {
			return lang.Code
		}
	}
	return content.SourceLang
}

func byID(t *testing.T, page []byte, id string) *html.Node {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range elements(root) {
		if attr(n, "id") == id {
			return n
		}
	}
	return nil
}

// sharedText reads the text out of the link that begins with a prefix.
func sharedText(t *testing.T, bar *html.Node, prefix, key string) string {
	t.Helper()
	for _, n := range elements(bar) {
		text, ours := strings.CutPrefix(attr(n, "href"), prefix)
		if !ours {
			continue
		}
		query, err := url.ParseQuery(text)
		if err != nil {
			t.Fatal(err)
		}
		return query.Get(key)
	}
	return ""
}

// TestAsk: guides and checklists of the portal end with a question to a line that is known,
// which says the page's address and nothing of its subject; a wrong number is told to the
// editors where a site says who they are, and not where it does not.
func TestAsk(t *testing.T) {
	asked := 0
	for name, data := range render(t, load(t, os.DirFS("../.."), 2)) {
		if bytes.Contains(data, []byte("Nomor ini salah?")) && path.Ext(name) == ".html" {
			t.Errorf("%s asks to tell the editors, and no line of theirs is known", name)
		}
		m := askLink.FindSubmatch(data)
		if m == nil || path.Ext(name) != ".html" {
			continue
		}
		asked++
		text, err := url.QueryUnescape(string(m[2]))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte(`class="peka"`)) && content.Telling(text) != "" {
			t.Errorf("%s asks %q", name, text)
		}
		if !strings.HasSuffix(text, strings.TrimSuffix(name, ".html")) {
			t.Errorf("%s asks %q, without its address", name, text)
		}
	}
	if asked < 40 {
		t.Errorf("%d pages end with a question", asked)
	}
	small := map[string]string{
		"content/situs.yaml":     "nama: Uji\nnama_tab: Uji\nbahasa: [id]\nkeluar: https://www.google.com\nkoreksi: redaksi\n",
		"content/kontak.yaml":    "- id: redaksi\n  nama: Redaksi\n  nomor: [{nomor: \"0812-0000-0001\", jenis: wa}]\n  disusun: 2026-11-01\n  sumber: [{nama: Uji}]\n- id: kantor\n  nama: Kantor\n  nomor: [{nomor: \"(0331) 487000\"}]\n  disusun: 2026-11-01\n  sumber: [{nama: Uji}]\n",
		"content/panduan/uji.md": "---\njudul: Uji\nringkasan: Uji.\ndisusun: 2026-11-01\nsumber: [{nama: Uji}]\n---\n:kontak[kantor]\n",
	}
	page := string(render(t, load(t, smallSite(small), 1))["panduan/uji.html"])
	if !strings.Contains(page, "https://wa.me/6281200000001?text=Nomor%20ini%20mungkin%20salah%3A%20Kantor%2C%20%280331%29%20487000") {
		t.Errorf("nobody is told of a wrong number:\n%s", page)
	}
}

var askLink = regexp.MustCompile(`Masih bingung\? Tanya [^<]+<span class="tel">[0-9+ -]+</span>: <a class="sendiri" href="https://wa\.me/(\d+)\?text=([^"]+)`)

// TestPosterLeadsBack: the poster of a village says how the site is found: by its address
// and a code where it has one, else by its name.
func TestPosterLeadsBack(t *testing.T) {
	for base, want := range map[string][2]string{"": {"<b>Suluh Jember</b>", `class="qr"`}, "https://example.org/": {`class="qr"`, "<b>Suluh Jember</b>"}} {
		s, err := Load(os.DirFS("../.."), Options{Options: site.Options{Date: today, Jobs: 2, Base: base}, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		o, found := s.Lookup("desa/ambulu-poster.html")
		if !found {
			t.Fatal("no poster")
		}
		page, err := o.Bytes()
		if err != nil || !bytes.Contains(page, []byte(want[0])) || bytes.Contains(page, []byte(want[1])) {
			t.Errorf("with the address %q the poster lacks %q or has %q, %v", base, want[0], want[1], err)
		}
	}
}
