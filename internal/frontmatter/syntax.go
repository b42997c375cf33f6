package frontmatter

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"

	"suluh/internal/source"
)

// What the YAML reader says is English, and it often says it of the line after
// the slip. The slips that our writers make are looked for in the lines
// themselves, from the top to where the reader gave up; the first one that is
// found is the cause.

var (
	keyLine    = regexp.MustCompile(`^(\s*(?:-\s+)?)([\pL_]+)\s*:(.*)$`)
	keyOnly    = regexp.MustCompile(`^(\s*(?:-\s+)?)([\pL_]+)$`)
	noColon    = regexp.MustCompile(`^(\s*)([a-z_]+)[ \t]+[^\s:]`)
	oddColon   = regexp.MustCompile(`^\s*(?:-\s+)?([a-z_]+)\s?[：∶;=]\s?\S`)
	oddItem    = regexp.MustCompile(`^\s*(?:-\pL|[–—−•]\s?\pL)`)
	itemStart  = regexp.MustCompile(`^\s*-(\s|$)`)
	proseStart = regexp.MustCompile(`^(#{2,}|:::|!\[|\[|- \[|>|\||\pL[\pL'’-]*,? \pL)`)
	hexEscape  = regexp.MustCompile(`\\(.)`)
)

// syntax says what is wrong in YAML that cannot be read.
func (t *Tree) syntax(m Matter, e *yaml.LoadError, known places) *source.Diagnostic {
	lines := strings.Split(string(t.file.Data[m.Off:m.End]), "\n")
	last := min(e.Mark.Line, len(lines))
	s := slips{lines: lines[:last], context: e.ContextMsg, known: known}
	for i := range s.lines {
		if code, col, width, args := s.at(i); code != "" {
			line := i + 1 + t.lines
			if code == source.MatterUnclosed {
				return t.file.AtLine(max(1, t.lines), 1, 3, code)
			}
			return t.file.AtLine(line, col+1, width, code, args...)
		}
	}
	if strings.Contains(e.ContextMsg, "quoted scalar") {
		return t.file.AtLine(e.ContextMark.Line+t.lines, max(1, e.ContextMark.Column), 1, source.YAMLQuote)
	}
	if strings.Contains(e.Message, "mapping values are not allowed") {
		value := ""
		if e.Mark.Line >= 1 && e.Mark.Line <= len(lines) {
			_, value, _ = strings.Cut(lines[e.Mark.Line-1], ":")
		}
		return t.file.AtLine(e.Mark.Line+t.lines, max(1, e.Mark.Column), 1, source.YAMLColon, bare(strings.TrimSpace(value)))
	}
	return t.file.AtLine(e.Mark.Line+t.lines, max(1, e.Mark.Column), 1, source.YAMLSyntax)
}

// slips are the lines of YAML up to the one that cannot be read.
type slips struct {
	lines   []string
	context string // what the reader was about
	known   places
}

// at gives what is wrong in a line, and its column and width in characters.
func (s *slips) at(i int) (code source.Code, col, width int, args []any) {
	line := s.lines[i]
	if strings.TrimSpace(line) == "" || strings.HasPrefix(strings.TrimSpace(line), "#") && !proseStart.MatchString(line) {
		return "", 0, 0, nil
	}
	if at := strings.IndexFunc(line, isOddSpace); at >= 0 && (strings.TrimSpace(line[:at]) == "" || strings.HasSuffix(strings.TrimRight(line[:at], " "), ":")) {
		return source.YAMLOddSpace, runes(line[:at]), 1, nil
	}
	if strings.TrimRight(line, " \t") == "..." { // ends a document of YAML
		return source.YAMLSyntax, 0, 3, nil
	}
	indent := len(line) - len(strings.TrimLeft(line, " \t"))
	lead := indent
	if itemStart.MatchString(line) {
		lead += len(line[indent:]) - len(strings.TrimLeft(line[indent:], "- \t"))
	}
	if at := strings.IndexByte(line[:lead], '\t'); at >= 0 {
		return source.YAMLTab, at, 1, nil
	}
	if i > 0 && strings.TrimSpace(s.lines[i-1]) == "" && indent == 0 && proseStart.MatchString(line) && !keyLine.MatchString(line) {
		return source.MatterUnclosed, 0, 3, nil
	}
	if w := oddColon.FindStringSubmatchIndex(line); w != nil && s.isKeyPlace(i, indent) {
		return source.YAMLNoColon, runes(line[:w[2]]), runes(line[w[2]:w[3]]), []any{line[w[2]:w[3]]}
	}
	if w := oddItem.FindStringIndex(line); w != nil && s.isKeyPlace(i, indent) {
		return source.YAMLItem, indent, 1, nil
	}
	m := keyLine.FindStringSubmatch(line)
	if m == nil {
		if w := noColon.FindStringSubmatch(line); w != nil && s.isKeyPlace(i, indent) {
			return source.YAMLNoColon, len(w[1]), len(w[2]), []any{w[2]}
		}
		if w := keyOnly.FindStringSubmatch(line); w != nil && s.isKeyPlace(i, indent) {
			return source.YAMLNoColon, len(w[1]), len(w[2]), []any{w[2]}
		}
		if itemStart.MatchString(line) {
			return s.value(i, strings.Index(line, "-")+1, "")
		}
		return "", 0, 0, nil
	}
	prefix, key, rest := m[1], m[2], m[3]
	if rest != "" && rest[0] != ' ' && rest[0] != '\t' && !strings.HasPrefix(rest, "//") && s.isKeyPlace(i, indent) {
		return source.YAMLNoSpace, runes(prefix), runes(key) + 1, []any{key}
	}
	if prefix == "" && s.isKeyPlace(i, 0) {
		if code, args := s.known.atMargin(key); code != "" {
			return code, 0, runes(key), args
		}
	}
	if bad := s.misplaced(i, len(prefix)); bad != "" {
		return bad, 0, max(runes(prefix), 1), []any{key}
	}
	return s.value(i, len(line)-len(rest), key)
}

