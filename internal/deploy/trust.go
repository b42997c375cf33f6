package deploy

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

// ErrHostChanged is the error of a host that shows another key than the one that is
// trusted: somebody may be in between.
var ErrHostChanged = errors.New("the host shows another key than before")

// UnknownHost is the error of a host whose key nobody has trusted yet.
type UnknownHost struct {
	Host        string
	Fingerprint string // SHA256:…, as ssh-keygen -l shows it
}

// Error implements error.
func (u *UnknownHost) Error() string {
	return fmt.Sprintf("the key of %s is not known: %s", u.Host, u.Fingerprint)
}

// fingerprint names a certificate as ssh names keys.
func fingerprint(raw []byte) string {
	sum := sha256.Sum256(raw)
	return "SHA256:" + base64.RawStdEncoding.EncodeToString(sum[:])
}

// hostKeys judges the keys of hosts: by the fingerprint that was given, else by the file in
// which ssh keeps those of hosts that its user trusts.
func (s *Session) hostKeys() ssh.HostKeyCallback {
	return func(address string, remote net.Addr, key ssh.PublicKey) error {
		shown := ssh.FingerprintSHA256(key)
		if s.opt.Trust != "" {
			if shown != s.opt.Trust {
				return fmt.Errorf("%w: %s", ErrHostChanged, shown)
			}
			return nil
		}
		home, err := os.UserHomeDir()
		if err == nil {
			var known ssh.HostKeyCallback
			if known, err = knownhosts.New(filepath.Join(home, ".ssh", "known_hosts")); err == nil {
				err = known(address, remote, key)
				if err == nil {
					return nil
				}
			}
		}
		var unknown *knownhosts.KeyError
		if errors.As(err, &unknown) && len(unknown.Want) > 0 {
			return fmt.Errorf("%w: %s", ErrHostChanged, shown)
		}
		return &UnknownHost{address, shown}
	}
}

// IsFingerprint tells whether a text can be one.
func IsFingerprint(text string) bool {
	sum, ok := strings.CutPrefix(text, "SHA256:")
	data, err := base64.RawStdEncoding.DecodeString(sum)
	return ok && err == nil && len(data) == sha256.Size
}
