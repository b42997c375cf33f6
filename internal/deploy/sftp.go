package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/pkg/sftp"
	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"

	"suluh/internal/cache"
	"suluh/internal/output"
)

// dialTime is how long a host may take to answer at all.
const dialTime = 30 * time.Second

// Names beside the site's place on a host where it is a link. It leads to one of two
// folders; the next version is put into the other, and the link then turned.
const (
	folderA = "a"
	folderB = "b"
)

// shell is a line to a host with SFTP, and a folder there.
type shell struct {
	conn *ssh.Client
	*sftp.Client
	dir    string
	shared bool // closed by another one
}

// beside gives another user of the same line: it carries many questions at once.
func (h *shell) beside() *shell { return &shell{h.conn, h.Client, h.dir, true} }

// in gives the same line for another folder.
func (h *shell) in(dir string) *shell { return &shell{h.conn, h.Client, dir, h.shared} }

func (s *Session) openShell(dir string) (*shell, error) {
	var auth []ssh.AuthMethod
	secret, err := s.opt.Secrets.Find()
	if err != nil && !errors.Is(err, ErrNoSecret) {
		return nil, err
	}
	key, err := asKey(secret)
	if err != nil {
		return nil, err
	}
	if key != nil {
		auth = append(auth, ssh.PublicKeys(key))
	} else {
		auth = append(auth, ssh.PublicKeysCallback(func() ([]ssh.Signer, error) { return ownKeys(secret) }))
		if secret != nil {
			auth = append(auth, ssh.Password(string(secret)), ssh.KeyboardInteractive(func(_, _ string, questions []string, _ []bool) ([]string, error) {
				answers := make([]string, len(questions))
				for i := range answers {
					answers[i] = string(secret)
				}
				return answers, nil
			}))
		}
	}
	address := s.to.HostPort("22")
	line, err := net.DialTimeout("tcp", address, dialTime)
	if err != nil {
		return nil, fmt.Errorf("call %s: %w", address, err)
	}
	// A line that was cut without a word would be waited on for ever.
	line = &impatient{line}
	c, channels, requests, err := ssh.NewClientConn(line, address, &ssh.ClientConfig{User: s.to.User, Auth: auth, HostKeyCallback: s.hostKeys(), Timeout: dialTime})
	if err != nil {
		_ = line.Close()
		if strings.Contains(err.Error(), "unable to authenticate") {
			return nil, loginError(err, secret)
		}
		return nil, fmt.Errorf("call %s: %w", address, err)
	}
	conn := ssh.NewClient(c, channels, requests)
	client, err := sftp.NewClient(conn)
	if err != nil {
		_ = conn.Close()
		return nil, fmt.Errorf("begin SFTP: %w", err)
	}
	return &shell{conn, client, dir, false}, nil
}

// loginError tells a missing password from a wrong one.
func loginError(err error, secret []byte) error {
	if secret == nil {
		return fmt.Errorf("%w: %w", ErrNoSecret, err)
	}
	return fmt.Errorf("%w: %w", ErrLogin, err)
}

// ownKeys are those of the person at this computer: what the agent of ssh holds, and the
// usual files, opened with the secret where they are closed.
func ownKeys(secret []byte) ([]ssh.Signer, error) {
	var keys []ssh.Signer
	if socket := os.Getenv("SSH_AUTH_SOCK"); socket != "" {
		if line, err := net.Dial("unix", socket); err == nil {
			held, _ := agent.NewClient(line).Signers() // without an agent, the files are left
			keys = append(keys, held...)
		}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return keys, nil
	}
	for _, name := range []string{"id_ed25519", "id_ecdsa", "id_rsa"} {
		data, err := os.ReadFile(filepath.Join(home, ".ssh", name))
		if err != nil {
			continue
		}
		key, err := ssh.ParsePrivateKey(data)
		if _, closed := errors.AsType[*ssh.PassphraseMissingError](err); closed && secret != nil {
			key, err = ssh.ParsePrivateKeyWithPassphrase(data, secret)
		}
		if err == nil {
			keys = append(keys, key)
		}
	}
	return keys, nil
}

func (h *shell) at(name string) string { return path.Join(h.dir, name) }

