package desk

import (
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestHistory: each saving is kept in plain words, its change can be seen, and taken back;
// nothing of Git has to be known.
func TestHistory(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("no git")
	}
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(t.TempDir()))
	t.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(t.TempDir(), "none"))
	b := newBench(t)
	page, _ := b.get(b.user, Path+"riwayat")
	if !strings.Contains(page, "Mulai menyimpan riwayat") {
		t.Fatalf("no way to begin: %s", page)
	}
	b.post(b.user, "riwayat", fields(page, "riwayat"))
	const name = "content/panduan/biaya.md"
	page, _ = b.get(b.user, Path+"tulis?berkas="+name)
	form := fields(page, "tulis")
	form.Set("isi", strings.Replace(guide, "Tanya dulu", "**Jangan** [tanya](/beranda.md)", 1))
	b.post(b.user, "tulis", form)
	page, _ = b.get(b.user, Path+"riwayat?berkas="+name)
	versions := regexp.MustCompile(`versi=([0-9a-f]{40})`).FindAllStringSubmatch(page, -1)
	if len(versions) != 2 || !strings.Contains(page, "Mengubah "+name) {
		t.Fatalf("the history: %s", page)
	}
	page, _ = b.get(b.user, Path+"riwayat?berkas="+name+"&versi="+versions[0][1])
	if !strings.Contains(page, "− Tanya dulu ke desa.") || !strings.Contains(page, "+ Jangan tanya ke desa.") || !strings.Contains(page, "+ **Jangan** [tanya](/beranda.md) ke desa.") {
		t.Errorf("the change is not shown: %s", page)
	}
	page, _ = b.get(b.user, Path+"riwayat?berkas="+name+"&versi="+versions[1][1])
	b.post(b.user, "kembalikan", fields(page, "kembalikan"))
	if b.file(name) != guide {
		t.Errorf("not taken back: %q", b.file(name))
	}
	for _, bad := range []string{"--output=/tmp/x", "HEAD", strings.Repeat("0", 40)} {
		values := fields(page, "kembalikan")
		values.Set("versi", bad)
		if _, code := b.post(b.user, "kembalikan", values); code == 200 {
			t.Errorf("version %q is taken", bad)
		}
	}
}
