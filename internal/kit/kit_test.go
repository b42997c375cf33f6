package kit

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"suluh"
	"suluh/internal/frontmatter"
	"suluh/internal/pages"
	"suluh/internal/publish"
	"suluh/internal/qrcode"
	"suluh/internal/site"
)

const base = "https://suluh.example.org"

func portal(t *testing.T) *publish.Edition {
	t.Helper()
	s, err := publish.Load(os.DirFS("../.."), publish.Options{Options: site.Options{Date: frontmatter.Date{Year: 2026, Month: 11, Day: 26}, Base: base}, Theme: suluh.Theme})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// needTools skips a test where nothing can read codes; CI must have it.
func needTools(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("draws and reads some hundred pictures")
	}
	for _, tool := range []string{"pdftoppm", "zbarimg"} {
		if _, err := exec.LookPath(tool); err != nil {
			if os.Getenv("CI") != "" {
				t.Fatalf("CI needs %s (Debian: poppler-utils, zbar-tools)", tool)
			}
			t.Skipf("no %s to read codes with (Debian: poppler-utils, zbar-tools)", tool)
		}
	}
}

// TestCodes reads the code of every poster and of every card back from a picture of
// 300 dots an inch: as it is, with a tenth of its modules spoiled, and from a grey
// photocopy.
func TestCodes(t *testing.T) {
	needTools(t)
	s := portal(t)
	sheets := 0
	for v := range s.Villages.All() {
		poster, err := s.Poster(v)
		if err != nil {
			t.Fatal(err)
		}
		if v.Code != "" && poster.Link != base+"/d/"+strings.ReplaceAll(v.Code, ".", "")+".html" {
			t.Errorf("%s: the poster leads to %s", v.Name, poster.Link)
		}
		data, err := Poster(poster)
		if err != nil {
			t.Fatal(err)
		}
		read(t, v.Slug, data, poster.Link)
		sheets++
		if sheets > 1 {
			continue // cards differ by country alone
		}
		cards, err := s.Cards(v)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cards {
			if len(c.Numbers) == 0 && c.Key != "timur-tengah" {
				t.Errorf("%s has no number", c.Key)
			}
			data, err := Card(c)
			if err != nil {
				t.Fatal(err)
			}
			read(t, c.Key, data, c.Link)
			sheets++
		}
	}
	if sheets < 20 {
		t.Errorf("%d sheets", sheets)
	}
}

// TestAll: one file for a whole regency has each poster and each card once, and every
// code on a sheet of four cards is read.
func TestAll(t *testing.T) {
	needTools(t)
	s := portal(t)
	var posters []pages.Poster
	var cards []pages.PocketCard
	want := map[string]bool{}
	for e := range s.Villages.All() {
		p, err := s.Poster(e)
		if err != nil {
			t.Fatal(err)
		}
		posters, want[p.Link] = append(posters, p), true
		if cards == nil {
			if cards, err = s.Cards(e); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, c := range cards {
		want[c.Link] = true
	}
	data, err := All("Semua", posters, cards)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.pdf"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("pdftoppm", "-r", "300", "-gray", "-png", filepath.Join(dir, "a.pdf"), filepath.Join(dir, "p")).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v %s", err, out)
	}
	pages, err := filepath.Glob(filepath.Join(dir, "p-*.png"))
	if sheets := len(posters) + (len(cards)+3)/4; err != nil || len(pages) != sheets {
		t.Fatalf("%d sheets, want %d (%v)", len(pages), sheets, err)
	}
	read, err := exec.Command("zbarimg", append([]string{"-q", "--raw"}, pages...)...).Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range strings.Fields(string(read)) {
		if !want[link] {
			t.Errorf("a code leads to %s", link)
		}
		delete(want, link)
	}
	for link := range want {
		t.Errorf("no code leads to %s", link)
	}
}

// read renders a sheet and reads its code in three states.
func read(t *testing.T, name string, pdf []byte, want string) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		file := filepath.Join(dir, "a.pdf")
		if err := os.WriteFile(file, pdf, 0o644); err != nil {
			t.Fatal(err)
		}
		if out, err := exec.Command("pdftoppm", "-r", "300", "-gray", "-png", "-singlefile", file, filepath.Join(dir, "a")).CombinedOutput(); err != nil {
			t.Fatalf("pdftoppm: %v %s", err, out)
		}
		data, err := os.ReadFile(filepath.Join(dir, "a.png"))
		if err != nil {
			t.Fatal(err)
		}
		clean, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		random := rand.New(rand.NewPCG(1, uint64(len(want))))
		for state, picture := range map[string]image.Image{"clean": clean, "spoiled": spoiled(t, clean, want, random), "photocopy": photocopy(clean, random)} {
			if got := decoded(t, filepath.Join(dir, state+".png"), picture); got != want {
				t.Errorf("%s: read %q, want %q", state, got, want)
			}
		}
	})
}

