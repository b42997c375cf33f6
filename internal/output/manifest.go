package output

import (
	"bufio"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"suluh/internal/cache"
)

// ManifestName is the file of a published folder that lists all others, with their hashes.
const ManifestName = ".suluh"

// The header names what the content of compressed files depends on, so
// that they are made anew when it changes.
var manifestHeader = "suluh 5 br" + brotliLevel + " gz" + gzipLevel

type entry struct {
	hash  cache.Hash // of SHA-256, cut: enough to tell files of one site apart
	key   cache.Hash
	size  int64
	time  int64 // of the content, in nanoseconds, as it was written
	state state
}

// state says what this build did with a file.
type state uint8

const (
	gone state = iota // nothing yet: it goes, if it stays so
	kept              // it is the same as published
	written
)

func (d *Dir) readManifest() error {
	f, err := os.Open(filepath.Join(d.path, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		d.fresh = true
		if _, err := os.Stat(filepath.Join(d.path, nextName)); err == nil {
			return nil // a first build stopped while it put its files into their places
		}
		return d.mustBeEmpty()
	}
	if err != nil {
		return fmt.Errorf("read manifest: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return fmt.Errorf("read manifest: %w", err)
	}
	d.since = cache.StampOf(info).Change
	lines := bufio.NewScanner(f)
	sameTools := lines.Scan() && lines.Text() == manifestHeader
	d.fresh = !sameTools
	sum := sha256.New()
	whole := false
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, signMark) && whole {
			d.signed = d.key != nil && isSigned(line, d.key.Public().(ed25519.PublicKey), sum.Sum(nil))
			continue
		}
		if whole = strings.HasPrefix(line, lastMark) && line == lastLine(sum); whole {
			continue
		}
		fmt.Fprintln(sum, line)
		name, e, ok := parseEntry(line)
		if !ok {
			// A damaged line: the file is made anew, or goes if it is stale.
			d.fresh = true
			continue
		}
		if !sameTools && isCompressed(name) {
			e = entry{size: -1} // ours, and to be made anew
		}
		d.files[name] = e
	}
	d.damaged = !whole
	d.fresh = d.fresh || d.damaged
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return nil // no path is that long: a power cut can leave a file of zeros
	}
	return lines.Err()
}

// lastLine shows that the lines before it are all there, and as they were
// written. The header is not among them: other tools are no damage.
func lastLine(sum hash.Hash) string { return fmt.Sprintf("%s%x", lastMark, sum.Sum(nil)[:16]) }

const lastMark = "= "

// parseEntry reads a line of the manifest: hash, key or -, size, time, path.
func parseEntry(line string) (name string, e entry, ok bool) {
	hash, rest, _ := strings.Cut(line, " ")
	key, rest, _ := strings.Cut(rest, " ")
	size, rest, _ := strings.Cut(rest, " ")
	written, name, found := strings.Cut(rest, " ")
	n, err := strconv.ParseInt(size, 10, 64)
	t, timeErr := strconv.ParseInt(written, 10, 64)
	if !found || err != nil || timeErr != nil || !decode(e.hash[:], hash) || key != noKey && !decode(e.key[:], key) {
		return "", entry{}, false
	}
	e.size, e.time = n, t
	return name, e, true
}

// noKey stands in the manifest for the zero Key.
const noKey = "-"

func decode(into []byte, text string) bool {
	if hex.DecodedLen(len(text)) != len(into) {
		return false
	}
	_, err := hex.Decode(into, []byte(text))
	return err == nil
}

// writeManifest writes the manifest of what this build has come to, into the
// new folder.
func (d *Dir) writeManifest() error {
	file := filepath.Join(d.staged(), ManifestName)
	if err := d.folder(filepath.Dir(file)); err != nil {
		return err
	}
	if err := d.fault.Step(); err != nil {
		return err
	}
	if d.mirrored != nil {
		return os.WriteFile(file, d.mirrored.Data, 0o644)
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<16)
	fmt.Fprintln(out, manifestHeader)
	sum := sha256.New()
	lines := io.MultiWriter(out, sum)
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		if e := d.files[name]; e.state != gone {
			key := noKey
			if e.key != (cache.Hash{}) {
				key = hex.EncodeToString(e.key[:])
			}
			fmt.Fprintf(lines, "%x %s %d %d %s\n", e.hash, key, e.size, e.time, name)
		}
	}
	fmt.Fprintln(out, lastLine(sum))
	if d.key != nil {
		fmt.Fprintln(out, signature(d.key, sum.Sum(nil)))
	}
	return errors.Join(out.Flush(), f.Close())
}

// renewManifest puts a new manifest into a folder whose files stay: each was
// looked at by this build.
func (d *Dir) renewManifest() error {
	if err := d.writeManifest(); err != nil {
		return err
	}
	return os.Rename(filepath.Join(d.staged(), ManifestName), filepath.Join(d.path, ManifestName))
}

// touchManifest makes the manifest the last that was changed of the folder.
// Linking a file and taking a link away change its entry, so a build that only
// read the time of the content would not know a file that was changed by hand.
// Where it fails, the next build reads more.
func (d *Dir) touchManifest() {
	now := time.Now()
	_ = os.Chtimes(filepath.Join(d.path, ManifestName), now, now)
}
