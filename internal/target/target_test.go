package target

import (
	"errors"
	"testing"

	"suluh/internal/source"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]Address{
		"/media/stik/situs":                             {Kind: Folder, Path: "/media/stik/situs"},
		"../terbit":                                     {Kind: Folder, Path: "../terbit"},
		"file:///media/stik":                            {Kind: Folder, Path: "/media/stik"},
		"sftp://warga@contoh.org/var/www/situs/":        {Kind: SFTP, User: "warga", Host: "contoh.org", Path: "/var/www/situs"},
		"sftp://warga@contoh.org:2222/~/public_html":    {Kind: SFTP, User: "warga", Host: "contoh.org", Port: "2222", Path: "public_html"},
		"ftps://warga@ftp.contoh.org/public_html":       {Kind: FTPS, User: "warga", Host: "ftp.contoh.org", Path: "/public_html"},
		"ftps://warga%40contoh.org@contoh.org/":         {Kind: FTPS, User: "warga@contoh.org", Host: "contoh.org", Path: "/"},
		"s3://AKIA@s3.contoh.org/situs/jember?region=x": {Kind: S3, User: "AKIA", Host: "s3.contoh.org", Path: "jember", Bucket: "situs", Region: "x"},
		"git+https://github.com/a/b.git":                {Kind: Git, Remote: "https://github.com/a/b.git", Branch: "gh-pages"},
		"git+ssh://git@gitlab.com/a/b.git#pages":        {Kind: Git, Remote: "ssh://git@gitlab.com/a/b.git", Branch: "pages"},
		"git@github.com:a/b.git#pages":                  {Kind: Git, Remote: "git@github.com:a/b.git", Branch: "pages"},
		"rsync://warga@contoh.org/situs/jember":         {Kind: Rsync, User: "warga", Host: "contoh.org", Path: "/situs/jember"},
		"rsync+ssh://warga@contoh.org/~/situs":          {Kind: RsyncSSH, User: "warga", Host: "contoh.org", Path: "situs"},
	} {
		got, err := Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		switch got.Kind { // these three keep their user and host in Remote
		case Git:
			got.User, got.Host, got.Port, got.Path = "", "", "", ""
		}
		want.Text = text
		if got != want {
			t.Errorf("%s:\ngot  %+v\nwant %+v", text, got, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]source.Code{
		"":                                source.TargetUnknown,
		"gopher://contoh.org/":            source.TargetUnknown,
		"sftp:///situs":                   source.TargetUnknown,
		"s3://KEY@s3.contoh.org/":         source.TargetUnknown,
		"git+https://contoh.org/a.git#-x": source.TargetUnknown,
		"sftp://warga:rahasia@contoh.org": source.TargetSecret,
		"s3://KEY:rahasia@contoh.org/b":   source.TargetSecret,
		"git+https://u:tok@github.com/a":  source.TargetSecret,
		"ftp://warga@contoh.org/":         source.TargetPlain,
		"git+http://contoh.org/a.git":     source.TargetPlain,
	} {
		_, err := Parse(text)
		var fault *source.Fault
		if !errors.As(err, &fault) || fault.Code != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}
