package markdown

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"suluh/internal/source"
)

// What looks like a sign is never text. A sign that was mistyped is left as
// text after Markdown, and would be published as typed: no number, no link, no
// heading. Each rule below looks for one kind of it in what is left of a block
// and proposes what was meant. Escapes (\[) are left alone: they are meant.

// spans are parts of a text of which something was said: one slip is one
// message.
type spans [][2]int

func (s spans) overlap(at, end int) bool {
	return slices.ContainsFunc(s, func(span [2]int) bool { return at < span[1] && span[0] < end })
}

// rule finds one kind of sign that is left. Most text has none of the signs that
// a rule begins with, so these are looked for first.
type rule struct {
	code   source.Code
	starts string   // of a rule for lines: signs of which one begins the line
	needs  []string // of a rule for a whole block: texts of which one is in it
	signs  []byte   // of each of them the byte that text has least
	form   *regexp.Regexp
	near   func(found string) string // what was probably meant; may be nil
	not    *regexp.Regexp            // what only looks like it
}

const (
	boxWord = `(?:awas|bahaya|lapor|boleh|jangan|langkah|petugas|ringkas)`
	oddGap  = `[\x{A0}\x{2000}-\x{200B}\x{202F}\x{3000}]`
	bullets = `•·▪▫◦●○■□►▸➢➤✦❖‣⁃∙➔➜` + "\uF0B7\uF0A7\uF076"
	boxes   = `☐☑☒□✓✔✅◻❑❒`
	digits  = "0123456789"
)

// The rules for a line, for the first of a paragraph, and for each other one of it.
var (
	firstLines = slices.Concat(lineRules, firstRules)
	innerLines = slices.Concat(lineRules, innerRules)
)

// lineRules look at the start of each line.
var lineRules = []rule{
	{code: source.NearBox, starts: ":：;![", form: regexp.MustCompile(`(?i)^\s*(?:[:：;][:：; ]{0,5}` + boxWord + `\b.*|(?::\s){2,}.*|[：]{2,}.*|;{3}.*|!{3}\s?\pL.*|\[![A-Za-z]+\].*|:{3,}.*|::$|\[/?` + boxWord + `\].*)`), near: nearBox},
	{code: source.NearHeading, starts: "#＃=h", form: regexp.MustCompile(`^\s*(?:#{2,6}[^\s#].*|#\pL[^#]*|#{1,6}` + oddGap + `.*|＃+.*|#{7,}\s.*|#{2,6}\s.*|=+\s?\pL[^=\n]*=+\s*$|h[1-6]\.\s.*)`), near: nearHeading},
	{code: source.NearTask, starts: "-*+[(" + boxes, form: regexp.MustCompile(`(?i)^\s*(?:[-*+]\s?\[[\s\x{A0}]*[x✓v_.]?[\s\x{A0}]*\]|\[[\s\x{A0}]*[x✓v_.]?[\s\x{A0}]*\]\s*[^\s(\[]|\([\s\x{A0}_]*\)\s+\S|[-*+]?\s?[` + boxes + `]\s?).*`), near: nearTask},
	{code: source.NearList, starts: bullets + digits + "-*+o–—−", form: regexp.MustCompile(`^\s*(?:[` + bullets + `].*|\d{1,2}[.)]` + oddGap + `.*|--\s\S.*|[-*+]` + oddGap + `.*|o\s+\p{Lu}.*|[–—−]\s\S.*)`), near: nearList},
	{code: source.NearTable, starts: "|｜{", form: regexp.MustCompile(`^\s*(?:[|｜].*[|｜].*|\{\|.*|\|\}$)`)},
	{code: source.FenceUnclosed, starts: "`~", form: regexp.MustCompile("^\\s*(?:```|~~~)")},
	{code: source.Debris, starts: "[" + digits, form: regexp.MustCompile(`^\s*\[?\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}[.:]\d{2}[^\]\n]{0,6}\]?(?: -)? [^:\n]{2,40}:`)},
	{code: source.KeyBelow, starts: "jrdtbpsukl", form: keyLine},
}

