package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"suluh/internal/manual"
	"suluh/internal/source"
)

// A file is one of an archive.
type file struct {
	name string
	data []byte
	mode int64
}

// pages are what is read beside the program: who may use it, how, and what shells and man
// know of it.
func (r *release) pages() ([]file, error) {
	var pages []file
	for _, name := range []string{"LICENSE", "README.md", "PANDUAN.md"} {
		data, err := os.ReadFile(filepath.Join(r.source, name))
		if err != nil {
			return nil, fmt.Errorf("read what goes into archives: %w", err)
		}
		pages = append(pages, file{name, data, 0o644})
	}
	usage := manual.Read(source.Indonesian)
	return append(pages,
		file{"suluh.1", []byte(manual.Man(source.English, r.version, r.when)), 0o644},
		file{"suluh.id.1", []byte(manual.Man(source.Indonesian, r.version, r.when)), 0o644},
		file{"suluh.bash", []byte(usage.Bash()), 0o644},
		file{"_suluh", []byte(usage.Zsh()), 0o644},
	), nil
}

// archive packs the program with the pages: .zip for Windows, .tar.gz else.
func (r *release) archive(p program, pages []file) (string, []byte, error) {
	files := []file{{p.program(), p.data, 0o755}}
	for _, f := range pages {
		if p.os != "windows" || strings.HasSuffix(f.name, ".md") || f.name == "LICENSE" {
			files = append(files, f)
		}
	}
	pack := tarGz
	if p.os == "windows" {
		pack = zipped
	}
	data, err := pack(files, r.when)
	return r.archiveName(p.target), data, err
}

// zipped packs files into a .zip.
func zipped(files []file, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: when}
		h.SetMode(os.FileMode(f.mode))
		fw, err := w.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := fw.Write(f.data); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return b.Bytes(), err
}

// tarGz packs files, and the folders that they stand in, into a .tar.gz that names
// nobody as their owner.
func tarGz(files []file, when time.Time) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	w := tar.NewWriter(z)
	made := map[string]bool{".": true, "/": true}
	for _, f := range files {
		if err := addFolders(w, path.Dir(f.name), made, when); err != nil {
			return nil, err
		}
		err := w.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: f.name, Mode: f.mode, Size: int64(len(f.data)), ModTime: when, Format: tar.FormatGNU})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	for _, c := range []io.Closer{w, z} {
		if err := c.Close(); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// addFolders adds a folder and those above it, which dpkg asks for before their files.
func addFolders(w *tar.Writer, dir string, made map[string]bool, when time.Time) error {
	if made[dir] {
		return nil
	}
	if err := addFolders(w, path.Dir(dir), made, when); err != nil {
		return err
	}
	made[dir] = true
	return w.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: dir + "/", Mode: 0o755, ModTime: when, Format: tar.FormatGNU})
}
