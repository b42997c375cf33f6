package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"suluh/internal/builder"
	"suluh/internal/content"
	"suluh/internal/deploy"
	"suluh/internal/output"
	"suluh/internal/progress"
	"suluh/internal/source"
	"suluh/internal/target"
)

// deployFlags are the options of deploy beside those of build.
type deployFlags struct {
	buildFlags
	write, undo, login, force, full, built, all bool
	credentials, trust                          string
}

func (f *deployFlags) add(e *env) {
	f.buildFlags.add(e.flags)
	for name, into := range map[string]*bool{"write": &f.write, "undo": &f.undo, "login": &f.login, "force": &f.force, "full": &f.full, "built": &f.built, "all": &f.all} {
		e.flags.BoolVar(into, name, false, "")
	}
	e.flags.StringVar(&f.credentials, "credentials", "", "")
	e.flags.StringVar(&f.trust, "trust", "", "")
}

// runDeploy publishes the site to a host: what changes is shown first.
func runDeploy(e *env, args []string) int {
	var f deployFlags
	f.add(e)
	if !e.parse(args, 1) {
		return failed
	}
	to, ok := e.targetOf(&f)
	if !ok {
		return failed
	}
	if f.trust != "" {
		to.Trust = f.trust
	}
	if to.Trust != "" && !deploy.IsFingerprint(to.Trust) {
		e.complain(source.SayDeployTrustForm, to.Trust)
		return failed
	}
	secrets := deploy.Secrets{File: f.credentials, Name: to.Name, Site: f.dir, To: to.Address}
	if f.login {
		return e.keepSecret(secrets)
	}
	if !f.built && !f.undo {
		if code := e.build(&f.buildFlags); code != good {
			return code
		}
	}
	opt := deploy.Options{
		Secrets: secrets, Trust: to.Trust, Whole: f.full, Force: f.force,
		Sources: append(builder.Sources(f.dir), f.output()),
		Sent:    func(string) { f.meter.Step() },
	}
	var err error
	if opt.StateDir, err = deploy.StateDir(); err != nil {
		return e.fail(err)
	}
	session, err := deploy.Begin(to.Address, opt)
	if err != nil {
		return e.deployFailed(&f, to, nil, err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return e.deploy(ctx, &f, to, session)
}

// deploy shows a plan, and carries it out where that is asked for.
func (e *env) deploy(ctx context.Context, f *deployFlags, to content.Target, session *deploy.Session) int {
	plan, err := e.planOf(ctx, f, session)
	if err != nil {
		return e.deployFailed(f, to, plan, err)
	}
	if plan.IsEmpty() {
		e.say(source.SayDeploySame, to.Address.Text)
		return good
	}
	e.showPlan(f, to, plan)
	switch {
	case plan.Many() && !f.force:
		return e.deployFailed(f, to, plan, deploy.ErrMany)
	case !f.write:
		e.say(source.SayDeployNotYet)
		return good
	}
	f.meter.Begin(progress.Publishing, plan.Steps())
	stop := e.watchProgress(&f.meter)
	err = session.Publish(ctx, plan)
	stop()
	if err != nil {
		return e.deployFailed(f, to, plan, err)
	}
	e.say(source.SayDeployed, to.Address.Text)
	return good
}

func (e *env) planOf(ctx context.Context, f *deployFlags, session *deploy.Session) (*deploy.Plan, error) {
	if f.undo {
		return session.LookBack(ctx)
	}
	v, err := deploy.Folder(os.DirFS(f.output()))
	if err != nil {
		return nil, err
	}
	return session.Look(ctx, v)
}

// mostNamed is how many files of each sort a plan names unless all are asked for.
const mostNamed = 20

func (e *env) showPlan(f *deployFlags, to content.Target, p *deploy.Plan) {
	for _, sort := range []struct {
		names deploy.Names
		says  source.Message
	}{{p.New, source.SayDeployNew}, {p.Changed, source.SayDeployChanged}, {p.Gone, source.SayDeployGone}} {
		names := sort.names.Files()
		for i, name := range names {
			if i == mostNamed && !f.all {
				e.say(source.SayDeployMore, len(names)-mostNamed)
				break
			}
			e.say(sort.says, name)
		}
	}
	e.say(source.SayDeployPlan, to.Address.Text, len(p.New), len(p.Changed), len(p.Gone), p.Same, p.Kilobytes())
	if p.Cut {
		e.say(source.SayDeployWasCut)
	}
	if p.Swaps {
		e.say(source.SayDeploySwaps)
	} else {
		e.say(source.SayDeployInPlace)
	}
}

// targetOf gives the target that was asked for, by its name or its address. False after
// saying what is wrong.
func (e *env) targetOf(f *deployFlags) (content.Target, bool) {
	named, faults, err := readTargets(f.dir)
	if err != nil {
		e.fail(err)
		return content.Target{}, false
	}
	if faults.HasErrors() {
		faults.Print(e.stderr, e.style)
		return content.Target{}, false
	}
	asked := e.arg(0)
	var names []string
	for _, t := range named {
		names = append(names, t.Name)
		if t.Name == asked || asked == "" && len(named) == 1 {
			return t, true
		}
	}
	switch {
	case asked == "" && len(named) == 0:
		e.complain(source.SayNoTargets)
		return content.Target{}, false
	case asked == "":
		e.complain(source.SayWhichTarget, strings.Join(names, "|"))
		return content.Target{}, false
	case !strings.ContainsAny(asked, `/\:.`):
		e.complain(source.SayTargetUnknown, asked, dotted(e.hint(source.Nearest(asked, names))))
		return content.Target{}, false
	}
	to, err := target.Parse(asked)
	if why, is := e.faultText(err); is {
		fmt.Fprintf(e.stderr, "suluh: %s\n", why)
		return content.Target{}, false
	}
	return content.Target{Address: to}, true
}

// readTargets gives the targets of situs.yaml; folders are below the site's folder.
func readTargets(dir string) ([]content.Target, source.List, error) {
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(content.ConfigFile)))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil // with --built an address is enough
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", content.ConfigFile, err)
	}
	config, faults := content.ParseConfig(&source.File{Name: content.ConfigFile, Data: data})
	for i, t := range config.Targets {
		config.Targets[i] = t.Below(dir)
	}
	return config.Targets, faults, nil
}

