package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// promisesOf gives the rows of the tables of promises in a text.
func promisesOf(t *testing.T, name string) []string {
	t.Helper()
	text, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	inside := false
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "| promise |"):
			inside = true
		case !strings.HasPrefix(line, "|"):
			inside = false
		case inside && !strings.HasPrefix(line, "|---"):
			rows = append(rows, line)
		}
	}
	return rows
}

// TestPromises: each promise of README.md and RELIABILITY.md names tests, and
// these are there.
func TestPromises(t *testing.T) {
	rows := promisesOf(t, "README.md")
	if len(rows) < 8 {
		t.Fatalf("README.md has %d promises", len(rows))
	}
	reliable := promisesOf(t, "RELIABILITY.md")
	if len(reliable) < 20 {
		t.Fatalf("RELIABILITY.md has %d promises", len(reliable))
	}
	rows = append(rows, reliable...)
	sources, err := exec.Command("git", "-C", "../..", "grep", "-hE", `^func (Test|Fuzz)|^[[:space:]]+\{"`, "--", "*_test.go").Output()
	if err != nil {
		t.Skipf("no git to look for the tests with: %v", err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz)\\w+)(?:/(\\w+))?`")
	for _, row := range rows {
		tests := named.FindAllStringSubmatch(row, -1)
		if len(tests) == 0 {
			t.Errorf("no test holds: %s", row)
		}
		for _, m := range tests {
			if !strings.Contains(string(sources), "func "+m[1]+"(") {
				t.Errorf("there is no test %s", m[1])
			}
			if m[2] == "" {
				continue
			}
			_, err := os.Stat("../../internal/publish/testdata/invalid/" + m[2] + ".txtar")
			if err != nil && !strings.Contains(string(sources), `{"`+strings.ReplaceAll(m[2], "_", " ")+`"`) {
				t.Errorf("there is no part %s of %s", m[2], m[1])
			}
		}
	}
}
