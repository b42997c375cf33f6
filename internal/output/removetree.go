package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// removeTree takes a folder away with all in it. Go's own way of doing so on Windows asks
// for a deletion that some file systems and wine do not know ("Invalid function"); there,
// one file after another goes.
func removeTree(path string) error {
	err := os.RemoveAll(path)
	if err == nil {
		return nil
	}
	if removeEach(path) == nil {
		return nil
	}
	return err
}

func removeEach(path string) error {
	entries, err := os.ReadDir(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		full := filepath.Join(path, e.Name())
		if e.IsDir() {
			err = removeEach(full)
		} else {
			err = os.Remove(full)
		}
		if err != nil {
			return err
		}
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