// isKeyPlace tells whether a line can begin a key: no quotation, list in
// brackets or block of text is open around it.
func (s *slips) isKeyPlace(i, indent int) bool {
	for j := i - 1; j >= 0; j-- {
		before := s.lines[j]
		if strings.TrimSpace(before) == "" {
			continue
		}
		m := keyLine.FindStringSubmatch(before)
		if m == nil {
			continue
		}
		value := strings.TrimSpace(m[3])
		if len(m[1]) < indent && value != "" { // deeper than a key with a value: its text goes on
			return false
		}
		return !isOpen(value)
	}
	return true
}

// isOpen tells whether a value goes on in the next line.
func isOpen(value string) bool {
	if value == "" {
		return false
	}
	switch value[0] {
	case '"', '\'':
		return strings.Count(value, value[:1])%2 == 1
	case '[', '{':
		return !strings.ContainsAny(value, "]}")
	case '|', '>':
		return true
	}
	return false
}

// misplaced tells whether a key begins further right or left than the keys it
// belongs to.
func (s *slips) misplaced(i, lead int) source.Code {
	isItem := itemStart.MatchString(s.lines[i])
	if isItem && s.isItemAside(i) {
		return source.YAMLAlign
	}
	if !isItem && lead > 0 && s.isFirst(i) {
		return source.YAMLIndent
	}
	levels := map[int]bool{}
	for j := i - 1; j >= 0; j-- {
		m := keyLine.FindStringSubmatch(s.lines[j])
		if m == nil || strings.HasPrefix(strings.TrimSpace(s.lines[j]), "#") {
			continue
		}
		at, value := len(m[1]), strings.TrimSpace(m[3])
		if len(levels) == 0 {
			if at < lead && (value == "" || itemStart.MatchString(s.lines[i])) || isOpen(value) || at == lead {
				return ""
			}
			if at < lead {
				return source.YAMLIndent
			}
		}
		levels[at] = true
		if at == lead {
			return ""
		}
		if at < lead && !isItem {
			return source.YAMLAlign
		}
	}
	return ""
}

// hasValue tells whether a line is a key with a value that ends in it.
func (s *slips) hasValue(i int) bool {
	m := keyLine.FindStringSubmatch(s.lines[i])
	return m != nil && strings.TrimSpace(m[3]) != "" && !isOpen(strings.TrimSpace(m[3]))
}

// isItemAside tells whether an item begins in another column than those above it
// that belong to the same key.
func (s *slips) isItemAside(i int) bool {
	dash := strings.IndexByte(s.lines[i], '-')
	inner := -1
	for j := i - 1; j >= 0; j-- {
		line := s.lines[j]
		at := len(line) - len(strings.TrimLeft(line, " "))
		switch {
		case strings.TrimSpace(line) == "" || strings.HasPrefix(line[at:], "#"):
		case itemStart.MatchString(line) && at == dash:
			return false
		case inner < 0 && at < dash && itemStart.MatchString(line) && s.hasValue(j):
			return true
		case itemStart.MatchString(line):
			inner = at
		case at <= dash:
			return inner > dash
		}
	}
	return false
}

// isFirst tells whether a line holds the first key of all.
func (s *slips) isFirst(i int) bool {
	return !slices.ContainsFunc(s.lines[:i], func(line string) bool {
		line = strings.TrimSpace(line)
		return line != "" && line[0] != '#'
	})
}

