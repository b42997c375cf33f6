// Package stylesheet gives each page the rules that it uses of a stylesheet
// that serves all pages.
//
// A page carries its style in itself, since a second request costs a phone on
// EDGE more than a second. What a page never shows would be paid for each time
// that it is opened: of a village's page the whole style is half.
//
// # What a page uses
//
// A selector is dropped when it names a class that no element of the page has,
// and no script of the site speaks of ([Sheet.Keep]). All other selectors stay:
// elements, attributes, states, and whatever stands in parentheses, since
// :not(.tel) fits a page without tel. A rule goes with its last selector, and
// @media with its last rule. So a rule that a page needs is never missing; a
// rule too many costs a few bytes.
//
// A page is not parsed for this, which would take a third as long as making it:
// every class attribute is found by its name. Prose that reads like one keeps a
// rule too many.
package stylesheet

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"regexp"
	"sync"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// Sheet is a stylesheet. After the last Keep, it may be used from any
// goroutine.
type Sheet struct {
	nodes   []node
	classes map[string]int // that selectors name, each with its number
	always  []byte         // of each class: 1 when every page keeps its rules

	mu   sync.Mutex
	made map[string]Style // by the classes that a page has, as in always
}

// Style is what a page carries.
type Style struct {
	CSS    string
	Source string // for style-src of the page's policy: the hash of CSS (CSP level 3)
}

// node is a rule, an at-rule, or what ends with a semicolon.
type node struct {
	heads []head // the selectors of a rule; one head of anything else
	block bool
	open  bool // its brace is missing at the end of the sheet
	body  []node
}

type head struct {
	text    []byte
	classes []int // all of them must be there
}

// Parse reads a stylesheet that was made small. Its faults stay, for browsers
// to skip.
func Parse(text []byte) *Sheet {
	s := &Sheet{classes: map[string]int{}, made: map[string]Style{}}
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(text)))
	nodes, closed := s.parseBlock(lexer)
	for closed { // by a brace too many
		s.nodes = append(append(s.nodes, nodes...), node{heads: []head{{text: []byte("}")}}})
		nodes, closed = s.parseBlock(lexer)
	}
	s.nodes = append(s.nodes, nodes...)
	s.always = make([]byte, len(s.classes))
	return s
}

// parseBlock reads nodes up to the brace that closes them, which is none's own.
// It tells whether there was one.
func (s *Sheet) parseBlock(lexer *css.Lexer) (nodes []node, closed bool) {
	heads, depth, dot := []head{{}}, 0, false
	end := func(n node) {
		if n.block || len(heads) > 1 || len(heads[0].text) > 0 {
			n.heads = heads
			if !n.isRule() {
				n.needNothing()
			}
			nodes = append(nodes, n)
		}
		heads, depth = []head{{}}, 0
	}
	for {
		kind, token := lexer.Next()
		last := &heads[len(heads)-1]
		wasDot := dot
		dot = kind == css.DelimToken && token[0] == '.'
		switch kind {
		case css.ErrorToken:
			end(node{})
			return nodes, false
		case css.RightBraceToken:
			end(node{})
			return nodes, true
		case css.LeftBraceToken:
			body, closed := s.parseBlock(lexer)
			end(node{block: true, open: !closed, body: body})
			continue
		case css.SemicolonToken:
			last.text = append(last.text, token...)
			end(node{})
			continue
		case css.CommaToken:
			if depth == 0 {
				heads = append(heads, head{})
				continue
			}
		case css.FunctionToken, css.LeftParenthesisToken:
			depth++
		case css.RightParenthesisToken:
			depth--
		case css.IdentToken:
			if wasDot && depth == 0 && !bytes.ContainsRune(token, '\\') {
				last.classes = append(last.classes, s.number(string(token)))
			}
		}
		last.text = append(last.text, token...)
	}
}

func (n node) isRule() bool { return n.block && !bytes.HasPrefix(n.heads[0].text, []byte("@")) }

// needNothing forgets what looked like classes: a dot in a layer's name.
func (n node) needNothing() {
	for i := range n.heads {
		n.heads[i].classes = nil
	}
}

func (s *Sheet) number(class string) int {
	n, known := s.classes[class]
	if !known {
		n = len(s.classes)
		s.classes[class] = n
	}
	return n
}

var word = regexp.MustCompile(`[\w-]+`)

// Keep lets every page have the rules of the classes that a script speaks of.
func (s *Sheet) Keep(script []byte) {
	for _, w := range word.FindAll(script, -1) {
		s.note(s.always, w)
	}
}

func (s *Sheet) note(have, class []byte) {
	if n, known := s.classes[string(class)]; known {
		have[n] = 1
	}
}

// For gives the style of a page.
func (s *Sheet) For(page []byte) Style {
	have := bytes.Clone(s.always)
	for class := range classes(page) {
		s.note(have, class)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	style, known := s.made[string(have)]
	if !known {
		style = s.make(have)
		s.made[string(have)] = style
	}
	return style
}

func (s *Sheet) make(have []byte) Style {
	var out bytes.Buffer
	writeAll(&out, s.nodes, have)
	sum := sha256.Sum256(out.Bytes())
	return Style{CSS: out.String(), Source: "sha256-" + base64.StdEncoding.EncodeToString(sum[:])}
}

func writeAll(out *bytes.Buffer, nodes []node, have []byte) {
	for _, n := range nodes {
		n.write(out, have)
	}
}

func (n node) write(out *bytes.Buffer, have []byte) {
	start := out.Len()
	kept := 0
	for _, h := range n.heads {
		if !h.fits(have) {
			continue
		}
		if kept++; kept > 1 {
			out.WriteByte(',')
		}
		out.Write(h.text)
	}
	if kept == 0 || !n.block {
		return
	}
	out.WriteByte('{')
	inner := out.Len()
	writeAll(out, n.body, have)
	if out.Len() == inner && len(n.body) > 0 {
		out.Truncate(start)
		return
	}
	if !n.open {
		out.WriteByte('}')
	}
}

func (h head) fits(have []byte) bool {
	for _, n := range h.classes {
		if have[n] == 0 {
			return false
		}
	}
	return true
}
