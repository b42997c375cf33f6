package desk

import (
	"bufio"
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// TestDeskWindows walks the way of PANDUAN from the program for Windows to a page that is
// published on a host with cPanel, without a terminal: by wine, as .ci/wine begins it, which
// names the program.
func TestDeskWindows(t *testing.T) {
	program := os.Getenv("SULUH_WINE")
	if program == "" {
		t.Skip("begun by .ci/wine")
	}
	b := &bench{t: t, dir: t.TempDir()}
	b.user = b.visitor()
	host := deskHosts(t)["ftps"](t)
	b.put("content/situs.yaml", setup)
	b.put("content/beranda.md", home)
	b.put("content/panduan/biaya.md", guide)
	cmd := exec.Command("wine", program, "desk", "--addr", "127.0.0.1:0", "--no-open", "--date", "2026-11-26")
	cmd.Dir = b.dir
	said, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = exec.Command("wine", "taskkill", "/f", "/im", "suluh.exe").Run()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	door := regexp.MustCompile(`(http://127\.0\.0\.1:\d+)(/\S+)`)
	for lines := bufio.NewScanner(said); b.url == "" && lines.Scan(); {
		if at := door.FindStringSubmatch(lines.Text()); at != nil {
			b.url = at[1]
			if page, code := b.get(b.user, at[2]); code != 200 {
				t.Fatalf("the door: %d %s", code, page)
			}
		}
	}
	if b.url == "" {
		t.Fatal("the desk does not say where it is")
	}
	b.walkTo(host)
}
