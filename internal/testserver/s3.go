package testserver

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// S3 begins Versity's gateway, which keeps objects as files.
func S3(t *testing.T) Server {
	t.Helper()
	name := Program(t, "versitygw")
	dir := t.TempDir()
	for _, folder := range []string{"data/situs", "meta", "iam"} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	port := fmt.Sprint(Free(t, "127.0.0.1", 1)[0])
	Start(t, "127.0.0.1:"+port, name, "--access", "warga", "--secret", Password, "--port", "127.0.0.1:"+port, "posix", "--sidecar", filepath.Join(dir, "meta"), filepath.Join(dir, "data"))
	return Server{
		Scheme: "s3", Host: "127.0.0.1", Port: port, User: "warga", Password: Password,
		Dir: filepath.Join(dir, "data/situs/jember"), Folder: "/situs/jember",
	}
}