func (h *shell) read(name string) ([]byte, error) {
	f, err := h.Open(h.at(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// write puts the bytes beside their place first.
func (h *shell) write(name string, data []byte) error {
	return h.place(name, func(temporary string) error {
		var f *sftp.File
		err := h.inFolder(temporary, func() (err error) {
			f, err = h.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
			return err
		})
		if err != nil {
			return err
		}
		_, err = f.ReadFrom(bytes.NewReader(data))
		return errors.Join(err, f.Close())
	})
}

// inFolder makes something in a folder, which is made only when that says that it is missing.
func (h *shell) inFolder(name string, make func() error) error {
	err := make()
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := h.MkdirAll(path.Dir(name)); err != nil {
		return err
	}
	return make()
}

// place makes a file under another name, and gives it its own in one step.
func (h *shell) place(name string, make func(temporary string) error) error {
	to := h.at(name)
	temporary := to + partEnding
	if err := make(temporary); err != nil {
		return err
	}
	return h.PosixRename(temporary, to)
}

// partEnding is that of a file which has not arrived.
const partEnding = ".suluh-part"

func (h *shell) remove(name string) error {
	if err := h.Remove(h.at(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for dir := range above(name) {
		if h.RemoveDirectory(h.at(dir)) != nil {
			break // it holds something
		}
	}
	return nil
}

func (h *shell) close() error {
	if h.shared {
		return nil
	}
	return errors.Join(h.Client.Close(), h.conn.Close())
}

const sftpLines = 4

func (s *Session) openSFTP() (host, error) {
	dir := s.to.Path
	h, err := s.openShell(dir)
	if err != nil {
		return nil, err
	}
	live, ours, err := h.linked(dir)
	if err != nil {
		_ = h.close()
		return nil, err
	}
	if !ours {
		return &inPlace{files: h, session: s, lines: sftpLines, more: func() (files, error) { return h.beside(), nil }}, nil
	}
	t := &turning{shell: h, link: dir, live: live, session: s}
	t.other = t.folder(folderA)
	if live == t.other {
		t.other = t.folder(folderB)
	}
	return t, nil
}

// linked tells where the site's place leads, if it is a link of ours or may become one:
// nothing stands there yet.
func (h *shell) linked(dir string) (live string, ours bool, err error) {
	info, err := h.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return "", true, nil
	}
	if err != nil {
		return "", false, fmt.Errorf("look at %s: %w", dir, err)
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return "", false, nil
	}
	to, err := h.ReadLink(dir)
	if err != nil {
		return "", false, fmt.Errorf("look at %s: %w", dir, err)
	}
	for _, name := range []string{folderA, folderB} {
		if to == beside(dir, name) {
			return path.Join(path.Dir(dir), to), true, nil
		}
	}
	return "", false, nil
}

// beside names one of the two folders, as the link does.
func beside(dir, which string) string { return "." + path.Base(dir) + ".suluh-" + which }

// turning is a host on which the site's place is a link that is turned in one step.
type turning struct {
	*shell
	link, live, other string // live is "" before the first version
	session           *Session
}

func (t *turning) folder(which string) string {
	return path.Join(path.Dir(t.link), beside(t.link, which))
}

func (t *turning) has(string) bool { return true }
func (t *turning) swaps() bool     { return true }

// read gives a file of the live folder.
func (t *turning) read(name string) ([]byte, error) {
	if t.live == "" {
		return nil, fs.ErrNotExist
	}
	return t.shell.read(name)
}

// publish makes the other folder the version, with links to what is the same in the live
// one, and turns to it.
func (t *turning) publish(ctx context.Context, p *Plan) error {
	s := t.session
	same := p.now.listed
	if s.opt.Whole {
		same = nil // what is live is not trusted
	}
	to := &inPlace{files: &linking{t.shell.in(t.other), t.live, same}, session: s, lines: sftpLines, more: func() (files, error) { return &linking{t.beside().in(t.other), t.live, same}, nil }}
	if err := t.MkdirAll(t.other); err != nil {
		return fmt.Errorf("make folder: %w", err)
	}
	at, err := s.lookAt(to)
	if err != nil && !errors.Is(err, ErrNotOurs) { // the folder is ours, whatever lies in it
		return err
	}
	staged, err := s.planFrom(at, p.Version, to)
	if err != nil {
		return err
	}
	staged.sent = p.sent
	if err := to.publish(ctx, staged); err != nil {
		return err
	}
	if t.live != "" {
		if err := t.bring(p, "."); err != nil {
			return fmt.Errorf("keep the files of others: %w", err)
		}
	}
	if err := s.opt.fault.Step(); err != nil {
		return err
	}
	temporary := t.link + partEnding
	if err := t.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("turn the link: %w", err)
	}
	if err := t.Symlink(path.Base(t.other), temporary); err != nil {
		return fmt.Errorf("turn the link: %w", err)
	}
	if err := t.PosixRename(temporary, t.link); err != nil {
		return fmt.Errorf("turn the link: %w", err)
	}
	return nil
}

// bring links what others put into a folder of the live version into the other one.
func (t *turning) bring(p *Plan, folder string) error {
	entries, err := t.ReadDir(path.Join(t.live, folder))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		_, new := p.Version.Has(name)
		listed := false
		if p.now.listed != nil {
			_, listed = p.now.listed.Has(name)
		}
		switch {
		case e.IsDir():
			err = t.bring(p, name)
		case new || listed || name == output.ManifestName || name == pendingName || strings.HasSuffix(name, partEnding):
		default:
			to := path.Join(t.other, name)
			if _, err := t.Lstat(to); err == nil {
				continue
			}
			if err := t.MkdirAll(path.Dir(to)); err != nil {
				return err
			}
			err = t.Link(path.Join(t.live, name), to)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// linking is a folder whose files may be links to those of another one.
type linking struct {
	*shell
	live   string
	listed *output.Manifest // of live
}

// write links a file that the live folder has with the same bytes, and sends it otherwise.
func (l *linking) write(name string, data []byte) error {
	if l.listed != nil {
		if hash, has := l.listed.Has(name); has && hash == cache.HashOf(data) {
			err := l.place(name, func(temporary string) error {
				if err := l.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
					return err
				}
				return l.inFolder(temporary, func() error { return l.Link(path.Join(l.live, name), temporary) })
			})
			if err == nil {
				return nil
			}
		}
	}
	return l.shell.write(name, data)
}

// impatient is a line on which nothing may stay unanswered for long.
type impatient struct{ net.Conn }

// answerTime is how long a host may be silent while something is read or written.
const answerTime = 2 * time.Minute

func (c *impatient) Read(p []byte) (int, error) {
	_ = c.SetReadDeadline(time.Now().Add(answerTime))
	return c.Conn.Read(p)
}

func (c *impatient) Write(p []byte) (int, error) {
	_ = c.SetWriteDeadline(time.Now().Add(answerTime))
	return c.Conn.Write(p)
}