// keyLine is a key of front matter that has slipped below it, with a value as it has there.
var keyLine = regexp.MustCompile(`^(?:(?:judul|ringkasan):\s.*|(?:draf|peka|siap|pribadi):\s*(?:ya|tidak)\s*$|(?:diperiksa|disusun|terbit|berakhir|dibaca|izin):\s*\d{4}(?:-\d\d){0,2}\s*$|(?:untuk|alias|layanan|bahasa|lingkup_izin):\s*\[.*|(?:sumber|kontak|kantor|suara):\s*$|tinjau:\s*\d+ \pL+\s*$|status:\s*(?:aktif|dibentuk|calon)\s*$)`)

// innerRules look at each line but the first of a paragraph: a list that was
// not read as one.
var innerRules = []rule{
	{code: source.NearList, starts: "-*+(bcdefghiBCDEFGH" + digits, form: regexp.MustCompile(`^\s*(?:[-*+]|\(?\d{1,2}[.)]|[b-hB-H][.)]|i{2,3}[.)]|iv[.)])\s+\S.*`), near: nearList},
	{code: source.NearList, starts: "-" + digits, form: regexp.MustCompile(`^\s*(?:-\pL.*|\d{1,2}[.)]\pL.*)`), near: nearList, not: regexp.MustCompile(`^\s*\d{1,2}\.\pL\b`)},
}

// firstRules look at the first line of a paragraph.
var firstRules = []rule{
	{code: source.NearList, starts: "-*+(" + digits, form: regexp.MustCompile(`^\s*(?:[-*+]|\d{1,2}[.)]|\(\d{1,2}\))\s+\S.*`), near: nearList}, // too far to the right to be one
	{code: source.NearItemKey, starts: "dbw", form: regexp.MustCompile(`^\s*(?:di|biaya|waktu):\s\S.*`)},
	{code: source.NearList, starts: "-*+" + digits, form: regexp.MustCompile(`^\s*(?:[-*+]\pL.*|\d{1,2}[.)]\pL.*)`), near: nearList, not: regexp.MustCompile(`^\s*(?:\*[^*]+\*|\d{1,2}\.\pL{1,2}\b)`)},
}

