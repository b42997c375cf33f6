// Package source holds an input file and the diagnostics that say where in it
// something is wrong.
//
// # Files
//
// A [File] is text as every later step sees it: UTF-8, lines ended by a line
// feed, no byte order mark and no control characters. [New] makes it so, or
// says why it cannot: a file with the marks of a merge of git is refused, too, and
// one that passes a limit. Parsers carry byte offsets into File.Data; lines and
// columns are counted only when a diagnostic is made.
//
// # Diagnostics
//
// A [Diagnostic] is one thing that is wrong, at one place. What it says stands
// in the catalogue (catalogue.go), in Indonesian and English, under a stable
// code: LINK01. A value that does not know where it stands (a phone number,
// a date) returns a [Fault]; whoever read the value knows the place and turns
// the fault into a diagnostic.
//
// Columns count characters, from 1, as the editors of our writers do.
package source

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"suluh/internal/limits"
)

// File is one input file, in memory. Name is slash-separated and relative to
// the source folder. Data is normalised by [New] and never changed afterwards.
type File struct {
	Name string
	Data []byte
}

var (
	utf8BOM    = []byte{0xEF, 0xBB, 0xBF}
	utf16BOMs  = [][]byte{{0xFF, 0xFE}, {0xFE, 0xFF}}
	carriageLF = []byte("\r\n")
)

// New makes a File of raw bytes. It drops a byte order mark and turns the line
// ends of Windows and of old Macs into line feeds. Text that is not UTF-8, or
// holds control characters (a renamed picture, a Word file), is refused: the
// diagnostic points at the first bad byte.
func New(name string, raw []byte) (*File, *Diagnostic) {
	for _, bom := range utf16BOMs {
		if bytes.HasPrefix(raw, bom) {
			return nil, &Diagnostic{Code: FileNotUTF8, Name: name, Line: 1, Col: 1}
		}
	}
	data := raw
	for bytes.HasPrefix(data, utf8BOM) { // some programs add one each time
		data = data[len(utf8BOM):]
	}
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, carriageLF, []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	f := &File{Name: name, Data: data}
	if fault := Passed(limits.OfFile(name), len(raw)); fault != nil {
		return nil, f.Whole(fault.Code, fault.Args...)
	}
	if off, length := longestLine(data); length > limits.Line.Max {
		fault := Passed(limits.Line, length)
		return nil, f.At(off, 0, fault.Code, fault.Args...)
	}
	if !utf8.Valid(data) {
		return nil, f.At(firstInvalid(data), 0, FileNotUTF8)
	}
	if i := firstControl(data); i >= 0 {
		return nil, f.At(i, 0, FileControlCharacter)
	}
	if off, mark := f.conflict(); mark != "" {
		return nil, f.At(off, len(mark), FileConflict, mark)
	}
	return f, nil
}

// longestLine gives the place and the length of the longest line.
func longestLine(data []byte) (off, length int) {
	if len(data) <= limits.Line.Max {
		return 0, 0 // no line is longer than the file
	}
	at := 0
	for line := range bytes.Lines(data) {
		if n := len(bytes.TrimRight(line, "\n")); n > length {
			off, length = at, n
		}
		at += len(line)
	}
	return off, length
}

