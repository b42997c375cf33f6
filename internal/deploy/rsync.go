package deploy

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"suluh/internal/output"
	"suluh/internal/target"
)

func basic(user string, secret []byte) string {
	if user == "" {
		user = "suluh" // hosts that take a token look at nothing else
	}
	return base64.StdEncoding.EncodeToString([]byte(user + ":" + string(secret)))
}

// mirror is a folder that rsync reaches. It sends many files on one line, and of a large
// one only what changed.
type mirror struct {
	session *Session
	place   string // as rsync calls it
}

func (s *Session) openRsync() (host, error) {
	if _, err := exec.LookPath("rsync"); err != nil {
		return nil, fmt.Errorf("rsync: %w", ErrNoProgram)
	}
	at := s.to.Host
	if strings.Contains(at, ":") {
		at = "[" + at + "]"
	}
	if s.to.User != "" {
		at = s.to.User + "@" + at
	}
	if s.to.Kind == target.RsyncSSH {
		return &mirror{s, at + ":" + s.to.Path}, nil
	}
	if s.to.Port != "" {
		at += ":" + s.to.Port
	}
	return &mirror{s, "rsync://" + at + path.Clean("/"+s.to.Path)}, nil
}

// run runs rsync with the folder there as the last argument, or the first where files come.
func (h *mirror) run(ctx context.Context, args ...string) error {
	all := []string{"--timeout=120", "--chmod=D755,F644"}
	if h.session.to.Kind == target.RsyncSSH {
		command := sshCommand("")
		if h.session.to.Port != "" {
			command += " -p " + h.session.to.Port
		}
		if file := h.session.opt.Secrets.File; file != "" {
			command += " -i '" + strings.ReplaceAll(file, "'", `''`) + "'"
		}
		if own := os.Getenv("RSYNC_RSH"); own != "" {
			command = own
		}
		all = append(all, "-e", command)
	} else {
		all = append(all, "--contimeout=30")
	}
	cmd := exec.CommandContext(ctx, "rsync", append(all, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	if secret, err := h.session.opt.Secrets.Find(); err == nil && h.session.to.Kind == target.Rsync {
		cmd.Env = append(cmd.Env, "RSYNC_PASSWORD="+string(secret))
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	err := cmd.Run()
	if err == nil {
		return nil
	}
	text := strings.TrimSpace(complaint.String())
	err = fmt.Errorf("rsync: %w: %s", err, text)
	switch {
	case strings.Contains(text, "No such file or directory (2)") || strings.Contains(text, "Not a directory (20)"):
		return fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	case strings.Contains(text, "auth failed") || strings.Contains(text, "Permission denied (publickey") || strings.Contains(text, "Host key verification failed"):
		return fmt.Errorf("%w: %w", ErrLogin, err)
	}
	return err
}

func (h *mirror) read(name string) ([]byte, error) {
	dir, err := h.staged()
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "file")
	if err := h.run(context.Background(), h.place+"/"+name, file); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
}

// staged makes a folder of this computer that rsync reads or writes.
func (h *mirror) staged() (string, error) {
	dir, err := os.MkdirTemp(h.session.archive.dir, "rsync-")
	if err != nil {
		return "", fmt.Errorf("make folder: %w", err)
	}
	return dir, nil
}

// publish sends each turn of the plan in one run. The list of what changes goes first, and
// the list of the version last of all, as on every host where files change one by one.
func (h *mirror) publish(ctx context.Context, p *Plan) error {
	now := p.now.pending.with(p)
	if err := h.session.archive.begin(p.now.pending, now); err != nil {
		return err
	}
	if p.now.pending == nil || len(now) > len(p.now.pending) {
		if err := h.send(ctx, []string{pendingName}, func(string) ([]byte, error) { return now.data(), nil }); err != nil {
			return err
		}
	}
	h.session.opt.Whole = false
	if err := h.take(ctx, p.InTheWay()); err != nil {
		return err
	}
	for _, names := range p.Send() {
		if len(names) == 0 {
			continue
		}
		if err := h.send(ctx, names, p.Version.Read); err != nil {
			return err
		}
		for _, name := range names {
			hash, _ := p.Version.Has(name)
			p.sent(name)
			if err := h.session.archive.note(name, hash); err != nil {
				return err
			}
		}
	}
	for _, names := range p.Take() {
		if err := h.take(ctx, names); err != nil {
			return err
		}
	}
	for _, name := range p.Gone {
		p.sent(name)
	}
	if err := h.send(ctx, []string{output.ManifestName}, p.Version.Read); err != nil {
		return err
	}
	return h.take(ctx, Names{pendingName})
}

// send puts files into a folder of this computer, from where rsync takes them. What rsync
// has received half it keeps out of sight, and names nothing before it is whole.
func (h *mirror) send(ctx context.Context, names []string, read func(string) ([]byte, error)) error {
	staged, err := h.staged()
	if err != nil {
		return err
	}
	defer os.RemoveAll(staged)
	for _, name := range names {
		data, err := read(name)
		if err != nil {
			return err
		}
		file := filepath.Join(staged, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return fmt.Errorf("make folder: %w", err)
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
	}
	return h.list(ctx, staged, names, "-r", "--force", "-z", "--checksum", "--delay-updates", "--mkpath")
}

// take takes files away: those that are missing here, of a list, go there.
func (h *mirror) take(ctx context.Context, names Names) error {
	if len(names) == 0 {
		return nil
	}
	staged, err := h.staged()
	if err != nil {
		return err
	}
	defer os.RemoveAll(staged)
	// rsync wants to see the folders of what is missing.
	for _, name := range names {
		file := filepath.Join(staged, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return fmt.Errorf("make folder: %w", err)
		}
	}
	if err := h.list(ctx, staged, names, "--delete-missing-args", "--force"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, name := range names {
		if err := h.session.archive.note(name, gone); err != nil {
			return err
		}
	}
	return nil
}

func (h *mirror) list(ctx context.Context, staged string, names []string, args ...string) error {
	list, err := os.CreateTemp(h.session.archive.dir, "list-")
	if err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	defer os.Remove(list.Name())
	_, err = list.WriteString(strings.Join(names, "\x00") + "\x00")
	if err := errors.Join(err, list.Close()); err != nil {
		return fmt.Errorf("write the list: %w", err)
	}
	if err := h.session.opt.fault.Step(); err != nil {
		return err
	}
	return h.run(ctx, append(args, "--from0", "--files-from="+list.Name(), staged+"/", h.place+"/")...)
}

func (h *mirror) has(string) bool { return true }
func (h *mirror) swaps() bool     { return false }
func (h *mirror) close() error    { return nil }
