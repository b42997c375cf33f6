package draft

import (
	"bytes"
	_ "embed"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"suluh/internal/edit"
)

// What the first portal says holds mostly for every regency of Indonesia. Its guides are
// taken over with what is local left out or said otherwise, as elsewhere.tsv lists it: by
// hand, since a program cannot tell which sentence needs the one before it.

//go:embed elsewhere.tsv
var elsewhere string

// rewording says what a file says elsewhere.
type rewording struct{ file, words, instead string }

// noSource is what stands for a source that goes.
const noSource = "-"

func rewordings() []rewording {
	var all []rewording
	for line := range strings.Lines(elsewhere) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if len(cells) != 3 {
			panic("draft: elsewhere.tsv: " + line)
		}
		all = append(all, rewording{cells[0], cells[1], cells[2]})
	}
	return all
}

// taken are the folders and files of the first portal that hold everywhere. Translations
// wait for the regency that wants them.
var taken = []string{"content/panduan", "content/langkah", "content/negara", "content/halaman/aman.md", "content/istilah.yaml", "content/cari.yaml", "content/pertanyaan.yaml", "content/gaya.yaml"}

// guides gives the pages and words of the first portal as they hold elsewhere.
func guides(portal fs.FS) ([]edit.Change, error) {
	var changes []edit.Change
	rows := rewordings()
	for _, root := range taken {
		err := fs.WalkDir(portal, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(name, ".en.md") {
				return err
			}
			data, err := fs.ReadFile(portal, name)
			if err != nil {
				return err
			}
			text := reword(strings.TrimPrefix(name, "content/"), string(data), rows)
			if name == "content/pertanyaan.yaml" {
				text = questionsOf(text)
			}
			changes = append(changes, edit.Change{Name: name, New: []byte(text)})
			return nil
		})
		if err != nil {
			return nil, fmt.Errorf("read the first portal: %w", err)
		}
	}
	return changes, nil
}

// reword gives a text as it holds elsewhere.
func reword(file, text string, rows []rewording) string {
	for _, row := range rows {
		if row.file != "*" && row.file != file {
			continue
		}
		switch {
		case row.instead == noSource:
			text = withoutSource(text, row.words)
		case row.instead == "" && strings.HasPrefix(row.words, "## "):
			text = withoutSection(text, row.words)
		case row.instead == "":
			text = without(text, row.words)
		default:
			text = strings.ReplaceAll(text, row.words, row.instead)
		}
	}
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	return strings.TrimRight(text, "\n") + "\n"
}

// asked are questions that the same pages answer, as content/pertanyaan.yaml has them.
var asked = regexp.MustCompile(`(?m)^- halaman: \[([^\]]*)\]\n  ditanya:\n((?:    - .*\n)+)`)

// questionsOf leaves out questions that only pages answer which are not taken, and those about
// the first portal's regency.
func questionsOf(text string) string {
	return asked.ReplaceAllStringFunc(text, func(group string) string {
		parts := asked.FindStringSubmatch(group)
		pages := slices.DeleteFunc(strings.Split(parts[1], ", "), func(page string) bool {
			return strings.HasPrefix(page, "halaman/") && !slices.Contains(taken, "content/"+page)
		})
		var typed strings.Builder
		for line := range strings.Lines(parts[2]) {
			if !ofFirstRegency.MatchString(line) {
				typed.WriteString(line)
			}
		}
		if len(pages) == 0 || typed.Len() == 0 {
			return ""
		}
		return "- halaman: [" + strings.Join(pages, ", ") + "]\n  ditanya:\n" + typed.String()
	})
}

// ofFirstRegency are words of questions that hold in the first portal's regency alone.
var ofFirstRegency = regexp.MustCompile(`(?i)jember|soebandi|wadul gus|ambulu|wuluhan|tempurejo|kaliwates|patrang|sumbersari|puger|balung|ledokombo`)

// without takes words away, and lines that have nothing else in them.
func without(text, words string) string {
	text = strings.ReplaceAll("\n"+text, "\n"+words+"\n", "\n")
	return strings.ReplaceAll(text, words, "")[1:]
}

// withoutSection takes a heading away with all that stands under it.
func withoutSection(text, heading string) string {
	before, rest, found := strings.Cut(text, "\n"+heading+"\n")
	if !found {
		return text
	}
	if next := strings.Index(rest, "\n## "); next >= 0 {
		return before + rest[next:]
	}
	return before + "\n"
}

// withoutSource takes a source away, which is an item of a list in front matter.
func withoutSource(text, name string) string {
	before, rest, found := strings.Cut(text, "\n  - nama: "+name+"\n")
	if !found {
		return text
	}
	for strings.HasPrefix(rest, "    ") {
		_, rest, _ = strings.Cut(rest, "\n")
	}
	return before + "\n" + rest
}

var group = regexp.MustCompile(`(?m)^  kelompok: (\w+)`)

// everywhere gives the entries of a registry of contacts that hold for every regency:
// those of the state, of its missions, and of the countries abroad.
func everywhere(registry []byte) []byte {
	var b bytes.Buffer
	fmt.Fprint(&b, "# Semua nomor ada di berkas ini, satu kali saja. Halaman lain memanggilnya dengan :kontak[id].\n# Jangan menebak nomor. Kalau tidak tahu: hapus \"nomor\" dan tulis status kosong.\n")
	for _, block := range bytes.Split(registry, []byte("\n- "))[1:] {
		entry, _, _ := bytes.Cut(block, []byte("\n#"))
		of := group.FindSubmatch(entry)
		if of == nil || string(of[1]) == "provinsi" || string(of[1]) == "kabupaten" {
			continue
		}
		fmt.Fprintf(&b, "\n- %s\n", bytes.TrimSpace(entry))
	}
	return b.Bytes()
}

// registryFile is the first portal's registry of contacts.
const registryFile = "content/kontak.yaml"
