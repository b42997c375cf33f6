//go:build unix

package main

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// killed is a site that is built by a process of its own, in two versions
// that differ on every page.
type killed struct {
	t           *testing.T
	suluh, root string
	pages       int // half of them villages
	// manifests of whole builds, by version and by what is compressed.
	whole map[build][]byte
	took  map[bool]time.Duration // a build without and with compression
}

// build says what a build publishes. The zero build is no published folder.
type build struct {
	version  string
	compress bool
}

const (
	killVersionA = "versi-merah"
	killVersionB = "versi-putih"
)

func TestKilledBuildLeavesAWholeSite(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 200 builds")
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	suluh := filepath.Join(t.TempDir(), "suluh")
	if out, err := exec.Command("go", "build", "-o", suluh, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, tt := range []struct {
		name          string
		pages, rounds int
		compress      func(round int) bool
	}{
		{"plain", 100, 170, func(int) bool { return false }},
		// Compression takes fifty times as long, hence fewer pages.
		{"with and without compression", 20, 30, func(round int) bool { return round%3 != 2 }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			k := newKilled(t, suluh, tt.pages, tt.compress(0))
			var now build
			var running, old, fresh int
			left := map[string]int{}
			for i := range tt.rounds {
				next := build{killVersionA, tt.compress(i)}
				if now.version == killVersionA {
					next.version = killVersionB
				}
				// One round in ten is a first build.
				if i%10 == 9 {
					if err := os.RemoveAll(k.public()); err != nil {
						t.Fatal(err)
					}
					now = build{}
				}
				k.write(next.version)
				// Most kills are spread over a build and a little longer. One in four
				// is aimed at the swap and what follows it, which take a moment only.
				aimed, longest := i%4 == 3, k.took[next.compress]*5/4
				if aimed {
					longest = k.took[false] / 10
				}
				after := time.Duration(random.Int64N(int64(longest)))
				if k.kill(next, aimed, after) {
					running++
				}
				for _, name := range k.beside() {
					left[name]++
				}
				switch got := k.published(); got {
				case now:
					old++
				case next:
					fresh++
					now = got
				default:
					t.Fatalf("round %d, killed after %v (aimed: %t): the site is %v, want %v or %v", i, after, aimed, got, now, next)
				}
			}
			t.Logf("%d of %d kills hit a running build; %d sites stayed old, %d were new; left over: %v", running, tt.rounds, old, fresh, left)
			if running == 0 {
				t.Error("no kill hit a running build")
			}

			last := build{killVersionA, false}
			k.write(last.version)
			k.build(last)
			if got := k.published(); got != last {
				t.Errorf("the last build, which nobody killed, left %v", got)
			}
			if names := k.beside(); len(names) > 0 {
				t.Errorf("left over after the last build: %v", names)
			}
		})
	}
}

// newKilled builds both versions of a site, to know what whole means and how
// long a build takes.
func newKilled(t *testing.T, suluh string, pages int, compress bool) *killed {
	t.Helper()
	k := &killed{t: t, suluh: suluh, root: t.TempDir(), pages: pages,
		whole: map[build][]byte{}, took: map[bool]time.Duration{}}
	k.put("content/situs.yaml", "nama: Uji\nnama_tab: Uji\nbahasa: [id]\nkeluar: https://example.org/\n")
	for i := range 50 {
		// Both versions share these, so that builds have files to link.
		k.put(fmt.Sprintf("static/foto/%d.jpg", i), strings.Repeat(fmt.Sprint(i), 1000))
	}
	builds := []build{{killVersionA, false}, {killVersionB, false}, {killVersionA, false}, {killVersionB, false}}
	if compress {
		builds = append(builds, build{killVersionA, true}, build{killVersionB, true})
	}
	for _, b := range builds {
		k.write(b.version)
		start := time.Now()
		k.build(b)
		// The shortest: other work on the machine makes builds longer.
		if took := time.Since(start); k.took[b.compress] == 0 || took < k.took[b.compress] {
			k.took[b.compress] = took
		}
		manifest, err := os.ReadFile(filepath.Join(k.public(), ".suluh"))
		if err != nil {
			t.Fatal(err)
		}
		k.whole[b] = manifest
		if got := k.published(); got != b {
			t.Fatalf("an undisturbed build of %v left %v", b, got)
		}
	}
	if err := os.RemoveAll(k.public()); err != nil {
		t.Fatal(err)
	}
	t.Logf("a build takes %v, with compression %v", k.took[false], k.took[true])
	return k
}

func (k *killed) public() string { return filepath.Join(k.root, "public") }

// beside names what a build left next to the published folder.
func (k *killed) beside() []string {
	k.t.Helper()
	names, err := filepath.Glob(filepath.Join(k.root, ".public.suluh-*"))
	if err != nil {
		k.t.Fatal(err)
	}
	for i, name := range names {
		names[i] = filepath.Base(name)
	}
	return names
}

func (k *killed) put(name, text string) {
	k.t.Helper()
	file := filepath.Join(k.root, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		k.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		k.t.Fatal(err)
	}
}

