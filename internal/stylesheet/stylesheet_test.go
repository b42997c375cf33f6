package stylesheet_test

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"suluh/internal/minify"
	"suluh/internal/stylesheet"
)

func TestFor(t *testing.T) {
	tests := []struct{ name, css, page, want string }{
		{"a class of the page", `.kontak{margin:0}.kotak{margin:1px}`, `<p class="kontak">`, `.kontak{margin:0}`},
		{"of several", `.a{top:0}.b{top:1px}`, `<p class="x  b` + "\n" + `y">`, `.b{top:1px}`},
		{"without quotes", `.a{top:0}.b{top:1px}`, `<p class=a><p class=b id=x>`, `.a{top:0}.b{top:1px}`},
		{"in single quotes", `.a{top:0}.b{top:1px}`, `<p class='z a'>`, `.a{top:0}`},
		{"after a line feed", `.a{top:0}`, "<p\nclass=a>", `.a{top:0}`},
		{"cut off", `.a{top:0}`, `<p class=a`, `.a{top:0}`},
		{"cut off in quotes", `.a{top:0}`, `<p class="a`, `.a{top:0}`},
		{"another attribute", `.a{top:0}`, `<p data-class="a">`, ``},
		{"the beginning of a class", `.kon{top:0}`, `<p class="kontak">`, ``},
		{"one of two selectors", `.a,.b li,p{top:0}`, `<p class="b">`, `.b li,p{top:0}`},
		{"all classes of a selector", `.a .b{top:0}.a.c{top:1px}`, `<p class="a b">`, `.a .b{top:0}`},
		{"no class", `p,a[href^="x.y"],#id,:focus{top:0}`, ``, `p,a[href^="x.y"],#id,:focus{top:0}`},
		{"in parentheses", `a:not(.tel){top:0}p:is(.a,.b){top:0}`, ``, `a:not(.tel){top:0}p:is(.a,.b){top:0}`},
		{"escaped", `.a\:b{top:0}`, `<p class="a:b">`, `.a\:b{top:0}`},
		{"values with commas and dots", `p{font:.5em a,"b,c{}";margin:0 .5em}`, ``, `p{font:.5em a,"b,c{}";margin:0 .5em}`},
		{"media", `@media print,screen and (min-width:2em){.a{top:0}p{top:0}}`, ``, `@media print,screen and (min-width:2em){p{top:0}}`},
		{"media without rules", `@media print{.a{top:0}}p{top:0}`, ``, `p{top:0}`},
		{"media in media", `@media print{@media (color){.a{top:0}}}`, ``, ``},
		{"at-rules with declarations", `@page{margin:0}@font-face{font-family:x}`, ``, `@page{margin:0}@font-face{font-family:x}`},
		{"statements", `@charset "x";@import "a.css";@layer a.b;p{top:0}`, ``, `@charset "x";@import "a.css";@layer a.b;p{top:0}`},
		{"layers", `@layer a.b{p{top:0}}`, ``, `@layer a.b{p{top:0}}`},
		{"frames", `@keyframes x{from{top:0}50.5%{top:1px}}`, ``, `@keyframes x{from{top:0}50.5%{top:1px}}`},
		{"rules in rules", `.a{top:0;.b{top:1px}}`, `<p class="a">`, `.a{top:0;}`},
		{"custom properties", `p{--x:{a,b};top:0}`, ``, `p{--x:{a,b};top:0}`},
		{"an empty rule", `p{}`, ``, `p{}`},
		{"a brace too many", `.a{top:0}}p{top:0}`, ``, `}p{top:0}`},
		{"a brace missing", `@media print{p{top:0}`, ``, `@media print{p{top:0}`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := stylesheet.Parse([]byte(tt.css)).For([]byte(tt.page)).CSS; got != tt.want {
				t.Errorf("For(%q) of %q\n= %q\nwant %q", tt.page, tt.css, got, tt.want)
			}
		})
	}
}

