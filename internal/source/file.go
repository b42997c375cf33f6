// Package source holds an input file and the diagnostics that say where in it
// something is wrong.
//
// # Files
//
// A [File] is text as every later step sees it: UTF-8, lines ended by a line
// feed, no byte order mark and no control characters. [New] makes it so, or
// says why it cannot. Parsers carry byte offsets into File.Data; lines and
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
	"unicode/utf8"
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
	data := bytes.TrimPrefix(raw, utf8BOM)
	if bytes.IndexByte(data, '\r') >= 0 {
		data = bytes.ReplaceAll(data, carriageLF, []byte("\n"))
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	f := &File{Name: name, Data: data}
	if !utf8.Valid(data) {
		return nil, f.At(firstInvalid(data), 0, FileNotUTF8)
	}
	for i, b := range data {
		if b < ' ' && b != '\n' && b != '\t' || b == 0x7F {
			return nil, f.At(i, 0, FileControlCharacter)
		}
	}
	return f, nil
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
	before := f.Data[:off]
	line = bytes.Count(before, []byte{'\n'}) + 1
	start := bytes.LastIndexByte(before, '\n') + 1
	return line, utf8.RuneCount(before[start:]) + 1
}

// Line returns the text of a line, counted from 1, without its line feed.
func (f *File) Line(line int) string {
	rest := f.Data
	for range line - 1 {
		i := bytes.IndexByte(rest, '\n')
		if i < 0 {
			return ""
		}
		rest = rest[i+1:]
	}
	if i := bytes.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return strings.ToValidUTF8(string(rest), "\uFFFD")
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
	return &Diagnostic{
		Code: code, Args: args, Name: f.Name,
		Line: line, Col: col, Width: width, Text: f.Line(line),
	}
}

// Whole makes a diagnostic that concerns the file as a whole.
func (f *File) Whole(code Code, args ...any) *Diagnostic {
	return &Diagnostic{Code: code, Args: args, Name: f.Name}
}