// textRules look at the whole of a block.
var textRules = withSigns([]rule{
	{code: source.NearDirective, needs: []string{":", "：", ";", "[", "［"}, near: nearDirective, form: regexp.MustCompile(`(?i)(?::|：|;){0,2}[ ]?\b(?:kontak|kontk|kontact|contact|istilah|desa)(?:\[|［)[^\]\n]{0,40}[\]）］]?|(?::|：|;){1,2}[ ]?(?:kontak|istilah|desa)[ ]?(?:\[|［)[^\]\n]{0,40}[\]］]?|(?::|：|;){1,2}(?:kontak|istilah|desa)[ ]?[({<][^)}>\n]{0,40}[)}>]?|(?:kontak|istilah|desa):\[[^\]\n]{0,40}\]|\[[ ]?:?(?:kontak|istilah|desa)[ ]?[:\]][^\]\n]{0,40}\]?|(?::)(?:kontak|istilah)\b[ ]?[a-z0-9-]{0,30}|:(?:kontak|istilah|desa)[a-z0-9.-]+\]|(?:^|\s):desa\b[ ]?[\pL0-9.-]{0,30}`)},
	{code: source.NearDirective, needs: []string{"::\x01"}, form: regexp.MustCompile(`::+\x01`)},
	{code: source.NearLink, needs: []string{"]", ".md>", ")[", ".md)"}, form: regexp.MustCompile(`!?\[[^\[\]\n]*\](?:[\s\x{A0}\x{200B}]+\([^()\s]*|[\s\x{A0}]*\(\s[^()\s]*)(?:\.(?:md|html?|jpe?g|png|pdf|webp|svg)|://|^www\.|/|#)[^()\n]*\)|\]\([^\n)]{0,80}\)?|\]\s?\[[^\]\n]{0,40}\]?|\[\^[^\]\n]{0,20}\]|\[\[[^\]\n]{0,60}\]?\]?|\([^()\n]+\)\[[^\]\n]*(?:\.md|://)[^\]\n]*\]|<[^<>\s]+\.md(?:#[^<>\s]*)?>|!\([^()\n]*\)\s?\[[^\]\n]*\]|\]（[^）\n]*）?|［[^］\n]*］（?|\]\{[^}\n]{0,60}\}?|!\[[^\]\n]{0,60}\]|\[[^\[\]()\n]{1,60}\([^()\n]*\.(?:md|html?)(?:#[^()\n]*)?\)`)},
	{code: source.NearEmphasis, needs: []string{"*", "~~", "==", "[b", "[i", "[u", "[/", "^", "`", "_"}, form: regexp.MustCompile(`\*\*+|~~|==\pL[^=\n]*==|\[/?(?:b|i|u|url|img|size|color)(?:=[^\]\n]*)?\]|\pL\^\d|\^\d\^|(?:^|[\s(])\x60[^\x60\n]*$|(?:^|\s)__\pL|\pL__(?:\s|$)|(?:^|\s)_\s\pL[^_\n]{0,40}\s_(?:\s|$|[.,])|(?:^|\s)\*\s?\pL[^*\n]{0,40}\*?(?:\pL|\s\*)`), not: regexp.MustCompile(`^\s*\*\s\pL[^*]*$`)},
	{code: source.NearHeading, needs: []string{" ##"}, form: regexp.MustCompile(`(?m)^\pL[^#\n]*\s#{2,}\s*$|\s#{2,6}\s+\pL[^\n]*`), near: nearHeading},
	{code: source.NearTable, needs: []string{"\t"}, form: regexp.MustCompile(`(?m)^[^\t\n]+\t+[^\t\n]+(?:\t.*)?$`)},
	{code: source.IDLeft, needs: []string{"{"}, near: nearID, form: regexp.MustCompile(`\{\s*[#.:][^{}\n]{0,60}\}?|\]?\{(?:width|height|lebar)=[^{}\n]*\}|\{[a-z0-9-]{2,40}\}\s*$|\{\x01\}?`)},
	{code: source.NearComment, needs: []string{"<!--", "-->"}, form: regexp.MustCompile(`<!--|-->`)},
	{code: source.RawHTML, needs: []string{"<"}, form: regexp.MustCompile(`</?[a-zA-Z][a-zA-Z0-9]*(?::[a-z]+)?(?:\s[^<>\n]*)?/?>`)},
	{code: source.Debris, needs: []string{"rror!", "Kesalahan!", "HYPERLINK", "PAGEREF", "mso-", "MERGEFIELD", "\uFFFC", "\uFFFD", `\o "`, "【", ":contentReference", "turn", "oaicite", "Ã", "â€", "Â", ".....", "X-NONE", "&", "diff --git", "@@ -", "{{", "<%", "%>", "XXX", "xxx", "[a]", "[b]", "[isi", "[tulis", "[Isi", "[Tulis", "[lengkapi", "[masukkan", "<isi", "<tulis"},
		form: regexp.MustCompile(`(?i)Error! (?:Reference|Bookmark|Hyperlink)[^\n.]*|Kesalahan! [^\n.]*|\bHYPERLINK "|\bPAGEREF\b|mso-[a-z-]+|\x{FFFC}|\x{FFFD}|\bMERGEFIELD\b|\\o "|\[(?:a|b|c)\]$|【[^】\n]*】|:contentReference|turn\d+search\d+|\boaicite\b|Ã[\x{80}-\x{FF}]|â€.?|Â[\x{A0}-\x{BF}]|\.{5,}\s*\d+\s*$|(?-i:\bX-NONE\b)|&(?:amp|nbsp|lt|gt|quot|#\d+);?|(?-i:\bX{3,}\b)|\bxx+x\b|\[(?:isi|tulis|lengkapi|masukkan)[^\],\n]*\]|<(?:isi|tulis|nama|nomor)[^>\n]*>|^(?:diff --git |@@ -\d+,\d+ \+\d)|\{\{[^}\n]{0,60}\}?\}?|<%|%>`)},
})

