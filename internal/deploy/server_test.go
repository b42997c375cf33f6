package deploy

import (
	"path/filepath"
	"testing"

	"suluh/internal/testserver"
)

// server is a real one, as Debian has it, with what a session needs to log in.
type server struct {
	testserver.Server
	opt Options
}

// with gives a server whose password, or key, lies in a file.
func with(t *testing.T, s testserver.Server) server {
	t.Helper()
	secrets := Secrets{Site: t.TempDir()}
	switch {
	case s.Key != nil:
		secrets.File = testserver.Write(t, filepath.Join(t.TempDir(), "key"), s.Key, 0o600)
	case s.Password != "":
		secrets.File = testserver.Write(t, filepath.Join(t.TempDir(), "sandi"), []byte(s.Password+"\n"), 0o600)
	}
	trust := s.HostKey
	if s.Certificate != nil {
		trust = fingerprint(s.Certificate)
	}
	return server{s, Options{Trust: trust, Secrets: secrets}}
}
