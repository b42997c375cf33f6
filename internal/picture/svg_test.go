package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"suluh/internal/source"
)

// drawn puts the inside of a drawing into an SVG.
func drawn(inside string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">` + inside + `</svg>`
}

// fromInkscape is shortened from what Inkscape 1.3 saves.
const fromInkscape = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="148.5mm" viewBox="0 0 210 148.5" xmlns="http://www.w3.org/2000/svg"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.7"/>
  <defs><linearGradient id="a"><stop offset="0" style="stop-color:#000"/></linearGradient>
  <linearGradient id="b" xlink:href="#a" gradientTransform="rotate(45)"/>
  <style type="text/css"><![CDATA[ .x { fill: url( "#b" ); } @media print { .x { fill: none } } ]]></style></defs>
  <metadata><rdf:RDF><dc:source>x</dc:source><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></rdf:RDF></metadata>
  <g style="fill:url(#b);-inkscape-font-specification:'Sans'"><title>Rumah &amp; desa</title><path d="m0,0 10,10z" class="x" clip-path="url(#c)"/></g>
  <image width="1" height="1" xlink:href="data:image/png;base64,iVBORw0K
  Ggo="/><use href="#a" x="1"/><animate attributeName="x" from="0" to="9" dur="1s"/><text>Rp 1.000 (seribu)</text>
</svg>`

func TestSVGSize(t *testing.T) {
	tests := []struct {
		attributes    string
		width, height int
	}{
		{`width="640" height="480"`, 640, 480},
		{`width="640px" height=" 48.6 "`, 640, 49},
		{`width="1in" height="72pt"`, 96, 96},
		{`viewBox="0 0 24 12"`, 24, 12},
		{`viewBox="0,0,24,12"`, 24, 12},
		{`width="48" viewBox="0 0 24 12"`, 48, 24},
		{`height="48" viewBox="0 0 24 12"`, 96, 48},
		{`width="100%" height="100%" viewBox="0 0 24 12"`, 24, 12},
		{`width="100%" height="50%"`, 0, 0},
		{`width="5em" height="5"`, 0, 0},
		{`width="NaN" height="Inf" viewBox="0 0 -1 1e400"`, 0, 0},
		{`width="1e9" height="1"`, 0, 0},
		{`width="0x10" height="1_0"`, 0, 0},
		{``, 0, 0},
	}
	for _, tt := range tests {
		p, err := SVG("a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" `+tt.attributes+`/>`))
		if err != nil || p.Width != tt.width || p.Height != tt.height {
			t.Errorf("%s: %d × %d %v, want %d × %d", tt.attributes, p.Width, p.Height, err, tt.width, tt.height)
		}
	}
	for _, text := range []string{fromInkscape, "\xEF\xBB\xBF" + fromInkscape} {
		p, err := SVG("a.svg", []byte(text))
		if err != nil || p.Width != 794 || p.Height != 561 || p.Ext != ".svg" || string(p.Data) != text {
			t.Errorf("Inkscape's: %d × %d %s %v", p.Width, p.Height, p.Ext, err)
		}
	}
}

