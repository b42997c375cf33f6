//go:build !linux || android

package output

import "errors"

// exchange does not exist here; the caller renames twice.
func exchange(a, b string) error { return errors.ErrUnsupported }
