package publish

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"suluh/internal/compress"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// crowd is a site of many villages in few places: all of them in one district,
// or with no code at all, or each in a district of its own.
func crowd(n int, front func(i int) string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range base {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	for i := range n {
		text := fmt.Sprintf("---\nnama: Desa Percobaan Nomor %d\nstatus: aktif\n%s---\n", i, front(i))
		fsys[fmt.Sprintf("villages/a/%d.md", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

var hrefs = regexp.MustCompile(`href="?([^" >]+)`)

// TestDirectoryIsBounded: wherever the villages are, no page of the directory
// is heavy, and each village is reached from the directory by links.
func TestDirectoryIsBounded(t *testing.T) {
	const n = 500
	for name, front := range map[string]func(i int) string{
		"one district":  func(int) string { return "kode: 35.09.12.2001\nkecamatan: Ambulu\n" },
		"no codes":      func(int) string { return "kecamatan: Ambulu\n" },
		"everywhere":    func(i int) string { return fmt.Sprintf("kode: %d.%02d.%02d.2001\n", 11+i%80, i%7+1, i%90+1) },
		"one per place": func(i int) string { return fmt.Sprintf("kode: 35.%02d.%02d.2001\n", i/90+1, i%90+1) },
	} {
		t.Run(name, func(t *testing.T) {
			s := load(t, crowd(n, front), 2)
			pages := 0
			seen := map[string]bool{permalink.Directory: true}
			for queue := []string{permalink.Directory}; len(queue) > 0; queue = queue[1:] {
				o, ok := s.Lookup(queue[0])
				if !ok {
					t.Fatalf("there is no %s", queue[0])
				}
				if o.Layout == nil || o.Layout.Name != "directory" {
					continue
				}
				page, err := o.Bytes()
				if err != nil {
					t.Fatal(err)
				}
				pages++
				if size, err := compress.Quick(page); err != nil || size > theme.LayoutOf("directory").Target {
					t.Errorf("%s is %d bytes, %v", o.Path, size, err)
				}
				for _, m := range hrefs.FindAllSubmatch(page, -1) {
					to := "desa/" + strings.TrimSuffix(string(m[1]), "#")
					if !seen[to] && strings.HasSuffix(to, ".html") && !strings.Contains(to, "..") {
						seen[to] = true
						queue = append(queue, to)
					}
				}
			}
			missing := 0
			for v := range s.Villages.All() {
				if !seen[permalink.Village(v)] {
					missing++
				}
			}
			if missing > 0 {
				t.Errorf("%d of %d villages are on none of %d pages", missing, n, pages)
			}
			made := 0
			for o := range s.Outputs() {
				if o.Layout != nil && o.Layout.Name == "directory" {
					made++
				}
			}
			if made != pages {
				t.Errorf("%d pages of the directory are made, %d are linked", made, pages)
			}
		})
	}
}

// TestShardsFit: the finder's table names the scripts that are made, and each
// village stands in one of them.
func TestShardsFit(t *testing.T) {
	s := load(t, crowd(900, func(i int) string { return fmt.Sprintf("kode: 35.%02d.%02d.2001\n", i/90+1, i%90+1) }), 2)
	var all bytes.Buffer
	shards := 0
	for o := range s.Outputs() {
		if strings.HasPrefix(o.Path, "desa/cari-") {
			shards++
			if err := o.Render(&all); err != nil {
				t.Fatal(err)
			}
		}
	}
	table, err := s.File(permalink.VillageSearch)
	if err != nil {
		t.Fatal(err)
	}
	_, list, found := bytes.Cut(table, []byte("suluhSearch.table("))
	if begins := bytes.Count(list, []byte(",")) + 1; !found || begins != shards || shards < 3 {
		t.Errorf("the table names %d shards, %d are made", begins, shards)
	}
	for v := range s.Villages.All() {
		if n := strings.Count(all.String(), "|"+v.Slug+"\\n") + strings.Count(all.String(), "|"+v.Slug+"\""); n != 1 {
			t.Errorf("%s stands in the shards %d times", v.Slug, n)
		}
	}
}