func TestSVGRefuses(t *testing.T) {
	exif := base64.StdEncoding.EncodeToString([]byte("\xFF\xD8\xFF\xE1\x00\x20Exif\x00\x00" + place))
	tests := []struct {
		text string
		want source.Code
		says string
	}{
		{``, source.PictureBroken, ""},
		{`halo`, source.PictureBroken, ""},
		{`<svg>`, source.PictureBroken, "xmlns"},
		{`<html xmlns="http://www.w3.org/1999/xhtml"/>`, source.PictureBroken, ""},
		{drawn(`<g>`), source.PictureBroken, "line 1"},
		{drawn(`<g a=1/>`), source.PictureBroken, ""},
		{drawn(`&nbsp;`), source.PictureBroken, "nbsp"},
		{drawn(``) + drawn(``), source.PictureBroken, ""},
		{drawn(``) + `x`, source.PictureBroken, ""},
		{"\x1F\x8B\x08\x00", source.PictureUnsupported, "SVGZ"},
		{"\x89PNG\r\n\x1A\n", source.PictureBroken, "PNG"},
		{`<?xml version="1.0" encoding="ISO-8859-1"?>` + drawn(``), source.PictureBroken, ""},
		{`<?xml version="1.0" encoding = "Shift_JIS"?>` + drawn(``), source.PictureBroken, ""},
		{` <?xml version="1.0"?>` + drawn(``), source.PictureBroken, ""},

		{drawn(`<script>alert(1)</script>`), source.PictureUnsafe, "<script>"},
		{drawn(`<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>`), source.PictureUnsafe, "<script>"},
		{drawn(`<x:img xmlns:x="http://www.w3.org/1999/xhtml"/>`), source.PictureUnsafe, "<img>"},
		{drawn(`<iframe xmlns="urn:x"/>`), source.PictureUnsafe, "<iframe>"},
		{drawn(`<SCRIPT/>`), source.PictureUnsafe, "<SCRIPT>"},
		{drawn(`<foreignObject/>`), source.PictureUnsafe, "<foreignObject>"},
		{drawn(`<video/>`), source.PictureUnsafe, "<video>"},
		{drawn(`<g onload="a()"/>`), source.PictureUnsafe, "onload=a()"},
		{drawn(`<g ONLOAD="a()"/>`), source.PictureUnsafe, "ONLOAD"},
		{drawn(`<a href="https://x.id/">x</a>`), source.PictureUnsafe, "https://x.id/"},
		{drawn(`<a xlink:href=" javascript:a()">x</a>`), source.PictureUnsafe, "javascript"},
		{drawn(`<a href="data:image/png;base64,eA==">x</a>`), source.PictureUnsafe, "data"},
		{drawn(`<use href="a.svg#b"/>`), source.PictureUnsafe, "a.svg"},
		{drawn(`<use href="data:image/svg+xml,x#a"/>`), source.PictureUnsafe, "data"},
		{drawn(`<image href="data:image/svg+xml,x"/>`), source.PictureUnsafe, "data"},
		{drawn(`<image href="foto.jpg"/>`), source.PictureUnsafe, "foto.jpg"},
		{drawn(`<image href="data:image/jpeg;base64,` + exif + `"/>`), source.PictureUnsafe, "data:image/jpeg"},
		{drawn(`<image href="//x.id/a.png"/>`), source.PictureUnsafe, "//x.id"},
		{drawn(`<g xml:base="https://x.id/"/>`), source.PictureUnsafe, "base"},
		{drawn(`<set attributeName="xlink:href" to="javascript:a()"/>`), source.PictureUnsafe, "attributeName"},
		{drawn(`<animate attributeName=" onload" values="a()"/>`), source.PictureUnsafe, "attributeName"},
		{drawn(`<g fill="url(https://x.id/#a)"/>`), source.PictureUnsafe, "fill"},
		{drawn(`<g fill="URL( 'a.svg#a' )"/>`), source.PictureUnsafe, "fill"},
		{drawn(`<g style="fill:u\72l(https://x.id)"/>`), source.PictureUnsafe, "style"},
		{drawn(`<style>@import "a.css";</style>`), source.PictureUnsafe, "@import"},
		{drawn(`<style>@im<!-- x -->port "a.css";</style>`), source.PictureUnsafe, "@import"},
		{drawn(`<style>@im<![CDATA[port]]> "a.css";</style>`), source.PictureUnsafe, "@import"},
		{drawn(`<style>a{b:url(http://x.id)}</style>`), source.PictureUnsafe, "url(http"},
		{drawn(`<style>a{b:image-set("http://x.id" 1x)}</style>`), source.PictureUnsafe, "image-set"},
		{drawn(`<style><g/></style>`), source.PictureUnsafe, "<g>"},
		{`<!DOCTYPE svg [<!ENTITY a "b">]>` + drawn(`&a;`), source.PictureUnsafe, "ENTITY"},
		{`<!DOCTYPE svg SYSTEM "http://x.id/a.dtd">` + drawn(``), source.PictureUnsafe, "DOCTYPE"},
		{`<!DOCTYPE svg <!-- ><img> -->>` + drawn(``), source.PictureUnsafe, "DOCTYPE"},
		{drawn(`<!DOCTYPE svg>`), source.PictureUnsafe, "DOCTYPE"},
		{`<?xml-stylesheet href="a.css"?>` + drawn(``), source.PictureUnsafe, "xml-stylesheet"},
		{drawn(`<!--><img>-->`), source.PictureUnsafe, "<!--><img>"},
		{drawn(`<g src="a"/>`), source.PictureUnsafe, "src"},
	}
	for _, tt := range tests {
		_, err := SVG("a.svg", []byte(tt.text))
		if err == nil {
			t.Errorf("%s was taken", tt.text)
			continue
		}
		text := err.Error()
		var fault *source.Fault
		if errors.As(err, &fault) {
			text += fmt.Sprint(fault.Args...)
		}
		if got := code(t, err); got != tt.want || !strings.Contains(text, tt.says) {
			t.Errorf("%s: %s %q, want %s %q", tt.text, got, text, tt.want, tt.says)
		}
	}
}

