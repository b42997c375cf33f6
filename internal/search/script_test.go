package search_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"suluh/internal/minify"
	"suluh/internal/search"
)

// harness asks the script, as the site ships it, what it is given: words to
// cut and queries to answer with the numbers of documents.
const harness = `
var fs = require('fs'), vm = require('vm'), asked = JSON.parse(fs.readFileSync(0, 'utf8'));
vm.runInThisContext(asked.index);
vm.runInThisContext(asked.script);
var search = suluhSearch.engine(suluhCari);
process.stdout.write(JSON.stringify({
  stems: asked.texts.map(search.stems),
  hits: asked.queries.map(search),
}));`

type answers struct {
	Stems [][]string `json:"stems"`
	Hits  [][]string `json:"hits"`
}

// askScript asks layouts/cari.js.
func askScript(t *testing.T, index []byte, texts, queries []string) answers {
	t.Helper()
	var a answers
	runScript(t, harness, map[string]any{
		"index": string(index), "script": string(smallScript(t)), "texts": append([]string{}, texts...), "queries": append([]string{}, queries...),
	}, &a)
	return a
}

// runScript gives input to a script of node, and reads what it answers. Without
// node the test is skipped; in CI it fails.
func runScript(t *testing.T, script string, input, answer any) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("there is no node to run the scripts")
		}
		t.Skip("SKIPPED: there is no node, so the scripts of layouts/ are not tested")
	}
	asked, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, "-e", script)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(asked), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	if err := json.Unmarshal(out, answer); err != nil {
		t.Fatal(err)
	}
}

// smallScript is layouts/cari.js as the site ships it.
func smallScript(t testing.TB) []byte { return small(t, "cari.js") }

func small(t testing.TB, name string) []byte {
	t.Helper()
	code, err := os.ReadFile(filepath.Join("..", "..", "layouts", name))
	if err != nil {
		t.Fatal(err)
	}
	small, err := minify.New().Bytes(minify.JS, code)
	if err != nil {
		t.Fatal(err)
	}
	return small
}

// newer is what old phones cannot read. The minifier makes some of it by
// itself: of Math.sqrt(x) it makes x**.5.
var newer = []string{"=>", "**", "`", "let ", "const ", "?.", "??", "...", "fetch(", "style", "innerHTML", "eval"}

func TestScriptIsOldAndPlain(t *testing.T) {
	for _, name := range []string{"cari.js", "desa.js", "desa-luas.js"} {
		code := string(small(t, name))
		for _, bad := range newer {
			if strings.Contains(code, bad) {
				t.Errorf("%s, made small, holds %q", name, bad)
			}
		}
	}
}

// TestScriptCutsAlike holds the stemmers of Go and of the script equal: on the
// vectors, and on every word of the portal.
func TestScriptCutsAlike(t *testing.T) {
	p := loadPortal(t, "id")
	var texts []string
	for _, v := range table(t, "stem.txt") {
		texts = append(texts, v[0])
	}
	for _, d := range append(p.docs, loadPortal(t, "en").docs...) {
		texts = append(texts, strings.Fields(d.Title+"\n"+d.Summary+"\n"+d.Headings+"\n"+d.Text)...)
	}
	texts = append(texts, "", "e-PMI", "G to G", "a", "a b c", "ÈJHÂ'ÂN", "ḍâ-sengko", "2018", "129", "12", "İzin", "e\u0300jha", "日本 paspor", "constructor __proto__ hasOwnProperty")
	got := askScript(t, p.index(t), texts, nil)
	for i, text := range texts {
		if want := search.Stems(text); strings.Join(got.Stems[i], " ") != strings.Join(want, " ") {
			t.Errorf("%q: the script gives %q, Go %q", text, got.Stems[i], want)
		}
	}
}

// TestScriptFindsAlike holds the searches of Go and of the script equal.
func TestScriptFindsAlike(t *testing.T) {
	p := loadPortal(t, "id")
	index := p.index(t)
	r, err := search.Open(index)
	if err != nil {
		t.Fatal(err)
	}
	var queries []string
	for _, file := range []string{"questions.txt", "questions-held-out.txt"} {
		for _, q := range questions(t, file) {
			// As typed, cut off, with a slip, and without the first word.
			_, rest, _ := strings.Cut(q.query, " ")
			queries = append(queries, q.query, q.query[:len(q.query)-1], q.query[:2]+q.query[3:], rest)
		}
	}
	queries = append(queries, "", "di", "zzzz", "constructor", "__proto__", "to string", "129", "tidak", "orang tua", "apa itu", "pas", "mjikan paspr")
	got := askScript(t, index, nil, queries)
	for i, query := range queries {
		var want, found []string
		for _, hit := range r.Search(query) {
			want = append(want, hit.Path)
		}
		for _, doc := range got.Hits[i] {
			found = append(found, p.docs[number(t, doc)].Path)
		}
		if strings.Join(found, " ") != strings.Join(want, " ") {
			t.Errorf("%q: the script finds %q, Go %q", query, found, want)
		}
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
