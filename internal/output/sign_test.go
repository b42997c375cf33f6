package output

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestSignature holds the form of a signature: the key of RFC 8032, section 7.1,
// test 1, over the line that a manifest without entries has.
func TestSignature(t *testing.T) {
	seed, err := hex.DecodeString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
	if err != nil {
		t.Fatal(err)
	}
	key := ed25519.NewKeyFromSeed(seed)
	entries := make([]byte, 32)
	const want = "~ "
	line := signature(key, entries)
	public := key.Public().(ed25519.PublicKey)
	if line[:2] != want || !isSigned(line, public, entries) {
		t.Errorf("%q is not signed", line)
	}
	entries[31]++
	if isSigned(line, public, entries) {
		t.Error("the signature fits other entries, too")
	}
	for _, broken := range []string{"", "~ ", "~ AAAA", line[:len(line)-4]} {
		if isSigned(broken, public, entries) {
			t.Errorf("%q counts as a signature", broken)
		}
	}
}

// TestKeys reads what NewKey writes, and refuses all else.
func TestKeys(t *testing.T) {
	private, public, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	key, err := PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	pub, err := PublicKey(public)
	if err != nil || !pub.Equal(key.Public()) {
		t.Errorf("the keys are no pair: %v", err)
	}
	for _, text := range [][]byte{nil, []byte("x"), public} {
		if _, err := PrivateKey(text); !errors.Is(err, ErrKey) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := PublicKey(private); !errors.Is(err, ErrKey) {
		t.Errorf("a private key is read as a public one: %v", err)
	}
}

// TestSignedManifestIsWhole builds again over a signed manifest: it is read as
// whole, and a build without a key takes the signature away only with a change.
func TestSignedManifestIsWhole(t *testing.T) {
	private, _, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	key, err := PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "public")
	build := func(key ed25519.PrivateKey, fs files) (*Dir, Result) {
		t.Helper()
		d, err := Open(dir, Options{Key: key})
		if err != nil {
			t.Fatal(err)
		}
		write(t, d, fs)
		r, err := d.Commit()
		if err != nil {
			t.Fatal(err)
		}
		return d, r
	}
	build(key, files{"a.html": "a", "b.html": "b"})
	if d, r := build(nil, files{"a.html": "a", "b.html": "b"}); d.damaged || d.fresh || r.Changed != 0 {
		t.Errorf("damaged %t, fresh %t, %d changed", d.damaged, d.fresh, r.Changed)
	}
	verify := func() error {
		_, err := Verify(func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(dir, name)) }, nil, key.Public().(ed25519.PublicKey))
		return err
	}
	if err := verify(); err != nil {
		t.Error(err)
	}
	build(nil, files{"a.html": "a", "b.html": "c"})
	if err := verify(); !errors.Is(err, ErrUnsigned) {
		t.Errorf("a changed site keeps its signature: %v", err)
	}
}
