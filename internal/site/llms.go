package site

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"
)

// llmsPath is the list of pages for machines that answer questions (llmstxt.org): titles,
// addresses and summaries in Markdown. What is sensitive has its address and its
// neutral title there, and no more, as everywhere outside of the page itself.
const llmsPath = "llms.txt"

// inBrackets writes what would end the words of a link.
var inBrackets = strings.NewReplacer("[", `\[`, "]", `\]`)

func llmsOutputs(s *Site, add func(Output)) {
	add(Output{Path: llmsPath, from: configFile, Render: func(w *bytes.Buffer) error {
		lang := s.langs[0]
		fmt.Fprintf(w, "# %s\n\n> %s\n", s.Config.Name, lang.Words.Description)
		line := func(title, path, summary string) {
			fmt.Fprintf(w, "- [%s](%s)", inBrackets.Replace(title), cmp.Or(s.address(path), href(path)))
			if summary != "" {
				fmt.Fprintf(w, ": %s", summary)
			}
			w.WriteByte('\n')
		}
		for _, section := range sections {
			fmt.Fprintf(w, "\n## %s\n\n", section.title(lang.Words))
			for _, p := range s.pages {
				switch {
				case p.Kind != section.kind || p.Lang != sourceLang || p.Meta.Menu == "tidak":
				case p.Meta.Sensitive:
					line(s.tabOf(p, lang), p.Path, "")
				default:
					line(p.Meta.Title, p.Path, p.Meta.Summary)
				}
			}
		}
		fmt.Fprintf(w, "\n## %s\n\n", lang.Words.Numbers)
		line(lang.Words.Numbers, numbersPath, "")
		line(lang.Words.Directory, directoryPath, "")
		return nil
	}})
}
