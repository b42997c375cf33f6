package main

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/netip"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"golang.org/x/term"

	"suluh/internal/content"
	"suluh/internal/desk"
	"suluh/internal/publish"
	"suluh/internal/site"
	"suluh/internal/source"
	"suluh/internal/tree"
)

// anyPort is asked for where nobody named an address and the usual one is taken.
const usualAddr, anyPort = "127.0.0.1:1313", "127.0.0.1:0"

// runDesk is the preview with the desk of editors, in the browser.
func runDesk(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	addr := e.flags.String("addr", "", "")
	closed := e.flags.Bool("no-open", false, "")
	if !e.parse(args, 0) {
		return failed
	}
	server, dir, code := e.previewServer(&from)
	if server == nil {
		return code
	}
	server.Desk = desk.New(dir, server.Current, func() (*publish.Edition, error) { return e.published(&from, dir) }, server.Changed)
	listening := func(address string) {
		door := here(address) + server.Desk.Door()
		e.say(source.SayDeskOpen, door)
		if !*closed {
			openBrowser(door)
		}
	}
	where := usualAddr
	if *addr != "" {
		where = *addr
	}
	err := answer(server, where, listening)
	if errors.Is(err, syscall.EADDRINUSE) && *addr == "" {
		err = answer(server, anyPort, listening)
	}
	return e.stopped(err, where)
}

// published reads the site as it is published: without drafts, as it is today.
func (e *env) published(from *sourceFlags, dir string) (*publish.Edition, error) {
	opt, ok := from.options(e)
	if !ok {
		return nil, errors.New("read the options") // they were right when the desk was opened
	}
	opt.Meter = nil // of the window, where nobody looks
	return publish.Load(tree.FS{Dir: dir, Links: from.links}, opt)
}

// here gives an address of this computer for one that stands for all of them: the desk
// answers to no other.
func here(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return strings.TrimSuffix(address, "/")
	}
	if ip, err := netip.ParseAddr(u.Hostname()); err == nil && ip.IsUnspecified() {
		u.Host = net.JoinHostPort("127.0.0.1", u.Port())
	}
	return strings.TrimSuffix(u.String(), "/")
}

// openBrowser shows an address. Where no browser can be opened, the address stands in the
// window of the program.
func openBrowser(address string) {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	case "darwin":
		command = []string{"open", address}
	}
	cmd := exec.Command(command[0], command[1:]...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}

// withoutWords is what suluh does when it is only started, as by a double click: in the
// folder of a site it opens the desk, in an empty one it offers to begin a site.
func (e *env) withoutWords() (code int, done bool) {
	if _, err := os.Stat(filepath.FromSlash(content.ConfigFile)); err == nil {
		return e.command([]string{"desk"}), true
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) > 0 || !term.IsTerminal(int(os.Stdin.Fd())) {
		return failed, false
	}
	here, err := filepath.Abs(".")
	if err != nil {
		return e.fail(err), true
	}
	code, begun := e.beginSite(bufio.NewReader(io.LimitReader(os.Stdin, 1000)), here)
	if !begun || code != good {
		return code, begun
	}
	return e.command([]string{"desk"}), true
}

// mostAsked is how often a name that no regency has is asked for again.
const mostAsked = 3

// beginSite asks for which regency a new site is, and writes it. It begins none where nothing
// is answered.
func (e *env) beginSite(in *bufio.Reader, dir string) (code int, begun bool) {
	day := site.Today(time.Now(), "")
	for range mostAsked {
		e.say(source.SayBeginHere)
		answer, _ := in.ReadString('\n') // whose end is no fault: then nothing was answered
		switch answer = strings.TrimSpace(answer); strings.ToLower(answer) {
		case "":
			return failed, false
		case "tanpa", "none":
			return e.writeDrafts(dir, "situs", filepath.Base(dir), day), true
		}
		if code := e.newRegion(dir, answer, day); code == good {
			return code, true
		}
	}
	return failed, true
}
