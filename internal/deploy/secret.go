package deploy

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"github.com/zalando/go-keyring"
	"golang.org/x/crypto/ssh"

	"suluh/internal/output"
	"suluh/internal/target"
)

// Errors of secrets.
var (
	// ErrNoSecret is the error of a host that asks for a password which nobody gave.
	ErrNoSecret = errors.New("no password for this target")
	// ErrSecretInSite is the error of a file with a password that lies in the site's folder.
	ErrSecretInSite = errors.New("the file with the password lies in the site")
	// ErrSecretOpen is the error of a file with a password that others may read.
	ErrSecretOpen = errors.New("others may read the file with the password")
	// ErrNoKeyring is the error of a computer without a keyring, or with a closed one.
	ErrNoKeyring = errors.New("the keyring of this computer does not answer")
)

// SecretVariable is the environment variable with a password, for servers that publish.
// With _NAME behind it, in capitals, it is the one of a target of that name.
const SecretVariable = "SULUH_PASSWORD"

// Secrets says where the password of a target comes from, in this order: a file, the
// environment, the keyring of the system. For SFTP the file may hold a private key instead.
type Secrets struct {
	File string // outside the site; "" for none
	Name string // of the target in situs.yaml; ""
	Site string // the site's folder
	To   target.Address
}

// service is under what the keyring keeps our passwords.
const service = "suluh"

// Find gives the password; the error may be [ErrNoSecret].
func (s Secrets) Find() ([]byte, error) {
	if s.File != "" {
		return s.fromFile()
	}
	names := []string{SecretVariable}
	if s.Name != "" {
		names = []string{SecretVariable + "_" + variable(s.Name), SecretVariable}
	}
	for _, name := range names {
		if value := os.Getenv(name); value != "" {
			return []byte(value), nil
		}
	}
	secret, err := keyring.Get(service, s.To.Text)
	if err != nil {
		return nil, ErrNoSecret // without a keyring there is none in it
	}
	return []byte(secret), nil
}

// variable makes a name one of the environment.
func variable(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, strings.ToUpper(name))
}

// fromFile reads a password that lies where nobody else reads it: not in the site, and not
// open to other users of the computer.
func (s Secrets) fromFile() ([]byte, error) {
	inside, err := output.Holds(s.Site, s.File)
	if err != nil {
		return nil, err
	}
	if inside {
		return nil, ErrSecretInSite
	}
	info, err := os.Stat(s.File)
	if err != nil {
		return nil, fmt.Errorf("read the password: %w", err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil, ErrSecretOpen
	}
	data, err := os.ReadFile(s.File)
	if err != nil {
		return nil, fmt.Errorf("read the password: %w", err)
	}
	if isKey(data) {
		return data, nil
	}
	first, _, _ := bytes.Cut(data, []byte("\n"))
	if first = bytes.TrimSuffix(first, []byte("\r")); len(first) == 0 {
		return nil, ErrNoSecret
	}
	return first, nil
}

// Keep puts a password into the keyring of the system.
func (s Secrets) Keep(secret string) error {
	if err := keyring.Set(service, s.To.Text, secret); err != nil {
		return fmt.Errorf("%w: %w", ErrNoKeyring, err)
	}
	return nil
}

// isKey tells whether a secret is a private key.
func isKey(secret []byte) bool { return bytes.Contains(secret, []byte("PRIVATE KEY-----")) }

// asKey reads a secret that is a private key for ssh; nil where it is a password.
func asKey(secret []byte) (ssh.Signer, error) {
	if !isKey(secret) {
		return nil, nil
	}
	key, err := ssh.ParsePrivateKey(secret)
	if err != nil {
		return nil, fmt.Errorf("read the key: %w", err)
	}
	return key, nil
}
