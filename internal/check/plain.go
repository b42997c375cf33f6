package check

import (
	"regexp"
	"slices"
	"strings"

	"suluh/internal/content"
	"suluh/internal/source"
)

// plainRules are the rules by which editors keep a page easy to follow (reader-ux, part 5).
// Their limits and words stand in content/gaya.yaml; what is not there is not asked.
var plainRules = []struct {
	name string
	of   func(p *content.Page, f *source.File, g *content.StyleGuide, faults *source.List)
}{
	{"paragraphs", longParagraphs},
	{"sections", longSections},
	{"page", longPage},
	{"passive", manyPassives},
	{"di", spellingOfDi},
	{"forbidden", forbiddenItems},
	{"links", vagueLinks},
}

// readPlain tells where a page breaks one of the rules.
func (s *Result) readPlain(p *content.Page, f *source.File, faults *source.List) {
	for _, rule := range plainRules {
		rule.of(p, f, s.StyleGuide, faults)
	}
}

// sentenceEnd is a sign behind which a new sentence begins.
var sentenceEnd = regexp.MustCompile(`[.?!]["”)]?(?:\s+["“(]?\p{Lu}|\s*$)`)

// longParagraphs: a paragraph has few sentences. What stands in a list or is to be copied out
// stands by itself.
func longParagraphs(p *content.Page, f *source.File, g *content.StyleGuide, faults *source.List) {
	if g.LongestParagraph == 0 {
		return
	}
	for line := range strings.Lines(p.Doc.Text) {
		if n := len(sentenceEnd.FindAllString(strings.TrimSpace(line), -1)); n > g.LongestParagraph {
			if d := atBegin(f, strings.Fields(line), source.ParagraphLong, n, g.LongestParagraph); d.Col <= 1 {
				faults.Add(d)
			}
		}
	}
}

// atBegin makes a diagnostic where a text begins: at as many of its words as stand in the
// file without a sign of Markdown among them.
func atBegin(f *source.File, words []string, code source.Code, args ...any) *source.Diagnostic {
	for n := len(words); n > 1; n-- {
		if begin := strings.Join(words[:n], " "); strings.Contains(string(f.Data), begin) {
			d := source.AtWords(f, code, begin)
			d.Args = args
			return d
		}
	}
	return f.Whole(code, args...)
}

// longSections: headings are short, and come often.
func longSections(p *content.Page, f *source.File, g *content.StyleGuide, faults *source.List) {
	for i, h := range p.Doc.Headings {
		if n := len(strings.Fields(h.Text)); g.LongestHeading > 0 && n > g.LongestHeading {
			faults.Add(f.At(h.Off, 1, source.HeadingLong, n, g.LongestHeading))
		}
		end := len(f.Data)
		if i+1 < len(p.Doc.Headings) {
			end = p.Doc.Headings[i+1].Off
		}
		if n := len(wordForm.FindAllString(plainOf(string(f.Data[h.Off:end])), -1)); g.LongestSection > 0 && n > g.LongestSection {
			faults.Add(f.At(h.Off, 1, source.SectionLong, n, g.LongestSection))
		}
	}
}

var (
	wordForm   = regexp.MustCompile(`[\p{L}\p{N}][\p{L}\p{N}.,-]*`)
	markupForm = regexp.MustCompile(`\{#[^}]*\}|\]\([^)]*\)|:[a-z]+\[|:::[a-z]*`)
)

// plainOf gives Markdown without its signs and addresses.
func plainOf(text string) string { return markupForm.ReplaceAllString(text, " ") }

// longPage: a page is read in a few minutes, by somebody with eight years of school.
func longPage(p *content.Page, _ *source.File, g *content.StyleGuide, faults *source.List) {
	r := p.Doc.Reading()
	if g.LongestPage > 0 && r.Words > g.LongestPage {
		faults.Add(p.Tree.At(source.PageLong, []any{r.Words, g.LongestPage}, "judul"))
	}
	if lix := int(r.LIX() + 0.5); g.Hardest > 0 && lix > g.Hardest && p.Lang == content.SourceLang {
		faults.Add(p.Tree.At(source.PageHard, []any{lix, g.Hardest}, "judul"))
	}
}

// passiveForm is a verb in the passive: di- and at least four letters.
var passiveForm = regexp.MustCompile(`(?i)\bdi\p{L}{4,}\b`)

