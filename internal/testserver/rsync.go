package testserver

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
)

// Rsync begins the daemon of rsync.
func Rsync(t *testing.T) Server {
	t.Helper()
	name := Program(t, "rsync")
	dir := t.TempDir()
	web := filepath.Join(dir, "web")
	if err := os.MkdirAll(web, 0o755); err != nil {
		t.Fatal(err)
	}
	port := fmt.Sprint(Free(t, "127.0.0.1", 1)[0])
	secrets := Write(t, filepath.Join(dir, "users"), []byte("warga:"+Password+"\n"), 0o600)
	config := fmt.Sprintf("port = %s\naddress = 127.0.0.1\nuse chroot = no\nlog file = %s\nreverse lookup = no\n[situs]\npath = %s\nread only = no\nauth users = warga\nsecrets file = %s\n",
		port, filepath.Join(dir, "log"), web, secrets)
	if Must(user.Current())(t).Uid == "0" {
		config = strings.Replace(config, "[situs]\n", "[situs]\nuid = root\ngid = root\n", 1)
	}
	Start(t, "127.0.0.1:"+port, name, "--daemon", "--no-detach", "--config", Write(t, filepath.Join(dir, "config"), []byte(config), 0o644))
	return Server{Scheme: "rsync", Host: "127.0.0.1", Port: port, User: "warga", Password: Password, Dir: web, Folder: "/situs"}
}
