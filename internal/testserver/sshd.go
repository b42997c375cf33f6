package testserver

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"testing"

	"golang.org/x/crypto/ssh"
)

// SSHD begins OpenSSH, which asks for a key.
func SSHD(t *testing.T) Server {
	t.Helper()
	name := Program(t, "sshd")
	dir := t.TempDir()
	hostKey, hostPublic := newKey(t)
	own, public := newKey(t)
	Write(t, filepath.Join(dir, "host"), hostKey, 0o600)
	Write(t, filepath.Join(dir, "authorized"), ssh.MarshalAuthorizedKey(public), 0o600)
	port := fmt.Sprint(Free(t, "127.0.0.1", 1)[0])
	config := fmt.Sprintf("ListenAddress 127.0.0.1\nPort %s\nHostKey %s\nAuthorizedKeysFile %s\nStrictModes no\nPidFile none\nPermitRootLogin yes\nPasswordAuthentication no\nUsePAM no\nMaxStartups 100\nSubsystem sftp internal-sftp\n",
		port, filepath.Join(dir, "host"), filepath.Join(dir, "authorized"))
	if os.Geteuid() == 0 {
		_ = os.MkdirAll("/run/sshd", 0o755) // sshd asks for it; without it, it says so
	}
	Start(t, "127.0.0.1:"+port, name, "-D", "-e", "-f", Write(t, filepath.Join(dir, "config"), []byte(config), 0o600))
	web := filepath.Join(dir, "web")
	return Server{
		Scheme: "sftp", Host: "127.0.0.1", Port: port, User: Must(user.Current())(t).Username, Key: own,
		HostKey: ssh.FingerprintSHA256(hostPublic), Dir: web, Folder: web,
	}
}

// newKey makes a key for ssh, as its file, and its public half.
func newKey(t *testing.T) ([]byte, ssh.PublicKey) {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block := Must(ssh.MarshalPrivateKey(private, ""))(t)
	return pem.EncodeToMemory(block), Must(ssh.NewPublicKey(public))(t)
}
