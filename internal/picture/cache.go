package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// version names the rules by which pictures are made. Change it with them; the
// encoders come with Go, and change with it.
const version = "picture 2 "

// Cache keeps on disk what [Fit] has made, under the hash of the file that it
// was made of. Any number of goroutines and processes may share a folder:
// entries are written beside and renamed, and never changed afterwards. What
// is no longer asked for stays until somebody deletes the folder, which may
// happen at any time. An empty Dir keeps nothing.
//
// An entry is the SHA-256 of the rest in hex, a line feed, width, height and
// ending on one line, and the picture.
type Cache struct{ Dir string }

// Fit is [Fit], from the folder if it is there. Faults are not kept. A folder
// that cannot be written costs time and nothing else, so it is no error.
func (c Cache) Fit(name string, data []byte) (Picture, error) {
	if c.Dir == "" {
		return Fit(name, data)
	}
	entry := filepath.Join(c.Dir, keyFor(data))
	if p, ok := loaded(entry); ok {
		return p, nil
	}
	p, err := Fit(name, data)
	if err == nil {
		_ = p.store(entry)
	}
	return p, err
}

func keyFor(data []byte) string {
	hash := sha256.New()
	fmt.Fprintf(hash, "%s%s\n", version, runtime.Version())
	hash.Write(data)
	return hex.EncodeToString(hash.Sum(nil))
}

// loaded reads an entry and refuses one that is not as it was written.
func loaded(entry string) (Picture, bool) {
	stored, err := os.ReadFile(entry)
	if err != nil {
		return Picture{}, false
	}
	sum, rest, _ := bytes.Cut(stored, []byte("\n"))
	if string(sum) != sumOf(rest) {
		return Picture{}, false
	}
	head, data, _ := bytes.Cut(rest, []byte("\n"))
	p := Picture{Data: data}
	_, err = fmt.Sscanf(string(head), "%d %d %s", &p.Width, &p.Height, &p.Ext)
	return p, err == nil
}

func (p Picture) store(entry string) error {
	rest := append(fmt.Appendf(nil, "%d %d %s\n", p.Width, p.Height, p.Ext), p.Data...)
	if err := os.MkdirAll(filepath.Dir(entry), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(entry), ".new-*")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(f, "%s\n%s", sumOf(rest), rest)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), entry)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
