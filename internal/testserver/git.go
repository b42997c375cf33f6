package testserver

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/cgi"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Git begins Git's own server, behind HTTP, with a bare repository that has nothing yet. Its
// Dir is the repository, its branch pages.
func Git(t *testing.T) Server {
	t.Helper()
	name := Program(t, "git")
	dir := t.TempDir()
	repository := filepath.Join(dir, "situs.git")
	for _, args := range [][]string{{"init", "-q", "--bare", repository}, {"-C", repository, "config", "http.receivepack", "true"}} {
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
	return Server{Scheme: "git+http", Host: host, Port: port, Dir: repository, Folder: "/situs.git#pages"}
}
