package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// serve measures the preview: how long it takes to start with parsed files at
// hand, how long from the saving of a file until its new page is answered, and
// the memory that it takes.
func (b *bench) serve(p *place) ([]row, error) {
	start := row{what: "serve: start", command: "suluh serve"}
	village := row{what: savedName, command: "GET of the village's page"}
	layout := row{what: "serve: a layout saved, until a page is answered", command: "GET of a village's page"}
	for range b.runs {
		if err := b.preview(p, &start, &village, &layout); err != nil {
			return nil, err
		}
	}
	return []row{start, village, layout}, nil
}

func (b *bench) preview(p *place, start, village, layout *row) error {
	files, err := filepath.Glob(filepath.Join(p.site, "villages/*/*/*/*.md"))
	if err != nil {
		return err
	}
	file := files[len(files)/2]
	rel, err := filepath.Rel(filepath.Join(p.site, "villages"), strings.TrimSuffix(file, ".md"))
	if err != nil {
		return err
	}
	cmd := exec.Command(b.suluh, "serve", "--source", p.site, "--addr", "127.0.0.1:0", "--date", "2026-11-23")
	cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+p.cache)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}
	defer func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
	}()
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return fmt.Errorf("suluh serve did not start: %w", err)
	}
	page := strings.TrimSpace(address) + "desa/" + filepath.ToSlash(rel) + ".html"
	if err := answers(page, "Desa"); err != nil {
		return err
	}
	start.seconds = append(start.seconds, time.Since(began).Seconds())
	mark := fmt.Sprint("Jalan ", time.Now().UnixNano())
	err = edit(file, "Jalan ", mark+" ", func() error { return answers(page, mark) }, village)
	if err != nil {
		return err
	}
	own := filepath.Join(p.site, "layouts/village.html")
	if err := put(own, `{{define "main"}}lama{{end}}`); err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(own))
	if err := answers(page, "lama"); err != nil {
		return err
	}
	err = edit(own, "lama", mark, func() error { return answers(page, mark) }, layout)
	village.megabytes = append(village.megabytes, peak(cmd.Process.Pid))
	return err
}

// edit changes a file and measures until done is.
func edit(file, was, now string, done func() error, r *row) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	began := time.Now()
	if err := os.WriteFile(file, bytes.Replace(data, []byte(was), []byte(now), 1), 0o644); err != nil {
		return err
	}
	if err := done(); err != nil {
		return err
	}
	r.seconds = append(r.seconds, time.Since(began).Seconds())
	return nil
}

// answers asks for a page until it says something.
func answers(page, want string) error {
	for began := time.Now(); time.Since(began) < time.Minute; {
		answer, err := http.Get(page)
		if err != nil {
			return err
		}
		body, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if err == nil && bytes.Contains(body, []byte(want)) {
			return nil
		}
	}
	return fmt.Errorf("%s never says %q", page, want)
}

// peak gives the most memory, in megabytes, that a running process has held; 0
// where the system does not tell.
func peak(pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, _ := strconv.ParseFloat(strings.Fields(rest + " 0")[0], 64)
	return kilobytes / 1024
}
