package deploy

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/textproto"
	"path"

	"github.com/jlaffaye/ftp"
)

// implicitPort is where TLS begins at once; on every other port it is asked for.
const implicitPort = "990"

const ftpLines = 3 // hosts allow few

// ftpFiles is a folder on a host with FTPS. A line that failed once tells nothing more
// that can be trusted.
type ftpFiles struct {
	conn *ftp.ServerConn
	dir  string
	made map[string]bool // folders
}

func (s *Session) openFTPS() (host, error) {
	line, err := s.openFTP()
	if err != nil {
		return nil, err
	}
	return &inPlace{files: line, session: s, lines: ftpLines, more: s.openFTP}, nil
}

func (s *Session) openFTP() (files, error) {
	secret, err := s.opt.Secrets.Find()
	if err != nil {
		return nil, err
	}
	config := &tls.Config{ServerName: s.to.Host, MinVersion: tls.VersionTLS12, ClientSessionCache: tls.NewLRUClientSessionCache(8)}
	// The certificate is judged here, so that one which no authority knows can be trusted
	// by its fingerprint, and so that a wrong one is told as what it is.
	config.InsecureSkipVerify = true
	config.VerifyConnection = s.certificate
	encrypted := ftp.DialWithExplicitTLS(config)
	if s.to.Port == implicitPort {
		encrypted = ftp.DialWithTLS(config)
	}
	options := []ftp.DialOption{ftp.DialWithTimeout(dialTime), encrypted}
	if s.to.Port != implicitPort {
		// The first line begins in the clear; those of files are wrapped in TLS here.
		dialer := net.Dialer{Timeout: dialTime}
		first := true
		options = append(options, ftp.DialWithDialFunc(func(network, address string) (net.Conn, error) {
			line, err := dialer.Dial(network, address)
			if err != nil {
				return nil, err
			}
			line = &impatient{line}
			if first {
				first = false
				return line, nil
			}
			return tls.Client(line, config), nil
		}))
	}
	conn, err := ftp.Dial(s.to.HostPort("21"), options...)
	if err != nil {
		return nil, fmt.Errorf("call %s: %w", s.to.Host, err)
	}
	if err := conn.Login(s.to.User, string(secret)); err != nil {
		_ = conn.Quit()
		if said, is := errors.AsType[*textproto.Error](err); is && said.Code == ftp.StatusNotLoggedIn {
			return nil, fmt.Errorf("%w: %w", ErrLogin, err)
		}
		return nil, fmt.Errorf("log in: %w", err)
	}
	return &ftpFiles{conn, s.to.Path, map[string]bool{}}, nil
}

// certificate judges the certificate of a host.
func (s *Session) certificate(state tls.ConnectionState) error {
	shown := state.PeerCertificates[0]
	if s.opt.Trust != "" {
		if fingerprint(shown.Raw) != s.opt.Trust {
			return fmt.Errorf("%w: %s", ErrHostChanged, fingerprint(shown.Raw))
		}
		return nil
	}
	between := x509.NewCertPool()
	for _, c := range state.PeerCertificates[1:] {
		between.AddCert(c)
	}
	if _, err := shown.Verify(x509.VerifyOptions{DNSName: s.to.Host, Intermediates: between}); err != nil {
		return &UnknownHost{s.to.Host, fingerprint(shown.Raw)}
	}
	return nil
}

func (h *ftpFiles) at(name string) string { return path.Join(h.dir, name) }

func (h *ftpFiles) read(name string) ([]byte, error) {
	r, err := h.conn.Retr(h.at(name))
	if err != nil {
		return nil, missing(err)
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}

// missing makes what FTP says of a file that is not there the error of Go. FTP has one
// number for it and for one that may not be used.
func missing(err error) error {
	if said, is := errors.AsType[*textproto.Error](err); is && said.Code == ftp.StatusFileUnavailable {
		return fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	}
	return err
}

func (h *ftpFiles) write(name string, data []byte) error {
	if err := h.folder(path.Dir(name)); err != nil {
		return err
	}
	to := h.at(name)
	temporary := to + partEnding
	if err := h.conn.Stor(temporary, bytes.NewReader(data)); err != nil {
		return refused(err)
	}
	// A file that the host has not whole must never get its name.
	if size, err := h.conn.FileSize(temporary); err == nil && size != int64(len(data)) {
		return fmt.Errorf("%d of %d bytes arrived: %w", size, len(data), io.ErrUnexpectedEOF)
	}
	err := h.conn.Rename(temporary, to)
	if err == nil {
		return nil
	}
	if !errors.Is(missing(err), fs.ErrNotExist) {
		return err
	}
	// Some hosts (IIS) rename over nothing.
	if h.conn.Delete(to) != nil {
		return refused(err)
	}
	return refused(h.conn.Rename(temporary, to))
}

// refused makes an answer that stays the same however often it is asked for final.
func refused(err error) error {
	if said, is := errors.AsType[*textproto.Error](err); is && said.Code >= 500 {
		return fmt.Errorf("%w: %w", fs.ErrPermission, err)
	}
	return err
}

// folder makes a folder once, with those above it. That one is there already is found out
// by going there: hosts say it in many ways.
func (h *ftpFiles) folder(name string) error {
	if h.made[name] {
		return nil
	}
	if name != "." {
		if err := h.folder(path.Dir(name)); err != nil {
			return err
		}
	}
	if err := h.conn.MakeDir(h.at(name)); err != nil {
		if h.conn.ChangeDir(h.at(name)) != nil {
			return refused(err)
		}
		if err := h.conn.ChangeDir("/"); err != nil {
			return refused(err)
		}
	}
	h.made[name] = true
	return nil
}

func (h *ftpFiles) remove(name string) error {
	clear(h.made)
	if err := h.conn.Delete(h.at(name)); err != nil && !errors.Is(missing(err), fs.ErrNotExist) {
		return err
	}
	for dir := range above(name) {
		if h.conn.RemoveDir(h.at(dir)) != nil {
			break // it holds something
		}
	}
	return nil
}

func (h *ftpFiles) close() error { return h.conn.Quit() }
