// Suluh turns Markdown guides, village pages and checklists into a light
// static site. Run without arguments it prints how it is used.
//
// Rules of what it prints: results go to standard output, complaints to
// standard error; colour only on a terminal and without NO_COLOR; Indonesian
// unless --lang en or an English locale says otherwise. It exits with 0 when
// all is well, with 1 when the site has faults, and with 2 when it was used
// wrongly or the disk failed.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"golang.org/x/term"

	"suluh"
	"suluh/internal/channel"
	"suluh/internal/edit"
	"suluh/internal/frontmatter"
	"suluh/internal/manual"
	"suluh/internal/progress"
	"suluh/internal/publish"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/tree"
	"suluh/internal/webaddr"
)

// Exit codes.
const (
	good   = 0
	faulty = 1
	failed = 2
)

// command is one row of what suluh can do.
type command struct {
	name string
	run  func(e *env, args []string) int
}

// commands are all of them, in the order of the usage.
func commands() []command {
	return []command{
		{"build", runBuild},
		{"check", runCheck},
		{"serve", runServe},
		{"desk", runDesk},
		{"new", runNew},
		{"import", runImport},
		{"export", runExport},
		{"due", runDue},
		{"kit", runKit},
		{"withdraw", runWithdraw},
		{"deploy", runDeploy},
		{"verify", runVerify},
		{"limits", runLimits},
		{"version", runVersion},
		{"completion", runCompletion},
	}
}

// env is what a command may touch of the world.
type env struct {
	stdout, stderr io.Writer
	style          source.Style
	flags          *flag.FlagSet
	args           []string // of the command, without its flags
	helped         bool     // help was asked for and given
}

// arg gives an argument of the command, or "".
func (e *env) arg(i int) string {
	if i >= len(e.args) {
		return ""
	}
	return e.args[i]
}

// modest is the memory, in bytes, above which garbage is collected more often
// than Go does by itself: the villages of the whole country need 120 MB of it,
// and a build should run beside the browser of a small computer. Whoever has a
// larger site sets GOMEMLIMIT.
//
// Below it, garbage may grow to three times of what is used, not to once as in
// other programs: with the bound, that saves a tenth of a build. GOGC says
// otherwise.
const (
	modest = 170 << 20
	lazily = 300
)

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(modest)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(lazily)
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(args []string, stdout, stderr io.Writer) int {
	out := &result{Writer: stdout}
	e := &env{stdout: out, stderr: stderr, style: source.Style{Lang: localeLang(), Color: wantsColor(stderr)}}
	code := e.command(args)
	if out.err != nil && code != failed {
		return e.fail(fmt.Errorf("write the result: %w", out.err))
	}
	return code
}

// command runs what the arguments ask for.
func (e *env) command(args []string) int {
	if len(args) == 0 {
		if code, done := e.withoutWords(); done {
			return code
		}
		fmt.Fprint(e.stderr, source.Usage(e.style.Lang))
		return failed
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		if len(args) > 1 && slices.ContainsFunc(commands(), func(c command) bool { return c.name == args[1] }) {
			return e.command([]string{args[1], "--help"})
		}
		fmt.Fprint(e.stdout, source.Usage(e.style.Lang))
		return good
	}
	var names []string
	for _, c := range commands() {
		if c.name == args[0] {
			e.flags = flag.NewFlagSet(c.name, flag.ContinueOnError)
			e.flags.SetOutput(io.Discard)
			if code := c.run(e, args[1:]); !e.helped {
				return code
			}
			return good
		}
		names = append(names, c.name)
	}
	e.complain(
		source.SayThereIsNoCommand, args[0], e.hint(source.Nearest(args[0], names)))
	fmt.Fprint(e.stderr, source.Usage(e.style.Lang))
	return failed
}

// hint ends a sentence, with the known word that was probably meant, if there is one.
func (e *env) hint(near string) string {
	if near == "" {
		return "."
	}
	return "." + fmt.Sprintf(e.either(source.SayDidYouMean), near)
}

