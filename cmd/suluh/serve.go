package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"suluh/internal/serve"
)

func runServe(e *env, args []string) int {
	var from sourceFlags
	from.add(e.flags)
	addr := e.flags.String("addr", "127.0.0.1:1313", "")
	if !e.parse(args, 0) {
		return failed
	}
	opt, ok := from.options(e)
	if !ok {
		return failed
	}
	// A worker would show an editor the page as it was before the last change.
	opt.NoWorker = true
	opt.Drafts = true
	dir, err := filepath.Abs(from.dir)
	if err != nil {
		return e.fail(err)
	}
	loaded := e.watchProgress(&from.meter)
	server, err := serve.New(dir, opt, e.style.Lang)
	loaded()
	if err != nil {
		return e.fail(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err = server.Run(ctx, *addr, func(url string) {
		e.say(
			fmt.Sprintf("%s\nBuka alamat itu di peramban. Halaman berubah sendiri saat Anda menyimpan. Berhenti: Ctrl+C", url),
			fmt.Sprintf("%s\nOpen that address in a browser. Pages follow when you save. Stop: Ctrl+C", url))
	})
	if err != nil {
		return e.fail(err)
	}
	return good
}
