package deploy

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"suluh/internal/testserver"
)

// line is the network between us and a server: it carries some bytes, and is then cut, for
// every connection and for those to come, until it is mended.
type line struct {
	host  string
	left  atomic.Int64
	moved atomic.Int64

	mu   sync.Mutex
	open map[net.Conn]bool
}

// lineHost is this computer under another address, on which the line listens with the
// ports of the server.
const lineHost = "127.0.0.3"

func newLine(t *testing.T, s server) *line {
	t.Helper()
	l := &line{host: s.Host, open: map[net.Conn]bool{}}
	l.mend()
	port, err := strconv.Atoi(s.Port)
	if err != nil {
		t.Fatal(err)
	}
	for _, port := range append([]int{port}, s.DataPorts...) {
		at := fmt.Sprint(port)
		door, err := net.Listen("tcp", net.JoinHostPort(lineHost, at))
		for end := time.Now().Add(10 * time.Second); err != nil && time.Now().Before(end); {
			time.Sleep(50 * time.Millisecond) // lines of before may still be going
			door, err = net.Listen("tcp", net.JoinHostPort(lineHost, at))
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = door.Close() })
		go func() {
			for {
				conn, err := door.Accept()
				if err != nil {
					return
				}
				go l.carry(conn, at)
			}
		}()
	}
	return l
}

func (l *line) mend() { l.cutAfter(1 << 40) }

func (l *line) cutAfter(bytes int64) {
	l.moved.Store(0)
	l.left.Store(bytes)
}

func (l *line) carry(conn net.Conn, port string) {
	to, err := net.Dial("tcp", net.JoinHostPort(l.host, port))
	if err != nil || l.left.Load() <= 0 {
		_ = conn.Close()
		if err == nil {
			_ = to.Close()
		}
		return
	}
	l.mu.Lock()
	l.open[conn], l.open[to] = true, true
	l.mu.Unlock()
	var both sync.WaitGroup
	both.Go(func() { l.copy(to, conn) })
	both.Go(func() { l.copy(conn, to) })
	both.Wait()
	l.mu.Lock()
	delete(l.open, conn)
	delete(l.open, to)
	l.mu.Unlock()
	_ = conn.Close()
	_ = to.Close()
}

// copy carries one direction. What passes the last byte stays behind.
func (l *line) copy(to, from net.Conn) {
	buf := make([]byte, 4096)
	for {
		n, err := from.Read(buf)
		l.moved.Add(int64(n))
		left := l.left.Add(int64(-n))
		if left <= 0 {
			if part := left + int64(n); part > 0 {
				_, _ = to.Write(buf[:part])
			}
			l.cut()
			return
		}
		if n > 0 {
			if _, err := to.Write(buf[:n]); err != nil {
				return
			}
		}
		if err != nil {
			if one, is := to.(*net.TCPConn); is && err == io.EOF {
				_ = one.CloseWrite()
			} else {
				_ = to.Close() // the one side broke off: so does the other
			}
			return
		}
	}
}

func (l *line) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for conn := range l.open {
		_ = conn.Close()
	}
}

// momentsOf says at how many moments a deploy is cut: ./build.sh cuts asks for thirty, which
// take some minutes.
func momentsOf(t *testing.T) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv("CUTS")); err == nil && n > 0 {
		return n
	}
	return 6
}

// seed makes the moments the same ones in each run.
const seed = 22