// TestSVGPlace: a fault marks the tag.
func TestSVGPlace(t *testing.T) {
	for _, before := range []string{"", "\xEF\xBB\xBF"} {
		text := before + drawn("\n  <g/>\n  <script src='x'>\n</script>")
		_, err := SVG("a.svg", []byte(text))
		var fault *source.Fault
		if !errors.As(err, &fault) || text[fault.Off:fault.Off+fault.Len] != "<script src='x'>" {
			t.Errorf("%v at %+v", err, fault)
		}
	}
}

// FuzzSVG: whatever passes has no script, however one looks at it.
func FuzzSVG(f *testing.F) {
	f.Add([]byte(fromInkscape))
	for _, inside := range []string{
		`<script>a()</script>`, `<g onload="a()"/>`, `<a href="javascript:a()"/>`, `<style>@import "a"</style>`, `<!--><img>-->`,
		`<image href="data:image/png;base64,eA=="/>`, `<x:script xmlns:x="http://www.w3.org/1999/xhtml"/>`, `<![CDATA[<script>]]>`, `<g fill="url(#a)"/>`,
		`<g id="a"><use href="#b"/><use href="#b"/></g><g id="b"><use href="#c"/><use href="#c"/></g><g id="c"><use href="#a"/><path/></g>`,
		`<pattern id="a" fill="url( '#a' )"/><use xlink:href=" #a "/>`, `<style>a{b:u\72l(https://x.id)}</style>`, `<set attributeName="xlink:href" to="javascript:a()"/>`, `<image href="//x.id/a.png"/>`,
	} {
		f.Add([]byte(drawn(inside)))
	}
	// What the tokenizer of HTML would take for a tag that acts.
	tag := regexp.MustCompile(`(?i)^<(?:[^\s<>/:]*:)?(script|foreignobject|iframe|embed|object|img|link|meta|base)[\s/>]`)
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte("%!")) {
			return // as a message that is not filled
		}
		p, err := SVG("a.svg", data)
		if err != nil {
			var fault *source.Fault
			if code(t, err); errors.As(err, &fault) && (fault.Off < 0 || fault.Off > len(data)) {
				t.Fatalf("the fault lies at %d of %d", fault.Off, len(data))
			}
			return
		}
		if !bytes.Equal(p.Data, data) || p.Width < 0 || p.Height < 0 {
			t.Fatalf("%d × %d", p.Width, p.Height)
		}
		decoder := xml.NewDecoder(bytes.NewReader(data))
		for {
			from := decoder.InputOffset()
			token, err := decoder.RawToken()
			if err == io.EOF {
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			if tag.Match(data[from:decoder.InputOffset()]) {
				t.Fatalf("<%v> passed", e.Name)
			}
			for _, a := range e.Attr {
				if a.Name.Space == "xmlns" || a.Name.Local == "xmlns" {
					continue
				}
				name, value := strings.ToLower(a.Name.Local), strings.ToLower(a.Value)
				if strings.HasPrefix(name, "on") || name == "href" && strings.Contains(value, "script:") || strings.Contains(value, "url(http") {
					t.Fatalf("%v passed", a)
				}
			}
		}
	})
}
