package picture

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// Namespaces in which browsers act on elements.
const (
	svgSpace    = "http://www.w3.org/2000/svg"
	xhtmlSpace  = "http://www.w3.org/1999/xhtml"
	mathMLSpace = "http://www.w3.org/1998/Math/MathML"
)

// svgElements are the elements of SVG 1.1 and 2 that draw and nothing else:
// not script, foreignObject, handler, nor what SVG 2 takes over from HTML.
var svgElements = setOf(`a animate animateMotion animateTransform circle clipPath color-profile defs desc ellipse
	feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
	feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
	feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter font font-face
	font-face-format font-face-name g glyph glyphRef hkern image line linearGradient marker mask metadata
	missing-glyph mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol text
	textPath title tref tspan use view vkern`)

// htmlElements are those that act, or load something, when a browser takes an
// element of whatever namespace for one of HTML: in an SVG that was put into a
// page.
var htmlElements = setOf(`applet audio base body button embed foreignobject form frame frameset head html iframe image
	img input link meta object script style svg video`)

// loadingAttributes are those of HTML that load something. In SVG they mean
// nothing.
var loadingAttributes = setOf(`action background codebase data formaction ping poster src srcdoc srcset`)

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

var (
	plainDeclaration = regexp.MustCompile(`^version\s*=\s*["']1\.[01]["'](\s+encoding\s*=\s*["'](?i:utf-8)["'])?(\s+standalone\s*=\s*["'](yes|no)["'])?\s*$`)
	plainDoctype     = regexp.MustCompile(`^<!DOCTYPE\s+svg(\s+PUBLIC\s+["']-//W3C//DTD SVG [\w .]+//EN["']\s+["']https?://www\.w3\.org/[\w/.]+["'])?\s*>$`)
	innerPicture     = regexp.MustCompile(`(?i)^data:image/(png|jpe?g|gif|webp)[;,]`)
)

// SVG checks a drawing and reads its size. Data stays as it is.
func SVG(_ string, data []byte) (Picture, error) {
	if kind := kindOf(data); kind != "" && kind != "SVG" {
		if kind == "SVGZ" {
			return Picture{}, unsupported(kind)
		}
		return Picture{}, broken(kind + ", no SVG")
	}
	const bom = "\xEF\xBB\xBF"
	text := bytes.TrimPrefix(data, []byte(bom))
	check := svgCheck{decoder: xml.NewDecoder(bytes.NewReader(text)), text: text}
	if err := check.run(); err != nil {
		var fault *source.Fault
		if errors.As(err, &fault) && fault.Len > 0 {
			fault.Off += len(data) - len(text)
		}
		return Picture{}, err
	}
	w, h := check.size()
	return Picture{Data: data, Width: w, Height: h, Ext: ".svg"}, nil
}

// svgCheck walks over a drawing, tag by tag.
type svgCheck struct {
	decoder *xml.Decoder
	text    []byte
	from    int // where the tag begins
	depth   int
	root    *xml.StartElement
	style   *strings.Builder // what the style element that is open holds so far
	shapes  shapes
}

func (c *svgCheck) run() error {
	for {
		c.from = int(c.decoder.InputOffset())
		token, err := c.decoder.Token()
		switch {
		case err == io.EOF && c.root == nil:
			return broken("no <svg>")
		case err == io.EOF:
			if fault := source.Passed(limits.Shapes, c.shapes.drawn()); fault != nil {
				return fault
			}
			return nil
		case err != nil:
			return c.broken(err.Error())
		}
		if err := c.token(token); err != nil {
			return err
		}
	}
}

func (c *svgCheck) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		c.depth++
		c.shapes.open(token)
		return c.start(token)
	case xml.EndElement:
		c.depth--
		c.shapes.close()
		return c.end()
	case xml.CharData:
		return c.chars(token)
	case xml.ProcInst:
		if token.Target != "xml" {
			return c.unsafe("<?" + token.Target + ">")
		}
		if c.from != 0 || !plainDeclaration.Match(token.Inst) {
			return c.broken("<?xml " + string(token.Inst) + "?>")
		}
	case xml.Directive:
		// The token has lost its comments, where a parser of HTML sees tags.
		if raw := c.text[c.from:c.decoder.InputOffset()]; c.root != nil || !plainDoctype.Match(raw) {
			return c.unsafe(string(raw))
		}
	case xml.Comment:
		// A parser of HTML ends such a comment at once and reads on in it.
		if bytes.HasPrefix(token, []byte(">")) || bytes.HasPrefix(token, []byte("->")) {
			return c.unsafe("<!--" + string(token) + "-->")
		}
	}
	return nil
}

func (c *svgCheck) start(e xml.StartElement) error {
	if c.root == nil {
		if e.Name.Space != svgSpace || e.Name.Local != "svg" {
			return c.broken(`no <svg xmlns="` + svgSpace + `">`)
		}
		e = e.Copy()
		c.root = &e
	} else if c.depth == 1 {
		return c.broken("a second <" + e.Name.Local + ">")
	}
	if c.style != nil || !isHarmless(e.Name) {
		return c.unsafe("<" + e.Name.Local + ">")
	}
	for _, a := range e.Attr {
		if !isHarmlessAttribute(e.Name.Local, a) {
			return c.unsafe(a.Name.Local + "=" + a.Value)
		}
	}
	if e.Name.Local == "style" {
		c.style = &strings.Builder{}
	}
	return nil
}

func (c *svgCheck) end() error {
	if c.style == nil {
		return nil
	}
	text := c.style.String()
	if c.style = nil; !isHarmlessStyle(text) {
		return c.unsafe("<style>" + text)
	}
	return nil
}

