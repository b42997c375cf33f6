package manual

import (
	"fmt"
	"strings"
	"time"

	"suluh/internal/source"
)

// headings are those of a page for man.
type headings struct{ name, commands, common, exit string }

// headingsIn gives them in a language; other languages than English have the Indonesian
// ones, as the usage itself.
func headingsIn(lang source.Lang) headings {
	if lang == source.English {
		return headings{"NAME", "COMMANDS", "OPTIONS OF EVERY COMMAND", "EXIT STATUS"}
	}
	return headings{"NAMA", "PERINTAH", "PILIHAN SEMUA PERINTAH", "HASIL"}
}

// Man gives the page for man (man(7) of groff, UTF-8) of a version of a day.
func Man(lang source.Lang, version string, day time.Time) string {
	p, h := Read(lang), headingsIn(lang)
	var b strings.Builder
	fmt.Fprintf(&b, ".TH SULUH 1 %s \"suluh %s\"\n", day.UTC().Format(time.DateOnly), roff(version))
	fmt.Fprintf(&b, ".SH %s\nsuluh \\- %s\n", h.name, roff(strings.TrimSuffix(p.About, ".")))
	fmt.Fprintf(&b, ".SH %s\n", h.commands)
	for _, c := range p.Commands {
		fmt.Fprintf(&b, ".SS \"suluh %s\"\n%s\n", c.Name, roff(c.About))
		writeOptions(&b, c.Options)
	}
	fmt.Fprintf(&b, ".SH \"%s\"\n", h.common)
	writeOptions(&b, p.Common)
	_, exit, _ := strings.Cut(p.Exit, ": ")
	fmt.Fprintf(&b, ".SH \"%s\"\n%s\n", h.exit, roff(exit))
	return b.String()
}

func writeOptions(b *strings.Builder, options []Option) {
	for _, o := range options {
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR\n%s\n", roff(o.Form), roff(o.About))
	}
}

// roff writes text so that nothing of it is a request: a backslash, a minus (which would
// be shown as a hyphen, that nobody can copy), and a line that begins with a dot or a
// quote.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	if strings.HasPrefix(text, ".") || strings.HasPrefix(text, "'") {
		text = `\&` + text
	}
	return text
}