// usual are small letters as Indonesian has them, the rarest first.
const usual = "qxzvfjwcyohbpldmsgrukteina"

// withSigns adds to each rule the bytes by which it is seen at a glance that a text does not
// hold what it needs.
func withSigns(rules []rule) []rule {
	for i := range rules {
		for _, need := range rules[i].needs {
			best := need[0]
			for _, b := range []byte(need) {
				if strings.IndexByte(usual, b) < strings.IndexByte(usual, best) {
					best = b
				}
			}
			rules[i].signs = append(rules[i].signs, best)
		}
	}
	return rules
}

// mayHold tells whether a block holds what a rule begins with. Has are the bytes of the text.
func (r rule) mayHold(text []byte, has *[256]bool) bool {
	for i, need := range r.needs {
		if has[r.signs[i]] && bytes.Contains(text, []byte(need)) {
			return true
		}
	}
	return false
}

// mayStart tells whether a line begins with a sign of a rule.
func (r rule) mayStart(line []byte) bool {
	first, _ := utf8.DecodeRune(bytes.TrimLeft(line, " \t"))
	return strings.ContainsRune(r.starts, first)
}

// leftOver says what is left as text of a block and looks like a sign.
func (c *collector) leftOver(n ast.Node) {
	if n.Kind() == ast.KindHTMLBlock || n.Kind() == ast.KindCodeBlock || n.Kind() == ast.KindFencedCodeBlock || n.FirstChild() == nil || n.FirstChild().Type() == ast.TypeBlock {
		return
	}
	w := left(n, c.src)
	var told spans
	isParagraph := n.Kind() == ast.KindParagraph || n.Kind() == ast.KindTextBlock
	at := 0
	for i, line := range bytes.SplitAfter(w.text, []byte{'\n'}) {
		if isParagraph || n.Kind() == kindTask {
			rules := lineRules
			switch {
			case i > 0:
				rules = innerLines
			case n.Kind() == ast.KindParagraph:
				rules = firstLines
			}
			lead := len(line) - len(bytes.TrimLeftFunc(line, isOddGap))
			for _, r := range rules {
				if r.code == source.NearList && isSignature(n, line) {
					continue
				}
				if r.mayStart(line[lead:]) && c.tellLeft(w, r, at+lead, line[lead:], &told) {
					break
				}
			}
		}
		at += len(line)
	}
	var has [256]bool
	for _, b := range w.text {
		has[b] = true
	}
	for _, r := range textRules {
		if !r.mayHold(w.text, &has) {
			continue
		}
		for _, m := range r.form.FindAllIndex(w.text, -1) {
			c.tellFound(w, r, m[0], m[1], &told)
		}
	}
}

// isOddGap tells whether a sign is a space that is none of the ordinary ones, or
// none that anybody sees.
func isOddGap(r rune) bool {
	return r != '\n' && unicode.IsSpace(r) && r > ' ' || r == '\u200B' || r == '\uFEFF' || r == '\u2060'
}

// isSignature tells whether a line says who said what stands above: a dash and a
// name, in a quote.
func isSignature(n ast.Node, line []byte) bool {
	return n.Parent() != nil && n.Parent().Kind() == ast.KindBlockquote && bytes.HasPrefix(bytes.TrimSpace(line), []byte("—"))
}

// tellLeft applies a rule to a line.
func (c *collector) tellLeft(w *written, r rule, at int, line []byte, told *spans) bool {
	m := r.form.FindIndex(line)
	if m == nil {
		return false
	}
	return c.tellFound(w, r, at+m[0], at+m[1], told)
}

