package hosting

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"suluh/internal/testserver"
)

// A small site, as a build leaves it: each text with its compressed forms beside it.
var texts = map[string]string{
	"index.html": "awal", "404.html": "tidak ada di sini", "desa/ambulu.html": "ambulu", "sw.js": "pekerja",
	"s/app.1f2e3d4c.js": "naskah", "kontak/a.vcf": "BEGIN:VCARD", "manifest.webmanifest": "{}", "ikon.svg": "<svg/>",
	"lama.html": "pindah", "data.json": "{}", "sitemap.xml": "<x/>", "data.csv": "a,b", ".suluh": "daftar",
}

func site(t *testing.T, below string) (root string, s Site) {
	t.Helper()
	root = testserver.Must(os.MkdirTemp("", "suluh-host"))(t) // a server may not enter the folders of tests
	t.Cleanup(func() { _ = os.RemoveAll(root) })
	s = Site{Below: below, Moved: []Moved{{"lama.html", "desa/ambulu.html"}}}
	for name, text := range texts {
		text = strings.Repeat(text+" ", 100)
		file := filepath.Join(root, below, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		var gz, br bytes.Buffer
		zw := gzip.NewWriter(&gz)
		bw := brotli.NewWriter(&br)
		for _, w := range []io.WriteCloser{zw, bw} {
			if _, err := io.WriteString(w, text); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
		}
		for ending, data := range map[string][]byte{"": []byte(text), ".gz": gz.Bytes(), ".br": br.Bytes()} {
			if err := os.WriteFile(file+ending, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		s.Names = append(s.Names, name)
	}
	if err := os.Chmod(root, 0o755); err != nil {
		t.Fatal(err)
	}
	return root, s
}

// render gives the one file of a host.
func render(t *testing.T, host, name string, s Site) string {
	t.Helper()
	h, ok := Of(host)
	if !ok {
		t.Fatalf("no host %s", host)
	}
	for _, f := range h.Files {
		if f.Name == name {
			return string(testserver.Must(f.Render(s))(t))
		}
	}
	t.Fatalf("%s has no file %s", host, name)
	return ""
}

func get(t *testing.T, port, address, accept string) (*http.Response, []byte) {
	t.Helper()
	request := testserver.Must(http.NewRequest(http.MethodGet, "http://127.0.0.1:"+port+address, nil))(t)
	if accept != "" {
		request.Header.Set("Accept-Encoding", accept)
	}
	client := http.Client{
		Transport:     &http.Transport{DisableCompression: true, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	answer := testserver.Must(client.Do(request))(t)
	defer answer.Body.Close()
	return answer, testserver.Must(io.ReadAll(answer.Body))(t)
}

// mustServe asks a server for all that this package promises.
func mustServe(t *testing.T, port string, s Site) {
	t.Helper()
	for name, text := range texts {
		if name == ".suluh" || name == "lama.html" {
			continue
		}
		want := strings.Repeat(text+" ", 100)
		for _, accept := range []string{"", "gzip", "br", "gzip, deflate, br"} {
			address := s.Path(name)
			if name == "index.html" {
				address = s.Root()
			}
			answer, body := get(t, port, address, accept)
			at := fmt.Sprintf("%s (%s)", address, accept)
			if answer.StatusCode != 200 {
				t.Errorf("%s: %s", at, answer.Status)
				continue
			}
			encoding := answer.Header.Get("Content-Encoding")
			best := map[string]string{"": "", "gzip": "gzip", "br": "br", "gzip, deflate, br": "br"}[accept]
			if encoding != best {
				t.Errorf("%s is sent as %q, want %q", at, encoding, best)
			}
			var from io.Reader = bytes.NewReader(body)
			switch encoding {
			case "gzip":
				from = testserver.Must(gzip.NewReader(from))(t)
			case "br":
				from = brotli.NewReader(from)
			}
			if got := testserver.Must(io.ReadAll(from))(t); string(got) != want {
				t.Errorf("%s: %d bytes, want %d", at, len(got), len(want))
			}
			if got := strings.ToLower(answer.Header.Get("Content-Type")); got != TypeOf(name) {
				t.Errorf("%s has the type %q, want %q", at, got, TypeOf(name))
			}
			if got := answer.Header.Get("Cache-Control"); got != CacheOf(name) {
				t.Errorf("%s is cached as %q, want %q", at, got, CacheOf(name))
			}
			if encoding != "" && !strings.Contains(strings.Join(answer.Header.Values("Vary"), ","), "Accept-Encoding") {
				t.Errorf("%s has Vary %q", at, answer.Header.Values("Vary"))
			}
			for _, h := range Headers {
				if got := answer.Header.Get(h.Name); got != h.Value {
					t.Errorf("%s: %s is %q", at, h.Name, got)
				}
			}
		}
	}
	answer, body := get(t, port, s.Path("tidak/ada.html"), "")
	if answer.StatusCode != 404 || !strings.Contains(string(body), "tidak ada di sini") || !strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
		t.Errorf("a missing page: %s %q %q", answer.Status, answer.Header.Get("Content-Type"), body[:min(40, len(body))])
	}
	if answer, _ := get(t, port, s.Path(".suluh"), ""); answer.StatusCode != 404 {
		t.Errorf("the list of files: %s", answer.Status)
	}
	answer, _ = get(t, port, s.Path("lama.html"), "")
	if to := answer.Header.Get("Location"); answer.StatusCode != 301 || !strings.HasSuffix(to, s.Path("desa/ambulu.html")) {
		t.Errorf("an old address: %s to %q", answer.Status, to)
	}
}

// places are where a site may stand.
var places = []string{"", "jember"}

func TestNginx(t *testing.T) {
	name := testserver.Program(t, "nginx")
	const module = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"
	if _, err := os.Stat(module); errors.Is(err, os.ErrNotExist) {
		testserver.Program(t, "libnginx-mod-http-brotli-static")
	}
	for _, below := range places {
		root, s := site(t, below)
		port, dir := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0]), t.TempDir()
		conf := strings.Replace(render(t, "nginx", "hosting/nginx.conf", s), "# brotli_static on;", "brotli_static on;", 1)
		write(t, filepath.Join(dir, "situs.conf"), conf)
		write(t, filepath.Join(dir, "nginx.conf"), fmt.Sprintf("daemon off; pid %[1]s/pid; error_log stderr; load_module %[2]s;\nevents {}\nhttp { access_log off; client_body_temp_path %[1]s/a; proxy_temp_path %[1]s/b; fastcgi_temp_path %[1]s/c; uwsgi_temp_path %[1]s/d; scgi_temp_path %[1]s/e;\nserver { listen 127.0.0.1:%[3]s; root %[4]s; include %[1]s/situs.conf; } }\n", dir, module, port, root))
		testserver.Start(t, "127.0.0.1:"+port, name, "-c", filepath.Join(dir, "nginx.conf"))
		mustServe(t, port, s)
	}
}

func TestCaddy(t *testing.T) {
	name := testserver.Program(t, "caddy")
	for _, below := range places {
		root, s := site(t, below)
		port, dir := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0]), t.TempDir()
		write(t, filepath.Join(dir, "situs"), render(t, "caddy", "hosting/Caddyfile", s))
		write(t, filepath.Join(dir, "Caddyfile"), fmt.Sprintf("{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:%s {\n\troot * %s\n\timport %s\n}\n", port, root, filepath.Join(dir, "situs")))
		testserver.Start(t, "127.0.0.1:"+port, name, "run", "--adapter", "caddyfile", "--config", filepath.Join(dir, "Caddyfile"))
		mustServe(t, port, s)
	}
}

