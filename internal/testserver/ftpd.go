package testserver

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/user"
	"path/filepath"
	"testing"
	"time"
)

// FTPD begins Pure-FTPd, which cPanel has, with TLS and a user whose name has the domain in it,
// as those of cPanel do.
func FTPD(t *testing.T) Server {
	t.Helper()
	name, authd := Program(t, "pure-ftpd"), Program(t, "pure-authd")
	if os.Geteuid() != 0 {
		t.Skip("pure-ftpd only begins as root")
	}
	dir := Must(os.MkdirTemp("", "suluh-ftp"))(t) // its user may not enter the folders of tests
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	nobody := Must(user.Lookup("www-data"))(t)
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
	door := Write(t, filepath.Join(dir, "door"), fmt.Appendf(nil, "#!/bin/sh\n[ \"$AUTHD_ACCOUNT\" = warga@contoh.org ] || { echo auth_ok:0; echo end; exit; }\n[ \"$AUTHD_PASSWORD\" = %s ] && ok=1 || ok=-1\nprintf 'auth_ok:%%s\\nuid:%s\\ngid:%s\\ndir:%s\\nend\\n' $ok\n", Password, nobody.Uid, nobody.Gid, web), 0o700)
	Start(t, "", authd, "-s", filepath.Join(dir, "socket"), "-r", door, "-p", filepath.Join(dir, "authd.pid"))
	for range 100 {
		if _, err := os.Stat(filepath.Join(dir, "socket")); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	certificate, raw := newCertificate(t, filepath.Join(dir, "cert.pem"))
	ports := Free(t, "127.0.0.2", 1)
	first := 40000 + os.Getpid()%20000
	data := []int{}
	for i := range 60 {
		data = append(data, first+i)
	}
	port := fmt.Sprint(ports[0])
	Start(t, "127.0.0.2:"+port, name, "-S", "127.0.0.2,"+port, "-l", "extauth:"+filepath.Join(dir, "socket"), "-Y", "2", "-2", certificate,
		"-p", fmt.Sprintf("%d:%d", first, first+59), "-A", "-E", "-H", "-c", "30", "-C", "20", "-u", "1", "-g", filepath.Join(dir, "pid"))
	return Server{
		Scheme: "ftps", Host: "127.0.0.2", Port: port, DataPorts: data, User: "warga%40contoh.org", Password: Password,
		Dir: filepath.Join(web, "situs"), Folder: "/situs", Certificate: raw,
	}
}

// newCertificate makes one that no authority knows, with its key, in one file.
func newCertificate(t *testing.T, file string) (name string, raw []byte) {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	form := &x509.Certificate{SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "contoh"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv4(127, 0, 0, 2)}}
	raw = Must(x509.CreateCertificate(rand.Reader, form, form, public, private))(t)
	key := Must(x509.MarshalPKCS8PrivateKey(private))(t)
	text := append(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key}), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})...)
	if _, err := tls.X509KeyPair(text, text); err != nil {
		t.Fatal(err)
	}
	return Write(t, file, text, 0o600), raw
}
