package compress

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func TestRoundTrip(t *testing.T) {
	data := []byte(strings.Repeat("Minta kuitansi di kantor desa. ", 50))
	packed, err := Brotli(data)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed))); err != nil || !bytes.Equal(got, data) {
		t.Errorf("brotli gives %q, %v", got, err)
	}
	zipped, err := Gzip(data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := gzip.NewReader(bytes.NewReader(zipped))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, data) {
		t.Errorf("gzip gives %q, %v", got, err)
	}
	if quick, err := Quick(data); err != nil || quick < len(packed) {
		t.Errorf("Quick says %d, %v; Brotli makes %d", quick, err, len(packed))
	}
}