// IsSteering tells whether a sign of a text or a value is none that anybody reads:
// a control character, an override of the direction of writing, an end of a line
// that is not seen, or a code that stands for no sign at all.
func IsSteering(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029 || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// firstControl finds what is refused of a file before it is parsed: a control
// character of ASCII or of C1 (U+0080 to U+009F), or an end of a line that is not
// seen. Whoever reads the texts in it looks for the rest, by [IsSteering].
func firstControl(data []byte) int {
	for i := 0; i < len(data); i++ {
		switch b := data[i]; {
		case b < ' ' && b != '\n' && b != '\t' || b == 0x7F:
			return i
		case b == 0xC2 && data[i+1] < 0xA0: // C1
			return i
		case b == 0xE2 && data[i+1] == 0x80 && (data[i+2] == 0xA8 || data[i+2] == 0xA9): // line and paragraph separator
			return i
		}
	}
	return -1
}

// conflict finds the marks that git leaves where two versions differ.
func (f *File) conflict() (off int, mark string) {
	if !bytes.Contains(f.Data, []byte("<<<<<<<")) && !bytes.Contains(f.Data, []byte(">>>>>>>")) {
		return 0, ""
	}
	for line := range bytes.Lines(f.Data) {
		text := bytes.TrimSpace(line)
		for _, m := range []string{"<<<<<<<", ">>>>>>>"} {
			if rest, found := bytes.CutPrefix(text, []byte(m)); found && (len(rest) == 0 || rest[0] == ' ') {
				return off + bytes.Index(line, []byte(m)), m
			}
		}
		off += len(line)
	}
	return 0, ""
}

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// Position returns the line and the column, both from 1, of a byte offset.
func (f *File) Position(off int) (line, col int) {
	off = min(max(off, 0), len(f.Data))
	for off > 0 && off < len(f.Data) && !utf8.RuneStart(f.Data[off]) {
		off-- // inside a letter: its beginning is meant
	}
	before := f.Data[:off]
	line = bytes.Count(before, []byte{'\n'}) + 1
	start := bytes.LastIndexByte(before, '\n') + 1
	return line, utf8.RuneCount(before[start:]) + 1
}

// Offset returns the byte offset of a line and a column, both from 1.
func (f *File) Offset(line, col int) int {
	off := 0
	for range line - 1 {
		i := bytes.IndexByte(f.Data[off:], '\n')
		if i < 0 {
			return len(f.Data)
		}
		off += i + 1
	}
	for range col - 1 {
		if off >= len(f.Data) || f.Data[off] == '\n' {
			break
		}
		_, size := utf8.DecodeRune(f.Data[off:])
		off += size
	}
	return off
}

// Line returns the text of a line, counted from 1, without its line feed.
func (f *File) Line(line int) string {
	return strings.ToValidUTF8(string(f.line(line)), "\uFFFD")
}

func (f *File) line(line int) []byte {
	rest := f.Data
	for range line - 1 {
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			return nil
		}
		rest = rest[i+1:]
	}
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// At makes a diagnostic for length bytes from a byte offset on.
func (f *File) At(off, length int, code Code, args ...any) *Diagnostic {
	line, col := f.Position(off)
	end := min(off+length, len(f.Data))
	width := 0
	if end > off {
		width = utf8.RuneCount(f.Data[off:end])
	}
	return f.AtLine(line, col, width, code, args...)
}

// AtLine makes a diagnostic for width characters from a line and column on.
// YAML and templates know no offsets, only lines.
func (f *File) AtLine(line, col, width int, code Code, args ...any) *Diagnostic {
	text, shift := around(f.line(line), col)
	return &Diagnostic{
		Code: code, Args: clipped(args), Name: f.Name,
		Line: line, Col: col, Width: width, Text: text, Shift: shift,
	}
}

// mostKept is how many characters of a line a diagnostic keeps: a page pasted
// from an office program is one line, and thousands of messages may point into
// it.
const mostKept = 96

// around gives the part of a line that is shown around a column, as a text of
// its own, and how many characters stand before it.
func around(line []byte, col int) (text string, shift int) {
	if len(line) <= mostKept {
		return strings.ToValidUTF8(string(line), "\uFFFD"), 0
	}
	if col > mostKept*2/3 {
		shift = col - mostKept/2
	}
	rest := line
	for range shift {
		_, size := utf8.DecodeRune(rest)
		rest = rest[size:]
	}
	end := 0
	for range mostKept {
		if end >= len(rest) {
			break
		}
		_, size := utf8.DecodeRune(rest[end:])
		end += size
	}
	return strings.ToValidUTF8(string(rest[:end]), "\uFFFD"), shift
}

// clipped shortens the arguments of a message, which may be a whole line.
func clipped(args []any) []any {
	for i, a := range args {
		if text, ok := a.(string); ok && len(text) > mostSaid {
			args[i] = clip(text)
		}
	}
	return args
}

// mostSaid is how many characters of a value a message repeats.
const mostSaid = 240

func clip(text string) string {
	n := 0
	for i := range text {
		if n == mostSaid {
			return strings.Clone(text[:i]) + "…"
		}
		n++
	}
	return text
}

// Whole makes a diagnostic that concerns the file as a whole.
func (f *File) Whole(code Code, args ...any) *Diagnostic {
	return &Diagnostic{Code: code, Args: clipped(args), Name: f.Name}
}