// write puts one version on every page that is made from a file of its own.
func (k *killed) write(version string) {
	k.t.Helper()
	k.put("content/beranda.md", "---\njudul: Beranda\nringkasan: Awal.\ndiperiksa: 2026-01-01\n---\n"+version+"\n")
	for i := range k.pages / 2 {
		k.put(fmt.Sprintf("content/panduan/p%d.md", i), fmt.Sprintf(
			"---\njudul: Halaman %d\nringkasan: Isi.\nurutan: %d\nuntuk: [calon]\ndiperiksa: 2026-01-01\n---\n%s\n", i, i, version))
		k.put(fmt.Sprintf("villages/d%d.md", i), fmt.Sprintf(
			"---\nnama: Desa %d\nstatus: calon\nkontak: []\nlayanan: []\ndiperiksa: 2026-01-01\n---\n%s\n", i, version))
	}
	// One page and one village are only in one version: they must come and go.
	extra := []string{"content/panduan/putih.md", "villages/putih.md"}
	if version == killVersionB {
		k.put(extra[0], "---\njudul: Putih\nringkasan: Isi.\nurutan: 999\nuntuk: [calon]\ndiperiksa: 2026-01-01\n---\n"+version+"\n")
		k.put(extra[1], "---\nnama: Putih\nstatus: calon\nkontak: []\nlayanan: []\ndiperiksa: 2026-01-01\n---\n"+version+"\n")
		return
	}
	for _, name := range extra {
		if err := os.Remove(filepath.Join(k.root, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			k.t.Fatal(err)
		}
	}
}

func (k *killed) command(b build) *exec.Cmd {
	args := []string{"build", "--source", k.root, "--date", "2026-01-02"}
	if !b.compress {
		args = append(args, "--no-compress")
	}
	return exec.Command(k.suluh, args...)
}

func (k *killed) build(b build) {
	k.t.Helper()
	if out, err := k.command(b).CombinedOutput(); err != nil {
		k.t.Fatalf("build: %v\n%s", err, out)
	}
}

// kill starts a build and kills it: some time after its start or, aimed, after
// it began to write the manifest, the last file before the swap. It tells
// whether the build was running.
func (k *killed) kill(b build, aimed bool, after time.Duration) bool {
	k.t.Helper()
	cmd := k.command(b)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	// Else the repair of the build, which takes a moment, would be taken for its end.
	manifest := filepath.Join(k.root, ".public.suluh-new", ".suluh")
	if aimed {
		_ = os.Remove(manifest)
	}
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	// Not os.Lstat: go test notes each of its calls, which is millions here, and then
	// needs gigabytes and minutes to read its notes.
	for there := (syscall.Stat_t{}); aimed && len(done) == 0; {
		if syscall.Lstat(manifest, &there) == nil {
			break
		}
	}
	time.Sleep(after)
	_ = cmd.Process.Kill() // an error says that it is done already
	err := <-done
	status, _ := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Signaled() && status.Signal() == syscall.SIGKILL {
		return true
	}
	if err != nil {
		k.t.Fatalf("build: %v\n%s", err, &stderr)
	}
	return false
}

// published tells which build lies in the folder, and fails unless it is whole.
func (k *killed) published() build {
	k.t.Helper()
	if _, err := os.Lstat(k.public()); errors.Is(err, fs.ErrNotExist) {
		return build{}
	}
	manifest, err := os.ReadFile(filepath.Join(k.public(), ".suluh"))
	if err != nil {
		k.t.Fatal(err)
	}
	listed := k.listed(manifest)
	all := maps.Clone(listed)
	versions := map[string]int{}
	err = filepath.WalkDir(k.public(), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, _ := filepath.Rel(k.public(), path)
		name = filepath.ToSlash(name)
		if name == ".suluh" {
			return nil
		}
		data, err := os.ReadFile(path)
		sum := sha256.Sum256(data)
		if want, ok := listed[name]; !ok {
			k.t.Errorf("%s is not in the manifest", name)
		} else if got := fmt.Sprintf("%x %d", sum[:16], len(data)); got != want {
			k.t.Errorf("%s is %s, and %s in the manifest", name, got, want)
		}
		delete(listed, name)
		for _, version := range []string{killVersionA, killVersionB} {
			if bytes.Contains(data, []byte(version)) {
				versions[version]++
			}
		}
		return err
	})
	if err != nil {
		k.t.Fatal(err)
	}
	for name := range listed {
		k.t.Errorf("%s is in the manifest and not in the folder", name)
	}
	if a, b := versions[killVersionA], versions[killVersionB]; a != 0 && b != 0 || a+b < k.pages {
		k.t.Errorf("%d pages are of one version and %d of the other", a, b)
	}
	for b, want := range k.whole {
		if maps.Equal(all, k.listed(want)) && versions[b.version] > 0 {
			return b
		}
	}
	k.t.Fatal("the manifest is that of no whole build")
	return build{}
}

// listed reads a manifest: hash and size by path.
func (k *killed) listed(manifest []byte) map[string]string {
	k.t.Helper()
	files := map[string]string{}
	lines := strings.Split(strings.TrimSuffix(string(manifest), "\n"), "\n")
	last := len(lines) - 1
	if !strings.HasPrefix(lines[last], "= ") {
		k.t.Fatalf("the manifest ends with %q, not with its own hash", lines[last])
	}
	for _, line := range lines[1:last] {
		parts := strings.SplitN(line, " ", 5) // hash, key, size, time, path
		if len(parts) != 5 {
			k.t.Fatalf("manifest line %q", line)
		}
		files[parts[4]] = parts[0] + " " + parts[2]
	}
	return files
}
