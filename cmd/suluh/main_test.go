package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"suluh": main})
}

// TestScript runs testdata/script: one file for each thing that a user of the
// command meets. Beside testscript's own commands the scripts may use
//
//	site             lay out a small site that is in order
//	replace FILE OLD NEW
//	startserve       run suluh serve on a free port; $URL is its address
//	get PATH CODE TEXT...   fetch $URL/PATH until it holds every text
//	getno PATH TEXT...      fetch until it holds none of them
//	listen           wait for reload events from now on
//	reloaded         an event came
//	same FILE        FILE was not written again since: mark FILE
//	mark FILE
//	forge DIR        change a page of a published site and make its list of files fit
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireUniqueNames:  true,
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("NO_COLOR", "1")
			e.Setenv("LANG", "id_ID.UTF-8")
			e.Values[marks{}] = map[string]os.FileInfo{}
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"site": layOut, "replace": replace, "startserve": startServe, "get": get, "getno": getNo,
			"listen": listen, "reloaded": reloaded, "mark": mark, "same": same, "forge": forge,
		},
	})
}

// smallSite is a site without faults and without warnings.
var smallSite = map[string]string{
	"content/situs.yaml": "nama: Coba\nnama_tab: Buku\nbahasa: [id]\nkeluar: https://example.org/\nutama: [pusat]\n",
	"content/beranda.md": "---\njudul: Apa yang Anda butuhkan?\nringkasan: Awal.\nsituasi:\n  - judul: Saya mau berangkat\n    ke: panduan/biaya.md\ndiperiksa: 2026-11-01\n---\nBantuan gratis.\n",
	"content/panduan/biaya.md": "---\njudul: Biaya\nringkasan: Siapa membayar.\ndiperiksa: 2026-11-01\n---\n" +
		"Minta kuitansi. Tanya :kontak[pusat].\n",
	"content/kontak.yaml": "- id: pusat\n  nama: Pusat panggilan\n  kelompok: nasional\n  status: pasti\n  diperiksa: 2026-11-01\n" +
		"  sumber: [{nama: Uji}]\n  nomor:\n    - nomor: 110\n      jenis: pendek\n",
	"villages/ambulu.md": "---\nnama: Ambulu\nkode: \"35.09.12.2004\"\nkecamatan: Ambulu\nstatus: aktif\nkantor:\n  rt: 010\n" +
		"kontak:\n  - peran: Kantor desa\n    telepon: 081234567891\n    pribadi: tidak\ndiperiksa: 2026-11-01\nsumber: [{nama: Uji}]\n---\nDesa Ambulu.\n",
}

func layOut(ts *testscript.TestScript, _ bool, _ []string) {
	for name, text := range smallSite {
		file := ts.MkAbs(name)
		ts.Check(os.MkdirAll(filepath.Dir(file), 0o755))
		ts.Check(os.WriteFile(file, []byte(text), 0o644))
	}
}

func replace(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: replace FILE OLD NEW")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o644))
}

func startServe(ts *testscript.TestScript, _ bool, args []string) {
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "suluh", append([]string{"serve", "--addr", "127.0.0.1:0", "--date", "2026-11-23"}, args...)...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "PATH="+ts.Getenv("PATH"), "LANG=id_ID.UTF-8")
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	ts.Defer(func() { stop(); _ = cmd.Wait() })
	url, err := bufio.NewReader(out).ReadString('\n')
	ts.Check(err)
	go func() { _, _ = io.Copy(io.Discard, out) }()
	ts.Setenv("URL", strings.TrimSuffix(strings.TrimSpace(url), "/"))
}

// patience is how long an edit may take to be seen on a busy machine; it is a
// limit of the test, not a promise.
const patience = 10 * time.Second

// fetch asks until the answer satisfies ok.
func fetch(ts *testscript.TestScript, path string, ok func(code int, body string) bool) {
	var code int
	var body string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		resp, err := http.Get(ts.Getenv("URL") + path)
		ts.Check(err)
		data, err := io.ReadAll(resp.Body)
		ts.Check(err)
		_ = resp.Body.Close()
		if code, body = resp.StatusCode, string(data); ok(code, body) {
			return
		}
	}
	ts.Fatalf("%s answers %d:\n%s", path, code, body)
}

func get(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[1])
	ts.Check(err)
	fetch(ts, args[0], func(code int, body string) bool {
		for _, text := range args[2:] {
			if !strings.Contains(body, text) {
				return false
			}
		}
		return code == want
	})
}

func getNo(ts *testscript.TestScript, _ bool, args []string) {
	fetch(ts, args[0], func(_ int, body string) bool {
		for _, text := range args[1:] {
			if strings.Contains(body, text) {
				return false
			}
		}
		return true
	})
}

func listen(ts *testscript.TestScript, _ bool, _ []string) {
	ctx, stop := context.WithCancel(context.Background())
	ts.Defer(stop)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, ts.Getenv("URL")+"/_suluh/events", nil)
	ts.Check(err)
	resp, err := http.DefaultClient.Do(req)
	ts.Check(err)
	lines := bufio.NewReader(resp.Body)
	_, err = lines.ReadString('\n') // the greeting: the server hears us now
	ts.Check(err)
	seen := ts.MkAbs("reload-event")
	go func() {
		defer resp.Body.Close()
		for {
			line, err := lines.ReadString('\n')
			if err != nil {
				return
			}
			if strings.HasPrefix(line, "data:") {
				_ = os.WriteFile(seen, []byte(line), 0o644)
			}
		}
	}()
}

func reloaded(ts *testscript.TestScript, _ bool, _ []string) {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if err := os.Remove(ts.MkAbs("reload-event")); err == nil {
			return
		}
	}
	ts.Fatalf("no reload event came")
}

// marks is the key of the files that a script has marked.
type marks struct{}

// mark and same compare a file's place on disk and its time: the same content
// written again is a change.
func mark(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Value(marks{}).(map[string]os.FileInfo)[args[0]] = info
}

func same(ts *testscript.TestScript, neg bool, args []string) {
	now, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	then := ts.Value(marks{}).(map[string]os.FileInfo)[args[0]]
	if is := os.SameFile(then, now) && then.ModTime().Equal(now.ModTime()); is == neg {
		ts.Fatalf("%s: the same file: %v", args[0], is)
	}
}

// TestServeAtHome: without --addr the preview listens for this computer alone.
// The address is taken while it starts, so that it says which one it wanted and
// ends.
func TestServeAtHome(t *testing.T) {
	if l, err := net.Listen("tcp", "127.0.0.1:1313"); err == nil {
		defer l.Close()
	}
	dir := t.TempDir()
	for name, text := range smallSite {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	var stderr bytes.Buffer
	code := run([]string{"serve", "--source", dir, "--date", "2026-11-23", "--lang", "en"}, io.Discard, &stderr)
	if code != failed || !strings.Contains(stderr.String(), "uses the address 127.0.0.1:1313,") {
		t.Errorf("serve ends with %d and says %q", code, &stderr)
	}
}
