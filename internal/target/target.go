// Package target reads the addresses to which a site is published, by their form alone:
// nothing is opened.
//
//	/media/stik/situs, file:///media/stik/situs    a folder, a memory stick
//	sftp://user@host:22/path                       SFTP; /~/path is below the user's own folder
//	ftps://user@host:21/path                       FTP with TLS, as cPanel has it
//	s3://KEY@host/bucket/prefix?region=R           a store that speaks S3; KEY is the access key
//	git+https://host/owner/repo.git#branch         a branch of a Git repository, for Pages; gh-pages
//	git+ssh://git@host/owner/repo.git#branch         unless the address names another
//	rsync://user@host/module/path                  a daemon of rsync
//	rsync+ssh://user@host/path                     rsync over ssh
//
// An address never holds a password: it stands in content/situs.yaml, which goes into the
// history and may be public. FTP without TLS, which would tell the password to everybody
// on the way, is refused.
package target

import (
	"net"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"suluh/internal/source"
)

// Kind is a way of publishing.
type Kind string

// The kinds.
const (
	Folder   Kind = "file"
	SFTP     Kind = "sftp"
	FTPS     Kind = "ftps"
	S3       Kind = "s3"
	Git      Kind = "git"
	Rsync    Kind = "rsync"
	RsyncSSH Kind = "rsync+ssh"
)

// DefaultBranch is where hosts of pages look first.
const DefaultBranch = "gh-pages"

// Address is one that was read.
type Address struct {
	Kind       Kind
	Text       string // as it was written; it holds no secret
	User, Host string // for S3 the user is the access key
	Port       string // "" for the usual one
	Path       string // with slashes; of a folder as the system writes it
	Bucket     string // S3
	Region     string // S3; "" where the host does not care
	Remote     string // Git: what Git calls the repository
	Branch     string // Git
}

// UnmarshalText reads an address of situs.yaml.
func (a *Address) UnmarshalText(text []byte) error {
	read, err := Parse(string(text))
	if err == nil {
		*a = read
	}
	return err
}

// HostPort gives what is dialled.
func (a Address) HostPort(usual string) string {
	if a.Port != "" {
		usual = a.Port
	}
	return net.JoinHostPort(a.Host, usual)
}

// Parse reads an address. Its error is a [source.Fault].
func Parse(text string) (Address, error) {
	text = strings.TrimSpace(text)
	scheme, rest, isURL := strings.Cut(text, "://")
	switch {
	case text == "":
		return Address{}, unknown(text)
	case !isURL && strings.Contains(text, "@") && strings.Contains(text, ":"):
		// git@github.com:owner/repo.git is how Git's hosts write it.
		if !strings.Contains(text, ".git") {
			return Address{}, unknown(text)
		}
		remote, branch, _ := strings.Cut(text, "#")
		return gitAddress(text, remote, branch)
	case !isURL:
		return Address{Kind: Folder, Text: text, Path: filepath.FromSlash(text)}, nil
	}
	u, err := url.Parse(text)
	if err != nil {
		return Address{}, unknown(text)
	}
	if _, has := u.User.Password(); has {
		return Address{}, &source.Fault{Code: source.TargetSecret, Args: []any{u.Redacted()}}
	}
	a := Address{Text: text, User: u.User.Username(), Host: u.Hostname(), Port: u.Port(), Path: u.Path}
	switch scheme {
	case "file":
		a.Kind, a.Path = Folder, filepath.FromSlash(rest)
		return a, nil
	case "sftp", "ftps":
		a.Kind = Kind(scheme)
		a.Path = fromHome(u.Path)
	case "rsync", "rsync+ssh":
		a.Kind = Kind(scheme)
		if scheme == "rsync+ssh" {
			a.Path = fromHome(u.Path)
		}
	case "s3":
		a.Kind, a.Region = S3, u.Query().Get("region")
		a.Bucket, a.Path, _ = strings.Cut(strings.Trim(u.Path, "/"), "/")
		if a.Bucket == "" {
			return Address{}, unknown(text)
		}
	case "git+https", "git+ssh", "git+file", "git+http":
		branch := u.Fragment
		u.Scheme, u.Fragment = strings.TrimPrefix(scheme, "git+"), ""
		if u.Scheme == "http" && !a.isLoopback() {
			return Address{}, &source.Fault{Code: source.TargetPlain, Args: []any{text, "git+https://"}}
		}
		return gitAddress(text, u.String(), branch)
	case "ftp":
		return Address{}, &source.Fault{Code: source.TargetPlain, Args: []any{text, "ftps://"}, Near: "ftps://" + rest}
	default:
		return Address{}, unknown(text)
	}
	if a.Host == "" {
		return Address{}, unknown(text)
	}
	return a, nil
}

// IsLocal tells whether the host is this computer, where nobody listens on the way.
func (a Address) IsLocal() bool { return a.isLoopback() }

func (a Address) isLoopback() bool {
	ip := net.ParseIP(a.Host)
	return a.Host == "localhost" || ip != nil && ip.IsLoopback()
}

// fromHome makes a path below the user's folder relative, and cleans any other.
func fromHome(p string) string {
	if below, is := strings.CutPrefix(p, "/~/"); is {
		return path.Clean(below)
	}
	return path.Clean("/" + p)
}

func gitAddress(text, remote, branch string) (Address, error) {
	if branch == "" {
		branch = DefaultBranch
	}
	if strings.HasPrefix(branch, "-") || strings.HasPrefix(remote, "-") || strings.ContainsAny(branch, " ~^:?*[\\") || strings.Contains(branch, "..") {
		return Address{}, unknown(text)
	}
	return Address{Kind: Git, Text: text, Remote: remote, Branch: branch}, nil
}

func unknown(text string) error {
	return &source.Fault{Code: source.TargetUnknown, Args: []any{text}}
}
