package importer

import (
	"errors"

	"suluh/internal/limits"
	"suluh/internal/source"
)

// Unreadable says why Read takes nothing from a file, with the arguments of the message;
// false for an error of another kind.
func Unreadable(err error) (why source.Message, args []any, known bool) {
	switch {
	case errors.Is(err, ErrNoHeadings):
		return source.SayNoRowHasTheHeading, nil, true
	case errors.Is(err, ErrTooLarge):
		return source.SayThisFileIsTooLarge, []any{limits.Sheet.Max, limits.SheetRows.Max, limits.SheetColumns.Max}, true
	case errors.Is(err, ErrOldExcel):
		return source.SayOldXLS, nil, true
	case errors.Is(err, ErrWorkbook):
		return source.SayThisFileIsBrokenHas, nil, true
	}
	return source.Message{}, nil, false
}
