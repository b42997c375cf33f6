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
	opt, ok := from.options(e)
	if !ok {
		return failed
	}
	// A worker would show an editor the page as it was before the last change.
	opt.NoServiceWorker = true
	opt.Drafts, opt.Preview = true, true
	dir, err := filepath.Abs(from.dir)
	if err != nil {
		return e.fail(err)
	}
	loaded := e.watchProgress(&from.meter)
	server, err := serve.New(tree.FS{Dir: dir, Links: from.links}, opt, e.style.Lang)
	loaded()
	if err != nil {
		return e.fail(err)
	}
	server.Poll = *poll || from.links // nobody tells of changes behind a link
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err = server.Run(ctx, *addr, func(url string) {
		e.say(
			source.SayServing, url)
	})
	if errors.Is(err, syscall.EADDRINUSE) {
		e.complain(
			source.SayAnotherProgramUsesTheAddress, *addr)
		return failed
	}
	if err != nil {
		return e.fail(err)
	}
	return good
}