func (c *collector) tellFound(w *written, r rule, at, end int, told *spans) bool {
	found := string(w.text[at:end])
	trimmed := strings.TrimSpace(strings.Trim(found, string([]byte{escaped, parted})))
	if trimmed == "" || r.not != nil && r.not.MatchString(found) {
		return false
	}
	if strings.IndexByte(found, escaped) == 0 {
		return false
	}
	if r.code == source.NearDirective && wholeDirective.MatchString(trimmed) && (at == 0 || !isWord(rune(w.text[at-1]))) {
		return false // its unknown name was told
	}
	lead := len(found) - len(strings.TrimLeft(found, " \t\n"))
	off, length := w.place(at+lead, at+lead+len(trimmed))
	if len(*told) < 100*source.MostOfOne { // beyond, each is counted for itself
		if told.overlap(at, end) {
			return true
		}
		*told = append(*told, [2]int{at, end})
	}
	near := ""
	if r.near != nil {
		near = r.near(trimmed)
	}
	said := strings.ReplaceAll(trimmed, string(rune(escaped)), "")
	if strings.IndexByte(said, parted) >= 0 { // a link or a picture stands in it
		said = string(c.src[off : off+length])
	}
	c.tell(c.base+off, length, r.code, said).WithNear(near)
	return true
}

func nearBox(found string) string {
	words := strings.TrimLeft(found, ":：; \t")
	if words == "" {
		return ":::"
	}
	name, title, _ := strings.Cut(words, " ")
	return strings.TrimSpace(":::" + strings.ToLower(name) + " " + title)
}

// nearID closes the bracket of an id.
func nearID(found string) string {
	if strings.HasPrefix(found, "{#") && !strings.Contains(found, "}") {
		return strings.TrimSpace(found) + "}"
	}
	return ""
}

func nearHeading(found string) string {
	words := strings.TrimLeft(found, "#＃\\ \t\u00A0\u2002\u2003\u2009\u200B\u202F\u3000")
	return "## " + words
}

var taskSigns = regexp.MustCompile(`(?i)^[-*+]?\s?(?:\[\s*[x✓v]?\s*\]|[☐☑☒□✓✔✅◻])\s*`)

func nearTask(found string) string { return "- [ ] " + taskSigns.ReplaceAllString(found, "") }

var listSigns = regexp.MustCompile(`^(?:o\s+|\((\d{1,2})\)|[-–—−*+➔➜➤➢•·▪▫◦●○■□►▸➢➤✦❖‣⁃∙\x{F0B7}\x{F0A7}\x{F076}]|--|(\d{1,2}[.)]))[\s\x{A0}\x{2000}-\x{200B}\x{202F}\x{3000}]*`)

func nearList(found string) string {
	m := listSigns.FindStringSubmatch(found)
	switch {
	case m != nil && m[1] != "":
		return m[1] + ". " + listSigns.ReplaceAllString(found, "")
	case m != nil && m[2] != "":
		return m[2] + " " + listSigns.ReplaceAllString(found, "")
	}
	return "- " + listSigns.ReplaceAllString(found, "")
}

var wholeDirective = regexp.MustCompile(`^:[a-z]+\[[^\]\n]*\]$`)

var directiveParts = regexp.MustCompile(`(?i)(kontak|kontk|kontact|contact|istilah|desa)\W*([\w .-]*)`)

func nearDirective(found string) string {
	m := directiveParts.FindStringSubmatch(found)
	if m == nil || strings.TrimSpace(m[2]) == "" {
		return ""
	}
	name := strings.ToLower(m[1])
	if strings.HasPrefix(name, "ko") || strings.HasPrefix(name, "co") {
		name = "kontak"
	}
	arg := strings.TrimSpace(m[2])
	if !strings.ContainsAny(found, "])>}］）") { // not closed: the sentence goes on behind its first word
		arg, _, _ = strings.Cut(arg, " ")
	}
	if name == "kontak" {
		arg = strings.ToLower(arg)
	}
	return ":" + name + "[" + arg + "]"
}