// TestKeep: a class that a script gives to elements stays everywhere.
func TestKeep(t *testing.T) {
	sheet := stylesheet.Parse([]byte(`.temuan{top:0}.tutup-cepat{top:0}.tutup{top:0}`))
	sheet.Keep([]byte(`e.className="temuan tutup-cepat"`))
	if got, want := sheet.For(nil).CSS, `.temuan{top:0}.tutup-cepat{top:0}`; got != want {
		t.Errorf("For = %q, want %q", got, want)
	}
}

// TestSource: the policy of a page lets its own style through, and no other.
func TestSource(t *testing.T) {
	sheet := stylesheet.Parse([]byte(`.a{top:0}.b{top:1px}`))
	for _, page := range []string{``, `<p class=a>`, `<p class=b>`, `<p class="b a">`, `<p class=a>`} {
		style := sheet.For([]byte(page))
		sum := sha256.Sum256([]byte(style.CSS))
		if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); style.Source != want {
			t.Errorf("For(%q).Source = %q, want %q", page, style.Source, want)
		}
	}
}

var className = regexp.MustCompile(`\.([a-z][\w-]*)`)

// real gives the style of the portal, made small.
func real(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../../layouts/style.css")
	if err == nil {
		data, err = minify.New().Bytes(minify.CSS, data)
	}
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestWhole: a page with all classes has the whole style of the portal, byte for
// byte.
func TestWhole(t *testing.T) {
	css := real(t)
	var page strings.Builder
	for _, m := range className.FindAllSubmatch(css, -1) {
		fmt.Fprintf(&page, `<p class="%s">`, m[1])
	}
	if got := stylesheet.Parse(css).For([]byte(page.String())).CSS; got != string(css) {
		t.Errorf("not the whole style:\n%s\nwant\n%s", got, css)
	}
}

// FuzzFor: what a page gets stands in the sheet in the same order; a page with
// more classes gets no less; cutting again for the same page cuts nothing more.
// The sheets are small: the style of the portal would take all the time, and
// TestWhole reads it.
func FuzzFor(f *testing.F) {
	f.Add(`.kontak{margin:0}.kontak .nomor,p:not(.tel){top:0}`, `<p class="kontak nomor">`, `nomor`)
	f.Add(`@media print{.a,.b{top:0}}`, `<p class=a>`, `b`)
	f.Add(`.a{top:0;.b{}}}`, `class="`, `a b`)
	f.Add(`@layer x.a{.a,.b{c:url(.b)}}/* .a{} */.a\.b{d:"}"}`, "<p\nclass='b'>", `a`)
	f.Fuzz(func(t *testing.T, css, page, more string) {
		if len(css) > 1000 || len(page) > 1000 {
			return
		}
		once := stylesheet.Parse([]byte(css)).For([]byte(page)).CSS
		twice := stylesheet.Parse([]byte(once)).For([]byte(page)).CSS
		if once != twice {
			t.Errorf("cut once %q, twice %q", once, twice)
		}
		if !within(once, css) {
			t.Errorf("%q has what %q has not", once, css)
		}
		most := stylesheet.Parse([]byte(css)).For([]byte(`<p class="` + more + `">` + page)).CSS
		if !strings.Contains(more, `"`) && !within(once, most) {
			t.Errorf("with the classes %q, %q becomes %q", more, once, most)
		}
	})
}

// within tells whether a text is left when some signs of another are dropped.
func within(part, whole string) bool {
	for i := range len(whole) {
		if part != "" && part[0] == whole[i] {
			part = part[1:]
		}
	}
	return part == ""
}

func BenchmarkFor(b *testing.B) {
	sheet := stylesheet.Parse(real(b))
	page := []byte(strings.Repeat(`<div class="kontak"><p class="kontak-nama">Kantor desa</p><ul class="nomor"><li><a href="tel:119">119</a></li></ul></div>`+"\n", 50))
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		sheet.For(page)
	}
}
