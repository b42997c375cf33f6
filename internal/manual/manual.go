// Package manual turns the usage of the command (internal/source) into what systems
// show of it: help on one command, a page for man, and scripts by which shells complete.
// The usage is the only table; nothing is written twice.
//
// The form of the usage: "  suluh NAME" begins a command, "      --NAME" one of its
// options; a line that is indented like the text of commands goes on with that text,
// one that is indented more with the option above it. A blank line ends the commands;
// then the options of all of them, and how it exits.
package manual

import (
	"strings"

	"suluh/internal/source"
)

// A Page is the usage in its parts.
type Page struct {
	About    string // what the program is
	Commands []Command
	Common   []Option // of every command
	Exit     string   // the codes that it exits with
}

// A Command is one thing that the program does.
type Command struct {
	Name    string
	About   string
	Options []Option
}

// An Option is one option: its form with its value ("--base ADDRESS"), and what it does.
type Option struct{ Form, About string }

// Name gives the option without its value.
func (o Option) Name() string {
	name, _, _ := strings.Cut(o.Form, " ")
	return name
}

// Read gives the usage in its parts.
func Read(lang source.Lang) Page {
	about, rest, _ := strings.Cut(source.Usage(lang), "\n\n")
	_, rest, _ = strings.Cut(rest, ":\n")
	commands, rest, _ := strings.Cut(rest, "\n\n")
	common, exit, _ := strings.Cut(rest, "\n\n")
	p := Page{About: strings.TrimSpace(about), Exit: strings.TrimSpace(exit)}
	for line := range strings.Lines(commands + "\n") {
		p.take(strings.TrimRight(line, "\n"))
	}
	for line := range strings.Lines(common) {
		if text := strings.TrimSpace(line); strings.HasPrefix(text, "--") {
			p.Common = append(p.Common, option(text))
		}
	}
	return p
}

// columnOfText is where the text of commands goes on.
const columnOfText = 16

// take reads one line of the commands.
func (p *Page) take(line string) {
	text := strings.TrimLeft(line, " ")
	indent := len(line) - len(text)
	if name, isCommand := strings.CutPrefix(text, "suluh "); isCommand && indent == 2 {
		name, about, _ := strings.Cut(name, " ")
		p.Commands = append(p.Commands, Command{Name: name, About: single(about)})
		return
	}
	if len(p.Commands) == 0 {
		return
	}
	c := &p.Commands[len(p.Commands)-1]
	switch {
	case strings.HasPrefix(text, "--") && indent < columnOfText:
		c.Options = append(c.Options, option(text))
	case indent > columnOfText && len(c.Options) > 0:
		last := &c.Options[len(c.Options)-1]
		last.About = single(last.About + " " + text)
	default:
		c.About = single(c.About + " " + text)
	}
}

// option reads the line of an option: its text stands behind two spaces or more.
func option(text string) Option {
	form, about, _ := strings.Cut(text, "  ")
	return Option{Form: form, About: single(about)}
}

// single puts one space where there are several.
func single(text string) string { return strings.Join(strings.Fields(text), " ") }

// Of gives the part of the usage that is about one command, and what holds for all of
// them.
func Of(lang source.Lang, command string) string {
	_, all, _ := strings.Cut(source.Usage(lang), ":\n")
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
