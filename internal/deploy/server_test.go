package deploy

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"suluh/internal/testserver"
)

// Real servers, as Debian has them: [testserver] begins them.

// server is where one listens, and what it takes to log in.
type server struct {
	host, port string
	ports      []int // further ones, for data
	user       string
	opt        Options
	dir        string // what it shows
	prefix     string // of the path, in an address
}

// newKey makes a key for ssh, as a file, and its public half.
func newKey(t *testing.T, file string) ssh.PublicKey {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	block, err := ssh.MarshalPrivateKey(private, "")
	if err != nil {
		t.Fatal(err)
	}
	testserver.Write(t, file, pem.EncodeToMemory(block), 0o600)
	return testserver.Must(ssh.NewPublicKey(public))(t)
}

// sshd is OpenSSH.
func sshd(t *testing.T) server {
	t.Helper()
	name := testserver.Program(t, "sshd")
	dir := t.TempDir()
	hostKey := newKey(t, filepath.Join(dir, "host"))
	own := newKey(t, filepath.Join(dir, "key"))
	testserver.Write(t, filepath.Join(dir, "authorized"), ssh.MarshalAuthorizedKey(own), 0o600)
	port := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0])
	config := fmt.Sprintf("ListenAddress 127.0.0.1\nPort %s\nHostKey %s\nAuthorizedKeysFile %s\nStrictModes no\nPidFile none\nPermitRootLogin yes\nPasswordAuthentication no\nUsePAM no\nMaxStartups 100\nSubsystem sftp internal-sftp\n",
		port, filepath.Join(dir, "host"), filepath.Join(dir, "authorized"))
	if os.Geteuid() == 0 {
		_ = os.MkdirAll("/run/sshd", 0o755) // sshd asks for it; without it, it says so
	}
	testserver.Start(t, "127.0.0.1:"+port, name, "-D", "-e", "-f", testserver.Write(t, filepath.Join(dir, "config"), []byte(config), 0o600))
	me := testserver.Must(user.Current())(t)
	return server{host: "127.0.0.1", port: port, user: me.Username, dir: filepath.Join(dir, "web"), prefix: dir,
		opt: Options{Trust: ssh.FingerprintSHA256(hostKey), Secrets: Secrets{File: filepath.Join(dir, "key"), Site: t.TempDir()}}}
}

// ftpd is Pure-FTPd, as package testserver begins it.
func ftpd(t *testing.T) server {
	t.Helper()
	s := testserver.FTPD(t)
	return server{host: s.Host, port: s.Port, ports: s.DataPorts, user: s.User, dir: s.Dir, prefix: s.Folder,
		opt: Options{Trust: fingerprint(s.Certificate), Secrets: Secrets{File: testserver.Write(t, filepath.Join(t.TempDir(), "sandi"), []byte(s.Password+"\n"), 0o600), Site: t.TempDir()}}}
}

// s3d is Versity's gateway, which keeps objects as files.
func s3d(t *testing.T) server {
	t.Helper()
	name := testserver.Program(t, "versitygw")
	dir := t.TempDir()
	for _, folder := range []string{"data/situs", "meta", "iam"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	port := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0])
	testserver.Start(t, "127.0.0.1:"+port, name, "--access", "warga", "--secret", testserver.Password, "--port", "127.0.0.1:"+port, "posix", "--sidecar", filepath.Join(dir, "meta"), filepath.Join(dir, "data"))
	return server{host: "127.0.0.1", port: port, user: "warga", dir: filepath.Join(dir, "data/situs/jember"), prefix: "/situs/jember",
		opt: Options{Secrets: Secrets{File: testserver.Write(t, filepath.Join(dir, "sandi"), []byte(testserver.Password+"\n"), 0o600), Site: t.TempDir()}}}
}

// gitd is Git's own server, behind HTTP.
func gitd(t *testing.T) server {
	t.Helper()
	name := testserver.Program(t, "git")
	dir := t.TempDir()
	for _, args := range [][]string{{"init", "-q", "--bare", filepath.Join(dir, "situs.git")}, {"-C", filepath.Join(dir, "situs.git"), "config", "http.receivepack", "true"}} {
		if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	backend := &cgi.Handler{Path: name, Args: []string{"http-backend"}, Env: []string{"GIT_PROJECT_ROOT=" + dir, "GIT_HTTP_EXPORT_ALL=1"}}
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		// Half a request would keep git waiting for ever, so none reaches it, as with nginx.
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		r.Body, r.ContentLength, r.TransferEncoding = io.NopCloser(bytes.NewReader(body)), int64(len(body)), nil
		backend.ServeHTTP(w, r)
	}))
	t.Cleanup(web.Close)
	host, port, err := net.SplitHostPort(strings.TrimPrefix(web.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	return server{host: host, port: port, dir: filepath.Join(dir, "situs.git"), prefix: "/situs.git#pages"}
}

// rsyncd is the daemon of rsync.
func rsyncd(t *testing.T) server {
	t.Helper()
	name := testserver.Program(t, "rsync")
	dir := t.TempDir()
	web := filepath.Join(dir, "web")
	if err := os.MkdirAll(web, 0o755); err != nil {
		t.Fatal(err)
	}
	port := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0])
	secrets := testserver.Write(t, filepath.Join(dir, "users"), []byte("warga:"+testserver.Password+"\n"), 0o600)
	me := testserver.Must(user.Current())(t)
	config := fmt.Sprintf("port = %s\naddress = 127.0.0.1\nuse chroot = no\nlog file = %s\nreverse lookup = no\n[situs]\npath = %s\nread only = no\nauth users = warga\nsecrets file = %s\n",
		port, filepath.Join(dir, "log"), web, secrets)
	if me.Uid == "0" {
		config = strings.Replace(config, "[situs]\n", "[situs]\nuid = root\ngid = root\n", 1)
	}
	testserver.Start(t, "127.0.0.1:"+port, name, "--daemon", "--no-detach", "--config", testserver.Write(t, filepath.Join(dir, "config"), []byte(config), 0o644))
	return server{host: "127.0.0.1", port: port, user: "warga", dir: web, prefix: "/situs",
		opt: Options{Secrets: Secrets{File: testserver.Write(t, filepath.Join(dir, "sandi"), []byte(testserver.Password+"\n"), 0o600), Site: t.TempDir()}}}
}
