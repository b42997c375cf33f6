package schema

import (
	"encoding/json"
	"fmt"
	"path"
)

// Settings is a file for an editor of code.
type Settings struct {
	Name string // below the site's folder
	Data []byte
}

// settingsFolder is where Visual Studio Code and its kin look.
const settingsFolder = ".vscode"

// VSCode gives the files by which Visual Studio Code, with its extension for YAML
// (redhat.vscode-yaml), offers the keys of the data files and marks what is wrong. That
// extension reads no front matter of Markdown; the schemas of pages are for programs that do.
func VSCode() []Settings {
	var all []Settings
	matches := map[string]string{}
	for _, f := range Files() {
		name := path.Join(settingsFolder, "suluh", f.Name+".json")
		all = append(all, Settings{name, indented(f.JSON())})
		if path.Ext(f.Glob) == ".yaml" {
			matches["./"+name] = f.Glob
		}
	}
	settings := map[string]any{
		"yaml.schemas":   matches,
		"files.eol":      "\n",
		"files.encoding": "utf8",
	}
	return append(all, Settings{path.Join(settingsFolder, "settings.json"), indented(settings)})
}

func indented(v any) []byte {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("schema: %v", err)) // maps and texts
	}
	return append(data, '\n')
}