func decoded(t *testing.T, file string, picture image.Image) string {
	t.Helper()
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("zbarimg", "-q", "--raw", file).Output()
	if err != nil {
		return fmt.Sprintf("nothing (%v)", err)
	}
	return strings.TrimSpace(string(out))
}

// codeIn gives where the code stands in a picture of a sheet, and how many dots a
// module has: its width is known, and its upper edge is the first long dark run below
// which a finder stands.
func codeIn(t *testing.T, picture image.Image, link string) (corner image.Point, module float64, size int) {
	t.Helper()
	code, err := qrcode.Encode(link)
	if err != nil {
		t.Fatal(err)
	}
	const perMillimetre = 300 / 25.4
	b := picture.Bounds()
	side := codeSide
	if float64(b.Dx()) < 150*perMillimetre {
		side = cardCode
	}
	module = side * perMillimetre / float64(code.Size+2*qrcode.Quiet)
	left := (float64(b.Dx())-side*perMillimetre)/2 + qrcode.Quiet*module
	for y := b.Min.Y; y < b.Max.Y; y++ {
		finder := true
		for x := 1; x < 13 && finder; x++ {
			at := int(left + float64(x)*module/2)
			finder = dark(picture, at, y+int(module/2)) && dark(picture, at, y+int(6.5*module)) && !dark(picture, int(left+1.5*module), y+int(3.5*module))
		}
		if finder {
			return image.Pt(int(left), y), module, code.Size
		}
	}
	t.Fatal("the sheet has no code")
	return
}

func dark(picture image.Image, x, y int) bool {
	return image.Pt(x, y).In(picture.Bounds()) && color.GrayModel.Convert(picture.At(x, y)).(color.Gray).Y < 128
}

// spoiled puts a blot over a tenth of the modules, anywhere but on the three finders
// and the small square by which readers find the plane of the code.
func spoiled(t *testing.T, picture image.Image, link string, random *rand.Rand) image.Image {
	t.Helper()
	out := copyOf(picture)
	corner, module, size := codeIn(t, picture, link)
	side := int(math.Ceil(math.Sqrt(float64(size*size) / 10)))
	free := size - 9 - side
	x, y := 9+random.IntN(free), 9+random.IntN(free)
	if x+side > size-9 && y+side > size-9 {
		y = size - 10 - side
	}
	for dy := range int(float64(side) * module) {
		for dx := range int(float64(side) * module) {
			out.SetGray(corner.X+int(float64(x)*module)+dx, corner.Y+int(float64(y)*module)+dy, color.Gray{})
		}
	}
	return out
}

// photocopy gives what a worn copier makes of a sheet: noise, and then black or white.
func photocopy(picture image.Image, random *rand.Rand) image.Image {
	out := copyOf(picture)
	for i, shade := range out.Pix {
		grey := int(shade)*6/10 + 60 + random.IntN(100) - 50
		out.Pix[i] = 0
		if grey > 120 {
			out.Pix[i] = 255
		}
	}
	return out
}

func copyOf(picture image.Image) *image.Gray {
	b := picture.Bounds()
	out := image.NewGray(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			out.Set(x, y, picture.At(x, y))
		}
	}
	return out
}

// TestSame: the same poster has the same bytes.
func TestSame(t *testing.T) {
	p := pages.Poster{Question: "Mau kerja?", Points: []string{"a", "b", "c"}, Link: base + "/d/3509122004.html", Address: "suluh.example.org/d/3509122004.html", Who: "Kantor desa", Label: "Telepon", Number: "(0331) 421001", Village: "Desa Ambulu – “Uji” 🙏", Hours: []string{"Senin 08.00–15.00"}}
	a, err := Poster(p)
	if err != nil {
		t.Fatal(err)
	}
	b, err := Poster(p)
	if err != nil || !bytes.Equal(a, b) {
		t.Error("the same poster has other bytes", err)
	}
	if len(a) > 20_000 {
		t.Errorf("%d bytes", len(a))
	}
}
