package main

import (
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"fmt"
	"strings"
)

// debianPackage makes a .deb (deb(5)): an ar archive of its format's number, of what dpkg
// reads of it, and of the files. The library for it (nfpm) would bring forty modules.
func (r *release) debianPackage(p program, pages []file) (string, []byte, error) {
	files := []file{{"./usr/bin/suluh", p.data, 0o755}}
	for _, f := range pages {
		at, packed := debianPlaces[f.name], f.data
		if strings.HasSuffix(at, ".gz") {
			var err error
			if packed, err = gzipped(f.data); err != nil {
				return "", nil, err
			}
		}
		files = append(files, file{at, packed, f.mode})
	}
	size := 0
	var md5sums strings.Builder
	for _, f := range files {
		size += len(f.data)
		fmt.Fprintf(&md5sums, "%x  %s\n", md5.Sum(f.data), strings.TrimPrefix(f.name, "./"))
	}
	// A version of semver.org that is not yet one sorts before it with a tilde.
	version := strings.Replace(r.version, "-", "~", 1)
	control := fmt.Sprintf(`Package: suluh
Version: %s
Architecture: %s
Maintainer: The Suluh authors
Installed-Size: %d
Section: web
Priority: optional
Description: %s
`, version, p.debian(), (size+1023)/1024, about)
	head, err := tarGz([]file{{"./control", []byte(control), 0o644}, {"./md5sums", []byte(md5sums.String()), 0o644}}, r.when)
	if err != nil {
		return "", nil, err
	}
	body, err := tarGz(files, r.when)
	if err != nil {
		return "", nil, err
	}
	var b bytes.Buffer
	b.WriteString("!<arch>\n")
	for _, f := range []file{{"debian-binary", []byte("2.0\n"), 0o644}, {"control.tar.gz", head, 0o644}, {"data.tar.gz", body, 0o644}} {
		fmt.Fprintf(&b, "%-16s%-12d%-6d%-6d%-8o%-10d`\n", f.name, r.when.Unix(), 0, 0, 0o100000|f.mode, len(f.data))
		b.Write(f.data)
		if len(f.data)%2 == 1 {
			b.WriteByte('\n')
		}
	}
	return "suluh_" + version + "_" + p.debian() + ".deb", b.Bytes(), nil
}

// debianPlaces are where Debian has what is read beside the program.
var debianPlaces = map[string]string{
	"LICENSE":    "./usr/share/doc/suluh/copyright",
	"README.md":  "./usr/share/doc/suluh/README.md.gz",
	"PANDUAN.md": "./usr/share/doc/suluh/PANDUAN.md.gz",
	"suluh.1":    "./usr/share/man/man1/suluh.1.gz",
	"suluh.id.1": "./usr/share/man/id/man1/suluh.1.gz",
	"suluh.bash": "./usr/share/bash-completion/completions/suluh",
	"_suluh":     "./usr/share/zsh/vendor-completions/_suluh",
}

// gzipped packs one file, without its name and time.
func gzipped(data []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(data); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}
