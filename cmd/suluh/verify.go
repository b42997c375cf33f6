package main

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"suluh/internal/limits"
	"suluh/internal/output"
)

// runVerify says whether a copy of a site is as a build published it: a folder,
// an archive, or what a host shows.
func runVerify(e *env, args []string) int {
	keyFile := e.flags.String("key", "", "")
	if !e.parse(args, 1) {
		return failed
	}
	where := e.arg(0)
	if where == "" {
		e.complain("sebut yang diperiksa: suluh verify public, atau berkas.zip, atau https://alamat-situs/", "say what to verify: suluh verify public, or file.zip, or https://the-site/")
		return failed
	}
	key, ok := e.readPublicKey(*keyFile)
	if !ok {
		return failed
	}
	read, skip, done, err := copyAt(where)
	if err != nil {
		return e.fail(err)
	}
	defer done()
	report, err := output.Verify(read, skip, key)
	switch {
	case errors.Is(err, output.ErrUnsigned):
		e.complain(
			fmt.Sprintf("%s: tidak bertanda tangan, jadi tidak terbukti dari penerbitnya. Terbitkan lagi dengan: suluh build --sign KUNCI", where),
			fmt.Sprintf("%s: it is not signed, so nothing shows that it is of its publisher. Publish again with: suluh build --sign KEY", where))
		return faulty
	case errors.Is(err, output.ErrSignature):
		e.complain(
			fmt.Sprintf("%s: tanda tangannya bukan dari kunci %s, atau daftar berkasnya diubah. Jangan percaya salinan ini. Ambil lagi dari penerbitnya.", where, *keyFile),
			fmt.Sprintf("%s: its signature is not of the key %s, or its list of files was changed. Do not trust this copy. Fetch it again from its publisher.", where, *keyFile))
		return faulty
	}
	if errors.Is(err, output.ErrNoManifest) {
		e.complain(
			fmt.Sprintf("%s: daftar berkas .suluh tidak ada atau rusak, jadi tidak bisa diperiksa. Unggah juga berkas .suluh, atau buat lagi dengan suluh build.", where),
			fmt.Sprintf("%s: the list of files .suluh is missing or damaged, so nothing can be verified. Upload .suluh, too, or build anew with suluh build.", where))
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	for _, name := range report.Changed {
		e.say("berubah: "+name, "changed: "+name)
	}
	for _, name := range report.Missing {
		e.say("hilang: "+name, "missing: "+name)
	}
	if !report.IsWhole() {
		e.complain(
			fmt.Sprintf("%s: %d dari %d berkas tidak seperti yang diterbitkan. Jalankan suluh build, lalu unggah lagi seluruh folder.", where, len(report.Changed)+len(report.Missing), report.Files),
			fmt.Sprintf("%s: %d of %d files are not as they were published. Run suluh build, then upload the whole folder again.", where, len(report.Changed)+len(report.Missing), report.Files))
		return faulty
	}
	e.say(fmt.Sprintf("%s: %d berkas, semua seperti yang diterbitkan", where, report.Files), fmt.Sprintf("%s: %d files, all as they were published", where, report.Files))
	switch {
	case key != nil:
		e.say(fmt.Sprintf("Tanda tangannya dari kunci %s", *keyFile), fmt.Sprintf("The signature is of the key %s", *keyFile))
	case report.Signed:
		e.say("Salinan ini bertanda tangan. Untuk memeriksa siapa penerbitnya: suluh verify --key KUNCI.pub", "This copy is signed. To see by whom: suluh verify --key KEY.pub")
	}
	return good
}

// copyAt gives how a copy is read, which of its files need not be there, and what
// ends the reading.
func copyAt(where string) (read func(string) ([]byte, error), skip func(string) bool, done func(), err error) {
	done = func() {}
	if u, err := url.Parse(where); err == nil && (u.Scheme == "https" || u.Scheme == "http") {
		client := &http.Client{Timeout: time.Minute}
		return func(name string) ([]byte, error) { return download(client, u, name) }, output.IsCompressed, done, nil
	}
	if strings.HasSuffix(strings.ToLower(where), ".zip") {
		archive, err := zip.OpenReader(where)
		if err != nil {
			return nil, nil, nil, fmt.Errorf("open %s: %w", where, err)
		}
		top := topOf(archive)
		return func(name string) ([]byte, error) { return readLimited(archive.Open(top + name)) }, nil, func() { _ = archive.Close() }, nil
	}
	if info, err := os.Stat(where); err != nil || !info.IsDir() {
		return nil, nil, nil, fmt.Errorf("open %s: %w", where, errors.Join(err, fs.ErrNotExist))
	}
	folder := os.DirFS(where)
	return func(name string) ([]byte, error) { return readLimited(folder.Open(name)) }, nil, done, nil
}

// topOf gives the folder in an archive that holds the site: archives are made of
// a folder or of what is in it.
func topOf(archive *zip.ReadCloser) string {
	for _, f := range archive.File {
		if top, found := strings.CutSuffix(f.Name, ".suluh"); found && (top == "" || strings.HasSuffix(top, "/")) {
			return top
		}
	}
	return ""
}

// readLimited reads a file that may be anybody's.
func readLimited(f fs.File, err error) ([]byte, error) {
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, int64(limits.Areas.Max)))
}

func download(client *http.Client, base *url.URL, name string) ([]byte, error) {
	answer, err := client.Get(base.JoinPath(name).String())
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusOK:
		return io.ReadAll(io.LimitReader(answer.Body, int64(limits.Areas.Max)))
	case http.StatusNotFound, http.StatusGone, http.StatusForbidden:
		return nil, fs.ErrNotExist
	}
	return nil, fmt.Errorf("%s: %s", answer.Request.URL, answer.Status)
}
