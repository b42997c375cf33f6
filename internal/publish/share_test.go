package publish

import (
	"bytes"
	"net/url"
	"os"
	"path"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"suluh"
	"suluh/internal/content"
	"suluh/internal/site"
)

// TestShare: where the site knows its address a page is passed on by links
// alone, with a text that tells nothing; elsewhere by the script's button.
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
		want := s.Locale(languageOf(s, name)).Words.ShareText + " " + base + name
		if word := content.Telling(want); word != "" && bytes.Contains(data, []byte(`class="peka"`)) {
			t.Errorf("%s is shared with %q in its text", name, word)
		}
		for key, prefix := range map[string]string{"text": "https://wa.me/?", "body": "sms:?"} {
			if got := sharedText(t, bar, prefix, key); got != want {
				t.Errorf("%s is shared as %q, want %q", name, got, want)
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
