package frontmatter

import (
	"net/url"
	"strings"

	"suluh/internal/source"
)

// Citation is where a claim comes from.
type Citation struct {
	Name    string     `yaml:"nama" need:"yes"`
	Address WebAddress `yaml:"alamat"`
	Date    Date       `yaml:"tanggal"`
}

// WebAddress is an address that begins with https:// or http://.
type WebAddress string

// UnmarshalText refuses what a reader could not open.
func (a *WebAddress) UnmarshalText(text []byte) error {
	value := strings.TrimSpace(string(text))
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.Contains(value, "...") {
		return &source.Fault{Code: source.AddressBroken, Args: []any{value}}
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
