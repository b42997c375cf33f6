package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"suluh/internal/cache"
	"suluh/internal/output"
)

// The program git is used, not a library: it knows the keys, tokens, proxies and helpers
// with which its user reaches the repository already, and whoever has a repository has it.

// branch is a branch of a Git repository. It moves in one step.
type branch struct {
	session *Session
	secret  []byte // for HTTP, where git knows none itself; may be nil
	dir     string // a repository of our own, with what is needed of the other
	tip     string // the commit that stands there; "" where there is no branch
}

func (s *Session) openGit() (host, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, fmt.Errorf("git: %w", ErrNoProgram)
	}
	b := &branch{session: s, dir: filepath.Join(s.archive.dir, "git")}
	if strings.HasPrefix(s.to.Remote, "http") {
		secret, err := s.opt.Secrets.Find()
		if err != nil && !errors.Is(err, ErrNoSecret) {
			return nil, err
		}
		b.secret = secret
	}
	if _, err := b.git(nil, "init", "-q", "--bare", b.dir); err != nil {
		return nil, err
	}
	if err := b.fetch(); err != nil {
		return nil, err
	}
	return b, nil
}

// fetch brings the newest commit of the branch.
func (b *branch) fetch() error {
	ref := "refs/heads/" + b.session.to.Branch
	heads, err := b.git(nil, "ls-remote", b.session.to.Remote, ref)
	if err != nil {
		return err
	}
	b.tip, _, _ = strings.Cut(heads, "\t")
	if b.tip == "" {
		return nil
	}
	_, err = b.git(nil, "fetch", "-q", "--depth", "1", "--no-tags", b.session.to.Remote, ref)
	return err
}

// gitTime is how long one act of git may take.
const gitTime = 15 * time.Minute

// git runs the program; its error is what it said.
func (b *branch) git(input []byte, args ...string) (string, error) {
	ctx, stop := context.WithTimeout(context.Background(), gitTime)
	defer stop()
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", b.session.archive.dir, "-c", "core.autocrlf=false", "-c", "core.quotepath=off", "-c", "gc.auto=0"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_DIR="+b.dir, "GIT_INDEX_FILE="+filepath.Join(b.dir, "suluh-index"), "GIT_TERMINAL_PROMPT=0", "LC_ALL=C",
		"GIT_SSH_COMMAND="+sshCommand(os.Getenv("GIT_SSH_COMMAND")))
	if secret := b.secret; secret != nil {
		// A header that is set by the environment is in no list of processes.
		cmd.Env = append(cmd.Env, "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=http.extraHeader", "GIT_CONFIG_VALUE_0=Authorization: Basic "+basic(b.session.to.User, secret))
	}
	cmd.Stdin = bytes.NewReader(input)
	var out, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	if err == nil {
		return out.String(), nil
	}
	err = fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(complaint.String()))
	for _, words := range []string{"Authentication failed", "could not read Username", "Permission denied", "403"} {
		if strings.Contains(complaint.String(), words) {
			return "", fmt.Errorf("%w: %w", ErrLogin, err)
		}
	}
	return "", err
}

// sshCommand never asks: nobody may be there to answer.
func sshCommand(usual string) string {
	if usual == "" {
		usual = "ssh"
	}
	return usual + " -o BatchMode=yes"
}

func (b *branch) read(name string) ([]byte, error) {
	if b.tip == "" {
		return nil, fs.ErrNotExist
	}
	if found, err := b.git(nil, "ls-tree", "--name-only", b.tip, "--", name); err != nil || found == "" {
		return nil, errors.Join(err, fs.ErrNotExist)
	}
	data, err := b.git(nil, "cat-file", "blob", b.tip+":"+name)
	return []byte(data), err
}

// publish makes one commit upon the one that stands there, whose other files stay, and
// moves the branch to it, unless somebody else has moved it meanwhile.
func (b *branch) publish(_ context.Context, p *Plan) error {
	_ = os.Remove(filepath.Join(b.dir, "suluh-index"))
	if b.tip != "" {
		if _, err := b.git(nil, "read-tree", b.tip); err != nil {
			return err
		}
	}
	var index bytes.Buffer
	for _, name := range p.Gone {
		fmt.Fprintf(&index, "0 %040d\t%s\x00", 0, name)
	}
	files := append(append(Names{output.ManifestName}, p.New...), p.Changed...)
	var paths bytes.Buffer
	for _, name := range files {
		data, err := p.Version.Read(name)
		if err != nil {
			return err
		}
		// Bytes that are kept already, under their hash, are what git reads.
		file := b.session.archive.object(cache.HashOf(data))
		if name == output.ManifestName {
			file = filepath.Join(b.dir, "suluh-list")
			if err := os.WriteFile(file, data, 0o600); err != nil {
				return fmt.Errorf("write the list: %w", err)
			}
		}
		full, err := filepath.Abs(file)
		if err != nil {
			return err
		}
		fmt.Fprintln(&paths, filepath.ToSlash(full))
	}
	hashes, err := b.git(paths.Bytes(), "hash-object", "-w", "--no-filters", "--stdin-paths")
	if err != nil {
		return err
	}
	for i, hash := range strings.Fields(hashes) {
		fmt.Fprintf(&index, "100644 %s\t%s\x00", hash, files[i])
	}
	if _, err := b.git(index.Bytes(), "update-index", "-z", "--index-info"); err != nil {
		return err
	}
	tree, err := b.git(nil, "write-tree")
	if err != nil {
		return err
	}
	args := []string{"-c", "user.name=Suluh", "-c", "user.email=suluh@localhost", "commit-tree", strings.TrimSpace(tree), "-m", "Terbit dengan Suluh"}
	if b.tip != "" {
		args = append(args, "-p", b.tip)
	}
	commit, err := b.git(nil, args...)
	if err != nil {
		return err
	}
	if err := b.session.opt.fault.Step(); err != nil {
		return err
	}
	ref := "refs/heads/" + b.session.to.Branch
	if _, err := b.git(nil, "push", "-q", "--force-with-lease="+ref+":"+b.tip, b.session.to.Remote, strings.TrimSpace(commit)+":"+ref); err != nil {
		return err
	}
	for _, names := range []Names{p.New, p.Changed, p.Gone} {
		for _, name := range names {
			p.sent(name)
		}
	}
	return nil
}

func (b *branch) has(string) bool { return true }
func (b *branch) swaps() bool     { return true }
func (b *branch) close() error    { return nil }
