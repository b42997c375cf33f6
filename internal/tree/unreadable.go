package tree

import (
	"errors"

	"suluh/internal/source"
)

// Unreadable says why a file cannot be read.
func Unreadable(name string, err error) *source.Diagnostic {
	var large *TooLarge
	switch {
	case errors.As(err, &large):
		fault := source.Passed(large.Limit, int(large.Size))
		return source.Whole(name, fault.Code, fault.Args...)
	case errors.Is(err, ErrNotRegular):
		return source.Whole(name, source.FileIrregular)
	case errors.Is(err, ErrOutside):
		return source.Whole(name, source.FileOutside)
	}
	return source.Whole(name, source.FileUnreadable, err.Error())
}
