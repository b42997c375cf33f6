package manual

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suluh/internal/source"
)

// TestRead: every line of the usage is in its place, in both languages alike.
func TestRead(t *testing.T) {
	indonesian, english := Read(source.Indonesian), Read(source.English)
	for _, lang := range []source.Lang{source.Indonesian, source.English} {
		p := Read(lang)
		var took strings.Builder
		took.WriteString(p.About + " " + p.Exit)
		for _, c := range p.Commands {
			took.WriteString(" " + c.Name + " " + c.About)
			for _, o := range c.Options {
				took.WriteString(" " + o.Form + " " + o.About)
			}
		}
		for _, o := range p.Common {
			took.WriteString(" " + o.Form + " " + o.About)
		}
		// What is left out are the names of the parts and the name of the program.
		words := strings.Fields(took.String())
		whole := strings.Fields(source.Usage(lang))
		left := len(whole) - len(words)
		headings := len(strings.Fields("Usage: For every command:"))
		if lang == source.Indonesian {
			headings = len(strings.Fields("Cara pakai: Untuk semua perintah:"))
		}
		if want := headings + len(p.Commands); left != want {
			t.Errorf("%s: %d words of the usage are in no part, want %d", lang, left, want)
		}
	}
	if len(indonesian.Commands) != len(english.Commands) || len(english.Commands) < 10 {
		t.Fatalf("%d commands in Indonesian, %d in English", len(indonesian.Commands), len(english.Commands))
	}
	for i, c := range english.Commands {
		other := indonesian.Commands[i]
		if c.Name != other.Name || len(c.Options) != len(other.Options) {
			t.Errorf("%s has %d options in English; %s has %d in Indonesian", c.Name, len(c.Options), other.Name, len(other.Options))
			continue
		}
		for k, o := range c.Options {
			if o.Name() != other.Options[k].Name() {
				t.Errorf("%s: %s in English is %s in Indonesian", c.Name, o.Name(), other.Options[k].Name())
			}
		}
	}
	if o := english.Commands[0].Options[0]; o.Form != "--source FOLDER" || o.About != "the folder that holds content/ and villages/ (default: here)" {
		t.Errorf("the first option is %+v", o)
	}
	if o := english.Commands[0].Options[2]; o.Name() != "--compress" || !strings.HasSuffix(o.About, "for what is read most") {
		t.Errorf("the lines of an option do not go on with it: %+v", o)
	}
}

// TestMan: man shows the page without a complaint, and every option can be copied from it.
func TestMan(t *testing.T) {
	for _, lang := range []source.Lang{source.Indonesian, source.English} {
		page := Man(lang, "1.2.3", time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC))
		if !strings.HasPrefix(page, ".TH SULUH 1 2026-11-27 \"suluh 1.2.3\"\n") {
			t.Errorf("the page begins with %.60q", page)
		}
		for _, c := range Read(lang).Commands {
			for _, o := range c.Options {
				if !strings.Contains(page, `\fB`+strings.ReplaceAll(o.Form, "-", `\-`)+`\fR`) {
					t.Errorf("%s: the page lacks %s %s", lang, c.Name, o.Form)
				}
			}
		}
		if _, err := exec.LookPath("man"); err != nil {
			t.Log("no man to show the page with")
			continue
		}
		file := filepath.Join(t.TempDir(), "suluh.1")
		if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("man", "--warnings", "-l", file)
		cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "MANWIDTH=100", "MANPAGER=cat", "MAN_KEEP_FORMATTING=")
		var said strings.Builder
		cmd.Stderr = &said
		shown, err := cmd.Output()
		if err != nil || said.String() != "" {
			t.Errorf("%s: man: %v, %s", lang, err, said.String())
		}
		if !strings.Contains(string(shown), "--compress best|fast|none") {
			t.Errorf("%s: man shows\n%s", lang, shown)
		}
	}
}

// TestZsh: zsh reads the script, where it is installed.
func TestZsh(t *testing.T) {
	script := Read(source.English).Zsh()
	for _, want := range []string{"#compdef suluh\n", "'build:make the site'", `'--base[the site'\''s address, if not that of content/situs.yaml]:ADDRESS:_files'`, `'--all[name all files]'`} {
		if !strings.Contains(script, want) {
			t.Errorf("the script lacks %s", want)
		}
	}
	if _, err := exec.LookPath("zsh"); err != nil {
		t.Skip("no zsh to read the script with")
	}
	file := filepath.Join(t.TempDir(), "_suluh")
	if err := os.WriteFile(file, []byte(script), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("zsh", "-n", file).CombinedOutput(); err != nil {
		t.Errorf("zsh: %v\n%s", err, out)
	}
}