func (c *svgCheck) chars(text []byte) error {
	switch {
	case c.style != nil:
		c.style.Write(text)
	case c.depth == 0 && len(bytes.TrimSpace(text)) > 0:
		return c.broken("text outside <svg>")
	}
	return nil
}

func isHarmless(name xml.Name) bool {
	switch name.Space {
	case svgSpace:
		return svgElements[name.Local]
	case xhtmlSpace, mathMLSpace:
		return false
	}
	return !htmlElements[strings.ToLower(name.Local)]
}

func isHarmlessAttribute(element string, a xml.Attr) bool {
	name := strings.ToLower(a.Name.Local)
	switch {
	case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
		return true
	case strings.HasPrefix(name, "on"), loadingAttributes[name]:
		return false
	case name == "base" && a.Name.Space != "":
		return false // xml:base leads every reference elsewhere
	case name == "href":
		return isInside(element, a.Value)
	case name == "attributename":
		return !leadsElsewhere(a.Value)
	case name == "style":
		return isHarmlessStyle(a.Value)
	}
	return !strings.ContainsRune(a.Value, '(') || isHarmlessStyle(a.Value)
}

// leadsElsewhere tells whether an animation would change where something
// leads, or what it does.
func leadsElsewhere(attribute string) bool {
	name := strings.ToLower(strings.Trim(attribute, xmlSpaces))
	if _, local, found := strings.Cut(name, ":"); found {
		name = local
	}
	return name == "href" || name == "base" || name == "style" || strings.HasPrefix(name, "on") || loadingAttributes[name]
}

const xmlSpaces = " \t\r\n"

// isInside tells whether a reference stays in the file. A picture in it may
// be no SVG, which nobody would have checked, and tell no place.
func isInside(element, target string) bool {
	target = strings.Trim(target, xmlSpaces)
	if strings.HasPrefix(target, "#") {
		return true
	}
	if element != "image" && element != "feImage" || !innerPicture.MatchString(target) {
		return false
	}
	head, inner, _ := strings.Cut(target, ",")
	if !strings.HasSuffix(strings.ToLower(head), ";base64") {
		return !telling([]byte(inner))
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(inner), ""))
	return err == nil && !telling(data) && !bytes.Contains(data, []byte("eXIf"))
}

// isHarmlessStyle tells whether CSS loads nothing. An escape could hide
// anything, so there may be none.
func isHarmlessStyle(css string) bool {
	css = strings.ToLower(css)
	for _, bad := range []string{`\`, "@import", "image-set(", "src(", "image(", "expression(", "-moz-binding", "javascript:"} {
		if strings.Contains(css, bad) {
			return false
		}
	}
	for rest := css; ; {
		_, after, found := strings.Cut(rest, "url(")
		if !found {
			return true
		}
		target := strings.TrimLeft(after, xmlSpaces+"\f")
		target = strings.TrimPrefix(strings.TrimPrefix(target, `"`), `'`)
		if !strings.HasPrefix(target, "#") {
			return false
		}
		rest = after
	}
}

// broken is the fault of text that is no SVG, at the tag.
func (c *svgCheck) broken(reason string) error { return c.at(source.PictureBroken, reason) }

// unsafe is the fault of a tag that holds something that acts or leads outside.
func (c *svgCheck) unsafe(what string) error { return c.at(source.PictureUnsafe, what) }

func (c *svgCheck) at(code source.Code, what string) error {
	tag, _, _ := bytes.Cut(c.text[c.from:c.decoder.InputOffset()], []byte("\n"))
	return &source.Fault{Code: code, Args: []any{short(what)}, Off: c.from, Len: max(1, len(tag))}
}

// short makes a piece of a file fit into a message.
func short(what string) string {
	const longest = 60
	what = strings.Join(strings.Fields(what), " ")
	if utf8.RuneCountInString(what) > longest {
		what = string([]rune(what)[:longest]) + "…"
	}
	return what
}

// size gives the size that a browser shows the drawing in. One side that is
// missing follows from the proportions of the viewBox.
func (c *svgCheck) size() (width, height int) {
	var w, h, boxW, boxH float64
	for _, a := range c.root.Attr {
		if a.Name.Space != "" {
			continue
		}
		switch a.Name.Local {
		case "width":
			w = lengthOf(a.Value)
		case "height":
			h = lengthOf(a.Value)
		case "viewBox":
			if f := strings.FieldsFunc(a.Value, func(r rune) bool { return r == ',' || strings.ContainsRune(xmlSpaces, r) }); len(f) == 4 {
				boxW, boxH = lengthOf(f[2]), lengthOf(f[3])
			}
		}
	}
	switch {
	case boxW == 0 || boxH == 0:
	case w == 0 && h == 0:
		w, h = boxW, boxH
	case w == 0:
		w = h * boxW / boxH
	case h == 0:
		h = w * boxH / boxW
	}
	if w, h := whole(w), whole(h); w > 0 && h > 0 {
		return w, h
	}
	return 0, 0
}

// whole rounds a length; 0 stands for one that makes no sense.
func whole(length float64) int {
	if length > maxSide {
		return 0
	}
	return int(math.Round(length))
}

// units are the absolute lengths of CSS, in pixels.
var units = map[string]float64{"": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}

// lengthOf reads a length in pixels, or 0 when it depends on the page.
func lengthOf(value string) float64 {
	value = strings.Trim(value, xmlSpaces)
	number := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%")
	unit, known := units[strings.ToLower(value[len(number):])]
	n, err := strconv.ParseFloat(number, 64)
	if !known || err != nil || math.IsNaN(n) || math.IsInf(n, 0) || n < 0 {
		return 0
	}
	return n * unit
}
