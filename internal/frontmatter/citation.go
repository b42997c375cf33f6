package frontmatter

import (
	"net/url"
	"regexp"
	"strings"

	"suluh/internal/source"
	"suluh/internal/webaddr"
)

// Citation is where a claim comes from.
type Citation struct {
	Name    string     `yaml:"nama" need:"yes"`
	Address WebAddress `yaml:"alamat"`
	Date    Date       `yaml:"tanggal"`
}

// MailAddress is an address of electronic mail.
type MailAddress string

var mailForm = regexp.MustCompile(`^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]+$`)

// UnmarshalText refuses what is no single address.
func (a *MailAddress) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	if !mailForm.MatchString(value) {
		return &source.Fault{Code: source.MailBroken, Args: []any{value}}
	}
	*a = MailAddress(value)
	return nil
}

// WebAddress is an address that begins with https:// or http://.
type WebAddress string

// UnmarshalText refuses what a reader could not open.
func (a *WebAddress) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	if webaddr.IsChat(value) {
		return &source.Fault{Code: source.AddressIsChat, Args: []any{value}}
	}
	if near, ok := webaddr.Check(value); !ok {
		return &source.Fault{Code: source.AddressBroken, Args: []any{value}, Near: near}
	}
	*a = WebAddress(value)
	return nil
}

// Host gives the name of the site, as people say it: kemlu.go.id.
func (a WebAddress) Host() string {
	u, err := url.Parse(string(a))
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Host, "www.")
}