func TestApache(t *testing.T) {
	name := testserver.Program(t, "apache2")
	for _, below := range places {
		root, s := site(t, below)
		port, dir := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0]), t.TempDir()
		write(t, filepath.Join(root, below, ".htaccess"), render(t, "apache", ".htaccess", s))
		var modules strings.Builder
		for _, m := range []string{"mpm_event", "authz_core", "dir", "mime", "rewrite", "headers", "negotiation", "deflate", "filter"} {
			fmt.Fprintf(&modules, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
		}
		write(t, filepath.Join(dir, "apache.conf"), fmt.Sprintf("%sServerName localhost\nServerRoot %s\nPidFile %s/pid\nErrorLog %s/log\nListen 127.0.0.1:%s\nUser www-data\nGroup www-data\nTypesConfig /etc/mime.types\nAddLanguage br .br\nAddOutputFilterByType DEFLATE text/html text/plain\nDocumentRoot %s\n<Directory %s>\nAllowOverride All\nRequire all granted\n</Directory>\n",
			modules.String(), dir, dir, dir, port, root, root))
		testserver.Start(t, "127.0.0.1:"+port, name, "-X", "-f", filepath.Join(dir, "apache.conf"))
		mustServe(t, port, s)
	}
}

// TestPythonServer: a host that knows nothing still shows the site.
func TestPythonServer(t *testing.T) {
	name := testserver.Program(t, "python3")
	root, s := site(t, "jember")
	port := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0])
	testserver.Start(t, "127.0.0.1:"+port, name, "-m", "http.server", "--bind", "127.0.0.1", "--directory", root, port)
	for file, text := range texts {
		answer, body := get(t, port, s.Path(file), "gzip, br")
		if answer.StatusCode != 200 || string(body) != strings.Repeat(text+" ", 100) || answer.Header.Get("Content-Encoding") != "" {
			t.Errorf("%s: %s, %d bytes", file, answer.Status, len(body))
		}
		if path.Ext(file) == ".html" && !strings.HasPrefix(answer.Header.Get("Content-Type"), "text/html") {
			t.Errorf("%s has the type %q", file, answer.Header.Get("Content-Type"))
		}
	}
}

