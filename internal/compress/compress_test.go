package compress

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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

// page is n bytes of a page's style, or of all there is.
func page(t *testing.T, n int) []byte {
	t.Helper()
	data, err := os.ReadFile("../../layouts/style.css")
	if err != nil {
		t.Fatal(err)
	}
	return data[:min(n, len(data))]
}

// TestPlan: more time makes no file larger, and what is over its budget for want of
// quality has the best.
func TestPlan(t *testing.T) {
	data := page(t, 8000)
	sizes := map[Saves]int{}
	for _, saves := range []Saves{Bytes, Nearly, Packets, Nothing} {
		packed, err := Plan{Saves: saves}.Brotli(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed))); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d: what is unpacked differs: %v", saves, err)
		}
		sizes[saves] = len(packed)
	}
	if !(sizes[Bytes] < sizes[Nearly] && sizes[Nearly] < sizes[Nothing] && sizes[Packets] <= sizes[Nothing]) {
		t.Errorf("sizes by what is saved: %v", sizes)
	}
	packed, err := Plan{Saves: Nothing, Most: sizes[Bytes]}.Brotli(data, nil)
	if err != nil || len(packed) != sizes[Bytes] {
		t.Errorf("over its budget a file has %d bytes, want %d (%v)", len(packed), sizes[Bytes], err)
	}
	if packed, err = (Plan{Saves: Nothing, Most: sizes[Nothing]}).Brotli(data, nil); err != nil || len(packed) != sizes[Nothing] {
		t.Errorf("within its budget a file has %d bytes, want %d (%v)", len(packed), sizes[Nothing], err)
	}
}

// TestPackets: time is spent where it may save a packet, and only there.
func TestPackets(t *testing.T) {
	spent := map[bool]int{}
	for n := 500; n < 16000; n += 500 {
		data := page(t, n)
		light, err := brotliAt(data, lightLevel)
		if err != nil {
			t.Fatal(err)
		}
		dense, err := brotliAt(data, denseLevel)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Plan{Saves: Packets}.Brotli(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		if PacketsOf(len(got)) > PacketsOf(len(dense)) {
			t.Errorf("%d bytes take %d packets, and could take %d", len(data), PacketsOf(len(got)), PacketsOf(len(dense)))
		}
		spent[len(got) == len(dense) && len(dense) < len(light)]++
	}
	if spent[true] == 0 || spent[false] == 0 {
		t.Errorf("of texts, %d were made dense and %d not", spent[true], spent[false])
	}
}

// TestStore: what was compressed is found by its content, at its level, from whatever
// opens the folder; a damaged or a missing one costs time only.
func TestStore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "padat")
	data := page(t, 3000)
	plan := Plan{Saves: Nearly}
	want, err := plan.Brotli(data, OpenStore(dir))
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	if err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if strings.HasSuffix(name, "-d") {
			files = append(files, name)
		}
		return err
	}); err != nil || len(files) != 1 {
		t.Fatalf("the folder holds %q, %v", files, err)
	}
	before, err := os.Stat(files[0])
	if err != nil {
		t.Fatal(err)
	}
	again, err := plan.Brotli(data, OpenStore(dir))
	if after, statErr := os.Stat(files[0]); err != nil || statErr != nil || !bytes.Equal(again, want) || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the second time gives %d bytes, %v, %v", len(again), err, statErr)
	}
	if best, err := (Plan{}).Brotli(data, OpenStore(dir)); err != nil || bytes.Equal(best, want) {
		t.Errorf("another level gives the same bytes, %v", err)
	}
	if err := os.WriteFile(files[0], []byte("rusak"), 0o600); err != nil {
		t.Fatal(err)
	}
	if again, err = plan.Brotli(data, OpenStore(dir)); err != nil || !bytes.Equal(again, want) {
		t.Errorf("of a damaged file %d bytes, %v", len(again), err)
	}
	if nowhere := OpenStore(files[0]); nowhere != nil {
		t.Error("a file was taken for a folder")
	}
}

// TestPacketsOf: packets of an answer with its headers.
func TestPacketsOf(t *testing.T) {
	for size, packets := range map[int]int{0: 1, 1000: 1, 1200: 2, 14000: 10, 14600: 11} {
		if got := PacketsOf(size); got != packets {
			t.Errorf("PacketsOf(%d) = %d, want %d", size, got, packets)
		}
	}
}
