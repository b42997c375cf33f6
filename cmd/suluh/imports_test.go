package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// room is a package, the packages of ours that it uses, and the outside modules. Each
// outside module stands at one package, so that it can be replaced there.
type room struct{ name, uses, modules string }

// rooms is the house, from the roof to the cellar: arrows lead only downwards, so that
// there is no circle. Rooms of one floor stand together.
var rooms = []room{
	{"cmd/suluh", "suluh builder channel check compress content deploy desk draft due edit exporter frontmatter hosting importer kit limits manual markdown output pages phone progress publish schema serve site source target tree village webaddr wilayah withdraw", "golang.org/x/term"},

	{"internal/serve", "cache channel desk frontmatter publish source tree", "github.com/fsnotify/fsnotify"},

	{"internal/desk", "builder cache channel check compress content deploy draft due edit frontmatter importer limits markdown minify output permalink picture publish schema source target translation village weight", ""},

	{"internal/builder", "cache channel compress hosting output permalink publish source", ""},

	{"internal/publish", "cache channel channel/assets channel/llms channel/offline channel/searchindex channel/sitemap channel/vcard channel/webmanifest check compress content limits pages permalink pool progress site source theme tree village weight", ""},

	{"internal/channel/offline", "cache channel channel/webmanifest compress content pages permalink pool site theme weight", ""},
	{"internal/kit", "pages qrcode", "github.com/go-pdf/fpdf golang.org/x/text"},

	{"internal/channel/assets", "channel content", ""},
	{"internal/channel/llms", "channel content permalink theme", ""},
	{"internal/channel/searchindex", "channel content permalink search site theme village", "golang.org/x/text"},
	{"internal/channel/sitemap", "channel content permalink", ""},
	{"internal/channel/vcard", "channel content permalink phone site village", ""},
	{"internal/channel/webmanifest", "channel content permalink theme", ""},
	{"internal/pages", "channel compress content frontmatter markdown permalink phone qrcode site source theme village weight", ""},

	{"internal/channel", "cache content permalink site source theme village", ""},
	{"internal/check", "cache content draft frontmatter markdown permalink phone site source tree village", ""},
	{"internal/due", "content frontmatter phone site source", "github.com/emersion/go-ical"},
	{"internal/exporter", "importer site village", "github.com/google/uuid github.com/xuri/excelize/v2"},

	{"internal/site", "cache content draft frontmatter limits markdown minify permalink phone picture pool progress record search source tree village", "golang.org/x/text"},

	{"cmd/suluh-bench", "corpus wilayah", ""},
	{"cmd/suluh-corpus", "corpus", ""},
	{"cmd/suluh-release", "manual source", "github.com/CycloneDX/cyclonedx-go go.yaml.in/yaml/v4"},
	{"internal/record", "frontmatter markdown phone source village", ""},
	{"internal/permalink", "content village", "golang.org/x/text"},
	{"internal/theme", "content frontmatter minify quickhtml source stylesheet tree village weight", ""},

	{"internal/schema", "content frontmatter search village", ""},

	{"internal/content", "frontmatter markdown phone source target translation village weight", "golang.org/x/text"},
	{"internal/deploy", "cache compress fault hosting output target", "github.com/jlaffaye/ftp github.com/minio/minio-go/v7 github.com/pkg/sftp github.com/zalando/go-keyring golang.org/x/crypto"},
	{"internal/draft", "edit frontmatter markdown wilayah", ""},
	{"internal/corpus", "markdown wilayah", ""},
	{"internal/importer", "edit frontmatter limits markdown phone source village", "github.com/xuri/excelize/v2 golang.org/x/text"},
	{"internal/withdraw", "edit phone source village", ""},

	{"internal/markdown", "limits minify phone source webaddr", "github.com/yuin/goldmark"},
	{"internal/search", "frontmatter source", ""},
	{"internal/village", "cache frontmatter phone source", ""},

	{"internal/frontmatter", "limits source webaddr", "github.com/adrg/frontmatter go.yaml.in/yaml/v4"},
	{"internal/manual", "source", ""},
	{"internal/output", "cache compress fault", "golang.org/x/sys"},
	{"internal/phone", "source", "github.com/nyaruka/phonenumbers"},
	{"internal/picture", "limits source", "github.com/gen2brain/webp golang.org/x/image"},
	{"internal/tree", "limits source", "golang.org/x/sys"},
	{"internal/target", "source", ""},

	{"internal/cache", "fault", ""},
	{"internal/edit", "fault", "github.com/rogpeppe/go-internal go.yaml.in/yaml/v4"},
	{"internal/source", "limits", ""},
	{"internal/weight", "compress", ""},

	{"suluh", "", ""},
	{"cmd/suluh-mutate", "", ""},
	{"internal/quickhtml", "", ""},
	{"internal/compress", "", "github.com/andybalholm/brotli github.com/rogpeppe/go-internal"},
	{"internal/testserver", "", "golang.org/x/crypto"},
	{"internal/fault", "", ""},
	{"internal/hosting", "", ""},
	{"internal/limits", "", ""},
	{"internal/minify", "", "github.com/tdewolff/minify/v2"},
	{"internal/pool", "", ""},
	{"internal/progress", "", ""},
	{"internal/qrcode", "", "rsc.io/qr"},
	{"internal/translation", "", ""},
	{"internal/stylesheet", "", "github.com/tdewolff/parse/v2"},
	{"internal/webaddr", "", ""},
	{"internal/wilayah", "", ""},
}