// value looks at what stands behind a key.
func (s *slips) value(i, from int, key string) (code source.Code, col, width int, args []any) {
	line := s.lines[i]
	value := strings.TrimLeft(line[from:], " \t")
	at := runes(line[:len(line)-len(value)])
	value = strings.TrimRight(value, " \t")
	if value == "" {
		return "", 0, 0, nil
	}
	first := []rune(value)[0]
	switch {
	case first == '"' || first == '\'':
		return s.quoted(i, at, value)
	case first == '[' || first == '{':
		closing := map[rune]string{'[': "]", '{': "}"}[first]
		if note := strings.Index(value, " #"); note > 0 && !strings.Contains(value[:note], closing) && strings.Contains(value[note:], closing) && !strings.ContainsAny(value[:note], "\"'") {
			from := strings.LastIndexAny(value[:note], "[{,") + 1
			to := note + strings.IndexAny(value[note:], ",]}")
			return source.YAMLListCut, at + runes(value[:note]) + 1, runes(value[note:to]) - 1, []any{bare(value[from:to])}
		}
		end := strings.LastIndex(value, closing)
		if end < 0 && s.closedLater(i, closing) {
			return "", 0, 0, nil
		}
		if end < 0 {
			return source.YAMLBracket, at, 1, []any{string(first), closing}
		}
		if rest := strings.TrimSpace(value[end+1:]); rest != "" && !strings.HasPrefix(rest, "#") {
			return source.YAMLSign, at, 1, []any{string(first), bare(value)}
		}
		return "", 0, 0, nil
	case key != "" && strings.Trim(value, "-–—? ") == "":
		return source.YAMLDash, at, runes(value), []any{key}
	case strings.ContainsRune("@%`*&!,]}", first), strings.HasPrefix(value, "- ") && key != "", strings.HasPrefix(value, "? "):
		return source.YAMLSign, at, 1, []any{string(first), bare(value)}
	case (first == '|' || first == '>') && strings.Trim(value[1:], "+-0123456789 ") != "" && !strings.HasPrefix(strings.TrimLeft(value[1:], "+-0123456789"), " #"):
		return source.YAMLSign, at, 1, []any{string(first), bare(value)}
	case first == '“' || first == '‘' || first == '„':
		if strings.Contains(value, ": ") {
			return source.CurlyQuotes, at, 1, []any{bare(strings.Trim(value, "“”‘’„"))}
		}
	}
	text, _, _ := strings.Cut(value, " #")
	if colon := strings.Index(text, ": "); colon >= 0 || strings.HasSuffix(text, ":") {
		if colon < 0 {
			colon = len(text) - 1
		}
		if key == "" && keyLine.MatchString(strings.TrimLeft(text, " -")) {
			return "", 0, 0, nil
		}
		return source.YAMLColon, at + runes(text[:colon]), 1, []any{bare(value)}
	}
	return "", 0, 0, nil
}

// closedLater tells whether a bracket is closed in a line below.
func (s *slips) closedLater(i int, closing string) bool {
	for _, line := range s.lines[i+1:] {
		if m := keyLine.FindStringSubmatch(line); m != nil && len(m[1]) == 0 {
			return false
		}
		if strings.Contains(line, closing) {
			return true
		}
	}
	return false
}

// quoted looks at a value in quotation marks.
func (s *slips) quoted(i, at int, value string) (code source.Code, col, width int, args []any) {
	mark := value[0]
	end := -1
	for j := 1; j < len(value); j++ {
		switch {
		case mark == '"' && value[j] == '\\':
			j++
		case value[j] == mark && mark == '\'' && j+1 < len(value) && value[j+1] == mark:
			j++
		case value[j] == mark:
			end = j
		}
		if end >= 0 {
			break
		}
	}
	if mark == '"' {
		for _, m := range hexEscape.FindAllStringSubmatchIndex(value, -1) {
			if !isEscape(value[m[2]:]) {
				return source.YAMLBackslash, at + runes(value[:m[0]]), 2, nil
			}
		}
	}
	rest := ""
	if end >= 0 {
		rest = strings.TrimSpace(value[end+1:])
	}
	switch {
	case end < 0 && (i+1 == len(s.lines) || strings.Contains(s.context, "quoted scalar") || keyLine.MatchString(s.lines[i+1])):
		return source.YAMLQuote, at, 1, nil
	case rest != "" && !strings.HasPrefix(rest, "#") && !strings.HasPrefix(rest, ":"):
		return source.YAMLQuoteEarly, at + runes(value[:end]), 1, []any{bare(value)}
	}
	return "", 0, 0, nil
}

// isEscape tells whether YAML knows what stands behind a backslash.
func isEscape(rest string) bool {
	hex := map[byte]int{'x': 2, 'u': 4, 'U': 8}[rest[0]]
	if hex == 0 {
		return strings.IndexByte(`0abtnvfre "/\N_LP`, rest[0]) >= 0
	}
	return len(rest) > hex && strings.Trim(rest[1:1+hex], "0123456789abcdefABCDEF") == ""
}

// bare gives a value as it is written in quotation marks.
func bare(value string) string {
	value = strings.TrimSpace(value)
	if !strings.Contains(value, `"`) && !strings.Contains(value, `\`) {
		return `"` + value + `"`
	}
	return "'" + strings.ReplaceAll(strings.Trim(value, "'"), "'", "''") + "'"
}

func runes(text string) int { return len([]rune(text)) }

// isOddSpace tells whether a sign looks like a space and is none to YAML: Word
// and chats write such.
func isOddSpace(r rune) bool {
	return r != ' ' && unicode.Is(unicode.Zs, r) || r == '\u200B' || r == '\uFEFF' || r == '\u2060'
}
