// Package testserver begins real servers, as Debian has them, that tests publish to and ask. A
// test of one that is not installed is skipped, but not in CI, which installs all of them.
package testserver

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"testing"
	"time"
)

// A Server is where one listens, and what it takes to log in: the key, or else the password
// of the user. A server without a user takes anybody.
type Server struct {
	Scheme         string
	Host, Port     string
	DataPorts      []int  // further ones
	User, Password string // the user as in an address, @ as %40
	Key            []byte // for ssh, as its file
	HostKey        string // of ssh, by its fingerprint
	Certificate    []byte // that no authority knows, in DER
	Dir            string // the folder that it shows, as the test sees it
	Folder         string // and as a client does
}

// Address is how a site names it as a target: ftps://warga@127.0.0.2:2121/situs.
func (s Server) Address() string { return s.At(s.Folder) }

// At is the address of another folder of the server.
func (s Server) At(folder string) string {
	at := ""
	if s.User != "" {
		at = s.User + "@"
	}
	return s.Scheme + "://" + at + s.Host + ":" + s.Port + folder
}

// Password is what the servers of tests ask for.
const Password = "rahasia-contoh"

// Program gives the path of a server's program.
func Program(t *testing.T, name string) string {
	t.Helper()
	for _, name := range []string{name, "/usr/sbin/" + name} {
		if full, err := exec.LookPath(name); err == nil {
			return full
		}
	}
	absent(t, name)
	return ""
}

// Start runs a server until the test is over.
func Start(t *testing.T, address string, name string, args ...string) {
	t.Helper()
	var said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt) // which takes its workers with it
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			_ = cmd.Process.Kill()
			<-ended
		}
	})
	for range 300 {
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

// Free gives some ports that nobody uses.
func Free(t *testing.T, on string, n int) []int {
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

// Write makes a file of a mode, whatever the umask says.
func Write(t *testing.T, file string, data []byte, mode os.FileMode) string {
	t.Helper()
	if err := os.WriteFile(file, data, mode); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(file, mode); err != nil {
		t.Fatal(err)
	}
	return file
}

// absent skips a test whose program is not installed, but not in CI.
func absent(t *testing.T, name string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("%s is not installed, and .ci/run should have done it", name)
	}
	t.Skipf("%s is not installed (see .ci/run)", name)
}

// Must gives a value, or ends the test with its error.
func Must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