// either gives the text of a message in the reader's language.
func (e *env) either(m source.Message) string { return m.In(e.style.Lang) }

// complain writes one line to standard error, in the reader's language.
func (e *env) complain(m source.Message, args ...any) {
	fmt.Fprintf(e.stderr, "suluh: "+e.either(m)+"\n", args...)
}

// faultText says in the reader's language what is wrong with a value that was typed;
// false for an error of another kind.
func (e *env) faultText(err error) (string, bool) {
	var fault *source.Fault
	if !errors.As(err, &fault) {
		return "", false
	}
	text := (&source.Diagnostic{Code: fault.Code, Args: fault.Args, Near: fault.Near}).In(e.style.Lang)
	return text.What + " " + text.Mend, true
}

// say writes one line to standard output, in the reader's language.
func (e *env) say(m source.Message, args ...any) { fmt.Fprintf(e.stdout, e.either(m)+"\n", args...) }

// parse reads a command's flags. It returns false after saying what is wrong.
func (e *env) parse(args []string, most int) bool {
	var lang string
	e.flags.StringVar(&lang, "lang", "", "")
	err := e.parseAnywhere(args)
	if err != nil { // what is said of it may stand before the option
		lang = langIn(args)
	}
	if lang != "" {
		e.style.Lang = source.Lang(lang)
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		e.helped = true
		fmt.Fprint(e.stdout, manual.Of(e.style.Lang, e.flags.Name()))
		return false
	case err != nil:
		e.wrongOption(err)
		return false
	case lang != "" && lang != "id" && lang != "en":
		e.complain(source.SayLangs)
		return false
	case len(e.args) > most:
		e.complain(source.SayNoMeaningHere, e.arg(most))
		return false
	}
	return true
}

// langIn gives the language that arguments ask for, wherever they do.
func langIn(args []string) string {
	for i, arg := range args {
		name, value, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		if !strings.HasPrefix(arg, "-") || name != "lang" {
			continue
		}
		if !joined && i+1 < len(args) {
			value = args[i+1]
		}
		if value == "id" || value == "en" {
			return value
		}
	}
	return ""
}

// dotted ends a sentence that a hint may have left open.
func dotted(text string) string { return strings.TrimSuffix(text, ".") + "." }

// wrongOption says what is wrong with an option, and which one was probably meant.
// The flag package says it in English only.
func (e *env) wrongOption(err error) {
	said := err.Error()
	if name, unknown := strings.CutPrefix(said, "flag provided but not defined: -"); unknown {
		var names []string
		e.flags.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		near := source.Nearest(strings.TrimPrefix(name, "-"), names)
		if near != "" {
			near = "--" + near
		}
		e.complain(
			source.SayThereIsNoOptionSee, strings.TrimPrefix(name, "-"), dotted(e.hint(near)))
		return
	}
	if name, without := strings.CutPrefix(said, "flag needs an argument: -"); without {
		e.complain(
			source.SayTheOptionLacksItsValue, strings.TrimPrefix(name, "-"))
		return
	}
	e.complain(source.SayTheValueOfAnOption, said)
}

// parseAnywhere reads flags wherever they stand among the arguments.
func (e *env) parseAnywhere(args []string) error {
	for len(args) > 0 {
		if err := e.flags.Parse(args); err != nil {
			return err
		}
		rest := e.flags.Args()
		if len(rest) == 0 {
			break
		}
		if len(rest) < len(args) && args[len(args)-len(rest)-1] == "--" {
			e.args = append(e.args, rest...)
			break
		}
		e.args = append(e.args, rest[0])
		args = rest[1:]
	}
	return nil
}

func localeLang() source.Lang {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return source.English
			}
			return source.Indonesian
		}
	}
	return source.Indonesian
}

func wantsColor(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("NO_COLOR") == ""
}

// sourceFlags are the options of every command that reads a site.
type sourceFlags struct {
	dir, date, base string
	jobs            int
	links           bool   // links may lead out of the site's folder
	worker          string // "off" publishes the kill switch
	without         string // parts of the site, with commas between
	meter           progress.Meter
}

