package main

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"suluh/internal/edit"
	"suluh/internal/output"
	"suluh/internal/source"
	"suluh/internal/tree"
)

// cause is what a computer refuses, in the words of those who can mend it.
type cause struct {
	is   error
	says source.Message
}

// causes are asked in this order: the narrower ones come first.
var causes = []cause{
	{output.ErrNotOurs, source.SayCauseNotOurs},
	{output.ErrSources, source.SayCauseSources},
	{output.ErrLocked, source.SayCauseLocked},
	{output.ErrInTheWay, source.SayCauseInTheWay},
	{tree.ErrOutside, source.SayCauseOutside},
	{syscall.ENOSPC, source.SayCauseENOSPC},
	{syscall.EROFS, source.SayCauseEROFS},
	{syscall.EMFILE, source.SayCauseEMFILE},
	{syscall.EPIPE, source.SayCauseEPIPE},
	{fs.ErrPermission, source.SayCausePermission},
	{fs.ErrNotExist, source.SayCauseNotExist},
	{fs.ErrExist, source.SayCauseExist},
	{syscall.ENOTDIR, source.SayCauseENOTDIR},
}

// fail reports an error of the disk or the network: what to do, in the reader's
// language, and below what the computer said.
func (e *env) fail(err error) int {
	var conflict *edit.Conflict
	if errors.As(err, &conflict) {
		e.complain(
			source.SayConflict, conflict.Name)
		return failed
	}
	for _, c := range causes {
		if errors.Is(err, c.is) {
			e.complain(c.says)
			fmt.Fprintf(e.stderr, "  (%v)\n", err)
			return failed
		}
	}
	e.complain(source.SayTroubleWithTheComputerOr, err)
	return failed
}
