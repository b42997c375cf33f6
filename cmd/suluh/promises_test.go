package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestPromises: each promise of README.md names tests, and these are there.
func TestPromises(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "| promise | what holds it |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 8 {
		t.Fatalf("README.md has %d promises", len(rows))
	}
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
			_, err := os.Stat("../../internal/site/testdata/invalid/" + m[2] + ".txtar")
			if err != nil && !strings.Contains(string(sources), `{"`+strings.ReplaceAll(m[2], "_", " ")+`"`) {
				t.Errorf("there is no part %s of %s", m[2], m[1])
			}
		}
	}
}
