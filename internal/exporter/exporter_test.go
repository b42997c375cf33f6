package exporter

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"suluh/internal/frontmatter"
	"suluh/internal/importer"
	"suluh/internal/site"
	"suluh/internal/source"
)

var today = frontmatter.Date{Year: 2026, Month: 11, Day: 26}

const sent = `Desa;Kecamatan;Telepon;WA;Jam;Alamat;Petunjuk;Lintang;Bujur;Petugas;Nomor Petugas;Pribadi;Tanggal Izin
Ambulu;Ambulu;(0331) 421001;0812-0000-0001;Senin-Kamis 07.30-12.00, 13.00-15.30, Jumat 08.00-11.00;Jl. Contoh 1, Krajan;"seberang ""masjid"" besar";-8.3451;113.6062;Petugas Desbumi;0812-0000-0002;ya;14 September 2026
Sabrang;Ambulu;(0331) 421002;;24 jam;=Jl. Contoh 2;;;;;;;
Puger Kulon;Puger;;0812-0000-0003;Senin-Jumat 08.00-14.00, Sabtu libur;;;;;Kasi Pelayanan;0812-0000-0004;tidak;
`

// filled gives the portal with some data of villages, as they are on a day.
func filled(t *testing.T, day frontmatter.Date) *site.Site {
	t.Helper()
	files := fstest.MapFS{}
	root := os.DirFS("../..")
	for _, folder := range []string{"content", "villages"} {
		err := fs.WalkDir(root, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := fs.ReadFile(root, name)
			files[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	load := func() *site.Site {
		s, err := site.Load(files, site.Options{Date: day})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	p := plan(t, load(), "a.csv", []byte(sent))
	if len(p.Villages) != 3 || len(p.Remarks) > 0 {
		t.Fatalf("%d villages, %d remarks", len(p.Villages), len(p.Remarks))
	}
	for _, v := range p.Villages {
		files[v.Change.Name] = &fstest.MapFile{Data: v.Change.New}
	}
	s := load()
	if s.Faults.HasErrors() {
		t.Fatal(s.Faults)
	}
	return s
}

func plan(t *testing.T, s *site.Site, name string, data []byte) *importer.Plan {
	t.Helper()
	table, err := importer.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	p, err := importer.Make(table, importer.Site{Villages: s.Villages, Regency: s.Config.Regency.Code, Files: s.Files(), Today: s.Date()}, nil, false)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func villages(t *testing.T, s *site.Site, all bool) []Village {
	t.Helper()
	found, err := Villages(s, all)
	if err != nil {
		t.Fatal(err)
	}
	for i, v := range found {
		if v.Code == "" { // cannot be told from others of its name
			found = append(found[:i:i], found[i+1:]...)
			break
		}
	}
	return found
}

// TestThereAndBack: what is exported and comes back changes nothing and asks nothing.
func TestThereAndBack(t *testing.T) {
	s := filled(t, today)
	sheet, err := Sheet(villages(t, s, true))
	if err != nil {
		t.Fatal(err)
	}
	again, err := Sheet(villages(t, s, true))
	if err != nil || !bytes.Equal(sheet, again) {
		t.Error("the same villages make another sheet", err)
	}
	table, err := CSV(villages(t, s, false))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(table, []byte(",'=Jl. Contoh 2,")) {
		t.Errorf("a sheet reckons with what begins as formulas do: %s", table)
	}
	var messages strings.Builder
	for _, v := range villages(t, s, false) {
		messages.WriteString(Message(v) + "\n")
	}
	for name, data := range map[string][]byte{"a.xlsx": sheet, "a.csv": table, "a.txt": []byte(messages.String())} {
		p := plan(t, s, name, data)
		for _, v := range p.Villages {
			t.Errorf("%s changes %s: %v", name, v.Name, v.Fields)
		}
		for _, r := range p.Remarks {
			t.Errorf("%s: %d:%s %s", name, r.Row, r.Heading, r.In(source.Indonesian).What)
		}
		if want := len(villages(t, s, name == "a.xlsx")); p.Read != want {
			t.Errorf("%s: %d rows, want %d", name, p.Read, want)
		}
	}
}

// TestOnlyWhatIsShown: a number that may not be shown stands in no export.
func TestOnlyWhatIsShown(t *testing.T) {
	for day, shown := range map[frontmatter.Date]bool{today: true, {Year: 2026, Month: 9, Day: 13}: false} {
		s := filled(t, today)
		for name, f := range s.Files().(fstest.MapFS) {
			if name == "villages/ambulu.md" && !shown {
				f.Data = bytes.Replace(f.Data, []byte("izin: 2026-09-14"), []byte("izin: 2026-11-26"), 1)
			}
		}
		s, err := site.Load(s.Files(), site.Options{Date: day})
		if err != nil {
			t.Fatal(err)
		}
		for name, data := range exported(t, s) {
			if bytes.Contains(data, []byte("0812-0000-0002")) != shown && bytes.Contains(data, []byte("+6281200000002")) != shown {
				t.Errorf("%s on %s: the private number is shown: %t", name, day, !shown)
			}
		}
	}
}

func exported(t *testing.T, s *site.Site) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for name, make := range map[string]func([]Village) ([]byte, error){
		"csv": CSV, "json": JSON, "hsds": func(v []Village) ([]byte, error) { return HSDS(v, "Jember", "Jawa Timur") },
		"pesan": func(v []Village) ([]byte, error) {
			var b bytes.Buffer
			for _, one := range v {
				b.WriteString(Message(one))
			}
			return b.Bytes(), nil
		},
	} {
		data, err := make(villages(t, s, false))
		if err != nil {
			t.Fatal(err)
		}
		all[name] = data
	}
	return all
}

// TestHSDS validates against the schemas of the specification, where they are: their
// licence keeps them out of this project.
func TestHSDS(t *testing.T) {
	const schemas = "../../../shared/data/hsds"
	if _, err := os.Stat(schemas); err != nil {
		t.Skip("the schemas of HSDS are not here: ", err)
	}
	compiler := jsonschema.NewCompiler()
	schema, err := compiler.Compile(filepath.Join(schemas, "service.json"))
	if err != nil {
		t.Fatal(err)
	}
	data := exported(t, filled(t, today))["hsds"]
	var services []any
	if err := json.Unmarshal(data, &services); err != nil {
		t.Fatal(err)
	}
	if len(services) != 11 {
		t.Errorf("%d services", len(services))
	}
	for _, service := range services {
		if err := schema.Validate(service); err != nil {
			t.Error(err)
		}
	}
	if !bytes.Contains(data, []byte(`"byday": "MO"`)) || !bytes.Contains(data, []byte("+62331421001")) {
		t.Error("hours or numbers are missing")
	}
}
