package output

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"strings"
)

// A manifest may be signed, so that who has the public key can tell that a copy
// is what the publisher published, and not only that it is whole. The signature is
// ed25519 (RFC 8032) over a line with the SHA-256 of all entries, and stands in
// the last line of the manifest. Keys are PEM files as openssl writes and reads
// them (PKCS 8 and PKIX).

// Errors of signatures, which the caller turns into words for people.
var (
	ErrUnsigned  = errors.New("the manifest is not signed")
	ErrSignature = errors.New("the signature is not of this key, or the manifest was changed")
	ErrKey       = errors.New("no key for ed25519 in PEM")
)

// signMark begins the line with the signature. It stands behind the line that
// shows that all others are there.
const signMark = "~ "

// signed is what a signature is made of: entries is the SHA-256 of all entries.
func signed(entries []byte) []byte { return fmt.Appendf(nil, "suluh manifest sha256 %x\n", entries) }

func signature(key ed25519.PrivateKey, entries []byte) string {
	return signMark + base64.StdEncoding.EncodeToString(ed25519.Sign(key, signed(entries)))
}

// isSigned tells whether a line holds the signature of entries by a key.
func isSigned(line string, key ed25519.PublicKey, entries []byte) bool {
	written, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(line, signMark))
	return err == nil && len(written) == ed25519.SignatureSize && ed25519.Verify(key, signed(entries), written)
}

// NewKey makes a pair of keys, each as PEM.
func NewKey() (private, public []byte, err error) {
	pub, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, nil, fmt.Errorf("make key: %w", err)
	}
	inner, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, nil, fmt.Errorf("write key: %w", err)
	}
	outer, err := x509.MarshalPKIXPublicKey(pub)
	if err != nil {
		return nil, nil, fmt.Errorf("write key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: inner}), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: outer}), nil
}

// PrivateKey reads the key that signs.
func PrivateKey(data []byte) (ed25519.PrivateKey, error) {
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, ErrKey
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, ErrKey
	}
	key, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return nil, ErrKey
	}
	return key, nil
}

// PublicKey reads the key that verifies.
func PublicKey(data []byte) (ed25519.PublicKey, error) {
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, ErrKey
	}
	parsed, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, ErrKey
	}
	key, ok := parsed.(ed25519.PublicKey)
	if !ok {
		return nil, ErrKey
	}
	return key, nil
}
