package main

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// picture is which packages may import which, and which outside modules each
// may use. Arrows lead only downwards. Each outside module stands at one
// package, so that it can be replaced there.
var picture = map[string][]string{
	"suluh/cmd/suluh":            {"suluh", "suluh/internal/draft", "suluh/internal/due", "suluh/internal/edit", "suluh/internal/exporter", "suluh/internal/importer", "suluh/internal/kit", "suluh/internal/village", "suluh/internal/limits", "suluh/internal/tree", "suluh/internal/webaddr", "suluh/internal/serve", "suluh/internal/progress", "suluh/internal/output", "suluh/internal/site", "suluh/internal/frontmatter", "suluh/internal/markdown", "suluh/internal/weight", "suluh/internal/source", "suluh/internal/phone", "suluh/internal/withdraw", "golang.org/x/term"},
	"suluh/cmd/suluh-bench":      {"suluh/internal/corpus"},
	"suluh/cmd/suluh-corpus":     {"suluh/internal/corpus"},
	"suluh/cmd/suluh-mutate":     {},
	"suluh/internal/serve":       {"suluh/internal/cache", "suluh/internal/tree", "suluh/internal/site", "suluh/internal/source", "github.com/fsnotify/fsnotify"},
	"suluh/internal/site":        {"suluh/internal/limits", "suluh/internal/tree", "suluh/internal/markdown", "suluh/internal/village", "suluh/internal/frontmatter", "suluh/internal/phone", "suluh/internal/minify", "suluh/internal/stylesheet", "suluh/internal/picture", "suluh/internal/search", "suluh/internal/compress", "suluh/internal/weight", "suluh/internal/cache", "suluh/internal/progress", "suluh/internal/draft", "suluh/internal/qrcode", "suluh/internal/source", "github.com/fxamacker/cbor/v2", "golang.org/x/text"},
	"suluh/internal/corpus":      {"suluh/internal/markdown"},
	"suluh/internal/village":     {"suluh/internal/cache", "suluh/internal/frontmatter", "suluh/internal/phone", "suluh/internal/source"},
	"suluh/internal/markdown":    {"suluh/internal/limits", "suluh/internal/minify", "suluh/internal/phone", "suluh/internal/webaddr", "suluh/internal/source", "github.com/yuin/goldmark"},
	"suluh/internal/frontmatter": {"suluh/internal/limits", "suluh/internal/webaddr", "suluh/internal/source", "github.com/adrg/frontmatter", "go.yaml.in/yaml/v4"},
	"suluh/internal/phone":       {"suluh/internal/source", "github.com/nyaruka/phonenumbers"},
	"suluh/internal/qrcode":      {"rsc.io/qr"},
	"suluh/internal/minify":      {"github.com/tdewolff/minify/v2"},
	"suluh/internal/stylesheet":  {"github.com/tdewolff/parse/v2"},
	"suluh/internal/output":      {"suluh/internal/cache", "suluh/internal/fault", "suluh/internal/compress", "golang.org/x/sys"},
	"suluh/internal/weight":      {"suluh/internal/compress"},
	"suluh/internal/compress":    {"github.com/andybalholm/brotli"},
	"suluh/internal/picture":     {"suluh/internal/limits", "suluh/internal/source", "golang.org/x/image"},
	"suluh/internal/search":      {"suluh/internal/frontmatter", "suluh/internal/source"},
	"suluh/internal/cache":       {"suluh/internal/fault"},
	"suluh/internal/draft":       {},
	"suluh/internal/edit":        {"suluh/internal/fault", "github.com/rogpeppe/go-internal", "go.yaml.in/yaml/v4"},
	"suluh/internal/due":         {"suluh/internal/phone", "suluh/internal/site", "suluh/internal/source", "github.com/emersion/go-ical"},
	"suluh/internal/kit":         {"suluh/internal/qrcode", "suluh/internal/site", "github.com/go-pdf/fpdf", "golang.org/x/text"},
	"suluh/internal/exporter":    {"suluh/internal/importer", "suluh/internal/site", "suluh/internal/village", "github.com/google/uuid", "github.com/xuri/excelize/v2"},
	"suluh/internal/importer":    {"suluh/internal/edit", "suluh/internal/frontmatter", "suluh/internal/limits", "suluh/internal/markdown", "suluh/internal/phone", "suluh/internal/source", "suluh/internal/village", "github.com/xuri/excelize/v2", "golang.org/x/text"},
	"suluh/internal/withdraw":    {"suluh/internal/edit", "suluh/internal/phone", "suluh/internal/source", "suluh/internal/village"},
	"suluh/internal/fault":       {},
	"suluh/internal/webaddr":     {},
	"suluh/internal/progress":    {},
	"suluh/internal/source":      {"suluh/internal/limits"},
	"suluh/internal/tree":        {"suluh/internal/limits"},
	"suluh/internal/limits":      {},
	"suluh":                      {},
}

// TestImports holds the picture of the packages.
func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "suluh/...").Output()
	if err != nil {
		t.Fatal(err)
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
		allowed, known := picture[pkg.ImportPath]
		if !known {
			t.Errorf("%s is not in the picture of the packages", pkg.ImportPath)
		}
		for _, name := range pkg.Imports {
			if isStandard(name) || slices.ContainsFunc(allowed, func(a string) bool {
				return name == a || strings.HasPrefix(name, a+"/") && !strings.HasPrefix(a, "suluh")
			}) {
				continue
			}
			t.Errorf("%s imports %s, which the picture does not show", pkg.ImportPath, name)
		}
	}
	for name := range picture {
		if !seen[name] {
			t.Errorf("the picture shows %s, which does not exist", name)
		}
	}
}

// isStandard tells packages of the standard library: their first element has
// no dot, and is not ours.
func isStandard(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return !strings.Contains(first, ".") && first != "suluh"
}
