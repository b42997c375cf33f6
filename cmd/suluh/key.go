package main

import (
	"crypto/ed25519"
	"fmt"
	"os"
	"runtime"

	"suluh/internal/output"
)

// readSigningKey reads the key that signs what a build publishes. It must lie
// where nobody else reads it: not among the files of the site or of what is
// published, and not open to other users of the computer. False after saying what
// is wrong; a nil key when none is asked for.
func (e *env) readSigningKey(file, site, published string) (ed25519.PrivateKey, bool) {
	if file == "" {
		return nil, true
	}
	for _, folder := range append(sourceFolders(site), published) {
		below, err := output.Holds(folder, file)
		if err != nil {
			e.fail(err)
			return nil, false
		}
		if below {
			e.complain(
				fmt.Sprintf("kunci %s ada di folder %s, jadi bisa ikut terbit. Pindahkan keluar dari folder situs.", file, folder),
				fmt.Sprintf("the key %s lies in the folder %s and might be published. Move it out of the site.", file, folder))
			return nil, false
		}
	}
	info, err := os.Stat(file)
	if err == nil && runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		e.complain(
			fmt.Sprintf("kunci %s bisa dibaca orang lain di komputer ini. Jalankan: chmod 600 %s", file, file),
			fmt.Sprintf("others on this computer may read the key %s. Run: chmod 600 %s", file, file))
		return nil, false
	}
	return readKey(e, file, output.PrivateKey,
		fmt.Sprintf("%s bukan kunci rahasia. Buat dengan: suluh new kunci BERKAS", file),
		fmt.Sprintf("%s is no private key. Make one with: suluh new kunci FILE", file))
}

// readPublicKey reads the key by which a copy is verified; nil when none is asked
// for.
func (e *env) readPublicKey(file string) (ed25519.PublicKey, bool) {
	if file == "" {
		return nil, true
	}
	return readKey(e, file, output.PublicKey,
		fmt.Sprintf("%s bukan kunci umum. Pakai berkas yang namanya berakhir .pub", file),
		fmt.Sprintf("%s is no public key. Use the file whose name ends in .pub", file))
}

// readKey reads a key of either sort; id and en say that the file is none.
func readKey[K any](e *env, file string, parse func([]byte) (K, error), id, en string) (key K, ok bool) {
	data, err := os.ReadFile(file)
	if err != nil {
		e.fail(fmt.Errorf("read key: %w", err))
		return key, false
	}
	if key, err = parse(data); err != nil {
		e.complain(id, en)
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
			e.complain(fmt.Sprintf("%s sudah ada dan tidak diubah. Pilih nama lain.", name), fmt.Sprintf("%s is there already and was left alone. Choose another name.", name))
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
		e.say(f.name, f.name)
	}
	e.say(
		fmt.Sprintf("Simpan %s di luar folder situs dan jangan bagikan. Bagikan %s.pub kepada siapa saja yang memeriksa salinan.", file, file),
		fmt.Sprintf("Keep %s outside the site's folder and give it to nobody. Give %s.pub to all who verify copies.", file, file))
	return good
}