// fewSentences are too few to speak of a share of them.
const fewSentences = 12

// manyPassives: who does something is named.
func manyPassives(p *content.Page, _ *source.File, g *content.StyleGuide, faults *source.List) {
	if g.Passive.Most == 0 || p.Lang != content.SourceLang {
		return
	}
	all, passive := 0, 0
	for sentence := range p.Doc.Sentences() {
		all++
		if slices.ContainsFunc(passiveForm.FindAllString(sentence, -1), func(w string) bool { return !slices.Contains(g.Passive.NotIt, strings.ToLower(w)) }) {
			passive++
		}
	}
	if share := passive * 100 / max(all, 1); all >= fewSentences && share > g.Passive.Most {
		faults.Add(p.Tree.At(source.PassiveMany, []any{share, g.Passive.Most}, "judul"))
	}
}

var (
	diApart  = regexp.MustCompile(`(?i)\bdi (\p{L}+)\b`)
	diJoined = regexp.MustCompile(`(?i)\bdi(\p{L}+)\b`)
)

// spellingOfDi: di stands apart before a place and is joined to a verb.
func spellingOfDi(p *content.Page, f *source.File, g *content.StyleGuide, faults *source.List) {
	if p.Lang != content.SourceLang {
		return
	}
	text := string(f.Data)
	for _, m := range diApart.FindAllStringSubmatchIndex(text, -1) {
		if word := strings.ToLower(text[m[2]:m[3]]); slices.ContainsFunc(g.Di.Verbs, func(v string) bool { return word == v || word == v+"kan" || word == v+"i" }) {
			faults.Add(f.At(m[0], m[1]-m[0], source.DiApart, text[m[0]:m[1]], "di"+word))
		}
	}
	for _, m := range diJoined.FindAllStringSubmatchIndex(text, -1) {
		if word := strings.ToLower(text[m[2]:m[3]]); slices.Contains(g.Di.Places, word) && !inAddress(text, m[0]) {
			faults.Add(f.At(m[0], m[1]-m[0], source.DiJoined, text[m[0]:m[1]], "di "+word))
		}
	}
}

// inAddress tells whether a place in a text is one of an address or a file's name.
func inAddress(text string, off int) bool {
	word := text[strings.LastIndexAny(text[:off], " \n(\"[")+1 : off]
	return strings.ContainsAny(word, "/.#-")
}

// forbiddenItems: what is not to be done says so in each item, for it is read alone.
func forbiddenItems(_ *content.Page, f *source.File, _ *content.StyleGuide, faults *source.List) {
	inside, off := false, 0
	for line := range strings.Lines(string(f.Data)) {
		text := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(text, ":::jangan"):
			inside = true
		case strings.HasPrefix(text, ":::"):
			inside = false
		case inside && strings.HasPrefix(text, "- "):
			item := strings.TrimLeft(text[2:], "*[]x ")
			if !startsNegative(item) {
				faults.Add(f.At(off+strings.Index(line, item), len(item), source.ForbiddenAsks, item))
			}
		}
		off += len(line)
	}
}

func startsNegative(item string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(item), " ")
	return first == "jangan" || first == "never" || first == "don't" || first == "do" && strings.HasPrefix(rest, "not")
}

// linkForm is a link with its words and its target.
var linkForm = regexp.MustCompile(`\[([^\]]+)\]\(([^)\s]+)\)`)

// vagueLinks: the words of a link say where it leads, and the same words lead to the same
// place.
func vagueLinks(_ *content.Page, f *source.File, g *content.StyleGuide, faults *source.List) {
	text := string(f.Data)
	leads := map[string]string{}
	for _, m := range linkForm.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > 0 && text[m[0]-1] == '!' {
			continue // a picture
		}
		words, target := strings.ToLower(strings.Trim(text[m[2]:m[3]], "*_ ")), text[m[4]:m[5]]
		if slices.Contains(g.VagueFor, words) {
			faults.Add(f.At(m[2], m[3]-m[2], source.LinkVague, text[m[2]:m[3]]))
			continue
		}
		if other, seen := leads[words]; seen && other != target {
			if len(g.VagueFor) > 0 { // where links are read at all
				faults.Add(f.At(m[2], m[3]-m[2], source.LinkTwin, text[m[2]:m[3]], other))
			}
			continue
		}
		leads[words] = target
	}
}
