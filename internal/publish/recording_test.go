package publish

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/site"
	"suluh/internal/source"
)

// TestRecording: a recording is a link with language and size, and is published; a
// missing one, one that is none and one that is too large are told.
func TestRecording(t *testing.T) {
	files := guide("Isi.\n")
	files["content/panduan/a.md"] = strings.Replace(files["content/panduan/a.md"], "---\n\n", "suara:\n  - {berkas: a-jawa.opus, bahasa: jawa}\n---\n\n", 1)
	// A tone of 440 Hz, 30 seconds, made by opusenc --bitrate 6 (opus-tools).
	tone, err := os.ReadFile("testdata/nada.opus")
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		data []byte
		want source.Code
	}{
		"there":   {tone, ""},
		"none":    {[]byte("kosong"), source.DocumentRefused},
		"missing": {nil, source.FileTargetAbsent},
	} {
		of := smallSite(files)
		if tt.data != nil {
			of["content/panduan/a-jawa.opus"] = smallSite(map[string]string{"x": string(tt.data)})["x"]
		}
		s, err := Load(of, Options{Options: site.Options{Date: today}, Theme: suluh.Theme})
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
		if !strings.Contains(page.String(), fmt.Sprintf(`href="a-jawa.opus">Dengarkan rekaman bahasa Jawa (%d KB)`, (len(tone)+999)/1000)) {
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
