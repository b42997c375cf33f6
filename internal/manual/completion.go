package manual

import (
	"fmt"
	"strings"
)

// Bash gives the script by which bash completes commands and options.
func (p Page) Bash() string {
	var b strings.Builder
	b.WriteString("# source <(suluh completion)\n_suluh() {\n  local words\n  case \"${COMP_WORDS[1]}\" in\n")
	names := make([]string, 0, len(p.Commands)+1)
	for _, c := range p.Commands {
		names = append(names, c.Name)
		var options []string
		for _, o := range p.optionsOf(c) {
			options = append(options, o.Name())
		}
		fmt.Fprintf(&b, "    %s) words=%q ;;\n", c.Name, strings.Join(options, " "))
	}
	fmt.Fprintf(&b, "  esac\n  [ \"$COMP_CWORD\" -gt 1 ] || words=%q\n", strings.Join(append(names, "help"), " "))
	b.WriteString("  COMPREPLY=($(compgen -f -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\ncomplete -o filenames -F _suluh suluh\n")
	return b.String()
}

// Zsh gives the same for zsh, which shows what each of them does: a file _suluh of its
// fpath.
func (p Page) Zsh() string {
	var b strings.Builder
	b.WriteString("#compdef suluh\n\nif (( CURRENT == 2 )); then\n  local -a commands=(\n")
	for _, c := range p.Commands {
		fmt.Fprintf(&b, "    %s\n", quoted(strings.ReplaceAll(c.Name, ":", `\:`)+":"+c.About))
	}
	b.WriteString("  )\n  _describe command commands\n  return\nfi\ncase $words[2] in\n")
	for _, c := range p.Commands {
		fmt.Fprintf(&b, "  %s)\n    _arguments", c.Name)
		for _, o := range p.optionsOf(c) {
			_, value, takes := strings.Cut(o.Form, " ")
			spec := o.Name() + "[" + inBrackets.Replace(o.About) + "]"
			if takes {
				spec += ":" + strings.ReplaceAll(value, ":", `\:`) + ":_files"
			}
			fmt.Fprintf(&b, " \\\n      %s", quoted(spec))
		}
		b.WriteString(" \\\n      '*:file:_files' ;;\n")
	}
	b.WriteString("esac\n")
	return b.String()
}

// optionsOf gives the options of a command, with those of all.
func (p Page) optionsOf(c Command) []Option {
	return append(c.Options[:len(c.Options):len(c.Options)], p.Common...)
}

// inBrackets is how zsh wants the text of an option.
var inBrackets = strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`)

// quoted puts a word between single quotes of the shell.
func quoted(word string) string { return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'" }
