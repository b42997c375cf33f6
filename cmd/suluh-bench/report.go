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
	fmt.Fprintf(&w, "\n![Time and memory beside other generators](.ci/gambar/bench.svg)\n\n")
	b.writeBars(&w)
	if len(b.sizes) > 1 {
		b.writeGrowth(&w)
	}
	for _, s := range b.sizes {
		fmt.Fprintf(&w, "\n## %d villages\n\nThe pages alone are %d files. Seconds; µs are processor time for each village; memory is the most that was held at once; the ratio is that of the medians to the first build.\n\n", s.villages, s.files)
		writeTable(&w, s.rows, s.villages)
		if s.more != "" {
			fmt.Fprintf(&w, "\n%s\n", s.more)
		}
	}
	fmt.Fprintf(&w, "\n## The portal\n\n")
	writeTable(&w, b.rows, 0)
	w.WriteString("\n" + byHand)
	if old, err := os.ReadFile(name); err == nil {
		if _, kept, found := bytes.Cut(old, []byte(byHand)); found {
			w.Write(kept)
		}
	}
	return os.WriteFile(name, w.Bytes(), 0o644)
}

// writeTable writes rows; with villages, the processor's time for each of them.
func writeTable(w *bytes.Buffer, rows []row, villages int) {
	fmt.Fprintf(w, "| what | command | runs | min | median | max | µs | memory | ratio |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range rows {
		if len(r.seconds) == 0 {
			continue
		}
		memory, each := "–", "–"
		if len(r.megabytes) > 0 {
			memory = fmt.Sprintf("%.0f MB", slices.Max(r.megabytes))
		}
		if len(r.processor) > 0 && villages > 0 {
			each = fmt.Sprintf("%.0f", r.each(villages))
		}
		fmt.Fprintf(w, "| %s | `%s` | %d | %.3f | %.3f | %.3f | %s | %s | %.3f |\n", r.what, r.command, len(r.seconds),
			slices.Min(r.seconds), median(r.seconds), slices.Max(r.seconds), each, memory, median(r.seconds)/median(rows[0].seconds))
	}
}

// each gives the processor's time for a village in microseconds.
func (r row) each(villages int) float64 { return median(r.processor) * 1e6 / float64(villages) }

// writeGrowth compares the sizes.
func (b *bench) writeGrowth(w *bytes.Buffer) {
	fmt.Fprintf(w, "\n## Growth\n\nMicroseconds for each village, of the medians: what one waits, and in brackets the processor's time.\n\n| what |")
	for _, s := range b.sizes {
		fmt.Fprintf(w, " %d |", s.villages)
	}
	fmt.Fprintf(w, "\n|---|%s\n", strings.Repeat("---|", len(b.sizes)))
	for _, name := range []string{firstName, copyName, sameName, againName, "Hugo", "Eleventy", packedName} {
		fmt.Fprintf(w, "| %s |", name)
		for _, s := range b.sizes {
			r := s.row(name)
			if len(r.seconds) == 0 {
				fmt.Fprint(w, " – |")
				continue
			}
			fmt.Fprintf(w, " %.0f (%.0f) |", median(r.seconds)*1e6/float64(s.villages), r.each(s.villages))
		}
		fmt.Fprintln(w)
	}
}

// row finds what was measured by its name; a row without runs where it was not.
func (s size) row(name string) row {
	for _, r := range s.rows {
		if r.what == name {
			return r
		}
	}
	return row{}
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
