package serve

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestPoll changes, adds and deletes a file where nobody tells of it: each is
// seen by the next look.
func TestPoll(t *testing.T) {
	s, dir := newServer(t, goodPage)
	s.Poll = true
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	address := make(chan string, 1)
	go func() { _ = s.Run(ctx, "127.0.0.1:0", func(url string) { address <- url }) }()
	base := <-address
	holds := func(page, text string) {
		t.Helper()
		for end := time.Now().Add(time.Minute); time.Now().Before(end); { // a busy machine is no fault
			answer, err := http.Get(base + page)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(body), text) {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Errorf("%s never holds %q", page, text)
	}
	holds("uji.html", "Isi halaman.")
	write(t, dir, "content/halaman/uji.md", strings.Replace(goodPage, "Isi halaman.", "Isi baru.", 1))
	holds("uji.html", "Isi baru.")
	write(t, dir, "content/halaman/dua.md", goodPage)
	holds("dua.html", "Isi halaman.")
}
