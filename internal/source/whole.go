package source

import (
	"strings"
)

// AtWords makes a diagnostic at the first place of some words in a file, or for the file as
// a whole where they do not stand as they are.
func AtWords(f *File, code Code, words string) *Diagnostic {
	off := strings.Index(string(f.Data), words)
	if off < 0 {
		return f.Whole(code, words)
	}
	return f.At(off, len(words), code, words)
}

// Whole makes a diagnostic for an input file as a whole.
func Whole(name string, code Code, args ...any) *Diagnostic {
	return &Diagnostic{Code: code, Args: args, Name: name}
}
