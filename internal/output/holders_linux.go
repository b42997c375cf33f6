package output

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// isHeld tells whether somebody holds a folder itself, so that another folder
// under its name would not be seen: it is a mount point, it or a folder in it is
// mounted elsewhere (a container, a bind mount), or a process works in it or has
// it open. What other users' processes do cannot be seen without being root.
func isHeld(folder string) bool {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return false
	}
	processes, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		return false
	}
	if mounts, err := os.ReadFile("/proc/self/mountinfo"); err == nil && isMounted(folder, mounts) {
		return true
	}
	seen := map[string]bool{}
	for _, process := range processes {
		if process == "/proc/self" || strings.HasPrefix(process, "/proc/thread-self") {
			continue
		}
		if worksIn(process, folder) {
			return true
		}
		space, err := os.Readlink(process + "/ns/mnt")
		if err != nil || seen[space] {
			continue
		}
		seen[space] = true
		if mounts, err := os.ReadFile(process + "/mountinfo"); err == nil && isMountedElsewhere(folder, mounts) {
			return true
		}
	}
	return false
}

// worksIn tells whether a process has a folder, or one below it, as its working
// directory or open.
func worksIn(process, folder string) bool {
	if cwd, err := os.Readlink(process + "/cwd"); err == nil && isBelow(cwd, folder) {
		return true
	}
	fds, err := os.ReadDir(process + "/fd")
	if err != nil {
		return false
	}
	for _, fd := range fds {
		target, err := os.Readlink(process + "/fd/" + fd.Name())
		if err != nil || !isBelow(target, folder) {
			continue
		}
		if info, err := os.Stat(target); err == nil && info.IsDir() {
			return true
		}
	}
	return false
}

func isBelow(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, folder+"/")
}

// mounted is a line of /proc/PID/mountinfo (proc_pid_mountinfo(5)).
type mounted struct {
	device, root, point string
}

func mountsOf(info []byte) []mounted {
	var all []mounted
	for lines := bufio.NewScanner(bytes.NewReader(info)); lines.Scan(); {
		if f := strings.Fields(lines.Text()); len(f) > 4 {
			all = append(all, mounted{f[2], unescape(f[3]), unescape(f[4])})
		}
	}
	return all
}

// unescape reads spaces and the like, which mountinfo writes in octal.
func unescape(path string) string {
	return strings.NewReplacer(`\040`, " ", `\011`, "\t", `\012`, "\n", `\134`, `\`).Replace(path)
}

// isMounted tells whether something is mounted on a folder or below it, or the
// folder is mounted elsewhere.
func isMounted(folder string, info []byte) bool {
	for _, m := range mountsOf(info) {
		if isBelow(m.point, folder) {
			return true
		}
	}
	return isMountedElsewhere(folder, info)
}

// isMountedElsewhere tells whether a folder, or one below it, is the root of a
// mount in the list of some process.
func isMountedElsewhere(folder string, info []byte) bool {
	own, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		return false
	}
	device, inside := placeOf(folder, mountsOf(own))
	for _, m := range mountsOf(info) {
		if m.device == device && m.root != "/" && isBelow(m.root, inside) {
			return true
		}
	}
	return false
}

// placeOf gives the device on which a folder lies, and its path there.
func placeOf(folder string, mounts []mounted) (device, inside string) {
	longest := -1
	for _, m := range mounts {
		rest, below := strings.CutPrefix(folder+"/", strings.TrimSuffix(m.point, "/")+"/")
		if below && len(m.point) >= longest { // the last of equal ones is on top
			longest = len(m.point)
			device, inside = m.device, filepath.Join(m.root, rest)
		}
	}
	return device, inside
}