// TestCloudflare asks the program with which Cloudflare serves pages (workerd, begun by its
// wrangler, which ./build.sh cloudflare fetches). It compresses by itself, and takes the
// ending off the addresses of pages.
func TestCloudflare(t *testing.T) {
	name := os.Getenv("WRANGLER")
	if name == "" {
		t.Skip("begun by ./build.sh cloudflare")
	}
	root, s := site(t, "")
	for _, file := range []string{"_headers", "_redirects"} {
		write(t, filepath.Join(root, file), render(t, "cloudflare", file, s))
	}
	port := fmt.Sprint(testserver.Free(t, "127.0.0.1", 1)[0])
	testserver.Start(t, "127.0.0.1:"+port, name, "pages", "dev", root, "--ip", "127.0.0.1", "--port", port, "--compatibility-date", "2026-04-01")
	for file, text := range texts {
		address := s.Path(file)
		if path.Ext(file) == ".html" {
			short := strings.TrimSuffix(strings.TrimSuffix(address, ".html"), "index")
			if answer, _ := get(t, port, address, ""); file != "lama.html" && (answer.StatusCode != 308 || answer.Header.Get("Location") != short) {
				t.Errorf("%s: %s to %q", address, answer.Status, answer.Header.Get("Location"))
			}
			address = short
		}
		if file == "lama.html" || file == "404.html" {
			continue // see below
		}
		answer, body := get(t, port, address, "")
		if answer.StatusCode != 200 || string(body) != strings.Repeat(text+" ", 100) {
			t.Errorf("%s: %s, %d bytes", address, answer.Status, len(body))
		}
		if kind := answer.Header.Get("Content-Type"); file != ".suluh" && path.Ext(file) != ".js" && !strings.HasPrefix(strings.ToLower(kind), strings.Split(TypeOf(file), ";")[0]) {
			t.Errorf("%s has the type %q, want %q", file, kind, TypeOf(file))
		}
		if want := CacheOf(file); (want == ForEver || want == Never) && answer.Header.Get("Cache-Control") != want {
			t.Errorf("%s is cached as %q, want %q", file, answer.Header.Get("Cache-Control"), want)
		}
		for _, h := range Headers {
			if got := answer.Header.Get(h.Name); got != h.Value {
				t.Errorf("%s: %s is %q", file, h.Name, got)
			}
		}
	}
	if answer, body := get(t, port, "/tidak/ada.html", ""); answer.StatusCode != 404 || !strings.Contains(string(body), "tidak ada di sini") {
		t.Errorf("a missing page: %s %q", answer.Status, body[:min(40, len(body))])
	}
	if answer, _ := get(t, port, "/lama.html", ""); answer.StatusCode != 301 || answer.Header.Get("Location") != "/desa/ambulu.html" {
		t.Errorf("an old address: %s to %q", answer.Status, answer.Header.Get("Location"))
	}
}

func TestHeadersFile(t *testing.T) {
	_, s := site(t, "")
	text := render(t, "netlify", "_headers", s)
	for _, want := range []string{"/*\n  X-Content-Type-Options: nosniff\n", "\n/s/app.1f2e3d4c.js\n  Cache-Control: " + ForEver + "\n", "\n/sw.js\n  Cache-Control: " + Never + "\n", "\n/*.vcf\n  Content-Type: text/vcard; charset=utf-8\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("_headers lacks %q:\n%s", want, text)
		}
	}
	if got := render(t, "netlify", "_redirects", s); got != "/lama.html /desa/ambulu.html 301!\n" {
		t.Errorf("_redirects of Netlify: %q", got)
	}
	if got := render(t, "cloudflare", "_redirects", s); got != "/lama.html /desa/ambulu.html 301\n" {
		t.Errorf("_redirects of Cloudflare: %q", got)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
