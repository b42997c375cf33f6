package search_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/publish"
)

// TestQuestionsNobodyTunedOn asks the search as it is published, with the numbers
// of each country and all villages of the regency, what residents typed into no
// test before. Never tune on these: write new ones instead.
func TestQuestionsNobodyTunedOn(t *testing.T) {
	first, third := askFile(t, "questions-fresh.tsv")
	if first < 80 || third < 91 {
		t.Errorf("first %.1f %%, want 80; among three %.1f %%, want 91", first, third)
	}
}

// TestQuestionsTunedOn keeps what was won on earlier questions, which content/pertanyaan.yaml has
// now: what was learned is answered.
func TestQuestionsTunedOn(t *testing.T) {
	first, third := askFile(t, "questions-tuned.tsv")
	if first < 92 || third < 97 {
		t.Errorf("first %.1f %%, want 92; among three %.1f %%, want 97", first, third)
	}
}

// askFile asks the published search the questions of a file.
func askFile(t *testing.T, file string) (first, third float64) {
	t.Helper()
	var queries []string
	for _, q := range questions(t, file) {
		queries = append(queries, q.query)
	}
	known, answers := askPublished(t, queries)
	return score(t, file, known, func(query string) []string { return answers[query] })
}

// publishedHarness answers questions as the search page does: with the pages, and
// then with the villages before them where those were asked, too.
const publishedHarness = `
var fs = require('fs'), vm = require('vm'), asked = JSON.parse(fs.readFileSync(0, 'utf8'));
global.window = global;
global.document = {querySelector: function () { return null; }, querySelectorAll: function () { return []; }};
vm.runInThisContext(asked.pages);
process.stdout.write(JSON.stringify(asked.queries.map(function (query) {
  var answer = [];
  suluhSearch(query, function (hits) { answer = hits; }, function (name, done) {
    if (!asked.more[name]) throw new Error('asks for ' + name);
    vm.runInThisContext(asked.more[name]);
    done();
  });
  return answer;
})));`

// publishedHits asks the scripts of the real portal; a hit is what the search page is given:
// address, words, kind and summary.
func publishedHits(t *testing.T, s *publish.Edition, queries []string) (hits [][][]string) {
	t.Helper()
	script := func(name string) string {
		o, found := s.Lookup(name)
		if !found {
			t.Fatalf("the portal has no %s", name)
		}
		var w bytes.Buffer
		if err := o.Render(&w); err != nil {
			t.Fatal(err)
		}
		return w.String()
	}
	runScript(t, publishedHarness, map[string]any{
		"pages": script(permalink.SearchIndex), "queries": queries,
		"more": map[string]string{permalink.VillageSearch: script(permalink.VillageSearch), permalink.NumberSearch: script(permalink.NumberSearch)},
	}, &hits)
	return hits
}

// askPublished asks the real portal. Answers are called as in questions.txt; a village without
// a page of its own is = and its name.
func askPublished(t *testing.T, queries []string) (known map[string]bool, answers map[string][]string) {
	t.Helper()
	s := loadEdition(t)
	hits := publishedHits(t, s, queries)
	known, keys := map[string]bool{}, map[string]string{}
	know := func(address, key string) { known[key], keys[address] = true, key }
	for _, page := range s.Pages {
		if page.Lang == content.SourceLang {
			know(page.Path, page.Key)
		}
	}
	for v := range s.Villages.All() {
		know(permalink.Village(v), permalink.Village(v))
	}
	for _, code := range s.Villages.Areas.VillagesIn(s.Config.Regency.Code) {
		known["="+s.Villages.Areas[code]] = true
	}
	for _, g := range s.NumberGroups() {
		know(g.Page(), g.Page())
	}
	for _, name := range []string{permalink.Glossary, permalink.Directory, permalink.Numbers} {
		know(name, name)
	}
	answers = map[string][]string{}
	for i, query := range queries {
		answers[query] = []string{}
		for _, hit := range hits[i] {
			page, _, _ := strings.Cut(hit[0], "#")
			key := keys[page]
			if strings.HasSuffix(hit[0], "#tidak-ada") {
				key = "=" + hit[1]
			}
			if key == "" {
				t.Errorf("%q finds %s, which is no page", query, hit[0])
			}
			answers[query] = append(answers[query], key)
		}
	}
	return known, answers
}

// TestPlacesAsked: a village is found although pages have the words of its name, and a
// district with its villages, those with a page first.
func TestPlacesAsked(t *testing.T) {
	for query, want := range map[string]string{
		"balung lor": "desa/balung-lor.html", "Desa Puger Kulon": "desa/puger-kulon.html",
		"kecamatan mayang": "desa/seputih.html", "kec silo": "desa/sidomulyo.html", "kec ambulu": "desa/ambulu.html",
	} {
		_, answers := askPublished(t, []string{query})
		if found := answers[query]; len(found) == 0 || found[0] != want {
			t.Errorf("%q finds %v, want %q", query, found, want)
		}
	}
}

// TestTermsAsked: a question for one word of the glossary leads to that word, beside the pages
// about it; a question about something else does not.
func TestTermsAsked(t *testing.T) {
	wants := map[string]string{"p3mi itu apa": "p3mi", "ahli waris": "ahli-waris", "arti lapor diri": "lapor-diri", "e-pmi": "e-pmi", "calo datang ke rumah minta ktp": ""}
	queries := slices.Sorted(maps.Keys(wants))
	for i, hits := range publishedHits(t, loadEdition(t), queries) {
		got := ""
		for _, hit := range hits {
			if page, anchor, _ := strings.Cut(hit[0], "#"); page == permalink.Glossary {
				got = anchor
			}
		}
		if want := wants[queries[i]]; got != want {
			t.Errorf("%q finds %v, want the word %q", queries[i], hits, want)
		}
	}
}

// TestNumbersAsked: a number that somebody was called from, or remembers, finds whose it is,
// however it is written; one that nobody has finds none.
func TestNumbersAsked(t *testing.T) {
	for query, want := range map[string]string{
		"0800-1000": permalink.Numbers, "08001000": permalink.Numbers, "0800 1000": permalink.Numbers,
		"+62 21 2924 4800": permalink.Numbers, "02129244800": permalink.Numbers, "622129244800": permalink.Numbers, "0212924": permalink.Numbers,
		"1955": "nomor/taiwan.html", "+60 17-668 8032": "nomor/malaysia.html", "0060176688032": "nomor/malaysia.html",
		"081234509876": "",
	} {
		_, answers := askPublished(t, []string{query})
		got := ""
		if found := answers[query]; len(found) > 0 {
			got = found[0]
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}
