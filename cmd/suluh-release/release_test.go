package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
	"go.yaml.in/yaml/v4"
)

// epoch is the time of the test's releases: 2026-11-27 01:02:04 UTC.
const epoch = "1795741324"

// made makes a release of a small program for two targets, and gives its files.
func made(t *testing.T) map[string][]byte {
	t.Helper()
	sums, err := os.ReadFile("../../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "dist")
	for name, text := range map[string]string{
		"go.mod":     "module kecil.test/kecil\n\ngo 1.26\n\nrequire rsc.io/qr v0.2.0\n",
		"go.sum":     string(sums),
		"main.go":    "package main\n\nimport \"rsc.io/qr/gf256\"\n\nfunc main() { println(gf256.NewField(0x11d, 2).Exp(3)) }\n",
		"LICENSE":    "Boleh.\n",
		"README.md":  "# Kecil\n",
		"PANDUAN.md": "# Panduan kecil\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("SOURCE_DATE_EPOCH", epoch)
	r := release{source: dir, main: ".", version: "v1.2.3-rc.1", url: "https://unduh.test/suluh/", out: out, notes: io.Discard}
	if r.targets, err = pick("linux/arm64,windows/amd64"); err != nil {
		t.Fatal(err)
	}
	for range 2 { // a second time, over the first
		if err := r.make(); err != nil {
			t.Fatal(err)
		}
	}
	files := map[string][]byte{}
	err = filepath.WalkDir(out, func(file string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(out, file)
		if err != nil {
			return err
		}
		files[filepath.ToSlash(name)], err = os.ReadFile(file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

const (
	linux   = "suluh_1.2.3-rc.1_linux_arm64"
	windows = "suluh_1.2.3-rc.1_windows_amd64"
	deb     = "suluh_1.2.3~rc.1_arm64.deb"
)

// TestRelease makes a release twice, in two folders, and reads all of it back.
func TestRelease(t *testing.T) {
	files, again := made(t), made(t)
	want := []string{"Containerfile", "SHA256SUMS", "suluh.json", "suluh.rb", linux + ".cdx.json", linux + ".tar.gz", windows + ".cdx.json", windows + ".zip", deb,
		"winget/Suluh.Suluh.installer.yaml", "winget/Suluh.Suluh.locale.en-US.yaml", "winget/Suluh.Suluh.yaml"}
	slices.Sort(want)
	if got := slices.Sorted(maps.Keys(files)); !slices.Equal(got, want) {
		t.Fatalf("the release has\n%q, want\n%q", got, want)
	}
	for name, data := range files {
		if !bytes.Equal(data, again[name]) {
			t.Errorf("%s has other bytes when it is made elsewhere", name)
		}
	}
	t.Run("sums", func(t *testing.T) { holdSums(t, files) })
	t.Run("tar", func(t *testing.T) { holdTar(t, files[linux+".tar.gz"]) })
	t.Run("zip", func(t *testing.T) { holdZip(t, files[windows+".zip"]) })
	t.Run("materials", func(t *testing.T) { holdMaterials(t, files) })
	t.Run("manifests", func(t *testing.T) { holdManifests(t, files) })
	t.Run("debian", func(t *testing.T) { holdDebian(t, files) })
	t.Run("container", func(t *testing.T) {
		recipe := string(files["Containerfile"])
		name := regexp.MustCompile(`(?m)^ADD (\S+) /$`).FindStringSubmatch(strings.NewReplacer("${TARGETARCH}", "arm64", "${TARGETVARIANT}", "").Replace(recipe))
		if name == nil || files[name[1]] == nil {
			t.Errorf("the Containerfile adds no archive that was made:\n%s", recipe)
		}
	})
}

func holdSums(t *testing.T, files map[string][]byte) {
	listed := map[string]bool{}
	for line := range strings.Lines(string(files["SHA256SUMS"])) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		listed[name] = true
		if data, ok := files[name]; !ok || sumOf(data) != sum {
			t.Errorf("%s does not have the sum that is listed", name)
		}
	}
	if len(listed) != len(files)-1 {
		t.Errorf("%d sums for %d files", len(listed), len(files))
	}
}

// when is epoch as a time.
var when = time.Date(2026, 11, 27, 1, 2, 4, 0, time.UTC)

// untar gives the files of a .tar.gz in their order, and holds that they have one time
// and no owner.
func untar(t *testing.T, data []byte) (names []string, files map[string][]byte) {
	t.Helper()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	files = map[string][]byte{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if err == io.EOF {
			return names, files
		}
		if err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(when) || h.Uid != 0 || h.Gid != 0 || h.Uname != "" {
			t.Errorf("%s is of %s and of %d:%d %q", h.Name, h.ModTime, h.Uid, h.Gid, h.Uname)
		}
		if program := filepath.Base(h.Name) == "suluh" && strings.HasPrefix(h.Linkname+h.Name, "./usr/bin") || h.Name == "suluh"; h.Typeflag == tar.TypeReg && (h.Mode == 0o755) != program {
			t.Errorf("%s has mode %o", h.Name, h.Mode)
		}
		names = append(names, h.Name)
		if files[h.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
}

func holdTar(t *testing.T, data []byte) {
	names, files := untar(t, data)
	if want := []string{"suluh", "LICENSE", "README.md", "PANDUAN.md", "suluh.1", "suluh.id.1", "suluh.bash", "_suluh"}; !slices.Equal(names, want) {
		t.Errorf("the archive has %q, want %q", names, want)
	}
	if !bytes.HasPrefix(files["suluh"], []byte("\x7fELF")) || string(files["PANDUAN.md"]) != "# Panduan kecil\n" {
		t.Error("the archive's files are not those of the program")
	}
	if !bytes.HasPrefix(files["suluh.1"], []byte(".TH SULUH 1 2026-11-27 \"suluh 1.2.3\\-rc.1\"\n")) {
		t.Errorf("the page for man begins with %.60q", files["suluh.1"])
	}
	if !bytes.Contains(files["suluh.bash"], []byte("complete ")) || !bytes.HasPrefix(files["_suluh"], []byte("#compdef suluh")) {
		t.Error("the scripts that complete are not there")
	}
}

func holdZip(t *testing.T, data []byte) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
		if !f.Modified.Equal(when) {
			t.Errorf("%s is of %s", f.Name, f.Modified)
		}
	}
	if want := []string{"suluh.exe", "LICENSE", "README.md", "PANDUAN.md"}; !slices.Equal(names, want) {
		t.Fatalf("the archive has %q, want %q", names, want)
	}
	if program := unzip(t, r.File[0]); !bytes.HasPrefix(program, []byte("MZ")) {
		t.Error("suluh.exe is no program of Windows")
	}
	if text := unzip(t, r.File[1]); string(text) != "Boleh.\n" {
		t.Errorf("LICENSE is %q", text)
	}
}

func unzip(t *testing.T, f *zip.File) []byte {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// holdMaterials: the bill names the program by its sum, the library of Go and the module,
// with the sum that go.sum has for it.
func holdMaterials(t *testing.T, files map[string][]byte) {
	var bom cyclonedx.BOM
	if err := cyclonedx.NewBOMDecoder(bytes.NewReader(files[linux+".cdx.json"]), cyclonedx.BOMFileFormatJSON).Decode(&bom); err != nil {
		t.Fatal(err)
	}
	_, packed := untar(t, files[linux+".tar.gz"])
	if got := (*bom.Metadata.Component.Hashes)[0].Value; got != sumOf(packed["suluh"]) {
		t.Errorf("the bill is of a program with the sum %s", got)
	}
	var got []string
	for _, c := range *bom.Components {
		name, _, _ := strings.Cut(c.PackageURL, "@1.") // of Go, whatever is installed
		got = append(got, name)
	}
	if want := []string{"pkg:golang/std", "pkg:golang/rsc.io/qr@v0.2.0"}; !slices.Equal(got, want) {
		t.Fatalf("the bill names %q, want %q", got, want)
	}
	goSum, err := os.ReadFile("../../go.sum")
	if err != nil {
		t.Fatal(err)
	}
	listed := regexp.MustCompile(`(?m)^rsc\.io/qr v0\.2\.0 h1:(\S+)$`).FindSubmatch(goSum)
	raw, err := base64.StdEncoding.DecodeString(string(listed[1]))
	if err != nil {
		t.Fatal(err)
	}
	if got := (*(*bom.Components)[1].Hashes)[0].Value; got != hex.EncodeToString(raw) {
		t.Errorf("the module's sum is %s in the bill, %x in go.sum", got, raw)
	}
}

// holdManifests: each names the archives by address and sum, and nothing that is not there.
func holdManifests(t *testing.T, files map[string][]byte) {
	formula := string(files["suluh.rb"])
	if !strings.Contains(formula, "      url \"https://unduh.test/suluh/"+linux+".tar.gz\"\n      sha256 \""+sumOf(files[linux+".tar.gz"])+"\"\n") {
		t.Errorf("the formula does not name the archive with its sum:\n%s", formula)
	}
	var scoop struct {
		Version      string
		Architecture map[string]struct{ URL, Hash string }
	}
	if err := json.Unmarshal(files["suluh.json"], &scoop); err != nil {
		t.Fatal(err)
	}
	if x := scoop.Architecture["64bit"]; len(scoop.Architecture) != 1 || x.Hash != sumOf(files[windows+".zip"]) || x.URL != "https://unduh.test/suluh/"+windows+".zip" || scoop.Version != "1.2.3-rc.1" {
		t.Errorf("the manifest of Scoop says %+v", scoop)
	}
	for _, name := range []string{"", ".installer", ".locale.en-US"} {
		var manifest struct {
			Identifier string `yaml:"PackageIdentifier"`
			Version    string `yaml:"PackageVersion"`
			Schema     string `yaml:"ManifestVersion"`
			Installers []wingetInstaller
		}
		if err := yaml.Unmarshal(bytes.ReplaceAll(files["winget/Suluh.Suluh"+name+".yaml"], []byte("Installers:"), []byte("installers:")), &manifest); err != nil {
			t.Fatal(err)
		}
		if manifest.Identifier != "Suluh.Suluh" || manifest.Version != "1.2.3-rc.1" || manifest.Schema != wingetSchema {
			t.Errorf("winget%s: %+v", name, manifest)
		}
		if want := (wingetInstaller{"x64", "https://unduh.test/suluh/" + windows + ".zip", strings.ToUpper(sumOf(files[windows+".zip"]))}); name == ".installer" && !slices.Equal(manifest.Installers, []wingetInstaller{want}) {
			t.Errorf("winget installs %+v, want %+v", manifest.Installers, want)
		}
	}
	for name, data := range files {
		for _, m := range regexp.MustCompile(`https://unduh\.test/suluh/([\w.-]+)`).FindAllSubmatch(data, -1) {
			if files[string(m[1])] == nil {
				t.Errorf("%s names %s, which was not made", name, m[1])
			}
		}
	}
}

// holdDebian reads the package as ar and tar do, and with dpkg-deb where it is.
func holdDebian(t *testing.T, files map[string][]byte) {
	data := files[deb]
	rest, isAr := bytes.CutPrefix(data, []byte("!<arch>\n"))
	if !isAr {
		t.Fatalf("the package begins with %.10q", data)
	}
	members := map[string][]byte{}
	for len(rest) > 0 {
		size := 0
		for _, c := range strings.TrimSpace(string(rest[48:58])) {
			size = size*10 + int(c-'0')
		}
		members[strings.TrimSpace(string(rest[:16]))] = rest[60 : 60+size]
		rest = rest[60+size+size%2:]
	}
	_, control := untar(t, members["control.tar.gz"])
	_, body := untar(t, members["data.tar.gz"])
	if !bytes.Contains(control["./control"], []byte("Version: 1.2.3~rc.1\nArchitecture: arm64\n")) {
		t.Errorf("control says\n%s", control["./control"])
	}
	_, packed := untar(t, files[linux+".tar.gz"])
	if !bytes.Equal(body["./usr/bin/suluh"], packed["suluh"]) {
		t.Error("the program in the package is not that in the archive")
	}
	for _, name := range []string{"./usr/share/man/man1/suluh.1.gz", "./usr/share/man/id/man1/suluh.1.gz", "./usr/share/doc/suluh/copyright", "./usr/share/bash-completion/completions/suluh", "./usr/share/zsh/vendor-completions/_suluh"} {
		if len(body[name]) == 0 {
			t.Errorf("the package lacks %s", name)
		}
	}
	if _, err := exec.LookPath("dpkg-deb"); err != nil {
		t.Log("no dpkg-deb to read the package with")
		return
	}
	dir := t.TempDir()
	name := filepath.Join(dir, deb)
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("dpkg-deb", "-f", name, "Package", "Version", "Architecture").CombinedOutput(); err != nil || string(out) != "Package: suluh\nVersion: 1.2.3~rc.1\nArchitecture: arm64\n" {
		t.Errorf("dpkg-deb: %v\n%s", err, out)
	}
	if out, err := exec.Command("dpkg-deb", "-R", name, filepath.Join(dir, "x")).CombinedOutput(); err != nil {
		t.Fatalf("dpkg-deb: %v\n%s", err, out)
	}
	check := exec.Command("md5sum", "-c", "--quiet", "DEBIAN/md5sums")
	check.Dir = filepath.Join(dir, "x")
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("md5sums: %v\n%s", err, out)
	}
	if os.Getuid() == 0 {
		holdInstalled(t, name, packed["suluh"])
	}
}

// holdInstalled lets dpkg install the package into a folder, and take it away again.
func holdInstalled(t *testing.T, name string, program []byte) {
	root := t.TempDir()
	for _, dir := range []string{"info", "updates"} {
		if err := os.MkdirAll(filepath.Join(root, "var/lib/dpkg", dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "var/lib/dpkg/status"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(root, "usr/bin/suluh")
	if out, err := exec.Command("dpkg", "--root="+root, "--force-architecture", "-i", name).CombinedOutput(); err != nil {
		t.Fatalf("dpkg: %v\n%s", err, out)
	}
	if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, program) {
		t.Errorf("what dpkg installed is not the program: %v", err)
	}
	if out, err := exec.Command("dpkg", "--root="+root, "-r", "suluh:arm64").CombinedOutput(); err != nil {
		t.Errorf("dpkg: %v\n%s", err, out)
	}
	if _, err := os.Stat(file); !os.IsNotExist(err) {
		t.Errorf("the program is still there: %v", err)
	}
}

// TestWithoutAddress: manifests that would name no address are not made.
func TestWithoutAddress(t *testing.T) {
	var notes strings.Builder
	r := release{version: "1.2.3", notes: &notes, made: map[string][]byte{}}
	if err := r.manifests(map[target]string{{"windows", "amd64"}: "00"}); err != nil {
		t.Fatal(err)
	}
	if len(r.made) > 0 || !strings.Contains(notes.String(), "no -url") {
		t.Errorf("made %d files, and said %q", len(r.made), notes.String())
	}
}

// TestRefused: what is mistyped is said before anything is built or taken away.
func TestRefused(t *testing.T) {
	if _, err := pick("linux/arm64,linux/arm46"); err == nil || !strings.Contains(err.Error(), `no "linux/arm46"`) {
		t.Errorf("a mistyped target: %v", err)
	}
	for _, address := range []string{"unduh.test", "http://unduh.test/", "https://", "https://unduh.test/?x"} {
		r := release{source: t.TempDir(), main: ".", url: address, notes: io.Discard, targets: targets}
		if err := r.make(); err == nil || !strings.Contains(err.Error(), "-url") {
			t.Errorf("%s: %v", address, err)
		}
	}
	for version, good := range map[string]bool{"1.2.3": true, "1.2.3-rc.1": true, "0.0.0-20261127010204-0123456789ab+dirty": true, "1.2": false, "(devel)": false, "1.2.3 x": false} {
		if versionForm.MatchString(version) != good {
			t.Errorf("version %q: %v", version, !good)
		}
	}
	dir := t.TempDir()
	kept := filepath.Join(dir, "surat.txt")
	if err := os.WriteFile(kept, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	r := release{out: dir, made: map[string][]byte{"SHA256SUMS": nil}}
	if err := r.write(); err == nil {
		t.Error("a folder of something else was taken away")
	}
	if _, err := os.Stat(kept); err != nil {
		t.Error(err)
	}
}

// TestTargets: Go knows each target, under the name that it is built by.
func TestTargets(t *testing.T) {
	known, err := exec.Command("go", "tool", "dist", "list").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range targets {
		if name := x.os + "/" + strings.Replace(x.arch, "armv6", "arm", 1); !slices.Contains(strings.Fields(string(known)), name) {
			t.Errorf("Go builds nothing for %s", name)
		}
	}
}

// TestAndroid: the program for Android makes none of the calls of Linux for which Android
// ends a program on the spot (SIGSYS): openat2, and before Android 11 renameat2.
func TestAndroid(t *testing.T) {
	cmd := exec.Command("go", "list", "-tags", "nodynamic", "-f", `{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}`, "suluh/internal/...")
	cmd.Env = append(os.Environ(), target{"android", "arm64"}.env()...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files := strings.Fields(string(out))
	if len(files) < 100 {
		t.Fatalf("%d files", len(files))
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if call := regexp.MustCompile(`unix\.(Openat2|Renameat2)\(`).Find(data); call != nil {
			t.Errorf("%s calls %s", name, call)
		}
	}
}
