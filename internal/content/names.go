package content

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"suluh/internal/markdown"
	"suluh/internal/source"
	"suluh/internal/village"
)

var (
	reservedName = regexp.MustCompile(`(?i)^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)`)
	copyName     = regexp.MustCompile(`(?i)^(.*?)(?:[ _]?\(\d+\)|[ _–—-]+(?:salinan|copy|copia|kopi|copy of)(?:[ _-]*\(?\d+\)?)?)$`)
	copyBefore   = regexp.MustCompile(`(?i)^(?:salinan|copy of|salinan dari)[ _-]+(.*)$`)
	translated   = regexp.MustCompile(`^(.+)[-_](en|jv|mad|su|zh|ar|ms)$`)
	handyName    = regexp.MustCompile(`^[a-z0-9]+(?:[-_][a-z0-9]+)*$`)
)

// NameFault says what is wrong with the name of an input file.
func NameFault(name string, there func(string) bool) *source.Diagnostic {
	for part := range strings.SplitSeq(name, "/") {
		if bad := Unportable(part); bad != "" {
			return source.Whole(name, source.NameUnportable, bad, BetterName(name))
		}
	}
	base := path.Base(name)
	stem := strings.TrimSuffix(base, path.Ext(base))
	if path.Ext(base) != ".md" {
		return nil
	}
	if original := CopiedFrom(name); original != "" {
		return source.Whole(name, source.NameCopied, original)
	}
	if i := strings.LastIndexByte(stem, '.'); i > 0 && strings.HasPrefix(name, Folder) {
		stem = stem[:i] // the language of a translation
	}
	if m := translated.FindStringSubmatch(stem); m != nil && there(path.Join(path.Dir(name), m[1]+".md")) {
		return source.Whole(name, source.NameUnhandy, path.Join(path.Dir(name), m[1]+"."+m[2]+".md"))
	}
	folder := strings.Split(path.Dir(name), "/")
	if !handyName.MatchString(stem) || slices.ContainsFunc(folder, func(f string) bool { return !handyName.MatchString(strings.ReplaceAll(f, ".", "")) }) {
		return source.Whole(name, source.NameUnhandy, BetterName(name))
	}
	return nil
}

// Unportable gives what keeps a name from travelling: Windows, FAT and addresses
// of the web all have signs that they refuse.
func Unportable(part string) string {
	switch i := strings.IndexAny(part, `<>:"|?*\%#`+"`"); {
	case i >= 0:
		return part[i : i+1]
	case strings.ContainsFunc(part, func(r rune) bool { return r < ' ' || r == 0x7F || r >= 0x80 && r < 0xA0 || r == '\uFFFD' }):
		return "?"
	case strings.HasSuffix(part, " ") || strings.HasSuffix(part, ".") || strings.HasPrefix(part, " ") || strings.Contains(part, " ."):
		return part
	case reservedName.MatchString(part):
		return part
	case len(part) > LongestName:
		return part[:20] + "…"
	}
	return ""
}

// CopiedFrom gives the file that a copy by its name was made of; empty when the
// name is that of no copy.
func CopiedFrom(name string) string {
	stem, ext := strings.TrimSuffix(path.Base(name), path.Ext(name)), path.Ext(name)
	for _, form := range []*regexp.Regexp{copyName, copyBefore} {
		if m := form.FindStringSubmatch(stem); m != nil && m[1] != "" {
			return path.Join(path.Dir(name), strings.TrimSpace(m[1])+ext)
		}
	}
	return ""
}

// BetterName proposes a name of small letters, digits and hyphens.
func BetterName(name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		ext := ""
		if i == len(parts)-1 {
			ext = strings.ToLower(strings.TrimSpace(path.Ext(part)))
		}
		stem := strings.TrimSuffix(part, path.Ext(part))
		if i < len(parts)-1 {
			stem = part
		}
		if slug := markdown.Slug(norm.NFC.String(stem)); slug != "" && part != village.Folder && !(i == 0) {
			parts[i] = slug + ext
		}
	}
	last := parts[len(parts)-1]
	if reservedName.MatchString(last) {
		parts[len(parts)-1] = "halaman-" + last
	}
	return strings.Join(parts, "/")
}

// LongestName is how many bytes a part of a path has at most: 255 on most disks,
// and the endings of compressed files take some.
const LongestName = 240

// FreeID makes an id of words that is not taken, and takes it.
func FreeID(words string, taken map[string]bool) string {
	base := markdown.Slug(words)
	if base == "" {
		base = "butir"
	}
	id := base
	for i := 2; taken[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	taken[id] = true
	return id
}