// cuts cuts the line at random moments of a deploy, from each of two versions to the other
// in turn. Readers must see a site that works each time, and a whole one where the host
// swaps; the next run must finish.
func cuts(t *testing.T, s server, address func(server) string, read reader, has func(string) bool) {
	t.Helper()
	l := newLine(t, s)
	s.Host = lineHost
	to := address(s)
	opt := s.opt
	opt.StateDir, opt.Attempts = t.TempDir(), 1
	old, new := plain(t, 0), plain(t, 1)
	deploy(t, begin(t, to, opt), old)
	l.mend()
	p := deploy(t, begin(t, to, opt), new)
	whole := l.moved.Load()
	swaps := p.Swaps
	random := rand.New(rand.NewPCG(seed, seed))
	moments := momentsOf(t)
	stopped, sawOld, sawNew, sawBoth := 0, 0, 0, 0
	from, next := new, plain(t, 2)
	for i := range moments {
		at := random.Int64N(whole) + 1
		l.cutAfter(at)
		s := begin(t, to, opt)
		plan, err := s.Look(context.Background(), next)
		if err == nil {
			err = s.Publish(context.Background(), plan)
		}
		if err != nil {
			stopped++
		}
		l.cut()
		settle()
		switch {
		case isWhole(read, from, next, has) == nil:
			sawOld++
		case isWhole(read, next, from, has) == nil:
			sawNew++
		default:
			sawBoth++
			if err := isReadable(read, from, next, has); err != nil {
				t.Errorf("moment %d, cut after %d of %d bytes: %v", i, at, whole, err)
			}
		}
		l.mend()
		deploy(t, begin(t, to, opt), next)
		if err := isWhole(read, next, from, has); err != nil {
			t.Errorf("moment %d, the run after: %v", i, err)
		}
		from, next = next, plain(t, i+3)
	}
	if stopped < moments/2 {
		t.Errorf("only %d of %d deploys were cut off", stopped, moments)
	}
	if swaps && sawBoth > 0 {
		t.Errorf("%d times readers saw parts of both versions, on a host that swaps", sawBoth)
	}
	t.Logf("cut at %d moments, %d deploys stopped; readers saw the old version %d times, the new one %d times, pages of both %d times; the next run finished each", moments, stopped, sawOld, sawNew, sawBoth)

	// One run stands several cuts by itself, going on each time where it was.
	opt.Attempts, opt.FirstWait = 8, 20*time.Millisecond
	again := begin(t, to, opt)
	plan, err := again.Look(context.Background(), next)
	if err != nil {
		t.Fatal(err)
	}
	l.cutAfter(whole / 3)
	mended := make(chan struct{})
	go func() {
		defer close(mended)
		for range 2000 {
			if l.left.Load() <= 0 {
				l.mend()
				return
			}
			time.Sleep(5 * time.Millisecond)
		}
	}()
	if err := again.Publish(context.Background(), plan); err != nil {
		t.Errorf("a run whose line came back: %v", err)
	}
	<-mended
	mustBe(t, read, next, from, has)
}

// plain is a version without compressed forms, which would be most of the time of a test.
func plain(t *testing.T, n int) Version { return publishedBy(t, edition(n), false) }

// settle lets a server notice that the line is gone.
func settle() { time.Sleep(20 * time.Millisecond) }

func TestCutSFTP(t *testing.T) {
	long(t)
	s := with(t, testserver.SSHD(t))
	t.Run("link", func(t *testing.T) {
		dir := filepath.Join(filepath.Dir(s.Folder), "tautan")
		cuts(t, s, func(s server) string { return s.At(dir) }, shownIn(dir), all)
	})
	t.Run("folder", func(t *testing.T) {
		putIn(t, s.Dir)("punya-orang.txt", "x")
		cuts(t, s, func(s server) string { return s.Address() }, shownIn(s.Dir), all)
	})
}

func TestCutFTPS(t *testing.T) {
	long(t)
	s := with(t, testserver.FTPD(t))
	cuts(t, s, func(s server) string { return s.Address() }, shownIn(s.Dir), all)
}

func TestCutS3(t *testing.T) {
	long(t)
	s := with(t, testserver.S3(t))
	address := func(s server) string { return s.Address() }
	h, err := begin(t, address(s), s.opt).openS3()
	if err != nil {
		t.Fatal(err)
	}
	cuts(t, s, address, h.read, storeHas)
}

func TestCutGit(t *testing.T) {
	long(t)
	s := with(t, testserver.Git(t))
	cuts(t, s, func(s server) string { return s.Address() }, shownOn(s.Dir, "pages"), all)
}

func TestCutRsync(t *testing.T) {
	long(t)
	s := with(t, testserver.Rsync(t))
	cuts(t, s, func(s server) string { return s.Address() }, shownIn(s.Dir), all)
}

// long is a test that waits most of its time, for answers of servers.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("deploys that are cut off are for the whole test run")
	}
	t.Parallel()
}