// keepSecret asks for a password and puts it into the keyring.
func (e *env) keepSecret(secrets deploy.Secrets) int {
	fmt.Fprintf(e.stderr, e.either(source.SayDeployAskSecret), secrets.To.Text)
	var typed []byte
	var err error
	if term.IsTerminal(int(os.Stdin.Fd())) {
		typed, err = term.ReadPassword(int(os.Stdin.Fd()))
		fmt.Fprintln(e.stderr)
	} else {
		typed, err = readLine(os.Stdin)
	}
	if err != nil {
		return e.fail(fmt.Errorf("read the password: %w", err))
	}
	if err := secrets.Keep(string(typed)); err != nil {
		e.complain(source.SayDeployNoKeyring, deploy.SecretVariable, err)
		return failed
	}
	e.say(source.SayDeployKept)
	return good
}

// deployFailed says why nothing, or not all, was published, and what to do.
func (e *env) deployFailed(f *deployFlags, to content.Target, plan *deploy.Plan, err error) int {
	text, name := to.Address.Text, to.Address.Text
	if to.Name != "" {
		name = to.Name
	}
	if unknown, is := errors.AsType[*deploy.UnknownHost](err); is {
		e.complain(source.SayDeployTrust, unknown.Host, unknown.Fingerprint, unknown.Fingerprint, unknown.Fingerprint)
		return failed
	}
	switch {
	case errors.Is(err, deploy.ErrMany):
		e.complain(source.SayDeployMany, plan.PagesGone(), text, plan.Pages)
		return faulty
	case errors.Is(err, deploy.ErrNotOurs), errors.Is(err, output.ErrNotOurs):
		e.complain(source.SayDeployOthers, text)
	case errors.Is(err, deploy.ErrNoBefore):
		e.complain(source.SayDeployNoBefore)
	case errors.Is(err, deploy.ErrLogin):
		e.complain(source.SayDeployLogin, text, name)
		fmt.Fprintf(e.stderr, "  (%v)\n", err)
	case errors.Is(err, deploy.ErrNoSecret):
		e.complain(source.SayDeployNoSecret, text, name, deploy.SecretVariable)
	case errors.Is(err, deploy.ErrSecretInSite):
		e.complain(source.SayDeploySecretInSite, f.credentials)
	case errors.Is(err, deploy.ErrSecretOpen):
		e.complain(source.SayDeploySecretOpen, f.credentials, f.credentials)
	case errors.Is(err, deploy.ErrHostChanged):
		e.complain(source.SayDeployHostChanged, text, err)
	case errors.Is(err, deploy.ErrNoProgram):
		program, _, _ := strings.Cut(err.Error(), ":")
		e.complain(source.SayDeployNoProgram, program)
	case errors.Is(err, deploy.ErrChanged):
		e.complain(source.SayDeployChangedHere, f.output())
	case errors.Is(err, output.ErrNoManifest):
		e.complain(source.SayDeployNotBuilt, f.output())
	case to.Address.Kind == target.Folder:
		return e.fail(err)
	default:
		e.complain(source.SayDeployCut, text, err)
	}
	return failed
}

// readLine reads a password that a program gives.
func readLine(in io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in, 4096))
	first, _, _ := bytes.Cut(data, []byte("\n"))
	return bytes.TrimSuffix(first, []byte("\r")), err
}
