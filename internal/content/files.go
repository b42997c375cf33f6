package content

import (
	"path"
	"strings"

	"suluh/internal/source"
	"suluh/internal/village"
)

// SearchWordsFile says how people type what pages call otherwise.
const SearchWordsFile = "content/cari.yaml" // how people type what pages call otherwise

// QuestionsFile holds how people ask, and which pages answer.
const QuestionsFile = "content/pertanyaan.yaml"

// IsParsed tells from its name whether a file of content/ or villages/ is read for what
// it says.
func IsParsed(name string) bool {
	switch name {
	case ConfigFile, ContactFile, GlossaryFile, SearchWordsFile, QuestionsFile, StyleGuideFile, village.AreasFile, PrintedFile:
		return true
	}
	return path.Ext(name) == ".md"
}

// IsVillage tells from its name whether a file is that of a village.
func IsVillage(name string) bool {
	return strings.HasPrefix(name, village.Folder+"/") && path.Ext(name) == ".md"
}

// IsCarried tells whether a file that is not parsed is meant to be there:
// pictures and documents that pages may use, and notices of licences.
func IsCarried(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".webp", ".svg", ".gif", ".pdf", ".ogg", ".opus", ".mp3", ".vcf":
		return strings.HasPrefix(name, Folder)
	}
	return strings.Contains(path.Base(name), "LICENSE")
}

// Ignored says why a file is not read, and what it should be called.
func Ignored(name string) *source.Diagnostic {
	base := path.Base(strings.TrimSuffix(strings.ToLower(name), ".txt"))
	ext := path.Ext(base)
	if ext == ".yml" || ext == ".yaml" || ext == "" {
		stem := strings.TrimSuffix(base, ext)
		for _, file := range []string{ConfigFile, ContactFile, GlossaryFile, SearchWordsFile, QuestionsFile, StyleGuideFile} {
			if stem+".yaml" == path.Base(file) && name != file {
				return source.Whole(name, source.FileMisnamed, file)
			}
		}
	}
	switch ext {
	case ".doc", ".docx", ".odt", ".rtf", ".pages", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp", ".zip", ".rar", ".htm", ".html":
		return source.Whole(name, source.FileOfOffice, ext)
	}
	return source.Whole(name, source.FileIgnored)
}

// VideoKind gives the kind of a video, or "".
func VideoKind(name string) string {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".mp4", ".mov", ".avi", ".mkv", ".3gp", ".webm", ".m4v", ".wmv", ".mpg", ".mpeg":
		return strings.ToUpper(ext[1:])
	}
	return ""
}

// IsPicture tells from its name whether a file is a picture: all of these are
// made light, also those that a text only links, since a photo tells where it
// was taken.
func IsPicture(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jpg", ".jpeg", ".png", ".gif", ".svg", ".webp":
		return true
	}
	return false
}
