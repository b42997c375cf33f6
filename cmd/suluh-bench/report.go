package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// byHand divides what is measured from what people write below it.
const byHand = "<!-- by hand -->\n"

func (b *bench) write(name string) error {
	var w bytes.Buffer
	fmt.Fprintf(&w, "# Benchmarks\n\nWritten by `./build.sh bench` (cmd/suluh-bench); the words below the tables are by hand.\n\n")
	fmt.Fprintf(&w, "Machine: %s, %d processors, %s. %s. %s.\n", processor(), runtime.NumCPU(), system(), runtime.Version(), b.versions())
	if b.memory {
		fmt.Fprintf(&w, "All folders in memory (%s).\n", inMemory)
	}
	for _, s := range b.sizes {
		fmt.Fprintf(&w, "\n## %d villages\n\nThe pages alone are %d files. Seconds; memory is the most that was held at once; the ratio is that of the medians to the first build.\n\n", s.villages, s.files)
		fmt.Fprintf(&w, "| what | command | runs | min | median | max | memory | ratio |\n|---|---|---|---|---|---|---|---|\n")
		for _, r := range s.rows {
			if len(r.seconds) > 0 {
				fmt.Fprintln(&w, r.line(median(s.rows[0].seconds)))
			}
		}
	}
	if len(b.sizes) > 1 {
		fmt.Fprintf(&w, "\n## Growth\n\nMicroseconds for each village, of the medians.\n\n| what |")
		for _, s := range b.sizes {
			fmt.Fprintf(&w, " %d |", s.villages)
		}
		fmt.Fprintf(&w, "\n|---|%s\n", strings.Repeat("---|", len(b.sizes)))
		for i, r := range b.sizes[0].rows[:4+len(rivals)] {
			fmt.Fprintf(&w, "| %s |", r.what)
			for _, s := range b.sizes {
				if len(s.rows[i].seconds) == 0 {
					fmt.Fprint(&w, " – |")
					continue
				}
				fmt.Fprintf(&w, " %.0f |", median(s.rows[i].seconds)*1e6/float64(s.villages))
			}
			fmt.Fprintln(&w)
		}
	}
	w.WriteString("\n" + byHand)
	if old, err := os.ReadFile(name); err == nil {
		if _, kept, found := bytes.Cut(old, []byte(byHand)); found {
			w.Write(kept)
		}
	}
	return os.WriteFile(name, w.Bytes(), 0o644)
}

func (r row) line(first float64) string {
	memory := "–"
	if len(r.megabytes) > 0 {
		memory = fmt.Sprintf("%.0f MB", slices.Max(r.megabytes))
	}
	return fmt.Sprintf("| %s | `%s` | %d | %.3f | %.3f | %.3f | %s | %.3f |", r.what, r.command, len(r.seconds),
		slices.Min(r.seconds), median(r.seconds), slices.Max(r.seconds), memory, median(r.seconds)/first)
}

// processor names the machine's processor, where the system tells.
func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	_, rest, _ := strings.Cut(string(info), "model name")
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(strings.TrimLeft(line, "\t :"))
}

func system() string {
	out, err := exec.Command("uname", "-sr").Output()
	if err != nil {
		return runtime.GOOS
	}
	return strings.TrimSpace(string(out))
}

// versions names the other generators as they name themselves.
func (b *bench) versions() string {
	ask := map[string]string{"Hugo": "version", "Eleventy": "--version"}
	var found []string
	for _, r := range rivals {
		if program := b.programs[r.name]; program != "" {
			out, err := exec.Command(program, ask[r.name]).Output()
			version := strings.Fields(strings.TrimPrefix(string(out), "hugo "))
			if err != nil || len(version) == 0 {
				version = []string{"of an unknown version"}
			}
			found = append(found, r.name+" "+version[0])
		}
	}
	return strings.Join(found, ", ")
}
