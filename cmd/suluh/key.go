package main

import (
	"crypto/ed25519"
	"fmt"
	"os"
	"runtime"

	"suluh/internal/builder"
	"suluh/internal/output"
	"suluh/internal/source"
)

// readSigningKey reads the key that signs what a build publishes. It must lie
// where nobody else reads it: not among the files of the site or of what is
// published, and not open to other users of the computer. False after saying what
// is wrong; a nil key when none is asked for.
func (e *env) readSigningKey(file, site, published string) (ed25519.PrivateKey, bool) {
	if file == "" {
		return nil, true
	}
	for _, folder := range append(builder.Sources(site), published) {
		below, err := output.Holds(folder, file)
		if err != nil {
			e.fail(err)
			return nil, false
		}
		if below {
			e.complain(
				source.SayTheKeyLiesInThe, file, folder)
			return nil, false
		}
	}
	info, err := os.Stat(file)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		e.complain(
			source.SayOthersOnThisComputerMay, file, file)
		return nil, false
	}
	return readKey(e, file, output.PrivateKey, source.SayNoPrivateKey)
}

// readPublicKey reads the key by which a copy is verified; nil when none is asked
// for.
func (e *env) readPublicKey(file string) (ed25519.PublicKey, bool) {
	if file == "" {
		return nil, true
	}
	return readKey(e, file, output.PublicKey, source.SayNoPublicKey)
}

// readKey reads a key of either sort; none says that the file is none.
func readKey[K any](e *env, file string, parse func([]byte) (K, error), none source.Message) (key K, ok bool) {
	data, err := os.ReadFile(file)
	if err != nil {
		e.fail(fmt.Errorf("read key: %w", err))
		return key, false
	}
	if key, err = parse(data); err != nil {
		e.complain(none, file)
		return key, false
	}
	return key, true
}

// newKey makes a pair of keys: the one that signs in a file that only its owner
// reads, and beside it the one that everybody may have.
func (e *env) newKey(file string) int {
	private, public, err := output.NewKey()
	if err != nil {
		return e.fail(err)
	}
	// Half a pair is worth nothing, so both names must be free before one is written.
	for _, name := range []string{file, file + ".pub"} {
		if _, err := os.Lstat(name); err == nil {
			e.complain(source.SayIsThereAlready, name)
			return failed
		}
	}
	for _, f := range []struct {
		name string
		data []byte
		mode os.FileMode
	}{{file, private, 0o600}, {file + ".pub", public, 0o644}} {
		out, err := os.OpenFile(f.name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, f.mode)
		if err != nil {
			return e.fail(err)
		}
		if _, err = out.Write(f.data); err == nil {
			err = out.Close()
		}
		if err != nil {
			return e.fail(fmt.Errorf("write %s: %w", f.name, err))
		}
		fmt.Fprintln(e.stdout, f.name)
	}
	e.say(
		source.SayKeepOutsideTheSiteFolder, file, file)
	return good
}
