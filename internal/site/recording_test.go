package site

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/source"
)

// oggOpus makes a recording of some seconds of silence: Ogg pages (RFC 3533) with
// the heads and the packets of Opus (RFC 7845).
func oggOpus(seconds int) []byte {
	var out bytes.Buffer
	sequence := uint32(0)
	page := func(kind byte, granule uint64, packet []byte) {
		var p bytes.Buffer
		p.WriteString("OggS\x00")
		p.WriteByte(kind)
		_ = binary.Write(&p, binary.LittleEndian, granule)
		_ = binary.Write(&p, binary.LittleEndian, [3]uint32{1, sequence, 0})
		p.WriteByte(1)
		p.WriteByte(byte(len(packet)))
		p.Write(packet)
		data := p.Bytes()
		binary.LittleEndian.PutUint32(data[22:], oggSum(data))
		out.Write(data)
		sequence++
	}
	page(2, 0, []byte("OpusHead\x01\x01\x38\x01\x80\xbb\x00\x00\x00\x00\x00"))
	page(0, 0, []byte("OpusTags\x05\x00\x00\x00suluh\x00\x00\x00\x00"))
	for i := range seconds * 50 { // a frame of silence lasts 20 ms
		page(0, uint64(i+1)*960, []byte{0xF8, 0xFF, 0xFE})
	}
	return out.Bytes()
}

// oggSum is the checksum of Ogg: the polynomial of CRC-32, from the highest bit.
func oggSum(data []byte) uint32 {
	sum := uint32(0)
	for _, b := range data {
		sum ^= uint32(b) << 24
		for range 8 {
			high := sum&(1<<31) != 0
			if sum <<= 1; high {
				sum ^= 0x04C11DB7
			}
		}
	}
	return sum
}

// TestRecording: a recording is a link with language and size, and is published; a
// missing one, one that is none and one that is too large are told.
func TestRecording(t *testing.T) {
	files := guide("Isi.\n")
	files["content/panduan/a.md"] = strings.Replace(files["content/panduan/a.md"], "---\n\n", "suara:\n  - {berkas: a-jawa.opus, bahasa: jawa}\n---\n\n", 1)
	for name, tt := range map[string]struct {
		data []byte
		want source.Code
	}{
		"there":   {oggOpus(10), ""},
		"none":    {[]byte("kosong"), source.DocumentRefused},
		"missing": {nil, source.FileTargetAbsent},
	} {
		site := smallSite(files)
		if tt.data != nil {
			site["content/panduan/a-jawa.opus"] = smallSite(map[string]string{"x": string(tt.data)})["x"]
		}
		s, err := Load(site, Options{Date: today, Theme: suluh.Theme})
		if err != nil {
			t.Fatal(err)
		}
		told := source.Code("")
		for _, d := range s.Check() {
			if d.Severity() == source.Error {
				told = d.Code
			}
		}
		if told != tt.want {
			t.Errorf("%s: %s is told, want %s", name, told, tt.want)
		}
		if tt.want != "" {
			continue
		}
		var page bytes.Buffer
		out, _ := s.Lookup("p/1.html")
		for o := range s.Outputs() {
			if o.Path == "panduan/a.html" {
				out = o
			}
		}
		if err := out.Render(&page); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page.String(), `href="a-jawa.opus">Dengarkan rekaman bahasa Jawa (`) {
			t.Errorf("no link to the recording in %s", page.String())
		}
		if o, ok := s.Lookup("panduan/a-jawa.opus"); !ok {
			t.Error("the recording is not published")
		} else {
			var data bytes.Buffer
			if err := o.Render(&data); err != nil || !bytes.Equal(data.Bytes(), tt.data) {
				t.Errorf("the recording is published otherwise: %v", err)
			}
		}
	}
}
