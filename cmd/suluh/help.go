package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"suluh/internal/source"
)

// usageOf gives the part of the usage that is about one command, and what holds for
// all of them.
func usageOf(text, command string) string {
	_, all, _ := strings.Cut(text, ":\n")
	all, common, _ := strings.Cut(all, "\n\n")
	var own strings.Builder
	inside := false
	for line := range strings.Lines(all + "\n") {
		if name, isCommand := strings.CutPrefix(line, "  suluh "); isCommand {
			name, _, _ = strings.Cut(strings.TrimSpace(name), " ")
			inside = name == command
		}
		if inside {
			own.WriteString(line)
		}
	}
	return own.String() + "\n" + common
}

// completion is a script for bash that completes commands and options, from the usage.
func completion() string {
	var b strings.Builder
	b.WriteString("# source <(suluh completion)\n_suluh() {\n  local words\n  case \"${COMP_WORDS[1]}\" in\n")
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
		var options []string
		for word := range strings.FieldsSeq(usageOf(source.UsageID, c.name)) {
			word = strings.TrimRight(word, ":,.")
			if strings.HasPrefix(word, "--") && !slices.Contains(options, word) {
				options = append(options, word)
			}
		}
		fmt.Fprintf(&b, "    %s) words=%q ;;\n", c.name, strings.Join(options, " "))
	}
	fmt.Fprintf(&b, "  esac\n  [ \"$COMP_CWORD\" -gt 1 ] || words=%q\n", strings.Join(append(names, "help"), " "))
	b.WriteString("  COMPREPLY=($(compgen -f -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))\n}\ncomplete -o filenames -F _suluh suluh\n")
	return b.String()
}

// runCompletion writes the script by which a shell completes what is typed.
func runCompletion(e *env, args []string) int {
	if !e.parse(args, 0) {
		return failed
	}
	fmt.Fprint(e.stdout, completion())
	return good
}

// result is where results go. It remembers the first write that failed: a command
// whose result nobody can read has not done what it was asked for.
type result struct {
	io.Writer
	err error
}

func (r *result) Write(p []byte) (int, error) {
	n, err := r.Writer.Write(p)
	if r.err == nil {
		r.err = err
	}
	return n, err
}
