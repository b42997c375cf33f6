// Package llms makes llms.txt, the list of pages for machines that answer questions.
package llms

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"suluh/internal/channel"
	"suluh/internal/content"
	"suluh/internal/permalink"
	"suluh/internal/theme"
)

// llmsPath is the list of pages for machines that answer questions (llmstxt.org): titles,
// addresses and summaries in Markdown. What is sensitive has its address and its
// neutral title there, and no more, as everywhere outside of the page itself.
const llmsPath = "llms.txt"

// inBrackets writes what would end the words of a link.
var inBrackets = strings.NewReplacer("[", `\[`, "]", `\]`)

// Outputs makes the list.
func Outputs(s *channel.Source, add func(channel.Output)) {
	add(channel.Output{Path: llmsPath, From: content.ConfigFile, Render: func(w *bytes.Buffer) error {
		lang := s.Locales[0]
		fmt.Fprintf(w, "# %s\n\n> %s\n", s.Config.Name, lang.Words.Description)
		line := func(title, path, summary string) {
			fmt.Fprintf(w, "- [%s](%s)", inBrackets.Replace(title), cmp.Or(s.Address(path), permalink.Href(path)))
			if summary != "" {
				fmt.Fprintf(w, ": %s", summary)
			}
			w.WriteByte('\n')
		}
		for _, section := range content.Sections {
			fmt.Fprintf(w, "\n## %s\n\n", theme.SectionTitle(section, lang.Words))
			for _, p := range s.Pages {
				switch {
				case p.Kind != section.Kind || p.Lang != content.SourceLang || p.Meta.Menu == "tidak":
				case p.Meta.Sensitive:
					line(s.TabOf(p, lang), p.Path, "")
				default:
					line(p.Meta.Title, p.Path, p.Meta.Summary)
				}
			}
		}
		fmt.Fprintf(w, "\n## %s\n\n", lang.Words.Numbers)
		line(lang.Words.Numbers, permalink.Numbers, "")
		line(lang.Words.Directory, permalink.Directory, "")
		return nil
	}})
}