// path gives the import path of a room, as the rows name it.
func (r room) path() string {
	if r.name == "suluh" {
		return r.name
	}
	return "suluh/" + r.name
}

// mayUse tells whether a room uses a package, as its row says.
func (r room) mayUse(name string) bool {
	if short, ours := strings.CutPrefix(name, "suluh/internal/"); ours || name == "suluh" {
		return slices.Contains(strings.Fields(r.uses), short)
	}
	return slices.ContainsFunc(strings.Fields(r.modules), func(m string) bool { return name == m || strings.HasPrefix(name, m+"/") })
}

// TestImports holds the picture of the house.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "suluh/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	floor := map[string]int{}
	for i, r := range rooms {
		floor[r.path()] = i
	}
	seen := map[string]bool{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var pkg struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		seen[pkg.ImportPath] = true
		at, known := floor[pkg.ImportPath]
		if !known {
			t.Errorf("%s is not in the picture of the house", pkg.ImportPath)
			continue
		}
		for _, name := range pkg.Imports {
			if isStandard(name) {
				continue
			}
			if !rooms[at].mayUse(name) {
				t.Errorf("%s imports %s, which the picture does not show", pkg.ImportPath, name)
			}
			if below, ours := floor[name]; ours && below <= at {
				t.Errorf("%s imports %s, which does not stand below it", pkg.ImportPath, name)
			}
		}
		for short := range strings.FieldsSeq(rooms[at].uses) {
			if name := (room{name: "internal/" + short}).path(); !slices.Contains(pkg.Imports, name) && short != "suluh" {
				t.Errorf("the picture shows an arrow from %s to %s, which is not there", pkg.ImportPath, name)
			}
		}
	}
	for _, r := range rooms {
		if !seen[r.path()] {
			t.Errorf("the picture shows %s, which does not exist", r.name)
		}
	}
}

// TestCoreIsSmall: the model stays one that a newcomer can hold in mind, and knows no
// output.
func TestCoreIsSmall(t *testing.T) {
	const mostLines, mostMethods = 2000, 40
	files, err := filepath.Glob("../../internal/site/*.go")
	if err != nil {
		t.Fatal(err)
	}
	lines, methods := 0, 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines += strings.Count(string(data), "\n")
		methods += len(methodOfSite.FindAll(data, -1))
	}
	if lines > mostLines || methods > mostMethods || methods == 0 {
		t.Errorf("internal/site has %d lines, and Site %d methods; want at most %d and %d", lines, methods, mostLines, mostMethods)
	}
}

var methodOfSite = regexp.MustCompile(`(?m)^func \(\w+ \*?Site\) `)

// isStandard tells packages of the standard library: their first element has
// no dot, and is not ours.
func isStandard(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return !strings.Contains(first, ".") && first != "suluh"
}
