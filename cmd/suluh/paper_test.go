package main

import (
	"context"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestPaperNumbers reads back the sheet of all numbers as it is printed: each number that is
// on the page stands there, alone between white space.
func TestPaperNumbers(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("CI needs pdftotext for this test (Debian: poppler-utils)")
		}
		t.Skip("no pdftotext (Debian: poppler-utils)")
	}
	browser := startBrowser(t)
	server := httptest.NewServer(plainFiles(os.DirFS(buildPortal(t))))
	defer server.Close()
	base, err := url.Parse(server.URL + "/")
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t: t, tab: openTab(t, browser, base)}
	v.open("nomor-semua.html")
	numbers := strings.Split(v.ask(`Array.prototype.map.call(document.querySelectorAll(".nomor b"), function (b) { return b.textContent.trim(); }).join("\n")`), "\n")
	if len(numbers) < 60 {
		t.Fatalf("%d numbers: %q", len(numbers), numbers)
	}
	file := filepath.Join(t.TempDir(), "nomor.pdf")
	print := chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		printed, err := cdp.Call(ctx, target, cdppage.PrintToPDF, cdppage.PrintToPDFParams{PreferCSSPageSize: new(true)})
		if err != nil {
			return err
		}
		return os.WriteFile(file, printed.Data, 0o644)
	})
	if err := chromedp.Do(v.tab.ctx, print); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command("pdftotext", "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, number := range numbers {
		alone := regexp.MustCompile(`(?m)(?:^|\s)` + regexp.QuoteMeta(number) + `(?:\s|$)`)
		if !alone.Match(text) {
			t.Errorf("%q is not alone on paper", number)
		}
	}
	if t.Failed() {
		t.Logf("%s", text)
	}
}
