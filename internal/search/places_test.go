package search_test

import (
	"bufio"
	"compress/gzip"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"suluh/internal/compress"
	"suluh/internal/search"
)

// country is every village of Indonesia, with the areas, as a site of all of
// them would list them.
func country(t testing.TB) []search.Place {
	t.Helper()
	f, err := os.Open("../wilayah/wilayah.tsv.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]string{}
	var places []search.Place
	for lines := bufio.NewScanner(z); lines.Scan(); {
		code, name, _ := strings.Cut(lines.Text(), "\t")
		names[code] = name
		p := search.Place{Name: name, Href: "=" + code}
		if len(code) > 5 {
			p.Regency = names[code[:5]]
		}
		if len(code) == len("35.09.12.2004") {
			p.District = names[code[:8]]
			p.Href = strings.ReplaceAll(code, ".", "/")
		}
		places = append(places, p)
	}
	return places
}

func shards(places []search.Place) (*search.Shards, int) {
	size := 0
	for _, p := range places {
		size += p.Size()
	}
	count := search.ShardCount(size)
	return search.NewShards(len(places), count, func(i int) search.Place { return places[i] }), count
}

// heaviest is what one shard may weigh, in bytes of brotli.
const heaviest = 8000

// TestShardsAreLight compresses every shard of the whole country.
func TestShardsAreLight(t *testing.T) {
	places := country(t)
	s, count := shards(places)
	total, most, raw := 0, 0, 0
	var guess compress.Estimator // never less than the truth, which takes half a minute
	for i := range count {
		script, err := s.Script(i)
		if err != nil {
			t.Fatal(err)
		}
		size, err := guess.Size(script)
		if err != nil {
			t.Fatal(err)
		}
		total, most, raw = total+size, max(most, size), max(raw, len(script))
		if size > heaviest {
			t.Errorf("shard %d is %d bytes in brotli, want %d at most", i, size, heaviest)
		}
	}
	table, err := s.Table()
	if err != nil {
		t.Fatal(err)
	}
	code := largeFinder(t)
	first := brotli(t, append(append(code[:len(code):len(code)], ";\n"...), table...))
	t.Logf("%d places in %d shards, %d bytes in brotli on average, %d at most (%d raw); script %d, with the table (%d bytes) %d",
		len(places), count, total/count, most, raw, brotli(t, code), len(table), first)
	if first+2*most > firstSearch {
		t.Errorf("script, table and two shards are %d bytes in brotli, want %d at most", first+2*most, firstSearch)
	}
}

// largeFinder is the script of a site whose villages are in shards.
func largeFinder(t *testing.T) []byte {
	t.Helper()
	return slices.Concat(small(t, "desa.js"), []byte(";\n"), small(t, "desa-luas.js"))
}

// placeHarness answers questions with layouts/desa.js as a page does, with
// shards from memory. It counts the shards that a question needs.
const placeHarness = `
var fs = require('fs'), vm = require('vm'), asked = JSON.parse(fs.readFileSync(0, 'utf8'));
global.document = {querySelector: function () {
  return {getAttribute: function (name) { return name == 'data-indeks' ? 'cari.js' : 'Kecamatan'; }};
}};
vm.runInThisContext(asked.script);
process.stdout.write(JSON.stringify({
  plain: asked.texts.map(suluhSearch.plain),
  sound: asked.texts.map(function (text) { return suluhSearch.sound(suluhSearch.plain(text)); }),
  answers: asked.queries.map(function (query) {
    var answer = {hits: [], loads: 0};
    vm.runInThisContext(asked.script);
    vm.runInThisContext(asked.table);
    suluhSearch(query, function (hits, more) {
      answer.hits = hits.slice(0, 20);
      answer.more = !!more;
    }, function (name, done) {
      answer.loads++;
      vm.runInThisContext(asked.shards[parseInt(name.slice(5), 10)]);
      done();
    });
    return answer;
  })
}));`

type placeAnswers struct {
	Plain, Sound []string
	Answers      []struct {
		Hits  [][]string
		More  bool
		Loads int
	}
}

func askPlaces(t *testing.T, places []search.Place, texts, queries []string) placeAnswers {
	t.Helper()
	s, count := shards(places)
	table, err := s.Table()
	if err != nil {
		t.Fatal(err)
	}
	scripts := []string{}
	for i := range count {
		script, err := s.Script(i)
		if err != nil {
			t.Fatal(err)
		}
		scripts = append(scripts, string(script))
	}
	var a placeAnswers
	runScript(t, placeHarness, map[string]any{
		"script": string(largeFinder(t)), "table": string(table), "shards": scripts,
		"texts": append([]string{}, texts...), "queries": append([]string{}, queries...),
	}, &a)
	return a
}

// TestSound holds Plain and Sound of Go and of the script equal: on the vectors,
// and on every name of the country.
func TestSound(t *testing.T) {
	var texts []string
	for _, v := range table(t, "sound.txt") {
		texts = append(texts, v[0])
		if got := search.Plain(v[0]) + " " + search.Sound(search.Plain(v[0])); got != v[1] {
			t.Errorf("%q: plain and sound are %q, want %q", v[0], got, v[1])
		}
	}
	for _, p := range country(t) {
		texts = append(texts, p.Name+" "+p.District+" "+p.Regency)
	}
	got := askPlaces(t, nil, texts, nil)
	for i, text := range texts {
		plain := search.Plain(text)
		if got.Plain[i] != plain || got.Sound[i] != search.Sound(plain) {
			t.Fatalf("%q: the script gives %q and %q, Go %q and %q", text, got.Plain[i], got.Sound[i], plain, search.Sound(plain))
		}
	}
}

// TestVillageQuestions asks the whole country what people type for a village.
func TestVillageQuestions(t *testing.T) {
	var queries []string
	rows := table(t, "village-questions.txt")
	for _, row := range rows {
		queries = append(queries, row[0])
	}
	answers := askPlaces(t, country(t), nil, queries).Answers
	first, third, loads, most := 0, 0, 0, 0
	for i, row := range rows {
		want := strings.ReplaceAll(row[1], ".", "/") + ".html"
		if strings.HasPrefix(row[1], "=") {
			want = row[1][1:] + ".html"
		}
		at := slices.IndexFunc(answers[i].Hits, func(hit []string) bool { return hit[0] == want })
		if at == 0 {
			first++
		}
		if 0 <= at && at < 3 {
			third++
		} else {
			t.Logf("%d  %q: got %.3q, want %s", at+1, row[0], answers[i].Hits[:min(3, len(answers[i].Hits))], want)
		}
		loads, most = loads+answers[i].Loads, max(most, answers[i].Loads)
	}
	n := float64(len(rows)) / 100
	t.Logf("%d questions, first %.1f %%, among three %.1f %%; %.1f shards each, %d at most", len(rows), float64(first)/n, float64(third)/n, float64(loads)/n/100, most)
	if float64(third)/n < 93 {
		t.Errorf("among three %.1f %%, want 93", float64(third)/n)
	}
}

// TestVillageSlips types names of the country, each with its district, with one
// slip anywhere. A letter may be wrong, missing, doubled up or too early.
func TestVillageSlips(t *testing.T) {
	if testing.Short() {
		t.Skip("types each village with slips")
	}
	random := rand.New(rand.NewPCG(35, 9))
	places := country(t)
	var queries, want []string
	for len(queries) < 200 {
		p := places[random.IntN(len(places))]
		if p.District == "" {
			continue
		}
		typed := []byte(strings.ToLower(p.Name + " " + p.District))
		at, letter := random.IntN(len(p.Name)-1), byte('a'+random.IntN(26))
		switch random.IntN(4) {
		case 0:
			typed[at] = letter
		case 1:
			typed = slices.Delete(typed, at, at+1)
		case 2:
			typed = slices.Insert(typed, at, letter)
		case 3:
			typed[at], typed[at+1] = typed[at+1], typed[at]
		}
		queries, want = append(queries, string(typed)), append(want, p.Href+".html")
	}
	found, loads := 0, 0
	for i, answer := range askPlaces(t, places, nil, queries).Answers {
		hits := answer.Hits[:min(3, len(answer.Hits))]
		if slices.ContainsFunc(hits, func(hit []string) bool { return hit[0] == want[i] }) {
			found++
		}
		loads += answer.Loads
	}
	t.Logf("%d slips, found among three %.1f %%; %.1f shards each", len(queries), float64(found)/2, float64(loads)/200)
	if found < 165 {
		t.Errorf("%d of 200 found among three, want 165", found)
	}
}
