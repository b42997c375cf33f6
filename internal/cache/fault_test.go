package cache

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"suluh/internal/fault"
)

// TestCutAnywhere cuts the file of a cache at every byte, and spoils every byte of
// it, as a full disk, a kill or a broken disk do: a record is found as it was
// written, or not at all, and the next Save makes the file whole.
func TestCutAnywhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "cache")
	stamp := Stamp{Size: 3, Time: 1, Change: 1, Number: 7}
	body := func(i int) []byte { return bytes.Repeat([]byte{byte('a' + i)}, 40) }
	c := Open(path, "v1")
	for i := range 3 {
		c.Add(fmt.Sprint(i), stamp, Hash{byte(i)}, []byte("head"), body(i))
	}
	if err := c.Save(); err != nil {
		t.Fatal(err)
	}
	c.Close()
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	look := func(what string) (found int) {
		t.Helper()
		c := Open(path, "v1")
		defer c.Close()
		for i := range 3 {
			r, ok := c.Find(fmt.Sprint(i), stamp)
			if !ok {
				continue
			}
			if string(r.Head) != "head" {
				t.Fatalf("%s: the head is %q", what, r.Head)
			}
			if data, ok := c.Read(r.Body); ok {
				if !bytes.Equal(data, body(i)) {
					t.Fatalf("%s: the body is %q", what, data)
				}
				found++
			}
		}
		return found
	}
	states := 0
	for n := range whole {
		if err := os.WriteFile(path, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		look(fmt.Sprintf("cut at %d", n))
		spoilt := bytes.Clone(whole)
		spoilt[n] ^= 0x41
		if err := os.WriteFile(path, spoilt, 0o600); err != nil {
			t.Fatal(err)
		}
		look(fmt.Sprintf("byte %d spoilt", n))
		states += 2
	}
	if err := os.WriteFile(path, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	if found := look("whole"); found != 3 {
		t.Errorf("%d of 3 records are found", found)
	}
	t.Logf("%d states", states)
}

// TestNthOperation fails, and then kills, a Save at its Nth operation on the disk:
// what was cached before is there, or what is new, and never something else.
func TestNthOperation(t *testing.T) {
	stamp := Stamp{Size: 3, Time: 1, Change: 1, Number: 7}
	total := 0
	for _, kill := range []bool{false, true} {
		for n := 1; ; n++ {
			path := filepath.Join(t.TempDir(), "cache")
			c := Open(path, "v1")
			c.Add("alt", stamp, Hash{1}, []byte("head"), []byte("alt"))
			if err := c.Save(); err != nil {
				t.Fatal(err)
			}
			c.Close()
			nth := fault.Nth{N: n, Kill: kill}
			c = Open(path, "v1")
			c.fault = nth.Step
			fault.Survive(func() {
				c.Find("alt", stamp)
				c.Add("neu", stamp, Hash{2}, []byte("head"), bytes.Repeat([]byte("neu"), 1000))
				_ = c.Save()
			})
			if !kill {
				c.Close()
			}
			after := Open(path, "v1")
			for name, want := range map[string]string{"alt": "alt", "neu": string(bytes.Repeat([]byte("neu"), 1000))} {
				r, ok := after.Find(name, stamp)
				if !ok {
					if name == "alt" {
						t.Errorf("operation %d (killed %t): what was cached is gone", n, kill)
					}
					continue
				}
				if data, ok := after.Read(r.Body); ok && string(data) != want {
					t.Errorf("operation %d (killed %t): %s is %.20q", n, kill, name, data)
				}
			}
			after.Close()
			if !nth.Came {
				break
			}
			total++
		}
	}
	t.Logf("%d operations failed or were the last", total)
	if total < 8 {
		t.Errorf("only %d operations were tried", total)
	}
}
