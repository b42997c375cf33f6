//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// pasted is a page that an office program wrote, of at least a number of bytes.
func pasted(bytes int) string {
	var b strings.Builder
	for i := 0; b.Len() < bytes; i++ {
		if i%8 == 0 {
			fmt.Fprintf(&b, "#### Melompat %d\n\n", i)
		}
		fmt.Fprintf(&b, "<p style=\"margin-bottom: 0cm; line-height: 100%%\"><font face=\"Calibri, serif\"><b>Butir %d</b> dan <i>isi</i><br></font></p>\n\n[lihat](halaman-%d.html) • satu\n\n", i, i)
	}
	return b.String()
}

// bodies is some 120 pages as they come from elsewhere, converted by a program.
func bodies() map[string]string {
	const front = "---\njudul: Isi dari luar\nringkasan: Isi dari luar.\ndiperiksa: 2026-11-01\n---\n"
	pages := map[string]string{
		"html-140-kb": front + pasted(140<<10),
		"html-1-mb":   front + pasted(1020<<10),
		"baris-72-kb": front + strings.Repeat("<b>x</b> ", 8000) + "\n",
	}
	for i := range 120 {
		pages[fmt.Sprintf("isi-%d", i)] = front + "## Judul\n\nKalimat biasa dengan **tebal** dan [tautan](/panduan/tidak-ada-" + fmt.Sprint(i) + ").\n\n| a | b |\n|---|---|\n| x | y | z |\n\nteks[^1] dan <br> lagi\n\n" + pasted(2<<10)
	}
	return pages
}

// TestPastedBodies: whatever is pasted, check stays small and quick, and tells
// each kind ten times in a file and then counts.
func TestPastedBodies(t *testing.T) {
	suluh := filepath.Join(t.TempDir(), "suluh")
	if out, err := exec.Command("go", "build", "-o", suluh, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	all := bodies()
	for _, want := range []struct {
		name      string
		pages     []string // none means all but the page of 1 MB
		megabytes int64
	}{
		{"a line of 72 KB", []string{"baris-72-kb"}, 75}, // the program alone holds some 60
		{"a page of 1 MB", []string{"html-1-mb"}, 200},
		{"120 pages", nil, 120},
	} {
		t.Run(want.name, func(t *testing.T) {
			dir := t.TempDir()
			write := func(name, text string) {
				file := filepath.Join(dir, filepath.FromSlash(name))
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			write("content/situs.yaml", smallSite["content/situs.yaml"])
			write("content/beranda.md", "---\njudul: Awal\nringkasan: Awal.\ndiperiksa: 2026-11-01\n---\nHalo.\n")
			for name, text := range all {
				if want.pages == nil && name != "html-1-mb" || len(want.pages) > 0 && want.pages[0] == name {
					write("content/panduan/"+name+".md", text)
				}
			}
			cmd := exec.Command(suluh, "check", "--source", dir, "--date", "2026-11-23")
			cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+t.TempDir())
			out, _ := cmd.CombinedOutput() // it has errors
			usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
			megabytes, busy := usage.Maxrss>>10, cmd.ProcessState.UserTime()
			t.Logf("%d MB, %v of processor time, %d lines", megabytes, busy.Round(time.Millisecond), bytes.Count(out, []byte("\n")))
			if megabytes > want.megabytes {
				t.Errorf("%d MB, want at most %d", megabytes, want.megabytes)
			}
			if busy > 4*time.Second { // 0.6 s on a machine of 2026; processor time does not grow when others are busy
				t.Errorf("%v of processor time", busy)
			}
			if lines := bytes.Count(out, []byte("\n")); lines > 40*len(all)*3 {
				t.Errorf("%d lines are printed: the kinds are not counted", lines)
			}
			if !bytes.Contains(out, []byte("lagi dari jenis TEXT04 di berkas ini")) {
				t.Errorf("nothing is counted:\n%.2000s", out)
			}
		})
	}
}
