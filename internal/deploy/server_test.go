package deploy

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
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
	"time"

	"golang.org/x/crypto/ssh"
)

// Real servers, as Debian has them. A test of one that is not installed is skipped, but not
// in CI, which installs all of them.

func program(t *testing.T, name string) string {
	t.Helper()
	for _, name := range []string{name, "/usr/sbin/" + name} {
		if full, err := exec.LookPath(name); err == nil {
			return full
		}
	}
	absent(t, name)
	return ""
}

// server is where one listens, and what it takes to log in.
type server struct {
	host, port string
	ports      []int // further ones, for data
	user       string
	opt        Options
	dir        string // what it shows
	prefix     string // of the path, in an address
}

// start runs a server until the test is over.
func start(t *testing.T, address string, name string, args ...string) {
	t.Helper()
	var said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
	})
	for range 200 {
		if address == "" {
			return
		}
		if line, err := net.Dial("tcp", address); err == nil {
			_ = line.Close()
			return
		}
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v\n%s", name, err, said.String())
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Fatalf("%s does not listen on %s\n%s", name, address, said.String())
}

// free gives some ports that nobody uses.
func free(t *testing.T, on string, n int) []int {
	t.Helper()
	var ports []int
	for range n {
		l, err := net.Listen("tcp", on+":0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports
}

func write(t *testing.T, file string, data []byte, mode os.FileMode) string {
	t.Helper()
	if err := os.WriteFile(file, data, mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(file, mode); err != nil {
		t.Fatal(err)
	}
	return file
}

func must[T any](t *testing.T) func(v T, err error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
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
	write(t, file, pem.EncodeToMemory(block), 0o600)
	return must[ssh.PublicKey](t)(ssh.NewPublicKey(public))
}

// sshd is OpenSSH.
func sshd(t *testing.T) server {
	t.Helper()
	name := program(t, "sshd")
	dir := t.TempDir()
	hostKey := newKey(t, filepath.Join(dir, "host"))
	own := newKey(t, filepath.Join(dir, "key"))
	write(t, filepath.Join(dir, "authorized"), ssh.MarshalAuthorizedKey(own), 0o600)
	port := fmt.Sprint(free(t, "127.0.0.1", 1)[0])
	config := fmt.Sprintf("ListenAddress 127.0.0.1\nPort %s\nHostKey %s\nAuthorizedKeysFile %s\nStrictModes no\nPidFile none\nPermitRootLogin yes\nPasswordAuthentication no\nUsePAM no\nMaxStartups 100\nSubsystem sftp internal-sftp\n",
		port, filepath.Join(dir, "host"), filepath.Join(dir, "authorized"))
	if os.Geteuid() == 0 {
		_ = os.MkdirAll("/run/sshd", 0o755) // sshd asks for it; without it, it says so
	}
	start(t, "127.0.0.1:"+port, name, "-D", "-e", "-f", write(t, filepath.Join(dir, "config"), []byte(config), 0o600))
	me := must[*user.User](t)(user.Current())
	return server{host: "127.0.0.1", port: port, user: me.Username, dir: filepath.Join(dir, "web"), prefix: dir,
		opt: Options{Trust: ssh.FingerprintSHA256(hostKey), Secrets: Secrets{File: filepath.Join(dir, "key"), Site: t.TempDir()}}}
}

const password = "rahasia-contoh"

// ftpd is Pure-FTPd, which cPanel has, with users of its own and TLS.
func ftpd(t *testing.T) server {
	t.Helper()
	name, authd := program(t, "pure-ftpd"), program(t, "pure-authd")
	if os.Geteuid() != 0 {
		t.Skip("pure-ftpd only begins as root")
	}
	dir := must[string](t)(os.MkdirTemp("", "suluh-ftp")) // its user may not enter the folders of tests
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	nobody := must[*user.User](t)(user.Lookup("www-data"))
	web := filepath.Join(dir, "web")
	if err := os.MkdirAll(filepath.Join(web, "situs"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, folder := range []string{dir, web, filepath.Join(web, "situs")} {
		if err := os.Chmod(folder, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	// Its own list of users hashes passwords so dearly that logging in would be most of a test.
	door := write(t, filepath.Join(dir, "door"), fmt.Appendf(nil, "#!/bin/sh\n[ \"$AUTHD_ACCOUNT\" = warga ] || { echo auth_ok:0; echo end; exit; }\n[ \"$AUTHD_PASSWORD\" = %s ] && ok=1 || ok=-1\nprintf 'auth_ok:%%s\\nuid:%s\\ngid:%s\\ndir:%s\\nend\\n' $ok\n", password, nobody.Uid, nobody.Gid, web), 0o700)
	start(t, "", authd, "-s", filepath.Join(dir, "socket"), "-r", door, "-p", filepath.Join(dir, "authd.pid"))
	for range 100 {
		if _, err := os.Stat(filepath.Join(dir, "socket")); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	certificate, raw := newCertificate(t, filepath.Join(dir, "cert.pem"))
	ports := free(t, "127.0.0.2", 1)
	first := 40000 + os.Getpid()%20000
	data := []int{}
	for i := range 60 {
		data = append(data, first+i)
	}
	port := fmt.Sprint(ports[0])
	start(t, "127.0.0.2:"+port, name, "-S", "127.0.0.2,"+port, "-l", "extauth:"+filepath.Join(dir, "socket"), "-Y", "2", "-2", certificate,
		"-p", fmt.Sprintf("%d:%d", first, first+59), "-A", "-E", "-H", "-c", "30", "-C", "20", "-u", "1", "-g", filepath.Join(dir, "pid"))
	return server{host: "127.0.0.2", port: port, ports: data, user: "warga", dir: filepath.Join(web, "situs"), prefix: "/situs",
		opt: Options{Trust: fingerprint(raw), Secrets: Secrets{File: write(t, filepath.Join(dir, "sandi"), []byte(password+"\n"), 0o600), Site: t.TempDir()}}}
}

// newCertificate makes one that no authority knows, with its key, in one file.
func newCertificate(t *testing.T, file string) (name string, raw []byte) {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	form := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "contoh"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv4(127, 0, 0, 2)}}
	raw = must[[]byte](t)(x509.CreateCertificate(rand.Reader, form, form, public, private))
	key := must[[]byte](t)(x509.MarshalPKCS8PrivateKey(private))
	text := append(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})...)
	if _, err := tls.X509KeyPair(text, text); err != nil {
		t.Fatal(err)
	}
	return write(t, file, text, 0o600), raw
}

// s3d is Versity's gateway, which keeps objects as files.
func s3d(t *testing.T) server {
	t.Helper()
	name := program(t, "versitygw")
	dir := t.TempDir()
	for _, folder := range []string{"data/situs", "meta", "iam"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	port := fmt.Sprint(free(t, "127.0.0.1", 1)[0])
	start(t, "127.0.0.1:"+port, name, "--access", "warga", "--secret", password, "--port", "127.0.0.1:"+port, "posix", "--sidecar", filepath.Join(dir, "meta"), filepath.Join(dir, "data"))
	return server{host: "127.0.0.1", port: port, user: "warga", dir: filepath.Join(dir, "data/situs/jember"), prefix: "/situs/jember",
		opt: Options{Secrets: Secrets{File: write(t, filepath.Join(dir, "sandi"), []byte(password+"\n"), 0o600), Site: t.TempDir()}}}
}

// gitd is Git's own server, behind HTTP.
func gitd(t *testing.T) server {
	t.Helper()
	name := program(t, "git")
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
	name := program(t, "rsync")
	dir := t.TempDir()
	web := filepath.Join(dir, "web")
	if err := os.MkdirAll(web, 0o755); err != nil {
		t.Fatal(err)
	}
	port := fmt.Sprint(free(t, "127.0.0.1", 1)[0])
	secrets := write(t, filepath.Join(dir, "users"), []byte("warga:"+password+"\n"), 0o600)
	me := must[*user.User](t)(user.Current())
	config := fmt.Sprintf("port = %s\naddress = 127.0.0.1\nuse chroot = no\nlog file = %s\nreverse lookup = no\n[situs]\npath = %s\nread only = no\nauth users = warga\nsecrets file = %s\n",
		port, filepath.Join(dir, "log"), web, secrets)
	if me.Uid == "0" {
		config = strings.Replace(config, "[situs]\n", "[situs]\nuid = root\ngid = root\n", 1)
	}
	start(t, "127.0.0.1:"+port, name, "--daemon", "--no-detach", "--config", write(t, filepath.Join(dir, "config"), []byte(config), 0o644))
	return server{host: "127.0.0.1", port: port, user: "warga", dir: web, prefix: "/situs",
		opt: Options{Secrets: Secrets{File: write(t, filepath.Join(dir, "sandi"), []byte(password+"\n"), 0o600), Site: t.TempDir()}}}
}

// absent skips a test whose program is not installed, but not in CI.
func absent(t *testing.T, name string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is not installed, and .ci/run should have done it", name)
	}
	t.Skipf("%s is not installed (see .ci/run)", name)
}
