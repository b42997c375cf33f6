package deploy

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"time"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"suluh/internal/compress"
	"suluh/internal/hosting"
	"suluh/internal/output"
)

const storeLines = 4

// store is a bucket, or a part of one. A store cannot choose between a file and its
// compressed form, so what is compressed well is kept as gzip, which every browser takes,
// and named so; the .br and .gz are not sent.
type store struct {
	client         *minio.Client
	bucket, prefix string
}

func (s *Session) openS3() (host, error) {
	secret, err := s.opt.Secrets.Find()
	if err != nil {
		return nil, err
	}
	transport, err := minio.DefaultTransport(!s.to.IsLocal())
	if err != nil {
		return nil, fmt.Errorf("call %s: %w", s.to.Host, err)
	}
	transport.ResponseHeaderTimeout = answerTime
	endpoint := s.to.Host
	if s.to.Port != "" {
		endpoint = s.to.HostPort("")
	}
	client, err := minio.New(endpoint, &minio.Options{
		Creds: credentials.NewStaticV4(s.to.User, string(secret), ""), Secure: !s.to.IsLocal(),
		Region: s.to.Region, Transport: transport, MaxRetries: 1,
	})
	if err != nil {
		return nil, fmt.Errorf("call %s: %w", s.to.Host, err)
	}
	st := &store{client, s.to.Bucket, s.to.Path}
	return &inPlace{files: st, session: s, lines: storeLines, skip: output.IsCompressed, more: func() (files, error) { return st, nil }}, nil
}

func (h *store) key(name string) string { return path.Join(h.prefix, name) }

// storeTime is how long one file may take.
const storeTime = 10 * time.Minute

func (h *store) read(name string) ([]byte, error) {
	ctx, stop := context.WithTimeout(context.Background(), storeTime)
	defer stop()
	object, err := h.client.GetObject(ctx, h.bucket, h.key(name), minio.GetObjectOptions{})
	if err != nil {
		return nil, said(err)
	}
	defer object.Close()
	info, err := object.Stat()
	if err != nil {
		return nil, said(err)
	}
	var from io.Reader = object
	if info.Metadata.Get("Content-Encoding") == "gzip" {
		if from, err = gzip.NewReader(object); err != nil {
			return nil, fmt.Errorf("unpack: %w", err)
		}
	}
	data, err := io.ReadAll(from)
	return data, said(err)
}

// said makes what a store says an error of Go.
func said(err error) error {
	if err == nil {
		return nil
	}
	answer, is := errors.AsType[minio.ErrorResponse](err)
	if !is {
		return err
	}
	switch {
	case answer.Code == minio.NoSuchKey || answer.StatusCode == http.StatusNotFound && answer.Code != minio.NoSuchBucket:
		return fmt.Errorf("%w: %w", fs.ErrNotExist, err)
	case answer.Code == minio.NoSuchBucket:
		return fmt.Errorf("%w: %w", fs.ErrPermission, err)
	case answer.StatusCode == http.StatusForbidden || answer.StatusCode == http.StatusUnauthorized:
		return fmt.Errorf("%w: %w", ErrLogin, err)
	}
	return err
}

func (h *store) write(name string, data []byte) error {
	ctx, stop := context.WithTimeout(context.Background(), storeTime)
	defer stop()
	// Signed in pieces, the encoding would be named "gzip,aws-chunked", and some stores show
	// readers that; the sum of the bytes is sent instead.
	options := minio.PutObjectOptions{ContentType: hosting.TypeOf(name), CacheControl: hosting.CacheOf(name), DisableMultipart: true, SendContentMd5: true, DisableContentSha256: true}
	if packed := pack(name, data); packed != nil {
		data, options.ContentEncoding = packed, "gzip"
	}
	_, err := h.client.PutObject(ctx, h.bucket, h.key(name), bytes.NewReader(data), int64(len(data)), options)
	return said(err)
}

// pack compresses what gains from it; nil where nothing is gained. Our own lists are for
// programs, which read them as they are.
func pack(name string, data []byte) []byte {
	if !output.IsText(name) {
		return nil
	}
	packed, err := compress.Gzip(data)
	if err != nil || len(packed) >= len(data) {
		return nil
	}
	return packed
}

func (h *store) remove(name string) error {
	ctx, stop := context.WithTimeout(context.Background(), storeTime)
	defer stop()
	if err := said(h.client.RemoveObject(ctx, h.bucket, h.key(name), minio.RemoveObjectOptions{})); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (h *store) close() error { return nil }
