package output

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/windows"
)

// lock holds a file for this process alone: while it is open, nobody else may open it. The
// system closes it when the process dies, and it goes with that.
func lock(name string) (*os.File, error) {
	path, err := windows.UTF16PtrFromString(name)
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	handle, err := windows.CreateFile(path, windows.GENERIC_READ|windows.GENERIC_WRITE|windows.DELETE, 0, nil, windows.OPEN_ALWAYS, windows.FILE_ATTRIBUTE_NORMAL|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
	if errors.Is(err, windows.ERROR_SHARING_VIOLATION) {
		return nil, ErrLocked
	}
	if err != nil {
		return nil, fmt.Errorf("lock: %w", &os.PathError{Op: "open", Path: name, Err: err})
	}
	return os.NewFile(uintptr(handle), name), nil
}
