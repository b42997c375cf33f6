package desk

import (
	"context"
	"errors"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"suluh/internal/content"
	"suluh/internal/edit"
	"suluh/internal/markdown"
	"suluh/internal/minify"
	"suluh/internal/source"
)

// The history is Git's, where the program is installed: each saving is a commit with a
// message in plain words. Nobody has to know Git.

// version is a file as it was once.
type version struct{ ID, When, What string }

type historyView struct {
	File     string
	HasGit   bool
	CanBegin bool
	Versions []version
	Shown    string     // the version whose change is shown
	Seen     []lineView // what readers see otherwise
	Lines    []lineView // how that is written
}

// lineView is a line of a change: Sort is tambah, hapus or "".
type lineView struct{ Sort, Text string }

// git runs Git in the site's folder.
func (d *Desk) git(args ...string) (string, error) {
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", d.dir, "-c", "core.quotepath=off", "-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", "-c", "core.hooksPath=/dev/null"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
	out, err := cmd.Output()
	return string(out), err
}

// hasGit tells whether the folder keeps a history.
func (d *Desk) hasGit() bool {
	out, err := d.git("rev-parse", "--is-inside-work-tree")
	return err == nil && strings.TrimSpace(out) == "true"
}

// remember keeps the files as they are now. Without Git, or where it refuses, the files
// are written all the same.
func (d *Desk) remember(what string, names ...string) {
	if !d.hasGit() {
		return
	}
	if _, err := d.git(append([]string{"add", "--"}, names...)...); err != nil {
		return
	}
	_, _ = d.git(append(append(d.author(), "commit", "-q", "--no-verify", "-m", what, "--"), names...)...)
}

// author names a writer where Git knows none.
func (d *Desk) author() []string {
	if name, err := d.git("config", "user.email"); err == nil && strings.TrimSpace(name) != "" {
		return nil
	}
	return []string{"-c", "user.name=Meja kerja Suluh", "-c", "user.email=meja@localhost"}
}

// history shows what a file, or the site, was before.
func (d *Desk) history(w http.ResponseWriter, r *http.Request) {
	v := historyView{File: r.URL.Query().Get("berkas"), HasGit: d.hasGit()}
	if v.File != "" {
		if _, err := d.fileIn(v.File); err != nil {
			d.refuse(w, "Berkas ini bukan bagian dari situs", "Pilih berkas dari daftar.")
			return
		}
	}
	if !v.HasGit {
		_, err := exec.LookPath("git")
		v.CanBegin = err == nil
		d.show(w, "history", "Riwayat", v)
		return
	}
	args := []string{"log", "-50", "--format=%H%x09%ad%x09%s", "--date=format:%Y-%m-%d %H:%M", "--", "content", "villages"}
	if v.File != "" {
		args = append(args[:4], "--", v.File)
	}
	out, err := d.git(args...)
	if err != nil {
		out = "" // nothing was kept yet
	}
	for line := range strings.Lines(out) {
		if parts := strings.SplitN(strings.TrimSpace(line), "\t", 3); len(parts) == 3 {
			v.Versions = append(v.Versions, version{parts[0], parts[1], parts[2]})
		}
	}
	if id := r.URL.Query().Get("versi"); commitForm.MatchString(id) && v.File != "" {
		v.Shown = id
		v.Seen, v.Lines = d.changeOf(id, v.File)
	}
	d.show(w, "history", "Riwayat", v)
}

var commitForm = regexp.MustCompile(`^[0-9a-f]{40}$`)

// changeOf gives what a version changed in a file: as readers of the page see it, and line
// by line as it is written. The first is empty where they see no other words.
func (d *Desk) changeOf(id, name string) (seen, written []lineView) {
	now, err := d.git("show", id+":./"+name)
	if err != nil {
		now = "" // it took the file away
	}
	was, err := d.git("show", id+"^:./"+name)
	if err != nil {
		was = "" // it began the file
	}
	return changedLines(name, wordsOf(name, was), wordsOf(name, now)), changedLines(name, was, now)
}

// wordsOf gives the words of a page as readers get them, without its signs; "" for a file
// that is no page, or cannot be read.
func wordsOf(name, text string) string {
	f, broken := source.New(name, []byte(text))
	if broken != nil || !strings.HasPrefix(name, content.Folder) || path.Ext(name) != ".md" {
		return ""
	}
	p, _ := content.ParsePage(f, markdown.NewParser(minify.New()))
	if p == nil || p.Doc == nil {
		return ""
	}
	return p.Meta.Title + "\n" + p.Meta.Summary + "\n" + p.Doc.Text
}

// changedLines gives the lines of a change, with one on each side.
func changedLines(name, was, now string) []lineView {
	var lines []lineView
	inside := false
	for line := range strings.Lines(edit.Change{Name: name, Old: []byte(was), New: []byte(now)}.Diff()) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case strings.HasPrefix(line, "@@"):
			inside = true
		case !inside || line == "" || strings.TrimSpace(line[1:]) == "":
		case line[0] == '+':
			lines = append(lines, lineView{"tambah", line[1:]})
		case line[0] == '-':
			lines = append(lines, lineView{"hapus", line[1:]})
		case line[0] == ' ':
			lines = append(lines, lineView{"", line[1:]})
		}
	}
	return lines
}

// keepHistory begins a history of the folder.
func (d *Desk) keepHistory(w http.ResponseWriter, r *http.Request) {
	if !d.hasGit() {
		if _, err := d.git("init", "-q"); err != nil {
			d.trouble(w, err)
			return
		}
		for _, folder := range []string{"content", "villages", "layouts", "static"} {
			if _, err := os.Stat(filepath.Join(d.dir, folder)); err == nil {
				if _, err := d.git("add", "--", folder); err != nil {
					d.trouble(w, err)
					return
				}
			}
		}
		if _, err := d.git(append(d.author(), "commit", "-q", "--no-verify", "-m", "Isi situs saat riwayat dimulai")...); err != nil {
			d.trouble(w, err)
			return
		}
	}
	http.Redirect(w, r, Path+"riwayat", http.StatusSeeOther)
}

// bringBack gives a file the content of a version, as a new change: what stands there now
// stays in the history, too.
func (d *Desk) bringBack(w http.ResponseWriter, r *http.Request) {
	name, id := r.PostFormValue("berkas"), r.PostFormValue("versi")
	if !commitForm.MatchString(id) {
		d.refuse(w, "Versi ini tidak ada", "Pilih dari riwayat.")
		return
	}
	d.change(w, r, name, func([]byte) ([]byte, bool) {
		old, err := d.git("show", id+":./"+name)
		if err != nil {
			d.trouble(w, errors.New("versi ini tidak bisa dibaca dari riwayat"))
			return nil, false
		}
		return []byte(old), true
	})
}
