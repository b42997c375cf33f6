package main

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"suluh/internal/serve"
	"suluh/internal/source"
	"suluh/internal/tree"
)

func runServe(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	poll := e.flags.Bool("poll", false, "")
	addr := e.flags.String("addr", "127.0.0.1:1313", "")
	if !e.parse(args, 0) {
		return failed
	}
	server, _, code := e.previewServer(&from)
	if server == nil {
		return code
	}
	server.Poll = server.Poll || *poll
	err := answer(server, *addr, func(url string) { e.say(source.SayServing, url) })
	return e.stopped(err, *addr)
}

// previewServer reads a site for its writer's eyes: drafts are shown. Without a server the code
// is that of the command.
func (e *env) previewServer(from *sourceFlags) (server *serve.Server, dir string, code int) {
	opt, ok := from.options(e)
	if !ok {
		return nil, "", failed
	}
	// A service worker would show an editor the page as it was before the last change.
	opt.NoServiceWorker, opt.Drafts, opt.Preview = true, true, true
	dir, err := filepath.Abs(from.dir)
	if err != nil {
		return nil, "", e.fail(err)
	}
	loaded := e.watchProgress(&from.meter)
	server, err = serve.New(tree.FS{Dir: dir, Links: from.links}, opt, e.style.Lang)
	loaded()
	if err != nil {
		return nil, "", e.fail(err)
	}
	server.Poll = from.links // nobody tells of changes behind a link
	return server, dir, good
}

// answer answers until the program is stopped.
func answer(server *serve.Server, addr string, listening func(address string)) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return server.Run(ctx, addr, listening)
}

// stopped says why a server at an address has ended.
func (e *env) stopped(err error, addr string) int {
	if errors.Is(err, syscall.EADDRINUSE) {
		e.complain(source.SayAnotherProgramUsesTheAddress, addr)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	return good
}
