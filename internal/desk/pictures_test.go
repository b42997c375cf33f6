package desk

import (
	"bytes"
	"image"
	"image/jpeg"
	"mime/multipart"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestPicture: a photo is made small and put beside the others, under a name that is free;
// what cannot be shown is refused with a cure.
func TestPicture(t *testing.T) {
	b := newBench(t)
	send := func(name string, data []byte) string {
		t.Helper()
		page, _ := b.get(b.user, Path+"gambar")
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		_ = form.WriteField("formulir", fields(page, "gambar").Get("formulir"))
		_ = form.WriteField("terlihat", "Kantor desa")
		part, err := form.CreateFormFile("gambar", name)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = part.Write(data)
		_ = form.Close()
		resp, err := b.user.Post(b.url+Path+"gambar", form.FormDataContentType(), &body)
		page, _ = b.read(resp, err)
		return page
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, image.NewGray(image.Rect(0, 0, 2000, 1500)), &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	if page := send(`C:\Foto\Kantor Desa.JPG`, photo.Bytes()); !strings.Contains(page, "![Kantor desa](/gambar/kantor-desa.jpg)") {
		t.Fatalf("not taken: %s", page)
	}
	if size := len(b.file("content/gambar/kantor-desa.jpg")); size == 0 || size > 25_000 {
		t.Errorf("%d bytes are kept", size)
	}
	if page := send("kantor-desa.jpg", photo.Bytes()); !strings.Contains(page, "kantor-desa-2.jpg") {
		t.Errorf("written over, or refused: %s", page)
	}
	for name, data := range map[string]string{"a.heic": "x", "a.jpg": "bukan gambar", "a.svg": "<svg onload=alert(1)", "../../a.html": "<script>"} {
		if page := send(name, []byte(data)); !strings.Contains(page, `role="alert"`) || strings.Contains(page, "<script>alert") {
			t.Errorf("%s is taken: %s", name, page)
		}
	}
	entries, err := os.ReadDir(filepath.Join(b.dir, "content", "gambar"))
	if err != nil || len(entries) != 2 {
		t.Errorf("%d pictures, %v", len(entries), err)
	}
}