func (f *sourceFlags) add(flags *flag.FlagSet) {
	flags.StringVar(&f.dir, "source", ".", "")
	flags.StringVar(&f.date, "date", "", "")
	flags.StringVar(&f.base, "base", "", "")
	flags.IntVar(&f.jobs, "jobs", 0, "")
	flags.BoolVar(&f.links, "links", false, "")
}

// addBuild adds the options of build: what takes the worker back, and what
// leaves out parts of the site.
func (f *sourceFlags) addBuild(flags *flag.FlagSet) {
	flags.StringVar(&f.worker, "sw", "on", "")
	flags.StringVar(&f.without, "without", "", "")
}

// leaveOut reads the parts that --without names.
func leaveOut(list string) (w channel.Without, unknown string) {
	parts := map[string]*bool{"poster": &w.Posters, "vcf": &w.Cards, "sitemap": &w.Sitemap, "cari": &w.Find, "tautan": &w.Links}
	for name := range strings.SplitSeq(list, ",") {
		switch part := parts[name]; {
		case part != nil:
			*part = true
		case name != "":
			return w, name
		}
	}
	return w, ""
}

// name tells source folders apart.
func (f *sourceFlags) name() string {
	dir, err := filepath.Abs(f.dir)
	if err != nil {
		dir = f.dir
	}
	sum := sha256.Sum256([]byte(dir))
	return hex.EncodeToString(sum[:8])
}

// dayOf reads a day that was typed after --date; none where nothing was. What is none is
// complained about.
func (e *env) dayOf(typed string) (frontmatter.Date, bool) {
	if typed == "" {
		return frontmatter.Date{}, true
	}
	day, err := frontmatter.ParseDate(typed)
	if err != nil || day.Day == 0 {
		e.complain(source.SayDateIsWrittenYearMonth)
		return frontmatter.Date{}, false
	}
	return day, true
}

// options turns the flags into what a site is loaded with.
func (f *sourceFlags) options(e *env) (publish.Options, bool) {
	opt := publish.Options{Options: site.Options{Now: time.Now(), Base: f.base, Jobs: f.jobs, Meter: &f.meter}, Theme: suluh.Theme}
	if cache, err := os.UserCacheDir(); err == nil {
		opt.Cache = filepath.Join(cache, "suluh")
		opt.Parsed = filepath.Join(opt.Cache, "desa-"+f.name())
	}
	var ok bool
	if opt.Date, ok = e.dayOf(f.date); !ok {
		return opt, false
	}
	if f.base != "" {
		if near, ok := webaddr.Check(f.base); !ok {
			e.complain(
				source.SayBaseIncomplete, f.base, e.hint(near))
			return opt, false
		}
	}
	switch f.worker {
	case "", "on":
	case "off":
		opt.NoServiceWorker = true
	default:
		e.complain(source.SaySwIsOnOrOff)
		return opt, false
	}
	var unknown string
	if opt.Without, unknown = leaveOut(f.without); unknown != "" {
		e.complain(
			source.SayWithoutKnowsNoThereAre, unknown)
		return opt, false
	}
	if f.jobs < 0 {
		e.complain(source.SayJobsTooFew)
		return opt, false
	}
	return opt, true
}

// load reads the site, or says that the disk failed.
func (e *env) load(f *sourceFlags) (*publish.Edition, int) {
	opt, ok := f.options(e)
	if !ok {
		return nil, failed
	}
	dir, err := filepath.Abs(f.dir)
	if err != nil {
		return nil, e.fail(err)
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		e.complain(
			source.SayThereIsNoFolderSee, f.dir)
		return nil, failed
	}
	if err := (&edit.Editor{Dir: dir}).Recover(); err != nil {
		return nil, e.fail(err)
	}
	stop := e.watchProgress(&f.meter)
	s, err := publish.Load(tree.FS{Dir: dir, Links: f.links}, opt)
	stop()
	if err != nil {
		return nil, e.fail(err)
	}
	return s, good
}