// unclosedFence tells of a block of code that reaches the end of the page since
// nothing closes it.
func (c *collector) unclosedFence(n *ast.FencedCodeBlock) {
	start := max(n.Pos(), 0)
	if n.Lines().Len() > 0 {
		start = bytes.LastIndexByte(c.src[:max(n.Lines().At(0).Start-1, 0)], '\n') + 1
	} else if n.Info != nil {
		start = bytes.LastIndexByte(c.src[:n.Info.Segment.Start], '\n') + 1
	}
	opening, _, _ := bytes.Cut(c.src[start:], []byte{'\n'})
	trimmed := bytes.TrimLeft(opening, " >\t-*+0123456789.)")
	if len(trimmed) == 0 {
		return
	}
	fence := trimmed[:len(trimmed)-len(bytes.TrimLeft(trimmed, string(trimmed[:1])))]
	end := start + len(opening)
	if n.Lines().Len() > 0 {
		end = n.Lines().At(n.Lines().Len() - 1).Stop
	}
	if end > 0 && end <= len(c.src) && c.src[end-1] == '\n' {
		end--
	}
	if end < len(c.src) {
		end++
	}
	closing, _, _ := bytes.Cut(c.src[min(end, len(c.src)):], []byte{'\n'})
	if bytes.HasPrefix(bytes.TrimLeft(closing, " >\t"), fence) {
		return
	}
	at := start + bytes.Index(opening, fence)
	c.tell(c.base+at, len(fence), source.FenceUnclosed, string(fence))
}

// mostItems is more than any list has: a larger number at the start of a line
// is a year or a sum.
const mostItems = 200

// lostStart tells of a number or a plus that was meant as text and became a
// list.
func (c *collector) lostStart(n *ast.List) {
	item := n.FirstChild()
	if item == nil || item.FirstChild() == nil || item.FirstChild().Lines() == nil || item.FirstChild().Lines().Len() == 0 {
		return
	}
	text := item.FirstChild().Lines().At(0)
	start := bytes.LastIndexByte(c.src[:text.Start], '\n') + 1
	sign := strings.TrimSpace(string(c.src[start:text.Start]))
	digit := text.Start < len(c.src) && c.src[text.Start] >= '0' && c.src[text.Start] <= '9'
	if n.Start > mostItems || strings.HasSuffix(sign, "+") && digit {
		c.tell(c.base+start, max(len(sign), 1), source.SignLost, sign)
	}
}

// lostQuote tells of a > that was meant as "more than".
func (c *collector) lostQuote(n *ast.Blockquote) {
	first := n.FirstChild()
	if first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return
	}
	at := first.Lines().At(0).Start
	start := bytes.LastIndexByte(c.src[:at], '\n') + 1
	if rest := bytes.TrimLeft(c.src[at:], " =<"); len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' && n.ChildCount() == 1 && first.Lines().Len() == 1 {
		c.tell(c.base+start, max(at-start, 1), source.SignLost, ">")
	}
}

// lostCells tells of a row of a table that has more cells than the table has
// columns: those too many are not published.
func (c *collector) lostCells(row ast.Node, columns int) {
	cell := row.FirstChild()
	if cell == nil || cell.Lines() == nil || cell.Lines().Len() == 0 {
		return
	}
	at := cell.Lines().At(0).Start
	start := bytes.LastIndexByte(c.src[:at], '\n') + 1
	line, _, _ := bytes.Cut(c.src[start:], []byte{'\n'})
	trimmed := strings.Trim(strings.TrimSpace(string(line)), "|")
	if n := strings.Count(strings.ReplaceAll(trimmed, `\|`, ""), "|") + 1; n > columns {
		lead := len(line) - len(bytes.TrimLeft(line, " \t"))
		c.tell(c.base+start+lead, len(bytes.TrimSpace(line)), source.CellLost, n, columns)
	}
}

// lostDefinitions tells of lines like [Catatan]: gratis, which Markdown takes
// for the address of a link that nobody uses.
func (c *collector) lostDefinitions() {
	for _, d := range c.definitions {
		if c.used[strings.ToLower(string(d.Label))] {
			continue
		}
		at := max(d.Pos(), 0)
		line, _, _ := bytes.Cut(c.src[at:], []byte{'\n'})
		c.tell(c.base+at, len(line), source.DefinitionLost, string(line))
	}
}

// tableColumns gives the number of columns of a table.
func tableColumns(n ast.Node) int {
	if header := n.FirstChild(); header != nil && header.Kind() == extast.KindTableHeader {
		return header.ChildCount()
	}
	return 0
}
