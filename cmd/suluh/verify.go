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
	"suluh/internal/source"
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
		e.complain(source.SaySayWhatToVerifySuluh)
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
			source.SayNotSigned, where)
		return faulty
	case errors.Is(err, output.ErrSignature):
		e.complain(
			source.SayWrongSignature, where, *keyFile)
		return faulty
	}
	if errors.Is(err, output.ErrNoManifest) {
		e.complain(
			source.SayListBroken, where)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	for _, name := range report.Changed {
		e.say(source.SayChanged, name)
	}
	for _, name := range report.Missing {
		e.say(source.SayMissing, name)
	}
	if !report.IsWhole() {
		e.complain(
			source.SayFilesDiffer, where, len(report.Changed)+len(report.Missing), report.Files)
		return faulty
	}
	e.say(source.SayFilesAsSigned, where, report.Files)
	switch {
	case key != nil:
		e.say(source.SayTheSignatureIsOfThe, *keyFile)
	case report.Signed:
		e.say(source.SayThisCopyIsSignedTo)
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
