//go:build !unix && !windows

package output

import (
	"fmt"
	"os"
)

// lock only opens the file: this system has no lock that dies with the process.
func lock(name string) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, fmt.Errorf("lock: %w", err)
	}
	return f, nil
}
